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

#[test]
fn each_word_and_each_pattern_is_borrowed_by_itself_along_the_chain() {
    let built = Site::from_text(SMALL).build();
    built.assert_clean();
    assert_eq!(
        built.file("hre/a/index.html").trim(),
        "15.11.2024|tháng 11/2024|2 kxy|Tới nội dung"
    );
}

#[test]
fn a_chain_that_leads_back_to_itself_ends() {
    let mut site = Site::from_text(SMALL);
    site.edit("site.yaml", "Kayong, fallback: vi", "Kayong, fallback: hre");
    let built = site.build();
    built.assert_clean();
    assert_eq!(
        built.file("hre/a/index.html").trim(),
        "15.11.2024|tháng 11/2024|2 kxy|Tới nội dung"
    );
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
-- content/tin/b.md --
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
    write("content/_index.md", "---\ntitle: A\n---\n\n[b](hoà.md) ![ảnh](tờ.png)\n");
    write("content/hoa\u{300}.md", "---\ntitle: B\n---\n");
    write("content/tơ\u{300}.png", "none");
    let built = Site::read(root).build();
    built.assert_clean();
    assert!(built.has("b/index.html") && built.has("tờ.png"), "{:?}", built.names());
}
