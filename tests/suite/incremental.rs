//! What each edit makes anew, by name: nothing that should be is left out, and nothing
//! that need not be is done. The law itself, under random edits, is in `law.rs`.

use crate::harness::{Built, Site};

const NEWS: &str = r#"
-- content/_data/hotlines.yaml --
"111": { number: "111", name: Trẻ em, verified: 2026-11-01 }
-- content/_index.md --
---
title: Trang chủ
description: Trang đầu.
---

Lời chào.
-- content/_index.en.md --
---
title: Home
---
-- content/tro-giup.md --
---
title: Trợ giúp
slug: tro-giup
description: Gọi số nào.
aliases: [/cu/]
---

{{ hotlines() }}

Xem [bài B](tin/b.md#muc).
-- content/tin/_index.md --
---
title: Tin
slug: tin
description: Mọi tin.
---

Lời đầu.
-- content/tin/_index.en.md --
---
title: News
slug: news
---
-- content/tin/a.md --
---
{ kind: post, title: A, slug: a, description: Bài A., date: 2026-01-01, topics: [Nước] }
---

Thân A.
-- content/tin/b.md --
---
{ kind: post, title: B, slug: b, description: Bài B., date: 2026-01-02 }
---

## Mục {#muc}

Thân B.
-- content/tin/c.md --
---
{ kind: post, title: C, slug: c, description: Bài C., date: 2026-01-03 }
---

Thân C.
-- content/tin/c.en.md --
---
{ kind: post, title: C in English, slug: c, description: Post C., date: 2026-01-03 }
---

Body C.
-- content/tin/d.md --
---
{ kind: post, title: D, slug: d, date: 2026-01-04 }
---

Đoạn mở đầu.

Đoạn thứ hai.
"#;

/// The site above, built once. `tin/` holds three pages a list: D, C, B, and then A.
fn news() -> Site {
    let site = Site::from_text(NEWS);
    site.build().assert_clean();
    site
}

fn all_html(built: &Built) -> Vec<&str> {
    built.pages().map(|(name, _)| name).collect()
}

/// All that can be remembered: everything but copies, the sign of the site and the manifest. The
/// icons are one piece of work, by the name of the first.
fn all_remembered(built: &Built) -> Vec<&str> {
    let ready = |name: &&str| {
        let is_made_with_another = ["manifest.json", "apple-touch-icon.png"].contains(name);
        !is_made_with_another && !name.starts_with("_theme/") && !name.starts_with("_site/")
    };
    built.names().into_iter().filter(ready).collect()
}

#[test]
fn the_first_build_makes_everything() {
    let built = Site::from_text(NEWS).build();
    assert_eq!(built.rendered(), all_remembered(&built));
    assert_eq!(built.parsed().len(), 10);
}

#[test]
fn nothing_is_made_where_nothing_changed() {
    let built = news().build_by_the_law();
    assert!(built.rendered().is_empty(), "{:?}", built.rendered());
    assert!(built.parsed().is_empty(), "{:?}", built.parsed());
}

/// Each slip keeps a site from being published; the way back costs nothing.
#[test]
fn a_slip_that_is_mended_makes_only_what_was_edited_meanwhile() {
    let page = "themes/tiny/templates/page.html";
    let base = "themes/tiny/templates/base.html";
    for (path, from, to) in [
        ("site.yaml", "paginate_by: 3", "paginate_by: drei"),
        ("site.yaml", "theme: tiny", "theme: [tiny"),
        ("site.yaml", "theme: tiny", "theme: tinny"),
        (page, "{% if older %}", "{% if older"),
        (base, "{{ page.title }} – ", "{{ page.title | nothing }} – "),
        (base, "{{ page.title }} – ", "{{ nothing.title }} – "),
        ("themes/tiny/i18n/vi.yaml", "skip: Tới", "skip: [Tới"),
        ("content/_data/hotlines.yaml", "name: Trẻ em", "name: [Trẻ em"),
        ("content/tin/a.md", "title: A", "title: [A"),
        ("content/tin/_index.md", "title: Tin", "titel: Tin"),
    ] {
        let mut site = news();
        let slipped = site.edit(path, from, to).build_by_the_law();
        assert!(slipped.has_errors(), "{from} in {path}");
        // Looked at twice, while another page is written.
        site.edit("content/tin/b.md", "Thân B.", "Thân B đã sửa.").build_by_the_law();
        let mended = site.edit(path, to, from).build_by_the_law();
        mended.assert_clean();
        let parsed = mended.parsed();
        assert!(parsed.iter().all(|name| *name == "content/tin/b.md"), "{to}: {parsed:?}");
        let rendered = mended.rendered();
        assert!(rendered.iter().all(|name| *name == "tin/b/index.html"), "{to}: {rendered:?}");
    }
}

#[test]
fn settings_that_were_gone_for_a_moment_forget_nothing() {
    let mut site = news();
    let settings = site.text("site.yaml");
    for _ in 0..3 {
        assert!(site.remove("site.yaml").build().has_errors());
        let built = site.put("site.yaml", &settings).build_by_the_law();
        assert!(built.rendered().is_empty() && built.parsed().is_empty());
    }
}

#[test]
fn an_edit_of_a_body_makes_its_page_only() {
    let mut site = news();
    let built = site.edit("content/tin/b.md", "Thân B.", "Thân B đã sửa.").build_by_the_law();
    assert_eq!(built.parsed(), ["content/tin/b.md"]);
    assert_eq!(built.rendered(), ["tin/b/index.html"]);
    assert!(built.file("tin/b/index.html").contains("Thân B đã sửa."));
}

#[test]
fn an_edit_that_changes_no_byte_of_the_page_still_makes_only_it() {
    let mut site = news();
    let built = site.edit("content/tin/b.md", "Thân B.", "Thân B.\n\n").build_by_the_law();
    assert_eq!(built.rendered(), ["tin/b/index.html"]);
}

#[test]
fn an_opening_that_describes_its_page_is_in_lists_and_feeds() {
    let mut site = news();
    let edited = site.edit("content/tin/d.md", "Đoạn mở đầu.", "Đoạn mở khác.").build_by_the_law();
    assert_eq!(
        edited.rendered(),
        [
            "atom.xml",
            "en/news/index.html",
            "feed.json",
            "index.html",
            "tin/atom.xml",
            "tin/c/index.html",
            "tin/d/index.html",
            "tin/feed.json",
            "tin/index.html",
        ]
    );
    let second = site.edit("content/tin/d.md", "thứ hai.", "thứ ba.").build_by_the_law();
    assert_eq!(second.rendered(), ["tin/d/index.html"]);
}

#[test]
fn an_edit_of_a_title_makes_the_page_and_all_that_name_it() {
    let mut site = news();
    let built = site.edit("content/tin/b.md", "title: B", "title: Bê").build_by_the_law();
    assert_eq!(
        built.rendered(),
        [
            "atom.xml",
            "en/news/index.html",
            "feed.json",
            "index.html",
            "tin/a/index.html",
            "tin/atom.xml",
            "tin/b/index.html",
            "tin/c/index.html",
            "tin/feed.json",
            "tin/index.html",
        ],
        "itself, its lists in both languages, its neighbours, the feeds; not the sitemap, \
         not the second list page, not the page that links to it with words of its own"
    );
}

#[test]
fn an_edit_of_the_day_of_change_is_in_the_sitemap() {
    let mut site = news();
    let built = site
        .edit("content/tin/c.en.md", "date: 2026-01-03", "date: 2026-01-03, updated: 2026-02-01")
        .build_by_the_law();
    assert_eq!(
        built.rendered(),
        [
            "en/atom.xml",
            "en/feed.json",
            "en/index.html",
            "en/news/atom.xml",
            "en/news/c/index.html",
            "en/news/feed.json",
            "en/news/index.html",
            "sitemap.xml",
        ]
    );
}

#[test]
fn a_term_that_is_added_makes_the_term() {
    let mut site = news();
    let built = site
        .edit("content/tin/c.md", "date: 2026-01-03", "date: 2026-01-03, topics: [Nước, Đất]")
        .build_by_the_law();
    assert_eq!(
        built.rendered(),
        [
            "chu-de/dat/atom.xml",
            "chu-de/dat/index.html",
            "chu-de/index.html",
            "chu-de/nuoc/atom.xml",
            "chu-de/nuoc/index.html",
            "sitemap.xml",
            "tin/c/index.html",
        ]
    );
    assert!(built.file("chu-de/index.html").contains("2 bài"));
}

#[test]
fn a_new_slug_makes_all_that_lead_there() {
    let mut site = news();
    let built = site.edit("content/tin/b.md", "slug: b", "slug: moi").build_by_the_law();
    assert_eq!(
        built.rendered(),
        [
            "atom.xml",
            "en/news/index.html",
            "feed.json",
            "index.html",
            "sitemap.xml",
            "tin/a/index.html",
            "tin/atom.xml",
            "tin/c/index.html",
            "tin/feed.json",
            "tin/index.html",
            "tin/moi/index.html",
            "tro-giup/index.html",
        ]
    );
    assert!(!built.has("tin/b/index.html"));
    assert!(built.file("tro-giup/index.html").contains("../tin/moi/index.html#muc"));
}

#[test]
fn a_new_slug_of_a_section_moves_all_below_it() {
    let mut site = news();
    let built = site.edit("content/tin/_index.md", "slug: tin", "slug: moi").build_by_the_law();
    assert!(built.names().iter().all(|name| !name.starts_with("tin/")));
    assert_eq!(built.parsed(), ["content/tin/_index.md"]);
    assert!(built.has("moi/a/index.html") && built.has("en/news/c/index.html"));
}

#[test]
fn an_anchor_that_is_lost_is_said_at_the_link_though_no_page_is_made() {
    let mut site = news();
    let built = site.edit("content/tin/b.md", "{#muc}", "{#khac}").build_by_the_law();
    assert_eq!(built.rendered(), ["tin/b/index.html", "tro-giup/index.html"]);
    assert_eq!(built.codes(), ["content/tro-giup.md:10:13 B302"]);
    site.edit("content/tin/b.md", "{#khac}", "{#muc}").build_by_the_law().assert_clean();
}

#[test]
fn a_translation_that_is_added_is_linked_from_the_original_and_the_lists() {
    let mut site = news();
    site.put(
        "content/tin/b.en.md",
        "---\n{ kind: post, title: B in English, slug: b, date: 2026-01-02 }\n---\n\n\
         ## Place {#muc}\n",
    );
    let built = site.build_by_the_law();
    built.assert_clean();
    assert_eq!(
        built.rendered(),
        [
            "en/atom.xml",
            "en/feed.json",
            "en/index.html",
            "en/news/atom.xml",
            "en/news/b/index.html",
            "en/news/c/index.html",
            "en/news/feed.json",
            "en/news/index.html",
            "sitemap.xml",
            "tin/b/index.html",
        ]
    );
}

#[test]
fn a_page_that_is_removed_leaves_its_lists_and_neighbours() {
    let mut site = news();
    let built = site.remove("content/tin/c.md").build_by_the_law();
    assert!(built.parsed().is_empty(), "{:?}", built.parsed());
    assert_eq!(
        built.rendered(),
        [
            "atom.xml",
            "en/news/c/index.html",
            "feed.json",
            "index.html",
            "sitemap.xml",
            "tin/atom.xml",
            "tin/b/index.html",
            "tin/d/index.html",
            "tin/feed.json",
            "tin/index.html",
        ],
        "the translation too: it has no original to link to"
    );
    assert!(!built.has("tin/c/index.html") && !built.has("tin/trang/2/index.html"));
}

#[test]
fn a_page_that_comes_back_is_as_it_was() {
    let mut site = news();
    let before = site.build();
    let text = NEWS.split("-- content/tin/c.md --\n").nth(1).unwrap();
    let text = text.split("-- content").next().unwrap();
    site.remove("content/tin/c.md").build_by_the_law();
    site.put("content/tin/c.md", text).build_by_the_law().assert_same(&before);
}

#[test]
fn a_template_is_seen_by_every_file_that_is_made() {
    let mut site = news();
    let page = "themes/tiny/templates/page.html";
    let built = site.edit(page, "rel=\"prev\"", "rel=\"previous\"").build_by_the_law();
    assert!(built.parsed().is_empty());
    for name in all_html(&built) {
        assert!(built.rendered().contains(&name), "{name}");
    }
    assert!(built.file("tin/b/index.html").contains("rel=\"previous\""));
}

#[test]
fn a_word_of_the_theme_is_seen_in_its_language_and_where_it_is_lent() {
    let mut site = news();
    let built = site.edit("themes/tiny/i18n/vi.yaml", "Tới nội dung", "Bỏ qua").build_by_the_law();
    assert!(built.file("tin/b/index.html").contains("Bỏ qua"));
    assert!(built.file("en/news/c/index.html").contains("Skip"));
    let built = site.edit("themes/tiny/i18n/en.yaml", "nav: { skip: Skip }", "").build_by_the_law();
    assert!(built.file("en/news/c/index.html").contains("Bỏ qua"));
}

#[test]
fn data_is_seen_by_the_pages_that_ask_for_it_only() {
    let mut site = news();
    let built = site
        .edit("content/_data/hotlines.yaml", "number: \"111\"", "number: \"113\"")
        .build_by_the_law();
    assert!(built.parsed().is_empty());
    assert_eq!(built.rendered(), ["tro-giup/index.html"]);
    assert!(built.file("tro-giup/index.html").contains("<p>113</p>"));
}

#[test]
fn data_is_seen_by_a_task_of_a_plan_that_asks_for_it() {
    let plan = "{% for task in page.plan.tasks %}{{ task.body | safe }}{% endfor %}";
    let mut site = Site::from_text(NEWS).with_theme_file("templates/plan.html", plan);
    site.put(
        "content/ke-hoach.md",
        "---\nkind: plan\ntitle: Kế hoạch\ndocument: { number: 72/KH-UBND }\n\
         tasks: [{ id: nv1, title: Một, body: \"{{ hotlines() }}\" }]\n---\n",
    );
    site.build().assert_clean();
    let hotlines = "content/_data/hotlines.yaml";
    let built = site.edit(hotlines, "number: \"111\"", "number: \"113\"").build_by_the_law();
    assert_eq!(built.rendered(), ["ke-hoach/index.html", "tro-giup/index.html"]);
    assert!(built.file("ke-hoach/index.html").contains("<p>113</p>"));
}

#[test]
fn a_menu_is_seen_by_every_page_that_shows_it() {
    let mut site = news();
    let built =
        site.edit("site.yaml", "[\"@/_index.md\"]", "[\"@/tin/_index.md\"]").build_by_the_law();
    let shows = |name: &&str| !name.ends_with("404.html") && *name != "cu/index.html";
    let shown: Vec<&str> = all_html(&built).into_iter().filter(shows).collect();
    assert_eq!(built.rendered(), shown);
    assert!(built.parsed().is_empty(), "a menu is no rule of reading: {:?}", built.parsed());
}

#[test]
fn a_file_of_the_theme_is_copied_and_makes_nothing() {
    let mut site = news().with_theme_file("static/site.css.txt", "a");
    site.build();
    let built = site.put("themes/tiny/static/site.css.txt", "b").build_by_the_law();
    assert!(built.rendered().is_empty(), "{:?}", built.rendered());
    assert_eq!(built.file("_theme/site.css.txt"), "b");
}

#[test]
fn a_rule_of_reading_reads_every_page_again() {
    let mut site = news();
    let site =
        site.edit("site.yaml", "paginate_by: 3", "paginate_by: 3\nmarkdown: { html: escape }");
    let built = site.build_by_the_law();
    assert_eq!(built.parsed().len(), 10);
}

#[test]
fn a_body_of_a_section_is_on_its_first_list_page_only() {
    let mut site = news();
    let built = site.edit("content/tin/_index.md", "Lời đầu.", "Lời khác.").build_by_the_law();
    assert_eq!(built.rendered(), ["tin/index.html"]);
}

#[test]
fn the_clock_is_an_input() {
    let mut site = news();
    site.put(
        "content/tin/mai.md",
        "---\n{ kind: post, title: Mai, slug: mai, date: 2026-11-24, publish_date: 2026-11-24 }\n---\n",
    );
    assert!(!site.build_by_the_law().has("tin/mai/index.html"));
    site.set_now("2026-11-24T00:00:00+07:00[Asia/Ho_Chi_Minh]");
    let built = site.build_by_the_law();
    assert!(built.has("tin/mai/index.html"));
    assert!(built.parsed().is_empty(), "the page was read before");
    site.set_now("2026-11-24T23:00:00+07:00[Asia/Ho_Chi_Minh]");
    assert!(site.build_by_the_law().rendered().is_empty(), "an hour is on no page");
}

#[test]
fn a_draft_is_made_only_where_drafts_are_shown() {
    let mut site = news();
    site.edit("content/tin/b.md", "slug: b", "slug: b, draft: true");
    let hidden = site.build_by_the_law();
    assert!(!hidden.has("tin/b/index.html"));
    assert_eq!(hidden.codes(), ["content/tro-giup.md:10:13 B301"], "the link to it leads nowhere");
    assert!(site.states().contains(&("content/tin/b.md".to_owned(), "draft")));
    site.set_drafts(true);
    let shown = site.build_by_the_law();
    assert!(shown.has("tin/b/index.html"));
    shown.assert_clean();
    site.set_drafts(false);
    site.set_future(true);
    assert!(!site.build_by_the_law().has("tin/b/index.html"));
}
