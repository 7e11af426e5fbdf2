//! Whether the site works wherever it is put: on a server, in its sub-folder, on a USB stick.
//!
//! In: the files of a site, those that may hold addresses as bytes. Out: what leads nowhere, what
//! is written in full where it should be relative, and which names a disk would not take; and
//! [`references()`], by which other rooms learn what a file names.
//!
//! [`own_links()`] looks at what pages say, before any file is made; all else
//! looks at files as they go out and knows nothing of how they were made, so that it sees a
//! fault of a template or of the program itself as well as one of an author.

mod address;
mod faults;
mod full_links;
pub mod names;
mod own_links;
mod owners;
mod references;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::config::BaseUrl;
use crate::diagnostics::Diagnostic;
use crate::html::{Token, Tokens, unescape};
use crate::public::{File, Files, OutputPath};
use crate::site::Site;

pub use address::{Leads, Spot, leads};
pub use own_links::own_links;
pub use owners::Owners;
pub use references::{Entry, Reference, Role, entry, holds_references, references, rows};

use faults::{Fault, What};

/// What came of following everything.
pub struct Followed {
    /// How many addresses of the site itself were followed.
    pub count: usize,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Follows every address that stands in a file, and looks at every name.
pub fn check(files: &Files, site: &Site) -> Followed {
    let base = site.config.base_url.as_ref();
    let places = places(files);
    let known = Known { files, places: &places, base };
    let seen: Vec<(usize, Vec<Fault>)> =
        files.par_iter().filter_map(|(path, file)| Some(known.look(path, text(file)?))).collect();
    let count = seen.iter().map(|(count, _)| count).sum();
    let faults = seen.into_iter().flat_map(|(_, faults)| faults);
    let owners = Owners::of(site);
    let mut diagnostics = faults::diagnose(faults, &owners);
    let names = names::faults(files.keys().map(OutputPath::as_str));
    diagnostics.extend(names.iter().map(|fault| faults::of_name(fault, &owners)));
    diagnostics.sort();
    Followed { count, diagnostics }
}

/// The text of a file that the program made, or that was read for this.
pub fn text(file: &File) -> Option<&str> {
    match file {
        File::Made(bytes) => str::from_utf8(bytes).ok(),
        File::Copied { .. } | File::Spooled { .. } => None,
    }
}

/// Whether a path is that of a page.
pub fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// Whether a page is shown at any address, so that its links begin at the root of the server.
pub fn is_shown_anywhere(path: &str) -> bool {
    path == "404.html" || path.ends_with("/404.html")
}

/// The places of each page that an address may name.
type Places<'f> = BTreeMap<&'f str, BTreeSet<Cow<'f, str>>>;

fn places(files: &Files) -> Places<'_> {
    let pages: Vec<(&OutputPath, &File)> =
        files.iter().filter(|(path, _)| is_page(path.as_str())).collect();
    let places = pages.into_par_iter();
    places.map(|(path, file)| (path.as_str(), places_of(text(file).unwrap_or_default()))).collect()
}

/// The ids of a page, and the names of its older anchors.
fn places_of(page: &str) -> BTreeSet<Cow<'_, str>> {
    let tags = Tokens::of_page(page).filter_map(Token::open);
    let names = tags.flat_map(|tag| {
        let name = tag.is("a").then(|| tag.attribute("name")).flatten();
        [tag.attribute("id"), name].into_iter().flatten()
    });
    names.map(|name| if name.contains('&') { unescape(name).into() } else { name.into() }).collect()
}

/// All that addresses may lead to.
struct Known<'f> {
    files: &'f Files,
    places: &'f Places<'f>,
    base: Option<&'f BaseUrl>,
}

impl Known<'_> {
    /// How many addresses of the site stand in a file, and what is wrong with them.
    fn look(&self, path: &OutputPath, text: &str) -> (usize, Vec<Fault>) {
        let path = path.as_str();
        let all = references(path, text, self.base);
        let mut count = 0;
        let mut faults = Vec::new();
        for reference in &all {
            let leads = leads(path, reference, self.base);
            count += usize::from(leads != Leads::Elsewhere);
            if let Some(what) = self.fault(path, reference, leads) {
                let (from, written) = (path.to_owned(), reference.written.to_string());
                faults.push(Fault { what, written, from });
            }
        }
        (count, faults)
    }

    fn fault(&self, path: &str, reference: &Reference<'_>, leads: Leads) -> Option<What> {
        let told = matches!(reference.role, Role::Told);
        let spot = match leads {
            Leads::Elsewhere => return None,
            Leads::TooFar => return Some(What::Nowhere),
            Leads::Inside(spot) => spot,
            Leads::Rooted(spot) if is_shown_anywhere(path) => spot,
            Leads::Rooted(_) => return Some(What::InFull),
            Leads::Absolute(spot) => {
                return match self.at(&spot, told) {
                    None if told => None,
                    None => Some(What::InFull),
                    fault => fault,
                };
            }
        };
        if reference.role == Role::Root {
            return (!spot.path.is_empty()).then_some(What::Nowhere);
        }
        self.at(&spot, false)
    }

    /// What is wrong with a place of the site. Where texts are told to programs, a sign behind an
    /// address may belong to the sentence.
    fn at(&self, spot: &Spot, told: bool) -> Option<What> {
        let trimmed = spot.path.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        let is_there =
            |path: &str| OutputPath::parse(path).is_some_and(|path| self.files.contains_key(&path));
        let path = if is_there(&spot.path) || !told { spot.path.as_str() } else { trimmed };
        let is_folder = || told && is_there(&format!("{path}index.html"));
        if !(is_there(path) || is_folder()) {
            return Some(What::Nowhere);
        }
        let place = spot.place.as_deref().filter(|place| !matches!(*place, "" | "top"))?;
        let known = self.places.get(path)?;
        (!known.contains(place)).then_some(What::NoPlace)
    }
}
