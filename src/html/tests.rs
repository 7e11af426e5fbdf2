//! Any text comes back whole, and tags are those that html5ever's tokenizer sees.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    TagKind, Token as Theirs, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use proptest::prelude::*;

use super::*;

/// Name, whether it closes, and each attribute with its value.
type Seen = (String, bool, Vec<(String, String)>);

#[derive(Default)]
struct Sink {
    tags: RefCell<Vec<Seen>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Theirs, _: u64) -> TokenSinkResult<()> {
        if let Theirs::TagToken(tag) = token {
            let closes = tag.kind == TagKind::EndTag;
            let attributes =
                tag.attrs.iter().map(|own| (own.name.local.to_string(), own.value.to_string()));
            self.tags.borrow_mut().push((tag.name.to_string(), closes, attributes.collect()));
        }
        TokenSinkResult::Continue
    }
}

fn theirs(html: &str) -> Vec<Seen> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.tags.take()
}

fn ours(html: &str) -> Vec<Seen> {
    let seen = |tag: Tag<'_>, closes| {
        let mut attributes: Vec<(String, String)> = Vec::new();
        for own in tag.attributes() {
            let name = own.name.to_ascii_lowercase();
            // Of two of one name the first counts.
            if !attributes.iter().any(|(known, _)| *known == name) {
                attributes.push((name, own.value.to_owned()));
            }
        }
        (tag.name.to_ascii_lowercase(), closes, attributes)
    };
    let tags = Tokens::of_stretch(html).filter_map(|token| match token {
        Token::Open(tag) => Some(seen(tag, false)),
        Token::Close(tag) => Some(seen(tag, true)),
        Token::Text(_) | Token::Comment { .. } | Token::Declaration(_) | Token::Unfinished(_) => {
            None
        }
    });
    tags.collect()
}

/// What HTML is made of, broken anywhere.
fn pieces() -> impl Strategy<Value = String> {
    let words = [
        "<b",
        "</b",
        "<A",
        "</script",
        "<script",
        "<title",
        "</TITLE",
        " href",
        "x",
        "é",
        "=",
        "\"",
        "'",
        ">",
        "/",
        " ",
        "\n",
        "<!--",
        "-->",
        "<!DOCTYPE html",
        "<?",
        "\u{a0}",
    ];
    let words = proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..24);
    words.prop_map(|words| words.concat())
}

fn whole(tokens: Tokens<'_>) -> String {
    tokens.map(|token| token.whole()).collect()
}

proptest! {
    #[test]
    fn tokens_put_together_are_the_text(text in any::<String>(), html in pieces()) {
        for text in [text, html] {
            prop_assert_eq!(&whole(Tokens::of_page(&text)), &text);
            prop_assert_eq!(&whole(Tokens::of_stretch(&text)), &text);
            for (token, range) in Tokens::of_page(&text).placed() {
                prop_assert_eq!(token.whole(), &text[range]);
                prop_assert!(!token.whole().is_empty());
            }
        }
    }

    #[test]
    fn attributes_put_together_are_the_tag(html in pieces()) {
        for tag in Tokens::of_stretch(&html).filter_map(Token::open) {
            let inner: String = tag.attributes().map(|own| own.whole).collect();
            let head = format!("<{}{inner}", tag.name);
            let end = tag.whole.strip_prefix(&head);
            let is_end = |end: &str| end.ends_with('>') && !end.contains(char::is_alphanumeric);
            prop_assert!(end.is_some_and(is_end), "{tag:?}");
            for own in tag.attributes() {
                let at = &tag.whole[own.place.clone()];
                prop_assert!(at == own.value || own.value.is_empty() && at == own.name);
            }
        }
    }

    #[test]
    fn tags_are_those_of_a_browser(html in pieces()) {
        prop_assert_eq!(ours(&html), theirs(&html));
    }
}

fn tags(page: &str) -> Vec<&str> {
    let is_tag = |token: &Token<'_>| matches!(token, Token::Open(_) | Token::Close(_));
    Tokens::of_page(page).filter(is_tag).map(|token| token.whole()).collect()
}

#[test]
fn a_sign_in_quotation_marks_ends_no_tag() {
    assert_eq!(tags("a <b title='>'>c</b>"), ["<b title='>'>", "</b>"]);
    assert_eq!(tags("a <b title=it's>c</b>"), ["<b title=it's>", "</b>"]);
}

#[test]
fn comments_and_scripts_hold_no_tags() {
    assert_eq!(tags("<!-- <a> --><script>'<b>'</script><i>"), ["<script>", "</script>", "<i>"]);
    assert_eq!(tags("<title></scripts><b></TITLE ><i>"), ["<title>", "</TITLE >", "<i>"]);
}

#[test]
fn attributes_are_read_however_they_are_written() {
    let tag = Tokens::of_page("<a href=\"x&amp;y\"  id='b' hidden c = d/ />").find_map(Token::open);
    let tag = tag.unwrap();
    let read: Vec<_> = tag.attributes().map(|own| (own.name, own.value)).collect();
    assert_eq!(read, [("href", "x&amp;y"), ("id", "b"), ("hidden", ""), ("c", "d/")]);
    let whole: String = tag.attributes().map(|own| own.whole).collect();
    assert_eq!(whole, " href=\"x&amp;y\"  id='b' hidden c = d/");
    assert!(tag.is_closed);
}

#[test]
fn the_inside_of_an_element_is_all_between_its_tags() {
    let html = "<body><main id=a><p>b</p></main></body>";
    assert_eq!(inside(html, "main").map(|range| &html[range]), Some("<p>b</p>"));
    assert_eq!(inside(html, "aside"), None);
    assert_eq!(inside("</main><main>", "main"), None);
}

#[test]
fn escaped_letters_are_read_once() {
    assert_eq!(unescape("a&amp;lt;b&quot;"), "a&lt;b\"");
}
