//! Headings that leave out a level (WCAG 2.2, 1.3.1): who listens to a page goes by them.

use std::ops::Range;

use crate::content::editorial::plain_text::PassageKind;
use crate::content::editorial::{Check, Found, Levels, MOST, PlainText};
use crate::diagnostics::{Diagnostic, Fix, Span, say};

/// What is said of the headings of a page.
pub(super) fn check(plain: &PlainText, levels: Levels, file: &str) -> Vec<Found> {
    // The title is the heading of level 1.
    let (mut above, mut found) = (1, Vec::new());
    for passage in &plain.passages {
        let PassageKind::Heading(written) = passage.kind else { continue };
        let level = written.max(2);
        let highest = above + 1;
        if level > highest && found.len() < MOST {
            let title = &plain.text[passage.range.clone()];
            let marks = "#".repeat(usize::from(highest));
            let message = say!(
                "đề mục `{title}` là cấp {level} mà phía trên chỉ tới cấp {above}",
                "the heading `{title}` is of level {level}, and above it there is none below {above}"
            );
            let hint = say!("viết `{marks} {title}`", "write `{marks} {title}`");
            let fault = levels.found(Check::Headings, message, hint);
            let span = Span::from(plain.source(passage.range.clone()));
            let start = span.start as usize;
            let change = signs(file, start, written).map(|signs| Fix::likely(signs, marks));
            found.extend(fault.map(|fault| (span, Diagnostic { fix: change, ..fault })));
        }
        above = level;
    }
    found
}

/// Where the signs of a heading of this level stand, in front of its text.
fn signs(file: &str, text: usize, level: u8) -> Option<Range<usize>> {
    let before = file.get(..text)?.trim_end_matches(' ');
    let number = before.len() - before.trim_end_matches('#').len();
    (number == usize::from(level)).then(|| before.len() - number..before.len())
}
