//! One file becomes one [`Document`]; it knows no other file.
//!
//! In: the path, the text and the site's [`Rules`]. Out: a document whose front
//! matter is typed and checked and whose body is a list of pieces. Links, pictures
//! and components in the body stay symbolic: they name what the author wrote, and
//! the rooms below resolve them once all documents are known.

mod address;
pub mod blocks;
mod bodies;
pub mod data;
mod document;
pub mod editorial;
pub mod facts;
pub mod front_matter;
mod holes;
mod inherited;
pub mod kinds;
mod local_text;
mod look_over;
pub mod mailbox;
pub mod markdown;
mod named;
pub mod number;
pub mod phone;
pub mod placeholders;
pub mod sheet;
mod snapshot;
mod unknown;
mod unseen;

use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostics::{Checked, Code, Place, Ruler, letters};
use crate::memo::{Digest, Digester, Hashed, Input};
use crate::sources::{SourcePath, Sources};
use crate::yaml::Reading;
use unseen::Seen;

pub use crate::locale::Language;
pub(crate) use address::meant;
pub use address::{Holds, Leads, LinkTarget, NoAddress, open};
pub use blocks::Block;
pub use bodies::Bodies;
pub use document::{
    Argument, ArgumentValue, Body, Component, Document, Heading, Image, Outline, Parsed, Piece,
    RichText,
};
pub use front_matter::{Booklet, Cascade, Meta, Picture, SourceNote};
pub use inherited::Inherited;
pub use kinds::Kind;
pub(crate) use local_text::local_text;
pub(crate) use markdown::as_box;
pub use named::{NamedFiles, named};
pub use snapshot::{files, pages};
pub use unknown::{Known, Unknown};

use data::Data;
use editorial::Levels;
use front_matter::About;
use sheet::Sheet;
use snapshot::DATA;

/// What the site's configuration says about reading a single file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Hash)]
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
    /// The levels of the editorial checks.
    pub checks: Levels,
}

impl Rules {
    /// The rules with what stands for them.
    pub fn hashed(&self) -> Hashed<&Rules> {
        Hashed::new(self, Digest::of_hash(self))
    }

    /// Whether the site has more than one language, so that pages may be translations.
    pub fn are_multilingual(&self) -> bool {
        self.languages.len() > 1
    }
}

/// What becomes of raw HTML in a body.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Hash)]
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
    pub rules: Hashed<&'a Rules>,
    /// The sheets that it may read events from.
    pub sheets: Vec<Sheet<'a>>,
}

impl Input for ParseInput<'_> {
    fn name(&self) -> &str {
        self.path.as_str()
    }

    fn key(&self) -> Digest {
        let ParseInput { path, digest, text: _, rules, sheets } = self;
        let mut digester = Digester::default();
        digester.add_digest(*digest);
        digester.add_digest(rules.digest());
        (path, sheets.len()).hash(&mut digester);
        for Sheet { path, digest, len, bytes: _ } in sheets {
            (path, len).hash(&mut digester);
            digester.add_digest(*digest);
        }
        digester.digest()
    }
}

/// Reads one Markdown file. Always gives a document, as good as the file allows.
pub fn parse(input: &ParseInput<'_>) -> Checked<Parsed> {
    let rules: &Rules = &input.rules;
    let Checked { value: Seen { text, ruler }, diagnostics: told } = readable(input);
    let mut reading = Reading::measured(input.path, &text, ruler.clone());
    reading.diagnostics = told;
    let (language, stem) = front_matter::language_and_stem(input.path, rules, &mut reading);
    let before = reading.diagnostics.len();
    let split = front_matter::split(&mut reading);
    let is_split = !reading.is_faulty_since(before);
    let mut read = markdown::read(split.body.clone(), rules, &language, &mut reading);
    let keys = split.front_matter.as_ref().filter(|_| rules.are_multilingual());
    let keys = keys.map_or_else(Vec::new, |node| blocks::of_front_matter(node, &text, &language));
    let is_section = stem == "_index" || stem.ends_with("/_index");
    let about = About { rules, is_section, language: &language, sheets: &input.sheets };
    let before = reading.diagnostics.len();
    let (meta, kind) = front_matter::read(&split, &read, about, &mut reading);
    let unknown = Unknown {
        kind: kind.is_none(),
        keys: !is_split || reading.is_faulty_since(before),
        text: !split.is_sure,
    };
    // Of a text that may hold its own front matter nothing is known.
    let plain = std::mem::take(&mut read.plain);
    let plain = Some(plain).filter(|_| is_split && split.is_sure);
    let of_page = (&meta, kind.as_ref(), &language);
    let doubts = look_over::look_over(plain, &split, of_page, &mut reading);
    let cells: Arc<[Place]> = std::mem::take(&mut reading.cells).into();
    let front = &text[..split.body.start.min(text.len())];
    let outline = outline(&read, &meta);
    let (levels, own_language) = (meta.checks, language.clone());
    let key = (input.path, &input.rules, &input.sheets, front, &outline, &meta.title);
    let document = Document {
        path: input.path.clone(),
        digest: Digest::of_value(&key),
        language,
        stem,
        meta,
        kind: kind.unwrap_or(Kind::Page),
        outline,
        unknown,
        front: front.into(),
        cells: Arc::clone(&cells),
        ruler: Ruler::of(front),
    };
    let body = Body {
        path: input.path.clone(),
        digest: input.key(),
        text: Arc::clone(&text),
        pieces: read.pieces,
        web: read.web,
        words: read.words,
        keys: keys.len(),
        doubts,
        levels,
        language: own_language,
        blocks: keys.into_iter().chain(read.blocks).collect(),
        cells,
        ruler,
    };
    let diagnostics = reading.diagnostics;
    let value = Parsed { document: Arc::new(document), body: Arc::new(body) };
    Checked { value, diagnostics }
}

/// The text of a file without the characters that no one sees, and what is to be said of it.
fn readable(input: &ParseInput<'_>) -> Checked<Seen> {
    let mut told = letters::told(input.path, input.text);
    let is_broken = told.iter().any(|fault| fault.code == Code::OldLetters);
    let value = unseen::left_out(input.path, input.text, is_broken).report_to(&mut told);
    Checked { value, diagnostics: told }
}

fn outline(read: &RichText, meta: &Meta) -> Outline {
    let is_described = meta.description.is_some() || meta.summary.is_some();
    Outline {
        headings: read.headings.clone(),
        anchors: read.anchors.iter().cloned().collect(),
        opening: if is_described { String::new() } else { read.opening.clone() },
        is_empty: read.pieces.is_empty(),
        files: named::files_in(read),
    }
}

/// Documents with the digest of all of them.
pub fn hashed(documents: Vec<Arc<Document>>) -> Hashed<Vec<Arc<Document>>> {
    let mut digester = Digester::default();
    documents.iter().for_each(|document| digester.add_digest(document.digest));
    Hashed::new(documents, digester.digest())
}

/// All that [`read_data`] may see.
#[derive(Serialize)]
pub struct DataInput<'a> {
    sources: Hashed<&'a Sources>,
    rules: &'a Rules,
}

impl<'a> DataInput<'a> {
    /// The data files of a snapshot.
    pub fn of(sources: &'a Sources, rules: &'a Rules) -> DataInput<'a> {
        DataInput { sources: Hashed::new(sources, sources.digest_of(&[DATA])), rules }
    }
}

impl Input for DataInput<'_> {
    fn name(&self) -> &str {
        DATA
    }
}

/// Reads all data files.
pub fn read_data(input: &DataInput<'_>) -> Checked<Hashed<Arc<Data>>> {
    let Checked { value, diagnostics } = data::read(&input.sources, input.rules);
    let value = Hashed::new(Arc::new(value), Digest::of_value(input));
    Checked { value, diagnostics }
}
