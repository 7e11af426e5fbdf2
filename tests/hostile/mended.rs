//! `check --fix` on disks and files that are not as they should be.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::site::{Site, tree};

const SLIP: &str =
    "---\r\ntitel: Ba\u{300}i\r\ndraft: true # nha\u{301}p\r\n---\r\n\r\nChu\u{31b}\u{303}\r\n";

#[test]
fn only_the_bytes_of_a_cure_change_and_only_when_it_is_wanted() {
    let site = Site::good();
    site.put("content/tin/loi.md", SLIP);
    let before = tree(site.root());
    let ran = site.run(&["check", "--fix", "--lang", "en"]);
    assert!(ran.stdout.contains("-titel: ") && ran.stdout.contains("+title: "), "{}", ran.stdout);
    assert!(ran.stderr.contains("nothing was written"), "{}", ran.stderr);
    assert_eq!(tree(site.root()), before);
    let ran = site.run(&["check", "--fix", "--yes", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let text = fs::read_to_string(site.path("content/tin/loi.md")).unwrap();
    assert_eq!(text, SLIP.replace("titel", "title"));
    let changed = tree(site.root()).into_iter().filter(|own| before.get(&own.0) != Some(&own.1));
    let changed: Vec<_> = changed.map(|(path, _)| path).collect();
    assert_eq!(
        changed,
        [site.path("content/tin/loi.md")]
            .map(|path| { path.strip_prefix(site.root()).unwrap().to_owned() })
    );
    let ran = site.run(&["check", "--fix", "--yes", "--lang", "en"]);
    assert!(ran.stderr.contains("nothing that can be mended"), "{}", ran.stderr);
}

#[test]
fn what_a_link_leads_to_is_not_changed() {
    let site = Site::good();
    site.put("content/tin/that.txt", SLIP);
    symlink("that.txt", site.path("content/tin/loi.md")).unwrap();
    let ran = site.run(&["check", "--fix", "--yes", "--lang", "en"]);
    assert!(ran.stderr.contains("there is no key `titel`"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(site.path("content/tin/that.txt")).unwrap(), SLIP);
    assert!(fs::symlink_metadata(site.path("content/tin/loi.md")).unwrap().is_symlink());
}

#[test]
fn a_file_that_may_not_be_replaced_stays_whole() {
    let site = Site::good();
    site.put("content/tin/loi.md", SLIP);
    let folder = site.path("content/tin");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let probe = folder.join("probe");
    // Who may write everywhere is not refused.
    let is_refused = fs::write(&probe, "").is_err();
    let ran = site.run(&["check", "--fix", "--yes", "--lang", "en"]);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let text = fs::read_to_string(site.path("content/tin/loi.md")).unwrap();
    match is_refused {
        true => assert_eq!((ran.code, text.as_str()), (3, SLIP), "{}", ran.stderr),
        false => assert_eq!(text, SLIP.replace("titel", "title")),
    }
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(names.into_iter().all(|name| !name.to_string_lossy().starts_with('.')));
}
