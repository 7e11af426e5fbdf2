//! The flags of `check`.

use clap::Args;

use crate::cli::{Format, SiteFlags};

/// The flags of `check`.
#[derive(Args, Debug)]
pub(crate) struct Check {
    /// What may differ from build to build.
    #[command(flatten)]
    pub(crate) site: SiteFlags,
    /// Follow every link, and see that the site works from any disk
    #[arg(long)]
    pub(crate) portable: bool,
    /// Mend what can only be meant one way; shows the difference and asks first
    #[arg(long)]
    pub(crate) fix: bool,
    /// With --fix: write the changes without asking
    #[arg(long, requires = "fix")]
    pub(crate) yes: bool,
    /// Let warnings fail the check
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
