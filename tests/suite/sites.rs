//! Whole sites and every byte that they must become: `tests/sites/NAME/{in,out}`.
//!
//! What the build says of a site stands in `said.txt` beside them; without that file it
//! must say nothing. `UPDATE=1 cargo test --test suite sites` writes both anew: look at the
//! difference before you commit it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bangtin::memo::Digest;
use bangtin::public::File;

use crate::harness::{Built, Site, repository};

#[test]
fn every_site_becomes_what_is_expected() {
    let names = folders(&repository().join("tests/sites"));
    assert!(names.len() >= 4, "{names:?}");
    let faults: Vec<String> = names.iter().flat_map(|folder| faults_of(folder)).collect();
    assert!(
        faults.is_empty(),
        "{}\n\n`UPDATE=1 cargo test --test suite sites` takes this as it is",
        faults.join("\n")
    );
}

fn faults_of(folder: &Path) -> Vec<String> {
    let built = Site::read(&folder.join("in")).build();
    let (out, said) = (folder.join("out"), folder.join("said.txt"));
    if std::env::var_os("UPDATE").is_some() {
        update(&built, folder);
    }
    let mut faults = Vec::new();
    let mut expected = read_all(&out);
    for (path, file) in &built.files {
        match expected.remove(path.as_str()) {
            None => faults.push(format!("{}/{path} is new", out.display())),
            Some(bytes) if Digest::of(&bytes) != file.digest() => {
                faults.push(format!(
                    "{}/{path} differs{}",
                    out.display(),
                    difference(&bytes, file)
                ));
            }
            Some(_) => {}
        }
    }
    let left = expected.keys().map(|path| format!("{}/{path} is left over", out.display()));
    faults.extend(left);
    let known = fs::read_to_string(&said).unwrap_or_default();
    if known.trim_end() != built.report().trim_end() {
        faults.push(format!("{} is not what is said:\n{}", said.display(), built.report()));
    }
    faults
}

fn update(built: &Built, folder: &Path) {
    let (out, said) = (folder.join("out"), folder.join("said.txt"));
    if out.exists() {
        fs::remove_dir_all(&out).unwrap();
    }
    for (path, file) in &built.files {
        let target = out.join(path.as_str());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        match file {
            File::Made(bytes) => fs::write(&target, &**bytes).unwrap(),
            File::Spooled { .. } => panic!("it is on the disk"),
            File::Copied { from, .. } => {
                fs::copy(folder.join("in").join(from), &target).unwrap();
            }
        }
    }
    if built.report().is_empty() {
        // There is none to remove where nothing was said before either.
        let _ = fs::remove_file(said);
    } else {
        fs::write(said, format!("{}\n", built.report())).unwrap();
    }
}

/// The first line that is not as expected.
fn difference(expected: &[u8], file: &File) -> String {
    let File::Made(bytes) = file else { return String::new() };
    let (expected, made) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(bytes));
    let mut pairs = expected.lines().zip(made.lines()).zip(1..);
    let first = pairs.find(|((expected, made), _)| expected != made);
    first.map_or_else(
        || format!(": {} lines, not {}", made.lines().count(), expected.lines().count()),
        |((expected, made), line)| format!(" in line {line}\n  - {expected}\n  + {made}"),
    )
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn read_all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    if !folder.is_dir() {
        return files;
    }
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let inside = read_all(&path).into_iter();
            files.extend(inside.map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
    files
}
