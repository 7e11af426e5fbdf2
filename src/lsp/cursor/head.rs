//! What stands at a place in YAML.

use std::ops::Range;

use super::flow::{self, Flow};
use super::lines::{Line, line_at};
use super::{Cursor, Side, Yaml};

/// What stands at a byte of a stretch of YAML.
pub(super) fn at(text: &str, offset: usize, yaml: Range<usize>) -> Cursor {
    let bytes = line_at(text, offset);
    let whole = &text[bytes.clone()];
    let line = Line::of(whole);
    let before = &whole[..offset - bytes.start];
    let content = bytes.start + line.column;
    // A place before what a line says is a key to come, where the line says nothing yet.
    let column =
        if line.content.trim().is_empty() && !line.is_item() { before.len() } else { line.column };
    if offset < content.min(bytes.start + column) || flow::is_comment(whole, before.len()) {
        return Cursor::Nothing;
    }
    let own = Own { column, indent: line.indent, is_item: line.is_item() };
    let Some(above) = Above::of(&text[yaml.start..bytes.start.max(yaml.start)], own) else {
        return Cursor::Nothing;
    };
    let Above { path, mut beside } = above;
    beside.extend(below(&text[bytes.end..yaml.end.max(bytes.end)], column));
    let (key, behind) = match line.key() {
        Some((key, behind)) => (key, behind),
        None => return without_key(&line, (content, offset), (path, beside)),
    };
    let colon = content + line.content.len() - behind.len();
    if offset < colon {
        let word = content + key.start..content + key.end;
        let side = Side::Key { has_colon: true };
        return Cursor::Yaml(Yaml { path, side, word, is_quoted: key.start > 0, beside });
    }
    let mut path = path;
    path.push(line.content[key].trim_end().to_owned());
    value(Flow::of(behind, offset - colon), colon, path)
}

/// What stands in a line that has no colon.
fn without_key(
    line: &Line<'_>,
    (content, offset): (usize, usize),
    (path, beside): (Vec<String>, Vec<String>),
) -> Cursor {
    let flow = Flow::of(line.content, offset.saturating_sub(content));
    if flow.depth > 0 || flow.is_quoted {
        return value(flow, content, path);
    }
    let word = content..content + line.content.trim_end().len();
    let side = if line.is_item() { Side::Item } else { Side::Key { has_colon: false } };
    Cursor::Yaml(Yaml { path, side, word, is_quoted: false, beside })
}

/// What stands in a value that begins at this byte.
fn value(flow: Flow, begin: usize, mut path: Vec<String>) -> Cursor {
    path.extend(flow.keys);
    let word = begin + flow.word.start..begin + flow.word.end;
    let side = flow.side;
    Cursor::Yaml(Yaml { path, side, word, is_quoted: flow.is_quoted, beside: flow.beside })
}

/// Where the line with the cursor stands.
#[derive(Clone, Copy)]
struct Own {
    column: usize,
    indent: usize,
    is_item: bool,
}

/// What stands above a line.
struct Above {
    /// The keys in which it stands, the outermost first.
    path: Vec<String>,
    /// The keys beside it.
    beside: Vec<String>,
}

impl Above {
    /// What stands above a line; nothing if it is a line of a text that was begun above.
    fn of(text: &str, own: Own) -> Option<Above> {
        let (mut path, mut beside) = (Vec::new(), Vec::new());
        // The next key above stands before this column; in it too, where this is an item.
        let (mut limit, mut is_item) = match own.is_item {
            true => (own.indent, true),
            false => (own.column, false),
        };
        let mut is_beside = !own.is_item;
        for line in text.lines().rev() {
            let line = Line::of(line);
            if line.is_silent() {
                continue;
            }
            let is_above = line.column < limit || (is_item && line.column == limit);
            if is_beside && line.column == own.column {
                beside.extend(line.name().map(str::to_owned));
            }
            if !is_item && line.is_item() && line.column == limit {
                (limit, is_item, is_beside) = (line.indent, true, false);
            } else if is_above && !(is_item && line.is_item() && line.indent == limit) {
                let (key, behind) = line.key()?;
                if path.is_empty() && behind.trim_start().starts_with(['|', '>']) {
                    return None;
                }
                path.push(line.content[key].trim_end().to_owned());
                is_beside = false;
                (limit, is_item) = match line.is_item() {
                    true => (line.indent, true),
                    false => (line.column, false),
                };
            }
        }
        path.reverse();
        Some(Above { path, beside })
    }
}

/// The keys of the same mapping that stand below a line of this column.
fn below(text: &str, column: usize) -> Vec<String> {
    let mut keys = Vec::new();
    let lines = text.lines().skip(1).map(Line::of).filter(|line| !line.is_silent());
    for line in lines {
        if line.indent < column {
            break;
        }
        if line.column == column {
            keys.extend(line.name().map(str::to_owned));
        }
    }
    keys
}

/// The value of a key that stands outermost in YAML, on its line and without quotation marks.
pub(in super::super) fn value_of<'t>(yaml: &'t str, key: &str) -> Option<&'t str> {
    let mut lines = yaml.lines().map(Line::of).filter(|line| line.column == 0);
    let line = lines.find(|line| line.name() == Some(key))?;
    let (_, behind) = line.key()?;
    let flow = Flow::of(behind, behind.len() - behind.trim_start().len());
    behind.get(flow.word)
}
