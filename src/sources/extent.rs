//! What belongs to a site, by its path.

use std::path::Path;

use crate::sources::left_behind::{is_left_behind, left_by};
use crate::sources::texts::LOCK_FILE;

/// The folders all of whose files belong to a site.
pub const FOLDERS: [&str; 3] = ["content", "i18n", "themes"];

/// The files beside them that do.
pub(super) const FILES: [&str; 2] = ["site.yaml", LOCK_FILE];

/// How the pictures beside them end that the settings may name.
const PICTURES: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];

/// Whether a file at this path from the site's root is a picture that the settings may name
/// without its being below `content/`: the logo of the site.
pub(super) fn is_beside_settings(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_picture = ending.is_some_and(|ending| PICTURES.contains(&ending.as_str()));
    is_picture && !path.contains('/') && left_by(path).is_none()
}

/// Whether a file or folder at this path from the site's root belongs to the site. A change of
/// any other changes nothing that is read.
pub fn is_source(path: &Path) -> bool {
    let is_file = FILES.iter().any(|file| path == Path::new(file));
    if is_file || path.to_str().is_some_and(is_beside_settings) {
        return true;
    }
    let is_inside = FOLDERS.iter().any(|folder| path.starts_with(folder));
    let mut names = path.iter().enumerate().skip(1);
    is_inside && !names.any(|(depth, name)| is_left_behind(depth, &name.to_string_lossy()))
}
