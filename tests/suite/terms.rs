//! The pages of taxonomies and terms, with the texts that authors give them.

use crate::harness::Site;

const TEXTS: &str = "-- content/_index.md --
---
title: Đầu
---
-- content/tin.md --
---
title: Tin
topics: [Gia đình]
---
-- content/topics/_index.md --
---
title: Các chủ đề
slug: chu-de
updated: 2026-11-02
---

Chọn một chủ đề.
-- content/topics/gia-dinh/_index.md --
---
title: Vì gia đình
summary: Việc nhà là việc chung.
description: Về gia đình
updated: 2026-11-03
---

Đọc [bài này](@/tin.md).
";

#[test]
fn a_section_at_the_address_of_a_term_is_its_text() {
    let civic = "-- site.yaml --\ntitle: A\nbase_url: https://a.example/\ntheme: civic\n\
        taxonomies: { topics: { title: Chủ đề, slug: chu-de } }\n";
    let built = Site::from_text(&format!("{civic}{TEXTS}")).build_by_the_law();
    built.assert_clean();
    let term = built.file("chu-de/gia-dinh/index.html");
    for shown in [
        "<h1>Vì gia đình</h1>",
        "Việc nhà là việc chung.",
        "<meta name=\"description\" content=\"Về gia đình\">",
        "<a href=\"../../tin/index.html\">bài này</a>",
        "kind-term",
        "href=\"../../tin/index.html\"",
    ] {
        assert!(term.contains(shown), "{shown}: {term}");
    }
    let all = built.file("chu-de/index.html");
    assert!(all.contains("Chọn một chủ đề.") && all.contains("Việc nhà là việc chung."), "{all}");
    let map = built.file("sitemap.xml");
    assert_eq!(map.matches("/chu-de/gia-dinh/</loc>").count(), 1, "{map}");
    assert!(map.contains("<lastmod>2026-11-03"), "{map}");
}

#[test]
fn what_is_wrong_in_the_text_of_a_term_is_said() {
    let mut site = Site::from_text(TEXTS);
    site.edit("content/topics/gia-dinh/_index.md", "@/tin.md", "@/nhầm.md");
    let built = site.build_by_the_law();
    assert_eq!(built.codes(), ["content/topics/gia-dinh/_index.md:8:15 B301"]);
}

#[test]
fn an_edit_of_the_text_of_a_term_makes_its_page_anew_and_no_other() {
    let site = &mut Site::from_text(TEXTS).with_theme_file(
        "templates/term.html",
        "<!DOCTYPE html><html lang=\"{{ lang }}\">{{ page.content | safe }}</html>",
    );
    site.build().assert_clean();
    site.edit("content/topics/gia-dinh/_index.md", "Đọc", "Xem");
    let built = site.build_by_the_law();
    assert_eq!(built.rendered(), ["chu-de/gia-dinh/index.html"]);
}

#[test]
fn a_section_with_pages_at_the_address_of_a_term_is_in_its_way() {
    let mut site = Site::from_text(TEXTS);
    site.put("content/topics/gia-dinh/bai.md", "---\ntitle: Bài\n---\n");
    let built = site.build_by_the_law();
    assert!(built.report().contains("B401"), "{}", built.report());
}
