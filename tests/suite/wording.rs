//! Every word on a page is in the language that the page says it is in.
//!
//! The site here says nothing at all: each text of its Vietnamese pages is made of the one
//! letter `v`, each text of its English pages of `e`, and so are the words of the theme,
//! which the site puts in its own way. Whatever other letter a page holds was written where
//! no translation can reach it, or stands under the wrong language.

use std::collections::BTreeMap;
use std::fs;

use crate::harness::{Built, Site, repository};
use crate::html::{texts, words};

/// The letter of each language. Hrê has a few words of its own, Arabic has none.
const LETTERS: [(&str, char); 4] = [("vi", 'v'), ("en", 'e'), ("hre", 'h'), ("ar", 'a')];

/// What is the same in every language: units, types of files, numbers of documents.
const COMMON: [&str; 7] = ["kB", "MB", "TXT", "KH-UBND", "NQ-CP", "A4", "QR"];

const SETTINGS: &str = r#"
title: { vi: vvv, en: eee }
description: { vi: vv, en: ee }
base_url: https://tin.example/
languages:
  vi: { name: vvvv }
  en: { name: eeee }
  hre: { name: hhhh, fallback: vi }
  ar: { name: aaaa, fallback: en, missing: copy }
exit: { url: { vi: "https://v.example/", en: "https://e.example/" }, guide: "@/p.md" }
publisher:
  name: { vi: vvv v, en: eee e }
  address: { vi: "1 v", en: "1 e" }
  telephone: "0255 3712 135"
  fax: "0255 3712 137"
  url: https://x.example/
  reuse: { vi: vv vv, en: ee ee }
  notice: { vi: vvvv v, en: eeee e }
menus:
  main: ["@/tin/_index.md", { page: "@/p.md", title: { vi: v, en: e } }]
  footer: [{ url: "https://x.example/", title: { vi: vvv, en: eee } }, "@/only.md"]
taxonomies:
  topics: { title: { vi: vvv vv, en: eee ee }, slug: topics, terms: { a: { vi: vvv vvv, en: eee eee } } }
  audiences: { title: { vi: vv vvv, en: ee eee }, slug: audiences, terms: { b: { vi: vv vvvv, en: ee eeee } } }
paginate_by: 2
markdown: { html: clean }
"#;

const DATA: &str = r#"
-- content/_data/agencies.yaml --
old: { name: { vi: vv v, en: ee e }, short: { vi: v, en: e }, replaced_by: new, replaced_on: 2025-03-01 }
new: { name: { vi: v v, en: e e } }
-- content/_data/places.yaml --
here: { name: { vi: v vv, en: e ee }, address: { vi: "2 v", en: "2 e" }, access: { vi: vv, en: ee }, area: z }
-- content/_data/areas.yaml --
z: { name: { vi: v vvv, en: e eee }, kind: ward }
-- content/_data/hotlines.yaml --
one: { number: "111", name: { vi: vv, en: ee }, hours: { vi: 24 v, en: 24 e }, free: true, verified: 2026-01-01, source: { vi: v, en: e } }
-- content/_data/campaigns.yaml --
c: { name: { vi: vvv, en: eee } }
-- content/_data/glossary.yaml --
t: { term: { vi: vv, en: ee }, meaning: { vi: v v v, en: e e e } }
"#;

/// The pages of one language; `Z` stands for its letter and `SFX` for the ending of its files.
const PAGES: &str = r#"
-- content/_indexSFX.md --
---
title: ZZZ ZZZ
description: ZZ ZZ
---

ZZZ [ZZ](tin/1.md).
-- content/tin/_indexSFX.md --
---
title: ZZ ZZZZ
slug: tin
---
-- content/tin/1SFX.md --
---
kind: post
title: ZZZ 1
slug: a
date: 2026-11-01 18:24
updated: 2026-11-02
authors: [Z ZZ, ZZ Z]
source: { name: ZZZ, url: "https://x.example/", date: 2026-10-30 }
summary: ZZZ ZZ Z
description: ZZ
topics: [a]
audiences: [b]
sample: true
aliases: [/PREold/]
---

## ZZ

ZZZ[^1]

## ZZZ

| Z | ZZ |
|---|---|
| 1 | Z |

- [ ] ZZ
- [x] Z

## ZZZZ

> [!NOTE]
> ZZ

> [!TIP]
> ZZ

> [!IMPORTANT]
> ZZ

> [!WARNING]
> ZZ

> [!CAUTION]
> ZZ

::: steps ZZ
1. Z
:::

::: slogans ZZ
- Z
:::

::: card ZZ
Z
:::

::: details ZZ
Z
:::

{{ button(href="@/p.md", label="ZZ") }}

{{ agency(key="old") }}

{{ campaign(key="c") }}

{{ term(key="t") }}

{{ hotlines() }}

[^1]: ZZ.
-- content/tin/2SFX.md --
---
kind: post
title: ZZZ 2
slug: b
date: 2026-11-02
sensitive: true
---

ZZ
-- content/tin/3SFX.md --
---
kind: post
title: ZZZ 3
slug: c
date: 2026-11-03
---

ZZ
-- content/pSFX.md --
---
title: ZZZZ ZZ
slug: p
---

ZZ
-- content/plans/_indexSFX.md --
---
title: ZZ ZZ ZZ
slug: plans
---
-- content/plans/72SFX.md --
---
kind: plan
print: book
title: ZZZ 72
slug: "72"
document:
  number: 72/KH-UBND
  type: ZZ Z
  issuer: old
  issued_on: 25/3/2024
  place: ZZ
  signatory: Z Z
  legal_basis:
    - { number: 28/NQ-CP, type: ZZ, issued_on: 3/3/2021, issuer: new, title: ZZZ }
  original: { url: "https://x.example/72.pdf", title: ZZZ Z }
period: { starts: 1/1/2024, ends: 31/12/2024 }
supersedes: "@/plans/71.md"
tasks:
  - { id: one, title: ZZ, body: ZZZ, lead: old, with: [new], due: 15/12/2024, targets: [90 % Z], status: done }
  - { title: ZZ Z, ongoing: true, status: planned }
  - { id: three, title: Z, period: { starts: 1/6/2024, ends: 30/6/2024 }, status: under_way }
---

ZZ
-- content/plans/71SFX.md --
---
kind: plan
title: ZZZ 71
slug: "71"
period: ZZ ZZ
document: { number: 71/KH-UBND }
---

ZZ
-- content/lich/_indexSFX.md --
---
title: ZZZ ZZ ZZ
slug: lich
---
-- content/lich/1SFX.md --
---
kind: schedule
title: ZZZZ 1
slug: s
starts: 15/11/2026
ends: 15/12/2026
theme: ZZ ZZZ
slogans: [ZZ, Z Z]
plan: "@/plans/72.md"
organizer: new
events:
  - { id: e1, title: ZZ, description: ZZ., starts: 15/11/2026 07:30, ends: 15/11/2026 09:00, place: here, organizer: old, with: [new], audiences: [b], contact: Z Z, task: one, materials: ["@/m/1.md"] }
  - { id: e2, title: ZZ Z, date: 16/11/2026, repeat: { every: week, on: [mon, wed], until: 14/12/2026, except: [25/11/2026] }, venue: Z, sample: true }
  - { id: e3, title: ZZ ZZ, date: 20/11/2026, end_date: 21/11/2026, status: moved, moved_from: 19/11/2026 }
  - { id: e4, title: Z ZZ, date: 22/11/2026, part_of_day: morning, status: tentative }
  - { id: e5, title: Z ZZZ, date: 23/11/2026, part_of_day: afternoon, status: cancelled }
  - { id: e6, title: Z ZZZZ, date: 24/11/2026, part_of_day: evening, status: postponed }
  - { id: e7, title: Z Z Z, date: 26/11/2026, part_of_day: all_day, status: confirmed }
  - { id: e8, title: Z ZZ Z, date: 27/11/2026, repeat: { every: day, until: 29/11/2026 } }
  - { id: e9, title: Z Z ZZ, date: 28/11/2026, repeat: { every: month, until: 28/3/2027 } }
---

ZZ
-- content/lich/2SFX.md --
---
kind: schedule
title: ZZZZ 2
slug: s2
starts: 15/11/2026
ends: 16/11/2026
events: []
---
-- content/m/_indexSFX.md --
---
title: ZZZZ ZZ ZZ
slug: m
---
-- content/m/1SFX.md --
---
kind: material
title: ZZZZ 3
slug: leaf
medium: leaflet
audience: ZZ
level: Z
duration: 2 Z
files: [{ url: "https://x.example/a.pdf", title: ZZ }]
---

ZZ
-- content/m/2SFX.md --
---
kind: material
title: ZZZZ 4
slug: poster
medium: poster
---
-- content/m/3SFX.md --
---
kind: material
title: ZZZZ 5
slug: slogans
medium: slogans
---
-- content/m/4SFX.md --
---
kind: material
title: ZZZZ 6
slug: lesson
medium: lesson
---
-- content/m/5SFX.md --
---
kind: material
title: ZZZZ 7
slug: other
medium: other
---
-- content/empty/_indexSFX.md --
---
title: ZZ Z Z
slug: empty
---
"#;

/// Pages that only one language has.
const LONELY: &str = r#"
-- content/only.md --
---
title: vvv vv vv
slug: only
topics: [a]
---

vv
-- content/only-e.en.md --
---
title: eee ee ee
slug: only-e
---

ee [ee](only.md)
-- content/a.hre.md --
---
title: hhh hơ̆h
slug: a
date: 2026-11-01
topics: [a]
---

hh [hh](only.md)
-- content/b.hre.md --
---
kind: post
title: hhh hh
slug: b
date: 2026-11-02
---

hh
-- content/c.hre.md --
---
kind: plan
title: h hh
slug: c
document: { number: 73/KH-UBND, issued_on: 25/3/2024 }
tasks: [{ title: hh, ongoing: true }]
---

hh
-- content/_index.ar.md --
---
title: aaa
---

aa
-- i18n/hre.yaml --
nav: { skip: hh, home: hhh }
"#;

/// The words of `civic` in a language with every letter replaced by this one.
fn own_words(language: &str, letter: char) -> String {
    let path = repository().join("themes/civic/i18n").join(format!("{language}.yaml"));
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| match line.split_once(": ") {
        // The first day of a week is a word for the program, not for readers.
        Some((key, value))
            if !line.starts_with('#') && !["numbers", "week_starts"].contains(&key.trim()) =>
        {
            format!("{key}: {}\n", replaced(value, letter))
        }
        Some(_) | None => format!("{line}\n"),
    });
    lines.collect()
}

/// The text with every letter outside braces replaced.
fn replaced(text: &str, letter: char) -> String {
    let mut is_name = false;
    let letters = text.chars().map(|own| {
        is_name = own == '{' || (is_name && own != '}');
        if own.is_alphabetic() && !is_name { letter } else { own }
    });
    letters.collect()
}

fn site() -> Site {
    let mut text = format!("-- site.yaml --\n{SETTINGS}{DATA}{LONELY}");
    for ((language, letter), suffix) in LETTERS.iter().zip(["", ".en"]) {
        let pages = PAGES.replace('Z', &letter.to_string());
        let prefix = if suffix.is_empty() { "" } else { "en/" };
        text.push_str(&pages.replace("SFX", suffix).replace("PRE", prefix));
        text.push_str(&format!("-- i18n/{language}.yaml --\n{}", own_words(language, *letter)));
    }
    Site::from_text(&text)
}

fn letter_of(lang: &str) -> char {
    let found = LETTERS.iter().find(|(language, _)| *language == lang);
    found.unwrap_or_else(|| panic!("a text in `{lang}`")).1
}

/// The first letter of a text that is not its language's own.
fn stray(text: &str, lang: &str) -> Option<char> {
    let own = letter_of(lang);
    let words = text.split_whitespace();
    // An address is in no language.
    let words = words.filter(|word| !word.contains(['@', '/', '.']) || !word.contains("example"));
    let words = words.map(|word| COMMON.iter().fold(word.to_owned(), |w, c| w.replace(c, "")));
    let letters: Vec<char> = words.flat_map(|word| word.chars().collect::<Vec<_>>()).collect();
    let is_own = |letter: char| letter.to_lowercase().any(|small| small == own || small == 'ơ');
    letters.into_iter().find(|letter| letter.is_alphabetic() && !is_own(*letter))
}

fn built() -> Built {
    let built = site().build();
    built.assert_clean();
    built
}

#[test]
fn every_word_of_the_theme_can_be_said_in_another_way_and_stands_under_its_language() {
    let built = built();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (name, html) in built.pages() {
        for own in words(html) {
            // What a language borrows can say so in a text, but in no attribute or title.
            let page = name.split('/').next().unwrap();
            if !own.is_markable && ["hre", "ar"].contains(&page) {
                continue;
            }
            let stray = stray(&own.text, &own.lang);
            assert_eq!(stray, None, "{name}: `{}` is said to be in `{}`", own.text, own.lang);
            *seen.entry(own.lang).or_default() += 1;
        }
    }
    for (language, _) in LETTERS {
        assert!(seen.get(language).is_some_and(|count| *count > 20), "{seen:?}");
    }
}

#[test]
fn every_template_of_the_theme_is_seen_by_these_tests() {
    let built = built();
    for page in
        ["index", "tin/index", "tin/a/index", "plans/72/index", "lich/s/index", "m/leaf/index"]
    {
        for prefix in ["", "en/"] {
            assert!(built.has(&format!("{prefix}{page}.html")), "{prefix}{page}");
        }
    }
    for page in ["404", "old/index", "tin/trang/2/index", "topics/index", "topics/a/index"] {
        assert!(built.has(&format!("{page}.html")), "{page}: {:?}", built.names());
    }
    for language in ["vi", "en"] {
        let head = format!("<html lang=\"{language}\"");
        let books = built.pages().filter(|(_, html)| html.contains("<body class=\"kind-book\""));
        assert_eq!(books.filter(|(_, html)| html.contains(&head)).count(), 1, "{language}");
    }
    for page in ["hre/index", "hre/404", "ar/index", "ar/p/index", "en/old/index"] {
        assert!(built.has(&format!("{page}.html")), "{page}: {:?}", built.names());
    }
}

#[test]
fn feeds_and_calendars_are_in_their_language() {
    let built = built();
    let language = |name: &str| if name.starts_with("en/") { "en" } else { "vi" };
    let (mut feeds, mut calendars) = (0, 0);
    for name in built.names() {
        if name.starts_with("hre/") || name.starts_with("ar/") {
            continue;
        }
        let read: Vec<String> = if name.ends_with("atom.xml") {
            feeds += 1;
            let kinds = ["title", "subtitle", "summary", "name", "rights"];
            kinds.iter().flat_map(|kind| texts(built.file(name), kind)).collect()
        } else if name.ends_with(".ics") {
            calendars += 1;
            calendar_texts(built.file(name))
        } else {
            continue;
        };
        assert!(!read.is_empty(), "{name}");
        for text in read {
            assert_eq!(stray(&text, language(name)), None, "{name}: {text}");
        }
    }
    assert!(feeds > 4 && calendars > 8, "{feeds} feeds, {calendars} calendars");
}

/// What people read in a calendar.
fn calendar_texts(ics: &str) -> Vec<String> {
    let lines = ics.replace("\r\n ", "");
    let kinds = ["SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME", "NAME", "CATEGORIES"];
    let lines = lines.lines().filter_map(|line| line.split_once(':'));
    let lines = lines.filter(|(key, _)| kinds.contains(&key.split(';').next().unwrap()));
    lines.map(|(_, value)| value.replace("\\n", " ")).collect()
}

#[test]
fn a_right_to_left_language_is_laid_out_from_the_right() {
    let built = built();
    let html = built.file("ar/index.html");
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\""), "{html}");
    // What Arabic borrows from English is written from the left.
    assert!(html.contains("<span lang=\"en\" dir=\"ltr\">"), "{html}");
    // The text of a page that stands in for a missing one keeps its own way.
    let copy = built.file("ar/p/index.html");
    assert!(copy.contains("<html lang=\"ar\" dir=\"rtl\""), "{copy}");
    assert!(copy.contains("<div lang=\"en\" dir=\"ltr\">\n<p>ee</p>"), "{copy}");
    for (name, html) in built.pages() {
        let is_right = html.contains("dir=\"rtl\"");
        assert!(is_right || !name.starts_with("ar/"), "{name} names no language from the right");
    }
}

#[test]
fn styles_know_no_left_and_no_right() {
    for name in ["site.css", "print.css"] {
        let path = repository().join("themes/civic/static").join(name);
        let css = fs::read_to_string(path).unwrap();
        // Only sheets of paper have a left and a right of their own.
        let lines = css.lines().filter(|line| !line.contains('@'));
        let comments = |line: &&str| !line.trim_start().starts_with(['/', '*']);
        for line in lines.filter(comments).filter(|line| line.contains([':', '{'])) {
            for word in ["left", "right"] {
                assert!(!line.contains(word), "{name}: {line}");
            }
        }
    }
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let mut templates = Vec::new();
    collect(&repository().join("themes/civic/templates"), &mut templates);
    assert!(templates.len() > 40, "{}", templates.len());
    for (name, text) in templates {
        let html = without_code(&text);
        for part in html.split('<').map(|part| part.split_once('>').map_or(part, |(_, rest)| rest))
        {
            let letter = part.chars().find(|letter| letter.is_alphabetic());
            assert_eq!(letter, None, "{name}: `{}`", part.trim());
        }
        for attribute in ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\""] {
            for value in html.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(!value.contains(char::is_alphabetic), "{name}: {attribute}{value}");
            }
        }
    }
}

fn collect(folder: &std::path::Path, templates: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, templates);
        } else {
            templates.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// A template without what tera puts in its place, and without comments.
fn without_code(template: &str) -> String {
    let mut text = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}")] {
        while let Some(start) = text.find(open) {
            let end = text[start..].find(close).map_or(text.len(), |end| start + end + 2);
            text.replace_range(start..end, "");
        }
    }
    text
}
