//! Paints a drawing.

use std::thread;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, ImageHrefResolver, Node, Options, Tree};

use crate::{Fault, Pixels};

/// The longest drawing that is painted, in bytes. What is longer draws a town, not a sign.
const LONGEST: usize = 2 * 1024 * 1024;

/// How many parts are painted, those that are drawn several times counted each time.
const MOST_PARTS: usize = 20_000;

/// The room for calls within calls: drawings may nest a thousand deep.
const STACK: usize = 64 * 1024 * 1024;

/// No filters: a short one can take an hour.
const NO_FILTERS: &str = "* { filter: none !important }";

/// The drawing in squares of these sides. It is painted on a thread of its own, which has room
/// for what is deep, and which is all that a panic ends.
pub(crate) fn paint(svg: &str, sides: &[u32]) -> Result<Vec<Pixels>, Fault> {
    if svg.len() > LONGEST {
        return Err(Fault::TooMuch);
    }
    thread::scope(|scope| {
        let painter = thread::Builder::new().stack_size(STACK);
        let painter = painter.spawn_scoped(scope, || all(svg, sides));
        painter.ok().and_then(|painter| painter.join().ok()).unwrap_or(Err(Fault::Broken))
    })
}

fn all(svg: &str, sides: &[u32]) -> Result<Vec<Pixels>, Fault> {
    let options = Options {
        // Nothing is loaded, from wherever.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        style_sheet: Some(NO_FILTERS.to_owned()),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|_| Fault::Broken)?;
    // A pattern may be larger than any memory.
    let is_plain = tree.filters().is_empty() && tree.patterns().is_empty();
    if !is_plain || spend(tree.root(), MOST_PARTS).is_none() {
        return Err(Fault::TooMuch);
    }
    sides.iter().map(|side| one(&tree, *side).ok_or(Fault::Broken)).collect()
}

/// What is left of a number of parts after a group and all that it is painted with.
fn spend(group: &Group, mut left: usize) -> Option<usize> {
    for node in group.children() {
        left = left.checked_sub(1)?;
        if let Node::Group(group) = node {
            left = spend(group, left)?;
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
