//! Telephone numbers in any text: only what is surely one.

use std::ops::Range;

use crate::content::phone::groups::{Gap, Group, groups, is_unseen};
use crate::content::phone::{Part, Phone, digits, gap_before, is_of_service, parts, phone};

/// The parts of any text: only what is surely a telephone number is one, so no date, year,
/// amount or short number.
pub fn find(text: &str) -> Vec<Part<'_>> {
    let groups = groups(text);
    let mut numbers: Vec<(Range<usize>, Phone)> = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let begins = begins(&text[..groups[at].range.start])
            || numbers
                .last()
                .is_some_and(|(last, _)| text[last.end..groups[at].range.start].trim() == "/");
        let Some(end) = sure(text, &groups, at).filter(|_| begins) else {
            at += 1;
            continue;
        };
        let Some(mut phone) = phone(&groups[at..end]) else {
            at += 1;
            continue;
        };
        let mut range = groups[at].range.start..groups[end - 1].range.end;
        at = end;
        let extension = groups.get(end).filter(|own| own.digits.len() <= 6);
        if let Some(own) = extension.filter(|_| gap_before(text, &groups, end).is_extension()) {
            phone.extension = Some(own.digits.clone());
            range.end = own.range.end;
            at = end + 1;
        } else if !ends(&text[range.end..]) {
            continue;
        }
        numbers.push((range, phone));
    }
    parts(text, numbers)
}

/// Where the number ends that surely begins here.
fn sure(text: &str, groups: &[Group], first: usize) -> Option<usize> {
    let mut found = None;
    for end in first + 1..=groups.len().min(first + 8) {
        let own = &groups[first..end];
        let (plus, digits) = (own[0].plus, digits(own));
        if end > first + 1 {
            let joins = match gap_before(text, groups, end - 1) {
                Gap::Tight { opens } => {
                    !opens || digits.len() - own[own.len() - 1].digits.len() <= 4
                }
                Gap::Dash => found.is_none(),
                Gap::Words(_) => false,
            };
            if !joins || own[own.len() - 1].plus || digits.len() > 17 {
                break;
            }
        }
        let abroad = if plus { Some(&*digits) } else { digits.strip_prefix("00") };
        let vietnam = abroad.unwrap_or(&digits).strip_prefix("84");
        let inland = vietnam.map(|own| own.trim_start_matches('0'));
        let pairs = own.len() == 5 && own.iter().all(|group| group.digits.len() == 2);
        let whole = own[0].digits.len() > 2 || pairs;
        let inland =
            inland.or(digits.strip_prefix('0').filter(|own| whole && !own.starts_with('0')));
        let (fits, is_whole) = match inland {
            Some(own) if own.starts_with('2') => (own.len() == 10, true),
            Some(own) if !own.is_empty() => (matches!(own.len(), 9 | 10), true),
            Some(_) => (false, false),
            None if abroad.is_some() => ((8..=15).contains(&abroad.map_or(0, str::len)), false),
            None => (is_of_service(&digits) && matches!(digits.len(), 8..=10), false),
        };
        if fits {
            found = Some(end);
        }
        if fits && is_whole {
            break;
        }
    }
    found
}

/// Whether a number can begin behind this text: not in a word, an address or a path.
fn begins(before: &str) -> bool {
    let last = before.trim_end_matches(['(', '（']).chars().rev().find(|own| !is_unseen(*own));
    last.is_none_or(|last| !last.is_alphanumeric() && !"/_=&%#@\\".contains(last))
}

/// Whether a number can end before this text.
fn ends(after: &str) -> bool {
    let mut letters = after.chars().filter(|letter| !is_unseen(*letter));
    match letters.next() {
        Some('/' | '-') => !letters.next().is_some_and(char::is_alphabetic),
        Some(letter) => !letter.is_alphanumeric() && !"_@%=".contains(letter),
        None => true,
    }
}
