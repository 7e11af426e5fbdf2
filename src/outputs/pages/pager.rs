//! A long list in pages, and the way from each to the others.

use serde::Serialize;

use crate::site::{Address, PageId};

/// How many list pages on each side of the one that is shown are named.
const AROUND: usize = 2;

/// A list cut into pages.
pub(in crate::outputs) struct Pager<'a> {
    /// Its first page.
    pub address: &'a Address,
    /// The folder of the others: `trang/2`.
    pub word: &'a str,
    /// All that it holds.
    pub ids: &'a [PageId],
    /// How many a page holds.
    pub size: usize,
}

/// `pager`: the way from one page of a list to the others.
#[derive(Serialize)]
pub(in crate::outputs) struct PagerView {
    number: usize,
    total: usize,
    first: String,
    last: String,
    previous: Option<String>,
    next: Option<String>,
    /// The first, the last and those around this one: a list of all of them on each of them
    /// would grow with the square of the site.
    pages: Vec<NumberedPage>,
}

/// A page of a list.
#[derive(Serialize)]
struct NumberedPage {
    number: usize,
    url: String,
    current: bool,
    /// Whether pages before it are left out.
    gap: bool,
}

impl<'a> Pager<'a> {
    /// How many pages it has; an empty list has one.
    pub(in crate::outputs) fn total(&self) -> usize {
        self.ids.len().div_ceil(self.size).max(1)
    }

    /// What a page holds; the first has the number 1.
    pub(in crate::outputs) fn part(&self, number: usize) -> &'a [PageId] {
        self.ids.chunks(self.size).nth(number - 1).unwrap_or_default()
    }

    /// Where a page is.
    pub(in crate::outputs) fn address(&self, number: usize) -> Address {
        if number <= 1 {
            return self.address.clone();
        }
        Address::of_folder(&format!("{}{}/{number}", self.address.folder(), self.word))
    }

    /// `pager`, or nothing where one page holds all.
    pub(in crate::outputs) fn view(&self, number: usize) -> Option<PagerView> {
        let total = self.total();
        if total < 2 {
            return None;
        }
        let url = |number: usize| self.address(number).encoded();
        let near = number.saturating_sub(AROUND)..=number + AROUND;
        let shown = (1..=total).filter(|n| [1, total].contains(n) || near.contains(n));
        let mut before = 0;
        let pages = shown.map(|n| {
            let gap = n > before + 1;
            before = n;
            NumberedPage { number: n, url: url(n), current: n == number, gap }
        });
        Some(PagerView {
            number,
            total,
            first: url(1),
            last: url(total),
            previous: (number > 1).then(|| url(number - 1)),
            next: (number < total).then(|| url(number + 1)),
            pages: pages.collect(),
        })
    }
}
