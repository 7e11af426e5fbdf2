//! The form: nodes with properties (JSON-LD 1.1), and the text in which they stand in HTML.

use serde_json::{Map, Value as Json, json};

use crate::theme::json_for_script;

/// A thing of one type of schema.org.
pub(crate) struct Node(Map<String, Json>);

impl Node {
    /// A thing of this type, of which nothing is known yet.
    pub(crate) fn new(kind: &str) -> Node {
        Node(Map::from_iter([("@type".to_owned(), kind.into())]))
    }

    /// The same thing with a property; nothing, an empty text and an empty list are none.
    pub(crate) fn with(mut self, property: &str, value: impl Into<Json>) -> Node {
        let value = value.into();
        let is_known = match &value {
            Json::Null => false,
            Json::String(text) => !text.trim().is_empty(),
            Json::Array(items) => !items.is_empty(),
            Json::Bool(_) | Json::Number(_) | Json::Object(_) => true,
        };
        if is_known {
            self.0.insert(property.to_owned(), value);
        }
        self
    }
}

impl From<Node> for Json {
    fn from(node: Node) -> Json {
        Json::Object(node.0)
    }
}

/// The nodes that there are as the text of a script element.
pub(crate) fn script(nodes: [Option<Node>; 2]) -> String {
    let nodes: Vec<Json> = nodes.into_iter().flatten().map(Json::from).collect();
    json_for_script(&json!({ "@context": "https://schema.org", "@graph": nodes }).to_string())
}

/// A stretch of time (ISO 8601): `2026-11-15/2026-12-15`, open where an end is not known.
pub(crate) fn interval(starts: Option<String>, ends: Option<String>) -> Option<String> {
    let is_known = starts.is_some() || ends.is_some();
    let end = |end: Option<String>| end.unwrap_or_else(|| "..".to_owned());
    is_known.then(|| format!("{}/{}", end(starts), end(ends)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_left_out() {
        let node = Node::new("Thing")
            .with("a", None::<String>)
            .with("b", " ")
            .with("c", Vec::<String>::new())
            .with("d", 0)
            .with("e", Node::new("Place").with("name", "Sân"));
        let expected =
            json!({ "@type": "Thing", "d": 0, "e": { "@type": "Place", "name": "Sân" } });
        assert_eq!(Json::from(node), expected);
    }

    #[test]
    fn a_script_cannot_be_ended_from_inside() {
        let hostile = "</script><!--<script> & \u{2028}\u{2029} \" \\";
        let text = script([Some(Node::new("Thing").with("name", hostile)), None]);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
        let read: Json = serde_json::from_str(&text).unwrap();
        assert_eq!(read["@graph"][0]["name"], hostile);
    }

    #[test]
    fn an_interval_may_be_open() {
        let day = |day: &str| Some(day.to_owned());
        assert_eq!(interval(day("2026-11-15"), day("2026-12-15")), day("2026-11-15/2026-12-15"));
        assert_eq!(interval(day("2026-11-15"), None), day("2026-11-15/.."));
        assert_eq!(interval(None, None), None);
    }
}
