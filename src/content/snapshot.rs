//! Which files of a snapshot are pages, data, or copied as they are.

use crate::memo::{Digest, Hashed};
use crate::sources::{Content, OnDisk, Source, SourcePath, Sources};

/// Where the data files are.
pub(super) const DATA: &str = "content/_data/";

/// The Markdown files of a snapshot.
pub fn pages(sources: &Sources) -> impl Iterator<Item = (&SourcePath, &Source)> {
    sources.under("content/").filter(|(path, _)| path.extension() == "md" && !is_data(path))
}

/// The files of a snapshot that are copied: all below `content/` that is neither a page nor data,
/// and those beside the settings that these name.
pub fn files(
    sources: &Sources,
    is_named: impl Fn(&SourcePath) -> bool,
) -> Hashed<Vec<(SourcePath, Digest, OnDisk)>> {
    let files = sources.under("content/").filter(|(path, _)| !is_data(path));
    let beside = sources.beside_settings().filter(|(path, _)| is_named(path));
    let files: Vec<_> = files
        .chain(beside)
        .filter_map(|(path, source)| match &source.content {
            Content::OnDisk(file) => Some((path.clone(), source.digest, file.clone())),
            Content::Text(_) | Content::Embedded(_) => None,
        })
        .collect();
    let named: Vec<(&SourcePath, Digest)> =
        files.iter().map(|(path, digest, _)| (path, *digest)).collect();
    let digest = Digest::of_value(&named);
    Hashed::new(files, digest)
}

fn is_data(path: &SourcePath) -> bool {
    path.as_str().starts_with(DATA)
}
