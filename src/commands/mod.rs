//! The commands: each reads, calls the pipeline, and reports.
//!
//! In: a [`Cli`]. Out: an [`Exit`]. These rooms alone know the clock, the environment
//! and the terminal; what a site becomes is decided in the library.
#![expect(
    clippy::disallowed_methods,
    reason = "the environment is read here, for the pipeline to need none"
)]

mod build;
mod check;
mod explain;
mod host;
mod i18n;
mod init;
mod inside;
mod list;
mod lsp;
mod new;
mod output_folder;
mod pack;
mod printer;
mod put;
mod report;
mod schema;
mod serve;
mod site;

use std::path::PathBuf;
use std::process::ExitCode;

use bangtin::diagnostics::Say;
use bangtin::diagnostics::show::Tongue;

use crate::cli::{Cli, Command, Stop};
use printer::Printer;

/// How a command ended, as the system is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// All is good.
    Good,
    /// The site has errors.
    SiteErrors,
    /// The command cannot be carried out as it was given, or there is no site.
    Usage,
    /// The disk failed.
    Disk,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Good => 0,
            Exit::SiteErrors => 1,
            Exit::Usage => 2,
            Exit::Disk => 3,
        })
    }
}

/// Why a command was not carried out. Faults of the site are diagnostics instead.
#[derive(Debug)]
pub(crate) struct Refusal {
    exit: Exit,
    message: Say,
    hint: Option<Say>,
}

impl Refusal {
    /// The command cannot be carried out as it was given.
    fn usage(message: Say, hint: Say) -> Refusal {
        Refusal { exit: Exit::Usage, message, hint: Some(hint) }
    }
}

/// What a command comes to.
type Outcome = Result<Exit, Refusal>;

/// What every command is given.
struct Context {
    root: PathBuf,
    printer: Printer,
}

/// A variable of the environment, if it holds anything.
pub(crate) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Carries out a command.
pub(crate) fn run(cli: &Cli, tongue: Tongue) -> Exit {
    let printer = Printer::new(tongue, cli.global.quiet, cli.global.verbose);
    let root = cli.global.root.clone().unwrap_or_else(|| match &cli.command {
        Command::Init(_) | Command::Explain(_) | Command::Schema(_) | Command::Lsp(_) => {
            PathBuf::from(".")
        }
        Command::New(_)
        | Command::Serve(_)
        | Command::Check(_)
        | Command::Build(_)
        | Command::Host(_)
        | Command::Pack(_)
        | Command::List(_)
        | Command::I18n(_) => site::nearest(&printer),
    });
    let context = Context { root, printer };
    let outcome = match &cli.command {
        Command::Init(flags) => init::run(flags, &context),
        Command::New(flags) => new::run(flags, &context),
        Command::Serve(flags) => serve::run(flags, &context),
        Command::Check(flags) => check::run(flags, &context),
        Command::Build(flags) => build::run(flags, &context),
        Command::Host(flags) => host::run(flags, &context),
        Command::Pack(flags) => pack::run(flags, &context),
        Command::List(flags) => list::run(flags, &context),
        Command::I18n(flags) => i18n::run(flags, &context),
        Command::Explain(flags) => explain::run(flags, &context),
        Command::Schema(flags) => schema::run(flags, &context),
        Command::Lsp(flags) => lsp::run(flags, &cli.global, &context.printer),
    };
    outcome.unwrap_or_else(|refusal| context.printer.refuse(&refusal))
}

/// Says why there is no command to carry out.
pub(crate) fn stopped(stop: &Stop, tongue: Tongue) -> Exit {
    let printer = Printer::new(tongue, false, false);
    match stop {
        Stop::Asked(text) => match printer.data(text) {
            Ok(()) => Exit::Good,
            Err(refusal) => printer.refuse(&refusal),
        },
        Stop::Wrong(fault) => {
            printer.refuse(&Refusal::usage(fault.message.clone(), fault.hint.clone()))
        }
    }
}
