//! Tests of what a page is told of itself.

use super::*;
use bangtin::Memos;
use bangtin::config::{Purpose, Settings};
use bangtin::public::OutputPath;
use bangtin::sources::Sources;

const NOW: &str = "2026-11-23T08:00:00+07:00[Asia/Ho_Chi_Minh]";

const SITE: &str = "title: A\nlanguages: { vi: { name: Tiếng Việt, missing: copy }, en: { name: English, missing: copy } }\n";

fn snapshot(files: &[(&str, &str)]) -> Snapshot {
    after(&Snapshot::default(), files)
}

fn after(before: &Snapshot, files: &[(&str, &str)]) -> Snapshot {
    let mut sources = Sources::default();
    sources.put("site.yaml", SITE);
    for (path, text) in files {
        sources.put(path, text);
    }
    let now = NOW.parse().unwrap();
    let settings =
        Settings { base_url: None, drafts: true, future: true, now, purpose: Purpose::Preview };
    let built = bangtin::build(&sources.with_embedded_themes(), &settings, &Memos::forgetful());
    before.after(built, settings.now.timestamp())
}

const HOME: (&str, &str) = ("content/_index.md", "---\ntitle: Home\n---\n");
const HOME_EN: (&str, &str) = ("content/_index.en.md", "---\ntitle: Home\n---\n");

/// The bar of the page that has this front matter, in English.
#[track_caller]
fn bar_of(front_matter: &str) -> String {
    let text = format!("---\ntitle: A\n{front_matter}---\n\nText.\n");
    let snapshot = snapshot(&[HOME, HOME_EN, ("content/bai.md", &text)]);
    assert!(snapshot.good.is_some(), "{:?}", snapshot.diagnostics);
    of(&snapshot, "/bai/", Tongue::En).bar
}

#[test]
fn a_page_tells_its_language_its_state_and_its_source() {
    let bar = bar_of("");
    for part in [
        "<section class=\"bar\" lang=\"en\" dir=\"ltr\" aria-label=\"Preview\">",
        "<span class=\"language\" lang=\"vi\">Tiếng Việt</span>",
        "<span class=\"state\">published</span>",
        "<span>no messages",
        "<code translate=\"no\">content/bai.md</code>",
    ] {
        assert!(bar.contains(part), "{part} is not in\n{bar}");
    }
    for (front_matter, state) in [
        ("draft: true\n", "draft"),
        ("publish_date: 2026-12-01\n", "to be published on 2026-12-01"),
        ("publish_date: 2026-11-23 08:01\n", "to be published on 2026-11-23 08:01"),
        ("publish_date: 2026-11-23 08:00\n", "published"),
        ("expiry_date: 2027-01-02\n", "to be taken down on 2027-01-02"),
    ] {
        let state = format!("<span class=\"state\">{state}</span>");
        assert!(bar_of(front_matter).contains(&state), "{front_matter}: {state}");
    }
    let both = bar_of("draft: true\npublish_date: 2026-12-01\n");
    assert_eq!(both.matches("class=\"state\"").count(), 2, "{both}");
}

#[test]
fn a_translation_that_is_old_and_a_page_that_is_lent_say_so() {
    let bai = ("content/bai.md", "---\ntitle: A\n---\n\nText.\n");
    let lent = snapshot(&[HOME, HOME_EN, bai]);
    let bar = of(&lent, "/en/bai/", Tongue::En).bar;
    assert!(bar.contains("not translated, lent by another language"), "{bar}");
    assert!(bar.contains("lang=\"vi\">Tiếng Việt"), "{bar}");
    let bar = of(&lent, "/bai/", Tongue::En).bar;
    assert!(bar.contains(">published<"), "{bar}");
}

#[test]
fn a_page_counts_and_shows_its_own_messages() {
    let files = [
        HOME,
        HOME_EN,
        ("content/bai/index.md", "---\ntitle: A\n---\n\n<script>x</script>\n"),
        ("content/khac.md", "---\ntitle: B\n---\n\n<script>y</script>\n"),
    ];
    let snapshot = snapshot(&files);
    assert!(snapshot.good.is_some(), "{:?}", snapshot.diagnostics);
    let bar = of(&snapshot, "/bai/", Tongue::Vi).bar;
    let elsewhere = snapshot.diagnostics.len() - 1;
    let summary = format!("<summary id=\"summary\">1 cảnh báo, {elsewhere} ở nơi khác</summary>");
    assert!(bar.contains(&summary), "{bar}");
    assert!(bar.contains("<code translate=\"no\">content/bai/index.md:5:1</code>"), "{bar}");
    assert!(bar.contains("&lt;script&gt;x"), "{bar}");
    assert!(!bar.contains("content/khac.md") && !bar.contains("<script"), "{bar}");
    let home = of(&snapshot, "/", Tongue::Vi).bar;
    assert!(home.contains("không có thông báo"), "{home}");
}

#[test]
fn a_page_of_the_program_says_so_and_a_part_names_the_page_that_it_is_of() {
    let events = "kind: schedule\nstarts: 2026-12-01\nends: 2026-12-31\nevents:\n  - { id: hop, title: Họp, date: 2026-12-01 }\n";
    let schedule = format!("---\ntitle: Lịch\ndraft: true\n{events}---\n");
    let snapshot = snapshot(&[HOME, HOME_EN, ("content/lich.md", &schedule)]);
    let Some(good) = &snapshot.good else { panic!("{:?}", snapshot.diagnostics) };
    let mut pages = good.files.keys().map(OutputPath::as_str);
    let is_event = |path: &&str| path.starts_with("lich/") && path.ends_with("hop/index.html");
    let event = pages.find(is_event).unwrap();
    let bar = of(&snapshot, &format!("/{event}"), Tongue::En).bar;
    assert!(bar.contains("content/lich.md</code>") && !bar.contains("class=\"state\""), "{bar}");
    let missing = of(&snapshot, "/en/none/", Tongue::En).bar;
    assert!(
        missing.contains("lang=\"en\">English") && missing.contains("no page here"),
        "{missing}"
    );
}

#[test]
fn errors_are_told_over_the_last_good_page() {
    let good = snapshot(&[HOME, HOME_EN]);
    let bad = ("content/bai.md", "---\ntitle: A\n---\n\n[x](@/none.md) <b>\n");
    let broken = after(&good, &[HOME, HOME_EN, bad]);
    let (before, now) = (of(&good, "/", Tongue::En), of(&broken, "/", Tongue::En));
    assert_eq!((before.errors.as_str(), &before.version), ("", &now.version));
    assert!(now.errors.contains("role=\"alert\" lang=\"en\""), "{}", now.errors);
    assert!(
        now.errors.contains("(1)") && now.errors.contains("content/bai.md:5:5"),
        "{}",
        now.errors
    );
    assert!(now.errors.contains("&lt;b&gt;") && !now.errors.contains("<b>\n"), "{}", now.errors);
}

#[test]
fn a_page_of_errors_is_old_when_they_are_others() {
    let broken = |slip: &str| {
        let text = format!("---\ntitle: A\n{slip}: B\n---\n");
        of(&snapshot(&[("content/_index.md", &text)]), "/", Tongue::En)
    };
    let (one, two) = (broken("titel"), broken("titlle"));
    assert!(one.version != two.version && one.errors.is_empty() && one.bar.is_empty(), "{one:?}");
    assert_eq!(one, broken("titel"));
    let good = of(&snapshot(&[HOME]), "/", Tongue::En);
    assert!(good.version != one.version);
}
