//! The kinds of documents and the keys that each asks for.
//!
//! In: the keys of the front matter that are left after the common ones. Out: a
//! [`Kind`] with its fields typed and checked.

mod material;
mod plan;
mod prose;
mod schedule;

use crate::content::front_matter::{self, About, Cascade};
use crate::diagnostics::{Code, Diagnostic, Fix, Span, one_of, say};
use crate::yaml::{Fields, Marked, Node, Reading, word_of};

pub use material::{Material, MaterialFile, Medium};
pub use plan::{Deadline, DocumentNote, LegalBasis, Original, Period, Plan, Task, TaskStatus};
pub(in crate::content) use schedule::map;
pub use schedule::{
    Event, EventStatus, Every, Instead, Named, PartOfDay, Register, Repeat, Schedule, SheetSource,
    Visit, Weekday, When, week_of_month,
};

/// The kind of a document and the keys of its own.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A page of its own, such as “About”.
    Page,
    /// The front page of a folder.
    Section(Section),
    /// News and campaign writing.
    Post,
    /// A leaflet, poster, slogan set or lesson sheet, made to be printed.
    Material(Material),
    /// The summary of a public document with its tasks.
    Plan(Plan),
    /// A schedule of events.
    Schedule(Schedule),
}

impl Kind {
    /// The word for it in front matter, templates and addresses of templates.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Page => "page",
            Kind::Section(_) => "section",
            Kind::Post => "post",
            Kind::Material(_) => "material",
            Kind::Plan(_) => "plan",
            Kind::Schedule(_) => "schedule",
        }
    }

    /// The keys of a material, if it is one.
    pub fn as_material(&self) -> Option<&Material> {
        match self {
            Kind::Material(material) => Some(material),
            Kind::Page | Kind::Section(_) | Kind::Post | Kind::Plan(_) | Kind::Schedule(_) => None,
        }
    }

    /// The keys of a plan, if it is one.
    pub fn as_plan(&self) -> Option<&Plan> {
        match self {
            Kind::Plan(plan) => Some(plan),
            Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) | Kind::Schedule(_) => {
                None
            }
        }
    }

    /// The keys of a schedule, if it is one.
    pub fn as_schedule(&self) -> Option<&Schedule> {
        match self {
            Kind::Schedule(schedule) => Some(schedule),
            Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) | Kind::Plan(_) => None,
        }
    }

    /// The ids of its tasks or events: places in its page that are no headings.
    pub fn ids(&self) -> impl Iterator<Item = &Marked<String>> {
        let tasks = self.as_plan().into_iter().flat_map(|plan| &plan.tasks);
        let events = self.as_schedule().into_iter().flat_map(|schedule| &schedule.written);
        tasks.map(|task| &task.id).chain(events.map(|event| &event.id))
    }
}

/// What `_index.md` says about its folder.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// In which order its pages stand.
    pub sort_by: Option<SortBy>,
    /// How many pages a list page holds, instead of the site's own number.
    pub paginate_by: Option<usize>,
    /// Keys for all that lies below.
    pub cascade: Cascade,
}

/// The order of a section's pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SortBy {
    /// Newest first.
    Date,
    /// Small weights first.
    Weight,
    /// By the alphabet of the language.
    Title,
}

#[derive(Clone, Copy)]
enum Name {
    Page,
    Post,
    Material,
    Plan,
    Schedule,
    Section,
}

/// Keys that only one kind has, by which it is known where its word is not.
const TELLING: [(&str, &str, Name); 6] = [
    ("document", "plan", Name::Plan),
    ("tasks", "plan", Name::Plan),
    ("events", "schedule", Name::Schedule),
    ("slogans", "schedule", Name::Schedule),
    ("medium", "material", Name::Material),
    ("files", "material", Name::Material),
];

/// The kind that the keys tell of, if they tell of one.
fn told_by_keys(fields: &Fields<'_>) -> Option<(Name, &'static str, &'static str, Span)> {
    let mut telling = TELLING
        .iter()
        .filter_map(|(key, word, name)| Some((*name, *word, *key, fields.key_of(key)?)));
    telling.next()
}

/// Says that there is no such kind. The keys of the page tell which one is meant.
fn not_this_kind(node: &Node, word: &str, reading: &mut Reading<'_>) {
    let written = node.written();
    let message = say!("`kind` không thể là `{written}`", "`kind` cannot be `{written}`");
    let fault = Diagnostic::error(Code::BadValue, message).hint(one_of([word].into_iter()));
    reading.tell(node.span, fault.fix(node.becomes(word, true)));
}

/// Says that the line with the kind is missing.
fn no_kind(word: &str, key: &str, span: Span, reading: &mut Reading<'_>) {
    let message = say!(
        "trang có mục `{key}` mà chưa ghi loại trang",
        "the page has the key `{key}` and does not say its kind"
    );
    let hint = say!("thêm một dòng `kind: {word}`", "add a line `kind: {word}`");
    let fault = Diagnostic::error(Code::MissingKey, message).hint(hint);
    let start = span.start as usize;
    let is_line = reading.text.get(..start).is_some_and(|above| above.ends_with('\n'));
    let fix = is_line.then(|| Fix::sure(start..start, format!("kind: {word}\n")));
    reading.tell(span, Diagnostic { fix, ..fault });
}

/// Reads the keys of the document's kind; nothing where that is not known.
pub fn read(fields: &mut Fields<'_>, about: About<'_>, reading: &mut Reading<'_>) -> Option<Kind> {
    let About { rules, is_section, .. } = about;
    let is_written = fields.key_of("kind").is_some();
    let written = fields.take("kind");
    let name = written.and_then(|node| {
        let words = [
            ("page", Name::Page),
            ("post", Name::Post),
            ("material", Name::Material),
            ("plan", Name::Plan),
            ("schedule", Name::Schedule),
            ("section", Name::Section),
        ];
        let is_known = words.iter().any(|(word, _)| *word == node.written());
        let told = told_by_keys(fields).filter(|_| !is_known && !is_section);
        if let Some((name, word, ..)) = told {
            not_this_kind(node, word, reading);
            return Some(name);
        }
        let name = word_of(node, "kind", &words, reading)?;
        if is_section != matches!(name, Name::Section) {
            let message = say!(
                "`_index.md` luôn là `section`, và chỉ tệp đó mới là `section`",
                "`_index.md` is always a `section`, and no other file is one"
            );
            let hint = say!("xoá dòng `kind` này", "delete this line `kind`");
            reading.error(node.span, Code::BadValue, message, hint);
        }
        Some(name)
    });
    let told = told_by_keys(fields).filter(|_| name.is_none() && !is_section);
    // The line may stand in what could not be read.
    let may_be_written = is_written || !fields.is_whole();
    if let Some((_, word, key, span)) = told.filter(|_| !may_be_written) {
        no_kind(word, key, span, reading);
    }
    let name = name.or(told.map(|(name, ..)| name));
    Some(match (is_section, name) {
        (true, _) => Kind::Section(section(fields, rules, reading)),
        (false, None) if may_be_written => return None,
        (false, None | Some(Name::Page | Name::Section)) => Kind::Page,
        (false, Some(Name::Post)) => Kind::Post,
        (false, Some(Name::Material)) => Kind::Material(material::read(fields, reading)),
        (false, Some(Name::Plan)) => Kind::Plan(plan::read(fields, about, reading)),
        (false, Some(Name::Schedule)) => Kind::Schedule(schedule::read(fields, about, reading)),
    })
}

fn section(
    fields: &mut Fields<'_>,
    rules: &crate::content::Rules,
    reading: &mut Reading<'_>,
) -> Section {
    let orders = [("date", SortBy::Date), ("weight", SortBy::Weight), ("title", SortBy::Title)];
    Section {
        sort_by: fields.word("sort_by", &orders, reading),
        paginate_by: fields.count("paginate_by", reading),
        cascade: front_matter::cascade(fields, rules, reading),
    }
}

/// A key of an entry in `_data`, such as an agency; whether it exists is seen when all is linked.
type Reference = Marked<String>;
