//! What the entry of an index says besides where things are: the words of results, the numbers to
//! call, and what old names stand for now.

use std::collections::BTreeMap;

use crate::content::Language;
use crate::content::data::Hotline;
use crate::locale::LocalText;
use crate::outputs::files::search::documents::{KINDS, names};
use crate::outputs::files::search::index::About;
use crate::outputs::named;
use crate::outputs::planner::Planner;

/// How many numbers to call are shown above results.
const MOST_HELP: usize = 3;

/// What results are made of besides documents: the theme's words.
const WORDS: [&str; 11] =
    ["none", "one", "found", "partial", "typo", "help", "more", "filter", "all", "coming", "past"];

/// What the entry of a language says.
pub(super) fn about(planner: &Planner<'_>, language: &Language) -> About {
    let text = |key: &str| planner.theme.text(language, key, &[]);
    let words = WORDS.into_iter().filter_map(|name| Some((name, text(&format!("search.{name}"))?)));
    // With the places for both names, so that not each pair of names has a sentence of its own.
    let places = [("old", "{old}"), ("new", "{new}")];
    let now = planner.theme.text(language, "search.now", &places).map(|now| ("now", now));
    let kinds = KINDS.iter().map(|kind| text(&format!("search.kinds.{kind}")).unwrap_or_default());
    let data = &planner.site.structure().data;
    let help = data.hotlines.iter().take(MOST_HELP);
    About {
        words: words.chain(now).collect::<BTreeMap<_, _>>(),
        kinds: kinds.collect(),
        danger: danger(planner, language),
        help: help.map(|(_, line)| hotline(planner, language, line)).collect(),
        old: old(planner, language),
    }
}

/// The number to call, who answers, and in which need.
pub(super) fn hotline(planner: &Planner<'_>, language: &Language, line: &Hotline) -> [String; 3] {
    let texts = [Some(&line.number), line.name.as_ref(), line.when.as_ref()];
    let config = &planner.site.config;
    texts.map(|text| text.map_or_else(String::new, |text| config.text(text, language).to_owned()))
}

/// The words that smell of danger: those of the site, or else those of the theme.
fn danger(planner: &Planner<'_>, language: &Language) -> Vec<String> {
    if let Some(own) = planner.site.structure().data.danger.get(language) {
        return own.clone();
    }
    let words = planner.theme.text(language, "search.danger", &[]).unwrap_or_default();
    let words = words.split(',').map(str::trim).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The old names of agencies, communes and places, each with that of today.
fn old(planner: &Planner<'_>, language: &Language) -> Vec<[String; 2]> {
    let data = &planner.site.structure().data;
    let text = |text: &LocalText| planner.site.config.text(text, language).to_owned();
    let agencies = data.agencies.keys().flat_map(|key| {
        let own = named::agency(planner, language, key);
        let now = own.replaced_by.as_ref().map(|now| named::agency(planner, language, &now.key));
        let now = now.into_iter();
        now.flat_map(move |now| names(&own).map(move |name| [name, now.name.clone()]))
    });
    let areas = data.areas.iter().map(|(_, area)| (&area.name, &area.formerly));
    let places = data.places.iter().map(|(_, place)| (&place.name, &place.formerly));
    let others = areas
        .chain(places)
        .flat_map(|(name, formerly)| formerly.iter().map(move |old| [text(old), text(name)]));
    agencies.chain(others).collect()
}
