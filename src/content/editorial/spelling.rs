//! Words that cannot be Vietnamese, by the grammar of its syllables.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::content::editorial::plain_text::chunks;
use crate::content::editorial::{About, Check, Doubt, MOST, PlainText};
use crate::diagnostics::{Diagnostic, Fix, Span, say};
use crate::locale::is_letter;
use crate::locale::syllable::{Verdict, judge, may_be_highland_name, near};

/// From how many slips on, and how many of a hundred words with marks, a page is no Vietnamese
/// but something else: a text in old letters, or in another language.
const ANOTHER_LANGUAGE: (usize, usize) = (20, 20);

/// A word that is none, wherever it stands on a page.
#[derive(Default)]
struct Slip {
    /// The first place in the plain text.
    first: Range<usize>,
    count: usize,
}

/// What is said of the words of a page. Only data knows which of them are names.
pub(super) fn check(plain: &PlainText, about: &About<'_>) -> Vec<Doubt> {
    let (mut slips, mut seen) = (BTreeMap::<&str, Slip>::new(), HashMap::<&str, bool>::new());
    let mut total = 0;
    for (word, at) in words(&plain.text) {
        total += 1;
        // Most words of a page stand on it many times.
        let is_slip = *seen.entry(word).or_insert_with(|| is_slip(word));
        if is_slip {
            let slip = slips.entry(word).or_insert_with(|| Slip { first: at, count: 0 });
            slip.count += 1;
        }
    }
    let count: usize = slips.values().map(|slip| slip.count).sum();
    let (few, share) = ANOTHER_LANGUAGE;
    if count >= few && count * 100 > total * share {
        return all_of_them(plain, about, count, &slips).into_iter().collect();
    }
    let mut found: Vec<(&str, Slip)> = slips.into_iter().collect();
    found.sort_by_key(|(_, slip)| slip.first.start);
    found.truncate(MOST);
    let is_seen = |word: &str| seen.get(word) == Some(&false);
    let found = found.into_iter();
    found.filter_map(|(word, slip)| one(word, &slip, (plain, about), &is_seen)).collect()
}

/// Whether a word is a slip; one in capitals may be an abbreviation unless it has a tone.
fn is_slip(word: &str) -> bool {
    let mut letters = word.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let has_small = letters.clone().any(char::is_lowercase);
    let has_large = letters.clone().any(char::is_uppercase);
    // A letter alone is a unit or a mark: `50.000 đ`.
    let is_alone = letters.next().is_none();
    if is_alone || (has_large && (has_small || !has_tone(word))) {
        return false;
    }
    judge(word) == Verdict::Slip && !(is_capital && may_be_highland_name(word))
}

/// The first byte of `’`, which is no byte of a Vietnamese letter.
const QUOTE: u8 = "’".as_bytes()[0];

/// Whether a tone is written on a word, as on none that is short for others.
pub(super) fn has_tone(word: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii() || "ăâđêôơưĂÂĐÊÔƠƯ".contains(letter);
    !word.chars().all(is_plain)
}

/// What is said of one word. Of several words that may be meant it proposes the one that stands
/// elsewhere on the page.
fn one(
    word: &str,
    slip: &Slip,
    (plain, about): (&PlainText, &About<'_>),
    is_seen: &impl Fn(&str) -> bool,
) -> Option<Doubt> {
    let meant = near(word);
    let here: Vec<&String> = meant.iter().filter(|own| is_seen(own)).collect();
    let meant = match (meant.as_slice(), here.as_slice()) {
        ([only], _) => Some(in_case_of(word, only)),
        (_, [only]) => Some(in_case_of(word, only)),
        (_, _) => None,
    };
    let message = match slip.count {
        1 => say!(
            "`{word}` không phải một tiếng Việt viết đúng",
            "`{word}` cannot be a Vietnamese word"
        ),
        count => say!(
            "`{word}` không phải một tiếng Việt viết đúng ({count} chỗ trên trang)",
            "`{word}` cannot be a Vietnamese word ({count} times on this page)"
        ),
    };
    let hint = match &meant {
        Some(meant) => say!("có phải bạn muốn viết `{meant}`?", "did you mean `{meant}`?"),
        None => say!(
            "viết lại từ này; nếu là tên riêng, ghi nó vào `places.yaml` hoặc `glossary.yaml`",
            "write it anew; if it is a name, put it into `places.yaml` or `glossary.yaml`"
        ),
    };
    let fault = about.levels.found(Check::Spelling, message, hint)?;
    let change = plain.exact(slip.first.clone()).zip(meant);
    let fix = change.map(|(stretch, meant)| Fix::likely(stretch, meant));
    let span = Span::from(plain.source(slip.first.clone()));
    Some(Doubt { word: word.to_lowercase(), span, fault: Diagnostic { fix, ..fault } })
}

/// A word with the capitals of another.
fn in_case_of(written: &str, meant: &str) -> String {
    if written.chars().count() > 1 && written.chars().all(char::is_uppercase) {
        return meant.to_uppercase();
    }
    let mut letters = meant.chars();
    match letters.next().filter(|_| written.starts_with(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => meant.to_owned(),
    }
}

/// What is said of a page that is hardly in Vietnamese.
fn all_of_them(
    plain: &PlainText,
    about: &About<'_>,
    count: usize,
    slips: &BTreeMap<&str, Slip>,
) -> Option<Doubt> {
    let mut found: Vec<(&str, &Slip)> = slips.iter().map(|(word, slip)| (*word, slip)).collect();
    found.sort_by_key(|(_, slip)| slip.first.start);
    let (_, first) = found.first()?;
    let shown: Vec<&str> = found.iter().take(3).map(|(word, _)| *word).collect();
    let shown = shown.join("`, `");
    let message = say!(
        "{count} từ trên trang không phải tiếng Việt viết đúng, như `{shown}`",
        "{count} words of this page cannot be Vietnamese, such as `{shown}`"
    );
    let hint = say!(
        "nếu chữ gõ bằng phông cũ, chuyển sang Unicode; nếu là tiếng khác, đặt đoạn đó giữa `<div lang=\"hre\">` và `</div>`",
        "if it was typed with an old font, convert it to Unicode; if it is another language, put it between `<div lang=\"hre\">` and `</div>`"
    );
    let fault = about.levels.found(Check::Spelling, message, hint)?;
    let span = Span::from(plain.source(first.first.clone()));
    Some(Doubt { word: String::new(), span, fault })
}

/// The words of a text that have Vietnamese marks, each with its place. What has digits, signs
/// of addresses or an apostrophe in it is no word.
fn words(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let chunks = chunks(text, 0..text.len());
    let chunks = chunks.filter(|(_, chunk)| !chunk.is_ascii() && !is_other(chunk));
    chunks.flat_map(|(at, chunk)| {
        let mut end = 0;
        chunk.split(|letter: char| !is_letter(letter)).filter_map(move |word| {
            let start = end;
            end += word.len();
            end += chunk.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let is_marked = !word.is_ascii();
            is_marked.then(|| (word, at + start..at + start + word.len()))
        })
    })
}

fn is_other(chunk: &str) -> bool {
    // Asked of every word, and nearly all are letters alone.
    if chunk.bytes().all(|byte| byte.is_ascii_alphabetic() || (byte > 0x7f && byte != QUOTE)) {
        return false;
    }
    let mut letters = chunk.chars().peekable();
    let mut is_after_letter = false;
    while let Some(letter) = letters.next() {
        let is_inside = is_after_letter && letters.peek().is_some_and(|next| is_letter(*next));
        match letter {
            '0'..='9' | '@' | '_' | '=' | '\\' | '#' | '%' | '&' | '+' => return true,
            '.' | ':' | '\'' | '’' if is_inside => return true,
            _ => {}
        }
        is_after_letter = is_letter(letter);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_has_marks_and_nothing_else() {
        let text =
            "Mời (bà con) đến\n“Nhà văn-hoá” số\u{a0}12A, web vănhoá.vn, M’Đrắk, a@b.vn; và/hoặc.";
        let found: Vec<&str> = words(text).map(|(word, _)| word).collect();
        assert_eq!(found, ["Mời", "bà", "đến", "Nhà", "văn", "hoá", "và", "hoặc"]);
        assert!(words(text).all(|(word, range)| &text[range] == word));
    }

    #[test]
    fn capitals_are_kept() {
        assert_eq!(in_case_of("Đuờng", "đường"), "Đường");
        assert_eq!(in_case_of("ĐUỜNG", "đường"), "ĐƯỜNG");
        assert_eq!(in_case_of("đuờng", "đường"), "đường");
    }

    #[test]
    fn abbreviations_and_names_of_the_highlands_are_no_slips() {
        for word in ["đ", "BĐG", "PCBLGĐ", "HĐND", "Đắk", "Krông", "VNeĐ", "TRƯỜNG"] {
            assert!(!is_slip(word), "{word}");
        }
        for word in ["nguời", "Nguời", "TRUỜNG"] {
            assert!(is_slip(word), "{word}");
        }
    }
}
