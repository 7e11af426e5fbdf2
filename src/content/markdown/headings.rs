//! Headings and their ids.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::Tag;

use crate::content::Heading;
use crate::content::markdown::fragment::{Mark, escape};
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::{FrameKind, Writer};
use crate::diagnostics::{Code, Diagnostic, say};
use crate::locale::slug_or_digest;

/// The ids of a body.
#[derive(Default)]
pub(super) struct Ids {
    used: BTreeSet<String>,
    /// Ids that are written somewhere in the text: no other heading may take them by itself.
    reserved: BTreeSet<String>,
    /// The number that the next heading of the same words gets.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// No id is used yet; those written in braces in the text are reserved.
    pub(super) fn of(text: &str) -> Ids {
        let mut ids = Ids::default();
        if text.contains('{') {
            let braces =
                text.lines().filter_map(|line| line.trim_end().strip_suffix('}')?.rsplit_once('{'));
            let words = braces.flat_map(|(_, inside)| inside.split_whitespace());
            ids.reserved.extend(words.filter_map(|word| word.strip_prefix('#')).map(str::to_owned));
        }
        ids
    }

    /// Takes an id that was written. False if it is taken already.
    pub(super) fn take(&mut self, id: &str) -> bool {
        self.used.insert(id.to_owned())
    }

    /// An id made from words, with a number if others have the same words.
    fn make(&mut self, words: &str) -> String {
        let slug = slug_or_digest(words);
        let base = if is_of_note(&slug) { format!("h-{slug}") } else { slug };
        let next = self.next.entry(base.clone()).or_insert(1);
        loop {
            let id = if *next == 1 { base.clone() } else { format!("{base}-{next}") };
            *next += 1;
            if !self.reserved.contains(&id) && self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Whether an id is one that footnotes take.
fn is_of_note(id: &str) -> bool {
    let number = id.strip_prefix("fn-").or_else(|| id.strip_prefix("fnref-"));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
}

/// A heading that has begun.
pub(super) struct OpenHeading {
    level: u8,
    id: Option<String>,
    classes: Vec<String>,
    /// Where its tag will stand, once its id is known.
    mark: Mark,
    is_title: bool,
}

impl Writer<'_, '_> {
    /// Begins a heading.
    pub(super) fn start_heading(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let Tag::Heading { level, id, classes, attrs } = tag else { return };
        self.prose.block();
        self.prose.begin();
        for (name, _) in &attrs {
            self.tell_attribute(name, range);
        }
        let level = level as u8;
        let is_first = matches!(self.frame.kind, FrameKind::Body)
            && self.depth == 1
            && self.frame.fragment.is_empty();
        let is_title = self.rules.extensions && level == 1 && is_first && self.body.title.is_none();
        self.frame.fragment.block("");
        self.heading = Some(OpenHeading {
            // The page's title is its one heading of level 1.
            level: if self.rules.extensions { level.max(2) } else { level },
            id: id.and_then(|id| self.checked_id(&id, range)),
            classes: classes.iter().map(ToString::to_string).collect(),
            mark: self.frame.fragment.mark(),
            is_title,
        });
    }

    pub(super) fn end_heading(&mut self) {
        self.prose.block();
        self.end_inline_html();
        let title = self.prose.end();
        let Some(heading) = self.heading.take() else { return };
        if heading.is_title {
            self.frame.fragment.truncate(heading.mark);
            self.body.title = Some(title).filter(|title| !title.is_empty());
            return;
        }
        let level = heading.level;
        let mut tag = format!("<h{level}");
        if self.rules.extensions {
            if self.frame.fragment.since(heading.mark) == ("", false) {
                // A heading without text is nothing but a stumbling block (WCAG 2.4.6).
                return;
            }
            let id = heading.id.unwrap_or_else(|| self.ids.make(&title));
            for (name, value) in [("id", &id), ("class", &heading.classes.join(" "))] {
                if !value.is_empty() {
                    tag.push_str(&format!(" {name}=\""));
                    escape(&mut tag, value);
                    tag.push('"');
                }
            }
            self.body.anchors.push(id.clone());
            self.body.headings.push(Heading { level, id, title });
        }
        tag.push('>');
        self.frame.fragment.insert(heading.mark, &tag);
        self.frame.fragment.push(&format!("</h{level}>\n"));
    }

    /// The id if it can be one and is not taken.
    fn checked_id(&mut self, id: &str, range: &Range<usize>) -> Option<String> {
        let span = self.place_in(range, &format!("#{id}"));
        // HTML forbids spaces alone (HTML Standard 3.2.6); these signs are others in an address.
        let fits = |letter: char| {
            !letter.is_whitespace() && !letter.is_control() && !"\"<>&%#`\\^{|}".contains(letter)
        };
        if id.is_empty() || !id.chars().all(fits) || is_of_note(id) {
            let message = say!("`{id}` không thể là một mã neo", "`{id}` cannot be an id");
            let hint = say!(
                "dùng chữ, chữ số, dấu `-`, `_`, `.`, không có dấu cách hay ngoặc kép; `fn-1` và `fnref-1` dành cho chú thích",
                "use letters, digits, `-`, `_`, `.`, no spaces or quotation marks; `fn-1` and `fnref-1` belong to footnotes"
            );
            tell(span, Diagnostic::error(Code::BadValue, message).hint(hint), self.reading);
            return None;
        }
        self.take_id(id, span).then(|| id.to_owned())
    }

    /// Takes an id that was written here; false, and an error, if it is taken.
    pub(super) fn take_id(&mut self, id: &str, range: Range<usize>) -> bool {
        let is_free = self.ids.take(id);
        if !is_free {
            let message = say!("mã neo `{id}` được dùng hai lần", "the id `{id}` is used twice");
            let hint = say!("đổi một trong hai mã", "change one of the two");
            tell(range, Diagnostic::error(Code::DuplicateId, message).hint(hint), self.reading);
        }
        is_free
    }

    /// Braces at the end of a heading are no text; what they hold besides id and classes is lost.
    fn tell_attribute(&mut self, name: &str, range: &Range<usize>) {
        let span = self.place_in(range, name);
        let message = say!(
            "`{name}` trong ngoặc nhọn không được hiển thị",
            "`{name}` in the braces is not shown"
        );
        let hint = say!(
            "đề mục chỉ nhận `{{#ma-neo .lop}}`; nếu là chữ, hãy dùng ngoặc tròn",
            "a heading takes only `{{#id .class}}`; if it is text, use parentheses"
        );
        tell(span, Diagnostic::warning(Code::BadValue, message).hint(hint), self.reading);
    }

    /// The last place of these words in the range, or the whole of it.
    pub(super) fn place_in(&self, range: &Range<usize>, words: &str) -> Range<usize> {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let found = source.rfind(words).map(|at| range.start + at..range.start + at + words.len());
        found.unwrap_or_else(|| range.clone())
    }
}
