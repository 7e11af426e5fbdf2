//! Calls in the manner of other programs, which are text here: `{{< ref "a.md" >}}`,
//! `{% include x %}`, `{{ page.title }}`. Readers would see them as they stand.

use std::ops::Range;

use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Code, Diagnostic, say};

impl Writer<'_, '_> {
    /// Says that a text calls something in the manner of another program, once for each name.
    pub(super) fn tell_foreign_calls(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let source = text.get(range.clone()).filter(|_| self.rules.extensions).unwrap_or_default();
        for (at, _) in source.match_indices('{') {
            if text[..range.start + at].ends_with('{') {
                continue;
            }
            let Some(opening) = opening(&text[range.start + at..]) else { continue };
            if !self.foreign.insert(opening.to_owned()) {
                continue;
            }
            let message = say!(
                "`{opening}` là cách viết của chương trình khác, nên hiện nguyên trên trang",
                "`{opening}` is written for another program, so it is shown as it stands"
            );
            let hint = say!(
                "liên kết thì viết `[chữ](@/trang.md)`, khối của giao diện thì viết `{{{{ ten() }}}}` trên một dòng riêng hay `::: ten`; nếu muốn hiện đúng như vậy thì đặt giữa hai dấu huyền",
                "write a link as `[text](@/page.md)`, a block of the theme as `{{{{ name() }}}}` on a line of its own or as `::: name`; to show it as it stands put it between backticks"
            );
            let place = range.start + at..range.start + at + opening.len();
            let fault = Diagnostic::warning(Code::UnknownComponent, message).hint(hint);
            tell(place, fault, self.reading);
        }
    }
}

/// The beginning of a call up to the end of its name, if the text begins with one that ends on
/// the same line.
fn opening(text: &str) -> Option<&str> {
    let line = text.lines().next().unwrap_or_default();
    let (mark, end) = if line.starts_with("{{") { ("{{", "}}") } else { ("{%", "%}") };
    let inside = line.strip_prefix(mark)?;
    let name = inside.trim_start_matches(['<', '%', '-', ' ', '/']);
    let is_called = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '.');
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    let length = name.find(|letter| !is_part(letter)).unwrap_or(name.len());
    let (opening, rest) = line.split_at(line.len() - name.len() + length);
    // A call of this program within a line is text, as its own rules say.
    let is_own = mark == "{{" && inside.trim_start() == name && rest.starts_with('(');
    (is_called && !is_own && rest.contains(end)).then_some(opening)
}
