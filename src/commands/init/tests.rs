//! The site that is laid out, as it is on several days.

use std::collections::BTreeSet;

use bangtin::config::Settings;
use bangtin::diagnostics::Severity;
use bangtin::diagnostics::show::{self, Tongue};
use bangtin::public::File;
use bangtin::yaml::Moment;
use bangtin::{Built, Memos};
use jiff::ToSpan;
use jiff::civil::date;

use super::*;
use crate::cli::SiteFlags;
use crate::commands::printer::Printer;

/// Days after which months are short, there is a 29 February, or a year ends.
const DAYS: [Date; 4] =
    [date(2027, 1, 31), date(2028, 2, 29), date(2029, 12, 31), date(2031, 6, 15)];

/// The site that is laid out on a day, and built on the day that lies so many days after it.
fn site(laid_out: Date, later: i64) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let printer = Printer::new(Tongue::En, true, false);
    let context = Context { root: folder.path().to_owned(), printer };
    let now = Some(Moment::Day(laid_out));
    let done = run(&Init { folder: None, force: false, now }, &context);
    assert!(matches!(done, Ok(Exit::Good)));
    let sources = site::read(folder.path()).ok().unwrap();
    let now = Some(Moment::Day(laid_out.saturating_add(later.days())));
    let flags = SiteFlags { base_url: None, drafts: false, future: false, now };
    let settings: Settings = site::settings(&flags, &sources);
    bangtin::build(&sources.with_embedded_themes(), &settings, &Memos::default())
}

/// Each page with its path.
fn pages(built: &Built) -> Vec<(String, String)> {
    let html = built.files.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    let text = |file: &File| match file {
        File::Made(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        File::Spooled { .. } | File::Copied { .. } => panic!("a page that was copied"),
    };
    html.map(|(path, file)| (path.as_str().to_owned(), text(file))).collect()
}

/// What stands between the tags.
fn words(html: &str) -> String {
    let behind = html.split('<').skip(1).filter(|tag| !tag.starts_with("script"));
    behind.filter_map(|tag| tag.split_once('>')).map(|(_, text)| format!("{text} ")).collect()
}

#[test]
fn it_has_no_fault_on_any_day() {
    for day in DAYS {
        for later in [0, 20, 400] {
            let built = site(day, later);
            for said in &built.diagnostics {
                assert_eq!(said.severity, Severity::Note, "{day} + {later}: {said:?}");
            }
            assert!(built.files.len() > 80, "{}", built.files.len());
        }
    }
}

#[test]
fn its_pages_are_of_their_day_and_say_nothing_to_their_author() {
    for day in DAYS {
        let years = [-1, 0, 1].map(|years| day.year() + years);
        for (path, html) in pages(&site(day, 0)) {
            for manual in ["site.yaml", "content/", "_data", ".md", "bangtin new", "{day", "{mon"] {
                assert!(!html.contains(manual), "{path} names {manual}");
            }
            let words = words(&html);
            let numbers = words.split(|letter: char| !letter.is_ascii_digit());
            for number in numbers.filter(|number| number.len() == 4 && number.starts_with("20")) {
                let year: i16 = number.parse().unwrap();
                assert!(years.contains(&year), "{path} of {day} is of {number}");
            }
        }
    }
}

#[test]
fn its_front_page_shows_the_first_day_and_whom_to_call() {
    let built = site(date(2028, 2, 25), 0);
    let pages: std::collections::BTreeMap<_, _> = pages(&built).into_iter().collect();
    for (home, help, first) in [
        ("index.html", "tro-giup/index.html", "03/03/2028"),
        ("en/index.html", "en/help/index.html", "3 March"),
    ] {
        assert!(words(&pages[home]).contains(first), "{home}");
        assert!(pages[home].contains("href=\"tel:1900969680\""), "{home}");
        let calls = |number: &str| {
            let (_, main) = pages[help].split_once("<main").unwrap();
            let (main, _) = main.split_once("</main>").unwrap();
            main.matches(&format!("href=\"tel:{number}\"")).count()
        };
        for number in ["113", "111", "1900969680", "115"] {
            assert_eq!(calls(number), 1, "{help}: {number}");
        }
    }
}

#[test]
fn its_drawings_are_light_and_load_nothing() {
    let drawings: Vec<_> = STARTER.iter().filter(|(path, _)| path.ends_with(".svg")).collect();
    assert!(drawings.len() >= 3);
    for (path, bytes) in drawings {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(bytes.len() <= 4096, "{path}: {} bytes", bytes.len());
        assert!(!text.contains("href") && !text.contains("<text"), "{path}");
    }
}

#[test]
fn today_is_where_the_site_is() {
    let now = Some(Moment::Instant("2026-11-29T17:30:00Z".parse().unwrap()));
    assert_eq!(today(&Init { folder: None, force: false, now }), date(2026, 11, 30));
}

/// What VS Code takes from a line of `check`: severity, file and line, for each matcher that fits.
fn marks(line: &str) -> Vec<(String, String, usize)> {
    let (_, bytes) = STARTER.iter().find(|(path, _)| *path == "vscode/tasks.json").unwrap();
    let lines = std::str::from_utf8(bytes).unwrap().lines();
    let text: String = lines.filter(|line| !line.starts_with("//")).collect();
    let tasks: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(tasks["tasks"][0]["args"], serde_json::json!(["check", "--format", "short"]));
    let matchers = tasks["tasks"][0]["problemMatcher"].as_array().unwrap().iter();
    let mark = |matcher: &serde_json::Value| {
        let pattern = &matcher["pattern"];
        let regexp = regex::Regex::new(pattern["regexp"].as_str().unwrap()).unwrap();
        let found = regexp.captures(line)?;
        let group = |name: &str| {
            let group = usize::try_from(pattern[name].as_u64()?).unwrap();
            found.get(group).map(|group| group.as_str().to_owned())
        };
        assert!(group("code").is_some() && group("message").is_some(), "{line}");
        let number = group("line").map_or(0, |line| line.parse().unwrap());
        Some((matcher["severity"].as_str().unwrap().to_owned(), group("file").unwrap(), number))
    };
    matchers.filter_map(mark).collect()
}

#[test]
fn vs_code_marks_the_line_of_every_fault() {
    let mut sources = Sources::default();
    sources.put("site.yaml", "title: A\n");
    sources.put("content/_data/agencies.yaml", "");
    let page = "---\ntitle: A\ntitel: B\n---\n\n[a](b.md)\n\n<script>x</script>\n";
    sources.put("content/_index.md", page);
    let now = Some(Moment::Day(date(2026, 11, 20)));
    let flags = SiteFlags { base_url: None, drafts: false, future: false, now };
    let settings: Settings = site::settings(&flags, &sources);
    let built = bangtin::build(&sources.with_embedded_themes(), &settings, &Memos::default());
    let mut seen = BTreeSet::new();
    for fault in &built.diagnostics {
        let severity = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "info",
        };
        let place = fault.place.as_ref().unwrap();
        for tongue in [Tongue::Vi, Tongue::En] {
            let line = show::short(std::slice::from_ref(fault), tongue);
            let mark = (severity.to_owned(), place.path.to_string(), place.line);
            assert_eq!(marks(line.trim_end()), [mark], "{line}");
        }
        seen.insert((severity, place.line > 0));
    }
    assert!(seen.len() >= 4, "{seen:?}");
    let cell =
        "content/lich/lich.xlsx, 'Tháng 11', B7: lỗi[B703]: không đọc được ngày (viết 15/11)";
    let file = "content/lich/lich.xlsx".to_owned();
    assert_eq!(marks(cell), [("error".to_owned(), file, 0)]);
    assert!(marks("3 lỗi, 1 cảnh báo; chưa ghi tệp nào").is_empty());
}
