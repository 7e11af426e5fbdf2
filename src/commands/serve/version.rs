//! By what a page knows that it is old.
//!
//! In: a page and the files of the site. Out: the digest of the page and of all that it shows:
//! pictures, styles, scripts, sounds. What it only leads to is no part of it, so that a page
//! stays where it is while others change.

use std::collections::BTreeSet;

use bangtin::memo::Digester;
use bangtin::public::{File, Files, OutputPath};
use bangtin::sources::nfc;

use super::answer::decoded;
use super::media::is_shown_within;

/// The version of the page at this path.
pub(super) fn of(files: &Files, (path, file): (&OutputPath, &File)) -> String {
    let mut digester = Digester::default();
    digester.add(path.as_str().as_bytes());
    digester.add(file.digest().to_hex().as_bytes());
    if let File::Made(page) = file {
        for shown in shown_on(files, path, &String::from_utf8_lossy(page)) {
            digester.add(shown.digest().to_hex().as_bytes());
        }
    }
    digester.digest().to_hex()[..16].to_owned()
}

/// The files that a page names and shows. A word of its text that happens to name one does no
/// harm.
fn shown_on<'f>(files: &'f Files, page: &OutputPath, html: &str) -> Vec<&'f File> {
    let ends = |letter: char| letter.is_whitespace() || "\"'=,()<>".contains(letter);
    let words = html.split(ends).map(|word| word.split(['?', '#']).next().unwrap_or_default());
    let words: BTreeSet<&str> = words.filter(|word| is_shown_within(word)).collect();
    let paths = words.iter().filter_map(|word| target(page, word));
    paths.filter_map(|path| files.get(&path)).collect()
}

/// The file that an address on a page leads to, if it can be one of the site.
fn target(page: &OutputPath, address: &str) -> Option<OutputPath> {
    // Two slashes begin with the name of a server.
    let address = decoded(address).filter(|address| !address.starts_with("//"))?;
    page.led_to(&nfc(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(page: &str, shown: &str) -> String {
        let made = |text: &str| File::made(text.as_bytes());
        let files = [
            ("a/b/index.html", page),
            ("_theme/x.css", shown),
            ("a/ảnh 1.png", shown),
            ("a/b/nho.webp", shown),
            ("goc.svg", shown),
            ("a/b/lich.ics", shown),
            ("a/b/other.html", shown),
            ("a/b/atom.xml", shown),
        ];
        let files: Files = files
            .map(|(path, text)| (OutputPath::parse(path).unwrap(), made(text)))
            .into_iter()
            .collect();
        let path = OutputPath::parse("a/b/index.html").unwrap();
        of(&files, (&path, &files[&path]))
    }

    #[test]
    fn a_page_is_old_when_it_or_what_it_shows_is_another() {
        assert_ne!(version("one", "x"), version("two", "x"));
        for page in [
            "<link rel=\"stylesheet\" href=\"../../_theme/x.css\">",
            "<img src='../%E1%BA%A3nh%201.png?v=2'>",
            "<img srcset=\"./nho.webp 1x, nho.webp 2x\">",
            "<img src=/goc.svg#a>",
        ] {
            assert_eq!(version(page, "x"), version(page, "x"), "{page}");
            assert_ne!(version(page, "x"), version(page, "y"), "{page}");
        }
    }

    #[test]
    fn a_page_is_not_old_when_what_it_leads_to_is_another() {
        for page in [
            "<a href=\"other.html\">, <a href=lich.ics>, <link href=\"atom.xml\">",
            "../../../../_theme/x.css https://a.example/goc.svg //goc.svg ../x.css",
            "",
        ] {
            assert_eq!(version(page, "x"), version(page, "y"), "{page}");
        }
    }
}
