//! The house rules that no compiler keeps: read from the sources as text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bangtin::diagnostics::Code;

use crate::harness::repository;

/// How many lines a file may have, its tests not counted.
const LONGEST: usize = 300;

/// Flat tables that may be longer, each with the reason.
const LONG_TABLES: &[(&str, &str)] = &[
    ("crates/pictures/src/svg/names.rs", "the elements and attributes that a drawing may have"),
    ("src/keys/page.rs", "the keys of pages"),
    ("src/keys/schedule.rs", "the keys of schedules"),
    ("src/keys/site.rs", "the keys of site.yaml"),
];

/// The rooms from the ground up. A room may use those on floors below its own and no
/// others, so that arrows run down only. Two rooms on one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["memo", "html"],
    &["locale"],
    &["sources", "public"],
    &["diagnostics"],
    &["keys"],
    &["yaml"],
    &["content"],
    &["config"],
    &["theme", "site"],
    &["compare"],
    &["outputs", "portable"],
    &["pack"],
    &["lib", "memos", "mend", "survey"],
    &["lsp"],
    // The binary.
    &["cli"],
    &["commands"],
    &["main"],
];

/// The rooms that may touch disk, clock, environment and network.
const OUTER: &[&str] = &["sources", "public", "commands", "main"];

/// The rooms that may hold locks.
const LOCKED: &[&str] = &["src/memo", "src/commands/serve/"];

/// A source file: its path from the repository, its whole text, and the part of it that
/// is not for tests.
struct Source {
    path: String,
    text: String,
    program: String,
}

impl Source {
    /// The room it belongs to: the first part of its path, `outputs` for `src/outputs/…` and
    /// `sheets` for `crates/sheets/…`.
    fn room(&self) -> &str {
        let inside = self.path.strip_prefix("src/").or_else(|| self.path.strip_prefix("crates/"));
        let inside = inside.unwrap();
        inside.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// The lines outside tests and comments, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = (1..).zip(self.program.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Each place outside tests where one of these words stands, as `path:line: word`.
    fn find(&self, words: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for (number, line) in self.code() {
            for word in words.iter().filter(|word| has_word(line, word)) {
                found.push(format!("{}:{number}: `{word}` in {}", self.path, line.trim()));
            }
        }
        found
    }
}

/// Whether a text stands in a line, not as the end of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    })
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&repository(), "src", &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 40, "the sources are not where they should be");
    sources
}

/// The sources, and those of the crates that stand below them.
fn sources_and_crates() -> Vec<Source> {
    let mut all = Vec::new();
    collect(&repository(), "crates", &mut all);
    assert!(all.len() > 20, "the crates are not where they should be");
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all.extend(sources());
    all
}

fn collect(root: &Path, folder: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let path = format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap());
        if root.join(&path).is_dir() {
            collect(root, &path, sources);
        } else if path.ends_with(".rs") {
            let text = fs::read_to_string(root.join(&path)).unwrap();
            let program = if is_test(&path) { String::new() } else { without_tests(&text) };
            sources.push(Source { path, text, program });
        }
    }
}

/// Whether a whole file is tests.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("_tests.rs")
}

/// The text up to the tests at its end. A test module in a file of its own is only named here.
fn without_tests(text: &str) -> String {
    let mut kept = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push(line);
        } else if lines.peek().is_some_and(|next| next.ends_with('{')) {
            break;
        } else {
            lines.next();
        }
    }
    kept.join("\n")
}

#[track_caller]
fn nothing(found: Vec<String>, rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = sources_and_crates().into_iter().filter(|source| !source.text.starts_with("//! "));
    nothing(
        silent.map(|source| source.path).collect(),
        "a file begins with `//! ` and its purpose",
    );
}

#[test]
fn every_room_says_what_comes_in_and_what_goes_out() {
    let rooms = sources().into_iter().filter(|source| {
        let front = source.path.ends_with("/mod.rs") && source.path.matches('/').count() == 2;
        front || source.path == "src/memo.rs"
    });
    let silent = rooms.filter(|source| {
        let head: String = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        !(head.contains("In: ") && head.contains("Out: "))
    });
    nothing(silent.map(|source| source.path).collect(), "a room tells `In: …. Out: …`");
}

#[test]
fn arrows_point_down() {
    let floor = |room: &str| FLOORS.iter().position(|floor| floor.contains(&room));
    let mut found = Vec::new();
    for source in sources() {
        let own = floor(source.room());
        let own = own.unwrap_or_else(|| panic!("{} stands on no floor", source.path));
        for (number, line) in source.code() {
            for (at, _) in line.match_indices("crate::") {
                for used in rooms_of(&line[at + "crate::".len()..]) {
                    let down = floor(used).is_none_or(|below| below < own);
                    if used != source.room() && !down {
                        found.push(format!(
                            "{}:{number}: {} uses {used}",
                            source.path,
                            source.room()
                        ));
                    }
                }
            }
        }
    }
    nothing(found, "a room uses only rooms on lower floors");
}

/// The rooms named behind `crate::`: one word, or several in braces.
fn rooms_of(path: &str) -> Vec<&str> {
    let names: Vec<&str> = match path.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap().split(',').collect(),
        None => vec![path],
    };
    names
        .into_iter()
        .map(|name| {
            let name = name.trim_start();
            let end = name.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
            &name[..end.unwrap_or(name.len())]
        })
        .collect()
}

#[test]
fn formats_know_no_site() {
    let mut found = Vec::new();
    let all = sources();
    let formats: Vec<&Source> =
        all.iter().filter(|source| source.path.starts_with("src/outputs/formats/")).collect();
    assert!(formats.len() > 4, "the formats are not where they should be");
    for source in formats {
        found.extend(source.find(&["crate::site", "crate::config", "super::super"]));
        for (number, line) in source.code() {
            let inside = line.matches("crate::outputs::formats").count();
            if line.matches("crate::outputs").count() > inside {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    nothing(found, "what writes a format gets values, and asks nobody for more");
}

/// What makes a picture for each page as a whole, before any file asks: each is a question of its
/// own.
const WHOLE_SITE: &[&str] =
    &["src/outputs/files/social_cards/", "src/outputs/files/pictures/mod.rs"];

/// What tells of a page what stands in it, so that who asks for it is noted.
const NOTED: &[&str] =
    &["page", "ids", "source_of", "events", "events_of", "resolve", "resolve_setting"];

#[test]
fn outputs_see_pages_by_asking_only() {
    let all = sources();
    let door = all.iter().find(|source| source.path == "src/site/asked.rs").unwrap();
    for noted in NOTED {
        assert!(door.program.contains(&format!("pub fn {noted}(")), "nobody asks for `{noted}`");
    }
    let mut found = Vec::new();
    for source in all.iter().filter(|source| source.path.starts_with("src/outputs/")) {
        if !WHOLE_SITE.iter().any(|whole| source.path.starts_with(whole)) {
            found.extend(source.find(&["&Site", "common.site.page", "common.site.ids"]));
        }
        // A line may be broken before any of its dots.
        let lines: Vec<&str> = source.code().map(|(_, line)| line.trim()).collect();
        let code = lines.join(" ").replace(" .", ".");
        let past = NOTED
            .iter()
            .flat_map(|own| [format!("structure.{own}("), format!("structure().{own}(")]);
        found.extend(
            past.filter(|past| code.contains(past))
                .map(|past| format!("{}: `{past}…)`", source.path)),
        );
        for (at, structure) in code.match_indices(".structure()") {
            let statement = code[..at].rsplit([';', '{', '}']).next().unwrap().trim_start();
            let after = &code[at + structure.len()..];
            let is_named = statement.starts_with("let structure = ") && after.starts_with(';');
            if !after.starts_with('.') && !is_named {
                found.push(format!("{}: `{statement}.structure()` has another name", source.path));
            }
        }
    }
    nothing(found, "what is seen of a page without a question can be out of date");
}

#[test]
fn the_pipeline_is_closed_to_the_world() {
    let words = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::io::stdin",
        "SystemTime",
        "Instant::",
        "Timestamp::now",
        "ZonedDateTime::now",
        "Zoned::now",
        "TimeZone::system",
    ];
    let inner = sources_and_crates().into_iter().filter(|source| !OUTER.contains(&source.room()));
    let found = inner.flat_map(|source| source.find(&words)).collect();
    nothing(found, "disk, clock, environment and network are for the outer rooms");
}

#[test]
fn nothing_stops_the_program() {
    let words = [
        "unwrap()",
        "expect(",
        "unwrap_err()",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
    ];
    let found = sources_and_crates().into_iter().flat_map(|source| source.find(&words));
    // An attribute that expects a lint stops nothing.
    let found = found.filter(|place| !place.contains("#![expect(") && !place.contains("#[expect("));
    nothing(found.collect(), "a fault of the author is a diagnostic, never a panic");
}

#[test]
fn things_are_removed_in_one_place() {
    let all = sources();
    let removal = "src/public/removal.rs";
    let others = all.iter().filter(|source| source.path != removal);
    let found = others.flat_map(|source| source.find(&["remove_file", "remove_dir"])).collect();
    nothing(found, "only `removal.rs` removes files and folders");
    let found = all.iter().flat_map(|source| source.find(&["remove_dir_all"])).collect();
    nothing(found, "nothing is removed with all that it holds");
}

#[test]
fn nothing_is_printed_but_by_the_printer() {
    let words = ["println!", "eprintln!", "print!", "eprint!", "dbg!"];
    let printer = "src/commands/printer.rs";
    let others = sources_and_crates().into_iter().filter(|source| source.path != printer);
    nothing(others.flat_map(|source| source.find(&words)).collect(), "only the printer prints");
}

#[test]
fn nothing_is_shared_behind_the_back() {
    let hidden = [
        "static ",
        "static mut",
        "thread_local!",
        "OnceLock",
        "LazyLock",
        "OnceCell",
        "AtomicBool",
    ];
    let all = sources();
    let mut found: Vec<String> = all.iter().flat_map(|source| source.find(&hidden)).collect();
    // The word in a text or a lifetime is none in the program.
    found.retain(|place| !place.contains("\"") && !place.contains("'static"));
    // The allocator is the binary's, and holds nothing that the program could see.
    found.retain(|place| !place.contains(": MiMalloc = MiMalloc;"));
    let free = all.iter().filter(|s| !LOCKED.iter().any(|locked| s.path.starts_with(locked)));
    found.extend(free.flat_map(|source| source.find(&["Mutex", "RwLock", "RefCell", "Cell<"])));
    nothing(found, "no global state; locks only in memo.rs and serve/");
}

#[test]
fn files_are_short() {
    let long = sources_and_crates().into_iter().filter_map(|source| {
        let lines = source.program.lines().count();
        let table = LONG_TABLES.iter().any(|(path, _)| *path == source.path);
        (lines > LONGEST && !table).then(|| format!("{} has {lines} lines", source.path))
    });
    nothing(long.collect(), "a file holds one idea");
}

#[test]
fn things_are_named_by_what_they_are() {
    let mut found = Vec::new();
    for source in sources_and_crates() {
        let name = source.path.to_lowercase();
        let vague = ["util", "helper", "manager", "misc", "common.rs"];
        if vague.iter().any(|word| name.contains(word)) {
            found.push(source.path.clone());
        }
        for (number, line) in source.code() {
            let words = ["Manager", "Helper", "Utils", "Util", "Handler"];
            let defines = ["struct ", "enum ", "trait ", "mod ", "type "];
            let is_defined = defines.iter().any(|word| line.contains(word));
            if is_defined && words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    nothing(found, "no utils, helpers or managers");
}

#[test]
fn nothing_is_left_for_later() {
    let mut found = Vec::new();
    for source in sources_and_crates() {
        for (number, line) in (1..).zip(source.text.lines()) {
            if ["TODO", "FIXME", "XXX", "HACK"].iter().any(|word| has_word(line, word)) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    nothing(found, "what is to be done is done, or stands in the tracker");
}

#[test]
fn every_code_has_a_test() {
    let mut tested: BTreeMap<Code, bool> = Code::ALL.iter().map(|code| (*code, false)).collect();
    let mut texts: Vec<String> = Vec::new();
    for folder in ["tests/suite", "tests/sheets", "tests/cli", "tests/sites"] {
        read_texts(&repository().join(folder), &mut texts);
    }
    for source in sources() {
        texts.push(source.text[source.program.len().min(source.text.len())..].to_owned());
    }
    for (code, tested) in &mut tested {
        let name = format!("Code::{code:?}");
        *tested = texts.iter().any(|text| has_whole(text, &name) || has_whole(text, code.id()));
    }
    let untested = tested.iter().filter(|(_, tested)| !**tested);
    let untested = untested.map(|(code, _)| format!("{} {code:?}", code.id()));
    nothing(untested.collect(), "each code has a test");
}

/// Whether a word stands in a text as a whole.
fn has_whole(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let after = text[at + word.len()..].chars().next();
        !after.is_some_and(char::is_alphanumeric)
    })
}

/// What is written in the tests of a folder; what only lists all codes is none.
fn read_texts(folder: &Path, texts: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_texts(&path, texts);
        } else if !path.ends_with("explain.md") && !path.ends_with("tidy.rs") {
            texts.extend(fs::read_to_string(&path));
        }
    }
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let mut found = Vec::new();
    for name in ["docs/codes.vi.md", "docs/codes.en.md"] {
        let text = fs::read_to_string(repository().join(name)).unwrap();
        let missing =
            Code::ALL.iter().filter(|code| !text.contains(&format!("\n## {}", code.id())));
        found.extend(missing.map(|code| format!("{name}: {}", code.id())));
    }
    nothing(found, "`bangtin explain` knows every code");
}

#[test]
fn browser_tests_are_short_and_say_what_they_are_for() {
    let mut found = Vec::new();
    for entry in fs::read_dir(repository().join("tests/browser")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "mjs") {
            let text = fs::read_to_string(&path).unwrap();
            if !text.starts_with("// ") || text.lines().count() > LONGEST {
                found.push(path.display().to_string());
            }
            // A test that is left out looks like one that passes.
            let left_out = ["skip:", "todo:", ".skip(", ".todo(", ".only("];
            let words = left_out.iter().filter(|word| text.contains(**word));
            found.extend(words.map(|word| format!("{}: `{word}`", path.display())));
        }
    }
    nothing(found, "a file begins with its purpose and holds one idea, and every test runs");
}

#[test]
fn what_browser_tests_use_is_pinned_and_can_come_from_anywhere() {
    let read = |name| fs::read_to_string(repository().join("tests/browser").join(name)).unwrap();
    let lock = read("package-lock.json");
    assert!(!lock.contains("\"resolved\""), "the lock file names a host");
    assert!(!read("package.json").contains(['^', '~', '*']), "a version is not exact");
    assert!(lock.matches("\"integrity\"").count() >= 3, "the lock file holds digests");
}
