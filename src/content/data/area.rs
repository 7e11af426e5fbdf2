//! Areas: the communes, wards and special zones in which places are.

use crate::locale::LocalText;

/// A commune, a ward or a special zone, in which places are.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its name; its key where none is written.
    pub name: LocalText,
    /// What it is.
    pub kind: Option<AreaKind>,
    /// What it was called before, or those of which it was made.
    pub formerly: Vec<LocalText>,
}

/// What an area is, since 1 July 2025.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AreaKind {
    /// `xã`.
    Commune,
    /// `phường`.
    Ward,
    /// `đặc khu`.
    SpecialZone,
}

impl AreaKind {
    pub(super) const WORDS: [(&'static str, AreaKind); 6] = [
        ("xã", AreaKind::Commune),
        ("phường", AreaKind::Ward),
        ("đặc khu", AreaKind::SpecialZone),
        ("commune", AreaKind::Commune),
        ("ward", AreaKind::Ward),
        ("special_zone", AreaKind::SpecialZone),
    ];

    /// The word for it in templates.
    pub fn name(self) -> &'static str {
        match self {
            AreaKind::Commune => "commune",
            AreaKind::Ward => "ward",
            AreaKind::SpecialZone => "special_zone",
        }
    }
}
