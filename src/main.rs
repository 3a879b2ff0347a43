//! The program: parses the arguments and does what they say.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use outboard::{store, tui};

fn main() -> ExitCode {
    let path = std::env::args_os().nth(1).unwrap_or_default();
    let opened = match store::open(path.as_ref()) {
        Ok(opened) => opened,
        Err(error) => {
            eprintln!("outboard: {error}");
            return ExitCode::from(2);
        }
    };
    tui::run(tui::Start {
        opened,
        greeting: None,
    })
    .unwrap_or_else(|error| {
        eprintln!("outboard: {error:#}");
        ExitCode::from(2)
    })
}
