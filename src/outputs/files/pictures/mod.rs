//! Pictures: smaller copies of those that pages show, and originals that do not tell where,
//! when and with what they were taken.
//!
//! A picture is decoded once for all its copies, so they are one piece of work, remembered by
//! the digest of the file; each output picks its part of it.

mod faults;
mod made;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value as Json, json};

use bangtin_pictures::{EDITION, Facts, height_at};

use crate::diagnostics::Diagnostic;
use crate::memo::{Digest, Input};
use crate::outputs::Origin;
use crate::outputs::jobs::{self, Job};
use crate::outputs::planner::Planner;
use crate::public::OutputPath;
use crate::site::{Address, Asset, Site};
use crate::sources::{Content, OnDisk, PictureFile, SourcePath, foreign};
use crate::theme::ThemeFile;

pub use made::{Fault, Made, make};

/// How much of a name stands before its digest where it is too long, in bytes.
const LONGEST_START: usize = 80;

/// From how many pixels on a picture is decoded alone: at eight to twelve bytes a pixel, several
/// of the largest at once would not fit into the memory of an office computer.
const LARGE: u64 = 16_000_000;

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

impl Part {
    /// Whether so much memory goes into it that only one such is made at a time.
    pub fn is_large(&self) -> bool {
        let pixels = |facts: &Facts| u64::from(facts.width) * u64::from(facts.height);
        !self.work.widths.is_empty() && self.work.file.facts().is_some_and(|f| pixels(f) > LARGE)
    }
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
    /// Whether it is known that nothing can be seen through it.
    pub opaque: bool,
    /// Its copies, the smallest first; none where the theme wants none.
    pub copies: Vec<CopyView>,
}

impl PictureView {
    /// What is known of it besides its address, under the names of a component's arguments.
    pub(in crate::outputs) fn facts(&self) -> impl Iterator<Item = (&'static str, Json)> {
        let size = self.width.zip(self.height);
        let size = size.map(|(width, height)| [("width", width.into()), ("height", height.into())]);
        let rest = [("opaque", self.opaque.into()), ("copies", json!(self.copies))];
        size.into_iter().flatten().chain(rest)
    }
}

/// A copy of a picture.
#[derive(Clone, Serialize)]
pub struct CopyView {
    width: u32,
    webp: String,
    plain: String,
}

/// The pictures of which copies are made, each with its work: of those that pages show.
pub(in crate::outputs) fn copied(site: &Site, widths: &[u32]) -> BTreeMap<SourcePath, Arc<Work>> {
    let works = site.shown.iter().filter_map(|path| {
        let asset = site.assets.get(path)?;
        let file = asset.file.picture.as_ref()?;
        let widths = widths_of(file.facts().filter(|facts| !facts.is_moving)?, widths);
        let work = work(path, asset.digest, file, widths);
        // Where there is no room for the name of one, the picture itself is shown.
        let have_room = copies_of(asset, &work).all(|address| address.output().is_some());
        (have_room && !work.widths.is_empty()).then(|| (path.clone(), work))
    });
    works.collect()
}

fn work(source: &SourcePath, digest: Digest, file: &PictureFile, widths: Vec<u32>) -> Arc<Work> {
    let (file, source) = (file.clone(), source.clone());
    Arc::new(Work { edition: EDITION, digest, widths, file, source })
}

/// The widths that are wanted and smaller than the picture, and its own if that is smaller
/// than the largest wanted.
fn widths_of(facts: &Facts, wanted: &[u32]) -> Vec<u32> {
    let mut widths: Vec<u32> = wanted.iter().map(|width| (*width).min(facts.width)).collect();
    widths.dedup();
    widths
}

/// The address of a copy, beside the picture: `anh.jpg.480.webp`. A name for which there is no
/// room is cut, and its digest tells it from others.
fn copy_address(asset: &Asset, width: u32, extension: &str) -> Address {
    let file = asset.address.file();
    let whole = Address::of_file(&format!("{file}.{width}.{extension}"));
    if whole.output().is_some() {
        return whole;
    }
    let (folder, name) = file.split_at(file.rfind('/').map_or(0, |at| at + 1));
    let mark = Digest::of(name.as_bytes()).to_hex();
    let start = &name[..name.floor_char_boundary(LONGEST_START)];
    Address::of_file(&format!("{folder}{start}-{}.{width}.{extension}", &mark[..16]))
}

/// How a copy for browsers without WebP ends.
fn plain_extension(work: &Work) -> &'static str {
    if work.file.facts().is_none_or(|facts| facts.is_opaque) { "jpg" } else { "png" }
}

/// Where the copies of a picture stand, in the order in which they are made.
fn copies_of<'a>(asset: &'a Asset, work: &'a Work) -> impl Iterator<Item = Address> {
    let formats = ["webp", plain_extension(work)];
    let widths = work.widths.iter();
    widths.flat_map(move |width| formats.map(|extension| copy_address(asset, *width, extension)))
}

impl Planner<'_> {
    /// A picture with its copies, each address behind `prefix`.
    pub(crate) fn picture(&self, source: &SourcePath, asset: &Asset, prefix: &str) -> PictureView {
        let (width, height) = asset.file.dimensions.unzip();
        let address = |address: &Address| format!("{prefix}{}", address.encoded());
        let work = self.common.pictures.get(source);
        let copies = work.into_iter().flat_map(|work| {
            work.widths.iter().map(|width| CopyView {
                width: *width,
                webp: address(&copy_address(asset, *width, "webp")),
                plain: address(&copy_address(asset, *width, plain_extension(work))),
            })
        });
        let src = address(&asset.address);
        let facts = asset.file.picture.as_ref().and_then(PictureFile::facts);
        let opaque = facts.is_some_and(|facts| facts.is_opaque);
        PictureView { src, width, height, opaque, copies: copies.collect() }
    }

    /// A picture for programs that read no WebP and load nothing heavy: the address of its
    /// largest copy, or its own if it has none, with the width and height if they are known.
    pub(crate) fn plain_picture(
        &self,
        source: &SourcePath,
        asset: &Asset,
    ) -> (Address, Option<(u32, u32)>) {
        let copy = self.common.pictures.get(source).and_then(|work| {
            let (facts, width) = (work.file.facts()?, *work.widths.last()?);
            let height = height_at(width, (facts.width, facts.height));
            Some((copy_address(asset, width, plain_extension(work)), Some((width, height))))
        });
        copy.unwrap_or_else(|| (asset.address.clone(), asset.file.dimensions))
    }
}

/// Says of each picture what was left out of it, and of each file that has the name of a picture
/// and is none.
pub(in crate::outputs) fn check<'a>(
    planner: &'a Planner<'_>,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let own = planner.site.assets.iter().map(|(path, asset)| (path, &asset.file));
    let theme = planner.theme.files.values().filter_map(|file| match &file.content {
        Content::OnDisk(disk) => Some((&file.path, disk)),
        Content::Text(_) | Content::Embedded(_) => None,
    });
    let all = own.chain(theme);
    all.flat_map(|(path, file)| faults::of(path, file))
}

/// The files that are made of pictures: copies of those that pages show, and every picture
/// that tells of its maker, without that.
pub(in crate::outputs) fn files(planner: &Planner<'_>) -> Vec<Job> {
    let assets = planner.site.assets.iter();
    let jobs = assets.flat_map(|(source, asset)| {
        let file = asset.file.picture.as_ref();
        let bare = || file.map(|file| work(source, asset.digest, file, Vec::new()));
        let work = planner.common.pictures.get(source).cloned().or_else(bare);
        work.map(|work| parts(asset, &work)).unwrap_or_default()
    });
    jobs.collect()
}

fn parts(asset: &Asset, work: &Arc<Work>) -> Vec<Job> {
    let itself = work.file.look.has_traces().then(|| asset.address.clone());
    let addresses = copies_of(asset, work).chain(itself).enumerate();
    // An address that cannot be used is told where the file gets it, and `copied` has looked at
    // those of the copies.
    addresses.filter_map(|(index, address)| Some(part(address.output()?, work, index))).collect()
}

fn part(path: OutputPath, work: &Arc<Work>, index: usize) -> Job {
    let origin = Origin::Source(work.source.clone());
    Job { path, origin, work: jobs::Work::Picture(Part { work: Arc::clone(work), index }) }
}

/// A file of the theme without what it tells, if it is a picture that tells something.
pub(in crate::outputs) fn of_theme(
    path: &OutputPath,
    file: &ThemeFile,
    disk: &OnDisk,
) -> Option<Job> {
    let picture = disk.picture.as_ref().filter(|picture| picture.look.has_traces())?;
    Some(part(path.clone(), &work(&file.path, file.digest, picture, Vec::new()), 0))
}

/// Whether a file goes out as it is: it is no picture that is made anew or not published.
pub(in crate::outputs) fn is_copied(path: &SourcePath, file: &OnDisk) -> bool {
    let is_made_anew = file.picture.as_ref().is_some_and(|picture| picture.look.has_traces());
    !is_made_anew && foreign(path, file).is_none()
}
