//! The keys of each kind with a word on each, and the bodies to start from: a flat table.

use bangtin::diagnostics::show::Tongue;

use crate::cli::PageKind;

/// A line of front matter, and what is said of it in Vietnamese and English.
/// A line that begins with `#` is one that may be used but need not.
pub(super) type Line = (&'static str, &'static str, &'static str);

/// What every page begins with.
pub(super) const HEAD: &[Line] = &[
    ("title: {title}", "tên trang", "the name of the page"),
    ("kind: {kind}", "loại trang", "the kind of page"),
];

/// What every page may have.
pub(super) const COMMON: &[Line] = &[
    (
        "# image: anh.jpg",
        "ảnh trong danh sách, đặt cạnh tệp này",
        "the picture in lists, beside this file",
    ),
    (
        "# image_alt: …",
        "mô tả ảnh cho người không nhìn thấy",
        "what the picture shows, for those who cannot see it",
    ),
    ("# authors: […]", "người viết", "who wrote it"),
    (
        "# source: { name: …, url: https://… }",
        "nguồn của bài, nếu viết lại",
        "whose text this retells",
    ),
    ("# updated: {today}", "ngày sửa gần nhất", "when it was last changed"),
    ("# publish_date: {today}", "chưa hiện trước ngày này", "not shown before this day"),
    ("# expiry_date: {end}", "không hiện từ ngày này", "not shown from this day on"),
    ("# sample: true", "nội dung minh hoạ, không có thật", "invented for illustration"),
    (
        "# sensitive: true",
        "trang cho người có thể đang bị theo dõi",
        "read by people who may be watched",
    ),
    (
        "# neutral_title: …",
        "tên hiện trên thẻ trình duyệt thay cho tên trang",
        "what the tab says instead of the title",
    ),
    (
        "# weight: 10",
        "thứ tự trong chuyên mục, số nhỏ đứng trước",
        "its place in the section, small first",
    ),
    ("# aliases: [/dia-chi-cu/]", "địa chỉ cũ dẫn về trang này", "old addresses that lead here"),
    (
        "# slug: …",
        "phần cuối của địa chỉ, thay cho tên tệp",
        "the last part of the address, instead of the file's name",
    ),
    (
        "# path: /dia-chi/khac/",
        "địa chỉ đầy đủ, thay cho slug",
        "the whole address, instead of the slug",
    ),
    (
        "# translation_key: …",
        "nối các bản dịch khác tên tệp",
        "joins translations whose file names differ",
    ),
    ("# template: page.html", "mẫu trình bày khác", "another template"),
    ("# extra: { … }", "dữ liệu thêm cho giao diện", "whatever the theme may want"),
];

const DESCRIPTION: Line = (
    "# description: …",
    "một câu cho danh sách và máy tìm kiếm",
    "one sentence for lists and search engines",
);
const SUMMARY: Line =
    ("# summary: …", "đoạn mở đầu, hiện dưới tên trang", "the lead, shown below the title");
const DRAFT: Line = ("draft: false", "true: bản nháp, chưa đăng", "true: a draft, not published");
const PRINT: Line = (
    "# print: book",
    "in cùng các trang bên trong thành một tập",
    "printed as one with the pages inside it",
);
const DATE: Line = ("date: {today}", "ngày đăng", "when it was published");
const OPTIONAL_DATE: Line = ("# date: {today}", "ngày đăng", "when it was published");

/// The keys of a kind.
pub(super) fn of(kind: PageKind) -> &'static [Line] {
    match kind {
        PageKind::Post => POST,
        PageKind::Page => PAGE,
        PageKind::Section => SECTION,
        PageKind::Plan => PLAN,
        PageKind::Schedule => SCHEDULE,
        PageKind::Material => MATERIAL,
    }
}

const POST: &[Line] = &[DATE, DRAFT, DESCRIPTION, SUMMARY];

const PAGE: &[Line] = &[DRAFT, DESCRIPTION, SUMMARY, OPTIONAL_DATE];

const SECTION: &[Line] = &[
    DRAFT,
    DESCRIPTION,
    SUMMARY,
    (
        "sort_by: date",
        "xếp theo date (mới trước), weight hoặc title",
        "the order: date (newest first), weight or title",
    ),
    ("# paginate_by: 10", "số bài mỗi trang", "how many pages a list page holds"),
    PRINT,
    ("# cascade: { sample: true }", "mục chung cho mọi trang bên dưới", "keys for all pages below"),
];

const PLAN: &[Line] = &[
    DATE,
    DRAFT,
    DESCRIPTION,
    SUMMARY,
    ("document:", "văn bản mà trang này tóm tắt", "the document that this page sums up"),
    ("  number: 01/KH-UBND", "số, ký hiệu: hãy sửa cho đúng", "its number: put the right one"),
    ("  type: Kế hoạch", "loại văn bản", "its type"),
    (
        "  # issuer: …",
        "cơ quan ban hành, tên mục trong _data/agencies.yaml",
        "who issued it, a key of _data/agencies.yaml",
    ),
    ("  # issued_on: {today}", "ngày ban hành", "when it was issued"),
    ("  # place: …", "nơi ban hành", "where it was issued"),
    ("  # signatory: …", "người ký", "who signed it"),
    ("  # legal_basis:", "căn cứ", "the documents it rests on"),
    ("  #   - { number: 28/NQ-CP, type: Nghị quyết }", "", ""),
    (
        "  # original: { url: https://… }",
        "văn bản gốc; tệp thì viết file: ke-hoach.pdf",
        "the original; for a file write file: plan.pdf",
    ),
    ("period:", "thời gian thực hiện", "when the plan holds"),
    ("  starts: {today}", "từ ngày", "first day"),
    ("  ends: {end}", "đến ngày", "last day"),
    ("tasks:", "các nhiệm vụ", "the tasks"),
    ("  - id: nv1", "mã, đừng đổi sau khi đã đăng", "its id; keep it once published"),
    ("    title: {task}", "việc cần làm", "what is to be done"),
    ("    # body: …", "nói rõ thêm, một đoạn", "more about it, one paragraph"),
    (
        "    # lead: …",
        "cơ quan chủ trì, tên mục trong _data/agencies.yaml",
        "who leads, a key of _data/agencies.yaml",
    ),
    ("    # with: […]", "cơ quan phối hợp", "who helps"),
    (
        "    due: {end}",
        "hạn; hoặc period, hoặc ongoing: true",
        "by when; or period, or ongoing: true",
    ),
    ("    # targets: […]", "chỉ tiêu", "what is to be reached"),
    ("    # status: planned", "planned, under_way hoặc done", "planned, under_way or done"),
    (
        "# supersedes: \"@/ke-hoach/cu.md\"",
        "kế hoạch cũ mà bản này thay",
        "the plan that this one replaces",
    ),
    (
        "# follows: \"@/ke-hoach/2025.md\"",
        "kế hoạch trước đó, đã hết hạn",
        "the plan before it, which ended by itself",
    ),
    PRINT,
];

const SCHEDULE: &[Line] = &[
    DATE,
    DRAFT,
    DESCRIPTION,
    SUMMARY,
    ("starts: {today}", "ngày đầu của lịch", "the first day"),
    ("ends: {end}", "ngày cuối của lịch", "the last day"),
    ("# theme: …", "chủ đề", "the theme"),
    ("# slogans: […]", "khẩu hiệu", "the slogans"),
    (
        "# organizer: …",
        "cơ quan tổ chức, tên mục trong _data/agencies.yaml",
        "who runs it, a key of _data/agencies.yaml",
    ),
    ("# plan: \"@/ke-hoach/72.md\"", "kế hoạch của lịch này", "the plan it carries out"),
    ("events:", "các sự kiện", "the events"),
    ("  - id: su-kien-1", "mã, đừng đổi sau khi đã đăng", "its id; keep it once published"),
    ("    title: {event}", "tên sự kiện", "what happens"),
    ("    date: {today}", "ngày", "the day"),
    ("    # end_date: {end}", "ngày cuối, nếu nhiều ngày", "the last day, if there are several"),
    ("    # starts: \"7:30\"", "giờ bắt đầu", "when it begins"),
    ("    # ends: \"9:00\"", "giờ kết thúc", "when it ends"),
    (
        "    # part_of_day: morning",
        "morning, afternoon, evening, all_day",
        "morning, afternoon, evening, all_day",
    ),
    (
        "    # repeat: { every: week, on: [mon] }",
        "lặp lại: day, week, month",
        "how it comes back: day, week, month",
    ),
    (
        "    status: tentative",
        "confirmed, tentative (dự kiến), cancelled, postponed, moved",
        "confirmed, tentative, cancelled, postponed, moved",
    ),
    ("    # moved_from: {today}", "ngày cũ, nếu đã dời", "the day it was moved from"),
    ("    # venue: …", "địa điểm", "where"),
    ("    # place: …", "hoặc tên mục trong _data/places.yaml", "or a key of _data/places.yaml"),
    ("    # organizer: …", "cơ quan chủ trì, nếu khác", "who runs it, if another"),
    ("    # with: […]", "cơ quan phối hợp", "who helps"),
    ("    # audiences: […]", "dành cho ai", "whom it is for"),
    ("    # contact: …", "liên hệ", "whom to ask"),
    ("    # map: https://…", "bản đồ", "a map"),
    ("    # register: https://…", "nơi đăng ký", "where to register"),
    ("    # cost: miễn phí", "phí tham gia", "what it costs"),
    ("    # access: …", "hỗ trợ người khuyết tật", "what is there for people with disabilities"),
    ("    # bring: …", "cần mang theo gì", "what to bring"),
    ("    # instead: …", "nếu huỷ thì đến sự kiện nào", "where to go if it is cancelled"),
    ("    # description: …", "nói rõ thêm", "more about it"),
    ("    # task: nv1", "nhiệm vụ trong kế hoạch", "the task of the plan"),
    ("    # materials: [\"@/tai-lieu/a.md\"]", "tài liệu dùng cho sự kiện", "materials for it"),
];

const MATERIAL: &[Line] = &[
    DATE,
    DRAFT,
    DESCRIPTION,
    SUMMARY,
    (
        "medium: leaflet",
        "leaflet (tờ rơi), poster, slogans, lesson, other",
        "leaflet, poster, slogans, lesson, other",
    ),
    ("# audience: …", "dành cho ai", "whom it is for"),
    ("# level: …", "cấp học hoặc trình độ", "the level of school or reading"),
    ("# duration: …", "thời lượng, nếu là bài học", "how long a lesson takes"),
    ("# paper: A4", "khổ giấy khi in", "on which paper it is printed"),
    ("# black_and_white: true", "in đen trắng vẫn rõ", "it is as good in black and white"),
    ("# files:", "tệp để tải, đặt cạnh tệp này", "files to download, beside this file"),
    ("#   - { file: to-roi.pdf, title: … }", "", ""),
];

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
