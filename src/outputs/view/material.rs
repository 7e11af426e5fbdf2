//! `page.material`, and the files that pages offer.

use serde::Serialize;

use crate::content::kinds::{Material, MaterialFile, Medium};
use crate::content::{Leads, LinkTarget};
use crate::outputs::files::pictures::CopyView;
use crate::outputs::html::notes::Notes;
use crate::outputs::planner::Planner;
use crate::outputs::view::{lent::Lendable, prose::Resolver};
use crate::site::Target;

/// `page.material`.
#[derive(Clone, Serialize)]
pub(crate) struct MaterialView {
    audience: Option<String>,
    level: Option<String>,
    medium: Option<&'static str>,
    duration: Option<String>,
    paper: Option<String>,
    black_and_white: bool,
    files: Vec<FileView>,
}

/// A file to download.
#[derive(Clone, Serialize)]
pub(crate) struct FileView {
    url: String,
    title: String,
    #[serde(rename = "type")]
    type_name: Option<String>,
    /// Its length in bytes.
    size: Option<u64>,
    /// Of a picture, in pixels.
    width: Option<u32>,
    height: Option<u32>,
    opaque: bool,
    copies: Vec<CopyView>,
    /// The number of its address among the notes of the page's links, once they are numbered.
    note: Option<usize>,
}

impl MaterialView {
    /// The view of a material. Files that are not there are said.
    pub(super) fn of(
        planner: &Planner<'_>,
        material: &Material,
        resolver: &mut Resolver<'_, '_>,
    ) -> MaterialView {
        // What one prints comes first.
        let pdfs = material.files.iter().filter_map(|own| FileView::pdf(planner, own, resolver));
        let mut files: Vec<FileView> = pdfs.collect();
        files.extend(material.files.iter().map(|own| FileView::of(planner, own, resolver)));
        MaterialView {
            audience: material.audience.clone(),
            level: material.level.clone(),
            medium: material.medium.map(Medium::name),
            duration: material.duration.clone(),
            paper: material.paper.clone(),
            black_and_white: material.black_and_white,
            files,
        }
    }
}

impl Lendable<Option<MaterialView>> {
    /// Gives each of its files the number of its address.
    pub(crate) fn number(&mut self, notes: &mut Notes<'_>) {
        let (material, words) = self.parts();
        for file in material.iter_mut().flat_map(|material| &mut material.files) {
            file.number(notes, &words);
        }
    }
}

impl FileView {
    /// The view of a file; one that is not there is said.
    pub(super) fn of(
        planner: &Planner<'_>,
        file: &MaterialFile,
        resolver: &mut Resolver<'_, '_>,
    ) -> FileView {
        let target = &file.target;
        let found = resolver.target(target);
        let asset = found.as_ref().and_then(|found| match found {
            Target::File(path) => Some((path, planner.site.assets.get(path)?)),
            Target::Page(_, _) | Target::External(_) => None,
        });
        let size = asset.map(|(_, asset)| asset.file.len);
        let picture = asset.map(|(path, asset)| planner.picture(path, asset, ""));
        let name = name_of(target);
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_uppercase());
        FileView {
            url: resolver.address(target).unwrap_or_default(),
            title: file.title.as_deref().unwrap_or(name).to_owned(),
            type_name: extension.filter(|_| size.is_some()),
            size,
            width: picture.as_ref().and_then(|picture| picture.width),
            height: picture.as_ref().and_then(|picture| picture.height),
            opaque: picture.as_ref().is_some_and(|picture| picture.opaque),
            copies: picture.map(|picture| picture.copies).unwrap_or_default(),
            note: None,
        }
    }

    /// The view of the PDF that is made of a drawing, if there is one.
    fn pdf(
        planner: &Planner<'_>,
        file: &MaterialFile,
        resolver: &Resolver<'_, '_>,
    ) -> Option<FileView> {
        let (address, size) = planner.pdf(resolver.document, &file.target)?;
        let title = file.title.as_deref().unwrap_or_else(|| name_of(&file.target));
        Some(FileView {
            url: address.encoded(),
            title: format!("{title} (PDF)"),
            type_name: Some(String::from("PDF")),
            size: Some(size),
            width: None,
            height: None,
            opaque: false,
            copies: Vec::new(),
            note: None,
        })
    }

    /// Gives it the number of its address among the notes. `words` is how its title is shown.
    pub(super) fn number(&mut self, notes: &mut Notes<'_>, words: &impl Fn(&str) -> String) {
        self.note = notes.of_view(&self.url, &words(&self.title));
    }
}

/// The name of the file that a link leads to.
fn name_of(target: &LinkTarget) -> &str {
    let path = if target.leads() == Leads::Inside { target.path() } else { target.written() };
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}
