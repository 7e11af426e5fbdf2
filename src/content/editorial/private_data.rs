//! What is somebody's own and stands where everybody reads it: mobile numbers, mailboxes, citizen
//! numbers.

use std::ops::Range;

use crate::content::editorial::front_matter::each_text;
use crate::content::editorial::plain_text::PassageKind;
use crate::content::editorial::{About, Check, Found, Levels, PlainText};
use crate::content::phone::{self, Part};
use crate::diagnostics::{Diagnostic, Span, say};
use crate::locale::fold;
use crate::yaml::{Node, Value};

/// Hosts of private mailboxes.
const PRIVATE_HOSTS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "yahoo.com.vn",
    "ymail.com",
    "outlook.com",
    "outlook.com.vn",
    "hotmail.com",
    "live.com",
    "msn.com",
    "icloud.com",
    "me.com",
    "proton.me",
    "protonmail.com",
    "zoho.com",
    "aol.com",
    "mail.com",
    "yandex.com",
];

/// The codes of provinces with which a citizen number begins (Circular 59/2021/TT-BCA, annex I).
const PROVINCES: [u8; 63] = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77,
    79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
];

/// The digits of a citizen number.
const CITIZEN: usize = 12;

/// The fewest digits of anything that is looked for.
const FEWEST: usize = 9;

/// Keys that hold addresses and files.
const ADDRESSES: &[&str] =
    &["url", "file", "image", "path", "slug", "aliases", "map", "instead", "translation_key"];

/// What is private in the text of a page. Of what can be called and written to in its sheet a
/// schedule tells by itself.
pub(super) fn in_text(plain: &PlainText, levels: Levels) -> Vec<Found> {
    let blocks = plain.passages.iter().filter(|own| own.kind != PassageKind::Key);
    let found = blocks.flat_map(|own| {
        let is_cell = own.kind == PassageKind::Cell;
        let found = private(&plain.text[own.range.clone()]).into_iter();
        let found = found.filter(move |(_, kind)| !is_cell || *kind == Kind::Citizen);
        found.map(move |(range, kind)| {
            let place = own.range.start + range.start..own.range.start + range.end;
            (Span::from(plain.source(place.clone())), kind, plain.text[place].to_owned())
        })
    });
    found.filter_map(|(span, kind, text)| Some((span, kind.diagnose(&text, levels)?))).collect()
}

/// What is private in the values of a front matter. Of events a schedule tells by itself what can
/// be called and written to.
pub(super) fn in_keys(node: &Node, about: &About<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut look = |node: &Node, is_event: bool| {
        each_text(node, &mut |key, text, span| {
            if ADDRESSES.contains(&key) {
                return;
            }
            let own =
                private(text).into_iter().filter(|(_, kind)| !is_event || *kind == Kind::Citizen);
            let own = own.filter_map(|(range, kind)| kind.diagnose(&text[range], about.levels));
            found.extend(own.map(|fault| (span, fault)));
        });
    };
    let Value::Map(entries) = &node.value else { return found };
    for (key, value) in entries {
        let is_event = about.is_schedule && key.name == "events";
        let one = Value::Map(vec![(key.clone(), value.clone())]);
        look(&Node { value: one, span: node.span }, is_event);
    }
    found
}

/// What is private in one text.
pub(super) fn in_value(text: &str, levels: Levels) -> impl Iterator<Item = Diagnostic> {
    let found = private(text).into_iter();
    found.filter_map(move |(range, kind)| kind.diagnose(&text[range], levels))
}

/// The private mailboxes in a text.
pub(in crate::content) fn private_mails(text: &str) -> impl Iterator<Item = &str> {
    let words =
        text.split(|letter: char| letter.is_whitespace() || ",;:<>()[]\"'".contains(letter));
    let words = words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| {
        let host = word.rsplit_once('@').map(|(_, host)| host.to_lowercase());
        host.is_some_and(|host| PRIVATE_HOSTS.contains(&host.as_str()))
    })
}

/// What is private.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// A mobile number.
    Mobile,
    /// A mailbox.
    Mailbox,
    /// A citizen number.
    Citizen,
}

impl Kind {
    fn diagnose(self, found: &str, levels: Levels) -> Option<Diagnostic> {
        let message = match self {
            Kind::Mobile => {
                say!("`{found}` là số di động cá nhân", "`{found}` is somebody's own mobile number")
            }
            Kind::Mailbox => say!("`{found}` là hộp thư cá nhân", "`{found}` is a private mailbox"),
            Kind::Citizen => say!(
                "`{found}` có vẻ là số căn cước của một người",
                "`{found}` looks like somebody's citizen number"
            ),
        };
        let hint = match self {
            Kind::Mobile => say!(
                "xoá số này, thay bằng số cơ quan như `0255 3000 123`: trang này ai cũng đọc được",
                "take it away and give an office's number instead: everybody can read this page"
            ),
            Kind::Mailbox => say!(
                "xoá địa chỉ này, thay bằng hộp thư cơ quan: trang này ai cũng đọc được",
                "take it away and give an office's mailbox instead: everybody can read this page"
            ),
            Kind::Citizen => say!(
                "xoá số này: ai cũng đọc được trang này",
                "take it away: everybody can read this page"
            ),
        };
        levels.found(Check::PrivateData, message, hint)
    }
}

/// What is private in a text, each where it stands.
fn private(text: &str) -> Vec<(Range<usize>, Kind)> {
    let mut found = Vec::new();
    if text.contains('@') {
        let mut done = 0;
        found.extend(private_mails(text).filter_map(|mail| {
            let start = done + text[done..].find(mail)?;
            done = start + mail.len();
            Some((start..done, Kind::Mailbox))
        }));
    }
    // Wide digits have no byte of ASCII.
    let digits = text.bytes().filter(|byte| byte.is_ascii_digit() || *byte == 0xef).count();
    if digits >= FEWEST {
        let mut end = 0;
        found.extend(phone::find(text).into_iter().filter_map(|part| {
            let (written, is_mobile) = match &part {
                Part::Number(written, phone) => (written, phone.is_mobile()),
                Part::Text(written) => (written, false),
            };
            let start = end;
            end += written.len();
            is_mobile.then_some((start..end, Kind::Mobile))
        }));
        found.extend(citizens(text).into_iter().map(|place| (place, Kind::Citizen)));
    }
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// Runs of twelve digits that can be citizen numbers, also in groups of three or four.
fn citizens(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let (start, mut digits, mut groups) = (at, Vec::new(), vec![0_usize]);
        loop {
            if is_digit(at) {
                digits.push(bytes[at] - b'0');
                groups.last_mut().into_iter().for_each(|group| *group += 1);
            } else if matches!(bytes.get(at), Some(b' ' | b'.')) && is_digit(at + 1) {
                groups.push(0);
            } else {
                break;
            }
            at += 1;
        }
        let is_even = groups.len() == 1 || groups.iter().all(|own| *own == groups[0] && *own < 5);
        if is_even && is_citizen(&digits) && stands_alone(text, start..at) {
            found.push(start..at);
        }
    }
    found
}

/// The code of a province, a digit for sex and century, the year of birth, six digits.
fn is_citizen(digits: &[u8]) -> bool {
    const YEAR_OF_THIS_CENTURY: u8 = 40;
    let [a, b, c, century, tens, ones, ..] = digits else { return false };
    let province = u32::from(*a) * 100 + u32::from(*b) * 10 + u32::from(*c);
    let is_province = u8::try_from(province).is_ok_and(|code| PROVINCES.contains(&code));
    let year = tens * 10 + ones;
    let is_year = *century < 2 || (*century < 4 && year < YEAR_OF_THIS_CENTURY);
    digits.len() == CITIZEN && is_province && is_year
}

/// Whether digits are part of nothing else, and no account.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    const ACCOUNTS: &[&str] = &["tai khoan", "stk", "so tk", "account", "ma so thue", "mst"];
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let joins = |letter: char| letter.is_alphanumeric() || "/-_+@#=".contains(letter);
    let start = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    let near = fold(&before[start..]);
    !before.ends_with(joins)
        && !behind.starts_with(joins)
        && !ACCOUNTS.iter().any(|word| near.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Kind)> {
        private(text).into_iter().map(|(place, kind)| (&text[place], kind)).collect()
    }

    #[test]
    fn what_is_private_is_found_where_it_stands() {
        assert_eq!(
            found("Gọi chị Hoa 0912 345 678, thư hoa@gmail.com, CCCD 051085001234."),
            [
                ("0912 345 678", Kind::Mobile),
                ("hoa@gmail.com", Kind::Mailbox),
                ("051085001234", Kind::Citizen),
            ]
        );
        assert_eq!(found("CCCD: 051 303 001 234"), [("051 303 001 234", Kind::Citizen)]);
        assert_eq!(found("(001.2.85.001234)"), []);
    }

    #[test]
    fn offices_accounts_and_other_numbers_are_not_private() {
        for text in [
            "0255 3712 135",
            "bbt@quangngai.gov.vn",
            "STK 051085001234 tại ngân hàng",
            "mã 051085001234-1",
            "051985001234",
            "003085001234",
            "15/11/2026 07:30, 2024-2030",
            "0510850012345",
            "35 000 000 000 đồng",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
