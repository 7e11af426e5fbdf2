//! Plans: the summary of a public document, its tasks and who does them.
//!
//! The fields follow what Decree 30/2020/NĐ-CP asks of a document (number, issuer,
//! date, signatory, legal basis) and map to schema.org `Legislation`.

mod check;
mod read;

use crate::content::kinds::Reference;
use crate::content::kinds::material::MaterialFile;
use crate::content::{LinkTarget, RichText};
use crate::yaml::{Marked, Moment};

pub(super) use read::{check_id, read};

/// The keys of a plan.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The document that the page sums up.
    pub document: DocumentNote,
    /// When the plan holds.
    pub period: Option<Period>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// The plan that this one replaces.
    pub supersedes: Option<LinkTarget>,
    /// The plan before this one, such as that of the year before, which ended by itself.
    pub follows: Option<LinkTarget>,
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
    pub body: Option<RichText>,
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
    const WORDS: [(&'static str, TaskStatus); 3] = [
        ("planned", TaskStatus::Planned),
        ("under_way", TaskStatus::UnderWay),
        ("done", TaskStatus::Done),
    ];

    /// The word for it in front matter and templates.
    pub fn name(self) -> &'static str {
        match self {
            TaskStatus::Planned => "planned",
            TaskStatus::UnderWay => "under_way",
            TaskStatus::Done => "done",
        }
    }
}
