//! The commands and their flags, as one typed value.
//!
//! In: the arguments. Out: a [`Cli`], or why there is none. The English help stands
//! here beside each flag, the Vietnamese one in [`vietnamese`]; a test sees to it
//! that no flag lacks one of the two.

mod check;
mod lsp;
mod pack;
mod schema;
mod tongue;
mod translations;
mod usage;
mod values;
mod vietnamese;

use std::ffi::OsString;
use std::path::PathBuf;

use bangtin::config::{BaseUrl, Host};
use bangtin::diagnostics::show::Tongue;
use bangtin::yaml::Moment;
use clap::error::ErrorKind;
use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};

pub(crate) use check::Check;
pub(crate) use lsp::Lsp;
pub(crate) use pack::Pack;
pub(crate) use schema::Schema;
pub(crate) use tongue::tongue;
pub(crate) use translations::{Accept, Diff, I18n, Status, Translations, Words};
pub(crate) use usage::Stop;
pub(crate) use values::{Format, Lang, ListFormat, PageKind, vietnamese_kind};

/// Builds a website for public communications from a folder of texts.
#[derive(Parser, Debug)]
#[command(
    name = "bangtin",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    arg_required_else_help = true
)]
pub(crate) struct Cli {
    /// Flags of every command.
    #[command(flatten)]
    pub(crate) global: Global,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Flags of every command.
#[derive(Args, Debug)]
pub(crate) struct Global {
    /// The folder of the site; if not given, this one or the nearest above it that holds one
    #[arg(short, long, global = true, value_name = "DIR", display_order = 91)]
    pub(crate) root: Option<PathBuf>,
    /// The language of messages: vi or en; else that of the system
    #[arg(
        long,
        global = true,
        value_name = "LANG",
        hide_possible_values = true,
        display_order = 92
    )]
    pub(crate) lang: Option<Lang>,
    /// Say only what is wrong
    #[arg(short, long, global = true, conflicts_with = "verbose", display_order = 93)]
    pub(crate) quiet: bool,
    /// Say which files were read and made
    #[arg(short, long, global = true, display_order = 94)]
    pub(crate) verbose: bool,
    /// Print this help
    #[arg(short, long, global = true, action = ArgAction::Help, display_order = 95)]
    help: Option<bool>,
    /// Print the version
    #[arg(short = 'V', long, action = ArgAction::Version, display_order = 96)]
    version: Option<bool>,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Lay out a small site in two languages to start from
    Init(Init),
    /// Write a page to start from, each key with a word about it
    New(New),
    /// Look at the site on this computer; it follows every change
    Serve(Serve),
    /// Look for faults; write nothing
    Check(Check),
    /// Build the site
    Build(Build),
    /// Print what a server must be told: old addresses, types, the page for what is missing
    Host(HostFlags),
    /// Pack the site or a part of it into one file, for a USB stick or a chat
    Pack(Pack),
    /// List the pages of the site
    List(List),
    /// See how far the pages are translated, and say so
    I18n(I18n),
    /// Explain a fault by its code, such as B102
    Explain(Explain),
    /// Print what site.yaml or a file of content/_data may hold, as a JSON Schema
    Schema(Schema),
    /// Tell an editor what is wrong while you type (Language Server Protocol)
    Lsp(Lsp),
}

/// What may differ from one build of a site to another.
#[derive(Args, Debug)]
pub(crate) struct SiteFlags {
    /// Where the site is published, instead of base_url in site.yaml
    #[arg(short = 'u', long, value_name = "URL", value_parser = usage::base_url)]
    pub(crate) base_url: Option<BaseUrl>,
    /// Show drafts
    #[arg(short = 'D', long)]
    pub(crate) drafts: bool,
    /// Show pages before their publish_date
    #[arg(short = 'F', long)]
    pub(crate) future: bool,
    /// Build as if it were this day or time, such as 2026-11-20
    #[arg(long, value_name = "DATE", value_parser = usage::moment)]
    pub(crate) now: Option<Moment>,
}

/// The flags of `build`.
#[derive(Args, Debug)]
pub(crate) struct Build {
    /// What may differ from build to build.
    #[command(flatten)]
    pub(crate) site: SiteFlags,
    /// Where to write; public in the site's folder if not given
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output_dir: Option<PathBuf>,
    /// Overwrite files of others in the output folder
    #[arg(long)]
    pub(crate) force: bool,
    /// Let warnings fail the build
    #[arg(long)]
    pub(crate) strict: bool,
    /// How to show faults: text, short, json or sarif
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: Format,
}

/// The flags of `serve`.
#[derive(Args, Debug)]
pub(crate) struct Serve {
    /// What may differ from build to build.
    #[command(flatten)]
    pub(crate) site: SiteFlags,
    /// The port to listen on, 1511 if not given; 0 takes any free one
    #[arg(short, long, value_name = "PORT", default_value = "1511", hide_default_value = true)]
    pub(crate) port: u16,
    /// Open the site in the browser
    #[arg(short = 'O', long)]
    pub(crate) open: bool,
}

/// The flags of `new`.
#[derive(Args, Debug)]
pub(crate) struct New {
    /// The kind: post, page, section, plan, schedule or material
    #[arg(value_name = "KIND", hide_possible_values = true)]
    pub(crate) kind: PageKind,
    /// The title, in quotation marks
    #[arg(value_name = "TITLE")]
    pub(crate) title: String,
    /// The folder below content to write to
    #[arg(long = "in", value_name = "SECTION")]
    pub(crate) section: Option<String>,
    /// The language of the page; the site's first if not given
    #[arg(short, long, value_name = "CODE")]
    pub(crate) language: Option<String>,
    /// Date the page as if it were this day
    #[arg(long, value_name = "DATE", value_parser = usage::moment)]
    pub(crate) now: Option<Moment>,
}

/// The flags of `init`.
#[derive(Args, Debug)]
pub(crate) struct Init {
    /// The folder; here if not given
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Add what is missing to a folder that is not empty
    #[arg(long)]
    pub(crate) force: bool,
    /// Lay out the site as if it were this day
    #[arg(long, value_name = "DATE", value_parser = usage::moment)]
    pub(crate) now: Option<Moment>,
}

/// The flags of `host`.
#[derive(Args, Debug)]
pub(crate) struct HostFlags {
    /// What may differ from build to build.
    #[command(flatten)]
    pub(crate) site: SiteFlags,
    /// The host: netlify, cloudflare, apache, iis, nginx, caddy, github-pages or gitlab-pages; those of site.yaml if not given
    #[arg(value_name = "HOST", hide_possible_values = true, value_parser = usage::host())]
    pub(crate) host: Option<Host>,
}

/// The flags of `list`.
#[derive(Args, Debug)]
pub(crate) struct List {
    /// How to show the list: text, csv or json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: ListFormat,
    /// List as if it were this day or time
    #[arg(long, value_name = "DATE", value_parser = usage::moment)]
    pub(crate) now: Option<Moment>,
}

/// The flags of `explain`.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// The code; all codes if not given
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

/// Reads the arguments. `help build` is `build --help`.
pub(crate) fn parse(mut arguments: Vec<OsString>, tongue: Tongue) -> Result<Cli, Stop> {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    let mut matches = command(tongue).try_get_matches_from(arguments.clone());
    // Flags alone are no command either.
    if matches.as_ref().is_err_and(|error| error.kind() == ErrorKind::MissingSubcommand) {
        arguments.push("--help".into());
        matches = command(tongue).try_get_matches_from(arguments);
    }
    matches.and_then(|matches| Cli::from_arg_matches(&matches)).map_err(Stop::from)
}

fn command(tongue: Tongue) -> clap::Command {
    match tongue {
        Tongue::Vi => vietnamese::translate(Cli::command()),
        Tongue::En => Cli::command().after_help(START),
    }
}

const START: &str = "To begin:
  bangtin init my-site         lay out a site
  bangtin new post \"Title\"     add a post
  bangtin serve                look at it at http://127.0.0.1:1511/
  bangtin build                write it to public";

#[cfg(test)]
mod tests;
