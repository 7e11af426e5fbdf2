//! The text of a body, for who looks for words in it.
//!
//! In: the pieces of a body. Out: its text without tags, in one line.

use crate::content::{ArgumentValue, Component, Piece};
use crate::html::{Token, Tokens, unescape};

/// The arguments of components that people read.
const READ: [&str; 6] = ["title", "text", "caption", "label", "name", "alt"];

/// The text of these pieces.
pub(super) fn of_pieces(pieces: &[Piece]) -> String {
    let (mut html, mut text) = (String::new(), String::new());
    write(pieces, &mut html, &mut text);
    let mut all = String::with_capacity(html.len() + text.len());
    for token in Tokens::of_stretch(&html) {
        match token {
            Token::Text(own) => all.push_str(&unescape(own)),
            Token::Open(_) | Token::Close(_) => all.push(' '),
            Token::Comment { .. } | Token::Declaration(_) | Token::Unfinished(_) => {}
        }
    }
    // What no tag parts stands for itself.
    all.push('\n');
    all.push_str(&text);
    all
}

/// Writes what is HTML, and beside it what is text.
fn write(pieces: &[Piece], html: &mut String, text: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Html(own) => html.push_str(own),
            Piece::Number(number) => html.push_str(number),
            Piece::Link(_) => {}
            Piece::Image(image) => {
                text.push_str(&image.alt);
                text.push('\n');
            }
            Piece::Component(Component { arguments, body, .. }) => {
                let read = READ.iter().filter_map(|name| arguments.get(*name));
                for argument in read {
                    if let ArgumentValue::Text(own) = &argument.value {
                        text.push_str(own);
                        text.push('\n');
                    }
                }
                write(body.as_deref().unwrap_or_default(), html, text);
            }
        }
    }
}
