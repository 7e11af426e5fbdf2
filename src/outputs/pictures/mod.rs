//! Pictures: smaller copies of those that pages show, and originals that do not tell where,
//! when and with what they were taken.
//!
//! A picture is decoded once for all its copies, so they are one piece of work, remembered by
//! the digest of the file; each output picks its part of it.

mod made;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value as Json, json};

use bangtin_pictures::{EDITION, Facts, height_at};

use crate::diagnostics::{Diagnostic, Place};
use crate::memo::{Digest, Input};
use crate::outputs::planner::Planner;
use crate::outputs::{Origin, Output, Recipe};
use crate::site::{Address, Asset, Site};
use crate::sources::{PictureFile, SourcePath};

pub use made::{Fault, Made, make};

/// All that is made of one picture.
#[derive(Serialize)]
pub struct Work {
    /// By which rules; another program may make other bytes.
    edition: u32,
    /// The digest of the file, which stands for its bytes.
    digest: Digest,
    /// The widths of its copies in pixels.
    widths: Vec<u32>,
    #[serde(skip)]
    file: PictureFile,
    #[serde(skip)]
    source: SourcePath,
}

impl Input for Work {
    fn name(&self) -> &str {
        self.source.as_str()
    }
}

/// One file that is made of a picture.
#[derive(Clone, Serialize)]
pub struct Part {
    /// What it is a part of.
    pub work: Arc<Work>,
    index: usize,
}

/// A picture as templates see it. Addresses have the prefix that was asked for.
#[derive(Clone, Serialize)]
pub struct PictureView {
    /// The picture as it was handed in.
    pub src: String,
    /// Its width in pixels, if it is known.
    pub width: Option<u32>,
    /// Its height.
    pub height: Option<u32>,
    /// Its copies, the smallest first; none where the theme wants none.
    pub copies: Vec<CopyView>,
}

impl PictureView {
    /// What is known of it besides its address, under the names of a component's arguments.
    pub(super) fn facts(&self) -> impl Iterator<Item = (&'static str, Json)> {
        let size = self.width.zip(self.height);
        let size = size.map(|(width, height)| [("width", width.into()), ("height", height.into())]);
        size.into_iter().flatten().chain([("copies", json!(self.copies))])
    }
}

/// A copy of a picture.
#[derive(Clone, Serialize)]
pub struct CopyView {
    width: u32,
    webp: String,
    plain: String,
}

/// The pictures of which copies are made, each with its work: all that pages show.
pub(super) fn shown(site: &Site, widths: &[u32]) -> BTreeMap<SourcePath, Arc<Work>> {
    if widths.is_empty() {
        return BTreeMap::new();
    }
    let works = site.shown.iter().filter_map(|path| {
        let asset = site.assets.get(path)?;
        let file = asset.file.picture.as_ref().filter(|file| !file.facts.is_moving)?;
        let work = work(path, asset, file, widths_of(&file.facts, widths));
        Some((path.clone(), work))
    });
    works.collect()
}

fn work(source: &SourcePath, asset: &Asset, file: &PictureFile, widths: Vec<u32>) -> Arc<Work> {
    Arc::new(Work {
        edition: EDITION,
        digest: asset.digest,
        widths,
        file: file.clone(),
        source: source.clone(),
    })
}

/// The widths that are wanted and smaller than the picture, and its own if that is smaller
/// than the largest wanted.
fn widths_of(facts: &Facts, wanted: &[u32]) -> Vec<u32> {
    let mut widths: Vec<u32> = wanted.iter().map(|width| (*width).min(facts.width)).collect();
    widths.dedup();
    widths
}

/// The address of a copy, beside the picture: `anh.jpg.480.webp`.
fn copy_address(asset: &Asset, width: u32, extension: &str) -> Address {
    Address::of_file(&format!("{}.{width}.{extension}", asset.address.file()))
}

/// How a copy for browsers without WebP ends.
fn plain_extension(facts: &Facts) -> &'static str {
    if facts.is_opaque { "jpg" } else { "png" }
}

impl Planner<'_> {
    /// A picture with its copies, each address behind `prefix`.
    pub(crate) fn picture(&self, source: &SourcePath, asset: &Asset, prefix: &str) -> PictureView {
        let (width, height) = asset.file.dimensions.unzip();
        let address = |address: &Address| format!("{prefix}{}", address.encoded());
        let work = self.pictures.get(source);
        let copies = work.into_iter().flat_map(|work| {
            work.widths.iter().map(|width| CopyView {
                width: *width,
                webp: address(&copy_address(asset, *width, "webp")),
                plain: address(&copy_address(asset, *width, plain_extension(&work.file.facts))),
            })
        });
        PictureView { src: address(&asset.address), width, height, copies: copies.collect() }
    }

    /// A picture for programs that read no WebP and load nothing heavy: the address of its
    /// largest copy, or its own if it has none, with the width and height if they are known.
    pub(crate) fn plain_picture(
        &self,
        source: &SourcePath,
        asset: &Asset,
    ) -> (Address, Option<(u32, u32)>) {
        let copy = self.pictures.get(source).and_then(|work| {
            let (facts, width) = (&work.file.facts, *work.widths.last()?);
            let height = height_at(width, (facts.width, facts.height));
            Some((copy_address(asset, width, plain_extension(facts)), Some((width, height))))
        });
        copy.unwrap_or_else(|| (asset.address.clone(), asset.file.dimensions))
    }
}

/// Says of each file that has the name of a picture and is none that browsers could show.
pub(super) fn check(site: &Site) -> impl Iterator<Item = Diagnostic> {
    let named = |path: &SourcePath| {
        ["jpg", "jpeg", "png", "webp"].contains(&path.extension().to_lowercase().as_str())
    };
    let broken =
        site.assets.iter().filter(move |(path, asset)| named(path) && asset.file.picture.is_none());
    broken.map(|(path, _)| made::unreadable().at(Place::file(path)))
}

/// The files that are made of pictures: copies of those that pages show, and every picture
/// that tells of its maker, without that.
pub(super) fn files<'a>(planner: &Planner<'a>) -> Vec<Output<'a>> {
    let assets = planner.site.assets.iter();
    let outputs = assets.flat_map(|(source, asset)| {
        let file = asset.file.picture.as_ref();
        let bare = || file.map(|file| work(source, asset, file, Vec::new()));
        let work = planner.pictures.get(source).cloned().or_else(bare);
        work.map(|work| outputs(source, asset, &work)).unwrap_or_default()
    });
    outputs.collect()
}

fn outputs<'a>(source: &SourcePath, asset: &Asset, work: &Arc<Work>) -> Vec<Output<'a>> {
    let facts = &work.file.facts;
    let formats = ["webp", plain_extension(facts)];
    let copies = work
        .widths
        .iter()
        .flat_map(|width| formats.map(|extension| copy_address(asset, *width, extension)));
    let itself = facts.has_traces.then(|| asset.address.clone());
    let outputs = copies.chain(itself).enumerate().filter_map(|(index, address)| {
        Some(Output {
            path: address.output()?,
            recipe: Recipe::Picture(Part { work: Arc::clone(work), index }),
            origin: Origin::Source(source.clone()),
        })
    });
    outputs.collect()
}

/// Whether the picture itself is made anew, so that it is not to be copied as it is.
pub(super) fn is_made_anew(asset: &Asset) -> bool {
    asset.file.picture.as_ref().is_some_and(|file| file.facts.has_traces)
}
