//! Whether a file that a command writes for people would lie where its name says.
#![expect(clippy::disallowed_methods, reason = "what stands on the disk decides")]

use std::fs;
use std::path::Path;

use bangtin::diagnostics::say;

use crate::commands::Refusal;
use crate::commands::site::shown;

/// Says so if a folder on the way from `root` to a file is a link that leads out.
///
/// # Errors
/// If it is; nothing was written yet.
pub(crate) fn must_be_inside(root: &Path, file: &Path) -> Result<(), Refusal> {
    let on_the_way = file.ancestors().skip(1).take_while(|above| above.starts_with(root));
    let Some(nearest) = on_the_way.into_iter().find(|above| above.symlink_metadata().is_ok())
    else {
        return Ok(());
    };
    let is_inside = fs::canonicalize(root)
        .and_then(|root| Ok(fs::canonicalize(nearest)?.starts_with(root)))
        .unwrap_or(false);
    if is_inside {
        return Ok(());
    }
    let name = shown(nearest);
    Err(Refusal::usage(
        say!("`{name}` dẫn ra ngoài trang web", "`{name}` leads out of the site"),
        say!(
            "thay liên kết này bằng một thư mục thật trong trang web",
            "put a real folder of the site in the place of this link"
        ),
    ))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_on_the_way_must_stay_inside() {
        let (top, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let root = top.path().join("site");
        assert!(must_be_inside(&root, &root.join("content/a.md")).is_ok(), "nothing is there");
        fs::create_dir_all(root.join("texts")).unwrap();
        symlink("texts", root.join("content")).unwrap();
        symlink(other.path(), root.join("themes")).unwrap();
        symlink("nowhere", root.join("i18n")).unwrap();
        assert!(must_be_inside(&root, &root.join("content/tin/a.md")).is_ok());
        for bad in ["themes/a", "themes/b/a", "i18n/a"] {
            assert!(must_be_inside(&root, &root.join(bad)).is_err(), "{bad}");
        }
        symlink(&root, top.path().join("link")).unwrap();
        let linked = top.path().join("link");
        assert!(must_be_inside(&linked, &linked.join("texts/a")).is_ok());
    }
}
