//! XML, written element by element.

use crate::content::markdown::escape;

/// Opens an element with attributes.
pub(in crate::outputs::formats) fn open(xml: &mut String, name: &str, attributes: &[(&str, &str)]) {
    begin(xml, name, attributes);
    xml.push_str(">\n");
}

/// An element without content.
pub(in crate::outputs::formats) fn empty(
    xml: &mut String,
    name: &str,
    attributes: &[(&str, &str)],
) {
    begin(xml, name, attributes);
    xml.push_str("/>\n");
}

/// An element that holds a text.
pub(in crate::outputs::formats) fn element(xml: &mut String, name: &str, text: &str) {
    begin(xml, name, &[]);
    xml.push('>');
    escape(xml, &without_controls(text));
    xml.push_str("</");
    xml.push_str(name);
    xml.push_str(">\n");
}

fn begin(xml: &mut String, name: &str, attributes: &[(&str, &str)]) {
    xml.push('<');
    xml.push_str(name);
    for (name, value) in attributes {
        xml.push(' ');
        xml.push_str(name);
        xml.push_str("=\"");
        escape(xml, &without_controls(value));
        xml.push('"');
    }
}

/// XML 1.0 §2.2 has no control characters and no noncharacters, not even escaped.
fn without_controls(text: &str) -> String {
    let is_barred = |letter: char| letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(|letter| !is_barred(*letter) || matches!(letter, '\n' | '\t')).collect()
}
