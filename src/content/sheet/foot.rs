//! The foot of a sheet: who gets a copy, who signs.

use crate::locale::fold;

/// The most cells that a row of the foot has: two or three sign side by side.
pub(super) const MOST_CELLS: usize = 3;

/// How the foot of a sheet begins, folded.
const BEGINNINGS: &[&str] = &[
    "noi nhan",
    "tm.",
    "kt.",
    "tl.",
    "tuq.",
    "nguoi lap",
    "luu: vt",
    "luu vt",
    "xac nhan cua",
    "recipients:",
];

/// What stands in its foot by itself, folded.
const SIGNATURES: &[&str] = &[
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "truong ban",
    "truong phong",
    "thu truong don vi",
    "thu truong co quan",
];

/// Whether the foot begins with a cell of this text.
pub(super) fn begins(text: &str) -> bool {
    let text = fold(text);
    let text = text.trim_start_matches(['-', '*', ' ']);
    BEGINNINGS.iter().any(|word| text.starts_with(word)) || SIGNATURES.contains(&text)
}
