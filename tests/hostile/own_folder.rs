//! `.bangtin/` in the hands of accident and malice, and links where commands write.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::site::{Site, bangtin, bytes, tree};

/// The parts of all kept work, in order.
fn parts(site: &Site) -> Vec<PathBuf> {
    let folders = fs::read_dir(site.path(".bangtin")).unwrap();
    let folders = folders.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut all: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    all.sort();
    assert!(all.len() >= 2, "the picture has copies");
    all
}

#[test]
fn what_stands_behind_a_link_or_was_made_by_others_is_neither_used_nor_touched() {
    type Deed = fn(&Site);
    let deeds: [(&str, Deed); 4] = [
        ("a link to the home folder", |site| symlink("nha", site.path(".bangtin")).unwrap()),
        ("a folder of others", |site| {
            fs::rename(site.path("nha"), site.path(".bangtin")).unwrap();
        }),
        ("a folder of another program", |site| {
            let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by cargo.\n";
            fs::rename(site.path("nha"), site.path(".bangtin")).unwrap();
            site.put(".bangtin/CACHEDIR.TAG", tag);
        }),
        ("a file", |site| site.put(".bangtin", "của người khác")),
    ];
    for (what, deed) in deeds {
        let site = Site::good();
        let expected = bytes_of(&site);
        fs::remove_dir_all(site.path(".bangtin")).unwrap();
        site.put("nha/Documents/thesis.txt", "của người khác");
        site.put(&format!("nha/{}/0.1.txt", "a".repeat(32)), "của người khác");
        deed(&site);
        fs::remove_dir_all(site.path("public")).unwrap();
        let everything = |site: &Site| {
            let mut all = fs::read_dir(site.path(".bangtin")).map_or(0, Iterator::count);
            all += tree(&site.path("nha")).len();
            all
        };
        let before = everything(&site);
        let ran = site.run(&["build", "--lang", "en"]);
        assert_eq!(ran.code, 0, "{what}: {}", ran.stderr);
        assert!(ran.stderr.contains("`.bangtin` was not made by bangtin"), "{}", ran.stderr);
        assert_eq!(everything(&site), before, "{what}");
        assert_eq!(bytes_of(&site), expected, "{what}");
    }
}

fn bytes_of(site: &Site) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = site.public().into_iter();
    all.filter_map(|(path, (bytes, _))| Some((path, bytes?))).collect()
}

#[test]
fn a_folder_of_ones_own_in_it_stays() {
    let site = Site::good();
    for path in ["cua-toi/x", &format!("{}/x", "0".repeat(32)), &format!("{}.7/x", "0".repeat(32))]
    {
        site.put(&format!(".bangtin/{path}"), "x");
    }
    assert_eq!(site.build("vi").code, 0);
    assert!(site.path(".bangtin/cua-toi/x").exists());
    assert!(site.path(&format!(".bangtin/{}/x", "0".repeat(32))).exists());
    assert!(site.path(&format!(".bangtin/{}.7/x", "0".repeat(32))).exists());
}

#[test]
fn what_is_damaged_is_never_published() {
    type Damage = fn(&Site, &Path);
    let deeds: [(&str, Damage); 7] = [
        ("a flipped byte", |_, part| {
            let mut bytes = fs::read(part).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 255;
            fs::write(part, bytes).unwrap();
        }),
        ("an empty part", |_, part| fs::write(part, "").unwrap()),
        ("a missing part", |_, part| fs::remove_file(part).unwrap()),
        ("a link to a secret", |site, part| {
            fs::remove_file(part).unwrap();
            symlink(site.path("secret"), part).unwrap();
        }),
        ("a link to what was there", |site, part| {
            fs::rename(part, site.path("same")).unwrap();
            symlink(site.path("same"), part).unwrap();
        }),
        ("a folder", |_, part| {
            fs::remove_file(part).unwrap();
            fs::create_dir(part).unwrap();
        }),
        ("a pipe", |_, part| {
            fs::remove_file(part).unwrap();
            assert!(Command::new("mkfifo").arg(part).status().unwrap().success());
        }),
    ];
    let good = Site::good();
    let expected = good.public();
    for (what, damage) in deeds {
        for last in [false, true] {
            let site = good.copy();
            site.put("secret", "SECRET");
            let all = parts(&site);
            damage(&site, if last { all.last().unwrap() } else { &all[0] });
            for _ in 0..2 {
                fs::remove_dir_all(site.path("public")).unwrap();
                let ran = site.build("en");
                assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{what}: {}", ran.stderr);
                assert_eq!(bytes(&site.public()), bytes(&expected), "{what}");
            }
        }
    }
}

#[test]
fn no_command_writes_through_a_link_that_leads_out() {
    let far = tempfile::tempdir().unwrap();
    let new = tempfile::tempdir().unwrap();
    symlink(far.path(), new.path().join("content")).unwrap();
    let ran =
        bangtin().arg("init").arg(new.path()).args(["--force", "--lang", "en"]).output().unwrap();
    let told = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2), "{told}");
    assert!(told.contains("leads out of the site"), "{told}");
    assert_eq!(fs::read_dir(new.path()).unwrap().count(), 1, "nothing is half-written");

    let site = Site::good();
    symlink(far.path(), site.path("content/xa")).unwrap();
    let ran = site.run(&["new", "post", "Họp", "--in", "xa/moi", "--lang", "en"]);
    assert_ne!(ran.code, 0);
    assert_eq!(fs::read_dir(far.path()).unwrap().count(), 0, "no file and no folder");
    fs::remove_file(site.path("content/xa")).unwrap();

    fs::write(far.path().join("lock"), "của người khác").unwrap();
    symlink(far.path().join("lock"), site.path("translations.lock")).unwrap();
    site.run(&["i18n", "accept"]);
    assert_eq!(fs::read_to_string(far.path().join("lock")).unwrap(), "của người khác");
}
