//! Headings, tables, footnotes, lists, code, and what is known of the prose.

use super::{body, faults, html, show};
use crate::content::Heading;

#[test]
fn the_first_heading_is_the_title_and_later_ones_are_lowered() {
    let body = body("# Kế *hoạch*\n\nĐoạn.\n\n# Mục\n\n## Con\n");
    assert_eq!(body.title.as_deref(), Some("Kế hoạch"));
    let heading =
        |level, id: &str, title: &str| Heading { level, id: id.into(), title: title.into() };
    assert_eq!(body.headings, [heading(2, "muc", "Mục"), heading(2, "con", "Con")]);
    assert_eq!(body.anchors, ["muc", "con"]);
    assert_eq!(
        super::show(&body.pieces),
        "<p>Đoạn.</p>\n<h2 id=\"muc\">Mục</h2>\n<h2 id=\"con\">Con</h2>\n"
    );
}

#[test]
fn a_heading_behind_anything_is_no_title() {
    for text in ["Đoạn\n\n# A", "> # A", "- # A", "::: x\n# A\n:::"] {
        let body = body(text);
        assert_eq!((body.title, body.headings.len()), (None, 1), "{text}");
    }
    assert_eq!(body("# ![Ảnh bìa](a.png)").title.as_deref(), Some("Ảnh bìa"));
}

#[test]
fn headings_get_ids_that_are_their_own() {
    let cases = [
        (
            "## Đường dây\n## Đường dây",
            "<h2 id=\"duong-day\">Đường dây</h2>\n<h2 id=\"duong-day-2\">Đường dây</h2>\n",
        ),
        // What is written goes before what is made, wherever it stands.
        ("## Muc\n## Khác {#muc}", "<h2 id=\"muc-2\">Muc</h2>\n<h2 id=\"muc\">Khác</h2>\n"),
        ("## A {#b.1_x .rong}", "<h2 id=\"b.1_x\" class=\"rong\">A</h2>\n"),
        ("## 你好", "<h2 id=\"x6fa8c2b3\">你好</h2>\n"),
        (
            "## A [b](@/c.md) `d`",
            "<h2 id=\"a-b-d\">A <a href=\"⟨@/c.md⟩\">b</a> <code>d</code></h2>\n",
        ),
        ("## Fn 1", "<h2 id=\"h-fn-1\">Fn 1</h2>\n"),
        ("::: x\n## A\n:::\n## A", "⟨x⟩<h2 id=\"a\">A</h2>\n⟨/x⟩<h2 id=\"a-2\">A</h2>\n"),
        ("##\n\nA", "<p>A</p>\n"),
    ];
    for (text, wanted) in cases {
        if text.contains('你') {
            assert!(html(text).starts_with("<h2 id=\"x"), "{text}");
        } else {
            assert_eq!(html(text), wanted, "{text}");
        }
    }
}

#[test]
fn ids_that_cannot_be_are_told() {
    let cases = [
        ("## A {#b}\n## C {#b}", "B206 2:7+2 the id `b` is used twice"),
        ("## A {#fn-1}", "B106 1:7+5 `fn-1` cannot be an id"),
        ("## Kế hoạch {dự}", "B106 1:14+2 `dự` in the braces is not shown"),
    ];
    for (text, wanted) in cases {
        assert_eq!(faults(text), [wanted], "{text}");
    }
    assert!(faults("## A {#mục}").is_empty(), "HTML takes any letters but spaces");
}

#[test]
fn tables_scroll_by_themselves_and_say_what_they_are() {
    let text = "## Số liệu\n\n| Năm | Vụ |\n|:---|---:|\n| **2023** | 5 |\n| 2024 | **3** a |\n";
    let wanted = "<h2 id=\"so-lieu\">Số liệu</h2>\n\
        <section class=\"table\" tabindex=\"0\" aria-label=\"Số liệu\">\n\
        <table><thead><tr><th scope=\"col\" class=\"left\">Năm</th><th scope=\"col\" class=\"right\">Vụ</th></tr></thead><tbody>\n\
        <tr><th scope=\"row\" class=\"left\"><strong>2023</strong></th><td class=\"right\">5</td></tr>\n\
        <tr><td class=\"left\">2024</td><td class=\"right\"><strong>3</strong> a</td></tr>\n\
        </tbody></table>\n</section>\n";
    assert_eq!(html(text), wanted);
    let text =
        "| | A & B |\n|-|-|\n| x | y |\n\n| | A & B |\n|-|-|\n| **x** y **z** | [y](b.md) |\n";
    let shown = html(text);
    assert!(
        shown.contains("aria-label=\"A &amp; B\"")
            && shown.contains("aria-label=\"A &amp; B (2)\""),
        "{shown}"
    );
    assert!(shown.contains("<td></td><th scope=\"col\">A &amp; B</th>"), "{shown}");
    assert!(
        shown.contains(
            "<td><strong>x</strong> y <strong>z</strong></td><td><a href=\"⟨b.md⟩\">y</a></td>"
        ),
        "{shown}"
    );
}

#[test]
fn footnotes_are_numbered_as_they_are_met() {
    let text = "A[^b] B[^a] C[^b].\n\n[^a]: Một.\n[^b]: Hai [x](y.md)[^c].\n\n[^c]: > Ba\n";
    let wanted = "<p>A<sup><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup> \
        B<sup><a href=\"#fn-2\" id=\"fnref-2\" role=\"doc-noteref\">2</a></sup> \
        C<sup><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\">1</a></sup>.</p>\n\
        <section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n\
        <li id=\"fn-1\">\n<p>Hai <a href=\"⟨y.md⟩\">x</a><sup><a href=\"#fn-3\" id=\"fnref-3\" role=\"doc-noteref\">3</a></sup>. \
        <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"↩ 1\">↩\u{fe0e}</a> \
        <a href=\"#fnref-1-2\" role=\"doc-backlink\" aria-label=\"↩ 1-2\">↩\u{fe0e}</a></p>\n</li>\n\
        <li id=\"fn-2\">\n<p>Một. <a href=\"#fnref-2\" role=\"doc-backlink\" aria-label=\"↩ 2\">↩\u{fe0e}</a></p>\n</li>\n\
        <li id=\"fn-3\">\n<blockquote>\n<p>Ba</p>\n</blockquote>\n\
        <p><a href=\"#fnref-3\" role=\"doc-backlink\" aria-label=\"↩ 3\">↩\u{fe0e}</a></p>\n</li>\n\
        </ol>\n</section>\n";
    assert_eq!(html(text), wanted);
    assert_eq!(
        body(text).anchors,
        ["fnref-1", "fnref-2", "fnref-1-2", "fnref-3", "fn-1", "fn-2", "fn-3"]
    );
}

#[test]
fn footnotes_cross_containers_and_case() {
    let text = "::: x\nA[^Đ].\n:::\n\n[^đ]: Một.\n";
    assert!(html(text).contains("⟨x⟩<p>A<sup><a href=\"#fn-1\" id=\"fnref-1\""), "{}", html(text));
    let text = "A[^1].\n\n::: x\n[^1]: Một.\n\nB\n:::\n";
    assert!(html(text).contains("⟨x⟩<p>B</p>\n⟨/x⟩<section"), "{}", html(text));
}

#[test]
fn footnotes_that_no_one_sees_are_told() {
    assert_eq!(show(&body("A[^x].").pieces), "<p>A[^x].</p>\n");
    assert_eq!(faults("A[^x]."), ["B324 1:2+4 there is no footnote `[^x]`"]);
    let unused = "B322 3:1+4 nothing refers to the footnote `[^a]`, so it is not shown";
    assert_eq!(faults("A.\n\n[^a]: Một."), [unused]);
    // A reference in a footnote that is not shown gives no number.
    assert_eq!(faults("A.\n\n[^a]: Một[^b].\n\n[^b]: Hai.").len(), 2);
    let twice = "B206 4:1+4 the footnote `[^a]` is written twice";
    assert_eq!(faults("A[^a].\n\n[^a]: Một.\n[^a]: Hai."), [twice]);
}

#[test]
fn lists_tasks_code_and_the_rest() {
    let cases = [
        (
            "- [x] Rồi\n- [ ] Chưa",
            "<ul>\n<li class=\"todo done\"><span class=\"mark\">☑</span> Rồi</li>\n\
             <li class=\"todo\"><span class=\"mark\">☐</span> Chưa</li>\n</ul>\n",
        ),
        (
            "- [x] A\n\n- B",
            "<ul>\n<li class=\"todo done\">\n<p><span class=\"mark\">☑</span> A</p>\n</li>\n<li>\n<p>B</p>\n</li>\n</ul>\n",
        ),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        (
            "```rust x\n<a> \"b\"...\n```",
            "<pre tabindex=\"0\"><code class=\"language-rust\">&lt;a&gt; &quot;b&quot;...\n</code></pre>\n",
        ),
        ("`\"a\" -- b`", "<p><code>&quot;a&quot; -- b</code></p>\n"),
        ("\"Im lặng\" -- 'không'...", "<p>“Im lặng” – ‘không’…</p>\n"),
        ("~~bỏ~~", "<p><del>bỏ</del></p>\n"),
        ("Từ\n: Nghĩa", "<dl>\n<dt>Từ</dt>\n<dd>Nghĩa</dd>\n</dl>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a  \nb\n\n---", "<p>a<br />\nb</p>\n<hr />\n"),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), wanted, "{text}");
    }
}

#[test]
fn words_and_opening_are_those_of_the_text() {
    let body = body("# Đề mục\n\n- một hai\n\nBa **bốn**năm `sáu` [bảy](x.md).\n\n```\ntám\n```\n");
    assert_eq!(body.words, 7);
    assert_eq!(body.opening, "Ba bốnnăm sáu bảy.");
}
