//! A second build: it says what the first said, writes nothing, and misses no change.

use std::fs;
use std::os::unix::fs::MetadataExt;

use crate::site::{Site, bytes};

/// What the last line tells: `12 written`.
fn wrote(site: &Site, more: &[&str]) -> usize {
    let mut arguments = vec!["build", "--lang", "en"];
    arguments.extend(more);
    let ran = site.run(&arguments);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let count = ran.stderr.rsplit_once('(').unwrap().1.split(" written").next().unwrap();
    count.parse().unwrap_or_else(|_| panic!("{}", ran.stderr))
}

/// What the last build left.
fn state(site: &Site) -> Vec<u8> {
    fs::read(site.path(".bangtin/state")).unwrap()
}

#[test]
fn nothing_is_written_and_the_same_is_said() {
    let site = Site::good();
    site.put("content/tin/canh.md", "---\ntitle: Cảnh\n---\n\n<blink>a</blink>\n");
    let first = site.run(&["build", "--lang", "en"]);
    assert!(first.stderr.contains("warning"), "{}", first.stderr);
    let before = fs::metadata(site.path(".bangtin/state")).unwrap().ino();
    let second = site.run(&["build", "--lang", "en"]);
    assert!(second.stderr.contains("(0 written"), "{}", second.stderr);
    // The last line tells how long it took.
    let said = |text: &str| text.trim_end().rsplit_once('\n').unwrap().0.to_owned();
    assert_eq!(said(&first.stderr), said(&second.stderr));
    assert_eq!(
        fs::metadata(site.path(".bangtin/state")).unwrap().ino(),
        before,
        "nothing was made"
    );
    let third = site.run(&["build", "--lang", "vi"]);
    assert!(third.stderr.contains("Cảnh") || third.stderr.contains("canh.md"), "{}", third.stderr);
}

#[test]
fn every_change_is_seen() {
    let site = Site::good();
    assert_eq!(wrote(&site, &[]), 0);
    site.put("content/tin/bai.md", "---\ntitle: Khác\n---\n\n## Mục {#muc}\n");
    assert!(wrote(&site, &[]) > 0, "a page");
    site.put("themes/nho/i18n/vi.yaml", "nav:\n  home: Trang nhất\n");
    assert!(wrote(&site, &[]) > 0, "a word of the theme");
    fs::write(site.path("public/index.html"), "mine").unwrap();
    assert_eq!(wrote(&site, &["--force"]), 1, "a file that someone changed");
    fs::remove_file(site.path("public/tin/index.html")).unwrap();
    assert_eq!(wrote(&site, &[]), 1, "a file that is gone");
    assert!(wrote(&site, &["--base-url", "https://khac.example/"]) > 0, "a flag");
    assert!(wrote(&site, &[]) > 0, "and the flag taken away");
    assert_eq!(wrote(&site, &[]), 0);
}

#[test]
fn a_day_that_comes_is_seen() {
    let site = Site::good();
    site.put("content/tin/mai.md", "---\ntitle: Mai\npublish_date: 2026-11-20\n---\n");
    site.put("content/tin/qua.md", "---\ntitle: Qua\nexpiry_date: 2026-11-22\n---\n");
    let on = |day: &str| wrote(&site, &["--now", day]);
    assert!(on("2026-11-18") > 0);
    assert_eq!(on("2026-11-18"), 0);
    assert_eq!(on("2026-11-19"), 0, "nothing changes by itself until the 20th");
    assert!(on("2026-11-20") > 0, "a page is published");
    assert_eq!(on("2026-11-21"), 0);
    assert!(site.path("public/tin/qua/index.html").exists());
    on("2026-11-22");
    assert!(!site.path("public/tin/qua/index.html").exists(), "it has expired");
    assert!(on("2026-11-19") > 0, "and a clock that is set back is no proof of anything");
}

#[test]
fn what_another_folder_says_is_not_believed() {
    let (site, other) = (Site::good(), Site::good());
    fs::write(other.path(".bangtin/state"), state(&site)).unwrap();
    fs::remove_file(other.path("public/index.html")).unwrap();
    assert_eq!(wrote(&other, &[]), 1);
    for text in ["", "\n", "{}", "1 2 3 4.5\n{\"made_of\":1}"] {
        fs::write(other.path(".bangtin/state"), text).unwrap();
        assert_eq!(wrote(&other, &[]), 0, "what cannot be read is no state");
    }
    let long = fs::OpenOptions::new().write(true).open(other.path(".bangtin/state")).unwrap();
    long.set_len(1 << 30).unwrap();
    assert_eq!(wrote(&other, &[]), 0, "nor is what is too long");
}

/// The law across programs: what one left for the next changes nothing of what comes out.
#[test]
fn builds_one_after_another_end_where_a_first_one_does() {
    let site = Site::good();
    let edits: [(&str, &str); 8] = [
        ("content/tin/bai.md", "---\ntitle: Tên khác\n---\n\n## Mục {#muc}\n"),
        ("content/tin/moi.md", "---\ntitle: Mới\ntopics: [tin]\n---\n\nChữ.\n"),
        ("content/tin/moi.en.md", "---\ntitle: New\n---\n\nWords.\n"),
        ("content/_data/agencies.yaml", "so-noi-vu:\n  name: Sở khác\n"),
        ("themes/nho/templates/parts/x.html", "x"),
        ("content/tin/_index.md", "---\ntitle: Tin khác\ncascade: { sample: true }\n---\n"),
        ("content/tin/moi.md", "---\ntitle: Mới\ndraft: true\n---\n"),
        ("content/tin/moi.en.md", "---\ntitle: New\n---\n\nOther words.\n"),
    ];
    for (path, text) in edits {
        site.put(path, text);
        for _ in 0..2 {
            let ran = site.run(&["build", "--lang", "en"]);
            assert_eq!(ran.code, 0, "{path}: {}", ran.stderr);
        }
        let fresh = site.copy();
        for folder in ["public", ".bangtin"] {
            fs::remove_dir_all(fresh.path(folder)).unwrap();
        }
        assert_eq!(fresh.run(&["build", "--lang", "en"]).code, 0);
        let (ours, theirs) = (site.public(), fresh.public());
        assert_eq!(bytes(&ours), bytes(&theirs), "after an edit of {path}");
    }
}
