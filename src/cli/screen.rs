//! What standard output is: a terminal that screens can be drawn on, or not.

use std::io::{self, IsTerminal};

/// Whether screens can be drawn.
pub(super) fn is_there() -> bool {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !is_dumb
}

/// How many columns and rows the terminal has; none where there is no terminal.
pub(super) fn size() -> Option<(u16, u16)> {
    if !io::stdout().is_terminal() {
        return None;
    }
    crossterm::terminal::size().ok()
}
