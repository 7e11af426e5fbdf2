//! What stands around every page: the site's own settings and its menus, as readers of a
//! language have them.

use serde_json::{Value as Json, json};

use crate::config::MenuEntry;
use crate::content::Language;
use crate::locale::LocalText;
use crate::site::{Asked, Target};

/// `site` as readers of a language have it.
pub(super) fn settings(site: Asked<'_>, language: &Language) -> Json {
    let config = &site.config;
    let text = |text: &LocalText| config.marked_text(text, language);
    let publisher: serde_json::Map<String, Json> =
        config.publisher.iter().map(|(key, own)| (key.clone(), text(own).into())).collect();
    // A theme may ask for any of these whether it is written or not.
    let keys = ["name", "address", "telephone", "fax", "email", "url", "reuse", "notice"];
    let publisher = if publisher.is_empty() {
        Json::Null
    } else {
        keys.iter()
            .map(|key| ((*key).to_owned(), publisher.get(*key).cloned().unwrap_or(Json::Null)))
            .collect()
    };
    json!({
        "title": text(&config.title),
        "description": text(&config.description),
        "base_url": config.base_url.as_ref().map(|base| base.as_str()),
        "home": site.home_address(language).encoded(),
        "default_language": config.default_language(),
        "publisher": publisher,
        "extra": config.extra,
        "generator": "Bangtin",
    })
}

/// The menus in a language. A page that is not translated is named as lists name it, or
/// left out where the language hides what it lacks.
pub(super) fn menus(site: Asked<'_>, language: &Language) -> Json {
    let menus = site.config.menus.iter().map(|(name, menu)| {
        let entries = menu.iter().filter_map(|entry| menu_entry(site, entry, language));
        (name.clone(), entries.collect::<Json>())
    });
    Json::Object(menus.collect())
}

fn menu_entry(site: Asked<'_>, entry: &MenuEntry, language: &Language) -> Option<Json> {
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
    Some(json!({
        "title": title,
        "lang": title_lang,
        "dir": site.config.language(title_lang).direction,
        "url": url,
        "folder": folder,
        "external": matches!(target, Target::External(_)),
        "page_lang": page_lang,
        "borrowed": page_lang != language,
    }))
}
