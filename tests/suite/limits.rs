//! What no honest site meets: there the program says so and goes on, whatever it is given.

use crate::harness::{Built, Site};

const HOME: &str = "-- content/_index.md --\n---\ntitle: Trang chủ\n---\n";

fn with_body(body: &str) -> Built {
    let text = format!("{HOME}-- content/a.md --\n---\ntitle: A\nslug: a\n---\n\n{body}\n");
    let built = Site::from_text(&text).build();
    built.assert_cures();
    built
}

/// The codes alone.
fn kinds(built: &Built) -> Vec<String> {
    let code = |line: &String| line.rsplit(' ').next().unwrap_or_default().to_owned();
    built.codes().iter().map(code).collect()
}

#[test]
fn one_footnote_is_not_referred_to_for_ever() {
    let body = |count: usize| format!("{}\n\n[^1]: Ghi chú.", "a[^1] ".repeat(count));
    with_body(&body(10_000)).assert_clean();
    let built = with_body(&body(100_000));
    assert_eq!(built.codes(), ["content/a.md:6:60002 B312"], "once, where it is too much");
    assert!(built.file("a/index.html").len() < 3_000_000);
    let nested = format!("a[^1]\n\n[^1]: {}", "b[^1] ".repeat(100_000));
    assert_eq!(kinds(&with_body(&nested)), ["B312"]);
}

#[test]
fn components_are_not_called_for_ever() {
    let built = with_body(&"{{ hotlines() }}\n\n".repeat(50_000));
    assert_eq!(built.codes(), ["content/a.md:20006:4 B312"]);
    let boxes = "::: box\na\n:::\n\n".repeat(10_001);
    assert_eq!(kinds(&with_body(&boxes)), ["B312"]);
}

#[test]
fn what_components_give_has_an_end() {
    let fences = || (3..73).map(|colons| ":".repeat(colons));
    let opening: String = fences().rev().map(|fence| format!("{fence} box\n")).collect();
    let closing: String = fences().map(|fence| format!("{fence}\n")).collect();
    let built = with_body(&format!("{opening}\n{}\n{closing}", "chữ ".repeat(200_000)));
    assert_eq!(kinds(&built), ["B312"], "{:?}", built.codes());
    let said = built.told();
    assert!(said.contains("`a/index.html`") && said.contains("64 MB"), "{said}");
}

#[test]
fn a_template_that_goes_on_and_on_is_stopped() {
    let long = "chữ ".repeat(500);
    let endless = format!(
        "{{% for a in range(end=10000) %}}{{% for b in range(end=10000) %}}\
         {{% for c in range(end=10000) %}}{long}{{% endfor %}}{{% endfor %}}{{% endfor %}}"
    );
    let page = format!("{HOME}-- content/a.md --\n---\ntitle: A\nslug: a\n---\n\n");
    let site = Site::from_text(&page).with_theme_file("templates/page.html", &endless);
    let built = site.build();
    assert_eq!(kinds(&built), ["B312"]);
    assert!(built.told().contains("`a/index.html`"), "{}", built.told());
    let component = format!("{{% component box() %}}{endless}{{% endcomponent box %}}");
    let site = Site::from_text(&format!("{page}::: box\na\n:::\n"))
        .with_theme_file("templates/components/box.html", &component);
    let built = site.build();
    assert_eq!(kinds(&built), ["B312"], "{}", built.told());
}

#[test]
fn a_schedule_does_not_list_a_lifetime() {
    let schedule = |events: usize| {
        let event = |n| {
            format!(
                "  - {{ id: e{n}, title: E {n}, date: 1/1/2026, \
                 repeat: {{ every: day, until: 1/1/2031 }} }}\n"
            )
        };
        let events: String = (0..events).map(event).collect();
        let text = format!(
            "{HOME}-- content/lich.md --\n---\ntitle: Lịch\nkind: schedule\n\
             starts: 1/1/2026\nends: 31/12/2031\nevents:\n{events}---\n"
        );
        Site::from_text(&text).build()
    };
    assert_eq!(schedule(300).codes(), ["content/lich.md B313"], "one message, not three hundred");
    assert_eq!(kinds(&schedule(2)), ["B106", "B106"], "cut after a year");
}

#[test]
fn messages_are_short_whatever_is_quoted() {
    let long = "9".repeat(100_000);
    for line in [
        format!("weight: {long}"),
        format!("date: {long}"),
        format!("{long}: a"),
        format!("template: {long}"),
        format!("slug: [{long}]"),
        format!("image: {long}.jpg"),
        format!("topics: {long}"),
        format!("aliases: {long}"),
    ] {
        let text = format!("{HOME}-- content/a.md --\n---\ntitle: A\n{line}\n---\n");
        let said = Site::from_text(&text).build().told();
        assert!(!said.is_empty() && said.len() < 4_000, "{} bytes for {:.30}", said.len(), line);
    }
    for body in [
        format!("[a]({long}.md)"),
        format!("[a](#{long})"),
        format!("[a]({long}:x)"),
        format!("![a]({long}.png)"),
        format!("{{{{ {long}() }}}}"),
        format!("{{{{ hotlines({long}=1) }}}}"),
        format!("::: x{long}\na\n:::"),
        format!("[^{long}]: a"),
    ] {
        let said = with_body(&body).told();
        assert!(said.len() < 4_000, "{} bytes for {:.30}", said.len(), body);
    }
}
