//! Links in full that stand outside of texts: in the heads of pages, in the settings, in data.

use crate::config::SITE_FILE;
use crate::content::{Document, Kind, Leads, LinkTarget};
use crate::diagnostics::Place;
use crate::site::Site;
use crate::sources::{SourcePath, Sources};

/// A link and the file that holds it.
pub(super) struct Named<'a> {
    /// The link.
    pub(super) link: &'a LinkTarget,
    /// Whether it may lead to a page by the name of its file.
    pub(super) may_lead_inside: bool,
    holder: Holder<'a>,
}

/// What holds a link.
enum Holder<'a> {
    Head(&'a Document),
    File(SourcePath, &'a str),
}

impl Named<'_> {
    /// The text that holds it.
    pub(super) fn text(&self) -> &str {
        match &self.holder {
            Holder::Head(document) => &document.front,
            Holder::File(_, text) => text,
        }
    }

    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        match &self.holder {
            Holder::Head(document) => document.place(self.link.span),
            Holder::File(path, text) => Place::within(path, text, self.link.span),
        }
    }
}

/// All such links to the web.
pub(super) fn all<'a>(site: &'a Site, sources: &'a Sources) -> Vec<Named<'a>> {
    let mut all = Vec::new();
    for (_, page) in site.ids().filter(|(_, page)| page.written) {
        of_head(&page.document, &mut all);
    }
    let config = &site.config;
    let menus = config.menus.values().flatten().map(|entry| (&entry.target, true));
    let social = config.identity.social.iter().map(|own| (&own.url, false));
    for (link, may_lead_inside) in menus.chain(social) {
        let holder = Holder::File(SourcePath::new(SITE_FILE), &config.text);
        all.push(Named { link, may_lead_inside, holder });
    }
    of_data(site, sources, &mut all);
    all.retain(|named| named.link.leads() == Leads::Web);
    all
}

fn of_head<'a>(document: &'a Document, all: &mut Vec<Named<'a>>) {
    let mut add = |link, may_lead_inside| {
        all.push(Named { link, may_lead_inside, holder: Holder::Head(document) });
    };
    let source = document.meta.shared.source.as_ref().and_then(|source| source.url.as_ref());
    source.into_iter().for_each(|link| add(link, false));
    match &document.kind {
        Kind::Material(material) => {
            material.files.iter().for_each(|file| add(&file.target, false));
        }
        Kind::Plan(plan) => {
            let original = plan.document.original.iter().map(|file| &file.target);
            original.for_each(|link| add(link, false));
        }
        Kind::Schedule(schedule) => {
            for event in &schedule.written {
                let visit = &event.visit;
                let register = visit.register.iter().map(|own| &own.target);
                register.for_each(|link| add(link, false));
                event.materials.iter().for_each(|link| add(link, true));
            }
        }
        Kind::Page | Kind::Section(_) | Kind::Post => {}
    }
}

fn of_data<'a>(site: &'a Site, sources: &'a Sources, all: &mut Vec<Named<'a>>) {
    let data = &site.data;
    let agencies = data.agencies.iter().filter_map(|(_, own)| own.url.as_ref());
    let places = data.places.iter().filter_map(|(_, own)| own.url.as_ref());
    let hotlines = data.hotlines.iter().filter_map(|(_, own)| own.url.as_ref());
    let campaigns = data.campaigns.iter().filter_map(|(_, own)| own.url.as_ref());
    let links = agencies.map(|link| ("agencies", link));
    let links = links.chain(places.map(|link| ("places", link)));
    let links = links.chain(hotlines.map(|link| ("hotlines", link)));
    for (name, link) in links.chain(campaigns.map(|link| ("campaigns", link))) {
        let path = SourcePath::new(&format!("content/_data/{name}.yaml"));
        let Some(text) = sources.text(&path) else { continue };
        all.push(Named { link, may_lead_inside: false, holder: Holder::File(path, text) });
    }
}
