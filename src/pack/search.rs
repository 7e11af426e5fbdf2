//! The search of a package: it finds what is in it and nothing else.
//!
//! The scripts of the index are those of the site. Only the entry, which pages name by a plain
//! name and which names all others, gets the list of the documents that are in the package: the
//! search passes over the rest. Pages that stand for all that could be found would be more than
//! the package itself where a section of a large site is packed.

use std::collections::BTreeSet;

use crate::pack::selection::target;
use crate::portable::{Role, entry, references, rows, text};
use crate::public::{File, Files, OutputPath};

/// The entries of the search that must know what is in the package.
pub(super) fn entries(
    files: &Files,
    chosen: &BTreeSet<OutputPath>,
) -> impl Iterator<Item = (OutputPath, File)> {
    chosen.iter().filter_map(|path| {
        let script = files.get(path).and_then(text)?;
        Some((path.clone(), File::made(with_list(files, chosen, (path, script))?.into_bytes())))
    })
}

/// An entry with the numbers of the documents that are in the package; none where all are, or
/// where the script is no entry.
fn with_list(
    files: &Files,
    chosen: &BTreeSet<OutputPath>,
    (path, script): (&OutputPath, &str),
) -> Option<String> {
    let size = entry(script)?.size;
    let (mut all, mut only) = (0, Vec::new());
    for part in references(path.as_str(), script, None) {
        let Some((part, _)) = target(files, path.as_str(), &part) else { continue };
        let Some((number, rows)) = files.get(&part).and_then(text).and_then(rows) else { continue };
        for (at, address) in rows.into_iter().enumerate() {
            all += 1;
            let hit = crate::portable::Reference {
                written: address.into(),
                role: Role::Hit,
                place: 0..0,
            };
            if target(files, "", &hit).is_some_and(|(to, _)| chosen.contains(&to)) {
                only.push((number * size + at).to_string());
            }
        }
    }
    let data = script.trim_end().strip_suffix("});").filter(|_| only.len() < all)?;
    Some(format!("{data},\"only\":[{}]}});\n", only.join(",")))
}
