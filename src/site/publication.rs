//! What is published at the time of the build.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{Config, Settings};
use crate::content::Document;
use crate::site::sections::Tree;
use crate::sources::SourcePath;

/// Whether a document is published, and if not, why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It is.
    Published,
    /// It is a draft.
    Draft,
    /// Its `publish_date` has not come.
    Future,
    /// Its `expiry_date` has come.
    Expired,
}

impl State {
    /// Why a page of this state is not published, in Vietnamese and English; nothing if it is.
    pub(super) fn why(self) -> (&'static str, &'static str) {
        match self {
            State::Published => ("", ""),
            State::Draft => ("là bản nháp", "it is a draft"),
            State::Future => ("chưa đến `publish_date`", "its `publish_date` has not come"),
            State::Expired => ("đã qua `expiry_date`", "its `expiry_date` has passed"),
        }
    }

    /// The word for it in lists.
    pub fn name(self) -> &'static str {
        match self {
            State::Published => "published",
            State::Draft => "draft",
            State::Future => "future",
            State::Expired => "expired",
        }
    }
}

/// Parts the documents into those that are published and the others.
pub(super) fn sift(
    documents: &[Arc<Document>],
    tree: &Tree<'_>,
    config: &Config,
    settings: &Settings,
) -> (Vec<Arc<Document>>, BTreeMap<SourcePath, State>) {
    let (mut published, mut hidden) = (Vec::new(), BTreeMap::new());
    for document in documents {
        match state(document, tree, config, settings) {
            State::Published => published.push(Arc::clone(document)),
            state @ (State::Draft | State::Future | State::Expired) => {
                hidden.insert(document.path.clone(), state);
            }
        }
    }
    (published, hidden)
}

fn state(document: &Document, tree: &Tree<'_>, config: &Config, settings: &Settings) -> State {
    let meta = &document.meta;
    let draft = meta.shared.draft.or_else(|| tree.cascade(document).draft);
    let now = settings.now.timestamp();
    let begins = meta.publish_date.as_ref().map(|date| date.value.start(&config.timezone));
    let ends = meta.expiry_date.as_ref().map(|date| date.value.start(&config.timezone));
    if draft == Some(true) && !settings.drafts {
        State::Draft
    } else if begins.is_some_and(|begins| begins > now) && !settings.future {
        State::Future
    } else if ends.is_some_and(|ends| ends <= now) {
        State::Expired
    } else {
        State::Published
    }
}
