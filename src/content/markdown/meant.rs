//! Marks that Markdown takes for others than a writer surely meant.
//!
//! CommonMark is kept to the letter; but where what comes out says something else than what
//! was written (another number, a lost sign, a paragraph that became a heading), it is told.
//! Told is only what hardly anyone would write on purpose.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::RefDefs;

use crate::content::markdown::bold_headings::BoldLine;
use crate::content::markdown::leftovers;
use crate::content::markdown::limits::tell;
use crate::content::markdown::note_lines::LostMark;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Code, Diagnostic, Fix, Say, say};
use crate::yaml::Reading;

/// Signs that stand in code and in no sentence.
const CODE_SIGNS: &[char] =
    &['{', '}', '<', '>', '=', '$', '`', '\\', '|', '_', '*', '#', '@', '~'];

/// The most words that a heading has which is underlined on purpose.
const LONGEST_HEADING: usize = 12;

/// The most references to footnotes that are looked for in one paragraph: each goes through all
/// of it.
const MOST_NOTES: usize = 100;

/// The longest address that is looked back at, in bytes.
const LONGEST_ADDRESS: usize = 500;

/// What is noted while a text is read, so that it is told once.
#[derive(Default)]
pub(super) struct Noted {
    /// The marks of other programs that were told.
    pub(super) foreign: BTreeSet<String>,
    /// The lines in bold type that may be meant as headings.
    pub(super) bold_lines: Vec<BoldLine>,
    /// The marks of footnotes that stand somewhere and lead to none.
    pub(super) notes: BTreeMap<String, LostMark>,
    /// Up to where formulas were looked for, and how many were told.
    pub(super) formulas_done: usize,
    pub(super) formulas: usize,
    /// Up to where boxes of tasks were looked at.
    pub(super) tasks_done: usize,
    /// Up to where lines of tables were looked at.
    pub(super) rows_done: usize,
}

/// The numbers of an ordered list.
pub(super) struct Numbers {
    first: u64,
    /// The number that the next entry is shown with.
    shown: u64,
    is_told: bool,
}

impl Numbers {
    /// A list that begins with this number.
    pub(super) fn from(first: u64) -> Numbers {
        Numbers { first, shown: first, is_told: false }
    }
}

impl Writer<'_, '_> {
    /// An entry of an ordered list is shown with the number that follows, whatever is written.
    /// That all have one number is a way of writing lists.
    pub(super) fn look_at_number(&mut self, range: &Range<usize>) {
        let Some(Some(numbers)) = self.lists.last_mut() else { return };
        let shown = numbers.shown;
        numbers.shown = shown.saturating_add(1);
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let len = source.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(written) = source[..len].parse::<u64>() else { return };
        if written == shown || written == numbers.first || numbers.is_told {
            return;
        }
        numbers.is_told = true;
        let message = say!(
            "dòng này hiện số {shown}, không phải {written} như đã viết",
            "this entry is shown with the number {shown}, not {written} as it is written"
        );
        let hint = say!(
            "danh sách tự đếm tiếp từ số đầu; sửa số, hoặc viết `{written}\\.` để giữ nguyên số",
            "a list counts on from its first number: mend the number, or write `{written}\\.` to keep it"
        );
        self.tell_meant(range.start..range.start + len, message, hint);
    }

    /// A line of `---` below a text makes it a heading, however long it is.
    pub(super) fn look_at_heading(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let source = source.trim_end();
        let Some((above, line)) = source.rsplit_once('\n').filter(|_| !source.starts_with('#'))
        else {
            return;
        };
        let line = line.trim_start_matches(['>', ' ', '\t']);
        let end = range.start + source.len();
        if leftovers::is_head(above) {
            return self.tell_second_head(range.start..end);
        }
        let is_short = above.split_whitespace().count() <= LONGEST_HEADING;
        let is_line = !above.contains('\n') && !above.trim_end().ends_with(['.', ',', ';']);
        if is_line && is_short && line.len() > 1 {
            return;
        }
        let message = say!(
            "dòng `{line}` biến đoạn văn phía trên thành đề mục",
            "the line `{line}` makes a heading of the text above it"
        );
        let hint = say!(
            "nếu không phải đề mục, để một dòng trống phía trên `{line}`",
            "if it is none, leave an empty line above `{line}`"
        );
        let place = end - line.len()..end;
        let begin = self.reading.text[..place.start].rfind('\n').map_or(0, |at| at + 1);
        let marks = self.reading.text[begin..place.start].trim_end();
        let fix = Fix::likely(begin..begin, format!("{marks}\n"));
        self.tell_mended(place, (message, hint), fix);
    }

    /// A paragraph whose first line is indented, as clerks do, is code.
    pub(super) fn look_at_indented(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let line = source.lines().next().unwrap_or_default();
        if !is_sentence(line) && !self.is_indented_call(line) {
            return;
        }
        let place = range.start..range.start + line.len();
        let begin = self.reading.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = self.reading.text[begin..range.start].chars();
        let has_tab = indent.chain(line.chars().take_while(|own| own.is_whitespace()));
        let (message, hint) = match has_tab.into_iter().any(|own| own == '\t') {
            true => (
                say!(
                    "dòng này thụt vào bằng phím Tab nên hiện như mã máy tính",
                    "this line begins with a tab, so it is shown as code"
                ),
                say!(
                    "xoá Tab ở đầu dòng; nếu đúng là mã, đặt giữa hai dòng ```",
                    "delete the tab at its beginning; if it is code, put it between two lines of ```"
                ),
            ),
            false => (
                say!(
                    "dòng này thụt vào bốn dấu cách nên hiện như mã máy tính",
                    "this line begins with four spaces, so it is shown as code"
                ),
                say!(
                    "xoá dấu cách ở đầu dòng; nếu đúng là mã, đặt giữa hai dòng ```",
                    "delete the spaces at its beginning; if it is code, put it between two lines of ```"
                ),
            ),
        };
        if self.reading.text[begin..range.start].trim().is_empty() {
            let stretch = begin..range.start + source.trim_end().len();
            let fix = Fix::likely(stretch, without_indent(source));
            self.tell_mended(place, (message, hint), fix);
        } else {
            self.tell_meant(place, message, hint);
        }
    }

    /// Signs between digits that vanish: `30*40*50`.
    pub(super) fn look_at_signs(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let before = range.start.checked_sub(1).and_then(|at| text.as_bytes().get(at));
        if !is_digit(before) || !is_digit(text.as_bytes().get(range.end)) {
            return;
        }
        let Some(sign) = text[range.clone()].chars().next() else { return };
        let message = say!(
            "hai dấu `{sign}` giữa các chữ số không hiện ra mà đổi kiểu chữ",
            "the two `{sign}` between digits are not shown but change the text between them"
        );
        let hint = say!("viết `\\{sign}`, hoặc dấu `×`", "write `\\{sign}`, or `×`");
        self.tell_meant(range.clone(), message, hint);
    }

    /// References to footnotes that are written nowhere, in a text that stands here.
    pub(super) fn look_for_notes(&mut self, text: &str, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let label = |(at, _): (usize, &str)| {
            let label = text.get(at + "[^".len()..)?;
            let is_end = |letter: char| letter.is_whitespace() || matches!(letter, '[' | ']');
            let end = label.find(is_end).filter(|end| *end > 0)?;
            label[end..].starts_with(']').then(|| &label[..end])
        };
        for label in text.match_indices("[^").filter_map(label).take(MOST_NOTES) {
            let written = format!("[^{label}]");
            let mut places = source.match_indices(&written).map(|(at, _)| range.start + at);
            let is_meant = |at: &usize| !self.reading.text[..*at].ends_with('\\');
            let Some(start) = places.find(is_meant) else { continue };
            if self.is_told_as_note(&written, start) {
                continue;
            }
            self.tell_no_note(&written, start);
        }
    }

    /// A text that smart punctuation changed where it may change nothing: in an address.
    pub(super) fn is_in_address(&self, text: &str, range: &Range<usize>) -> bool {
        let whole = self.reading.text;
        let is_changed = !text.is_ascii()
            && matches!(whole.get(range.clone()), Some("--" | "---" | "..." | "'"));
        if !is_changed {
            return false;
        }
        let from = whole.floor_char_boundary(range.start.saturating_sub(LONGEST_ADDRESS));
        let word = whole[from..range.start].rsplit(char::is_whitespace).next().unwrap_or_default();
        word.contains("://") || word.contains("www.") || word.contains('@')
    }

    /// Says so, where Markdown has more than the marks of CommonMark.
    pub(super) fn tell_meant(&mut self, range: Range<usize>, message: Say, hint: Say) {
        self.tell_mended(range, (message, hint), None);
    }

    /// The same with the change that mends it, if there is one.
    pub(super) fn tell_mended(
        &mut self,
        range: Range<usize>,
        (message, hint): (Say, Say),
        fix: impl Into<Option<Fix>>,
    ) {
        if self.rules.extensions {
            let fault = Diagnostic::warning(Code::OtherThanMeant, message).hint(hint);
            tell(range, Diagnostic { fix: fix.into(), ..fault }, self.reading);
        }
    }
}

/// Whether a line is a sentence for people: words, and nothing that only code has.
fn is_sentence(line: &str) -> bool {
    let words = line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let least = if line.contains(|letter: char| letter.is_alphabetic() && !letter.is_ascii()) {
        2
    } else if line.trim_end().ends_with(['.', ',', ';', '!', '?']) {
        5
    } else {
        return false;
    };
    words >= least && !line.contains(CODE_SIGNS)
}

/// A block of code without the spaces in front of its lines.
fn without_indent(block: &str) -> String {
    let lines: Vec<&str> = block.trim_end().lines().map(|line| line.trim_start()).collect();
    lines.join("\n")
}

/// Says which lines are not shown because they look like the address of a link that no one
/// uses: `[Deadline]: 15/11`. An address that no one uses hides nothing; `[//]: # (…)` is meant.
pub(super) fn look_at_definitions(
    definitions: &RefDefs<'_>,
    used: &BTreeSet<usize>,
    (start, reading): (usize, &mut Reading<'_>),
) {
    let texts = definitions.iter().filter(|(_, definition)| !is_address(&definition.dest));
    let mut hidden: Vec<Range<usize>> = texts
        .map(|(_, definition)| start + definition.span.start..start + definition.span.end)
        .filter(|range| !used.contains(&range.start))
        .collect();
    hidden.sort_by_key(|range| range.start);
    for range in hidden {
        let written = reading.text.get(range.clone()).unwrap_or_default().trim_end();
        let label = written.split("]:").next().unwrap_or_default();
        let message = say!(
            "dòng này không hiện ra: `{label}]:` đặt địa chỉ cho một liên kết mà không chỗ nào dùng",
            "this line is not shown: `{label}]:` gives the address of a link that is nowhere"
        );
        let hint = say!(
            "nếu là chữ, viết `\\{label}]: …`; nếu không, xoá dòng này",
            "if it is text, write `\\{label}]: …`; if not, delete the line"
        );
        let place = range.start..range.start + written.len();
        let fault = Diagnostic::warning(Code::UnshownText, message).hint(hint);
        tell(place, fault, reading);
    }
}

fn is_address(written: &str) -> bool {
    let extension = written.rsplit_once('.').map_or("", |(_, extension)| extension);
    let scheme = written.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_name = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphabetic());
    written.is_empty()
        || written.starts_with(['/', '#', '.', '@', '?'])
        || is_name(scheme)
        || (is_name(extension) && extension.len() <= 5)
}
