//! What is copied is what the site was made of, or nothing is written; and what a run leaves that
//! is stopped is in nobody's way.

use std::collections::BTreeMap;
use std::os::unix::fs::symlink;

use super::*;
use crate::memo::Digest;
use crate::public::KEPT;

/// A site of one page and one copied file, whose text is `old`.
fn files(from: &str) -> Files {
    let path = |name: &str| OutputPath::parse(name).unwrap();
    let copied = File::Copied { from: Path::new(from).into(), digest: Digest::of(b"old"), len: 3 };
    let page = File::made(*b"page");
    BTreeMap::from([(path("a.bin"), copied), (path("index.html"), page)])
}

#[test]
fn a_file_that_changed_since_it_was_read_is_not_published() {
    type Change = fn(&Path, &Path);
    let deeds: [(&str, Change); 7] = [
        ("other bytes", |_, file| fs::write(file, "new").unwrap()),
        ("more bytes", |_, file| fs::write(file, "older").unwrap()),
        ("nothing", |_, file| fs::remove_file(file).unwrap()),
        ("a folder", |_, file| {
            fs::remove_file(file).unwrap();
            fs::create_dir(file).unwrap();
        }),
        ("a link to a secret", |root, file| {
            fs::remove_file(file).unwrap();
            fs::write(root.join("secret"), "key").unwrap();
            symlink(root.join("secret"), file).unwrap();
        }),
        ("an endless device", |_, file| {
            fs::remove_file(file).unwrap();
            symlink("/dev/zero", file).unwrap();
        }),
        ("a pipe", |_, file| {
            fs::remove_file(file).unwrap();
            assert!(std::process::Command::new("mkfifo").arg(file).status().unwrap().success());
        }),
    ];
    for from in ["content/a.bin", &format!("{KEPT}/0/a.bin")] {
        for (what, change) in deeds {
            let root = tempfile::tempdir().unwrap();
            let (file, folder) = (root.path().join(from), root.path().join("public"));
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "old").unwrap();
            let output = OutputFolder::claim(&folder).unwrap();
            change(root.path(), &file);
            match write(&output, root.path(), &files(from), false) {
                Err(WriteError::Changed(path)) => assert_eq!(path, Path::new(from), "{what}"),
                other => panic!("{what}: {other:?}"),
            }
            drop(output);
            assert!(!folder.exists(), "{what}: nothing was written");
        }
    }
}

#[test]
fn a_link_between_sources_is_followed_and_one_in_the_kept_folder_is_not() {
    for (from, is_copied) in [("content/a.bin", true), (&*format!("{KEPT}/0/a.bin"), false)] {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join(from);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(root.path().join("b.bin"), "old").unwrap();
        symlink(root.path().join("b.bin"), &file).unwrap();
        let folder = root.path().join("public");
        let output = OutputFolder::claim(&folder).unwrap();
        assert_eq!(write(&output, root.path(), &files(from), false).is_ok(), is_copied);
        assert_eq!(fs::read(folder.join("a.bin")).is_ok_and(|bytes| bytes == b"old"), is_copied);
    }
}

#[test]
fn a_folder_that_a_stopped_run_left_empty_is_in_nobodys_way() {
    let path = |name: &str| OutputPath::parse(name).unwrap();
    let of = |name: &str| BTreeMap::from([(path(name), File::made(*b"text"))]);
    for (left, names) in [("x/y", ["x/y/file", "x"]), ("x", ["x/y/file", "x"])] {
        let root = tempfile::tempdir().unwrap();
        let output = OutputFolder::claim(&root.path().join("public")).unwrap();
        let [before, after] = names.map(of);
        write(&output, root.path(), &before, false).unwrap();
        let inner = output.path().join("x/y");
        fs::remove_file(inner.join("file")).unwrap();
        if left == "x" {
            fs::remove_dir(&inner).unwrap();
        }
        write(&output, root.path(), &after, false).unwrap();
        assert_eq!(fs::read(output.path().join("x")).unwrap(), b"text", "{left}");
    }
}

#[test]
fn an_empty_folder_of_others_stays_and_is_told() {
    let path = |name: &str| OutputPath::parse(name).unwrap();
    let root = tempfile::tempdir().unwrap();
    let output = OutputFolder::claim(&root.path().join("public")).unwrap();
    let files = BTreeMap::from([(path("x"), File::made(*b"text"))]);
    fs::create_dir(output.path().join("x")).unwrap();
    assert!(matches!(write(&output, root.path(), &files, false), Err(WriteError::Disk { .. })));
    assert!(output.path().join("x").is_dir());
}
