//! `check --portable`: every address of every file is followed, and what leads nowhere is seen.

use crate::harness::{Built, Site, repository};

/// The page on which faults are planted, and one that they may lead to.
const PAGES: &str = "
-- content/_index.md --
---
title: Trang chủ
---
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/bai.md --
---
title: Bài
---
## Mục một
-- content/tin/tai-lieu.pdf --
%PDF
";

/// A page with this HTML on it, as a theme would write it.
fn planted(html: &str) -> Built {
    let site = Site::from_text(PAGES);
    let page = format!(
        "{{% extends \"base.html\" %}}{{% block main %}}{html}{{{{ page.content | safe }}}}{{% endblock main %}}"
    );
    let built = site.with_theme_file("templates/page.html", &page).build();
    assert!(!built.has_errors(), "{}", built.report());
    built
}

/// What is said of a page with this HTML on it: the codes.
fn codes(html: &str) -> Vec<String> {
    let (_, told) = planted(html).followed();
    let code = |line: String| {
        assert!(line.starts_with("content/tin/bai.md "), "it stands at the page: {line}");
        line.split(' ').nth(1).unwrap().to_owned()
    };
    told.into_iter().map(code).collect()
}

#[test]
fn nothing_of_the_sample_leads_nowhere() {
    let (count, told) = Site::read(&repository()).build().followed();
    assert_eq!(told, [""; 0]);
    assert!(count > 10_000, "only {count} addresses were followed");
}

#[test]
fn a_site_without_an_address_works_too() {
    let mut site = Site::read(&repository());
    let built = site.edit("site.yaml", "base_url: https://thang-hanh-dong.example/\n", "").build();
    let (count, told) = built.followed();
    assert_eq!(told, [""; 0]);
    assert!(count > 8_000, "only {count} addresses were followed");
}

#[test]
fn each_way_to_name_a_file_is_followed() {
    for html in [
        "<a href='khong-co.html'>a</a>",
        "<a href='../index.html/'>a</a>",
        "<a href='../'>only a server makes a page of a folder</a>",
        "<a href='../../../index.html'>out of the site</a>",
        "<area href=x.html>",
        "<img src='x.png'>",
        "<img srcset='../../index.html 1x, x.png 2x'>",
        "<source srcset='x.png'>",
        "<video poster=x.jpg></video>",
        "<video src=x.mp4></video>",
        "<object data='x.svg'></object>",
        "<script src='x.js'></script>",
        "<link rel=stylesheet href=x.css>",
        "<link rel=alternate type='application/atom+xml' href=x.xml>",
        "<form action='x/index.html'></form>",
        "<button formaction='x/index.html'>",
        "<meta http-equiv=refresh content='0; url=x.html'>",
        "<p style='background: url(x.png)'></p>",
        "<style>p { background: url(\"x.png\") }</style>",
        "<svg><image href='x.png'/><use xlink:href='x.svg'/></svg>",
        "<a data-local='x/index.html' href='https://nchmf.gov.vn/'>a</a>",
        "<input data-root='../' data-index=''>",
        "<input data-root='../../' data-index='_search/xx.js'>",
        "<link rel=canonical href='https://tin.example/khong-co/'>",
        "<meta property='og:image' content='https://tin.example/x.png'>",
        "<a href='webcal://tin.example/x.ics'>a</a>",
        "<a href='https://tin.example/x/'>https://tin.example/x/</a>",
        "<script type='application/ld+json'>{\"url\":\"https://tin.example/x/\"}</script>",
    ] {
        let told = codes(html);
        assert!(!told.is_empty() && told.iter().all(|code| code == "B604"), "{html}: {told:?}");
    }
}

#[test]
fn what_is_right_is_passed_over() {
    let html = "<a href=''>a</a><a href='#'>a</a><a href='#muc-mot'>a</a><a href='?q=1'>a</a>
        <a href='../bai/index.html?a=b#muc-mot'>a</a><a href='https://khac.example/x'>a</a>
        <a href='mailto:a@tin.example'>a</a><a href='tel:113'>a</a><img src='data:,'>
        <a href='../tai-lieu.pdf#page=3'>a</a><a href='https://tin.example/tin/'>https://tin.example/tin/</a>
        <!-- <a href='x.html'> --><p>href='x.html'</p>";
    assert_eq!(codes(html), [""; 0]);
}

#[test]
fn an_address_of_the_site_in_full_is_told() {
    for html in [
        "<a href='https://tin.example/tin/'>Tin</a>",
        "<img src='https://tin.example/index.html'>",
        "<a href='/tin/index.html'>Tin</a>",
    ] {
        assert_eq!(codes(html), ["B605"], "{html}");
    }
}

#[test]
fn a_place_that_is_not_in_the_page_is_told() {
    for html in ["<a href='#khong-co'>a</a>", "<a href='../../index.html#khong-co'>a</a>"] {
        assert_eq!(codes(html), ["B606"], "{html}");
    }
}

#[test]
fn a_fault_of_the_frame_is_told_once() {
    let site = Site::from_text(PAGES);
    let base = site.text("themes/tiny/templates/base.html");
    let base = base.replace("<h1>", "<img src=\"{{ root }}x.png\"><h1>");
    let (_, told) = site.with_theme_file("templates/base.html", &base).build().followed();
    let [one] = &told[..] else { panic!("{told:?}") };
    assert!(one.contains("B604") && one.contains("và 2 tệp khác"), "{one}");
}

#[test]
fn feeds_calendars_sitemaps_and_the_search_are_followed() {
    let mut built = Site::read(&repository()).build();
    let all = std::mem::take(&mut built.files);
    for kind in ["sitemap.xml", "/atom.xml", "/feed.json", "lich.ics", "lich.json", "_search/"] {
        let of_kind = all.iter().filter(|(path, _)| path.as_str().contains(kind));
        built.files = of_kind.map(|(path, file)| (path.clone(), file.clone())).collect();
        assert!(!built.files.is_empty(), "there is no {kind}");
        let (count, told) = built.followed();
        // Alone, it leads nowhere but to its own kind.
        let is_told = told.iter().any(|line| line.contains("B604") && line.contains(kind));
        assert!(count > 0 && is_told, "{kind}: {told:?}");
    }
}

#[test]
fn a_name_that_windows_keeps_is_told() {
    let mut site = Site::from_text(PAGES);
    site.put_file("content/tin/lpt1.pdf", b"%PDF");
    site.edit("content/tin/bai.md", "## Mục một", "[a](lpt1.pdf)\n\n## Mục một");
    let (_, told) = site.build().followed();
    let [one] = &told[..] else { panic!("{told:?}") };
    assert!(one.starts_with("content/tin/lpt1.pdf B607"), "{one}");
}

#[test]
fn a_path_that_is_too_long_is_told() {
    let mut site = Site::from_text(PAGES);
    let long = "dai-".repeat(24);
    let path = format!("content/{long}1/{long}2/{long}3.md");
    site.put(&path, "---\ntitle: Dài\n---\n");
    let (_, told) = site.build().followed();
    assert!(told.iter().any(|line| line.starts_with(&path) && line.contains(" B608 ")), "{told:?}");
}
