//! How diagnostics look: for people, for editors, for machines.
//!
//! In: [`Diagnostic`] values and the reader's [`Tongue`]. Out: text. Nothing here
//! prints. What a file name or a value holds cannot command a terminal: control
//! characters and marks that turn the writing direction are shown as their numbers.

mod alike;
mod machine;

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostics::{Code, Diagnostic, Place, Say, Severity};

pub use machine::{json, pretty, sarif};

/// A language that the program itself speaks. The languages of a site are another matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tongue {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Tongue {
    /// The sentence in this language.
    pub fn of(self, say: &Say) -> &str {
        match self {
            Tongue::Vi => &say.vi,
            Tongue::En => &say.en,
        }
    }

    /// The language for one whose system or editor speaks this one: `vi_VN.UTF-8`, `en-US`. Where
    /// nothing is said it is Vietnamese.
    pub fn of_locale(name: &str) -> Tongue {
        let name = name.to_lowercase();
        let unsaid = name.is_empty() || name.starts_with("c.") || name == "c" || name == "posix";
        if unsaid || name.starts_with("vi") { Tongue::Vi } else { Tongue::En }
    }
}

/// The most diagnostics that [`text`] shows; nobody mends more in one go.
const MOST: usize = 200;

/// How many columns wide the text is laid out.
const WIDTH: usize = 120;

/// The word for how much a fault weighs.
pub fn severity_name(severity: Severity, tongue: Tongue) -> &'static str {
    match (tongue, severity) {
        (Tongue::Vi, Severity::Error) => "lỗi",
        (Tongue::Vi, Severity::Warning) => "cảnh báo",
        (Tongue::Vi, Severity::Note) => "ghi chú",
        (Tongue::En, severity) => severity_word(severity),
    }
}

/// The word before the cure.
pub fn hint_name(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vi => "cách sửa",
        Tongue::En => "help",
    }
}

fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// For people: each fault with the line, a caret below it, and the cure; errors first. Of many
/// faults of one wording two are shown, and at the end how many more there are.
pub fn text(diagnostics: &[Diagnostic], tongue: Tongue, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let (whole, many) = alike::chosen(diagnostics);
    let mut text = String::new();
    for diagnostic in whole.iter().take(MOST) {
        let shown = Shown::of(diagnostic, tongue);
        text.push_str(&renderer.render(&[shown.group()]));
        text.push('\n');
        if let (None, Some(hint)) = (&shown.place, &shown.hint) {
            text.push_str(&format!("  {}: {hint}\n", hint_name(tongue)));
        }
        text.push('\n');
    }
    for alike in many.iter().take(MOST) {
        text.push_str(&alike.line(tongue));
        text.push('\n');
    }
    if !many.is_empty() {
        text.push('\n');
    }
    let unseen = whole.get(MOST..).unwrap_or_default();
    if let Some(rest) = rest(unseen) {
        text.push_str(tongue.of(&rest));
        text.push('\n');
        for kind in alike::by_code(unseen) {
            text.push_str(&kind.sum(tongue));
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn rest(diagnostics: &[&Diagnostic]) -> Option<Say> {
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let others = diagnostics.len() - errors;
    match (errors, others) {
        (0, 0) => None,
        (0, n) => Some(Say {
            vi: format!("… và {n} cảnh báo hoặc ghi chú khác"),
            en: format!("… and {n} more warnings or notes"),
        }),
        (n, 0) => Some(Say {
            vi: format!("… và {n} lỗi khác"),
            en: format!("… and {n} more errors"),
        }),
        (n, m) => Some(Say {
            vi: format!("… và {n} lỗi, {m} cảnh báo hoặc ghi chú khác"),
            en: format!("… and {n} more errors, {m} more warnings or notes"),
        }),
    }
}

/// A diagnostic in one language, safe for a terminal.
struct Shown {
    severity: Severity,
    tongue: Tongue,
    code: Code,
    message: String,
    hint: Option<String>,
    place: Option<(String, Place)>,
    line: String,
    caret: std::ops::Range<usize>,
}

impl Shown {
    fn of(diagnostic: &Diagnostic, tongue: Tongue) -> Shown {
        let place = diagnostic.place.as_ref();
        let (line, caret) = place.map_or_else(Default::default, line_and_caret);
        Shown {
            severity: diagnostic.severity,
            tongue,
            code: diagnostic.code,
            message: printable(tongue.of(&diagnostic.message)).into_owned(),
            hint: diagnostic.hint.as_ref().map(|hint| printable(tongue.of(hint)).into_owned()),
            place: place.map(|place| (printable(&whereabouts(place)).into_owned(), place.clone())),
            line,
            caret,
        }
    }

    fn group(&self) -> Group<'_> {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let level = level.with_name(severity_name(self.severity, self.tongue));
        let mut group = Group::with_title(level.primary_title(&self.message).id(self.code.id()));
        if let Some((path, place)) = &self.place {
            if place.line == 0 {
                group = group.element(Origin::path(path));
            } else {
                let caret = AnnotationKind::Primary.span(self.caret.clone());
                let snippet = Snippet::source(&self.line).line_start(place.line).annotation(caret);
                group = if place.tab.is_some() {
                    group.element(Origin::path(path)).element(snippet)
                } else if place.skipped == 0 {
                    group.element(snippet.path(path))
                } else {
                    // The column within a line that was cut is not the one within the file.
                    let origin = Origin::path(path).line(place.line).char_column(place.column);
                    group.element(origin).element(snippet)
                };
            }
        }
        let help = Level::HELP.with_name(hint_name(self.tongue));
        // Without a place there is no margin for the cure to hang on.
        let hint = self.hint.iter().filter(|_| self.place.is_some());
        group.elements(hint.map(|hint| help.clone().message(hint)))
    }
}

/// The file; in a sheet also the tab and the cell: `lich.xlsx, 'Tháng 11', B7`.
pub fn whereabouts(place: &Place) -> String {
    let tab = place.tab.as_ref().map(|tab| tab.name.as_str()).filter(|name| !name.is_empty());
    let tab = tab.map(|name| format!("'{name}'"));
    let parts = [Some(place.path.to_string()), tab, place.cell_name()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The line with marks where it was cut, and the bytes of it that are at fault.
fn line_and_caret(place: &Place) -> (String, std::ops::Range<usize>) {
    let cut = if place.skipped > 0 { "…" } else { "" };
    // The column of a cell counts cells: its text is at fault from the beginning.
    let first = if place.tab.is_some() { 1 } else { place.column };
    let before = first.saturating_sub(1).saturating_sub(place.skipped);
    let part = |from: usize, len: usize| {
        let text: String = place.text.chars().skip(from).take(len).collect();
        printable(&text).into_owned()
    };
    let head = format!("{cut}{}", part(0, before));
    let fault = part(before, place.width);
    let tail = part(before + place.width, usize::MAX);
    let caret = head.len()..head.len() + fault.len();
    (format!("{head}{fault}{tail}"), caret)
}

/// For editors: a line each, `path:line:column: error[B102]: message (hint)`, errors first. A
/// cell has its name instead of line and column. Of many faults of one wording two have lines, and
/// the last lines say how many there are.
pub fn short(diagnostics: &[Diagnostic], tongue: Tongue) -> String {
    let mut text = String::new();
    let (whole, many) = alike::chosen(diagnostics);
    for diagnostic in whole {
        if let Some(place) = &diagnostic.place {
            let path = whereabouts(place);
            let path = printable(&path);
            text.push_str(&match place.line {
                line if line > 0 && place.tab.is_none() => {
                    format!("{path}:{line}:{}: ", place.column)
                }
                _ => format!("{path}: "),
            });
        }
        let severity = severity_name(diagnostic.severity, tongue);
        let message = printable(tongue.of(&diagnostic.message));
        text.push_str(&format!("{severity}[{}]: {message}", diagnostic.code.id()));
        if let Some(hint) = &diagnostic.hint {
            text.push_str(&format!(" ({})", printable(tongue.of(hint))));
        }
        text.push('\n');
    }
    for alike in many {
        text.push_str(&alike.line(tongue));
        text.push('\n');
    }
    text
}

/// The text in one line, with letters that could command a terminal shown as their numbers.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_command) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => safe.push(' '),
            letter if is_command(letter) => {
                safe.push_str(&format!("\\u{{{:x}}}", u32::from(letter)))
            }
            letter => safe.push(letter),
        }
    }
    Cow::Owned(safe)
}

/// Control characters, line separators, and marks that turn the writing direction.
fn is_command(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
