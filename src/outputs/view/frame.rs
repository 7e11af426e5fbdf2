//! What every page of HTML has around its text: settings, menus, languages, feeds, the
//! way down from the front page.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::Language;
use crate::outputs::files::{feeds::FeedLink, social_cards};
use crate::outputs::html::notes::Way;
use crate::outputs::pages::{exit::exit, search, site_map};
use crate::outputs::planner::Planner;
use crate::outputs::view::{Part, View};
use crate::site::{Address, PageId, SharedValue};

/// The name of the data in the language of a page that stands in for a missing translation.
pub(crate) const LENT_DATA: &str = "lent_data";

/// The frame of one page.
pub(crate) struct Frame<'a> {
    /// The language of the page.
    pub language: &'a Language,
    /// The language of the part of the site that it stands in, and of all around its text:
    /// another one only for a page that stands in for a missing translation.
    pub reader: &'a Language,
    /// Where it is.
    pub address: Address,
    /// The way from it up to the root.
    pub root: String,
    /// The same page in the languages that have it, itself among them.
    pub versions: Vec<(&'a Language, Address)>,
    /// Those of these languages whose page shows words of another: no true translations.
    pub lent: Vec<&'a Language>,
    /// The feeds that readers of the page may want.
    pub feeds: Vec<FeedLink>,
    /// The pages above it, from the front page down.
    pub ancestors: Vec<PageId>,
    /// The page whose picture it is shared with; none for the picture of the site.
    pub shared_as: Option<PageId>,
    /// The id of the event of that page that it is about.
    pub shared_event: Option<&'a str>,
}

impl<'a> Frame<'a> {
    /// What it is shared as: a page, perhaps an event of it.
    pub(crate) fn shared(&self) -> (Option<PageId>, Option<&'a str>) {
        (self.shared_as, self.shared_event)
    }

    /// The view of a page that a template shows in this frame.
    pub(crate) fn view(&self, planner: &Planner<'a>, template: &str, also: &[&str]) -> View<'a> {
        let theme = planner.theme;
        let components = also.iter().flat_map(|name| theme.mentioned_by_component(name));
        let mentioned = theme.mentioned_by(template).iter().chain(components);
        let mut view = View::of(mentioned.map(String::as_str));
        let shared = |value| Part::Shared(planner.shared(value, self.reader));
        let direction = &planner.site.config.language(self.reader).direction;
        view.put("root", Part::own(&self.root));
        view.put("lang", Part::own(self.reader));
        view.add("dir", || Part::own(direction));
        view.add("site", || shared(SharedValue::Settings));
        let permalink = || planner.permalink(&self.address);
        view.add("qr", || permalink().map_or_else(Part::none, Part::QrCode));
        view.add("links", || {
            let home = planner.site.config.base_url.as_ref().map(|base| base.as_str().to_owned());
            Part::Links(Way { root: self.root.clone(), home })
        });
        view.add("as_of", || shared(SharedValue::Newest));
        view.add("exit", || Part::own(&exit(planner, self.reader)));
        view.add("site_map", || Part::own(&site_map::link(planner, self.reader)));
        view.add("search", || Part::own(&search::link(planner, self.reader)));
        view.add("colors", || Part::own(&colors(planner)));
        view.add("social_card", || {
            Part::own(&social_cards::of(planner, self.shared(), self.language))
        });
        view.add("og_locale", || Part::own(&self.language.open_graph()));
        view.add("menus", || shared(SharedValue::Menus));
        view.add("data", || shared(SharedValue::Data));
        if self.reader != self.language && view.is_mentioned("data") {
            // What the components in the text look for.
            view.put(LENT_DATA, Part::Shared(planner.shared(SharedValue::Data, self.language)));
        }
        view.add("recent", || shared(SharedValue::Recent));
        view.add("languages", || Part::own(&self.languages(planner)));
        view.add("alternates", || Part::own(&self.alternates(planner)));
        view.add("x_default", || Part::own(&self.x_default(planner)));
        // Pages that tell programs something put it in place of this.
        view.add("json_ld", Part::none);
        view.add("feeds", || Part::own(&self.feeds));
        view.add("ancestors", || Part::List(planner.cards(&self.ancestors, self.reader)));
        view
    }

    /// Every language of the site: this page in it, or honestly its front page. A language
    /// in which nothing is published has neither.
    fn languages<'s>(&self, planner: &Planner<'s>) -> Vec<LanguageLink<'s>> {
        let site = planner.site;
        let languages = site.structure().config.languages.iter().filter_map(|language| {
            let version = self.versions.iter().find(|(code, _)| **code == language.code);
            let current = language.code == *self.reader;
            let address = match version {
                Some((_, address)) => address.clone(),
                None if current => self.address.clone(),
                None => site.page(site.home(&language.code)?).address.clone(),
            };
            Some(LanguageLink {
                code: &language.code,
                name: &language.name,
                dir: &language.direction,
                url: address.encoded(),
                permalink: planner.permalink(&address),
                current,
                exact: version.is_some(),
            })
        });
        languages.collect()
    }

    /// The `hreflang` group of this page, itself included. Empty where there is no other
    /// language, and for fallback pages, which show the words of another one.
    fn translations(&self) -> Vec<&(&'a Language, Address)> {
        let lends = |language: &Language| self.lent.contains(&language);
        let own = self.reader == self.language && !lends(self.language);
        let versions = self.versions.iter().filter(|(language, _)| own && !lends(language));
        let versions: Vec<_> = versions.collect();
        if versions.len() < 2 { Vec::new() } else { versions }
    }

    fn alternates(&self, planner: &Planner<'_>) -> Vec<Alternate<'a>> {
        let versions = self.translations().into_iter();
        versions
            .filter_map(|(lang, address)| {
                Some(Alternate { lang, permalink: planner.permalink(address)? })
            })
            .collect()
    }

    fn x_default(&self, planner: &Planner<'_>) -> Option<String> {
        let default = planner.site.config.default_language();
        let versions = self.translations();
        let version = versions.iter().find(|(language, _)| *language == default);
        let (_, address) = version?;
        planner.permalink(address)
    }
}

/// The colours that a page tells the browser, by name.
pub(crate) fn colors(planner: &Planner<'_>) -> Option<BTreeMap<&'static str, String>> {
    let palette = planner.theme.palette()?;
    let named = [("accent", palette.accent()), ("paper_dark", palette.paper_dark())];
    Some(named.into_iter().map(|(name, color)| (name, color.to_string())).collect())
}

/// An entry of the language switch.
#[derive(Serialize)]
struct LanguageLink<'s> {
    code: &'s Language,
    name: &'s str,
    dir: &'s str,
    url: String,
    permalink: Option<String>,
    current: bool,
    exact: bool,
}

/// A true translation, for `hreflang`.
#[derive(Serialize)]
struct Alternate<'a> {
    lang: &'a Language,
    permalink: String,
}
