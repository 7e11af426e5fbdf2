//! The keys of a schedule, its events and its sheet.

use crate::keys::takes::word;
use crate::keys::{Key, Refers, Takes, Word, key};

/// The keys that a schedule has beside those of every page.
pub const SCHEDULE: &[Key] = &[
    key("starts", Takes::Day)
        .called(&["bat dau", "tu ngay", "ngay bat dau"])
        .wanted()
        .about("ngày đầu của lịch", "the first day")
        .like("15/11/2026", "15/11/2026"),
    key("ends", Takes::Day)
        .called(&["ket thuc", "den ngay", "ngay ket thuc"])
        .wanted()
        .about("ngày cuối của lịch", "the last day")
        .like("15/12/2026", "15/12/2026"),
    key("theme", Takes::Text)
        .called(&["chu de"])
        .about("chủ đề", "the theme")
        .like("Chung tay vì bình đẳng", "Equal together"),
    key("slogans", Takes::OneOrMore(&Takes::Text))
        .called(&["khau hieu"])
        .about("khẩu hiệu", "the slogans")
        .like("[Việc nhà là việc chung.]", "[Housework is everyone’s work.]"),
    key("organizer", Takes::Name(Refers::Agency))
        .called(&["don vi", "chu tri", "co quan to chuc", "don vi to chuc"])
        .about(
            "cơ quan tổ chức, mã trong _data/agencies.yaml",
            "who runs it, a key of _data/agencies.yaml",
        )
        .like("so-noi-vu", "so-noi-vu"),
    key("plan", Takes::Name(Refers::Plan))
        .called(&["ke hoach"])
        .about("kế hoạch của lịch này", "the plan that it carries out")
        .like("\"@/ke-hoach/72.md\"", "\"@/ke-hoach/72.md\""),
    key("events", Takes::Either(&[
        Takes::ListOf(&Takes::Mapping(EVENT)),
        Takes::Name(Refers::Sheet),
        Takes::Mapping(SHEET),
    ]))
        .called(&["su kien", "hoat dong", "cac su kien"])
        .about(
            "các sự kiện; hoặc tên một bảng tính, xem [Lịch từ bảng tính](#lich-tu-bang-tinh)",
            "the events; or the name of a sheet, see [A schedule from a spreadsheet](#a-schedule-from-a-spreadsheet)",
        ),
];

/// The parts of a day.
const PARTS: &[Word] = &[
    word("morning", "buổi sáng", "in the morning").called(&["sang", "buoi sang"]),
    word("afternoon", "buổi chiều", "in the afternoon").called(&["chieu", "buoi chieu"]),
    word("evening", "buổi tối", "in the evening").called(&["toi", "buoi toi"]),
    word("all_day", "cả ngày", "all day").called(&["ca ngay"]),
];

/// Whether an event is sure.
const STATES: &[Word] = &[
    word("confirmed", "chắc chắn", "it will take place").called(&[
        "xac nhan",
        "da xac nhan",
        "chinh thuc",
    ]),
    word("tentative", "dự kiến", "it is planned").called(&["du kien"]),
    word("cancelled", "huỷ", "it will not take place").called(&["huy", "huy bo", "da huy"]),
    word("postponed", "hoãn", "it will take place later").called(&["hoan", "tam hoan"]),
    word("moved", "dời ngày", "it takes place on another day")
        .called(&["doi", "doi ngay", "doi lich"]),
];

/// The keys of an event.
pub const EVENT: &[Key] = &[
    key("title", Takes::Text)
        .called(&["ten", "tieu de", "noi dung", "ten su kien"])
        .wanted()
        .about("tên sự kiện; bắt buộc", "what happens; must be there")
        .like("Lễ phát động", "Opening"),
    key("id", Takes::Text)
        .called(&["ma"])
        .about(
            "mã, đừng đổi sau khi đã đăng; không ghi thì lấy từ tên",
            "its id, keep it once published; without it one is made from the title",
        )
        .like("le-phat-dong", "opening"),
    key("description", Takes::Text)
        .called(&["mo ta", "noi dung", "tom tat"])
        .about("nói rõ thêm", "more about it")
        .like("Có biểu diễn văn nghệ.", "With music."),
    key("date", Takes::Day)
        .called(&["ngay", "thoi gian"])
        .about("ngày", "the day")
        .like("15/11/2026", "15/11/2026"),
    key("end_date", Takes::Day)
        .called(&["den ngay", "ngay ket thuc"])
        .about("ngày cuối, nếu kéo dài nhiều ngày", "the last day, if there are several")
        .like("16/11/2026", "16/11/2026"),
    key("starts", Takes::Time)
        .called(&["bat dau", "gio", "gio bat dau"])
        .about(
            "giờ bắt đầu; nếu không có `date` thì là ngày và giờ: `\"15/11/2026 07:30\"`",
            "when it begins; without `date` a day and a time: `\"15/11/2026 07:30\"`",
        )
        .like("\"7:30\"", "\"7:30\""),
    key("ends", Takes::Time)
        .beside("starts")
        .called(&["ket thuc", "gio ket thuc"])
        .about(
            "giờ kết thúc; nếu không có `date` thì là ngày và giờ",
            "when it ends; without `date` a day and a time",
        )
        .like("\"9:00\"", "\"9:00\""),
    key("part_of_day", Takes::Word(PARTS))
        .called(&["buoi"])
        .about(
            "`morning` (sáng), `afternoon` (chiều), `evening` (tối) hoặc `all_day` (cả ngày), khi chưa rõ giờ",
            "`morning`, `afternoon`, `evening` or `all_day`, if no time is known",
        )
        .like("morning", "morning"),
    key("repeat", Takes::Mapping(REPEAT))
        .called(&["lap lai"])
        .about(
            "lặp lại, `every` là `day`, `week` hoặc `month`; `on`: các ngày từ `mon` (thứ Hai) đến `sun` (Chủ nhật); `until`: đến ngày; `except`: các ngày nghỉ",
            "how it comes back, `every` `day`, `week` or `month`; `on`: days from `mon` to `sun`; `until`; `except`: days on which it does not take place",
        )
        .like(
            "{ every: week, on: [mon], until: 14/12/2026, except: [7/12/2026] }",
            "{ every: week, on: [mon], until: 14/12/2026, except: [7/12/2026] }",
        ),
    key("status", Takes::Word(STATES))
        .called(&["trang thai", "tinh trang"])
        .about(
            "`confirmed` (chắc chắn, cũng là khi không ghi gì), `tentative` (dự kiến), `cancelled` (huỷ), `postponed` (hoãn) hoặc `moved` (dời ngày)",
            "`confirmed` (if nothing is written), `tentative`, `cancelled`, `postponed` or `moved`",
        )
        .like("tentative", "tentative"),
    key("moved_from", Takes::Day)
        .also(&["previous_date"])
        .called(&["ngay cu", "doi tu"])
        .about("ngày đã báo lúc đầu", "the day first announced")
        .like("14/11/2026", "14/11/2026"),
    key("venue", Takes::Text)
        .called(&["dia diem", "noi to chuc"])
        .about("địa điểm, bằng chữ", "where, in words")
        .like("Quảng trường", "The square"),
    key("place", Takes::Name(Refers::Place))
        .called(&["dia diem"])
        .about("hoặc mã một địa điểm của `_data/places.yaml`", "or a key of `_data/places.yaml`")
        .like("quang-truong", "quang-truong"),
    key("organizer", Takes::Name(Refers::Agency))
        .also(&["lead"])
        .called(&["don vi", "chu tri", "don vi to chuc"])
        .about(
            "cơ quan tổ chức, nếu khác với lịch; mã trong `agencies.yaml`",
            "who runs it, if not the schedule's organizer; a key of `agencies.yaml`",
        )
        .like("so-noi-vu", "so-noi-vu"),
    key("with", Takes::OneOrMore(&Takes::Name(Refers::Agency)))
        .called(&["phoi hop", "don vi phoi hop"])
        .about("cơ quan phối hợp; mã trong `agencies.yaml`", "who helps; keys of `agencies.yaml`")
        .like("[hoi-lhpn]", "[hoi-lhpn]"),
    key("attendees", Takes::Text)
        .called(&["thanh phan", "thanh phan tham du"])
        .about("thành phần tham dự, bằng chữ", "who is to attend, in words")
        .like("Đại diện các xã", "One person of each commune"),
    key("audiences", Takes::OneOrMore(&Takes::Name(Refers::Term)))
        .called(&["doi tuong", "danh cho"])
        .about(
            "dành cho ai; từ phân loại của `audiences`",
            "whom it is for; terms of the taxonomy `audiences`",
        )
        .like("[hoc-sinh]", "[hoc-sinh]"),
    key("contact", Takes::Text)
        .called(&["lien he", "dau moi"])
        .about("liên hệ", "whom to ask")
        .like("Phòng Văn hoá", "The culture office"),
    key("map", Takes::Name(Refers::Web))
        .called(&["ban do"])
        .about(
            "địa chỉ bản đồ trên mạng; không ghi thì lấy của địa điểm",
            "the address of a map on the web; otherwise that of the place",
        )
        .like("\"https://www.openstreetmap.org/\"", "\"https://www.openstreetmap.org/\""),
    key("register", Takes::Text)
        .called(&["dang ky", "noi dang ky"])
        .about(
            "nơi đăng ký; địa chỉ trang web, hộp thư hoặc số điện thoại",
            "where one registers; an address on the web, a mailbox or a telephone number",
        )
        .like("0255 3712 135", "0255 3712 135"),
    key("cost", Takes::Text)
        .called(&["phi", "phi tham gia", "mien phi"])
        .about("phí tham gia", "what it costs to take part")
        .like("miễn phí", "free"),
    key("access", Takes::Text)
        .called(&["tiep can"])
        .about(
            "hỗ trợ cho người khuyết tật; không ghi thì lấy của địa điểm",
            "what is there for people with disabilities; otherwise that of the place",
        )
        .like("\"có lối xe lăn, ngôn ngữ ký hiệu\"", "\"a ramp, sign language\""),
    key("bring", Takes::Text)
        .called(&["mang theo", "can mang theo"])
        .about("cần mang theo gì", "what to bring")
        .like("\"nước uống, mũ\"", "\"water, a hat\""),
    key("instead", Takes::Name(Refers::Event))
        .called(&["thay bang"])
        .about(
            "nếu huỷ hoặc hoãn thì đến đâu; mã của sự kiện khác, hoặc một trang",
            "where one may go if it is cancelled or postponed; the id of another event, or a page",
        )
        .like("hoi-thi", "contest"),
    key("task", Takes::Name(Refers::Task))
        .called(&["nhiem vu"])
        .about("mã một nhiệm vụ trong `plan` của lịch", "the id of a task of the schedule's `plan`")
        .like("nv1", "nv1"),
    key("materials", Takes::OneOrMore(&Takes::Name(Refers::Page)))
        .called(&["tai lieu"])
        .about("các trang tài liệu dùng cho sự kiện", "pages with materials for it")
        .like("[\"@/tai-lieu/a.md\"]", "[\"@/tai-lieu/a.md\"]"),
    key("sample", Takes::Flag)
        .about(
            "sự kiện đặt ra để minh hoạ; không ghi thì theo trang",
            "invented for illustration; else as the page says",
        )
        .like("true", "true"),
];

/// How often an event comes back.
const OFTEN: &[Word] = &[
    word("day", "hằng ngày", "daily").called(&["ngay", "hang ngay", "moi ngay", "daily"]),
    word("week", "hằng tuần", "weekly").called(&["tuan", "hang tuan", "moi tuan", "weekly"]),
    word("month", "hằng tháng", "monthly").called(&["thang", "hang thang", "moi thang", "monthly"]),
];

/// The days of the week.
const WEEKDAYS: &[Word] = &[
    word("mon", "thứ Hai", "Monday").called(&["thu hai", "thu 2", "monday"]),
    word("tue", "thứ Ba", "Tuesday").called(&["thu ba", "thu 3", "tuesday"]),
    word("wed", "thứ Tư", "Wednesday").called(&["thu tu", "thu 4", "wednesday"]),
    word("thu", "thứ Năm", "Thursday").called(&["thu nam", "thu 5", "thursday"]),
    word("fri", "thứ Sáu", "Friday").called(&["thu sau", "thu 6", "friday"]),
    word("sat", "thứ Bảy", "Saturday").called(&["thu bay", "thu 7", "saturday"]),
    word("sun", "Chủ nhật", "Sunday").called(&["chu nhat", "cn", "sunday"]),
];

/// The keys of `repeat`.
pub const REPEAT: &[Key] = &[
    key("every", Takes::Word(OFTEN))
        .wanted()
        .about("`day` (ngày), `week` (tuần) hoặc `month` (tháng)", "`day`, `week` or `month`")
        .like("week", "week"),
    key("on", Takes::OneOrMore(&Takes::Word(WEEKDAYS)))
        .called(&["thu"])
        .about("các ngày từ `mon` (thứ Hai) đến `sun` (Chủ nhật)", "days from `mon` to `sun`")
        .like("[mon]", "[mon]"),
    key("until", Takes::Day)
        .called(&["den ngay", "den"])
        .about("đến ngày", "the last day it may fall on")
        .like("14/12/2026", "14/12/2026"),
    key("except", Takes::OneOrMore(&Takes::Day))
        .called(&["tru", "tru ngay"])
        .about("các ngày nghỉ", "days on which it does not take place")
        .like("[7/12/2026]", "[7/12/2026]"),
];

/// The keys of `events` that say how to read a sheet.
pub const SHEET: &[Key] = &[
    key("file", Takes::Name(Refers::Sheet))
        .also(&["path"])
        .called(&["tep", "bang tinh"])
        .wanted()
        .about("bảng tính đặt cạnh trang này", "the sheet beside this page")
        .like("lich-2026.xlsx", "lich-2026.xlsx"),
    key("sheets", Takes::OneOrMore(&Takes::Text))
        .also(&["sheet"])
        .called(&["trang tinh"])
        .about("các trang tính cần đọc", "the tabs that are read")
        .like("[Tháng 11]", "[Tháng 11]"),
    key("date", Takes::Day)
        .called(&["ngay"])
        .about(
            "ngày của mọi hàng, nếu bảng không có cột ngày",
            "the day of all rows, if no column has it",
        )
        .like("20/11/2026", "20/11/2026"),
    key("columns", Takes::Mapping(COLUMNS))
        .called(&["cot", "cac cot"])
        .about("tên các cột, nếu bảng gọi khác", "what the columns are called, if otherwise")
        .like(
            "{ title: Việc cần làm, ignore: [Kinh phí] }",
            "{ title: What is to be done, ignore: [Budget] }",
        ),
];

/// What stands in a column: its name in the sheet, one or several.
const fn column(name: &'static str, vi: &'static str, en: &'static str) -> Key {
    key(name, Takes::OneOrMore(&Takes::Text)).about(vi, en)
}

/// The keys of `columns`, behind each the name of the column.
pub const COLUMNS: &[Key] = &[
    column("title", "nội dung", "what happens"),
    column("date", "ngày", "the day"),
    column("end_date", "đến ngày", "the last day"),
    column("weekday", "thứ", "the day of the week"),
    column("time", "giờ", "the time"),
    column("end_time", "giờ kết thúc", "the time it ends"),
    column("repeat", "lặp lại", "how it comes back"),
    column("venue", "địa điểm", "where"),
    column("organizer", "chủ trì", "who runs it"),
    column("with", "phối hợp", "who helps"),
    column("attendees", "thành phần", "who is to attend"),
    column("audiences", "đối tượng", "whom it is for"),
    column("contact", "liên hệ", "whom to ask"),
    column("map", "bản đồ", "a map"),
    column("register", "đăng ký", "where one registers"),
    column("cost", "phí tham gia", "what it costs to take part"),
    column("access", "tiếp cận", "what is there for people with disabilities"),
    column("bring", "mang theo", "what to bring"),
    column("instead", "thay bằng", "what takes its place"),
    column("description", "ghi chú", "more about it"),
    column("status", "trạng thái", "whether it is sure"),
    column("task", "nhiệm vụ", "the task of the plan"),
    column("materials", "tài liệu", "pages with materials"),
    column("id", "mã", "the id"),
    column("number", "số thứ tự", "the number of the row"),
    column("ignore", "các cột không đọc", "columns that are not read"),
];
