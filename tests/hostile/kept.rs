//! What the fuzz targets have found worth keeping, checked again by every toolchain: texts that
//! once went wrong, and such as reach far into the program.

#[expect(unreachable_pub, reason = "the fuzz targets see it as a library")]
#[path = "../../fuzz/src/lib.rs"]
pub(crate) mod checks;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// The most that is kept of one target: files, and bytes of all of them.
const MOST: (usize, usize) = (200, 300_000);

/// The files that are kept of a target, in order.
fn kept(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> = files.map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    files.sort();
    files
}

/// Checks what is kept of a target; the names of those that do not hold are told at the end, each
/// below what it said.
fn check(target: &str) {
    let (_, check) = checks::TARGETS.iter().find(|(name, _)| *name == target).unwrap();
    let kept = kept(target);
    assert!(!kept.is_empty(), "nothing is kept of {target}");
    let fails = |(_, bytes): &&(PathBuf, Vec<u8>)| catch_unwind(|| check(bytes)).is_err();
    let failed: Vec<_> = kept.iter().filter(fails).map(|(path, _)| path.display()).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn kept_front_matter_is_read_or_told() {
    check("front_matter");
}

#[test]
fn kept_texts_are_read_or_told() {
    check("markdown");
}

#[test]
fn kept_sheets_are_read_or_told() {
    check("sheet");
}

#[test]
fn kept_settings_are_read_or_told() {
    check("settings");
}

#[test]
fn kept_data_are_read_or_told() {
    check("data");
}

#[test]
fn kept_conversations_are_answered() {
    check("lsp");
}

#[test]
fn every_target_has_a_small_corpus_and_no_corpus_is_without_a_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let mut folders: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let mut targets: Vec<&str> = checks::TARGETS.iter().map(|(name, _)| *name).collect();
    targets.sort_unstable();
    assert_eq!(folders, targets);
    for target in targets {
        let kept = kept(target);
        let bytes: usize = kept.iter().map(|(_, bytes)| bytes.len()).sum();
        assert!(kept.len() <= MOST.0 && bytes <= MOST.1, "{target}: {} files, {bytes}", kept.len());
    }
}
