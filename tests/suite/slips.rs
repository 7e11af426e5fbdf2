//! One slip in one file of the sample site: all that is said is about it, where it stands.

use std::collections::BTreeMap;

use bangtin::keys::{EVERY_PAGE, Key};

use crate::harness::{Said, Site, repository};

/// A file with a slip in it.
struct Slipped {
    bytes: Vec<u8>,
    /// The lines that may be named: those of the slip and what stands beside it.
    lines: std::ops::RangeInclusive<usize>,
    /// A name that others go by: what names it as it was may be told with what it is now.
    name: Option<String>,
}

/// Makes a slip in a text; none where the text has nothing to slip in.
type Slip = fn(&Text<'_>) -> Option<Slipped>;

const SLIPS: &[(&str, Slip)] = &[
    ("a colon too many", colon),
    ("a tab", tab),
    ("a key twice", key_twice),
    ("no second ---", not_closed),
    ("no first ---", not_opened),
    ("a misspelt kind", misspelt_kind),
    ("a kind that is none", strange_kind),
    ("no kind", no_kind),
    ("a misspelt key", misspelt_key),
    ("a misspelt key of an entry", misspelt_inner_key),
    ("a list for a map", list_for_map),
    ("a map for a list", map_for_list),
    ("a map for a text", map_for_text),
    ("other bytes", latin_1),
    ("a quotation mark that is not closed", unclosed_quote),
    ("a day that is none", wrong_date),
    ("a word for a day", word_for_date),
    ("an emptied file", emptied),
    ("an indent too many", bad_indent),
    ("no space behind the colon", no_space),
    ("a no-break space behind the colon", no_break_space),
    ("an equals sign for a colon", equals_sign),
    ("a semicolon for a colon", semicolon),
];

/// The part of a file that is YAML, line by line.
struct Text<'t> {
    path: &'t str,
    whole: &'t str,
    lines: Vec<&'t str>,
    /// The lines of YAML, from 0.
    yaml: std::ops::Range<usize>,
}

impl<'t> Text<'t> {
    fn of(path: &'t str, whole: &'t str) -> Text<'t> {
        let lines: Vec<&str> = whole.split('\n').collect();
        let yaml = if path.ends_with(".md") {
            let end = lines.iter().skip(1).position(|line| *line == "---").unwrap() + 1;
            1..end
        } else {
            0..lines.len()
        };
        Text { path, whole, lines, yaml }
    }

    /// The first line of YAML of which this is true.
    fn find(&self, is: impl Fn(&str) -> bool) -> Option<usize> {
        self.yaml.clone().find(|at| is(self.lines[*at]))
    }

    /// Other lines in place of one.
    fn with(&self, at: usize, new: &str) -> Option<Slipped> {
        let mut lines = self.lines.clone();
        lines[at] = new;
        let around = (at + 1).saturating_sub(1)..=at + 1 + new.matches('\n').count() + 1;
        Some(Slipped { bytes: lines.join("\n").into_bytes(), lines: around, name: None })
    }
}

/// The key and the value of a line.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(": ")?;
    let plain = key.trim_start().trim_start_matches("- ");
    plain
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
        .then_some((key, value))
}

/// A text that needs no quotation marks.
fn is_words(line: &str) -> bool {
    let words = |value: &str| {
        value.starts_with(char::is_alphabetic)
            && value.contains(' ')
            && !value.contains(['"', ':', '#'])
    };
    entry(line).is_some_and(|(_, value)| words(value))
}

fn is_top(line: &str) -> bool {
    line.starts_with(|letter: char| letter.is_ascii_alphabetic()) && line.contains(':')
}

fn colon(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(is_words)?;
    let (key, value) = entry(text.lines[at])?;
    let (first, rest) = value.split_once(' ')?;
    text.with(at, &format!("{key}: {first}: {rest}"))
}

fn tab(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(|line| line.starts_with("  ") && entry(line).is_some());
    let at = at.or_else(|| text.yaml.clone().skip(1).find(|at| is_top(text.lines[*at])))?;
    text.with(at, &format!("\t{}", text.lines[at].trim_start()))
}

fn key_twice(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(is_words)?;
    text.with(at, &format!("{}\n{}", text.lines[at], text.lines[at].replacen("- ", "  ", 1)))
}

fn not_closed(text: &Text<'_>) -> Option<Slipped> {
    let at = Some(text.yaml.end).filter(|at| *at < text.lines.len())?;
    let mut lines = text.lines.clone();
    lines.remove(at);
    Some(Slipped { bytes: lines.join("\n").into_bytes(), lines: at..=at + 2, name: None })
}

fn not_opened(text: &Text<'_>) -> Option<Slipped> {
    (text.yaml.start > 0).then(|| Slipped {
        bytes: text.lines[1..].join("\n").into_bytes(),
        lines: 1..=2,
        name: None,
    })
}

fn misspelt_kind(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(|line| line.starts_with("kind: "))?;
    let mut line = text.lines[at].to_owned();
    line.remove(8);
    text.with(at, &line)
}

fn strange_kind(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(|line| line.starts_with("kind: "))?;
    text.with(at, "kind: bai-viet")
}

fn no_kind(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(|line| line.starts_with("kind: plan") || line.starts_with("kind: sched"))?;
    let mut slipped = text.with(at, "# no kind")?;
    slipped.lines = 1..=text.yaml.end + 1;
    Some(slipped)
}

/// Which of the keys it is changes from file to file.
fn misspelt_key(text: &Text<'_>) -> Option<Slipped> {
    let tops: Vec<usize> = text.yaml.clone().filter(|at| is_top(text.lines[*at])).collect();
    let at = *tops.get(text.whole.len() % tops.len())?;
    let mut line = text.lines[at].to_owned();
    line.remove(1);
    let name = line.split(':').next().map(str::to_owned);
    // Entries of help lines are named by nobody.
    let is_named = !text.whole.contains("verified:");
    text.with(at, &line).filter(|_| is_named).map(|slipped| Slipped { name, ..slipped })
}

fn misspelt_inner_key(text: &Text<'_>) -> Option<Slipped> {
    let is_inner = |line: &str| {
        line.starts_with("  ") && entry(line).is_some_and(|(key, _)| key.trim().len() > 3)
    };
    let inner: Vec<usize> = text.yaml.clone().filter(|at| is_inner(text.lines[*at])).collect();
    let at = *inner.get(text.whole.len() % inner.len().max(1))?;
    let (key, value) = entry(text.lines[at])?;
    let misspelt = &key[..key.len() - 1];
    // Keys of a taxonomy's terms may be any, and some keys have two names.
    let is_alias = |own: &Key| own.aliases.contains(&misspelt.trim());
    let is_free = value.starts_with('{') || key.contains('-') || EVERY_PAGE.iter().any(is_alias);
    text.with(at, &format!("{misspelt}: {value}")).filter(|_| !is_free)
}

fn list_for_map(text: &Text<'_>) -> Option<Slipped> {
    let mut lines: Vec<String> = text.lines.iter().map(ToString::to_string).collect();
    for line in &mut lines[text.yaml.clone()] {
        *line = if is_top(line) { format!("- {line}") } else { format!("  {line}") };
    }
    Some(Slipped { bytes: lines.join("\n").into_bytes(), lines: 1..=5, name: None })
}

fn map_for_list(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(|line| entry(line).is_some_and(|(_, value)| value.starts_with('[')))?;
    let (key, _) = entry(text.lines[at])?;
    text.with(at, &format!("{key}: {{ mot: hai }}"))
}

fn map_for_text(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(is_words)?;
    let (key, value) = entry(text.lines[at])?;
    text.with(at, &format!("{key}: {{ mot: {} }}", value.replace([',', '}'], " ")))
}

fn latin_1(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(|line| !line.is_ascii())?;
    let mut bytes = Vec::new();
    for letter in text.whole.chars() {
        match u8::try_from(u32::from(letter)) {
            Ok(byte) => bytes.push(byte),
            Err(_) => bytes.push(b'?'),
        }
    }
    let first = bytes.split(|byte| *byte == b'\n').position(|line| !line.is_ascii()).unwrap_or(at);
    let slipped = Slipped { bytes, lines: first + 1..=first + 1, name: None };
    // Letters of no Latin-1 are question marks.
    (!slipped.bytes.is_ascii()).then_some(slipped)
}

fn unclosed_quote(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(is_words)?;
    let (key, value) = entry(text.lines[at])?;
    text.with(at, &format!("{key}: \"{value}"))
}

fn date_line<'t>(text: &Text<'t>) -> Option<(usize, &'t str)> {
    let is_date = |value: &str| {
        value.len() >= 8
            && value.contains(['-', '/'])
            && value.starts_with(|letter: char| letter.is_ascii_digit())
            && value.bytes().all(|byte| byte.is_ascii_digit() || b"-/".contains(&byte))
    };
    let at = text.find(|line| entry(line).is_some_and(|(_, value)| is_date(value)))?;
    Some((at, entry(text.lines[at])?.0))
}

fn wrong_date(text: &Text<'_>) -> Option<Slipped> {
    let (at, key) = date_line(text)?;
    text.with(at, &format!("{key}: 31/11/2026"))
}

fn word_for_date(text: &Text<'_>) -> Option<Slipped> {
    let (at, key) = date_line(text)?;
    text.with(at, &format!("{key}: hôm qua"))
}

fn emptied(_: &Text<'_>) -> Option<Slipped> {
    Some(Slipped { bytes: Vec::new(), lines: 0..=1, name: None })
}

fn bad_indent(text: &Text<'_>) -> Option<Slipped> {
    let tops: Vec<usize> = text.yaml.clone().filter(|at| is_top(text.lines[*at])).collect();
    let at = *tops.get(1)?;
    text.with(at, &format!(" {}", text.lines[at]))
}

fn no_space(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(is_words)?;
    text.with(at, &text.lines[at].replacen(": ", ":", 1))
}

fn no_break_space(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(is_words)?;
    text.with(at, &text.lines[at].replacen(": ", ":\u{a0}", 1))
}

fn equals_sign(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(is_words)?;
    text.with(at, &text.lines[at].replacen(": ", " = ", 1))
}

fn semicolon(text: &Text<'_>) -> Option<Slipped> {
    let at = text.find(is_words)?;
    text.with(at, &text.lines[at].replacen(": ", "; ", 1))
}

/// How many slips are made in each file: those that were made least so far, so that each of them is
/// made. `SLIPS=all` makes all of them in every file, and takes minutes; another word those in files
/// and of names that hold it.
const IN_EACH: usize = 2;

/// The slips that are made in a file, by their numbers, of which `made` tells how often each was.
fn chosen<'t>(
    wanted: Option<&str>,
    text: &Text<'t>,
    made: &BTreeMap<usize, usize>,
) -> Vec<(usize, Slipped)> {
    let mut numbers: Vec<usize> = (0..SLIPS.len()).collect();
    numbers.sort_by_key(|number| made.get(number).copied().unwrap_or(0));
    let is_wanted = |number: &usize| match wanted {
        None | Some("all") => true,
        Some(word) => format!("{}: {}", text.path, SLIPS[*number].0).contains(word),
    };
    let most = if wanted.is_some() { SLIPS.len() } else { IN_EACH };
    let slips = numbers.into_iter().filter(is_wanted);
    slips.filter_map(|number| Some((number, SLIPS[number].1(text)?))).take(most).collect()
}

#[test]
fn all_that_is_said_is_about_the_slip() {
    let mut site = Site::read(&repository());
    site.build().assert_clean();
    let mut files = site.texts("content/");
    files.retain(|(path, _)| path.ends_with(".md") || path.ends_with(".yaml"));
    files.push(("site.yaml".to_owned(), site.text("site.yaml")));
    let wanted = std::env::var("SLIPS").ok();
    let mut wrong = String::new();
    let mut made = BTreeMap::new();
    for (path, whole) in &files {
        let text = Text::of(path, whole);
        for (number, slipped) in chosen(wanted.as_deref(), &text, &made) {
            *made.entry(number).or_default() += 1;
            site.put_bytes(path, &slipped.bytes);
            let astray = astray(path, &slipped, &site.said());
            if !astray.is_empty() {
                let (name, lines) = (SLIPS[number].0, &slipped.lines);
                wrong.push_str(&format!("\n{path}: {name} at {lines:?}:\n{}\n", astray.join("\n")));
            }
        }
        site.put(path, whole);
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(wanted.is_some() || made.len() == SLIPS.len(), "{made:?}");
}

/// What is said of something else than the slip, or that nothing is said.
fn astray(path: &str, slipped: &Slipped, said: &[Said]) -> Vec<String> {
    let proposed = slipped.name.as_ref().map(|name| format!("did you mean `{name}`?"));
    let is_about = |own: &&Said| {
        let is_there = own.path == path && (own.line == 0 || slipped.lines.contains(&own.line));
        is_there || proposed.as_ref().is_some_and(|proposed| own.text.contains(proposed))
    };
    let mut astray: Vec<String> =
        said.iter().filter(|own| !is_about(own)).map(|own| own.text.clone()).collect();
    if said.is_empty() {
        astray.push("nothing is said".to_owned());
    }
    astray
}
