//! The index of the site's own search.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use bangtin::locale;

use crate::harness::{Built, Site, repository};

const SITE: &str = "-- site.yaml --
title: Bảng tin
theme: civic
base_url: https://tin.example/
languages: { vi: { name: Tiếng Việt }, en: { name: English } }
-- content/_data/agencies.yaml --
cu: { name: Sở Lao động cũ, replaced_by: moi }
moi: { name: Sở Nội vụ mới }
-- content/_data/places.yaml --
nha: { name: Nhà văn hoá Trà Câu }
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/duong-day.md --
---
title: Đường dây nóng
description: Gọi ai khi cần.
---

## Số điện thoại

Gọi 1900 969 680 vào lúc **ban đêm** &amp; ban ngày.
-- content/nhap.md --
---
title: Bí mật nháp
draft: true
---
-- content/het-han.md --
---
title: Bí mật hết hạn
expiry_date: 2025-01-01
---
-- content/chua-den.md --
---
title: Bí mật tương lai
publish_date: 2028-01-01
---
-- content/kin/_index.md --
---
title: Bí mật mục
cascade: { sensitive: true, neutral_title: Tài liệu đọc thêm }
---
-- content/kin/bai.md --
---
title: Bí mật bài
description: Bí mật tóm tắt.
topics: []
---

## Bí mật đề mục

Bí mật thân.
-- content/kin/lich.md --
---
title: Bí mật lịch
kind: schedule
events:
  - { id: an, title: Bí mật sự kiện, date: 25/11/2026 }
---
-- content/lich.md --
---
title: Lịch tháng
kind: schedule
organizer: cu
events:
  - { id: mit-tinh, title: Lễ mít tinh, date: 25/11/2026, place: nha }
---
";

/// The scripts of the index, each with its text.
fn scripts(built: &Built) -> Vec<(&str, &str)> {
    let names = built.names().into_iter().filter(|name| name.starts_with("_search/"));
    names.map(|name| (name, built.file(name))).collect()
}

fn all(built: &Built, language: &str) -> String {
    let start = format!("_search/{language}");
    let own = scripts(built).into_iter().filter(|(name, _)| name.starts_with(&start));
    own.map(|(_, text)| text).collect()
}

#[test]
fn each_language_has_an_index_and_a_page_to_search_on() {
    let built = Site::from_text(SITE).build_by_the_law();
    let names: Vec<&str> = scripts(&built).into_iter().map(|(name, _)| name).collect();
    let of =
        |language: &str| [".js", "/d0.js", "/t0.js"].map(|end| format!("_search/{language}{end}"));
    assert_eq!(names, [of("en"), of("vi")].concat());
    for (path, index) in
        [("tim-kiem/index.html", "_search/vi.js"), ("en/search/index.html", "_search/en.js")]
    {
        let page = built.file(path);
        assert!(page.contains(&format!("data-index=\"{index}\"")), "{page}");
        assert!(page.contains("noindex") && page.contains("role=\"search\""), "{page}");
    }
    assert!(!built.file("sitemap.xml").contains("tim-kiem"));
}

#[test]
fn pages_and_events_are_found_by_their_words_numbers_days_and_places() {
    let text = all(&Site::from_text(SITE).build_by_the_law(), "vi");
    for term in [
        "d-u+o+ng`:",
        "duong day:",
        "1900969680:",
        "2511:",
        "25112026:",
        "tra`:",
        "mit tinh:",
        "d-e^m:",
    ] {
        assert!(text.contains(term), "{term} in {text}");
    }
    assert!(
        text.contains("\"Lễ mít tinh\",6,\"25/11/2026\",\"\",\"Nhà văn hoá Trà Câu\""),
        "{text}"
    );
    assert!(
        text.contains("[\"duong-day/index.html\",\"Đường dây nóng\",0,\"\",\"Gọi ai khi cần.\"]"),
        "{text}"
    );
    assert!(text.contains("[\"Sở Lao động cũ\",\"Sở Nội vụ mới\"]"), "{text}");
    assert!(!text.contains("amp"), "{text}");
}

#[test]
fn what_is_not_listed_or_hides_its_title_is_not_told() {
    let built = Site::from_text(SITE).build_by_the_law();
    let text = all(&built, "vi");
    assert!(!text.contains("mật") && !text.contains("ma^t."), "{text}");
    assert!(text.contains("[\"kin/bai/index.html\",\"Tài liệu đọc thêm\",0]"), "{text}");
    // A preview shows drafts; the index of it does not.
    let mut site = Site::from_text(SITE);
    site.set_drafts(true);
    assert!(!all(&site.build_by_the_law(), "vi").contains("ma^t."));
    // No word of the sensitive page leaves it with the form.
    let page = built.file("kin/bai/index.html");
    assert!(page.contains("role=\"search\"") && !page.contains("name=\"q\""), "{page}");
    assert!(built.file("duong-day/index.html").contains("name=\"q\""));
}

#[test]
fn a_page_of_an_author_at_the_address_stands() {
    let page = "-- content/tim-kiem.md --\n---\ntitle: Của tôi\nslug: tim-kiem\n---\n";
    let built = Site::from_text(&format!("{SITE}{page}")).build_by_the_law();
    assert!(built.file("tim-kiem/index.html").contains("Của tôi"));
    assert!(all(&built, "vi").is_empty() && !all(&built, "en").is_empty());
    assert!(!built.file("index.html").contains("role=\"search\""));
}

/// A site with the theme of the harness, which is small, and a page to search on.
fn tiny(pages: &str) -> Site {
    let words = "nav: { skip: Tới }\nlist: { count: { other: \"{count}\" } }\n\
                 search: { title: Tìm, slug: tim }\n";
    Site::from_text(pages)
        .with_theme_file("templates/search.html", "{% extends \"base.html\" %}\n")
        .with_theme_file("i18n/vi.yaml", words)
}

/// Words of no language, as often as words are: the first are in most texts, the last in few.
struct Words(u64);

impl Words {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        self.0 >> 33
    }

    fn word(&mut self) -> String {
        const STARTS: [&str; 20] = [
            "", "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu",
            "t", "th", "tr", "v",
        ];
        const VOWELS: [&str; 20] = [
            "a", "á", "à", "ả", "ã", "ạ", "â", "ấ", "ầ", "ê", "ế", "ơ", "ớ", "ờ", "ư", "ứ", "ô",
            "ố", "i", "iề",
        ];
        const ENDS: [&str; 8] = ["", "n", "ng", "nh", "m", "t", "c", "i"];
        // Squared, so that the first of each are the most frequent.
        let mut pick = |all: &[&'static str]| {
            let at = (self.next() % 1_000) * (self.next() % 1_000) * all.len() as u64 / 1_000_000;
            all[at as usize]
        };
        [pick(&STARTS), pick(&VOWELS), pick(&ENDS)].concat()
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

/// A site of so many articles, each of some 500 words.
fn corpus(pages: usize) -> String {
    let mut words = Words(14);
    let mut text = String::from("-- content/_index.md --\n---\ntitle: Trang chủ\n---\n");
    for page in 0..pages {
        let (title, lead) = (words.text(8), words.text(20));
        write!(
            text,
            "-- content/bai-{page}.md --\n---\ntitle: \"{title}\"\ndescription: \"{lead}\"\n---\n\n"
        )
        .unwrap();
        writeln!(text, "## {}\n\n{}\n", words.text(5), words.text(480)).unwrap();
    }
    text
}

fn compressed(text: &str) -> usize {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("a", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner().len()
}

#[test]
fn an_index_of_two_thousand_pages_is_light() {
    let built = tiny(&corpus(2_000)).build_afresh();
    let scripts = scripts(&built);
    assert!(scripts.len() <= 40, "{} files", scripts.len());
    let sizes: Vec<(&str, usize)> =
        scripts.iter().map(|(name, text)| (*name, compressed(text))).collect();
    let largest = |sort: &str| {
        let own = sizes.iter().filter(|(name, _)| name.starts_with(sort)).map(|(_, size)| *size);
        own.max().unwrap()
    };
    let entry = sizes.iter().find(|(name, _)| *name == "_search/vi.js").unwrap().1;
    let (terms, documents) = (largest("_search/vi/t"), largest("_search/vi/d"));
    // Two words that lie far apart, and the documents of the first result.
    let first = entry + 2 * terms + documents;
    let whole: usize = sizes.iter().map(|(_, size)| size).sum();
    assert!(first <= 60 * 1024, "{first} bytes before the first result of {whole}: {sizes:?}");
    assert!(whole <= 1024 * 1024, "{whole} bytes in all");
}

#[test]
fn an_edit_of_a_text_changes_only_the_scripts_of_its_words() {
    let mut site = tiny(&corpus(600));
    let before = site.build();
    let text = site.text("content/bai-300.md");
    site.put("content/bai-300.md", &format!("{text}\nzwqq\n"));
    let after = site.build_by_the_law();
    let changed: Vec<&str> = scripts(&after)
        .into_iter()
        .filter(|(name, text)| before.file(name) != *text)
        .map(|(name, _)| name)
        .collect();
    assert_eq!(changed, ["_search/vi.js", "_search/vi/t6.js"]);
    // The page itself, and nothing else: no edit waits for the search.
    assert_eq!(after.rendered(), ["bai-300/index.html"]);
}

#[test]
fn an_edit_of_a_title_is_found_at_once() {
    let mut site = tiny(&corpus(20));
    site.build();
    site.put("content/bai-3.md", "---\ntitle: Zwqq mới\n---\n");
    let built = site.build_by_the_law();
    assert!(all(&built, "vi").contains("zwqq:"));
    assert!(!all(&built, "vi").contains("bai-21"));
    site.remove("content/bai-3.md");
    assert!(!all(&site.build_by_the_law(), "vi").contains("zwqq:"));
}

/// Words as the program folds them, which a browser must fold in the same way: all letters of
/// Vietnamese in both forms of Unicode, both places of a tone, other alphabets and signs.
#[test]
fn words_are_folded_as_browsers_are_told() {
    let mut texts: Vec<String> = Vec::new();
    let tones = ["", "\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"];
    for vowel in ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"] {
        let forms = tones.map(|tone| format!("t{vowel}{tone}n T{}{tone}", vowel.to_uppercase()));
        texts.push(forms.join(" "));
    }
    texts.extend(
        [
            "hoà hòa thuỷ thủy khoẻ khỏe Hoá Hóa",
            "Đường đi ĐẮK đ",
            "ộ o\u{302}\u{323} o\u{323}\u{302} Ộ",
            "72/KH-UBND 25/11 05/09 1900 969 680",
            "“a’b” – 1×2 🎉 c… d_e",
            "Ƀahnar ƀơi čar ñăn kơ\u{306}t",
            "ΣΊΣΥΦΟΣ İstanbul straße café Øre łódź",
            "日本語 한국어 ไทย",
        ]
        .map(str::to_owned),
    );
    let folded = |text: &String| {
        let words = locale::words(text).into_iter().map(|word| word.marked);
        (text.clone(), words.collect::<Vec<_>>())
    };
    let folded: Vec<(String, Vec<String>)> = texts.iter().map(folded).collect();
    let lines = folded.iter().map(|line| serde_json::to_string(line).unwrap());
    let text = format!("[\n{}\n]\n", lines.collect::<Vec<_>>().join(",\n"));
    let path = repository().join("tests/browser/words.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), text);
}
