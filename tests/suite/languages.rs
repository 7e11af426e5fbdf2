//! What language does to a site: words and dates, borrowed texts, translations.

use crate::harness::{Built, Site};

/// A theme that has the words of `civic` and shows nothing but what a page's text asks for.
const SHOW: &str = r#"
-- themes/show/theme.yaml --
name: Show
extends: civic
-- themes/show/templates/show.html --
{% for line in page.extra.lines %}{{ <show line={line} /> }}
{% endfor %}
-- themes/show/templates/parts/show.html --
{% component show(line, @lang) -%}
{% if line.to %}{{ line.from | date_range(to=line.to) }}
{%- elif line.format %}{{ line.from | date(format=line.format) }}
{%- elif line.bytes %}{{ line.bytes | filesize }}
{%- elif line.number %}{{ line.number | number }}
{%- else %}{{ t(key="list.count", count=line.count) }}{% endif %}
{%- endcomponent show %}
"#;

/// What each line of a page's `extra` becomes in a language, by the words of `civic`.
fn shown(language: &str, lines: &[&str]) -> Vec<String> {
    let list: String = lines.iter().map(|line| format!("    - {line}\n")).collect();
    let site = format!(
        "{SHOW}
-- site.yaml --
title: A
base_url: https://a.example/
theme: show
default_language: {language}
languages: {{ {language}: {{ name: A }} }}
-- content/_index.md --
---
title: A
---
-- content/a.md --
---
title: A
path: a
template: show
extra:
  lines:
{list}---
"
    );
    let built = Site::from_text(&site).build();
    built.assert_clean();
    built.file("a/index.html").trim_end().lines().map(str::to_owned).collect()
}

fn assert_shown(language: &str, vectors: &[(&str, &str)]) {
    let (lines, wanted): (Vec<&str>, Vec<&str>) = vectors.iter().copied().unzip();
    assert_eq!(shown(language, &lines), wanted);
}

#[test]
fn vietnamese_dates_and_numbers_are_those_of_local_practice() {
    assert_shown(
        "vi",
        &[
            ("{ from: 2024-11-15, format: short }", "15/11/2024"),
            ("{ from: 2024-11-05, format: short }", "05/11/2024"),
            ("{ from: 2024-03-25, format: long }", "ngày 25 tháng 3 năm 2024"),
            ("{ from: 2024-03-25, format: document }", "ngày 25 tháng 3 năm 2024"),
            ("{ from: 2024-11-15, format: weekday }", "thứ Sáu, 15/11/2024"),
            ("{ from: 2026-11-15, format: weekday }", "Chủ nhật, 15/11/2026"),
            ("{ from: 2024-11-15, format: month }", "tháng 11/2024"),
            ("{ from: '2024-11-15T07:30:00+07:00', format: time }", "07:30"),
            ("{ from: '2024-03-26T18:24:00+07:00', format: datetime }", "26/03/2024 18:24"),
            ("{ from: 2024-11-15, to: 2024-12-15 }", "từ ngày 15/11 đến 15/12/2024"),
            ("{ from: 2024-11-15, to: 2024-11-17 }", "từ ngày 15 đến 17/11/2024"),
            ("{ from: 2024-12-30, to: 2025-01-02 }", "từ ngày 30/12/2024 đến 2/1/2025"),
            ("{ from: 2024-11-15, to: 2024-11-15 }", "ngày 15/11/2024"),
            ("{ number: 1234567.5 }", "1.234.567,5"),
            ("{ bytes: 2450000 }", "2,5 MB"),
            ("{ count: 1 }", "1 bài"),
            ("{ count: 1234 }", "1.234 bài"),
        ],
    );
}

#[test]
fn english_dates_and_numbers_are_those_of_plain_english() {
    assert_shown(
        "en",
        &[
            ("{ from: 2024-11-15, format: short }", "15 November 2024"),
            ("{ from: 2024-11-15, format: weekday }", "Friday 15 November 2024"),
            ("{ from: 2024-11-15, format: month }", "November 2024"),
            ("{ from: '2024-11-15T07:30:00+07:00', format: time }", "07:30"),
            ("{ from: 2024-11-15, to: 2024-12-15 }", "15 November to 15 December 2024"),
            ("{ from: 2024-11-15, to: 2024-11-17 }", "15 to 17 November 2024"),
            ("{ from: 2024-12-30, to: 2025-01-02 }", "30 December 2024 to 2 January 2025"),
            ("{ from: 2024-11-15, to: 2024-11-15 }", "15 November 2024"),
            ("{ number: 1234567.5 }", "1,234,567.5"),
            ("{ bytes: 2450000 }", "2.5 MB"),
            ("{ count: 1 }", "1 item"),
            ("{ count: 0 }", "0 items"),
            ("{ count: 1234 }", "1,234 items"),
        ],
    );
}

/// A site with a language that has one word of its own and borrows the others.
const SMALL: &str = r#"
-- site.yaml --
title: { vi: Bảng tin, hre: Hrê }
base_url: https://tin.example/
theme: tiny
languages:
  vi: { name: Tiếng Việt }
  hre: { name: Hrê, fallback: kxy }
  kxy: { name: Kayong, fallback: vi }
-- i18n/hre.yaml --
dates: { short: "{d}.{m}.{y}" }
-- i18n/kxy.yaml --
list: { count: { other: "{count} kxy" } }
-- themes/tiny/templates/page.html --
{{ page.date | date }}|{{ page.date | date(format="month") }}|{{ t(key="list.count", count=2) }}|{{ t(key="nav.skip") }}
-- themes/tiny/i18n/vi.yaml --
nav: { skip: Tới nội dung }
list: { count: { other: "{count} bài" } }
dates: { short: "{d}/{m}/{y}", month: "tháng {m}/{y}" }
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.hre.md --
---
title: Hrê
---
-- content/a.hre.md --
---
title: A
date: 2024-11-15
---
"#;

/// What the page shows: each text in the language that lends it, and saying so.
const BORROWED: &str = "15.11.2024|<span lang=\"vi\">tháng 11/2024</span>|\
    <span lang=\"kxy\">2 kxy</span>|<span lang=\"vi\">Tới nội dung</span>";

#[test]
fn each_word_and_each_pattern_is_borrowed_by_itself_along_the_chain() {
    let built = Site::from_text(SMALL).build();
    built.assert_clean();
    assert_eq!(built.file("hre/a/index.html").trim(), BORROWED);
}

#[test]
fn a_chain_that_leads_back_to_itself_ends() {
    let mut site = Site::from_text(SMALL);
    site.edit("site.yaml", "Kayong, fallback: vi", "Kayong, fallback: hre");
    let built = site.build();
    built.assert_clean();
    assert_eq!(built.file("hre/a/index.html").trim(), BORROWED);
}

#[test]
fn a_site_may_say_any_word_of_the_theme_in_its_own_way() {
    let mut site = Site::from_text("-- content/_index.md --\n---\ntitle: A\n---\n");
    assert!(site.build().file("index.html").contains("Tới nội dung"));
    site.put("i18n/vi.yaml", "nav: { skip: Vào bài luôn }\n");
    let built = site.build_by_the_law();
    built.assert_clean();
    assert!(built.file("index.html").contains("Vào bài luôn"));
    site.remove("i18n/vi.yaml");
    assert!(site.build_by_the_law().file("index.html").contains("Tới nội dung"));
}

#[test]
fn a_language_without_words_is_told_unless_it_names_its_lender() {
    let site = "
-- site.yaml --
title: A
base_url: https://a.example/
languages: { vi: { name: Tiếng Việt }, ar: { name: العربية } }
-- content/_index.md --
---
title: A
---
";
    let mut site = Site::from_text(site);
    assert_eq!(site.build().codes(), ["site.yaml B505"]);
    site.edit("site.yaml", "name: العربية", "name: العربية, fallback: vi");
    site.build().assert_clean();
}

/// Decomposed, as macOS writes names: `Hoà giải` and `đường` with their marks behind them.
const DECOMPOSED: &str = "
-- content/_index.md --
---
title: A
---

Xem [bài](@/tin/hoa\u{300}-gia\u{309}i.md#duong) và [b](@/tin/hoà-giải.md).
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/hoa\u{300}-gia\u{309}i.md --
---
title: Hoa\u{300} gia\u{309}i
topics: [gia đi\u{300}nh]
---

## Đươ\u{300}ng
-- content/tin/hòa.md --
---
title: Hòa
topics: [Gia đình]
---
";

#[test]
fn composed_and_decomposed_letters_are_the_same_everywhere() {
    let built = Site::from_text(DECOMPOSED).build();
    built.assert_clean();
    assert!(built.has("tin/hoa-giai/index.html"));
    assert!(built.has("tin/hoa/index.html"));
    let topic = built.file("chu-de/gia-dinh/index.html");
    assert!(topic.contains("tin/hoa-giai/") && topic.contains("tin/hoa/"), "{topic}");
    assert_composed(&built);
}

fn assert_composed(built: &Built) {
    for (name, text) in built.pages() {
        assert!(!text.contains(['\u{300}', '\u{309}']), "{name}: {text}");
    }
}

#[test]
fn a_file_name_in_parts_on_disk_is_the_same_name() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let write = |path: &str, text: &str| {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("site.yaml", "title: A\nbase_url: https://a.example/\n");
    write("content/_index.md", "---\ntitle: A\n---\n\n[b](hoà.md) [tờ](tờ.pdf)\n");
    write("content/hoa\u{300}.md", "---\ntitle: B\n---\n");
    write("content/tơ\u{300}.pdf", "none");
    let built = Site::read(root).build();
    built.assert_clean();
    assert!(built.has("hoa/index.html") && built.has("tờ.pdf"), "{:?}", built.names());
}

/// A site whose second language lacks two pages: one in the section that it has, one in a
/// section that it has not.
const LACKING: &str = r#"
-- site.yaml --
title: { vi: Bảng tin, en: Notices }
base_url: https://tin.example/
theme: tiny
languages: { vi: { name: Tiếng Việt }, en: { name: English } }
menus: { main: ["@/tin/bai.md"] }
-- themes/tiny/templates/page.html --
{% extends "base.html" %}
-- themes/tiny/templates/base.html --
<html lang="{{ lang }}"><head><title>{{ page.title }}</title><link rel="canonical" href="{{ page.permalink }}">
{% for alternate in alternates %}<link hreflang="{{ alternate.lang }}" href="{{ alternate.permalink }}">{% endfor %}</head>
{% for item in menus.main %}<a href="{{ root }}{{ item.url }}" lang="{{ item.lang }}" hreflang="{{ item.page_lang }}">{{ item.title }}</a>{% endfor %}
{% for language in languages %}<i>{{ language.code }} {{ language.exact }} {{ language.url }}</i>{% endfor %}
{% for item in subsections or [] %}<b lang="{{ item.lang }}">{{ item.url }} {{ item.borrowed }}</b>{% endfor %}
{% for item in pages or [] %}<p lang="{{ item.lang }}">{{ item.url }} {{ item.borrowed }}</p>{% endfor %}
{% if page.lang != lang %}<em>{{ t(key="nav.skip") }}</em>{% endif %}
<h1>{{ page.title }}</h1>
{% block main %}{{ page.content | safe }}{% endblock main %}</html>
-- themes/tiny/templates/section.html --
{% extends "base.html" %}
-- themes/tiny/templates/home.html --
{% extends "base.html" %}
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---

[Bài](tin/bai.md)
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/_index.en.md --
---
title: News
slug: news
---
-- content/tin/bai.md --
---
title: Bài
---

[Trang chủ](@/_index.md)
-- content/sach/_index.md --
---
title: Sách
---
-- content/sach/mot.md --
---
title: Một
---
"#;

fn lacking(missing: &str) -> Built {
    let mut site = Site::from_text(LACKING);
    site.edit("site.yaml", "name: English", &format!("name: English, missing: {missing}"));
    let built = site.build_by_the_law();
    built.assert_clean();
    built
}

fn assert_holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in {text}");
    }
}

#[test]
fn a_page_that_is_missing_is_listed_as_the_original_has_it() {
    let built = lacking("list");
    let menu = r#"<a href="../../tin/bai/index.html" lang="vi" hreflang="vi">Bài</a>"#;
    let card = r#"<p lang="vi">tin/bai/index.html true</p>"#;
    assert_holds(built.file("en/news/index.html"), &[menu, card]);
    assert_holds(
        built.file("en/index.html"),
        &[
            r#"<b lang="vi">sach/index.html true</b>"#,
            r#"<a href="../tin/bai/index.html" hreflang="vi">Bài</a>"#,
        ],
    );
    assert!(!built.file("en/index.html").contains("sach/mot"));
    assert_holds(built.file("tin/bai/index.html"), &["<i>en false en/index.html</i>"]);
    assert!(!built.file("tin/bai/index.html").contains("<link hreflang"));
}

#[test]
fn a_language_can_hide_what_it_lacks() {
    let built = lacking("hide");
    for name in ["en/news/index.html", "en/index.html"] {
        let text = built.file(name);
        assert!(!text.contains("<a href=\"../tin/bai/index.html\" lang"), "{text}");
        assert!(!text.contains("true</p>") && !text.contains("true</b>"), "{text}");
    }
    // What an author links to is there all the same.
    assert_holds(built.file("en/index.html"), &[r#"<a href="../tin/bai/index.html" hreflang"#]);
}

#[test]
fn a_copy_of_the_original_keeps_its_language_and_names_it_as_the_true_page() {
    let built = lacking("copy");
    let copy = built.file("en/news/bai/index.html");
    assert_holds(
        copy,
        &[
            r#"<html lang="en">"#,
            r#"<title>Bài</title>"#,
            r#"<link rel="canonical" href="https://tin.example/tin/bai/">"#,
            r#"<em>Skip</em>"#,
            r#"<h1><span lang="vi">Bài</span></h1>"#,
            "<div lang=\"vi\" dir=\"ltr\">\n<p>",
            r#"<i>vi true tin/bai/index.html</i>"#,
            r#"<i>en false en/news/bai/index.html</i>"#,
            r#"<a href="../../../index.html">Trang chủ</a>"#,
        ],
    );
    assert!(!copy.contains("<link hreflang"), "{copy}");
    assert!(!built.file("sitemap.xml").contains("en/news/bai"));
    assert!(!built.file("tin/bai/index.html").contains("<em"));
    let card = r#"<p lang="vi">en/news/bai/index.html true</p>"#;
    let menu = r#"<a href="../../en/news/bai/index.html" lang="vi" hreflang="vi">Bài</a>"#;
    assert_holds(built.file("en/news/index.html"), &[card, menu]);
    // A section that is not translated is listed as it is.
    assert_holds(built.file("en/index.html"), &[r#"<b lang="vi">sach/index.html true</b>"#]);
    assert!(built.has("en/sach/mot/index.html") && !built.has("en/sach/index.html"));
}

/// Sections that are not translated, two deep, with a bundle, and a third language.
const UNTRANSLATED_SECTIONS: &str = "
-- site.yaml --
title: A
base_url: https://tin.example/
theme: tiny
languages:
  vi: { name: Tiếng Việt }
  en: { name: English, missing: copy }
  hre: { name: Hrê, fallback: en, missing: copy }
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/_index.hre.md --
---
title: Kayong
---
-- content/kayong.hre.md --
---
title: Pơlây
slug: polay
---

[Hai](tin/moi/hai.md) [Mot](tin/mot.md)
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/mot.md --
---
title: Mot
---
-- content/tin/mot.en.md --
---
title: One
slug: one
---

[Two](moi/hai.md) [Three](ba/index.md)
-- content/tin/moi/_index.md --
---
title: Moi
---
-- content/tin/moi/hai.md --
---
title: Hai
---
-- content/tin/ba/index.md --
---
title: Ba
---

[Kèm](kem.pdf)
";

#[test]
fn a_page_below_a_section_that_is_not_translated_is_copied_too() {
    let mut site = Site::from_text(UNTRANSLATED_SECTIONS);
    let built = site.put_file("content/tin/ba/kem.pdf", b"%PDF-").build_by_the_law();
    for copy in [
        "en/tin/moi/hai/index.html",
        "en/tin/ba/index.html",
        "hre/tin/moi/hai/index.html",
        "hre/tin/ba/index.html",
        // English lends what it has before Vietnamese does.
        "hre/tin/one/index.html",
    ] {
        assert!(built.has(copy), "{copy} of {:?}", built.names());
    }
    assert!(!built.has("en/tin/mot/index.html") && !built.has("hre/tin/mot/index.html"));
    assert_holds(
        built.file("en/tin/one/index.html"),
        &["../../../en/tin/moi/hai/index.html", "../../../en/tin/ba/index.html"],
    );
    assert_holds(
        built.file("hre/polay/index.html"),
        &["../../hre/tin/moi/hai/index.html", "../../hre/tin/one/index.html"],
    );
    assert_holds(built.file("hre/tin/ba/index.html"), &["../../../tin/ba/kem.pdf"]);
}

#[test]
fn a_site_without_a_front_page_gets_one_in_every_language() {
    let settings = |languages: &str| {
        format!(
            "-- site.yaml --\ntitle: A\nbase_url: https://tin.example/\ntheme: tiny\n{languages}\n"
        )
    };
    let page =
        "-- content/_index.md --\n---\ntitle: B\n---\n-- content/a.md --\n---\ntitle: Bài\n---\n";
    let mut site = Site::from_text(&format!("{}{page}", settings("")));
    site.remove("content/_index.md");
    let built = site.build_by_the_law();
    built.assert_clean();
    assert_holds(built.file("index.html"), &["<h1>A</h1>", "\"a/index.html\""]);
    assert!(built.has("404.html"), "{:?}", built.names());
    // Where only another language has a page, the whole site still begins somewhere.
    let languages = "languages: { vi: { name: V }, en: { name: E } }";
    let english = page.replace("a.md", "a.en.md");
    let mut site = Site::from_text(&format!("{}{english}", settings(languages)));
    site.remove("content/_index.md");
    let built = site.build_by_the_law();
    for name in ["index.html", "404.html", "en/index.html", "en/404.html"] {
        assert!(built.has(name), "{name} of {:?}", built.names());
    }
}

#[test]
fn an_edit_of_the_original_makes_its_copy_anew() {
    let mut site = Site::from_text(LACKING);
    site.edit("site.yaml", "name: English", "name: English, missing: copy");
    site.build();
    site.edit("content/tin/bai.md", "[Trang chủ](@/_index.md)", "Khác");
    assert_eq!(
        site.build().rendered(),
        ["en/news/bai/index.html", "en/news/index.html", "tin/bai/index.html", "tin/index.html"]
    );
}

#[test]
fn a_language_with_a_page_and_no_front_page_gets_one() {
    let site = "
-- content/_index.md --
---
title: Trang chủ
---
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/only.en.md --
---
title: Only
---
";
    let mut site = Site::from_text(site);
    let built = site.build_by_the_law();
    built.assert_clean();
    let home = built.file("en/index.html");
    assert_holds(home, &["<h1>Notices</h1>", r#"href="../en/tin/only/index.html" lang="en""#]);
    assert!(built.has("en/404.html"));
    assert!(!site.states().iter().any(|(path, _)| path == "content/_index.en.md"));
    // A language in which nothing is published is no language of the site's pages.
    site.remove("content/tin/only.en.md");
    let built = site.build();
    assert!(!built.has("en/index.html") && !built.file("index.html").contains("hreflang"));
}

#[test]
fn sections_that_are_translations_lend_their_address_to_what_stands_in_them() {
    let site = "
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/thong-bao/_index.md --
---
title: Thông báo
translation_key: notices
---
-- content/notices/_index.en.md --
---
title: Notices
translation_key: notices
---
-- content/thong-bao/nuoc.md --
---
title: Nước
---
-- content/thong-bao/nuoc.en.md --
---
title: Water
slug: water
---
";
    let built = Site::from_text(site).build();
    built.assert_clean();
    assert!(built.has("en/notices/water/index.html"), "{:?}", built.names());
    assert_holds(built.file("en/notices/index.html"), &["en/notices/water/index.html"]);
    assert_holds(built.file("en/notices/water/index.html"), &[">Notices</a>"]);
}

#[test]
fn a_copy_moves_with_a_section_of_its_readers_that_nobody_sees() {
    let mut site = Site::from_text(UNTRANSLATED_SECTIONS);
    let draft = "---\ntitle: New\nslug: new\ndraft: true\n---\n";
    let built = site.put("content/tin/moi/_index.en.md", draft).build();
    assert!(built.has("en/tin/new/hai/index.html"), "{:?}", built.names());
    site.edit("content/tin/moi/_index.en.md", "slug: new", "slug: latest");
    let built = site.build_by_the_law();
    assert!(built.has("en/tin/latest/hai/index.html"), "{:?}", built.names());
}
