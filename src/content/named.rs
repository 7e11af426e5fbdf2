//! Which files of this site a document names, wherever it may name one.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::content::{ArgumentValue, Document, Kind, Leads, LinkTarget, Piece, RichText};

/// The files that a text names, by address and without places. A name that ends in `.md` is
/// that of a page and left out.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NamedFiles {
    /// As a picture, as a file to download or to a component: what a page may show.
    pub shown: BTreeSet<LinkTarget>,
    /// As a link, which shows nothing of it.
    pub linked: BTreeSet<LinkTarget>,
}

/// All files that a document names.
pub fn named(document: &Document) -> NamedFiles {
    let mut all = document.outline.files.clone();
    all.show(document.meta.image.iter().map(|image| &image.target));
    match &document.kind {
        Kind::Plan(plan) => {
            let bodies = plan.tasks.iter().filter_map(|task| task.body.as_ref());
            bodies.for_each(|body| all.text(&body.pieces));
            all.link(plan.document.original.iter().map(|file| &file.target));
        }
        Kind::Material(material) => all.show(material.files.iter().map(|file| &file.target)),
        // The materials of events are pages, which name their files themselves.
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Schedule(_) => {}
    }
    all
}

/// The files that a text names.
pub(super) fn files_in(text: &RichText) -> NamedFiles {
    let mut all = NamedFiles::default();
    all.link(&text.named);
    all.text(&text.pieces);
    all
}

impl NamedFiles {
    fn show<'t>(&mut self, targets: impl IntoIterator<Item = &'t LinkTarget>) {
        self.shown.extend(targets.into_iter().filter_map(file));
    }

    fn link<'t>(&mut self, targets: impl IntoIterator<Item = &'t LinkTarget>) {
        self.linked.extend(targets.into_iter().filter_map(file));
    }

    fn text(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Image(image) => self.show([&image.target]),
                Piece::Link(target) => self.link([target]),
                Piece::Component(component) => {
                    let values = component.arguments.values().map(|argument| &argument.value);
                    self.show(values.filter_map(|value| match value {
                        ArgumentValue::Link(target) => Some(target),
                        ArgumentValue::Text(_)
                        | ArgumentValue::Number(_)
                        | ArgumentValue::Flag(_) => None,
                    }));
                    self.text(component.body.as_deref().unwrap_or_default());
                }
                Piece::Html(_) | Piece::Number(_) => {}
            }
        }
    }
}

/// The address of what may be a file of this site.
fn file(target: &LinkTarget) -> Option<LinkTarget> {
    let path = target.path();
    let may_be = target.leads() == Leads::Inside && !path.is_empty() && !path.ends_with(".md");
    may_be.then(|| target.anywhere())
}
