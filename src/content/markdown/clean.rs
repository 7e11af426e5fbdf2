//! The last word on raw HTML: what is published was parsed and written by html5ever.
//!
//! In: a fragment that has raw HTML in it, perhaps unbalanced. Out: the same fragment, balanced,
//! with nothing but what [`allowed`] lists. Symbols travel through the parser as
//! text between two characters of Unicode that no text may hold (U+FDD0, U+FDD1).

use crate::content::markdown::allowed;
use crate::content::markdown::fragment::{Fragment, Symbol};

const OPEN: char = '\u{fdd0}';
const CLOSE: char = '\u{fdd1}';

/// The noncharacters that are kept out of texts, so that none can forge a mark.
pub(super) fn is_mark(letter: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&letter)
}

/// Cleans a fragment.
pub(super) fn clean(fragment: Fragment) -> Fragment {
    let mut marked = String::with_capacity(fragment.html.len() + fragment.symbols.len() * 10);
    let mut symbols = Vec::with_capacity(fragment.symbols.len());
    let mut done = 0;
    for (index, (at, symbol)) in fragment.symbols.into_iter().enumerate() {
        push_unmarked(&mut marked, &fragment.html[done..at]);
        done = at;
        marked.push_str(&format!("{OPEN}{index}{CLOSE}"));
        symbols.push(Some(symbol));
    }
    push_unmarked(&mut marked, &fragment.html[done..]);
    let cleaned = allowed::cleaner().clean(&marked).to_string();
    restore(&cleaned, &mut symbols)
}

fn push_unmarked(marked: &mut String, html: &str) {
    // All of them begin with these two bytes, so a text without them needs no second look.
    if html.as_bytes().windows(2).any(|two| two == [0xEF, 0xB7]) {
        marked.extend(
            html.chars()
                .map(|letter| if is_mark(letter) { char::REPLACEMENT_CHARACTER } else { letter }),
        );
    } else {
        marked.push_str(html);
    }
}

fn restore(cleaned: &str, symbols: &mut [Option<Symbol>]) -> Fragment {
    let mut fragment = Fragment::with_capacity(cleaned.len());
    let mut rest = cleaned;
    while let Some((before, after)) = rest.split_once(OPEN) {
        fragment.push(before);
        let (index, after) = after.split_once(CLOSE).unwrap_or_default();
        rest = after;
        let Some(slot) = index.parse().ok().and_then(|index: usize| symbols.get_mut(index)) else {
            continue;
        };
        // The parser may repeat a link that is not closed where it should be; nothing else
        // can come twice.
        let symbol = match slot {
            Some(Symbol::Link(target)) => Some(Symbol::Link(target.clone())),
            Some(
                Symbol::Image(_) | Symbol::Component(..) | Symbol::Note(_) | Symbol::Number(_),
            ) => slot.take(),
            None => None,
        };
        if let Some(symbol) = symbol {
            fragment.symbol(symbol);
        }
    }
    fragment.push(rest);
    fragment
}
