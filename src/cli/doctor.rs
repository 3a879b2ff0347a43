//! `outboard doctor`: where things are kept, what the terminal says of itself, and whether the
//! workspace opens. Changes nothing.

use std::fmt::Write;

use super::answer::Answer;
use super::screen;
use super::session::{Wanted, open};
use crate::domain::text::clean;
use crate::store::Places;

/// What the terminal says of itself, as far as the screens go by it.
const VARIABLES: [&str; 4] = ["TERM", "COLORTERM", "NO_COLOR", "LANG"];

/// Where files are kept, for `--help`, which is printed without a way through [`Answer`].
pub(super) fn places() -> String {
    let places = match Places::of_user() {
        Ok(places) => format!(
            "Where files are kept:\n  {}  the sample\n  {}  which workspaces were used last",
            places.sample().display(),
            places.state.display(),
        ),
        Err(error) => format!("Where files are kept: {error}"),
    };
    clean(&places).text
}

/// Tells what there is; the answer is no where the workspace does not open.
pub(super) fn run(wanted: &Wanted) -> Answer {
    let mut text = format!("outboard {}\n\n{}\n\n", env!("CARGO_PKG_VERSION"), places());
    for name in VARIABLES {
        let value = std::env::var(name).unwrap_or_else(|_| "not set".to_owned());
        let _ = writeln!(text, "{name}: {value}");
    }
    let size = screen::size().map(|(width, height)| format!("{width}×{height}"));
    let size = size.unwrap_or_else(|| "standard output is no terminal".to_owned());
    let _ = writeln!(text, "Size: {size}\n");
    match wanted.file() {
        Ok(None) => Answer::of(text + "Workspace: none was used yet\n"),
        Ok(Some(path)) => match open(&path) {
            Ok(_) => Answer::of(text + &format!("Workspace: {} opens\n", path.display())),
            Err(error) => Answer::of(text).saying(format!("outboard: {error:#}")).no(),
        },
        Err(error) => Answer::of(text).saying(format!("outboard: {error:#}")).no(),
    }
}
