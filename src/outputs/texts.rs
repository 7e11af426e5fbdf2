//! What pages say, for who makes files of it.

use std::collections::BTreeSet;

use crate::content::Bodies;
use crate::site::PageId;

/// What pages say, which nobody sees who only plans.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// What each page says.
    pub bodies: &'a Bodies,
    /// The translations whose source has changed since.
    pub outdated: &'a BTreeSet<PageId>,
}
