//! Links to the site itself that are written in full, and lead to nothing that it publishes.
//!
//! In: the list of all files, and what pages say. Out: a warning for each such link. Another
//! program may serve an address below the same host, so none is an error.

use rayon::prelude::*;

use crate::config::BaseUrl;
use crate::content::{Bodies, Body, LinkTarget};
use crate::diagnostics::{Code, Diagnostic, Fix, one_of, say};
use crate::portable::full_links::{self, Named};
use crate::site::{LinkFault, Page, Site, decoded, link_to, within_site};
use crate::sources::Sources;

/// Whether the site has a file of this path.
type Has<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// Says which links in full lead to nothing of this site: those of texts, of heads, of the settings
/// and of data.
pub fn own_links(
    site: &Site,
    (bodies, sources): (&Bodies, &Sources),
    has: Has<'_>,
) -> Vec<Diagnostic> {
    let Some(base) = &site.config.base_url else { return Vec::new() };
    let pages: Vec<&Page> = site.ids().map(|(_, page)| page).collect();
    let told: Vec<Vec<Diagnostic>> = pages
        .par_iter()
        .map(|page| {
            let body = bodies.of_document(&page.document);
            let lost = body.web.iter().filter_map(|link| Some((link, lost(link, base, has)?)));
            lost.map(|(link, path)| tell(site, body, (link, &path))).collect()
        })
        .collect();
    let named = full_links::all(site, sources).into_iter();
    let lost_named = named.filter_map(|named| {
        let path = lost(named.link, base, has)?;
        Some(tell_named(site, &named, (&path, base)))
    });
    told.into_iter().flatten().chain(lost_named).collect()
}

/// What a link asks this site for, if there is nothing of that name.
fn lost(link: &LinkTarget, base: &BaseUrl, has: Has<'_>) -> Option<String> {
    let path = within_site(link.path(), base)?;
    let path = decoded(path.trim_start_matches('/'));
    let folder = path.trim_end_matches('/');
    let index =
        if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    let is_there = has(&path) || has(&index);
    (!is_there).then_some(path)
}

/// The page whose address is nearest to a path at which there is nothing.
fn near<'s>(site: &'s Site, path: &str) -> Option<&'s Page> {
    site.near_address(path).filter(|page| page.written)
}

fn nothing_there(link: &LinkTarget) -> Diagnostic {
    let written = link.written();
    let message = say!(
        "`{written}` là địa chỉ của chính trang web này, mà ở đó không có gì",
        "`{written}` is an address of this very site, and nothing is there"
    );
    Diagnostic::warning(Code::BrokenLink, message)
}

/// Says so of a link outside of texts, which may have to be in full.
fn tell_named(site: &Site, named: &Named<'_>, (path, base): (&str, &BaseUrl)) -> Diagnostic {
    let page = near(site, path);
    let meant = page.and_then(|page| match named.may_lead_inside {
        true => link_to(&page.document.path),
        false => Some(page.address.absolute(base)),
    });
    let hint = match &meant {
        Some(meant) => one_of([meant.as_str()].into_iter()),
        None => say!(
            "mở trang cần dẫn tới, rồi chép địa chỉ của nó",
            "open the page that is meant and copy its address"
        ),
    };
    let fault = LinkFault::Nothing(meant);
    let fix = fault.cure(named.link, named.text());
    let told = Diagnostic { fix, ..nothing_there(named.link).hint(hint) };
    told.at(named.place())
}

fn tell(site: &Site, body: &Body, (link, path): (&LinkTarget, &str)) -> Diagnostic {
    let meant = near(site, path).and_then(|page| link_to(&page.document.path));
    let hint = match &meant {
        Some(meant) => say!("có phải bạn muốn viết `{meant}`?", "did you mean `{meant}`?"),
        None => say!(
            "dẫn đến tệp của trang, như `@/tin/bai.md`: liên kết như vậy luôn được kiểm tra và không hỏng khi đổi tên miền",
            "link to the file of the page, like `@/news/page.md`: such links are checked, and last when the host changes"
        ),
    };
    let fault = nothing_there(link).hint(hint);
    let fix = meant.and_then(|meant| change(&meant, link, body));
    body.told(link.span, Diagnostic { fix, ..fault })
}

/// The change of the whole link, if it stands there as it is written.
fn change(meant: &str, link: &LinkTarget, body: &Body) -> Option<Fix> {
    let start = usize::try_from(link.span.start).ok()?;
    let end = usize::try_from(link.span.end).ok()?;
    let is_there = body.text.get(start..end)? == link.written();
    is_there.then(|| Fix::likely(start..end, meant))
}
