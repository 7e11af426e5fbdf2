//! What belongs to a site, by its path.

use std::path::Path;

use crate::sources::left_behind::is_left_behind;
use crate::sources::texts::LOCK_FILE;

/// The folders all of whose files belong to a site.
pub const FOLDERS: [&str; 3] = ["content", "i18n", "themes"];

/// The files beside them that do.
pub(super) const FILES: [&str; 2] = ["site.yaml", LOCK_FILE];

/// Whether a file or folder at this path from the site's root belongs to the site. A change of
/// any other changes nothing that is read.
pub fn is_source(path: &Path) -> bool {
    if FILES.iter().any(|file| path == Path::new(file)) {
        return true;
    }
    let is_inside = FOLDERS.iter().any(|folder| path.starts_with(folder));
    let mut names = path.iter().enumerate().skip(1);
    is_inside && !names.any(|(depth, name)| is_left_behind(depth, &name.to_string_lossy()))
}
