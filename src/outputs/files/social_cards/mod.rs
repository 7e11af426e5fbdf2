//! Social cards: the pictures that messengers and networks show beside a shared link.
//!
//! A page that has no picture of its own is shown as its title in the colours of the theme, an
//! event with its day and its place; what no file of the author's stands behind, and a title that
//! the fonts cannot write, by the card of the site in that language. A page with a
//! `neutral_title` has no picture: colours and emblem may tell as much as the title.

mod events;
mod faults;
mod painter;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::content::Language;
use crate::diagnostics::Checked;
use crate::memo::{Digest, Input, Outcome};
use crate::outputs::Origin;
use crate::outputs::jobs::{Job, Work};
use crate::outputs::planner::Planner;
use crate::public::{File, OutputPath};
use crate::site::{Address, Asked, Page, PageId, Question, Site, Target};
use crate::sources::SourcePath;
use crate::theme::{CardFonts, Theme};

pub(in crate::outputs) use events::{EventCards, cards as event_cards};
pub(in crate::outputs) use painter::Emblem;
pub use painter::SocialCard;

use faults::{Missing, broken_font};
use painter::Painter;

/// The name of a card beside its page.
const FILE_NAME: &str = "social-card.png";

/// That a font of the theme cannot be used.
#[derive(Clone, Copy, Debug)]
pub struct BrokenFont;

/// All that [`draw()`] may see. The theme is not in it, so that an edit of a template draws
/// no card anew.
#[derive(Serialize)]
pub struct DrawInput<'a> {
    /// By which rules; another program may draw it otherwise.
    pub edition: u32,
    /// The card.
    pub card: &'a SocialCard,
    /// The fonts, which stand in the memo's key as their digest.
    pub fonts: &'a CardFonts,
    /// Where it will be, for the record of work; nothing drawn can see it.
    #[serde(skip)]
    pub path: &'a OutputPath,
}

impl<'a> DrawInput<'a> {
    /// All that the card at this path may see.
    pub fn of(card: &'a SocialCard, theme: &'a Theme, path: &'a OutputPath) -> DrawInput<'a> {
        DrawInput { edition: bangtin_cards::EDITION, card, fonts: theme.card_fonts(), path }
    }
}

impl Input for DrawInput<'_> {
    fn name(&self) -> &str {
        self.path.as_str()
    }
}

/// A card, or that a font cannot be used.
pub type Drawn = Result<Arc<[File]>, BrokenFont>;

impl Outcome for Drawn {
    fn lasts(&self) -> bool {
        true
    }
}

/// Draws a card.
pub fn draw(input: &DrawInput<'_>) -> Drawn {
    let drawn = bangtin_cards::draw(&input.card.card(), &input.fonts.fonts);
    drawn.map(|bytes| [File::made(bytes)].into()).ok_or(BrokenFont)
}

/// The file of a card; a font that cannot be used is said.
pub fn drawn(drawn: Drawn) -> Checked<File> {
    let nothing = || File::made([]);
    match drawn {
        Ok(files) => Checked {
            value: files.first().cloned().unwrap_or_else(nothing),
            diagnostics: Vec::new(),
        },
        Err(BrokenFont) => Checked { value: nothing(), diagnostics: vec![broken_font()] },
    }
}

/// `social_card`: the picture of a page for shared links.
#[derive(Serialize)]
pub(crate) struct Shared<'s> {
    /// Its absolute address.
    pub url: String,
    width: Option<u32>,
    height: Option<u32>,
    /// What it shows, in words.
    alt: Cow<'s, str>,
}

/// The picture that each page is shared with.
pub(crate) struct SocialCards {
    /// The sign of the site, as all of them show it.
    pub(in crate::outputs) emblem: Option<Emblem>,
    /// The languages of which a missing letter was said.
    told: BTreeSet<Language>,
    pages: Vec<Shown>,
    sites: BTreeMap<Language, SocialCard>,
}

/// What a page is shared with.
#[derive(PartialEq, Eq, Hash)]
enum Shown {
    /// No picture.
    Nothing,
    /// The card of the site.
    Site,
    /// Its own picture, with the words for it.
    Picture(SourcePath, String),
    /// A card of its own.
    Own(Box<SocialCard>),
}

/// Chooses the picture of each page. Letters that no font has are said, once a language.
pub(in crate::outputs) fn choose(site: &Site, theme: &Theme) -> Checked<SocialCards> {
    let painter = Painter::of(site, theme);
    let mut missing: BTreeMap<&Language, Missing> = BTreeMap::new();
    let mut sites = BTreeMap::new();
    for language in site.config.languages.iter().map(|language| &language.code) {
        let Some(home) = site.home(language) else { continue };
        // The card of the site would tell what its front page hides.
        if site.page(home).shared.neutral_title.is_some() {
            continue;
        }
        match painter.as_ref().map(|painter| painter.site(site.page(home))) {
            Some(Ok(card)) => {
                sites.insert(language.clone(), card);
            }
            Some(Err(letter)) => {
                let path = site.page(home).document.path.clone();
                missing.insert(language, Missing { letter, path });
            }
            None => {}
        }
    }
    let pages: Vec<&Page> = site.ids().map(|(_, page)| page).collect();
    let chosen: Vec<(Shown, Option<char>)> =
        pages.par_iter().map(|page| shown(site, page, painter.as_ref())).collect();
    for (page, (_, letter)) in pages.iter().zip(&chosen) {
        if let Some(letter) = *letter {
            let path = page.document.path.clone();
            missing.entry(page.language()).or_insert(Missing { letter, path });
        }
    }
    let pages = chosen.into_iter().map(|(shown, _)| shown).collect();
    let emblem = painter.and_then(|painter| painter.emblem);
    let told = missing.keys().map(|language| (*language).clone()).collect();
    let diagnostics = missing.iter().map(|(language, missing)| missing.diagnose(language, site));
    Checked {
        diagnostics: diagnostics.collect(),
        value: SocialCards { emblem, told, pages, sites },
    }
}

/// What a page is shared with, and the first letter that kept it from a card of its own.
fn shown(site: &Site, page: &Page, painter: Option<&Painter<'_>>) -> (Shown, Option<char>) {
    let is_home = site.home(page.language()).map(|home| &site.page(home).key) == Some(&page.key);
    if page.shared.neutral_title.is_some() {
        return (Shown::Nothing, None);
    }
    if let Some(picture) = picture(site, page) {
        return (picture, None);
    }
    let Some(painter) = painter else { return (Shown::Nothing, None) };
    if is_home {
        return (Shown::Site, None);
    }
    match painter.page(page) {
        Ok(card) => (Shown::Own(Box::new(card)), None),
        Err(letter) => (Shown::Site, Some(letter)),
    }
}

/// The picture of a page, if it is one that networks show.
fn picture(site: &Site, page: &Page) -> Option<Shown> {
    site.config.base_url.as_ref()?;
    let picture = page.document.meta.image.as_ref()?;
    // A picture that is not there is said with the page's view.
    let target = site.resolve(&page.document, &picture.target).ok()?;
    let Target::File(path) = target else { return None };
    let is_shown = matches!(path.extension().as_str(), "jpg" | "jpeg" | "png" | "webp" | "gif");
    is_shown.then(|| Shown::Picture(path, picture.alt.clone()))
}

/// The picture that a page is shared with, the page of an event of it, or a list that is no page
/// of the author's.
pub(crate) fn of<'s>(
    planner: &'s Planner<'_>,
    (page, event): (Option<PageId>, Option<&str>),
    language: &Language,
) -> Option<Shared<'s>> {
    let (site, cards) = (planner.site, &planner.common.social_cards);
    let base = site.config.base_url.as_ref()?;
    let drawn = |address: Address, card: &SocialCard| Shared {
        url: address.absolute(base),
        width: Some(bangtin_cards::WIDTH),
        height: Some(bangtin_cards::HEIGHT),
        alt: card.words().into(),
    };
    if let Some((id, event)) = page.zip(event)
        && let Some((address, card)) = planner.event_card(id, event)
    {
        return Some(drawn(address, &card));
    }
    planner.site.note(Question::SocialCard(page, language.clone()));
    match cards.shown(page) {
        Shown::Nothing => None,
        Shown::Site => {
            cards.sites.get(language).map(|card| drawn(site_address(site, language), card))
        }
        Shown::Own(card) => page.map(|id| drawn(page_address(planner.site.page(id)), card)),
        Shown::Picture(source, alt) => {
            let (address, size) = planner.plain_picture(source, site.assets.get(source)?);
            let (width, height) = size.unzip();
            Some(Shared { url: address.absolute(base), width, height, alt: alt.into() })
        }
    }
}

impl SocialCards {
    fn shown(&self, page: Option<PageId>) -> &Shown {
        page.and_then(|id| self.pages.get(id.index())).unwrap_or(&Shown::Site)
    }

    /// Stands for the picture that a page is shared with, or a list in a language.
    pub(in crate::outputs) fn digest_of(
        &self,
        page: Option<PageId>,
        language: &Language,
    ) -> Digest {
        let shown = self.shown(page);
        Digest::of_hash(&(shown, (*shown == Shown::Site).then(|| self.sites.get(language))))
    }
}

/// The cards that are drawn.
pub(in crate::outputs) fn jobs(planner: &Planner<'_>) -> Vec<Job> {
    let (site, cards) = (planner.site, &planner.common.social_cards);
    let of_page = |page: &Page| Origin::Source(page.document.path.clone());
    let sites = cards.sites.iter().filter_map(|(language, card)| {
        let home = site.page(site.home(language)?);
        Some((site_address(site, language), card, of_page(home)))
    });
    let pages = site.ids().zip(&cards.pages).filter_map(|((_, page), shown)| match shown {
        Shown::Own(card) => Some((page_address(page), &**card, of_page(page))),
        Shown::Nothing | Shown::Site | Shown::Picture(..) => None,
    });
    let all = planner.common.event_cards();
    let events = all.cards.iter().map(|((schedule, _), (address, card))| {
        (address.clone(), card, of_page(planner.site.page(*schedule)))
    });
    let jobs = sites.chain(pages).chain(events).filter_map(|(address, card, origin)| {
        Some(Job { path: address.output()?, origin, work: Work::SocialCard(card.clone()) })
    });
    jobs.collect()
}

fn page_address(page: &Page) -> Address {
    Address::of_file(&format!("{}{FILE_NAME}", page.address.folder()))
}

fn site_address(site: Asked<'_>, language: &Language) -> Address {
    Address::of_file(&format!("{}{FILE_NAME}", site.config.prefix(language)))
}
