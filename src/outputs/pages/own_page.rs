//! A page that the program makes in each language that has a front page: the site map, the search.
//!
//! Its title and its address are words of the language file, so a site can say them in its own
//! way. A page of an author's at that address takes its place: then none is made. A theme without
//! the template has none.

use crate::content::Language;
use crate::locale::slug_or_digest;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::planner::Planner;
use crate::outputs::view::frame::Frame;
use crate::outputs::{Origin, pages};
use crate::site::Address;

/// A page that the program makes in each language.
pub(in crate::outputs) struct OwnPage {
    /// The template by which it is shown.
    pub template: &'static str,
    /// The key of its title in the language file.
    pub title: &'static str,
    /// The key of its address there.
    pub slug: &'static str,
}

impl OwnPage {
    /// What it is called in a language.
    pub(in crate::outputs) fn title(
        &self,
        planner: &Planner<'_>,
        language: &Language,
    ) -> Option<String> {
        planner.theme.marked(language, self.title)
    }

    /// Where it is in a language; none where there is none.
    pub(in crate::outputs) fn address(
        &self,
        planner: &Planner<'_>,
        language: &Language,
    ) -> Option<Address> {
        let site = planner.site;
        site.home(language).filter(|_| planner.theme.has(self.template))?;
        let word = planner.theme.text(language, self.slug, &[])?;
        let name = slug_or_digest(&word);
        let address = Address::of_folder(&format!("{}{name}", site.config.prefix(language)));
        site.at(&address).is_none().then_some(address)
    }

    /// The languages that have one, each with its address.
    pub(in crate::outputs) fn versions<'a>(
        &self,
        planner: &Planner<'a>,
    ) -> Vec<(&'a Language, Address)> {
        let config = &planner.site.structure().config;
        let languages = config.languages.iter().map(|language| &language.code);
        languages.filter_map(|code| Some((code, self.address(planner, code)?))).collect()
    }

    /// The page of each language.
    pub(in crate::outputs) fn jobs(
        &self,
        planner: &Planner<'_>,
        subject: fn(Language) -> Subject,
    ) -> Vec<Job> {
        let made = self.versions(planner).into_iter().filter_map(|(language, address)| {
            let (path, work) = (address.output()?, subject(language.clone()).into());
            Some(Job { path, origin: Origin::Program(self.template), work })
        });
        made.collect()
    }

    /// What stands around it in a language.
    pub(in crate::outputs) fn frame<'a>(
        &self,
        planner: &Planner<'a>,
        language: &Language,
    ) -> Option<Frame<'a>> {
        let home = planner.site.home(language)?;
        let address = self.address(planner, language)?;
        Some(Frame {
            root: address.root(),
            address,
            versions: self.versions(planner),
            ancestors: vec![home],
            shared_as: None,
            ..pages::frame(planner, home)
        })
    }
}
