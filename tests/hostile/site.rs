//! A small good site in a folder of its own, and the program that builds it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use serde_json::Value as Json;
use tempfile::TempDir;

/// The good site. Its theme is one of its own upon `civic`.
const FILES: &[(&str, &str)] = &[
    (
        "site.yaml",
        "title: { vi: Trang thử, en: Trial site }
base_url: https://thu.example/
theme: nho
languages:
  vi: { name: Tiếng Việt }
  en: { name: English }
taxonomies:
  topics:
    title: { vi: Chủ đề, en: Topics }
    terms:
      hop: { vi: Họp, en: Meetings }
      tin: { vi: Tin, en: News }
menus:
  main: [\"@/tin/_index.md\"]
",
    ),
    ("content/_index.md", "---\ntitle: Trang chủ\n---\n\nXem [bài](@/tin/bai.md#muc).\n"),
    ("content/_index.en.md", "---\ntitle: Home\n---\n\nWelcome.\n"),
    ("content/tin/_index.md", "---\ntitle: Tin\n---\n"),
    (
        "content/tin/bai.md",
        "---\ntitle: Bài\ndate: 15/11/2024\ntopics: [hop]\n---\n\n## Mục {#muc}\n\nChữ.\n",
    ),
    ("content/tin/anh/index.md", "---\ntitle: Ảnh\n---\n\n![Một bức hình](hinh.png)\n"),
    ("content/_data/agencies.yaml", "so-noi-vu:\n  name: { vi: Sở Nội vụ, en: Home Affairs }\n"),
    ("themes/nho/theme.yaml", "name: Nhỏ\nextends: civic\n"),
    ("themes/nho/i18n/vi.yaml", "nav:\n  home: Trang đầu\n"),
    (
        "themes/nho/templates/components/hop.html",
        "{% component hop(ten: string) -%}\n<p>{{ ten }}</p>\n{%- endcomponent hop %}\n",
    ),
];

/// The picture of that page: one grey point.
const PICTURE: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, 0x49, 0x45,
    0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// A site in a folder of its own; both go with the test.
pub(crate) struct Site {
    folder: TempDir,
}

/// What one run of the program gave.
pub(crate) struct Ran {
    /// The exit code.
    pub(crate) code: i32,
    /// What it printed for programs.
    pub(crate) stdout: String,
    /// What it printed for people.
    pub(crate) stderr: String,
}

/// Everything below a folder: what each file holds, where each link leads, and its time.
pub(crate) type Tree = BTreeMap<PathBuf, (Option<Vec<u8>>, Option<SystemTime>)>;

impl Site {
    /// The good site, built into `public/`.
    pub(crate) fn good() -> Site {
        let site = Site { folder: tempfile::tempdir().unwrap() };
        for (path, text) in FILES {
            site.put(path, text);
        }
        site.put("content/tin/anh/hinh.png", PICTURE);
        let ran = site.build("vi");
        assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{}", ran.stderr);
        site
    }

    /// Another such site, with all that is in this one.
    pub(crate) fn copy(&self) -> Site {
        let site = Site { folder: tempfile::tempdir().unwrap() };
        copy(self.root(), site.root());
        site
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    pub(crate) fn link(&self, path: &str, target: impl AsRef<Path>) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        symlink(target, file).unwrap();
    }

    /// Runs the program on this site.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        bangtin().args(arguments).arg("--root").arg(self.root()).output().unwrap().into()
    }

    /// Builds the site; what is said comes as JSON.
    pub(crate) fn build(&self, lang: &str) -> Ran {
        self.run(&["build", "--format", "json", "--lang", lang])
    }

    /// All that is below `public/`.
    pub(crate) fn public(&self) -> Tree {
        tree(&self.path("public"))
    }
}

/// The program, told nothing by the environment.
pub(crate) fn bangtin() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_bangtin"));
    program.env_clear().env("RUST_BACKTRACE", "0");
    program
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        let ran = Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        };
        assert!((0..=3).contains(&ran.code) && !ran.stderr.contains("panicked"), "{}", ran.stderr);
        ran
    }
}

impl Ran {
    /// The diagnostics, where they came as JSON.
    pub(crate) fn diagnostics(&self) -> Vec<Json> {
        serde_json::from_str(&self.stdout).unwrap()
    }

    /// The errors among them.
    pub(crate) fn errors(&self) -> Vec<Json> {
        let mut all = self.diagnostics();
        all.retain(|diagnostic| diagnostic["severity"] == "error");
        all
    }
}

/// All that is below a folder; nothing, if it is not there. Work that is kept for the next
/// build belongs to neither the site nor its output, and may come and go.
pub(crate) fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    gather(folder, folder, &mut tree);
    tree
}

fn gather(top: &Path, folder: &Path, tree: &mut Tree) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path == top.join(bangtin::public::KEPT) {
            continue;
        }
        let metadata = path.symlink_metadata().unwrap();
        // A folder's own time changes when a file waits in it, which no reader can see.
        let found = if metadata.is_dir() {
            gather(top, &path, tree);
            (None, None)
        } else if metadata.is_symlink() {
            let target = fs::read_link(&path).unwrap();
            (Some(target.into_os_string().into_encoded_bytes()), None)
        } else if !metadata.is_file() {
            // Whoever opened a pipe would wait for ever.
            (None, None)
        } else {
            (Some(fs::read(&path).unwrap()), Some(metadata.modified().unwrap()))
        };
        tree.insert(path.strip_prefix(top).unwrap().to_owned(), found);
    }
}

/// Copies a folder with all that is below it.
pub(crate) fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp").arg("-a").arg(from.join(".")).arg(to).status().unwrap();
    assert!(status.success());
}

/// The bytes of a tree without its times.
pub(crate) fn bytes(tree: &Tree) -> BTreeMap<&Path, Option<&[u8]>> {
    tree.iter().map(|(path, (bytes, _))| (path.as_path(), bytes.as_deref())).collect()
}

/// Where two trees differ, if they do.
pub(crate) fn difference(before: &Tree, after: &Tree) -> Option<String> {
    let all = before.keys().chain(after.keys());
    let path = all.into_iter().find(|path| before.get(*path) != after.get(*path))?;
    let state = |tree: &Tree| match tree.get(path) {
        None => "not there".to_owned(),
        Some((bytes, time)) => format!("{:?} bytes, {time:?}", bytes.as_ref().map(Vec::len)),
    };
    Some(format!("{}: {} → {}", path.display(), state(before), state(after)))
}
