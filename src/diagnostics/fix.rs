//! A cure that a program can carry out: a change of the text in which the fault is.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::diagnostics::Span;
use crate::diagnostics::near::Near;

/// A change of one stretch of the file at fault. It does what the hint asks for, and nothing else.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Fix {
    /// What goes, in the text as it is read: UTF-8, NFC, line feeds. It may be empty.
    pub span: Span,
    /// What comes in its place. It may be empty.
    pub text: String,
    /// Whether nothing else can be meant, so that `check --fix` makes the change unasked. Others
    /// are offered in an editor, where a person looks at them first.
    pub is_sure: bool,
}

impl Fix {
    /// The only change that can be meant.
    pub fn sure(stretch: Range<usize>, text: impl Into<String>) -> Fix {
        Fix { span: stretch.into(), text: text.into(), is_sure: true }
    }

    /// A change that is probably meant.
    pub fn likely(stretch: Range<usize>, text: impl Into<String>) -> Fix {
        Fix { is_sure: false, ..Fix::sure(stretch, text) }
    }

    /// The nearest of the known words in place of another one, if one is near: surely if no
    /// other is. A cell of a sheet is changed by no program.
    pub fn nearest<'a>(
        stretch: Span,
        word: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Option<Fix> {
        if stretch.cell().is_some() {
            return None;
        }
        let near = Near::to(word, known);
        Some(Fix { span: stretch, text: near.first()?.to_owned(), is_sure: near.is_lone() })
    }

    /// The change of a part of a text, as a change of the whole in which the part begins there.
    pub fn in_part_at(self, begin: usize) -> Fix {
        let stretch = self.range();
        let span = Span::from(begin + stretch.start..begin + stretch.end);
        Fix { span, ..self }
    }

    /// The bytes that go.
    pub fn range(&self) -> Range<usize> {
        self.span.start as usize..self.span.end as usize
    }

    /// The text with the change; none if this is not the text that was read.
    pub fn apply(&self, text: &str) -> Option<String> {
        let Range { start, end } = self.range();
        let (before, _, behind) = (text.get(..start)?, text.get(start..end)?, text.get(end..)?);
        Some([before, &self.text, behind].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_stretch_is_changed() {
        let fix = Fix::sure(0..5, "title").in_part_at(4);
        assert_eq!(fix.apply("---\ntitel: Đây\n"), Some("---\ntitle: Đây\n".to_owned()));
        assert_eq!(Fix::likely(2..2, "-").apply("ab"), Some("ab-".to_owned()));
        for range in [0..9, 1..2] {
            assert_eq!(Fix::sure(range, "").apply("đa"), None);
        }
    }
}
