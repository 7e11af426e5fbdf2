//! Cards for shared links: a picture of a page's title in the colours and with the emblem of its
//! site, which messengers and social networks show beside a link.
//!
//! In: a [`Card`] and the [`Fonts`] to draw it with. Out: [`draw`] gives a PNG of
//! [`WIDTH`] × [`HEIGHT`] pixels. A pure function: it looks at no font of the system, asks
//! for no language and keeps nothing, so every machine and every thread draws the same bytes.
//! [`emblem()`] makes a sign of the initials of a name.

mod canvas;
mod emblem;
mod fonts;
mod initials;
mod layout;
mod letters;
mod painting;
#[cfg(test)]
mod tests;

pub use emblem::Emblem;
pub use fonts::Fonts;
pub use initials::emblem;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Stands in the key of all that is remembered of this crate's work: to be raised by whoever
/// changes a byte that comes out of [`draw`].
pub const EDITION: u32 = 2;

/// The width of a card in pixels: what Facebook, Zalo, LinkedIn and X show without cutting.
pub const WIDTH: u32 = 1200;

/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// The length of the sides of an emblem, in pixels.
pub const EMBLEM: u32 = 176;

/// What a card shows. Each text may be empty but the title.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card<'a> {
    /// In large letters.
    pub title: &'a str,
    /// What kind of page it is: below the emblem.
    pub label: &'a str,
    /// The day of an event, as a leaf of a calendar.
    pub leaf: Option<Leaf<'a>>,
    /// Below the title, in the accent: where an event is.
    pub details: &'a str,
    /// At the foot: whose page it is.
    pub footer: &'a str,
    /// In the corner: that all of it is invented.
    pub tag: &'a str,
    /// The sign of the site.
    pub emblem: Option<&'a Emblem>,
    /// Whether its language is written from right to left.
    pub right_to_left: bool,
    /// What it is painted with.
    pub colors: Colors,
}

/// The day of an event, as a leaf of a calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leaf<'a> {
    /// Above: the day of the week.
    pub above: &'a str,
    /// Large: the day.
    pub day: &'a str,
    /// Below: the month, and the time of day.
    pub below: &'a str,
}

/// The colours of a card, each as red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colors {
    /// The ground.
    pub paper: [u8; 3],
    /// The title.
    pub ink: [u8; 3],
    /// The block at the side, the details and the footer.
    pub accent: [u8; 3],
    /// What is printed on the block.
    pub on_accent: [u8; 3],
}

/// The card as a PNG. Without a font it has a block and no words; nothing comes out where a
/// font is broken inside.
pub fn draw(card: &Card<'_>, fonts: &Fonts) -> Option<Vec<u8>> {
    guarded(|| painting::paint(card, fonts).png())
}

/// What readers of fonts give. They are written for fonts that are whole, and stop the thread
/// at some that are not; a broken file of a theme must not stop the program.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    // Whatever was half made is dropped on the way out, so nothing half made is seen.
    catch_unwind(AssertUnwindSafe(read)).ok()
}
