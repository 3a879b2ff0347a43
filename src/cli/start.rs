//! `outboard` itself and `demo`: a workspace in the terminal, or its board as text where there is
//! no terminal.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::answer::Answer;
use super::new;
use super::session::{Wanted, open as open_file, remarks, remember};
use super::show;
use crate::domain::text::clean;
use crate::store::{self, Lifecycle, Opened, Places};
use crate::tui;

/// Opens the workspace that is named, else the one used last, else the sample.
pub(super) fn open(wanted: &Wanted) -> Result<ExitCode> {
    if !io::stdout().is_terminal() {
        return show::board(wanted.read()?).give();
    }
    let path = match wanted.file()? {
        Some(path) => path,
        None => Places::of_user()?.ensure_sample()?,
    };
    if wanted.named().is_some() && !path.exists() {
        offer(&path)?;
    }
    let opened = open_file(&path)?;
    let forgotten = remember(&path).err();
    let warnings = remarks(&opened);
    let greeting = forgotten.map(|error| error.to_string()).into_iter();
    enter(opened, greeting.chain(warnings).collect())
}

/// Opens a copy of the sample that is gone afterwards.
pub(super) fn demo() -> Result<ExitCode> {
    if !io::stdout().is_terminal() {
        return Answer::of(show::board_text(&store::sample())).give();
    }
    let folder = tempfile::Builder::new().prefix("outboard-").tempdir();
    let folder = folder.context("a folder for the copy of the sample could not be made")?;
    let path = folder.path().join("sample.ron");
    store::create_sample(&path)?;
    let greeting = "A copy of the sample to try things on: it is gone when you leave";
    enter(open_file(&path)?, vec![greeting.to_owned()])
}

/// Shows a workspace in the terminal until the person leaves.
fn enter(opened: Opened, greeting: Vec<String>) -> Result<ExitCode> {
    let greeting = Some(greeting.join("; ")).filter(|greeting| !greeting.is_empty());
    tui::run(tui::Start { opened, greeting })
}

/// Offers to make a workspace where there is none.
fn offer(path: &Path) -> Result<()> {
    let question = format!(
        "There is no file {}. Make a workspace there, with the stages of the Loop? [y/N] ",
        path.display()
    );
    if !io::stdin().is_terminal() || !says_yes(&question)? {
        bail!(
            "there is no file {0}; `outboard new {0}` makes it",
            path.display()
        );
    }
    new::make(path, Lifecycle::Loop, None)
}

fn says_yes(question: &str) -> Result<bool> {
    let mut out = io::stdout().lock();
    out.write_all(clean(question).text.as_bytes())?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "Yes"))
}
