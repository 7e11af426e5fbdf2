//! What stands between the round brackets of a link, with spaces in it, as it can be written.

use crate::content::markdown::loose_links::ends_like_file;
use crate::content::phone::{self, Part};
use crate::content::{Leads, LinkTarget, address, mailbox};
use crate::locale::slug_or_digest;

/// An address and a title between quotation marks that Markdown does not know.
pub(super) fn with_title(written: &str) -> Option<String> {
    if let Some((address, words)) = written.split_once(' ').filter(|(own, _)| is_whole(own)) {
        let is_text = words.contains(char::is_alphabetic);
        if words.starts_with('=') {
            return Some(address.to_owned());
        }
        if is_text && !words.contains(['.', '/', '"', '“', '”', '„', '«']) {
            return Some(format!("{address} \"{}\"", words.trim()));
        }
    }
    let (address, title) = written.split_once(['“', '”', '„', '«'])?;
    let title = title.trim_end_matches(['”', '“', '»']);
    let address = address.trim();
    let is_good = !address.is_empty() && !address.contains(char::is_whitespace);
    (is_good && !title.contains(['"', '“', '”'])).then(|| format!("{address} \"{title}\""))
}

/// Whether an address needs nothing behind it: a host alone, or a file with its ending.
fn is_whole(written: &str) -> bool {
    let host = written.split_once("://").map(|(_, rest)| rest.trim_end_matches('/'));
    match host {
        Some(host) if !host.contains('/') => host.contains('.'),
        Some(_) | None => ends_like_file(written),
    }
}

/// An address with spaces as it can be written.
pub(super) fn without_spaces(written: &str, parsed: Option<LinkTarget>) -> String {
    let mailbox = || {
        let whom = written.strip_prefix("mailto:")?;
        Some(format!("mailto:{}", mailbox::addressees(whom)?))
    };
    if let Some(meant) = address::meant(written).or_else(|| number(written)).or_else(mailbox) {
        return meant;
    }
    let program = parsed.filter(|target| target.leads() == Leads::Program);
    if let Some(target) = program.filter(|target| !target.written().contains(' ')) {
        return target.written().to_owned();
    }
    if let Some((path, place)) = written.split_once('#').filter(|(path, _)| !path.contains(' ')) {
        return format!("{path}#{}", slug_or_digest(place));
    }
    match written.contains("://") {
        true => written.split_whitespace().collect::<Vec<_>>().join("%20"),
        false => format!("<{written}>"),
    }
}

/// The number of a telephone that is written with blanks, as it is dialled.
pub(super) fn number(written: &str) -> Option<String> {
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let is_number = written.starts_with(['0', '1', '+']) && (8..=13).contains(&digits);
    match phone::read(written).ok().filter(|_| is_number)?.as_slice() {
        [Part::Number(_, phone)] => Some(phone.link()),
        _ => None,
    }
}
