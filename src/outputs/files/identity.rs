//! The sign of the site: made of its initials where `site.yaml` names none.

use crate::outputs::Origin;
use crate::outputs::jobs::{Job, Work};
use crate::outputs::planner::Planner;
use crate::public::{File, OutputPath};
use crate::site::OWN_FOLDER;
use crate::theme::Palette;

/// The name of the sign that is made where the site has none.
pub(in crate::outputs) const INITIALS: &str = "initials.svg";

/// The ground and the ink of a sign where the theme says no colour.
const PLAIN: [[u8; 3]; 2] = [[0x1c; 3], [0xff; 3]];

/// The files of the sign.
pub(in crate::outputs) fn jobs(planner: &Planner<'_>) -> Vec<Job> {
    let made = || {
        let path = OutputPath::parse(&format!("{OWN_FOLDER}/{INITIALS}"))?;
        let work = Work::Ready(File::made(initials(planner).into_bytes()));
        Some(Job { path, origin: Origin::Program(INITIALS), work })
    };
    let is_made = planner.site.config.identity.logo.is_none();
    is_made.then(made).flatten().into_iter().collect()
}

/// The initials of the site's name in its default language, in the colours of its theme.
fn initials(planner: &Planner<'_>) -> String {
    let config = &planner.site.config;
    let colors = planner.theme.palette().map_or(PLAIN, Palette::sign);
    let name = config.text(&config.title, config.default_language());
    bangtin_cards::emblem(name, &planner.theme.card_fonts().fonts, colors)
}
