//! Where pages are published: by the names that their authors gave them, never by a title.

use crate::harness::{Built, Site};

/// A page, a bundle, a section, a folder without one, and a term, each with a title that says
/// something else than its name.
const SITE: &str = "-- site.yaml --
title: {vi: Bảng tin, en: Notices}
base_url: https://tin.example/
theme: tiny
languages: {vi: {}, en: {}}
taxonomies:
  topics:
    title: {vi: Chủ đề, en: Topics}
    terms:
      nuoc: {vi: Nước sạch, en: Clean water}
      nha:
        title: {vi: Nhà ở, en: Homes}
        slug: {vi: nha-o, en: homes}
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
title: Tin tức
---
-- content/tin/_index.en.md --
---
title: News
slug: news
---
-- content/tin/Lễ phát động.md --
---
title: Một ngày vui
topics: [nuoc, nha]
---
-- content/tin/Lễ phát động.en.md --
---
title: A fine day
topics: [nuoc, nha]
---
-- content/tin/hop.md --
---
title: Họp xóm
---
-- content/tin/hop.en.md --
---
title: A meeting
slug: meeting
---
-- content/to-roi/index.md --
---
title: Ba việc
---

[Tệp](a.txt)
-- content/khac/con.md --
---
title: Trẻ em
---
-- content/khac/lien-he.md --
---
title: Gọi cho xã
path: /goi/
---
";

fn site() -> Site {
    let mut site = Site::from_text(SITE);
    site.put_file("content/to-roi/a.txt", b"a");
    site
}

fn built(site: &Site) -> Built {
    let built = site.build_by_the_law();
    built.assert_clean();
    built
}

fn pages(built: &Built) -> Vec<&str> {
    let pages = built.pages().map(|(name, _)| name);
    pages.filter(|name| !name.ends_with("404.html")).collect()
}

#[test]
fn a_page_takes_the_name_of_its_file_and_others_that_of_their_folder() {
    let built = built(&site());
    assert_eq!(
        pages(&built),
        [
            "en/index.html",
            "en/news/index.html",
            "en/news/le-phat-dong/index.html",
            "en/news/meeting/index.html",
            "en/topics/homes/index.html",
            "en/topics/index.html",
            "en/topics/nuoc/index.html",
            "goi/index.html",
            "index.html",
            // Windows keeps `con` for itself.
            "khac/con-1/index.html",
            "tin/hop/index.html",
            "tin/index.html",
            "tin/le-phat-dong/index.html",
            "to-roi/index.html",
            "topics/index.html",
            "topics/nha-o/index.html",
            "topics/nuoc/index.html",
        ]
    );
    assert!(built.has("to-roi/a.txt"), "{:?}", built.names());
}

#[test]
fn a_mended_title_breaks_no_link() {
    let mut site = site();
    let before: Vec<String> = built(&site).names().into_iter().map(str::to_owned).collect();
    for (path, old, new) in [
        ("content/_index.en.md", "title: Home", "title: Welcome"),
        ("content/tin/_index.md", "title: Tin tức", "title: Tin và bài"),
        ("content/tin/_index.en.md", "title: News", "title: News and articles"),
        ("content/tin/Lễ phát động.md", "title: Một ngày vui", "title: Một ngày rất vui"),
        ("content/tin/Lễ phát động.en.md", "title: A fine day", "title: A very fine day"),
        ("content/tin/hop.en.md", "title: A meeting", "title: Our meeting"),
        ("content/to-roi/index.md", "title: Ba việc", "title: Bốn việc"),
        ("content/khac/con.md", "title: Trẻ em", "title: 你好"),
        ("site.yaml", "vi: Nước sạch, en: Clean water", "vi: Nước, en: Water"),
        ("site.yaml", "vi: Nhà ở, en: Homes", "vi: Nhà cửa, en: Houses"),
        ("site.yaml", "vi: Chủ đề, en: Topics", "vi: Đề tài, en: Subjects"),
    ] {
        site.edit(path, old, new);
        assert_eq!(built(&site).names(), before, "{new}");
    }
}

#[test]
fn a_name_in_another_script_serves_and_is_told_once() {
    let mut site = site();
    site.put("content/新闻/你好.md", "---\ntitle: Hello\n---\n");
    site.put("content/新闻/再见.md", "---\ntitle: Bye\nslug: bye\n---\n");
    site.put("content/新闻/一.md", "---\ntitle: One\npath: /one/\n---\n");
    let told = site.build_by_the_law();
    // The folder once, and the one page that says nothing of its own.
    assert_eq!(told.codes(), ["content/新闻/你好.md B210", "content/新闻/你好.md B210"]);
    assert!(told.has("one/index.html"));
    let bye = pages(&told).into_iter().find(|name| name.ends_with("/bye/index.html")).unwrap();
    let folder = bye.strip_suffix("bye/index.html").unwrap();
    assert!(folder.starts_with('x') && folder.len() == "x01234567/".len(), "{folder}");
    let below = |name: &&str| name.starts_with(folder) && *name != bye;
    let page = pages(&told).into_iter().find(below).unwrap();
    assert_eq!(page.len(), "x01234567/x01234567/index.html".len(), "{page}");
    // A title moves it as little as any other.
    site.edit("content/新闻/你好.md", "title: Hello", "title: Good day");
    assert!(site.build().has(page));
    site.put("content/新闻/_index.md", "---\ntitle: News\nslug: xin-wen\n---\n");
    site.edit("content/新闻/你好.md", "title: Good day", "title: Hello\nslug: hello");
    let mended = built(&site);
    assert!(mended.has("xin-wen/hello/index.html") && mended.has("xin-wen/bye/index.html"));
}

#[test]
fn a_section_in_another_script_is_told_at_its_own_file() {
    let mut site = site();
    site.put("content/新闻/_index.md", "---\ntitle: News\n---\n");
    site.put("content/新闻/a/index.md", "---\ntitle: A\n---\n");
    assert_eq!(site.build_by_the_law().codes(), ["content/新闻/_index.md B210"]);
    site.edit("content/新闻/_index.md", "title: News", "title: News\npath: /xin/wen/");
    assert!(built(&site).has("xin/wen/a/index.html"));
}

#[test]
fn two_names_that_are_one_address_are_told_with_both() {
    let mut site = site();
    site.put("content/tin/Họp.md", "---\ntitle: Khác\n---\n");
    let built = site.build();
    assert_eq!(built.codes(), ["content/tin/hop.md B401"]);
    assert!(built.told().contains("content/tin/Họp.md"), "{}", built.told());
}

#[test]
fn keys_of_a_term_that_nobody_knows_are_told() {
    let mut site = site();
    site.edit("site.yaml", "slug: {vi: nha-o, en: homes}", "slgu: {vi: nha-o, en: homes}");
    let built = site.build();
    assert_eq!(built.codes(), ["site.yaml:12:9 B102"]);
}
