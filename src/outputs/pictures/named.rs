//! Which pictures a document names.

use crate::content::{ArgumentValue, Document, Kind, LinkTarget, Piece};

/// What a document names as a picture or as a file to download, wherever a page may show it.
pub(super) fn pictures(document: &Document) -> Vec<&LinkTarget> {
    let mut all = Vec::new();
    all.extend(document.meta.image.iter().map(|image| &image.target));
    pictures_in(&document.body.pieces, &mut all);
    match &document.kind {
        Kind::Plan(plan) => {
            let bodies = plan.tasks.iter().filter_map(|task| task.body.as_ref());
            bodies.for_each(|body| pictures_in(&body.pieces, &mut all));
        }
        Kind::Material(material) => {
            all.extend(material.files.iter().map(|file| &file.target));
        }
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Schedule(_) => {}
    }
    all
}

fn pictures_in<'a>(pieces: &'a [Piece], all: &mut Vec<&'a LinkTarget>) {
    for piece in pieces {
        match piece {
            Piece::Image(image) => all.push(&image.target),
            Piece::Component(component) => {
                let values = component.arguments.values().map(|argument| &argument.value);
                all.extend(values.filter_map(|value| match value {
                    ArgumentValue::Link(target) => Some(target),
                    ArgumentValue::Text(_) | ArgumentValue::Number(_) | ArgumentValue::Flag(_) => {
                        None
                    }
                }));
                pictures_in(component.body.as_deref().unwrap_or_default(), all);
            }
            Piece::Html(_) | Piece::Link(_) | Piece::Number(_) => {}
        }
    }
}
