//! Mistakes of those who make themes.

use super::{Edit, case, put, try_all};

const POST: &str = "themes/nho/templates/post.html";

/// The template of posts, and two posts that are made with it.
fn template(text: &str) -> Vec<Edit> {
    let post = |title: &str| format!("---\ntitle: {title}\ndate: 2024-11-15\nkind: post\n---\n");
    vec![
        put(POST, text),
        put("content/tin/mot.md", post("Một")),
        put("content/tin/hai.md", post("Hai")),
    ]
}

fn file(path: &str, text: &str) -> Vec<Edit> {
    vec![put(&format!("themes/nho/{path}"), text)]
}

#[test]
fn a_template_that_cannot_be_read_is_told() {
    let at = |place: &str| format!("{POST}{place}");
    let told = |what: &str, text: &str, place: &str, value: &str| {
        case(what, template(text), ("B502", &at(place), value), "tera 2")
    };
    try_all(&[
        told("no condition", "<p>\n{% if %}x", ":2:7", "%}"),
        told("not closed", "{{ page", ":1:8", ""),
        told("a block not closed", "{% block a %}\nx\n", ":3:1", ""),
        told("unknown filter", "<p>{{ page.title | khong }}", ":1:20", "khong"),
        told("unknown test", "{% if page is khong %}{% endif %}", ":1:15", "khong"),
        told("unknown function", "\n\n  {{ khong() }}", ":3:6", "khong"),
        told("unknown component", "{{<khong/>}}", ":1:3", "khong"),
        told("unknown template", "{% include \"khong.html\" %}", ":1:12", "khong.html"),
        told("unknown parent", "{% extends \"khong.html\" %}", ":1:13", ""),
        told("itself", "{% include \"post.html\" %}", "", ""),
        told("extends itself", "{% extends \"post.html\" %}", "", ""),
        case(
            "unknown words",
            template("{{ t(key=\"nav.hme\") }}"),
            ("B505", &at(":1:11"), "nav.hme"),
            "`nav.home`",
        ),
        case(
            "everything",
            template("{{ __tera_context }}"),
            ("B502", &at(":1:4"), "__tera_context"),
            "",
        ),
        case(
            "a component twice",
            file(
                "templates/components/x.html",
                "{% component hop(a: string) %}{% endcomponent hop %}\n",
            ),
            ("B502", "themes/nho/templates/components/x.html", "hop"),
            "tera 2",
        ),
    ]);
}

#[test]
fn a_template_that_fails_is_told_once() {
    let at = |place: &str| format!("{POST}{place}");
    let told = |what: &str, text: &str, place: &str, value: &str| {
        case(what, template(text), ("B503", &at(place), value), "`tin/hai/index.html`")
    };
    try_all(&[
        told("unknown name", "<p>\n  {{ khong }}\n", ":2:6", "khong"),
        told("unknown field", "{{ page.khong }}", ":1:9", "khong"),
        told("adding a text", "{{ page.title + 1 }}", ":1:4", "+"),
        told("thrown", "{{ throw(message=\"`x`\") }}", ":1:4", "x"),
        told("unknown words", "{{ t(key=\"khong.\" ~ page.lang) }}", ":1:4", "khong.vi"),
    ]);
}

#[test]
fn a_mistake_in_the_files_of_a_theme_is_told() {
    try_all(&[
        case(
            "unknown key",
            file("theme.yaml", "nam: A\nextends: civic\n"),
            ("B102", "themes/nho/theme.yaml:1:1", "nam"),
            "`name`",
        ),
        case(
            "missing theme below",
            file("theme.yaml", "extends: cvic\n"),
            ("B501", "themes/nho/theme.yaml:1:10", "cvic"),
            "`civic`",
        ),
        case(
            "upon itself",
            file("theme.yaml", "extends: nho\n"),
            ("B106", "themes/nho/theme.yaml:1:10", "nho"),
            "`extends:`",
        ),
        case(
            "upon nothing",
            file("theme.yaml", "name: A\n"),
            ("B504", "themes/nho/theme.yaml", "page.html"),
            "`extends: civic`",
        ),
        case(
            "empty",
            file("theme.yaml", ""),
            ("B504", "themes/nho/theme.yaml", "page.html"),
            "`extends: civic`",
        ),
        case(
            "words not closed",
            file("i18n/vi.yaml", "nav:\n  home: [A\n"),
            ("B101", "themes/nho/i18n/vi.yaml:2:9", ""),
            "",
        ),
        case(
            "words as a list",
            file("i18n/vi.yaml", "- a\n"),
            ("B103", "themes/nho/i18n/vi.yaml:1:1", ""),
            "",
        ),
        case(
            "dates as a word",
            file("i18n/vi.yaml", "dates: x\n"),
            ("B103", "themes/nho/i18n/vi.yaml:1:8", ""),
            "",
        ),
        case(
            "signs of numbers",
            file("i18n/vi.yaml", "numbers: { grup: \".\" }\n"),
            ("B102", "themes/nho/i18n/vi.yaml:1:12", "grup"),
            "`group`",
        ),
    ]);
}
