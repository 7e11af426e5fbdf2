//! The small site that the bytes are put into: a page of each kind, data of each kind, two
//! languages, and a theme that shows them.

use bangtin::config::{Purpose, Settings};
use bangtin::sources::Sources;

/// The names of the data files that the program reads.
pub const DATA: &[&str] =
    &["agencies", "places", "areas", "hotlines", "campaigns", "glossary", "danger"];

const SITE: &[(&str, &str)] = &[
    (
        "site.yaml",
        "title: { vi: Bảng tin, en: Notices }\nbase_url: https://tin.example/\ntheme: be\n\
         languages: { vi: { name: Tiếng Việt }, en: { name: English } }\n\
         taxonomies: { topics: { title: Chủ đề } }\nsocial_cards: false\n",
    ),
    (
        "content/_index.md",
        "---\ntitle: Trang chủ\n---\n[Bài](@/tin/bai.md), [Lịch](@/lich/thang.md#hop)\n",
    ),
    ("content/tin/_index.md", "---\ntitle: Tin\n---\n"),
    ("content/tin/bai.md", "---\ntitle: Bài\n---\n## Một\n\nChữ.\n"),
    (
        "content/tin/bai.en.md",
        "---\ntitle: A post\n---\n## One\n\nThe meeting is on 15 November 2026 at 7:30.\n",
    ),
    (
        "content/ke-hoach.md",
        "---\ntitle: Kế hoạch\nkind: plan\ndocument: { number: 72/KH-UBND, issued_on: 1/11/2026 }\n\
         period: { starts: 1/11/2026, ends: 31/12/2026 }\n\
         tasks:\n  - { id: nv1, title: Họp dân, lead: ubnd, due: 20/11/2026 }\n---\n",
    ),
    (
        "content/lich/thang.md",
        "---\ntitle: Lịch\nkind: schedule\nstarts: 1/11/2026\nends: 31/12/2026\n\
         plan: \"@/ke-hoach.md\"\n\
         events:\n  - { id: hop, title: Họp, date: 20/11/2026, starts: \"7:30\", place: nha }\n---\n",
    ),
    (
        "content/lich/theo-bang.md",
        "---\ntitle: Theo bảng\nkind: schedule\nstarts: 15/11/2026\nends: 15/12/2026\n\
         events: BANG\n---\n",
    ),
    // Of a site that has icons none are made, which would take ten times as long as all else.
    ("content/favicon.ico", "a"),
    ("content/apple-touch-icon.png", "a"),
    ("content/_data/agencies.yaml", "ubnd: { name: Ủy ban, government: true }\n"),
    ("content/_data/places.yaml", "nha: { name: Nhà văn hóa, area: xa }\n"),
    ("content/_data/areas.yaml", "xa: { name: Xã A, kind: xã }\n"),
    ("content/_data/hotlines.yaml", "a: { number: \"111\", verified: 1/11/2026 }\n"),
    ("themes/be/theme.yaml", "name: Be\n"),
    ("themes/be/i18n/vi.yaml", "a: A\n"),
    ("themes/be/i18n/en.yaml", "a: A\n"),
    ("themes/be/templates/page.html", "<h1>{{ page.title }}</h1>{{ page.content | safe }}\n"),
    (
        "themes/be/templates/components/box.html",
        "{% component box(title: string = \"\") %}{{ title }}{{ body | safe }}{% endcomponent box %}\n",
    ),
    (
        "themes/be/templates/components/alert.html",
        "{% component alert(kind: string, @lang) %}{{ body | safe }}{% endcomponent alert %}\n",
    ),
    (
        "themes/be/templates/components/agency.html",
        "{% component agency(key: string, @data) %}{{ key }}{% endcomponent agency %}\n",
    ),
];

/// The site with this file in place of its own.
pub fn with(path: &str, bytes: &[u8]) -> Sources {
    let mut sources = Sources::default();
    let sheet = path.strip_prefix("content/lich/").filter(|name| !name.ends_with(".md"));
    for (path, text) in SITE {
        match (sheet, text.contains("BANG")) {
            (Some(name), true) => sources.put(path, &text.replace("BANG", name)),
            (None, true) => {}
            (_, false) => sources.put(path, text),
        }
    }
    match sheet {
        Some(_) => sources.put_file(path, bytes),
        None => sources.put_bytes(path, bytes),
    }
    sources
}

/// The settings of each build.
pub fn settings() -> Settings {
    let now = "2026-11-20T08:00+07:00[Asia/Ho_Chi_Minh]".parse().expect("it is a time");
    Settings { base_url: None, drafts: true, future: true, now, purpose: Purpose::Preview }
}
