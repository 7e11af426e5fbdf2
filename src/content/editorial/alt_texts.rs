//! Texts of pictures that say nothing to those who do not see them (WCAG 2.2, 1.1.1).

use crate::content::editorial::front_matter::each_text;
use crate::content::editorial::{About, Check, Found, Levels, MOST, PlainText};
use crate::diagnostics::{Diagnostic, Span, say};

/// Words that only say that there is a picture, in small letters.
const EMPTY: &[&str] = &[
    "ảnh",
    "hình",
    "hình ảnh",
    "tấm ảnh",
    "ảnh minh hoạ",
    "ảnh minh họa",
    "hình minh hoạ",
    "hình minh họa",
    "tranh",
    "image",
    "img",
    "picture",
    "photo",
    "pic",
    "illustration",
    "alt",
    "untitled",
];

/// Endings of pictures.
const ENDINGS: &[&str] =
    &["jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "heic", "bmp", "tif", "tiff", "pdf"];

/// Beginnings of names that cameras and programs give: `IMG_2024`, `z5412345`.
const CAMERAS: &[&str] = &[
    "img",
    "dsc",
    "dscn",
    "dscf",
    "pxl",
    "image",
    "screenshot",
    "photo",
    "picture",
    "z",
    "anh",
    "hinh",
];

/// What is said of the pictures of a page.
pub(super) fn check(plain: &PlainText, about: &About<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for picture in plain.pictures.iter() {
        if found.len() >= MOST {
            break;
        }
        let fault = one(&picture.alt, &picture.target, about.levels);
        found.extend(fault.map(|fault| (Span::from(picture.source.clone()), fault)));
    }
    about.front_matter.into_iter().for_each(|node| {
        each_text(node, &mut |key, text, span| {
            let alt = Some(text).filter(|_| key == "image_alt");
            let fault = alt.and_then(|alt| one(alt, "", about.levels));
            found.extend(fault.map(|fault| (span, fault)));
        });
    });
    found
}

fn one(alt: &str, target: &str, levels: Levels) -> Option<Diagnostic> {
    let words = alt.trim().to_lowercase();
    let message = if EMPTY.contains(&words.trim_end_matches(['.', ':'])) {
        say!("`{alt}` không nói hình cho thấy gì", "`{alt}` does not say what the picture shows")
    } else if is_file_name(&words, target) {
        say!(
            "`{alt}` là tên tệp, không phải lời mô tả hình",
            "`{alt}` is the name of a file and describes no picture"
        )
    } else {
        return None;
    };
    let hint = say!(
        "viết một câu ngắn nói hình cho thấy gì, như `Học sinh treo tranh trên tường`",
        "say in a few words what it shows, like `Pupils hang pictures on a wall`"
    );
    levels.found(Check::AltTexts, message, hint)
}

fn is_file_name(words: &str, target: &str) -> bool {
    if words.is_empty() || words.contains(char::is_whitespace) {
        return false;
    }
    let ending = words.rsplit_once('.').map_or("", |(_, ending)| ending);
    let name = target.rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let is_numbered = |head: &&str| {
        let rest = words.strip_prefix(*head).map(|rest| rest.trim_start_matches(['_', '-']));
        let mut rest = rest.unwrap_or_default().bytes().peekable();
        rest.peek().is_some() && rest.all(|byte| byte.is_ascii_digit() || b"_-.".contains(&byte))
    };
    ENDINGS.contains(&ending)
        || (words == stem && words.contains(['-', '_']))
        || CAMERAS.iter().any(is_numbered)
}
