//! Plans: the summary of a public document, its tasks and who does them.
//!
//! The fields follow what Decree 30/2020/NĐ-CP asks of a document (number, issuer,
//! date, signatory, legal basis) and map to schema.org `Legislation`.

use crate::content::front_matter::{About, in_order, unique_ids};
use crate::content::kinds::material::{self, MaterialFile};
use crate::content::kinds::{Reference, prose};
use crate::content::{Body, LinkTarget};
use crate::diagnostics::{Code, say};
use crate::locale;
use crate::yaml::{Fields, Marked, Moment, Node, Reading, Value, text_of};

/// The keys of a plan.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The document that the page sums up.
    pub document: DocumentNote,
    /// When the plan holds.
    pub period: Option<Period>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// The plan that this one follows.
    pub supersedes: Option<LinkTarget>,
}

/// The document that a plan sums up.
#[derive(Clone, Debug, Default)]
pub struct DocumentNote {
    /// Its number, such as `72/KH-UBND`.
    pub number: Option<Marked<String>>,
    /// Its type, such as “Kế hoạch”.
    pub type_name: Option<String>,
    /// The agency that issued it.
    pub issuer: Option<Reference>,
    /// The day it was issued.
    pub issued_on: Option<Marked<Moment>>,
    /// The place it was issued at.
    pub place: Option<String>,
    /// Who signed it.
    pub signatory: Option<String>,
    /// The documents it rests on.
    pub legal_basis: Vec<LegalBasis>,
    /// The original text.
    pub original: Option<Original>,
}

/// The original text of a document: a file or an address.
pub type Original = MaterialFile;

/// A document that another rests on.
#[derive(Clone, Debug)]
pub struct LegalBasis {
    /// Its number.
    pub number: Marked<String>,
    /// Its type.
    pub type_name: Option<String>,
    /// What it is about.
    pub title: Option<String>,
    /// The day it was issued.
    pub issued_on: Option<Marked<Moment>>,
    /// The agency that issued it.
    pub issuer: Option<Reference>,
}

/// A stretch of time: two days, or words such as “2024”.
#[derive(Clone, Debug)]
pub enum Period {
    /// From one day to another, both included.
    Days(Marked<Moment>, Marked<Moment>),
    /// In words.
    Words(String),
}

/// A task of a plan.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its id: the anchor that never changes.
    pub id: Marked<String>,
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub body: Option<Body>,
    /// The agency that leads.
    pub lead: Option<Reference>,
    /// The agencies that help.
    pub with: Vec<Reference>,
    /// Until when, or during which time.
    pub deadline: Option<Deadline>,
    /// What is to be reached.
    pub targets: Vec<String>,
    /// How far it is.
    pub status: Option<TaskStatus>,
}

/// Until when a task is to be done.
#[derive(Clone, Debug)]
pub enum Deadline {
    /// By a day.
    Due(Marked<Moment>),
    /// During a time.
    Period(Period),
    /// All the time.
    Ongoing,
}

/// How far a task is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaskStatus {
    /// Not begun.
    Planned,
    /// Begun.
    UnderWay,
    /// Done.
    Done,
}

impl TaskStatus {
    const WORDS: [(&'static str, TaskStatus); 3] =
        [("planned", TaskStatus::Planned), ("under_way", TaskStatus::UnderWay), ("done", TaskStatus::Done)];

    /// The word for it in front matter and templates.
    pub fn name(self) -> &'static str {
        match self {
            TaskStatus::Planned => "planned",
            TaskStatus::UnderWay => "under_way",
            TaskStatus::Done => "done",
        }
    }
}

pub(super) fn read(fields: &mut Fields<'_>, about: About<'_>, reading: &mut Reading<'_>) -> Plan {
    let document = match fields.take("document") {
        Some(node) => document(node, reading),
        None => {
            fields.missing("document", reading);
            DocumentNote::default()
        }
    };
    let period = fields.take("period").and_then(|node| period(node, reading));
    let tasks: Vec<Task> = fields
        .items("tasks", reading)
        .iter()
        .filter_map(|node| task(node, about, reading))
        .collect();
    let ids: Vec<_> = tasks.iter().map(|task| (task.id.value.as_str(), task.id.span)).collect();
    unique_ids(&ids, reading);
    let supersedes = fields.marked_text("supersedes", reading).map(prose::link);
    Plan { document, period, tasks, supersedes }
}

const DOCUMENT_ALIASES: &[(&str, &str)] = &[("signed_by", "signatory"), ("date", "issued_on")];

fn document(node: &Node, reading: &mut Reading<'_>) -> DocumentNote {
    let Some(mut fields) = Fields::of(node, DOCUMENT_ALIASES, reading) else {
        return DocumentNote::default();
    };
    let number = fields.marked_text("number", reading);
    match &number {
        Some(number) => check_number(number, reading),
        None => fields.missing("number", reading),
    }
    let document = DocumentNote {
        number,
        type_name: fields.text("type", reading),
        issuer: fields.marked_text("issuer", reading),
        issued_on: fields.moment("issued_on", reading),
        place: fields.text("place", reading),
        signatory: fields.text("signatory", reading),
        legal_basis: fields
            .items("legal_basis", reading)
            .iter()
            .filter_map(|node| legal_basis(node, reading))
            .collect(),
        original: fields.take("original").and_then(|node| material::file(node, reading)),
    };
    fields.finish(reading);
    document
}

fn legal_basis(node: &Node, reading: &mut Reading<'_>) -> Option<LegalBasis> {
    if !matches!(node.value, Value::Map(_)) {
        let number = text_of(node, "legal_basis", reading)?;
        check_number(&number, reading);
        return Some(LegalBasis { number, type_name: None, title: None, issued_on: None, issuer: None });
    }
    let mut fields = Fields::of(node, DOCUMENT_ALIASES, reading)?;
    let number = fields.marked_text("number", reading);
    match &number {
        Some(number) => check_number(number, reading),
        None => fields.missing("number", reading),
    }
    let basis = LegalBasis {
        number: number.unwrap_or(Marked { value: String::new(), span: node.span }),
        type_name: fields.text("type", reading),
        title: fields.text("title", reading),
        issued_on: fields.moment("issued_on", reading),
        issuer: fields.marked_text("issuer", reading),
    };
    fields.finish(reading);
    Some(basis)
}

/// `72/KH-UBND`, `30/2020/NĐ-CP`, `739/BNV-CTTN&BĐG`: a number, perhaps a year, and letters.
fn check_number(number: &Marked<String>, reading: &mut Reading<'_>) {
    let mut parts = number.value.split('/');
    let count = parts.next().unwrap_or_default();
    let count = count.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let counted = !count.is_empty() && count.len() <= 6 && count.bytes().all(|b| b.is_ascii_digit());
    let rest: Vec<&str> = parts.collect();
    let letters = match rest.as_slice() {
        [letters] => Some(*letters),
        [year, letters] => {
            (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then_some(*letters)
        }
        _ => None,
    };
    let lettered = letters.is_some_and(|letters| {
        letters.chars().next().is_some_and(char::is_alphabetic)
            && letters.chars().all(|letter| letter.is_alphanumeric() || "-&.".contains(letter))
    });
    if !counted || !lettered {
        let written = &number.value;
        let message = say!("`{written}` không phải số hiệu văn bản", "`{written}` is no document number");
        let hint = say!("viết như `72/KH-UBND` hoặc `30/2020/NĐ-CP`", "write it like `72/KH-UBND` or `30/2020/NĐ-CP`");
        reading.error(number.span, Code::BadNumber, message, hint);
    }
}

fn period(node: &Node, reading: &mut Reading<'_>) -> Option<Period> {
    if !matches!(node.value, Value::Map(_)) {
        return text_of(node, "period", reading).map(|text| Period::Words(text.value));
    }
    let mut fields = Fields::of(node, &[], reading)?;
    let before = reading.diagnostics.len();
    let starts = fields.moment("starts", reading);
    let ends = fields.moment("ends", reading);
    in_order(&starts, &ends, reading);
    for (name, value) in [("starts", &starts), ("ends", &ends)] {
        if value.is_none() && reading.diagnostics.len() == before {
            fields.missing(name, reading);
        }
    }
    fields.finish(reading);
    Some(Period::Days(starts?, ends?))
}

fn task(node: &Node, about: About<'_>, reading: &mut Reading<'_>) -> Option<Task> {
    let (rules, _, language) = about;
    let mut fields = Fields::of(node, &[], reading)?;
    let title = fields.required_text("title", reading);
    let id = fields.marked_text("id", reading);
    let id = id.unwrap_or_else(|| Marked { value: locale::slug_or_digest(&title), span: fields.span() });
    check_id(&id, reading);
    let body = fields.marked_text("body", reading);
    let task = Task {
        id,
        title,
        body: body.map(|text| prose::body(&text, rules, language, reading)),
        lead: fields.marked_text("lead", reading),
        with: fields.texts("with", reading),
        deadline: deadline(&mut fields, reading),
        targets: fields.texts("targets", reading).into_iter().map(|text| text.value).collect(),
        status: fields.word("status", &TaskStatus::WORDS, reading),
    };
    fields.finish(reading);
    Some(task)
}

/// Says so if an id cannot be an anchor.
pub(super) fn check_id(id: &Marked<String>, reading: &mut Reading<'_>) {
    let written = &id.value;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if written.is_empty() || !written.chars().all(fits) {
        let slug = locale::slug_or_digest(written);
        let message = say!("không dùng được mã `{written}`", "the id `{written}` cannot be used");
        let hint = say!("viết chữ không dấu, chữ số và dấu gạch ngang: `{slug}`", "write plain letters, digits and hyphens: `{slug}`");
        reading.error(id.span, Code::BadValue, message, hint);
    }
}

fn deadline(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<Deadline> {
    let due = fields.moment("due", reading).map(Deadline::Due);
    let during = fields.take("period").and_then(|node| period(node, reading)).map(Deadline::Period);
    let ongoing = fields.flag("ongoing", reading).filter(|ongoing| *ongoing).map(|_| Deadline::Ongoing);
    let span = fields.span();
    let mut written = [due, during, ongoing].into_iter().flatten();
    let first = written.next();
    if written.next().is_some() {
        let message = say!("nhiệm vụ có nhiều thời hạn", "the task has more than one deadline");
        let hint = say!("giữ một trong ba mục `due`, `period`, `ongoing`", "keep one of `due`, `period` and `ongoing`");
        reading.error(span, Code::BadValue, message, hint);
    }
    first
}
