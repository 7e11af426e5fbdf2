//! One theme: its templates, components, words and files, and one digest of all that
//! a page can see of it.
//!
//! In: the theme's files and those of the themes that it extends. Out: a [`Theme`].
//! Templates get data and never fetch it, so what a template mentions is all that can
//! make its pages stale.

mod bounded;
mod colors;
mod faults;
mod fonts;
mod functions;
mod load;
mod manifest;
mod mentions;
mod names;
mod says;
mod signature;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Serialize, Serializer};
use tera::{Context, Tera};

use crate::diagnostics::{Checked, Diagnostic};
use crate::locale::{Language, Strings, marks};
use crate::memo::Digest;
use crate::public::OutputPath;
use crate::sources::{Content, SourcePath};
use bounded::Bounded;
use names::Names;

pub use bounded::LARGEST_PAGE;
pub(crate) use bounded::too_large;
pub use colors::Palette;
pub use fonts::CardFonts;
pub(crate) use functions::json_for_script;
pub use load::{ThemeInput, load};
pub use signature::{Argument, Signature};

/// The folder of the output that holds the theme's own files.
pub const THEME_FOLDER: &str = "_theme";

/// The theme's colours as a style sheet, in the folder of its files.
pub const COLORS: &str = "_theme/colors.css";

/// The component that shows a picture of a text. Where a theme has none, pictures are plain.
pub(crate) const PICTURE: &str = "picture";

/// A theme, ready to render. It serialises as its digest.
pub struct Theme {
    tera: Tera,
    /// The names that each template and each component mentions, with all that they call.
    mentioned: mentions::Mentions,
    /// The arguments of each component.
    components: BTreeMap<String, Signature>,
    /// Where each template stands and what it says, for messages.
    templates: BTreeMap<String, Template>,
    words: Arc<BTreeMap<Language, Strings>>,
    /// Which way each language of the site is written.
    directions: BTreeMap<Language, String>,
    /// The files that are copied, by where they go.
    pub files: BTreeMap<OutputPath, ThemeFile>,
    names: Names,
    digest: Digest,
    palette: Option<Palette>,
    /// The widths in pixels in which the theme wants pictures, the smallest first.
    pub picture_widths: Vec<u32>,
    /// What hosts send with every file as Content-Security-Policy, if the theme says any.
    pub policy: Option<String>,
    card_fonts: CardFonts,
}

/// A template as it was written.
#[derive(Clone, Debug)]
struct Template {
    path: SourcePath,
    text: Arc<str>,
}

impl Template {
    /// All that stands between quotation marks: each stretch between two marks of one kind,
    /// whichever of them opens and which closes.
    fn quoted(&self) -> impl Iterator<Item = &str> {
        ['"', '\'', '`'].into_iter().flat_map(|mark| self.text.split(mark).skip(1))
    }
}

/// A file of a theme that is copied.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Its source.
    pub path: SourcePath,
    /// What is held of it.
    pub content: Content,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// A call of a component.
pub struct Call<'c> {
    /// The name of the component.
    pub name: &'c str,
    /// Its own arguments.
    pub arguments: &'c Context,
    /// What stands between its opening and its closing, as HTML.
    pub body: Option<&'c str>,
}

impl Serialize for Theme {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest.serialize(serializer)
    }
}

impl Theme {
    /// Whether the theme has a template of this name.
    pub fn has(&self, template: &str) -> bool {
        self.templates.contains_key(template)
    }

    /// The theme's colours, if it says any.
    pub fn palette(&self) -> Option<&Palette> {
        self.palette.as_ref()
    }

    /// Stands for all that a page can see of it.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The fonts of its social cards: of no account for pages, and so not in its digest.
    pub fn card_fonts(&self) -> &CardFonts {
        &self.card_fonts
    }

    /// The words of a language of the site, its own and those that others lend.
    pub fn words_in(&self, language: &Language) -> Option<&Strings> {
        self.words.get(language)
    }

    /// The names of all templates, for “did you mean”.
    pub fn template_names(&self) -> impl Iterator<Item = &str> + Clone {
        self.templates.keys().map(String::as_str)
    }

    /// The names that a template mentions, with all that it calls.
    pub fn mentioned_by(&self, template: &str) -> &BTreeSet<String> {
        self.mentioned.by_template(template)
    }

    /// The names that a component finds by itself in the page that calls it.
    pub fn mentioned_by_component(&self, component: &str) -> &BTreeSet<String> {
        self.mentioned.by_component(component)
    }

    /// The component of this name.
    pub fn component(&self, name: &str) -> Option<&Signature> {
        self.components.get(name)
    }

    /// Whether the theme has a component for pictures.
    pub(crate) fn shows_pictures(&self) -> bool {
        self.tera.get_component_definition(PICTURE).is_some()
    }

    /// Whether that component takes an argument of this name.
    pub(crate) fn picture_takes(&self, name: &str) -> bool {
        let component = self.tera.get_component_definition(PICTURE);
        component.is_some_and(|own| own.args().iter().any(|argument| argument.name() == name))
    }

    /// The names of all components, for “did you mean”.
    pub fn component_names(&self) -> impl Iterator<Item = &str> + Clone {
        self.components.keys().map(String::as_str)
    }

    /// Renders a template. A fault of the template is said with its place in it.
    pub fn render(&self, template: &str, context: &Context, page: &str) -> Checked<Vec<u8>> {
        let mut written = Bounded { bytes: Vec::with_capacity(16 * 1024), is_full: false };
        let result = self.tera.render_to(template, context, &mut written);
        self.written(written, result, page).map(|bytes| self.settled(bytes, context))
    }

    /// The page with the published names of the theme's files, and with what it borrows from
    /// other languages in elements that say so.
    fn settled(&self, bytes: Vec<u8>, context: &Context) -> Vec<u8> {
        let Ok(html) = str::from_utf8(&bytes) else { return bytes };
        let named = self.names.in_page(html);
        if !marks::are_in(named.as_deref().unwrap_or(html)) {
            return named.map_or(bytes, String::into_bytes);
        }
        let named = named.as_deref().unwrap_or(html);
        let language = context.get("lang").and_then(tera::Value::as_str).unwrap_or_default();
        let page = self.directions.get(language).map_or("ltr", String::as_str);
        marks::settle(named, &self.directions, page).into_bytes()
    }

    /// Where a file of the theme is published.
    pub(crate) fn published<'p>(&'p self, path: &'p OutputPath) -> &'p OutputPath {
        self.names.get(path).unwrap_or(path)
    }

    /// Renders a component with its own arguments and the context of the page that calls
    /// it. A fault of the component is said with its place in the template.
    pub fn render_component(
        &self,
        call: &Call<'_>,
        context: &Context,
        page: &str,
    ) -> Checked<String> {
        let Call { name, arguments, body } = call;
        let mut written = Bounded::default();
        let result = self.tera.render_component_with_implicits_to(
            name,
            arguments,
            context,
            *body,
            true,
            &mut written,
        );
        let html = |bytes| String::from_utf8(bytes).unwrap_or_default();
        match result.is_ok() {
            true => self.written(written, result, page).map(html),
            false => self.written(written, result, page).map(|_| String::new()),
        }
    }

    /// What was written, and why that is not all.
    fn written(&self, all: Bounded, result: tera::TeraResult<()>, page: &str) -> Checked<Vec<u8>> {
        let Bounded { bytes, is_full } = all;
        if is_full {
            return Checked { value: Vec::new(), diagnostics: vec![too_large(page)] };
        }
        let failed = result.err().map(|error| self.failed(&error, page));
        Checked { value: bytes, diagnostics: failed.into_iter().collect() }
    }

    fn failed(&self, error: &tera::Error, page: &str) -> Diagnostic {
        faults::while_rendering(error, page, &self.templates)
    }
}
