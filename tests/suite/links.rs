//! The repository's own sample site, as its readers have it: every link leads somewhere,
//! every page says its language, nothing is asked of another site.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{Built, Site, repository};
use crate::html::{Tag, assert_well_formed, tags, texts};

/// The base address in the sample's `site.yaml`.
const BASE: &str = "https://thang-hanh-dong.example/";

fn sample() -> Built {
    Site::read(&repository()).build()
}

/// A page as it was read.
struct Page<'b> {
    name: &'b str,
    tags: Vec<Tag>,
}

impl Page<'_> {
    fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    fn lang(&self) -> &str {
        self.all("html").next().and_then(|tag| tag.get("lang")).unwrap_or_default()
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().filter_map(|tag| tag.get("id"))
    }

    fn rel<'p>(&'p self, rel: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.all("link").filter(move |tag| tag.get("rel") == Some(rel))
    }

    fn canonical(&self) -> Option<&str> {
        self.rel("canonical").next().and_then(|tag| tag.get("href"))
    }

    /// Whether it is shown at any address, so that its links begin at the server's root.
    fn is_not_found(&self) -> bool {
        self.name.ends_with("404.html")
    }

    /// The address of a redirect, which is a page without a text of its own.
    fn refresh(&self) -> Option<&str> {
        let refresh = self
            .all("meta")
            .find(|tag| tag.get("http-equiv") == Some("refresh"))?
            .get("content")?;
        refresh.split_once("url=").map(|(_, url)| url)
    }
}

fn pages(built: &Built) -> Vec<Page<'_>> {
    built.pages().map(|(name, text)| Page { name, tags: tags(text) }).collect()
}

/// The address in an attribute, taken from a page, as a file of the site and a place in it.
/// `None` for what leads to another site or program. `root` is what stands at the server's root.
fn follow(page: &Page<'_>, written: &str, root: &str) -> Option<(String, String)> {
    let scheme = written.split(['/', '#', '?']).next().unwrap_or_default();
    if scheme.contains(':') || written.starts_with("//") {
        return None;
    }
    let (path, place) = written.split_once('#').unwrap_or((written, ""));
    let (path, place) = (decode(path), decode(place));
    if path.is_empty() {
        return Some((page.name.to_owned(), place));
    }
    if path.starts_with('/') {
        assert!(page.is_not_found(), "{} has the absolute path {written}", page.name);
        let inside = path.strip_prefix(root);
        let inside = inside.unwrap_or_else(|| panic!("{}: {written} is not in {root}", page.name));
        return Some((inside.to_owned(), place));
    }
    let mut parts: Vec<&str> = page.name.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{}: {written} leads out of the site", page.name);
        } else {
            parts.push(part);
        }
    }
    Some((parts.join("/"), place))
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        if let (b'%', [high, low, behind @ ..]) = (first, behind) {
            let digits = String::from_utf8(vec![*high, *low]).unwrap();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
            rest = behind;
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The addresses of a tag.
fn addresses(tag: &Tag) -> impl Iterator<Item = &str> {
    let single = ["href", "src", "poster", "data", "action"];
    // Each picture of a set stands before its width, with a comma after that.
    let sets = tag.get("srcset").into_iter().flat_map(|set| set.split(", "));
    let sets = sets.filter_map(|one| one.split_whitespace().next());
    single.into_iter().filter_map(|name| tag.get(name)).chain(sets)
}

/// That every link leads to a file and a place, and that there are at least so many.
fn assert_links_lead_somewhere(built: &Built, root: &str, least: usize) {
    let pages = pages(built);
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|page| (page.name, page.ids().collect())).collect();
    let mut followed = 0;
    for page in &pages {
        let written = page.tags.iter().flat_map(addresses).chain(page.refresh());
        for written in written {
            let Some((file, place)) = follow(page, written, root) else { continue };
            assert!(built.has(&file), "{}: {written} leads to no file {file}", page.name);
            if !place.is_empty() {
                let there = ids.get(file.as_str()).is_some_and(|ids| ids.contains(&*place));
                assert!(there, "{}: {written} leads to no place in {file}", page.name);
            }
            followed += 1;
        }
    }
    assert!(followed >= least, "only {followed} links");
}

#[test]
fn nothing_is_to_be_said_of_the_sample() {
    sample().assert_clean();
}

#[test]
fn every_link_leads_to_a_file_and_a_place_of_the_site() {
    assert_links_lead_somewhere(&sample(), "/", 1000);
}

#[test]
fn the_site_works_in_a_folder_of_a_server() {
    let base = "https://x.example/a/b/";
    let built = Site::read(&repository()).at_base_url(base).build();
    built.assert_clean();
    assert_links_lead_somewhere(&built, "/a/b/", 1000);
    for page in pages(&built) {
        if let Some(canonical) = page.canonical() {
            assert!(canonical.starts_with(base), "{}: {canonical}", page.name);
        }
    }
}

#[test]
fn the_site_works_without_an_address() {
    let mut site = Site::read(&repository());
    let built = site.edit("site.yaml", &format!("base_url: {BASE}\n"), "").build();
    assert_eq!(built.codes(), ["site.yaml B405"]);
    assert_links_lead_somewhere(&built, "/", 1000);
    assert!(!built.has("sitemap.xml") && !built.has("atom.xml"));
    for page in pages(&built) {
        assert!(page.canonical().is_none(), "{}", page.name);
        assert!(page.all("link").all(|tag| tag.get("rel") != Some("alternate")), "{}", page.name);
    }
}

#[test]
fn nothing_is_asked_of_another_site() {
    let built = sample();
    for page in pages(&built) {
        for tag in &page.tags {
            let only_named = match tag.name.as_str() {
                "link" => matches!(tag.get("rel"), Some("canonical" | "alternate")),
                name => matches!(name, "a" | "area"),
            };
            let asked: Vec<&str> = addresses(tag).filter(|_| !only_named).collect();
            for url in asked {
                // What an address of the scheme `data` names stands in the address itself.
                let own = url.starts_with("data:") || follow(&page, url, "/").is_some();
                assert!(own, "{} asks for {url}", page.name);
            }
            assert!(tag.get("style").is_none(), "{}: a style in <{}>", page.name, tag.name);
            let handler = tag.attributes.keys().find(|name| name.starts_with("on"));
            assert!(handler.is_none(), "{}: {handler:?} in <{}>", page.name, tag.name);
        }
        for script in page.all("script") {
            let is_data = script.get("type") == Some("application/ld+json");
            assert!(script.get("src").is_some() || is_data, "{} has a script inside", page.name);
        }
        assert_eq!(page.all("style").count(), 0, "{} has a style inside", page.name);
    }
}

#[test]
fn every_page_has_one_title_one_heading_and_its_language() {
    for page in pages(&sample()) {
        let lang = if page.name.starts_with("en/") { "en" } else { "vi" };
        assert_eq!(page.lang(), lang, "{}", page.name);
        for (name, wanted) in [("html", 1), ("title", 1), ("h1", 1), ("main", 1)] {
            assert_eq!(page.all(name).count(), wanted, "<{name}> in {}", page.name);
        }
    }
}

#[test]
fn ids_are_unique_and_what_names_one_finds_it() {
    for page in pages(&sample()) {
        let mut ids = BTreeSet::new();
        for id in page.ids() {
            assert!(ids.insert(id), "{} has the id `{id}` twice", page.name);
        }
        for tag in &page.tags {
            for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
                for id in tag.get(name).unwrap_or_default().split_whitespace() {
                    assert!(ids.contains(id), "{}: {name}=\"{id}\" names nothing", page.name);
                }
            }
        }
    }
}

#[test]
fn headings_leave_no_level_out() {
    for page in pages(&sample()) {
        let mut last = 0;
        for tag in &page.tags {
            let level = match tag.name.as_str() {
                "h1" => 1,
                "h2" => 2,
                "h3" => 3,
                "h4" => 4,
                "h5" => 5,
                "h6" => 6,
                _ => continue,
            };
            assert!(level <= last + 1, "{}: <h{level}> below <h{last}>", page.name);
            last = level;
        }
    }
}

#[test]
fn pictures_say_what_they_show_and_how_large_they_are() {
    let built = sample();
    let mut seen = 0;
    for page in pages(&built) {
        for picture in page.all("img") {
            assert!(picture.get("alt").is_some(), "{}", page.name);
            let size = [picture.get("width"), picture.get("height")];
            let known = size.iter().all(|side| side.is_some_and(is_length));
            assert!(known, "{}: {size:?}", page.name);
            seen += 1;
        }
    }
    assert!(seen > 0);
}

fn is_length(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|length| length > 0)
}

/// The sample site and those fixtures that have several languages.
fn sites_in_several_languages() -> Vec<Built> {
    let fixture = |name: &str| Site::read(&repository().join("tests/sites").join(name).join("in"));
    vec![sample(), fixture("languages").build(), fixture("kinds").build()]
}

/// The `hreflang` links of a page, by language.
fn alternates(page: &Page<'_>) -> BTreeMap<String, String> {
    let tags = page.rel("alternate").filter(|tag| tag.get("hreflang").is_some());
    tags.map(|tag| (tag.attributes["hreflang"].clone(), tag.attributes["href"].clone())).collect()
}

/// The pages by their own addresses. One that names another as the true page has none.
fn by_address<'p, 'b>(pages: &'p [Page<'b>]) -> BTreeMap<&'p str, &'p Page<'b>> {
    let own = pages.iter().filter_map(|page| {
        let canonical = page.canonical()?;
        let folder = page.name.trim_end_matches("index.html");
        canonical.ends_with(&format!("/{folder}")).then_some((canonical, page))
    });
    own.collect()
}

#[test]
fn translations_name_each_other() {
    let mut pairs = 0;
    for built in sites_in_several_languages() {
        let pages = pages(&built);
        let by_address = by_address(&pages);
        for page in &pages {
            let own = alternates(page);
            for (lang, url) in &own {
                let other = by_address.get(url.as_str());
                let other = other.unwrap_or_else(|| panic!("{}: {url} is no page", page.name));
                assert!(lang == "x-default" || other.lang() == lang, "{}: {url}", page.name);
                assert_eq!(own, alternates(other), "{} and {}", page.name, other.name);
                pairs += 1;
            }
            if !own.is_empty() {
                assert_eq!(own.get(page.lang()).map(String::as_str), page.canonical(), "itself");
                assert_eq!(own.get("x-default"), own.get("vi"), "{}", page.name);
            }
        }
    }
    assert!(pairs > 60, "{pairs}");
}

#[test]
fn the_sitemap_names_the_translations_that_the_pages_name() {
    for built in sites_in_several_languages() {
        let pages = pages(&built);
        let by_address = by_address(&pages);
        let tags = tags(built.file("sitemap.xml"));
        let links = tags.iter().filter(|tag| tag.name == "xhtml:link").count();
        let mut named = 0;
        for entry in texts(built.file("sitemap.xml"), "loc") {
            let page = by_address.get(entry.as_str());
            named += alternates(page.unwrap_or_else(|| panic!("{entry} is no page"))).len();
        }
        assert_eq!(links, named);
        let own = built.file("sitemap.xml");
        // What search engines are asked to leave out is in no sitemap.
        let is_listed =
            |page: &&&Page<'_>| page.all("meta").all(|meta| meta.get("content") != Some("noindex"));
        for page in by_address.values().filter(is_listed) {
            for (lang, url) in alternates(page) {
                let link = format!("hreflang=\"{lang}\" href=\"{url}\"");
                assert!(own.contains(&link), "{}: {link}", page.name);
            }
        }
    }
}

#[test]
fn a_card_of_a_page_in_another_language_says_so() {
    let built = sample();
    let pages = pages(&built);
    let lang: BTreeMap<&str, &str> = pages.iter().map(|page| (page.name, page.lang())).collect();
    let mut seen = 0;
    for page in &pages {
        // The title of a card is a heading that holds a link.
        let pairs = page.tags.iter().zip(&page.tags[1..]);
        let titles = pairs.filter(|(before, _)| matches!(before.name.as_str(), "h2" | "h3" | "h4"));
        for (_, link) in titles.filter(|(_, link)| link.name == "a") {
            let Some((file, _)) = follow(page, link.get("href").unwrap_or_default(), "/") else {
                continue;
            };
            let Some(target) = lang.get(file.as_str()).filter(|lang| **lang != page.lang()) else {
                continue;
            };
            for attribute in ["hreflang", "lang"] {
                assert_eq!(link.get(attribute), Some(*target), "{} to {file}", page.name);
            }
            seen += 1;
        }
    }
    assert!(seen > 0, "the sample has pages that are not translated");
}

#[test]
fn the_sitemap_names_pages_that_are_there() {
    let built = sample();
    let sitemap = built.file("sitemap.xml");
    assert_well_formed(sitemap);
    let entries: BTreeSet<String> = texts(sitemap, "loc").into_iter().collect();
    let pages = pages(&built);
    let canonical: BTreeSet<&str> = pages.iter().filter_map(Page::canonical).collect();
    assert!(entries.len() > 30, "{}", entries.len());
    for entry in &entries {
        let path = entry.strip_prefix(BASE).unwrap_or_else(|| panic!("{entry}"));
        assert!(built.has(&format!("{path}index.html")), "{entry}");
        assert!(canonical.contains(entry.as_str()), "{entry}");
    }
    for tag in tags(sitemap).iter().filter(|tag| tag.name == "xhtml:link") {
        assert!(entries.contains(tag.get("href").unwrap_or_default()), "{:?}", tag.get("href"));
    }
    assert!(built.file("robots.txt").contains(&format!("Sitemap: {BASE}sitemap.xml")));
}

#[test]
fn feeds_are_well_formed_and_lead_to_pages() {
    let built = sample();
    let mut feeds = 0;
    for name in built.names().into_iter().filter(|name| name.ends_with("atom.xml")) {
        let feed = built.file(name);
        assert_well_formed(feed);
        let ids = texts(feed, "id");
        assert_eq!(ids[0], format!("{BASE}{name}"), "the first id is the feed's own");
        for id in &ids[1..] {
            let path = id.strip_prefix(BASE).unwrap_or_else(|| panic!("{id}"));
            assert!(built.has(&format!("{path}index.html")), "{name}: {id}");
        }
        let (updated, days) = (texts(feed, "updated"), texts(feed, "published"));
        assert_eq!(Some(&updated[0]), updated[1..].iter().max(), "{name}");
        assert!(days.is_sorted_by(|a, b| a >= b), "{name}: newest first");
        feeds += 1;
    }
    for name in built.names().into_iter().filter(|name| name.ends_with("feed.json")) {
        let feed: serde_json::Value = serde_json::from_str(built.file(name)).unwrap();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(feed["feed_url"], format!("{BASE}{name}"));
        assert!(!feed["items"].as_array().unwrap().is_empty(), "{name}");
        feeds += 1;
    }
    assert!(feeds >= 6, "{feeds}");
}

#[test]
fn the_manifest_names_every_other_file() {
    let built = Site::read(&repository()).for_publication().build_afresh();
    let manifest: serde_json::Value = serde_json::from_str(built.file("manifest.json")).unwrap();
    let files = manifest["files"].as_object().unwrap();
    let mut named: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    named.insert("manifest.json");
    assert_eq!(named, built.names().into_iter().collect());
    for (path, file) in &built.files {
        if let Some(entry) = files.get(path.as_str()) {
            assert_eq!(entry["blake3"], file.digest().to_hex(), "{path}");
        }
    }
}

#[test]
fn no_page_is_without_a_way_to_it() {
    assert_no_page_is_lost(&sample());
}

#[test]
fn no_page_of_a_small_language_is_without_a_way_to_it() {
    let mut site = Site::read(&repository().join("tests/sites/languages/in"));
    site.edit("site.yaml", "theme: plain", "theme: civic");
    let built = site.build();
    assert_no_page_is_lost(&built);
    assert_links_lead_somewhere(&built, "/goc/", 200);
}

fn assert_no_page_is_lost(built: &Built) {
    let pages = pages(built);
    let by_name: BTreeMap<&str, &Page<'_>> = pages.iter().map(|page| (page.name, page)).collect();
    let (mut found, mut open) = (BTreeSet::from(["index.html".to_owned()]), vec!["index.html"]);
    while let Some(page) = open.pop().map(|name| by_name[name]) {
        // A copy without a network goes by `data-local`.
        let links = page.all("a").flat_map(|link| ["href", "data-local"].map(|at| link.get(at)));
        for link in links.flatten() {
            let Some((file, _)) = follow(page, link, "/") else { continue };
            let Some((name, _)) = by_name.get_key_value(file.as_str()) else { continue };
            if found.insert(file.clone()) {
                open.push(name);
            }
        }
    }
    let lost = pages.iter().filter(|page| !found.contains(page.name));
    let lost = lost.filter(|page| !page.is_not_found() && page.refresh().is_none());
    let lost: Vec<&str> = lost.map(|page| page.name).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn a_page_in_another_folder_is_proposed_on_a_large_site_too() {
    let page = |at: usize| format!("-- content/tin/bai-{at}.md --\n---\ntitle: Bài {at}\n---\n");
    let many: String = (0..300).map(page).collect();
    let link = |link: &str| {
        let text = format!("-- content/a.md --\n---\ntitle: A\n---\n[x]({link})\n{many}");
        Site::from_text(&text).build().hints()
    };
    assert!(link("@/thong-bao/bai-77.md").contains("`@/tin/bai-77.md`"));
    assert!(link("@/tinn/bai-77.md").contains("`@/tin/bai-77.md`"));
    assert!(link("@/tin/bai-77a.md").contains("`@/tin/bai-77"));
    assert!(!link("@/tin/khong-co.md").contains("@/tin/bai-"));
}
