//! What those who want to come to an event must know: the way, where to register, what it
//! costs, what to bring.

use crate::content::phone::{self, Part};
use crate::content::{Leads, LinkTarget};
use crate::diagnostics::{Code, say};
use crate::locale::fold;
use crate::yaml::{Fields, Marked, Reading};

/// What those who want to come must know.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Visit {
    /// A map that shows the way.
    pub map: Option<LinkTarget>,
    /// Where one registers.
    pub register: Option<Register>,
    /// What is there for people with disabilities.
    pub access: Option<String>,
    /// What it costs to take part.
    pub cost: Option<String>,
    /// What to bring.
    pub bring: Option<String>,
    /// What they may come to if it does not take place.
    pub instead: Option<Instead>,
}

/// Where one registers: on the web, by mail or by telephone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Register {
    /// As people read it.
    pub text: String,
    /// Its address.
    pub target: LinkTarget,
}

/// What takes the place of an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Instead {
    /// Another event of the schedule, by its id.
    Event(Marked<String>),
    /// A page.
    Page(LinkTarget),
}

impl Visit {
    /// Reads the keys of an event.
    pub(super) fn of(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Visit {
        let named = ["map", "register", "instead"].map(|key| fields.marked_text(key, reading));
        let texts = ["access", "cost", "bring"].map(|key| fields.text(key, reading));
        Visit::told(named, texts, reading)
    }

    /// What is written of a map, of where one registers and of what stands instead, and in
    /// words.
    pub(super) fn told(
        [map, register, instead]: [Option<Marked<String>>; 3],
        [access, cost, bring]: [Option<String>; 3],
        reading: &mut Reading<'_>,
    ) -> Visit {
        Visit {
            map: map.and_then(|written| self::map(written, reading)),
            register: register.and_then(|written| Register::read(written, reading)),
            access,
            cost,
            bring,
            instead: instead.and_then(|written| Instead::read(written, reading)),
        }
    }

    /// Whether it says that all may come for nothing.
    pub fn is_free(&self) -> bool {
        const FREE: [&str; 6] =
            ["mien phi", "khong mat phi", "khong thu phi", "free", "free of charge", "free entry"];
        let cost = self.cost.as_deref().map(fold);
        let cost = cost.as_deref().map(|cost| cost.trim().trim_end_matches(['.', '!']));
        cost.is_some_and(|cost| FREE.contains(&cost))
    }

    /// All of it, as text that is equal where it is.
    pub(super) fn published(&self) -> Vec<&str> {
        let texts = [&self.access, &self.cost, &self.bring].map(|text| text.as_deref());
        let register = self.register.as_ref().map(|own| own.target.written());
        let instead = self.instead.as_ref().map(Instead::written);
        let links = [self.map.as_ref().map(LinkTarget::written), register, instead];
        let all = links.into_iter().chain(texts);
        all.map(Option::unwrap_or_default).collect()
    }
}

/// The address of a map, which is on the web.
pub(in crate::content) fn map(
    written: Marked<String>,
    reading: &mut Reading<'_>,
) -> Option<LinkTarget> {
    let Marked { value, span } = written.clone();
    let target = LinkTarget::read_outside(written, reading)?;
    if target.leads() == Leads::Web {
        return Some(target);
    }
    let message =
        say!("`{value}` không phải địa chỉ của một bản đồ", "`{value}` is no address of a map");
    let hint = say!(
        "mở bản đồ trên mạng, bấm Chia sẻ rồi chép địa chỉ bắt đầu bằng `https://`",
        "open a map on the web, press Share and copy the address that begins with `https://`"
    );
    reading.error(span, Code::BadValue, message, hint);
    None
}

impl Register {
    /// As it can be typed and read again.
    pub fn in_full(&self) -> &str {
        match self.target.leads() {
            Leads::Web => self.target.written(),
            Leads::Inside | Leads::Program => &self.text,
        }
    }

    /// Reads an address on the web, a mailbox or a telephone number.
    fn read(written: Marked<String>, reading: &mut Reading<'_>) -> Option<Register> {
        let own = written.value.trim();
        let has_scheme =
            own.contains("://") || own.starts_with("mailto:") || own.starts_with("tel:");
        let is_mailbox = own.split_once('@').is_some_and(|(name, _)| !name.is_empty())
            && !own.contains(|sign: char| sign.is_whitespace() || sign == '/');
        let address = match phone::read(own).as_deref() {
            _ if has_scheme => Some(own.to_owned()),
            _ if is_mailbox => Some(format!("mailto:{own}")),
            Ok([Part::Number(_, phone)]) => Some(phone.link()),
            Ok(_) | Err(_) => None,
        };
        let span = written.span;
        let Some(value) = address else {
            let message = say!(
                "`{own}` không phải địa chỉ trang web, hộp thư hay một số điện thoại để đăng ký",
                "`{own}` is no address on the web, no mailbox and no telephone number to register with"
            );
            let hint = say!(
                "viết một nơi đăng ký: `https://…`, `vanphong@donvi.vn` hoặc `0255 3712 135`",
                "write one way to register: `https://…`, `office@site.example` or `0255 3712 135`"
            );
            reading.error(span, Code::BadValue, message, hint);
            return None;
        };
        let target = LinkTarget::read_outside(Marked { value, span }, reading)?;
        let text = ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .find_map(|scheme| own.strip_prefix(scheme))
            .unwrap_or(own);
        Some(Register { text: text.trim_end_matches('/').to_owned(), target })
    }
}

impl Instead {
    /// As it is written.
    fn written(&self) -> &str {
        match self {
            Instead::Event(id) => &id.value,
            Instead::Page(target) => target.written(),
        }
    }

    /// Reads the id of an event or the address of a page.
    fn read(written: Marked<String>, reading: &mut Reading<'_>) -> Option<Instead> {
        if written.value.contains(['/', ':', '#']) || written.value.ends_with(".md") {
            return LinkTarget::read(written, reading).map(Instead::Page);
        }
        Some(Instead::Event(written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Span;
    use crate::sources::SourcePath;

    fn register(written: &str) -> Result<(String, String), String> {
        let path = SourcePath::new("content/a.md");
        let mut reading = Reading::new(&path, "");
        let value = written.to_owned();
        let read = Register::read(Marked { value, span: Span::default() }, &mut reading);
        match read {
            Some(own) => Ok((own.text, own.target.written().to_owned())),
            None => Err(reading.diagnostics.iter().map(|told| told.message.en.clone()).collect()),
        }
    }

    #[test]
    fn one_registers_on_the_web_by_mail_or_by_telephone() {
        let read = |written| register(written).unwrap();
        let both = |text: &str, address: &str| (text.to_owned(), address.to_owned());
        assert_eq!(read("https://a.vn/dk/"), both("a.vn/dk", "https://a.vn/dk/"));
        assert_eq!(read("so@donvi.vn"), both("so@donvi.vn", "mailto:so@donvi.vn"));
        assert_eq!(read("0255 3712 135"), both("0255 3712 135", "tel:02553712135"));
        assert_eq!(read("tel:111"), both("111", "tel:111"));
        for bad in ["a.vn/dk", "tại phòng 3", "0255 3712 135, 0255 3712 136", "@/a.md", ""] {
            assert!(register(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_costs_nothing_says_so_and_nothing_else() {
        let free = |cost: &str| Visit { cost: Some(cost.to_owned()), ..Visit::default() }.is_free();
        assert!(free("Miễn phí") && free("Free of charge.") && free("KHÔNG MẤT PHÍ"));
        assert!(!free("Miễn phí cho trẻ em") && !free("20.000 đồng") && !free(""));
    }
}
