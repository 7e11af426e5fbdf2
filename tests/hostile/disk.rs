//! Disks that are full, or only for reading.
//!
//! A small file system in memory is mounted for each case. Where the tests may not mount,
//! they run themselves again in a user namespace of their own, where they may.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::site::{Ran, Site, bytes, copy, difference, tree};

/// A file system in memory; it goes with the test.
pub(crate) struct Disk(PathBuf);

impl Disk {
    fn mount(at: &Path, options: &str) -> Option<Disk> {
        fs::create_dir_all(at).unwrap();
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).output();
        mount.is_ok_and(|output| output.status.success()).then(|| Disk(at.to_owned()))
    }

    pub(crate) fn remount(&self, options: &str) {
        let options = format!("remount,{options}");
        // With the old options read from the system, a namespace may not mount it again.
        let mut mount = Command::new("mount");
        mount.args(["-i", "-o", &options, "tmpfs"]).arg(&self.0);
        assert!(mount.status().unwrap().success(), "{options}");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

const AGAIN: &str = "BANGTIN_TEST_IN_NAMESPACE";

/// Gives a disk to the test, or runs the test of this name again where it may have one.
fn with_disk(test: &str, options: &str, run: fn(&Site, &Disk)) {
    with_disk_at(test, ("dia", options), run);
}

/// As [`with_disk`], with the folder in the site in which the disk stands.
pub(crate) fn with_disk_at(test: &str, (at, options): (&str, &str), run: fn(&Site, &Disk)) {
    let site = Site::good();
    if let Some(disk) = Disk::mount(&site.path(at), options) {
        run(&site, &disk);
        return;
    }
    let again = Command::new("unshare")
        .args(["--map-root-user", "--mount"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(AGAIN, "1")
        .output();
    let nested = std::env::var_os(AGAIN).is_some();
    let done = !nested && again.is_ok_and(|output| output.status.success());
    assert!(
        done,
        "this test needs to mount a tmpfs, as root or by `unshare --map-root-user --mount`"
    );
}

fn build(site: &Site, disk: &Disk, lang: &str) -> Ran {
    site.run(&["build", "--lang", lang, "--output-dir", disk.0.to_str().unwrap()])
}

/// Something that changes every page, and a new page in a new folder.
fn write_more(site: &Site) {
    site.put("content/tin/_index.md", "---\ntitle: Tin tức\nslug: tin\n---\n");
    site.put("content/tin/moi.md", "---\ntitle: Mới\n---\n");
    site.put("content/tin/cha/con-chau/a.txt", "a");
}

#[test]
fn a_disk_too_small_for_the_site_stays_empty() {
    with_disk("disk::a_disk_too_small_for_the_site_stays_empty", "size=64k", |site, disk| {
        for (lang, told) in [("vi", "đĩa đã đầy"), ("en", "the disk is full")] {
            let ran = build(site, disk, lang);
            assert_eq!(ran.code, 3, "{}", ran.stderr);
            let folder = disk.0.to_str().unwrap();
            assert!(ran.stderr.contains(told) && ran.stderr.contains(folder), "{}", ran.stderr);
            assert!(ran.stderr.contains("`--output-dir`"), "{}", ran.stderr);
            assert!(tree(&disk.0).is_empty());
        }
    });
}

#[test]
fn a_disk_that_fills_up_keeps_the_site_that_was_there() {
    with_disk(
        "disk::a_disk_that_fills_up_keeps_the_site_that_was_there",
        "size=16m",
        |site, disk| {
            assert_eq!(build(site, disk, "vi").code, 0);
            write_more(site);
            let before = tree(&disk.0);
            fail_until_it_fits(site, disk, |pages| format!("size={}k", pages * 4));
            let first = site.path("dau");
            fs::create_dir(&first).unwrap();
            copy(&disk.0, &first);
            assert_ne!(bytes(&before), bytes(&tree(&first)));
        },
    );
}

#[test]
fn a_disk_without_room_for_names_keeps_the_site_that_was_there() {
    with_disk(
        "disk::a_disk_without_room_for_names_keeps_the_site_that_was_there",
        "size=16m",
        |site, disk| {
            assert_eq!(build(site, disk, "vi").code, 0);
            write_more(site);
            fail_until_it_fits(site, disk, |inodes| format!("nr_inodes={inodes}"));
        },
    );
}

/// Gives the disk a little more room each time. Until the build is done, all stays as it was.
fn fail_until_it_fits(site: &Site, disk: &Disk, room: fn(usize) -> String) {
    let before = tree(&disk.0);
    let used = |column: &str| -> usize {
        let output = Command::new("df")
            .arg(format!("--output={column}"))
            .args(["-B", "4096"])
            .arg(&disk.0)
            .output();
        let text = String::from_utf8(output.unwrap().stdout).unwrap();
        text.split_whitespace().last().unwrap().parse().unwrap()
    };
    let column = if room(0).starts_with("size") { "used" } else { "iused" };
    let full = used(column);
    for more in 0..200 {
        disk.remount(&room(full + more));
        let ran = build(site, disk, "en");
        if ran.code == 0 {
            assert!(more > 3, "only {more} builds met a full disk");
            assert!(disk.0.join("tin/moi/index.html").is_file());
            assert!(disk.0.join("tin/cha/con-chau/a.txt").is_file());
            return;
        }
        assert_eq!(ran.code, 3, "{}", ran.stderr);
        assert!(ran.stderr.contains("the disk is full"), "{}", ran.stderr);
        assert_eq!(difference(&before, &tree(&disk.0)), None, "{}", room(full + more));
    }
    panic!("the site never fits");
}

#[test]
fn a_disk_for_reading_only_is_told() {
    with_disk("disk::a_disk_for_reading_only_is_told", "size=16m", |site, disk| {
        assert_eq!(build(site, disk, "vi").code, 0);
        disk.remount("ro");
        assert_eq!(build(site, disk, "vi").code, 0, "nothing is to be written");
        write_more(site);
        let before = tree(&disk.0);
        for (lang, told) in [("vi", "đĩa chỉ cho đọc"), ("en", "the disk is read-only")] {
            let ran = build(site, disk, lang);
            assert_eq!(ran.code, 3, "{}", ran.stderr);
            assert!(
                ran.stderr.contains(told) && ran.stderr.contains("`--output-dir`"),
                "{}",
                ran.stderr
            );
        }
        assert_eq!(difference(&before, &tree(&disk.0)), None);
    });
}
