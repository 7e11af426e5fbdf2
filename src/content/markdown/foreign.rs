//! Calls that call nothing and are text: those in the manner of other programs
//! (`{{< ref "a.md" >}}`, `{% include x %}`, `{{ page.title }}`), and those of this one within a
//! line. Readers would see them as they stand.

use std::ops::Range;

use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Code, Diagnostic, Say, say};

/// The longest call that is looked at, in bytes.
const LONGEST: usize = 500;

impl Writer<'_, '_> {
    /// Says that a text calls something in the manner of another program, once for each name.
    pub(super) fn tell_foreign_calls(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let source = text.get(range.clone()).filter(|_| self.rules.extensions).unwrap_or_default();
        for (at, _) in source.match_indices('{') {
            if text[..range.start + at].ends_with('{') {
                continue;
            }
            let Some(call) = Call::at(&text[range.start + at..]) else { continue };
            let Call { opening, how } = call;
            if !self.foreign.insert(opening.to_owned()) {
                continue;
            }
            let (message, hint) = match how {
                How::Foreign => foreign(opening),
                How::Own => within_a_line(opening),
                How::Bare => without_brackets(opening),
            };
            let place = range.start + at..range.start + at + opening.len();
            let fault = Diagnostic::warning(Code::UnknownComponent, message).hint(hint);
            tell(place, fault, self.reading);
        }
    }
}

/// A call that is text.
struct Call<'t> {
    /// Its beginning up to the end of the name.
    opening: &'t str,
    how: How,
}

/// Why a call is text.
enum How {
    /// It is written for another program.
    Foreign,
    /// It would be one of this program on a line of its own.
    Own,
    /// It may be one of this program that lacks its brackets: `{{ hotlines }}`.
    Bare,
}

fn foreign(opening: &str) -> (Say, Say) {
    (
        say!(
            "`{opening}` là cách viết của chương trình khác, nên hiện nguyên trên trang",
            "`{opening}` is written for another program, so it is shown as it stands"
        ),
        say!(
            "liên kết thì viết `[chữ](@/trang.md)`, khối của giao diện thì viết `{{{{ ten() }}}}` trên một dòng riêng hay `::: ten`; nếu muốn hiện đúng như vậy thì đặt giữa hai dấu huyền",
            "write a link as `[text](@/page.md)`, a block of the theme as `{{{{ name() }}}}` on a line of its own or as `::: name`; to show it as it stands put it between backticks"
        ),
    )
}

fn without_brackets(opening: &str) -> (Say, Say) {
    let name = opening.trim_start_matches(['{', ' ']);
    (
        say!(
            "`{opening} }}}}` thiếu ngoặc tròn, nên hiện nguyên trên trang",
            "`{opening} }}}}` lacks its brackets, so it is shown as it stands"
        ),
        say!(
            "gọi khối của giao diện thì viết `{{{{ {name}() }}}}` trên một dòng riêng; nếu muốn hiện đúng như vậy thì đặt giữa hai dấu huyền",
            "write `{{{{ {name}() }}}}` on a line of its own to call a block of the theme; to show it as it stands put it between backticks"
        ),
    )
}

fn within_a_line(opening: &str) -> (Say, Say) {
    (
        say!(
            "`{opening}(…)` đứng giữa dòng chữ, nên hiện nguyên trên trang",
            "`{opening}(…)` stands within a line, so it is shown as it stands"
        ),
        say!(
            "đặt nó trên một dòng riêng, có dòng trống ở trên và ở dưới; nếu muốn hiện đúng như vậy thì đặt giữa hai dấu huyền",
            "put it on a line of its own, with an empty line above and below; to show it as it stands put it between backticks"
        ),
    )
}

impl<'t> Call<'t> {
    /// The call that the text begins with, if it ends on the same line.
    fn at(text: &'t str) -> Option<Call<'t>> {
        let near = &text[..text.floor_char_boundary(LONGEST)];
        let line = near.lines().next().unwrap_or_default();
        let (mark, end) = if line.starts_with("{{") { ("{{", "}}") } else { ("{%", "%}") };
        let inside = line.strip_prefix(mark)?;
        let name = inside.trim_start_matches(['<', '%', '-', ' ', '/']);
        let is_called = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '.');
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
        let length = name.find(|letter| !is_part(letter)).unwrap_or(name.len());
        let (opening, rest) = line.split_at(line.len() - name.len() + length);
        let is_plain = mark == "{{" && inside.trim_start() == name;
        let how = if is_plain && rest.starts_with('(') {
            How::Own
        } else if is_plain && rest.trim_start().starts_with(end) && !name[..length].contains('.') {
            How::Bare
        } else {
            How::Foreign
        };
        (is_called && rest.contains(end)).then_some(Call { opening, how })
    }
}
