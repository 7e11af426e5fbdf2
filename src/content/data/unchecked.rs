//! Help lines of which nobody has written when they were checked.

use crate::content::Rules;
use crate::content::data::{Entries, Hotline};
use crate::content::editorial::Check;
use crate::diagnostics::{Span, say};
use crate::yaml::Reading;

/// Says once of which help lines nobody has written when they were checked.
pub(super) fn tell(hotlines: &Entries<Hotline>, rules: &Rules, reading: &mut Reading<'_>) {
    let unchecked = hotlines.iter().filter_map(|(key, own)| Some((key, own.unchecked?)));
    let unchecked: Vec<(&str, Span)> = unchecked.collect();
    let Some((_, first)) = unchecked.first() else { return };
    let keys: Vec<&str> = unchecked.iter().map(|(key, _)| *key).collect();
    let keys = keys.join("`, `");
    let message = say!(
        "chưa ghi ngày kiểm tra của đường dây nóng `{keys}`",
        "nobody has written when these help lines were checked: `{keys}`"
    );
    let hint = say!(
        "gọi thử từng số, rồi ghi ngày gọi vào `verified`, như `1/11/2026`",
        "call each number, then write the day on which you did in `verified`, like `1/11/2026`"
    );
    let fault = rules.checks.found(Check::Hotlines, message, hint);
    fault.into_iter().for_each(|fault| reading.tell(*first, fault));
}
