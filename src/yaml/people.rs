//! A list of people, and several of them in one text.

use crate::diagnostics::{Diagnostic, Severity};
use crate::yaml::{Fields, Marked, Reading, Value, told};

/// How a body begins that is no person, though it may have commas in its name: `Sở Văn hoá, Thể
/// thao và Du lịch`.
const BODIES: &[&str] = &[
    "Sở",
    "Bộ",
    "Ban",
    "Hội",
    "Phòng",
    "Uỷ",
    "Ủy",
    "UBND",
    "HĐND",
    "Đoàn",
    "Trường",
    "Trung",
    "Công",
    "Báo",
    "Đài",
    "Cục",
    "Chi",
    "Vụ",
    "Viện",
    "Tỉnh",
    "Xã",
    "Phường",
    "Liên",
    "Nhóm",
    "Tổ",
    "Văn",
    "Trạm",
    "Toà",
    "Tòa",
    "Department",
    "Ministry",
    "Office",
    "The",
];

impl Fields<'_> {
    /// A list of people. One text that is nothing but several names is several of them.
    pub fn people(&mut self, name: &str, reading: &mut Reading<'_>) -> Vec<Marked<String>> {
        let is_list = self.take(name).is_some_and(|node| matches!(node.value, Value::List(_)));
        let written = self.texts(name, reading);
        let mut people = Vec::new();
        for text in written {
            let Some(names) = several(&text.value) else {
                people.push(text);
                continue;
            };
            let fault = told::say_several(&text, &names, name, is_list);
            reading.tell(text.span, Diagnostic { severity: Severity::Warning, ..fault });
            let span = text.span;
            people.extend(names.iter().map(|name| Marked { value: name.to_string(), span }));
        }
        told::twice(&people, name, reading);
        people
    }
}

/// The names in a text that is nothing but several: with semicolons whatever they are, else those
/// of people only.
fn several(text: &str) -> Option<Vec<&str>> {
    let parts = |signs: &[char]| -> Vec<&str> {
        text.split(signs).map(str::trim).filter(|part| !part.is_empty()).collect()
    };
    if text.contains(';') {
        return Some(parts(&[';'])).filter(|names| names.len() > 1);
    }
    let names: Vec<&str> = parts(&[',', '/', '&'])
        .into_iter()
        .flat_map(|part| part.split(" và "))
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .collect();
    (names.len() > 1 && names.iter().all(|name| is_person(name))).then_some(names)
}

/// Whether this is surely the name of a person: two to five words with a capital each.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|letter| letter.is_alphabetic() && letter.is_lowercase())
    };
    (2..=5).contains(&words.len())
        && words.iter().all(is_name)
        && !words.first().is_some_and(|first| BODIES.contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_people_in_one_text_are_told_apart() {
        let two = Some(vec!["Nguyễn Thị Hoa", "Y Bhiu Niê"]);
        for text in [
            "Nguyễn Thị Hoa, Y Bhiu Niê",
            "Nguyễn Thị Hoa; Y Bhiu Niê",
            "Nguyễn Thị Hoa và Y Bhiu Niê",
            "Nguyễn Thị Hoa & Y Bhiu Niê",
        ] {
            assert_eq!(several(text), two, "{text}");
        }
        assert_eq!(several("Ban biên tập; Sở Nội vụ"), Some(vec!["Ban biên tập", "Sở Nội vụ"]));
    }

    #[test]
    fn a_body_and_a_person_with_an_office_are_one() {
        for text in [
            "Sở Văn hoá, Thể thao và Du lịch",
            "Sở Văn Hoá, Thể Thao và Du Lịch",
            "Nguyễn Thị Hoa, Phó Chủ tịch",
            "Nguyễn Thị Hoa, UBND xã Sơn Hạ",
            "Hoa, Lan",
            "Đoàn Thanh Niên và Hội Phụ Nữ",
            "Ban biên tập;",
        ] {
            assert_eq!(several(text), None, "{text}");
        }
    }
}
