//! Old addresses of a page, several of which people write as one text.

use crate::yaml::{Fields, Marked, Reading, Value, say_several};

/// What addresses begin with.
const BEGINNINGS: &[&str] = &["/", "http://", "https://"];

/// The value of `aliases`.
pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Vec<Marked<String>> {
    let is_list = fields.take("aliases").is_some_and(|node| matches!(node.value, Value::List(_)));
    let written = fields.texts("aliases", reading);
    let parted = written.into_iter().flat_map(|text| {
        let parts = several(&text.value);
        if parts.len() < 2 {
            return vec![text];
        }
        let fault = say_several(&text, &parts, "aliases", is_list);
        reading.tell(text.span, fault);
        parts.iter().map(|part| Marked { value: (*part).to_owned(), span: text.span }).collect()
    });
    parted.collect()
}

/// The addresses of a text. A comma may be part of one: `/tin/bai,12.html`.
fn several(text: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let (mut start, mut done) = (0, 0);
    while let Some(found) = text[done..].find([',', ';', ' ', '\n']) {
        let at = done + found;
        let behind = text[at + 1..].trim_start_matches([',', ';', ' ', '\n']);
        done = text.len() - behind.len();
        if BEGINNINGS.iter().any(|own| behind.starts_with(own)) {
            parts.push(text[start..at].trim());
            start = done;
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_hold_several_addresses() {
        assert_eq!(several("/cu/, /cu-nua/"), ["/cu/", "/cu-nua/"]);
        assert_eq!(several("/cu/;/cu-nua/"), ["/cu/", "/cu-nua/"]);
        assert_eq!(several("/a/ https://b.vn/c/"), ["/a/", "https://b.vn/c/"]);
        for one in ["/tin/bai,12.html", "tin/bài viết", "/a b/", "/cu/"] {
            assert_eq!(several(one), [one]);
        }
        assert!(several(&",/".repeat(50_000)).len() > 1);
        assert_eq!(several(&",".repeat(100_000)).len(), 1);
    }
}
