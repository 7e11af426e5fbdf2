//! The kinds of boxes (`> [!NOTE]`) and of containers, and what people write in their place.

use crate::diagnostics::nearest;

/// The boxes that GitHub knows, which are ours too.
pub(super) const ALL: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// What they are called in Vietnamese and elsewhere, without marks.
const NAMES: [(&str, &[&str]); 5] = [
    ("NOTE", &["GHI CHÚ", "CHÚ THÍCH", "THÔNG TIN", "INFO", "THÔNG BÁO"]),
    ("TIP", &["MẸO", "GỢI Ý", "HINT"]),
    ("IMPORTANT", &["QUAN TRỌNG", "LƯU Ý", "KHẨN"]),
    ("WARNING", &["CHÚ Ý", "CẢNH BÁO", "WARN", "ATTENTION"]),
    ("CAUTION", &["NGUY HIỂM", "THẬN TRỌNG", "CẨN THẬN", "DANGER"]),
];

/// What containers of a theme are called in Vietnamese.
const CONTAINERS: [(&str, &[&str]); 6] = [
    ("details", &["CHI TIẾT", "XEM THÊM", "MỞ RỘNG", "HỎI ĐÁP"]),
    ("steps", &["CÁC BƯỚC", "BƯỚC", "QUY TRÌNH"]),
    ("gallery", &["THƯ VIỆN ẢNH", "BỘ ẢNH", "HÌNH ẢNH"]),
    ("card", &["THẺ", "KHUNG"]),
    ("slogans", &["KHẨU HIỆU"]),
    ("facts", &["SỐ LIỆU", "THÔNG TIN CHÍNH"]),
];

/// The most words of such a name.
const MOST_WORDS: usize = 3;

/// What a container was meant to be.
pub(super) enum Named {
    /// A box of this kind.
    Box(&'static str),
    /// A component of this name.
    Component(&'static str),
}

/// The name in front of a text that calls a box or a container in another way than it is written,
/// and what it calls.
pub(super) fn called(text: &str) -> Option<(&str, Named)> {
    let is_end = |(at, own): (usize, char)| (own.is_whitespace() || own == '{').then_some(at);
    let ends = text.char_indices().filter_map(is_end).chain([text.len()]);
    let mut ends: Vec<usize> = ends.take(MOST_WORDS).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let written = &text[..end];
        let upper = written.to_uppercase();
        let component = CONTAINERS.iter().find(|(_, names)| names.contains(&upper.as_str()));
        let component = component.map(|(name, _)| Named::Component(name));
        Some((written, component.or_else(|| named(written).map(Named::Box))?))
    })
}

/// The kind that a word names, in any language.
pub(super) fn named(word: &str) -> Option<&'static str> {
    let word = word.trim().to_uppercase();
    let own = ALL.into_iter().find(|own| *own == word);
    own.or_else(|| {
        let found = NAMES.iter().find(|(_, names)| names.contains(&word.as_str()))?;
        Some(found.0)
    })
}

/// The kind that is meant by a word, if one is.
pub(super) fn meant(word: &str) -> Option<&'static str> {
    named(word).or_else(|| nearest(&word.trim().to_uppercase(), ALL))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_container_may_be_called_in_vietnamese() {
        let name = |text| {
            called(text).map(|(written, Named::Box(name) | Named::Component(name))| (written, name))
        };
        assert_eq!(name("chú ý Nước lũ"), Some(("chú ý", "WARNING")));
        assert_eq!(name("Chi tiết"), Some(("Chi tiết", "details")));
        assert_eq!(name("thư viện ảnh {}"), Some(("thư viện ảnh", "gallery")));
        assert_eq!(name("note"), Some(("note", "NOTE")));
        for other in ["details Chú ý", "hộp quà", "chú", "", "chúng ta"] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
