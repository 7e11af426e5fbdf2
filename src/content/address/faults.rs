//! What to say of a text that is no address.

use crate::content::address::{NoAddress, SCHEMES, meant};
use crate::content::mailbox;
use crate::diagnostics::{Code, Diagnostic, Fix, Say, Severity, Span, say};

impl NoAddress {
    /// What to say of it, with the address that was meant, if one is plain, in place of the one
    /// that is written at this place of a text.
    pub(in crate::content) fn diagnose_at(
        &self,
        place: Span,
        written: &str,
        text: &str,
    ) -> Diagnostic {
        let told = self.diagnose();
        let is_of_web = match self {
            NoAddress::OnlyHere(_) | NoAddress::NoNumber(_) | NoAddress::NoMailbox(_) => false,
            NoAddress::Empty | NoAddress::NoScheme | NoAddress::NoHost(_) => true,
            NoAddress::NoName(_) | NoAddress::OnThisComputer | NoAddress::Unsafe(_) => true,
        };
        let whom = match self {
            NoAddress::NoMailbox(whom) => mailbox::addressees(whom).map(|own| (whom, own)),
            NoAddress::Empty | NoAddress::NoScheme | NoAddress::NoHost(_) => None,
            NoAddress::NoName(_) | NoAddress::OnThisComputer | NoAddress::Unsafe(_) => None,
            NoAddress::OnlyHere(_) | NoAddress::NoNumber(_) => None,
        };
        let meant = match whom {
            Some((whom, own)) => Some(written.replacen(whom.as_str(), &own, 1)),
            None => meant(written).filter(|_| is_of_web),
        };
        let Some(meant) = meant else { return told };
        let hint = say!("viết `{meant}`", "write `{meant}`");
        let stretch = place.start as usize..place.end as usize;
        let is_there = text.get(stretch.clone()) == Some(written);
        let fix = (is_there && place.cell().is_none()).then(|| Fix::sure(stretch, meant));
        Diagnostic { fix, ..told.hint(hint) }
    }

    /// What to say of it.
    pub fn diagnose(&self) -> Diagnostic {
        let (code, message, hint) = match self {
            NoAddress::Empty => (
                Code::BrokenLink,
                say!("liên kết này không có địa chỉ", "this link has no address"),
                say!(
                    "viết địa chỉ: `@/trang.md` hoặc `https://…`",
                    "write one: `@/page.md` or `https://…`"
                ),
            ),
            NoAddress::NoScheme => (
                Code::UnsafeLink,
                say!("địa chỉ này thiếu `https:`", "this address lacks its `https:`"),
                say!("viết đầy đủ: `https://…`", "write it in full: `https://…`"),
            ),
            NoAddress::NoHost(scheme) => (
                Code::UnsafeLink,
                say!(
                    "sau `{scheme}:` không có tên trang web nào",
                    "there is no name of a site behind `{scheme}:`"
                ),
                in_full(),
            ),
            NoAddress::NoName(host) => (
                Code::UnsafeLink,
                say!(
                    "`{host}` không phải tên của trang web nào",
                    "`{host}` is the name of no site"
                ),
                in_full(),
            ),
            NoAddress::OnlyHere(host) => return only_here(host),
            NoAddress::OnThisComputer => (
                Code::UnsafeLink,
                say!(
                    "địa chỉ này là một thư mục trên máy hay trong mạng nội bộ",
                    "this address is a folder on a computer or in an office network"
                ),
                on_this_computer(),
            ),
            NoAddress::NoNumber(unreadable) => {
                let severity = Severity::Error;
                return Diagnostic { severity, ..unreadable.diagnose() };
            }
            NoAddress::NoMailbox(rest) => return no_mailbox(rest),
            NoAddress::Unsafe(scheme) => (
                Code::UnsafeLink,
                say!(
                    "không được dùng liên kết kiểu `{scheme}:`",
                    "links of the kind `{scheme}:` are not allowed"
                ),
                hint_for(scheme),
            ),
        };
        Diagnostic::error(code, message).hint(hint)
    }
}

fn no_mailbox(rest: &str) -> Diagnostic {
    let message = say!("`{rest}` không phải một hộp thư", "`{rest}` is no mailbox");
    let hint = say!(
        "viết hộp thư như `mailto:vanphong@donvi.gov.vn`",
        "write a mailbox, like `mailto:office@site.example`"
    );
    Diagnostic::error(Code::UnsafeLink, message).hint(hint)
}

fn only_here(host: &str) -> Diagnostic {
    let message = say!(
        "`{host}` chỉ mở được trên máy của bạn",
        "`{host}` can be opened on your computer only"
    );
    let hint = say!(
        "trang của trang web này thì dẫn đến tệp của nó, như `@/tin/bai.md`; trang khác thì viết địa chỉ thật",
        "link to a page of this site by its file, like `@/news/page.md`; of another site write the real address"
    );
    Diagnostic::error(Code::UnsafeLink, message).hint(hint)
}

pub(super) fn in_full() -> Say {
    say!(
        "viết đầy đủ như `https://example.gov.vn/trang`",
        "write it in full, like `https://example.gov.vn/page`"
    )
}

fn hint_for(scheme: &str) -> Say {
    match scheme {
        "file" => on_this_computer(),
        drive if drive.len() == 1 => on_this_computer(),
        "data" | "blob" => say!(
            "lưu hình hay tệp vào thư mục của trang rồi viết tên tệp",
            "save the picture or file in the page's folder and write its name"
        ),
        "javascript" | "vbscript" => say!(
            "trang web không chạy mã trong liên kết; dùng địa chỉ `https://…` hoặc `@/trang.md`",
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
