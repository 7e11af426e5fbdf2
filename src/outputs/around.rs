//! What stands around every page: the site's own settings and its menus, as readers of a
//! language have them.

use serde_json::{Value as Json, json};

use crate::config::{MenuEntry, MenuTarget};
use crate::content::Language;
use crate::locale::LocalText;
use crate::site::Site;

/// `site` as readers of a language have it, on a page in a language.
pub(super) fn settings(site: &Site, language: &Language, page: &Language) -> Json {
    let config = &site.config;
    let text = |text: &LocalText| config.marked_text(text, language, page);
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
pub(super) fn menus(site: &Site, language: &Language) -> Json {
    let menus = site.config.menus.iter().map(|(name, menu)| {
        let entries = menu.iter().filter_map(|entry| menu_entry(site, entry, language));
        (name.clone(), entries.collect::<Json>())
    });
    Json::Object(menus.collect())
}

fn menu_entry(site: &Site, entry: &MenuEntry, language: &Language) -> Option<Json> {
    let chain = site.config.chain(language);
    let title = entry.title.as_ref().map(|title| title.get_marked(chain, language));
    let (own, url, folder, page_lang) = match &entry.target {
        MenuTarget::Page(written) => {
            let page = site.menu_page(&written.value)?;
            let page = site.page(site.version_for(page, language)?);
            let address = site.address_for(page, language);
            let own = (page.document.meta.title.as_str(), page.language());
            (own, address.encoded(), Some(address.folder()), Some(page.language()))
        }
        MenuTarget::Url(written) => {
            ((written.value.as_str(), language), written.value.clone(), None, None)
        }
    };
    let (title, title_lang) = title.unwrap_or(own);
    let page_lang = page_lang.unwrap_or(language);
    Some(json!({
        "title": title,
        "lang": title_lang,
        "dir": site.config.language(title_lang).direction,
        "url": url,
        "folder": folder,
        "external": folder.is_none(),
        "page_lang": page_lang,
        "borrowed": page_lang != language,
    }))
}
