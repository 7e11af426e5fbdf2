//! The table of keys and those who read them agree: each key with its example, each of its other
//! spellings and each of its words is read without a word, and a key or word that there is not is
//! answered with exactly those of the table.

use std::collections::BTreeSet;
use std::rc::Rc;

use bangtin::diagnostics::show::Tongue;
use bangtin::keys::{self, Key, Takes};

use crate::harness::{Site, repository};

/// A key and a word that nobody writes.
const NONE: &str = "zqxjvkwzqxjv";

/// The site in which keys are tried: all that the examples name is there.
const SITE: &str = r#"
-- site.yaml --
title: A
theme: tiny
languages: { vi: { name: Tiếng Việt }, en: { name: English } }
checks: { hotlines: off, abbreviations: off }
taxonomies:
  topics: { terms: { viec-nha: Việc nhà } }
  audiences: { terms: { hoc-sinh: Học sinh } }
-- content/_index.md --
---
title: A
---
-- content/thu/_index.md --
---
title: A
---
-- content/ke-hoach/cu.md --
---
title: A
kind: plan
document: { number: 71/KH-UBND }
---
-- content/ke-hoach/72.md --
---
title: A
kind: plan
document: { number: 70/KH-UBND }
tasks: [{ id: nv1, title: A }]
---
-- content/tai-lieu/a.md --
---
title: A
---
-- content/xoa-dau-vet.md --
---
title: A
---
-- content/gioi-thieu.md --
---
title: A
---
-- content/tin-tuc/_index.md --
---
title: A
---
-- content/_data/agencies.yaml --
ubnd-tinh: { name: A }
so-noi-vu: { name: A }
hoi-lhpn: { name: A }
-- content/_data/places.yaml --
quang-truong: { name: A }
-- content/_data/areas.yaml --
son-ha: { name: A }
-- themes/civic/theme.yaml --
name: Civic
"#;

/// Files that no text is in.
const FILES: [&str; 3] =
    ["content/thu/anh.png", "content/thu/to-roi.pdf", "content/thu/lich-2026.xlsx"];

/// Drawings.
const PICTURES: [&str; 6] = [
    "bieu-trung.svg",
    "bieu-trung-toi.svg",
    "emblem.svg",
    "emblem-dark.svg",
    "cay-da.svg",
    "banyan-tree.svg",
];

/// A drawing that can be a logo.
const DRAWING: &[u8] =
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";

/// What must stand beside the keys of a mapping, besides those that must be there: in `site.yaml`
/// as `site`, in a page as its kind, else by the key behind which the mapping stands.
const BESIDE: &[(&str, &[&str])] = &[
    ("site", &["theme: tiny", "languages: { vi: {}, en: {} }"]),
    ("page", &["title: A", "kind: page"]),
    ("post", &["title: A", "kind: post"]),
    ("material", &["title: A", "kind: material"]),
    ("plan", &["title: A", "kind: plan"]),
    ("schedule", &["title: A", "kind: schedule", "plan: \"@/ke-hoach/72.md\""]),
    ("section", &["title: A"]),
    ("events", &["date: 16/11/2026"]),
    ("files", &["file: to-roi.pdf"]),
    ("original", &["file: to-roi.pdf"]),
    ("main", &["page: \"@/gioi-thieu.md\""]),
    ("terms", &["title: A"]),
];

/// Keys of which one stands in place of the others.
const IN_PLACE_OF: &[&[&str]] = &[&["file", "url"], &["page", "url"]];

/// Keys that ask for another one beside them.
const ASKS_FOR: &[(&str, &str)] = &[("image", "image_alt: A"), ("url", "title: A")];

/// The events beside the one whose keys are tried, and the end of their list.
const OTHER_EVENTS: &str = ", { id: hoi-thi, title: B, date: 17/11/2026 }, \
     { id: contest, title: C, date: 18/11/2026 }]";

/// Makes the file that has these entries in a mapping.
type Write = Rc<dyn Fn(&[String]) -> String>;

/// A mapping in which keys are tried.
#[derive(Clone)]
struct Mapping {
    /// Where it stands: `schedule.events.repeat`.
    name: String,
    path: String,
    keys: Vec<&'static Key>,
    beside: Vec<String>,
    /// The file with these entries in the mapping.
    write: Write,
}

/// Every mapping of the table, once for each place in which it may stand.
fn mappings() -> Vec<Mapping> {
    let mut all: Vec<Mapping> = Vec::new();
    for (kind, _) in keys::KINDS {
        let is_section = kind == "section";
        let write = |entries: &[String]| format!("---\n{}\n---\n", entries.join("\n"));
        let path = if is_section { "content/thu/_index.md" } else { "content/thu/bai.md" };
        let keys = keys::of_page(kind).chain([&keys::TERMS]).collect();
        all.push(Mapping::new(kind, path, keys, Rc::new(write)));
    }
    for (path, takes) in &keys::FILES {
        if let Takes::Mapping(keys) = takes {
            let write = |entries: &[String]| entries.join("\n");
            all.push(Mapping::new("site", path, keys.iter().collect(), Rc::new(write)));
            continue;
        }
        let name = path.rsplit('/').next().unwrap();
        let others = if name == "agencies.yaml" { "so-noi-vu: { name: A }" } else { "" };
        let write = move |entries: &[String]| format!("x: {{ {} }}\n{others}", entries.join(", "));
        let keys: Vec<&Key> = takes.behind("x").unwrap().keys().iter().collect();
        if !keys.is_empty() {
            all.push(Mapping::new(name, path, keys, Rc::new(write)));
        }
    }
    let mut at = 0;
    while let Some(mapping) = all.get(at).cloned() {
        for key in &mapping.keys {
            for (shape, keys, name) in inside(&key.takes, key.name) {
                let outer = mapping.clone();
                let key_name = key.name;
                let write = move |entries: &[String]| {
                    let own = shape.replace('@', &format!("{{ {} }}", entries.join(", ")));
                    let mut all = outer.beside(key_name);
                    all.push(format!("{key_name}: {own}"));
                    (outer.write)(&all)
                };
                let mut inner = Mapping::new(name, &mapping.path, keys, Rc::new(write));
                inner.name = format!("{}.{}", mapping.name, key.name);
                all.push(inner);
            }
        }
        at += 1;
    }
    all
}

/// The mappings that may stand behind a key, each with the text around it and a name.
fn inside(takes: &Takes, name: &'static str) -> Vec<(String, Vec<&'static Key>, &'static str)> {
    let around = |before: &str, inner: &Takes, after: &str, name| {
        let all = inside(inner, name).into_iter();
        all.map(|(shape, keys, name)| (format!("{before}{shape}{after}"), keys, name)).collect()
    };
    match takes {
        Takes::Mapping(keys) => {
            let terms = (name == "cascade").then_some(&keys::TERMS);
            vec![("@".to_owned(), keys.iter().chain(terms).collect(), name)]
        }
        Takes::ListOf(inner) if name == "events" => around("[", inner, OTHER_EVENTS, name),
        Takes::ListOf(inner) | Takes::OneOrMore(inner) => around("[", inner, "]", name),
        Takes::ByName(inner) => {
            around("{ main: ", inner, " }", if name == "menus" { "main" } else { name })
        }
        Takes::ByLanguage(inner) => around("{ vi: ", inner, ", en: {} }", name),
        Takes::Either(forms) => forms.iter().flat_map(|form| inside(form, name)).collect(),
        Takes::Text
        | Takes::Texts
        | Takes::Whole
        | Takes::Count
        | Takes::Flag
        | Takes::Day
        | Takes::Time
        | Takes::Phone
        | Takes::YearDay
        | Takes::Hours
        | Takes::AddressPart
        | Takes::Word(_)
        | Takes::Name(_)
        | Takes::Anything => Vec::new(),
    }
}

impl Mapping {
    fn new(name: &'static str, path: &str, keys: Vec<&'static Key>, write: Write) -> Mapping {
        let wanted = keys.iter().filter(|key| key.is_wanted);
        let mut beside: Vec<String> =
            wanted.map(|key| format!("{}: {}", key.name, value(key))).collect();
        let more =
            BESIDE.iter().filter(|(own, _)| *own == name).flat_map(|(_, lines)| lines.iter());
        beside.extend(more.map(|line| (*line).to_owned()));
        Mapping { name: name.to_owned(), path: path.to_owned(), keys, beside, write }
    }

    /// What stands beside a key of this name.
    fn beside(&self, written: &str) -> Vec<String> {
        let key = self.keys.iter().find(|key| key.aliases.contains(&written));
        let name = key.map_or(written, |key| key.name);
        let stands_for = |other: &str| {
            other == name
                || IN_PLACE_OF.iter().any(|all| all.contains(&other) && all.contains(&name))
        };
        let lines = self.beside.iter().filter(|line| !stands_for(name_in(line)));
        let mut lines: Vec<String> = lines.cloned().collect();
        let has = |line: &str| self.keys.iter().any(|key| name_in(line) == key.name);
        let asked = ASKS_FOR.iter().filter(|(key, line)| *key == name && has(line));
        lines.extend(asked.map(|(_, line)| (*line).to_owned()));
        let own = self.keys.iter().find(|key| key.name == name).and_then(|key| key.beside);
        let beside = self.keys.iter().find(|key| Some(key.name) == own);
        lines.extend(beside.map(|key| format!("{}: {}", key.name, value(key))));
        lines
    }

    /// The file with this entry.
    fn text(&self, name: &str, value: &str) -> String {
        let mut entries = self.beside(name);
        if !name.is_empty() {
            entries.push(format!("{name}: {value}"));
        }
        (self.write)(&entries)
    }

    /// What is said of the file with this entry: messages and cures.
    fn said(&self, name: &str, value: &str) -> Vec<String> {
        let mut site = Site::from_text(SITE);
        for file in FILES {
            site.put_file(file, b"x");
        }
        for picture in PICTURES {
            site.put_picture(picture, DRAWING);
        }
        site.put(&self.path, &self.text(name, value));
        site.said_of(&self.path)
    }
}

/// A value for a key: its example, or what must be there of a mapping.
fn value(key: &Key) -> String {
    if !key.example.vi.is_empty() {
        return key.example.vi.to_owned();
    }
    let wanted = key.takes.keys().iter().filter(|inner| inner.is_wanted);
    let wanted: Vec<String> =
        wanted.map(|inner| format!("{}: {}", inner.name, value(inner))).collect();
    format!("{{ {} }}", wanted.join(", "))
}

/// The key of an entry.
fn name_in(entry: &str) -> &str {
    entry.split(':').next().unwrap()
}

/// The words between backticks of a cure that lists all that may be written.
fn listed(said: &[String], before: &str) -> BTreeSet<String> {
    let lists = said.iter().filter_map(|line| line.split_once(before));
    let words = lists.flat_map(|(_, list)| list.split('`').skip(1).step_by(2));
    words.map(str::to_owned).collect()
}

#[track_caller]
fn nothing(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_key_is_read_with_its_example_in_both_languages_and_every_spelling() {
    let mut wrong = Vec::new();
    for mapping in mappings() {
        for key in &mapping.keys {
            let is_other_kind = key.name == "kind" && mapping.name != "post";
            if is_other_kind && mapping.path.ends_with(".md") {
                continue;
            }
            let mut tried: Vec<(&str, &str)> = Vec::new();
            let examples = [Tongue::Vi, Tongue::En].map(|tongue| key.example.of(tongue));
            let examples = examples.into_iter().filter(|example| !example.is_empty());
            let examples: BTreeSet<&str> = examples.collect();
            tried.extend(examples.iter().map(|example| (key.name, *example)));
            let first = examples.first().copied();
            tried.extend(key.aliases.iter().filter_map(|alias| Some((*alias, first?))));
            for (name, value) in tried {
                for said in mapping.said(name, value) {
                    wrong.push(format!("{}: `{name}: {value}`: {said}", mapping.name));
                }
            }
        }
    }
    nothing(wrong);
}

#[test]
fn every_reader_asks_for_the_keys_of_the_table_and_no_others() {
    let mut wrong = Vec::new();
    for mapping in mappings() {
        let said = mapping.said(NONE, "a");
        let listed = listed(&said, "the keys that may stand here");
        let written = mapping.beside(NONE);
        let is_written =
            |name: &str| written.iter().any(|line| line.split(':').next() == Some(name));
        let names = mapping.keys.iter().map(|key| key.name).filter(|name| !is_written(name));
        let mut names: BTreeSet<String> = names.map(str::to_owned).collect();
        if mapping.keys.iter().any(|key| key.about == keys::TERMS.about) {
            names.insert("audiences".to_owned());
        }
        if names != listed {
            let no_reader: Vec<_> = names.difference(&listed).collect();
            let no_table: Vec<_> = listed.difference(&names).collect();
            wrong.push(format!(
                "{}: in the table only {no_reader:?}, asked for only {no_table:?} ({said:?})",
                mapping.name
            ));
        }
    }
    nothing(wrong);
}

#[test]
fn every_word_of_a_fixed_set_is_read_and_no_other() {
    let mut wrong = Vec::new();
    for mapping in mappings() {
        for key in mapping.keys.iter().filter(|key| !key.takes.words().is_empty()) {
            // Each kind has keys of its own, and is known by them.
            if key.name == "kind" && mapping.path.ends_with(".md") && mapping.name != "post" {
                continue;
            }
            let words = key.takes.words().into_iter();
            for word in words.filter(|_| key.name != "kind" || mapping.name != "post") {
                // Whether the days of a repetition fit its beginning is another matter.
                let said = mapping.said(key.name, word.word).into_iter();
                for said in said.filter(|said| !said.contains("B717")) {
                    wrong.push(format!("{}: `{}: {}`: {said}", mapping.name, key.name, word.word));
                }
            }
            if let Takes::Word(words) = key.takes {
                let said = mapping.said(key.name, NONE);
                let words: BTreeSet<String> =
                    words.iter().map(|word| word.word.to_owned()).collect();
                if listed(&said, "use one of these") != words {
                    wrong.push(format!("{}: `{}`: {said:?}", mapping.name, key.name));
                }
            }
        }
    }
    nothing(wrong);
}

/// A value that cannot be of this type.
fn bad(takes: &Takes) -> Option<String> {
    match takes {
        Takes::Text | Takes::Name(_) => Some("[a]".to_owned()),
        Takes::Texts | Takes::Phone | Takes::YearDay | Takes::Hours | Takes::AddressPart => {
            Some("[a]".to_owned())
        }
        Takes::Whole | Takes::Count | Takes::Flag | Takes::Day | Takes::Time | Takes::Word(_) => {
            Some(NONE.to_owned())
        }
        Takes::ListOf(_) | Takes::Mapping(_) | Takes::ByName(_) | Takes::ByLanguage(_) => {
            Some(NONE.to_owned())
        }
        Takes::OneOrMore(inner) => bad(inner).map(|value| format!("[{value}]")),
        Takes::Either(_) | Takes::Anything => None,
    }
}

#[test]
fn what_no_key_takes_is_told() {
    let mut wrong = Vec::new();
    for mapping in mappings() {
        for key in &mapping.keys {
            let Some(value) = bad(&key.takes) else { continue };
            if mapping.said(key.name, &value).is_empty() {
                wrong.push(format!("{}: `{}: {value}` is read", mapping.name, key.name));
            }
        }
        for key in mapping.keys.iter().filter(|key| key.is_wanted) {
            let without = Mapping { beside: mapping.beside(key.name), ..mapping.clone() };
            if without.said("", "").is_empty() {
                wrong.push(format!("{}: without `{}` nothing is said", mapping.name, key.name));
            }
        }
    }
    nothing(wrong);
}

/// The schemas of the files that have one, by their paths.
struct Schemas {
    all: boon::Schemas,
    indexes: Vec<(&'static str, boon::SchemaIndex)>,
}

impl Schemas {
    fn new(tongue: Tongue) -> Schemas {
        let (mut all, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        let mut indexes = Vec::new();
        for ((path, _), name) in keys::FILES.iter().zip(keys::schema_names()) {
            let address = format!("https://schema.example/{name}");
            compiler.add_resource(&address, keys::schema(name, tongue).unwrap()).unwrap();
            indexes.push((*path, compiler.compile(&address, &mut all).unwrap()));
        }
        Schemas { all, indexes }
    }

    /// What a schema says of the file at its path.
    fn fault(&self, site: &Site, path: &str) -> Option<String> {
        let (_, index) = self.indexes.iter().find(|(own, _)| *own == path).unwrap();
        self.all.validate(&site.data(path), *index).err().map(|fault| fault.to_string())
    }
}

#[test]
fn schemas_take_what_is_read_and_no_other_key() {
    let mut wrong = Vec::new();
    let schemas = Schemas::new(Tongue::Vi);
    let mut site = Site::from_text("");
    for mapping in mappings().into_iter().filter(|mapping| !mapping.path.ends_with(".md")) {
        let mut fault = |name: &str, value: &str| {
            schemas.fault(site.put(&mapping.path, &mapping.text(name, value)), &mapping.path)
        };
        for key in mapping.keys.iter().filter(|key| !key.example.vi.is_empty()) {
            for name in [key.name].iter().chain(key.aliases) {
                if let Some(fault) = fault(name, key.example.vi) {
                    wrong.push(format!("{}: `{name}`: {fault}", mapping.name));
                }
            }
            let may_be_any = matches!(key.takes, Takes::Day | Takes::Time);
            if let Some(bad) = bad(&key.takes).filter(|_| !may_be_any)
                && fault(key.name, &bad).is_none()
            {
                wrong.push(format!("{}: `{}: {bad}` is taken", mapping.name, key.name));
            }
        }
        if fault(NONE, "a").is_none() {
            wrong.push(format!("{}: any key is taken", mapping.name));
        }
        for key in mapping.keys.iter().filter(|key| key.is_wanted) {
            let without = Mapping { beside: mapping.beside(key.name), ..mapping.clone() };
            let text = without.text("", "");
            if schemas.fault(site.put(&mapping.path, &text), &mapping.path).is_none() {
                wrong.push(format!("{}: `{}` may be left out", mapping.name, key.name));
            }
        }
    }
    nothing(wrong);
}

#[test]
fn the_sample_and_what_init_writes_are_as_the_schemas_say() {
    let mut count = 0;
    for folder in ["", "src/commands/starter"] {
        for tongue in [Tongue::Vi, Tongue::En] {
            let (schemas, mut site) = (Schemas::new(tongue), Site::from_text(""));
            for (path, _) in keys::FILES {
                let file = repository().join(folder).join(path);
                let Ok(text) = std::fs::read_to_string(&file) else { continue };
                let fault = schemas.fault(site.put(path, &text), path);
                assert_eq!(fault, None, "{}", file.display());
                count += 1;
            }
        }
    }
    assert!(count >= 20, "{count} files");
    assert_eq!(keys::schema("khac", Tongue::Vi), None);
}

/// The columns of a table of the guides: the key, a word about it, and what else.
fn table(keys: &[&Key], tongue: Tongue, last: impl Fn(&Key) -> String) -> String {
    let rows = keys
        .iter()
        .map(|key| format!("| `{}` | {} | {} |\n", key.name, key.about.of(tongue), last(key)));
    rows.collect()
}

/// A part of a guide that is made of the table, by the name of its marks.
fn part(name: &str, tongue: Tongue) -> String {
    let heads = |vi: &str, en: &str| match tongue {
        Tongue::Vi => format!("| mục | ý nghĩa | {vi} |\n|---|---|---|\n"),
        Tongue::En => format!("| key | what | {en} |\n|---|---|---|\n"),
    };
    let line = |key: &Key| key.line(tongue).map(|line| format!("`{line}`")).unwrap_or_default();
    let examples = |keys: &[Key]| {
        let keys: Vec<&Key> = keys.iter().collect();
        heads("ví dụ", "example") + &table(&keys, tongue, line)
    };
    match name {
        "page" => {
            let terms = table(&[&keys::TERMS], tongue, line);
            let terms = terms.replacen("`topics`", "`topics`, `audiences`, …", 1);
            examples(keys::EVERY_PAGE) + &terms
        }
        "section" => examples(keys::SECTION),
        "material" => examples(keys::MATERIAL),
        "event" => examples(keys::EVENT),
        "site" => {
            let keys: Vec<&Key> = keys::SITE.iter().collect();
            let otherwise = |key: &Key| key.otherwise.of(tongue).to_owned();
            heads("nếu không ghi", "if not written") + &table(&keys, tongue, otherwise)
        }
        "data" => data(tongue),
        "spellings" => spellings(tongue),
        other => panic!("no part `{other}`"),
    }
}

/// What the entries of each data file are.
const ENTRIES: [(&str, &str, &str); 7] = [
    ("agencies.yaml", "cơ quan", "who does something"),
    ("places.yaml", "địa điểm", "where something takes place"),
    ("areas.yaml", "xã, phường, đặc khu", "communes, wards and special zones"),
    ("hotlines.yaml", "số trợ giúp", "whom to call for help"),
    ("campaigns.yaml", "chiến dịch", "campaigns that come back each year"),
    ("glossary.yaml", "thuật ngữ", "words that pages explain"),
    ("danger.yaml", "từ báo nguy", "words that smell of danger"),
];

/// The keys of each data file in one row.
fn data(tongue: Tongue) -> String {
    let head = match tongue {
        Tongue::Vi => "| tệp | các mục; mục đầu tiên là bắt buộc |\n|---|---|\n",
        Tongue::En => "| file | keys of an entry; the first must be there |\n|---|---|\n",
    };
    let rows = keys::FILES.iter().filter_map(|(path, takes)| {
        let name = path.strip_prefix("content/_data/")?;
        let keys = takes.behind("x")?.keys().iter();
        let keys = keys.map(|key| format!("`{}` ({})", key.name, key.about.of(tongue)));
        let keys: Vec<String> = keys.collect();
        let keys = if keys.is_empty() { danger(tongue).to_owned() } else { keys.join(", ") };
        let (_, vi, en) = ENTRIES.iter().find(|(own, ..)| *own == name).unwrap();
        let what = if tongue == Tongue::Vi { vi } else { en };
        Some(format!("| `{name}` ({what}) | {keys} |\n"))
    });
    head.to_owned() + &rows.collect::<String>()
}

fn danger(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vi => {
            "mỗi ngôn ngữ một danh sách từ; xem [Tìm kiếm trong trang](#tìm-kiếm-trong-trang)"
        }
        Tongue::En => {
            "for each language a list of words; see [Searching the site](#searching-the-site)"
        }
    }
}

/// The spellings of other programs in the head of a page.
fn spellings(tongue: Tongue) -> String {
    let (before, and, is) = match tongue {
        Tongue::Vi => ("Bangtin hiểu cả một số cách viết của chương trình khác", "và", "là"),
        Tongue::En => ("Some spellings of other programs are understood", "and", "for"),
    };
    let keys = keys::EVERY_PAGE.iter().filter(|key| !key.aliases.is_empty());
    let all = keys.map(|key| {
        let names: Vec<String> = key.aliases.iter().map(|alias| format!("`{alias}`")).collect();
        format!("{} {is} `{}`", names.join(&format!(" {and} ")), key.name)
    });
    format!("{before}: {}.\n", all.collect::<Vec<_>>().join(", "))
}

/// Each guide with its language.
const GUIDES: [(&str, Tongue); 2] =
    [("docs/huong-dan.vi.md", Tongue::Vi), ("docs/guide.en.md", Tongue::En)];

#[test]
fn the_tables_of_the_guides_are_those_of_the_keys() {
    for (name, tongue) in GUIDES {
        let file = repository().join(name);
        let text = std::fs::read_to_string(&file).unwrap();
        let (mut made, mut count) = (String::new(), 0);
        let mut rest = text.as_str();
        while let Some((before, behind)) = rest.split_once("<!-- keys: ") {
            let (part_name, behind) = behind.split_once(" -->\n").unwrap();
            let (_, after) = behind.split_once("<!-- end of keys -->").unwrap();
            let part = part(part_name, tongue);
            made.push_str(&format!(
                "{before}<!-- keys: {part_name} -->\n{part}<!-- end of keys -->"
            ));
            rest = after;
            count += 1;
        }
        made.push_str(rest);
        assert_eq!(count, 7, "{name}");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&file, &made).unwrap();
        } else {
            assert!(made == text, "{name}: UPDATE=1 cargo test --test suite keys writes it anew");
        }
    }
}

#[test]
fn the_guides_name_every_key() {
    let mut wrong = Vec::new();
    for (name, _) in GUIDES {
        let text = std::fs::read_to_string(repository().join(name)).unwrap();
        let is_named = |key: &str| {
            [format!("`{key}`"), format!("{key}:"), format!("`{key}: ")]
                .iter()
                .any(|form| text.contains(form))
        };
        let theme: BTreeSet<&str> =
            keys::THEME.iter().chain(keys::THEME_COLORS).map(|key| key.name).collect();
        let all = keys::all().into_iter().map(|key| key.name);
        let missing: BTreeSet<&str> =
            all.filter(|key| !theme.contains(key) && !is_named(key)).collect();
        wrong.extend(missing.into_iter().map(|key| format!("{name}: `{key}`")));
    }
    nothing(wrong);
}

#[test]
fn a_key_that_there_is_not_is_answered_with_the_one_that_is_meant() {
    let page = |lines: &str| ("content/thu/bai.md", format!("---\ntitle: A\n{lines}\n---\n"));
    let settings = |lines: &str| ("site.yaml", format!("title: A\ntheme: tiny\n{lines}\n"));
    for ((path, text), cure) in [
        (page("titel: B"), "`title` is already on line 2"),
        (page("date: 1/2/2026\ndates: 2/2/2026"), "`date` is already on line 3"),
        (page("tiêu đề: B"), "`title` is already on line 2"),
        (page("tags: [viec-nha]"), "did you mean `topics`?"),
        (page("chủ đề: [viec-nha]"), "did you mean `topics`?"),
        (page("Tóm tắt: B"), "did you mean `summary`?"),
        (page("updatd: 1/2/2026"), "did you mean `updated`?"),
        (page("document: { number: 72/KH-UBND }"), "`kind: plan`"),
        (settings("taxonomy: { topics: {} }"), "did you mean `taxonomies`?"),
        (settings("language: { vi: {} }"), "did you mean `languages`?"),
        (settings("menu: {}"), "did you mean `menus`?"),
    ] {
        let said = Site::from_text(SITE).put(path, &text).said_of(path);
        let is_told = said.iter().any(|line| line.contains(cure));
        assert!(is_told && said.len() == 1, "{text}{said:?}");
    }
}
