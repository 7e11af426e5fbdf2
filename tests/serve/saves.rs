//! The ways in which programs save files. After each of them, what is served is what a build
//! that remembers nothing makes of the same folder.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use bangtin::Memos;
use bangtin::config::{BaseUrl, Purpose, Settings};
use bangtin::public::{self, MANIFEST, OutputPath};
use bangtin::sources::Sources;
use jiff::{Timestamp, ZonedDateTime};
use tempfile::TempDir;

use crate::{SITE, Served, page, put};

/// The page that is saved again and again.
const PAGE: &str = "content/bai/index.md";

/// The sheet of the site.
const SHEET: &str = "content/lich/lich.csv";

/// A theme that is built in no time.
const THEME: &[(&str, &str)] = &[
    ("themes/nho/theme.yaml", "name: Nhỏ\n"),
    ("themes/nho/i18n/vi.yaml", "nav: { skip: Tới nội dung }\n"),
    (
        "themes/nho/templates/page.html",
        "<!DOCTYPE html><html lang=\"{{ lang }}\"><title>{{ page.title }}</title><body>{{ page.content | safe }}</body></html>\n",
    ),
    (
        "themes/nho/templates/section.html",
        "<!DOCTYPE html><html lang=\"{{ lang }}\"><title>{{ page.title }}</title><body>{% for item in pages %}<p>{{ item.title }}</p>\n{% endfor %}</body></html>\n",
    ),
    (
        "themes/nho/templates/schedule.html",
        "<!DOCTYPE html><html lang=\"{{ lang }}\"><title>{{ page.title }}</title><body>{% for event in page.schedule.events %}<p>{{ event.title }}</p>\n{% endfor %}</body></html>\n",
    ),
];

fn site() -> Served {
    let mut files = vec![
        ("site.yaml", "title: A\ntheme: nho\nlanguages:\n  vi: { name: Tiếng Việt }\n"),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        (
            "content/lich/index.md",
            "---\ntitle: Lịch\nkind: schedule\nstarts: 2030-01-01\nends: 2030-01-31\nevents: lich.csv\n---\n",
        ),
        (SHEET, "title,date\nHọp,2030-01-02\n"),
    ];
    files.extend_from_slice(THEME);
    let text = page("The text.");
    files.push((PAGE, &text));
    let served = Served::start(&files);
    served.must_be_as_built();
    served
}

impl Served {
    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Waits until what is served is what a build makes of the folder as it is now.
    fn must_be_as_built(&self) {
        let cold = self.built();
        assert!(cold.contains("index.html"), "{cold}");
        // The manifest names every file with its digest.
        self.wait_for("/manifest.json", |reply| reply.body == cold);
    }

    /// The manifest of a preview that remembers nothing.
    fn built(&self) -> String {
        let sources = Sources::read(self.folder.path(), None);
        let settings = Settings {
            base_url: BaseUrl::parse(&format!("http://{}/", self.host)),
            drafts: false,
            future: false,
            now: ZonedDateTime::new(Timestamp::now(), bangtin::timezone(&sources)),
            purpose: Purpose::Preview,
        };
        let built = bangtin::build(&sources, &settings, &Memos::forgetful());
        assert!(!built.has_errors(), "{:?}", built.diagnostics);
        match &built.files[&OutputPath::parse(MANIFEST).unwrap()] {
            public::File::Made(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
            public::File::Copied { .. } | public::File::Spooled { .. } => {
                panic!("a manifest is made")
            }
        }
    }

    fn write(&self, path: &str, text: &str) {
        put(&self.folder, path, text);
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }
}

/// Saves a page in one way, several times, since the first may be seen only by luck.
#[track_caller]
fn saved_by(save: impl Fn(&Served, &str)) {
    let site = site();
    for time in 1..=3 {
        save(&site, &page(&format!("Saved {time} times.")));
        site.must_be_as_built();
        let reply = site.get("/bai/", "");
        assert!(reply.body.contains(&format!("Saved {time} times")), "{}", reply.body);
    }
}

#[test]
fn a_file_that_is_written_in_place() {
    saved_by(|site, text| site.write(PAGE, text));
}

#[test]
fn a_file_that_is_written_slowly() {
    saved_by(|site, text| {
        let (head, tail) = text.split_at(text.find("times").unwrap());
        let mut file = File::create(site.path(PAGE)).unwrap();
        file.write_all(head.as_bytes()).unwrap();
        // Half of it is seen; the other half is not forgotten for it.
        site.wait_for("/bai/", |reply| reply.body.contains(head.lines().last().unwrap().trim()));
        file.write_all(tail.as_bytes()).unwrap();
    });
}

#[test]
fn a_file_that_is_written_beside_and_renamed() {
    for beside in ["content/bai/.index.md.x7", "content/bai/index.md.tmp", "content/bai/moi", "moi"]
    {
        saved_by(|site, text| {
            site.write(beside, text);
            site.rename(beside, PAGE);
        });
    }
}

#[test]
fn a_file_that_is_removed_and_made_again() {
    saved_by(|site, text| {
        site.remove(PAGE);
        site.write(PAGE, text);
    });
}

#[test]
fn a_file_that_is_backed_up_by_another_name() {
    for backup in ["content/bai/index.md~", "content/bai/index.md.bak", "content/bai/cu.txt"] {
        saved_by(|site, text| {
            site.rename(PAGE, backup);
            site.write(PAGE, text);
            site.remove(backup);
        });
    }
}

#[test]
fn a_file_that_vim_tries_out_first() {
    saved_by(|site, text| {
        site.write("content/bai/4913", "");
        site.remove("content/bai/4913");
        site.rename(PAGE, "content/bai/index.md~");
        site.write(PAGE, text);
        site.remove("content/bai/index.md~");
    });
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_swapped_for_another() {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    saved_by(|site, text| {
        let beside = site.path("content/bai/.moi");
        fs::write(&beside, text).unwrap();
        renameat_with(CWD, &beside, CWD, site.path(PAGE), RenameFlags::EXCHANGE).unwrap();
        fs::remove_file(&beside).unwrap();
    });
}

#[track_caller]
fn sheet_saved_by(save: impl Fn(&Served, &str)) {
    let site = site();
    for time in 1..=3 {
        save(&site, &format!("title,date\nHọp lần {time},2030-01-02\n"));
        site.must_be_as_built();
        let reply = site.get("/lich/", "");
        assert!(reply.body.contains(&format!("Họp lần {time}")), "{}", reply.body);
    }
}

#[test]
fn a_sheet_that_excel_saves() {
    sheet_saved_by(|site, text| {
        site.write("content/lich/~$lich.csv", "owner");
        site.write("content/lich/A1B2C3D4", text);
        site.rename(SHEET, "content/lich/5E6F7A8B.tmp");
        site.rename("content/lich/A1B2C3D4", SHEET);
        site.remove("content/lich/5E6F7A8B.tmp");
        site.remove("content/lich/~$lich.csv");
    });
}

#[test]
fn a_sheet_that_libreoffice_saves() {
    sheet_saved_by(|site, text| {
        site.write("content/lich/.~lock.lich.csv#", ",owner");
        site.write("content/lich/lu1234x.tmp", text);
        fs::copy(site.path("content/lich/lu1234x.tmp"), site.path(SHEET)).unwrap();
        site.remove("content/lich/lu1234x.tmp");
        site.remove("content/lich/.~lock.lich.csv#");
    });
}

#[test]
fn files_by_the_thousand() {
    let site = site();
    let name = |number: usize| format!("content/nhieu/{}/bai-{number}.md", number % 7);
    for number in 0..1_000 {
        site.write(&name(number), &format!("---\ntitle: Bài {number}\n---\n\nText.\n"));
    }
    site.must_be_as_built();
    for number in 0..1_000 {
        match number % 3 {
            0 => site.remove(&name(number)),
            _ => site.write(&name(number), &format!("---\ntitle: Mới {number}\n---\n")),
        }
    }
    site.must_be_as_built();
    fs::remove_dir_all(site.path("content/nhieu")).unwrap();
    site.must_be_as_built();
}

/// A folder beside the site, on the same disk.
fn outside() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn fill(folder: &Path) {
    for name in ["a", "b/c", "b/d/e"] {
        let file = folder.join(format!("{name}.md"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("---\ntitle: {name}\n---\n\nText.\n")).unwrap();
    }
}

#[test]
fn a_folder_that_is_moved_in_about_and_out() {
    let (site, outside) = (site(), outside());
    let away = outside.path().join("tin");
    for time in 1..=3 {
        fill(&away);
        fs::rename(&away, site.path("content/tin")).unwrap();
        site.must_be_as_built();
        site.write("content/tin/b/d/e.md", &format!("---\ntitle: Edited {time}\n---\n"));
        site.must_be_as_built();
        site.rename("content/tin", "content/khac");
        site.must_be_as_built();
        site.write("content/khac/b/d/e.md", &format!("---\ntitle: Again {time}\n---\n"));
        site.write("content/khac/b/moi/f.md", "---\ntitle: New\n---\n");
        site.must_be_as_built();
        site.rename("content/khac/b", "content/b");
        site.write("content/b/c.md", &format!("---\ntitle: Below {time}\n---\n"));
        site.must_be_as_built();
        fs::rename(site.path("content/b"), away.with_extension("b")).unwrap();
        fs::remove_dir_all(away.with_extension("b")).unwrap();
        fs::rename(site.path("content/khac"), &away).unwrap();
        site.must_be_as_built();
    }
}

#[test]
fn folders_that_are_filled_while_they_are_made() {
    let site = site();
    for time in 0..50 {
        // Each is filled at once, before anyone could come to watch it.
        fill(&site.path(&format!("content/nhanh-{time}/x/y/z")));
    }
    site.must_be_as_built();
    for time in 0..50 {
        let edited = format!("content/nhanh-{time}/x/y/z/b/d/e.md");
        site.write(&edited, "---\ntitle: Edited\n---\n");
    }
    site.must_be_as_built();
}

#[test]
fn content_that_is_removed_and_made_again() {
    let (site, outside) = (site(), outside());
    for time in 1..=3 {
        fs::rename(site.path("content"), outside.path().join("content")).unwrap();
        fs::create_dir(site.path("content")).unwrap();
        site.write("content/_index.md", &format!("---\ntitle: Other {time}\n---\n"));
        site.must_be_as_built();
        fs::remove_dir_all(site.path("content")).unwrap();
        // The last good site stays, and what is wrong is told.
        assert_eq!(site.get("/", "").status(), "200");
        fs::rename(outside.path().join("content"), site.path("content")).unwrap();
        site.must_be_as_built();
        site.write(PAGE, &page(&format!("Back {time} times.")));
        site.must_be_as_built();
    }
}

#[test]
fn settings_that_are_replaced() {
    let site = site();
    let text = fs::read_to_string(site.path("site.yaml")).unwrap();
    for time in 1..=3 {
        let text = text.replace("title: A", &format!("title: A{time}"));
        site.write("site.yaml.new", &text);
        site.rename("site.yaml.new", "site.yaml");
        site.must_be_as_built();
        site.remove("site.yaml");
        site.write("site.yaml", &text.replace("title: A", "title: B"));
        site.must_be_as_built();
    }
}

#[test]
fn folders_of_the_site_that_were_not_there() {
    let site = Served::start(&[SITE, ("content/_index.md", "---\ntitle: A\n---\n")]);
    site.must_be_as_built();
    site.write("i18n/vi.yaml", "nav: { skip: Đi thẳng tới nội dung }\n");
    site.must_be_as_built();
    for (path, text) in THEME {
        site.write(path, text);
    }
    site.write("site.yaml", &SITE.1.replace("title: A", "title: A\ntheme: nho"));
    site.must_be_as_built();
    let (template, text) = THEME[3];
    site.write(template, &text.replace("<body>", "<body>Edited"));
    site.must_be_as_built();
}

#[test]
fn a_slip_that_is_mended_at_once_is_not_told() {
    let site = site();
    let mut events = site.events("/bai/");
    events.next();
    for time in 0..20 {
        let started = std::time::Instant::now();
        site.write(PAGE, &page("The bad text. [x](@/none.md)"));
        site.write(PAGE, &page(&format!("Mended {time} times.")));
        let is_quick = started.elapsed() < std::time::Duration::from_millis(50);
        let mended = format!("Mended {time} times");
        let reply = site.wait_for("/bai/", |reply| reply.body.contains(&mended));
        loop {
            let told = events.next();
            assert!(!is_quick || told["errors"] == "", "{time}: {told}");
            if reply.body.contains(told["version"].as_str().unwrap()) {
                break;
            }
        }
    }
}
