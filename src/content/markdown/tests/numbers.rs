//! Numbers of documents.

use super::{body, body_by, html, show};
use crate::content::RawHtml;

#[test]
fn a_number_in_a_text_is_a_symbol() {
    assert_eq!(
        html("Theo 72/KH-UBND, ngày 25/3/2024."),
        "<p>Theo ⟨nº 72/KH-UBND⟩, ngày 25/3/2024.</p>\n"
    );
    assert_eq!(html("**30/2020/NĐ-CP**"), "<p><strong>⟨nº 30/2020/NĐ-CP⟩</strong></p>\n");
    assert_eq!(html("| a |\n|---|\n| 72/KH-UBND |\n").matches("⟨nº 72/KH-UBND⟩").count(), 1);
}

#[test]
fn a_number_that_comes_in_parts_is_one() {
    for text in ["739/BNV-CTTN&BĐG", "739/BNV-CTTN&amp;BĐG", "739/BNV\\-CTTN&BĐG"] {
        assert_eq!(html(text), "<p>⟨nº 739/BNV-CTTN&BĐG⟩</p>\n", "{text}");
    }
}

#[test]
fn a_heading_and_the_opening_keep_the_text_of_a_number() {
    let body = body("Theo 72/KH-UBND.\n\n## Về 72/KH-UBND\n");
    assert_eq!(body.opening, "Theo 72/KH-UBND.");
    assert_eq!(body.headings[0].title, "Về 72/KH-UBND");
    assert_eq!(body.headings[0].id, "ve-72-kh-ubnd");
    assert_eq!(body.words, 4);
}

#[test]
fn code_links_and_pictures_keep_their_numbers_as_text() {
    for text in [
        "`72/KH-UBND`",
        "    72/KH-UBND",
        "```\n72/KH-UBND\n```",
        "[72/KH-UBND](a.md)",
        "[*số 72/KH-UBND*](a.md)",
        "<https://vi.du/72/KH-UBND>",
        "![72/KH-UBND](a.png)",
        "<kbd>72/KH-UBND</kbd>",
        "<a href=\"a.md\">72/KH-UBND</a>",
        "<p title=\"72/KH-UBND\">72/KH-UBND</p>",
    ] {
        let shown = show(&body(text).pieces);
        assert!(!shown.contains("nº"), "{text}: {shown}");
    }
    assert!(html("[a](a.md) 72/KH-UBND").contains("nº"));
}

#[test]
fn raw_html_that_stays_as_it_is_keeps_its_links() {
    let allowed = |text: &str| show(&body_by(text, RawHtml::Allow).0.pieces);
    assert!(!allowed("<a href='x'>72/KH-UBND</a>").contains("nº"));
    assert!(allowed("<a href='x'>x</a> 72/KH-UBND").contains("nº"));
    assert!(allowed("<b>72/KH-UBND</b>").contains("nº"));
}

#[test]
fn a_number_beside_raw_html_is_not_lost() {
    assert_eq!(html("<b>Theo</b> 72/KH-UBND"), "<p><b>Theo</b> ⟨nº 72/KH-UBND⟩</p>\n");
}

#[test]
fn many_numbers_take_no_longer_than_many_words() {
    let body = body(&"72/KH-UBND 1/2/3/4/5 ".repeat(20_000));
    assert_eq!(
        body.pieces
            .iter()
            .filter(|piece| matches!(piece, crate::content::Piece::Number(_)))
            .count(),
        20_000
    );
}
