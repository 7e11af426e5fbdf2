//! The editorial checks, as `checks` names them: in the settings of a site and on a page.

use crate::keys::takes::word;
use crate::keys::{Key, Takes, Word, key};

/// How much a finding weighs.
const LEVELS: &[Word] = &[
    word("off", "không tìm", "nothing is looked for").called(&["tat", "khong", "bo"]),
    word("note", "ghi chú", "good to know").called(&["ghi chu"]),
    word("warning", "cảnh báo", "likely not meant").called(&["canh bao"]),
    word("error", "lỗi, không đăng được", "the site is not published with it").called(&["loi"]),
];

/// The keys of `checks`, in the order of their codes: the names of the checks, each with what it
/// looks for.
pub const CHECKS: &[Key] = &[
    key("weekdays", Takes::Word(LEVELS))
        .about("thứ không khớp với ngày", "a day of the week that does not fall on its date")
        .like("warning", "warning"),
    key("days", Takes::Word(LEVELS))
        .about(
            "ngày, giờ không có thật; kết thúc trước khi bắt đầu",
            "a day or time that does not exist; an end before its beginning",
        )
        .like("warning", "warning"),
    key("private_data", Takes::Word(LEVELS))
        .about(
            "số di động, hộp thư riêng, số căn cước của một người",
            "somebody's own mobile number, mailbox or citizen number",
        )
        .like("warning", "warning"),
    key("hotlines", Takes::Word(LEVELS))
        .about(
            "đường dây nóng chưa ghi `verified`, hoặc đã quá một năm chưa kiểm tra lại",
            "a help line without `verified`, or not checked for over a year",
        )
        .like("note", "note"),
    key("link_words", Takes::Word(LEVELS))
        .about(
            "liên kết mang chữ như “tại đây”, “xem thêm” hoặc cả một địa chỉ dài",
            "a link that says “click here”, “read more” or a long address",
        )
        .like("note", "note"),
    key("headings", Takes::Word(LEVELS))
        .about(
            "đề mục nhảy cấp; chẳng hạn từ `##` xuống `####`",
            "a heading that leaves out a level; such as `####` behind `##`",
        )
        .like("note", "note"),
    key("alt_texts", Takes::Word(LEVELS))
        .about(
            "lời mô tả hình là tên tệp hay chỉ là “ảnh”",
            "a text of a picture that is the name of a file, or just “image”",
        )
        .like("warning", "warning"),
    key("long_sentences", Takes::Word(LEVELS))
        .about(
            "câu dài hơn 50 tiếng (tiếng Anh: 35 từ)",
            "a sentence of more than 35 words (in Vietnamese 50 syllables)",
        )
        .like("off", "off"),
    key("spelling", Takes::Word(LEVELS))
        .about(
            "tiếng không thể có trong tiếng Việt, như `đuờng`, `nguời`",
            "a word that Vietnamese cannot have, such as `đuờng`",
        )
        .like("warning", "warning"),
    key("names", Takes::Word(LEVELS))
        .about(
            "tên gọi viết theo cách mà `not` của `glossary.yaml` hay `campaigns.yaml` không cho",
            "a name as `not` of `glossary.yaml` or `campaigns.yaml` forbids to write it",
        )
        .like("warning", "warning"),
    key("abbreviations", Takes::Word(LEVELS))
        .about(
            "chữ viết tắt không được giải thích ở lần đầu, cũng không có trong dữ liệu",
            "an abbreviation that neither the page nor the data explains",
        )
        .like("note", "note"),
];
