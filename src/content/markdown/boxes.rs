//! The kinds of boxes (`> [!NOTE]`) and what people write in their place.

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
