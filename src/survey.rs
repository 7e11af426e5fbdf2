//! A site looked over and not made: the first half of the pipeline, for lists and reports.
//!
//! In: the sources. Out: what is there, also what is hidden, with all that is to be said of it.

use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::config::{self, Settings};
use crate::diagnostics::reading::in_order;
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::site;
use crate::sources::{SourcePath, Sources};
use crate::theme::{self, Theme, ThemeInput};
use crate::{Memos, Read, read};

/// What a site has, page by page, published or not.
pub struct Survey {
    /// The pages, in order of their sources.
    pub pages: Vec<SurveyPage>,
    /// All that is to be said of the sources.
    pub diagnostics: Vec<Diagnostic>,
}

/// A page of a survey.
pub struct SurveyPage {
    /// The source.
    pub path: String,
    /// The code of its language.
    pub language: String,
    /// The word for its kind.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// Its address from the root of the site, which a draft has too.
    pub url: String,
    /// When it was published.
    pub date: Option<String>,
    /// Whether it is published, and if not, why.
    pub state: &'static str,
}

/// Looks over a site without making it. Nothing comes out where the settings cannot be read.
pub fn survey(sources: &Sources, settings: &Settings, memos: &Memos) -> Survey {
    let mut diagnostics = Vec::new();
    // With drafts and the like shown, every page has an address.
    let all = Settings { drafts: true, future: true, ..settings.clone() };
    let everything = read(sources, &all, memos, &mut diagnostics);
    let published = read(sources, settings, memos, &mut Vec::new());
    let state = |path: &SourcePath| {
        let hidden = published.as_ref().and_then(|read| read.site.hidden.get(path));
        hidden.copied().unwrap_or(site::State::Published).name()
    };
    let pages = everything.iter().flat_map(|read| {
        let site = &read.site;
        site.ids().filter(|(_, page)| page.written).map(|(_, page)| SurveyPage {
            path: page.document.path.to_string(),
            language: page.language().to_string(),
            kind: page.document.kind.name(),
            title: page.document.meta.title.clone(),
            url: page.address.folder().to_owned(),
            date: page.document.meta.date.as_ref().map(|d| d.value.iso(&site.config.timezone)),
            state: state(&page.document.path),
        })
    });
    let pages = pages.collect();
    Survey { pages, diagnostics: in_order(diagnostics, sources) }
}

/// The whole site with all that is hidden, to see how far it is translated. Nothing comes out
/// where the settings cannot be read.
pub fn unhidden(sources: &Sources, settings: &Settings, memos: &Memos) -> Checked<Option<Read>> {
    let mut diagnostics = Vec::new();
    // At this time nothing has expired.
    let now = ZonedDateTime::new(Timestamp::UNIX_EPOCH, TimeZone::UTC);
    let all = Settings { drafts: true, future: true, now, ..settings.clone() };
    let value = read(sources, &all, memos, &mut diagnostics);
    // What is said of days by that time is not true today.
    diagnostics.retain(|fault| !matches!(fault.code, Code::FarOffDay | Code::UnverifiedHotline));
    Checked { value, diagnostics: in_order(diagnostics, sources) }
}

/// The theme of a site, for what is made of it after it is built; what is wrong with it is said
/// by the build.
pub fn theme_of(sources: &Sources, settings: &Settings, memos: &Memos) -> Option<Arc<Theme>> {
    let config = config::configure(sources, settings).value?;
    let theme = memos.themes.call(theme::load, &ThemeInput::of(sources, &config)).value?;
    Some(Arc::clone(&theme))
}
