//! What the whole program does, seen from outside: sites in, files and diagnostics out.
//!
//! Only [`harness`] calls the library. A case is one string that holds several files, or
//! a folder below `tests/sites`.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the disk, and stop at the first thing that is not as it should be"
)]

mod addresses;
mod alike;
mod areas;
mod books;
mod calendar;
mod credits;
mod determinism;
mod downloads;
mod faults;
mod found;
mod front;
mod harness;
mod hosts;
mod html;
mod identity;
mod incremental;
mod keys;
mod languages;
mod law;
mod law_at_size;
mod limits;
mod links;
mod mistakes;
mod names;
mod pack;
mod pdfs;
mod phones;
mod pictures;
mod plans;
mod portable;
mod properties;
mod publication;
mod published_at;
mod published_names;
mod published_pictures;
mod schedules;
mod search;
mod sensitive;
mod sheets;
mod site_map;
mod sites;
mod slips;
mod social_cards;
mod structured;
mod terms;
mod themes;
mod tidy;
mod today;
mod translations;
mod visits;
mod voice;
mod wording;
