//! Files out: the whole site as a value, and the one function that writes it.
//!
//! In: [`Files`]. Out: the output folder. Only what differs is written, through
//! temporary files that are renamed once all of them are complete; only what the
//! manifest of the last run names and is as that run wrote it is removed. A full disk or a
//! stop half-way leaves a site that works.

mod claim;
mod kept;
mod lock;
mod manifest;
mod media;
mod obstacles;
mod own;
mod regular;
pub mod removal;
mod spool;
mod staging;
mod state;
mod write;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use crate::memo::{Digest, Hashed};

pub use claim::OutputFolder;
pub use kept::Kept;
pub use manifest::{MANIFEST, manifest};
pub use media::{is_text, known_type, media_type, named_type};
pub use own::KEPT;
pub use regular::read_regular;
pub use spool::{InMemory, Spool, Store};
pub use state::{leave, recall, stamps};
pub use write::{Changes, WriteError, has_written, write};

/// The whole site as a value.
pub type Files = BTreeMap<OutputPath, File>;

/// Where a file of the site is: from the output folder, with `/`. It cannot lead out
/// of the folder, name a dot file (but those that servers ask for), or hold a letter that some disk
/// refuses.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// The path, if it is one that every disk and server takes.
    pub fn parse(path: &str) -> Option<OutputPath> {
        // The one hidden folder that servers are asked for (RFC 8615).
        let inside = path.strip_prefix(".well-known/").unwrap_or(path);
        let is_plain = FOR_SERVERS.contains(&path) || inside.split('/').all(is_plain_name);
        let fits = path.len() <= 400 && is_plain;
        fits.then(|| OutputPath(path.into()))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What an address in this file leads to, from its folder or from the root of the site, if that
    /// can be a file of the site.
    pub fn led_to(&self, address: &str) -> Option<OutputPath> {
        let (above, below) = match address.strip_prefix('/') {
            Some(below) => ("", below),
            None => (self.0.rsplit_once('/').map_or("", |(folder, _)| folder), address),
        };
        let mut parts: Vec<&str> = above.split('/').filter(|part| !part.is_empty()).collect();
        for part in below.split('/') {
            match part {
                "." => {}
                ".." => _ = parts.pop()?,
                part => parts.push(part),
            }
        }
        OutputPath::parse(&parts.join("/"))
    }

    /// The same path with the beginning of a digest in its name, before the extension.
    pub fn with_digest(&self, digest: Digest) -> OutputPath {
        let digest = &digest.to_hex()[..8];
        let name = self.0.rfind('/').map_or(0, |slash| slash + 1);
        let dot = self.0[name..].rfind('.').map_or(self.0.len(), |dot| name + dot);
        let (before, extension) = self.0.split_at(dot);
        OutputPath(format!("{before}.{digest}{extension}").into())
    }

    /// Whether the name of the file holds its digest, so that no other bytes will ever have it:
    /// `NAME.1234abcd.EXT` among the files of the theme or of the search. Plain names lie beside
    /// them in both folders.
    pub fn names_its_digest(&self) -> bool {
        let Some((folder, rest)) = self.0.split_once('/') else { return false };
        let name = rest.rsplit('/').next().unwrap_or_default();
        let parts: Vec<&str> = name.rsplitn(3, '.').collect();
        let [extension, digest, stem] = parts[..] else { return false };
        DIGESTED.contains(&folder)
            && !stem.is_empty()
            && !extension.is_empty()
            && digest.len() == 8
            && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    }

    /// How many folders deep the file lies.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Hidden files at the root that hosts look for: the orders of Apache, and the word to GitHub Pages
/// that no file is to be left out.
const FOR_SERVERS: [&str; 2] = [".htaccess", ".nojekyll"];

/// The folders in which the names of files hold their digests.
pub const DIGESTED: [&str; 2] = ["_theme", "_search"];

/// Names that Windows keeps for devices; a site on a USB stick must do without them.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

fn is_plain_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    !name.is_empty()
        && name.len() <= 200
        && !name.starts_with('.')
        && !name.ends_with(['.', ' '])
        && !DEVICES.contains(&stem.as_str())
        && name.chars().all(|letter| !letter.is_control() && !"\\:*?\"<>|".contains(letter))
}

/// A file of the site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum File {
    /// Bytes that the program made, with their digest.
    Made(Hashed<Arc<[u8]>>),
    /// Bytes that the program made and that wait on the disk, or stand in their place.
    Spooled {
        /// Where they wait; nothing if they stood in their place.
        at: Option<Arc<Path>>,
        /// The digest of the bytes.
        digest: Digest,
        /// Their number.
        len: u64,
    },
    /// A source file, as it is.
    Copied {
        /// The path from the site's root as the disk spells it.
        from: Arc<Path>,
        /// The digest of its bytes.
        digest: Digest,
        /// Its length in bytes.
        len: u64,
    },
}

impl File {
    /// A file of these bytes.
    pub fn made(bytes: impl Into<Arc<[u8]>>) -> File {
        let bytes = bytes.into();
        let digest = Digest::of(&bytes);
        File::Made(Hashed::new(bytes, digest))
    }

    /// The digest of the file's bytes.
    pub fn digest(&self) -> Digest {
        match self {
            File::Made(bytes) => bytes.digest(),
            File::Copied { digest, .. } | File::Spooled { digest, .. } => *digest,
        }
    }

    /// How many bytes it has.
    pub fn len(&self) -> u64 {
        match self {
            File::Made(bytes) => bytes.len() as u64,
            File::Copied { len, .. } | File::Spooled { len, .. } => *len,
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leads_out() {
        for bad in [
            "",
            "/a",
            "a//b",
            "../a",
            "a/..",
            "./a",
            "a\\b",
            "C:a",
            ".git/x",
            ".well-known",
            ".well-known/.x",
            "a/.well-known/x",
            "a/.x",
            "a/.htaccess",
            ".htaccess/a",
            "con",
            "a/NUL.html",
            "a. ",
            "a\0b",
        ] {
            assert!(OutputPath::parse(bad).is_none(), "{bad:?}");
        }
        for good in [
            "index.html",
            "en/plans/index.html",
            "tài-liệu/ảnh 1.png",
            "_theme/site.css",
            ".well-known/security.txt",
            ".htaccess",
            ".nojekyll",
        ] {
            assert!(OutputPath::parse(good).is_some(), "{good:?}");
        }
    }

    #[test]
    fn a_digest_in_a_name_is_told_from_what_looks_like_one() {
        for (path, has_digest) in [
            ("_theme/site.5f3a11bc.css", true),
            ("_search/vi/t0.5f3a11bc.js", true),
            ("_theme/a/b.c.00000000.woff2", true),
            ("_search/vi.js", false),
            ("_theme/site.css", false),
            ("_theme/site.5f3a11b.css", false),
            ("_theme/site.5F3A11BC.css", false),
            ("_theme/site.5f3a11bg.css", false),
            ("_theme/5f3a11bc.css", false),
            ("_theme/.5f3a11bc.css", false),
            ("_theme/site.5f3a11bc.css/a", false),
            ("tin/anh.20241115.jpg", false),
            ("tin/_theme/anh.20241115.jpg", false),
            ("site.5f3a11bc.css", false),
        ] {
            let parsed = OutputPath::parse(path);
            let named = parsed.is_some_and(|path| path.names_its_digest());
            assert_eq!(named, has_digest, "{path}");
        }
    }
}
