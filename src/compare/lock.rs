//! `translations.lock`: the source that each translation was made from, block by block.
//!
//! In: the text of the file. Out: a [`Lock`], and its text again. Each section names a
//! language and a page and holds a line for each block: its mark, and its text as it was.
//! The sections are sorted and each block has a line of its own, so that two people who
//! accept different pages do not meet in one place of the file.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::content::Language;
use crate::content::blocks::{Mark, one_line};
use crate::diagnostics::{Checked, Code, Diagnostic, Place, Ruler, say};
use crate::sources::{LOCK_FILE, SourcePath, Sources};

const HEAD: &str = "\
# Written by `bangtin i18n accept`: the text that each translation was made from.
# Ghi bởi `bangtin i18n accept`: bản gốc mà mỗi bản dịch đã theo.
";

/// What was accepted, by page and language.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    sections: BTreeMap<(String, Language), Vec<Accepted>>,
}

/// A block of a source as it was when its translation was accepted.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// What it says.
    pub mark: Mark,
    text: Arc<str>,
    range: Range<usize>,
}

impl Accepted {
    /// A block of this text, which is one line.
    pub fn new(mark: Mark, text: &str) -> Accepted {
        Accepted { mark, text: text.into(), range: 0..text.len() }
    }

    /// Its text in one line.
    pub fn text(&self) -> &str {
        &self.text[self.range.clone()]
    }
}

impl Lock {
    /// What was accepted of a page in a language.
    pub fn get(&self, page: &str, language: &Language) -> Option<&[Accepted]> {
        self.sections.get(&(one_line(page), language.clone())).map(Vec::as_slice)
    }

    /// Whether nothing was ever accepted.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// Accepts a translation: its source is now this.
    pub fn accept(&mut self, page: &str, language: &Language, source: Vec<Accepted>) {
        self.sections.insert((one_line(page), language.clone()), source);
    }

    /// Forgets the pages of which this does not hold.
    pub fn retain(&mut self, keep: impl Fn(&str, &Language) -> bool) {
        self.sections.retain(|(page, language), _| keep(page, language));
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        let mut text = HEAD.to_owned();
        for ((page, language), blocks) in &self.sections {
            text.push_str(&format!("\n[{language}] {page}\n"));
            for block in blocks {
                text.push_str(&format!("{} {}\n", block.mark, block.text()));
            }
        }
        text
    }
}

/// Reads the file, if there is one. Lines that are none of its own are said and passed over.
pub fn read(sources: &Sources) -> Checked<Lock> {
    let path = SourcePath::new(LOCK_FILE);
    let Some(text) = sources.text(&path) else { return Checked::good(Lock::default()) };
    let (ruler, lock, diagnostics) = (Ruler::of(text), Lock::default(), Vec::new());
    let mut reading = LockReading { path: &path, ruler, lock, diagnostics };
    reading.lines(text);
    Checked { value: reading.lock, diagnostics: reading.diagnostics }
}

struct LockReading<'p> {
    path: &'p SourcePath,
    ruler: Ruler,
    lock: Lock,
    diagnostics: Vec<Diagnostic>,
}

impl LockReading<'_> {
    fn place(&self, text: &str, range: Range<usize>) -> Place {
        Place::measured(self.path, (text, &self.ruler), range.into())
    }

    fn lines(&mut self, text: &Arc<str>) {
        let (mut at, mut section) = (0, None);
        for line in text.split_inclusive('\n') {
            let range = at..at + line.trim_end().len();
            at += line.len();
            let line = &text[range.clone()];
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(key) = section_of(line) {
                self.begin(&key, text, range);
                section = Some(key);
                continue;
            }
            let block = block_of(line).zip(section.as_ref());
            match block.and_then(|(block, key)| Some((block, self.lock.sections.get_mut(key)?))) {
                Some(((mark, skipped), blocks)) => {
                    let range = range.start + skipped..range.end;
                    blocks.push(Accepted { mark, text: Arc::clone(text), range });
                }
                None => self.not_a_line(text, range),
            }
        }
    }

    fn begin(&mut self, key: &(String, Language), text: &str, range: Range<usize>) {
        if self.lock.sections.insert(key.clone(), Vec::new()).is_some() {
            let (page, language) = key;
            let message = say!(
                "`{page}` (`{language}`) được ghi nhận hai lần",
                "`{page}` (`{language}`) is accepted twice"
            );
            let hint = say!(
                "xoá một trong hai phần, rồi xem `bangtin i18n status`",
                "delete one of the two sections, then look at `bangtin i18n status`"
            );
            let fault = Diagnostic::error(Code::BadLockFile, message).hint(hint);
            self.diagnostics.push(fault.at(self.place(text, range)));
        }
    }

    fn not_a_line(&mut self, text: &str, range: Range<usize>) {
        let line = &text[range.clone()];
        let is_conflict = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
            .iter()
            .any(|marker| line.starts_with(marker));
        let message = if is_conflict {
            say!(
                "hai người cùng sửa tệp này, hai bản chưa được gộp xong",
                "a merge of this file was not finished"
            )
        } else {
            say!("dòng này không đọc được", "this line cannot be read")
        };
        let hint = say!(
            "xoá dòng này; với mỗi trang chỉ giữ một phần `[mã] trang`, rồi chạy `bangtin i18n status`",
            "delete this line, keep one section `[code] page` for each page, then run `bangtin i18n status`"
        );
        let fault = Diagnostic::error(Code::BadLockFile, message).hint(hint);
        self.diagnostics.push(fault.at(self.place(text, range)));
    }
}

/// `[en] tin/bai`
fn section_of(line: &str) -> Option<(String, Language)> {
    let (language, page) = line.strip_prefix('[')?.split_once("] ")?;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let named = !language.is_empty() && language.chars().all(fits) && !page.trim().is_empty();
    named.then(|| (page.trim().to_owned(), Language::new(language)))
}

/// The mark at the head of a line, and where the text behind it begins.
fn block_of(line: &str) -> Option<(Mark, usize)> {
    let (mark, _) = line.split_once(' ')?;
    Some((Mark::parse(mark)?, mark.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(text: &str) -> Checked<Lock> {
        let mut sources = Sources::default();
        sources.put(LOCK_FILE, text);
        read(&sources)
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut one = Lock::default();
        let english = Language::new("en");
        one.accept("tin/bai", &english, vec![Accepted::new(Mark::of("Một"), "Một")]);
        one.accept("=khoá\n[vi] x", &english, vec![Accepted::new(Mark::of("Hai"), "# [en] Hai")]);
        one.accept("tin/bai", &Language::new("hre"), Vec::new());
        let text = one.to_text();
        let again = lock(&text);
        assert!(again.diagnostics.is_empty(), "{:?}", again.diagnostics);
        assert_eq!(again.value.to_text(), text);
        let accepted = again.value.get("tin/bai", &english).unwrap();
        assert_eq!((accepted[0].text(), accepted[0].mark), ("Một", Mark::of("Một")));
        assert!(again.value.get("tin/bai", &Language::new("hre")).unwrap().is_empty());
    }

    #[test]
    fn pages_stand_in_order_so_that_the_file_merges() {
        let mut one = Lock::default();
        for page in ["b", "a", "c"] {
            one.accept(page, &Language::new("en"), Vec::new());
        }
        let pages: Vec<String> =
            one.to_text().lines().filter(|line| line.starts_with('[')).map(str::to_owned).collect();
        assert_eq!(pages, ["[en] a", "[en] b", "[en] c"]);
    }

    #[test]
    fn lines_of_others_are_said_and_the_rest_is_read() {
        let mark = Mark::of("Một");
        let text = format!(
            "{mark} lạc lõng\n[en] a\n<<<<<<< HEAD\n{mark} Một\n=======\nkhông\n>>>>>>> b\n[en] a\n[] b\n"
        );
        let read = lock(&text);
        let lines: Vec<usize> =
            read.diagnostics.iter().map(|fault| fault.place.as_ref().unwrap().line).collect();
        assert_eq!(lines, [1, 3, 5, 6, 7, 8, 9]);
        assert!(read.diagnostics.iter().all(|fault| fault.code == Code::BadLockFile));
    }
}
