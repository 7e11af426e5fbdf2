//! The arguments of `i18n`.

use clap::{Args, Subcommand};

use crate::cli::ListFormat;

/// The commands of `i18n`.
#[derive(Args, Debug)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub(crate) struct I18n {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Translations,
}

/// What to do with translations.
#[derive(Subcommand, Debug)]
pub(crate) enum Translations {
    /// Say how far each page is translated
    Status(Status),
    /// Show what has changed in the original since a page was translated
    Diff(Diff),
    /// Note that translations say what the originals say now
    Accept(Accept),
    /// Write the words of the theme that a language lacks to i18n/CODE.yaml, to be translated
    Words(Words),
}

/// The flags of `i18n status`.
#[derive(Args, Debug)]
pub(crate) struct Status {
    /// How to show the list: text, csv or json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: ListFormat,
    /// Only this language
    #[arg(short, long, value_name = "CODE")]
    pub(crate) language: Option<String>,
}

/// The flags of `i18n diff`.
#[derive(Args, Debug)]
pub(crate) struct Diff {
    /// The page: its file, or its path without language and ending
    #[arg(value_name = "PAGE")]
    pub(crate) page: String,
    /// Only this language
    #[arg(short, long, value_name = "CODE")]
    pub(crate) language: Option<String>,
}

/// The flags of `i18n accept`.
#[derive(Args, Debug)]
pub(crate) struct Accept {
    /// The pages: their files, or their paths without language and ending; all if not given
    #[arg(value_name = "PAGE")]
    pub(crate) pages: Vec<String>,
    /// Only this language
    #[arg(short, long, value_name = "CODE")]
    pub(crate) language: Option<String>,
}

/// The flags of `i18n words`.
#[derive(Args, Debug)]
pub(crate) struct Words {
    /// The language, one of site.yaml
    #[arg(value_name = "CODE")]
    pub(crate) language: String,
}
