//! Which pages and files a document names, wherever it may name one.

use crate::content::{ArgumentValue, Document, Kind, LinkTarget, Piece};

/// What a document names.
#[derive(Debug, Default)]
pub struct Named<'d> {
    /// As a picture, as a file to download or to a component: what a page may show.
    pub shown: Vec<&'d LinkTarget>,
    /// As a link, which shows nothing of it.
    pub linked: Vec<&'d LinkTarget>,
}

/// All that a document names.
pub fn named(document: &Document) -> Named<'_> {
    let mut all = Named::default();
    all.shown.extend(document.meta.image.iter().map(|image| &image.target));
    all.linked.extend(&document.body.named);
    all.body(&document.body.pieces);
    match &document.kind {
        Kind::Plan(plan) => {
            let bodies = plan.tasks.iter().filter_map(|task| task.body.as_ref());
            bodies.for_each(|body| all.body(&body.pieces));
            all.linked.extend(plan.document.original.iter().map(|file| &file.target));
        }
        Kind::Material(material) => {
            all.shown.extend(material.files.iter().map(|file| &file.target));
        }
        // The materials of events are pages, which name their files themselves.
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Schedule(_) => {}
    }
    all
}

impl<'d> Named<'d> {
    fn body(&mut self, pieces: &'d [Piece]) {
        for piece in pieces {
            match piece {
                Piece::Image(image) => self.shown.push(&image.target),
                Piece::Link(target) => self.linked.push(target),
                Piece::Component(component) => {
                    let values = component.arguments.values().map(|argument| &argument.value);
                    self.shown.extend(values.filter_map(|value| match value {
                        ArgumentValue::Link(target) => Some(target),
                        ArgumentValue::Text(_)
                        | ArgumentValue::Number(_)
                        | ArgumentValue::Flag(_) => None,
                    }));
                    self.body(component.body.as_deref().unwrap_or_default());
                }
                Piece::Html(_) | Piece::Number(_) => {}
            }
        }
    }
}
