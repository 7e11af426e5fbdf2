//! What becomes of one Markdown file: the [`Document`], which all pages may see, and the
//! [`Body`], which only its own page shows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::content::editorial::{Doubt, Levels, PlainText};
use crate::content::kinds::{self, Kind};
use crate::content::{Block, Language, LinkTarget, Meta, NamedFiles, Unknown};
use crate::diagnostics::{Diagnostic, Place, Ruler, Span};
use crate::memo::Digest;
use crate::sources::SourcePath;

/// One Markdown file, read and checked by itself.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// What all pages may see of it.
    pub document: Arc<Document>,
    /// What only its own page shows.
    pub body: Arc<Body>,
}

/// What all pages may see of one Markdown file: its front matter, and what others name or
/// show of its text. Most edits of the text leave it as it was.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub path: SourcePath,
    /// The digest of all that is here: two documents with one digest are equal.
    pub digest: Digest,
    /// Its language.
    pub language: Language,
    /// Its path without `content/`, language and extension (`tin/bai`, `tin/_index`,
    /// `tin/bai/index`): what its translations share.
    pub stem: String,
    /// The keys that every kind has.
    pub meta: Meta,
    /// The kind and the keys of its own.
    pub kind: Kind,
    /// What its text gives to others.
    pub outline: Outline,
    /// What of it could not be read.
    pub unknown: Unknown,
    /// The text up to the body, for showing the line at fault.
    pub front: Arc<str>,
    /// The cells of its sheet that spans stand for.
    pub(super) cells: Arc<[Place]>,
    /// Finds places in that text.
    pub(super) ruler: Ruler,
}

/// What the text of a page gives to others.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Outline {
    /// The headings, in order, for a table of contents.
    pub headings: Vec<Heading>,
    /// Every id: what a link may point to.
    pub anchors: BTreeSet<String>,
    /// The first paragraph as plain text, for cards; empty where the page has a description.
    pub opening: String,
    /// Whether there is nothing but the front matter.
    pub is_empty: bool,
    /// The files that it names.
    pub files: NamedFiles,
}

/// What only its own page shows of one Markdown file.
#[derive(Debug)]
pub struct Body {
    /// The file.
    pub path: SourcePath,
    /// The digest of the file and the rules it was read by: two bodies with one digest are equal.
    pub digest: Digest,
    /// The text of the file without what no one sees.
    pub text: Arc<str>,
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
    /// The links to other sites, or to this one in full.
    pub web: Vec<LinkTarget>,
    /// How many words it has.
    pub words: usize,
    /// What the front matter says and then what the body says, block by block; nothing in a
    /// site of one language.
    pub blocks: Vec<Block>,
    /// How many of the blocks are the front matter's.
    pub keys: usize,
    /// What may be wrong with it, unless data tells otherwise.
    pub doubts: Vec<Doubt>,
    /// The levels of the editorial checks for it.
    pub levels: Levels,
    /// Its language.
    pub language: Language,
    /// The cells of its sheet that spans stand for.
    pub(super) cells: Arc<[Place]>,
    /// Finds in the file what stands in the text.
    pub(super) ruler: Ruler,
}

/// A text whose links are still symbolic.
#[derive(Clone, Debug, Default)]
pub struct RichText {
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
    /// The headings, in order, for a table of contents.
    pub headings: Vec<Heading>,
    /// Every id, in order: what a link may point to.
    pub anchors: Vec<String>,
    /// How many words it has.
    pub words: usize,
    /// Its first paragraph as plain text, for cards of pages without a description.
    pub opening: String,
    /// The first heading of level 1, which gives the title if the front matter has none.
    pub title: Option<String>,
    /// What it says, block by block; nothing in a site of one language.
    pub blocks: Vec<Block>,
    /// The addresses in raw HTML that stays as it is.
    pub named: Vec<LinkTarget>,
    /// The same text without marks, for the editorial checks.
    pub(super) plain: PlainText,
    /// The links to other sites, or to this one in full.
    pub web: Vec<LinkTarget>,
}

/// A piece of a body.
#[derive(Clone, PartialEq, Debug)]
pub enum Piece {
    /// HTML that is ready.
    Html(String),
    /// The address of a link. Only the value of the attribute, without quotation marks.
    Link(LinkTarget),
    /// A picture: becomes an `<img>` with its width and height.
    Image(Image),
    /// A component of the theme, by name.
    Component(Component),
    /// The number of a document, as written: a link where the site has that document.
    Number(String),
}

/// A picture in a body.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Image {
    /// The file.
    pub target: LinkTarget,
    /// The text for those who do not see it; empty if it only adorns.
    pub alt: String,
    /// The title, if one is written.
    pub title: Option<String>,
}

/// A call of a component of the theme.
#[derive(Clone, PartialEq, Debug)]
pub struct Component {
    /// Its name.
    pub name: String,
    /// Its arguments by name; the text behind a container's name is `title`.
    pub arguments: BTreeMap<String, Argument>,
    /// What stands between the opening and the closing fence; `None` for a call.
    pub body: Option<Vec<Piece>>,
    /// Where its name stands.
    pub span: Span,
}

/// An argument of a component.
#[derive(Clone, PartialEq, Debug)]
pub struct Argument {
    /// What was written.
    pub value: ArgumentValue,
    /// Where it stands.
    pub span: Span,
}

/// The value of an argument.
#[derive(Clone, PartialEq, Debug)]
pub enum ArgumentValue {
    /// A text.
    Text(String),
    /// The address of a page or file: what an argument of such a name holds, and any text
    /// that begins with `@/`, `./` or `../`.
    Link(LinkTarget),
    /// A number.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
}

/// A heading of a body.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id.
    pub id: String,
    /// Its text without marks.
    pub title: String,
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest.serialize(serializer)
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest.serialize(serializer)
    }
}

impl Document {
    /// A document that no one wrote: only what its title says.
    pub fn unwritten(path: SourcePath, language: &Language, title: &str) -> Document {
        Document {
            digest: Digest::of_value(&(&path, language, title)),
            path,
            language: language.clone(),
            stem: "_index".to_owned(),
            meta: Meta { title: title.to_owned(), ..Meta::default() },
            kind: Kind::Section(kinds::Section::default()),
            outline: Outline { is_empty: true, ..Outline::default() },
            unknown: Unknown::default(),
            front: "".into(),
            cells: Arc::default(),
            ruler: Ruler::default(),
        }
    }

    /// The place of a stretch of the front matter, or of a cell of its sheet.
    pub fn place(&self, span: Span) -> Place {
        let cell = span.cell().and_then(|number| self.cells.get(number));
        let within = || Place::measured(&self.path, (&self.front, &self.ruler), span);
        cell.cloned().unwrap_or_else(within)
    }

    /// The sheets of which it has cells.
    pub fn sheets(&self) -> impl Iterator<Item = &SourcePath> {
        self.cells.iter().map(|cell| &cell.path)
    }

    /// Whether a stretch is one of the front matter, or a cell of its sheet.
    pub fn holds(&self, span: Span) -> bool {
        span.cell().is_some() || usize::try_from(span.end).is_ok_and(|end| end <= self.front.len())
    }

    /// Whether this is the `_index.md` of a section.
    pub fn is_section(&self) -> bool {
        self.stem == "_index" || self.stem.ends_with("/_index")
    }

    /// The folder below `content/` that the document stands in, without a bundle's own folder.
    pub fn folder(&self) -> &str {
        let stem = self.stem.strip_suffix("/index").unwrap_or(&self.stem);
        stem.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

impl Body {
    /// The body of a page that no one wrote.
    pub fn empty() -> Body {
        Body {
            path: SourcePath::new(""),
            digest: Digest::of(&[]),
            text: "".into(),
            pieces: Vec::new(),
            web: Vec::new(),
            words: 0,
            blocks: Vec::new(),
            keys: 0,
            doubts: Vec::new(),
            levels: Levels::default(),
            language: Language::new(""),
            cells: Arc::default(),
            ruler: Ruler::default(),
        }
    }

    /// The place of any stretch of the text, or of a cell of its sheet.
    pub fn place(&self, span: Span) -> Place {
        let cell = span.cell().and_then(|number| self.cells.get(number));
        let within = || Place::measured(&self.path, (&self.text, &self.ruler), span);
        cell.cloned().unwrap_or_else(within)
    }

    /// What is said of a stretch of the text, as it is said of the file.
    pub fn told(&self, span: Span, fault: Diagnostic) -> Diagnostic {
        self.ruler.in_file_of(fault).at(self.place(span))
    }
}
