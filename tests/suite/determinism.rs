//! Two builds of one site are the same bytes: with any number of threads, from any
//! folder, on any day, whatever was read first.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::harness::{Built, Site, files_of, repository, tiny_site};

/// A site with something wrong in every file, so that many threads have much to say.
const FAULTY: &str = r#"
-- content/_index.md --
---
title: Trang chủ
titel: Sai
---

[a](khong-co.md) [b](tin/b.md#khong-co) ![c](khong-co.png) {{ khong_co() }}

{{ khong_co() }}
-- content/tin/_index.md --
---
title: Tin
date: 32/13/2026
---

::: khong_co
-- content/tin/a.md --
---
{ title: Cùng tên, slug: cung-ten, aliases: ["/cu/"] }
---

[a](c.md) <b onclick="x">b</b>
-- content/tin/b.md --
---
{ title: Cùng tên, slug: cung-ten, aliases: ["/CU/"] }
---

[a](../../ngoai.md)
-- content/tin/c.md --
Không có phần đầu.
-- content/tin/d.md --
---
title: [
---
-- content/tin/e.fr.md --
---
title: Ngôn ngữ lạ
---
-- content/_data/agencies.yaml --
a: { ten: Sai }
"#;

fn in_threads(count: usize, site: &Site) -> Built {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build().unwrap();
    pool.install(|| site.build_afresh())
}

#[test]
fn one_thread_and_four_make_the_same_site() {
    let site = Site::read(&repository());
    in_threads(1, &site).assert_same(&in_threads(4, &site));
}

#[test]
fn one_thread_and_four_say_the_same_faults() {
    let site = Site::from_text(FAULTY);
    let first = in_threads(1, &site);
    assert!(first.kinds().len() >= 10, "{}", first.report());
    for _ in 0..8 {
        in_threads(4, &site).assert_same(&first);
    }
}

#[test]
fn faults_stand_in_order_of_their_places_and_once_each() {
    let site = Site::from_text(FAULTY);
    let lines = site.build().diagnostics();
    let files: Vec<&str> =
        lines.iter().map(|line| line.split([':', ' ']).next().unwrap()).collect();
    let mut sorted = files.clone();
    sorted.sort_unstable();
    assert_eq!(files, sorted);
    let mut once = lines.clone();
    once.dedup();
    assert_eq!(lines, once);
}

#[test]
fn the_order_in_which_sources_are_found_is_not_seen() {
    let site = Site::from_text(FAULTY);
    let mut shuffled = files_of(FAULTY);
    shuffled.sort_by_key(|(path, text)| (text.len() * 7919 % 31, path.clone()));
    let text: String =
        shuffled.iter().map(|(path, text)| format!("-- {path} --\n{text}")).collect();
    assert_ne!(text, FAULTY);
    Site::from_text(&text).build().assert_same(&site.build());
}

#[test]
fn the_folder_of_the_site_is_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let (near, far) = (folder.path().join("a"), folder.path().join("một/nơi khác/rất xa"));
    let original = repository().join("tests/sites/kinds/in");
    for copy in [&near, &far] {
        copy_all(&original, copy);
    }
    let built = Site::read(&near).build();
    built.assert_same(&Site::read(&far).build());
    built.assert_same(&Site::read(&original).build());
    let place = folder.path().to_str().unwrap();
    for name in built.names().iter().filter(|name| !has_bytes_of_its_own(name)) {
        assert!(!built.file(name).contains(place), "{name}");
    }
    assert!(!built.report().contains(place));
}

/// Whether a file is copied as it is and so holds whatever it holds.
fn has_bytes_of_its_own(name: &str) -> bool {
    [".png", ".ico", ".txt", ".css"].iter().any(|ending| name.ends_with(ending))
        && name != "robots.txt"
}

#[test]
fn the_clock_is_seen_only_while_a_page_waits_or_a_schedule_runs() {
    let mut site = Site::read(&repository());
    let within = site.build();
    site.set_now("2031-05-06T07:08:09+00:00[UTC]");
    let after = site.build_afresh();
    site.set_now("2035-12-31T23:59:59+00:00[UTC]");
    site.build_afresh().assert_same(&after);
    assert_ne!(within.file("index.html"), after.file("index.html"), "it says what is next");
    assert_eq!(within.file("dieu-khoan/index.html"), after.file("dieu-khoan/index.html"));
}

#[test]
fn a_site_in_memory_and_on_disk_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in tiny_site().iter().chain(&files_of(FAULTY)) {
        write(&folder.path().join(path), text);
    }
    Site::read(folder.path()).build().assert_same(&Site::from_text(FAULTY).build());
}

#[test]
fn marks_and_line_ends_of_other_systems_are_not_seen() {
    let site = |text: &str| Site::from_text(&format!("-- content/_index.md --\n{text}"));
    let plain = site("---\ntitle: Hoà giải\n---\n\nMột.\n\nHai.\n").build();
    let windows = site("---\r\ntitle: Hoà giải\r\n---\r\n\r\nMột.\r\n\r\nHai.\r\n").build();
    assert_eq!(plain.file("index.html"), windows.file("index.html"));
    let decomposed =
        site("---\ntitle: Hoa\u{300} gia\u{309}i\n---\n\nMo\u{323}\u{302}t.\n\nHai.\n");
    assert_eq!(plain.file("index.html"), decomposed.build().file("index.html"));
    let marked = site("\u{feff}---\ntitle: Hoà giải\n---\n\nMột.\n\nHai.\n").build();
    assert_eq!(plain.file("index.html"), marked.file("index.html"));
}

#[test]
fn only_what_differs_is_written_and_only_what_is_ours_removed() {
    let folder = tempfile::tempdir().unwrap();
    let (root, public) = (folder.path().join("in"), folder.path().join("public"));
    copy_all(&repository().join("tests/sites/kinds/in"), &root);
    write(&public.join("của-người-khác.txt"), "giữ lại");
    let mut site = Site::read(&root);
    let built = site.build();
    let (written, removed) = built.write(&root, &public);
    assert_eq!((written.len(), removed.len()), (built.names().len(), 0));
    assert_eq!(built.write(&root, &public), (vec![], vec![]), "nothing changed");
    fs::remove_file(root.join("content/tai-lieu/ap-phich.md")).unwrap();
    site.read_again(&root);
    let (written, removed) = site.build().write(&root, &public);
    assert_eq!(removed, ["tai-lieu/ap-phich/index.html"]);
    assert!(written.contains(&"tai-lieu/index.html".to_owned()), "{written:?}");
    assert!(!written.contains(&"tin/index.html".to_owned()), "{written:?}");
    assert!(public.join("của-người-khác.txt").exists());
    assert!(!public.join("tai-lieu/ap-phich").exists(), "an empty folder is left");
}

/// A file system tells times in ticks. A file that was read and changed again within one
/// tick, at the same length, looks as it did; only its age can tell that it may differ.
#[test]
fn a_file_that_changes_twice_within_a_tick_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("content/_index.md");
    let tick = SystemTime::now() - Duration::from_millis(1500);
    for (path, text) in tiny_site() {
        write(&folder.path().join(path), &text);
    }
    let put = |title: &str| {
        write(&page, &format!("---\ntitle: {title}\n---\n"));
        fs::File::options().write(true).open(&page).unwrap().set_modified(tick).unwrap();
    };
    put("Mai");
    let mut site = Site::read(folder.path());
    put("Hai");
    if tick.elapsed().unwrap() > Duration::from_millis(2900) {
        return; // On a machine this slow the file was old when it was read first.
    }
    std::thread::sleep(Duration::from_millis(3200).saturating_sub(tick.elapsed().unwrap()));
    site.read_again(folder.path());
    assert!(site.build().file("index.html").contains("<h1>Hai</h1>"));
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
