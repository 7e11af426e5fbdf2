//! Words that flags and arguments take.

use bangtin::diagnostics::show::Tongue;
use bangtin::diagnostics::{Say, say};
use clap::ValueEnum;

/// How faults are shown.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// A line each, for editors.
    Short,
    /// One JSON array.
    Json,
    /// SARIF 2.1.0.
    Sarif,
}

/// How a list is shown.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ListFormat {
    /// Columns.
    Text,
    /// For a spreadsheet.
    Csv,
    /// One JSON array.
    Json,
}

/// What a new page can be.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PageKind {
    /// News and campaign writing.
    #[value(aliases = ["tin", "bai", "bài", "tin-tuc"])]
    Post,
    /// A page of its own.
    #[value(alias = "trang")]
    Page,
    /// The front page of a folder.
    #[value(aliases = ["muc", "mục", "chuyen-muc"])]
    Section,
    /// The summary of a document.
    #[value(aliases = ["ke-hoach", "kế-hoạch", "kế hoạch"])]
    Plan,
    /// A schedule of events.
    #[value(aliases = ["lich", "lịch"])]
    Schedule,
    /// A leaflet, poster or lesson.
    #[value(aliases = ["tai-lieu", "tài-liệu", "tài liệu"])]
    Material,
}

impl PageKind {
    /// The word for it in front matter.
    pub(crate) fn name(self) -> &'static str {
        match self {
            PageKind::Post => "post",
            PageKind::Page => "page",
            PageKind::Section => "section",
            PageKind::Plan => "plan",
            PageKind::Schedule => "schedule",
            PageKind::Material => "material",
        }
    }

    /// The word for it in front matter, with what it is.
    pub(crate) fn told(self) -> Say {
        let name = self.name();
        let known = KINDS.iter().find(|(known, ..)| *known == name);
        let (vi, en) = known.map_or((name, name), |(_, vi, en)| (vi, en));
        say!("`{name}` ({vi})", "`{name}` ({en})")
    }
}

/// What each kind of page is called, in Vietnamese and English.
const KINDS: &[(&str, &str, &str)] = &[
    ("post", "tin bài", "news"),
    ("page", "trang riêng", "a page of its own"),
    ("section", "chuyên mục", "the front page of a folder"),
    ("plan", "kế hoạch", "the summary of a document"),
    ("schedule", "lịch", "events"),
    ("material", "tài liệu", "leaflets, posters, lessons"),
];

/// What a kind of page is called in Vietnamese; its own word where it has no other.
pub(crate) fn vietnamese_kind(kind: &str) -> &str {
    KINDS.iter().find(|(name, ..)| *name == kind).map_or(kind, |(_, vi, _)| vi)
}

/// A language that can be asked for.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl From<Lang> for Tongue {
    fn from(lang: Lang) -> Tongue {
        match lang {
            Lang::Vi => Tongue::Vi,
            Lang::En => Tongue::En,
        }
    }
}
