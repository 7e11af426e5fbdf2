//! What stands around every page: the site's own settings and its menus, as readers of a
//! language have them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use crate::config::MenuEntry;
use crate::content::Language;
use crate::locale::LocalText;
use crate::outputs::planner::Planner;
use crate::outputs::view::identity::IdentityView;
use crate::site::{Asked, Target};

/// `site`.
#[derive(Serialize)]
pub(in crate::outputs) struct SiteView<'s> {
    title: String,
    description: String,
    base_url: Option<&'s str>,
    home: String,
    default_language: &'s Language,
    publisher: Option<PublisherView>,
    #[serde(flatten)]
    identity: IdentityView,
    extra: &'s Json,
    generator: &'static str,
}

/// Who publishes the site. A theme may ask for any of these whether it is written or not.
#[derive(Serialize)]
struct PublisherView {
    name: Option<String>,
    address: Option<String>,
    telephone: Option<String>,
    fax: Option<String>,
    email: Option<String>,
    url: Option<String>,
    reuse: Option<String>,
    notice: Option<String>,
    banner: Option<String>,
}

/// An entry of a menu.
#[derive(Serialize)]
pub(in crate::outputs) struct MenuLink {
    title: String,
    lang: Language,
    dir: String,
    url: String,
    folder: Option<String>,
    external: bool,
    page_lang: Language,
    borrowed: bool,
}

/// `site` as readers of a language have it.
pub(in crate::outputs) fn settings<'s>(planner: &Planner<'s>, language: &Language) -> SiteView<'s> {
    let site = planner.site;
    let config = &site.structure().config;
    let text = |text: &LocalText| config.marked_text(text, language);
    let of_publisher = |key: &str| config.publisher.get(key).map(text);
    let publisher = || PublisherView {
        name: of_publisher("name"),
        address: of_publisher("address"),
        telephone: of_publisher("telephone"),
        fax: of_publisher("fax"),
        email: of_publisher("email"),
        url: of_publisher("url"),
        reuse: of_publisher("reuse"),
        notice: of_publisher("notice"),
        banner: of_publisher("banner"),
    };
    SiteView {
        title: text(&config.title),
        description: text(&config.description),
        base_url: config.base_url.as_ref().map(|base| base.as_str()),
        home: site.home_address(language).encoded(),
        default_language: config.default_language(),
        identity: IdentityView::of(planner, language),
        publisher: (!config.publisher.is_empty()).then(publisher),
        extra: &config.extra,
        generator: "Bangtin",
    }
}

/// The menus in a language. A page that is not translated is named as lists name it, or
/// left out where the language hides what it lacks.
pub(in crate::outputs) fn menus<'s>(
    site: Asked<'s>,
    language: &Language,
) -> BTreeMap<&'s str, Vec<MenuLink>> {
    let menus = site.structure().config.menus.iter().map(|(name, menu)| {
        let entries = menu.iter().filter_map(|entry| menu_entry(site, entry, language));
        (name.as_str(), entries.collect())
    });
    menus.collect()
}

fn menu_entry(site: Asked<'_>, entry: &MenuEntry, language: &Language) -> Option<MenuLink> {
    let chain = site.config.chain(language);
    let title = entry.title.as_ref().map(|title| title.get_marked(chain, language));
    // What leads nowhere was said when the site was linked.
    let target = site.resolve_setting(&entry.target, language).ok()?;
    let url = |target: &Target| site.address_of(target, &entry.target, language);
    let (own, url, folder, page_lang) = match &target {
        Target::Page(id, place) => {
            let id = site.version_for(site.page(*id), language)?;
            let page = site.page(id);
            let own = (page.document.meta.title.as_str(), page.language());
            let url = url(&Target::Page(id, place.clone()));
            (own, url, Some(site.address_for(page, language).folder()), Some(page.language()))
        }
        Target::File(path) => ((path.file_name(), language), url(&target), None, None),
        Target::External(written) => ((written.as_str(), language), url(&target), None, None),
    };
    let (title, title_lang) = title.unwrap_or(own);
    let page_lang = page_lang.unwrap_or(language);
    Some(MenuLink {
        title: title.to_owned(),
        lang: title_lang.clone(),
        dir: site.config.language(title_lang).direction.clone(),
        url,
        folder: folder.map(str::to_owned),
        external: matches!(target, Target::External(_)),
        page_lang: page_lang.clone(),
        borrowed: page_lang != language,
    })
}
