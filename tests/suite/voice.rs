//! The words of messages, read from the sources as text: one word for one idea, nothing English
//! in a Vietnamese sentence, days as people write them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::harness::repository;

/// A sentence in both languages.
struct Sentence {
    /// `src/yaml/fields.rs:12`
    place: String,
    vi: String,
    en: String,
}

/// All that the program may say by `say!`.
fn sentences() -> Vec<Sentence> {
    let mut files = Vec::new();
    collect(&repository().join("src"), &mut files);
    let mut all = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(repository()).unwrap().display().to_string();
        for (at, call) in text.match_indices("say!(") {
            let rest = text[at + call.len()..].trim_start();
            let Some((vi, rest)) = literal(rest) else { continue };
            let Some((en, _)) = rest.trim_start().strip_prefix(',').and_then(|rest| {
                let rest = rest.trim_start();
                literal(rest)
            }) else {
                continue;
            };
            let line = text[..at].matches('\n').count() + 1;
            all.push(Sentence { place: format!("{name}:{line}"), vi, en });
        }
    }
    assert!(all.len() > 400, "the sentences are not where they should be: {}", all.len());
    all
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
}

/// The text of a literal at the beginning, and what follows it.
fn literal(code: &str) -> Option<(String, &str)> {
    let code = code.strip_prefix('"')?;
    let mut text = String::new();
    let mut letters = code.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some((text, &code[at + 1..])),
            '\\' => match letters.next()?.1 {
                // A line that goes on in the next.
                '\n' => {
                    let rest = letters.as_str();
                    let skipped = rest.len() - rest.trim_start().len();
                    letters.by_ref().take(rest[..skipped].chars().count()).for_each(drop);
                }
                'n' => text.push('\n'),
                other => text.push(other),
            },
            letter => text.push(letter),
        }
    }
    None
}

/// What stands outside backticks and braces: the sentence itself.
fn own_words(text: &str) -> String {
    let outside: Vec<&str> = text.split('`').step_by(2).collect();
    let outside = outside.join(" … ");
    let mut words = String::new();
    let mut depth = 0_usize;
    for letter in outside.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            letter if depth == 0 => words.push(letter),
            _ => {}
        }
    }
    words.to_lowercase()
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words that are not used, each with the one that is.
const OTHERS: &[(&str, &str)] = &[
    ("khung", "khối"),
    ("thành phần", "khối"),
    ("đối số", "tham số"),
    ("phần thông tin", "phần đầu trang"),
    ("trang mạng", "trang web"),
    ("website", "trang web"),
    ("trình soạn văn bản", "trình soạn thảo"),
    ("mã chạy", "mã lệnh"),
    ("hình ảnh", "hình"),
    ("bức ảnh", "hình"),
    ("tấm ảnh", "hình"),
    ("xem ảnh", "xem hình"),
    ("hoạt động", "sự kiện"),
    ("người không nhìn thấy", "người khiếm thị"),
    ("file", "tệp"),
    ("link", "liên kết"),
    ("template", "mẫu"),
    ("theme", "giao diện"),
    ("email", "thư điện tử"),
    ("xóa", "xoá"),
    ("hòa", "hoà"),
    ("tuỳ chỉnh", "tuỳ chọn"),
];

/// Where a word stands in a text as a whole.
fn has(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphabetic)
    })
}

#[test]
fn one_idea_has_one_word() {
    let mut wrong = Vec::new();
    for Sentence { place, vi, .. } in sentences() {
        let own = own_words(&vi);
        for (other, used) in OTHERS.iter().filter(|(other, _)| has(&own, other)) {
            wrong.push(format!("{place}: `{other}` is `{used}` here: {vi}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn explanations_have_the_words_of_messages() {
    let text = fs::read_to_string(repository().join("docs/codes.vi.md")).unwrap();
    let (mut wrong, mut is_example) = (Vec::new(), false);
    for (number, line) in (1..).zip(text.lines()) {
        is_example ^= line.starts_with("```");
        if is_example {
            continue;
        }
        // What stands in quotation marks is what somebody else writes.
        let said: Vec<&str> = line.split(['“', '”']).step_by(2).collect();
        let own = own_words(&said.join(" … "));
        for (other, used) in OTHERS.iter().filter(|(other, _)| has(&own, other)) {
            wrong.push(format!("docs/codes.vi.md:{number}: `{other}` is `{used}` here"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Words that both languages have: names, and what programs call their own menus.
#[rustfmt::skip]
const SHARED: &[&str] = &[
    "bangtin", "excel", "libreoffice", "word", "windows", "workbook", "markdown", "yaml", "toml", "json",
    "csv", "utf", "svg", "png", "jpeg", "webp", "pdf", "html", "usb", "nul", "nfd", "srgb", "xlsx",
    "ods", "iphone", "photoshop", "inkscape", "path", "object", "truetype", "opentype", "unicode",
    "tera", "tab", "ctrl", "unikey", "utc", "mb", "script", "merge", "date", "time", "camera", "wingdings", "symbol", "shift",
    "vietnamese",
];

#[test]
fn no_vietnamese_sentence_has_an_english_word() {
    let all = sentences();
    let english: BTreeSet<String> = all
        .iter()
        .flat_map(|sentence| words(&own_words(&sentence.en)))
        .filter(|word| word.len() >= 4 && !SHARED.contains(&word.as_str()))
        .collect();
    assert!(english.len() > 300, "{}", english.len());
    // Syllables of Vietnamese that English has too.
    let syllables = ["than", "them", "hang", "long", "song", "sang", "then", "hung", "bang"];
    let mut wrong = Vec::new();
    for Sentence { place, vi, .. } in &all {
        let foreign: Vec<String> = words(&own_words(vi))
            .into_iter()
            .filter(|word| english.contains(word) && !syllables.contains(&word.as_str()))
            .collect();
        if !foreign.is_empty() {
            wrong.push(format!("{place}: {foreign:?} in: {vi}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a text holds a day as machines write it.
fn has_machine_day(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(10).any(|ten| {
        (0..10).all(|at| match at {
            4 | 7 => ten[at] == '-',
            _ => ten[at].is_ascii_digit(),
        })
    })
}

#[test]
fn days_are_written_as_people_write_them() {
    let machine = |own: &Sentence| has_machine_day(&own.vi) || own.vi.contains(":?}");
    let wrong: Vec<String> = sentences()
        .iter()
        .filter(|own| machine(own) || own.en.contains(":?}"))
        .map(|own| format!("{}: {}", own.place, own.vi))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sentences_begin_small_and_end_without_a_stop() {
    let mut wrong = Vec::new();
    for Sentence { place, vi, en } in sentences() {
        // What `serve` shows on a page and `lsp` in an editor is a label, and begins with a capital.
        let labels = ["src/commands/serve/", "src/lsp/", "src/pack/"];
        if labels.iter().any(|folder| place.starts_with(folder)) {
            continue;
        }
        for text in [&vi, &en] {
            let mut letters = text.chars();
            let first = letters.next().unwrap_or('a');
            let name = words(text).first().cloned().unwrap_or_default();
            let is_name = SHARED.contains(&name.to_lowercase().as_str());
            if (first.is_uppercase() && !is_name) || text.ends_with('.') {
                wrong.push(format!("{place}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
