//! Words that flags and arguments take.

use bangtin::diagnostics::show::Tongue;
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
