//! `bangtin explain`: what a code means and how to mend the fault.

use bangtin::content::editorial::Check;
use bangtin::diagnostics::show::Tongue;
use bangtin::diagnostics::{Code, nearest};

use crate::cli::Explain;
use crate::commands::{Context, Exit, Outcome, Refusal};
use bangtin::diagnostics::say;

const VIETNAMESE: &str = include_str!("../../docs/codes.vi.md");
const ENGLISH: &str = include_str!("../../docs/codes.en.md");

/// Prints the section of a code, or the list of all codes.
pub(super) fn run(flags: &Explain, context: &Context) -> Outcome {
    let pages = pages(context.printer.tongue);
    let text = match &flags.code {
        None => sections(pages).map(|section| format!("{}\n", heading(section))).collect(),
        Some(written) => {
            let code = named(written.trim()).ok_or_else(|| unknown(written))?;
            sections(pages)
                .find(|section| heading(section).starts_with(code.id()))
                .map(plain)
                .unwrap_or_default()
        }
    };
    context.printer.data(&text)?;
    Ok(Exit::Good)
}

/// What is said of a code, in Markdown.
pub(super) fn section(code: Code, tongue: Tongue) -> String {
    let section = sections(pages(tongue)).find(|section| heading(section).starts_with(code.id()));
    section.map(|section| format!("### {}", section.trim_end())).unwrap_or_default()
}

/// A code by its number, or by the name of the editorial check that it is of.
fn named(written: &str) -> Option<Code> {
    let check = Check::ALL.iter().find(|check| check.name() == written);
    Code::of_id(written).or(check.map(|check| check.code()))
}

fn unknown(written: &str) -> Refusal {
    let upper = written.trim().to_uppercase();
    let near = nearest(&upper, Code::ALL.iter().map(|code| code.id()));
    let hint = match near {
        Some(near) => say!(
            "có phải bạn muốn viết `{near}`? `bangtin explain` liệt kê mọi mã",
            "did you mean `{near}`? `bangtin explain` lists all codes"
        ),
        None => say!("`bangtin explain` liệt kê mọi mã", "`bangtin explain` lists all codes"),
    };
    Refusal::usage(say!("không có mã lỗi `{written}`", "there is no code `{written}`"), hint)
}

fn pages(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vi => VIETNAMESE,
        Tongue::En => ENGLISH,
    }
}

/// The sections of the page of codes, each from behind its `## `.
fn sections(page: &str) -> impl Iterator<Item = &str> {
    page.split("\n## ").skip(1)
}

fn heading(section: &str) -> &str {
    section.lines().next().unwrap_or_default()
}

/// Markdown for a terminal: examples are set in instead of fenced.
fn plain(section: &str) -> String {
    let (mut text, mut fenced) = (String::new(), false);
    for line in section.trim_end().lines() {
        if line.starts_with("```") {
            fenced = !fenced;
            continue;
        }
        if fenced && !line.is_empty() {
            text.push_str("    ");
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_one_section_in_both_languages_and_no_section_lacks_a_code() {
        for page in [VIETNAMESE, ENGLISH] {
            let headings: Vec<&str> = sections(page).map(heading).collect();
            let ids: Vec<&str> =
                headings.iter().map(|heading| heading.split(' ').next().unwrap()).collect();
            let codes: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
            assert_eq!(ids, codes);
            assert!(headings.iter().all(|heading| heading.len() > 6), "a code without a title");
        }
    }

    #[test]
    fn fences_are_whole() {
        for page in [VIETNAMESE, ENGLISH] {
            for section in sections(page) {
                assert_eq!(section.matches("```").count() % 2, 0, "{}", heading(section));
                assert!(section.lines().count() >= 4, "{} is too short", heading(section));
            }
        }
    }

    #[test]
    fn examples_are_set_in() {
        assert_eq!(plain("B1 T\n\nvăn\n\n```yaml\na: b\n```\n"), "B1 T\n\nvăn\n\n    a: b\n");
    }
}
