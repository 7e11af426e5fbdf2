//! Agencies, places, areas and audiences as readers of a language are told of them.
//!
//! In: a key of `content/_data` or of a taxonomy, or the words of a sheet that name no entry.
//! Out: names, in the first language of the reader's that has one.

use serde::Serialize;

use crate::content::Language;
use crate::content::data::{Agency, AreaKind};
use crate::locale::LocalText;
use crate::outputs::planner::Planner;

/// An agency, under the names that templates use.
#[derive(Clone, Serialize)]
pub(crate) struct AgencyView {
    /// Its key, or the words of a sheet.
    pub key: String,
    /// Its name; the key where it has no entry.
    pub name: String,
    /// Its name in short.
    pub short: Option<String>,
    /// Its own site.
    pub url: Option<String>,
    /// The one that does its work now.
    pub replaced_by: Option<Successor>,
    /// Since when, as a date.
    pub replaced_on: Option<String>,
}

/// An agency that does the work of another now.
#[derive(Clone, Serialize)]
pub(crate) struct Successor {
    /// Its key.
    pub key: String,
    name: Option<String>,
    short: Option<String>,
}

/// A place, under the names that templates and data files use.
#[derive(Clone, Serialize)]
pub(crate) struct PlaceView {
    /// Its name; the key where it has no entry.
    pub name: String,
    /// Its postal address.
    pub address: Option<String>,
}

/// A commune, a ward or a special zone.
#[derive(Clone, Serialize)]
pub(crate) struct AreaView {
    /// Its name; the key where it has no entry.
    pub name: String,
    /// `commune`, `ward`, `special_zone`, or none where it is not written.
    pub kind: Option<&'static str>,
}

/// An agency by its key, with the one that replaced it.
pub(crate) fn agency(planner: &Planner<'_>, language: &Language, key: &str) -> AgencyView {
    let (site, agencies) = (planner.site, &planner.site.data.agencies);
    let text = |text: &LocalText| site.config.text(text, language).to_owned();
    let short = |own: &Agency| own.short.as_ref().map(text);
    let own = agencies.get(key);
    let successor = own.and_then(|own| own.replaced_by.as_ref()).map(|now| {
        let entry = agencies.get(&now.value);
        let (name, short) = (entry.map(|own| text(&own.name)), entry.and_then(short));
        Successor { key: now.value.clone(), name, short }
    });
    let since = own.and_then(|own| own.replaced_on.as_ref());
    AgencyView {
        key: key.to_owned(),
        name: own.map_or_else(|| key.to_owned(), |own| text(&own.name)),
        short: own.and_then(short),
        url: own.and_then(|own| own.url.as_ref()).map(|url| url.written().to_owned()),
        replaced_by: successor,
        replaced_on: since.map(|since| since.value.iso(&site.config.timezone)),
    }
}

/// A place by its key.
pub(crate) fn place(planner: &Planner<'_>, language: &Language, key: &str) -> PlaceView {
    let site = planner.site;
    let text = |text: &LocalText| site.config.text(text, language).to_owned();
    let own = site.data.places.get(key);
    PlaceView {
        name: own.map_or_else(|| key.to_owned(), |own| text(&own.name)),
        address: own.and_then(|own| own.address.as_ref()).map(text),
    }
}

/// An area by its key.
pub(crate) fn area(planner: &Planner<'_>, language: &Language, key: &str) -> AreaView {
    let site = planner.site;
    let own = site.data.areas.get(key);
    let name = own.map(|own| site.config.text(&own.name, language).to_owned());
    AreaView {
        name: name.unwrap_or_else(|| key.to_owned()),
        kind: own.and_then(|own| own.kind).map(AreaKind::name),
    }
}

/// The name of an audience by its key.
pub(crate) fn audience_name<'p>(
    planner: &'p Planner<'_>,
    language: &'p Language,
    key: &'p str,
) -> &'p str {
    let config = &planner.site.config;
    let taxonomy = config.taxonomies.iter().find(|taxonomy| taxonomy.name == "audiences");
    let configured = taxonomy.and_then(|taxonomy| taxonomy.terms.get(key));
    configured.map_or(key, |name| config.text(name, language))
}
