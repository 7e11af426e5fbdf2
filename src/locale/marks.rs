//! Words that a page borrows from another language, marked until the page is done.
//!
//! A template puts a borrowed word wherever it likes: into a heading, an attribute, a title.
//! Only where a text can have a language of its own (WCAG 2.2, 3.1.2) does HTML have a place
//! for it. So what is borrowed is marked where it is handed out, and [`settle`] turns each
//! mark into an element with its `lang`, or takes it away, once the page is whole.
//!
//! The marks are the interlinear annotation characters of Unicode, which are for the inner
//! use of programs and stand in no text that is interchanged (The Unicode Standard, 23.8).

use std::collections::BTreeMap;

use crate::html::{Token, Tokens};
use crate::locale::Language;

const OPEN: char = '\u{fff9}';
const NAMED: char = '\u{fffa}';
const CLOSE: char = '\u{fffb}';

/// Elements whose text can hold no element: nothing in them can be marked.
const PLAIN: [&str; 5] = ["title", "script", "style", "textarea", "option"];

/// A text in a language, marked if it is not the one that the page is in. A text without
/// letters is in no language.
pub fn mark(text: String, language: &Language, page: &Language) -> String {
    if language == page || !text.contains(char::is_alphabetic) {
        return text;
    }
    format!("{OPEN}{language}{NAMED}{text}{CLOSE}")
}

/// Whether there is anything to settle.
pub fn are_in(html: &str) -> bool {
    // All three begin with this byte in UTF-8, with which hardly any letter of a page does.
    html.as_bytes().contains(&0xef)
        && [OPEN, NAMED, CLOSE].into_iter().any(|mark| html.contains(mark))
}

/// A page with its marks settled. `directions` has each language of the site and which way
/// it is written; `page` is the way of the page.
pub fn settle(html: &str, directions: &BTreeMap<Language, String>, page: &str) -> String {
    let page = Page { directions, direction: page };
    let mut settled = String::with_capacity(html.len());
    let mut plain: Option<&str> = None;
    for token in Tokens::of_page(html) {
        match token {
            Token::Text(text) if plain.is_none() => page.text(text, &mut settled),
            Token::Open(tag) if plain.is_none() => {
                page.bare(tag.whole, &mut settled);
                plain = PLAIN.into_iter().find(|name| tag.is(name));
            }
            Token::Close(tag) => {
                page.bare(tag.whole, &mut settled);
                plain = plain.filter(|name| !tag.is(name));
            }
            Token::Open(_) | Token::Text(_) | Token::Comment { .. } => {
                page.bare(token.whole(), &mut settled);
            }
            Token::Declaration(_) | Token::Unfinished(_) => page.bare(token.whole(), &mut settled),
        }
    }
    settled
}

/// What is known of the page while its marks are settled.
struct Page<'s> {
    directions: &'s BTreeMap<Language, String>,
    direction: &'s str,
}

/// A part of a text between two tags.
enum Part<'s> {
    Text(&'s str),
    /// The head of a mark, and whether the mark is closed.
    Open(&'s Language, bool),
    /// The end of a mark that was opened.
    Close,
}

impl<'s> Page<'s> {
    /// A text with its marks as elements. A mark that is not closed in it is none.
    fn text(&self, text: &'s str, settled: &mut String) {
        // Each open mark with whether it has become an element.
        let mut around: Vec<(&Language, bool)> = Vec::new();
        for part in self.parts(text) {
            match part {
                Part::Text(text) => settled.push_str(text),
                Part::Open(language, true) => {
                    let outer = around.last().map(|(outer, _)| *outer);
                    let is_new = outer != Some(language);
                    if is_new {
                        self.open(language, outer, settled);
                    }
                    around.push((language, is_new));
                }
                Part::Open(_, false) => {}
                Part::Close => {
                    if around.pop().is_some_and(|(_, is_element)| is_element) {
                        settled.push_str("</span>");
                    }
                }
            }
        }
    }

    fn open(&self, language: &Language, outer: Option<&Language>, settled: &mut String) {
        let way = |language| self.directions.get(language).map_or(self.direction, String::as_str);
        settled.push_str(&format!("<span lang=\"{language}\""));
        if way(language) != outer.map_or(self.direction, way) {
            settled.push_str(&format!(" dir=\"{}\"", way(language)));
        }
        settled.push('>');
    }

    fn parts(&self, text: &'s str) -> Vec<Part<'s>> {
        let (mut parts, mut open): (Vec<Part<'_>>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut rest = text;
        while let Some(at) = rest.find([OPEN, NAMED, CLOSE]) {
            parts.push(Part::Text(&rest[..at]));
            let mut letters = rest[at..].chars();
            let mark = letters.next();
            rest = letters.as_str();
            if let Some((language, behind)) = self.head(rest).filter(|_| mark == Some(OPEN)) {
                open.push(parts.len());
                parts.push(Part::Open(language, false));
                rest = behind;
            } else if let Some(start) = open.pop_if(|_| mark == Some(CLOSE)) {
                if let Part::Open(_, is_closed) = &mut parts[start] {
                    *is_closed = true;
                }
                parts.push(Part::Close);
            }
        }
        parts.push(Part::Text(rest));
        parts
    }

    /// The language that the head of a mark names, if it is one of the site's, and the text
    /// behind the head.
    fn head<'t>(&self, rest: &'t str) -> Option<(&'s Language, &'t str)> {
        let named = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
        let (code, behind) = rest.split_at(rest.find(named)?);
        let behind = behind.strip_prefix(NAMED)?;
        Some((self.directions.get_key_value(code)?.0, behind))
    }

    /// A text or a tag without its marks.
    fn bare(&self, text: &'s str, settled: &mut String) {
        for part in self.parts(text) {
            match part {
                Part::Text(text) => settled.push_str(text),
                Part::Open(_, _) | Part::Close => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(html: &str) -> String {
        let ways = [("vi", "ltr"), ("ar", "rtl"), ("hre", "ltr")];
        let ways = ways.map(|(code, way)| (Language::new(code), way.to_owned()));
        settle(html, &ways.into(), "ltr")
    }

    fn borrowed(text: &str, code: &str) -> String {
        mark(text.to_owned(), &Language::new(code), &Language::new("hre"))
    }

    #[test]
    fn a_borrowed_word_says_its_language() {
        let html = format!("<p>{} Kayong</p>", borrowed("Đăng ngày:", "vi"));
        assert_eq!(settled(&html), "<p><span lang=\"vi\">Đăng ngày:</span> Kayong</p>");
        let html = format!("<p>{}</p>", borrowed("صفحة", "ar"));
        assert_eq!(settled(&html), "<p><span lang=\"ar\" dir=\"rtl\">صفحة</span></p>");
    }

    #[test]
    fn what_is_in_the_page_s_own_language_or_in_none_is_not_marked() {
        assert_eq!(borrowed("Kayong", "hre"), "Kayong");
        assert_eq!(borrowed("15/11/2024", "vi"), "15/11/2024");
    }

    #[test]
    fn where_no_element_can_stand_the_mark_goes() {
        let word = borrowed("Trang chủ", "vi");
        for (open, close) in
            [("<title>", "</title>"), ("<a title=\"", "\">"), ("<script>", "</script>")]
        {
            assert_eq!(settled(&format!("{open}{word}{close}")), format!("{open}Trang chủ{close}"));
        }
        let after = format!("<title>{word}</title><p>{word}</p>");
        assert!(settled(&after).ends_with("<p><span lang=\"vi\">Trang chủ</span></p>"));
        let quoted = format!("<a title=\"a > {word}\">b</a>");
        assert_eq!(settled(&quoted), "<a title=\"a > Trang chủ\">b</a>");
    }

    #[test]
    fn a_word_within_a_word_keeps_its_place() {
        let same = borrowed("thứ Hai", "vi");
        let outer = borrowed(&format!("vào {same}"), "vi");
        assert_eq!(settled(&outer), "<span lang=\"vi\">vào thứ Hai</span>");
        let (hre, vi) = (Language::new("hre"), Language::new("vi"));
        let own = mark("Kayong".to_owned(), &hre, &vi);
        let outer = borrowed(&format!("Việc: {own}"), "vi");
        assert_eq!(
            settled(&outer),
            "<span lang=\"vi\">Việc: <span lang=\"hre\">Kayong</span></span>"
        );
    }

    #[test]
    fn what_is_opened_without_an_end_takes_nothing_with_it() {
        let word = borrowed("Trang chủ", "vi");
        let lone = "\u{fff9}vi\u{fffa}";
        assert_eq!(
            settled(&format!("<p>{lone}a <b>{word}</b>{lone}</p>{word}")),
            "<p>a <b><span lang=\"vi\">Trang chủ</span></b></p><span lang=\"vi\">Trang chủ</span>"
        );
        // A letter for each mark and no end to any of them is still read once.
        let many = lone.repeat(200_000);
        assert_eq!(settled(&many), "");
    }

    #[test]
    fn a_text_cannot_forge_a_mark() {
        for forged in [
            "<p>\u{fff9}vi\u{fffa}<b>a\u{fffb}</b></p>",
            "<p>\u{fff9}x\" onclick=\"y\u{fffa}a\u{fffb}</p>",
            "<p>\u{fffb}\u{fff9}\u{fffa}</p>",
            "<p>\u{fff9}vi\u{fffa}a</p>",
            "<p>\u{fff9}zz\u{fffa}a\u{fffb}</p>",
            "<p title='\u{fff9}vi\u{fffa}>",
        ] {
            let html = settled(forged);
            assert!(!html.contains("<span"), "{html}");
            assert!(!html.contains([OPEN, NAMED, CLOSE]), "{html}");
            assert_eq!(html.matches('<').count(), forged.matches('<').count());
        }
    }
}
