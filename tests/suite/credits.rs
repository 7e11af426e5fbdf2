//! Who speaks, wherever a page is cited: its source, or else its authors, or else the
//! publisher; and that a sample is only a sample.

use crate::harness::{Built, Site, repository};

const SITE: &str = "-- site.yaml --
title: {vi: Bảng tin, en: Notices}
base_url: https://tin.example/
theme: civic
languages: {vi: {}, en: {}}
publisher: {name: {vi: Nhà xuất bản, en: The publisher}, reuse: {vi: Cứ dùng, en: Use it}}
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/tin/_index.md --
---
title: Tin
print: book
---
-- content/tin/ke.md --
---
title: Kể lại
kind: post
date: 2026-11-03
source: {name: Báo Xa, url: \"https://bao.example/\"}
authors: [Chị Ba]
---
-- content/tin/viet.md --
---
title: Tự viết
kind: post
date: 2026-11-02
authors: [Chị Ba, Anh Tư]
---
-- content/tin/mau.md --
---
title: Tin bịa
kind: post
date: 2026-11-01
sample: true
---
-- content/tin/mau.en.md --
---
title: Made up
kind: post
date: 2026-11-01
sample: true
---
-- content/lich.md --
---
title: Lịch
kind: schedule
starts: 2026-11-15
ends: 2026-12-15
events:
  - {id: that, title: Việc thật, date: 2026-11-16}
  - {id: bia, title: Việc bịa, date: 2026-11-17, sample: true}
---
";

const CITED: [&str; 2] = [
    "Bản mẫu để minh hoạ, chưa được cơ quan nào duyệt.",
    "A sample for illustration, not approved by any office.",
];

fn built() -> Built {
    let built = Site::from_text(SITE).build_by_the_law();
    built.assert_clean();
    built
}

/// The part of a page between two texts.
fn part<'b>(built: &'b Built, path: &str, [from, to]: [&str; 2]) -> &'b str {
    let (_, rest) = built.file(path).split_once(from).unwrap_or_else(|| panic!("{from} in {path}"));
    rest.split_once(to).unwrap().0
}

/// The head of the first printed sheet.
fn sheet<'b>(built: &'b Built, path: &str) -> &'b str {
    part(built, path, ["<div class=\"sheet print-only\">", "<img class=\"qr\""])
}

/// The line to cite a page by.
fn citation<'b>(built: &'b Built, path: &str) -> &'b str {
    part(built, path, ["data-citation>", "</p>"])
}

#[test]
fn the_source_speaks_before_the_authors_and_they_before_the_publisher() {
    let built = built();
    for (path, who) in [
        ("tin/ke/index.html", "Nguồn: Báo Xa"),
        ("tin/viet/index.html", "Nguồn: Chị Ba, Anh Tư"),
        ("tin/mau/index.html", "Nguồn: Nhà xuất bản"),
        ("en/tin/mau/index.html", "Source: The publisher"),
    ] {
        assert!(sheet(&built, path).contains(&format!("<p>{who}</p>")), "{path}");
        assert!(citation(&built, path).contains(&format!(". {who}, ")), "{path}");
    }
    assert!(sheet(&built, "index.html").contains("<p>Nguồn: Nhà xuất bản</p>"));
    assert!(sheet(&built, "lich/that/index.html").contains("<p>Nguồn: Nhà xuất bản</p>"));
}

#[test]
fn a_page_with_a_source_is_cited_where_no_one_publishes() {
    let mut site = Site::from_text(SITE);
    let line = "publisher: {name: {vi: Nhà xuất bản, en: The publisher}, reuse: {vi: Cứ dùng, en: Use it}}\n";
    site.edit("site.yaml", line, "");
    let built = site.build();
    built.assert_clean();
    assert!(citation(&built, "tin/viet/index.html").contains("Nguồn: Chị Ba, Anh Tư"));
    assert!(!built.file("tin/mau/index.html").contains("data-citation"));
    assert!(!sheet(&built, "tin/mau/index.html").contains("Nguồn"));
}

#[test]
fn a_sample_says_so_on_its_sheets_and_in_its_citation() {
    let built = built();
    for (path, words) in [("tin/mau/index.html", CITED[0]), ("en/tin/mau/index.html", CITED[1])] {
        assert!(sheet(&built, path).contains(&format!("<strong>{words}</strong>")), "{path}");
        assert!(citation(&built, path).contains(words), "{path}");
    }
    assert!(sheet(&built, "lich/bia/index.html").contains(CITED[0]));
    for path in ["tin/ke/index.html", "tin/viet/index.html", "lich/that/index.html"] {
        assert!(!sheet(&built, path).contains("Bản mẫu"), "{path}");
    }
    assert!(!citation(&built, "tin/ke/index.html").contains("Bản mẫu"));
}

#[test]
fn the_sheets_of_a_book_say_that_samples_are_among_its_pages() {
    let mut site = Site::from_text(SITE);
    let book = |site: &Site| sheet(&site.build(), "tin/in-ca-tap/index.html").to_owned();
    assert!(book(&site).contains("Trong tập này có bản mẫu"), "{}", book(&site));
    site.edit("content/tin/_index.md", "print: book", "print: book\nsample: true");
    assert!(book(&site).contains(CITED[0]), "{}", book(&site));
    site.edit("content/tin/_index.md", "\nsample: true", "");
    site.edit("content/tin/mau.md", "\nsample: true", "");
    assert!(!book(&site).contains("mẫu"), "{}", book(&site));
}

#[test]
fn the_source_of_one_page_does_not_sign_the_others_of_its_book() {
    let mut site = Site::from_text(SITE);
    let book = |site: &Site| sheet(&site.build(), "tin/in-ca-tap/index.html").to_owned();
    site.edit("content/tin/_index.md", "print: book", "print: book\nsource: Báo Xa");
    assert!(book(&site).contains("<p>Nguồn: Nhà xuất bản</p>"), "{}", book(&site));
    site.edit(
        "content/tin/_index.md",
        "source: Báo Xa",
        "source: Báo Xa\ncascade: {source: Báo Xa}",
    );
    assert!(book(&site).contains("<p>Nguồn: Báo Xa</p>"), "{}", book(&site));
}

#[test]
fn feeds_name_who_speaks_and_mark_what_is_a_sample() {
    let built = built();
    let atom = built.file("atom.xml");
    let entry = |title: &str| {
        let (_, rest) = atom.split_once(&format!("<title>{title}</title>")).unwrap();
        rest.split_once("</entry>").unwrap().0
    };
    assert!(entry("Kể lại").contains("<author><name>Báo Xa</name>"), "{atom}");
    assert!(entry("Tự viết").contains("<author><name>Chị Ba, Anh Tư</name>"), "{atom}");
    assert!(!entry("[Dữ liệu minh hoạ] Tin bịa").contains("<author>"), "{atom}");
    assert!(built.file("en/atom.xml").contains("<title>[Illustrative data] Made up</title>"));
    let json: serde_json::Value = serde_json::from_str(built.file("feed.json")).unwrap();
    let items = json["items"].as_array().unwrap();
    let of = |title: &str| items.iter().find(|item| item["title"] == title).unwrap();
    assert_eq!(of("Kể lại")["authors"][0]["name"], "Báo Xa");
    assert!(of("[Dữ liệu minh hoạ] Tin bịa")["authors"].is_null());
}

#[test]
fn nobody_real_publishes_the_sample_site() {
    let settings = std::fs::read_to_string(repository().join("site.yaml")).unwrap();
    let (_, publisher) = settings.split_once("\npublisher:\n").unwrap();
    let (publisher, _) = publisher.split_once("  notice:").unwrap();
    assert!(!publisher.contains("telephone") && !publisher.contains("fax"), "{publisher}");
    assert!(!publisher.contains(".vn") && publisher.contains(".example"), "{publisher}");
    assert!(!publisher.contains("Cổng") && !publisher.contains("Ủy ban"), "{publisher}");
    let site = Site::read(&repository()).build();
    for (path, html) in site.pages().filter(|(_, html)| html.contains("sheet print-only")) {
        let (_, sheet) = html.split_once("<div class=\"sheet print-only\">").unwrap();
        let (sheet, _) = sheet.split_once("<main").unwrap();
        let retold = ["chin-nhom-viec", "nine-groups", "72-kh-ubnd"];
        // A plan's source says nothing of the posters and events that stand beside it.
        let mixed = ["/in-ca-tap/", "/print/", "/ma-tran/", "/matrix/"];
        let is_mixed = mixed.iter().any(|name| path.contains(name));
        let is_retold = !is_mixed && retold.iter().any(|name| path.contains(name));
        let says = sheet.contains("Cổng Thông tin điện tử tỉnh Quảng Ngãi");
        assert!(is_retold || !says, "{path}: {sheet}");
    }
}
