//! Where an address leads, from the file in which it stands.

use crate::config::BaseUrl;
use crate::portable::references::{Reference, Role};
use crate::site::decoded;

/// Where an address leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Leads {
    /// To a file of the site, wherever the site stands.
    Inside(Spot),
    /// To a file of the site as long as the site stands at the root of a server.
    Rooted(Spot),
    /// To a file of the site on the web.
    Absolute(Spot),
    /// Out of the folder of the site.
    TooFar,
    /// To another site or program, or to nothing that is a file.
    Elsewhere,
}

/// A file and a place in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The path from the root of the site.
    pub path: String,
    /// The place, if one is named.
    pub place: Option<String>,
}

/// Where an address in this file leads.
pub fn leads(from: &str, reference: &Reference<'_>, base: Option<&BaseUrl>) -> Leads {
    let written = reference.written.trim();
    if let Some(own) = base.and_then(|base| behind(written, base)) {
        let spot = spot(own, "");
        // A folder of a server stands for its front page.
        return Leads::Absolute(Spot { path: with_front_page(spot.path), ..spot });
    }
    if has_scheme(written) {
        return Leads::Elsewhere;
    }
    if written.starts_with("//") {
        return Leads::TooFar;
    }
    if let Some(rest) = written.strip_prefix('/') {
        let root = base.map_or("/", BaseUrl::path);
        let inside = written.strip_prefix(root).unwrap_or(rest);
        return Leads::Rooted(spot(inside, ""));
    }
    let folder = match reference.role {
        Role::Hit => "",
        // Titles and sizes are told beside addresses, and those are in full.
        Role::Told => return Leads::Elsewhere,
        Role::Part | Role::Choice | Role::Link | Role::Root => folder_of(from),
    };
    if written.starts_with(['#', '?']) || (written.is_empty() && reference.role != Role::Root) {
        let own = spot(written, "");
        return Leads::Inside(Spot { path: from.to_owned(), place: own.place });
    }
    inside(folder, written)
}

/// The path of a folder on a server is that of its front page.
fn with_front_page(path: String) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

/// What stands behind the address of the site, also where calendars are asked for (`webcal:`).
fn behind<'w>(written: &'w str, base: &BaseUrl) -> Option<&'w str> {
    let base = base.as_str();
    written.strip_prefix(base).or_else(|| {
        let host = base.find("://").map(|at| &base[at..])?;
        written.strip_prefix("webcal")?.strip_prefix(host)
    })
}

/// Whether it begins with a scheme (RFC 3986 §3.1).
fn has_scheme(written: &str) -> bool {
    let Some((scheme, _)) = written.split_once(':') else { return false };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path below a folder, with what stands behind it.
fn spot(written: &str, folder: &str) -> Spot {
    let (address, place) = match written.split_once('#') {
        Some((address, place)) => (address, Some(decoded(place))),
        None => (written, None),
    };
    let path = decoded(address.split('?').next().unwrap_or_default());
    let path = if folder.is_empty() { path } else { format!("{folder}/{path}") };
    Spot { path, place }
}

fn inside(folder: &str, written: &str) -> Leads {
    let Spot { path, place } = spot(written, folder);
    let mut parts: Vec<&str> = Vec::new();
    let is_folder = path.ends_with('/') || path.ends_with("/.") || path.ends_with("..");
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Leads::TooFar;
                }
            }
            part => parts.push(part),
        }
    }
    let end = if is_folder && !parts.is_empty() { "/" } else { "" };
    Leads::Inside(Spot { path: format!("{}{end}", parts.join("/")), place })
}
