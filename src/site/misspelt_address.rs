//! What to say of a `slug` or `path` that is no address, or becomes another than was meant.

use crate::content::Document;
use crate::diagnostics::{Code, Diagnostic, Fix, Say, say};
use crate::locale::slug;
use crate::site::Address;
use crate::site::address::{LONGEST, clean_path, is_plain, is_spelt, part_of};
use crate::yaml::Marked;

/// What is wrong with a slug, or with a whole path.
pub(super) fn fault(written: &Marked<String>, whole: bool) -> Option<Diagnostic> {
    if let Some(fault) = with_site(written).filter(|_| whole) {
        return Some(fault);
    }
    let (message, hint) = unusable(written, whole)?;
    Some(Diagnostic::error(Code::BadAddress, message).hint(hint))
}

/// Says so of a path that begins with the name of a site.
fn with_site(written: &Marked<String>) -> Option<Diagnostic> {
    let text = &written.value;
    let own = clean_path(behind_host(text)?);
    let message = say!(
        "`{text}` có cả tên trang web, ở đây chỉ viết phần đứng sau tên đó",
        "`{text}` has the name of a site in it, and only what follows that belongs here"
    );
    let fault = Diagnostic::error(Code::BadAddress, message);
    if own.is_empty() {
        let hint = say!("viết như `/lien-he/`", "write it like `/contact/`");
        return Some(fault.hint(hint));
    }
    let better = format!("/{own}/");
    let hint = say!("viết `path: {better}`", "write `path: {better}`");
    Some(fault.hint(hint).fix(Fix { span: written.span, text: better, is_sure: false }))
}

/// What stands behind the name of a site in an address that begins with one.
fn behind_host(text: &str) -> Option<&str> {
    const ENDINGS: [&str; 5] = [".vn", ".com", ".org", ".net", ".edu"];
    let (scheme, rest) = text.split_once("://").map_or((None, text), |(a, b)| (Some(a), b));
    let (host, own) = rest.split_once('/').unwrap_or((rest, ""));
    let is_host = scheme.is_some() || ENDINGS.iter().any(|end| host.ends_with(end));
    is_host.then(|| own.split(['?', '#']).next().unwrap_or_default())
}

fn unusable(written: &Marked<String>, whole: bool) -> Option<(Say, Say)> {
    let text = &written.value;
    let trimmed = if whole { text.trim_matches('/') } else { text };
    let plain = trimmed.split('/').all(is_plain) && (whole || !text.contains('/'));
    if plain {
        return None;
    }
    if let Some(long) = trimmed.split('/').find(|part| part.len() > LONGEST && is_spelt(part)) {
        let (len, cut) = (long.len(), &long[..40]);
        return Some((
            say!(
                "`{cut}…` trong địa chỉ dài {len} chữ cái, quá {LONGEST}",
                "`{cut}…` in the address has {len} letters, more than {LONGEST}"
            ),
            say!(
                "viết ngắn lại; địa chỉ cũ vẫn dẫn tới trang nếu ghi trong `aliases`",
                "shorten it; the old address still leads here if it stands in `aliases`"
            ),
        ));
    }
    let parts = text.split('/').filter(|part| !slug(part).is_empty()).map(part_of);
    let better = parts.collect::<Vec<_>>().join(if whole { "/" } else { "-" });
    let better = if better.is_empty() { "tin-moi" } else { &better };
    Some((
        say!("không dùng được địa chỉ `{text}`", "the address `{text}` cannot be used"),
        say!(
            "viết chữ không dấu, chữ số và dấu gạch ngang: `{better}`",
            "write plain letters, digits and hyphens: `{better}`"
        ),
    ))
}

/// Endings of the names of files, which people leave at a slug.
const ENDINGS: &[&str] = &[".md", ".markdown", ".html", ".htm", ".php", ".aspx", ".docx", ".pdf"];

/// A slug that ends like the name of a file is the name of a folder all the same.
pub(super) fn tell_ending(document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let Some(written) = document.meta.path.as_ref().or(document.meta.slug.as_ref()) else { return };
    let text = written.value.trim_end_matches('/');
    let small = text.to_ascii_lowercase();
    let Some(ending) = ENDINGS.iter().find(|ending| small.ends_with(**ending)) else { return };
    let better = &text[..text.len() - ending.len()];
    let shown = text.rsplit('/').next().unwrap_or_default();
    if better.is_empty() || better.ends_with('/') {
        return;
    }
    let message = say!(
        "địa chỉ của trang thành `…/{shown}/`: `{ending}` là đuôi của tên tệp",
        "the page's address becomes `…/{shown}/`: `{ending}` is the ending of a file"
    );
    let hint = say!(
        "viết `{better}`; nếu `{text}` là địa chỉ cũ, ghi thêm nó vào `aliases`",
        "write `{better}`; if `{text}` is an old address, put it into `aliases` too"
    );
    let fault = Diagnostic::warning(Code::BadAddress, message).hint(hint);
    diagnostics.push(fault.at(document.place(written.span)));
}

/// Every part of an address is plain, so only its length can be more than a disk takes.
pub(super) fn too_long(address: &Address) -> Diagnostic {
    let end: String = address.folder().chars().take(40).collect();
    let message =
        say!("địa chỉ của trang quá dài: `{end}…`", "the page's address is too long: `{end}…`");
    let hint = say!(
        "viết một `path` ngắn cho trang, hoặc bớt thư mục lồng nhau",
        "give the page a short `path`, or put it into fewer folders"
    );
    Diagnostic::error(Code::BadAddress, message).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_site_is_no_part_of_a_path() {
        for (text, behind) in [
            ("https://a.vn/lien-he/", Some("lien-he/")),
            ("a.gov.vn/lien-he?x=1", Some("lien-he")),
            ("https://a.vn", Some("")),
            ("/lien-he/", None),
            ("lien-he/v1.2", None),
            ("/a.vn/", None),
        ] {
            assert_eq!(behind_host(text), behind, "{text}");
        }
    }
}
