//! The law, under random edits: what was remembered never changes what comes out.
//!
//! A site of some twenty pages in two languages lies on a disk. Each step changes one
//! thing that a person may change, for better or worse, and builds twice: with all that
//! was remembered so far, and with nothing. Both must be the same in every byte of every
//! file and in every diagnostic. The steps follow from a seed, so each run is the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::harness::{Site, repository, tiny_site};

/// How many edits each seed makes.
const EDITS: usize = 180;

#[test]
fn the_law_holds_under_random_edits() {
    walk(1);
}

#[test]
fn the_law_holds_under_other_random_edits() {
    walk(20_261_123);
}

fn walk(seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut world = World::new(folder.path(), seed);
    let mut site = Site::read(folder.path());
    let mut history = Vec::new();
    let (mut clean, mut largest) = (0, 0);
    for _ in 0..EDITS {
        history.push(world.edit(&mut site));
        site.read_again(folder.path());
        let built = site.build();
        if let Some(difference) = built.difference(&site.build_afresh()) {
            let last: Vec<String> = history.split_off(history.len().saturating_sub(12));
            panic!("seed {seed}, after\n  {}\n{difference}", last.join("\n  "));
        }
        // Pages that were edited alone say other things than their translations: a warning.
        clean += usize::from(!built.diagnostics().iter().any(|said| said.contains(" error: ")));
        largest = largest.max(built.names().len());
    }
    // The walk is worth its time only if it comes by good sites and by bad ones.
    assert!((5..EDITS - 5).contains(&clean) && largest > 45, "{clean} clean, {largest} files");
}

/// A site on a disk with one picture, which copies are made of.
fn with_picture() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new(folder.path(), 1);
    world.write("themes/tiny/theme.yaml", "name: Tiny\npictures: [20]\n");
    // Its maker's traces are taken away: there is work to do.
    world.picture("content/tin/hinh.png", 0);
    (folder, "content/tin/hinh.png".into())
}

/// A lock, a full table of open files or a folder that is just being moved: the bytes are the
/// same before and after.
#[test]
fn a_picture_that_could_not_be_read_for_a_moment_is_not_remembered_as_broken() {
    let (folder, picture) = with_picture();
    let picture = folder.path().join(picture);
    let aside = folder.path().join("aside");
    let mut site = Site::read(folder.path());
    fs::rename(&picture, &aside).unwrap();
    let built = site.build();
    assert_eq!(built.codes(), ["content/tin/hinh.png B311"]);
    fs::rename(&aside, &picture).unwrap();
    site.build_by_the_law().assert_clean();
    // And when the folder is looked at while the picture is away.
    fs::rename(&picture, &aside).unwrap();
    site.read_again(folder.path());
    assert!(site.build_by_the_law().has_errors());
    fs::rename(&aside, &picture).unwrap();
    site.read_again(folder.path());
    site.build_by_the_law().assert_clean();
}

#[cfg(unix)]
#[test]
fn another_file_of_the_same_length_and_time_is_seen() {
    let (folder, picture) = with_picture();
    let long_ago =
        std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_600_000_000);
    let put = |path: &Path, bytes: &[u8]| {
        let (file, beside) = (folder.path().join(path), folder.path().join("beside"));
        fs::write(&beside, bytes).unwrap();
        let opened = fs::OpenOptions::new().write(true).open(&beside).unwrap();
        opened.set_modified(long_ago).unwrap();
        fs::rename(beside, file).unwrap();
    };
    let page = Path::new("content/a.md");
    let bytes = fs::read(folder.path().join(&picture)).unwrap();
    put(page, "---\ntitle: Trang A\n---\n\nPhòng số 11.\n".as_bytes());
    put(&picture, &bytes);
    // What was written a moment ago is read again in any case.
    std::thread::sleep(std::time::Duration::from_millis(3_200));
    let mut site = Site::read(folder.path());
    site.build();
    put(page, "---\ntitle: Trang A\n---\n\nPhòng số 12.\n".as_bytes());
    let mut other = bytes.clone();
    *other.last_mut().unwrap() ^= 1;
    put(&picture, &other);
    site.read_again(folder.path());
    let built = site.build_by_the_law();
    built.assert_same(&Site::read(folder.path()).build());
}

/// SplitMix64: small, known, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// The site on disk, as the one who edits it knows it.
struct World<'a> {
    root: &'a Path,
    dice: Dice,
    pages: BTreeMap<String, Page>,
}

/// The lines of a page's front matter by key, and its body.
#[derive(Clone, Default)]
struct Page {
    keys: BTreeMap<&'static str, String>,
    body: String,
}

/// A body with one of each thing that other files can change.
const RICH: &str = "Đoạn đầu số 1.

## Mục {#muc}

![Quán](@/tin/hinh.png) và [trang đầu](@/_index.md).

{{ hotlines() }}

::: box Tên
Trong hộp số 1.
:::
";

const SECTIONS: [&str; 4] = ["", "tin/", "tin/xa/", "lich/"];
const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "anh/index"];

impl<'a> World<'a> {
    fn new(root: &'a Path, seed: u64) -> World<'a> {
        let mut world = World { root, dice: Dice(seed), pages: BTreeMap::new() };
        world.restore();
        for section in SECTIONS {
            for suffix in ["", ".en"] {
                let title = format!("Mục {section}{suffix}");
                world.put(&format!("content/{section}_index{suffix}.md"), &title);
            }
        }
        for path in ["tin/a", "tin/b", "tin/c", "tin/d", "tin/xa/a", "tin/xa/b", "lich/a", "a"] {
            world.put(&format!("content/{path}.md"), &format!("Trang {path}"));
        }
        for path in ["tin/a", "tin/c", "tin/xa/a", "lich/b", "b"] {
            world.put(&format!("content/{path}.en.md"), &format!("Page {path}"));
        }
        world
    }

    /// Theme, data, settings and picture as they were at first.
    fn restore(&self) {
        for (path, text) in tiny_site() {
            self.write(&path, &text);
        }
        // Whoever searches finds the same, whatever was remembered.
        let search = "{% extends \"base.html\" %}\n";
        self.write("themes/tiny/templates/search.html", search);
        for language in ["vi", "en"] {
            let path = format!("themes/tiny/i18n/{language}.yaml");
            let words = fs::read_to_string(self.root.join(&path)).unwrap();
            let words =
                format!("{words}search: {{ title: T, slug: s, now: \"{{old}} {{new}}\" }}\n");
            self.write(&path, words);
        }
        let post = "{% extends \"page.html\" %}\n";
        self.write("themes/tiny/templates/post.html", post);
        self.write(
            "content/_data/hotlines.yaml",
            "a: { number: \"111\", name: Một, verified: 2026-11-01 }\n",
        );
        self.picture("content/tin/hinh.png", 1);
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn put(&mut self, path: &str, title: &str) {
        let day = self.dice.below(28) + 1;
        let mut page = Page { body: RICH.to_owned(), ..Page::default() };
        page.keys.insert("title", title.to_owned());
        page.keys.insert("date", format!("2026-11-{day:02}"));
        if path.contains("tin/") && !path.contains("_index") {
            page.keys.insert("kind", "post".to_owned());
        }
        self.pages.insert(path.to_owned(), page);
        self.save(path);
    }

    fn save(&self, path: &str) {
        let page = &self.pages[path];
        let keys: String = page.keys.iter().map(|(key, text)| format!("{key}: {text}\n")).collect();
        self.write(path, format!("---\n{keys}---\n\n{}", page.body));
    }

    fn delete(&mut self, path: &str) {
        self.pages.remove(path);
        fs::remove_file(self.root.join(path)).unwrap();
    }

    /// One of the pictures that tests have; the format is that of the bytes, whatever the name.
    fn picture(&self, path: &str, which: u8) {
        let name = ["upright.jpg", "seal.png", "moving.png"][usize::from(which % 3)];
        self.write(path, fs::read(repository().join("tests/pictures").join(name)).unwrap());
    }

    fn some_page(&mut self) -> String {
        let at = self.dice.below(self.pages.len());
        self.pages.keys().nth(at).unwrap().clone()
    }

    /// Changes one thing and tells what.
    fn edit(&mut self, site: &mut Site) -> String {
        match self.dice.below(28) {
            20 | 21 => self.mend(),
            22 | 23 => self.edit_number(),
            24 => self.edit_picture(),
            25 | 26 => self.edit_theme(),
            27 => self.edit_data(),
            0..=4 => self.edit_body(),
            5..=9 => self.edit_key(),
            10..=12 => self.add_page(),
            13 => {
                let path = self.some_page();
                self.delete(&path);
                format!("delete {path}")
            }
            14 => self.rename(),
            15 => self.edit_picture(),
            16 => self.edit_theme(),
            17 => self.edit_data(),
            18 => self.edit_settings(),
            _ => {
                let (drafts, future) = (self.dice.below(2) == 0, self.dice.below(2) == 0);
                let day = self.dice.below(28) + 1;
                site.set_drafts(drafts);
                site.set_future(future);
                site.set_now(&format!("2026-11-{day:02}T08:00:00+07:00[Asia/Ho_Chi_Minh]"));
                format!("drafts {drafts}, future {future}, day {day}")
            }
        }
    }

    /// Takes away all that is wrong, as far as anyone can know without building.
    fn mend(&mut self) -> String {
        self.restore();
        let paths: Vec<String> = self.pages.keys().cloned().collect();
        for path in paths {
            if path.contains(".fr.") || path.contains("/z.md") {
                self.delete(&path);
                continue;
            }
            let page = self.pages.get_mut(&path).unwrap();
            for key in ["titel", "extra", "template", "translation_key", "image", "slug"] {
                page.keys.remove(key);
            }
            for key in ["aliases", "publish_date", "expiry_date"] {
                page.keys.remove(key);
            }
            page.keys.insert("title", format!("Trang {}", path.replace('/', " ")));
            page.keys.insert("date", "2026-11-11".to_owned());
            let faulty = page.body.matches("](@/").count() > 2;
            if faulty || ["nothing", "onclick"].iter().any(|fault| page.body.contains(fault)) {
                page.body = RICH.to_owned();
            }
            if !path.contains("_index") {
                page.keys.remove("cascade");
            }
            self.save(&path);
        }
        "mend".to_owned()
    }

    /// Changes a letter where only the page itself can show it: neither its length, its
    /// words, its headings nor its links are other than before.
    fn edit_number(&mut self) -> String {
        let path = self.some_page();
        let number = self.dice.below(10).to_string();
        let page = self.pages.get_mut(&path).unwrap();
        if let Some((before, after)) = page.body.rsplit_once("số ") {
            let rest: String = after.chars().skip(1).collect();
            page.body = format!("{before}số {number}{rest}");
        }
        self.save(&path);
        format!("number {number} in {path}")
    }

    fn edit_body(&mut self) -> String {
        let path = self.some_page();
        let target = self.some_page();
        let inside = target.trim_start_matches("content/");
        let line = match self.dice.below(12) {
            0 => format!("Xem [trang kia](@/{inside}).\n"),
            1 => format!("Xem [mục kia](@/{inside}#muc).\n"),
            2 => "## Mục {#muc}\n".to_owned(),
            3 => "![Quán](@/tin/hinh.png)\n".to_owned(),
            4 => "{{ hotlines() }}\n".to_owned(),
            5 => "::: box Tên\nTrong hộp[^1].\n:::\n\n[^1]: Chú thích.\n".to_owned(),
            6 => "> [!NOTE]\n> Ghi chú.\n".to_owned(),
            7 => "{{ nothing(a=1) }}\n".to_owned(),
            8 => "<b onclick=\"x\">Đậm</b>\n".to_owned(),
            _ => format!("Câu số {}.\n", self.dice.below(1000)),
        };
        let fresh = self.dice.below(3) == 0;
        let page = self.pages.get_mut(&path).unwrap();
        if fresh || page.body.len() > 600 {
            page.body.clear();
        }
        page.body.push_str(&format!("\n{line}"));
        self.save(&path);
        format!("write {line:?} in {path}")
    }

    fn edit_key(&mut self) -> String {
        let path = self.some_page();
        let number = self.dice.below(4);
        let (key, value) = match self.dice.below(18) {
            0 | 1 => ("title", format!("Tên {number}")),
            2 => ("slug", format!("ten-{number}")),
            3 => ("date", format!("{}/11/2026", number + 10)),
            4 => ("draft", self.dice.one_of(&["true", "false"]).to_owned()),
            5 => ("topics", self.dice.one_of(&["[Nước]", "[Nước, Đất]", "[Đất, Lửa]"]).to_owned()),
            6 => ("description", format!("Mô tả {number}.")),
            7 => ("weight", number.to_string()),
            8 => ("aliases", format!("[/cu-{number}/]")),
            9 => ("translation_key", format!("k{number}")),
            10 => ("publish_date", format!("{}/11/2026", number * 7 + 1)),
            11 => ("expiry_date", format!("{}/11/2026", number * 7 + 5)),
            12 => ("image", "hinh.png".to_owned()),
            13 => ("cascade", format!("{{ topics: [Chung], sample: true, authors: [N{number}] }}")),
            14 => ("template", self.dice.one_of(&["page", "section", "khong-co"]).to_owned()),
            15 => ("titel", "Sai".to_owned()),
            16 => ("date", "32/13/2026".to_owned()),
            _ => ("extra", "[".to_owned()),
        };
        let page = self.pages.get_mut(&path).unwrap();
        let removed = page.keys.remove(key).is_some_and(|before| before == value);
        if !removed {
            page.keys.insert(key, value.clone());
        }
        // What breaks a page stays only until that page is edited again.
        if !matches!(key, "titel" | "extra") {
            page.keys.remove("titel");
            page.keys.remove("extra");
        }
        self.save(&path);
        format!("{} {key}: {value} in {path}", if removed { "take away" } else { "set" })
    }

    fn add_page(&mut self) -> String {
        let section = self.dice.one_of(&SECTIONS);
        let name = if self.dice.below(4) == 0 { "_index" } else { self.dice.one_of(&NAMES) };
        let suffix = self.dice.one_of(&["", ".en", ".fr"]);
        let path = format!("content/{section}{name}{suffix}.md");
        let number = self.dice.below(100);
        self.put(&path, &format!("Mới {number}"));
        format!("add {path}")
    }

    fn rename(&mut self) -> String {
        let (from, to) =
            (self.some_page(), self.dice.one_of(&["content/z.md", "content/tin/z.md"]));
        let page = self.pages[&from].clone();
        self.delete(&from);
        self.pages.insert(to.to_owned(), page);
        self.save(to);
        format!("rename {from} to {to}")
    }

    fn edit_picture(&mut self) -> String {
        let path = self.dice.one_of(&[
            "content/tin/hinh.png",
            "content/hinh.png",
            "content/tin/xa/hinh.png",
        ]);
        let width = u8::try_from(self.dice.below(12)).unwrap();
        if width == 0 && self.root.join(path).exists() {
            fs::remove_file(self.root.join(path)).unwrap();
        } else {
            self.picture(path, width);
        }
        format!("picture {path} {width}")
    }

    fn edit_theme(&mut self) -> String {
        let number = self.dice.below(3);
        let (path, text) = match self.dice.below(7) {
            0 => ("i18n/vi.yaml", format!("nav: {{ skip: Bỏ qua {number} }}\n")),
            1 => ("i18n/en.yaml", "list: { count: \"{count}\" }\n".to_owned()),
            2 => ("static/a.css", format!("a {{ order: {number} }}\n")),
            3 => (
                "templates/components/hotlines.html",
                format!(
                    "{{% component hotlines(@data, @page) %}}{number} {{{{ page.title }}}}{{% endcomponent hotlines %}}\n"
                ),
            ),
            4 => ("templates/post.html", format!("{{% extends \"page.html\" %}}{number}\n")),
            5 => (
                "templates/page.html",
                format!(
                    "<title>{number}</title>{{{{ page.content | safe }}}}{{{{ newer?.description }}}}\n"
                ),
            ),
            _ => ("templates/term.html", "{{ khong_co.gi }}\n".to_owned()),
        };
        self.write(&format!("themes/tiny/{path}"), &text);
        format!("theme {path} {text:?}")
    }

    fn edit_data(&mut self) -> String {
        let text = match self.dice.below(4) {
            0 => "a: { number: \"113\", name: { vi: Công an, en: Police } }\n",
            1 => "a: { number: \"111\", name: Một }\nb: { number: \"112\", name: Hai }\n",
            2 => "a: { so: 1 }\n",
            _ => "a: [\n",
        };
        self.write("content/_data/hotlines.yaml", text);
        format!("data {text:?}")
    }

    fn edit_settings(&mut self) -> String {
        let mut text = tiny_site().pop().unwrap().1;
        let (from, to) = match self.dice.below(7) {
            0 => ("base_url: https://tin.example/", "base_url: https://tin.example/goc/"),
            1 => ("base_url: https://tin.example/\n", ""),
            2 => ("paginate_by: 3", "paginate_by: 2\nmarkdown: { html: escape }"),
            3 => ("en: { name: English }", "en: { name: English }, fr: { name: Français }"),
            4 => ("[\"@/_index.md\"]", "[\"@/tin/_index.md\", \"@/khong-co.md\"]"),
            5 => ("title: { vi: Bảng tin", "title: { vi: Bảng tin mới"),
            _ => ("", ""),
        };
        text = text.replacen(from, to, 1);
        self.write("site.yaml", &text);
        format!("settings {to:?}")
    }
}
