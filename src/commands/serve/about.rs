//! What is known of the page at an address.
//!
//! In: a snapshot and the path of a file. Out: [`About`]: the page's language, its state, its
//! source, and all that is said of it.

use std::collections::BTreeSet;

use bangtin::config::Config;
use bangtin::content::Document;
use bangtin::diagnostics::{Diagnostic, Say, say};
use bangtin::public::OutputPath;
use bangtin::site::{Address, PageId, Site};
use bangtin::sources::SourcePath;
use bangtin::yaml::Moment;
use jiff::tz::TimeZone;

use super::snapshot::{Good, Snapshot};

/// What is known of a page.
#[derive(Default)]
pub(super) struct About<'a> {
    /// Its language: the code and the name.
    pub(super) language: Option<(String, &'a str)>,
    /// How it stands.
    pub(super) states: Vec<Say>,
    /// The file that it is made from; none if the program makes it.
    pub(super) source: Option<&'a SourcePath>,
    /// What is said of that file and of those that it takes in.
    pub(super) messages: Vec<&'a Diagnostic>,
    /// How much is said of all others.
    pub(super) elsewhere: usize,
    /// Whether there is no page, and the one for such addresses is shown.
    pub(super) is_missing: bool,
}

/// What is known of the page at this path.
pub(super) fn about<'a>(snapshot: &'a Snapshot, path: &OutputPath) -> About<'a> {
    let all = &snapshot.diagnostics;
    let Some(good) = &snapshot.good else { return About::default() };
    let Some(site) = good.site.as_deref() else { return About::default() };
    let Some((id, is_own)) = page_at(site, path) else {
        let language = Some(language_of(&site.config, path));
        return About { language, elsewhere: all.len(), ..About::default() };
    };
    let page = site.page(id);
    let document = &*page.document;
    let language = page.language();
    let language = (language.to_string(), site.config.language(language).name.as_str());
    let taken_in = taken_in(document);
    let (messages, others): (Vec<_>, Vec<_>) =
        all.iter().partition(|fault| is_about(fault, document, &taken_in));
    About {
        language: Some(language),
        states: if is_own { states((site, good), id, path) } else { Vec::new() },
        source: page.written.then_some(&document.path),
        messages,
        elsewhere: others.len(),
        is_missing: false,
    }
}

/// The page at this path, or the one that it is a part of: a day of its schedule, the second page
/// of its list. And whether it is that page itself.
fn page_at(site: &Site, path: &OutputPath) -> Option<(PageId, bool)> {
    let at = |address: &Address| {
        let lent = || site.copies().find(|(.., lent)| *lent == address).map(|(_, id, _)| id);
        site.at(address).or_else(lent)
    };
    if let Some(id) = at(&Address::of_file(path.as_str())) {
        return Some((id, true));
    }
    let mut rest = path.as_str();
    while let Some((folder, _)) = rest.rsplit_once('/') {
        if let Some(id) = at(&Address::of_folder(folder)) {
            // All of a site lies below its front page.
            return (site.page(id).document.stem != "_index").then_some((id, false));
        }
        rest = folder;
    }
    None
}

/// The language of a page that the program makes, by its address.
fn language_of<'a>(config: &'a Config, path: &OutputPath) -> (String, &'a str) {
    let prefix = |code| config.prefix(code);
    let all = config.languages.iter();
    let own = all.filter(|language| path.as_str().starts_with(&prefix(&language.code)));
    let own = own.max_by_key(|language| prefix(&language.code).len());
    let language = own.unwrap_or_else(|| config.language(config.default_language()));
    (language.code.to_string(), &language.name)
}

/// The sheets from which a document takes in what it shows.
fn taken_in(document: &Document) -> BTreeSet<&SourcePath> {
    document.sheets().collect()
}

/// Whether a fault stands in the source of a page, in a sheet that it takes in, or in a file of
/// the folder that is its own.
fn is_about(fault: &Diagnostic, document: &Document, taken_in: &BTreeSet<&SourcePath>) -> bool {
    let Some(place) = &fault.place else { return false };
    let has_folder = document.stem == "index" || document.stem.ends_with("/index");
    let folder = document.path.as_str().rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
    let is_within = |folder: String| place.path.as_str().starts_with(&folder);
    let is_beside = has_folder && folder.is_some_and(is_within);
    let is_page = place.path.as_str().ends_with(".md");
    place.path == document.path || taken_in.contains(&place.path) || (is_beside && !is_page)
}

fn states((site, good): (&Site, &Good), id: PageId, path: &OutputPath) -> Vec<Say> {
    let now = good.now;
    let page = site.page(id);
    let (meta, zone) = (&page.document.meta, &site.config.timezone);
    let mut states = Vec::new();
    if page.shared.draft == Some(true) {
        states.push(say!("bản nháp", "draft"));
    }
    let begins = meta.publish_date.as_ref().map(|date| date.value);
    if let Some(begins) = begins.filter(|begins| begins.start(zone) > now) {
        let (vi, en) = written(begins, zone);
        states.push(say!("sẽ đăng {vi}", "to be published on {en}"));
    }
    if let Some(ends) = meta.expiry_date.as_ref().map(|date| date.value) {
        let (vi, en) = written(ends, zone);
        states.push(match ends.start(zone) > now {
            true => say!("sẽ gỡ {vi}", "to be taken down on {en}"),
            false => say!("đã hết hạn {vi}", "expired on {en}"),
        });
    }
    if good.outdated.contains(&id) {
        states.push(say!("bản dịch đã cũ so với bản gốc", "the translation is outdated"));
    }
    if page.address.file() != path.as_str() {
        states.push(say!(
            "chưa dịch, mượn từ ngôn ngữ khác",
            "not translated, lent by another language"
        ));
    }
    if states.is_empty() {
        states.push(say!("được đăng", "published"));
    }
    states
}

/// A day, with the time of day where one is written, as each language writes it.
fn written(moment: Moment, zone: &TimeZone) -> (String, String) {
    let local = zone.to_datetime(moment.start(zone));
    let (day, time) = (local.date(), local.time());
    let (day_vi, day_en) = (format!("{}", day.strftime("%d/%m/%Y")), day.to_string());
    match moment {
        Moment::Day(_) => (day_vi, day_en),
        Moment::Time(_) | Moment::Instant(_) => {
            let time = time.strftime("%H:%M").to_string();
            (format!("{time} {day_vi}"), format!("{day_en} {time}"))
        }
    }
}
