//! What a site says of the day on which it is built: what is over, what is next, and from when
//! on it would say anything else.

use crate::harness::{Built, Site};

const SITE: &str = r#"-- content/_index.md --
---
title: Trang chủ
---
-- content/lich.md --
---
title: Lịch
kind: schedule
starts: 15/11/2026
ends: 30/11/2026
events:
  - { id: mo, title: Mở màn, starts: "15/11/2026 07:30" }
  - { id: hop, title: Họp, starts: "16/11/2026 19:00", repeat: { every: week } }
  - { id: trien, title: Triển lãm, date: 18/11/2026, end_date: 24/11/2026 }
  - { id: doi, title: Đổi ngày, date: 29/11/2026, status: moved, moved_from: 20/11/2026 }
  - { id: ket, title: Kết thúc, starts: "30/11/2026 22:00", ends: "1/12/2026 01:00" }
---
-- content/tin.md --
---
title: Tin
---
-- themes/tiny/templates/schedule.html --
today {{ page.schedule.today or "-" }}
{% for day in page.schedule.days %}{{ day.date }}{% if day.past %} past{% endif %}:{% for item in day.entries %} {{ item.id }}>{{ item.next or "-" }}{% endfor %}
{% endfor %}{% for item in page.schedule.longer %}{{ item.id }}{% if item.past %} past{% endif %}{% if item.on %} on{% endif %} {{ item.next or "-" }}
{% endfor %}
-- themes/tiny/templates/home.html --
{% if agenda %}{{ agenda.phase }} {{ agenda.day or "-" }}/{{ agenda.days }}
{% for item in agenda.coming %}{{ item.date }} {{ item.title }} {{ item.past }}
{% endfor %}{% for item in agenda.longer %}{{ item.title }} {{ item.on }}
{% endfor %}{% endif %}
"#;

fn built(site: &mut Site, day: &str) -> Built {
    site.set_now(&format!("{day}+07:00[Asia/Ho_Chi_Minh]"));
    let built = site.build_by_the_law();
    built.assert_clean();
    built
}

#[test]
fn what_is_over_and_what_is_next_are_seen_from_the_day_of_the_build() {
    let mut site = Site::from_text(SITE);
    let before = built(&mut site, "2026-10-01T08:00:00");
    let schedule = before.file("lich/index.html");
    assert!(schedule.starts_with("today -\n2026-11-15: mo>2026-11-15\n"), "{schedule}");
    assert!(!schedule.contains("past") && !schedule.contains(" on"), "{schedule}");
    let home = before.file("index.html");
    let coming = "2026-11-15 Mở màn false\n2026-11-16 Họp false\n2026-11-23 Họp false\n\
                  2026-11-29 Đổi ngày false\n2026-11-30 Họp false\n2026-11-30 Kết thúc false\n";
    assert_eq!(home.trim(), format!("before -/16\n{coming}Triển lãm false"));

    let on_the_day = built(&mut site, "2026-11-15T23:59:59");
    let schedule = on_the_day.file("lich/index.html");
    assert!(schedule.starts_with("today 2026-11-15\n2026-11-15: mo>2026-11-15\n"), "{schedule}");

    let a_week_later = built(&mut site, "2026-11-22T00:00:00");
    let expected = "today 2026-11-22
2026-11-15 past: mo>-
2026-11-16 past: hop>2026-11-23
2026-11-20 past: doi>2026-11-29
2026-11-23: hop>2026-11-23
2026-11-29: doi>2026-11-29
2026-11-30: hop>2026-11-23 ket>2026-11-30
trien on 2026-11-18";
    assert_eq!(a_week_later.file("lich/index.html").trim(), expected);
    let coming = "2026-11-23 Họp false\n2026-11-29 Đổi ngày false\n2026-11-30 Họp false\n\
                  2026-11-30 Kết thúc false\n";
    let home = a_week_later.file("index.html");
    assert_eq!(home.trim(), format!("during 8/16\n{coming}Triển lãm true"));

    let after = built(&mut site, "2027-01-01T08:00:00");
    let schedule = after.file("lich/index.html");
    assert!(schedule.contains("2026-11-30 past: hop>- ket>-\ntrien past -"), "{schedule}");
    assert_eq!(after.file("index.html").trim(), "after -/16\nTriển lãm false");
}

#[test]
fn a_build_holds_until_a_day_begins_of_which_it_would_tell_otherwise() {
    let mut site = Site::from_text(SITE);
    let mut until = |day: &str| built(&mut site, day).until;
    let midnight = |day: &str| Some(format!("2026-11-{day}T17:00:00Z"));
    // Midnight in Viet Nam is 17:00 the day before by UTC.
    assert_eq!(until("2020-01-01T00:00:00"), midnight("14"), "the first day");
    assert_eq!(until("2026-11-15T00:00:00"), midnight("15"));
    assert_eq!(until("2026-11-22T23:59:59"), midnight("22"));
    assert_eq!(until("2026-11-30T12:00:00"), midnight("30"), "something ends after midnight");
    assert_eq!(until("2026-12-01T00:30:00").as_deref(), Some("2026-12-01T17:00:00Z"));
    assert_eq!(until("2026-12-02T00:00:00"), None);
    site.edit("content/lich.md", "kind:", "expiry_date: 20/11/2026\nkind:");
    assert_eq!(built(&mut site, "2026-11-25T00:00:00").until, None, "nobody sees it");
}

#[test]
fn days_before_and_after_a_schedule_make_nothing_anew() {
    let mut site = Site::from_text(SITE);
    built(&mut site, "2026-10-01T08:00:00");
    assert_eq!(built(&mut site, "2026-11-14T23:59:59").rendered(), [""; 0]);
    let within = built(&mut site, "2026-11-16T08:00:00");
    let made = within.rendered();
    assert!(made.contains(&"lich/index.html"), "{made:?}");
    assert!(!made.contains(&"tin/index.html"), "{made:?}");
    built(&mut site, "2026-12-05T08:00:00");
    assert_eq!(built(&mut site, "2027-12-05T08:00:00").rendered(), [""; 0]);
}
