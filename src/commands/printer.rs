//! The one place that prints: data to stdout, words to stderr.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use bangtin::diagnostics::Say;
use bangtin::diagnostics::Severity;
use bangtin::diagnostics::show::{Tongue, hint_name, printable, severity_name};
use indicatif::ProgressBar;

use crate::commands::{Exit, Refusal, environment, report};
use bangtin::diagnostics::say;

/// What is printed, and how.
#[derive(Clone, Copy)]
pub(crate) struct Printer {
    /// The language of all words.
    pub(crate) tongue: Tongue,
    /// Whether words may be coloured.
    pub(crate) colour: bool,
    /// Whether only faults are told.
    pub(crate) quiet: bool,
    /// Whether more is told.
    pub(crate) verbose: bool,
    terminal: bool,
}

impl Printer {
    /// A printer for this terminal or file. Colour and movement are for terminals only,
    /// and `NO_COLOR` is obeyed (no-color.org).
    pub(crate) fn new(tongue: Tongue, quiet: bool, verbose: bool) -> Printer {
        let dumb = environment("TERM").is_some_and(|term| term == "dumb");
        let terminal = io::stderr().is_terminal() && !dumb;
        let colour = terminal && environment("NO_COLOR").is_none();
        Printer { tongue, colour, quiet, verbose, terminal }
    }

    /// Prints what was asked for.
    ///
    /// # Errors
    /// If it cannot be written. A reader that has gone away is no error.
    pub(crate) fn data(&self, text: &str) -> Result<(), Refusal> {
        let mut stdout = io::stdout().lock();
        let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Refusal {
                exit: Exit::Disk,
                message: report::disk_message("stdout", &error),
                hint: None,
            }),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Prints words that the user should read in any case.
    pub(crate) fn words(&self, text: &str) {
        // Nobody can be told that stderr is gone.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Prints a line of news, unless silence was asked for.
    pub(crate) fn news(&self, news: &Say) {
        if !self.quiet {
            self.words(&format!("{}\n", printable(self.tongue.of(news))));
        }
    }

    /// Prints a line for those who want to know more.
    pub(crate) fn detail(&self, detail: &Say) {
        if self.verbose {
            self.news(detail);
        }
    }

    /// Says why a command was not carried out.
    pub(crate) fn refuse(&self, refusal: &Refusal) -> Exit {
        let error = self.painted(severity_name(Severity::Error, self.tongue), "\u{1b}[1;91m");
        let mut text = format!("{error}: {}\n", printable(self.tongue.of(&refusal.message)));
        if let Some(hint) = &refusal.hint {
            let help = self.painted(hint_name(self.tongue), "\u{1b}[1;96m");
            text.push_str(&format!("  {help}: {}\n", printable(self.tongue.of(hint))));
        }
        self.words(&text);
        refusal.exit
    }

    fn painted(&self, word: &str, paint: &str) -> String {
        if self.colour { format!("{paint}{word}\u{1b}[0m") } else { word.to_owned() }
    }

    /// Shows that a phase of long work is under way, until the result is dropped.
    pub(crate) fn phase(&self, name: &Say) -> Phase {
        self.detail(name);
        if self.quiet || self.verbose || !self.terminal {
            return Phase(None);
        }
        let bar = ProgressBar::new_spinner();
        bar.set_message(self.tongue.of(name).to_owned());
        bar.enable_steady_tick(Duration::from_millis(100));
        Phase(Some(bar))
    }
}

/// A sign of life on the terminal; it takes itself away.
pub(crate) struct Phase(Option<ProgressBar>);

impl Drop for Phase {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// A number of things, in both languages: `3 trang`, `1 page`, `3 pages`.
pub(crate) fn count(number: usize, vi: &str, en: &str) -> Say {
    let plural = if number == 1 { "" } else { "s" };
    say!("{number} {vi}", "{number} {en}{plural}")
}
