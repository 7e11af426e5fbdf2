//! A field that holds telephone numbers and little else: all of its digits must be of one.

use std::ops::Range;

use crate::content::phone::groups::{Gap, Group, groups, is_unseen};
use crate::content::phone::{Part, Phone, Unreadable, digits, gap_before, parts, phone};

/// Short numbers that may stand behind a long one with a word between: everybody knows them.
/// Others may be the end of a second number.
const WELL_KNOWN: [&str; 8] = ["111", "112", "113", "114", "115", "911", "999", "1022"];

/// Letters that people type for digits.
const LIKE_DIGITS: [char; 4] = ['O', 'o', 'l', 'I'];

/// The parts of a field that holds telephone numbers and little else.
///
/// # Errors
/// If some digits of it are no number that can be dialled, or none are there.
pub fn read(text: &str) -> Result<Vec<Part<'_>>, Unreadable> {
    let groups = groups(text);
    let mut numbers: Vec<(Range<usize>, Phone)> = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let before = gap_before(text, &groups, at);
        let number = one(text, &groups, at);
        let range = groups[number.clone()].first().zip(groups[number.clone()].last());
        let range = range.map_or(0..0, |(first, last)| first.range.start..last.range.end);
        let is_of_word = begins_with_a_letter(&text[..range.start]);
        let odd = || Unreadable::of(text, text.get(range.clone()).unwrap_or_default());
        if let Some((_, last)) = numbers.last_mut()
            && before.is_extension()
        {
            let digits = digits(&groups[number.clone()]);
            if last.extension.is_some() || digits.len() > 6 {
                return Err(odd());
            }
            last.extension = Some(digits);
        } else {
            let phone = phone(&groups[number.clone()]).ok_or_else(odd)?;
            if numbers.last().is_some_and(|(_, last)| may_be_an_end(last, &phone, &before)) {
                return Err(odd());
            }
            numbers.push((range.clone(), phone));
        }
        if is_of_word {
            return Err(Unreadable::of(text, text));
        }
        if goes_on_in_letters(&text[range.end..])
            && !gap_before(text, &groups, number.end).is_extension()
        {
            return Err(odd());
        }
        if let Some((own, _)) = numbers.last_mut() {
            own.end = range.end;
        }
        at = number.end;
    }
    if numbers.is_empty() { Err(Unreadable::of(text, text)) } else { Ok(parts(text, numbers)) }
}

/// The groups of the number that begins here. Groups are joined while what there is can be
/// no number yet, and as long as nothing but a small sign parts them.
fn one(text: &str, groups: &[Group], first: usize) -> Range<usize> {
    let mut end = first + 1;
    while let Some(next) = groups.get(end) {
        let own = &groups[first..end];
        let length: usize = own.iter().map(|group| group.digits.len()).sum();
        let joins = match gap_before(text, groups, end) {
            Gap::Words(_) => false,
            Gap::Dash => phone(own).is_none(),
            Gap::Tight { opens: true } if length > 4 => false,
            Gap::Tight { .. } => {
                let is_too_long = length + next.digits.len() > 12;
                !(is_too_long && next.digits.starts_with('0') && phone(own).is_some())
            }
        };
        if !joins || next.plus {
            break;
        }
        end += 1;
    }
    first..end
}

/// Whether a number may be the end of a second one (`0255 3712 135/136`) instead of one.
fn may_be_an_end(last: &Phone, next: &Phone, between: &Gap) -> bool {
    let is_shorter = last.digits() >= 7 && next.digits() < last.digits();
    let is_known = between.has_words() && WELL_KNOWN.contains(&next.number.as_str());
    is_shorter && !next.is_whole() && !is_known
}

/// Whether the first digit behind this text is the second of a number, and a letter the first:
/// `O255 3712 135`.
fn begins_with_a_letter(before: &str) -> bool {
    let mut letters = before.chars().rev();
    let is_like = letters.next().is_some_and(|letter| LIKE_DIGITS.contains(&letter));
    is_like && !letters.next().is_some_and(char::is_alphabetic)
}

/// Whether the digits before this text are no number but part of a name: `1900-ABCD`.
fn goes_on_in_letters(after: &str) -> bool {
    let mut letters = after.chars().filter(|letter| !is_unseen(*letter));
    match letters.next() {
        Some('-') => letters.next().is_some_and(char::is_alphabetic),
        Some(letter) => letter.is_alphabetic(),
        None => false,
    }
}
