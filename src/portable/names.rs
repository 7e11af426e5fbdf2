//! Names that every disk takes: Windows and its FAT32, which a USB stick has, and macOS.

use std::collections::BTreeMap;

use crate::sources::nfc;

/// From how many letters on a path is too long. Windows stops at 260, and the folder into which
/// a package is unpacked needs the rest.
pub const TOO_LONG: usize = 200;

/// What is wrong with a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unsafe {
    /// Windows keeps it for devices.
    Device(String),
    /// It ends in a dot or a space, which Windows takes away.
    Ending(String),
    /// Windows has another use for this letter.
    Letter(char),
    /// It holds a letter that nobody sees.
    Control,
    /// Its letters and marks are written apart, which not every system finds again.
    Apart,
    /// On a disk that does not tell capital from small letters it is this file.
    SameAs(String),
    /// It has so many letters.
    Long(usize),
}

/// A path with what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NameFault {
    /// The path from the root of the site.
    pub path: String,
    /// What is wrong.
    pub why: Unsafe,
}

/// What is wrong with these paths, each fault of each once.
pub fn faults<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<NameFault> {
    let mut alike: BTreeMap<String, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for path in paths {
        let mut tell = |why| faults.push(NameFault { path: path.to_owned(), why });
        path.split('/').filter_map(of_part).for_each(&mut tell);
        if nfc(path) != path {
            tell(Unsafe::Apart);
        }
        let letters = path.encode_utf16().count();
        if letters >= TOO_LONG {
            tell(Unsafe::Long(letters));
        }
        let first = *alike.entry(nfc(path).to_lowercase()).or_insert(path);
        if first != path {
            tell(Unsafe::SameAs(first.to_owned()));
        }
    }
    faults
}

/// What is wrong with a part of a path.
fn of_part(part: &str) -> Option<Unsafe> {
    if part.chars().any(char::is_control) {
        return Some(Unsafe::Control);
    }
    if let Some(letter) = part.chars().find(|letter| "<>:\"|?*\\".contains(*letter)) {
        return Some(Unsafe::Letter(letter));
    }
    if part.ends_with(['.', ' ']) {
        return Some(Unsafe::Ending(part.to_owned()));
    }
    is_device(part).then(|| Unsafe::Device(part.to_owned()))
}

/// Whether Windows keeps a name for devices, whatever its ending
/// (Naming Files, Paths, and Namespaces).
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    if matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") {
        return true;
    }
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    numbered.is_some_and(|rest| {
        let mut letters = rest.chars();
        let number = letters.next().is_some_and(|letter| "123456789¹²³".contains(letter));
        number && letters.next().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(paths: &[&str]) -> Vec<Unsafe> {
        faults(paths.iter().copied()).into_iter().map(|fault| fault.why).collect()
    }

    #[test]
    fn names_that_a_disk_refuses_are_told() {
        for device in ["con", "a/NUL.html", "com1/a", "LPT9.txt", "aux.tar.gz", "com².x"] {
            assert!(matches!(of(&[device])[..], [Unsafe::Device(_)]), "{device}");
        }
        for plain in ["con-1", "com0", "com10", "console/a", "lpt", "nul-/a", "đường dẫn/ảnh 1.png"]
        {
            assert_eq!(of(&[plain]), [], "{plain}");
        }
        for end in ["a./b", "a /b", "a/b.", "a/b "] {
            assert!(matches!(of(&[end])[..], [Unsafe::Ending(_)]), "{end}");
        }
        for letter in "<>:\"|?*\\".chars() {
            assert_eq!(of(&[&format!("a/b{letter}c")]), [Unsafe::Letter(letter)]);
        }
        assert_eq!(of(&["a/b\u{7}c"]), [Unsafe::Control]);
    }

    #[test]
    fn names_that_are_one_on_some_disks_are_told() {
        let same = |first: &str| [Unsafe::SameAs(first.to_owned())];
        assert_eq!(of(&["Tin/a.html", "tin/a.html"]), same("Tin/a.html"));
        assert_eq!(of(&["ĐƯỜNG", "đường"]), same("ĐƯỜNG"));
        assert_eq!(of(&["a", "b/a"]), []);
        let apart = "a\u{323}nh.png";
        assert_eq!(of(&[apart]), [Unsafe::Apart]);
        assert_eq!(of(&["ạnh.png", apart])[1], same("ạnh.png")[0]);
    }

    #[test]
    fn a_long_path_leaves_no_room_for_a_folder() {
        let of_letters = |number: usize| format!("{}.html", "ậ".repeat(number - 5));
        assert_eq!(of(&[&of_letters(199)]), []);
        assert_eq!(of(&[&of_letters(200)]), [Unsafe::Long(200)]);
    }
}
