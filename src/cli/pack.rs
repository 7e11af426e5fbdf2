//! The flags of `pack`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::{SiteFlags, usage};

/// The flags of `pack`.
#[derive(Args, Debug)]
pub(crate) struct Pack {
    /// What to pack: the file or the address of a page, a section, a plan; all if not given
    #[arg(value_name = "WHAT")]
    pub(crate) what: Option<String>,
    /// The file to write; named after what is packed, in this folder, if not given
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The largest it may be, such as 20MB; downloads are left out before pages
    #[arg(long, value_name = "SIZE", value_parser = usage::size)]
    pub(crate) max: Option<u64>,
    /// Only this language
    #[arg(short, long, value_name = "CODE")]
    pub(crate) language: Option<String>,
    /// One page as one HTML file, with its pictures in it
    #[arg(long, requires = "what", conflicts_with = "max")]
    pub(crate) single: bool,
    /// Overwrite a file that bangtin did not write
    #[arg(long)]
    pub(crate) force: bool,
    /// What may differ from build to build.
    #[command(flatten)]
    pub(crate) site: SiteFlags,
}
