//! What people write for one of a fixed set of words: in Vietnamese, or as other programs do.

use crate::diagnostics::{Say, did_you_mean, nearest, one_of};
use crate::keys;
use crate::locale::fold;

const YES: &[&str] = &["co", "yes", "y", "dung", "on", "1", "x", "bat", "true"];
const NO: &[&str] = &["khong", "no", "n", "sai", "off", "0", "tat", "false"];

/// What a word is meant to be of those that are known, whether it can be nothing else, and the
/// cure.
pub(super) fn meant<'w>(written: &str, words: &[&'w str]) -> (Option<(&'w str, bool)>, Say) {
    let plain = fold(&written.replace(['_', '-'], " "));
    if let Some(word) = keys::word_meant(plain.trim(), words) {
        return (Some((word, true)), one_of([word].into_iter()));
    }
    let near = nearest(written, words.iter().copied());
    let others = |near| words.iter().copied().filter(move |word| *word != near);
    let near = near.map(|near| (near, nearest(written, others(near)).is_none()));
    (near, did_you_mean(written, words.iter().copied()))
}

/// Whether a word that is neither `true` nor `false` says yes or no.
pub(super) fn yes_or_no(written: &str) -> Option<bool> {
    let note = ["//", "#"].iter().filter_map(|mark| written.find(mark)).min();
    let word = written[..note.unwrap_or(written.len())].trim();
    let word = fold(word.trim_end_matches([',', ';', '.']).trim());
    match (YES.contains(&word.as_str()), NO.contains(&word.as_str())) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        (false, false) => nearest(&word, ["true", "false"]).map(|near| near == "true"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_staff_are_understood_where_they_may_stand() {
        let of = |word, words: &[&'static str]| meant(word, words).0;
        assert_eq!(of("Kế hoạch", &["post", "plan"]), Some(("plan", true)));
        assert_eq!(of("thứ tư", &["mon", "wed"]), Some(("wed", true)));
        assert_eq!(of("thứ tự", &["date", "weight"]), Some(("weight", true)));
        assert_eq!(of("plam", &["post", "plan"]), Some(("plan", true)));
        assert_eq!(of("hoãn", &["post", "plan"]), None);
    }

    #[test]
    fn yes_and_no_are_known_in_both_languages() {
        for yes in ["có", "Yes", "true,", "ture", "1", "true // thật"] {
            assert_eq!(yes_or_no(yes), Some(true), "{yes}");
        }
        for no in ["không", "NO", "false;", "fales", "0"] {
            assert_eq!(yes_or_no(no), Some(false), "{no}");
        }
        assert_eq!(yes_or_no("miễn phí"), None);
    }
}
