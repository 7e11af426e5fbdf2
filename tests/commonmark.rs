//! CommonMark 0.31.2: the examples of its specification, and where the extensions differ.

use std::collections::{BTreeMap, BTreeSet};

use bangtin::content::markdown;
use bangtin::content::{Language, RawHtml, Rules};

const SPEC: &str = include_str!("commonmark/spec.txt");

/// The fence of an example in the specification.
const FENCE: &str = "````````````````````````````````";

struct Example {
    number: usize,
    section: String,
    markdown: String,
    html: String,
}

/// The examples of the specification, in which `→` stands for a tab.
fn examples() -> Vec<Example> {
    let (mut examples, mut section) = (Vec::new(), String::new());
    let mut lines = SPEC.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix('#') {
            section = title.trim_matches(['#', ' ']).to_owned();
        } else if line == format!("{FENCE} example") {
            let mut until = |end: &str| -> String {
                lines
                    .by_ref()
                    .take_while(|line| *line != end)
                    .flat_map(|line| [line, "\n"])
                    .collect()
            };
            let (markdown, html) = (until(".").replace('→', "\t"), until(FENCE).replace('→', "\t"));
            examples.push(Example {
                number: examples.len() + 1,
                section: section.clone(),
                markdown,
                html,
            });
        }
    }
    examples
}

#[test]
fn without_extensions_every_example_is_as_specified() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut failures = String::new();
    for Example { number, section, markdown, html } in examples {
        let made = markdown::to_html(&markdown);
        if made != html {
            let fault = format!(
                "example {number} ({section})\n{markdown}\nwanted:\n{html}\nmade:\n{made}\n\n"
            );
            failures.push_str(&fault);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The examples that are written otherwise on a site, and why.
const OTHERWISE: &[(&str, &[usize])] = &[
    (
        "the first heading of level 1 is the page's title and not part of its body",
        &[10, 62, 66, 67, 72, 75, 80, 81, 82, 115, 214, 215],
    ),
    (
        "a later heading of level 1 is lowered, since a page has one",
        &[68, 76, 78, 83, 84, 141, 227, 228, 229, 230, 232, 300],
    ),
    ("headings without text are left out", &[79]),
    ("an empty address is an error and leads nowhere", &[200, 485, 486, 487, 567]),
    ("a scheme that is not on the list is an error and leads nowhere", &[596, 598, 599, 601]),
    ("an address without the name of a site is an error and leads nowhere", &[600]),
    ("a bare address or mailbox is a link", &[602, 606, 608, 611, 612]),
];

/// The HTML without what every document of a site gets: ids of headings, and code that can
/// be scrolled by keyboard.
fn without_additions(html: &str) -> String {
    let mut plain = html.replace("<pre tabindex=\"0\">", "<pre>");
    for level in 1..=6 {
        let open = format!("<h{level} id=\"");
        while let Some(at) = plain.find(&open) {
            let end = plain[at..].find('>').map_or(plain.len(), |end| at + end);
            plain.replace_range(at + "<h1".len()..end, "");
        }
    }
    plain
}

#[test]
fn with_extensions_only_known_examples_differ() {
    let language = Language::new("vi");
    let rules = Rules {
        default_language: language.clone(),
        languages: BTreeMap::new(),
        taxonomies: Vec::new(),
        html: RawHtml::Allow,
        smart_punctuation: false,
        extensions: true,
        checks: bangtin::content::editorial::Levels::default(),
    };
    let mut differ = BTreeSet::new();
    for Example { number, markdown, html, .. } in examples() {
        let made = markdown::html_by_rules(&markdown, &rules, &language);
        if without_additions(&made) != html {
            differ.insert(number);
        }
    }
    let known: BTreeSet<usize> =
        OTHERWISE.iter().flat_map(|(_, numbers)| numbers.iter().copied()).collect();
    assert_eq!(
        differ.difference(&known).collect::<Vec<_>>(),
        Vec::<&usize>::new(),
        "differ and are not listed"
    );
    assert_eq!(
        known.difference(&differ).collect::<Vec<_>>(),
        Vec::<&usize>::new(),
        "are listed and do not differ"
    );
}
