//! The lines of each kind with their keys out of the table, and the bodies to start from: a flat
//! table.

use bangtin::diagnostics::show::Tongue;
use bangtin::keys::{self, Key};

use crate::cli::PageKind;

/// Lines of front matter, and the keys that stand in them. A line that begins with `#` is one that
/// may be used but need not.
pub(super) type Part = (&'static [Key], &'static [&'static str]);

/// What every page begins with.
pub(super) const HEAD: Part = (keys::EVERY_PAGE, &["title: {title}", "kind: {kind}"]);

/// What every page may have.
pub(super) const COMMON: Part = (
    keys::EVERY_PAGE,
    &[
        "# image: anh.jpg",
        "# image_alt: …",
        "# authors: […]",
        "# source: { name: …, url: https://… }",
        "# updated: {today}",
        "# publish_date: {today}",
        "# expiry_date: {end}",
        "# sample: true",
        "# sensitive: true",
        "# neutral_title: …",
        "# weight: 10",
        "# aliases: [/dia-chi-cu/]",
        "# slug: …",
        "# path: /dia-chi/khac/",
        "# translation_key: …",
        "# template: page.html",
        "# extra: { … }",
    ],
);

const DATED: Part =
    (keys::EVERY_PAGE, &["date: {today}", "draft: true", "# description: …", "# summary: …"]);
const PRINT: Part = (keys::EVERY_PAGE, &["# print: book"]);

/// The lines of a kind.
pub(super) fn of(kind: PageKind) -> &'static [Part] {
    match kind {
        PageKind::Post => &[DATED],
        PageKind::Page => PAGE,
        PageKind::Section => SECTION,
        PageKind::Plan => PLAN,
        PageKind::Schedule => SCHEDULE,
        PageKind::Material => MATERIAL,
    }
}

const PAGE: &[Part] =
    &[(keys::EVERY_PAGE, &["draft: true", "# description: …", "# summary: …", "# date: {today}"])];

const SECTION: &[Part] = &[
    (keys::EVERY_PAGE, &["draft: true", "# description: …", "# summary: …"]),
    (keys::SECTION, &["sort_by: date", "# paginate_by: 10"]),
    PRINT,
    (keys::SECTION, &["# cascade: { sample: true }"]),
];

const PLAN: &[Part] = &[
    DATED,
    (keys::PLAN, &["document:"]),
    (
        keys::DOCUMENT,
        &[
            "  number: 01/KH-UBND",
            "  type: Kế hoạch",
            "  # issuer: …",
            "  # issued_on: {today}",
            "  # place: …",
            "  # signatory: …",
            "  # legal_basis:",
            "  #   - { number: 28/NQ-CP, type: Nghị quyết }",
            "  # original: { url: https://… }",
        ],
    ),
    (keys::PLAN, &["period:"]),
    (keys::PERIOD, &["  starts: {today}", "  ends: {end}"]),
    (keys::PLAN, &["tasks:"]),
    (
        keys::TASK,
        &[
            "  - id: nv1",
            "    title: {task}",
            "    # body: …",
            "    # lead: …",
            "    # with: […]",
            "    due: {end}",
            "    # targets: […]",
            "    # status: planned",
        ],
    ),
    (keys::PLAN, &["# supersedes: \"@/ke-hoach/cu.md\"", "# follows: \"@/ke-hoach/2025.md\""]),
    PRINT,
];

const SCHEDULE: &[Part] = &[
    DATED,
    (
        keys::SCHEDULE,
        &[
            "starts: {today}",
            "ends: {end}",
            "# theme: …",
            "# slogans: […]",
            "# organizer: …",
            "# plan: \"@/ke-hoach/72.md\"",
            "events:",
        ],
    ),
    (
        keys::EVENT,
        &[
            "  - id: su-kien-1",
            "    title: {event}",
            "    date: {today}",
            "    # end_date: {end}",
            "    # starts: \"7:30\"",
            "    # ends: \"9:00\"",
            "    # part_of_day: morning",
            "    # repeat: { every: week, on: [mon] }",
            "    status: tentative",
            "    # moved_from: {today}",
            "    # venue: …",
            "    # place: …",
            "    # organizer: …",
            "    # with: […]",
            "    # audiences: […]",
            "    # contact: …",
            "    # map: https://…",
            "    # register: https://…",
            "    # cost: miễn phí",
            "    # access: …",
            "    # bring: …",
            "    # instead: …",
            "    # description: …",
            "    # task: nv1",
            "    # materials: [\"@/tai-lieu/a.md\"]",
        ],
    ),
];

const MATERIAL: &[Part] = &[
    DATED,
    (
        keys::MATERIAL,
        &[
            "medium: leaflet",
            "# audience: …",
            "# level: …",
            "# duration: …",
            "# paper: A4",
            "# black_and_white: true",
            "# files:",
            "#   - { file: to-roi.pdf, title: … }",
        ],
    ),
];

/// The words on the key of a line; none where it has no key of its own.
pub(super) fn words(keys: &[Key], line: &str, tongue: Tongue) -> String {
    let name = line.trim_start_matches([' ', '#', '-']).split(':').next().unwrap_or_default();
    let key = keys.iter().find(|key| key.name == name);
    key.map(|key| key.about.short(tongue)).unwrap_or_default()
}

/// The body that a page of this kind starts from.
pub(super) fn body(kind: PageKind, tongue: Tongue) -> &'static str {
    match (kind, tongue) {
        (PageKind::Post, Tongue::Vi) => {
            "Việc gì, ở đâu, khi nào, ai làm: viết trong một hai câu.\n\n## Điều cần biết\n\n- Điều thứ nhất\n- Điều thứ hai\n"
        }
        (PageKind::Post, Tongue::En) => {
            "What, where, when and who: say it in a sentence or two.\n\n## What to know\n\n- The first point\n- The second point\n"
        }
        (PageKind::Page, Tongue::Vi) => "Viết nội dung trang ở đây.\n",
        (PageKind::Page, Tongue::En) => "Write the page here.\n",
        (PageKind::Section, Tongue::Vi) => "Một hai câu giới thiệu chuyên mục này.\n",
        (PageKind::Section, Tongue::En) => "A sentence or two about this section.\n",
        (PageKind::Plan, Tongue::Vi) => {
            "## Tóm tắt\n\nKế hoạch này nhằm việc gì, cho ai, trong thời gian nào.\n"
        }
        (PageKind::Plan, Tongue::En) => {
            "## In short\n\nWhat this plan is for, for whom, and when.\n"
        }
        (PageKind::Schedule, Tongue::Vi) => {
            "Lịch có thể thay đổi. Mời bạn xem lại trước khi đến dự.\n"
        }
        (PageKind::Schedule, Tongue::En) => {
            "The schedule may change. Please look again before you come.\n"
        }
        (PageKind::Material, Tongue::Vi) => {
            "Tài liệu này dùng khi nào, in thế nào.\n\n## Nội dung\n\nViết nội dung ở đây.\n"
        }
        (PageKind::Material, Tongue::En) => {
            "When to use this, and how to print it.\n\n## Text\n\nWrite the text here.\n"
        }
    }
}
