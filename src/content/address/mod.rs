//! Addresses as authors write them, in texts, front matter, menus and data: one type for all.
//!
//! In: a text and its place. Out: a [`LinkTarget`], or why no page may have such an address.
//! Whether there is anything at an address of this site is for `site` to say.

mod faults;
mod hosts;
mod open;

use serde::Serialize;

use crate::content::mailbox;
use crate::content::phone::{self, Unreadable};
use crate::diagnostics::{Code, Diagnostic, Fix, Span, say};
use crate::yaml::{Fields, Marked, Reading};

pub(crate) use hosts::meant;
pub use open::{Holds, open};
pub(super) use open::{check_open, harm};

/// The schemes that an address may have.
pub(super) const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms", "geo"];

/// An address that a page may have. There is no other way to make one than to read it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct LinkTarget {
    written: String,
    leads: Leads,
    /// Where it stands.
    pub span: Span,
}

/// Where an address leads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub enum Leads {
    /// To a page or file of this site: `@/tin/bai.md#muc`, `../bai.md`, `#muc`.
    Inside,
    /// To another site: `https://…`.
    Web,
    /// To another program: `mailto:…`, `tel:…`.
    Program,
}

/// Why a text is no address that a page may have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoAddress {
    /// Nothing was written.
    Empty,
    /// `//host/path`, which has no scheme of its own and leads nowhere from a file.
    NoScheme,
    /// `https:` and no name of a site behind it.
    NoHost(String),
    /// `https://a,vn`: what stands where the name of a site should.
    NoName(String),
    /// `http://localhost:1511/`, which only the author's own computer answers.
    OnlyHere(String),
    /// `\\server\folder`, a place in the author's own network.
    OnThisComputer,
    /// A scheme that no address may have.
    Unsafe(String),
    /// `tel:` or `sms:` and behind it no number, or two.
    NoNumber(Unreadable),
    /// `mailto:` and behind it no mailbox.
    NoMailbox(String),
}

impl LinkTarget {
    /// Reads an address.
    ///
    /// # Errors
    /// If no page may have it.
    pub fn parse(written: &str, span: Span) -> Result<LinkTarget, NoAddress> {
        let written = seen(written);
        let leads = leads(&written)?;
        let written = match leads {
            Leads::Web => written.replace(' ', "%20"),
            Leads::Program => phone::dialled(&written).map_err(NoAddress::NoNumber)?,
            Leads::Inside => written,
        };
        Ok(LinkTarget { written, leads, span })
    }

    /// Reads an address; what is none is said.
    pub fn read(written: Marked<String>, reading: &mut Reading<'_>) -> Option<LinkTarget> {
        let span = written.span;
        let parsed = LinkTarget::parse(&written.value, span);
        let told = |fault: NoAddress| fault.diagnose_at(span, &written.value, reading.text);
        parsed.map_err(|fault| reading.tell(span, told(fault))).ok()
    }

    /// Reads an address that must lead out of this site; what does not is said.
    pub fn read_outside(written: Marked<String>, reading: &mut Reading<'_>) -> Option<LinkTarget> {
        LinkTarget::read_to(written, |leads| leads != Leads::Inside, reading)
    }

    fn read_to(
        written: Marked<String>,
        is_meant: fn(Leads) -> bool,
        reading: &mut Reading<'_>,
    ) -> Option<LinkTarget> {
        let is_plain = !written.value.contains(|c: char| c.is_control() || c == ' ');
        let target = LinkTarget::read(written.clone(), reading)?;
        if is_meant(target.leads) && is_plain {
            return Some(target);
        }
        let address = &written.value;
        let message = say!(
            "`{address}` không phải địa chỉ trang web",
            "`{address}` is no address on the web"
        );
        let meant = if is_meant(target.leads) {
            // Two addresses are no name with a space in it.
            let is_one = target.written.matches("://").count() < 2;
            Some(target.written.clone()).filter(|_| is_one)
        } else {
            hosts::in_full(&target.written)
        };
        let fault = Diagnostic::error(Code::UnsafeLink, message);
        let fault = match meant {
            Some(meant) => {
                let stretch = written.span.start as usize..written.span.end as usize;
                let is_there = reading.text.get(stretch.clone()) == Some(address);
                let fix = is_there.then(|| Fix::likely(stretch, meant.clone()));
                Diagnostic { fix, ..fault.hint(say!("viết `{meant}`", "write `{meant}`")) }
            }
            None => fault.hint(faults::in_full()),
        };
        reading.tell(written.span, fault);
        None
    }

    /// Reads the address of a page of another site; what is none is said.
    pub fn read_web(written: Marked<String>, reading: &mut Reading<'_>) -> Option<LinkTarget> {
        LinkTarget::read_to(written, |leads| leads == Leads::Web, reading)
    }

    /// The value of a key that holds an address outside this site.
    pub fn outside_of(
        fields: &mut Fields<'_>,
        name: &str,
        reading: &mut Reading<'_>,
    ) -> Option<LinkTarget> {
        let written = fields.marked_text(name, reading)?;
        LinkTarget::read_outside(written, reading)
    }

    /// The value of a key that holds any address.
    pub fn of(
        fields: &mut Fields<'_>,
        name: &str,
        reading: &mut Reading<'_>,
    ) -> Option<LinkTarget> {
        let written = fields.marked_text(name, reading)?;
        LinkTarget::read(written, reading)
    }

    /// The address of an example of CommonMark, which means nothing.
    pub(super) fn unread(written: &str, span: Span) -> LinkTarget {
        LinkTarget { written: written.to_owned(), leads: Leads::Inside, span }
    }

    /// As written, but for what browsers pass over and signs between the digits of a telephone
    /// number.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The same address without its place.
    pub(super) fn anywhere(&self) -> LinkTarget {
        LinkTarget { span: Span::default(), ..self.clone() }
    }

    /// Where it leads.
    pub fn leads(&self) -> Leads {
        self.leads
    }

    /// The path of an address of this site, without what stands behind it.
    pub fn path(&self) -> &str {
        let end = self.written.find(['?', '#']).unwrap_or(self.written.len());
        &self.written[..end]
    }

    /// What stands behind the path of a file: `?v=2#page=3`.
    pub fn behind(&self) -> &str {
        &self.written[self.path().len()..]
    }

    /// What is asked of the path: `?v=2`, or nothing.
    pub fn query(&self) -> &str {
        let behind = self.behind();
        &behind[..behind.find('#').unwrap_or(behind.len())]
    }

    /// The place in a page, without its `#`.
    pub fn fragment(&self) -> Option<&str> {
        self.behind().split_once('#').map(|(_, place)| place).filter(|place| !place.is_empty())
    }
}

/// An address as browsers see it: they pass over tabs and ends of lines, and over spaces and
/// control characters around it (WHATWG URL, 4.4). Other control characters go too.
fn seen(written: &str) -> String {
    let seen = written.chars().filter(|letter| !letter.is_ascii_control()).collect::<String>();
    seen.trim().to_owned()
}

fn leads(address: &str) -> Result<Leads, NoAddress> {
    if address.is_empty() {
        return Err(NoAddress::Empty);
    }
    if address.starts_with("\\\\") {
        return Err(NoAddress::OnThisComputer);
    }
    if address.starts_with("//") || address.starts_with("/\\") {
        return Err(NoAddress::NoScheme);
    }
    let Some((scheme, rest)) = scheme(address) else { return Ok(Leads::Inside) };
    if !SCHEMES.contains(&scheme.as_str()) {
        return Err(NoAddress::Unsafe(scheme));
    }
    if scheme.starts_with("http") {
        let host = rest.strip_prefix("//").unwrap_or_default();
        let is_named = host.starts_with(|letter: char| letter.is_alphanumeric() || letter == '[');
        if !is_named {
            return Err(NoAddress::NoHost(scheme));
        }
        return hosts::fault(host).map_or(Ok(Leads::Web), Err);
    }
    if rest.is_empty() {
        return Err(NoAddress::Empty);
    }
    if scheme == "mailto" && !mailbox::are_addressees(rest) {
        let whom = rest.split('?').next().unwrap_or_default();
        return Err(NoAddress::NoMailbox(whom.to_owned()));
    }
    Ok(Leads::Program)
}

/// The scheme of an address in small letters, and what stands behind its colon (RFC 3986 §3.1).
pub(in crate::content) fn scheme(address: &str) -> Option<(String, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
    let is_scheme =
        scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.chars().all(fits);
    is_scheme.then(|| (scheme.to_ascii_lowercase(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads_to(written: &str) -> Result<Leads, NoAddress> {
        LinkTarget::parse(written, Span::default()).map(|target| target.leads())
    }

    #[test]
    fn an_address_leads_inside_to_another_site_or_to_a_program() {
        for inside in ["@/a:b.md", "#muc", "10:30.md", "../a.md", "/tin/", "a.pdf#page=3"] {
            assert_eq!(leads_to(inside), Ok(Leads::Inside), "{inside}");
        }
        for web in ["https://a.vn", " HTTPS://a.vn/ ", "ht\ntps://a.vn", "http://[::1]/"] {
            assert_eq!(leads_to(web), Ok(Leads::Web), "{web:?}");
        }
        for program in ["mailto:a@b.vn", "TEL:111", "sms:+84912", "geo:21,105"] {
            assert_eq!(leads_to(program), Ok(Leads::Program), "{program}");
        }
    }

    #[test]
    fn an_address_runs_no_code_and_opens_no_file() {
        let unsafe_schemes = [
            ("javascript:x", "javascript"),
            (" \u{1}java\tscr\nipt:x", "javascript"),
            ("data:text/html,x", "data"),
            ("file:///etc", "file"),
            ("intent://x", "intent"),
            ("C:\\x", "c"),
            ("zalo://x", "zalo"),
        ];
        for (written, scheme) in unsafe_schemes {
            assert_eq!(leads_to(written), Err(NoAddress::Unsafe(scheme.to_owned())), "{written:?}");
        }
        let no_address = [
            ("", NoAddress::Empty),
            ("\t ", NoAddress::Empty),
            ("mailto:", NoAddress::Empty),
            ("mailto:so.vn", NoAddress::NoMailbox("so.vn".to_owned())),
            ("//b.vn", NoAddress::NoScheme),
            ("/\t/b.vn", NoAddress::NoScheme),
            ("/\\b.vn", NoAddress::NoScheme),
            ("\\\\may-chu\\x", NoAddress::OnThisComputer),
            ("https:b.vn", NoAddress::NoHost("https".to_owned())),
            ("https:///b.vn", NoAddress::NoHost("https".to_owned())),
        ];
        for (written, fault) in no_address {
            assert_eq!(leads_to(written), Err(fault), "{written:?}");
        }
    }

    #[test]
    fn what_stands_behind_a_path_is_kept() {
        let parts = |written| {
            let target = LinkTarget::parse(written, Span::default()).unwrap();
            let fragment = target.fragment().map(str::to_owned);
            (target.path().to_owned(), target.query().to_owned(), fragment)
        };
        let whole = |path: &str, query: &str, fragment: Option<&str>| {
            (path.to_owned(), query.to_owned(), fragment.map(str::to_owned))
        };
        assert_eq!(parts("p.pdf?v=2#page=3"), whole("p.pdf", "?v=2", Some("page=3")));
        assert_eq!(parts("p.pdf#a?b"), whole("p.pdf", "", Some("a?b")));
        assert_eq!(parts("#muc"), whole("", "", Some("muc")));
        assert_eq!(parts("a.md#"), whole("a.md", "", None));
    }
}
