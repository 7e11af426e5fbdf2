//! What is meant by a key that there is not: a slip of the fingers, a word of staff or of another
//! program, or a key that stands there already.

use crate::diagnostics::{Code, Diagnostic, Fix, Say, Span, did_you_mean, nearest, one_of, say};
use crate::keys;
use crate::locale::fold;
use crate::yaml::{Key, Node, Reading, lines};

/// The keys of a mapping, in the order in which people are told of them.
pub(super) struct Names<'a> {
    /// Those that may still be written.
    pub free: Vec<&'a str>,
    /// Those that are written, each with its place.
    pub written: Vec<(&'a str, Span)>,
    /// Whether they are those of a page, of which other kinds have others.
    pub is_page: bool,
}

/// Says that there is no such key, and which one is meant.
pub(super) fn tell_unknown(
    (key, node): (&Key, &Node),
    names: &Names<'_>,
    reading: &mut Reading<'_>,
) {
    let Key { name, span } = key;
    let message = say!("không có mục nào tên là `{name}`", "there is no key `{name}`");
    let fault = Diagnostic::error(Code::UnknownKey, message);
    let free = names.free.iter().copied();
    // Word puts marks around what should stand alone.
    let name = name.trim_matches(['“', '”', '‘', '’', '*']);
    // A word of staff is no slip, however near it is to a word of English: `mã` is no `map`.
    let told = if let Some(known) = known(name, free.clone()) {
        reading.mean(*span, known);
        let fix = Fix { span: *span, text: known.to_owned(), is_sure: true };
        fault.hint(one_of([known].into_iter())).fix(fix)
    } else if let Some(fix) = Fix::nearest(*span, name, free.clone()) {
        reading.mean(*span, &fix.text);
        fault.hint(did_you_mean(name, free)).fix(fix)
    } else if let Some((there, first)) = names.twice(name) {
        let line = reading.place(first).line;
        let hint = say!(
            "`{there}` đã có ở dòng {line}: giữ một dòng, xoá dòng kia",
            "`{there}` is already on line {line}: keep one of the lines and delete the other"
        );
        let whole = lines::whole(reading.text, key.span, node.span);
        let fault = fault.hint(hint);
        whole.map_or(fault.clone(), |line| fault.fix(Fix::likely(line, "")))
    } else if let Some(hint) = of_another_kind(name).filter(|_| names.is_page) {
        fault.hint(hint)
    } else {
        fault.hint(usable(&names.free))
    };
    reading.tell(*span, told);
}

/// Says which of the keys of a mapping that nobody knows are slips for one of those that are free in
/// any case, and not for one of the others that it may have.
pub fn tell_slips<'a>(
    keys: Vec<(&Key, &Node)>,
    (free, others): (&[&'a str], &[&'a str]),
    reading: &mut Reading<'_>,
) {
    for (key, node) in keys {
        let all = free.iter().chain(others).copied();
        let near = known(&key.name, all.clone()).or_else(|| nearest(&key.name, all));
        if near.is_some_and(|near| free.contains(&near)) {
            let names = Names { free: free.to_vec(), written: Vec::new(), is_page: true };
            tell_unknown((key, node), &names, reading);
        }
    }
}

impl<'a> Names<'a> {
    /// The names that a reader asked for, in the order of the table; those that are not in it
    /// come last. `written` tells where one stands.
    pub(super) fn of(
        table: &[keys::Key],
        asked: &'a [String],
        written: impl Fn(&str) -> Option<Span>,
    ) -> Names<'a> {
        let place = |name: &str| table.iter().position(|key| key.name == name);
        let mut asked: Vec<&str> = asked.iter().map(String::as_str).collect();
        asked.sort_by_key(|name| place(name).unwrap_or(usize::MAX));
        let is_page =
            ["title", "kind"].iter().all(|name| table.iter().any(|key| key.name == *name));
        let mut names = Names { free: Vec::new(), written: Vec::new(), is_page };
        for name in asked {
            match written(name) {
                Some(span) => names.written.push((name, span)),
                None if names.free.contains(&name) => {}
                None => names.free.push(name),
            }
        }
        names
    }

    /// The key that is written already and that this word stands for once more.
    fn twice(&self, word: &str) -> Option<(&'a str, Span)> {
        let names = self.written.iter().map(|(name, _)| *name);
        let there = nearest(word, names.clone()).or_else(|| known(word, names))?;
        self.written.iter().find(|(name, _)| *name == there).copied()
    }
}

/// The key that staff mean by a word, if one of these is.
fn known<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = fold(&word.replace(['_', '-'], " "));
    keys::meant(plain.trim(), names)
}

/// Where a key belongs that pages of another kind have, or what they list.
fn of_another_kind(name: &str) -> Option<Say> {
    const LISTED: [(&[keys::Key], &str, &str); 2] =
        [(keys::EVENT, "events", "schedule"), (keys::TASK, "tasks", "plan")];
    let among = |all: &'static [keys::Key]| {
        let names = || all.iter().map(|key| key.name);
        known(name, names()).or_else(|| nearest(name, names()))
    };
    let of_page = keys::KINDS.iter().find_map(|(kind, all)| Some((*kind, among(all)?)));
    if let Some((kind, key)) = of_page {
        return Some(say!(
            "`{key}` chỉ dùng ở trang loại `{kind}`, còn trang này thuộc loại khác",
            "`{key}` is for pages of the kind `{kind}`, and this page is of another one"
        ));
    }
    let listed = LISTED.iter().find_map(|(all, list, kind)| Some((among(all)?, list, kind)));
    listed.map(|(key, list, kind)| {
        say!(
            "`{key}` viết trong từng mục của `{list}`, ở trang loại `{kind}`",
            "`{key}` belongs into the items of `{list}`, on a page of the kind `{kind}`"
        )
    })
}

/// The keys that may be written.
fn usable(free: &[&str]) -> Say {
    if free.is_empty() {
        return say!(
            "ở đây không còn mục nào khác: xoá mục này",
            "no other key may stand here: delete it"
        );
    }
    let all: Vec<String> = free.iter().map(|name| format!("`{name}`")).collect();
    let all = all.join(", ");
    say!("các mục dùng được ở đây: {all}", "the keys that may stand here: {all}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_staff_is_the_key_that_may_stand_there() {
        let of = |word| known(word, ["title", "date", "summary"].into_iter());
        assert_eq!(of("tiêu đề"), Some("title"));
        assert_eq!(of("Tiêu_đề"), Some("title"));
        assert_eq!(of("mô tả"), Some("summary"));
        assert_eq!(of("chủ đề"), None);
    }

    #[test]
    fn a_key_of_another_kind_is_known() {
        let of = |name| of_another_kind(name).map(|hint| hint.en).unwrap_or_default();
        assert!(of("slogan").contains("`slogans` is for pages of the kind `schedule`"));
        assert!(of("events").contains("the kind `schedule`"));
        assert!(of("venue").contains("the items of `events`"));
        assert!(of("đối tượng").contains("`audience` is for pages of the kind `material`"));
        assert_eq!(of_another_kind("toc"), None);
    }

    #[test]
    fn the_list_of_keys_is_whole() {
        let keys: Vec<&str> = keys::of_page("schedule").map(|key| key.name).collect();
        assert_eq!(usable(&keys).vi.matches(", ").count(), keys.len() - 1);
        assert!(usable(&[]).en.contains("no other key"));
    }
}
