//! Files that are no pages: feeds, calendars, tables, pictures, and what programs read.
//!
//! In: the site, through a `Planner`. Out: for each sort its jobs, and how each of them is made.

pub(in crate::outputs) mod calendar;
pub(in crate::outputs) mod downloads;
pub(in crate::outputs) mod feeds;
pub mod hosts;
pub mod identity;
pub(in crate::outputs) mod machine;
pub mod pdfs;
pub mod pictures;
pub mod search;
pub(in crate::outputs) mod social_cards;
