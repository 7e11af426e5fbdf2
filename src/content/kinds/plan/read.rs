//! Reads a plan, its document and its tasks.

use crate::content::LinkTarget;
use crate::content::front_matter::{About, in_order, unique_ids};
use crate::content::kinds::plan::{
    Deadline, DocumentNote, LegalBasis, Period, Plan, Task, TaskStatus, check,
};
use crate::content::kinds::{material, prose};
use crate::content::number::is_number;
use crate::diagnostics::{Code, Diagnostic, Fix, say};
use crate::keys;
use crate::locale::{self, fold};
use crate::yaml::{Fields, Marked, Moment, Node, Reading, Value, text_of};

/// Reads the keys of a plan.
pub(in crate::content::kinds) fn read(
    fields: &mut Fields<'_>,
    about: About<'_>,
    reading: &mut Reading<'_>,
) -> Plan {
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
    let supersedes = LinkTarget::of(fields, "supersedes", reading);
    let follows = LinkTarget::of(fields, "follows", reading);
    let plan = Plan { document, period, tasks, supersedes, follows };
    check::check(&plan, reading);
    plan
}

fn document(node: &Node, reading: &mut Reading<'_>) -> DocumentNote {
    let Some(mut fields) = Fields::of(node, keys::DOCUMENT, reading) else {
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
        return Some(LegalBasis {
            number,
            type_name: None,
            title: None,
            issued_on: None,
            issuer: None,
        });
    }
    let mut fields = Fields::of(node, keys::LEGAL_BASIS, reading)?;
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

/// Says so if a number cannot be one of a document.
fn check_number(number: &Marked<String>, reading: &mut Reading<'_>) {
    let written = &number.value;
    if !is_number(written) {
        let message =
            say!("`{written}` không phải số hiệu văn bản", "`{written}` is no document number");
        let hint = say!(
            "viết như `72/KH-UBND` hoặc `30/2020/NĐ-CP`",
            "write it like `72/KH-UBND` or `30/2020/NĐ-CP`"
        );
        reading.error(number.span, Code::BadNumber, message, hint);
    }
}

fn period(node: &Node, reading: &mut Reading<'_>) -> Option<Period> {
    if !matches!(node.value, Value::Map(_)) {
        return text_of(node, "period", reading).map(|text| Period::Words(text.value));
    }
    let mut fields = Fields::of(node, keys::PERIOD, reading)?;
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
    let About { rules, language, .. } = about;
    let mut fields = Fields::of(node, keys::TASK, reading)?;
    let title = fields.required_text("title", reading);
    let id = fields.marked_text("id", reading);
    let id =
        id.unwrap_or_else(|| Marked { value: locale::slug_or_digest(&title), span: fields.span() });
    check_id(&id, reading);
    let body = fields.marked_text("body", reading);
    let task = Task {
        id,
        title,
        body: body.map(|text| prose::body(&text, rules, language, reading)),
        lead: fields.marked_text("lead", reading),
        with: fields.names("with", reading),
        deadline: deadline(&mut fields, reading),
        targets: fields.texts("targets", reading).into_iter().map(|text| text.value).collect(),
        status: fields.word("status", &TaskStatus::WORDS, reading),
    };
    fields.finish(reading);
    Some(task)
}

/// Says so if an id cannot be an anchor.
pub(in crate::content::kinds) fn check_id(id: &Marked<String>, reading: &mut Reading<'_>) {
    let written = &id.value;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if written.is_empty() || !written.chars().all(fits) {
        let slug = locale::slug_or_digest(written);
        let message = say!("không dùng được mã `{written}`", "the id `{written}` cannot be used");
        let hint = say!(
            "viết chữ không dấu, chữ số và dấu gạch ngang: `{slug}`",
            "write plain letters, digits and hyphens: `{slug}`"
        );
        reading.error(id.span, Code::BadValue, message, hint);
    }
}

/// Words that say that a task has no last day.
const ONGOING: &[&str] = &["thuong xuyen", "lien tuc", "hang nam", "ongoing", "always"];

/// The last day of a task. Where no day is written, another key is meant.
fn due(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<Marked<Moment>> {
    let key = fields.key_of("due");
    let (key, node) = key.zip(fields.take("due"))?;
    let written = node.written();
    let start = key.start as usize;
    if ONGOING.iter().any(|word| fold(&written).contains(word)) {
        let message = say!("`{written}` không phải một ngày", "`{written}` is no day");
        let hint = say!("viết `ongoing: true` thay cho `due`", "write `ongoing: true`, not `due`");
        let fix = Fix::likely(start..node.span.end as usize, "ongoing: true");
        let fault = Diagnostic::error(Code::BadDate, message).hint(hint);
        reading.tell(node.span, fault.fix(fix));
        return None;
    }
    // A quarter or a month of a year.
    let has_words = written.starts_with(char::is_alphabetic) && written.len() < 40;
    let has_year = written.contains("20") && !written.contains("ngày");
    if has_words && has_year && Moment::parse(&written).is_err() {
        let message = say!("`{written}` không phải một ngày", "`{written}` is no day");
        let hint = say!("viết `period: {written}`", "write `period: {written}`");
        let fix = Fix::likely(start..key.end as usize, "period");
        let fault = Diagnostic::error(Code::BadDate, message).hint(hint);
        reading.tell(node.span, fault.fix(fix));
        return None;
    }
    fields.moment("due", reading)
}

fn deadline(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Option<Deadline> {
    let due = due(fields, reading).map(Deadline::Due);
    let during = fields.take("period").and_then(|node| period(node, reading)).map(Deadline::Period);
    let ongoing =
        fields.flag("ongoing", reading).filter(|ongoing| *ongoing).map(|_| Deadline::Ongoing);
    let span = fields.span();
    let mut written = [due, during, ongoing].into_iter().flatten();
    let first = written.next();
    if written.next().is_some() {
        let message = say!("nhiệm vụ có nhiều thời hạn", "the task has more than one deadline");
        let hint = say!(
            "giữ một trong ba mục `due`, `period`, `ongoing`",
            "keep one of `due`, `period` and `ongoing`"
        );
        reading.error(span, Code::BadValue, message, hint);
    }
    first
}
