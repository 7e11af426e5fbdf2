//! Schedules, plans and sheets.

use super::{Shape, each, file, files, try_all};

/// A schedule with these events, one a line.
fn events(what: &'static str, event: fn(usize) -> String) -> Shape {
    file(what, "content/lich/thang.md", move |n| {
        let events = each(n, |at| format!("  - {{ {} }}\n", event(at)));
        format!(
            "---\ntitle: Lịch\nkind: schedule\nstarts: 1/1/2026\nends: 31/12/2026\n\
             plan: \"@/ke-hoach.md\"\nevents:\n{events}---\n"
        )
    })
}

/// A plan with these tasks, one a line.
fn tasks(what: &'static str, task: fn(usize) -> String) -> Shape {
    file(what, "content/ke-hoach.md", move |n| {
        let tasks = each(n, |at| format!("  - {{ {} }}\n", task(at)));
        format!(
            "---\ntitle: Kế hoạch\nkind: plan\n\
             document: {{ number: 72/KH-UBND, issued_on: 1/11/2026 }}\n\
             period: {{ starts: 1/11/2026, ends: 31/12/2026 }}\ntasks:\n{tasks}---\n"
        )
    })
}

/// A sheet with these rows.
fn rows(what: &'static str, row: fn(usize) -> String) -> Shape {
    file(what, "content/lich/bang.csv", move |n| {
        format!("Ngày;Giờ;Nội dung;Địa điểm\n{}", each(n, row))
    })
}

/// A day of the schedule.
fn day(at: usize) -> String {
    format!("{}/{}/2026", at % 28 + 1, at / 28 % 12 + 1)
}

#[test]
fn schedules_grow_as_the_text_does() {
    try_all(&[
        events("events", |at| format!("id: a{at}, title: Việc {at}, date: {}", day(at))),
        events("events of one day", |at| format!("id: a{at}, title: Việc {at}, date: 20/11/2026")),
        events("events alike", |_| "id: a, title: Họp, date: 20/11/2026".to_owned()),
        events("events of one title", |at| format!("id: a{at}, title: Họp, date: 20/11/2026")),
        events("events without an id", |_| "title: Họp, date: 20/11/2026".to_owned()),
        events("events nowhere", |at| {
            format!("id: a{at}, title: Việc {at}, date: {}, place: nhaf{at}", day(at))
        }),
        events("events of no task", |at| {
            format!("id: a{at}, title: Việc {at}, date: {}, task: nv{at}x", day(at))
        }),
        events("events instead of others", |at| {
            let (date, next) = (day(at), at + 1);
            format!(
                "id: a{at}, title: Việc {at}, date: {date}, status: cancelled, instead: a{next}"
            )
        }),
        events("events instead of none", |at| {
            let date = day(at);
            format!("id: a{at}, title: Việc {at}, date: {date}, status: cancelled, instead: b{at}")
        }),
        events("events with misspelt keys", |at| format!("id: a{at}, titel: A, dat: {}", day(at))),
        events("events without a day", |at| format!("id: a{at}, title: Việc {at}")),
        events("events that come back", |at| {
            format!("id: a{at}, title: Việc {at}, date: {}, repeat: {{ every: week }}", day(at))
        }),
        events("events with agencies", |at| {
            format!("id: a{at}, title: A, date: {}, organizer: ubdn{at}, with: [a, b]", day(at))
        }),
    ]);
}

#[test]
fn plans_grow_as_the_text_does() {
    try_all(&[
        tasks("tasks", |at| format!("id: a{at}, title: Việc {at}, lead: ubnd, due: 20/11/2026")),
        tasks("tasks alike", |_| "id: a, title: A, lead: ubnd, due: 20/11/2026".to_owned()),
        tasks("tasks of nobody", |at| format!("id: a{at}, title: A, lead: ubdn{at}")),
        tasks("tasks with misspelt keys", |at| format!("id: a{at}, titel: A")),
        file("laws", "content/ke-hoach.md", |n| {
            let laws = each(n, |at| format!("    - Luật số {at}/2026/QH15\n"));
            format!(
                "---\ntitle: A\nkind: plan\ndocument:\n  number: 72/KH-UBND\n  legal_basis:\n{laws}---\n"
            )
        }),
        files("tasks and their events", |n| {
            let tasks = each(n, |at| format!("  - {{ id: nv{at}, title: A, lead: ubnd }}\n"));
            let events = each(n, |at| {
                format!("  - {{ id: a{at}, title: A {at}, date: {}, task: nv{at} }}\n", day(at))
            });
            vec![
                (
                    "content/ke-hoach.md".to_owned(),
                    format!("---\ntitle: A\nkind: plan\ntasks:\n{tasks}---\n"),
                ),
                (
                    "content/lich/thang.md".to_owned(),
                    format!(
                        "---\ntitle: A\nkind: schedule\nstarts: 1/1/2026\nends: 31/12/2026\n\
                         plan: \"@/ke-hoach.md\"\nevents:\n{events}---\n"
                    ),
                ),
            ]
        }),
    ]);
}

#[test]
fn schedules_grow_as_the_text_does_under_the_theme_of_the_program() {
    let shown = |what, event: fn(usize) -> String| {
        files(what, move |n| {
            let events =
                each(n, |at| format!("  - {{ id: a{at}, title: A {at}, {} }}\n", event(at)));
            let schedule = format!(
                "---\ntitle: Lịch\nkind: schedule\nstarts: 1/1/2026\nends: 31/12/2026\n\
                 events:\n{events}---\n"
            );
            let settings = "title: A\nlanguages: { vi: { name: V } }\nsocial_cards: false\n";
            vec![
                ("site.yaml".to_owned(), settings.to_owned()),
                ("content/lich/thang.md".to_owned(), schedule),
            ]
        })
    };
    try_all(&[
        shown("events that are shown", |at| format!("date: {}, venue: Đình", day(at))),
        shown("events of one day that are shown", |_| "date: 20/11/2026, venue: Đình".to_owned()),
        shown("events that are off", |at| {
            let status = if at % 2 == 0 { "confirmed" } else { "cancelled" };
            format!("date: {}, venue: Đình, status: {status}", day(at))
        }),
    ]);
}

#[test]
fn sheets_grow_as_the_text_does() {
    try_all(&[
        rows("rows", |at| format!("{};7:30;Việc {at};Nhà văn hóa\n", day(at))),
        rows("rows of one day", |at| format!("20/11/2026;7:30;Việc {at};Nhà văn hóa\n")),
        rows("rows alike", |_| "20/11/2026;7:30;Họp;Nhà văn hóa\n".to_owned()),
        rows("rows without a day", |at| format!(";7:30;Việc {at};\n")),
        rows("rows of no day", |at| format!("31/11/2026;7:30;Việc {at};\n")),
        rows("rows of no hour", |at| format!("{};25h;Việc {at};\n", day(at))),
        rows("rows of nothing", |_| ";;;\n".to_owned()),
        rows("rows in words", |at| format!("thứ hai;sáng;Việc {at};x\n")),
        rows("titles between rows", |at| format!("Ngày {};;;\n;8:00;Việc {at};\n", day(at))),
        rows("cells in quotation marks", |at| format!("\"{}\";\"7:30\";\"a\nb {at}\";\n", day(at))),
        rows("an open quotation mark", |_| "\"a;b\n".to_owned()),
        file("columns", "content/lich/bang.csv", |n| {
            format!("Ngày;{}\n20/11/2026;{}\n", "Giờ;".repeat(n), "7:30;".repeat(n))
        }),
        file("a long cell", "content/lich/bang.csv", |n| {
            format!("Ngày;Nội dung\n20/11/2026;{}\n", "chữ ".repeat(n))
        }),
    ]);
}
