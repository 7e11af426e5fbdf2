//! The flags of `lsp`.

use clap::Args;

use crate::cli::SiteFlags;

/// The flags of `lsp`.
#[derive(Args, Debug)]
pub(crate) struct Lsp {
    /// What may differ from build to build.
    #[command(flatten)]
    pub(crate) site: SiteFlags,
    /// Speak over stdin and stdout, as it always does; some editors add this flag
    #[arg(long)]
    pub(crate) stdio: bool,
}
