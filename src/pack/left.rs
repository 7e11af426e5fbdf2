//! Pages without the files that were left out to save room: a link leads to a notice instead, a
//! set of pictures names a smaller one twice.

use std::collections::BTreeSet;

use crate::pack::selection::is_first;
use crate::portable::{Leads, Role, is_page, leads, references, text};
use crate::public::{File, OutputPath};

/// A page that names files that are left out, written anew; none if it names no such file.
pub(super) fn without(path: &OutputPath, file: &File, left: &BTreeSet<OutputPath>) -> Option<File> {
    if left.is_empty() || !is_page(path.as_str()) {
        return None;
    }
    let page = text(file)?;
    let is_left = |reference: &_| match leads(path.as_str(), reference, None) {
        Leads::Inside(spot) => OutputPath::parse(&spot.path).is_some_and(|to| left.contains(&to)),
        Leads::Rooted(_) | Leads::Absolute(_) | Leads::TooFar | Leads::Elsewhere => false,
    };
    let all = references(path.as_str(), page, None);
    let mut written = String::with_capacity(page.len());
    let (mut done, mut smaller) = (0, "");
    for (at, reference) in all.iter().enumerate() {
        let own = &page[reference.place.clone()];
        let is_left = is_left(reference);
        let instead = match reference.role {
            Role::Choice if is_left && !is_first(page, &all, at) => smaller.to_owned(),
            Role::Choice => {
                smaller = own;
                continue;
            }
            Role::Link if is_left => with_ending(own),
            Role::Link | Role::Part | Role::Root | Role::Told | Role::Hit => continue,
        };
        written.push_str(&page[done..reference.place.start]);
        written.push_str(&instead);
        done = reference.place.end;
    }
    if done == 0 {
        return None;
    }
    written.push_str(&page[done..]);
    Some(File::made(written.into_bytes()))
}

/// The address of the notice that stands for a file.
fn with_ending(address: &str) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    format!("{}{NOTICE}", &address[..end])
}

/// What is added to the name of a file for the page that stands for it.
pub(super) const NOTICE: &str = ".html";
