//! `bangtin explain`: what a code means and how to mend the fault.

use bangtin::content::editorial::Check;
use bangtin::diagnostics::explained::{heading, section, sections};
use bangtin::diagnostics::{Code, nearest};

use crate::cli::Explain;
use crate::commands::{Context, Exit, Outcome, Refusal};
use bangtin::diagnostics::say;

/// Prints the section of a code, or the list of all codes.
pub(super) fn run(flags: &Explain, context: &Context) -> Outcome {
    let tongue = context.printer.tongue;
    let text = match &flags.code {
        None => sections(tongue).map(|section| format!("{}\n", heading(section))).collect(),
        Some(written) => {
            let code = named(written.trim()).ok_or_else(|| unknown(written))?;
            plain(section(code, tongue))
        }
    };
    context.printer.data(&text)?;
    Ok(Exit::Good)
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
    fn examples_are_set_in() {
        assert_eq!(plain("B1 T\n\nvăn\n\n```yaml\na: b\n```\n"), "B1 T\n\nvăn\n\n    a: b\n");
    }
}
