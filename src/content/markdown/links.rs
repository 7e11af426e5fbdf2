//! Links and pictures: what stays symbolic, what is an address already, what is refused.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::content::markdown::fragment::{Fragment, Symbol, escape, escape_href};
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::{At, Writer};
use crate::content::{Image, Leads, LinkTarget, NoAddress};
use crate::diagnostics::{Code, Fix, say};

/// The endings of the names of files that people put in place of pictures.
const NO_PICTURES: &[&str] = &[
    "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "pdf", "txt", "csv", "rtf",
    "zip", "rar", "7z", "mp4", "mov", "avi", "mkv", "webm", "wmv", "3gp", "mp3", "m4a", "wav",
    "aac", "ogg", "md", "html", "htm",
];

/// The endings of the names of pictures.
const PICTURES: &[&str] = &[".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"];

/// Sites whose pages show films and files.
const PLAYERS: &[&str] = &[
    "youtube.com/",
    "m.youtube.com/",
    "youtu.be/",
    "vimeo.com/",
    "drive.google.com/",
    "fb.watch/",
    "facebook.com/",
    "tiktok.com/",
    "docs.google.com/",
    "zalo.me/",
];

/// A picture whose alternative text is being read.
pub(super) struct OpenImage {
    target: Option<LinkTarget>,
    title: Option<String>,
    depth: usize,
    /// What it was made from.
    range: Range<usize>,
    /// The text so far.
    pub(super) alt: String,
}

impl Writer<'_, '_> {
    /// `<name@host>`.
    pub(super) fn start_mail_link(&mut self, address: &str) {
        self.links += 1;
        self.frame.fragment.push("<a href=\"mailto:");
        escape_href(&mut self.frame.fragment.html, address);
        self.frame.fragment.push("\">");
    }

    pub(super) fn start_link(&mut self, address: &str, title: CowStr<'_>, at: At) {
        let title = self.without_unseen(title, &at.range);
        let range = self.place_of_address(address, &at);
        self.look_at_parted_picture(address, &at.range);
        self.links += 1;
        self.frame.fragment.push("<a href=\"");
        self.href(address, range);
        if !title.is_empty() {
            self.frame.fragment.push("\" title=\"");
            self.frame.fragment.text(&title);
        }
        self.frame.fragment.push("\">");
    }

    /// `! [text](picture.png)` and `！[text](picture.png)`: the sign of a picture is none there.
    fn look_at_parted_picture(&mut self, address: &str, range: &Range<usize>) {
        let before = &self.reading.text[..range.start];
        let bare = before.trim_end_matches(' ').strip_suffix(['!', '！']);
        let Some(bare) = bare.filter(|_| before.ends_with([' ', '！'])) else { return };
        let small = address.to_ascii_lowercase();
        let is_picture = PICTURES.iter().any(|own| small.ends_with(own));
        if !is_picture || bare.ends_with(|own: char| !own.is_whitespace()) {
            return;
        }
        let written = before[bare.len()..].to_owned();
        let message = say!(
            "`{written}[…]` không thành hình mà thành liên kết: dấu `!` thường phải đứng ngay trước `[`",
            "`{written}[…]` is a link and no picture: a plain `!` must stand right in front of the `[`"
        );
        let hint = say!("viết `![…]({address})`", "write `![…]({address})`");
        let place = bare.len()..range.start;
        let fix = Fix::likely(place.clone(), "!");
        self.tell_mended(place, (message, hint), fix);
    }

    pub(super) fn end_link(&mut self) {
        self.links = self.links.saturating_sub(1);
        self.frame.fragment.push("</a>");
    }

    /// Writes the value of a `href`: a symbol, an address, or nothing harmful.
    pub(super) fn href(&mut self, written: &str, range: Range<usize>) {
        match self.target(written, range) {
            Some(target) => self.href_of(target),
            None => self.frame.fragment.push("#"),
        }
    }

    fn href_of(&mut self, target: LinkTarget) {
        match target.leads() {
            Leads::Inside => self.frame.fragment.symbol(Symbol::Link(target)),
            Leads::Web => {
                escape_href(&mut self.frame.fragment.html, target.written());
                self.body.web.push(target);
            }
            Leads::Program => escape_href(&mut self.frame.fragment.html, target.written()),
        }
    }

    /// The address that is written here. What is none is said; whether a page may show the
    /// picture at it is not for this room to say.
    pub(super) fn target(&mut self, written: &str, range: Range<usize>) -> Option<LinkTarget> {
        if !self.rules.extensions {
            return Some(LinkTarget::unread(written, range.into()));
        }
        let parsed = LinkTarget::parse(written, range.clone().into());
        let text = self.reading.text;
        let told = |fault: NoAddress| fault.diagnose_at(range.clone().into(), written, text);
        parsed.map_err(|fault| tell(range.clone(), told(fault), self.reading)).ok()
    }

    pub(super) fn start_image(&mut self, address: &str, title: CowStr<'_>, at: At) {
        let title = self.without_unseen(title, &at.range);
        let range = self.place_of_address(address, &at);
        self.image = Some(OpenImage {
            range: at.range.clone(),
            target: self.target(address, range),
            title: Some(title.into_string()).filter(|title| !title.is_empty()),
            depth: self.depth,
            alt: String::new(),
        });
    }

    /// The end of an element while a picture's text is read: of the picture, or of one in its text.
    pub(super) fn end_in_image(&mut self, depth: usize) {
        let Some(OpenImage { target, title, alt, range, .. }) =
            self.image.take_if(|image| image.depth == depth)
        else {
            return;
        };
        self.prose.code(&alt);
        let target = match target {
            Some(target) if self.rules.extensions && is_no_picture(&target) => {
                return self.link_for_picture(target, &alt, &range);
            }
            target => target,
        };
        if let Some(target) = target.as_ref().filter(|_| alt.trim().is_empty()) {
            self.tell_no_text(target);
        }
        match target {
            Some(target) => self.frame.fragment.symbol(Symbol::Image(Image { target, alt, title })),
            None => self.frame.fragment.text(&alt),
        }
    }

    /// What was written as a picture and can be none becomes a link.
    fn link_for_picture(&mut self, target: LinkTarget, alt: &str, range: &Range<usize>) {
        let written = target.written().to_owned();
        let words = if alt.trim().is_empty() { &written } else { alt };
        let message = say!(
            "`{written}` không phải hình, nên hiện thành một liên kết",
            "`{written}` is no picture, so it is shown as a link"
        );
        let hint = say!(
            "bỏ dấu `!`: `[{words}]({written})`; nếu cần hình, lưu hình thành JPEG hay PNG",
            "take the `!` away: `[{words}]({written})`; if a picture is meant, save it as JPEG or PNG"
        );
        let is_mark = self.reading.text[range.clone()].starts_with("![") && !alt.trim().is_empty();
        let fix = is_mark.then(|| Fix::likely(range.start..range.start + 1, ""));
        let place = target.span.start as usize..target.span.end as usize;
        self.tell_mended(place, (message, hint), fix);
        if self.links > 0 {
            return self.frame.fragment.text(words);
        }
        self.frame.fragment.push("<a href=\"");
        self.href_of(target);
        self.frame.fragment.push("\">");
        self.frame.fragment.text(words);
        self.frame.fragment.push("</a>");
    }

    /// A picture whose text was forgotten; one that only adorns says so (WCAG 2.2, 1.1.1).
    pub(super) fn tell_no_text(&mut self, target: &LinkTarget) {
        if !self.rules.extensions {
            return;
        }
        let written = target.written();
        let message = say!(
            "hình `{written}` chưa có lời mô tả cho người khiếm thị",
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

/// Whether a file or a page is none that a page could show as a picture, by its name.
fn is_no_picture(target: &LinkTarget) -> bool {
    let name = target.path().rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let host = target.written().split("://").nth(1).unwrap_or_default();
    let is_player =
        || PLAYERS.iter().any(|player| host.trim_start_matches("www.").starts_with(player));
    match target.leads() {
        Leads::Inside | Leads::Web if is_player() => true,
        Leads::Inside | Leads::Web => {
            name.rsplit_once('.').is_some_and(|(_, ending)| NO_PICTURES.contains(&ending))
        }
        Leads::Program => true,
    }
}

/// Appends ` href="…"` to a fragment that holds a raw tag.
pub(super) fn plain_attribute(fragment: &mut Fragment, name: &str, value: &str) {
    fragment.push(&format!(" {name}=\""));
    escape(&mut fragment.html, value);
    fragment.push("\"");
}
