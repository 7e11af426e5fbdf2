//! Texts of pages.

use super::{Shape, each, file, try_all};

/// A page with this text.
fn body(what: &'static str, text: impl Fn(usize) -> String + 'static) -> Shape {
    file(what, "content/tin/bai.md", move |n| format!("---\ntitle: Bài\n---\n{}\n", text(n)))
}

/// A page with this so often in its text.
fn many(part: &'static str) -> Shape {
    body(part, move |n| part.repeat(n))
}

#[test]
fn marks_of_markdown_grow_as_the_text_does() {
    try_all(&[
        many("[a\n\n"),
        many("]"),
        many("[a](b "),
        many("[a][b "),
        many("*a "),
        many("**a *b _c __d "),
        many("a**b"),
        many("*"),
        many("`a"),
        many("` "),
        body("backticks, ever more", |n| each(n, |at| format!("{}a ", "`".repeat(at % 300 + 1)))),
        many("<"),
        many("<a "),
        many("<a b=\""),
        many("<!--"),
        many("<?"),
        many("<![CDATA["),
        many("&"),
        many("---\n"),
        many("a\n---\n"),
        many("```\n"),
    ]);
}

#[test]
fn blocks_grow_as_the_text_does() {
    try_all(&[
        many("# A\n\n"),
        body("headings", |n| each(n, |at| format!("## Mục {at}\n\n"))),
        many("- a\n"),
        many("1. a\n"),
        many("a\n: b\n\n"),
        many("> a\n"),
        many("> [!NOTE]\n> a\n\n"),
        many("    a b c, d.\n\n"),
        many("\n"),
        many("a\n\n"),
        many("chữ "),
        many("chữ"),
        body("a row of cells", |n| format!("|{}\n|{}\n", "a|".repeat(n), "-|".repeat(n))),
        body("rows", |n| format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(n))),
        body("rows of too many cells", |n| format!("|a|\n|-|\n{}", "|c|d|e|\n".repeat(n))),
        body("tables", |n| "|a|b|\n|-|-|\n|c|d|\n\n".repeat(n)),
        body("rows without a head", |n| "|a|b|\n".repeat(n)),
    ]);
}

#[test]
fn marks_of_other_programs_grow_as_the_text_does() {
    try_all(&[
        many("$a_b "),
        many("$a_b$ "),
        many("$$a=b "),
        many("$$a=b$$\n\n"),
        many("\\(a_b "),
        many("\\(a_b = c\\)\n"),
        many(":: chú ý\n\n"),
        many("::: chú ý\na\n:::\n\n"),
        many(":::{note}\na\n:::\n\n"),
        many("a\n:: b\n\n"),
        many("- ( ) a\n"),
        many("(x) a\n\n"),
        many("+--+--+\n| a | b |\n"),
        many("│ a │ b │\n"),
        many("a,b,c\n"),
        many("{# a #} "),
        many("<% a %> "),
        many("'''\na\n'''\n\n"),
        many("Điều 1. A\n"),
        many("HYPERLINK \"a\" "),
    ]);
}

#[test]
fn containers_and_calls_grow_as_the_text_does() {
    try_all(&[
        many("::: box\na\n:::\n\n"),
        many("::: boxx\na\n:::\n\n"),
        many(":::\n\n"),
        many("{{ agency(key=\"ubnd\") }}\n\n"),
        many("{{ agency(key=\"ubdn\") }}\n\n"),
        many("{{ agency(key=\"ubnd\")\n\n"),
        body("arguments", |n| format!("{{{{ box({}) }}}}", each(n, |at| format!("a{at}=1, ")))),
        body("arguments alike", |n| format!("{{{{ box({}) }}}}", "a=1, ".repeat(n))),
        body("arguments of a container", |n| {
            format!("::: box {{{}}}\na\n:::\n", each(n, |at| format!("a{at}=1 ")))
        }),
        many("{{ a(b="),
        many("{{< a >}} "),
        body("foreign calls", |n| each(n, |at| format!("{{{{< a{at} >}}}} "))),
        many("{"),
        many("{%"),
    ]);
}

#[test]
fn elements_grow_as_the_text_does() {
    try_all(&[
        many("<b>a\n\n"),
        many("<div>a\n\n"),
        many("<div>\na\n</div>\n\n"),
        many("a <b>c</b> "),
        many("<b></i>"),
        many("<table><tr><td>"),
        many("<font color=red>a</font>"),
        many("<script>a\n\n"),
        many("<a href=\"b.md\">c</a> "),
        many("<i id=a></i>"),
        body("ids", |n| each(n, |at| format!("<i id=a{at}></i>"))),
        body("an element with keys", |n| {
            format!("<div{}>a</div>", each(n, |at| format!(" a{at}=1")))
        }),
        body("elements of many names", |n| {
            format!("<div>\n{}</div>", each(n, |at| format!("<x{at}>")))
        }),
        many("a<!-- b -->"),
    ]);
}

#[test]
fn links_and_notes_grow_as_the_text_does() {
    try_all(&[
        many("[a](@/ke-hoach.md) "),
        many("[a](@/none.md) "),
        many("[a](@/ke-hoahc.md) "),
        many("[a] (@/ke-hoach.md) "),
        many("[đây](https://a.vn/) "),
        many("![](a.png) "),
        many("![a](a.png)\n\n"),
        many("https://a.vn/b "),
        many("a@b.vn "),
        many("https://a.vn/đ--"),
        many("đ--"),
        many("[a]<b.md> "),
        many("![a] "),
        many("[a][] "),
        many("[a|https://a.vn] "),
        many("<https://a.vn|a> "),
        many("[a](mailto:a@b,vn) "),
        body("links to places", |n| each(n, |at| format!("## Mục {at}\n\n[a](#muc-{at})\n\n"))),
        body("links to no places", |n| each(n, |at| format!("## Mục {at}\n\n[a](#muv-{at})\n\n"))),
        body("definitions", |n| each(n, |at| format!("[a{at}]: https://a.vn/\n"))),
        body("definitions alike", |n| "[a]: https://a.vn/\n".repeat(n)),
        body("texts as definitions", |n| each(n, |at| format!("[Hạn {at}]: 15/11\n"))),
        body("references", |n| {
            each(n, |at| format!("[a{at}]\n\n"))
                + &each(n, |at| format!("[a{at}]: https://a.vn/\n"))
        }),
        many("[^a] "),
        body("one note", |n| format!("{}\n\n[^a]: b", "a[^a] ".repeat(n))),
        body("notes", |n| each(n, |at| format!("a[^{at}]\n\n[^{at}]: b\n\n"))),
        body("notes that are not there", |n| each(n, |at| format!("a[^{at}] "))),
        body("notes of nobody", |n| each(n, |at| format!("[^{at}]: b\n\n"))),
        body("notes nearly alike", |n| each(n, |at| format!("a[^chu{at}] ")) + "\n\n[^chus]: b\n"),
        many("[^ 1] "),
        many("^[a b] "),
        many("\n[^a] b\n"),
        body("notes alike", |n| "a[^1]\n\n[^1]: b\n\n".repeat(n)),
    ]);
}

#[test]
fn words_and_letters_grow_as_the_text_does() {
    try_all(&[
        many("\u{200b}a"),
        many("\u{202e}"),
        many("\u{a0}"),
        many("\u{301}"),
        many("BÌNH ĐẲNG "),
        many("Thàng 11 "),
        many("15/11/2026, "),
        many("31/11/2026, "),
        many("8/3/2026 (thứ hai) "),
        many("0901234567 "),
        many("72/KH-UBND "),
        many("30*40*50 "),
        many("“a "),
        many("(a "),
        many("TODO "),
        many("của của "),
        many("Ủy ban nhân dân xã Tư Nghĩa "),
        many("D©y ch÷ cò "),
    ]);
}
