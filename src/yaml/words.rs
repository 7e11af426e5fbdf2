//! What people call keys who have not looked them up: in Vietnamese, or as other programs do.

use crate::diagnostics::{Code, Diagnostic, Fix, Say, did_you_mean, nearest, one_of, say};
use crate::locale::fold;
use crate::yaml::{Key, Reading};

/// Words without their marks, and the keys that they may stand for; the first that is free counts.
const WORDS: &[(&str, &[&str])] = &[
    ("tieu de", &["title", "name"]),
    ("ten", &["title", "name", "term"]),
    ("ngay", &["date", "verified", "issued_on", "due"]),
    ("ngay dang", &["date"]),
    ("ngay cap nhat", &["updated"]),
    ("loai", &["kind", "type"]),
    ("chu de", &["topics", "theme"]),
    ("tags", &["topics"]),
    ("category", &["topics"]),
    ("categories", &["topics"]),
    ("keywords", &["topics"]),
    ("tom tat", &["summary", "description"]),
    ("subtitle", &["summary"]),
    ("excerpt", &["summary", "description"]),
    ("mo ta", &["description", "summary"]),
    ("nhap", &["draft"]),
    ("ban nhap", &["draft"]),
    ("hinh", &["image"]),
    ("anh", &["image"]),
    ("thumbnail", &["image"]),
    ("tac gia", &["authors"]),
    ("nguoi viet", &["authors"]),
    ("nguon", &["source"]),
    ("duong dan", &["slug", "url"]),
    ("bat dau", &["starts"]),
    ("ket thuc", &["ends"]),
    ("su kien", &["events"]),
    ("hoat dong", &["events"]),
    ("nhiem vu", &["tasks"]),
    ("ke hoach", &["plan"]),
    ("khau hieu", &["slogans"]),
    ("don vi", &["organizer", "lead"]),
    ("chu tri", &["lead", "organizer"]),
    ("phoi hop", &["with"]),
    ("dia diem", &["venue", "place"]),
    ("lien he", &["contact"]),
    ("thoi gian", &["date", "hours"]),
    ("han", &["due"]),
    ("so hieu", &["number"]),
    ("so", &["number"]),
    ("so dien thoai", &["number", "telephone"]),
    ("dien thoai", &["number", "telephone"]),
    ("phone", &["number"]),
    ("dia chi", &["address", "url"]),
    ("mien phi", &["free"]),
    ("kiem tra", &["verified"]),
    ("nghia", &["meaning"]),
    ("y nghia", &["meaning"]),
    ("definition", &["meaning"]),
    ("thuat ngu", &["term"]),
    ("van ban", &["document"]),
    ("tep", &["files"]),
    ("mau", &["template", "colors"]),
    ("ngon ngu", &["languages"]),
];

/// Says that there is no such key, and which of those that are free is meant.
pub(super) fn tell_unknown<'a>(
    key: &Key,
    free: impl Iterator<Item = &'a str> + Clone,
    reading: &mut Reading<'_>,
) {
    let Key { name, span } = key;
    let message = say!("không có mục nào tên là `{name}`", "there is no key `{name}`");
    let (meant, hint) = meant(name, free.clone());
    let mut fault = Diagnostic::error(Code::UnknownKey, message).hint(hint);
    if let Some(meant) = meant {
        reading.mean(*span, meant);
        let is_sure = nearest(name, free.filter(|other| *other != meant)).is_none();
        fault = fault.fix(Fix { span: *span, text: meant.to_owned(), is_sure });
    }
    reading.tell(*span, fault);
}

/// The key that an unknown word is meant to be, if one of those that are free is, and the cure.
fn meant<'a>(word: &str, free: impl Iterator<Item = &'a str> + Clone) -> (Option<&'a str>, Say) {
    let near = nearest(word, free.clone());
    let known = near.is_none().then(|| known(word, free.clone())).flatten();
    match known {
        Some(known) => (Some(known), one_of([known].into_iter())),
        None => (near, did_you_mean(word, free)),
    }
}

fn known<'a>(word: &str, free: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let plain = fold(&word.replace(['_', '-'], " "));
    let (_, keys) = WORDS.iter().find(|(known, _)| *known == plain.trim())?;
    keys.iter().find_map(|key| free.clone().find(|free| free == key))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_word_of_staff_is_the_key_that_may_stand_there() {
        let keys = ["title", "date", "summary"];
        let of = |word| meant(word, keys.into_iter()).0;
        assert_eq!(of("tiêu đề"), Some("title"));
        assert_eq!(of("Tiêu_đề"), Some("title"));
        assert_eq!(of("mô tả"), Some("summary"));
        assert_eq!(of("chủ đề"), None);
    }
}
