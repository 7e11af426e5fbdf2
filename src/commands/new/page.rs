//! The text of a new page: front matter with a word on each key, and a body to start from.

use bangtin::diagnostics::show::Tongue;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::cli::PageKind;
use crate::commands::new::keys::{self, Part};

/// All that goes into a new page.
pub(super) struct Page<'a> {
    /// Its kind.
    pub(super) kind: PageKind,
    /// Its title, in one line.
    pub(super) title: &'a str,
    /// The day it is written.
    pub(super) today: Date,
    /// The language of the words on the keys.
    pub(super) tongue: Tongue,
    /// The language of the body.
    pub(super) body_tongue: Tongue,
    /// The site's taxonomies, each with the keys of its terms.
    pub(super) taxonomies: Vec<(String, Vec<String>)>,
    /// The agency that issues plans, if the site names one.
    pub(super) issuer: Option<String>,
}

/// The column at which the words on a key begin.
const COLUMN: usize = 40;

/// How many days a new schedule lasts.
const LASTING: i64 = 30;

impl Page<'_> {
    /// The whole file.
    pub(super) fn text(&self) -> String {
        let mut text = String::from("---\n");
        self.part(&keys::HEAD, &mut text);
        for part in keys::of(self.kind) {
            self.part(part, &mut text);
        }
        for (name, terms) in &self.taxonomies {
            self.taxonomy(name, terms, &mut text);
        }
        self.part(&keys::COMMON, &mut text);
        text.push_str("---\n\n");
        text.push_str(keys::body(self.kind, self.body_tongue));
        text
    }

    fn part(&self, (keys, lines): &Part, text: &mut String) {
        for line in *lines {
            let filled = match (*line, &self.issuer) {
                ("  # issuer: …", Some(issuer)) => format!("  issuer: {issuer}"),
                ("kind: {kind}", _) if self.kind == PageKind::Section => continue,
                (line, _) => self.filled(line),
            };
            text.push_str(&commented(&filled, &keys::words(keys, line, self.tongue)));
        }
    }

    fn filled(&self, key: &str) -> String {
        let (task, event) = match self.body_tongue {
            Tongue::Vi => ("Nhiệm vụ 1", "Sự kiện 1"),
            Tongue::En => ("Task 1", "Event 1"),
        };
        let end = self.today.checked_add(LASTING.days()).unwrap_or(self.today);
        key.replace("{title}", &quoted(self.title))
            .replace("{kind}", self.kind.name())
            .replace("{task}", task)
            .replace("{event}", event)
            .replace("{today}", &self.day(self.today))
            .replace("{end}", &self.day(end))
    }

    fn day(&self, date: Date) -> String {
        match self.tongue {
            Tongue::Vi => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
            Tongue::En => date.to_string(),
        }
    }

    fn taxonomy(&self, name: &str, terms: &[String], text: &mut String) {
        let first = terms.first().map_or("…", String::as_str);
        let known = terms.iter().take(6).cloned().collect::<Vec<_>>().join(", ");
        let words = match (self.tongue, known.is_empty()) {
            (Tongue::Vi, true) => "phân loại, có thể nhiều mục".to_owned(),
            (Tongue::En, true) => "terms, one or more".to_owned(),
            (Tongue::Vi, false) => format!("phân loại, chọn trong: {known}"),
            (Tongue::En, false) => format!("terms, among: {known}"),
        };
        text.push_str(&commented(&format!("# {name}: [{first}]"), &words));
    }
}

fn commented(key: &str, words: &str) -> String {
    let pad = COLUMN.saturating_sub(key.chars().count());
    if words.is_empty() { format!("{key}\n") } else { format!("{key}{:pad$}  # {words}\n", "") }
}

/// Words that YAML takes for something else than text.
const RESERVED: [&str; 13] = [
    "true",
    "false",
    "yes",
    "no",
    "on",
    "off",
    "y",
    "n",
    "null",
    "nan",
    "inf",
    "infinity",
    "undefined",
];

/// The text as a YAML value (YAML 1.2 §7.3): as it is where that is safe, else in double quotes.
pub(super) fn quoted(text: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || " ,.()-/%+?!’“”–…".contains(letter);
    let safe = text.starts_with(char::is_alphabetic)
        && text.chars().all(plain)
        && !text.ends_with(' ')
        && !RESERVED.contains(&text.to_lowercase().as_str());
    if safe {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\u{2028}' | '\u{2029}' | '\u{85}' => quoted.push(' '),
            letter if letter.is_control() => {}
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use bangtin::sources::SourcePath;
    use bangtin::yaml::{Reading, Value};
    use clap::ValueEnum as _;

    fn read_back(yaml: &str) -> Value {
        let path = SourcePath::new("a.md");
        let mut reading = Reading::new(&path, yaml);
        let node =
            reading.yaml(0..yaml.len()).unwrap_or_else(|| panic!("{:?}", reading.diagnostics));
        let Value::Map(mut entries) = node.value else { panic!("no mapping") };
        entries.remove(0).1.value
    }

    #[test]
    fn any_title_survives_yaml() {
        let titles = [
            "Họp báo",
            "Kế hoạch: năm 2026",
            "Nói \"không\" với bạo lực",
            "C:\\thu-muc\\x",
            "# một",
            "- hai",
            "true",
            "No",
            "2026",
            "1.10",
            "15/11/2026",
            "null",
            "{a}",
            "[b]",
            "&c",
            "*d",
            "!e",
            "%f",
            "@g",
            "`h`",
            "a # b",
            "kết thúc:",
            "'nháy'",
            "“Bình đẳng”",
            "你好",
            "a, b",
            "~",
            "...",
            "? x",
            "| y",
            "> z",
            "..\\x",
        ];
        for title in titles {
            let back = read_back(&format!("title: {}\n", quoted(title)));
            assert!(matches!(&back, Value::Text(text) if text == title), "{title}: {back:?}");
        }
    }

    #[test]
    fn every_line_has_a_key_of_the_table() {
        for kind in PageKind::value_variants().iter().copied() {
            for (keys, lines) in keys::of(kind).iter().chain([&keys::HEAD, &keys::COMMON]) {
                for line in lines.iter().filter(|line| !line.contains("- {")) {
                    assert!(!keys::words(keys, line, Tongue::Vi).is_empty(), "{line}");
                }
            }
        }
    }

    #[test]
    fn every_kind_gives_front_matter_that_can_be_read() {
        for kind in PageKind::value_variants().iter().copied() {
            for tongue in [Tongue::Vi, Tongue::En] {
                let page = Page {
                    kind,
                    title: "Kế hoạch: \"mới\"",
                    today: Date::constant(2026, 11, 20),
                    tongue,
                    body_tongue: tongue,
                    taxonomies: vec![
                        ("topics".to_owned(), vec!["a".to_owned()]),
                        ("x".to_owned(), vec![]),
                    ],
                    issuer: None,
                };
                let text = page.text();
                let yaml = text.split("---\n").nth(1).unwrap();
                assert!(
                    matches!(read_back(yaml), Value::Text(title) if title == "Kế hoạch: \"mới\"")
                );
                let holes = ["{title}", "{task}", "{event}", "{kind}", "{today}", "{end}"];
                assert!(!holes.iter().any(|hole| text.contains(hole)), "{text}");
                // What may be used can be used by taking its mark away.
                let used: Vec<String> = yaml
                    .lines()
                    .map(|line| {
                        line.replacen("# ", "", usize::from(line.trim_start().starts_with("# ")))
                    })
                    .collect();
                read_back(&used.join("\n"));
            }
        }
    }
}
