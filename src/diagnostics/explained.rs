//! What each code means and how to mend the fault: the sections of `docs/codes.*.md`.

use crate::diagnostics::Code;
use crate::diagnostics::show::Tongue;

const VIETNAMESE: &str = include_str!("../../docs/codes.vi.md");
const ENGLISH: &str = include_str!("../../docs/codes.en.md");

/// The sections of all codes in their order, in Markdown: each its heading, without marks, and
/// the text below it.
pub fn sections(tongue: Tongue) -> impl Iterator<Item = &'static str> {
    let page = match tongue {
        Tongue::Vi => VIETNAMESE,
        Tongue::En => ENGLISH,
    };
    page.split("\n## ").skip(1)
}

/// The section of a code.
pub fn section(code: Code, tongue: Tongue) -> &'static str {
    sections(tongue).find(|section| section.starts_with(code.id())).unwrap_or_default()
}

/// The heading of a section: the code and its title.
pub fn heading(section: &str) -> &str {
    section.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_one_section_in_both_languages_and_no_section_lacks_a_code() {
        for tongue in [Tongue::Vi, Tongue::En] {
            let headings: Vec<&str> = sections(tongue).map(heading).collect();
            let ids: Vec<&str> =
                headings.iter().map(|heading| heading.split(' ').next().unwrap()).collect();
            let codes: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
            assert_eq!(ids, codes);
            assert!(headings.iter().all(|heading| heading.len() > 6), "a code without a title");
        }
    }

    #[test]
    fn fences_are_whole() {
        for section in [Tongue::Vi, Tongue::En].into_iter().flat_map(sections) {
            assert_eq!(section.matches("```").count() % 2, 0, "{}", heading(section));
            assert!(section.lines().count() >= 4, "{} is too short", heading(section));
        }
    }
}
