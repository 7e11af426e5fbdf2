//! What a component takes, for those who write its calls into texts.

use std::collections::BTreeMap;

use crate::diagnostics::Say;

/// The arguments that a component takes.
#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// What it is, in Markdown, if its template says so.
    pub about: Option<Say>,
    /// Each argument by name.
    pub arguments: BTreeMap<String, Argument>,
    /// Whether it takes any other argument too.
    pub takes_rest: bool,
}

/// An argument of a component.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Whether it must be given.
    pub required: bool,
    /// The type it must have, if it has one.
    pub kind: Option<tera::ComponentArgType>,
    /// The data file of which it is a key, if the component looks it up there.
    pub entry_of: Option<String>,
}

/// What the comments at the head of a template say of it: the first in English, and one that
/// begins with `vi:` in Vietnamese.
pub(super) fn about(template: &str) -> Option<Say> {
    let (mut en, mut vi) = (None, None);
    let mut rest = template.trim_start();
    while let Some((comment, behind)) = rest.strip_prefix("{#").and_then(|c| c.split_once("#}")) {
        let words = comment.trim_matches(|letter: char| letter == '-' || letter.is_whitespace());
        match words.strip_prefix("vi:") {
            Some(words) => vi = vi.or(Some(words.trim())),
            None => en = en.or(Some(words)),
        }
        rest = behind.trim_start();
    }
    let (en, vi) = (en.or(vi)?, vi.or(en)?);
    (!en.is_empty() && !vi.is_empty()).then(|| Say { vi: vi.to_owned(), en: en.to_owned() })
}

/// The data file in which a template looks this argument up: `data.agencies?[key]`.
pub(super) fn entry_of(template: &str, argument: &str) -> Option<String> {
    let behind = template.match_indices("data.").map(|(at, mark)| &template[at + mark.len()..]);
    let mut files = behind.filter_map(|rest| {
        let (file, index) = rest.split_once('[')?;
        let file = file.strip_suffix('?').unwrap_or(file);
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let (index, _) = index.split_once(']')?;
        (!file.is_empty() && file.chars().all(is_name) && index.trim() == argument).then_some(file)
    });
    files.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{about, entry_of};

    #[test]
    fn a_template_says_what_it_is_at_its_head() {
        let said = about("{#- A box. -#}\n{#- vi: khung -#}\n{% component a() %}{# no #}").unwrap();
        assert_eq!((said.en.as_str(), said.vi.as_str()), ("A box.", "khung"));
        assert_eq!(about("{# A box. #}{% component a() %}").unwrap().vi, "A box.");
        for silent in ["", "{% component a() %}", "{#--#}", "{# open"] {
            assert_eq!(about(silent), None, "{silent}");
        }
    }

    #[test]
    fn an_argument_that_is_looked_up_is_a_key() {
        let template =
            "{%- set agency = data.agencies?[key] -%} {{ data.other[name].x }} {{ data.a }}";
        assert_eq!(entry_of(template, "key").as_deref(), Some("agencies"));
        assert_eq!(entry_of(template, "name").as_deref(), Some("other"));
        assert_eq!(entry_of(template, "a"), None);
        assert_eq!(entry_of("{% for k, line in data.hotlines %}{{ line[key] }}", "key"), None);
    }
}
