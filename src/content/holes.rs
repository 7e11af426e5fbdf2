//! Holes in a text that were left to be filled in: `[điền tên]`, `‹họ tên›`, `xx/KH-UBND`.
//!
//! In: a line. Out: the first hole in it. Told is only what no reader can be meant to fill in.

use std::ops::Range;

/// What begins a hole in square brackets.
const BEGINNINGS: &[&str] =
    &["điền ", "nhập ", "chèn ", "bổ sung ", "cập nhật ", "fill in ", "insert ", "your "];

/// What is to stand in a hole.
const SLOTS: &[&str] = &[
    "họ tên",
    "họ và tên",
    "tên",
    "tên cơ quan",
    "tên đơn vị",
    "tên xã",
    "tên người",
    "tên trường",
    "tên thôn",
    "ngày",
    "ngày tháng",
    "ngày tháng năm",
    "ngày/tháng/năm",
    "giờ",
    "thời gian",
    "địa điểm",
    "địa chỉ",
    "số",
    "số điện thoại",
    "sđt",
    "điện thoại",
    "chức vụ",
    "cơ quan",
    "đơn vị",
    "nội dung",
    "email",
    "đường dẫn",
    "name",
    "full name",
    "date",
    "time",
    "place",
    "venue",
    "address",
    "phone",
    "phone number",
];

/// The longest hole, in bytes.
const LONGEST: usize = 80;

/// Whether a text is a form, in which dots are for readers to write on.
pub(super) fn is_form(text: &str) -> bool {
    ["........", "…………", "________"].iter().any(|line| text.contains(line))
}

/// The first hole of a line.
pub(super) fn find(line: &str, is_form: bool) -> Option<Range<usize>> {
    let dotted = || if is_form { None } else { number(line) };
    in_brackets(line).or_else(|| crossed(line)).or_else(dotted).or_else(|| blind_text(line))
}

/// `[họ tên]`, `‹họ tên›`, `<họ tên>`, `{họ tên}`, `«Ho_ten»`.
fn in_brackets(line: &str) -> Option<Range<usize>> {
    const PAIRS: [(char, char); 5] = [('[', ']'), ('‹', '›'), ('<', '>'), ('{', '}'), ('«', '»')];
    // The first bytes of these signs, and of few others.
    let is_mark = |byte: u8| matches!(byte, b'[' | b'<' | b'{' | 0xC2 | 0xE2);
    line.bytes().enumerate().filter(|(_, byte)| is_mark(*byte)).find_map(|(at, _)| {
        let open = line[at..].chars().next()?;
        let (_, close) = PAIRS.into_iter().find(|(own, _)| *own == open)?;
        let inside = &line[at + open.len_utf8()..];
        let inside = &inside[..inside.floor_char_boundary(LONGEST)];
        let inside = &inside[..inside.find(close)?];
        let end = at + open.len_utf8() + inside.len() + close.len_utf8();
        if open == '{' && line[..at].ends_with('{') {
            return None;
        }
        let is_hole = match open {
            '«' => is_field(inside),
            // What leads somewhere is a link.
            '[' => {
                let is_link = line[end..].starts_with(['(', '[', ':']);
                !is_link && (is_slot(inside) || begins(inside))
            }
            // The fields of letters to many: `{{tổng số}}`.
            '{' if inside.starts_with('{') => {
                let words = &inside[1..];
                let is_text = |own: char| own.is_alphanumeric() || own == ' ';
                words.chars().all(is_text) && (!words.is_ascii() || is_slot(words))
            }
            _ => is_slot(inside),
        };
        let end = end + usize::from(open == '{' && line[end..].starts_with('}'));
        is_hole.then_some(at..end)
    })
}

fn begins(inside: &str) -> bool {
    let inside = inside.to_lowercase();
    BEGINNINGS.iter().any(|own| inside.starts_with(own))
}

fn is_slot(inside: &str) -> bool {
    let inside = inside.trim().to_lowercase();
    SLOTS.contains(&inside.as_str())
}

/// Whether what stands between `«` and `»` is the name of a field of a letter to many: one word
/// with a stroke below, or with a capital in its middle.
fn is_field(inside: &str) -> bool {
    let is_name = inside.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let is_low = |pair: &[u8]| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
    is_name && (inside.contains('_') || inside.as_bytes().windows(2).any(is_low))
}

/// `0255 xxx xxx`, `xx/KH-UBND`, `xx/11/2026`.
fn crossed(line: &str) -> Option<Range<usize>> {
    let is_part = |letter: char| letter.is_alphanumeric() || "_-/.@".contains(letter);
    let mut done = 0;
    while let Some(found) = line[done..].find("xx") {
        let start = done + found;
        let len = line[start..].bytes().take_while(|byte| *byte == b'x').count();
        let (before, behind) = (&line[..start], &line[start + len..]);
        let number = behind.strip_prefix('/').unwrap_or_default();
        let is_number = number.starts_with(|own: char| own.is_ascii_digit() || own.is_uppercase());
        let is_word = len > 2 && !behind.starts_with(is_part);
        if !before.ends_with(is_part) && (is_word || is_number) {
            return Some(start..start + len);
        }
        done = start + len;
    }
    None
}

/// `…/KH-UBND` and `…/…/2026`.
fn number(line: &str) -> Option<Range<usize>> {
    line.match_indices('/').find_map(|(at, _)| {
        let before = line[..at].trim_end_matches(['…', '.', '_']);
        let dots = &line[before.len()..at];
        let is_hole = dots.contains('…') || dots.len() > 2;
        let behind = &line[at + 1..];
        let behind = &behind[..behind.floor_char_boundary(LONGEST)];
        let capitals = behind.chars().take_while(|letter| letter.is_uppercase()).count();
        let is_number = capitals > 1 && behind.contains('-');
        let is_date = behind.trim_start_matches(['…', '.', '_']).starts_with("/2")
            && behind.starts_with(['…', '.', '_']);
        let is_apart = before.is_empty() || before.ends_with([' ', ':', '(', '\u{a0}']);
        (is_hole && is_apart && (is_number || is_date)).then_some(before.len()..at)
    })
}

/// What printers set where no text is written yet.
fn blind_text(line: &str) -> Option<Range<usize>> {
    const BEGINNING: &str = "Lorem ipsum";
    line.find(BEGINNING).map(|at| at..at + BEGINNING.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_is_what_no_reader_can_fill() {
        for (line, hole) in [
            ("[điền tên] sẽ nói chuyện.", "[điền tên]"),
            ("Kính gửi ‹họ tên›.", "‹họ tên›"),
            ("Kính gửi <họ tên>.", "<họ tên>"),
            ("Kính gửi «Ho_ten».", "«Ho_ten»"),
            ("Kính gửi «HoTen».", "«HoTen»"),
            ("Kính gửi [TÊN CƠ QUAN].", "[TÊN CƠ QUAN]"),
            ("Kính gửi {{họ tên}}.", "{{họ tên}}"),
            ("Gồm {{tổng số}} hộ.", "{{tổng số}}"),
            ("Kính gửi {họ tên}.", "{họ tên}"),
            ("Lúc [giờ] ngày 15/11.", "[giờ]"),
            ("Gọi 0255 xxx xxx.", "xxx"),
            ("Kế hoạch số xx/KH-UBND", "xx"),
            ("ngày xx/11/2026", "xx"),
            ("Số: …/KH-UBND", "…"),
            ("Ngày …/…/2026", "…"),
            ("Ngày .../.../2026", "..."),
            ("Lorem ipsum dolor", "Lorem ipsum"),
        ] {
            let found = find(line, false).map(|hole| &line[hole]);
            assert_eq!(found, Some(hole), "{line}");
        }
    }

    #[test]
    fn what_is_written_so_is_no_hole() {
        for line in [
            "[Tên](ten.md) và [tên][ten], [tên]: a.md",
            "[Ngày hội non sông] ở xã",
            "Bài hát «Quê hương», «Tiếng Việt»",
            "{{ agency(key=\"tên\") }}",
            "https://a.vn/xx/2026 và a/xxx",
            "Thế kỷ X\u{58}X, taxxi, xxi",
            "Ông nói: “Làm cho dân […] tin.”",
            "và/hoặc, 15/11/2026, 72/KH-UBND",
            "Vui quá.../CƯỜI",
            "đi… về/ra",
            "../../tin/bai.md",
        ] {
            assert_eq!(find(line, false), None, "{line}");
        }
        assert!(is_form("Họ và tên: ................"));
        assert_eq!(find("Số: …/KH-UBND", true), None);
        assert!(find(&"x".repeat(100_000), false).is_some());
        assert_eq!(find(&"xxa".repeat(50_000), false), None);
        assert_eq!(find(&"[".repeat(100_000), false), None);
        assert_eq!(find(&"./".repeat(50_000), false), None);
    }
}
