//! A page looked over as an editor would: its text, its front matter and the cells of its sheet.

use crate::content::editorial::{self, Check, Doubt, PlainText};
use crate::content::{Kind, Language, Meta, front_matter, placeholders};
use crate::diagnostics::{Code, Diagnostic};
use crate::locale::written::Window;
use crate::yaml::{Marked, Moment, Reading};

/// Looks the text over as an editor would, and for what is still to be filled in. What may be wrong
/// unless data tells otherwise comes out.
pub(super) fn look_over(
    plain: Option<PlainText>,
    split: &front_matter::Split,
    (meta, kind, language): (&Meta, Option<&Kind>, &Language),
    reading: &mut Reading<'_>,
) -> Vec<Doubt> {
    let keys = split.front_matter.as_ref();
    if meta.shared.draft != Some(true) {
        placeholders::check(keys, split.body.clone(), reading);
    }
    if let Some(node) = keys {
        front_matter::check_plain(node, reading);
    }
    let Some(mut plain) = plain else { return Vec::new() };
    for (cell, text) in std::mem::take(&mut reading.cell_texts) {
        plain.push_cell(&text, cell);
    }
    // Words whose letters are others than those that were meant are none, but all can read the
    // numbers and mailboxes among them.
    let is_broken = |own: &Diagnostic| matches!(own.code, Code::OldLetters | Code::LostLetters);
    let levels = match reading.diagnostics.iter().any(is_broken) {
        true => meta.checks.only(Check::PrivateData),
        false => meta.checks,
    };
    let is_schedule = kind.is_some_and(|kind| kind.as_schedule().is_some());
    let window = window(meta, kind);
    let about = editorial::About { front_matter: keys, language, levels, is_schedule, window };
    editorial::check(plain, &about, reading)
}

/// The days among which those lie whose year is not written: those of a schedule, or half a year
/// before and behind the date of the page.
fn window(meta: &Meta, kind: Option<&Kind>) -> Window {
    const HALF_A_YEAR: i32 = 182;
    let day = |date: &Option<Marked<Moment>>| {
        date.as_ref().map(|date| date.value.day(&jiff::tz::TimeZone::UTC))
    };
    if let Some(schedule) = kind.and_then(Kind::as_schedule) {
        return Window { first: day(&schedule.starts), last: day(&schedule.ends) };
    }
    let date = day(&meta.date);
    let away = |days: i32| date?.checked_add(jiff::Span::new().days(days)).ok();
    Window { first: away(-HALF_A_YEAR), last: away(HALF_A_YEAR) }
}
