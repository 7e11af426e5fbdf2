//! What is done to HTML that is ready: links are numbered for paper, numbers kept in their order.
//!
//! In: the HTML of a page. Out: the same page, only what is asked for changed.

pub(in crate::outputs) mod isolate;
pub(in crate::outputs) mod notes;
