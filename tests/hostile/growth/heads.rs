//! Front matter, settings and data.

use super::{Shape, each, file, try_all};

/// A page with these lines in its front matter.
fn head(what: &'static str, lines: impl Fn(usize) -> String + 'static) -> Shape {
    file(what, "content/tin/bai.md", move |n| format!("---\ntitle: Bài\n{}\n---\nChữ.\n", lines(n)))
}

/// Settings with these lines.
fn settings(what: &'static str, lines: impl Fn(usize) -> String + 'static) -> Shape {
    file(what, "site.yaml", move |n| {
        format!(
            "title: Bảng tin\ntheme: be\nlanguages: {{ vi: {{ name: Tiếng Việt }} }}\n{}\n",
            lines(n)
        )
    })
}

#[test]
fn front_matter_grows_as_the_text_does() {
    try_all(&[
        head("unknown keys", |n| each(n, |at| format!("khoa{at}: a\n"))),
        head("misspelt keys", |n| each(n, |at| format!("titel{at}: a\n"))),
        head("one key again and again", |n| "titel: a\n".repeat(n)),
        head("keys without a blank", |n| each(n, |at| format!("a{at}:b\n"))),
        head("keys behind tabs", |n| each(n, |at| format!("\ta{at}: b\n"))),
        head("lines that are no keys", |n| "chữ thường\n".repeat(n)),
        head("colons in a title", |n| format!("summary: {}b", "a: ".repeat(n))),
        head("colons in each value", |n| each(n, |at| format!("a{at}: b: c\n"))),
        head("signs of a comment", |n| format!("summary: {}", "a #b ".repeat(n))),
        head("a long value", |n| format!("summary: {}", "chữ ".repeat(n))),
        head("a block", |n| format!("summary: |\n{}", "  chữ\n".repeat(n))),
        head("lines of one value", |n| format!("summary: a\n{}", "  chữ\n".repeat(n))),
        head("an open quotation mark", |n| format!("summary: \"a\n{}", "b: c\n".repeat(n))),
        head("quotation marks within", |n| format!("summary: \"{}", "a\" ".repeat(n))),
        head("old addresses in one text", |n| format!("aliases: \"{}\"", "/a, ".repeat(n))),
        head("commas in an old address", |n| format!("aliases: \"/a{}\"", ",".repeat(n))),
        head("marks in a title", |n| format!("summary: \"{}\"", "**a** &amp; <b>c ".repeat(n))),
        head("a whole address", |n| format!("path: https://a.vn/{}", "b/".repeat(n))),
        head("a flow list", |n| format!("topics: [{}]", "a, ".repeat(n))),
        head("a flow list that stays open", |n| format!("topics: [{}", "a, ".repeat(n))),
        head("brackets", |n| format!("topics: {}", "[".repeat(n))),
        head("braces", |n| format!("extra: {}", "{a: ".repeat(n))),
        head("a deep tree", |n| {
            format!("extra:\n{}", each(n.min(1_000), |at| format!("{}a:\n", " ".repeat(at + 1))))
        }),
        head("names", |n| format!("extra: [{}]", each(n, |at| format!("&a{at} b, *a{at}, ")))),
        head("merges", |n| {
            format!("extra: {{ {} }}", each(n, |at| format!("a{at}: &b {{ <<: *b }}, ")))
        }),
        head("letters that no one sees", |n| each(n, |at| format!("a{at}: b\u{200b}\n"))),
        head("what is open for templates", |n| {
            format!("extra:\n{}", each(n, |at| format!("  a{at}: {{ b: [c, d] }}\n")))
        }),
    ]);
}

#[test]
fn lists_of_front_matter_grow_as_the_text_does() {
    let items = |key: &'static str, item: fn(usize) -> String| {
        head(key, move |n| format!("{key}:\n{}", each(n, |at| format!("  - {}\n", item(at)))))
    };
    try_all(&[
        items("aliases", |at| format!("/cu/{at}/")),
        items("topics", |at| format!("chu-de-{at}")),
        items("authors", |at| format!("Người {at}")),
        items("links", |at| format!("{{ title: A, url: \"@/tin/x{at}.md\" }}")),
        items("files", |at| format!("a{at}.pdf")),
        head("aliases alike", |n| format!("aliases: [{}]", "/cu/, ".repeat(n))),
        head("topics alike", |n| format!("topics: [{}]", "a, ".repeat(n))),
    ]);
}

#[test]
fn settings_grow_as_the_text_does() {
    try_all(&[
        settings("unknown settings", |n| each(n, |at| format!("khoa{at}: a\n"))),
        settings("menus", |n| {
            format!("menus:\n{}", each(n, |at| format!("  a{at}: [\"@/_index.md\"]\n")))
        }),
        settings("a menu", |n| {
            format!("menus: {{ main: [{}] }}", "\"@/tin/_index.md\", ".repeat(n))
        }),
        settings("a menu to nowhere", |n| {
            format!("menus:\n  main:\n{}", each(n, |at| format!("    - \"@/tin/bia{at}.md\"\n")))
        }),
        settings("taxonomies", |n| {
            format!("taxonomies:\n{}", each(n, |at| format!("  a{at}: {{ title: A }}\n")))
        }),
        settings("terms", |n| {
            let terms = each(n, |at| format!("      a{at}: A\n"));
            format!("taxonomies:\n  topics:\n    title: A\n    terms:\n{terms}")
        }),
    ]);
}

#[test]
fn data_grow_as_the_text_does() {
    let agencies = |what, entry: fn(usize) -> String| {
        file(what, "content/_data/agencies.yaml", move |n| {
            format!("ubnd: {{ name: U }}\n{}", each(n, entry))
        })
    };
    let data = |path, entry: fn(usize) -> String| file(path, path, move |n| each(n, entry));
    try_all(&[
        agencies("agencies", |at| format!("a{at}: {{ name: Đơn vị {at} }}\n")),
        agencies("agencies in a chain", |at| {
            format!("a{at}: {{ name: A {at}, replaced_by: a{} }}\n", at + 1)
        }),
        agencies("agencies replaced by none", |at| {
            format!("a{at}: {{ name: A {at}, replaced_by: b{at} }}\n")
        }),
        agencies("agencies with misspelt keys", |at| format!("a{at}: {{ nmae: A }}\n")),
        agencies("agencies without a name", |at| format!("a{at}: {{}}\n")),
        data("content/_data/places.yaml", |at| format!("a{at}: {{ name: A, area: xaa{at} }}\n")),
        data("content/_data/areas.yaml", |at| format!("a{at}: {{ name: Xã A, kind: xa }}\n")),
        data("content/_data/hotlines.yaml", |at| format!("a{at}: {{ number: \"{at}\" }}\n")),
        data("content/_data/campaigns.yaml", |at| format!("a{at}: {{ name: A {at}, not: B }}\n")),
        data("content/_data/glossary.yaml", |at| {
            format!("a{at}: {{ term: từ {at}, meaning: A, not: chữ {at} }}\n")
        }),
        data("content/_data/danger.yaml", |at| format!("a{at}: b\n")),
        data("content/_data/khac.yaml", |at| format!("a{at}: b\n")),
        data("content/_data/plces.yaml", |at| format!("a{at}: {{ name: A }}\n")),
    ]);
}
