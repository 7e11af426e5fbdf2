//! Links to the site itself that are written in full, and lead to nothing that it publishes.
//!
//! In: the list of all files, and what pages say. Out: a warning for each such link. Another
//! program may serve an address below the same host, so none is an error.

use rayon::prelude::*;

use crate::config::BaseUrl;
use crate::content::{Bodies, Body, LinkTarget};
use crate::diagnostics::{Code, Diagnostic, Fix, say};
use crate::site::{Page, Site, decoded, link_to, within_site};

/// Whether the site has a file of this path.
type Has<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// Says which links of pages in full lead to nothing of this site.
pub fn own_links(site: &Site, bodies: &Bodies, has: Has<'_>) -> Vec<Diagnostic> {
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
    told.into_iter().flatten().collect()
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

fn tell(site: &Site, body: &Body, (link, path): (&LinkTarget, &str)) -> Diagnostic {
    let written = link.written();
    let near = site.near_address(path).filter(|page| page.written);
    let meant = near.and_then(|page| link_to(&page.document.path));
    let message = say!(
        "`{written}` là địa chỉ của chính trang web này, mà ở đó không có gì",
        "`{written}` is an address of this very site, and nothing is there"
    );
    let hint = match &meant {
        Some(meant) => say!("có phải bạn muốn viết `{meant}`?", "did you mean `{meant}`?"),
        None => say!(
            "dẫn đến tệp của trang, như `@/tin/bai.md`: liên kết như vậy luôn được kiểm tra và không hỏng khi đổi tên miền",
            "link to the file of the page, like `@/news/page.md`: such links are checked, and last when the host changes"
        ),
    };
    let fault = Diagnostic::warning(Code::BrokenLink, message).hint(hint);
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
