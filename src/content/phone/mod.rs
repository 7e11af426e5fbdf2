//! Telephone numbers as people write them: `0255 3712 135 (máy lẻ 12)`, `+84 255 3712 135`,
//! `111 hoặc 113`.
//!
//! In: a field that holds numbers, or any text. Out: its parts, each number by itself as it is
//! dialled. Nothing is guessed: where two numbers may be meant, or none, that is told.

mod field;
mod groups;
mod text;

use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic, Fix, Span, say};
use crate::yaml::{Moment, Node, Reading, Value};

pub use field::read;
pub use text::find;

use groups::{Gap, Group, gap};

/// A telephone number as it is dialled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phone {
    /// Digits, behind a plus where the country stands in front.
    number: String,
    /// The number behind a switchboard.
    extension: Option<String>,
}

/// A part of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part<'t> {
    /// What is no number.
    Text(&'t str),
    /// A number, and how it is written.
    Number(&'t str, Phone),
}

/// A field in which a part cannot be read as a number; all of it, if no digit is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    field: String,
    part: String,
}

impl Phone {
    /// The address of a link that dials this number and no other (RFC 3966).
    pub fn link(&self) -> String {
        format!("tel:{}", self.dialled())
    }

    fn dialled(&self) -> String {
        let extension = self.extension.as_ref().map(|own| format!(";ext={own}"));
        format!("{}{}", self.number, extension.unwrap_or_default())
    }

    /// Whether it is a mobile number of Vietnam, which is somebody's own.
    pub fn is_mobile(&self) -> bool {
        let inland = self.number.strip_prefix("+84").or(self.number.strip_prefix('0'));
        inland.is_some_and(|own| own.len() == 9 && own.starts_with(['3', '5', '7', '8', '9']))
    }

    /// The number of these digits, if they can be one.
    fn of(plus: bool, digits: &str) -> Option<Phone> {
        let abroad = if plus { Some(digits) } else { digits.strip_prefix("00") };
        // Without a plus, the code of Vietnam before as many digits as its numbers have.
        let is_vietnam = matches!(digits.len(), 11 | 12) && digits.starts_with("84");
        let abroad = abroad.or(Some(digits).filter(|_| is_vietnam && !digits.starts_with("840")));
        let fits = match abroad {
            Some(own) => (5..=15).contains(&own.len()) && !own.starts_with('0'),
            None if digits == "000" => true,
            None if digits.starts_with('0') => (9..=11).contains(&digits.len()),
            None if is_of_service(digits) => (8..=11).contains(&digits.len()),
            None => (3..=12).contains(&digits.len()),
        };
        // `+84 (0)255`: the zero is dialled within the country only.
        let abroad = abroad.map(|own| match own.strip_prefix("840") {
            Some(rest) => format!("+84{rest}"),
            None => format!("+{own}"),
        });
        let number = abroad.unwrap_or_else(|| digits.to_owned());
        fits.then_some(Phone { number, extension: None })
    }

    fn digits(&self) -> usize {
        self.number.trim_start_matches('+').len()
    }

    /// Whether it says by itself that it is whole.
    fn is_whole(&self) -> bool {
        self.number.starts_with(['+', '0']) || is_of_service(&self.number)
    }
}

/// `1800` and `1900`, behind which others follow.
fn is_of_service(digits: &str) -> bool {
    digits.starts_with("1800") || digits.starts_with("1900")
}

/// Says so if a field that holds telephone numbers cannot be read: a text, or one for each
/// language.
pub fn check(node: &Node, reading: &mut Reading<'_>) {
    match &node.value {
        Value::Text(text) | Value::Number(text) => {
            if let Some(fault) = fault(text) {
                reading.tell(node.span, fault);
            }
        }
        Value::Map(texts) => texts.iter().for_each(|(_, node)| check(node, reading)),
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Unknown => {}
    }
}

fn fault(text: &str) -> Option<Diagnostic> {
    if Moment::parse(text).is_ok() {
        let message = say!(
            "`{text}` là một ngày, không phải số điện thoại",
            "`{text}` is a day, not a telephone number"
        );
        let hint = say!(
            "viết số điện thoại như `\"0255 3712 135\"`",
            "write a telephone number, like `\"0255 3712 135\"`"
        );
        return Some(Diagnostic::error(Code::BadPhone, message).hint(hint));
    }
    match read(text) {
        Err(unreadable) => Some(unreadable.diagnose()),
        Ok(parts) => parts.iter().find_map(wrong_length),
    }
}

/// Says so of a number of Viet Nam that has a digit too few or too many: since 2018 those of mobile
/// telephones have ten, and those of houses and offices eleven.
fn wrong_length(part: &Part<'_>) -> Option<Diagnostic> {
    let Part::Number(written, phone) = part else { return None };
    let inland = phone.number.strip_prefix("+84").or(phone.number.strip_prefix('0'))?;
    let (wanted, kind, kind_en) = match inland.as_bytes().first()? {
        b'2' => (11, "máy bàn", "of a house or an office"),
        b'3' | b'5' | b'7' | b'8' | b'9' => (10, "di động", "of a mobile telephone"),
        _ => return None,
    };
    let own = inland.len() + 1;
    if own == wanted || phone.number.starts_with("00") {
        return None;
    }
    let message = say!(
        "`{written}` có {own} chữ số, mà số {kind} có {wanted}",
        "`{written}` has {own} digits, and a number {kind_en} has {wanted}"
    );
    let hint = say!(
        "so lại với số đúng: có thể thiếu hoặc thừa một chữ số",
        "compare it with the right one: a digit may be missing, or one too many"
    );
    Some(Diagnostic::warning(Code::BadPhone, message).hint(hint))
}

/// Says that several numbers stand in one text, if they are written as a list.
pub(super) fn told_as_list(node: &Node, name: &str, reading: &mut Reading<'_>) -> bool {
    let Value::List(items) = &node.value else { return false };
    let numbers: Option<Vec<&str>> =
        items.iter().map(|item| item.as_text().map(str::trim)).collect();
    let all = numbers.unwrap_or_default().join(", ");
    if read(&all).is_err() || all.contains(['"', '\\', '\n']) {
        return false;
    }
    let message = say!(
        "`{name}` là một danh sách, mà các số phải viết trên cùng một dòng",
        "`{name}` is a list, and all numbers belong into one line"
    );
    let hint = say!("viết `{name}: \"{all}\"`", "write `{name}: \"{all}\"`");
    let fix = in_list(items, node.span, reading.text)
        .map(|stretch| Fix::sure(stretch, format!(" \"{all}\"")));
    let fault = Diagnostic::error(Code::WrongType, message).hint(hint);
    reading.tell(node.span, Diagnostic { fix, ..fault });
    true
}

/// The stretch from behind a key to the end of the list behind it, if nothing but its items stands
/// there.
fn in_list(items: &[Node], list: Span, text: &str) -> Option<Range<usize>> {
    let last = items.last()?.span.end as usize;
    let before = text.get(..list.start as usize)?.trim_end();
    let mut behind = text.get(last..)?;
    if text.get(list.start as usize..)?.starts_with('[') {
        behind = behind.trim_start_matches([' ', ',', '\n']).strip_prefix(']')?;
    }
    let stretch = before.len()..text.len() - behind.len();
    let is_plain = before.ends_with(':') && !text.get(stretch.clone())?.contains('#');
    is_plain.then_some(stretch)
}

/// An address that opens another program, one with the scheme `tel` or `sms` as it is dialled.
///
/// # Errors
/// If what stands behind such a scheme is not one telephone number.
pub(super) fn dialled(address: &str) -> Result<String, Unreadable> {
    let scheme = ["tel:", "sms:"].into_iter().find(|scheme| {
        address.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    });
    let Some(scheme) = scheme else { return Ok(address.to_owned()) };
    let rest = &address[scheme.len()..];
    let (number, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
    let number = number.replace("%20", " ").replace("%2B", "+").replace("%2b", "+");
    match read(&number)?.as_slice() {
        [Part::Number(_, phone)] => Ok(format!("{scheme}{}{query}", phone.dialled())),
        _ => Err(Unreadable::of(&number, &number)),
    }
}

impl Unreadable {
    fn of(field: &str, part: &str) -> Unreadable {
        Unreadable { field: field.to_owned(), part: part.to_owned() }
    }

    /// What is said of the field, without a place.
    pub fn diagnose(&self) -> Diagnostic {
        let Unreadable { field, part } = self;
        let message = if part == field {
            say!(
                "`{field}` không phải là một số điện thoại gọi được",
                "`{field}` is no telephone number that can be dialled"
            )
        } else {
            say!(
                "trong `{field}` không rõ `{part}` là số điện thoại nào",
                "in `{field}` it is not clear which telephone number `{part}` is"
            )
        };
        let hint = say!(
            "viết đủ từng số bằng chữ số, như `0255 3712 135, 0255 3712 136` hay `0255 3712 135 (máy lẻ 12)`",
            "write each number in full and in digits, like `0255 3712 135, 0255 3712 136` or `0255 3712 135 ext. 12`"
        );
        Diagnostic::warning(Code::BadPhone, message).hint(hint)
    }
}

fn phone(own: &[Group]) -> Option<Phone> {
    Phone::of(own.first()?.plus, &digits(own))
}

fn digits(own: &[Group]) -> String {
    own.iter().map(|group| group.digits.as_str()).collect()
}

fn gap_before(text: &str, groups: &[Group], at: usize) -> Gap {
    let before = at.checked_sub(1).and_then(|before| groups.get(before));
    let between = before.zip(groups.get(at));
    let between = between.and_then(|(one, two)| text.get(one.range.end..two.range.start));
    between.map_or(Gap::Words(String::new()), gap)
}

/// A text in parts, each number with the brackets that belong to it.
fn parts(text: &str, numbers: Vec<(Range<usize>, Phone)>) -> Vec<Part<'_>> {
    let (mut parts, mut done) = (Vec::new(), 0);
    for (range, phone) in numbers {
        let range = with_brackets(text, range);
        if range.start > done {
            parts.push(Part::Text(&text[done..range.start]));
        }
        parts.push(Part::Number(&text[range.clone()], phone));
        done = range.end;
    }
    if done < text.len() {
        parts.push(Part::Text(&text[done..]));
    }
    parts
}

/// The stretch with the bracket in front that is closed in it, and the one behind that is
/// opened in it.
fn with_brackets(text: &str, range: Range<usize>) -> Range<usize> {
    const OPEN: [char; 2] = ['(', '（'];
    const CLOSED: [char; 2] = [')', '）'];
    let (mut depth, mut is_closed_first) = (0_usize, false);
    for letter in text[range.clone()].chars() {
        if OPEN.contains(&letter) {
            depth += 1;
        } else if CLOSED.contains(&letter) {
            is_closed_first |= depth == 0;
            depth = depth.saturating_sub(1);
        }
    }
    let before = text[..range.start].chars().next_back();
    let before = before.filter(|own| is_closed_first && OPEN.contains(own));
    let after = text[range.end..].chars().next();
    let after = after.filter(|own| depth > 0 && CLOSED.contains(own));
    range.start - before.map_or(0, char::len_utf8)..range.end + after.map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests;
