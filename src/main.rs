//! The program: parses the arguments and does what they say.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use outboard::cli;

fn main() -> ExitCode {
    cli::run(cli::Arguments::of_process())
}
