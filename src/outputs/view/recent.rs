//! `recent`: what the front page shows of the newest pages.

use serde::Serialize;

use crate::content::Language;
use crate::outputs::planner::{Planner, RECENT, newest_first};
use crate::outputs::view::card::Card;

/// The newest pages of each kind.
#[derive(Serialize)]
pub(crate) struct Recent {
    post: Vec<Card>,
    plan: Vec<Card>,
    schedule: Vec<Card>,
    material: Vec<Card>,
}

impl Recent {
    /// Those in a language.
    pub(crate) fn of(planner: &Planner<'_>, language: &Language) -> Recent {
        let newest = |kind| -> Vec<Card> {
            let ids = newest_first(planner.site, language, kind).into_iter().take(RECENT);
            ids.map(|id| Card::of(planner, planner.site.page(id), language)).collect()
        };
        Recent {
            post: newest("post"),
            plan: newest("plan"),
            schedule: newest("schedule"),
            material: newest("material"),
        }
    }
}
