//! What programs read: calendars, tables, feeds, the sitemap, things of schema.org, QR codes.
//!
//! In: values that are complete, with their addresses. Out: text. Nothing here knows a site, a
//! theme's words or where a file will be; each format says in its first lines who defines it.

mod csv;
mod feed;
pub(crate) mod hosts;
pub(crate) mod ics;
pub(crate) mod json_ld;
pub(crate) mod qr;
mod sitemap;
mod xml;

pub(crate) use csv::Table;
pub(crate) use feed::{Entry, Feed};
pub(crate) use sitemap::{Sitemap, Url};
