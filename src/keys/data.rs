//! The keys of the entries of `content/_data`.

use crate::keys::takes::word;
use crate::keys::{Key, Refers, Takes, Word, key};

const URL: Key = key("url", Takes::Name(Refers::Web))
    .called(&["trang web", "website", "duong dan", "dia chi"])
    .about("trang web", "a page about it")
    .like("\"https://quangngai.gov.vn/\"", "\"https://quangngai.gov.vn/\"");

/// The keys of an agency.
pub const AGENCY: &[Key] = &[
    key("name", Takes::Texts)
        .called(&["ten", "tieu de", "ten co quan"])
        .wanted()
        .about("tên đầy đủ", "its name in full")
        .like(
            "{ vi: Sở Nội vụ, en: Department of Home Affairs }",
            "{ vi: Sở Nội vụ, en: Department of Home Affairs }",
        ),
    key("short", Takes::Texts)
        .called(&["viet tat", "ten tat", "ten ngan"])
        .about("tên ngắn", "its name in short")
        .like("Sở Nội vụ", "Home Affairs"),
    URL,
    key("government", Takes::Flag)
        .called(&["nha nuoc"])
        .about("`false` nếu không phải cơ quan nhà nước", "`false` if it is no office of the state")
        .like("false", "false"),
    key("replaced_by", Takes::Name(Refers::Agency))
        .called(&["thay bang", "thay the boi"])
        .about("mã cơ quan nay làm việc đó", "the key of the agency that does its work now")
        .like("so-noi-vu", "so-noi-vu"),
    key("replaced_on", Takes::Day)
        .beside("replaced_by")
        .called(&["ngay thay", "tu ngay"])
        .about("thay từ ngày", "the day since when")
        .like("1/7/2025", "1/7/2025"),
];

const FORMERLY: Key = key("formerly", Takes::OneOrMore(&Takes::Texts))
    .called(&["ten cu", "truoc day"])
    .about("tên cũ, một hoặc nhiều", "old names, one or a list")
    .like("[Xã Sơn Thuỷ cũ]", "[Xã Sơn Thuỷ cũ]");

const NOT: Key = key("not", Takes::OneOrMore(&Takes::Texts))
    .called(&["khong viet", "viet sai"])
    .about(
        "những cách viết không dùng, một hoặc nhiều",
        "spellings that are not used, one or a list",
    )
    .like("[Tháng HĐ]", "[Gender Month]");

/// The keys of a place.
pub const PLACE: &[Key] = &[
    key("name", Takes::Texts)
        .called(&["ten", "tieu de"])
        .wanted()
        .about("tên", "its name")
        .like("Quảng trường Phạm Văn Đồng", "Phạm Văn Đồng Square"),
    key("address", Takes::Texts)
        .called(&["dia chi"])
        .about("địa chỉ", "its postal address")
        .like("Đường Hùng Vương", "Hùng Vương street"),
    URL,
    key("map", Takes::Name(Refers::Web))
        .called(&["ban do"])
        .about("địa chỉ bản đồ trên mạng", "the address of a map on the web")
        .like("\"https://www.openstreetmap.org/\"", "\"https://www.openstreetmap.org/\""),
    key("access", Takes::Texts)
        .called(&["tiep can"])
        .about("hỗ trợ cho người khuyết tật", "what is there for people with disabilities")
        .like("Có lối xe lăn", "A ramp"),
    key("area", Takes::Name(Refers::Area))
        .called(&["xa", "phuong", "dia ban", "khu vuc"])
        .about("mã một xã, phường của `areas.yaml`", "a key of `areas.yaml`")
        .like("son-ha", "son-ha"),
    key("sample", Takes::Flag)
        .about("`true`: đặt ra để minh hoạ", "`true`: invented for illustration")
        .like("true", "true"),
    FORMERLY,
];

/// What an area is: in Vietnamese or English.
const AREA_KINDS: &[Word] = &[
    word("xã", "xã", "a commune"),
    word("phường", "phường", "a ward"),
    word("đặc khu", "đặc khu", "a special zone"),
    word("commune", "xã", "a commune"),
    word("ward", "phường", "a ward"),
    word("special_zone", "đặc khu", "a special zone"),
];

/// The keys of an area.
pub const AREA: &[Key] = &[
    key("name", Takes::Texts)
        .called(&["ten", "tieu de"])
        .wanted()
        .about("tên", "its name")
        .like("Xã Sơn Hạ", "Sơn Hạ commune"),
    key("kind", Takes::Word(AREA_KINDS))
        .called(&["loai", "cap"])
        .about("`xã`, `phường` hoặc `đặc khu`", "`commune`, `ward` or `special_zone`")
        .like("xã", "commune"),
    key("formerly", Takes::OneOrMore(&Takes::Texts))
        .called(&["ten cu", "truoc day"])
        .about(
            "tên cũ, hoặc tên các xã đã nhập lại",
            "the old names, or those of which it was made",
        )
        .like("[Xã Sơn Thuỷ cũ]", "[Xã Sơn Thuỷ cũ]"),
];

/// The keys of a hotline.
pub const HOTLINE: &[Key] = &[
    key("number", Takes::Phone)
        .called(&["so dien thoai", "dien thoai", "phone", "so", "telephone", "tel"])
        .wanted()
        .about("số cần gọi", "the number to call")
        .like("\"111\"", "\"111\""),
    key("name", Takes::Texts)
        .called(&["ten", "tieu de"])
        .about("ai trả lời", "who answers")
        .like("Tổng đài quốc gia bảo vệ trẻ em", "National child helpline"),
    key("when", Takes::Texts)
        .called(&["khi nao"])
        .about(
            "vài chữ: khi nào thì gọi, hiện cạnh số ở nơi cần gọi nhanh",
            "in few words, when to call: shown beside the number where help must be fast",
        )
        .like("Trẻ em gặp nguy hiểm", "A child is in danger"),
    key("hours", Takes::Hours)
        .called(&["gio", "thoi gian", "gio lam viec"])
        .about("giờ có người trả lời", "when somebody answers")
        .like("24/24", "24 hours"),
    key("free", Takes::Flag)
        .called(&["mien phi"])
        .about("`true` nếu gọi miễn phí", "`true` if the call costs nothing")
        .like("true", "true"),
    URL,
    key("verified", Takes::Day)
        .called(&["kiem tra", "ngay kiem tra", "ngay", "da kiem tra"])
        .about("ngày kiểm tra gần nhất", "the day it was last checked")
        .like("1/10/2026", "1/10/2026"),
    key("source", Takes::Texts)
        .called(&["nguon"])
        .about("số này lấy ở đâu", "where the number stands")
        .like("tongdai111.vn", "tongdai111.vn"),
];

/// The keys of a campaign.
pub const CAMPAIGN: &[Key] = &[
    key("name", Takes::Texts)
        .called(&["ten", "tieu de"])
        .wanted()
        .about("tên chính thức", "its official name")
        .like("Tháng hành động vì bình đẳng giới", "Action Month for Gender Equality"),
    key("starts", Takes::YearDay)
        .called(&["bat dau"])
        .about("ngày đầu trong mỗi năm, bằng chữ", "its first day in each year, in words")
        .like("ngày 15 tháng 11", "15 November"),
    key("ends", Takes::YearDay)
        .beside("starts")
        .called(&["ket thuc"])
        .about("ngày cuối trong mỗi năm, bằng chữ", "its last day in each year, in words")
        .like("ngày 15 tháng 12", "15 December"),
    key("since", Takes::Texts)
        .called(&["tu nam"])
        .about("từ năm nào", "the year of the first one")
        .like("\"2016\"", "\"2016\""),
    URL,
    NOT,
];

/// The keys of a word that pages explain.
pub const TERM: &[Key] = &[
    key("term", Takes::Texts)
        .called(&["thuat ngu", "ten", "tu"])
        .wanted()
        .about("từ", "the word")
        .like("bạo lực trên cơ sở giới", "gender-based violence"),
    key("meaning", Takes::Texts)
        .called(&["nghia", "y nghia", "definition", "giai thich", "dinh nghia"])
        .wanted()
        .about("nghĩa của từ", "what it means")
        .like(
            "Hành vi làm hại một người vì người đó là nữ hay là nam.",
            "Harm done to someone because of their gender.",
        ),
    NOT,
];
