//! `outboard` itself and `demo`: a workspace in the terminal, or its board as text where there is
//! no terminal.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::answer::Answer;
use super::names;
use super::new;
use super::session::{Wanted, open as open_file, remarks, remember};
use super::show;
use crate::domain::text::clean;
use crate::store::{self, Lifecycle, Places};
use crate::tui;

/// Opens the workspace that is named, else the one used last, else the sample.
pub(super) fn open(wanted: &Wanted) -> Result<ExitCode> {
    must_be_no_command(wanted)?;
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
    // A workspace that can't be noted as the one used last is opened all the same.
    let forgotten = remember(&path).err().map(|error| error.to_string());
    let remarks: Vec<_> = forgotten.into_iter().chain(remarks(&opened)).collect();
    let greeting = Some(remarks.join("; ")).filter(|greeting| !greeting.is_empty());
    tui::run(tui::Start { opened, greeting })
}

/// What is no file and nearly a command is a slip of the fingers: no workspace is made of it.
fn must_be_no_command(wanted: &Wanted) -> Result<()> {
    let Some(path) = wanted.named().filter(|path| !path.exists()) else {
        return Ok(());
    };
    let typed = path.to_string_lossy();
    let tree = super::tree();
    let commands = tree.get_subcommands().map(clap::Command::get_name);
    match names::nearest(&typed, commands).first() {
        Some(near) => bail!("there is no file {typed}; did you mean `outboard {near}`?"),
        None => Ok(()),
    }
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
    tui::run(tui::Start {
        opened: open_file(&path)?,
        greeting: Some(greeting.to_owned()),
    })
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
