//! Which words the templates ask for.
//!
//! A key that is put together when a page is made (`"kind." ~ page.kind`) is only known
//! then; the others are known now, each with its place.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Place, did_you_mean, say};
use crate::theme::Template;
use crate::theme::words::Words;

/// The words that the program itself asks for, for calendars, tables and titles. A key that
/// ends in a dot stands for all below it.
const BY_THE_PROGRAM: &[&str] = &[
    "book.folder",
    "event.access",
    "event.bring",
    "event.contact",
    "event.cost",
    "event.day.",
    "event.event",
    "event.instead",
    "event.map",
    "event.moved_from",
    "event.organizer",
    "event.part.",
    "event.register",
    "event.repeat.",
    "event.status.",
    "event.task_link",
    "event.with",
    "kind.",
    "pack.",
    "period.until",
    "plan.basis_type",
    "plan.deadline",
    "plan.deadlines",
    "plan.matrix",
    "plan.status.",
    "plan.task_lead",
    "plan.task_with",
    "plan.units",
    "sample.label",
    "sample.tag",
    "schedule.title.",
    "search.all",
    "search.coming",
    "search.danger",
    "search.filter",
    "search.found",
    "search.help",
    "search.hotlines",
    "search.kinds.",
    "search.more",
    "search.none",
    "search.now",
    "search.one",
    "search.partial",
    "search.past",
    "search.slug",
    "search.title",
    "search.typo",
    "site_map.slug",
    "site_map.title",
    "table.",
];

/// Says which words no language file has, once for each place that asks for them.
pub(super) fn missing(templates: &BTreeMap<String, Template>, words: &Words) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for template in templates.values() {
        for (key, at) in asked(&template.text) {
            let lacking = words.iter().find(|(_, strings)| !strings.texts.contains_key(key));
            let Some((language, strings)) = lacking else { continue };
            let message = say!(
                "giao diện thiếu câu chữ `{key}` bằng `{language}`",
                "the theme lacks the text `{key}` in `{language}`"
            );
            let hint = did_you_mean(key, strings.texts.keys().map(String::as_str));
            let span = (at..at + key.len()).into();
            let place = Place::within(&template.path, &template.text, span);
            all.push(Diagnostic::error(Code::MissingString, message).hint(hint).at(place));
        }
    }
    all
}

/// All that templates write between quotation marks and that could be a key or its beginning.
pub(super) struct Quoted<'t>(BTreeSet<&'t str>);

impl<'t> Quoted<'t> {
    /// What stands in these templates.
    pub(super) fn of(templates: &'t BTreeMap<String, Template>) -> Quoted<'t> {
        Quoted(templates.values().flat_map(Template::quoted).collect())
    }

    /// Whether a key is asked for: by the program, by a template that writes it out, or by
    /// one that writes out its beginning up to a dot and puts the rest together later.
    pub(super) fn asks_for(&self, key: &str) -> bool {
        let by_the_program = BY_THE_PROGRAM
            .iter()
            .any(|asked| key == *asked || (asked.ends_with('.') && key.starts_with(asked)));
        let ends = key.match_indices('.').map(|(at, _)| at + 1).chain([key.len()]);
        by_the_program || ends.into_iter().any(|end| self.0.contains(&key[..end]))
    }
}

/// The keys written out in calls of `t`, each with its place in the text.
fn asked(text: &str) -> impl Iterator<Item = (&str, usize)> {
    const CALL: &str = "t(key=\"";
    text.match_indices(CALL).filter_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let part_of_a_name = before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
        let start = at + CALL.len();
        let end = start + text[start..].find(['"', '\n'])?;
        if !text[end..].starts_with('"') {
            // A quotation mark is missing: the template's own fault says so.
            return None;
        }
        let goes_on = text[end + 1..].trim_start().starts_with('~');
        (!part_of_a_name && !goes_on).then_some((&text[start..end], start))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::SourcePath;

    #[test]
    fn only_keys_that_are_written_out_are_known_beforehand() {
        let text = r#"{{ t(key="a.b") }} {{ t(key="kind." ~ k) }} {{ at(key="x") }} {{ t(key="c", n=1) }} {{ t(key="d
"#;
        let keys: Vec<&str> = asked(text).map(|(key, _)| key).collect();
        assert_eq!(keys, ["a.b", "c"]);
    }

    #[test]
    fn a_key_is_mentioned_whole_or_by_its_beginning() {
        let text = r#"{{ t(key="a.b") }} {{ t(key="kind." ~ k) }} {% set key = 'c.d' %}"#;
        let template = Template { path: SourcePath::new("a.html"), text: text.into() };
        let quoted = Quoted(template.quoted().collect());
        for key in ["a.b", "kind.post", "c.d"] {
            assert!(quoted.asks_for(key), "{key}");
        }
        for key in ["a", "a.c", "kinds.post", "c.d.e"] {
            assert!(!quoted.asks_for(key), "{key}");
        }
    }
}
