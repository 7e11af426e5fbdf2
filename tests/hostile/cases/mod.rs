//! One fault each: what is done to the good site, and all that is to be said of it.

mod addresses;
mod bodies;
mod files;
mod front_matter;
mod settings;
mod sheets;
mod themes;

use std::fs;

use serde_json::Value as Json;

use crate::site::{Ran, Site, difference};

/// One thing done to the good site.
pub(crate) enum Edit {
    /// A file is written.
    Put(String, Vec<u8>),
    /// A symbolic link is made.
    Link(String, String),
    /// A file is removed.
    Remove(String),
}

/// One fault.
pub(crate) struct Case {
    /// What is wrong, in words.
    what: String,
    edits: Vec<Edit>,
    /// The code that is told.
    code: &'static str,
    /// `path:line:column`, or `path` where a file as a whole is at fault.
    place: String,
    /// What the message names in backticks; nothing where there is no value to name.
    value: String,
    /// What the cure holds in both languages; nothing where it is words only.
    cure: String,
}

/// The file that most cases write.
const PAGE: &str = "content/tin/hong.md";

/// A case of any edits.
pub(crate) fn case(
    what: &str,
    edits: Vec<Edit>,
    told: (&'static str, &str, &str),
    cure: &str,
) -> Case {
    let (code, place, value) = told;
    let at_page = place.starts_with(':') || place.is_empty();
    let place = if at_page { format!("{PAGE}{place}") } else { place.to_owned() };
    Case { what: what.into(), edits, code, place, value: value.into(), cure: cure.into() }
}

/// A text written to a file.
pub(crate) fn put(path: &str, text: impl AsRef<[u8]>) -> Edit {
    Edit::Put(path.to_owned(), text.as_ref().to_owned())
}

/// A page of this text.
pub(crate) fn whole(text: impl AsRef<[u8]>) -> Vec<Edit> {
    vec![put(PAGE, text)]
}

/// A page with this key below its title, on line 3.
pub(crate) fn key(line: &str) -> Vec<Edit> {
    whole(format!("---\ntitle: Hỏng\n{line}\n---\n"))
}

/// A page with this body, from line 4.
pub(crate) fn body(text: &str) -> Vec<Edit> {
    whole(format!("---\ntitle: Hỏng\n---\n{text}\n"))
}

/// Does each thing to a site of its own; tells every case that is not as it should be.
pub(crate) fn try_all(cases: &[Case]) {
    let good = Site::good();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| Some(format!("== {}\n{}", case.what, case.failure(&good)?)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

impl Case {
    fn failure(&self, good: &Site) -> Option<String> {
        let site = good.copy();
        let before = site.public();
        for edit in &self.edits {
            edit.carry_out(&site);
        }
        let built = site.build("vi");
        let checked = site.run(&["check", "--format", "json", "--lang", "en"]);
        // A list is given all the same, or refused in words.
        site.run(&["list", "--lang", "en"]);
        let told = [(&built, true), (&checked, false)];
        let wrong = told.iter().find_map(|(ran, vi)| self.wrong(&site, ran, *vi));
        wrong.or_else(|| difference(&before, &site.public()))
    }

    /// What of the run is not as it should be.
    fn wrong(&self, site: &Site, ran: &Ran, vietnamese: bool) -> Option<String> {
        let errors = ran.errors();
        let exit = if matches!(self.code, "B108" | "B601" | "B602") { 2 } else { 1 };
        let [error] = errors.as_slice() else {
            return Some(format!("{} errors: {errors:#?}", errors.len()));
        };
        let (path, line, column) = (&error["path"], &error["line"], &error["column"]);
        let place = if line.is_null() {
            text(path).to_owned()
        } else {
            format!("{}:{line}:{column}", text(path))
        };
        let (message, hint) = (text(&error["message"]), text(&error["hint"]));
        let names = self.value.is_empty() || message.contains(&format!("`{}`", self.value));
        let is_right = ran.code == exit
            && error["code"] == self.code
            && place == self.place
            && names
            && !hint.is_empty()
            && hint.contains(&self.cure)
            && is_in_tongue(message, hint, vietnamese)
            && is_line_of_file(site, error);
        (!is_right).then(|| format!("exit {}: {error:#}", ran.code))
    }
}

/// Vietnamese words have marks; English ones have none but in what is quoted.
fn is_in_tongue(message: &str, hint: &str, vietnamese: bool) -> bool {
    let both = format!("{message} {hint}");
    let words: String = both.split('`').step_by(2).collect();
    let marks = words
        .chars()
        .any(|letter| "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưăâêô".contains(letter));
    marks == vietnamese || self_quoting(&both)
}

/// Some cures write the author's line out, after a colon and without backticks.
fn self_quoting(words: &str) -> bool {
    words.contains(": \"")
}

/// Whether the line that is shown is the line of the file.
fn is_line_of_file(site: &Site, error: &Json) -> bool {
    let Some(line) = error["line"].as_u64() else { return error["text"].is_null() };
    if !error["cell"].is_null() {
        // The text of a cell is no line of a file.
        return error["cell"].as_str().is_some_and(|cell| cell.ends_with(&line.to_string()));
    }
    let Ok(bytes) = fs::read(site.path(text(&error["path"]))) else { return false };
    let file = String::from_utf8_lossy(&bytes);
    let shown = text(&error["text"]);
    let line = file.split('\n').nth(usize::try_from(line).unwrap() - 1);
    line.is_some_and(|line| line.contains(shown) && (line == shown || shown.chars().count() == 200))
}

fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}

impl Edit {
    fn carry_out(&self, site: &Site) {
        match self {
            Edit::Put(path, bytes) => site.put(path, bytes),
            Edit::Link(path, target) => site.link(path, target),
            Edit::Remove(path) => fs::remove_file(site.path(path)).unwrap(),
        }
    }
}
