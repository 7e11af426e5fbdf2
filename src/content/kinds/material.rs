//! Materials: what is made to be printed and handed on.

use crate::content::LinkTarget;
use crate::diagnostics::{Code, say};
use crate::keys;
use crate::yaml::{Fields, Node, Reading, Value, text_of};

/// The keys of a material.
#[derive(Clone, Debug, Default)]
pub struct Material {
    /// Whom it is for.
    pub audience: Option<String>,
    /// For which level of school or reading.
    pub level: Option<String>,
    /// What it is.
    pub medium: Option<Medium>,
    /// How long it takes, for a lesson.
    pub duration: Option<String>,
    /// On which paper it is printed: `A4`.
    pub paper: Option<String>,
    /// Whether it is as good on a photocopy in black and white.
    pub black_and_white: bool,
    /// The files to download.
    pub files: Vec<MaterialFile>,
}

/// What a material is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Medium {
    /// A leaflet.
    Leaflet,
    /// A poster.
    Poster,
    /// A set of slogans.
    Slogans,
    /// A lesson sheet.
    Lesson,
    /// Anything else.
    Other,
}

impl Medium {
    const WORDS: [(&'static str, Medium); 5] = [
        ("leaflet", Medium::Leaflet),
        ("poster", Medium::Poster),
        ("slogans", Medium::Slogans),
        ("lesson", Medium::Lesson),
        ("other", Medium::Other),
    ];

    /// The word for it in front matter and templates.
    pub fn name(self) -> &'static str {
        match self {
            Medium::Leaflet => "leaflet",
            Medium::Poster => "poster",
            Medium::Slogans => "slogans",
            Medium::Lesson => "lesson",
            Medium::Other => "other",
        }
    }
}

/// A file to download.
#[derive(Clone, Debug)]
pub struct MaterialFile {
    /// What the link says; the file's name if there is none.
    pub title: Option<String>,
    /// Where it is: beside the page, elsewhere in the site or on another one.
    pub target: LinkTarget,
}

pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Material {
    Material {
        audience: fields.text("audience", reading),
        level: fields.text("level", reading),
        medium: fields.word("medium", &Medium::WORDS, reading),
        duration: fields.text("duration", reading),
        paper: fields.text("paper", reading),
        black_and_white: fields.flag("black_and_white", reading).unwrap_or(false),
        files: fields
            .items("files", reading)
            .iter()
            .filter_map(|node| file(node, reading))
            .collect(),
    }
}

/// A file: its name alone, or a mapping with `file` or `url`.
pub(super) fn file(node: &Node, reading: &mut Reading<'_>) -> Option<MaterialFile> {
    if !matches!(node.value, Value::Map(_)) {
        let written = text_of(node, "file", reading)?;
        return Some(MaterialFile { title: None, target: LinkTarget::read(written, reading)? });
    }
    let mut fields = Fields::of(node, keys::FILE, reading)?;
    let title = fields.text("title", reading);
    let file = fields.marked_text("file", reading);
    let url = fields.marked_text("url", reading);
    let span = fields.span();
    fields.finish(reading);
    match (file, url) {
        (Some(file), None) => {
            Some(MaterialFile { title, target: LinkTarget::read(file, reading)? })
        }
        (None, Some(url)) => {
            Some(MaterialFile { title, target: LinkTarget::read_outside(url, reading)? })
        }
        (Some(_), Some(_)) | (None, None) => {
            let message = say!(
                "cần đúng một trong hai mục `file` và `url`",
                "exactly one of `file` and `url` is wanted"
            );
            let hint = say!(
                "`file` là tệp cạnh trang này, `url` là địa chỉ trên trang web khác",
                "`file` is a file beside this page, `url` an address on another site"
            );
            reading.error(span, Code::BadValue, message, hint);
            None
        }
    }
}
