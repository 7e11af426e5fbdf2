//! Which folders may be written to: none that holds what people have written.
#![expect(clippy::disallowed_methods, reason = "what stands on the disk decides")]

use std::fs;
use std::path::{Component, Path, PathBuf};

use bangtin::config::SITE_FILE;
use bangtin::diagnostics::{Code, Diagnostic, Say};
use bangtin::public::{self, KEPT};
use bangtin::sources::LOCK_FILE;

use crate::commands::environment;
use crate::commands::site::shown;
use bangtin::diagnostics::say;

/// What the site's own files stand in, below its root.
const OWN: [&str; 3] = ["content", "i18n", "themes"];

/// What tells that a folder holds a site.
const SITE: [&str; 4] = [SITE_FILE, LOCK_FILE, "content/_index.md", "content/_data"];

/// Folders in which programs keep the history of files.
const HISTORIES: [&str; 4] = [".git", ".hg", ".svn", ".jj"];

/// Why the site must not be written to this folder, if it must not.
pub(super) fn fault(root: &Path, folder: &Path) -> Option<Diagnostic> {
    let reason = reason(root, folder)?;
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

/// Why a file must not be written there, if it must not.
pub(super) fn fault_of_file(root: &Path, file: &Path) -> Option<Diagnostic> {
    let folder = file.parent().filter(|above| !above.as_os_str().is_empty());
    let target = real(folder.unwrap_or(Path::new(".")));
    let sites = [real(root)].into_iter();
    let sites = sites.chain(target.ancestors().filter(|above| is_site(above)).map(Path::to_owned));
    let inside = sites.flat_map(|site| OWN.map(|name| (real(&site.join(name)), name)));
    let mut inside = inside.filter(|(own, _)| target.starts_with(own));
    let reason = of_a_program(&target).or_else(|| {
        let (_, name) = inside.next()?;
        Some(say!("đó là nơi để `{name}/` của trang web", "the site's `{name}/` is there"))
    })?;
    let name = shown(file);
    let message = Say {
        vi: format!("không ghi `{name}` được: {}", reason.vi),
        en: format!("cannot write `{name}`: {}", reason.en),
    };
    Some(Diagnostic::error(Code::BadOutputFolder, message).hint(say!(
        "ghi vào một thư mục khác, ví dụ `--output goi.zip`",
        "write it to another folder, such as `--output package.zip`"
    )))
}

fn reason(named: &Path, folder: &Path) -> Option<Say> {
    if folder.as_os_str().is_empty() {
        return Some(say!("đường dẫn trống", "the path is empty"));
    }
    let (root, target) = (real(named), real(folder));
    let is_link = fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_symlink());
    if (is_link || spelt(folder).starts_with(spelt(named))) && !target.starts_with(&root) {
        return Some(say!(
            "đó là liên kết dẫn ra ngoài trang web",
            "it is a link that leads out of the site"
        ));
    }
    if fs::metadata(&target).is_ok_and(|metadata| !metadata.is_dir()) {
        return Some(say!("đó là một tệp", "it is a file"));
    }
    if target == root {
        return Some(say!("đó là thư mục gốc của trang web", "it is the site's own folder"));
    }
    if root.starts_with(&target) {
        return Some(say!("thư mục này chứa trang web", "it holds the site"));
    }
    let home = ["HOME", "USERPROFILE"].into_iter().find_map(environment);
    if home.is_some_and(|home| real(Path::new(&home)) == target) {
        return Some(say!("đó là thư mục cá nhân của bạn", "it is your home folder"));
    }
    of_a_program(&target).or_else(|| of_the_site(&root, &target)).or_else(|| of_another(&target))
}

/// What programs keep for themselves, at any depth.
fn of_a_program(target: &Path) -> Option<Say> {
    let is = |part: Component<'_>, name: &str| part.as_os_str().eq_ignore_ascii_case(name);
    if target.components().any(|part| is(part, KEPT)) {
        return Some(say!(
            "bangtin giữ bản nhỏ của hình ở đó",
            "bangtin keeps copies of pictures there"
        ));
    }
    let name = HISTORIES.iter().find(|name| target.components().any(|part| is(part, name)))?;
    Some(say!(
        "đó là chỗ của `{name}`, nơi lưu lịch sử tệp",
        "`{name}` keeps the history of files there"
    ))
}

/// What the authors of the site have written, or would.
fn of_the_site(root: &Path, target: &Path) -> Option<Say> {
    OWN.iter().find_map(|name| {
        let own = real(&root.join(name));
        let taken = target.starts_with(&own) || own.starts_with(target);
        taken.then(|| say!("đó là nơi để `{name}/` của trang web", "the site's `{name}/` is there"))
    })
}

/// What the authors of other sites have written, above or here.
fn of_another(target: &Path) -> Option<Say> {
    if is_site(target) {
        return Some(say!("ở đó có một trang web khác", "another site is there"));
    }
    let mut sites = target.ancestors().filter(|above| is_site(above));
    sites.find_map(|site| of_the_site(site, target))
}

/// Whether a folder holds the sources of a site, and no site that was written there has such files.
fn is_site(folder: &Path) -> bool {
    let is_there = |name: &&&str| folder.join(name).symlink_metadata().is_ok();
    SITE.iter().filter(is_there).any(|name| !public::has_written(folder, name))
}

/// The whole path without dots, its links as they are spelt.
fn spelt(path: &Path) -> PathBuf {
    let mut whole = std::env::current_dir().unwrap_or_default();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => whole.push(part),
        }
    }
    whole
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
            ".svn",
            ".bangtin",
            ".bangtin/x",
            "docs/.Bangtin",
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

    #[test]
    fn what_others_wrote_for_their_site_is_never_an_output_folder() {
        let (own, other) = (site(), site());
        let refused = |path: &Path| fault(own.path(), path).is_some();
        for bad in ["", "content", "content/tin/x", "themes", "i18n/x"] {
            assert!(refused(&other.path().join(bad)), "{bad}");
        }
        for good in ["public", "docs", "moi/hon"] {
            assert!(!refused(&other.path().join(good)), "{good}");
        }
        // Their settings have another name, but their texts are there.
        fs::remove_file(other.path().join("site.yaml")).unwrap();
        fs::write(other.path().join("content/_index.md"), "").unwrap();
        assert!(refused(other.path()) && refused(&other.path().join("content/x")));
    }

    #[test]
    fn a_published_file_of_the_name_of_the_settings_makes_no_folder_a_site() {
        let site = site();
        let output = site.path().join("public");
        fs::create_dir(&output).unwrap();
        fs::write(output.join("site.yaml"), "x").unwrap();
        assert!(fault(site.path(), &output).is_some());
        let manifest =
            "{\"generator\":\"bangtin\",\"files\":{\"site.yaml\":{\"blake3\":\"\",\"bytes\":1}}}";
        fs::write(output.join("manifest.json"), manifest).unwrap();
        assert!(fault(site.path(), &output).is_none());
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
        assert!(fault(site.path(), &site.path().join("out/x")).is_some(), "behind it");
        assert!(fault(site.path(), &link(&site.path().join("content"), "texts")).is_some());
        assert!(fault(site.path(), &link(&site.path().join("docs"), "inside")).is_none());
    }
}
