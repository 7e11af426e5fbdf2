//! `print`: whether a page is made to be printed, and what is printed with it as one document.

use crate::content::LinkTarget;
use crate::diagnostics::{Code, Span, say};
use crate::keys;
use crate::yaml::{Fields, Node, Reading, Value, text_of};

/// Which pages are printed together as one document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Booklet {
    /// Where the key's value stands.
    pub span: Span,
    /// The pages by name; none where they are all those that belong to the page.
    pub picked: Option<Vec<LinkTarget>>,
}

/// Reads `true`, `false`, `book` or `{ book: [pages] }`.
pub(super) fn read(
    fields: &mut Fields<'_>,
    reading: &mut Reading<'_>,
) -> (Option<bool>, Option<Booklet>) {
    let Some(node) = fields.take("print") else { return (None, None) };
    let picked = match &node.value {
        Value::Bool(flag) => return (Some(*flag), None),
        Value::Text(text) if text == "book" => None,
        Value::Map(_) => match picked(node, reading) {
            Some(pages) => Some(pages),
            None => return (None, None),
        },
        Value::Null | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Unknown => {
            let written = node.written();
            let message = say!("`print` không thể là `{written}`", "`print` cannot be `{written}`");
            let hint = say!(
                "viết `true`, `false`, `book` (in cả tập), hoặc `{{ book: [\"@/a.md\", \"@/b.md\"] }}`",
                "write `true`, `false`, `book` (print it all as one), or `{{ book: [\"@/a.md\", \"@/b.md\"] }}`"
            );
            reading.error(node.span, Code::WrongType, message, hint);
            return (None, None);
        }
    };
    (Some(true), Some(Booklet { span: node.span, picked }))
}

/// The pages of a list that is written out; none if it cannot be read.
fn picked(node: &Node, reading: &mut Reading<'_>) -> Option<Vec<LinkTarget>> {
    let mut inner = Fields::of(node, keys::PRINT, reading)?;
    let before = reading.diagnostics.len();
    let items = inner.items("book", reading);
    if items.is_empty() && reading.diagnostics.len() == before && inner.may_lack("book") {
        let message = say!("`book` chưa ghi trang nào", "`book` names no page");
        let hint = say!(
            "ghi tên tệp của từng trang: `book: [\"@/a.md\", \"@/b.md\"]`",
            "write the file of each page: `book: [\"@/a.md\", \"@/b.md\"]`"
        );
        reading.error(node.span, Code::MissingKey, message, hint);
    }
    inner.finish(reading);
    let mut page = |item| LinkTarget::read(text_of(item, "book", reading)?, reading);
    let pages: Vec<LinkTarget> = items.iter().filter_map(&mut page).collect();
    (!pages.is_empty()).then_some(pages)
}
