//! Where the files beside the pages are published.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::Document;
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::memo::Digest;
use crate::site::Asset;
use crate::site::address::{Address, document_folder, folder_address, join};
use crate::site::sections::Tree;
use crate::sources::{OnDisk, SourcePath};

/// The folder of the output for the signs and pictures of the site as a whole.
pub const OWN_FOLDER: &str = "_site";

/// Where the files beside the pages are published: in the folder of the page they belong
/// to, in the default language where it has one, so that translations share one copy.
pub(super) fn assets(
    assets: &[(SourcePath, Digest, OnDisk)],
    documents: &[Arc<Document>],
    tree: &Tree<'_>,
) -> BTreeMap<SourcePath, Asset> {
    let bundles = bundles(documents, tree);
    let mut all = BTreeMap::new();
    for (path, digest, file) in assets {
        let folder = match path.as_str().strip_prefix("content/") {
            Some(inside) => {
                let folder = inside.rsplit_once('/').map_or("", |(folder, _)| folder);
                asset_folder(folder, &bundles, tree)
            }
            None => OWN_FOLDER.to_owned(),
        };
        let address = Address::of_file(&join(&folder, path.file_name()));
        all.insert(path.clone(), Asset { address, file: file.clone(), digest: *digest });
    }
    all
}

/// The files by where they are published.
pub(super) fn by_address(
    assets: &BTreeMap<SourcePath, Asset>,
) -> BTreeMap<Address, Vec<SourcePath>> {
    let mut files: BTreeMap<Address, Vec<SourcePath>> = BTreeMap::new();
    for (path, asset) in assets {
        files.entry(asset.address.clone()).or_default().push(path.clone());
    }
    files
}

/// Says which files that go out have a name that some disk or server refuses.
pub(super) fn check(assets: &BTreeMap<SourcePath, Asset>, diagnostics: &mut Vec<Diagnostic>) {
    for (path, _) in assets.iter().filter(|(_, asset)| asset.address.output().is_none()) {
        let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let message =
            say!("không dùng được tên tệp `{inside}`", "the file name `{inside}` cannot be used");
        let hint = say!(
            "đổi tên tệp hay thư mục: chữ, chữ số, gạch ngang, không có `?` hay `:`, không là `con`, `nul`",
            "rename the file or folder: letters, digits, hyphens, no `?` or `:`, and not `con` or `nul`"
        );
        let fault = Diagnostic::error(Code::BadFileName, message).hint(hint);
        diagnostics.push(fault.at(Place::file(path)));
    }
}

/// The published folder of each page bundle (`name/index.md`), by its folder.
fn bundles<'d>(documents: &'d [Arc<Document>], tree: &Tree<'_>) -> BTreeMap<&'d str, String> {
    let mut bundles = BTreeMap::new();
    // The default language comes last and so wins.
    let default = &tree.default_language;
    let (own, others): (Vec<_>, Vec<_>) =
        documents.iter().partition(|document| document.language == *default);
    for document in others.into_iter().chain(own) {
        if let Some(folder) = document.stem.strip_suffix("/index") {
            let mut address = document_folder(document, &document.language, tree);
            if document.language != *default {
                address = join(document.language.as_str(), &address);
            }
            bundles.insert(folder, address);
        }
    }
    bundles
}

fn asset_folder(folder: &str, bundles: &BTreeMap<&str, String>, tree: &Tree<'_>) -> String {
    if let Some(address) = bundles.get(folder) {
        return address.clone();
    }
    if tree.section(folder, &tree.default_language).is_some() || folder.is_empty() {
        return folder_address(folder, &tree.default_language, tree);
    }
    let (above, name) = folder.rsplit_once('/').unwrap_or(("", folder));
    join(&asset_folder(above, bundles, tree), name)
}
