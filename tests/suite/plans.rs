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
Cũng là 72/KH-UBND, không phải 93/KH-UBND.
:::
-- content/tin.en.md --
---
{ title: News, slug: news, description: News. }
---

Plan 72/KH-UBND (after 28/NQ-CP) of 25 March 2024.

::: box {title="Box"}
Also 72/KH-UBND, not 93/KH-UBND.
:::
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

const TASKS: &str = r#"
-- content/_data/agencies.yaml --
so-cu: { name: { vi: Sở Cũ, en: Old Office }, replaced_by: so-moi, replaced_on: 2025-03-01 }
so-moi: { name: { vi: Sở Mới, en: New Office } }
hoi: { name: { vi: Hội, en: Union } }
-- content/_index.md --
---
{ title: Trang chủ, description: Đầu. }
---
-- content/_index.en.md --
---
{ title: Home, description: First. }
---
-- content/72.md --
---
title: Kế hoạch 72
slug: "72"
kind: plan
description: Kế hoạch 72.
updated: 2024-06-01
document: { number: 72/KH-UBND, legal_basis: [28/NQ-CP, 71/KH-UBND] }
period: "2024"
supersedes: 71.md
tasks:
  - { id: nv1, title: Lập danh sách, lead: so-cu, with: [hoi], due: 30/6/2024, body: "Như 71/KH-UBND." }
  - { id: nv2, title: Hội thi, lead: hoi, period: { starts: 1/6/2024, ends: 30/6/2024 }, status: done }
  - { id: nv3, title: Việc chung, ongoing: true }
---

Thân bài.
-- content/72.en.md --
---
title: Plan 72
slug: "72"
kind: plan
description: Plan 72.
document: { number: 72/KH-UBND }
tasks:
  - { id: nv1, title: Make the list, lead: so-cu }
---
-- content/71.md --
---
title: Kế hoạch 71
slug: "71"
kind: plan
description: Kế hoạch 71.
document: { number: 71/KH-UBND, issued_on: 5/1/2023 }
---
-- content/lich.md --
---
title: Lịch
slug: lich
kind: schedule
description: Lịch.
starts: 1/6/2024
ends: 30/6/2024
plan: 72.md
events:
  - { id: thi, title: Buổi thi, date: 12/6/2024, task: nv2, status: cancelled }
  - { id: hop, title: Buổi họp, date: 10/6/2024 }
---
"#;

const PLAN: &str = r#"{% extends "base.html" %}
{% block main %}{{ page.plan | json | safe }}{{ page.content | safe }}
{% for task in page.plan.tasks %}<section id="{{ task.id }}">{{ (task.body or "") | safe }}</section>
{% endfor %}{% endblock main %}"#;

const UNITS: &str = r#"{% extends "base.html" %}
{% block main %}{{ plan.title }}{{ units | json | safe }}{% endblock main %}"#;

const MATRIX: &str = r#"{% extends "base.html" %}
{% block main %}{{ plan.title }}{{ matrix | json | safe }}{% endblock main %}"#;

/// The site above with a theme that shows all that is known of a plan.
fn tasks() -> Site {
    let site = Site::from_text(TASKS)
        .with_theme_file("templates/plan.html", PLAN)
        .with_theme_file("templates/plan_units.html", UNITS)
        .with_theme_file("templates/plan_matrix.html", MATRIX);
    site.build().assert_clean();
    site
}

/// The JSON that a page of this theme shows.
fn shown(html: &str) -> serde_json::Value {
    let start = html.find('{').unwrap();
    let mut values = serde_json::Deserializer::from_str(&html[start..]).into_iter();
    values.next().unwrap().unwrap()
}

fn names(list: &serde_json::Value, field: &str) -> Vec<String> {
    let list = list.as_array().unwrap().iter();
    list.map(|item| item[field].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_plan_knows_its_events_and_deadlines() {
    let built = tasks().build();
    let plan = shown(built.file("72/index.html"));
    let event = &plan["tasks"][1]["events"][0];
    assert_eq!(event["url"], "lich/index.html#thi");
    assert_eq!((&event["title"], &event["status"]), (&"Buổi thi".into(), &"cancelled".into()));
    assert_eq!(plan["tasks"][0]["events"], serde_json::json!([]));
    assert_eq!(names(&plan["deadlines"], "date"), ["2024-06-30"]);
    assert_eq!(names(&plan["deadlines"][0]["tasks"], "id"), ["nv1", "nv2"]);
    assert_eq!(plan["calendar"], "72/thoi-han.ics");
    // The basis that the site knows leads to its page, and so does a number in a task.
    assert_eq!(plan["legal_basis"][0]["page"], serde_json::Value::Null);
    assert_eq!(plan["legal_basis"][1]["page"]["url"], "71/index.html");
    assert!(built.file("72/index.html").contains("href=\"../71/index.html\">71/KH-UBND</a>"));
}

#[test]
fn plans_know_what_they_follow_and_what_follows_them() {
    let built = tasks().build();
    for (page, own) in [("72/index.html", "2024"), ("71/index.html", "2023")] {
        let plan = shown(built.file(page));
        assert_eq!(names(&plan["chain"], "url"), ["71/index.html", "72/index.html"], "{page}");
        assert_eq!(names(&plan["chain"], "year"), ["2023", "2024"], "{page}");
        let current = plan["chain"].as_array().unwrap().iter();
        let current: Vec<_> = current.filter(|plan| plan["current"] == true).collect();
        assert_eq!(current[0]["year"], own);
    }
    // The English plan says nothing of it, but its original does.
    let english = shown(built.file("en/72/index.html"));
    assert_eq!(english["supersedes"]["borrowed"], true);
    assert_eq!(english["superseded_by"], serde_json::Value::Null);
}

#[test]
fn a_plan_that_follows_another_does_not_replace_it() {
    let mut site = tasks();
    let built = site.edit("content/72.md", "supersedes: 71.md", "follows: 71.md").build();
    built.assert_clean();
    let (older, newer) = (shown(built.file("71/index.html")), shown(built.file("72/index.html")));
    assert_eq!(names(&newer["chain"], "year"), ["2023", "2024"]);
    assert_eq!(names(&older["chain"], "year"), ["2023", "2024"]);
    assert_eq!(newer["supersedes"], serde_json::Value::Null);
    assert_eq!(older["superseded_by"], serde_json::Value::Null);
}

#[test]
fn each_unit_finds_its_tasks_and_those_it_has_taken_over() {
    let built = tasks().build();
    let units = shown(built.file("72/don-vi/index.html"));
    let list = units["list"].as_array().unwrap();
    let agencies: Vec<&str> =
        list.iter().map(|unit| unit["agency"]["name"].as_str().unwrap()).collect();
    assert_eq!(agencies, ["Hội", "Sở Cũ", "Sở Mới"]);
    assert_eq!(
        (names(&list[0]["leads"], "id"), names(&list[0]["helps"], "id")),
        (vec!["nv2".to_owned()], vec!["nv1".to_owned()])
    );
    assert_eq!(list[0]["leads"][0]["url"], "72/index.html#nv2");
    assert_eq!(list[1]["now"], list[2]["id"]);
    assert_eq!(names(&list[2]["formerly"], "name"), ["Sở Cũ"]);
    assert_eq!(names(&units["unassigned"], "id"), ["nv3"]);
}

#[test]
fn the_matrix_names_what_lacks_the_other() {
    let built = tasks().build();
    let matrix = shown(built.file("72/ma-tran/index.html"));
    let tasks = matrix["tasks"].as_array().unwrap();
    let bare: Vec<_> =
        tasks.iter().filter(|task| task["events"] == serde_json::json!([])).collect();
    assert_eq!(bare.iter().map(|task| &task["id"]).collect::<Vec<_>>(), ["nv1", "nv3"]);
    assert_eq!(names(&matrix["events"], "id"), ["hop"]);
    // There is no schedule in English, so nothing could be said.
    assert!(!built.has("en/72/matrix/index.html"));
}

#[test]
fn pages_below_a_plan_are_in_the_sitemap_and_know_their_translations() {
    let built = tasks().build();
    let sitemap = built.file("sitemap.xml");
    assert!(sitemap.contains("<loc>https://tin.example/72/ma-tran/</loc>"));
    assert_eq!(
        sitemap.matches("href=\"https://tin.example/en/72/units/\"").count(),
        2,
        "{sitemap}"
    );
    let units = built.file("72/don-vi/index.html");
    assert!(units.contains("<a hreflang=\"en\" href=\"../../en/72/units/index.html\">"), "{units}");
    assert!(units.contains("<a href=\"../../72/index.html\">Kế hoạch 72</a>"), "{units}");
    assert!(!built.file("72/ma-tran/index.html").contains("hreflang=\"en\""));
}

#[test]
fn a_theme_without_the_templates_has_no_pages_below_a_plan() {
    let site = Site::from_text(TASKS).with_theme_file("templates/plan.html", PLAN);
    let built = site.build();
    assert!(!built.has("72/don-vi/index.html") && !built.has("72/ma-tran/index.html"));
    let plan = shown(built.file("72/index.html"));
    assert_eq!(
        (&plan["units_url"], &plan["matrix_url"]),
        (&serde_json::Value::Null, &serde_json::Value::Null)
    );
}

#[test]
fn deadlines_are_a_calendar() {
    let built = tasks().build();
    let text = built.file("72/thoi-han.ics").replace("\r\n ", "");
    let calendar: icalendar::Calendar = text.parse().unwrap();
    assert_eq!(calendar.iter().count(), 2);
    let events: Vec<&str> = text.split("BEGIN:VEVENT").skip(1).collect();
    for event in &events {
        for line in [
            "DTSTART;VALUE=DATE:20240630\r\n",
            "DTEND;VALUE=DATE:20240701\r\n",
            "TRANSP:TRANSPARENT\r\n",
            "LAST-MODIFIED:20240531T170000Z\r\n",
        ] {
            assert!(event.contains(line), "{line}: {event}");
        }
    }
    assert!(events[0].contains("SUMMARY:Lập danh sách\r\n"), "{}", events[0]);
    assert!(events[0].contains("\\nSở Cũ\\nHội\r\n"), "{}", events[0]);
    assert!(events[0].contains("URL:https://tin.example/72/#nv1\r\n"));
    // The English plan has no day on which anything is due.
    assert!(!built.has("en/72/deadlines.ics"));
}

#[test]
fn a_deadline_keeps_its_name_when_its_day_and_title_change() {
    let uid = |site: &Site| {
        let text = site.build().file("72/thoi-han.ics").to_owned();
        let uid = text.lines().find(|line| line.starts_with("UID:nv1-")).unwrap();
        uid.to_owned()
    };
    let mut site = tasks();
    let before = uid(&site);
    site.edit("content/72.md", "Lập danh sách", "Lập sổ").edit(
        "content/72.md",
        "due: 30/6/2024",
        "due: 1/7/2024",
    );
    assert_eq!(uid(&site), before);
}

#[test]
fn an_event_that_changes_makes_its_plan_and_the_matrix() {
    let mut site = tasks();
    let built = site.edit("content/lich.md", "Buổi thi", "Vòng thi").build_by_the_law();
    assert_eq!(built.parsed(), ["content/lich.md"]);
    let made = [
        "72/index.html",
        "72/ma-tran/index.html",
        "lich/index.html",
        "lich/lich.csv",
        "lich/lich.ics",
        "lich/lich.json",
        "lich/su-kien-thi.ics",
    ];
    assert_eq!(built.rendered(), made);
}

#[test]
fn an_edit_of_a_body_leaves_the_pages_below_alone() {
    let mut site = tasks();
    let built = site.edit("content/72.md", "Thân bài.", "Thân bài khác.").build_by_the_law();
    assert_eq!(built.rendered(), ["72/index.html"]);
}

#[test]
fn thousands_of_tasks_and_events_are_one_plan() {
    let mut site = tasks();
    let tasks: String = (0..3000)
        .map(|n| {
            format!(
                "  - {{ id: t{n}, title: Việc {n} 7{n}/KH-UBND, lead: hoi, due: 1/{}/2024 }}\n",
                n % 12 + 1
            )
        })
        .collect();
    let events: String = (0..3000)
        .map(|n| {
            format!("  - {{ id: e{n}, title: Buổi {n}, date: 10/6/2024, task: t{} }}\n", n % 2999)
        })
        .collect();
    site.put("content/72.md", &format!("---\ntitle: Kế hoạch 72\nslug: \"72\"\nkind: plan\ndescription: A\ndocument: {{ number: 72/KH-UBND }}\nsupersedes: 71.md\ntasks:\n{tasks}---\n"));
    site.put("content/lich.md", &format!("---\ntitle: Lịch\nslug: lich\nkind: schedule\ndescription: A\nstarts: 1/6/2024\nends: 30/6/2024\nplan: 72.md\nevents:\n{events}---\n"));
    let built = site.build();
    let matrix = shown(built.file("72/ma-tran/index.html"));
    assert_eq!(matrix["tasks"].as_array().unwrap().len(), 3000);
    assert_eq!(matrix["tasks"][0]["events"].as_array().unwrap().len(), 2);
    assert_eq!(built.file("72/thoi-han.ics").matches("BEGIN:VEVENT").count(), 3000);
}
