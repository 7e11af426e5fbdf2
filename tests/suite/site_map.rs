//! The site map for people.

use crate::harness::{Built, Site};
use crate::html::tags;

const SITE: &str = "-- site.yaml --
title: Bảng tin
theme: civic
base_url: https://tin.example/
languages: { vi: { name: Tiếng Việt }, en: { name: English } }
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/giup.md --
---
title: Trợ giúp
---
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/sau/_index.md --
---
title: Sâu
---
-- content/tin/sau/bai.md --
---
title: Bài sâu
---
-- content/tin/nhap.md --
---
title: Bản nháp
draft: true
---
";

fn built(site: &Site) -> Built {
    let built = site.build_by_the_law();
    built.assert_clean();
    built
}

/// The part of a page that lists the site.
fn map<'b>(built: &'b Built, path: &str) -> &'b str {
    let (_, rest) = built.file(path).split_once("<ul class=\"map\">").unwrap();
    rest.split_once("</main>").unwrap().0
}

/// Where the links of a page lead, in order.
fn links(html: &str) -> Vec<String> {
    let tags = tags(html);
    tags.iter().filter_map(|tag| Some(tag.get("href")?.to_owned())).collect()
}

#[test]
fn the_map_lists_every_section_and_page_and_is_linked_from_every_page() {
    let mut site = Site::from_text(SITE);
    site.set_drafts(true);
    let built = built(&site);
    assert_eq!(
        links(map(&built, "so-do-trang/index.html")),
        [
            "../index.html",
            "../giup/index.html",
            "../tin/index.html",
            "../tin/sau/index.html",
            "../tin/sau/bai/index.html"
        ],
        "drafts are left out"
    );
    assert!(map(&built, "en/site-map/index.html").contains("lang=\"vi\""), "what is borrowed");
    assert!(built.file("tin/sau/bai/index.html").contains("../../../so-do-trang/index.html"));
    let page = built.file("so-do-trang/index.html");
    assert!(page.contains("hreflang=\"en\" href=\"https://tin.example/en/site-map/\""), "{page}");
    assert!(built.file("sitemap.xml").contains("<loc>https://tin.example/so-do-trang/</loc>"));
}

#[test]
fn a_site_of_many_pages_has_a_light_map() {
    let mut site = Site::from_text(SITE);
    for at in 0..60 {
        site.put(&format!("content/tin/b{at:02}.md"), &format!("---\ntitle: Bài {at:02}\n---\n"));
    }
    let built = built(&site);
    let map = map(&built, "so-do-trang/index.html");
    assert_eq!(map.matches(">Bài ").count(), 20 + 1, "{map}");
    assert!(map.contains("<a href=\"../tin/index.html\">và 40 bài nữa</a>"), "{map}");
}

#[test]
fn a_page_of_the_authors_at_that_address_takes_its_place() {
    let mut site = Site::from_text(SITE);
    site.put("content/so-do-trang.md", "---\ntitle: Bản đồ của tôi\nslug: so-do-trang\n---\n");
    let built = built(&site);
    assert!(built.file("so-do-trang/index.html").contains("<h1>Bản đồ của tôi</h1>"));
    assert!(!built.file("index.html").contains(">Sơ đồ trang<"));
    assert!(built.has("en/site-map/index.html"));
}

#[test]
fn a_site_may_call_it_what_it_likes() {
    let mut site = Site::from_text(SITE);
    site.put("i18n/vi.yaml", "site_map: { title: Mục lục, slug: ../Mục lục }\n");
    let built = built(&site);
    assert!(built.file("muc-luc/index.html").contains("<h1>Mục lục</h1>"));
}

#[test]
fn a_theme_without_its_template_makes_none() {
    let text = SITE.split_once("-- content").unwrap().1;
    let built = Site::from_text(&format!("-- content{text}")).build();
    built.assert_clean();
    assert!(!built.has("so-do-trang/index.html"), "{:?}", built.names());
}
