//! Containers, calls, alerts.

use super::{body, faults, html, show};

#[test]
fn containers_hold_markdown() {
    let cases = [
        (
            "::: details Câu hỏi\n**a**\n:::",
            "⟨details title=Câu hỏi⟩<p><strong>a</strong></p>\n⟨/details⟩",
        ),
        (
            "::: card Tiêu đề {href=\"@/a.md\" n=3 open=true}\na\n:::",
            "⟨card href=→@/a.md n=#3 open=?true title=Tiêu đề⟩<p>a</p>\n⟨/card⟩",
        ),
        (
            ":::steps\n1. a\n2. b\n:::\nc",
            "⟨steps⟩<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n⟨/steps⟩<p>c</p>\n",
        ),
        ("a\n::: x\nb\n:::\nc", "<p>a</p>\n⟨x⟩<p>b</p>\n⟨/x⟩<p>c</p>\n"),
        (":::: a\n::: b\nc\n:::\n::::", "⟨a⟩⟨b⟩<p>c</p>\n⟨/b⟩⟨/a⟩"),
        ("::: a\n::: b\nc\n:::\n:::", "⟨a⟩⟨b⟩<p>c</p>\n⟨/b⟩⟨/a⟩"),
        (
            "- a\n\n  ::: x\n  b\n  :::\n- c",
            "<ul>\n<li>\n<p>a</p>\n⟨x⟩<p>b</p>\n⟨/x⟩</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n",
        ),
        ("> ::: x\n> b\n> :::", "<blockquote>\n⟨x⟩<p>b</p>\n⟨/x⟩</blockquote>\n"),
        (
            "::: x\n| a |\n|---|\n| b |\n:::",
            "⟨x⟩<section class=\"table\" tabindex=\"0\" aria-label=\"a\">\n<table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody>\n<tr><td>b</td></tr>\n</tbody></table>\n</section>\n⟨/x⟩",
        ),
        ("::: x\nA\n: b\n:::", "⟨x⟩<dl>\n<dt>A</dt>\n<dd>b</dd>\n</dl>\n⟨/x⟩"),
        (
            "a[^1]\n\n::: x\n[^1]: b\n:::\nc",
            "<p>a<sup><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup></p>\n⟨x⟩⟨/x⟩<p>c</p>\n<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\">\n<p>b <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"↩ 1\">↩\u{fe0e}</a></p>\n</li>\n</ol>\n</section>\n",
        ),
        ("::: x\n## A\n:::\n## B", "⟨x⟩<h2 id=\"a\">A</h2>\n⟨/x⟩<h2 id=\"b\">B</h2>\n"),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), wanted, "{text}");
    }
}

#[test]
fn calls_stand_alone_on_a_line() {
    let cases = [
        ("{{ hotlines() }}", "⟨hotlines/⟩"),
        ("a\n{{agency(key=\"so-noi-vu\")}}\nb", "<p>a</p>\n⟨agency key=so-noi-vu/⟩<p>b</p>\n"),
        (
            "{{ figure(src=\"./a.png\", alt='Tấm \"ảnh\"', caption=\"a \\\"b\\\" \\\\ }} )\", n=-1.5,) }}",
            "⟨figure alt=Tấm \"ảnh\" caption=a \"b\" \\ }} ) n=#-1.5 src=→./a.png/⟩",
        ),
        ("> [!TIP]\n> {{ x() }}", "⟨alert kind=tip⟩⟨x/⟩⟨/alert⟩"),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), wanted, "{text}");
    }
}

#[test]
fn a_call_within_a_line_is_text_and_told() {
    for (text, told) in [("Viết {{ x() }} vậy", 1), ("{{ x() }} và {{ y() }}", 2)] {
        assert_eq!(show(&body(text).pieces), format!("<p>{text}</p>\n"));
        let faults = faults(text);
        let is_told = |fault: &String| fault.contains("stands within a line");
        assert!(faults.len() == told && faults.iter().all(is_told), "{faults:?}");
    }
    assert_eq!(faults("Viết `{{ x() }}` vậy"), Vec::<String>::new());
}

#[test]
fn fences_in_code_and_comments_are_what_they_look_like() {
    let code = |inside: &str| format!("<pre tabindex=\"0\"><code>{inside}\n</code></pre>\n");
    let cases = [
        ("```\n::: x\n{{ y() }}\n:::\n```", code("::: x\n{{ y() }}\n:::")),
        ("    ::: x\n    :::\n", code("::: x\n:::")),
        (
            "- a\n\n  ~~~\n  ::: Đề\n  ~~~",
            format!("<ul>\n<li>\n<p>a</p>\n{}</li>\n</ul>\n", code("::: Đề")),
        ),
        ("<!--\n::: x\n\n{{ y() }}\n-->\n\na", "<p>a</p>\n".to_owned()),
        ("a\n      ::: x", "<p>a\n::: x</p>\n".to_owned()),
        ("a ::: b", "<p>a ::: b</p>\n".to_owned()),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), wanted, "{text}");
    }
}

#[test]
fn fences_that_do_not_match_are_told() {
    let cases = [
        ("::: x\na", vec!["B306 1:5+1 the container `::: x` is not closed"]),
        ("a\n:::", vec!["B306 2:1+3 there is no open container for `:::` to close"]),
        (":::: a\n::: b\n::::", vec!["B306 2:5+1 the container `::: b` is not closed"]),
        (
            "::: a\n::::",
            vec!["B306 2:1+4 the container opens with 3 colons, this line closes with 4"],
        ),
        ("- ::: a\n\n  ::: b\n\nc", vec!["B306 3:7+1 the container `::: b` is not closed"]),
        (
            "::: a\n- b\n  :::",
            vec!["B306 3:3+3 this `:::` stands in a list or quotation in which nothing was opened"],
        ),
        ("> [!NOTE]\n> ::: a\n\nb", vec!["B306 2:7+1 the container `::: a` is not closed"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(faults(text), wanted, "{text}");
    }
    // What a container held is not lost with its fence.
    assert_eq!(
        super::show(&body("- a\n\n  ::: b\n  c\n\nd").pieces),
        "<ul>\n<li>\n<p>a</p>\n⟨b⟩<p>c</p>\n⟨/b⟩</li>\n</ul>\n<p>d</p>\n"
    );
}

#[test]
fn names_and_arguments_that_cannot_be_are_told() {
    let cases = [
        ("::: Chi tiết\na\n:::", "B304 1:5+8 the theme has no component `Chi tiết`"),
        ("::: Chi tiêu\na\n:::", "B304 1:5+3 `Chi` cannot be the name of a component"),
        ("{{ Đường() }}", "B304 1:4+5 `Đường` cannot be the name of a component"),
        ("::: x {a=\"b\"\na\n:::", "B305 1:7+6 the `{` here is not closed"),
        ("::: x {a}\na\n:::", "B305 1:8+1 the argument here cannot be read"),
        ("::: x {a=b}\na\n:::", "B305 1:10+1 the value of `a` cannot be read"),
        ("{{ x(a=) }}", "B305 1:8+1 the value of `a` cannot be read"),
        ("{{ x(a=\"b) }}", "B305 1:8+2 the quotation mark that opens here is not closed"),
        ("{{ x(a=“b”) }}", "B305 1:8+3 the value of `a` cannot be read"),
        ("{{ x(a=1, a=2) }}", "B305 1:11+3 `a` is written twice"),
        ("{{ x(a=1", "B305 1:1+8 this call is not closed"),
        ("{{ x(a=1) | safe }}", "B305 1:1+19 this call is not closed"),
        ("{{ x(a=1..2) }}", "B305 1:8+4 the value of `a` cannot be read"),
        ("::: x Tên {title=\"b\"}\na\n:::", "B305 1:7+3 the title is written twice"),
    ];
    for (text, wanted) in cases {
        assert_eq!(faults(text), [wanted], "{text}");
    }
    assert_eq!(super::show(&body("::: Chi tiết\na\n:::\nb").pieces), "<p>a</p>\n<p>b</p>\n");
}

#[test]
fn alerts_are_components() {
    let cases = [
        ("> [!NOTE]\n> a", "⟨alert kind=note⟩<p>a</p>\n⟨/alert⟩"),
        ("> [!warning]\n>\n> - a", "⟨alert kind=warning⟩<ul>\n<li>a</li>\n</ul>\n⟨/alert⟩"),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), wanted, "{text}");
    }
    let other = "<blockquote>\n<p>[!KHÁC]\na</p>\n</blockquote>\n";
    assert_eq!(show(&body("> [!KHÁC]\n> a").pieces), other);
}
