//! Views: exactly the data that one output may see, as a value.
//!
//! A view holds only the names that its template mentions, so that a field which a page
//! cannot show cannot make it stale.

pub(super) mod arguments;
pub(super) mod around;
pub(super) mod card;
pub(super) mod frame;
pub(super) mod identity;
mod lent;
pub(super) mod material;
pub(super) mod numbers;
pub(super) mod page;
pub(super) mod plain;
pub(super) mod plan;
pub(super) mod prose;
pub(super) mod recent;
pub(super) mod schedule;
pub(super) mod terms;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::outputs::html::notes::Way;
use crate::outputs::planner::Shared;

/// The data of one output by name.
#[derive(Serialize)]
pub struct View<'a> {
    parts: BTreeMap<&'static str, Part<'a>>,
    /// The names that a component in the body may look for.
    #[serde(skip)]
    mentioned: BTreeSet<&'a str>,
}

/// One named part of a view.
#[derive(Serialize)]
pub enum Part<'a> {
    /// A value that other views hold too.
    Shared(Arc<Shared>),
    /// A list of such values.
    List(Vec<Arc<Shared>>),
    /// A value of this view's own.
    Own(tera::Value),
    /// The page itself, whose body is still in segments.
    Page(Box<page::PageView<'a>>),
    /// The notes of its links, which are numbered when the page is shown.
    Links(Way),
    /// The QR code of an address, which is drawn when the page is shown.
    QrCode(String),
}

impl Part<'_> {
    /// A value of this view's own.
    pub(crate) fn own<T: Serialize + ?Sized>(value: &T) -> Self {
        Part::Own(tera::Value::from_serializable(value))
    }

    /// A text that may stand in HTML as it is, or nothing.
    pub(crate) fn safe(text: Option<String>) -> Self {
        text.map_or_else(Part::none, |text| Part::Own(tera::Value::safe_string(&text)))
    }

    /// Nothing, under a name that templates may ask for.
    pub(crate) fn none() -> Self {
        Part::Own(tera::Value::none())
    }
}

impl<'a> View<'a> {
    /// A view for which these names are mentioned.
    pub fn of(mentioned: impl IntoIterator<Item = &'a str>) -> View<'a> {
        View { parts: BTreeMap::new(), mentioned: mentioned.into_iter().collect() }
    }

    /// Adds a part, made only if its name is mentioned.
    pub fn add(&mut self, name: &'static str, part: impl FnOnce() -> Part<'a>) {
        if self.is_mentioned(name) {
            self.parts.insert(name, part());
        }
    }

    /// Whether the template or a component in the body looks for this name.
    pub fn is_mentioned(&self, name: &str) -> bool {
        self.mentioned.contains(name)
    }

    /// Adds the page itself. Sheets of a page with a date of its own need no other.
    pub fn page(&mut self, page: page::PageView<'a>) {
        if page.plain.is_dated() {
            self.add("as_of", Part::none);
        }
        self.add("page", || Part::Page(Box::new(page)));
    }

    /// Adds a part whether it is mentioned or not: what functions and filters look for.
    pub fn put(&mut self, name: &'static str, part: Part<'a>) {
        self.parts.insert(name, part);
    }

    /// The parts by name.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &Part<'a>)> {
        self.parts.iter().map(|(name, part)| (*name, part))
    }
}
