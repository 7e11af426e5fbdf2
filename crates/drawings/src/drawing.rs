//! Reads a drawing, within bounds, and paints it.

use std::thread;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Group, ImageHrefResolver, Node, Options, Tree};

use crate::{Fault, Pixels};

/// The longest drawing that is painted, in bytes. What is longer draws a town, not a sign.
const LONGEST: usize = 2 * 1024 * 1024;

/// How many parts are painted, those that are drawn several times counted each time.
const MOST_PARTS: usize = 20_000;

/// How many lines and curves are painted, those that are drawn several times counted each time.
const MOST_STROKES: usize = 1_000_000;

/// The room for calls within calls: drawings may nest a thousand deep.
const STACK: usize = 64 * 1024 * 1024;

/// No filters: a short one can take an hour.
const NO_FILTERS: &str = "* { filter: none !important }";

/// The drawing in squares of these sides.
pub(crate) fn paint(svg: &str, sides: &[u32]) -> Result<Vec<Pixels>, Fault> {
    apart(svg, |document| {
        let tree = read(document)?;
        sides.iter().map(|side| one(&tree, *side).ok_or(Fault::Broken)).collect()
    })
}

/// Looks at a drawing on a thread of its own, which has room for what is deep, and which is all
/// that a panic ends.
pub(crate) fn apart<T: Send, E: From<Fault> + Send>(
    svg: &str,
    look: impl FnOnce(&Document<'_>) -> Result<T, E> + Send,
) -> Result<T, E> {
    if svg.len() > LONGEST {
        return Err(Fault::TooMuch.into());
    }
    let look = || look(&Document::parse(svg).map_err(|_| Fault::Broken)?);
    thread::scope(|scope| {
        let painter = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, look);
        painter
            .ok()
            .and_then(|painter| painter.join().ok())
            .unwrap_or_else(|| Err(Fault::Broken.into()))
    })
}

/// What is to be drawn, if that does not take too long.
pub(crate) fn read(document: &Document<'_>) -> Result<Tree, Fault> {
    let options = Options {
        // Nothing is loaded, from wherever.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        style_sheet: Some(NO_FILTERS.to_owned()),
        ..Options::default()
    };
    let tree = Tree::from_xmltree(document, &options).map_err(|_| Fault::Broken)?;
    // A pattern may be larger than any memory.
    let is_plain = tree.filters().is_empty() && tree.patterns().is_empty();
    let left = spend(tree.root(), Purse { parts: MOST_PARTS, strokes: MOST_STROKES });
    if is_plain && left.is_some() { Ok(tree) } else { Err(Fault::TooMuch) }
}

/// How much more may be drawn.
#[derive(Clone, Copy)]
struct Purse {
    parts: usize,
    strokes: usize,
}

/// What is left after a group and all that it is painted with.
fn spend(group: &Group, mut left: Purse) -> Option<Purse> {
    for node in group.children() {
        left.parts = left.parts.checked_sub(1)?;
        match node {
            Node::Group(group) => left = spend(group, left)?,
            Node::Path(path) => left.strokes = left.strokes.checked_sub(path.data().len())?,
            Node::Image(_) | Node::Text(_) => {}
        }
        // Masks and cuts, and what they are made of.
        let mut rest = Some(left);
        node.subroots(|root| rest = rest.and_then(|left| spend(root, left)));
        left = rest?;
    }
    Some(left)
}

fn one(tree: &Tree, side: u32) -> Option<Pixels> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = side as f32 / width.max(height);
    let middle = |length: f32| (side as f32 - length * scale) / 2.0;
    let mut pixmap = Pixmap::new(side, side)?;
    let place = Transform::from_scale(scale, scale);
    let place = place.post_translate(middle(width), middle(height));
    resvg::render(tree, place, &mut pixmap.as_mut());
    let straight = pixmap.pixels().iter().flat_map(|pixel| {
        let pixel = pixel.demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    });
    Some(Pixels { width: side, height: side, rgba: straight.collect() })
}
