//! What is published at the time of the build.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::config::Settings;
use crate::content::Document;
use crate::site::sections::Tree;
use crate::site::{LinkInput, Today};
use crate::sources::SourcePath;

/// Whether a document is published, and if not, why.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Hash)]
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

/// What the clock says of each document: which are not published, what is over of schedules,
/// and until when this holds.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Clock {
    /// The documents whose time has not come or has passed.
    pub hidden: BTreeMap<SourcePath, State>,
    /// The build's day for each schedule that it does not hide.
    pub today: BTreeMap<SourcePath, Today>,
    /// The next instant at which it says anything else, if there is one.
    #[serde(skip)]
    pub until: Option<Timestamp>,
}

impl Clock {
    /// What it says at the time of the build.
    pub fn read(documents: &[Arc<Document>], zone: &TimeZone, settings: &Settings) -> Clock {
        let now = settings.now.timestamp();
        let day = zone.to_datetime(now).date();
        let mut clock = Clock::default();
        for document in documents {
            let meta = &document.meta;
            let [begins, ends] = [&meta.publish_date, &meta.expiry_date]
                .map(|date| date.as_ref().map(|date| date.value.start(zone)));
            let begins = begins.filter(|_| !settings.future);
            if begins.is_some_and(|begins| begins > now) {
                clock.hidden.insert(document.path.clone(), State::Future);
            } else if ends.is_some_and(|ends| ends <= now) {
                clock.hidden.insert(document.path.clone(), State::Expired);
            } else if let Some(schedule) = document.kind.as_schedule() {
                let (today, next) = Today::of(schedule, day, zone);
                clock.today.insert(document.path.clone(), today);
                clock.until = clock.until.into_iter().chain(next).min();
            }
            let next = begins.into_iter().chain(ends).filter(|instant| *instant > now);
            clock.until = clock.until.into_iter().chain(next).min();
        }
        clock
    }
}

/// Parts the documents into those that are published and the others.
pub(super) fn sift(
    tree: &Tree<'_>,
    input: &LinkInput<'_>,
) -> (Vec<Arc<Document>>, BTreeMap<SourcePath, State>) {
    let (mut published, mut hidden) = (Vec::new(), BTreeMap::new());
    for document in input.documents.iter() {
        match state(document, tree, input) {
            State::Published => published.push(Arc::clone(document)),
            state @ (State::Draft | State::Future | State::Expired) => {
                hidden.insert(document.path.clone(), state);
            }
        }
    }
    (published, hidden)
}

fn state(document: &Document, tree: &Tree<'_>, input: &LinkInput<'_>) -> State {
    let draft = document.meta.shared.draft.or_else(|| tree.cascade(document).draft);
    if draft == Some(true) && !input.drafts {
        return State::Draft;
    }
    input.clock.hidden.get(&document.path).copied().unwrap_or(State::Published)
}
