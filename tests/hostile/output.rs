//! Output folders that are none, and what others have put there.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::site::{Ran, Site, bytes, difference};

/// Builds with something else to write: every page names the menu's section.
fn build_anew(site: &Site, arguments: &[&str]) -> Ran {
    site.put("content/tin/_index.md", "---\ntitle: Tin tức\nslug: tin\n---\n");
    site.run(&[&["build", "--lang", "en"], arguments].concat())
}

#[test]
fn what_people_wrote_is_no_output_folder() {
    let good = Site::good();
    good.put("docs/a.txt", "a");
    for folder in [
        "content",
        "content/tin",
        "content/moi/hon",
        "themes",
        "themes/nho",
        ".",
        "..",
        "site.yaml",
        "docs/..",
        "lien-ket",
        ".bangtin",
        ".bangtin/x",
        ".git/x",
        "trang-khac",
        "trang-khac/content/moi",
        "ra-ngoai",
        "ra-ngoai/moi",
    ] {
        let site = good.copy();
        site.link("lien-ket", site.path("content"));
        site.link("ra-ngoai", "/tmp");
        site.put("trang-khac/site.yaml", "title: Khác\n");
        let before = crate::site::tree(site.root());
        let output = site.path(folder);
        for lang in ["vi", "en"] {
            let ran = site.run(&[
                "build",
                "--format",
                "json",
                "--lang",
                lang,
                "--output-dir",
                output.to_str().unwrap(),
            ]);
            let errors = ran.errors();
            assert_eq!((ran.code, errors.len()), (2, 1), "{folder}: {}", ran.stdout);
            assert_eq!(errors[0]["code"], "B601");
            let message = errors[0]["message"].as_str().unwrap();
            assert!(message.contains(&format!("`{}`", output.display())), "{message}");
            assert!(errors[0]["hint"].as_str().unwrap().contains("`--output-dir public`"));
        }
        assert_eq!(difference(&before, &crate::site::tree(site.root())), None, "{folder}");
    }
}

#[test]
fn files_of_others_stay_unless_they_stand_in_the_way() {
    let site = Site::good();
    for path in [
        "public/.htaccess",
        "public/.well-known/security.txt",
        "public/cu/anh.jpg",
        "public/tin/ghi-chu.txt",
    ] {
        site.put(path, "của người khác");
    }
    let before = site.public();
    assert_eq!(build_anew(&site, &[]).code, 0);
    fs::remove_file(site.path("content/tin/anh/index.md")).unwrap();
    fs::remove_file(site.path("content/tin/anh/hinh.png")).unwrap();
    assert_eq!(build_anew(&site, &[]).code, 0);
    let after = site.public();
    let foreign = |(_, (bytes, _)): &(&std::path::PathBuf, &(Option<Vec<u8>>, _))| {
        bytes.as_deref() == Some("của người khác".as_bytes())
    };
    assert_eq!(after.iter().filter(foreign).count(), 4);
    for (path, found) in before.iter().filter(foreign) {
        assert_eq!(after.get(path), Some(found), "{}", path.display());
    }
    assert!(!after.contains_key(Path::new("tin/anh")), "a folder that is empty goes");
}

#[test]
fn files_of_others_in_the_way_are_kept_without_force() {
    let good = Site::good();
    // Without its manifest, the program cannot know any file as its own.
    for manifest in
        [None, Some(""), Some("rác"), Some("[]"), Some("{\"files\":{\"index.html\":1}}")]
    {
        let site = good.copy();
        fs::remove_file(site.path("public/manifest.json")).unwrap();
        if let Some(text) = manifest {
            site.put("public/manifest.json", text);
        }
        site.put("public/index.html", "của người khác");
        let before = site.public();
        let ran = site.run(&["build", "--format", "json", "--lang", "vi"]);
        let errors = ran.errors();
        assert_eq!((ran.code, errors.len()), (2, 1), "{}", ran.stdout);
        assert_eq!(errors[0]["code"], "B602");
        let named = format!("`{}`", site.path("public/index.html").display());
        assert!(errors[0]["message"].as_str().unwrap().contains(&named), "{}", errors[0]);
        assert!(errors[0]["hint"].as_str().unwrap().contains("`--force`"));
        assert_eq!(difference(&before, &site.public()), None);
        assert_eq!(site.run(&["build", "--force"]).code, 0);
        assert_eq!(bytes(&site.public()), bytes(&good.public()));
    }
}

#[test]
fn what_is_no_file_in_the_way_is_refused_before_anything_is_written() {
    type Deed = fn(&Site);
    let deeds: [(&str, &str, Deed); 9] = [
        ("a folder for a page", "public/index.html", |site| {
            fs::remove_file(site.path("public/index.html")).unwrap();
            site.put("public/index.html/a", "a");
        }),
        ("an empty folder for a file", "public/robots.txt", |site| {
            fs::remove_file(site.path("public/robots.txt")).unwrap();
            fs::create_dir(site.path("public/robots.txt")).unwrap();
        }),
        ("a folder for the manifest", "public/manifest.json", |site| {
            fs::remove_dir_all(site.path("public")).unwrap();
            fs::create_dir_all(site.path("public/manifest.json")).unwrap();
        }),
        ("a file for a folder", "public/tin", |site| {
            fs::remove_dir_all(site.path("public/tin")).unwrap();
            site.put("public/tin", "a");
        }),
        ("a link for a folder", "public/tin", |site| {
            fs::rename(site.path("public/tin"), site.path("noi-khac")).unwrap();
            symlink(site.path("noi-khac"), site.path("public/tin")).unwrap();
        }),
        ("a pipe for a page", "public/index.html", |site| pipe(site, "public/index.html")),
        ("a pipe for the manifest", "public/manifest.json", |site| {
            pipe(site, "public/manifest.json");
        }),
        ("a link for the lock", "public/.bangtin-lock", |site| {
            symlink(site.path("khoa"), site.path("public/.bangtin-lock")).unwrap();
        }),
        ("a folder for the lock", "public/.bangtin-lock", |site| {
            fs::create_dir(site.path("public/.bangtin-lock")).unwrap();
        }),
    ];
    let good = Site::good();
    for (what, named, deed) in deeds {
        let site = good.copy();
        deed(&site);
        let before = crate::site::tree(site.root());
        for force in [&[][..], &["--force"]] {
            let ran = build_anew(&site, force);
            let named = format!("cannot write `{}`", site.path(named).display());
            assert_eq!(ran.code, 3, "{what}: {}", ran.stderr);
            assert!(ran.stderr.contains(&named) && ran.stderr.contains("help: "), "{}", ran.stderr);
        }
        fs::remove_file(site.path("content/tin/_index.md")).unwrap();
        let mut before = before;
        before.remove(Path::new("content/tin/_index.md"));
        assert_eq!(difference(&before, &crate::site::tree(site.root())), None, "{what}");
    }
}

/// Puts a pipe into the place of a file. Whoever opened it would wait for ever.
fn pipe(site: &Site, path: &str) {
    let _ = fs::remove_file(site.path(path));
    assert!(Command::new("mkfifo").arg(site.path(path)).status().unwrap().success());
}

#[test]
fn what_others_have_under_names_like_ours_stays() {
    let site = Site::good();
    site.put("noi-khac/0", "của người khác");
    for path in [
        "public/.bangtin-staging-12/ghi-chu.txt",
        "public/.bangtin-staging-x/0",
        "public/.bangtin-staging-13/0/a",
        "public/.bangtin-staging",
    ] {
        site.put(path, "của người khác");
    }
    symlink(site.path("noi-khac"), site.path("public/.bangtin-staging-14")).unwrap();
    // What a program left that was killed goes.
    site.put("public/.bangtin-staging-15/0", "dở dang");
    site.put("public/.bangtin-staging-15/manifest.json", "{}");
    site.put("public/.bangtin-lock", "");
    let mut before = site.public();
    before.retain(|path, _| {
        !path.starts_with(".bangtin-staging-15") && path != Path::new(".bangtin-lock")
    });
    assert_eq!(site.build("vi").code, 0);
    assert_eq!(difference(&before, &site.public()), None);
    assert_eq!(fs::read_to_string(site.path("noi-khac/0")).unwrap(), "của người khác");
}

#[test]
fn a_withdrawn_page_that_somebody_changed_stays_and_is_told() {
    let site = Site::good();
    fs::remove_file(site.path("content/tin/anh/index.md")).unwrap();
    let page = site.path("public/tin/anh/index.html");
    fs::write(&page, "của người khác").unwrap();
    let ran = site.build("en");
    let told = ran.diagnostics();
    let told = told.iter().find(|one| one["code"] == "B602").unwrap();
    assert_eq!((ran.code, &told["severity"]), (0, &"warning".into()));
    let named = format!(
        "1 file, which stay because they are not as bangtin wrote them: `{}`",
        page.display()
    );
    assert!(told["message"].as_str().unwrap().contains(&named), "{told}");
    assert_eq!(fs::read_to_string(&page).unwrap(), "của người khác");
    assert!(!site.build("en").stdout.contains("B602"), "told once");
    assert!(page.exists());
}

#[test]
fn the_manifest_is_whole_after_one_file_was_mended() {
    let site = Site::good();
    let before = site.public();
    fs::remove_file(site.path("public/index.html")).unwrap();
    let ran = site.run(&["build", "--lang", "en"]);
    assert!(ran.stderr.contains("1 written, 0 removed"), "{}", ran.stderr);
    assert_eq!(bytes(&site.public()), bytes(&before));
}

#[test]
fn a_folder_that_is_closed_is_told_before_anything_is_put_in_place() {
    crate::disk::with_disk_at(
        "output::a_folder_that_is_closed_is_told_before_anything_is_put_in_place",
        ("public/tin", "size=16m"),
        |site, disk| {
            // The disk hides what was there, so it is written anew; then nobody may write.
            let public = site.path("public");
            fs::remove_dir_all(site.path("public/en")).unwrap();
            let before = site.public();
            for options in ["rw", "ro"] {
                disk.remount(options);
                site.put("content/tin/_index.md", "---\ntitle: Tin tức\nslug: tin\n---\n");
                let ran = site.run(&["build", "--lang", "en"]);
                let named = format!("cannot write `{}`", public.join("tin").display());
                assert_eq!(ran.code, 3, "{}", ran.stderr);
                assert!(ran.stderr.contains(&named), "{}", ran.stderr);
                assert_eq!(difference(&before, &site.public()), None, "{options}");
            }
        },
    );
}

#[test]
fn a_link_for_a_file_is_replaced_and_not_followed() {
    let site = Site::good();
    site.put("quy-gia.txt", "của người khác");
    for name in ["robots.txt", "tin/index.html", "manifest.json"] {
        let file = site.path("public").join(name);
        let was = fs::read(&file).unwrap();
        fs::remove_file(&file).unwrap();
        if name == "manifest.json" {
            site.put("manifest.cu", was);
            symlink(site.path("manifest.cu"), &file).unwrap();
        } else {
            symlink(site.path("quy-gia.txt"), &file).unwrap();
        }
    }
    assert_eq!(build_anew(&site, &[]).code, 0);
    assert_eq!(fs::read_to_string(site.path("quy-gia.txt")).unwrap(), "của người khác");
    assert!(!site.path("public/robots.txt").is_symlink());
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let site = Site::good();
    let empty = bytes(&Site::good().public()).len();
    for _ in 0..2 {
        site.put("content/tin/x", "một tệp");
        assert_eq!(site.build("vi").code, 0, "to a file");
        assert_eq!(fs::read(site.path("public/tin/x")).unwrap(), "một tệp".as_bytes());
        fs::remove_file(site.path("content/tin/x")).unwrap();
        site.put("content/tin/x.md", "---\ntitle: x\n---\n");
        site.put("content/tin/x/y/z.txt", "sâu hơn");
        assert_eq!(site.build("vi").code, 0, "to a folder");
        assert!(site.path("public/tin/x/index.html").is_file());
        fs::remove_file(site.path("content/tin/x.md")).unwrap();
        fs::remove_dir_all(site.path("content/tin/x")).unwrap();
    }
    assert_eq!(site.build("vi").code, 0);
    assert_eq!(site.public().len(), empty);
}

#[test]
fn a_manifest_that_names_what_is_not_ours_removes_nothing() {
    let site = Site::good();
    let victim = site.path("nan-nhan");
    site.put("nan-nhan", "của người khác");
    site.put("public/.giu", "của người khác");
    site.put("noi-khac/a.txt", "của người khác");
    symlink(site.path("noi-khac"), site.path("public/lien-ket")).unwrap();
    let file = site.path("public/manifest.json");
    let mut manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let entry = manifest["files"]["index.html"].clone();
    let victim = victim.to_str().unwrap();
    for name in [
        "../nan-nhan",
        "../../etc/passwd",
        "/etc/passwd",
        victim,
        "..\\nan-nhan",
        "tin/../../nan-nhan",
        ".giu",
        "",
        ".",
        "..",
        "/",
        "C:nan-nhan",
        "lien-ket/a.txt",
        "tin//../../nan-nhan",
        "../site.yaml",
        "\u{0}",
    ] {
        manifest["files"][name] = entry.clone();
    }
    fs::write(&file, manifest.to_string()).unwrap();
    assert_eq!(build_anew(&site, &[]).code, 0);
    for path in ["nan-nhan", "public/.giu", "noi-khac/a.txt", "site.yaml"] {
        assert!(site.path(path).is_file(), "{path}");
    }
    assert!(Path::new("/etc/passwd").exists());
}

#[test]
fn a_manifest_that_is_no_manifest_is_no_reason_to_fall() {
    let good = Site::good();
    let deep = "[".repeat(1_000_000);
    let long = format!(
        "{{\"generator\":\"\",\"files\":{{\"{}\":{{\"blake3\":\"\",\"bytes\":0}}}}}}",
        "a/".repeat(100_000)
    );
    for text in [
        deep.as_bytes(),
        long.as_bytes(),
        b"\xff\xfe\x00",
        b"null",
        b"{}",
        b"{\"generator\":\"x\",\"files\":{\"robots.txt\":{\"blake3\":\"x\",\"bytes\":-1}}}",
    ] {
        let site = good.copy();
        site.put("public/manifest.json", text);
        let ran = site.build("vi");
        assert!(matches!(ran.code, 0 | 2), "{}", ran.stderr);
        assert_eq!(site.run(&["build", "--force"]).code, 0);
        assert_eq!(bytes(&site.public()), bytes(&good.public()));
    }
}
