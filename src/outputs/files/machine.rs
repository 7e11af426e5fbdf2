//! What machines read: the sitemap and `robots.txt`; and the files that are copied.

use crate::content::Language;
use crate::outputs::Origin;
use crate::outputs::files::pictures;
use crate::outputs::formats::{Sitemap, Url};
use crate::outputs::jobs::{Job, Subject, Work};
use crate::outputs::pages::{below::Below, schedule, site_map};
use crate::outputs::planner::Planner;
use crate::public::{File, OutputPath};
use crate::site::{Address, Page};
use crate::sources::Content;
use crate::theme::COLORS;

/// The file that asks search engines to behave (RFC 9309).
const ROBOTS: &str = "robots.txt";

const SITEMAP: &str = "sitemap.xml";

/// The sitemap and `robots.txt`.
pub(in crate::outputs) fn for_machines(planner: &Planner<'_>) -> Vec<Job> {
    let own = planner.site.assets.values().any(|asset| asset.address.file() == ROBOTS);
    let sitemap = planner.site.config.base_url.as_ref().map(|_| (SITEMAP, Subject::Sitemap));
    // What the author asks of search engines stands alone.
    let robots = (!own).then_some((ROBOTS, Subject::Robots));
    let jobs = sitemap.into_iter().chain(robots).filter_map(|(path, subject)| {
        let (path, origin) = (OutputPath::parse(path)?, Origin::Program("sitemap"));
        Some(Job { path, origin, work: subject.into() })
    });
    jobs.collect()
}

/// What search engines are asked for.
pub(in crate::outputs) fn robots(planner: &Planner<'_>) -> String {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &planner.site.config.base_url {
        robots.push_str(&format!("Sitemap: {}\n", base.join(SITEMAP)));
    }
    robots
}

/// The sitemap for programs.
pub(in crate::outputs) fn sitemap(planner: &Planner<'_>) -> Sitemap {
    let site = planner.site;
    let mut urls = Vec::new();
    // The text of a list is told of with the list.
    let texts = &site.structure().texts;
    for (id, page) in site.ids().filter(|(_, page)| !texts.contains_key(&page.address)) {
        let versions: Vec<(&Language, &Address)> = site
            .structure()
            .translations(page)
            .iter()
            .map(|(language, id)| (language, &site.page(*id).address))
            .collect();
        urls.extend(url(planner, &page.address, changed(planner, page), &versions));
        for below in Below::ALL {
            let Some(address) = below.of(planner, id) else { continue };
            let versions = below.versions(planner, page);
            let versions: Vec<(&Language, &Address)> =
                versions.iter().map(|(language, address)| (*language, address)).collect();
            urls.extend(url(planner, &address, changed(planner, page), &versions));
        }
    }
    let below = schedule::sub_pages(planner);
    for below in below.iter().filter(|below| !below.is_invented(site)) {
        let own = !below.lent.contains(&site.page(below.schedule).language());
        let versions = below.versions.iter().filter(|(language, _)| !below.lent.contains(language));
        let versions = versions.filter(|_| own).map(|(language, address)| (*language, address));
        let changed = changed(planner, site.page(below.schedule));
        urls.extend(url(planner, &below.address, changed, &versions.collect::<Vec<_>>()));
    }
    let maps = site_map::PAGE.versions(planner);
    let maps: Vec<(&Language, &Address)> =
        maps.iter().map(|(language, address)| (*language, address)).collect();
    urls.extend(maps.iter().filter_map(|(_, address)| url(planner, address, None, &maps)));
    let told =
        |address: &Address| texts.get(address).and_then(|id| changed(planner, site.page(*id)));
    for taxonomy in site.taxonomies() {
        let indexes: Vec<(&Language, &Address)> =
            taxonomy.indexes.iter().map(|(language, (_, address))| (language, address)).collect();
        for (_, address) in &indexes {
            urls.extend(url(planner, address, told(address), &indexes));
        }
        for term in taxonomy.terms.values().flatten() {
            let versions: Vec<(&Language, &Address)> = taxonomy
                .terms
                .iter()
                .flat_map(|(language, terms)| terms.iter().map(move |other| (language, other)))
                .filter(|(_, other)| other.head.key == term.head.key)
                .map(|(language, other)| (language, &other.head.address))
                .collect();
            urls.extend(url(planner, &term.head.address, told(&term.head.address), &versions));
        }
    }
    urls.sort_by(|a, b| a.address.cmp(&b.address));
    Sitemap { urls }
}

/// When a page was changed last.
fn changed(planner: &Planner<'_>, page: &Page) -> Option<String> {
    let meta = &page.document.meta;
    let changed = meta.updated.as_ref().or(meta.date.as_ref());
    changed.map(|date| date.value.iso(&planner.site.config.timezone))
}

fn url(
    planner: &Planner<'_>,
    address: &Address,
    changed: Option<String>,
    versions: &[(&Language, &Address)],
) -> Option<Url> {
    let absolute = |address: &Address| planner.permalink(address);
    let others = if versions.len() > 1 { versions } else { &[] };
    let alternates = others
        .iter()
        .filter_map(|(language, address)| Some(((*language).clone(), absolute(address)?)));
    let default = planner.site.config.default_language();
    let default = others.iter().find(|(language, _)| *language == default);
    Some(Url {
        address: absolute(address)?,
        changed,
        alternates: alternates.collect(),
        default: default.and_then(|(_, address)| absolute(address)),
    })
}

/// The files that are copied as they are: those beside the pages, and the theme's own.
pub(in crate::outputs) fn files(planner: &Planner<'_>) -> Vec<Job> {
    let assets = planner.site.assets.iter();
    let copied = assets.filter(|(path, asset)| pictures::is_copied(path, &asset.file));
    let assets = copied.filter_map(|(source, asset)| {
        let file = File::Copied {
            from: asset.file.file.clone(),
            digest: asset.digest,
            len: asset.file.len,
        };
        let path = asset.address.output()?;
        Some(Job { path, origin: Origin::Source(source.clone()), work: Work::Ready(file) })
    });
    let theme = planner.theme.files.iter().filter_map(|(path, file)| {
        let ready = match &file.content {
            Content::Text(text) => File::made(text.as_bytes()),
            Content::Embedded(bytes) => File::made(*bytes),
            Content::OnDisk(disk) if pictures::is_copied(&file.path, disk) => {
                File::Copied { from: disk.file.clone(), digest: file.digest, len: disk.len }
            }
            Content::OnDisk(disk) => return pictures::of_theme(path, file, disk),
        };
        let origin = Origin::Source(file.path.clone());
        Some(Job { path: path.clone(), origin, work: Work::Ready(ready) })
    });
    assets.chain(theme).chain(colors(planner)).collect()
}

/// The theme's colours as a style sheet.
fn colors(planner: &Planner<'_>) -> Option<Job> {
    planner.theme.palette()?;
    let path = OutputPath::parse(COLORS)?;
    Some(Job { path, origin: Origin::Program("colors.css"), work: Subject::Colors.into() })
}
