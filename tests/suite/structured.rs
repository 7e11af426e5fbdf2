//! What pages tell programs (JSON-LD): that it is JSON, that schema.org has every property
//! of it, and that it says what the author wrote and no more.

use serde_json::{Value as Json, json};

use crate::harness::{Built, Site, repository};

/// What every page tells of itself as a `CreativeWork`.
const CREATION: &[&str] = &[
    "name",
    "description",
    "url",
    "image",
    "inLanguage",
    "datePublished",
    "dateModified",
    "creditText",
    "publisher",
    "isBasedOn",
];

/// The types that are used, and for each the properties that schema.org (29.3) knows for it
/// and that are used, beside [`CREATION`] where the last value says so.
const TYPES: &[(&str, &[&str], bool)] = &[
    ("WebSite", &["disambiguatingDescription", "copyrightNotice"], true),
    ("WebPage", &["mainEntity"], true),
    ("CollectionPage", &["mainEntity", "temporalCoverage"], true),
    ("NewsArticle", &["headline"], true),
    ("Article", &["headline"], true),
    ("CreativeWork", &["audience", "educationalLevel", "encoding"], true),
    ("Poster", &["audience", "educationalLevel", "encoding"], true),
    ("LearningResource", &["audience", "educationalLevel", "encoding"], true),
    ("MediaObject", &["name", "contentUrl", "contentSize"], false),
    ("BreadcrumbList", &["itemListElement"], false),
    ("ItemList", &["numberOfItems", "itemListOrder", "itemListElement"], false),
    ("ListItem", &["position", "name", "url", "item"], false),
    ("Organization", &["name", "alternateName", "url", "address"], false),
    ("GovernmentOrganization", &["name", "alternateName", "url"], false),
    ("Place", &["name", "address", "url", "hasMap", "containedInPlace"], false),
    ("Audience", &["audienceType"], false),
    (
        "Legislation",
        &[
            "name",
            "alternateName",
            "url",
            "legislationIdentifier",
            "legislationType",
            "legislationDate",
            "legislationPassedBy",
            "locationCreated",
            "temporalCoverage",
            "isBasedOn",
            "encoding",
        ],
        false,
    ),
    (
        "Event",
        &[
            "name",
            "description",
            "url",
            "inLanguage",
            "startDate",
            "endDate",
            "eventSchedule",
            "eventStatus",
            "previousStartDate",
            "location",
            "organizer",
            "contributor",
            "audience",
            "isAccessibleForFree",
            "offers",
        ],
        false,
    ),
    ("Offer", &["url"], false),
    ("AdministrativeArea", &["name"], false),
    (
        "Schedule",
        &[
            "startDate",
            "endDate",
            "repeatFrequency",
            "byDay",
            "byMonthDay",
            "startTime",
            "endTime",
            "duration",
            "scheduleTimezone",
            "exceptDate",
        ],
        false,
    ),
];

/// The graphs that a page holds, as a browser would find them.
fn graphs(page: &str) -> Vec<Json> {
    let scripts = page.split("<script type=\"application/ld+json\">").skip(1);
    let texts = scripts.map(|rest| rest.split_once("</script>").expect("an end").0);
    let graphs = texts.map(|text| serde_json::from_str(text).expect("JSON"));
    graphs.collect()
}

/// The things that a page tells.
#[track_caller]
fn things(built: &Built, path: &str) -> Vec<Json> {
    let graphs = graphs(built.file(path));
    assert_eq!(graphs.len(), 1, "{path}");
    assert_eq!(graphs[0]["@context"], "https://schema.org");
    graphs[0]["@graph"].as_array().unwrap().clone()
}

/// The first thing that a page tells: what it is, or is about.
#[track_caller]
fn first(built: &Built, path: &str) -> Json {
    things(built, path).remove(0)
}

/// That a thing and all within it are what schema.org knows.
fn check(thing: &Json, path: &str) {
    let Json::Object(properties) = thing else { panic!("{path}: no thing: {thing}") };
    let name = thing["@type"].as_str().unwrap_or_else(|| panic!("{path}: no type: {thing}"));
    let known = TYPES.iter().find(|(known, _, _)| *known == name);
    let (_, own, is_creation) = known.unwrap_or_else(|| panic!("{path}: {name}"));
    for (property, value) in properties.iter().filter(|(property, _)| *property != "@type") {
        let is_known = own.contains(&property.as_str())
            || (*is_creation && CREATION.contains(&property.as_str()));
        assert!(is_known, "{path}: {name} has no {property}");
        check_value(property, value, path);
    }
}

fn check_value(property: &str, value: &Json, path: &str) {
    match value {
        Json::Object(_) => check(value, path),
        Json::Array(items) => {
            assert!(!items.is_empty(), "{path}: {property}");
            items.iter().for_each(|item| check_value(property, item, path));
        }
        Json::String(text) => check_text(property, text, path),
        Json::Number(_) => {
            let counts = ["position", "numberOfItems", "byMonthDay"];
            assert!(counts.contains(&property), "{path}: {property} is {value}");
        }
        Json::Bool(_) => {
            assert_eq!(property, "isAccessibleForFree", "{path}: {property} is {value}");
        }
        Json::Null => panic!("{path}: {property} is {value}"),
    }
}

fn check_text(property: &str, text: &str, path: &str) {
    assert!(!text.is_empty(), "{path}: {property}");
    let addresses =
        ["url", "hasMap", "item", "image", "contentUrl", "eventStatus", "itemListOrder"];
    let is_address = addresses.contains(&property);
    if is_address {
        assert!(text.starts_with("https://"), "{path}: {property} is {text}");
    }
    if property.ends_with("Date") || ["datePublished", "dateModified"].contains(&property) {
        let is_day = text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10;
        let is_instant = text.parse::<jiff::Timestamp>().is_ok();
        assert!(is_day || is_instant, "{path}: {property} is {text}");
    }
}

/// How many things a site tells of; each is looked at.
fn checked(built: &Built) -> usize {
    let mut count = 0;
    for (path, page) in built.pages() {
        for graph in graphs(page) {
            let things = graph["@graph"].as_array().unwrap();
            things.iter().for_each(|thing| check(thing, path));
            count += things.len();
        }
    }
    count
}

#[test]
fn every_page_tells_only_what_schema_org_knows() {
    let sample = Site::read(&repository()).build();
    assert!(checked(&sample) > 100, "the sample site tells of itself");
    let told = |name: &str| {
        let text = format!("\"@type\":\"{name}\"");
        sample.pages().any(|(_, page)| page.contains(&text))
    };
    for name in ["Event", "Legislation", "GovernmentOrganization", "BreadcrumbList", "WebSite"] {
        assert!(told(name), "{name}");
    }
    for entry in std::fs::read_dir(repository().join("tests/sites")).unwrap() {
        let folder = entry.unwrap().path().join("in");
        checked(&Site::read(&folder).build());
    }
}

/// A schedule with an event of each sort, below a theme that shows what programs are told.
const SCHEDULE: &str = r#"-- content/_index.md --
---
title: Trang chủ
---
-- content/_data/agencies.yaml --
so: { name: { vi: Sở Nội vụ, en: Department }, short: { vi: SNV, en: D }, url: https://so.example/ }
hoi: { name: { vi: Hội Phụ nữ, en: Union }, government: false }
-- content/_data/places.yaml --
san: { name: { vi: Sân đình, en: Yard }, address: { vi: Thôn 1, en: Hamlet 1 } }
-- content/lich/_index.md --
---
title: Các lịch
slug: cac-lich
---
-- content/lich/2026.md --
---
title: Lịch 2026
slug: "2026"
kind: schedule
starts: 1/11/2026
ends: 31/12/2026
organizer: so
events:
  - { id: mo, title: Mở đầu, description: Mời mọi người., starts: "15/11/2026 07:30", ends: "15/11/2026 09:00", place: san, venue: Cổng Nam, with: [hoi], audiences: [hoc-sinh] }
  - { id: dai, title: Dài, date: 16/11/2026, end_date: 30/11/2026, part_of_day: morning, status: tentative }
  - { id: huy, title: Huỷ, date: 17/11/2026, status: cancelled, organizer: hoi }
  - { id: hoan, title: Hoãn, date: 18/11/2026, status: postponed }
  - { id: doi, title: Đổi, starts: "25/11/2026 19:00", status: moved, moved_from: 20/11/2026 }
  - { id: co, title: Chào cờ, starts: "16/11/2026 07:00", ends: "16/11/2026 07:15", repeat: { every: week, on: [wed, mon], until: 14/12/2026, except: [7/12/2026] } }
  - { id: hop, title: Họp, starts: "14/11/2026 22:00", ends: "15/11/2026 00:30", repeat: { every: month, on: [sat] } }
  - { id: quet, title: Quét ngõ, date: 8/11/2026, repeat: { every: day } }
  - { id: thang, title: Hằng tháng, date: 9/11/2026, end_date: 10/11/2026, repeat: { every: month }, sample: true }
---
"#;

/// Says what programs are told, and no more.
const TELLING: &str =
    "{% if json_ld %}<script type=\"application/ld+json\">{{ json_ld }}</script>{% endif %}";

fn telling(text: &str) -> Site {
    let mut site = Site::from_text(text);
    site.edit("themes/tiny/templates/base.html", "</body>", &format!("{TELLING}</body>"));
    site
}

/// The events of the schedule, told on its own page.
fn events() -> Vec<Json> {
    let built = telling(SCHEDULE).build_by_the_law();
    built.assert_clean();
    checked(&built);
    let items = first(&built, "cac-lich/2026/index.html")["mainEntity"]["itemListElement"].clone();
    let items = items.as_array().unwrap().iter();
    items.map(|item| item["item"].clone()).collect()
}

#[track_caller]
fn event(title: &str) -> Json {
    let found = events().into_iter().find(|event| event["name"] == title);
    found.unwrap_or_else(|| panic!("no {title}"))
}

#[test]
fn an_event_tells_when_where_by_whom_and_for_whom() {
    assert_eq!(
        event("Mở đầu"),
        json!({
            "@type": "Event",
            "name": "Mở đầu",
            "description": "Mời mọi người.",
            "url": "https://tin.example/cac-lich/2026/#mo",
            "inLanguage": "vi",
            "startDate": "2026-11-15T07:30:00+07:00",
            "endDate": "2026-11-15T09:00:00+07:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "location": {
                "@type": "Place",
                "name": "Cổng Nam",
                "containedInPlace": { "@type": "Place", "name": "Sân đình", "address": "Thôn 1" },
            },
            "organizer": {
                "@type": "GovernmentOrganization",
                "name": "Sở Nội vụ",
                "alternateName": "SNV",
                "url": "https://so.example/",
            },
            "contributor": [{ "@type": "Organization", "name": "Hội Phụ nữ" }],
            "audience": [{ "@type": "Audience", "audienceType": "hoc-sinh" }],
        })
    );
}

#[test]
fn an_event_tells_whether_it_still_takes_place() {
    let told = |title: &str| {
        let event = event(title);
        [&event["eventStatus"], &event["startDate"], &event["previousStartDate"]].map(Clone::clone)
    };
    let status = |name: &str| json!(format!("https://schema.org/{name}"));
    assert_eq!(told("Dài"), [Json::Null, json!("2026-11-16"), Json::Null]);
    assert_eq!(told("Huỷ"), [status("EventCancelled"), json!("2026-11-17"), Json::Null]);
    assert_eq!(told("Hoãn"), [status("EventPostponed"), json!("2026-11-18"), json!("2026-11-18")]);
    assert_eq!(
        told("Đổi"),
        [status("EventRescheduled"), json!("2026-11-25T19:00:00+07:00"), json!("2026-11-20")]
    );
    // What has no property is said in words: the harness has none, so its keys are not told.
    assert_eq!(event("Dài")["endDate"], "2026-11-30");
}

#[test]
fn an_event_that_comes_back_tells_its_rule_and_no_single_day() {
    let told = |title: &str| {
        let event = event(title);
        assert_eq!(event["startDate"], Json::Null, "{title}");
        assert_eq!(event["endDate"], Json::Null, "{title}");
        event["eventSchedule"].clone()
    };
    assert_eq!(
        told("Chào cờ"),
        json!({
            "@type": "Schedule",
            "startDate": "2026-11-16",
            "endDate": "2026-12-14",
            "repeatFrequency": "P1W",
            "byDay": ["https://schema.org/Monday", "https://schema.org/Wednesday"],
            "exceptDate": ["2026-12-07"],
            "startTime": "07:00:00",
            "scheduleTimezone": "Asia/Ho_Chi_Minh",
            "endTime": "07:15:00",
        })
    );
    let evening = told("Họp");
    assert_eq!(evening["byDay"], json!(["2SA"]));
    assert_eq!(evening["endDate"], "2026-12-31");
    assert_eq!(evening["duration"], "PT2H30M");
    assert_eq!(evening["endTime"], Json::Null);
    assert_eq!(
        told("Quét ngõ"),
        json!({
            "@type": "Schedule",
            "startDate": "2026-11-08",
            "endDate": "2026-12-31",
            "repeatFrequency": "P1D",
        })
    );
    let monthly = told("Hằng tháng");
    assert_eq!([&monthly["byMonthDay"], &monthly["duration"]], [&json!(9), &json!("P2D")]);
}

#[test]
fn a_schedule_leads_to_the_pages_of_its_events() {
    let site = telling(SCHEDULE).with_theme_file("templates/event.html", TELLING);
    let built = site.build();
    checked(&built);
    let list = first(&built, "cac-lich/2026/index.html");
    assert_eq!(list["@type"], "CollectionPage");
    assert_eq!(list["temporalCoverage"], "2026-11-01/2026-12-31");
    assert_eq!(list["mainEntity"]["numberOfItems"], 9);
    let items = list["mainEntity"]["itemListElement"].as_array().unwrap();
    let opening = items.iter().find(|item| item["name"] == "Mở đầu").unwrap();
    assert_eq!(opening["url"], "https://tin.example/cac-lich/2026/mo/");
    assert_eq!(opening["item"], Json::Null);
    let own = first(&built, "cac-lich/2026/mo/index.html");
    assert_eq!([&own["@type"], &own["url"]], [&json!("Event"), &opening["url"]]);
    let way = &things(&built, "cac-lich/2026/mo/index.html")[1];
    let names: Vec<&Json> =
        way["itemListElement"].as_array().unwrap().iter().map(|step| &step["name"]).collect();
    assert_eq!(names, ["Trang chủ", "Các lịch", "Lịch 2026", "Mở đầu"]);
}

#[test]
fn what_is_invented_says_so_in_its_name() {
    let built = Site::read(&repository()).build();
    let page = first(&built, "thang-hanh-dong/2026/index.html");
    assert_eq!(page["name"], "[Dữ liệu minh hoạ] Lịch Tháng hành động 2026");
    for item in page["mainEntity"]["itemListElement"].as_array().unwrap() {
        let name = item["name"].as_str().unwrap();
        assert!(name.starts_with("[Dữ liệu minh hoạ] "), "{name}");
    }
    let event = "thang-hanh-dong/2026/le-phat-dong/index.html";
    let name = "[Dữ liệu minh hoạ] Lễ phát động Tháng hành động";
    assert_eq!(first(&built, event)["name"], name);
    assert!(built.file(event).contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!built.file("sitemap.xml").contains("le-phat-dong"));
}

#[test]
fn the_page_of_a_plan_is_about_a_document_and_is_not_it() {
    let built = Site::read(&repository()).build();
    let page = first(&built, "ke-hoach/72-kh-ubnd-2024/index.html");
    assert_eq!(page["@type"], "WebPage");
    assert_eq!(page["dateModified"], "2026-11-01");
    let document = &page["mainEntity"];
    assert_eq!(document["@type"], "Legislation");
    assert_eq!(document["name"], "Kế hoạch số 72/KH-UBND");
    assert_eq!(document["legislationIdentifier"], "72/KH-UBND");
    assert_eq!(document["legislationType"], "Kế hoạch");
    assert_eq!(document["legislationDate"], "2024-03-25");
    assert_eq!(
        document["legislationPassedBy"],
        json!({
            "@type": "GovernmentOrganization",
            "name": "Ủy ban nhân dân tỉnh Quảng Ngãi",
            "alternateName": "UBND tỉnh",
            "url": "https://quangngai.gov.vn/",
        })
    );
    assert_eq!(document["isBasedOn"][0]["legislationIdentifier"], "28/NQ-CP");
    assert_eq!(document["temporalCoverage"], "2024");
}

#[test]
fn the_front_page_tells_of_the_site_and_gives_no_number_to_call() {
    let built = Site::read(&repository()).build();
    let site = first(&built, "en/index.html");
    assert_eq!(site["@type"], "WebSite");
    assert_eq!(site["name"], "Quảng Ngãi Action Month");
    assert_eq!(site["url"], "https://thang-hanh-dong.example/en/");
    let notice = site["disambiguatingDescription"].as_str().unwrap();
    assert!(notice.contains("not the province’s portal"), "{notice}");
    assert_eq!(things(&built, "en/index.html").len(), 1, "no way down to the front page");
    let all: String =
        built.pages().flat_map(|(_, page)| graphs(page)).map(|g| g.to_string()).collect();
    assert!(!all.contains("0255"));
}

/// Posts and a material, and titles made to end the script or break its text.
const POSTS: &str = r#"-- content/_index.md --
---
title: Trang chủ
---
-- content/tin.md --
---
title: "</script><script>alert(1)</script> & \"nháy\" \u2028 \\"
slug: tin
kind: post
date: 2026-11-10
updated: 2026-11-11 08:00
authors: [Ban biên tập, Chị Ba]
source: { name: Cổng tỉnh, url: "https://cong.example/bai", date: 9/11/2026 }
---
-- content/bai.md --
---
title: Không ngày
slug: bai
kind: post
---
-- content/nhap.md --
---
title: Nháp
slug: nhap
kind: post
draft: true
---
-- content/an.md --
---
title: Kín
slug: an
sensitive: true
neutral_title: Trang
---
-- content/phieu.md --
---
title: Phiếu
slug: phieu
kind: material
medium: lesson
audience: Học sinh
level: Lớp 6
---
"#;

#[test]
fn no_title_ends_the_script_or_breaks_its_text() {
    let built = telling(POSTS).build();
    let post = first(&built, "tin/index.html");
    // A sign that ends lines is read as a blank.
    let title = "</script><script>alert(1)</script> & \"nháy\"   \\";
    assert_eq!(post["headline"], title);
    let page = built.file("tin/index.html");
    let (_, rest) = page.split_once("application/ld+json\">").unwrap();
    let (script, _) = rest.split_once("</script>").unwrap();
    assert!(!script.contains(['<', '>', '&', '\u{2028}']), "{script}");
}

#[test]
fn a_post_tells_its_true_dates_and_whose_text_it_retells() {
    let built = telling(POSTS).build();
    checked(&built);
    let post = first(&built, "tin/index.html");
    assert_eq!(post["@type"], "NewsArticle");
    assert_eq!(post["datePublished"], "2026-11-10");
    assert_eq!(post["dateModified"], "2026-11-11T08:00:00+07:00");
    assert_eq!(post["creditText"], "Ban biên tập, Chị Ba");
    assert_eq!(
        post["isBasedOn"],
        json!({
            "@type": "CreativeWork",
            "url": "https://cong.example/bai",
            "datePublished": "2026-11-09",
            "publisher": { "@type": "Organization", "name": "Cổng tỉnh" },
        })
    );
    let dateless = first(&built, "bai/index.html");
    assert_eq!(dateless["@type"], "Article");
    assert_eq!([&dateless["datePublished"], &dateless["dateModified"]], [&Json::Null; 2]);
}

#[test]
fn a_material_tells_for_whom_it_is_and_what_can_be_had() {
    let built = telling(POSTS).build();
    let sheet = first(&built, "phieu/index.html");
    assert_eq!(sheet["@type"], "LearningResource");
    assert_eq!(sheet["audience"]["audienceType"], "Học sinh");
    assert_eq!(sheet["educationalLevel"], "Lớp 6");
    let kinds = Site::read(&repository().join("tests/sites/kinds/in")).build();
    let leaflet = first(&kinds, "tai-lieu/to-roi/index.html");
    assert_eq!(leaflet["@type"], "CreativeWork");
    let address = leaflet["encoding"][0]["contentUrl"].as_str().unwrap();
    assert!(address.starts_with("https://loai.example/tai-lieu/to-roi/"), "{address}");
}

#[test]
fn drafts_and_pages_that_hide_their_title_tell_nothing() {
    let mut site = telling(POSTS);
    site.set_drafts(true);
    let built = site.build();
    assert!(graphs(built.file("nhap/index.html")).is_empty());
    assert!(graphs(built.file("an/index.html")).is_empty());
}

#[test]
fn without_an_address_nothing_that_needs_one_is_told() {
    let mut site = telling(SCHEDULE);
    site.edit("site.yaml", "base_url: https://tin.example/\n", "");
    let built = site.build();
    let things = things(&built, "cac-lich/2026/index.html");
    assert_eq!(things.len(), 1, "no way down from the front page");
    let text = things[0].to_string();
    assert!(!text.contains("tin.example"), "{text}");
    assert!(text.contains("Mở đầu"), "{text}");
}
