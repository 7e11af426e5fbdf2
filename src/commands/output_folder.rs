//! Which folders may be written to: none that holds what people have written.
#![expect(clippy::disallowed_methods, reason = "what stands on the disk decides")]

use std::fs;
use std::path::{Component, Path, PathBuf};

use bangtin::diagnostics::{Code, Diagnostic, Say};

use crate::commands::site::shown;
use bangtin::diagnostics::say;

/// What the site's own files stand in, below its root.
const OWN: [&str; 3] = ["content", "i18n", "themes"];

/// Why the site must not be written to this folder, if it must not.
pub(super) fn fault(root: &Path, folder: &Path) -> Option<Diagnostic> {
    let reason = reason(&real(root), folder)?;
    let name = shown(folder);
    let message = Say {
        vi: format!("không ghi vào `{name}` được: {}", reason.vi),
        en: format!("cannot write to `{name}`: {}", reason.en),
    };
    Some(Diagnostic::error(Code::BadOutputFolder, message).hint(say!(
        "chọn một thư mục riêng cho kết quả, ví dụ `--output-dir public`",
        "choose a folder for the output alone, such as `--output-dir public`"
    )))
}

fn reason(root: &Path, folder: &Path) -> Option<Say> {
    if folder.as_os_str().is_empty() {
        return Some(say!("đường dẫn trống", "the path is empty"));
    }
    let target = real(folder);
    let is_link = fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_symlink());
    if is_link && !target.starts_with(root) {
        return Some(say!(
            "đó là liên kết dẫn ra ngoài trang web",
            "it is a link that leads out of the site"
        ));
    }
    if fs::metadata(&target).is_ok_and(|metadata| !metadata.is_dir()) {
        return Some(say!("đó là một tệp", "it is a file"));
    }
    if target == *root {
        return Some(say!("đó là thư mục gốc của trang web", "it is the site's own folder"));
    }
    if root.starts_with(&target) {
        return Some(say!("thư mục này chứa trang web", "it holds the site"));
    }
    if target.components().any(|part| part.as_os_str() == ".git") {
        return Some(say!("đó là kho lưu của git", "it belongs to git"));
    }
    OWN.iter().find_map(|name| {
        let own = real(&root.join(name));
        let taken = target.starts_with(&own) || own.starts_with(&target);
        taken.then(|| say!("đó là nơi để `{name}/` của trang web", "the site's `{name}/` is there"))
    })
}

/// The path without links and dots, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let mut whole = std::env::current_dir().unwrap_or_default();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole = fs::canonicalize(&whole).unwrap_or(whole);
                whole.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => whole.push(part),
        }
    }
    let mut missing = Vec::new();
    loop {
        if let Ok(mut found) = fs::canonicalize(&whole) {
            found.extend(missing.iter().rev());
            return found;
        }
        match whole.file_name() {
            Some(name) => missing.push(name.to_owned()),
            None => return path.to_owned(),
        }
        whole.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["content/tin", "themes/civic", "docs"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("site.yaml"), "title: A\n").unwrap();
        folder
    }

    #[test]
    fn what_people_wrote_is_never_an_output_folder() {
        let site = site();
        let root = site.path();
        let name = root.file_name().unwrap().to_string_lossy().into_owned();
        let back = format!("docs/../../{name}");
        for bad in [
            ".",
            "..",
            "content",
            "content/tin",
            "content/x/y",
            "themes",
            "site.yaml",
            ".git/x",
            "docs/..",
            &back,
        ] {
            assert!(fault(root, &root.join(bad)).is_some(), "{bad}");
        }
        for good in ["public", "docs", "public/a/b", "content2"] {
            assert!(fault(root, &root.join(good)).is_none(), "{good}");
        }
        assert!(fault(root, Path::new("/")).is_some());
        assert!(fault(root, Path::new("")).is_some());
        assert!(fault(root, &std::env::temp_dir().join("elsewhere")).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_or_to_the_texts_is_refused() {
        let (site, other) = (site(), tempfile::tempdir().unwrap());
        let link = |target: &Path, name: &str| {
            let link = site.path().join(name);
            std::os::unix::fs::symlink(target, &link).unwrap();
            link
        };
        assert!(fault(site.path(), &link(other.path(), "out")).is_some());
        assert!(fault(site.path(), &link(&site.path().join("content"), "texts")).is_some());
        assert!(fault(site.path(), &link(&site.path().join("docs"), "inside")).is_none());
    }
}
