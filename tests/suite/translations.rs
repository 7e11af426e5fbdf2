//! How far pages are translated: what counts as a change of the original, what readers of an
//! outdated page see, and which facts that differ are found.

use std::fs;

use bangtin::compare::progress::{Progress, TranslationState};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::harness::{Built, Site, repository, tiny_site};

/// A page in three languages, and one that is missing, one without original, one copied.
const THREE: &str = r#"
-- site.yaml --
title: Bảng tin
base_url: https://tin.example/
theme: tiny
languages: { vi: { name: Tiếng Việt }, en: { name: English }, hre: { name: Hrê } }
-- i18n/hre.yaml --
nav: { skip: Tôq }
list: { count: "{count} bài" }
-- themes/tiny/templates/page.html --
{% extends "base.html" %}
{% block main %}{{ page.content | safe }}
{% if page.outdated %}<p class="outdated">{{ page.outdated.since or "?" }} <a href="{{ root }}{{ page.outdated.original.url }}" lang="{{ page.outdated.original.lang }}">{{ page.outdated.original.title }}</a></p>{% endif %}{% endblock main %}
-- content/_index.md --
---
title: Trang chủ
---
-- content/a.md --
---
{ title: Họp dân, slug: hop, date: 2026-01-02, updated: 2026-02-03, description: Mời cả xóm. }
---

Đoạn một.

Đoạn hai.
-- content/a.en.md --
---
{ title: Meeting, slug: meeting, description: All are welcome. }
---

Paragraph one.

Paragraph two.
-- content/a.hre.md --
---
{ title: Hop, slug: hop, description: Kah. }
---

Môt.

Baiq.
-- content/b.md --
---
title: Chưa dịch
---
-- content/c.en.md --
---
title: No original
---
-- content/d.md --
---
{ title: Tên riêng, slug: d }
---

Một câu.
-- content/d.en.md --
---
{ title: Tên riêng, slug: d }
---

Một câu.
"#;

fn three() -> Site {
    let mut site = Site::from_text(THREE);
    site.accept();
    site.build().assert_clean();
    site
}

/// Page, language and state, of all but the front page.
fn states(site: &Site) -> Vec<String> {
    let all = site.progress().into_iter().filter(|one| one.page != "_index");
    all.map(|one| format!("{} {} {}", one.page, one.language, one.state.name())).collect()
}

/// Of a page: in each language the blocks that have changed, by their text as it is.
fn changed(site: &Site, page: &str) -> Vec<(String, Vec<String>)> {
    let all = site.progress().into_iter().filter(|one| one.page == page);
    let text = |one: &Progress| {
        let texts = one.changes.iter().map(|change| match (&change.is, &change.was) {
            (Some(block), _) => block.text.clone(),
            (None, was) => format!("-{}", was.as_deref().unwrap_or_default()),
        });
        texts.collect()
    };
    all.map(|one| (one.language.to_string(), text(&one))).collect()
}

#[test]
fn each_page_is_in_one_state_in_each_language() {
    let unaccepted = Site::from_text(THREE);
    assert_eq!(states(&unaccepted)[0], "a en unaccepted");
    let mut site = three();
    assert_eq!(
        states(&site),
        [
            "a en translated",
            "a hre translated",
            "b en missing",
            "b hre missing",
            "c en orphan",
            "d en identical",
            "d hre missing",
        ]
    );
    site.edit("content/a.md", "Đoạn hai.", "Đoạn hai, đã sửa.");
    assert_eq!(states(&site)[..2], ["a en outdated", "a hre outdated"]);
    site.accept();
    assert_eq!(states(&site)[..2], ["a en translated", "a hre translated"]);
}

#[test]
fn a_key_that_is_translated_is_a_block_and_others_are_none() {
    let mut site = three();
    site.edit("content/a.md", "Mời cả xóm.", "Mời cả thôn.");
    let expected = |text: &str| {
        [("en", text), ("hre", text)].map(|(code, text)| (code.to_owned(), vec![text.to_owned()]))
    };
    assert_eq!(changed(&site, "a"), expected("Mời cả thôn."));
    site.edit("content/a.md", "Mời cả thôn.", "Mời cả xóm.");
    site.edit("content/a.md", "updated: 2026-02-03", "updated: 2026-03-04, weight: 3");
    assert!(changed(&site, "a").iter().all(|(_, blocks)| blocks.is_empty()));
}

#[test]
fn an_old_paragraph_stands_beside_its_translation() {
    let mut site = three();
    site.edit("content/a.md", "Đoạn một.", "Đoạn một, mới.");
    let all = site.progress();
    let one = all.iter().find(|one| one.page == "a" && one.language.as_str() == "en").unwrap();
    let [change] = &one.changes[..] else { panic!("{:?}", one.changes) };
    let (is, here) = (change.is.as_ref().unwrap(), change.translation.as_ref().unwrap());
    assert_eq!(change.was.as_deref(), Some("Đoạn một."));
    assert_eq!((is.number, is.line, is.text.as_str()), (1, 5, "Đoạn một, mới."));
    assert_eq!((here.number, here.line, here.text.as_str()), (1, 5, "Paragraph one."));
}

#[test]
fn readers_see_a_note_on_an_outdated_page_and_only_then() {
    let mut site = three();
    let outdated = |built: &Built| -> Vec<String> {
        let pages = built.pages().filter(|(_, text)| text.contains("class=\"outdated\""));
        pages.map(|(name, _)| name.to_owned()).collect()
    };
    assert!(outdated(&site.build_by_the_law()).is_empty());
    let built = site.edit("content/a.md", "Đoạn hai.", "Đoạn ba.").build_by_the_law();
    assert_eq!(outdated(&built), ["en/meeting/index.html", "hre/hop/index.html"]);
    assert!(built.file("en/meeting/index.html").contains(
        "<p class=\"outdated\">2026-02-03 <a href=\"../../hop/index.html\" lang=\"vi\">Họp dân</a></p>"
    ));
    assert_eq!(
        built.rendered(),
        ["en/meeting/index.html", "hop/index.html", "hre/hop/index.html"],
        "only the page and its translations are made anew"
    );
    let again = site.edit("content/a.md", "Đoạn ba.", "Đoạn bốn.").build_by_the_law();
    assert_eq!(again.rendered(), ["hop/index.html"], "the note says nothing new");
    site.accept();
    assert!(outdated(&site.build_by_the_law()).is_empty());
}

#[test]
fn the_note_has_a_date_only_if_the_original_has() {
    let mut site = three();
    site.edit("content/a.md", "updated: 2026-02-03, ", "").edit("content/a.md", "hai", "ba");
    assert!(site.build().file("en/meeting/index.html").contains(">2026-01-02 <a"));
    site.edit("content/a.md", "date: 2026-01-02, ", "");
    assert!(site.build().file("en/meeting/index.html").contains(">? <a"));
}

#[test]
fn a_site_of_one_language_reads_no_lock_file() {
    let site = "-- site.yaml --\ntitle: A\ntheme: tiny\nlanguages: { vi: { name: Việt } }\n\
                -- translations.lock --\n<<<<<<< lạ\n-- content/_index.md --\n---\ntitle: A\n---\n";
    let mut site = Site::from_text(site);
    assert_eq!(site.build().codes(), ["- B405"].map(|_| "site.yaml B405"));
    site.edit("site.yaml", "{ vi: { name: Việt } }", "{ vi: { name: Việt }, en: { name: E } }");
    assert_eq!(site.build().codes(), ["site.yaml B405", "translations.lock:1:1 B009"]);
}

#[test]
fn a_page_that_is_no_more_is_forgotten_when_all_is_accepted() {
    let mut site = three();
    assert!(site.accept().contains("[hre] a\n"));
    site.remove("content/a.hre.md");
    assert!(!site.accept().contains("[hre] a\n"));
}

/// One block of a body, in Markdown, that holds these words.
fn written(kind: usize, words: &str) -> String {
    match kind {
        0 => format!("{words}\n"),
        1 => format!("## {words}\n"),
        2 => format!("- {words}\n"),
        3 => format!("1. {words}\n"),
        4 => format!("> {words}\n"),
        5 => format!("| {words} | x |\n|---|---|\n"),
        6 => format!("```text\n{words}\n```\n"),
        7 => format!("> [!NOTE]\n> {words}\n"),
        _ => format!("::: box {words}\n:::\n"),
    }
}

const WORDS: &[&str] = &[
    "mời",
    "bà",
    "con",
    "đến",
    "họp",
    "lúc",
    "7",
    "giờ",
    "15/11",
    "“nhà”",
    "hoà",
    "giải",
    "ở",
    "xóm",
    "trẻ",
    "em",
    "–",
    "phụ",
    "nữ",
];

prop_compose! {
    /// Bodies of some blocks, none of which says what another says.
    fn body()(blocks in prop::collection::vec(
        (0..9_usize, prop::collection::vec(prop::sample::select(WORDS), 1..12)), 1..14,
    )) -> Vec<(usize, String)> {
        let numbered = blocks.into_iter().enumerate();
        numbered.map(|(at, (kind, words))| (kind, format!("khối {at} {}", words.join(" ")))).collect()
    }
}

fn page(blocks: &[(usize, String)]) -> String {
    let blocks: Vec<String> = blocks.iter().map(|(kind, words)| written(*kind, words)).collect();
    format!("---\n{{ title: A, slug: a }}\n---\n\n{}", blocks.join("\n<!-- -->\n\n"))
}

/// A site in three languages whose page `a` has these blocks, accepted.
fn accepted(blocks: &[(usize, String)]) -> Site {
    let mut site = Site::from_text(THREE);
    site.put("content/a.md", &page(blocks));
    site.accept();
    site
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(2026),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn an_edit_of_one_block_marks_one_in_each_language(
        blocks in body(), which in any::<prop::sample::Index>(), anew in any::<bool>(),
    ) {
        let mut site = accepted(&blocks);
        let mut edited = blocks.clone();
        let block = &mut edited[which.index(blocks.len())];
        block.1 = if anew { "hoàn toàn khác hẳn".to_owned() } else { format!("{} thêm", block.1) };
        let text = block.1.clone();
        site.put("content/a.md", &page(&edited));
        for (language, changes) in changed(&site, "a") {
            prop_assert_eq!(changes.len(), 1, "{} {:?}\n{}", language, changes, page(&edited));
            prop_assert!(changes[0].contains(&text), "{:?} has no {}", changes, text);
        }
    }

    #[test]
    fn order_spaces_quotes_and_normal_forms_are_no_change(
        (blocks, shuffled) in body().prop_flat_map(|blocks| {
            (Just(blocks.clone()), Just(blocks).prop_shuffle())
        }),
    ) {
        let mut site = accepted(&blocks);
        let respaced: Vec<(usize, String)> = shuffled
            .into_iter()
            .map(|(kind, words)| (kind, words.replace(' ', "  ").replace(['“', '”'], "\"").replace('–', "-")))
            .collect();
        let text = page(&respaced).replace("hoà", "hoa\u{300}").replace("\n\n", "\n\n\n");
        site.put("content/a.md", &text);
        for (language, changes) in changed(&site, "a") {
            prop_assert!(changes.is_empty(), "{} {:?}\n{}", language, changes, text);
        }
    }

    #[test]
    fn any_lock_file_gives_a_site(text in "[\\[\\]a-f0-9<>=# \n\u{0}éđ-]{0,300}") {
        let mut site = Site::from_text(THREE);
        site.put("translations.lock", &text);
        let built = site.build();
        prop_assert!(built.has("index.html"));
        built.assert_cures();
        let states = site.progress();
        prop_assert!(!states.iter().any(|one| one.page == "a" && one.state == TranslationState::Missing));
    }
}

#[test]
fn all_of_it_works_in_a_folder_without_git() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let put = |path: &str, text: &str| {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), text).unwrap();
    };
    for (path, text) in tiny_site().iter().chain(&crate::harness::files_of(THREE)) {
        put(path, text);
    }
    let lock = Site::read(root).accept();
    put("translations.lock", &lock);
    assert_eq!(states(&Site::read(root))[..2], ["a en translated", "a hre translated"]);
    let text = fs::read_to_string(root.join("content/a.md")).unwrap();
    put("content/a.md", &text.replace("Đoạn hai.", "Đoạn ba."));
    let site = Site::read(root);
    for (_, changes) in changed(&site, "a") {
        assert_eq!(changes, ["Đoạn ba."]);
    }
    assert!(!root.join(".git").exists());
}

/// A page and its translation with these bodies, and what is said of them.
fn faults_of(vi: &str, en: &str) -> Vec<String> {
    let mut site = Site::from_text(THREE);
    site.remove("content/a.hre.md");
    site.put("content/a.md", &format!("---\n{{ title: A, slug: a }}\n---\n\n{vi}\n"));
    site.put("content/a.en.md", &format!("---\n{{ title: B, slug: b }}\n---\n\n{en}\n"));
    site.faults().into_iter().filter(|fault| fault.contains("B406")).collect()
}

#[test]
fn what_is_said_in_other_words_is_no_fault() {
    for (vi, en) in [
        ("Họp lúc 7 giờ.", "The meeting is at 7 am."),
        ("Có 3 việc.", "There are three things."),
        ("Có ba việc.", "There are 3 things."),
        ("Mười hai người.", "12 people."),
        ("Năm 2024, từ 15/11 đến 15/12.", "15 November to 15 December 2024."),
        ("Ngày 15/11/2024 và 15/12/2024.", "15 November and 15 December 2024."),
        ("Tháng 11, ngày 15.", "On 15 November."),
        ("Trong tháng Mười một.", "In November."),
        ("Trực 24 giờ.", "Open 24 hours."),
        ("Trực 24/24 giờ.", "Open 24 hours a day."),
        ("Năm 2024 và lại năm 2024.", "In 2024 and again."),
        ("Kế hoạch số 72 năm nay.", "Plan 72/KH-UBND this year."),
        ("Sáng thứ 2.", "On Monday morning."),
        ("Đạt 12%.", "It reached 12 per cent."),
        ("- a 1\n- b 2\n- c 3", "- c 3\n- a 1\n- b 2"),
        ("Một đoạn.\n\nNgày 15/11.\n\nBa.", "One paragraph. On 15 November.\n\nThree."),
        ("Xem [trang](https://moh.gov.vn/so-12).", "See [the page](https://who.int/no/45)."),
        ("Giống hệt 1.234.", "Giống hệt 1.234."),
        ("Một đoạn dài 12/3.\n\n- bớt 4\n- bớt 5", "A summary of 12 March."),
    ] {
        assert_eq!(faults_of(vi, en), [] as [&str; 0], "{vi} = {en}");
    }
}

#[test]
fn a_fact_that_differs_is_said_with_its_place() {
    for (vi, en, said) in [
        (
            "Ngày 15/12/2024.",
            "On 16 December 2024.",
            ["5:4 `16 December 2024` khác với bản gốc"].as_slice(),
        ),
        (
            "Từ 15/11 đến 15/12.",
            "15 November to 15 October.",
            &["5:16 `15 October` khác với bản gốc"],
        ),
        ("Lúc 7h30.", "At 7.45 am.", &["5:4 `7.45 am` khác với bản gốc"]),
        ("Gọi 0255 3712 135.", "Call 0255 3712 136.", &["5:6 `0255 3712 136` khác với bản gốc"]),
        ("72/KH-UBND", "73/KH-UBND", &["5:1 `73/KH-UBND` khác với bản gốc"]),
        ("1.234 người", "1,235 people", &["5:1 `1,235` khác với bản gốc"]),
        ("Có 3 việc.", "There are two things.", &["5:1 bản dịch thiếu `3`"]),
        ("Có việc.", "There are 4 things.", &["5:11 bản gốc không có `4`"]),
        ("Gọi 111 và 113.", "Call 111 and 111.", &["5:14 `111` khác với bản gốc"]),
        ("a@b.vn", "a@c.vn", &["5:1 `a@c.vn` khác với bản gốc"]),
        ("https://a.vn/12", "https://a.vn/13", &["5:1 `https://a.vn/13` khác với bản gốc"]),
    ] {
        let found: Vec<String> = faults_of(vi, en)
            .iter()
            .map(|fault| fault.replace("content/a.en.md:", "").replace("B406 warning: ", ""))
            .collect();
        assert_eq!(found, said, "{vi} ≠ {en}");
    }
}

#[test]
fn facts_of_the_front_matter_are_compared_where_both_write_them() {
    let plan = |title: &str, more: &str| {
        format!(
            "---\ntitle: {title}\nslug: x\nkind: plan\ndate: 2026-0{}-01\ndocument: {{ number: 72/KH-UBND, issued_on: 25/3/2024{more} }}\n---\n",
            title.len()
        )
    };
    let mut site = Site::from_text(THREE);
    site.put("content/a.md", &plan("A", "")).put("content/a.en.md", &plan("BC", ""));
    assert!(
        !site.faults().iter().any(|fault| fault.contains("B406")),
        "the day of publication may differ"
    );
    site.edit("content/a.en.md", "25/3/2024", "26/3/2024");
    let faults = site.faults();
    assert!(
        faults
            .iter()
            .any(|fault| fault.starts_with("content/a.en.md:6:") && fault.contains("B406")),
        "{faults:?}"
    );
}

/// Random numbers that are the same in every run (Knuth's MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Keys whose values each language has for itself.
const OWN_KEYS: [&str; 9] =
    ["slug:", "date:", "updated:", "weight:", "- id:", "image:", "- { file:", "aliases:", "- /en/"];

/// Where a reader sees a digit or the name of a month. The items of a list are counted anew,
/// whatever numbers are written before them.
fn visible(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let own = OWN_KEYS.iter().any(|key| {
            line.starts_with(key) || line.trim_start().starts_with(key) && key.starts_with('-')
        });
        let hidden: Vec<std::ops::Range<usize>> =
            [("](", ")"), ("{#", "}"), ("src=\"", "\""), ("href=\"", "\""), ("\"@/", "\"")]
                .iter()
                .flat_map(|(open, close)| {
                    line.match_indices(open).map(move |(at, _)| {
                        let inside = at + open.len();
                        at..line[inside..].find(close).map_or(line.len(), |end| inside + end)
                    })
                })
                .collect();
        let content = line.trim_start();
        let marker = content.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok());
        let marker = marker.map_or(0, |(number, _)| line.len() - content.len() + number.len());
        let seen =
            |at: &usize| *at >= marker && !own && !hidden.iter().any(|range| range.contains(at));
        let digits = line.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| (at, 1));
        let months = MONTHS
            .iter()
            .flat_map(|month| line.match_indices(month))
            .map(|(at, month)| (at, month.len()));
        found.extend(
            digits.chain(months).filter(|(at, _)| seen(at)).map(|(at, len)| (start + at, len)),
        );
        start += line.len();
    }
    found
}

fn other(written: &str, random: &mut Random) -> String {
    if let Ok(digit) = written.parse::<usize>() {
        return ((digit + 1 + random.below(9)) % 10).to_string();
    }
    let at = MONTHS.iter().position(|month| *month == written).unwrap();
    MONTHS[(at + 1 + random.below(11)) % 12].to_owned()
}

#[test]
fn changes_of_single_digits_and_months_are_found() {
    let mut site = Site::read(&repository());
    let clean = site.faults();
    assert!(clean.is_empty(), "the sample site says {clean:#?}");
    let pages: Vec<(String, String)> =
        site.texts("content/").into_iter().filter(|(path, _)| path.ends_with(".en.md")).collect();
    let places: Vec<(usize, usize, usize)> = pages
        .iter()
        .enumerate()
        .flat_map(|(page, (_, text))| {
            visible(text).into_iter().map(move |(at, len)| (page, at, len))
        })
        .collect();
    assert!(places.len() > 500, "{}", places.len());
    let mut random = Random(2026);
    let mut missed = Vec::new();
    for _ in 0..200 {
        let (page, at, len) = places[random.below(places.len())];
        let (path, text) = &pages[page];
        let new = other(&text[at..at + len], &mut random);
        let changed = format!("{}{new}{}", &text[..at], &text[at + len..]);
        site.put(path, &changed);
        if site.faults().is_empty() {
            let line = text[..at].matches('\n').count();
            missed.push(format!(
                "{path}:{}: {} → {}",
                line + 1,
                text.lines().nth(line).unwrap(),
                changed.lines().nth(line).unwrap()
            ));
        }
        site.put(path, text);
    }
    assert!(missed.len() <= 2, "{} of 200 are not found:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn the_sample_site_is_wholly_accepted() {
    let site = Site::read(&repository());
    let behind: Vec<String> = site
        .progress()
        .iter()
        .filter(|one| {
            !matches!(one.state, TranslationState::Translated | TranslationState::Missing)
        })
        .map(|one| format!("{} ({}) is {}", one.page, one.language, one.state.name()))
        .collect();
    assert!(
        behind.is_empty(),
        "mend the translation, then run `bangtin i18n accept PAGE`: {behind:#?}"
    );
}
