//! Texts that mean harm, or nothing at all.

use proptest::prelude::*;

use super::{body_by, faults};
use crate::content::{Piece, RawHtml};
use crate::diagnostics::Span;

#[test]
fn what_nests_without_end_is_refused() {
    let n = 20_000;
    let cases = [
        "[".repeat(n),
        "![".repeat(n),
        ">".repeat(n),
        "- ".repeat(n) + "a",
        "1. ".repeat(n) + "a",
        format!("{}a{}", "*".repeat(n), "*".repeat(n)),
        format!("{}a{}", "![".repeat(400), "](b)".repeat(400)),
        "::: a\n".repeat(n),
        ":::: a\n> ".repeat(200),
        "<div>\n\n".repeat(n),
        "<b>".repeat(n),
        (0..300).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect(),
    ];
    for text in cases {
        let (body, told) = body_by(&text, RawHtml::Clean);
        let deep = told.iter().filter(|fault| fault.starts_with("B308 ")).count();
        assert_eq!(deep, 1, "{:.20}: {:?}", text, told.first());
        assert!(body.pieces.is_empty());
    }
}

#[test]
fn what_is_only_long_is_read() {
    let n = 20_000;
    let cases = [
        "(".repeat(n),
        "]".repeat(n),
        "[a](".repeat(400),
        "*a ".repeat(n),
        "*".repeat(n),
        "`".repeat(n),
        "<".repeat(n),
        "&".repeat(n),
        "a|".repeat(n),
        "# a\n".repeat(n),
        "a[^a]\n\n[^a]: b\n\n".repeat(200),
        "<i>a</i> <!-- b --> ".repeat(2000),
        "{{ a(".repeat(n),
        "- a\n".repeat(n),
        "> a\n".repeat(n),
    ];
    for text in cases {
        assert!(!faults(&text).iter().any(|fault| fault.starts_with("B308 ")), "{text:.20}");
    }
}

/// Every span in the pieces is one of the text.
fn check_spans(pieces: &[Piece], len: usize) {
    let check = |span: &Span| {
        assert!(span.start <= span.end && span.end as usize <= len, "{span:?} of {len}")
    };
    for piece in pieces {
        match piece {
            Piece::Html(_) | Piece::Number(_) => {}
            Piece::Link(target) => check(&target.span),
            Piece::Image(image) => check(&image.target.span),
            Piece::Component(component) => {
                check(&component.span);
                component.arguments.values().for_each(|argument| check(&argument.span));
                check_spans(component.body.as_deref().unwrap_or_default(), len);
            }
        }
    }
}

/// The HTML in the pieces, without what the theme will make of arguments.
fn html_of(pieces: &[Piece]) -> String {
    let parts = pieces.iter().map(|piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Link(_) | Piece::Image(_) | Piece::Number(_) => String::new(),
        Piece::Component(component) => html_of(component.body.as_deref().unwrap_or_default()),
    });
    parts.collect()
}

/// What has a meaning somewhere, which random letters seldom hit.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "a", " ", "\n", "\n\n", "  ", "    ", "\t", "- ", "1. ", "> ", "# ", "## ", "=\n", "---",
    "```", "~~~", "`", "*", "**", "_", "[", "]", "(", ")", "](b.md)", "![", "[^a]", "[^a]: ",
    "[a]: b", "{#x}", "{", "}", ":::", "::: x", "::: x {a=\"b\"}\n", "\n:::\n", "::::",
    "{{ x() }}", "{{ x(a=", "}}", "\"", "'", "<div>", "</div>", "<b", ">", "<!--", "-->",
    "<script>", "</script>", "<img src=x>", "<a href='", "<?", "?>", "<![CDATA[", "&#xFDD0;",
    "\u{fdd0}", "0", "\u{fdd1}", "&", ";", "|", "|-|\n", ": ", "- [x] ", "[!NOTE]\n", "đ",
    "\u{a0}", "\\", "\r", "<td>", "<table>", "</p>", "https://a.vn", "<a@b.vn>", "~~",
    "\u{301}", "😀",
];

fn marks() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(MARKS), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn nothing_panics(text in prop_oneof![3 => marks(), 1 => any::<String>()], rule in 0..3) {
        let rule = [RawHtml::Clean, RawHtml::Allow, RawHtml::Escape][rule as usize];
        let (body, _) = body_by(&text, rule);
        check_spans(&body.pieces, text.len() + "---\ntitle: Đề\n---\n".len());
        if rule == RawHtml::Clean {
            let shown = html_of(&body.pieces);
            for harm in ["<script", "<iframe", " onclick", "javascript:"] {
                prop_assert!(!shown.contains(harm), "{shown}");
            }
            prop_assert!(!shown.contains("<img"), "{shown}");
        }
    }
}
