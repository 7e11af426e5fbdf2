//! One file becomes one [`Document`]; it knows no other file.
//!
//! In: the path, the text and the site's [`Rules`]. Out: a document whose front
//! matter is typed and checked and whose body is a list of pieces. Links, pictures
//! and components in the body stay symbolic: they name what the author wrote, and
//! the rooms below resolve them once all documents are known.

mod address;
pub mod blocks;
pub mod data;
pub mod facts;
pub mod front_matter;
pub mod kinds;
mod local_text;
pub mod markdown;
mod named;
pub mod number;
pub mod phone;
pub mod sheet;
mod unseen;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostics::{Checked, Place, Span};
use crate::memo::{Digest, Input};
use crate::sources::{Content, OnDisk, Source, SourcePath, Sources};
use crate::yaml::Reading;

pub use crate::locale::Language;
pub use address::{Holds, Leads, LinkTarget, NoAddress, open};
pub use blocks::Block;
pub use front_matter::{Booklet, Cascade, Meta, Picture, SourceNote};
pub use kinds::Kind;
pub(crate) use local_text::local_text;
pub use named::{Named, named};

use front_matter::About;
use sheet::Sheet;

/// What the site's configuration says about reading a single file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Rules {
    /// The language of files without a suffix.
    pub default_language: Language,
    /// All languages, each with the folder of its own below `content/`, if it has one.
    pub languages: BTreeMap<Language, Option<String>>,
    /// The names of the taxonomies, which are keys of the front matter.
    pub taxonomies: Vec<String>,
    /// What becomes of raw HTML.
    pub html: RawHtml,
    /// Whether straight quotes become curly ones, and so on.
    pub smart_punctuation: bool,
    /// Whether the extensions to CommonMark are on. Only a test of CommonMark turns them off.
    pub extensions: bool,
}

impl Rules {
    /// Whether the site has more than one language, so that pages may be translations.
    pub fn are_multilingual(&self) -> bool {
        self.languages.len() > 1
    }
}

/// What becomes of raw HTML in a body.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum RawHtml {
    /// Harmless elements stay, the others go, and what went is said.
    Clean,
    /// All of it stays. For authors who are trusted like the theme.
    Allow,
    /// It is shown as text.
    Escape,
}

/// All that [`parse`] may see.
#[derive(Serialize)]
pub struct ParseInput<'a> {
    /// The file.
    pub path: &'a SourcePath,
    /// The digest of its bytes, which stands for the text in the memo's key.
    pub digest: Digest,
    /// Its text.
    #[serde(skip)]
    pub text: &'a Arc<str>,
    /// What the configuration says about reading it.
    pub rules: &'a Rules,
    /// The sheets that it may read events from.
    pub sheets: Vec<Sheet<'a>>,
}

impl Input for ParseInput<'_> {
    fn name(&self) -> &str {
        self.path.as_str()
    }
}

/// One Markdown file, read and checked by itself.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub path: SourcePath,
    /// The digest of the file and the rules it was read by: two documents with one digest are equal.
    pub digest: Digest,
    /// Its text without what no one sees, for showing the line at fault.
    pub text: Arc<str>,
    /// Its language.
    pub language: Language,
    /// Its path without `content/`, language and extension (`tin/bai`, `tin/_index`,
    /// `tin/bai/index`): what its translations share.
    pub stem: String,
    /// The keys that every kind has.
    pub meta: Meta,
    /// The kind and the keys of its own.
    pub kind: Kind,
    /// The text.
    pub body: Body,
    /// What the front matter says, block by block; nothing in a site of one language.
    pub keys: Vec<Block>,
    /// The cells of its sheet that spans stand for.
    pub cells: Vec<Place>,
}

impl Document {
    /// What the page says, block by block; nothing in a site of one language.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.keys.iter().chain(&self.body.blocks)
    }

    /// The place of a stretch of this document, or of a cell of its sheet.
    pub fn place(&self, span: Span) -> Place {
        let cell = span.cell().and_then(|number| self.cells.get(number));
        cell.cloned().unwrap_or_else(|| Place::within(&self.path, &self.text, span))
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

/// The body of a page: text whose links are still symbolic.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
    /// The headings, in order, for a table of contents.
    pub headings: Vec<Heading>,
    /// Every id in the body, in order: what a link may point to.
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

/// Reads one Markdown file. Always gives a document, as good as the file allows.
pub fn parse(input: &ParseInput<'_>) -> Checked<Arc<Document>> {
    let Checked { value: text, diagnostics } = unseen::left_out(input.path, input.text);
    let mut reading = Reading { diagnostics, ..Reading::new(input.path, &text) };
    let (language, stem) = front_matter::language_and_stem(input.path, input.rules, &mut reading);
    let split = front_matter::split(&mut reading);
    let body = markdown::read(split.body.clone(), input.rules, &language, &mut reading);
    let keys = split.front_matter.as_ref().filter(|_| input.rules.are_multilingual());
    let keys = keys.map_or_else(Vec::new, |node| blocks::of_front_matter(node, &text, &language));
    let is_section = stem == "_index" || stem.ends_with("/_index");
    let about =
        About { rules: input.rules, is_section, language: &language, sheets: &input.sheets };
    let (meta, kind) = front_matter::read(&split, &body, about, &mut reading);
    let document = Document {
        path: input.path.clone(),
        digest: Digest::of_value(input),
        text: Arc::clone(&text),
        language,
        stem,
        meta,
        kind,
        body,
        keys,
        cells: reading.cells,
    };
    Checked { value: Arc::new(document), diagnostics: reading.diagnostics }
}

/// The Markdown files of a snapshot.
pub fn pages(sources: &Sources) -> impl Iterator<Item = (&SourcePath, &Source)> {
    sources.under("content/").filter(|(path, _)| path.extension() == "md" && !is_data(path))
}

/// The files of a snapshot that are copied: all that is neither a page nor data.
pub fn assets(sources: &Sources) -> Vec<(SourcePath, Digest, OnDisk)> {
    let files = sources.under("content/").filter(|(path, _)| !is_data(path));
    files
        .filter_map(|(path, source)| match &source.content {
            Content::OnDisk(file) => Some((path.clone(), source.digest, file.clone())),
            Content::Text(_) | Content::Embedded(_) => None,
        })
        .collect()
}

fn is_data(path: &SourcePath) -> bool {
    path.as_str().starts_with("content/_data/")
}
