//! The one place that calls the library, so that a change of its interface is a change here.
//!
//! A [`Site`] is a snapshot of sources that a test may edit; a [`Built`] is what came out.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bangtin::compare::progress::{self, Progress};
use bangtin::config::{self, Host, Purpose, Settings};
use bangtin::content::kinds::Event;
use bangtin::content::{self, Kind, ParseInput};
use bangtin::diagnostics::show::{self, Tongue};
use bangtin::diagnostics::{Code, Diagnostic, Severity};
use bangtin::memo::Digest;
use bangtin::outputs::{Plan, hosts};
use bangtin::pack::{self, PackInput, Single, What, archive::Archive};
use bangtin::public::{self, File, Files, InMemory, OutputFolder, OutputPath};
use bangtin::sources::{SourcePath, Sources};
use bangtin::yaml::Reading;
use bangtin::{Memos, Work, portable};

/// The moment at which every test takes place, unless it says otherwise.
pub(crate) const NOW: &str = "2026-11-23T08:00:00+07:00[Asia/Ho_Chi_Minh]";

/// The settings of a site that writes none of its own.
const SITE: &str = "
title: { vi: Bảng tin, en: Notices }
base_url: https://tin.example/
theme: tiny
languages: { vi: { name: Tiếng Việt }, en: { name: English } }
taxonomies: { topics: { title: { vi: Chủ đề, en: Topics }, slug: { vi: chu-de, en: topics } } }
menus: { main: [\"@/_index.md\"] }
paginate_by: 3
";

/// A theme that shows of each thing just enough to see whether it is right. What its
/// templates mention is what makes a page anew, so the tests of that rely on every line.
const TINY: &str = r#"
-- themes/tiny/theme.yaml --
name: Tiny
-- themes/tiny/i18n/vi.yaml --
nav: { skip: Tới nội dung }
list: { count: { other: "{count} bài" } }
-- themes/tiny/i18n/en.yaml --
nav: { skip: Skip }
list: { count: { one: "{count} page", other: "{count} pages" } }
-- themes/tiny/templates/base.html --
<!DOCTYPE html>
<html lang="{{ lang }}"><head><title>{{ page.title }} – {{ site.title }}</title>
{% for feed in feeds %}<link rel="alternate" href="{{ root }}{{ feed.url }}">
{% endfor %}</head><body>
<a href="{{ root }}{{ site.home }}">{{ t(key="nav.skip") }}</a>
{% for item in menus?.main or [] %}<a href="{{ root }}{{ item.url }}">{{ item.title }}</a>
{% endfor %}{% for language in languages %}{% if not language.current and language.exact %}<a hreflang="{{ language.code }}" href="{{ root }}{{ language.url }}">{{ language.name }}</a>
{% endif %}{% endfor %}{% for above in ancestors %}<a href="{{ root }}{{ above.url }}">{{ above.title }}</a>
{% endfor %}<h1>{{ page.title }}</h1>
{% block main %}{{ page.content | safe }}{% endblock main %}
</body></html>
-- themes/tiny/templates/page.html --
{% extends "base.html" %}
{% block main %}{{ page.content | safe }}
{% if newer %}<a rel="next" href="{{ root }}{{ newer.url }}">{{ newer.title }}</a>{% endif %}
{% if older %}<a rel="prev" href="{{ root }}{{ older.url }}">{{ older.title }}</a>{% endif %}
{% for term in page.terms?.topics or [] %}<a href="{{ root }}{{ term.url }}">{{ term.name }}</a>
{% endfor %}{% endblock main %}
-- themes/tiny/templates/section.html --
{% extends "base.html" %}
{% block main %}{{ page.content | safe }}
{% for item in pages %}<p><a href="{{ root }}{{ item.url }}" lang="{{ item.lang }}">{{ item.title }}</a> {{ item.date or "" }}</p>
{% endfor %}{% if pager %}{{ pager.number }}/{{ pager.total }}{% endif %}{% endblock main %}
-- themes/tiny/templates/home.html --
{% extends "section.html" %}
{% block main %}{{ super() }}
{% for item in recent.post %}<p><a href="{{ root }}{{ item.url }}">{{ item.title }}</a></p>
{% endfor %}{% endblock main %}
-- themes/tiny/templates/term.html --
{% extends "base.html" %}
{% block main %}{% for item in pages %}<p><a href="{{ root }}{{ item.url }}">{{ item.title }}</a></p>
{% endfor %}{% endblock main %}
-- themes/tiny/templates/taxonomy.html --
{% extends "base.html" %}
{% block main %}{% for term in terms %}<p><a href="{{ root }}{{ term.url }}">{{ term.name }}</a> {{ t(key="list.count", count=term.count) }}</p>
{% endfor %}{% endblock main %}
-- themes/tiny/templates/404.html --
<!DOCTYPE html><html lang="{{ lang }}"><title>404</title><a href="{{ root }}{{ site.home }}">{{ site.title }}</a></html>
-- themes/tiny/templates/redirect.html --
<!DOCTYPE html><html lang="{{ lang }}"><title>{{ title }}</title><a href="{{ root }}{{ target }}">{{ title }}</a></html>
-- themes/tiny/templates/components/alert.html --
{% component alert(kind: string, @lang) %}<aside class="{{ kind }}">{{ body | safe }}</aside>{% endcomponent alert %}
-- themes/tiny/templates/components/box.html --
{% component box(title: string = "") %}<div class="box"><b>{{ title }}</b>{{ body | safe }}</div>{% endcomponent box %}
-- themes/tiny/templates/components/hotlines.html --
{% component hotlines(@data) %}{% for key, line in data?.hotlines or {} %}<p>{{ line.number }}</p>{% endfor %}{% endcomponent hotlines %}
"#;

/// The files of [`TINY`] and the settings that go with it, for a site on disk.
pub(crate) fn tiny_site() -> Vec<(String, String)> {
    let mut files = files_of(TINY);
    files.push(("site.yaml".to_owned(), SITE.to_owned()));
    files
}

/// Several files in one string: each begins with a line `-- path --`.
pub(crate) fn files_of(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let name = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"));
        match (name, files.last_mut()) {
            (Some(name), _) => files.push((name.to_owned(), String::new())),
            (None, Some((_, text))) => text.push_str(line),
            (None, None) => assert!(line.trim().is_empty(), "before the first file: {line:?}"),
        }
    }
    files
}

/// The root of the repository.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A site that a test may edit and build again and again.
pub(crate) struct Site {
    sources: Sources,
    settings: Settings,
    memos: Memos,
}

impl Site {
    /// The site of these files. Without a `site.yaml` of its own it is a site in two
    /// languages with the tiny theme of this harness.
    pub(crate) fn from_text(text: &str) -> Site {
        let mut sources = Sources::default();
        sources.put("site.yaml", SITE);
        for (path, text) in files_of(TINY).iter().chain(&files_of(text)) {
            sources.put(path, text);
        }
        Site::new(sources.with_embedded_themes())
    }

    /// The site in this folder.
    pub(crate) fn read(root: &Path) -> Site {
        Site::new(Sources::read(root, None))
    }

    /// Reads the folder again, as `serve` does after an edit.
    pub(crate) fn read_again(&mut self, root: &Path) {
        self.sources = Sources::read(root, Some(&self.sources));
    }

    fn new(sources: Sources) -> Site {
        let settings = Settings {
            base_url: None,
            drafts: false,
            future: false,
            now: NOW.parse().unwrap(),
            purpose: Purpose::Preview,
        };
        Site { sources, settings, memos: Memos::default() }
    }

    /// The same site under another address.
    pub(crate) fn at_base_url(mut self, url: &str) -> Site {
        self.settings.base_url = bangtin::config::BaseUrl::parse(url);
        assert!(self.settings.base_url.is_some(), "{url}");
        self
    }

    /// Shows drafts or hides them.
    pub(crate) fn set_drafts(&mut self, drafts: bool) {
        self.settings.drafts = drafts;
    }

    /// Shows pages of the future or hides them.
    pub(crate) fn set_future(&mut self, future: bool) {
        self.settings.future = future;
    }

    /// Moves the clock.
    pub(crate) fn set_now(&mut self, now: &str) {
        self.settings.now = now.parse().unwrap();
    }

    /// The same site with another file in its theme.
    pub(crate) fn with_theme_file(mut self, name: &str, text: &str) -> Site {
        self.put(&format!("themes/tiny/{name}"), text);
        self
    }

    /// Adds or replaces a file.
    pub(crate) fn put(&mut self, path: &str, text: &str) -> &mut Site {
        self.sources.put(path, text);
        self
    }

    /// Adds or replaces a text that may be no UTF-8.
    pub(crate) fn put_bytes(&mut self, path: &str, bytes: &[u8]) -> &mut Site {
        self.sources.put_bytes(path, bytes);
        self
    }

    /// Adds or replaces a file that is no text.
    pub(crate) fn put_file(&mut self, path: &str, bytes: &[u8]) -> &mut Site {
        self.sources.put_file(path, bytes);
        self
    }

    /// Adds or replaces a picture.
    pub(crate) fn put_picture(&mut self, path: &str, bytes: &[u8]) -> &mut Site {
        self.sources.put_picture(path, bytes);
        self
    }

    /// Replaces a stretch of a file, which must be in it once.
    pub(crate) fn edit(&mut self, path: &str, from: &str, to: &str) -> &mut Site {
        let text = self.text(path);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
        self.put(path, &text.replacen(from, to, 1))
    }

    /// Takes a file away.
    pub(crate) fn remove(&mut self, path: &str) -> &mut Site {
        assert!(self.sources.get(&SourcePath::new(path)).is_some(), "there is no {path}");
        self.sources.remove(path);
        self
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> String {
        let text = self.sources.text(&SourcePath::new(path));
        text.unwrap_or_else(|| panic!("there is no {path}")).to_string()
    }

    /// The same site as it is published: with digests in the names of files.
    pub(crate) fn for_publication(mut self) -> Site {
        self.settings.purpose = Purpose::Publication;
        self
    }

    /// Builds with what was remembered.
    pub(crate) fn build(&self) -> Built {
        Built::of(bangtin::build(&self.sources, &self.settings, &self.memos))
    }

    /// Builds with nothing remembered.
    pub(crate) fn build_afresh(&self) -> Built {
        Built::of(bangtin::build(&self.sources, &self.settings, &Memos::default()))
    }

    /// Builds both ways and asks for the law: what was remembered changes nothing.
    pub(crate) fn build_by_the_law(&self) -> Built {
        let built = self.build();
        built.assert_same(&self.build_afresh());
        built
    }

    /// What is said of the sources, without making the site: codes and places.
    pub(crate) fn faults(&self) -> Vec<String> {
        let linked = bangtin::unhidden(&self.sources, &self.settings, &self.memos);
        linked.diagnostics.iter().map(line).collect()
    }

    /// What the YAML of one of the sources holds, as other programs see it.
    pub(crate) fn data(&self, path: &str) -> serde_json::Value {
        let (path, text) = (SourcePath::new(path), self.text(path));
        let node = Reading::new(&path, &text).yaml(0..text.len());
        node.unwrap_or_else(|| panic!("{path} is no YAML: {text}")).to_json()
    }

    /// What is said of one of the sources, without making the site: in English, with its cure.
    pub(crate) fn said_of(&self, path: &str) -> Vec<String> {
        let linked = bangtin::unhidden(&self.sources, &self.settings, &self.memos);
        let is_here = |said: &Said| said.path == path;
        let said = linked.diagnostics.iter().map(Said::of).filter(is_here);
        said.map(|said| said.text).collect()
    }

    /// What a build says, fault by fault.
    pub(crate) fn said(&self) -> Vec<Said> {
        let built = bangtin::build(&self.sources, &self.settings, &self.memos);
        built.diagnostics.iter().map(Said::of).collect()
    }

    /// Packs a part of the site, as `pack WHAT --language CODE --max SIZE` does. What cannot be
    /// packed is told in words of Rust.
    pub(crate) fn pack(
        &self,
        what: Option<&str>,
        language: Option<&str>,
        most: Option<u64>,
    ) -> Result<Packed, String> {
        let built = bangtin::build(&self.sources, &self.settings, &self.memos);
        let theme = bangtin::theme_of(&self.sources, &self.settings, &self.memos).unwrap();
        let site = built.site.unwrap();
        let language = language.map(content::Language::new);
        let what = What::find(&site, what, language.as_ref());
        let what = what.map_err(|fault| format!("{fault:?}"))?;
        let input = PackInput { files: &built.files, site: &site, theme: &theme, what: &what };
        let fitted = pack::fit(&input, most).unwrap();
        let fitted = fitted.map_err(|needed| format!("{needed} bytes are needed"))?;
        let package = fitted.package;
        let archive = Archive::of(&package).unwrap();
        let (told, mut bytes) = (archive.len(), Vec::new());
        let copy = |file: &File, into: &mut dyn Write| into.write_all(&bytes_of(file));
        archive.write(Cursor::new(&mut bytes), &copy).unwrap();
        assert_eq!(bytes.len() as u64, told, "the size was known before");
        let left = fitted.left.iter().map(|(path, _)| path.to_string()).collect();
        let site = Some(site);
        let entries = Built {
            files: package.entries,
            site,
            plan: None,
            until: None,
            diagnostics: Vec::new(),
            work: Work::default(),
        };
        Ok(Packed { entries, archive: bytes, left })
    }

    /// A page as one file, as `pack PAGE --single` makes it.
    pub(crate) fn single(&self, path: &str) -> String {
        let built = bangtin::build(&self.sources, &self.settings, &self.memos);
        let (files, site) = (&built.files, &built.site.unwrap());
        let page = OutputPath::parse(path).unwrap();
        let needs = Single::needs(files, &page).into_iter();
        let shown = needs.map(|path| (path.clone(), bytes_of(&files[&path]))).collect();
        let html = pack::single(&Single { files, site, shown: &shown }, &page);
        String::from_utf8(html.unwrap()).unwrap()
    }

    /// Accepts every translation, as `i18n accept` does; gives the text of the lock file.
    pub(crate) fn accept(&mut self) -> String {
        let site = self.linked();
        let all = progress::progress(&site.texts());
        let text = progress::accept(&site.texts(), &all.iter().collect::<Vec<_>>(), true);
        self.put("translations.lock", &text);
        text
    }

    /// What `i18n status` shows.
    pub(crate) fn progress(&self) -> Vec<Progress> {
        progress::progress(&self.linked().texts())
    }

    fn linked(&self) -> bangtin::Read {
        bangtin::unhidden(&self.sources, &self.settings, &self.memos).value.unwrap()
    }

    /// The text of each file below a folder, by path.
    pub(crate) fn texts(&self, folder: &str) -> Vec<(String, String)> {
        let files = self.sources.under(folder).map(|(path, _)| path);
        let texts = files.filter_map(|path| Some((path, self.sources.text(path)?)));
        texts.map(|(path, text)| (path.to_string(), text.to_string())).collect()
    }

    /// The events of a schedule as they are written, in the order of the file.
    pub(crate) fn events(&self, path: &str) -> Vec<Event> {
        let config = config::read(&self.sources).value.unwrap();
        let path = SourcePath::new(path);
        let text = self.sources.text(&path).unwrap();
        let input = ParseInput {
            path: &path,
            digest: Digest::of(text.as_bytes()),
            text,
            rules: config.rules.hashed(),
            sheets: content::sheet::named_in(text, &content::sheet::all(&self.sources)),
        };
        let parsed = content::parse(&input).value;
        let Kind::Schedule(schedule) = &parsed.document.kind else {
            panic!("{path} is no schedule")
        };
        schedule.written.clone()
    }

    /// What `list` shows: each source and its state.
    pub(crate) fn states(&self) -> Vec<(String, &'static str)> {
        let survey = bangtin::survey(&self.sources, &self.settings, &self.memos);
        survey.pages.into_iter().map(|page| (page.path, page.state)).collect()
    }
}

/// One fault that is said.
pub(crate) struct Said {
    /// The file; empty where it is of none.
    pub(crate) path: String,
    /// The line; 0 where it is of the file as a whole.
    pub(crate) line: usize,
    /// All of it, with its cure.
    pub(crate) text: String,
}

impl Said {
    fn of(fault: &Diagnostic) -> Said {
        let place = fault.place.as_ref();
        Said {
            path: place.map_or_else(String::new, |place| place.path.to_string()),
            line: place.map_or(0, |place| place.line),
            text: show::short(std::slice::from_ref(fault), Tongue::En).trim_end().to_owned(),
        }
    }
}

/// What packing gave.
pub(crate) struct Packed {
    /// The files that were packed.
    pub(crate) entries: Built,
    /// The bytes of the archive.
    pub(crate) archive: Vec<u8>,
    /// What was left out.
    pub(crate) left: Vec<String>,
}

impl Packed {
    /// Each file of the archive with its bytes, in the order in which it stands there.
    pub(crate) fn unpacked(&self) -> Vec<(String, Vec<u8>)> {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.archive)).unwrap();
        let all = (0..archive.len()).map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            let time = file.last_modified().unwrap();
            assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0));
            assert_eq!(file.unix_mode().unwrap() & 0o777, 0o644);
            (file.name().unwrap().into_owned(), bytes)
        });
        all.collect()
    }
}

/// The bytes of a file, those of the repository's sample where it is a copy.
fn bytes_of(file: &File) -> Vec<u8> {
    match file {
        File::Made(bytes) => bytes.to_vec(),
        File::Copied { from, .. } => std::fs::read(repository().join(from)).unwrap(),
        File::Spooled { .. } => panic!("it is on the disk"),
    }
}

/// What a build gave.
pub(crate) struct Built {
    /// The whole site.
    pub(crate) files: Files,
    /// From when on it would be another.
    pub(crate) until: Option<String>,
    site: Option<Arc<bangtin::site::Site>>,
    plan: Option<Arc<Plan>>,
    diagnostics: Vec<Diagnostic>,
    work: Work,
}

impl Built {
    fn of(built: bangtin::Built) -> Built {
        let bangtin::Built { mut files, search, site, plan, diagnostics, work, until, .. } = built;
        files.extend(search.map(|search| search.files(&InMemory)).unwrap_or_default());
        let until = until.map(|until| until.to_string());
        Built { files, until, site, plan, diagnostics, work }
    }

    /// What `check --portable` says of the files, and how many addresses it followed.
    pub(crate) fn followed(&self) -> (usize, Vec<String>) {
        let followed = portable::check(&self.files, self.site.as_ref().unwrap());
        (followed.count, followed.diagnostics.iter().map(line).collect())
    }

    /// Whether anything keeps the site from being published.
    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// What a host is told: texts with the names of the files that hold them.
    pub(crate) fn told_to(&self, host: Host) -> Vec<(&'static str, String)> {
        hosts::texts(self.plan.as_ref().unwrap(), &self.files, host)
    }

    /// The paths of all files, in order.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.files.keys().map(OutputPath::as_str).collect()
    }

    /// The bytes of a file that was made.
    pub(crate) fn bytes(&self, path: &str) -> &[u8] {
        let file = OutputPath::parse(path).and_then(|path| self.files.get(&path));
        match file.unwrap_or_else(|| panic!("there is no {path} among {:#?}", self.names())) {
            File::Made(bytes) => bytes,
            File::Copied { from, .. } => panic!("{path} is a copy of {}", from.display()),
            File::Spooled { .. } => panic!("{path} is on the disk"),
        }
    }

    /// The text of a file that was made.
    pub(crate) fn file(&self, path: &str) -> &str {
        std::str::from_utf8(self.bytes(path)).unwrap()
    }

    /// Whether there is a file.
    pub(crate) fn has(&self, path: &str) -> bool {
        OutputPath::parse(path).is_some_and(|path| self.files.contains_key(&path))
    }

    /// Each HTML file with its text.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.names().into_iter().filter(|name| name.ends_with(".html"));
        pages.map(|name| (name, self.file(name)))
    }

    /// What is said, one line each, in Vietnamese: `content/a.md:3:7 B301 error: …`.
    pub(crate) fn diagnostics(&self) -> Vec<String> {
        self.diagnostics.iter().map(line).collect()
    }

    /// What is said, as `--format short` shows it in Vietnamese, and the English below it.
    pub(crate) fn told(&self) -> String {
        let told = |fault: &Diagnostic| {
            let one = std::slice::from_ref(fault);
            let english = show::short(one, Tongue::En);
            let english = english.split_once("]: ").unwrap().1;
            format!("{}    {english}", show::short(one, Tongue::Vi))
        };
        self.diagnostics.iter().map(told).collect()
    }

    /// The cures of all that is said, in both languages.
    pub(crate) fn hints(&self) -> String {
        let hints = self.diagnostics.iter().filter_map(|fault| fault.hint.as_ref());
        hints.map(|hint| format!("{}\n{}\n", hint.vi, hint.en)).collect()
    }

    /// What is said, in order.
    pub(crate) fn faults(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// What is said, with codes and places only: `content/a.md:3:7 B301`.
    pub(crate) fn codes(&self) -> Vec<String> {
        let short = |line: String| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
        self.diagnostics().into_iter().map(short).collect()
    }

    /// The kinds of faults that are said.
    pub(crate) fn kinds(&self) -> BTreeSet<Code> {
        self.diagnostics.iter().map(|fault| fault.code).collect()
    }

    /// What is said, whole, for showing where two builds differ.
    pub(crate) fn report(&self) -> String {
        self.diagnostics().join("\n")
    }

    /// That nothing at all is said.
    pub(crate) fn assert_clean(&self) -> &Built {
        assert!(self.diagnostics.is_empty(), "{}", self.report());
        self
    }

    /// That all that is said is said in two languages and with a cure.
    pub(crate) fn assert_cures(&self) {
        for fault in &self.diagnostics {
            let hint = fault.hint.as_ref().unwrap_or_else(|| panic!("no cure: {}", line(fault)));
            for text in [&fault.message, hint] {
                assert!(!text.vi.is_empty() && !text.en.is_empty(), "{}", line(fault));
            }
        }
    }

    /// The files that were made anew.
    pub(crate) fn rendered(&self) -> Vec<&str> {
        self.work.rendered.iter().map(String::as_str).collect()
    }

    /// The pictures of which copies were made anew.
    pub(crate) fn pictured(&self) -> Vec<&str> {
        self.work.pictured.iter().map(String::as_str).collect()
    }

    /// That nothing is to be said.
    #[track_caller]
    pub(crate) fn assert_no_faults(&self) {
        assert!(self.diagnostics.is_empty(), "{:#?}", self.diagnostics());
    }

    /// The sources that were parsed anew.
    pub(crate) fn parsed(&self) -> Vec<&str> {
        self.work.parsed.iter().map(String::as_str).collect()
    }

    /// That both are the same site, byte for byte, with the same things said of it.
    pub(crate) fn assert_same(&self, other: &Built) {
        if let Some(difference) = self.difference(other) {
            panic!("{difference}");
        }
    }

    /// Where this site and another are not the same; nothing if they are.
    pub(crate) fn difference(&self, other: &Built) -> Option<String> {
        if self.names() != other.names() {
            return Some(format!("the files are\n{:?}\nand\n{:?}", self.names(), other.names()));
        }
        let pairs = self.files.iter().zip(other.files.values());
        for ((path, mine), theirs) in pairs {
            if mine != theirs {
                return Some(format!("{path} differs: {}", difference(mine, theirs)));
            }
        }
        (self.diagnostics != other.diagnostics).then(|| {
            format!("what is said is\n{:#?}\nand\n{:#?}", self.diagnostics, other.diagnostics)
        })
    }

    /// Writes the site into a folder, as `build` does; tells what was written and removed.
    pub(crate) fn write(&self, root: &Path, folder: &Path) -> (Vec<String>, Vec<String>) {
        let output = OutputFolder::claim(folder).unwrap();
        let changes = public::write(&output, root, &self.files, false).unwrap();
        let names = |paths: Vec<OutputPath>| paths.iter().map(ToString::to_string).collect();
        (names(changes.written), names(changes.removed))
    }
}

/// The first lines in which two files differ.
fn difference(mine: &File, theirs: &File) -> String {
    let (File::Made(mine), File::Made(theirs)) = (mine, theirs) else { return String::new() };
    let (mine, theirs) = (String::from_utf8_lossy(mine), String::from_utf8_lossy(theirs));
    let differing = mine.lines().zip(theirs.lines()).find(|(mine, theirs)| mine != theirs);
    differing.map_or_else(
        || format!("{} and {} bytes", mine.len(), theirs.len()),
        |(mine, theirs)| format!("\n  {mine}\n  {theirs}"),
    )
}

fn line(fault: &Diagnostic) -> String {
    let mut line = String::new();
    match &fault.place {
        Some(place) if place.line > 0 => {
            write!(line, "{}:{}:{}", place.path, place.line, place.column).unwrap();
        }
        Some(place) => line.push_str(place.path.as_str()),
        None => line.push('-'),
    }
    let severity = match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    write!(line, " {} {severity}: {}", fault.code.id(), fault.message.vi).unwrap();
    line
}

#[test]
fn one_string_holds_several_files() {
    let site = Site::from_text("-- content/_index.md --\n---\ntitle: Trang chủ\n---\nXin chào.\n");
    let built = site.build();
    built.assert_clean();
    assert!(built.file("index.html").contains("<h1>Trang chủ</h1>"));
}

#[test]
fn a_fault_is_one_line() {
    let site = Site::from_text("-- content/_index.md --\n---\ntitle: A\n---\n\nXem [b](b.md).\n");
    assert_eq!(
        site.build().diagnostics(),
        ["content/_index.md:5:9 B301 error: không có trang hay tệp `b.md`"]
    );
}
