//! The keys of a plan, its document and its tasks.

use crate::keys::takes::word;
use crate::keys::{FILE, Key, Refers, Takes, Word, key};

/// The keys that a plan has beside those of every page.
pub const PLAN: &[Key] = &[
    key("document", Takes::Mapping(DOCUMENT))
        .called(&["van ban"])
        .wanted()
        .about("văn bản mà trang này tóm tắt", "the document that this page sums up"),
    key("period", Takes::Either(&[Takes::Text, Takes::Mapping(PERIOD)]))
        .called(&["thoi gian", "thoi gian thuc hien", "giai doan"])
        .about("thời gian thực hiện; ngày, hoặc bằng chữ", "when the plan holds; days, or words")
        .like("{ starts: 1/1/2024, ends: 31/12/2024 }", "{ starts: 1/1/2024, ends: 31/12/2024 }"),
    key("tasks", Takes::ListOf(&Takes::Mapping(TASK)))
        .called(&["nhiem vu", "cac nhiem vu"])
        .about("các nhiệm vụ", "the tasks"),
    key("supersedes", Takes::Name(Refers::Plan))
        .called(&["thay the", "thay cho"])
        .about("kế hoạch cũ mà bản này thay", "the plan that this one replaces")
        .like("\"@/ke-hoach/cu.md\"", "\"@/ke-hoach/cu.md\""),
    key("follows", Takes::Name(Refers::Plan))
        .called(&["tiep theo", "tiep noi"])
        .about("kế hoạch trước đó, đã hết hạn", "the plan before it, which ended by itself")
        .like("\"@/ke-hoach/cu.md\"", "\"@/ke-hoach/cu.md\""),
];

const NUMBER: Key = key("number", Takes::Text)
    .called(&["so hieu", "so", "so van ban", "so ky hieu"])
    .wanted()
    .about("số, ký hiệu; viết đúng dạng này", "its number; it must look like this")
    .like("72/KH-UBND", "72/KH-UBND");

const TYPE: Key = key("type", Takes::Text)
    .called(&["loai", "loai van ban"])
    .about("loại văn bản", "its type")
    .like("Kế hoạch", "Kế hoạch");

const ISSUER: Key = key("issuer", Takes::Name(Refers::Agency))
    .called(&["co quan ban hanh", "noi ban hanh"])
    .about(
        "cơ quan ban hành, mã trong _data/agencies.yaml",
        "who issued it, a key of _data/agencies.yaml",
    )
    .like("ubnd-tinh", "ubnd-tinh");

const ISSUED_ON: Key = key("issued_on", Takes::Day)
    .also(&["date"])
    .called(&["ngay", "ngay ban hanh", "ngay ky"])
    .about("ngày ban hành", "when it was issued")
    .like("25/3/2024", "25/3/2024");

/// The keys of the document that a plan sums up.
pub const DOCUMENT: &[Key] = &[
    NUMBER,
    TYPE,
    ISSUER,
    ISSUED_ON,
    key("place", Takes::Text)
        .called(&["noi ban hanh", "dia danh"])
        .about("nơi ban hành", "where it was issued")
        .like("Quảng Ngãi", "Quảng Ngãi"),
    key("signatory", Takes::Text)
        .also(&["signed_by"])
        .called(&["nguoi ky"])
        .about("người ký", "who signed it")
        .like("Trần Hoàng Tuấn", "Trần Hoàng Tuấn"),
    key("legal_basis", Takes::ListOf(&Takes::Either(&[Takes::Text, Takes::Mapping(LEGAL_BASIS)])))
        .called(&["can cu", "can cu phap ly"])
        .about(
            "các căn cứ; mỗi căn cứ một số, hoặc nhiều mục",
            "the documents it rests on; each a number, or several keys",
        )
        .like("[254/QĐ-UBND]", "[254/QĐ-UBND]"),
    key("original", Takes::Either(&[Takes::Name(Refers::File), Takes::Mapping(FILE)]))
        .called(&["van ban goc", "toan van", "ban goc"])
        .about(
            "văn bản gốc; `url` trên mạng, hoặc `file` cạnh trang này",
            "the original; `url` on the web, or `file` beside this page",
        )
        .like(
            "{ url: \"https://quangngai.gov.vn/72.pdf\" }",
            "{ url: \"https://quangngai.gov.vn/72.pdf\" }",
        ),
];

/// The keys of a document on which another rests.
pub const LEGAL_BASIS: &[Key] = &[
    NUMBER,
    TYPE,
    key("title", Takes::Text)
        .called(&["ten", "tieu de", "trich yeu"])
        .about("trích yếu của văn bản", "what it is about")
        .like("Chiến lược quốc gia về bình đẳng giới", "The national strategy"),
    ISSUER,
    ISSUED_ON,
];

/// The keys of a stretch of time.
pub const PERIOD: &[Key] = &[
    key("starts", Takes::Day)
        .called(&["bat dau", "tu ngay"])
        .wanted()
        .about("từ ngày", "the first day")
        .like("1/1/2024", "1/1/2024"),
    key("ends", Takes::Day)
        .called(&["ket thuc", "den ngay"])
        .wanted()
        .about("đến ngày", "the last day")
        .like("31/12/2024", "31/12/2024"),
];

/// How far a task is.
const STATES: &[Word] = &[
    word("planned", "chưa làm", "not begun").called(&["chua lam", "chua", "chua thuc hien"]),
    word("under_way", "đang làm", "begun").called(&["dang lam", "dang thuc hien", "dang"]),
    word("done", "đã xong", "finished").called(&[
        "da xong",
        "xong",
        "hoan thanh",
        "da hoan thanh",
        "da lam",
    ]),
];

/// The keys of a task. Of `due`, `period` and `ongoing` it has one.
pub const TASK: &[Key] = &[
    key("id", Takes::Text)
        .called(&["ma"])
        .about(
            "mã; đã đăng thì đừng đổi: có liên kết dẫn đến đây",
            "its id; keep it once published: links point to it",
        )
        .like("nv1", "nv1"),
    key("title", Takes::Text)
        .called(&["ten", "tieu de", "nhiem vu", "noi dung"])
        .wanted()
        .about("việc cần làm", "what is to be done")
        .like("Phát động Tháng hành động", "Open the action month"),
    key("body", Takes::Text)
        .called(&["noi dung", "mo ta"])
        .about("nói rõ thêm, một đoạn", "more about it, one paragraph")
        .like("Một đoạn **Markdown**.", "One paragraph of **Markdown**."),
    key("lead", Takes::Name(Refers::Agency))
        .called(&["chu tri", "don vi", "don vi chu tri", "co quan chu tri"])
        .about(
            "cơ quan chủ trì, mã trong _data/agencies.yaml",
            "who leads, a key of _data/agencies.yaml",
        )
        .like("so-noi-vu", "so-noi-vu"),
    key("with", Takes::OneOrMore(&Takes::Name(Refers::Agency)))
        .called(&["phoi hop", "don vi phoi hop", "co quan phoi hop"])
        .about("cơ quan phối hợp", "who helps")
        .like("[hoi-lhpn]", "[hoi-lhpn]"),
    key("due", Takes::Day)
        .called(&["han", "thoi han", "ngay", "han chot", "deadline"])
        .about(
            "hạn, hoặc period, hoặc ongoing: true; chỉ một trong ba",
            "by when, or period, or ongoing: true; only one of them",
        )
        .like("15/11/2024", "15/11/2024"),
    key("period", Takes::Either(&[Takes::Text, Takes::Mapping(PERIOD)]))
        .called(&["thoi gian", "giai doan"])
        .about("thời gian thực hiện; ngày, hoặc bằng chữ", "when it is done; days, or words")
        .like("Quý IV", "The last quarter"),
    key("ongoing", Takes::Flag)
        .called(&["thuong xuyen"])
        .about("`true`: làm thường xuyên", "`true`: it goes on without an end")
        .like("true", "true"),
    key("targets", Takes::OneOrMore(&Takes::Text))
        .called(&["chi tieu", "muc tieu"])
        .about("chỉ tiêu", "what is to be reached")
        .like("[Tất cả các xã]", "[Every commune]"),
    key("status", Takes::Word(STATES))
        .called(&["trang thai", "tinh trang", "tien do"])
        .about(
            "`planned` (chưa làm), `under_way` (đang làm) hoặc `done` (đã xong)",
            "`planned`, `under_way` or `done`",
        )
        .like("done", "done"),
];
