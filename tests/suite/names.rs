//! Names are compared with their marks: `Sơn Hà` and `Sơn Hạ` are two communes, and so are
//! `C` and `C++` two topics.

use crate::harness::{Built, Site};
use crate::html::tags;

/// A schedule of a sheet, two communes that differ by one mark, and agencies with short names.
const SITE: &str = r#"-- content/_index.md --
---
title: Trang chủ
---
-- content/_data/places.yaml --
son-hạ: { name: UBND xã Sơn Hạ }
son-ha: { name: { vi: UBND xã Sơn Hà, en: Sơn Hà Commune Hall } }
nvh-1: { name: Nhà văn hoá thôn 1, address: Xã Sơn Hà }
nvh-2: { name: Nhà văn hóa thôn 1, address: Xã Sơn Hạ }
-- content/_data/agencies.yaml --
syt: { name: Sở Y tế, short: SYT }
tinh-doan: { name: Tỉnh đoàn, short: TĐ }
thi-dua: { name: Ban Thi đua, short: TĐ }
vh: { name: "Sở Văn hoá, Thể thao và Du lịch" }
-- content/lich.md --
---
{ title: Lịch, kind: schedule, slug: lich, starts: 15/11/2026, ends: 15/12/2026, events: lich.csv }
---
"#;

/// The site with these rows, and a line for each event: place or venue, and who runs and helps.
fn built(sheet: &str) -> Built {
    let mut site = Site::from_text(SITE);
    site.put("content/lich.csv", sheet);
    let site = site.with_theme_file(
        "templates/schedule.html",
        "{% for event in page.schedule.events %}<p>{{ event.title }}: {% if event.place %}@{{ event.place.name }}{% endif %}{{ event.venue or \"\" }}{% if event.organizer %} [{{ event.organizer.name }}]{% endif %}{% for own in event.with %} +{{ own.name }}{% endfor %}</p>\n{% endfor %}",
    );
    site.build_by_the_law()
}

fn events(built: &Built) -> Vec<&str> {
    let lines = built.file("lich/index.html").lines();
    lines.filter_map(|line| line.strip_prefix("<p>")?.strip_suffix("</p>")).collect()
}

#[test]
fn a_place_is_known_by_its_marks() {
    let built = built(
        "Ngày,Nội dung,Địa điểm\n16/11,A,UBND xã Sơn Hà\n17/11,B,UBND xã Sơn Hạ\n18/11,C,ubnd  xã SƠN HÀ\n19/11,D,Sơn Hà commune hall\n20/11,E,son-ha\n",
    );
    built.assert_clean();
    let places = ["A: @UBND xã Sơn Hà", "B: @UBND xã Sơn Hạ", "C: @UBND xã Sơn Hà"];
    assert_eq!(events(&built)[..3], places);
    assert_eq!(events(&built)[3..], ["D: @UBND xã Sơn Hà", "E: @UBND xã Sơn Hà"]);
}

#[test]
fn a_name_without_its_marks_stays_words_and_is_told() {
    let built = built(
        "Ngày,Nội dung,Địa điểm,Chủ trì\n16/11,A,UBND xa Son Ha,So Y te\n17/11,B,UBND xã Sơn Há,Sở y tế\n18/11,C,Hội trường,Hội Z\n",
    );
    assert_eq!(
        events(&built),
        ["A: UBND xa Son Ha [So Y te]", "B: UBND xã Sơn Há [Sở Y tế]", "C: Hội trường [Hội Z]"]
    );
    built.assert_cures();
    let cells =
        ["content/lich.csv:2:3 B408", "content/lich.csv:2:4 B408", "content/lich.csv:3:3 B408"];
    assert_eq!(built.codes(), cells);
    assert!(built.told().contains("did you mean `UBND xã Sơn Hà` or `UBND xã Sơn Hạ`?"));
}

#[test]
fn a_name_of_two_entries_is_told_and_not_guessed() {
    let built = built(
        "Ngày,Nội dung,Địa điểm,Chủ trì\n16/11,A,Nhà văn hoá thôn 1,TĐ\n17/11,B,NHÀ VĂN HOÁ THÔN 1,tđ\n18/11,C,nvh-2,thi-dua\n",
    );
    assert_eq!(
        events(&built),
        [
            "A: @Nhà văn hoá thôn 1 [TĐ]",
            "B: NHÀ VĂN HOÁ THÔN 1 [tđ]",
            "C: @Nhà văn hóa thôn 1 [Ban Thi đua]"
        ]
    );
    let cells =
        ["content/lich.csv:2:4 B407", "content/lich.csv:3:3 B407", "content/lich.csv:3:4 B407"];
    assert_eq!(built.codes(), cells);
    assert!(built.told().contains("`TĐ` is the name of several entries: `thi-dua`, `tinh-doan`"));
}

#[test]
fn the_longest_name_between_commas_is_taken_and_a_near_one_is_told() {
    let built = built(
        "Ngày,Nội dung,Phối hợp\n16/11,A,\"SYT, Sở Văn hóa, Thể thao và Du lịch, Hội X\"\n17/11,B,\"So Van hoa, The thao va Du lich, SYT\"\n",
    );
    assert_eq!(
        events(&built),
        [
            "A:  +Sở Y tế +Sở Văn hoá, Thể thao và Du lịch +Hội X",
            "B:  +So Van hoa, The thao va Du lich +Sở Y tế"
        ]
    );
    assert_eq!(built.codes(), ["content/lich.csv:3:3 B408"]);
}

#[test]
fn rows_and_halls_that_differ_by_marks_are_two() {
    let sheet = "Ngày,Giờ,Nội dung,Địa điểm\n16/11,8h-9h,Họp Sơn Hà,Hội trường Sơn Hà\n16/11,8h-9h,Họp Sơn Hạ,Hội trường Sơn Hạ\n16/11,8h-9h,Họp Sơn Hạ,Hội trường Sơn Há\n";
    let built_ = built(sheet);
    built_.assert_clean();
    assert_eq!(events(&built_).len(), 3);
    let same = built(&sheet.replace("Sơn Hạ", "sơn  hà").replace("Sơn Há", "Sơn\u{a0}Hà"));
    assert_eq!(events(&same).len(), 1);
    assert!(same.codes().iter().any(|code| code.ends_with("B713")), "{:?}", same.codes());
    let hall = built(&sheet.replace("trường Sơn Hạ", "trường sơn hà"));
    assert!(hall.codes().iter().any(|code| code.ends_with("B712")), "{:?}", hall.codes());
}

#[test]
fn what_an_author_calls_a_column_is_a_name() {
    let mut site = Site::from_text(SITE);
    site.put("content/lich.csv", "Ngày,Nội dung,Nơi họp,Nơi hợp\n16/11,A,Nhà A,Sông B\n");
    site.edit(
        "content/lich.md",
        "events: lich.csv",
        "events: { file: lich.csv, columns: { venue: Nơi họp, ignore: [Nơi hợp] } }",
    );
    let event = site.events("content/lich.md").remove(0);
    assert_eq!(event.venue(), Some("Nhà A"));
    site.build_by_the_law().assert_clean();
    site.edit("content/lich.md", "venue: Nơi họp", "venue: Noi hop");
    let told = site.build_by_the_law().told();
    assert!(told.contains("the sheet has no column named `Noi hop`"), "{told}");
}

#[test]
fn a_column_of_another_word_is_not_taken_for_one_that_is_known() {
    let mut site = Site::from_text(SITE);
    site.put("content/lich.csv", "Ngày,Nội dung,Tổ,Nợ,MÃ\n16/11,A,20,5,hop-a\n");
    let event = site.events("content/lich.md").remove(0);
    assert!(event.when.ends.is_none() && event.id.value == "hop-a", "{event:?}");
    let told = site.build_by_the_law().told();
    assert!(told.contains("`Tổ`") && told.contains("`Nợ`"), "{told}");
}

/// A site of pages, each with these topics.
fn topics(pages: &[(&str, &str)]) -> Site {
    let mut site = Site::from_text("-- content/_index.md --\n---\ntitle: Trang chủ\n---\n");
    for (name, topics) in pages {
        let text = format!("---\ntitle: Trang {name}\ntopics: [{topics}]\n---\n");
        site.put(&format!("content/{name}.md"), &text);
    }
    site
}

/// The topics that a page shows, each with its address.
fn terms_of(built: &Built, page: &str) -> Vec<(String, String)> {
    let html = built.file(page);
    let links = tags(html).into_iter().filter(|tag| tag.name == "a");
    let hrefs = links.filter_map(|tag| tag.attributes.get("href").cloned());
    let name = |href: &str| {
        let after = html.split_once(&format!("\"{href}\">")).unwrap().1;
        after.split('<').next().unwrap().to_owned()
    };
    let hrefs = hrefs.filter(|href| href.contains("chu-de/"));
    hrefs.map(|href| (name(&href), href.replace("../", ""))).collect()
}

#[test]
fn topics_that_differ_by_marks_have_pages_of_their_own_and_are_told() {
    let site = topics(&[("a", "Sơn Hà"), ("b", "Sơn Hạ"), ("c", "sơn  hà, Khác")]);
    let built = site.build_by_the_law();
    let (a, b) = (terms_of(&built, "a/index.html"), terms_of(&built, "b/index.html"));
    assert_eq!((a[0].0.as_str(), b[0].0.as_str()), ("Sơn Hà", "Sơn Hạ"));
    assert_ne!(a[0].1, b[0].1);
    assert!(built.file(&a[0].1).contains("Trang c") && !built.file(&a[0].1).contains("Trang b"));
    assert!(built.file(&b[0].1).contains("Trang b") && !built.file(&b[0].1).contains("Trang a"));
    assert_eq!(built.codes(), ["content/b.md:3:10 B408"]);
    assert!(built.told().contains("content/a.md"), "{}", built.told());
    // Who knew the address that both would have finds both of them.
    let old = built.file("chu-de/son-ha/index.html");
    assert!(old.contains("../../chu-de/index.html"), "{old}");
    let list = built.file("chu-de/index.html");
    assert!(list.contains(&a[0].1) && list.contains(&b[0].1), "{list}");
}

#[test]
fn the_order_of_files_gives_no_topic_its_address() {
    let one = topics(&[("a", "C#"), ("b", "C"), ("c", "C++")]).build_by_the_law();
    let two = topics(&[("a", "C++"), ("b", "C#"), ("c", "C")]).build_by_the_law();
    one.assert_clean();
    let all = |built: &Built| {
        let pages = ["a", "b", "c"].map(|page| format!("{page}/index.html"));
        let mut all: Vec<_> = pages.iter().flat_map(|page| terms_of(built, page)).collect();
        all.sort();
        all
    };
    assert_eq!(all(&one), all(&two));
    assert_eq!(all(&one)[0], ("C".to_owned(), "chu-de/c/index.html".to_owned()));
    let addresses: std::collections::BTreeSet<_> = all(&one).into_iter().map(|own| own.1).collect();
    assert_eq!(addresses.len(), 3);
}

#[test]
fn spellings_of_one_topic_are_one_page_at_its_old_address() {
    let site = topics(&[("a", "Hoà giải"), ("b", "hòa  giải"), ("c", "Hoa\u{300} giải")]);
    let built = site.build_by_the_law();
    built.assert_clean();
    let page = built.file("chu-de/hoa-giai/index.html");
    assert!(["Trang a", "Trang b", "Trang c"].iter().all(|title| page.contains(title)), "{page}");
    assert_eq!(terms_of(&built, "b/index.html")[0].0, "Hoà giải");
}

#[test]
fn topics_of_the_settings_that_have_one_slug_have_addresses_of_their_own() {
    let mut site = topics(&[("a", "ha"), ("b", "hạ")]);
    let terms = "terms: { ha: { vi: Sơn Hà, en: Hà }, hạ: { vi: Sơn Hạ, en: Hạ } } } }";
    let slug = "slug: { vi: chu-de, en: topics }";
    site.edit("site.yaml", &format!("{slug} }} }}"), &format!("{slug}, {terms}"));
    let built = site.build_by_the_law();
    built.assert_clean();
    let (a, b) = (terms_of(&built, "a/index.html"), terms_of(&built, "b/index.html"));
    assert_eq!((a[0].0.as_str(), b[0].0.as_str()), ("Sơn Hà", "Sơn Hạ"));
    assert_ne!(a[0].1, b[0].1);
}

#[test]
fn agencies_whose_keys_fold_alike_have_anchors_of_their_own() {
    let site = Site::from_text(
        "-- content/_index.md --
---
title: A
---
-- content/_data/agencies.yaml --
ha: { name: Sơn Hà }
hạ: { name: Sơn Hạ }
so_y_te: { name: Sở Y tế }
-- content/ke-hoach.md --
---
title: Kế hoạch
kind: plan
document: { number: 72/KH-UBND, type: Kế hoạch }
tasks:
  - { title: Một, lead: ha }
  - { title: Hai, lead: hạ }
  - { title: Ba, lead: so_y_te }
---
",
    );
    let site = site.with_theme_file(
        "templates/plan_units.html",
        "{% for unit in units.list %}[{{ unit.id }} {{ unit.agency.name }}]{% endfor %}",
    );
    let built = site.build_by_the_law();
    let page = built.file("ke-hoach/don-vi/index.html");
    assert!(page.contains("[unit-so-y-te Sở Y tế]"), "{page}");
    let ids: Vec<&str> = page.matches("[unit-ha").collect();
    assert!(ids.len() == 2 && !page.contains("[unit-ha Sơn Hạ]"), "{page}");
    let id = |name: &str| {
        page.split_once(&format!(" {name}]")).unwrap().0.rsplit('[').next().unwrap().to_owned()
    };
    assert_ne!(id("Sơn Hà"), id("Sơn Hạ"));
}

#[test]
fn every_file_of_an_event_tells_the_same_names_and_follows_a_new_one() {
    let template = "{{ json_ld }}{% for event in page.schedule.events %}{{ event.place.name }} {{ event.organizer.name }}{% endfor %}";
    let mut site = Site::from_text(SITE).with_theme_file("templates/schedule.html", template);
    site.put("content/lich.csv", "Ngày,Nội dung,Địa điểm,Chủ trì\n16/11,A,son-ha,vh\n");
    let files = ["lich/index.html", "lich/lich.ics", "lich/lich.csv", "lich/lich.json"];
    // Lines of a calendar are folded (RFC 5545 §3.1), and commas in them are marked.
    let plain = |text: &str| text.replace("\r\n ", "").replace("\\,", ",");
    let told =
        |built: &Built, name: &str| files.map(|file| plain(built.file(file)).matches(name).count());
    // The page says it to people and, as JSON-LD, to programs.
    let (everywhere, nowhere) = ([2, 1, 1, 1], [0; 4]);
    let built = site.build_by_the_law();
    for name in ["UBND xã Sơn Hà", "Sở Văn hoá, Thể thao và Du lịch"] {
        assert_eq!(told(&built, name), everywhere, "{name}");
    }
    site.edit("content/_data/places.yaml", "vi: UBND xã Sơn Hà", "vi: Nhà văn hoá Sơn Hà");
    site.edit("content/_data/agencies.yaml", "Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hoá");
    let built = site.build_by_the_law();
    for (name, old) in [("Nhà văn hoá Sơn Hà", "UBND xã Sơn Hà"), ("Sở Văn hoá", "Thể thao")]
    {
        assert_eq!(told(&built, name), everywhere, "{name}");
        assert_eq!(told(&built, old), nowhere, "{old}");
    }
}
