//! Abbreviations that a page does not explain where it first has them.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::content::editorial::plain_text::{PassageKind, chunks};
use crate::content::editorial::spelling::has_tone;
use crate::content::editorial::{About, Check, Doubt, MOST, PlainText};
use crate::diagnostics::{Span, say};
use crate::locale::{is_letter, is_of_word};

/// What everybody reads without help.
const COMMON: &[&str] = &[
    "UBND", "HĐND", "MTTQ", "TP", "TX", "TW", "TƯ", "HCM", "THCS", "THPT", "TH", "MN", "ĐH", "CĐ",
    "GD", "ĐT", "GDĐT", "SĐT", "STT", "STK", "BHXH", "BHYT", "BHTN", "CCCD", "CMND", "CLB", "HTX",
    "KCN", "KP", "TDP", "CA", "CSGT", "PCCC", "VN", "VNĐ", "VND", "USD", "EUR", "ATM", "OTP",
    "SMS", "QR", "PDF", "USB", "WC", "TV", "VTV", "VOV", "CD", "DVD", "HIV", "AIDS", "COVID", "UN",
    "UNICEF", "UNDP", "UNFPA", "UNESCO", "WHO", "ASEAN", "EU", "GDP", "AI", "IT", "ID", "OK", "CN",
    "BTC", "BBT", "VNPT", "EVN", "USA", "US", "UK", "FAQ", "GMT", "UTC", "URL", "HTML", "CSV",
    "ZIP", "CEO", "AM", "PM", "SOS", "LED", "WIFI", "GPS", "SIM", "MC", "SVG", "PNG", "JPG", "RSS",
    "ICS", "NGO", "DNA", "BMI", "LGBT",
];

/// Words of the fields of Word, which are told as such.
const FIELDS: &[&str] = &["HYPERLINK", "PAGEREF", "MERGEFIELD", "MERGEFORMAT", "TOC"];

/// Words in front of an abbreviation that say what it stands for.
const EXPLAINS: &[&str] =
    &["gọi tắt là", "viết tắt là", "sau đây gọi là", "gọi là", "known as", "or", "hay", "tức"];

/// What is said of the abbreviations of a page; data may know them.
pub(super) fn check(plain: &PlainText, about: &About<'_>) -> Vec<Doubt> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    // A cell has no room to explain anything.
    let passages = plain.passages.iter().filter(|own| own.kind != PassageKind::Cell);
    for passage in passages.filter(|own| !is_in_capitals(&plain.text[own.range.clone()])) {
        for (word, range) in capitals(&plain.text, passage.range.clone()) {
            let is_known = COMMON.contains(&word) || FIELDS.contains(&word);
            if is_known || is_roman(word) || has_tone(word) || !seen.insert(word) {
                continue;
            }
            if is_explained(&plain.text[..range.start], &plain.text[range.end..]) {
                continue;
            }
            let message = say!(
                "chữ viết tắt `{word}` chưa được giải thích",
                "the abbreviation `{word}` is not explained"
            );
            let hint = say!(
                "viết cả tên ở lần đầu, như `Ủy ban nhân dân (UBND)`, hoặc ghi chữ này vào `glossary.yaml`",
                "write the whole name first, like `World Health Organization (WHO)`, or put it into `glossary.yaml`"
            );
            let fault = about.levels.found(Check::Abbreviations, message, hint);
            let span = Span::from(plain.source(range));
            found.extend(fault.map(|fault| Doubt { word: word.to_owned(), span, fault }));
        }
    }
    found.truncate(MOST);
    found
}

/// The words in capitals of a part of a text. Those of the number of a document are none.
fn capitals(text: &str, part: Range<usize>) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut is_open = false;
    chunks(text, part).filter_map(move |(at, chunk)| {
        // What stands in brackets is told as what it is: no box, a hole, a mark of another program.
        let is_bracketed = is_open || chunk.starts_with(['[', '{', '<', '‹', '#']);
        let last = chunk.rfind(['[', ']', '‹', '›', '{', '}']);
        is_open = last.map_or(is_open, |last| chunk[last..].starts_with(['[', '‹', '{']));
        // Asked of every word, and mostly no.
        let is_small = chunk.bytes().any(|byte| byte.is_ascii_lowercase());
        if is_small || is_bracketed || chunk.ends_with(['>', '›']) {
            return None;
        }
        let word = chunk.trim_matches(|letter: char| !is_of_word(letter));
        let is_word = (2..=12).contains(&word.chars().count())
            && word.chars().all(|letter| is_letter(letter) && letter.is_uppercase());
        let start = at + chunk.find(word)?;
        is_word.then(|| (word, start..start + word.len()))
    })
}

/// Whether a passage is written in capitals, so that none of its words is an abbreviation.
fn is_in_capitals(text: &str) -> bool {
    let small = text.chars().filter(|letter| letter.is_lowercase()).take(4).count();
    small < 4 && text.chars().filter(|letter| letter.is_uppercase()).count() > 3
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|letter| b"IVXLC".contains(&letter))
}

/// Whether what stands around an abbreviation says what it stands for: `Ủy ban (UB)`,
/// `UB (Ủy ban)`, `gọi tắt là UB`.
fn is_explained(before: &str, behind: &str) -> bool {
    let ahead = before.trim_end_matches(['“', '"', '‘', ' ', '\n']);
    ahead.ends_with('(')
        || behind.trim_start_matches(['”', '"', '’']).trim_start().starts_with(['(', ':'])
        || EXPLAINS.iter().any(|words| ends_with(ahead, words))
}

/// Whether a text ends with these words, in any case of letters.
fn ends_with(text: &str, words: &str) -> bool {
    let start = text.floor_char_boundary(text.len().saturating_sub(words.len()));
    text[start..].to_lowercase() == words
}
