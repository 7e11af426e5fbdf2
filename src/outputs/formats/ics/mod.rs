//! The form of a calendar (RFC 5545 §3.1, §3.3.11): components, content lines, folding
//! and escaping. What stands in them is not known here.

pub(crate) mod zone;

use std::sync::Arc;

use serde::Serialize;

/// The longest line, in octets and without its line break (RFC 5545 §3.1).
const LONGEST_LINE: usize = 75;

/// A calendar or a part of one, such as `VCALENDAR`, `VEVENT` or `VTIMEZONE`.
#[derive(Serialize)]
pub struct Component {
    name: &'static str,
    properties: Vec<Property>,
    parts: Vec<Arc<Component>>,
}

/// A property with its parameters; the value is in the form in which it is written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(crate) struct Property {
    name: &'static str,
    parameters: String,
    value: String,
}

impl Property {
    /// A property whose value is ready: a date, a number, a word of the format, an address.
    pub(crate) fn new(name: &'static str, value: impl Into<String>) -> Property {
        Property { name, parameters: String::new(), value: value.into() }
    }

    /// The same with a parameter such as `VALUE=DATE`.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Property {
        self.parameters.push_str(&format!(";{name}={value}"));
        self
    }

    /// A property whose value is what people read.
    pub(crate) fn text(name: &'static str, text: &str) -> Property {
        Property::new(name, escaped(text))
    }

    /// A property whose value is several such texts.
    pub(crate) fn texts(name: &'static str, texts: &[String]) -> Property {
        let texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
        Property::new(name, texts.join(","))
    }
}

impl Component {
    /// A component of these properties and the components inside it.
    pub(crate) fn new(
        name: &'static str,
        properties: Vec<Property>,
        parts: Vec<Arc<Component>>,
    ) -> Component {
        Component { name, properties, parts }
    }

    /// The component as text.
    pub fn ics(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        fold(&format!("BEGIN:{}", self.name), out);
        for Property { name, parameters, value } in &self.properties {
            fold(&format!("{name}{parameters}:{value}"), out);
        }
        self.parts.iter().for_each(|part| part.write(out));
        fold(&format!("END:{}", self.name), out);
    }
}

/// Text as a value (RFC 5545 §3.3.11). Control characters may not stand in it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// Writes one line, parted where it is too long. Each part after the first begins with a
/// space, which counts; no part ends inside a letter.
fn fold(line: &str, out: &mut String) {
    let mut rest = line;
    let mut room = LONGEST_LINE;
    while rest.len() > room {
        let (part, after) = rest.split_at(break_before(rest, room));
        out.push_str(part);
        out.push_str("\r\n ");
        rest = after;
        room = LONGEST_LINE - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// The last place up to `room` where a letter begins that is no mark upon the one before,
/// or else the last where any character begins.
fn break_before(text: &str, room: usize) -> usize {
    let mut ends = (1..=room).rev().filter(|at| text.is_char_boundary(*at));
    let any = ends.clone().next().unwrap_or(room);
    let whole = |at: &usize| {
        let next = text[*at..].chars().next();
        let before = text[..*at].chars().next_back();
        !next.is_some_and(joins) && before != Some('\u{200d}') && before != Some('\\')
    };
    ends.find(whole).unwrap_or(any)
}

/// Whether a character belongs to the one before it: a mark, a joiner, a skin colour.
fn joins(letter: char) -> bool {
    matches!(letter,
        '\u{0300}'..='\u{036f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(name: &'static str, text: &str) -> Vec<String> {
        let mut out = String::new();
        let Property { name, parameters, value } = Property::text(name, text);
        fold(&format!("{name}{parameters}:{value}"), &mut out);
        assert!(out.ends_with("\r\n"));
        out.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_fold_never_parts_a_letter() {
        // At each shift another octet of the three of `ế` would stand at the 75th.
        for shift in 0..4 {
            let title = format!("{}{}", "a".repeat(shift), "ế".repeat(100));
            let lines = lines("SUMMARY", &title);
            assert!(lines.len() > 3);
            assert!(lines.iter().all(|line| line.len() <= 75), "{lines:?}");
            assert!(lines[..lines.len() - 1].iter().all(|line| line.len() > 72), "{lines:?}");
            let whole = lines.join("\r\n").replace("\r\n ", "");
            assert_eq!(whole, format!("SUMMARY:{title}"));
        }
    }

    #[test]
    fn a_fold_keeps_a_mark_with_its_letter() {
        let title = "e\u{0302}\u{0301}".repeat(60);
        let lines = lines("SUMMARY", &title);
        assert!(lines[1..].iter().all(|line| line.starts_with(" e")), "{lines:?}");
        // Marks upon marks for more than a line leave no such place.
        let marks = format!("e{}", "\u{0301}".repeat(200));
        assert!(super::tests::lines("SUMMARY", &marks).iter().all(|line| line.len() <= 75));
    }

    #[test]
    fn a_line_of_75_octets_stays_whole() {
        assert_eq!(lines("SUMMARY", &"a".repeat(67)).len(), 1);
        assert_eq!(
            lines("SUMMARY", &"a".repeat(68)),
            [format!("SUMMARY:{}", "a".repeat(67)), " a".to_owned()]
        );
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\r\ne: \"f\"\u{7}"), "a\\, b\\; c\\\\d\\ne: \"f\"");
        let several = Property::texts("CATEGORIES", &["a, b".to_owned(), "c".to_owned()]);
        assert_eq!(several.value, "a\\, b,c");
    }

    #[test]
    fn components_stand_inside_each_other() {
        let inner = Component::new("VEVENT", vec![Property::new("UID", "1")], Vec::new());
        let outer = Component::new("VCALENDAR", Vec::new(), vec![Arc::new(inner)]);
        let expected =
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(outer.ics(), expected);
    }
}
