//! Raw HTML.

use super::{body, body_by, faults, html, show};
use crate::content::RawHtml;

#[test]
fn harmless_html_stays_and_is_balanced() {
    let cases = [
        (
            "<div class=\"a\">\n\n**b**\n\n</div>",
            "<div class=\"a\">\n<p><strong>b</strong></p>\n</div>",
        ),
        ("a <kbd>Ctrl</kbd> b", "<p>a <kbd>Ctrl</kbd> b</p>"),
        (
            "<details open><summary>A</summary>\n\nb\n\n</details>",
            "<details open=\"\"><summary>A</summary>\n<p>b</p>\n</details>",
        ),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("<!-- a\n\nb -->\n\nc", "<p>c</p>"),
        ("1 < 2 & a <b>c</b>", "<p>1 &lt; 2 &amp; a <b>c</b></p>"),
        ("<b>&eacute; &#233; &lt;</b> &#150;", "<p><b>é é &lt;</b> –</p>"),
        ("<div>&eacute;&#233; &copy &notit; &#150;</div>", "<div>éé © ¬it; –</div>"),
        ("<i title='&eacute;&copy=1'>a</i>", "<p><i title=\"é&amp;copy=1\">a</i></p>"),
        ("<p title='\"a\"'>b</p>", "<p title=\"&quot;a&quot;\">b</p>"),
        (
            "<b>x</b>\n\n- [ ] a",
            "<p><b>x</b></p>\n<ul>\n<li class=\"todo\"><span class=\"mark\">☐</span> a</li>\n</ul>",
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text).trim_end(), wanted, "{text}");
    }
}

#[test]
fn tags_that_do_not_match_are_told_and_balanced() {
    for (text, wanted, told) in [
        ("<div>\n\na", "<div>\n<p>a</p>\n</div>", "1:1+5 the `<div>` that opens here"),
        ("a</div>\n\nb", "<p>a</p>\n<p>b</p>", "1:2+6 the `</div>` closes nothing"),
        (
            "a <b>c\n\nd</b>",
            "<p>a <b>c</b></p>\n<p>d</p>",
            "1:3+3 the `<b>` that opens here is not closed",
        ),
        ("a <i>c<i> d", "<p>a <i>c<i> d</i></i></p>", "1:7+3 this `<i>` opens a second time"),
        ("a <mark>c", "<p>a <mark>c</mark></p>", "1:3+6 the `<mark>` that opens here"),
    ] {
        let (body, faults) = body_by(text, RawHtml::Clean);
        assert_eq!(show(&body.pieces).trim_end(), wanted, "{text}");
        assert!(faults.len() == 1 && faults[0].contains(told), "{text}: {faults:?}");
    }
}

#[test]
fn links_and_pictures_in_html_are_like_any_other() {
    let cases = [
        ("<a href=\"@/b.md\">c</a> d", "<p><a href=\"⟨@/b.md⟩\">c</a> d</p>"),
        ("<a href=https://b.vn?c&amp;d>c</a>", "<p><a href=\"https://b.vn?c&amp;d\">c</a></p>"),
        (
            "<a href=\"https://b.vn/num&eacute;rique?a&copy=1&#38;b\">c</a>",
            "<p><a href=\"https://b.vn/num%C3%A9rique?a&amp;copy=1&amp;b\">c</a></p>",
        ),
        ("<a href='&commat;/b.md'>c</a>", "<p><a href=\"⟨@/b.md⟩\">c</a></p>"),
        (
            "a <img src='b.png' alt='c &amp; \"d\"' width=3 title=e>",
            "<p>a ⟨img b.png|c & \"d\"|e⟩</p>",
        ),
        (
            "<b>a</b> [c](d.md) ![e](f.png) [g](https://h.vn)",
            "<p><b>a</b> <a href=\"⟨d.md⟩\">c</a> ⟨img f.png|e⟩ <a href=\"https://h.vn\">g</a></p>",
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text).trim_end(), wanted, "{text}");
    }
    let told = "B309 1:10+12 links of the kind `javascript:` are not allowed";
    assert_eq!(faults("<a href=\"javascript:a\">b</a>"), [told]);
    assert_eq!(
        faults("<img src=data:x>"),
        ["B309 1:10+6 links of the kind `data:` are not allowed"]
    );
}

#[test]
fn what_is_dropped_is_said() {
    let dropped =
        |place: &str, what: &str| format!("B307 {place} `{what}` is left out of the page");
    let cases = [
        ("a <script>b</script> c", vec![dropped("1:3+8", "<script>")], "<p>a  c</p>"),
        ("<script>\nb\n\nc\n</script>\nd", vec![dropped("1:1+8", "<script>")], "<p>d</p>"),
        ("a <script> b", vec![dropped("1:3+8", "<script>")], "<p>a  b</p>"),
        ("<iframe src=x></iframe>\n\nb", vec![dropped("1:1+14", "<iframe>")], "<p>b</p>"),
        (
            "<p onclick=\"x()\" style=\"y\">b</p>",
            vec![dropped("1:13+3", "onclick"), dropped("1:25+1", "style")],
            "<p>b</p>",
        ),
        (
            "> <div\n> onload=x>b</div>",
            vec![dropped("2:10+1", "onload")],
            "<blockquote>\n<div>b</div></blockquote>",
        ),
        ("<svg><path d=x/></svg>", vec![dropped("1:1+5", "<svg>")], "<p></p>"),
        ("<center>b</center>", vec![dropped("1:1+8", "<center>")], "b"),
        ("<h1>b</h1>", vec![dropped("1:1+4", "<h1>")], "b"),
        ("<!DOCTYPE html>", vec![dropped("1:1+15", "<!…>")], ""),
    ];
    for (text, told, shown) in cases {
        assert_eq!(faults(text), told, "{text}");
        assert_eq!(show(&body(text).pieces).trim(), shown, "{text}");
    }
    assert_eq!(faults(&"<font>a</font>\n\n".repeat(50)).len(), 20);
    assert_eq!(
        faults("a\n\n<!-- b\n\nc"),
        [
            "B322 3:1+4 the comment that `<!--` opens here is not closed, so nothing that follows is shown"
        ]
    );
}

#[test]
fn a_table_that_was_pasted_is_told_once() {
    let table = "<table class=\"a\" border=1 width=\"9\">\n<tr style=\"x\"><td width=5 valign=top>a<o:p></o:p></td></tr>\n\n<tr style=\"y\"><td bgcolor=red>b</td></tr>\n</table>\n\n<p style=\"z\">c</p>";
    let told = [
        "B307 1:25+1 `border`, `width`, `style`, `bgcolor` are left out of the page (6 places)",
        "B307 2:34+3 `valign` is left out of the page",
        "B307 7:11+1 `style` is left out of the page",
        "B307 2:39+5 the tag `<o:p>` and another of Word are left out of the page",
    ];
    assert_eq!(faults(table), told);
}

#[test]
fn tags_of_word_are_left_out_within_a_line_too() {
    for (text, shown) in [
        ("Họp tại <st1:place w:st=\"on\">Hà Nội</st1:place> nhé", "<p>Họp tại Hà Nội nhé</p>"),
        ("**Chữ<o:p></o:p>**", "<p><strong>Chữ</strong></p>"),
        ("<o:p></o:p>Chữ\n<w:sdt>\n", "<p>Chữ</p>"),
        ("<![if !supportLists]>· <![endif]>Chữ", "<p>· Chữ</p>"),
        ("<?xml:namespace prefix = o ns = \"x\" />Chữ", "<p>Chữ</p>"),
        ("[a<o:p/>](https://a.vn)", "<p><a href=\"https://a.vn\">a</a></p>"),
    ] {
        let (body, told) = body_by(text, RawHtml::Clean);
        assert_eq!(show(&body.pieces).trim_end(), shown, "{text}");
        let own: Vec<&String> = told.iter().filter(|told| told.contains("B307")).collect();
        assert_eq!(own.len(), 1, "{text}: {told:?}");
        assert!(own[0].contains("of Word"), "{told:?}");
    }
    for code in
        ["`<o:p>`", "```\na <o:p></o:p>\n<w:sdt>\n```", "<tel:111>", "`` `<v:a b=\"đ\">` ``"]
    {
        let shown = html(code);
        assert!(
            shown.contains("&lt;o:p&gt;")
                || shown.contains("tel:")
                || shown.contains("`&lt;v:a b=&quot;đ&quot;&gt;`"),
            "{shown}"
        );
    }
    assert_eq!(html("```\na <o:p></o:p>\n<w:sdt>\n```").matches("&lt;w:sdt&gt;").count(), 1);
}

#[test]
fn bare_addresses_are_links_where_text_is() {
    for (text, shown) in [
        (
            "Xem https://a.vn/72/KH-UBND, www.b.vn.",
            "<p>Xem <a href=\"https://a.vn/72/KH-UBND\">https://a.vn/72/KH-UBND</a>, <a href=\"https://www.b.vn\">www.b.vn</a>.</p>",
        ),
        (
            "(https://a.vn/?b=1&c=2) **so@a.gov.vn**",
            "<p>(<a href=\"https://a.vn/?b=1&amp;c=2\">https://a.vn/?b=1&amp;c=2</a>) <strong><a href=\"mailto:so@a.gov.vn\">so@a.gov.vn</a></strong></p>",
        ),
        ("`https://a.vn`", "<p><code>https://a.vn</code></p>"),
        ("[https://a.vn](https://b.vn)", "<p><a href=\"https://b.vn\">https://a.vn</a></p>"),
        ("<a href=\"https://b.vn\">www.a.vn</a>", "<p><a href=\"https://b.vn\">www.a.vn</a></p>"),
        ("<https://a.vn>", "<p><a href=\"https://a.vn\">https://a.vn</a></p>"),
        ("![https://a.vn](b.png)", "<p>⟨img b.png|https://a.vn⟩</p>"),
        (
            "https://a.vn/a_b_c-d",
            "<p><a href=\"https://a.vn/a_b_c-d\">https://a.vn/a_b_c-d</a></p>",
        ),
    ] {
        assert_eq!(html(text).trim_end(), shown, "{text}");
    }
}

#[test]
fn ids_in_html_are_anchors() {
    assert_eq!(body("<div id=\"a\">\n\n## B\n\n</div>").anchors, ["a", "b"]);
    assert_eq!(body_by("<div id=\"a\"></div>", RawHtml::Allow).0.anchors, ["a"]);
    assert_eq!(faults("<i id=a></i><i id=a></i>"), ["B206 1:19+1 the id `a` is used twice"]);
}

#[test]
fn each_container_is_balanced_by_itself() {
    let text = "<div>\n\n::: x\n</div>\n\na\n:::\n\n<b>c";
    let shown = show(&body(text).pieces);
    assert_eq!(shown.trim_end(), "<div>\n⟨x⟩\n<p>a</p>\n⟨/x⟩<p><b>c</b></p>\n</div>");
    let text = "<div>\n::: x\n<i>a</i>\n:::\n</div>";
    assert_eq!(html(text).trim_end(), "<div>\n⟨x⟩<i>a</i>\n⟨/x⟩</div>");
}

#[test]
fn no_text_forges_a_mark() {
    let forged = "<b>a</b> [c](d.md) \u{fdd0}0\u{fdd1} &#xFDD0;0&#xFDD1; &#64976;0&#64977; <i title=\"&#xfdd0;0&#xFDD1\">e</i>";
    let shown = show(&body(forged).pieces);
    assert_eq!(shown.matches('⟨').count(), 1, "{shown}");
    assert_eq!(shown.matches(super::super::clean::is_mark).count(), 0, "{shown}");
    let block = "<div>\n&#x00FDD0;0&#xFDD1;\n</div>\n\n[c](d.md)";
    assert_eq!(show(&body(block).pieces).matches('⟨').count(), 1);
}

#[test]
fn html_may_be_shown_or_left() {
    let by = |text: &str, rule| show(&body_by(text, rule).0.pieces);
    assert_eq!(by("a <b>c</b>", RawHtml::Escape), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    assert_eq!(by("<div>\na\n</div>", RawHtml::Escape), "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>\n");
    assert_eq!(by("<div onclick=x>\na\n</div>", RawHtml::Allow), "<div onclick=x>\na\n</div>");
}
