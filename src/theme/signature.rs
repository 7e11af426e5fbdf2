//! What a component takes, for those who write its calls into texts.

use std::collections::BTreeMap;

/// The arguments that a component takes.
#[derive(Clone, Debug, Default)]
pub struct Signature {
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
    use super::entry_of;

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
