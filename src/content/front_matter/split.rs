//! Where the front matter ends, and which language a file is in.

use std::ops::Range;

use crate::content::front_matter::{marks, spare};
use crate::content::{Language, Rules};
use crate::diagnostics::{Code, Diagnostic, Fix, Place, did_you_mean, say};
use crate::sources::SourcePath;
use crate::yaml::{Node, Reading, say_unmerged};

/// A file in its two parts.
pub struct Split {
    /// The front matter as a tree, if it is there and can be read.
    pub front_matter: Option<Node>,
    /// Where the body stands in the text.
    pub body: Range<usize>,
    /// Whether it surely stands there, and is all of it.
    pub is_sure: bool,
}

/// The language of a file and its path without `content/`, language and extension.
pub fn language_and_stem(
    path: &SourcePath,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> (Language, String) {
    let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    let stem = inside.rsplit_once('.').map_or(inside, |(stem, _)| stem);
    for (language, folder) in &rules.languages {
        let own = folder.as_ref().and_then(|folder| stem.strip_prefix(folder.as_str()));
        if let Some(rest) = own.and_then(|rest| rest.strip_prefix('/')) {
            return (language.clone(), rest.to_owned());
        }
    }
    let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(folder, name)| (folder, name));
    let Some((name, suffix)) = name.rsplit_once('.') else {
        return (rules.default_language.clone(), stem.to_owned());
    };
    let language = Language::new(suffix);
    if rules.languages.contains_key(&language) {
        let stem = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        return (language, stem);
    }
    if ENDINGS.contains(&suffix) {
        let message =
            say!("tên tệp có hai đuôi: `.{suffix}.md`", "the file has two endings: `.{suffix}.md`");
        let hint = say!("đổi tên tệp thành `{name}.md`", "rename the file to `{name}.md`");
        let fault = Diagnostic::warning(Code::NearlyNamed, message).hint(hint);
        reading.diagnostics.push(fault.at(Place::file(path)));
    } else if looks_like_language(suffix) {
        let known = rules.languages.keys().map(Language::as_str);
        let hint = did_you_mean(suffix, known);
        let message =
            say!("trang web không có ngôn ngữ `{suffix}`", "the site has no language `{suffix}`");
        let fault = Diagnostic::error(Code::UnknownLanguage, message).hint(hint);
        reading.diagnostics.push(fault.at(Place::file(path)));
    }
    (rules.default_language.clone(), stem.to_owned())
}

/// Endings of files that people keep in the name of a page: Windows hides the last one.
const ENDINGS: [&str; 6] = ["md", "txt", "doc", "docx", "html", "htm"];

fn looks_like_language(suffix: &str) -> bool {
    let main = suffix.split('-').next().unwrap_or_default();
    (2..=3).contains(&main.len()) && main.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Where the front matter and the body stand in a text that has both.
pub fn parts(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let begin = text.len() - text.trim_start().len();
    let first_line = line_end(text, begin);
    let start = (first_line + 1).min(text.len());
    let mut at = start;
    // A head that is indented as a whole ends in the same column.
    let edge = text[..begin].rsplit('\n').next().unwrap_or_default();
    while at < text.len() && text[begin..first_line].trim_end() == "---" {
        let end = line_end(text, at);
        let line = text[at..end].strip_prefix(edge).unwrap_or(&text[at..end]);
        if matches!(line.trim_end(), "---" | "...") {
            return Some((start..at, (end + 1).min(text.len())..text.len()));
        }
        at = end + 1;
    }
    None
}

/// Finds the front matter and reads its YAML.
pub fn split(reading: &mut Reading<'_>) -> Split {
    let text = reading.text;
    if text.trim().is_empty() {
        reading.diagnostics.push(empty_file(reading.path));
        return Split { front_matter: None, body: 0..text.len(), is_sure: false };
    }
    if say_unmerged(reading, 0..text.len()) {
        return Split { front_matter: None, body: text.len()..text.len(), is_sure: false };
    }
    let begin = text.len() - text.trim_start().len();
    let first_line = line_end(text, begin);
    if text[begin..first_line].trim_end() != "---" {
        if let Some(split) = marks::not_opened(begin..first_line, reading) {
            return split;
        }
        no_front_matter(begin..first_line, reading);
        return Split { front_matter: None, body: 0..text.len(), is_sure: true };
    }
    let parts = parts(text);
    let start = (first_line + 1).min(text.len());
    if let Some(split) = marks::opened(start, parts.as_ref().map(|(front, _)| front), reading) {
        return split;
    }
    if let Some(parts) = parts {
        let (front_matter, body) = spare::without(parts, reading);
        return Split { front_matter: reading.yaml(front_matter), body, is_sure: true };
    }
    let message = say!(
        "phần đầu trang mở bằng `---` mà không đóng",
        "the front matter opened by `---` is not closed"
    );
    let hint = say!(
        "thêm một dòng `---` sau mục cuối cùng, trước nội dung",
        "add a line `---` after the last key, before the text"
    );
    reading.error((begin..first_line).into(), Code::UnclosedFrontMatter, message, hint);
    Split { front_matter: None, body: text.len()..text.len(), is_sure: false }
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at)
}

fn empty_file(path: &SourcePath) -> Diagnostic {
    Diagnostic::error(Code::EmptyFile, say!("tệp trống", "the file is empty"))
        .hint(say!(
            "viết nội dung, hoặc xoá tệp; `bangtin new` tạo sẵn một trang mẫu",
            "write the page or delete the file; `bangtin new` writes a page to start from"
        ))
        .at(Place::file(path))
}

fn no_front_matter(line: Range<usize>, reading: &mut Reading<'_>) {
    let message = say!("trang không có phần đầu", "the page has no front matter");
    let fault = Diagnostic::error(Code::NoFrontMatter, message);
    let first = reading.text[line.clone()].trim_end();
    let heading = first.strip_prefix("# ").map(str::trim).filter(|title| !title.contains(':'));
    let fault = if first == "+++" || first.starts_with('{') {
        fault.hint(say!(
            "phần đầu viết bằng YAML, giữa hai dòng `---`, không phải TOML `+++` hay JSON",
            "write it in YAML between two lines `---`, not in TOML `+++` or JSON"
        ))
    } else if let Some(title) = heading {
        let head = format!("---\ntitle: {title}\n---\n\n");
        let hint = say!(
            "viết ba dòng này ở đầu tệp: `---`, `title: {title}`, `---`",
            "begin the file with these three lines: `---`, `title: {title}`, `---`"
        );
        fault.hint(hint).fix(Fix::likely(line.start..line.start, head))
    } else {
        fault.hint(say!(
            "viết ba dòng này ở đầu tệp: `---`, `title: …` (tên trang), `---`",
            "begin the file with these three lines: `---`, `title: …` (the name of the page), `---`"
        ))
    };
    reading.tell(line.into(), fault);
}
