//! One tag of a drawing: which of its attributes may stay.

use std::fmt::Write as _;

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::Attribute;
use quick_xml::name::{Namespace, NamespaceResolver, ResolveResult};

use super::links::{self, Link};
use super::names::{ATTRIBUTES, SVG, XLINK};
use super::{What, css};

/// Elements that are nothing without what their link leads to.
const LINKING: [&str; 3] = ["image", "use", "feImage"];

/// Elements that change an attribute of another.
const MOVING: [&str; 4] = ["animate", "animateMotion", "animateTransform", "set"];

/// What becomes of a tag.
pub(super) struct Rewritten {
    /// The tag as it is to be written, if that is another than it was.
    pub(super) tag: Option<String>,
    /// What is left out of it and may be missed, each with its name.
    pub(super) dropped: Vec<(What, String)>,
    /// Whether the element stays at all.
    pub(super) is_kept: bool,
}

/// What becomes of an attribute.
enum Fate {
    Kept,
    Replaced(String),
    /// It shows nothing.
    Dropped,
    /// It may be missed.
    Missed(What),
    /// Another value, and what stood in its place may be missed.
    Mended(String),
}

/// The tag of an element of SVG with nothing but what draws. `how`: whether the element is
/// empty, and in how many drawings it stands. Nothing if it is no XML.
pub(super) fn rewritten(
    tag: &BytesStart<'_>,
    spaces: &NamespaceResolver,
    how: (bool, usize),
) -> Option<Rewritten> {
    let (is_empty, inside) = how;
    let element = tag.local_name().into_inner();
    let mut written = format!("<{}", tag.name().into_inner());
    let (mut is_same, mut is_kept, mut dropped) = (true, true, Vec::new());
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        let name = attribute.key.into_inner();
        let fate = fate(&attribute, element, (spaces, inside))?;
        is_same &= matches!(fate, Fate::Kept);
        match fate {
            Fate::Kept => write_raw(&mut written, name, &attribute.value),
            Fate::Replaced(value) => write_value(&mut written, name, &value),
            Fate::Mended(value) => {
                dropped.push((What::Loads, name.to_owned()));
                write_value(&mut written, name, &value);
            }
            Fate::Dropped => {}
            Fate::Missed(what) => {
                let is_link = attribute.key.local_name().into_inner() == "href";
                let is_moved = MOVING.contains(&element) && name == "attributeName";
                is_kept &= !(is_moved || is_link && LINKING.contains(&element));
                dropped.push((what, name.to_owned()));
            }
        }
    }
    written.push_str(if is_empty { "/>" } else { ">" });
    Some(Rewritten { tag: (!is_same).then_some(written), dropped, is_kept })
}

fn fate(
    attribute: &Attribute<'_>,
    element: &str,
    (spaces, inside): (&NamespaceResolver, usize),
) -> Option<Fate> {
    let name = attribute.key.into_inner();
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    if name == "xmlns" || name.starts_with("xmlns:") {
        let is_used = [SVG, XLINK].contains(&&*value);
        return Some(if is_used { Fate::Kept } else { Fate::Dropped });
    }
    let (space, local) = spaces.resolve_attribute(attribute.key);
    let is_link = match space {
        ResolveResult::Unbound => local.into_inner() == "href",
        ResolveResult::Bound(Namespace(XLINK)) if local.into_inner() == "href" => true,
        ResolveResult::Bound(_) | ResolveResult::Unknown(_) => {
            let is_kept = ["xml:space", "xml:lang"].contains(&name);
            return Some(if is_kept { Fate::Kept } else { Fate::Dropped });
        }
    };
    if is_link {
        return Some(match links::judge(&value, element, inside) {
            Link::Kept => Fate::Kept,
            Link::Replaced(value) => Fate::Replaced(value),
            Link::Loads => Fate::Missed(What::Loads),
            Link::Runs => Fate::Missed(What::Runs),
        });
    }
    if name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) {
        return Some(Fate::Missed(What::Runs));
    }
    if !ATTRIBUTES.contains(&name) && !name.starts_with("aria-") {
        return Some(Fate::Dropped);
    }
    Some(plain_fate(name, element, &value))
}

/// What becomes of an attribute that may stay, by its value.
fn plain_fate(name: &str, element: &str, value: &str) -> Fate {
    if name == "attributeName" && MOVING.contains(&element) {
        let moved = value.trim().rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        if moved == "href" || moved.starts_with("on") || moved == "base" {
            return Fate::Missed(What::Runs);
        }
    }
    let clean = css::clean(value);
    match (clean.loads, clean.css == value) {
        (true, _) if clean.css.trim().is_empty() => Fate::Missed(What::Loads),
        (true, _) => Fate::Mended(clean.css.into_owned()),
        (false, false) => Fate::Replaced(clean.css.into_owned()),
        (false, true) => Fate::Kept,
    }
}

/// Writes an attribute as it was written.
fn write_raw(tag: &mut String, name: &str, value: &str) {
    let quote = if value.contains('"') { '\'' } else { '"' };
    let _ = write!(tag, " {name}={quote}{value}{quote}");
}

fn write_value(tag: &mut String, name: &str, value: &str) {
    let _ = write!(tag, " {name}=\"{}\"", quick_xml::escape::escape(value));
}
