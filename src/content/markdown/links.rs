//! Links and pictures: what stays symbolic, what is an address already, what is refused.

use std::ops::Range;

use crate::content::markdown::fragment::{Fragment, Symbol, escape, escape_href};
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::{At, Writer};
use crate::content::{Image, LinkTarget};
use crate::diagnostics::{Code, Diagnostic, Say, say};

/// The schemes that a link may have.
pub(super) const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms", "geo"];

/// A picture whose alternative text is being read.
pub(super) struct OpenImage {
    target: Option<LinkTarget>,
    title: Option<String>,
    depth: usize,
    /// The text so far.
    pub(super) alt: String,
}

/// What an address is.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Address {
    /// A place in this site: to be looked up once all pages are known.
    Symbolic,
    /// A place elsewhere, as it stands.
    External,
    /// Nothing was written.
    Empty,
    /// `//host/path`, which has no scheme of its own and leads nowhere from a file.
    NoScheme,
    /// A scheme that a link may not have.
    Unsafe(String),
}

impl Address {
    /// What this address is. Browsers pass over control characters in a scheme (WHATWG URL,
    /// 4.4), so they are passed over here.
    pub(super) fn of(written: &str) -> Address {
        let seen = |letter: &char| !letter.is_ascii_control();
        let address: String = written.chars().filter(seen).collect();
        let address = address.trim_start();
        if address.trim().is_empty() {
            return Address::Empty;
        }
        if address.starts_with("//") || address.starts_with("\\\\") || address.starts_with("/\\") {
            return Address::NoScheme;
        }
        let Some((scheme, _)) = address.split_once(':') else { return Address::Symbolic };
        let fits = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
        if !scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            || !scheme.chars().all(fits)
        {
            return Address::Symbolic;
        }
        let scheme = scheme.to_ascii_lowercase();
        if SCHEMES.contains(&scheme.as_str()) { Address::External } else { Address::Unsafe(scheme) }
    }
}

impl Writer<'_, '_> {
    /// `<name@host>`.
    pub(super) fn start_mail_link(&mut self, address: &str) {
        self.links += 1;
        self.frame.fragment.push("<a href=\"mailto:");
        escape_href(&mut self.frame.fragment.html, address);
        self.frame.fragment.push("\">");
    }

    pub(super) fn start_link(&mut self, address: &str, title: &str, at: At) {
        let range = self.place_of_address(address, &at);
        self.links += 1;
        self.frame.fragment.push("<a href=\"");
        self.href(address, range);
        if !title.is_empty() {
            self.frame.fragment.push("\" title=\"");
            self.frame.fragment.text(title);
        }
        self.frame.fragment.push("\">");
    }

    pub(super) fn end_link(&mut self) {
        self.links = self.links.saturating_sub(1);
        self.frame.fragment.push("</a>");
    }

    /// Writes the value of a `href`: a symbol, an address, or nothing harmful.
    pub(super) fn href(&mut self, written: &str, range: Range<usize>) {
        if self.is_symbolic(written, &range) {
            let target = LinkTarget { written: written.to_owned(), span: range.into() };
            self.frame.fragment.symbol(Symbol::Link(target));
        } else if matches!(Address::of(written), Address::External) {
            escape_href(&mut self.frame.fragment.html, written);
        } else {
            self.frame.fragment.push("#");
        }
    }

    /// Whether an address is to be looked up later. Says what is wrong with one that leads nowhere.
    fn is_symbolic(&mut self, written: &str, range: &Range<usize>) -> bool {
        if !self.rules.extensions {
            return true;
        }
        let (code, message, hint) = match Address::of(written) {
            Address::Symbolic => return true,
            Address::External => return false,
            Address::Empty => (
                Code::BrokenLink,
                say!("liên kết này không có địa chỉ", "this link has no address"),
                say!(
                    "viết địa chỉ trong ngoặc tròn: `[chữ](@/trang.md)`",
                    "write one in the parentheses: `[text](@/page.md)`"
                ),
            ),
            Address::NoScheme => (
                Code::UnsafeLink,
                say!("địa chỉ này thiếu `https:`", "this address lacks its `https:`"),
                say!("viết đầy đủ: `https://…`", "write it in full: `https://…`"),
            ),
            Address::Unsafe(scheme) => (
                Code::UnsafeLink,
                say!(
                    "không được dùng liên kết kiểu `{scheme}:`",
                    "links of the kind `{scheme}:` are not allowed"
                ),
                hint_for(&scheme),
            ),
        };
        tell(range.clone(), Diagnostic::error(code, message).hint(hint), self.reading);
        false
    }

    pub(super) fn start_image(&mut self, address: &str, title: &str, at: At) {
        let range = self.place_of_address(address, &at);
        self.image = Some(OpenImage {
            target: self.image_target(address, range),
            title: Some(title).filter(|title| !title.is_empty()).map(str::to_owned),
            depth: self.depth,
            alt: String::new(),
        });
    }

    /// The file of a picture, unless its address is refused. One on another site stays
    /// symbolic: whether the page may show it is not for this room to say.
    pub(super) fn image_target(
        &mut self,
        address: &str,
        range: Range<usize>,
    ) -> Option<LinkTarget> {
        let is_web = matches!(Address::of(address), Address::External)
            && address.trim_start().starts_with("http");
        let is_kept = is_web || self.is_symbolic(address, &range);
        is_kept.then(|| LinkTarget { written: address.to_owned(), span: range.into() })
    }

    /// The end of an element while a picture's text is read: of the picture, or of one in its text.
    pub(super) fn end_in_image(&mut self, depth: usize) {
        let Some(OpenImage { target, title, alt, .. }) =
            self.image.take_if(|image| image.depth == depth)
        else {
            return;
        };
        self.prose.code(&alt);
        if let Some(target) = target.as_ref().filter(|_| alt.trim().is_empty()) {
            self.tell_no_text(target);
        }
        match target {
            Some(target) => self.frame.fragment.symbol(Symbol::Image(Image { target, alt, title })),
            None => self.frame.fragment.text(&alt),
        }
    }

    /// A picture whose text was forgotten; one that only adorns says so (WCAG 2.2, 1.1.1).
    pub(super) fn tell_no_text(&mut self, target: &LinkTarget) {
        if !self.rules.extensions {
            return;
        }
        let written = &target.written;
        let message = say!(
            "hình `{written}` chưa có lời mô tả cho người không nhìn thấy",
            "the picture `{written}` has no description for those who cannot see it"
        );
        let hint = say!(
            "viết trong ngoặc vuông hình cho thấy gì: `![Lễ phát động]({written})`; nếu hình chỉ để trang trí: `<img src=\"{written}\" alt=\"\">`",
            "say between the brackets what it shows: `![The opening]({written})`; if it only adorns: `<img src=\"{written}\" alt=\"\">`"
        );
        self.reading.error(target.span, Code::NoPictureText, message, hint);
    }

    /// Where an address stands: in the definition of a reference link, else in the link.
    fn place_of_address(&self, address: &str, at: &At) -> Range<usize> {
        let range = at.definition.clone().unwrap_or_else(|| at.range.clone());
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        if address.is_empty() {
            return range;
        }
        // A title may hold the same words, so what stands in front of them decides.
        let is_address = |at: &usize| {
            let before = source[..*at].trim_end_matches(['<', ' ', '\n']);
            before.ends_with('(') || before.ends_with("]:") || (before.is_empty() && *at > 0)
        };
        let found = source.rmatch_indices(address).map(|(at, _)| at).find(is_address);
        found.map_or(range.clone(), |at| range.start + at..range.start + at + address.len())
    }
}

/// Appends ` href="…"` to a fragment that holds a raw tag.
pub(super) fn plain_attribute(fragment: &mut Fragment, name: &str, value: &str) {
    fragment.push(&format!(" {name}=\""));
    escape(&mut fragment.html, value);
    fragment.push("\"");
}

fn hint_for(scheme: &str) -> Say {
    match scheme {
        "file" => on_this_computer(),
        drive if drive.len() == 1 => on_this_computer(),
        "data" | "blob" => say!(
            "lưu hình ảnh hay tệp vào thư mục của trang rồi viết tên tệp",
            "save the picture or file in the page's folder and write its name"
        ),
        "javascript" | "vbscript" => say!(
            "trang không chạy mã trong liên kết; dùng địa chỉ `https://…` hoặc `@/trang.md`",
            "pages run no code from links; use an address `https://…` or `@/page.md`"
        ),
        _ => {
            let known = SCHEMES.join(", ");
            say!(
                "dùng một trong các kiểu {known}, hoặc liên kết trong trang web `@/trang.md`",
                "use one of {known}, or a link inside the site `@/page.md`"
            )
        }
    }
}

fn on_this_computer() -> Say {
    say!(
        "địa chỉ này chỉ có trên máy của bạn; chép tệp vào thư mục của trang rồi viết tên tệp",
        "this address exists only on your computer; copy the file to the page's folder and write its name"
    )
}
