//! The change that mends a link which leads nowhere, where one page or place is near.

use std::ops::Range;

use crate::content::LinkTarget;
use crate::diagnostics::Fix;
use crate::site::LinkFault;
use crate::site::links::faults::same_letters;

impl LinkFault {
    /// The near address in place of the one that is written, in the text that holds it.
    pub fn cure(&self, link: &LinkTarget, text: &str) -> Option<Fix> {
        if link.span.cell().is_some() {
            return None;
        }
        let span = link.span.start as usize..link.span.end as usize;
        match self {
            LinkFault::Nothing(Some(near)) => {
                let at = part_of(text, span, link.path())?;
                let behind = text.get(at.end..).unwrap_or_default();
                let is_whole = behind.strip_prefix(link.behind()).is_some();
                let address = in_yaml(text.get(..at.start)?, near, link.behind());
                match address {
                    Some(quoted) if is_whole => {
                        Some(Fix::likely(at.start..at.end + link.behind().len(), quoted))
                    }
                    Some(_) => None,
                    None => Some(Fix::likely(at, near.as_str())),
                }
            }
            LinkFault::NoAnchor { anchor, known, .. } => {
                let fragment = link.fragment().filter(|fragment| fragment == anchor)?;
                let at = part_of(text, span, &format!("#{fragment}"))?;
                let stretch = (at.start + 1..at.end).into();
                match same_letters(anchor, known.iter().map(String::as_str)) {
                    Some(near) => {
                        Some(Fix { span: stretch, text: near.to_owned(), is_sure: false })
                    }
                    None => Fix::nearest(stretch, anchor, known.iter().map(String::as_str)),
                }
            }
            LinkFault::Nothing(None)
            | LinkFault::Hidden(..)
            | LinkFault::Withheld(..)
            | LinkFault::LeftBehind(_)
            | LinkFault::Outside => None,
        }
    }
}

/// Where a part of an address stands, if it is written there letter by letter.
fn part_of(text: &str, span: Range<usize>, part: &str) -> Option<Range<usize>> {
    let start = span.start + text.get(span)?.find(part).filter(|_| !part.is_empty())?;
    Some(start..start + part.len())
}

/// The address in quotation marks, if it needs them: YAML takes no text that begins with `@`.
fn in_yaml(before: &str, near: &str, behind: &str) -> Option<String> {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_of_markdown = line.ends_with(['(', '<', '"', '\'']) || line.ends_with("]: ");
    let is_bare = !is_of_markdown && near.starts_with('@');
    is_bare.then(|| format!("\"{near}{behind}\""))
}
