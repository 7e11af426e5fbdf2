//! Transcripts of commands: what people type, and every word they get back.
//!
//! Each `tests/cli/NAME.md` runs in a copy of `tests/cli/NAME.in/`.
//! `TRYCMD=overwrite cargo test --test cli` writes what the program says today.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test of folders on the disk, which fails where anything goes wrong"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

#[test]
fn the_transcripts_hold() {
    trycmd::TestCases::new().env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1").case("tests/cli/*.md");
}

/// Runs the program in a folder.
fn bangtin(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bangtin"));
    command.args(arguments).current_dir(folder).env("LC_ALL", "C.UTF-8").output().unwrap()
}

#[test]
fn a_command_in_a_folder_of_the_site_finds_the_site() {
    let site = tempfile::tempdir().unwrap();
    let folder = site.path().join("content/tin");
    fs::create_dir_all(&folder).unwrap();
    fs::write(site.path().join("site.yaml"), "title: A\n").unwrap();
    for (kind, title, file) in [
        ("bài", "Lễ phát động", "content/le-phat-dong.md"),
        ("kế hoạch", "Kế hoạch năm", "content/ke-hoach-nam.md"),
        ("lich", "Lịch tháng", "content/lich-thang.md"),
    ] {
        let made = bangtin(&folder, &["new", kind, title]);
        let said = String::from_utf8_lossy(&made.stderr);
        assert!(made.status.success(), "{said}");
        assert!(said.contains("`../..`"), "{said}");
        assert!(site.path().join(file).exists(), "{file}: {said}");
    }
    fs::write(site.path().join("content/_index.md"), "---\ntitle: Trang chủ\n---\n").unwrap();
    let built = bangtin(&folder, &["build"]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    assert!(site.path().join("public/index.html").exists() && !folder.join("public").exists());
    // A folder that is named is taken as it is.
    let named = bangtin(&folder, &["check", "--root", "."]);
    assert_eq!(named.status.code(), Some(2));
}
