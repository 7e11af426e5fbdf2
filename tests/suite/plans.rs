//! Plans: numbers of documents in texts, and what becomes of tasks.

use crate::harness::Site;

const PLANS: &str = r#"
-- content/_index.md --
---
{ title: Trang chủ, description: Đầu. }
---
-- content/_index.en.md --
---
{ title: Home, description: First. }
---
-- content/tin.md --
---
{ title: Tin, slug: tin, description: Tin. }
---

Theo Kế hoạch 72/KH-UBND (căn cứ 28/NQ-CP), ngày 25/3/2024.

::: box {title="Khung"}
Cũng là 72/KH-UBND.
:::
-- content/tin.en.md --
---
{ title: News, slug: news, description: News. }
---

Plan 72/KH-UBND and plan 93/KH-UBND.
-- content/72.md --
---
title: Kế hoạch 72
slug: "72"
kind: plan
description: Kế hoạch 72.
document: { number: 72/KH-UBND, legal_basis: [28/NQ-CP, 93/KH-UBND] }
tasks:
  - { id: nv1, title: Việc một, body: "Theo 93/KH-UBND." }
---

Kế hoạch 72/KH-UBND.
-- content/72.en.md --
---
title: Plan 72
slug: "72"
kind: plan
description: Plan 72.
document: { number: 72/KH-UBND }
---

Plan 72/KH-UBND.
-- content/93.md --
---
title: Kế hoạch 93
slug: "93"
kind: plan
description: Kế hoạch 93.
document: { number: 93/KH-UBND }
---
"#;

#[test]
fn a_number_leads_to_its_document_in_the_language_of_the_page() {
    let built = Site::from_text(PLANS).build();
    built.assert_clean();
    let news = built.file("tin/index.html");
    let link = "<a class=\"document-number\" href=\"../72/index.html\">72/KH-UBND</a>";
    assert_eq!(news.matches(link).count(), 2, "{news}");
    let english = built.file("en/news/index.html");
    assert!(english.contains("href=\"../../en/72/index.html\">72/KH-UBND</a>"), "{english}");
    let only =
        "<a class=\"document-number\" href=\"../../93/index.html\" hreflang=\"vi\">93/KH-UBND</a>";
    assert!(english.contains(only), "{english}");
}

#[test]
fn a_number_that_the_site_does_not_know_is_kept_in_one_piece() {
    let built = Site::from_text(PLANS).build();
    let unknown = "(căn cứ <span class=\"document-number\">28/NQ-CP</span>)";
    assert!(built.file("tin/index.html").contains(unknown));
    // One that is wider than a phone may be broken.
    let long = "02/2023/TTLT-BLĐTBXH-BGDĐT-BYT";
    let mut site = Site::from_text(PLANS);
    let built = site.edit("content/tin.md", "28/NQ-CP", long).build();
    assert!(built.file("tin/index.html").contains(&format!("(căn cứ {long})")));
}

#[test]
fn no_number_leads_to_the_page_it_stands_on() {
    let built = Site::from_text(PLANS).build();
    for page in ["72/index.html", "en/72/index.html"] {
        let own = "<span class=\"document-number\">72/KH-UBND</span>";
        assert!(built.file(page).contains(own), "{page}");
    }
}

#[test]
fn a_number_that_two_plans_have_leads_nowhere() {
    let mut site = Site::from_text(PLANS);
    let built = site.edit("content/93.md", "number: 93/KH-UBND", "number: 72/KH-UBND").build();
    assert!(!built.file("tin/index.html").contains("href=\"../72/"));
    assert!(built.file("tin/index.html").contains(">72/KH-UBND</span>"));
}

#[test]
fn a_draft_is_no_document_of_the_site() {
    let mut site = Site::from_text(PLANS);
    site.edit("content/93.md", "kind: plan\n", "kind: plan\ndraft: true\n");
    let english = site.build().file("en/news/index.html").to_owned();
    assert!(english.contains("<span class=\"document-number\">93/KH-UBND</span>"), "{english}");
}

#[test]
fn a_number_that_a_plan_gets_makes_the_pages_that_mention_it() {
    let mut site = Site::from_text(PLANS);
    site.build();
    let built =
        site.edit("content/93.md", "number: 93/KH-UBND", "number: 28/NQ-CP").build_by_the_law();
    assert_eq!(built.parsed(), ["content/93.md"]);
    let known = "<a class=\"document-number\" href=\"../93/index.html\">28/NQ-CP</a>";
    assert!(built.file("tin/index.html").contains(known));
    for page in ["93/index.html", "en/news/index.html", "tin/index.html"] {
        assert!(built.rendered().contains(&page), "{page}: {:?}", built.rendered());
    }
    assert!(!built.rendered().contains(&"en/72/index.html"), "{:?}", built.rendered());
}
