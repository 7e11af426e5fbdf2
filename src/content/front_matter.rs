//! The front matter: where it ends, what it says, and on which line each key stands.
//!
//! In: a Markdown file that begins with YAML between two lines of `---`. Out: [`Meta`],
//! the keys that every kind has, and the [`Kind`] with the keys of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use crate::content::kinds::{self, Kind};
use crate::content::{Body, Language, LinkTarget, Rules};
use crate::diagnostics::{Code, Diagnostic, Span, did_you_mean, say};
use crate::sources::SourcePath;
use crate::yaml::{Fields, Marked, Moment, Node, Reading};

/// The keys that every kind has.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// The title, from the key or the first heading.
    pub title: String,
    /// One sentence for cards and search engines.
    pub description: Option<String>,
    /// The lead, shown at the top of the page.
    pub summary: Option<String>,
    /// When it was published.
    pub date: Option<Marked<Moment>>,
    /// When it was last changed.
    pub updated: Option<Marked<Moment>>,
    /// Not shown before.
    pub publish_date: Option<Marked<Moment>>,
    /// Not shown from then on.
    pub expiry_date: Option<Marked<Moment>>,
    /// The last part of the address, instead of one made from the title.
    pub slug: Option<Marked<String>>,
    /// The whole address within the language.
    pub path: Option<Marked<String>>,
    /// Old addresses that lead here.
    pub aliases: Vec<Marked<String>>,
    /// The place among its neighbours where a section sorts by weight; small comes first.
    pub weight: Option<i64>,
    /// What its translations share, where their paths do not agree.
    pub translation_key: Option<String>,
    /// The picture for cards.
    pub image: Option<Picture>,
    /// Whatever the theme may want.
    pub extra: serde_json::Value,
    /// The keys that a section may also set for all that lies below it.
    pub shared: Cascade,
}

/// Keys that a section may set for all that lies below it; a page's own keys win.
#[derive(Clone, Debug, Default)]
pub struct Cascade {
    /// Shown only with `--drafts`.
    pub draft: Option<bool>,
    /// Read by people who may be watched.
    pub sensitive: Option<bool>,
    /// Invented for illustration, and said so.
    pub sample: Option<bool>,
    /// Whether it is made to be printed.
    pub print: Option<bool>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Whose text it retells.
    pub source: Option<SourceNote>,
    /// The template, instead of the kind's own.
    pub template: Option<Marked<String>>,
    /// The terms of each taxonomy.
    pub terms: BTreeMap<String, Vec<Marked<String>>>,
}

impl Cascade {
    /// These keys, and `above`'s where there is none.
    pub fn or(&self, above: &Cascade) -> Cascade {
        let mut terms = above.terms.clone();
        terms.extend(self.terms.iter().map(|(name, terms)| (name.clone(), terms.clone())));
        let authors = if self.authors.is_empty() { &above.authors } else { &self.authors };
        Cascade {
            draft: self.draft.or(above.draft),
            sensitive: self.sensitive.or(above.sensitive),
            sample: self.sample.or(above.sample),
            print: self.print.or(above.print),
            authors: authors.clone(),
            source: self.source.clone().or_else(|| above.source.clone()),
            template: self.template.clone().or_else(|| above.template.clone()),
            terms,
        }
    }
}

/// Whose text a page retells.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SourceNote {
    /// Who published it.
    pub name: String,
    /// Where.
    pub url: Option<String>,
    /// When.
    #[serde(skip)]
    pub date: Option<Moment>,
}

/// A picture beside a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    /// The file, written like a link.
    pub target: LinkTarget,
    /// The text for those who do not see it.
    pub alt: String,
}

/// A file in its two parts.
pub struct Split {
    /// The front matter as a tree, if it is there and can be read.
    pub front_matter: Option<Node>,
    /// Where the body stands in the text.
    pub body: Range<usize>,
}

/// Spellings of Hugo and Zola, each with the name used here.
const ALIASES: &[(&str, &str)] = &[
    ("lastmod", "updated"),
    ("last_updated", "updated"),
    ("publishDate", "publish_date"),
    ("pubdate", "publish_date"),
    ("expiryDate", "expiry_date"),
    ("unpublishdate", "expiry_date"),
    ("translationKey", "translation_key"),
    ("url", "path"),
    ("layout", "template"),
    ("type", "kind"),
    ("params", "extra"),
    ("author", "authors"),
    ("lead", "summary"),
];

const CASCADE_ALIASES: &[(&str, &str)] = &[("author", "authors"), ("layout", "template")];

const SOURCE_ALIASES: &[(&str, &str)] = &[("title", "name"), ("link", "url")];

/// The language of a file and its path without `content/`, language and extension.
pub fn language_and_stem(
    path: &SourcePath,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> (Language, String) {
    let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    let stem = inside.rsplit_once('.').map_or(inside, |(stem, _)| stem);
    for (language, folder) in &rules.languages {
        if let Some(rest) = folder.as_ref().and_then(|folder| stem.strip_prefix(folder.as_str())) {
            if let Some(rest) = rest.strip_prefix('/') {
                return (language.clone(), rest.to_owned());
            }
        }
    }
    let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(folder, name)| (folder, name));
    let Some((name, suffix)) = name.rsplit_once('.') else {
        return (rules.default_language.clone(), stem.to_owned());
    };
    let language = Language::new(suffix);
    if rules.languages.contains_key(&language) {
        let stem = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        return (language, stem);
    }
    if looks_like_language(suffix) {
        let known = rules.languages.keys().map(Language::as_str);
        let hint = did_you_mean(suffix, known);
        let message = say!("trang web không có ngôn ngữ `{suffix}`", "the site has no language `{suffix}`");
        let fault = Diagnostic::error(Code::UnknownLanguage, message).hint(hint);
        reading.diagnostics.push(fault.at(crate::diagnostics::Place::file(path)));
    }
    (rules.default_language.clone(), stem.to_owned())
}

fn looks_like_language(suffix: &str) -> bool {
    let main = suffix.split('-').next().unwrap_or_default();
    (2..=3).contains(&main.len()) && main.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Finds the front matter and reads its YAML.
pub fn split(reading: &mut Reading<'_>) -> Split {
    let text = reading.text;
    let nothing = Split { front_matter: None, body: 0..text.len() };
    if text.trim().is_empty() {
        return nothing;
    }
    let begin = text.len() - text.trim_start().len();
    let first_line = line_end(text, begin);
    if text[begin..first_line].trim_end() != "---" {
        no_front_matter(begin..first_line, reading);
        return nothing;
    }
    let start = (first_line + 1).min(text.len());
    let mut at = start;
    while at < text.len() {
        let end = line_end(text, at);
        if matches!(text[at..end].trim_end(), "---" | "...") {
            let body = (end + 1).min(text.len())..text.len();
            return Split { front_matter: reading.yaml(start..at), body };
        }
        at = end + 1;
    }
    let message = say!("phần đầu trang mở bằng `---` mà không đóng", "the front matter opened by `---` is not closed");
    let hint = say!("thêm một dòng `---` sau mục cuối cùng, trước nội dung", "add a line `---` after the last key, before the text");
    reading.error((begin..first_line).into(), Code::UnclosedFrontMatter, message, hint);
    Split { front_matter: None, body: text.len()..text.len() }
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at)
}

fn no_front_matter(line: Range<usize>, reading: &mut Reading<'_>) {
    let message = say!("trang không có phần đầu", "the page has no front matter");
    let hint = if reading.text[line.clone()].trim_end() == "+++" {
        say!("phần đầu viết bằng YAML, giữa hai dòng `---`, không phải TOML `+++`", "write it in YAML between two lines `---`, not in TOML `+++`")
    } else {
        say!(
            "viết ba dòng này ở đầu tệp: `---`, `title: Tên trang`, `---`",
            "begin the file with these three lines: `---`, `title: Name of the page`, `---`"
        )
    };
    reading.error(line.into(), Code::NoFrontMatter, message, hint);
}

/// What [`read`] must know besides the file: the rules, whether it is a section, its language.
pub type About<'a> = (&'a Rules, bool, &'a Language);

/// Reads the keys. Where there are none, gives what can be known without them.
pub fn read(split: &Split, body: &Body, about: About<'_>, reading: &mut Reading<'_>) -> (Meta, Kind) {
    let (rules, is_section, _) = about;
    let no_keys = |title: Option<String>| {
        let meta = Meta { title: title.unwrap_or_default(), ..Meta::default() };
        (meta, if is_section { Kind::Section(kinds::Section::default()) } else { Kind::Page })
    };
    let Some(node) = &split.front_matter else { return no_keys(body.title.clone()) };
    let Some(mut fields) = Fields::of(node, ALIASES, reading) else {
        return no_keys(body.title.clone());
    };
    let title = title(&mut fields, body, reading);
    let meta = Meta { title, ..common(&mut fields, rules, reading) };
    let kind = kinds::read(&mut fields, about, reading);
    fields.finish(reading);
    in_order(&meta.publish_date, &meta.expiry_date, reading);
    (meta, kind)
}

fn title(fields: &mut Fields<'_>, body: &Body, reading: &mut Reading<'_>) -> String {
    let before = reading.diagnostics.len();
    let written = fields.marked_text("title", reading).filter(|title| !title.value.trim().is_empty());
    match (written, &body.title) {
        (Some(title), Some(heading)) if *heading != title.value => {
            let place = reading.place(title.span);
            let message = say!(
                "trang có hai tên: `title` và đề mục đầu `# {heading}`; đề mục không được hiện",
                "the page has two titles: `title` and the first heading `# {heading}`, which is not shown"
            );
            let hint = say!("xoá một trong hai, hoặc viết đề mục bằng `##`", "delete one of them, or begin the heading with `##`");
            reading.diagnostics.push(Diagnostic::warning(Code::NoTitle, message).hint(hint).at(place));
            title.value
        }
        (Some(title), Some(_) | None) => title.value,
        (None, Some(heading)) => heading.clone(),
        (None, None) => {
            if reading.diagnostics.len() == before {
                let message = say!("trang chưa có tên", "the page has no title");
                let hint = say!("thêm một dòng `title: Tên trang`", "add a line `title: Name of the page`");
                reading.error(fields.span(), Code::NoTitle, message, hint);
            }
            String::new()
        }
    }
}

fn common(fields: &mut Fields<'_>, rules: &Rules, reading: &mut Reading<'_>) -> Meta {
    Meta {
        title: String::new(),
        description: fields.text("description", reading),
        summary: fields.text("summary", reading),
        date: fields.moment("date", reading),
        updated: fields.moment("updated", reading),
        publish_date: fields.moment("publish_date", reading),
        expiry_date: fields.moment("expiry_date", reading),
        slug: fields.marked_text("slug", reading),
        path: fields.marked_text("path", reading),
        aliases: fields.texts("aliases", reading),
        weight: fields.integer("weight", reading),
        translation_key: fields.text("translation_key", reading),
        image: picture(fields, reading),
        extra: fields.take("extra").map_or(serde_json::Value::Null, Node::to_json),
        shared: shared(fields, rules, reading),
    }
}

/// The keys that a page may set for itself and a section for all that lies below it.
fn shared(fields: &mut Fields<'_>, rules: &Rules, reading: &mut Reading<'_>) -> Cascade {
    Cascade {
        draft: fields.flag("draft", reading),
        sensitive: fields.flag("sensitive", reading),
        sample: fields.flag("sample", reading),
        print: fields.flag("print", reading),
        authors: fields.texts("authors", reading).into_iter().map(|name| name.value).collect(),
        source: source(fields, reading),
        template: fields.marked_text("template", reading),
        terms: terms(fields, rules, reading),
    }
}

/// The `cascade:` of a section.
pub fn cascade(fields: &mut Fields<'_>, rules: &Rules, reading: &mut Reading<'_>) -> Cascade {
    let Some(node) = fields.take("cascade") else { return Cascade::default() };
    let Some(mut fields) = Fields::of(node, CASCADE_ALIASES, reading) else { return Cascade::default() };
    let cascade = shared(&mut fields, rules, reading);
    fields.finish(reading);
    cascade
}

fn picture(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<Picture> {
    let alt = fields.text("image_alt", reading);
    let target = fields.marked_text("image", reading)?;
    Some(Picture {
        target: LinkTarget { written: target.value, span: target.span },
        alt: alt.unwrap_or_default(),
    })
}

fn source(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<SourceNote> {
    let node = fields.take("source")?;
    if !matches!(node.value, crate::yaml::Value::Map(_)) {
        let name = crate::yaml::text_of(node, "source", reading)?.value;
        return Some(SourceNote { name, url: None, date: None });
    }
    let mut inner = Fields::of(node, SOURCE_ALIASES, reading)?;
    let name = inner.required_text("name", reading);
    let url = inner.text("url", reading);
    let date = inner.moment("date", reading).map(|date| date.value);
    inner.finish(reading);
    Some(SourceNote { name, url, date })
}

fn terms(
    fields: &mut Fields<'_>,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> BTreeMap<String, Vec<Marked<String>>> {
    let mut all = BTreeMap::new();
    for name in &rules.taxonomies {
        let terms = fields.texts(name, reading);
        if !terms.is_empty() {
            all.insert(name.clone(), terms);
        }
    }
    all
}

/// Says so if an end stands before its beginning.
pub fn in_order(
    start: &Option<Marked<Moment>>,
    end: &Option<Marked<Moment>>,
    reading: &mut Reading<'_>,
) {
    let (Some(start), Some(end)) = (start, end) else { return };
    // The zone is the same for both, so any zone gives the right order.
    let zone = jiff::tz::TimeZone::UTC;
    let (first, last) = (start.value.iso(&zone), end.value.iso(&zone));
    let backwards = match (start.value, end.value) {
        (Moment::Time(_) | Moment::Instant(_), Moment::Time(_) | Moment::Instant(_)) => last < first,
        (_, _) => end.value.day(&zone) < start.value.day(&zone),
    };
    if backwards {
        let message = say!("kết thúc (`{last}`) trước khi bắt đầu (`{first}`)", "the end (`{last}`) is before the beginning (`{first}`)");
        let hint = say!("đổi một trong hai ngày", "change one of the two dates");
        reading.error(end.span, Code::EndBeforeStart, message, hint);
    }
}

/// Says so if two items have one id. `ids` are the ids in order.
pub fn unique_ids(ids: &[(&str, Span)], reading: &mut Reading<'_>) {
    let mut seen = BTreeMap::new();
    for (id, span) in ids {
        if let Some(first) = seen.insert(*id, *span) {
            let line = reading.place(first).line;
            let message = say!("mã `{id}` đã dùng ở dòng {line}", "the id `{id}` is already used on line {line}");
            let hint = say!("đặt cho mục này một `id` khác", "give this one another `id`");
            reading.error(*span, Code::DuplicateId, message, hint);
        }
    }
}
