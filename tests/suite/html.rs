//! A small reader of the HTML and XML that the program writes: enough to follow its links.

use std::collections::BTreeMap;

/// A start tag with its attributes.
pub(crate) struct Tag {
    /// Its name in lower case.
    pub(crate) name: String,
    /// Its attributes, unescaped.
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Tag {
    /// An attribute's value.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// The start tags of a text, in order. What stands in scripts and styles is no tag.
pub(crate) fn tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let (tag, behind) = tag(rest);
            rest = behind;
            if let "script" | "style" = tag.name.as_str() {
                let end = rest.find(&format!("</{}", tag.name));
                rest = &rest[end.unwrap_or(rest.len())..];
            }
            tags.push(tag);
        }
    }
    tags
}

/// The tag whose name begins here, and the text behind it.
fn tag(text: &str) -> (Tag, &str) {
    let end = text.find(|letter: char| letter.is_whitespace() || "/>".contains(letter));
    let (name, mut rest) = text.split_at(end.unwrap_or(text.len()));
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if let Some(behind) = rest.strip_prefix('>') {
            return (Tag { name: name.to_lowercase(), attributes }, behind);
        }
        assert!(!rest.is_empty(), "a tag without its end: <{name}");
        let end = rest.find(|letter: char| letter.is_whitespace() || "=/>".contains(letter));
        let (attribute, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let mut value = String::new();
        rest = behind;
        if let Some(behind) = rest.strip_prefix("=\"") {
            let (written, behind) = behind.split_once('"').expect("a closing quotation mark");
            value = unescape(written);
            rest = behind;
        }
        let twice = attributes.insert(attribute.to_lowercase(), value);
        assert!(twice.is_none(), "`{attribute}` twice in <{name}");
    }
}

/// A text with its character references resolved.
pub(crate) fn unescape(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap_or_else(|| panic!("a bare `&` in {text}"));
        let letter = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => reference(name).unwrap_or_else(|| panic!("`&{name};` in {text}")),
        };
        plain.push(letter);
        plain.push_str(rest);
    }
    plain
}

fn reference(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}

/// The text of each element of this name, unescaped.
pub(crate) fn texts(xml: &str, name: &str) -> Vec<String> {
    let start = format!("<{name}>");
    let inside = xml.split(&start).skip(1);
    inside.map(|text| unescape(text.split('<').next().unwrap_or_default())).collect()
}

/// That a text is well-formed XML (1.0, without doctype): one root, each element closed in
/// its turn, each `&` a reference.
pub(crate) fn assert_well_formed(xml: &str) {
    let xml = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").expect("a head");
    let (mut open, mut roots): (Vec<String>, usize) = (Vec::new(), 0);
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        unescape(text);
        assert!(!open.is_empty() || text.trim().is_empty(), "text outside the root: {text}");
        assert!(!text.contains(|letter: char| letter.is_control() && !"\n\t".contains(letter)));
        rest = &rest[at + 1..];
        let (inside, behind) = rest.split_once('>').expect("the end of a tag");
        assert!(!inside.contains('<'), "`<` in a tag: {inside}");
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closed out of turn");
        } else {
            roots += usize::from(open.is_empty());
            let (read, _) = tag(rest);
            if !inside.ends_with('/') {
                open.push(inside[..read.name.len()].to_owned());
            }
        }
        rest = behind;
    }
    assert!(open.is_empty() && roots == 1 && rest.trim().is_empty(), "{open:?}, {roots} roots");
}

/// A text that a person reads or hears.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Words {
    /// The language that the page says it is in.
    pub(crate) lang: String,
    /// The text.
    pub(crate) text: String,
    /// Whether it can have a language of its own: not so in an attribute or in the title.
    pub(crate) is_markable: bool,
}

/// The attributes that people read or hear.
const READ: [&str; 6] = ["alt", "title", "aria-label", "placeholder", "label", "summary"];

/// Elements without an end.
const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// All that people read or hear of a page, each with its language.
pub(crate) fn words(html: &str) -> Vec<Words> {
    let mut words = Vec::new();
    let mut open: Vec<(String, String)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (name, lang) = open.last().cloned().unwrap_or_default();
        let text = unescape(&rest[..at]);
        if !text.trim().is_empty() && name != "script" && name != "style" {
            words.push(Words { lang, text, is_markable: name != "title" });
        }
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if rest.starts_with(['!', '/']) {
            let is_end = rest.starts_with('/');
            let (inside, behind) = rest.split_once('>').expect("the end of a tag");
            if is_end {
                let (name, _) = open.pop().unwrap_or_else(|| panic!("<{inside}> opens nothing"));
                assert_eq!(inside[1..].to_lowercase(), name, "closed out of turn");
            }
            rest = behind;
        } else {
            let (read, behind) = tag(rest);
            let is_closed = rest[..rest.len() - behind.len()].ends_with("/>");
            rest = behind;
            let around = open.last().map_or("", |(_, lang)| lang.as_str());
            let lang = read.get("lang").unwrap_or(around).to_owned();
            let described = read.get("name") == Some("description");
            let said = READ.iter().filter_map(|name| read.get(name));
            let said = said.chain(read.get("content").filter(|_| described));
            words.extend(said.map(|text| Words {
                lang: lang.clone(),
                text: text.to_owned(),
                is_markable: false,
            }));
            if !is_closed && !VOID.contains(&read.name.as_str()) {
                open.push((read.name, lang));
            }
        }
    }
    assert!(open.is_empty(), "{open:?} is not closed");
    words
}

#[test]
fn words_are_read_with_their_language() {
    let html = "<html lang=\"vi\"><title>A</title><p title=\"b\">c<br>\
                <i lang=\"en\">d</i></p><script>e</script></html>";
    let read = words(html);
    let read = read.iter().map(|own| (own.lang.as_str(), own.text.as_str(), own.is_markable));
    assert_eq!(
        read.collect::<Vec<_>>(),
        [("vi", "A", false), ("vi", "b", false), ("vi", "c", true), ("en", "d", true)]
    );
}

#[test]
fn tags_are_read_with_their_attributes() {
    let read = tags("<!DOCTYPE html><!-- <a> --><a href=\"x?a=1&amp;b\" hidden>1 < 2</a><br/>");
    let names: Vec<&str> = read.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["a", "br"]);
    assert_eq!((read[0].get("href"), read[0].get("hidden")), (Some("x?a=1&b"), Some("")));
    assert!(tags("<script>if (a<b) {}</script>").len() == 1);
}

#[test]
fn xml_that_is_not_well_formed_is_seen() {
    let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    assert_well_formed(&format!("{head}<a b=\"&lt;\"><c/>x</a>\n"));
    for bad in ["<a><b></a></b>", "<a>&nbsp;</a>", "<a/><b/>", "<a", "<a>&</a>", "x<a/>"] {
        let checked = std::panic::catch_unwind(|| assert_well_formed(&format!("{head}{bad}")));
        assert!(checked.is_err(), "{bad}");
    }
}
