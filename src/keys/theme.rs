//! The keys of `theme.yaml`.

use crate::keys::{Key, Refers, Takes, key};

/// The keys of `theme.yaml`.
pub const THEME: &[Key] = &[
    key("name", Takes::Text)
        .about("tên giao diện", "what the theme is called")
        .like("Tỉnh", "Tỉnh"),
    key("description", Takes::Text)
        .about("một câu về giao diện", "one sentence about it")
        .like("Giao diện của tỉnh.", "The theme of the province."),
    key("version", Takes::Text).about("phiên bản", "its version").like("\"1.0\"", "\"1.0\""),
    key("licence", Takes::Text)
        .also(&["license"])
        .about("giấy phép", "its licence")
        .like("MIT", "MIT"),
    key("authors", Takes::Anything)
        .about("người làm", "who made it")
        .like("[Nguyễn Thị B]", "[Nguyễn Thị B]"),
    key("extends", Takes::Name(Refers::Theme))
        .about("giao diện mà nó dựa vào", "the theme that it extends")
        .like("civic", "civic"),
    key("colors", Takes::Mapping(THEME_COLORS)).about("màu", "its colours"),
    key("pictures", Takes::ListOf(&Takes::Count))
        .about("bề rộng của các bản hình thu nhỏ", "the widths of smaller copies of pictures")
        .like("[480, 960, 1440]", "[480, 960, 1440]"),
    key("content_security_policy", Takes::Text)
        .about("điều máy chủ gửi kèm mỗi tệp", "what a server sends with every file")
        .like("\"default-src 'self'\"", "\"default-src 'self'\""),
    key("extra", Takes::Anything)
        .about("dữ liệu thêm", "whatever the theme may want")
        .like("{ a: b }", "{ a: b }"),
];

/// A colour for a part of a page.
const fn color(name: &'static str, vi: &'static str, en: &'static str) -> Key {
    key(name, Takes::Text).about(vi, en).like("\"#7a1f5c\"", "\"#7a1f5c\"")
}

/// The keys of `colors` of a theme.
pub const THEME_COLORS: &[Key] = &[
    color("accent", "màu chính", "links, buttons, the stripe at the top"),
    color("second", "màu thứ hai", "a second colour beside it"),
    color("paper", "nền trang", "the ground"),
    color("tint", "nền khung", "the ground of boxes and of the header"),
    color("paper_dark", "nền trang khi tối", "the ground in the dark"),
    color("tint_dark", "nền khung khi tối", "the ground of boxes and of the header in the dark"),
];
