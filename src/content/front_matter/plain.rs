//! Texts of the front matter that are shown as they are, and in which Markdown or HTML was written.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use crate::content::blocks::TEXTS;
use crate::content::editorial::each_text;
use crate::diagnostics::{Code, Diagnostic, Fix, Span, say};
use crate::html::{Token, Tokens};
use crate::yaml::{Node, Reading, scalar};

/// Signs without which a text has no marks.
const SIGNS: &[char] = &['*', '_', '`', '[', '<', '&', '~', '#'];

/// Tags that people write in titles. Other words between `<` and `>` may be names.
const TAGS: &[&str] = &[
    "a", "b", "big", "br", "center", "code", "del", "div", "em", "font", "h1", "h2", "h3", "h4",
    "hr", "i", "img", "ins", "li", "mark", "p", "q", "s", "small", "span", "strong", "sub", "sup",
    "u", "ul",
];

/// What stands in front of a text, so that only marks within lines are looked for.
const BEFORE: &str = "x ";

/// What was found in a text.
struct Found {
    /// The first mark.
    first: Range<usize>,
    /// The text without any.
    plain: String,
    /// Whether nothing is lost with them.
    is_sure: bool,
}

/// Says which texts have marks that readers would see.
pub(in crate::content) fn check(node: &Node, reading: &mut Reading<'_>) {
    let mut told: Vec<(String, Span, String, Found)> = Vec::new();
    each_text(node, &mut |key, text, span| {
        // What is to be done is read as Markdown.
        let is_plain = TEXTS.contains(&key) && key != "body" && span.cell().is_none();
        if is_plain && let Some(found) = marks(text) {
            told.push((key.to_owned(), span, text.to_owned(), found));
        }
    });
    for (key, span, text, found) in told {
        tell((&key, span, &text), found, reading);
    }
}

fn tell((key, span, text): (&str, Span, &str), found: Found, reading: &mut Reading<'_>) {
    let (begin, end) = (span.start as usize, span.end as usize);
    let written = reading.text.get(begin..end).unwrap_or_default();
    let mark = &text[found.first];
    let place = written.find(mark).map(|at| begin + at..begin + at + mark.len());
    let message = say!(
        "`{mark}` hiện nguyên ra trang: `{key}` là chữ thường, không có Markdown hay HTML",
        "`{mark}` is shown as it is: `{key}` is plain text, without Markdown or HTML"
    );
    let fault = Diagnostic::warning(Code::OtherThanMeant, message);
    let is_line = !text.contains('\n') && !written.contains('\n') && !found.plain.is_empty();
    let fault = match is_line {
        true => {
            let line = scalar(&found.plain);
            let fix = Fix { is_sure: found.is_sure, ..Fix::likely(begin..end, &*line) };
            fault.hint(say!("viết `{line}`", "write `{line}`")).fix(fix)
        }
        false => fault.hint(say!(
            "xoá các dấu này; chữ đậm và liên kết thì viết trong nội dung của trang",
            "delete such marks; bold text and links belong into the text of the page"
        )),
    };
    reading.tell(place.map_or(span, Span::from), fault);
}

/// The marks of a text, if it has any.
fn marks(text: &str) -> Option<Found> {
    if !text.contains(SIGNS) {
        return None;
    }
    let signs = text.bytes().take_while(|byte| *byte == b'#').count();
    let is_heading = (1..=6).contains(&signs) && text[signs..].starts_with(' ');
    let head = if is_heading { signs } else { 0 };
    let mut found = Found { first: 0..head, plain: String::new(), is_sure: true };
    let line = format!("{BEFORE}{}", text.replace('\n', " "));
    for (event, range) in Parser::new_ext(&line, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        let source = &line[range.clone()];
        found.is_sure &= !matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. }));
        let is_mark = if let Event::Start(tag) = &event {
            is_shown(tag, &line, &range)
        } else if let Event::InlineHtml(html) = &event {
            is_tag(html)
        } else if let Event::Text(read) = &event {
            source.starts_with('&') && **read != *source
        } else {
            matches!(event, Event::Code(_))
        };
        if is_mark && found.first.is_empty() {
            found.first = range.start - BEFORE.len()..range.end - BEFORE.len();
        }
        if let Event::Text(read) | Event::Code(read) = &event {
            found.plain.push_str(read);
        } else if let Event::InlineHtml(html) = &event {
            let is_break = html.starts_with("<br");
            found.plain.push_str(if !is_tag(html) {
                html
            } else if is_break {
                " "
            } else {
                ""
            });
        }
    }
    let plain = found.plain.get(BEFORE.len() + head..).unwrap_or_default();
    found.plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!found.first.is_empty()).then_some(found)
}

/// Whether what begins here are marks that readers would see.
fn is_shown(tag: &Tag<'_>, line: &str, range: &Range<usize>) -> bool {
    let is_written =
        |kind: &LinkType| matches!(kind, LinkType::Inline | LinkType::Autolink | LinkType::Email);
    if let Tag::Link { link_type, .. } | Tag::Image { link_type, .. } = tag {
        return is_written(link_type);
    }
    matches!(tag, Tag::Strong)
        || (matches!(tag, Tag::Emphasis) && is_apart(line, range))
        || (matches!(tag, Tag::Strikethrough) && line[range.clone()].starts_with("~~"))
}

/// Whether a stretch stands apart from words: signs between numbers are no marks.
fn is_apart(line: &str, range: &Range<usize>) -> bool {
    let is_words = line[range.clone()].contains(char::is_alphabetic);
    is_words
        && !line[..range.start].ends_with(char::is_alphanumeric)
        && !line[range.end..].starts_with(char::is_alphanumeric)
}

fn is_tag(html: &str) -> bool {
    let mut tokens = Tokens::of_stretch(html).placed();
    tokens.any(|(token, _)| match token {
        Token::Open(tag) | Token::Close(tag) => {
            TAGS.contains(&tag.name.to_ascii_lowercase().as_str())
        }
        Token::Comment { .. } => true,
        Token::Text(_) | Token::Declaration(_) | Token::Unfinished(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_and_taken_away() {
        for (text, first, plain) in [
            ("Kế hoạch **số 72**", "**số 72**", "Kế hoạch số 72"),
            ("*Kế hoạch* năm", "*Kế hoạch*", "Kế hoạch năm"),
            ("Kế hoạch<br>năm <b>2026</b>", "<br>", "Kế hoạch năm 2026"),
            ("Kế hoạch&nbsp;năm &amp; tháng", "&nbsp;", "Kế hoạch năm & tháng"),
            ("[Kế hoạch](https://a.vn) năm", "[Kế hoạch](https://a.vn)", "Kế hoạch năm"),
            ("`Kế hoạch` năm", "`Kế hoạch`", "Kế hoạch năm"),
            ("## Kế hoạch năm", "##", "Kế hoạch năm"),
            ("~~Kế hoạch~~ năm", "~~Kế hoạch~~", "Kế hoạch năm"),
            ("Tin <!-- ẩn --> năm", "<!-- ẩn -->", "Tin năm"),
        ] {
            let found = marks(text).unwrap();
            assert_eq!((&text[found.first], found.plain.as_str()), (first, plain), "{text}");
        }
    }

    #[test]
    fn texts_that_only_look_so_have_none() {
        for text in [
            "Kế hoạch số 72/KH-UBND",
            "5*3*2 và 5 * 3 * 2",
            "Giải A* và giải B*",
            "Chuyên mục <Quê hương>, <Tin nhanh>",
            "Dưới < 30 và > 20",
            "AT&T, R&D; Q&A",
            "Tệp ten_cua_toi_2026",
            "#1 của xã, số #2",
            "[Khẩn] Họp dân",
            "[Thông báo][mới]",
            "1. Họp dân",
            "- Họp dân",
            "> 60 tuổi",
            "Giá ~5 đến ~6 triệu",
            "vp@a.gov.vn, https://a.vn/x_y_z",
        ] {
            assert!(marks(text).is_none(), "{text}");
        }
    }
}
