//! HTML as its tags and texts, for all that has to look into it without parsing it.
//!
//! In: any text. Out: its tokens as the HTML Standard's tokenizer (13.2.5) sees them, each as
//! it was written: put together again, they are the text, byte for byte. Nothing is refused and
//! nothing is mended, so this is not a cleaner; what goes out is cleaned by html5ever.

mod css;
mod tags;
#[cfg(test)]
mod tests;
mod tokens;

pub use css::addresses as addresses_of_css;
pub use tags::{Attribute, Tag};
pub use tokens::{Token, Tokens};

use std::ops::Range;

/// Where the inside of an element is on a page: from the first opening tag of that name to the
/// last closing one.
pub fn inside(page: &str, element: &str) -> Option<Range<usize>> {
    let (mut start, mut end) = (None, None);
    for (token, range) in Tokens::of_page(page).placed() {
        match token {
            Token::Open(tag) if tag.is(element) && start.is_none() => start = Some(range.end),
            Token::Close(tag) if tag.is(element) => end = Some(range.start),
            Token::Open(_) | Token::Close(_) | Token::Text(_) => {}
            Token::Comment { .. } | Token::Declaration(_) | Token::Unfinished(_) => {}
        }
    }
    let (start, end) = (start?, end?);
    (start <= end).then_some(start..end)
}

/// Text out of HTML: what stands for the five letters that are escaped, as the letters.
pub fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let letters = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'")];
    let text = letters.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    // Last, so that nothing is read twice.
    text.replace("&amp;", "&")
}
