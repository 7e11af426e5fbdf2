//! Where a source file is, and how one file names another.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

use crate::sources::texts::in_nfc;

/// Where a source file is: from the site's root, with `/`, in NFC (`content/tin/bai.md`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// The path of this text, brought to NFC.
    pub fn new(path: &str) -> SourcePath {
        SourcePath(in_nfc(path).into())
    }

    /// The first of all paths that begin with this text, which is in NFC.
    pub(super) fn beginning(prefix: &str) -> SourcePath {
        SourcePath(prefix.into())
    }

    /// The file that is written like this in a text beside which it lies: from `content/` if
    /// it begins with `@/`. `None` if it leads out of `content/`.
    pub fn named_by(&self, written: &str) -> Option<SourcePath> {
        let path = match written.strip_prefix("@/") {
            Some(inside) => join("content", inside),
            None => join(self.folder(), written),
        };
        path.map(|path| SourcePath::new(&path))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds the file, without a closing `/`; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part: name and extension.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The extension in lower case, without the dot; empty if there is none.
    pub fn extension(&self) -> String {
        let extension = self.file_name().rsplit_once('.').map_or("", |(_, extension)| extension);
        extension.to_ascii_lowercase()
    }
}

impl<'de> Deserialize<'de> for SourcePath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<SourcePath, D::Error> {
        String::deserialize(deserializer).map(|path| SourcePath::new(&path))
    }
}

impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A path from a folder, `.` and `..` worked out; `None` if it leads out of `content/`.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
        if parts.first() != Some(&"content") {
            return None;
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leaves_content() {
        assert_eq!(join("content/tin", "../a.md").as_deref(), Some("content/a.md"));
        assert_eq!(join("content/tin", "./b/../c.md").as_deref(), Some("content/tin/c.md"));
        assert_eq!(join("content/tin", "../../site.yaml"), None);
        assert_eq!(join("content", "../content/a.md"), None);
    }

    #[test]
    fn a_file_is_named_from_its_neighbour_or_from_content() {
        let page = SourcePath::new("content/lich/2026/index.md");
        let named = |written| page.named_by(written).map(|path| path.to_string());
        assert_eq!(named("lich.xlsx").as_deref(), Some("content/lich/2026/lich.xlsx"));
        assert_eq!(named("../lich.xlsx").as_deref(), Some("content/lich/lich.xlsx"));
        assert_eq!(named("@/lich.xlsx").as_deref(), Some("content/lich.xlsx"));
        assert_eq!(named("../../../site.yaml"), None);
    }
}
