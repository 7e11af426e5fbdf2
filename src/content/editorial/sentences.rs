//! Sentences too long to be understood at once.

use std::ops::Range;

use crate::content::editorial::{About, Check, Found, MOST as MOST_FOUND, PlainText};
use crate::diagnostics::{Span, say};
use crate::locale::is_of_word;

/// The most syllables of a sentence in Vietnamese, and the most words in another language.
const MOST: (usize, usize) = (50, 35);

/// Three points as one sign, and the first byte of it.
const DOTS: &str = "…";
const FIRST_OF_DOTS: u8 = DOTS.as_bytes()[0];

/// What is said of the sentences of a page.
pub(super) fn check(plain: &PlainText, about: &About<'_>) -> Vec<Found> {
    let is_vietnamese = about.language.is_vietnamese();
    let most = if is_vietnamese { MOST.0 } else { MOST.1 };
    let mut found = Vec::new();
    for passage in &plain.passages {
        for sentence in sentences(&plain.text[passage.range.clone()]) {
            let range = passage.range.start + sentence.start..passage.range.start + sentence.end;
            let text = &plain.text[range.clone()];
            let count = text.split_whitespace().filter(|word| word.contains(is_of_word)).count();
            if count <= most || found.len() >= MOST_FOUND {
                continue;
            }
            let message = say!(
                "câu này có {count} tiếng, khó hiểu ngay",
                "this sentence has {count} words, too many to be understood at once"
            );
            let hint = say!(
                "tách thành những câu dưới {most} tiếng",
                "make sentences of less than {most} words of it"
            );
            let fault = about.levels.found(Check::LongSentences, message, hint);
            found.extend(fault.map(|fault| (Span::from(plain.source(range)), fault)));
        }
    }
    found
}

/// Where the sentences of a text are. A point ends one where a capital or a digit follows.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let mut marks = text.bytes().enumerate().filter_map(|(at, byte)| match byte {
        b'.' | b'!' | b'?' => Some((at, &text[at..=at])),
        FIRST_OF_DOTS => text[at..].starts_with(DOTS).then_some((at, DOTS)),
        _ => None,
    });
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = marks.find_map(|(at, mark)| {
            let behind = &text[at + mark.len()..];
            let rest = behind.trim_start_matches(['”', '"', '’', ')', ' ', '\n']);
            let parts = rest.len() < behind.len() || behind.is_empty();
            let is_end = parts && !rest.starts_with(char::is_lowercase);
            is_end.then_some(at + mark.len())
        });
        let range = start..end.unwrap_or(text.len());
        start = range.end;
        let skipped = text[range.clone()].len() - text[range.clone()].trim_start().len();
        Some(range.start + skipped..range.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_in_the_middle_end_no_sentence() {
        let text = "Ngày 15.11 có lễ. Mọi người đến! Đồng chí v.v. được mời… Hết";
        let found: Vec<&str> = sentences(text).map(|range| &text[range]).collect();
        assert_eq!(
            found,
            ["Ngày 15.11 có lễ.", "Mọi người đến!", "Đồng chí v.v. được mời…", "Hết"]
        );
    }
}
