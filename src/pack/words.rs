//! The words of a package's own pages: those of the theme, or where it has none, the program's.

use crate::content::Language;
use crate::theme::Theme;

/// Key, Vietnamese, English: for themes that have no words of their own for this.
const OWN: &[(&str, &str, &str)] = &[
    ("open", "MỞ-TRANG-NAY", "OPEN-THIS"),
    ("open_link", "Mở trang", "Open the pages"),
    (
        "open_hint",
        "Nếu trang không mở: giải nén cả gói vào một thư mục, rồi mở lại tệp này.",
        "If nothing opens: unpack the whole package into a folder, then open this file again.",
    ),
    ("absent", "Trang này không có trong gói", "This page is not in this package"),
    (
        "absent_text",
        "Gói này chỉ gồm một phần của trang web.",
        "This package holds a part of the site.",
    ),
    ("left", "Tệp này không có trong gói", "This file is not in this package"),
    (
        "left_text",
        "Tệp được để lại cho gói nhỏ hơn: {name}, {size}.",
        "It was left out to keep the package small: {name}, {size}.",
    ),
    ("online", "Xem trên mạng", "See it online"),
    ("back", "Về trang đầu của gói", "To the start of this package"),
];

/// The words of a language.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// The language.
    pub language: &'a Language,
}

impl Words<'_> {
    /// A text, its arguments filled in.
    pub(super) fn text(self, key: &str, arguments: &[(&str, &str)]) -> String {
        let of_theme = self.theme.text(self.language, &format!("pack.{key}"), arguments);
        of_theme.unwrap_or_else(|| {
            let own = OWN.iter().find(|(name, ..)| *name == key);
            let own =
                own.map_or("", |(_, vi, en)| if self.language.is_vietnamese() { vi } else { en });
            arguments.iter().fold(own.to_owned(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            })
        })
    }
}
