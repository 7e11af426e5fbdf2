//! Old addresses that lead to a page, as people write them: by hand, or copied from a browser.
//!
//! In: an entry of `aliases`. Out: the file that a server looks for when it is asked for that
//! address. Old addresses are of the whole site: no language's part is put in front of them.

use crate::config::BaseUrl;
use crate::content::Document;
use crate::diagnostics::{Code, Diagnostic, Say, say};
use crate::site::Address;
use crate::site::links::percent_decoded;
use crate::yaml::Marked;

/// The longest part of an address that every disk takes as the name of a folder, in bytes.
const LONGEST: usize = 200;

/// The old address that is written here. What cannot be one is said.
pub(crate) fn alias(
    written: &Marked<String>,
    document: &Document,
    base: Option<&BaseUrl>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Address> {
    match read(written.value.trim(), base) {
        Ok(address) => Some(address),
        Err((message, hint)) => {
            let fault = Diagnostic::error(Code::BadAddress, message).hint(hint);
            diagnostics.push(fault.at(document.place(written.span)));
            None
        }
    }
}

fn read(text: &str, base: Option<&BaseUrl>) -> Result<Address, (Say, Say)> {
    let path = within_site(text, base)?;
    if let Some((before, _)) = path.split_once(['#', '?']) {
        return Err(behind_path(text, &path[before.len()..=before.len()], before));
    }
    // Browsers take a backslash for a slash, and no server tells two slashes from one.
    let decoded = percent_decoded(path).ok_or_else(|| unusable(text))?.replace('\\', "/");
    let parts: Vec<&str> = decoded.split('/').filter(|part| !part.is_empty()).collect();
    if let Some(long) = parts.iter().find(|part| part.len() > LONGEST) {
        return Err(too_long(long));
    }
    let joined = parts.join("/");
    let is_file = [".html", ".htm"].iter().any(|end| joined.to_ascii_lowercase().ends_with(end));
    let address = if is_file { Address::of_file(&joined) } else { Address::of_folder(&joined) };
    address.output().is_some().then_some(address).ok_or_else(|| unusable(text))
}

/// What stands behind the site's own root in a whole address; none if it is one of another site
/// or no whole address.
pub(crate) fn within<'t>(text: &'t str, base: &BaseUrl) -> Option<&'t str> {
    behind_host(without_scheme(text)?, base)
}

/// What stands behind the site's own root in an address without its scheme.
fn behind_host<'t>(rest: &'t str, base: &BaseUrl) -> Option<&'t str> {
    let own = without_scheme(base.as_str()).unwrap_or_default();
    let plain = |host: &str| host.to_ascii_lowercase().trim_start_matches("www.").to_owned();
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let own_end = own.find('/').unwrap_or(own.len());
    let (own_host, root) = own.split_at(own_end);
    let inside = path.strip_prefix(root).or((path.is_empty() && root == "/").then_some(""));
    inside.filter(|_| !own.is_empty() && plain(host) == plain(own_host))
}

/// What stands behind the site's own root in a whole address; any other text as it is.
fn within_site<'t>(text: &'t str, base: Option<&BaseUrl>) -> Result<&'t str, (Say, Say)> {
    let Some(rest) = without_scheme(text) else {
        // Browsers show addresses without their schemes.
        return Ok(base.and_then(|base| behind_host(text, base)).unwrap_or(text));
    };
    let path = rest.find(['/', '?', '#']).map_or("", |end| &rest[end..]);
    base.and_then(|base| within(text, base)).ok_or_else(|| {
        let here = if path.len() > 1 { path } else { "/tin/bai-cu/" };
        (
            say!(
                "địa chỉ cũ `{text}` không thuộc trang web này",
                "the old address `{text}` is not of this site"
            ),
            say!(
                "chỉ địa chỉ của chính trang web (`base_url`) mới dẫn tới đây được; viết phần sau tên miền, như `{here}`",
                "only addresses of the site itself (`base_url`) can lead here; write what stands behind the host, like `{here}`"
            ),
        )
    })
}

/// What follows `https://`, `http://` or `//`; none if the text names no host. Without a scheme
/// only what has a dot is one, for two slashes may be a slip.
fn without_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("//")?;
    let is_host = match scheme.to_ascii_lowercase().as_str() {
        "http:" | "https:" => true,
        "" => rest.split('/').next().is_some_and(|host| host.contains('.')),
        _ => false,
    };
    is_host.then_some(rest)
}

fn behind_path(text: &str, sign: &str, before: &str) -> (Say, Say) {
    let better = if before.trim_matches('/').is_empty() { "/tin/bai-cu/" } else { before };
    (
        say!(
            "địa chỉ cũ `{text}` không dùng được: chỉ phần trước dấu `{sign}` tới được máy chủ",
            "the old address `{text}` cannot be used: only the part before its `{sign}` tells the server which page is meant"
        ),
        say!("viết `{better}`", "write `{better}`"),
    )
}

fn too_long(part: &str) -> (Say, Say) {
    let (len, cut) = (part.len(), part.chars().take(40).collect::<String>());
    (
        say!(
            "`{cut}…` trong địa chỉ cũ dài {len} ký tự trên đĩa, quá {LONGEST}",
            "`{cut}…` in the old address is {len} bytes long, more than {LONGEST}"
        ),
        say!(
            "không ổ đĩa nào giữ được tên dài như vậy; xoá dòng này",
            "no disk takes so long a name; delete this line"
        ),
    )
}

fn unusable(text: &str) -> (Say, Say) {
    (
        say!("không dùng được địa chỉ cũ `{text}`", "the old address `{text}` cannot be used"),
        say!("viết như `/tin/bai-cu/`", "write it like `/news/old-page/`"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> Result<String, String> {
        let base = BaseUrl::parse("https://vi.du/thang-11/");
        let read = read(text, base.as_ref());
        read.map(|address| address.file().to_owned()).map_err(|(message, _)| message.en)
    }

    #[test]
    fn an_address_copied_from_a_browser_is_the_file_that_the_server_looks_for() {
        for (written, wanted) in [
            ("/tin/b%C3%A0i-vi%E1%BA%BFt/", "tin/bài-viết/index.html"),
            ("/tin/ba%CC%80i/", "tin/bài/index.html"),
            ("tin/bài viết", "tin/bài viết/index.html"),
            ("/tin/b%c3%a0i%20vi%e1%ba%bft", "tin/bài viết/index.html"),
            ("https://vi.du/thang-11/cu/", "cu/index.html"),
            ("HTTP://WWW.VI.DU/thang-11/cu", "cu/index.html"),
            ("//vi.du/thang-11/cu.html", "cu.html"),
            ("/cu/index.html", "cu/index.html"),
            ("vi.du/thang-11/cu/", "cu/index.html"),
            ("vi.duong/cu/", "vi.duong/cu/index.html"),
            ("//cu", "cu/index.html"),
            ("/tin//cu///", "tin/cu/index.html"),
            ("\\tin\\cu", "tin/cu/index.html"),
            ("/Tin/Cu.HTM", "Tin/Cu.HTM"),
            ("/bai.php", "bai.php/index.html"),
            ("/100%/", "100%/index.html"),
            ("/100%25/", "100%/index.html"),
        ] {
            assert_eq!(file(written).as_deref(), Ok(wanted), "{written}");
        }
    }

    #[test]
    fn what_no_server_can_answer_is_told() {
        for (written, told) in [
            ("/cu#x", "the part before its `#`"),
            ("/cu?x", "the part before its `?`"),
            ("/?p=12", "the part before its `?`"),
            ("https://vi.du/thang-11/cu/#x", "the part before its `#`"),
            ("https://khac.vn/cu/", "is not of this site"),
            ("https://vi.du/cu/", "is not of this site"),
            ("https://vi.du.khac.vn/thang-11/cu/", "is not of this site"),
            ("/%E1%BA/", "cannot be used"),
            ("/%2e%2e/%2e%2e/etc", "cannot be used"),
            ("../../etc", "cannot be used"),
            ("/a%00b/", "cannot be used"),
            ("mailto:a@b.vn", "cannot be used"),
        ] {
            let message = file(written).unwrap_err();
            assert!(message.contains(told), "{written}: {message}");
        }
        assert!(file(&"a".repeat(201)).unwrap_err().contains("201 bytes long"));
        assert!(file(&"a".repeat(150)).is_ok());
    }
}
