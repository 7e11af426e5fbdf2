//! `bangtin schema`: what may stand in a data file, as a JSON Schema for editors.

use bangtin::diagnostics::{did_you_mean, say};
use bangtin::keys;

use crate::cli::Schema;
use crate::commands::{Context, Exit, Outcome, Refusal};

/// Prints the schema of a file, or the names of all files that have one.
pub(super) fn run(flags: &Schema, context: &Context) -> Outcome {
    let text = match &flags.file {
        None => keys::schema_names().map(|name| format!("{name}\n")).collect(),
        Some(written) => {
            let name = written.rsplit(['/', '\\']).next().unwrap_or(written);
            let name = name.trim_end_matches(".yaml");
            let schema = keys::schema(name, context.printer.tongue);
            let schema = schema.ok_or_else(|| unknown(name))?;
            format!("{schema:#}\n")
        }
    };
    context.printer.data(&text)?;
    Ok(Exit::Good)
}

fn unknown(written: &str) -> Refusal {
    let message = say!("không có lược đồ nào cho `{written}`", "there is no schema of `{written}`");
    Refusal::usage(message, did_you_mean(written, keys::schema_names()))
}
