//! Small sites with one mistake each, as clerks make them: what is said of each, where, and with
//! which cure, in both languages; and that the cure which a program can carry out mends it.
//!
//! The cases are data, in `mistakes/*.txt`: a line `=== what`, the files of the site, a line
//! `>>>`, and all that is said. A file `NAME as bytes` is written with `\xNN`, `\u{NNNN}`, `\t`,
//! `\r` and `\\`; one that is `NAME gone` is taken away. Files that a case leaves out are those of
//! the tiny theme in harness.rs. `UPDATE=1 cargo test --test suite mistakes` writes what is said
//! today: read each line as a clerk would before you commit it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use bangtin::diagnostics::{Diagnostic, Fix, Severity};
use tempfile::TempDir;

use crate::harness::{Built, Site, files_of, repository, tiny_site};

/// A case of a file.
struct Case {
    name: String,
    files: String,
    said: String,
}

/// How many there must be at least.
const FEWEST: usize = 400;

/// The front page of the cases that have none of their own.
const HOME: &str = "---\ntitle: Trang chủ\n---\n";

/// Cures that show a line and that no program can carry out: words of the message in English,
/// and the reason.
const BY_HAND: &[(&str, &str)] = &[
    ("is published though no page names it", "the line belongs into `site.yaml`"),
    ("the sheet has no column", "the line belongs into the page that names the sheet"),
    ("is not known, and is not published", "the line belongs into the page that names the sheet"),
    ("and the page shows it as the name", "only who knows the source can name it"),
    ("has no description", "only who sees the picture can say whether it adorns"),
    ("is left out of the page", "whether HTML is allowed is not for the author of a page to say"),
];

fn tables() -> Vec<(PathBuf, Vec<Case>)> {
    let folder = std::env::var("MISTAKES").map_or_else(|_| own_folder(), PathBuf::from);
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let cases_of = |path: &PathBuf| {
        let text = format!("\n{}", fs::read_to_string(path).unwrap());
        text.split("\n=== ").skip(1).map(Case::of).collect()
    };
    paths.into_iter().map(|path| (path.clone(), cases_of(&path))).collect()
}

fn own_folder() -> PathBuf {
    repository().join("tests/suite/mistakes")
}

impl Case {
    fn of(part: &str) -> Case {
        let (name, rest) = part.split_once('\n').unwrap();
        let parts = rest.rsplit_once("\n>>>");
        let (files, said) = parts.unwrap_or_else(|| panic!("no `>>>` in `{name}`"));
        Case {
            name: name.to_owned(),
            files: format!("{files}\n"),
            said: said.trim_matches('\n').to_owned(),
        }
    }

    /// The site in a folder of its own, read as the program reads it.
    fn site(&self) -> (TempDir, Site) {
        let folder = tempfile::tempdir().unwrap();
        let home = ("content/_index.md".to_owned(), HOME.to_owned());
        for (name, text) in tiny_site().into_iter().chain([home]).chain(files_of(&self.files)) {
            if let Some(path) = name.strip_suffix(" gone") {
                fs::remove_file(folder.path().join(path)).unwrap();
                continue;
            }
            let escaped = name.strip_suffix(" as bytes");
            let path = folder.path().join(escaped.unwrap_or(&name));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, escaped.map_or_else(|| text.clone().into(), |_| bytes(&text))).unwrap();
        }
        let site = Site::read(folder.path());
        (folder, site)
    }
}

/// The bytes that a text with escapes stands for.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let number = |digits: &str| u32::from_str_radix(digits, 16).unwrap();
        rest = match escape.split_at(1) {
            ("x", behind) => {
                bytes.push(u8::try_from(number(&behind[..2])).unwrap());
                &behind[2..]
            }
            ("u", behind) => {
                let (digits, behind) = behind[1..].split_once('}').unwrap();
                let letter = char::from_u32(number(digits)).unwrap();
                bytes.extend_from_slice(letter.to_string().as_bytes());
                behind
            }
            ("t", behind) => {
                bytes.push(b'\t');
                behind
            }
            ("r", behind) => {
                bytes.push(b'\r');
                behind
            }
            ("\\", behind) => {
                bytes.push(b'\\');
                behind
            }
            (other, _) => panic!("`\\{other}` is no escape"),
        };
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// All that is said of a site, fault by fault: where, how much it weighs and its code; what is
/// wrong and what to do in Vietnamese and in English; the lines as a program would mend them.
fn told(site: &Site, built: &Built) -> String {
    let mut told = String::new();
    for fault in built.faults() {
        let severity = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        writeln!(told, "{} {severity} {}", place(fault), fault.code.id()).unwrap();
        let hint = fault.hint.as_ref().unwrap_or_else(|| panic!("no cure: {:?}", fault.message));
        writeln!(told, "  {}\n   → {}", fault.message.vi, hint.vi).unwrap();
        writeln!(told, "  {}\n   → {}", fault.message.en, hint.en).unwrap();
        if let Some(fix) = &fault.fix {
            told.push_str(&mended_lines(&mended(site, fault, fix).1, fix));
        }
    }
    told.trim_end().to_owned()
}

fn place(fault: &Diagnostic) -> String {
    match &fault.place {
        Some(place) if place.line > 0 => format!("{}:{}:{}", place.path, place.line, place.column),
        Some(place) => place.path.to_string(),
        None => "-".to_owned(),
    }
}

/// The file with the fault, and its text as the fix would have it.
fn mended(site: &Site, fault: &Diagnostic, fix: &Fix) -> (String, String) {
    let place = fault.place.as_ref().expect("a cure has a place");
    let path = place.path.to_string();
    let text = site.text(&path);
    let text = fix.apply(&text).expect("a cure is of the text that was read");
    (path, text)
}

/// A line with controls as escapes, but for the tab, which people see.
fn visible(line: &str) -> String {
    let is_hidden = |letter: &char| letter.is_control() && *letter != '\t';
    let shown = line.chars().map(|letter| match is_hidden(&letter) {
        true => letter.escape_unicode().to_string(),
        false => letter.to_string(),
    });
    shown.collect()
}

/// The lines that a fix changed, each with its number.
fn mended_lines(text: &str, fix: &Fix) -> String {
    let start = fix.range().start;
    let first = text[..start].matches('\n').count();
    let count = 1 + fix.text.trim_end_matches('\n').matches('\n').count();
    let is_sure = if fix.is_sure { "sure" } else { "likely" };
    let lines = text.split('\n').enumerate().skip(first).take(count);
    lines.map(|(at, line)| format!("  {is_sure} {}: {}\n", at + 1, visible(line))).collect()
}

#[test]
fn each_mistake_is_told_with_its_place_and_its_cure() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = String::new();
    let mut count = 0;
    for (path, cases) in tables() {
        let mut text = String::new();
        for case in &cases {
            let (_folder, site) = case.site();
            let told = told(&site, &site.build());
            if told.is_empty() || (!update && told != case.said) {
                writeln!(wrong, "=== {}\n{told}\n", case.name).unwrap();
            }
            write!(text, "=== {}\n{}>>>\n{told}\n\n", case.name, case.files).unwrap();
        }
        count += cases.len();
        if update {
            fs::write(path, text.trim_end().to_owned() + "\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "what is said now:\n\n{wrong}");
    assert!(count >= FEWEST, "{count} mistakes are tried");
}

/// What is said, without the places, which move with the text.
fn count(built: &Built) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for fault in built.faults() {
        *counts.entry(name(fault)).or_default() += 1;
    }
    counts
}

fn name(fault: &Diagnostic) -> String {
    let path = fault.place.as_ref().map(|place| place.path.to_string()).unwrap_or_default();
    format!("{path} {} {}", fault.code.id(), fault.message.vi)
}

/// What is wrong with a cure that is followed; nothing if its fault is gone and none is new.
fn remains(
    (folder, site): (&TempDir, &mut Site),
    before: &BTreeMap<String, usize>,
    fault: &Diagnostic,
    fix: &Fix,
) -> Option<String> {
    let (path, text) = mended(site, fault, fix);
    let file = folder.path().join(path);
    let written = fs::read(&file).unwrap();
    fs::write(&file, &text).unwrap();
    site.read_again(folder.path());
    let after = count(&site.build());
    fs::write(&file, written).unwrap();
    site.read_again(folder.path());
    let own = name(fault);
    let is_gone = after.get(&own).copied().unwrap_or(0) < before[&own];
    let new = after.iter().filter(|(name, count)| before.get(*name).is_none_or(|had| had < count));
    let new: Vec<&str> = new.map(|(name, _)| name.as_str()).collect();
    (!is_gone || !new.is_empty()).then(|| {
        let is_gone = if is_gone { "is gone" } else { "stays" };
        format!("{own}\n  {is_gone}; new: {new:#?}\n{text}\n")
    })
}

/// Whether a cure shows a line to write: a key with its value between backticks. `name: value`
/// says only what a line looks like.
fn shows_a_line(fault: &Diagnostic) -> bool {
    let hint = fault.hint.as_ref().map(|hint| hint.en.as_str()).unwrap_or_default();
    let is_key = |key: &str| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_line = |shown: &str| {
        let entry = shown.split_once(": ");
        entry.is_some_and(|(key, value)| is_key(key) && value != "value" && !value.contains('…'))
    };
    hint.split('`').skip(1).step_by(2).any(is_line)
}

/// Whether this must be mended by a person.
fn is_by_hand(fault: &Diagnostic) -> bool {
    BY_HAND.iter().any(|(words, _)| fault.message.en.contains(words))
}

#[test]
fn a_cure_that_is_followed_mends_its_fault_and_breaks_nothing() {
    let mut wrong = String::new();
    for case in tables().iter().flat_map(|(_, cases)| cases) {
        let (folder, mut site) = case.site();
        let built = site.build();
        let before = count(&built);
        for fault in built.faults() {
            let own = match &fault.fix {
                Some(fix) => remains((&folder, &mut site), &before, fault, fix),
                None if shows_a_line(fault) && !is_by_hand(fault) => {
                    Some(format!("{}\n  shows a line that no program can write\n", name(fault)))
                }
                None => None,
            };
            wrong.extend(own.map(|own| format!("=== {}\n{own}\n", case.name)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
