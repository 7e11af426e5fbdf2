//! Every kind of fault: what is said of it and where, in full. The cases are data, in
//! `faults.txt`; those that only a disk can have are here.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use bangtin::diagnostics::Code;
use bangtin::diagnostics::reading::diagnose;
use bangtin::diagnostics::show::{self, Tongue};
use bangtin::sources::{Fault, LARGEST_PICTURE, LARGEST_TEXT, Sources};

use crate::harness::{Built, Site, repository, tiny_site};

/// A case of `faults.txt`.
struct Case {
    /// `B301 a link to a page that is not there`
    name: String,
    files: String,
    said: String,
}

/// The front page of the cases that have none of their own.
const HOME: &str = "-- content/_index.md --\n---\ntitle: Trang chủ\n---\n";

const FILE: &str = "tests/suite/faults.txt";

fn cases() -> (String, Vec<Case>) {
    let text = fs::read_to_string(repository().join(FILE)).unwrap();
    let mut parts = text.split("\n=== ");
    let head = parts.next().unwrap().to_owned();
    let cases = parts.map(|part| {
        let (name, rest) = part.split_once('\n').unwrap();
        let (files, said) = rest.rsplit_once("\n>>>").unwrap();
        Case { name: name.to_owned(), files: format!("{files}\n"), said: said.trim().to_owned() }
    });
    (head, cases.collect())
}

#[test]
fn each_fault_is_said_as_expected() {
    let (head, cases) = cases();
    assert!(cases.len() > 40);
    let update = std::env::var_os("UPDATE").is_some();
    let (mut text, mut wrong) = (head, Vec::new());
    for Case { name, files, said } in cases {
        let built = Site::from_text(&format!("{HOME}{files}")).build_by_the_law();
        let report = built.report();
        let code = name.split(' ').next().unwrap();
        if !built.kinds().iter().any(|kind| kind.id() == code) || (!update && report != said) {
            wrong.push(format!("=== {name}\n{report}\n"));
        }
        built.assert_cures();
        text.push_str(&format!("\n=== {name}\n{files}>>>\n{report}"));
    }
    if update {
        fs::write(repository().join(FILE), format!("{text}\n")).unwrap();
    }
    assert!(wrong.is_empty(), "what is said now:\n\n{}", wrong.join("\n"));
}

/// A site on disk with one page, and something done to it.
fn on_disk(what: impl FnOnce(&Path)) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    fs::create_dir(&content).unwrap();
    for (path, text) in tiny_site() {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    fs::write(content.join("_index.md"), "---\ntitle: Trang chủ\n---\n").unwrap();
    what(folder.path());
    let built = Site::read(folder.path()).build();
    built.assert_cures();
    built
}

#[test]
fn a_text_that_is_not_utf8_is_said_with_its_line() {
    let built = on_disk(|root| {
        fs::write(root.join("content/a.md"), b"---\ntitle: A\n---\n\nti\xe8ng\n").unwrap();
    });
    assert_eq!(built.codes(), ["content/a.md:5:3 B001"]);
    assert!(built.has("index.html"), "the other pages are made");
}

#[test]
fn a_file_that_is_no_utf8_is_said_with_its_letters_and_what_it_reads() {
    for (bytes, told) in [
        (&b"---\ntitle: B\xb5i th\xf6\n---\n"[..], "TCVN3 (ABC); đọc ra là `Bài thử`"),
        (b"---\ntitle: Ba\xf8i th\xf6\xfb\n---\n", "VNI; đọc ra là `Bài thử`"),
        (b"---\ntitle: A\n---\n\n\xd0i\xea\xcc\xf2u th\xfd\xd2\n", ""),
        (b"---\ntitle: C\xf4ng ba\xecn, nghi\xf2 \xf0i\xf2nh\n---\n", "Windows-1258; đọc ra là"),
        (b"\xff\xfe-\0-\0-\0\n\0t\0i\0t\0l\0e\0:\0 \0A\0", "UTF-16; đọc ra là `title: A`"),
        (b"---\ntitle: \xc9t\xe9\n---\n", "tệp không phải là UTF-8"),
    ] {
        let built = on_disk(|root| fs::write(root.join("content/a.md"), bytes).unwrap());
        let said = built.report();
        assert!(said.starts_with("content/a.md:") && said.contains(" B001 error"), "{said}");
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn a_file_of_another_format_is_called_what_it_is() {
    for (bytes, told) in [
        (&b"PK\x03\x04\x14\0word/document.xml"[..], "tệp Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "tệp Word hay Excel đời cũ"),
        (b"{\\rtf1\\ansi B\\'e0i}", "tệp RTF"),
        (b"%PDF-1.4\n%\xe2\xe3", "tệp PDF"),
        (b"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n", "trang HTML"),
    ] {
        let built = on_disk(|root| fs::write(root.join("content/a.md"), bytes).unwrap());
        let said = built.report();
        assert_eq!(built.codes(), ["content/a.md B012"], "{said}");
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn a_nul_byte_is_said_with_its_line() {
    let built = on_disk(|root| {
        fs::write(root.join("content/a.md"), "---\ntitle: A\n---\n\na\0b\n").unwrap();
    });
    assert_eq!(built.codes(), ["content/a.md:5:2 B002"]);
}

#[test]
fn settings_that_cannot_be_read_are_not_said_to_be_missing() {
    let built = on_disk(|root| fs::write(root.join("site.yaml"), b"title: \xff\n").unwrap());
    assert_eq!(built.codes(), ["site.yaml:1:8 B001"]);
}

#[test]
fn a_text_that_is_too_large_is_said() {
    let built = on_disk(|root| {
        let file = fs::File::create(root.join("content/a.md")).unwrap();
        file.set_len(LARGEST_TEXT + 1).unwrap();
    });
    assert_eq!(built.codes(), ["content/a.md B003"]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_round_or_out_are_said() {
    use std::os::unix::fs::symlink;
    let built = on_disk(|root| {
        symlink(root.join("content"), root.join("content/vong")).unwrap();
        symlink("/etc", root.join("content/ngoai")).unwrap();
        symlink("/etc/hostname", root.join("content/ten.txt")).unwrap();
    });
    assert_eq!(built.codes(), ["content/ngoai B005", "content/ten.txt B005", "content/vong B004"]);
    assert!(!built.names().iter().any(|name| name.contains("ngoai") || name.contains("ten")));
}

#[cfg(unix)]
#[test]
fn a_name_that_some_disk_refuses_is_said() {
    let built = on_disk(|root| fs::write(root.join("content/a?b.pdf"), "x").unwrap());
    assert_eq!(built.codes(), ["content/a?b.pdf B006"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_none_is_said() {
    let built = on_disk(|root| {
        std::os::unix::net::UnixListener::bind(root.join("content/o-cam")).unwrap();
    });
    assert_eq!(built.codes(), ["content/o-cam B007"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_sources_is_said_and_not_waited_for() {
    let built = on_disk(|root| {
        for name in ["content/bai.md", "content/anh.jpg", "content/lich.xlsx", "themes/o.css"] {
            let made = std::process::Command::new("mkfifo").arg(root.join(name)).status();
            assert!(made.unwrap().success());
        }
    });
    let paths = ["content/anh.jpg", "content/bai.md", "content/lich.xlsx", "themes/o.css"];
    assert_eq!(built.codes(), paths.map(|path| format!("{path} B007")));
}

/// A file of this length of which nothing but these first bytes takes room on the disk.
fn large(file: &Path, head: &[u8], len: u64) {
    fs::write(file, head).unwrap();
    fs::OpenOptions::new().write(true).open(file).unwrap().set_len(len).unwrap();
}

#[test]
fn a_picture_too_large_to_be_looked_into_is_not_published() {
    let heads = [("anh.jpg", b"\xff\xd8\xff\xe1".as_slice()), ("phim.mp4", b"\0\0\0\x18ftypmp42")];
    let built = on_disk(|root| {
        for (name, head) in heads {
            large(&root.join("content").join(name), head, LARGEST_PICTURE + 1);
        }
    });
    let errors = built.codes().into_iter().filter(|code| code.contains("B003"));
    assert_eq!(errors.collect::<Vec<_>>(), ["content/anh.jpg B003"], "a film is no picture");
    assert!(!built.has("anh.jpg"));
}

#[test]
fn a_file_that_never_rests_is_said() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let done = AtomicBool::new(false);
    let built = on_disk(|root| {
        let file = root.join("content/phim.mp4");
        // So large that it changes while it is read, on any machine.
        large(&file, b"", LARGEST_PICTURE + 1);
        let grown = fs::OpenOptions::new().append(true).open(file).unwrap();
        let begun = std::sync::Barrier::new(2);
        let sources = std::thread::scope(|scope| {
            let writes = || {
                (&grown).write_all(b"x").unwrap();
                begun.wait();
                while !done.load(Ordering::Relaxed) {
                    (&grown).write_all(b"x").unwrap();
                    std::thread::yield_now();
                }
            };
            scope.spawn(writes);
            begun.wait();
            let sources = Sources::read(root, None);
            done.store(true, Ordering::Relaxed);
            sources
        });
        let faults: Vec<&Fault> = sources.problems().iter().map(|own| &own.fault).collect();
        assert!(matches!(faults[..], [Fault::Unsettled]), "{faults:?}");
        let fault = show::short(&[diagnose(&sources.problems()[0])], Tongue::En);
        assert!(fault.starts_with("content/phim.mp4: error[B010]: "), "{fault}");
    });
    assert!(!built.codes().iter().any(|code| code.contains("B010")), "it rests now");
}

#[test]
fn a_file_of_the_author_does_not_take_the_place_of_the_manifest() {
    let built = on_disk(|root| fs::write(root.join("content/manifest.json"), "{}").unwrap());
    assert_eq!(built.codes(), ["content/manifest.json B401", "content/manifest.json B315"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_hides_none_of_the_files_behind_it() {
    let built = on_disk(|root| {
        std::os::unix::fs::symlink("/etc/hostname", root.join("content/a.txt")).unwrap();
        fs::write(root.join("content/b.md"), "---\ntitle: B\n---\n").unwrap();
    });
    assert_eq!(built.codes(), ["content/a.txt B005"]);
    assert!(built.has("b/index.html"));
}

#[test]
fn a_folder_without_settings_is_no_site() {
    let built = on_disk(|root| fs::remove_file(root.join("site.yaml")).unwrap());
    assert_eq!(built.codes(), ["site.yaml B108"]);
    assert!(built.files.is_empty());
    assert!(built.kinds().contains(&Code::NoSiteFile));
}

#[test]
fn settings_under_another_name_are_told_by_it() {
    for name in ["site.yml", "Site.yaml", "site.yaml.txt"] {
        let built = on_disk(|root| {
            fs::rename(root.join("site.yaml"), root.join(name)).unwrap();
        });
        assert_eq!(built.codes(), ["site.yaml B108"]);
        assert!(built.told().contains(&format!("ở đây có `{name}`")), "{}", built.told());
    }
}

#[test]
fn what_lies_beside_the_pages_is_told() {
    let built = on_disk(|root| {
        let page = "---\ntitle: A\n---\n";
        let texts = [
            ("contents/a.md", page),
            ("tin-tuc/bai.md", page),
            ("bai.md", page),
            ("_data/agencies.yaml", "a: { name: A }\n"),
            // Nothing of these was meant to be published here.
            ("README.md", "# A site\n"),
            ("docs/a.md", page),
            ("ghi-chu/a.md", "Only notes\n"),
            ("khac/site.yaml", "title: B\n"),
            ("khac/a.md", page),
            (".git/a.md", page),
        ];
        for (path, text) in texts {
            let file = root.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
    });
    assert_eq!(built.codes(), ["_data B326", "bai.md B326", "contents B326", "tin-tuc B326"]);
    assert!(built.kinds().contains(&Code::OutOfPlace));
}
