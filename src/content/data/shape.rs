//! Data files whose entries are not where they belong: below the name of the file, or in a list.

use crate::diagnostics::{Code, say};
use crate::yaml::{Node, Reading, Value};

/// The entries of a file that the program knows, as they were meant; nothing where they have no keys.
/// What is wrong is said.
pub(super) fn entries(name: &str, node: Node, reading: &mut Reading<'_>) -> Option<Node> {
    let is_entry = |own: &Node| matches!(own.value, Value::Map(_));
    if let Value::List(items) = &node.value
        && items.iter().any(is_entry)
    {
        let message = say!(
            "các mục được viết thành danh sách, nên không mục nào có mã",
            "the entries are written as a list, so none of them has a key"
        );
        let hint = say!(
            "thay mỗi dấu gạch nối bằng một mã riêng, như `so-y-te:`, rồi viết các dòng của mục đó thụt vào bên dưới",
            "write a key of its own in place of each hyphen, like `so-y-te:`, and the lines of the entry below it, further in"
        );
        reading.error(node.span, Code::WrongType, message, hint);
        return None;
    }
    let Value::Map(all) = &node.value else { return Some(node) };
    let [(key, inner)] = all.as_slice() else { return Some(node) };
    let Value::Map(own) = &inner.value else { return Some(node) };
    if key.name != name || own.is_empty() || !own.iter().all(|(_, own)| is_entry(own)) {
        return Some(node);
    }
    let message = say!(
        "tất cả các mục nằm dưới `{name}`, nên bị đọc là một mục",
        "all entries stand below `{name}`, so they are read as one"
    );
    let hint = say!(
        "xoá dòng này, rồi kéo các dòng bên dưới ra sát lề",
        "delete this line and move the lines below it to the margin"
    );
    reading.error(key.span, Code::WrongType, message, hint);
    Some(inner.clone())
}
