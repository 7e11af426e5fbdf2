//! Tests of what is left of hundreds of edits.

use std::fs;
use std::path::Path;

use super::*;
use bangtin::diagnostics::show::Tongue;

const THEME: &[(&str, &str)] = &[
    ("theme.yaml", "name: Nhỏ\n"),
    ("i18n/vi.yaml", "nav: { skip: Tới nội dung }\n"),
    ("templates/page.html", "<html lang=\"vi\">{{ page.title }}{{ page.content | safe }}</html>"),
    (
        "templates/section.html",
        "<html lang=\"vi\">{% for p in pages %}{{ p.title }}{% endfor %}</html>",
    ),
];

fn put(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn page(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\n---\n\n{text}\n")
}

/// A site that is built again and again in one program.
struct Kept {
    builder: Builder,
    memos: Memos,
    sources: Option<Sources>,
    shown: Snapshot,
}

impl Kept {
    /// Builds it as it is now. Whether it is good.
    fn build(&mut self) -> bool {
        let turn = self.builder.build(&mut self.sources, &self.shown, &self.memos);
        let is_good = turn.next.errors().next().is_none();
        self.shown = turn.next;
        is_good
    }

    /// How much is remembered: results, sources and files.
    fn remembered(&self) -> [usize; 3] {
        let sources = self.sources.as_ref().map_or(0, |sources| sources.under("").count());
        let files = self.shown.good.as_ref().map_or(0, |good| good.files.len());
        [self.memos.remembered(), sources, files]
    }

    /// A day of edits, after which all is as before.
    fn edit(&mut self, round: usize) {
        let root = self.builder.root.clone();
        let settings = fs::read_to_string(root.join("site.yaml")).unwrap();
        let template = THEME[2].1;
        let new = format!("content/new-{round}.md");
        let edits: [(&str, String, bool); 9] = [
            ("content/a.md", page("A", &format!("Text {round}.")), true),
            ("content/a.md", page(&format!("A {round}"), "Text."), true),
            ("content/a.md", page("A", "[x](@/none.md)"), false),
            ("content/a.md", format!("---\ntitel: {round}\n---\n"), false),
            (&new, page("New", "New."), true),
            ("themes/nho/templates/page.html", format!("{template}{round}"), true),
            ("themes/nho/templates/page.html", format!("{template}{{{{ x{round} }}}}"), false),
            ("site.yaml", settings.replace("title: T", &format!("title: T{round}")), true),
            ("site.yaml", format!("title: [{round}"), false),
        ];
        for (path, text, is_good) in edits {
            put(&root, path, &text);
            assert_eq!(self.build(), is_good, "{path}: {:?}", self.shown.diagnostics);
            match path {
                "content/a.md" => put(&root, path, &page("A", "Text.")),
                "site.yaml" => put(&root, path, &settings),
                path if path.starts_with("themes/") => put(&root, path, template),
                path => fs::remove_file(root.join(path)).unwrap(),
            }
        }
        assert!(self.build(), "{:?}", self.shown.diagnostics);
    }
}

#[test]
fn hundreds_of_edits_leave_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(root, "site.yaml", "title: T\ntheme: nho\nlanguages: { vi: { name: Tiếng Việt } }\n");
    for (path, text) in THEME {
        put(root, &format!("themes/nho/{path}"), text);
    }
    put(root, "content/_index.md", &page("Home", ""));
    for name in ["a", "b", "c"] {
        put(root, &format!("content/{name}.md"), &page("A", "Text."));
    }
    let site = SiteFlags { base_url: None, drafts: false, future: false, now: None };
    let printer = Printer::new(Tongue::En, true, false);
    let builder = Builder { root: root.to_owned(), site, printer, open: None };
    let mut kept =
        Kept { builder, memos: Memos::default(), sources: None, shown: Snapshot::default() };
    assert!(kept.build(), "{:?}", kept.shown.diagnostics);
    kept.edit(0);
    let first = kept.remembered();
    assert!(first.iter().all(|count| *count > 3), "{first:?}");
    for round in 1..30 {
        kept.edit(round);
        assert_eq!(kept.remembered(), first, "after {round} rounds");
    }
}
