//! Calls that call nothing and are text: those in the manner of other programs
//! (`{{< ref "a.md" >}}`, `{% include x %}`, `{{ page.title }}`), and those of this one within a
//! line. Readers would see them as they stand.

use std::ops::Range;

use crate::content::markdown::boxes;
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Code, Diagnostic, Fix, Say, say};

/// What asks other programs for the contents of a page.
const CONTENTS: &[&str] = &["[toc]", "[[toc]]", "[[_toc_]]", "{:toc}", "__toc__", "{toc}"];

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
            if !self.noted.foreign.insert(opening.to_owned()) {
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

impl Writer<'_, '_> {
    /// A line that means something to another program: `[TOC]`, `== Heading ==`, `!!! note`.
    pub(super) fn look_at_foreign_line(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        if !source.starts_with(['[', '{', '_', '=', '!', '?', '.', '\'', '"']) {
            return;
        }
        let line = source.lines().next().unwrap_or_default().trim_end();
        let place = range.start..range.start + line.len();
        let (hint, text) = if CONTENTS.contains(&&*line.to_ascii_lowercase()) {
            self.noted.foreign.insert(line.to_owned());
            let hint = say!(
                "xoá dòng này: trang tự có mục lục từ các đề mục `##`",
                "delete the line: the page has its contents by itself, from the headings with `##`"
            );
            (hint, Some(String::new()))
        } else if let Some(heading) = wiki_heading(line) {
            (say!("viết `{heading}`", "write `{heading}`"), Some(heading))
        } else if let Some(kind) = admonition(line) {
            let hint = say!(
                "viết `> [!{kind}]`, và `> ` ở đầu mỗi dòng phía dưới",
                "write `> [!{kind}]`, and begin each line below with `> `"
            );
            (hint, None)
        } else if let Some(call) = own_call(line) {
            (say!("viết `{call}`", "write `{call}`"), Some(call))
        } else if matches!(line, "\'\'\'" | "\"\"\"") {
            let hint = say!(
                "đoạn mã đặt giữa hai dòng ```, ba dấu huyền cạnh phím số 1",
                "put a block of code between two lines of ```, the key beside that of number 1"
            );
            (hint, None)
        } else if line.starts_with("{|") {
            let hint = say!(
                "bảng viết `| A | B |`, dưới nó là `|---|---|`, rồi mỗi hàng một dòng",
                "write a table as `| A | B |`, below it `|---|---|`, then each row on a line"
            );
            (hint, None)
        } else {
            return;
        };
        let message = say!(
            "`{line}` là cách viết của chương trình khác, nên hiện nguyên trên trang",
            "`{line}` is written for another program, so it is shown as it stands"
        );
        let fix = text.map(|text| Fix::likely(place.clone(), text));
        self.tell_mended(place, (message, hint), fix);
    }
}

/// `== Heading ==` as a heading.
fn wiki_heading(line: &str) -> Option<String> {
    let inner = line.trim_start_matches('=');
    let depth = line.len() - inner.len();
    let words = inner.strip_suffix(&"=".repeat(depth))?.trim();
    let is_heading = (2..=6).contains(&depth) && inner.starts_with(' ') && !words.is_empty();
    (is_heading && !words.contains('=')).then(|| format!("{} {words}", "#".repeat(depth)))
}

/// `{ name() }` and `{ { name() } }` as a call of this program.
fn own_call(line: &str) -> Option<String> {
    let inner = line.trim_start_matches(['{', ' ']).trim_end_matches(['}', ' ']);
    let (name, rest) = inner.split_once('(')?;
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|own| own.is_ascii_lowercase() || own == b'_' || own.is_ascii_digit());
    let is_call = line.ends_with('}')
        && (line.starts_with("{{{") || (line.starts_with('{') && !line.starts_with("{{")));
    (is_name && is_call && rest.ends_with(')')).then(|| format!("{{{{ {inner} }}}}"))
}

/// The box that `!!! note`, `??? tip` or `.. warning::` was meant to be.
fn admonition(line: &str) -> Option<&'static str> {
    let named = line.strip_prefix("!!! ").or_else(|| line.strip_prefix("??? "));
    let named = named.or_else(|| line.strip_prefix(".. ").filter(|rest| rest.contains("::")));
    let word = named?.split([' ', ':']).next()?;
    let is_name = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    is_name.then(|| boxes::meant(word).unwrap_or("NOTE"))
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
        // Words of people are a hole that was left, and told as one.
        if name[length..].starts_with(char::is_alphabetic) {
            return None;
        }
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
