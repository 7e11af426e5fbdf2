//! The words of pages beside those of the data: names that are known, and spellings that the site
//! does not want.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::content::data::Data;
use crate::content::editorial::Check;
use crate::content::{Bodies, Body, Language};
use crate::diagnostics::{Diagnostic, Fix, Span, say};
use crate::locale::LocalText;
use crate::memo::{Digest, Hashed, Input, Memo, Outcome};

/// A page and the data, as long as they are looked at side by side.
#[derive(Serialize)]
pub struct Page<'d> {
    body: &'d Body,
    data: Digest,
    #[serde(skip)]
    forbidden: &'d [Forbidden<'d>],
}

impl Input for Page<'_> {
    fn name(&self) -> &str {
        self.body.path.as_str()
    }

    fn key(&self) -> Digest {
        Digest::of_hash(&[self.body.digest, self.data])
    }
}

/// The forbidden spellings on a page.
#[derive(Clone, Debug)]
pub struct Spellings(Vec<Diagnostic>);

impl Outcome for Spellings {
    fn lasts(&self) -> bool {
        true
    }
}

/// A spelling that the site does not want.
struct Forbidden<'d> {
    /// The words, one space between them.
    written: &'d str,
    /// The language in which it is forbidden; none if in all.
    language: Option<&'d Language>,
    /// What is right.
    right: &'d LocalText,
}

/// What the data says of the words of pages: which doubts no name dispels, and which names are
/// written as they should not be. Of data that could not be read nothing is known.
pub fn check(
    bodies: &Bodies,
    data: &Hashed<Arc<Data>>,
    known: &Memo<Spellings>,
) -> Vec<Diagnostic> {
    if !data.is_whole() {
        return Vec::new();
    }
    let mut doubts = bodies.all().flat_map(|body| &body.doubts).peekable();
    // Most sites are written well, and nothing is looked for.
    let names = doubts.peek().map(|_| names(data)).unwrap_or_default();
    let doubts = doubts.filter(|doubt| !names.contains(&doubt.word));
    let mut found: Vec<Diagnostic> = doubts.map(|doubt| doubt.fault.clone()).collect();
    let forbidden = forbidden(data);
    if forbidden.is_empty() {
        return found;
    }
    let pages: Vec<&Arc<Body>> =
        bodies.all().filter(|body| body.levels.is_on(Check::Names)).collect();
    let spellings: Vec<Spellings> = pages
        .par_iter()
        .map(|body| {
            let page = Page { body, data: data.digest(), forbidden: &forbidden };
            known.call(spellings, &page)
        })
        .collect();
    found.extend(spellings.into_iter().flat_map(|Spellings(all)| all));
    found
}

/// The words of all names in the data: in small letters, and abbreviations as they are written.
fn names(data: &Data) -> BTreeSet<String> {
    let agencies = data.agencies.iter().flat_map(|(_, own)| [Some(&own.name), own.short.as_ref()]);
    let places = data.places.iter().flat_map(|(_, own)| {
        let formerly = own.formerly.iter().map(Some);
        formerly.chain([Some(&own.name), own.address.as_ref()])
    });
    let areas = data
        .areas
        .iter()
        .flat_map(|(_, own)| own.formerly.iter().map(Some).chain([Some(&own.name)]));
    let lines = data.hotlines.iter().map(|(_, own)| own.name.as_ref());
    let campaigns = data.campaigns.iter().map(|(_, own)| Some(&own.name));
    let terms = data.glossary.iter().flat_map(|(_, own)| [Some(&own.term), own.meaning.as_ref()]);
    let all = agencies.chain(places).chain(areas).chain(lines).chain(campaigns).chain(terms);
    let texts = all.flatten().flat_map(LocalText::all);
    let words = texts.flat_map(|text| text.split(|letter: char| !letter.is_alphabetic()));
    words.flat_map(|word| [word.to_lowercase(), word.to_owned()]).collect()
}

fn forbidden(data: &Data) -> Vec<Forbidden<'_>> {
    let terms = data.glossary.iter().map(|(_, own)| (&own.term, &own.not));
    let campaigns = data.campaigns.iter().map(|(_, own)| (&own.name, &own.not));
    let mut all = Vec::new();
    for (right, not) in terms.chain(campaigns) {
        for text in not {
            let one = |written, language| Forbidden { written, language, right };
            match text {
                LocalText::One(written) => all.push(one(written.trim(), None)),
                LocalText::Each(texts) => {
                    all.extend(texts.iter().map(|(own, text)| one(text.trim(), Some(own))));
                }
            }
        }
    }
    all.retain(|own| !own.written.is_empty());
    all
}

/// The most that is told of one page.
const MOST: usize = 50;

/// Looks for forbidden spellings in the text of a page.
fn spellings(page: &Page<'_>) -> Spellings {
    let Page { body, forbidden, .. } = *page;
    let mut found = Vec::new();
    let own = forbidden.iter().filter(|own| own.language.is_none_or(|own| *own == body.language));
    for Forbidden { written, right, .. } in own {
        let Some(right) = right.get_in([&body.language]) else { continue };
        let begins = [written, right].map(with_capital);
        let at_a_beginning = begins.each_ref().map(String::as_str);
        let forms = [[*written, right], at_a_beginning];
        // One that begins with a capital anyhow is looked for once.
        let number = if begins[0] == *written { 1 } else { 2 };
        for form in &forms[..number] {
            let places = find(&body.text, form[0]).filter(|at| is_meant(&body.text, at, *form));
            found.extend(places.take(MOST).filter_map(|at| one(body, at, form[1])));
        }
    }
    Spellings(found)
}

fn one(body: &Body, at: Range<usize>, right: &str) -> Option<Diagnostic> {
    let written = body.text.get(at.clone())?.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = say!(
        "`{written}` là cách viết mà trang web không dùng",
        "`{written}` is a spelling that this site does not use"
    );
    let hint = say!("viết `{right}`", "write `{right}`");
    let fault = body.levels.found(Check::Names, message, hint)?;
    let fix = Fix::likely(at.clone(), right);
    Some(body.told(Span::from(at), fault.fix(fix)))
}

fn with_capital(text: impl AsRef<str>) -> String {
    let mut letters = text.as_ref().chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Where these words stand in a text, with any white space between them.
fn find<'t>(text: &'t str, written: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let first = written.split_whitespace().next().unwrap_or(written);
    text.match_indices(first).filter_map(move |(at, _)| {
        let mut end = at + first.len();
        for word in written.split_whitespace().skip(1) {
            let rest = &text[end..];
            let behind = rest.trim_start();
            if behind.len() == rest.len() || !behind.starts_with(word) {
                return None;
            }
            end += rest.len() - behind.len() + word.len();
        }
        Some(at..end)
    })
}

/// Whether a spelling is by itself: no part of a word, of an address, of code, or of what is right.
fn is_meant(text: &str, at: &Range<usize>, [written, right]: [&str; 2]) -> bool {
    const NEAR: usize = 300;
    let (before, behind) = (&text[..at.start], &text[at.end..]);
    let joins = |letter: char| letter.is_alphanumeric() || "/_@#".contains(letter);
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    let line = near.rsplit('\n').next().unwrap_or_default();
    let is_code = line.matches('`').count() % 2 == 1;
    let is_part = right.find(written).is_some_and(|start| {
        let (head, tail) = (&right[..start], &right[start + written.len()..]);
        before.ends_with(head) && behind.starts_with(tail)
    });
    !before.ends_with(joins) && !behind.starts_with(joins) && !is_code && !is_part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, form: [&str; 2]) -> Vec<String> {
        let places = find(text, form[0]).filter(|at| is_meant(text, at, form));
        places.map(|at| text[at].to_owned()).collect()
    }

    #[test]
    fn a_spelling_is_found_over_lines_and_in_nothing_else() {
        let form = ["Tháng HĐ", "Tháng hành động"];
        assert_eq!(found("Dự Tháng\nHĐ, Tháng HĐND.", form), ["Tháng\nHĐ"]);
        assert_eq!(found("`Tháng HĐ` và Tháng HĐ", form), ["Tháng HĐ"]);
        let inside = ["bình đẳng", "bình đẳng giới"];
        assert_eq!(found("bình đẳng giới, bình đẳng.", inside), ["bình đẳng"]);
        assert_eq!(found("a/bình đẳng, Bình đẳng", inside), [""; 0]);
    }
}
