//! Which of many words a mistyped one is probably meant to be.

mod around;
mod typed;

use std::collections::BTreeSet;

pub use around::{Words, are_few, around};

use crate::diagnostics::{Say, say};
use typed::Typed;

/// The most words that one is compared with. Where there are more none is proposed: there may
/// be as many mistakes as there are words, and to compare all with all would take for ever.
const MOST_KNOWN: usize = 400;

/// The word of `known` that a mistyped `word` is nearest to, if one is near enough.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Near::to(word, known).first()
}

/// The path of `known` that a mistyped `path` is nearest to: a file of nearly this name in
/// nearly this folder, or one of this very name elsewhere.
pub fn nearest_path<'a>(path: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (folder, stem, extension) = parts_of(path);
    // Every section has an `_index.md`: that name alone says nothing.
    let is_telling = !stem.ends_with("index");
    let (folder, stem) = (Typed::of(folder), Typed::of(stem));
    let near = Near::by(known, |candidate, most| {
        let (its_folder, its_stem, its_extension) = parts_of(candidate);
        let in_name = stem.slips(its_stem, most)?;
        let same_extension = extension.eq_ignore_ascii_case(its_extension);
        if in_name > 0 && !same_extension {
            return None;
        }
        let says_much = in_name == 0 && same_extension && is_telling;
        let elsewhere = || says_much.then(|| folder.distance(its_folder));
        let in_folder = folder.slips(its_folder, most).or_else(elsewhere)?;
        Some(in_folder + in_name + usize::from(!same_extension))
    });
    near.first()
}

/// Whether a single slip makes one word into the other, so that no third can be nearer.
pub fn is_one_slip(word: &str, other: &str) -> bool {
    Typed::of(word).slips(other, 1).is_some()
}

/// The words that are near to one.
#[derive(Default)]
pub(super) struct Near<'a> {
    /// The nearest of them.
    all: BTreeSet<&'a str>,
    /// How many slips these are away.
    least: usize,
    /// One that is farther and near enough.
    other: Option<&'a str>,
}

impl<'a> Near<'a> {
    /// Those of `known` that are near to a mistyped word.
    pub(super) fn to(word: &str, known: impl IntoIterator<Item = &'a str>) -> Near<'a> {
        let word = Typed::of(word);
        Near::by(known, |candidate, most| word.slips(candidate, most))
    }

    fn by(
        known: impl IntoIterator<Item = &'a str>,
        slips: impl Fn(&str, usize) -> Option<usize>,
    ) -> Near<'a> {
        let known: Vec<&str> = known.into_iter().take(MOST_KNOWN + 1).collect();
        let mut near = Near::default();
        if known.len() > MOST_KNOWN {
            return near;
        }
        // Mostly it was one slip, and which words are no more than that away is soon seen.
        for candidate in &known {
            if let Some(slips) = slips(candidate, 1) {
                near.add(candidate, slips);
            }
        }
        let is_found = !near.all.is_empty();
        for candidate in known {
            // Of those that are farther it only matters whether there are any.
            let is_open = near.is_lone() || near.all.is_empty();
            if is_found && !is_open {
                break;
            }
            let most = if is_open { usize::MAX } else { near.least };
            let is_new = !is_found || !near.all.contains(candidate);
            if let Some(slips) = slips(candidate, most).filter(|_| is_new) {
                near.add(candidate, slips);
            }
        }
        near
    }

    fn add(&mut self, candidate: &'a str, slips: usize) {
        if self.all.is_empty() || slips < self.least {
            self.other = self.other.or(self.first());
            self.all.clear();
            self.least = slips;
        }
        if slips == self.least {
            self.all.insert(candidate);
        } else {
            self.other = Some(candidate);
        }
    }

    /// The first of the nearest, in the order of letters.
    pub(super) fn first(&self) -> Option<&'a str> {
        self.all.first().copied()
    }

    /// Whether one word is near enough and no other is.
    pub(super) fn is_lone(&self) -> bool {
        self.all.len() == 1 && self.other.is_none()
    }
}

/// Folder, name up to the first dot, and what follows that dot.
fn parts_of(path: &str) -> (&str, &str, &str) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    (folder, stem, extension)
}

/// How many words a hint lists at the most.
const MOST_NAMED: usize = 12;

/// The hint for a word that is not known: the nearest one, all that are as near, or the list of
/// all.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Say {
    let near = Near::to(word, known.clone());
    if !near.all.is_empty() {
        return one_of(near.all.into_iter());
    }
    let mut known = known.into_iter();
    let all: Vec<_> = known.by_ref().take(MOST_NAMED).map(|word| format!("`{word}`")).collect();
    let more = if known.next().is_some() { ", …" } else { "" };
    let all = all.join(", ");
    if all.is_empty() {
        return say!("xoá từ này", "delete this word");
    }
    say!("hãy dùng một trong các từ: {all}{more}", "use one of these: {all}{more}")
}

/// So many of the known words that all is told of them that would be told of all: the nearest
/// and one that is less near, or the first.
pub fn telling<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Vec<&'a str> {
    let near = Near::to(word, known.clone());
    match near.all.is_empty() {
        true => known.into_iter().take(MOST_NAMED + 1).collect(),
        false => near.all.into_iter().take(MOST_NAMED).chain(near.other).collect(),
    }
}

/// The hint that asks which of these names is meant.
pub fn one_of<'a>(names: impl Iterator<Item = &'a str>) -> Say {
    let names: Vec<String> = names.take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    let (vi, en) = (names.join(" hay "), names.join(" or "));
    say!("có phải bạn muốn viết {vi}?", "did you mean {en}?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_word_is_proposed_and_a_far_one_is_not() {
        assert_eq!(nearest("titel", ["title", "date"]), Some("title"));
        assert_eq!(nearest("Titl", ["title", "date"]), Some("title"));
        assert_eq!(nearest("hpo", ["tin", "hop"]), Some("hop"));
        assert_eq!(nearest("publihs_dat", ["publish_date", "path"]), Some("publish_date"));
        for far in ["colour", "dates of all", "it", "d", ""] {
            assert_eq!(nearest(far, ["title", "date"]), None, "{far}");
        }
        assert_eq!(nearest("khong", ["home", "page"]), None);
    }

    #[test]
    fn a_near_path_has_nearly_the_same_name() {
        let known = ["@/_index.md", "@/tin/_index.md", "@/tin/bai.md", "@/tin/anh.png"];
        let near = |path| nearest_path(path, known);
        assert_eq!(near("@/tin/bia.md"), Some("@/tin/bai.md"));
        assert_eq!(near("@/tni/bai.md"), Some("@/tin/bai.md"));
        assert_eq!(near("@/su-kien/bai.md"), Some("@/tin/bai.md"));
        assert_eq!(near("@/tin/anh.jpg"), Some("@/tin/anh.png"));
        assert_eq!(near("@/tin/bai.en.md"), Some("@/tin/bai.md"));
        assert_eq!(near("@/tin/_idex.md"), Some("@/tin/_index.md"));
        for far in ["@/none.md", "@/khong.md", "@/su-kien/_index.md", "@/tin/tin.md", ""] {
            assert_eq!(near(far), None, "{far}");
        }
    }

    #[test]
    fn few_words_tell_as_much_as_all() {
        let all = ["muc-1", "muc-2", "muc-11", "muc-12", "gioi-thieu", "lien-he", "hoi-dap", "tin"];
        for word in ["muc-3", "muc-21", "mcu-11", "lien-hee", "muc", "khong-co"] {
            let few = telling(word, all);
            assert_eq!(did_you_mean(word, few.iter().copied()), did_you_mean(word, all), "{word}");
            let fix = |known: &[&'static str]| {
                crate::diagnostics::Fix::nearest((0..1).into(), word, known.iter().copied())
            };
            assert_eq!(fix(&few), fix(&all), "{word}");
        }
    }
}
