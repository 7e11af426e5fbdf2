//! Names of files and folders that give no address, such as those in other scripts: what is
//! made from their bytes serves, but nobody can read or dictate it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::Document;
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::locale::slug;
use crate::site::address;
use crate::site::sections::{Tree, parent};

/// Says each name that gives no address once, at the first page that needs it.
pub(super) fn check(
    documents: &[Arc<Document>],
    tree: &Tree<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut folders = BTreeMap::new();
    for document in documents.iter().filter(|document| document.meta.path.is_none()) {
        let name = address::own_name(document);
        if document.meta.slug.is_none() && is_mute(name) {
            diagnostics.push(of_page(document, name));
        }
        for folder in unwritten(document, tree) {
            folders.entry(folder).or_insert(document);
        }
    }
    let mute = folders.iter().filter(|(folder, _)| is_mute(last_name(folder)));
    diagnostics.extend(mute.map(|(folder, document)| of_folder(folder, document)));
}

fn last_name(folder: &str) -> &str {
    folder.rsplit_once('/').map_or(folder, |(_, name)| name)
}

fn is_mute(name: &str) -> bool {
    !name.is_empty() && slug(name).is_empty()
}

/// The folders in a document's address that have no section to give them a slug.
fn unwritten<'d>(document: &'d Document, tree: &Tree<'_>) -> Vec<&'d str> {
    let mut folders = Vec::new();
    let mut next = Some(document.folder()).filter(|_| !document.is_section());
    next = next.or_else(|| parent(document.folder()));
    while let Some(folder) = next {
        match tree.section(folder, &document.language) {
            Some(section) if section.meta.path.is_some() => break,
            Some(_) => {}
            None => folders.push(folder),
        }
        next = parent(folder);
    }
    folders
}

fn of_page(document: &Document, name: &str) -> Diagnostic {
    let part = address::part_of(name);
    let message = say!(
        "tên `{name}` không cho địa chỉ đọc được: trang nằm ở `{part}`",
        "the name `{name}` gives no address that people can read: the page is at `{part}`"
    );
    let hint = say!(
        "viết `slug` cho trang, chữ không dấu: `slug: tin-moi`",
        "give the page a `slug` in plain letters: `slug: our-news`"
    );
    Diagnostic::warning(Code::NameWithoutAddress, message)
        .hint(hint)
        .at(Place::file(&document.path))
}

fn of_folder(folder: &str, document: &Document) -> Diagnostic {
    let part = address::part_of(last_name(folder));
    let message = say!(
        "tên thư mục `{folder}` không cho địa chỉ đọc được: các trang bên trong nằm dưới `{part}`",
        "the folder name `{folder}` gives no address that people can read: its pages are below `{part}`"
    );
    let hint = say!(
        "đổi tên thư mục, hoặc thêm vào đó một tệp `_index.md` có `slug`",
        "rename the folder, or put an `_index.md` with a `slug` into it"
    );
    Diagnostic::warning(Code::NameWithoutAddress, message)
        .hint(hint)
        .at(Place::file(&document.path))
}
