//! Text with marks inside front matter.

use crate::content::editorial::PlainText;
use crate::content::markdown;
use crate::content::{ArgumentValue, Language, Piece, RichText, Rules};
use crate::diagnostics::Span;
use crate::yaml::{Marked, Reading};

/// A text of the front matter read as Markdown. Its spans are the whole value's:
/// YAML may have folded or escaped it, so that places inside it are not known.
pub(super) fn body(
    text: &Marked<String>,
    rules: &Rules,
    language: &Language,
    reading: &mut Reading<'_>,
) -> RichText {
    let mut inner = Reading::new(reading.path, &text.value);
    let mut body = markdown::read(0..text.value.len(), rules, language, &mut inner);
    let place = reading.place(text.span);
    reading.diagnostics.extend(inner.diagnostics.into_iter().map(|fault| fault.at(place.clone())));
    move_spans(&mut body.pieces, text.span);
    // The checks look at the value as it is written.
    RichText { plain: PlainText::default(), ..body }
}

fn move_spans(pieces: &mut [Piece], span: Span) {
    for piece in pieces {
        match piece {
            Piece::Html(_) | Piece::Number(_) => {}
            Piece::Link(target) => target.span = span,
            Piece::Image(image) => image.target.span = span,
            Piece::Component(component) => {
                component.span = span;
                for argument in component.arguments.values_mut() {
                    argument.span = span;
                    if let ArgumentValue::Link(target) = &mut argument.value {
                        target.span = span;
                    }
                }
                if let Some(body) = &mut component.body {
                    move_spans(body, span);
                }
            }
        }
    }
}
