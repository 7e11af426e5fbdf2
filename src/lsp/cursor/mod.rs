//! What stands at a place of a text that is being written.
//!
//! In: a text as the editor has it, and a byte of it. Out: a [`Cursor`]. Files that nobody could
//! read yet are the normal case here, so nothing is parsed: lines, their indentation and the marks
//! in them tell enough. Whether what is written means anything is for others to say.

mod body;
mod flow;
mod head;
mod lines;

use std::ops::Range;

pub(super) use head::value_of;
pub(super) use lines::head_of;

/// What stands at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Cursor {
    /// Something in YAML.
    Yaml(Yaml),
    /// The address of a link or picture.
    Link(Range<usize>),
    /// The name of a component; whether it is a call, `{{ name(…) }}`, or a container.
    Component(Range<usize>, bool),
    /// Something in the arguments of a component.
    Argument(Argument),
    /// Text.
    Nothing,
}

/// Something in YAML.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Yaml {
    /// The keys from the outermost on in which it stands; behind a colon the last is its own.
    pub(super) path: Vec<String>,
    /// What it may be.
    pub(super) side: Side,
    /// The bytes of the word, without quotation marks.
    pub(super) word: Range<usize>,
    /// Whether it stands in quotation marks.
    pub(super) is_quoted: bool,
    /// The keys that stand beside it.
    pub(super) beside: Vec<String>,
}

/// What a word in YAML may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    /// A key, with a colon behind it or not yet.
    Key {
        /// Whether a colon stands behind it.
        has_colon: bool,
    },
    /// A value.
    Value,
    /// The beginning of an item of a list: a value, or the first key of a mapping.
    Item,
}

/// Something in the arguments of a component.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Argument {
    /// The name of the component.
    pub(super) component: String,
    /// The argument whose value it is; none where a name stands.
    pub(super) name: Option<String>,
    /// The bytes of the word, without quotation marks.
    pub(super) word: Range<usize>,
    /// Whether it stands in quotation marks.
    pub(super) is_quoted: bool,
    /// The arguments that stand beside it.
    pub(super) beside: Vec<String>,
}

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// A page: a head in YAML and a body in Markdown.
    Page,
    /// YAML as a whole.
    Yaml,
}

/// What stands at a byte of a text.
pub(super) fn at(text: &str, offset: usize, form: Form) -> Cursor {
    let offset = text.floor_char_boundary(offset);
    let head = match form {
        Form::Yaml => 0..text.len(),
        Form::Page => lines::head(text),
    };
    if (head.start..=head.end).contains(&offset) && !head.is_empty() {
        return head::at(text, offset, head);
    }
    match form {
        Form::Page if offset > head.end => body::at(text, offset, head.end),
        Form::Page | Form::Yaml => Cursor::Nothing,
    }
}

#[cfg(test)]
mod tests;
