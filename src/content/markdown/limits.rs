//! How deep a text may nest, how often it may call what becomes large on the page, and how far is
//! looked ahead in it.
//!
//! In: a text. Out: where it goes beyond what any text needs. The parser is linear in nearly
//! everything; the one thing it is not (many lines below a deep list) and what would make
//! readers' programs stumble is refused here and in the writer.

use std::ops::Range;

use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Code, Diagnostic, Say, Severity, say};
use crate::yaml::Reading;

/// The most levels of blocks, inline marks and containers, counted together.
pub(super) const DEEPEST: usize = 100;

/// The most list and quotation marks at the start of one line, and the most brackets that are
/// open at once. Above [`DEEPEST`] by far, since code blocks are looked at too.
const MOST_MARKS: usize = 500;

/// The deepest indentation in front of a list mark, in columns.
const MOST_COLUMNS: usize = 1000;

/// The most references to footnotes in one text, and the most components: each is a few letters
/// to write and many to show. A book of a thousand pages has fewer.
const MOST_CALLS: usize = 10_000;

/// What is counted in one text.
#[derive(Default)]
pub(super) struct Counted {
    references: usize,
    components: usize,
}

impl Writer<'_, '_> {
    /// Whether one more reference to a footnote is shown.
    pub(super) fn may_refer(&mut self, range: &Range<usize>) -> bool {
        self.counted.references += 1;
        let message = say!(
            "trang có hơn {MOST_CALLS} chỗ nhắc tới chú thích",
            "the page has more than {MOST_CALLS} references to footnotes"
        );
        self.may(self.counted.references, range, message)
    }

    /// Whether one more component is called.
    pub(super) fn may_call(&mut self, range: &Range<usize>) -> bool {
        self.counted.components += 1;
        let message = say!(
            "trang gọi hơn {MOST_CALLS} khối",
            "the page calls more than {MOST_CALLS} components"
        );
        self.may(self.counted.components, range, message)
    }

    fn may(&mut self, number: usize, range: &Range<usize>, message: Say) -> bool {
        if number == MOST_CALLS + 1 {
            let hint = say!("chia thành nhiều trang", "split it into several pages");
            let fault = Diagnostic::error(Code::PageTooLarge, message).hint(hint);
            tell(range.clone(), fault, self.reading);
        }
        number <= MOST_CALLS
    }
}

/// What stands behind a place on the same line, of no more than so many bytes: a look ahead that
/// is made at many places of one line.
pub(super) fn line_behind(source: &str, at: usize, most: usize) -> &str {
    let rest = source.get(at..).unwrap_or_default();
    let rest = &rest[..rest.floor_char_boundary(most)];
    rest.split('\n').next().unwrap_or_default()
}

/// The first stretch that is nested too deep to be handed to the parser.
pub(super) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    let mut brackets = 0_usize;
    for line in text.split_inclusive('\n') {
        let bytes = line.as_bytes();
        if bytes.first().is_some_and(|byte| b" \t>-+*0123456789".contains(byte))
            && is_deep_line(bytes)
        {
            return Some(start..start + 1);
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            brackets = 0;
        }
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                b'[' => brackets += 1,
                b']' => brackets = brackets.saturating_sub(1),
                _ => continue,
            }
            if brackets > MOST_MARKS {
                return Some(start + at..start + at + 1);
            }
        }
        start += line.len();
    }
    None
}

fn is_deep_line(line: &[u8]) -> bool {
    let (mut at, mut marks, mut columns) = (0, 0, 0);
    while let Some(byte) = line.get(at) {
        let followed = |at: usize| line.get(at).is_none_or(u8::is_ascii_whitespace);
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4,
            b'>' => marks += 1,
            b'-' | b'+' | b'*' if followed(at + 1) => marks += 1,
            b'0'..=b'9' => {
                at += line[at..].iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
                if !matches!(line.get(at), Some(b'.' | b')')) || !followed(at + 1) {
                    break;
                }
                marks += 1;
            }
            _ => break,
        }
        at += 1;
    }
    marks > MOST_MARKS || (marks > 0 && columns > MOST_COLUMNS)
}

/// Says that the text is nested too deep here.
pub(super) fn say_too_deep(range: Range<usize>, reading: &mut Reading<'_>) {
    let message = say!(
        "chỗ này lồng vào nhau quá {DEEPEST} lớp",
        "this is nested more than {DEEPEST} levels deep"
    );
    let hint = say!(
        "bỏ bớt các dấu `>`, `[`, `*`, `:::` hoặc danh sách lồng nhau ở đây",
        "take away some of the nested `>`, `[`, `*`, `:::` or lists here"
    );
    tell(range, Diagnostic::error(Code::TooDeep, message).hint(hint), reading);
}

/// The most faults of one file that are kept. Each carries its line, so their number is what
/// a text of four million bad links would be read by.
const MOST_FAULTS: usize = 200;

/// Says what is wrong in this stretch. Once there are very many faults only the first error
/// among them is still taken in, for without any the site would be published.
pub(super) fn tell(range: Range<usize>, fault: Diagnostic, reading: &mut Reading<'_>) {
    let is_error = |fault: &Diagnostic| fault.severity == Severity::Error;
    let is_full = reading.diagnostics.len() >= MOST_FAULTS;
    if is_full && (!is_error(&fault) || reading.diagnostics.iter().any(is_error)) {
        return;
    }
    reading.tell(range.into(), fault);
}
