//! Telephone numbers on pages that are written from right to left.
//!
//! In: a finished page. Out: the same page, each number in an element of its own that runs
//! from left to right. Without it browsers put the groups of `+84 255 3712 135` in the order
//! of the text around them, and the number that is read is another one (UAX #9, W2 and N1).

use crate::content::phone::{self, Part};
use crate::html::{Tag, Token, Tokens};

/// Elements whose text can hold no element, or shows none.
const PLAIN: [&str; 6] = ["script", "style", "textarea", "title", "option", "text"];

/// Elements that have no end.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// An element that is open.
struct Open<'h> {
    name: &'h str,
    /// Whether the text in it runs from right to left and may hold elements.
    is_rtl: bool,
}

/// The page with its telephone numbers apart.
pub(in crate::outputs) fn with_numbers_apart(page: Vec<u8>) -> Vec<u8> {
    let Ok(html) = str::from_utf8(&page) else { return page };
    if !html.contains("rtl") {
        return page;
    }
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut out = String::with_capacity(html.len() + 256);
    for token in Tokens::of_page(html) {
        let is_rtl = open.last().is_some_and(|own| own.is_rtl);
        match token {
            Token::Close(tag) => {
                if let Some(at) = open.iter().rposition(|own| tag.is(own.name)) {
                    open.truncate(at);
                }
            }
            Token::Open(tag) if !VOID.iter().any(|name| tag.is(name)) => {
                open.push(Open { name: tag.name, is_rtl: runs_rtl(&tag, is_rtl) });
            }
            Token::Text(text) if is_rtl => {
                for part in phone::find(text) {
                    match part {
                        Part::Text(own) => out.push_str(own),
                        Part::Number(own, _) => {
                            out.push_str("<bdi dir=\"ltr\">");
                            out.push_str(own);
                            out.push_str("</bdi>");
                        }
                    }
                }
                continue;
            }
            Token::Open(_) | Token::Text(_) | Token::Comment { .. } => {}
            Token::Declaration(_) | Token::Unfinished(_) => {}
        }
        out.push_str(token.whole());
    }
    out.into_bytes()
}

/// Whether the text in an element runs from right to left and may hold elements.
fn runs_rtl(tag: &Tag<'_>, around: bool) -> bool {
    if tag.is("bdi") || PLAIN.iter().any(|name| tag.is(name)) {
        return false;
    }
    tag.attribute("dir").map_or(around, |dir| dir.eq_ignore_ascii_case("rtl"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(html: &str) -> String {
        String::from_utf8(with_numbers_apart(html.as_bytes().to_vec())).unwrap()
    }

    #[test]
    fn a_number_stands_apart_in_text_from_right_to_left_only() {
        let number = "+84 255 3712 135";
        let own = format!("<bdi dir=\"ltr\">{number}</bdi>");
        for (before, after) in [
            (r#"<html dir="rtl"><p>اتصل "#, "</p></html>"),
            (r#"<html dir="ltr"><p lang="ar" dir="rtl">"#, "</p></html>"),
            (r#"<html dir="rtl"><a href="tel:+842553712135">"#, "</a>"),
            (r#"<html dir="rtl"><p dir="ltr">x</p><br>("#, ")"),
        ] {
            let html = format!("{before}{number}{after}");
            assert_eq!(apart(&html), format!("{before}{own}{after}"));
        }
        for html in [
            format!(r#"<html dir="ltr"><p>{number}</p> rtl"#),
            format!(r#"<html dir="rtl"><title>{number}</title>"#),
            format!(r#"<html dir="rtl"><script>"{number}"</script>"#),
            format!(r#"<html dir="rtl"><p><a dir="ltr" href="tel:1">{number}</a>"#),
            format!(r#"<html dir="rtl"><p><bdi>{number}</bdi>"#),
            format!(r#"<html dir="rtl"><img alt="{number}"><!-- {number} -->"#),
        ] {
            assert_eq!(apart(&html), html);
        }
    }
}
