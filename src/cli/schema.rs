//! The flags of `schema`.

use clap::Args;

/// The flags of `schema`.
#[derive(Args, Debug)]
pub(crate) struct Schema {
    /// The file: site, agencies, places, areas, hotlines, campaigns, glossary or danger; the names of all if not given
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<String>,
}
