//! Many pages printed as one document, and the links of pages as numbered notes.

use std::collections::BTreeSet;

use crate::harness::{Built, Site};

const SITE: &str = "-- site.yaml --
title: Trang xã
theme: civic
base_url: https://xa.example/
languages: {vi: {}, en: {}}
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/tai-lieu/_index.md --
---
title: Tài liệu
sort_by: weight
print: book
---

Bắt đầu từ [tờ rơi](b.md#muc) hoặc [trang chủ](@/_index.md).
-- content/tai-lieu/a.md --
---
title: Bài sau
weight: 20
updated: 20/11/2026
---

## Mục

Xem [tờ rơi](b.md#muc), [mục trên](#muc) và [báo](https://bao.example/tin/).
-- content/tai-lieu/b.md --
---
title: Tờ rơi
description: Một câu.
weight: 10
date: 1/11/2026
---

## Mục

Chữ.
-- content/tai-lieu/b.en.md --
---
title: The leaflet
---

Words.
-- content/tai-lieu/con/_index.md --
---
title: Chuyên mục con
---
-- content/tai-lieu/con/c.md --
---
title: Bài trong chuyên mục con
---
-- content/giup.md --
---
title: Giúp
sensitive: true
---
";

/// The book of the section.
const BOOK: &str = "tai-lieu/in-ca-tap/index.html";

fn built(site: &Site) -> Built {
    let built = site.build_by_the_law();
    built.assert_clean();
    built
}

/// The titles in the table of contents.
fn contents(html: &str) -> Vec<&str> {
    let list = html.split("class=\"book-contents\"").nth(1).unwrap();
    let list = list.split("</nav>").next().unwrap();
    list.split("</a>")
        .filter_map(|item| item.rsplit_once('>'))
        .map(|(_, title)| title)
        .filter(|title| !title.trim().is_empty())
        .collect()
}

/// What stands in the chapters.
fn chapters(html: &str) -> &str {
    html.split_once("<section class=\"chapter\"").unwrap().1
}

fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn a_section_is_printed_in_its_order_and_what_lies_below_comes_after() {
    let built = built(&Site::from_text(SITE));
    let book = built.file(BOOK);
    assert_eq!(contents(book), ["Tờ rơi", "Bài sau", "Bài trong chuyên mục con"]);
    assert!(
        built.file("tai-lieu/index.html").contains("href=\"../tai-lieu/in-ca-tap/index.html\"")
    );
    let text = chapters(book);
    assert!(text.contains("<h2>Tờ rơi</h2>") && text.contains("<h3 id=\"ui_1_muc\""), "{text}");
    assert!(!text.contains("<h1"), "{text}");
    assert!(book.contains("Cập nhật: 20/11/2026"), "the newest of its pages");
}

#[test]
fn no_id_stands_twice_and_links_between_chapters_stay_in_the_book() {
    let built = built(&Site::from_text(SITE));
    let book = built.file(BOOK);
    let all = ids(book);
    let once: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(all.len(), once.len(), "{all:?}");
    let text = chapters(book);
    assert!(text.contains("<a href=\"#ui_1_muc\">tờ rơi</a>"), "{text}");
    assert!(text.contains("<a href=\"#ui_2_muc\">mục trên</a>"), "{text}");
    let front = book.split("book-contents").next().unwrap();
    assert!(front.contains("<a href=\"#ui_1_muc\">tờ rơi</a>"), "{front}");
    let places = book.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap());
    for place in places {
        assert!(once.contains(place), "#{place}");
    }
}

#[test]
fn a_book_is_found_by_its_page_only() {
    let built = built(&Site::from_text(SITE));
    let book = built.file(BOOK);
    assert!(book.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(
        book.contains("<link rel=\"canonical\" href=\"https://xa.example/tai-lieu/in-ca-tap/\">")
    );
    for name in built.names().iter().filter(|name| name.ends_with(".xml")) {
        assert!(!built.file(name).contains("in-ca-tap"), "{name}");
    }
    assert_eq!(book.matches("class=\"qr\"").count(), 1);
    assert!(!built.has("en/tai-lieu/print/index.html"), "English has no such section");
}

#[test]
fn a_plan_is_printed_with_its_schedules_and_their_materials() {
    let mut site = Site::from_text(SITE);
    site.put(
        "content/kh.md",
        "---\ntitle: Kế hoạch 1\nslug: kh\nkind: plan\nprint: book\ndocument: { number: 1/KH-UBND, type: Kế hoạch, issued_on: 2/1/2026 }\ntasks: [{ id: mot, title: Việc một }]\n---\n\nChữ.\n",
    );
    site.put(
        "content/lich.md",
        "---\ntitle: Lịch\nkind: schedule\nplan: \"@/kh.md\"\nstarts: 15/11/2026\nends: 15/12/2026\nevents:\n  - { id: ngay, title: Ngày hội, date: 20/11/2026, task: mot, materials: [\"@/tai-lieu/b.md\"] }\n---\n",
    );
    let built = built(&site);
    let book = built.file("kh/in-ca-tap/index.html");
    assert_eq!(contents(book), ["Kế hoạch 1", "Lịch", "Tờ rơi"]);
    assert!(chapters(book).contains("id=\"ui_1_mot\""), "the tasks are there");
    let all = ids(book);
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "{all:?}");
}

#[test]
fn picked_pages_may_be_in_another_language_and_say_so() {
    let mut site = Site::from_text(SITE);
    site.put(
        "content/tap.en.md",
        "---\ntitle: For a visit\nslug: visit\nprint: { book: [\"@/tai-lieu/a.md\", \"@/tai-lieu/b.md\"] }\n---\n\nTake this along.\n",
    );
    let built = built(&site);
    let book = built.file("en/visit/print/index.html");
    assert_eq!(contents(book), ["Bài sau", "The leaflet"]);
    assert!(
        book.contains("<section class=\"chapter\" id=\"ui_1\" lang=\"vi\" dir=\"ltr\">"),
        "{book}"
    );
    assert!(book.contains("<section class=\"chapter\" id=\"ui_2\">"), "{book}");
    assert!(book.contains("Take this along."));
}

#[test]
fn a_page_that_may_be_watched_stays_out_unless_the_book_may_be_too() {
    let mut site = Site::from_text(SITE);
    site.edit("content/tai-lieu/a.md", "weight: 20", "weight: 20\nsensitive: true");
    let built = site.build();
    assert_eq!(contents(built.file(BOOK)), ["Tờ rơi", "Bài trong chuyên mục con"]);
    let said = built.diagnostics();
    assert!(said.iter().any(|said| said.contains("bỏ qua 1 trang")), "{said:?}");
    site.edit("content/tai-lieu/_index.md", "print: book", "print: book\nsensitive: true");
    let built = site.build();
    assert_eq!(contents(built.file(BOOK)).len(), 3);
    assert!(built.file(BOOK).contains("data-exit "), "the book has the way out");
}

#[test]
fn an_edit_of_a_page_makes_it_and_its_book_anew() {
    let mut site = Site::from_text(SITE);
    built(&site);
    site.edit("content/tai-lieu/b.md", "Chữ.", "Chữ khác.");
    let built = built(&site);
    let html: Vec<&str> =
        built.rendered().into_iter().filter(|name| name.ends_with("html")).collect();
    assert_eq!(html, ["tai-lieu/b/index.html", "tai-lieu/in-ca-tap/index.html"]);
    assert!(built.file(BOOK).contains("Chữ khác."));
}

#[test]
fn a_book_of_too_many_pages_is_not_made_and_that_is_said() {
    let mut site = Site::from_text(SITE);
    for number in 0..200 {
        site.put(
            &format!("content/tai-lieu/n{number}.md"),
            &format!("---\ntitle: Bài {number}\n---\n"),
        );
    }
    let built = site.build();
    assert!(!built.has(BOOK));
    let said = built.diagnostics();
    assert!(said.iter().any(|said| said.contains("tập in có 203 trang")), "{said:?}");
}

#[test]
fn links_are_numbered_and_their_addresses_listed() {
    let built = built(&Site::from_text(SITE));
    let page = built.file("tai-lieu/a/index.html");
    assert!(page.contains("#muc\" data-note=\"1\">tờ rơi</a>"), "{page}");
    assert!(page.contains("<a href=\"#muc\">mục trên</a>"), "{page}");
    assert!(page.contains("href=\"https://bao.example/tin/\" data-note=\"2\">báo</a>"), "{page}");
    assert!(page.contains("<li>[1] xa.example/tai-lieu/b</li>"), "{page}");
    assert!(page.contains("<li>[2] bao.example/tin</li>"), "{page}");
    // In the book the leaflet is a chapter, so its address says nothing.
    let text = chapters(built.file(BOOK));
    assert!(text.contains("data-note=\"1\">báo</a>") && !text.contains("xa.example/tai-lieu/b<"));
}

#[test]
fn without_an_address_of_the_site_only_links_to_others_have_notes() {
    let site = Site::from_text(&SITE.replace("base_url: https://xa.example/\n", ""));
    let built = site.build();
    let page = built.file("tai-lieu/a/index.html");
    assert!(
        page.contains("data-note=\"1\">báo</a>") && !page.contains("data-note=\"2\""),
        "{page}"
    );
}

#[test]
fn a_sheet_without_a_date_of_its_own_says_when_the_site_was_changed() {
    let built = built(&Site::from_text(SITE));
    let sheet = |path| {
        built
            .file(path)
            .split("data-sheet-updated=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(sheet("giup/index.html"), "Trang web cập nhật: 20/11/2026");
    assert_eq!(sheet("tai-lieu/b/index.html"), "Cập nhật: 01/11/2026");
}
