//! The program `bangtin`: arguments in, exit code out.

mod cli;
mod commands;

use std::process::ExitCode;

use mimalloc::MiMalloc;

// The one `static` of the program: an allocator has no other place to stand.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let tongue = cli::tongue(&arguments, commands::environment);
    match cli::parse(arguments, tongue) {
        Ok(cli) => commands::run(&cli, tongue).into(),
        Err(stop) => commands::stopped(&stop, tongue).into(),
    }
}
