//! The sample site with one letter or line changed at random, as by a cat on the keyboard.

use bangtin::config::{Purpose, Settings};
use bangtin::diagnostics::{Diagnostic, Place};
use bangtin::sources::{SourcePath, Sources};
use bangtin::{Memos, build};

/// A sequence of numbers that looks random and is the same in every run (xorshift64*).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `most`.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let wide = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(wide).unwrap() % most.max(1)
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

const SIGNS: &[&str] = &[
    ":",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "\t",
    "\"",
    "'",
    "\0",
    "😀",
    "-",
    "---\n",
    "#",
    "&a ",
    "*a ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "\u{301}",
    "\u{202e}",
    "\u{feff}",
    "\r",
    "\n",
    "<",
    "</",
    "::: ",
    "{{ ",
    "}}",
    "](",
    "![",
    "0",
    "99999999999999999999",
    "đ",
    "\u{1b}",
    "\\",
    "<!--",
    "[^1]",
    "~",
    "_",
    "\u{fffd}",
    "\u{2028}",
];

fn mutated(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let line = dice.below(lines.len());
    let letters: Vec<char> = lines[line].chars().collect();
    let at = dice.below(letters.len() + 1);
    let head: String = letters[..at].iter().collect();
    let tail: String = letters[at..].iter().collect();
    match dice.below(8) {
        0 => {
            lines.remove(line);
        }
        1 => lines.insert(line, lines[line].clone()),
        2 => lines[line] = tail.chars().rev().chain(head.chars()).collect(),
        3 => {
            let other = dice.below(lines.len());
            lines.swap(line, other);
        }
        4 => {
            lines.truncate(line);
            lines.push(head);
        }
        5 => lines[line] = tail,
        _ => lines[line] = format!("{head}{}{tail}", dice.one(SIGNS)),
    }
    lines.join("\n")
}

/// What is not as it should be with a diagnostic.
fn flaw(fault: &Diagnostic, sources: &Sources) -> Option<String> {
    let is_said = |vi: &str, en: &str| !vi.trim().is_empty() && !en.trim().is_empty();
    let hint = fault.hint.as_ref().is_some_and(|hint| is_said(&hint.vi, &hint.en));
    let words = is_said(&fault.message.vi, &fault.message.en) && !fault.message.vi.contains('\n');
    let place = fault.place.as_ref().and_then(|place| not_there(place, sources));
    if !hint || !words { Some(format!("{fault:?}")) } else { place }
}

/// What is not as it should be with a place.
fn not_there(place: &Place, sources: &Sources) -> Option<String> {
    if place.line == 0 {
        return None;
    }
    let text = sources.text(&place.path).map(|text| text.as_ref()).unwrap_or_default();
    let line = text.split('\n').nth(place.line - 1)?;
    let shown: String = line.chars().skip(place.skipped).take(200).collect();
    let inside = (1..=line.chars().count() + 1).contains(&place.column);
    (shown != place.text || !inside).then(|| format!("{place:?} is not {line:?}"))
}

fn sample() -> Sources {
    Sources::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), None)
}

fn settings() -> Settings {
    let now = "2026-11-20T08:00+07:00[Asia/Ho_Chi_Minh]".parse().unwrap();
    Settings { base_url: None, drafts: true, future: true, now, purpose: Purpose::Preview }
}

/// Changes files below these folders, one at a time, so many times.
fn try_below(folders: &[&str], rounds: usize, seed: u64) {
    let (sources, settings, memos) = (sample(), settings(), Memos::default());
    assert!(!build(&sources, &settings, &memos).has_errors(), "the sample site is good");
    let texts: Vec<(&SourcePath, &str)> = folders
        .iter()
        .flat_map(|folder| sources.under(folder))
        .filter_map(|(path, _)| Some((path, sources.text(path)?.as_ref())))
        .collect();
    let mut dice = Dice(seed);
    let mut told = 0;
    for round in 0..rounds {
        let (path, text) = texts[dice.below(texts.len())];
        let mut changed = sources.clone();
        let mut text = mutated(text, &mut dice);
        if dice.below(3) == 0 {
            text = mutated(&text, &mut dice);
        }
        changed.put(path.as_str(), &text);
        let built = build(&changed, &settings, &memos);
        told += usize::from(built.has_errors());
        let flaws: Vec<String> =
            built.diagnostics.iter().filter_map(|fault| flaw(fault, &changed)).collect();
        assert!(flaws.is_empty(), "round {round}, {path}:\n{text}\n{}", flaws.join("\n"));
    }
    assert!(told > rounds / 20, "only {told} of {rounds} changes were told");
}

#[test]
fn any_change_to_a_page_is_built_or_told() {
    try_below(&["content/"], 200, 0x62616e_6774696e);
}

#[test]
fn any_change_to_settings_data_or_theme_is_built_or_told() {
    try_below(&["site.yaml", "content/_data/", "themes/"], 100, 0x7468616e_672d3131);
}
