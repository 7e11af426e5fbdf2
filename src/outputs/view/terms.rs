//! What the pages of taxonomies and terms see of them.

use serde::Serialize;

/// `term`.
#[derive(Serialize)]
pub(crate) struct TermView<'a> {
    /// Its name.
    pub name: String,
    /// The taxonomy that it is of.
    pub taxonomy: &'a str,
    /// The title of that taxonomy.
    pub taxonomy_title: String,
    /// The list of all its terms.
    pub taxonomy_url: Option<String>,
}

/// `taxonomy`.
#[derive(Serialize)]
pub(crate) struct TaxonomyView<'a> {
    /// Its name in front matter.
    pub name: &'a str,
    /// Its title.
    pub title: String,
}

/// One of `terms`.
#[derive(Serialize)]
pub(crate) struct CountedTerm<'a> {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// How many pages bear it.
    pub count: usize,
    /// What it is about, if it has a text of its own.
    pub summary: Option<&'a str>,
}
