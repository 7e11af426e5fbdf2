//! The addresses in HTML and in drawings: those of the HTML Standard, and those in `data-…` that
//! the scripts of a theme read.

use std::borrow::Cow;
use std::ops::Range;

use crate::html::{Attribute, Tag, Token, Tokens, unescape};
use crate::portable::references::{Reference, Role, of_sheet, told};

/// Attribute, role: whatever the element. What `link` and `meta` name hangs on more.
const ATTRIBUTES: &[(&str, Role)] = &[
    ("src", Role::Part),
    ("poster", Role::Part),
    ("background", Role::Part),
    // Where the search leads without a script: a page is not whole without it.
    ("action", Role::Part),
    ("formaction", Role::Part),
    ("cite", Role::Link),
    // Where exit.js leads without a network.
    ("data-local", Role::Part),
    // The script of the search, and from where its index is named.
    ("data-script", Role::Part),
    ("data-root", Role::Root),
];

/// What scripts read from the root that `data-root` of the same element names.
const FROM_ROOT: &[&str] = &["data-index"];

/// Elements whose `href` is a part of what is seen, as in a drawing.
const DRAWN: &[&str] = &["image", "use", "feimage"];

/// What a `link` may be of a page that is not whole without it.
const PARTS: &[&str] = &[
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "preload",
    "modulepreload",
    "prefetch",
];

/// The addresses in a page or a drawing.
pub(super) fn of_page<'t>(text: &'t str, base: Option<&str>) -> Vec<Reference<'t>> {
    let mut all = Vec::new();
    // What stands in an element that holds no HTML.
    let mut inside = Inside::Html;
    // Where the addresses of the last link begin, until it is known what stands in it.
    let mut link: Option<usize> = None;
    for (token, range) in Tokens::of_page(text).placed() {
        match token {
            Token::Open(tag) => {
                link = tag.is("a").then_some(all.len());
                of_tag(&tag, range.start, &mut all);
                inside = Inside::of(&tag);
            }
            Token::Text(text) => match inside {
                Inside::Data => all.extend(told::of_data(text, range.start, base)),
                Inside::Style => all.extend(of_sheet(text, range.start)),
                Inside::Html => {
                    let from = link.take().unwrap_or(all.len());
                    tell(&mut all[from..], text);
                }
            },
            Token::Close(_) => inside = Inside::Html,
            Token::Comment { .. } | Token::Declaration(_) | Token::Unfinished(_) => {}
        }
    }
    all
}

/// A link whose text is its address tells that address, for people to copy.
fn tell(link: &mut [Reference<'_>], text: &str) {
    let text = letters(text.trim());
    link.iter_mut().filter(|one| one.role == Role::Link && one.written == text).for_each(|one| {
        one.role = Role::Told;
    });
}

/// What the text behind a tag is.
enum Inside {
    Html,
    Data,
    Style,
}

impl Inside {
    fn of(tag: &Tag<'_>) -> Inside {
        let is_data = |kind: &str| kind.ends_with("json");
        if tag.is("script") && tag.attribute("type").is_some_and(is_data) {
            Inside::Data
        } else if tag.is("style") {
            Inside::Style
        } else {
            Inside::Html
        }
    }
}

fn of_tag<'t>(tag: &Tag<'t>, start: usize, all: &mut Vec<Reference<'t>>) {
    for own in tag.attributes() {
        let name = own.name.to_ascii_lowercase();
        let place = start + own.place.start..start + own.place.end;
        let mut put = |role| {
            let written = letters(own.value);
            all.push(Reference { written, role, place: place.clone() });
        };
        match name.as_str() {
            "href" | "xlink:href" => {
                if let Some(role) = role_of_href(tag) {
                    put(role);
                }
            }
            "data" if tag.is("object") => put(Role::Part),
            "srcset" | "imagesrcset" => choices(&own, place, all),
            "style" => all.extend(of_sheet(own.value, place.start)),
            "content" if tag.is("meta") => of_meta(tag, &own, place, all),
            name if FROM_ROOT.contains(&name) => {
                let root = tag.attribute("data-root").unwrap_or_default();
                let written = letters(&format!("{root}{}", own.value)).into_owned().into();
                all.push(Reference { written, role: Role::Part, place });
            }
            name => {
                let known = ATTRIBUTES.iter().find(|(known, _)| *known == name);
                if let Some((_, role)) = known {
                    put(*role);
                }
            }
        }
    }
}

fn letters(value: &str) -> Cow<'_, str> {
    if value.contains('&') { unescape(value).into() } else { value.into() }
}

fn rel<'t>(tag: &Tag<'t>) -> impl Iterator<Item = &'t str> {
    tag.attribute("rel").unwrap_or_default().split_ascii_whitespace()
}

fn role_of_href(tag: &Tag<'_>) -> Option<Role> {
    if tag.is("base") {
        return None;
    }
    if DRAWN.iter().any(|drawn| tag.is(drawn)) {
        return Some(Role::Part);
    }
    if !tag.is("link") {
        // Programs that subscribe to a calendar need its address on the web.
        let is_asked = tag.attribute("href").is_some_and(|href| href.starts_with("webcal:"));
        return Some(if is_asked { Role::Told } else { Role::Link });
    }
    let is_told = rel(tag).any(|rel| rel == "canonical") || tag.attribute("hreflang").is_some();
    let is_part = rel(tag).any(|rel| PARTS.contains(&rel));
    Some(if is_told {
        Role::Told
    } else if is_part {
        Role::Part
    } else {
        Role::Link
    })
}

/// The pictures of a set (HTML Standard 4.8.4.2.2): each is followed by what tells it from others.
fn choices<'t>(own: &Attribute<'t>, place: Range<usize>, all: &mut Vec<Reference<'t>>) {
    let is_between = |letter: char| letter.is_ascii_whitespace() || letter == ',';
    let mut rest = own.value;
    loop {
        rest = rest.trim_start_matches(is_between);
        let end = rest.find(|letter: char| letter.is_ascii_whitespace()).unwrap_or(rest.len());
        if end == 0 {
            return;
        }
        let address = rest[..end].trim_end_matches(',');
        let start = place.start + own.value.len() - rest.len();
        let place = start..start + address.len();
        let written = letters(address);
        all.push(Reference { written, role: Role::Choice, place });
        // A comma right behind the address ends it, or else the next one does.
        let next =
            if address.len() < end { Some(end) } else { rest.find(',').map(|at| at.max(end)) };
        match next {
            Some(next) => rest = &rest[next..],
            None => return,
        }
    }
}

/// Where a page leads on at once, and what networks are told of it.
fn of_meta<'t>(
    tag: &Tag<'t>,
    own: &Attribute<'t>,
    place: Range<usize>,
    all: &mut Vec<Reference<'t>>,
) {
    let is = |name: &str, value: &str| {
        tag.attribute(name).is_some_and(|own| own.eq_ignore_ascii_case(value))
    };
    let (at, role) = if is("http-equiv", "refresh") {
        let Some(at) = own.value.to_ascii_lowercase().find("url=") else { return };
        (at + "url=".len(), Role::Link)
    } else {
        let named = [tag.attribute("property"), tag.attribute("name")];
        let mut named = named.into_iter().flatten();
        if !named.any(|name| name.starts_with("og:") || name.starts_with("twitter:")) {
            return;
        }
        (0, Role::Told)
    };
    let place = place.start + at..place.end;
    let written = letters(&own.value[at..]);
    all.push(Reference { written, role, place });
}
