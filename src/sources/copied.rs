//! Names that file managers and browsers give to copies, and people to what they write anew.
//!
//! In: a path without its ending. Out: the path that it is a copy of, if that is there.

use crate::locale::fold;

/// What file managers and browsers add to the name of a copy, in small letters without marks.
const COPIES: &[&str] = &["copy", "another copy", "sao chep", "ban sao", "ban sao chep"];

/// How names of copies begin that others give: Google Drive, old Windows.
const HEADS: &[&str] = &["copy of ", "ban sao cua ", "sao chep cua "];

/// What people add to the name of what they write anew.
const VERSIONS: &[&str] = &[
    "final",
    "new",
    "old",
    "bak",
    "backup",
    "moi",
    "cu",
    "cuoi",
    "ban cuoi",
    "chinh thuc",
    "sua",
    "da sua",
    "ban sua",
    "ban moi",
    "ban cu",
    "luu",
];

/// How surely a name is that of a copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CopySign {
    /// No person writes so.
    Sure,
    /// It may also be the next of several, unless both have one title.
    Likely,
}

/// What a path without its ending is a copy of, if its name says so and that is there.
pub fn copied(stem: &str, is_there: &dyn Fn(&str) -> bool) -> Option<(String, CopySign)> {
    let start = stem.rfind('/').map_or(0, |at| at + 1);
    let name = &stem[start..];
    // Every such head has a space.
    let folded = if name.contains(' ') { fold(name) } else { String::new() };
    for head in HEADS.iter().filter(|head| folded.starts_with(**head)) {
        let letters = head.chars().count();
        let rest = name.char_indices().nth(letters).map_or("", |(at, _)| &name[at..]);
        let first = format!("{}{rest}", &stem[..start]);
        if is_there(&first) {
            return Some((first, CopySign::Sure));
        }
    }
    let ends = name.char_indices().skip(1).filter(|(_, letter)| " (-_.".contains(*letter));
    let mut found = ends.filter_map(|(at, _)| {
        let first = &stem[..start + at];
        let sign = if is_there(first) { sign_of(&fold(&name[at..])) } else { None };
        sign.map(|sign| (first.to_owned(), sign))
    });
    found.next()
}

/// What the end of a name says, behind the name of another file.
fn sign_of(end: &str) -> Option<CopySign> {
    let is_number = |text: &str| {
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let inside = |text: &str| {
        let inner = text.trim().strip_prefix('(')?.strip_suffix(')')?;
        Some(inner.to_owned())
    };
    if inside(end).is_some_and(|inner| is_number(&inner)) {
        return Some(CopySign::Likely);
    }
    let is_of_sync =
        [".sync-conflict-", "-desktop-", "-laptop-"].iter().any(|head| end.starts_with(head));
    if is_of_sync || end.contains("conflicted copy") {
        return Some(CopySign::Sure);
    }
    let words = end.trim_start_matches([' ', '-', '_', '.', '(']);
    // `bai - Copy (2)`, `bai copy 3`.
    let words = match words.rsplit_once(' ') {
        Some((words, last)) if is_number(last.trim_matches(['(', ')'])) => words,
        Some(_) | None => words,
    };
    let words = words.trim_end_matches(')').replace(['-', '_'], " ");
    if COPIES.contains(&words.trim()) {
        return Some(CopySign::Sure);
    }
    let is_version = |word: &str| {
        let number = word.strip_prefix('v').unwrap_or_default();
        is_number(number) || VERSIONS.contains(&word)
    };
    let is_all = VERSIONS.contains(&words.as_str()) || words.split(' ').all(is_version);
    is_all.then_some(CopySign::Likely)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_what_file_managers_add() {
        let is_there = |name: &str| matches!(name, "content/bai" | "content/tin/bai");
        for name in [
            "bai - Copy",
            "bai - Copy (2)",
            "bai - Sao chép",
            "bai copy",
            "bai copy 3",
            "bai (copy)",
            "bai (another copy)",
            "bai_copy",
            "bai-copy",
            "Copy of bai",
            "Bản sao của bai",
            "bai (bản sao)",
            "bai (Hoa's conflicted copy 2026-11-30)",
            "bai.sync-conflict-20261130-101500-ABCDEF",
            "bai-DESKTOP-7K2J1QF",
        ] {
            for folder in ["content/", "content/tin/"] {
                let (first, sign) = copied(&format!("{folder}{name}"), &is_there).unwrap();
                assert_eq!((first, sign), (format!("{folder}bai"), CopySign::Sure), "{name}");
            }
        }
        for name in ["bai (1)", "bai(2)", "bai_final_v2", "bai-moi", "bai v2", "bai_ban-cuoi"] {
            let found = copied(&format!("content/{name}"), &is_there);
            assert_eq!(found, Some(("content/bai".to_owned(), CopySign::Likely)), "{name}");
        }
    }

    #[test]
    fn other_names_are_their_own() {
        for name in ["bai-copywriter", "bai-2", "bai (Sơn Hạ)", "bai-tap", "hop - Copy", "bai-1-6"]
        {
            let found = copied(&format!("content/{name}"), &|name| name == "content/bai");
            assert_eq!(found, None, "{name}");
        }
    }
}
