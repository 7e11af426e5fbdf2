//! Hours in which somebody answers: words for readers, in which a time that there is not is a slip.

use crate::content::facts::{self, Value as Fact};
use crate::content::local_text::texts_in;
use crate::content::{Language, Rules};
use crate::diagnostics::{Code, Diagnostic, say};
use crate::yaml::{Node, Reading};

/// How long somebody may take to answer, in hours: no times of day.
const LENGTHS: [u16; 4] = [36, 48, 72, 96];

/// Says so of a time that no day has.
pub(in crate::content) fn check(node: &Node, rules: &Rules, reading: &mut Reading<'_>) {
    for (language, text, node) in texts_in(node, rules) {
        let Some(written) = no_time(text, &language) else { continue };
        let message = say!("không có giờ `{written}`", "there is no time `{written}`");
        let hint = say!(
            "giờ từ 0 đến 24, phút từ 0 đến 59: `7h30–17h`; cả ngày thì viết `24/24`",
            "hours go to 24 and minutes to 59: `7:30–17:00`; all day is `24 hours`"
        );
        reading.tell(node.span, Diagnostic::warning(Code::BadDate, message).hint(hint));
    }
}

/// The first time in a text that there is not.
fn no_time<'t>(text: &'t str, language: &Language) -> Option<&'t str> {
    facts::read(text, 0..text.len(), language).into_iter().find_map(|fact| {
        let Fact::Time { hour, minute } = fact.value else { return None };
        let exists = minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
        let is_length = minute == 0 && LENGTHS.contains(&hour);
        let range = fact.span.start as usize..fact.span.end as usize;
        text.get(range).filter(|_| !exists && !is_length)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_no_day_has_is_found() {
        let of = |text| no_time(text, &Language::new("vi"));
        for (text, time) in [
            ("25h", "25h"),
            ("7h30–27h", "27h"),
            ("7h75", "7h75"),
            ("25 giờ", "25 giờ"),
            ("08:00-26:00", "26:00"),
            ("24h30", "24h30"),
        ] {
            assert_eq!(of(text), Some(time), "{text}");
        }
    }

    #[test]
    fn hours_of_offices_and_lengths_of_time_are_right() {
        for text in [
            "24/24",
            "24/7",
            "24h",
            "24 giờ, cả tuần",
            "0h–24h",
            "7h30–11h30, 13h30–17h",
            "17h–7h hôm sau",
            "trả lời trong 48 giờ",
            "72h",
            "giờ hành chính, 5 ngày/tuần",
            "thứ 2–thứ 6, 7:00–22:00",
        ] {
            assert_eq!(no_time(text, &Language::new("vi")), None, "{text}");
        }
        for text in ["24 hours, every day", "9 am–5 pm", "8:00 to 17:00, Mon–Fri"] {
            assert_eq!(no_time(text, &Language::new("en")), None, "{text}");
        }
    }
}
