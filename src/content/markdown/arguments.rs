//! The arguments of components: `key="value" n=3 open=true`, with commas or without.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::content::address::{Holds, LinkTarget, harm};
use crate::content::markdown::limits::tell;
use crate::content::{Argument, ArgumentValue};
use crate::diagnostics::{Code, Diagnostic, Say, say};
use crate::yaml::Reading;

/// Reads the arguments between braces or parentheses. Nothing comes out where one of them
/// cannot be read; why is then said.
pub(super) fn read(
    inside: Range<usize>,
    reading: &mut Reading<'_>,
) -> Option<BTreeMap<String, Argument>> {
    let mut arguments = BTreeMap::new();
    let mut cursor = Cursor { text: &reading.text[..inside.end], at: inside.start };
    loop {
        cursor.skip(|c| c.is_whitespace() || c == ',');
        if cursor.is_done() {
            return Some(arguments);
        }
        match cursor.argument() {
            Ok((name, argument, inside)) => {
                let argument = with_address(&name, argument, inside, reading);
                let message = say!("`{name}` được viết hai lần", "`{name}` is written twice");
                let (start, end) = (argument.span.start as usize, argument.span.end as usize);
                if arguments.insert(name, argument).is_some() {
                    let hint = say!("bỏ bớt một lần", "take one of them away");
                    let fault = Diagnostic::error(Code::ComponentArgument, message).hint(hint);
                    tell(start..end, fault, reading);
                }
            }
            Err(fault) => {
                let Fault { range, message, hint } = *fault;
                tell(
                    range,
                    Diagnostic::error(Code::ComponentArgument, message).hint(hint),
                    reading,
                );
                return None;
            }
        }
    }
}

/// Adds the words behind a container's name as its `title`.
pub(super) fn add_title(
    range: Range<usize>,
    arguments: &mut BTreeMap<String, Argument>,
    reading: &mut Reading<'_>,
) {
    let words = &reading.text[range.clone()];
    let title = words.trim();
    if title.is_empty() {
        return;
    }
    let start = range.start + words.len() - words.trim_start().len();
    let range = start..start + title.len();
    if arguments.contains_key("title") {
        let message = say!("tiêu đề được viết hai lần", "the title is written twice");
        let hint = say!(
            "viết tiêu đề sau tên, hoặc trong `title=\"…\"`, không viết cả hai",
            "write the title behind the name or as `title=\"…\"`, not both"
        );
        tell(
            range.clone(),
            Diagnostic::error(Code::ComponentArgument, message).hint(hint),
            reading,
        );
    }
    let value = ArgumentValue::Text(title.to_owned());
    let argument = Argument { value, span: range.clone().into() };
    arguments.insert("title".to_owned(), with_address("title", argument, range, reading));
}

struct Fault {
    range: Range<usize>,
    message: Say,
    hint: Say,
}

struct Cursor<'t> {
    /// The text up to the end of the arguments.
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn is_done(&self) -> bool {
        self.rest().is_empty()
    }

    fn skip(&mut self, what: fn(char) -> bool) {
        self.at = self.text.len() - self.rest().trim_start_matches(what).len();
    }

    fn fault(&self, range: Range<usize>, message: Say, hint: Say) -> Box<Fault> {
        let end = range.end.clamp(range.start, self.text.len());
        Box::new(Fault { range: range.start..end, message, hint })
    }

    /// The name of an argument, the argument, and the place of its value without marks.
    fn argument(&mut self) -> Result<(String, Argument, Range<usize>), Box<Fault>> {
        let start = self.at;
        self.skip(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        let name = self.text[start..self.at].to_owned();
        self.skip(char::is_whitespace);
        if name.is_empty() || !self.rest().starts_with('=') {
            let end =
                self.rest().find(char::is_whitespace).map_or(self.text.len(), |at| self.at + at);
            let message = say!("không đọc được tham số ở đây", "the argument here cannot be read");
            let hint = say!(
                "viết `ten=\"giá trị\"`, tên bằng chữ không dấu, giá trị trong ngoặc kép thẳng",
                "write `name=\"value\"`, the value in straight quotation marks"
            );
            return Err(self.fault(start..end, message, hint));
        }
        self.at += 1;
        self.skip(char::is_whitespace);
        let (value, inside) = match self.rest().bytes().next() {
            Some(quote @ (b'"' | b'\'')) => self.quoted(char::from(quote))?,
            Some(_) | None => (self.bare(&name)?, start..self.at),
        };
        let span = (start..self.at).into();
        Ok((name, Argument { value, span }, inside))
    }

    /// A text in quotation marks and its place; a backslash takes the meaning from a mark or a backslash.
    fn quoted(&mut self, quote: char) -> Result<(ArgumentValue, Range<usize>), Box<Fault>> {
        let start = self.at;
        let mut value = String::new();
        let mut letters = self.rest().char_indices().skip(1).peekable();
        while let Some((at, letter)) = letters.next() {
            if letter == quote {
                let inside = start + 1..start + at;
                self.at = inside.end + 1;
                return Ok((ArgumentValue::Text(value), inside));
            }
            let escaped =
                letters.next_if(|(_, next)| letter == '\\' && (*next == quote || *next == '\\'));
            value.push(escaped.map_or(letter, |(_, next)| next));
        }
        let message = say!(
            "dấu ngoặc mở ở đây chưa được đóng",
            "the quotation mark that opens here is not closed"
        );
        let hint = say!(
            "thêm dấu ngoặc ở cuối giá trị; trong giá trị viết `\\\"`",
            "add one at the end of the value; inside the value write `\\\"`"
        );
        Err(self.fault(start..self.text.len(), message, hint))
    }

    fn bare(&mut self, name: &str) -> Result<ArgumentValue, Box<Fault>> {
        let start = self.at;
        self.skip(|c| !c.is_whitespace() && c != ',');
        let word = &self.text[start..self.at];
        let is_number =
            word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
        match word {
            "true" => return Ok(ArgumentValue::Flag(true)),
            "false" => return Ok(ArgumentValue::Flag(false)),
            word if is_number => {
                if let Some(number) = word.parse().ok().filter(|number: &f64| number.is_finite()) {
                    return Ok(ArgumentValue::Number(number));
                }
            }
            _ => {}
        }
        let message =
            say!("không đọc được giá trị của `{name}`", "the value of `{name}` cannot be read");
        let hint = say!(
            "đặt chữ trong ngoặc kép thẳng: `{name}=\"…\"`; số và `true`, `false` thì không",
            "put a text in straight quotation marks: `{name}=\"…\"`; numbers and true/false go without"
        );
        Err(self.fault(start..self.at.max(start + 1), message, hint))
    }
}

/// An argument whose text is an address where its name says so or where it begins like one.
/// A text that is none there, or that would do harm as one, is said.
fn with_address(
    name: &str,
    argument: Argument,
    inside: Range<usize>,
    reading: &mut Reading<'_>,
) -> Argument {
    let ArgumentValue::Text(text) = &argument.value else { return argument };
    let begins_like_one = ["@/", "./", "../"].iter().any(|prefix| text.starts_with(prefix));
    let read = match Holds::of(name) {
        Holds::Other if !begins_like_one => match harm(text) {
            None => return argument,
            Some(fault) => Err(fault),
        },
        Holds::Link | Holds::Shown | Holds::Other => {
            LinkTarget::parse(text, inside.clone().into()).map(ArgumentValue::Link)
        }
    };
    let value = read.unwrap_or_else(|fault| {
        let told = fault.diagnose_at(inside.clone().into(), text, reading.text);
        tell(inside, told, reading);
        ArgumentValue::Text("#".to_owned())
    });
    Argument { value, ..argument }
}
