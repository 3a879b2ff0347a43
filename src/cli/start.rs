//! `outboard` itself and `demo`: a workspace in the terminal, or its board as text where there is
//! no terminal.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::answer::Answer;
use super::mend::{Mended, until_it_opens};
use super::names;
use super::new;
use super::screen;
use super::session::{Wanted, hold, look_at, remarks, remember};
use super::show;
use crate::domain::text::clean;
use crate::store::{self, Held, Lifecycle, Places};
use crate::tui;

/// What is said when the sample opens, so that nobody takes it for their own.
const SAMPLE: &str = "This is the sample to try things on; `outboard new FILE` makes your own";

/// Opens the workspace that is named, else the one used last, else the sample.
pub(super) fn open(wanted: &Wanted) -> Result<ExitCode> {
    must_be_no_command(wanted)?;
    if !screen::is_there() {
        return show::board(wanted.read()?).give();
    }
    let (path, missed) = match wanted.named() {
        Some(path) => {
            // Where there is none afterwards either, opening it says how one is made.
            offer(path)?;
            (path.to_owned(), None)
        }
        None => used_last(&Places::of_user()?)?,
    };
    let (held, mended) = match until_it_opens(&path, hold)? {
        Mended::Opened(held, said) => (held, said),
        Mended::Left(status) => return Ok(status),
    };
    // A workspace that can't be noted as the one used last is opened all the same.
    let forgotten = remember(&path).err().map(|error| error.to_string());
    let sample = is_sample(&path).then(|| SAMPLE.to_owned());
    let remarks: Vec<_> = missed
        .into_iter()
        .chain(mended)
        .chain(sample)
        .chain(forgotten)
        .chain(remarks(&held.opened))
        .chain(held.remarks.iter().cloned())
        .collect();
    let greeting = Some(remarks.join("; ")).filter(|greeting| !greeting.is_empty());
    let only_read = held.is_taken.then(|| "open in another Outboard".to_owned());
    tui::run(tui::Start {
        held,
        only_read,
        greeting,
    })
}

/// Opens a workspace to look at, as whoever has it changes it.
pub(super) fn follow(wanted: &Wanted) -> Result<ExitCode> {
    if !screen::is_there() {
        return show::board(wanted.read()?).give();
    }
    let Some(path) = wanted.file()? else {
        bail!("which workspace? Name it with -f FILE; `outboard new FILE` makes one");
    };
    tui::run(tui::Start {
        held: look_at(&path)?,
        only_read: Some("it follows the file".to_owned()),
        greeting: None,
    })
}

/// Whether a path is the sample's in the user's data folder.
fn is_sample(path: &Path) -> bool {
    Places::of_user().is_ok_and(|places| places.sample() == path)
}

/// What is no file and nearly a command is a slip of the fingers: no workspace is made of it.
fn must_be_no_command(wanted: &Wanted) -> Result<()> {
    let is_word = |path: &&Path| !path.exists() && path.components().count() == 1;
    let word = wanted.named().filter(is_word).and_then(Path::to_str);
    let Some(word) = word.filter(|word| !word.contains('.')) else {
        return Ok(());
    };
    let tree = super::tree();
    let commands = tree.get_subcommands().map(clap::Command::get_name);
    match names::nearest(word, commands).first() {
        Some(near) => bail!(
            "there is no file {word}; did you mean `outboard {near}`? \
             `outboard new {word}` makes a workspace"
        ),
        None => Ok(()),
    }
}

/// The workspace used last, else the sample; and what is to be said where another one would have
/// come first, but is gone.
fn used_last(places: &Places) -> Result<(PathBuf, Option<String>)> {
    let path = match places.last_used() {
        Some(path) => path,
        None => places.ensure_sample()?,
    };
    let first = places.recent().into_iter().next();
    let gone = first.filter(|first| *first != path);
    let missed = gone.map(|gone| format!("{} is not there any more", gone.display()));
    Ok((path, missed))
}

/// Opens a copy of the sample that is gone afterwards.
pub(super) fn demo() -> Result<ExitCode> {
    if !screen::is_there() {
        return Answer::of(show::board_text(&store::sample())).give();
    }
    let folder = tempfile::Builder::new().prefix("outboard-").tempdir();
    let folder = folder.context("a folder for the copy of the sample could not be made")?;
    let path = folder.path().join("sample.ron");
    store::create_sample(&path)?;
    let greeting = "A copy of the sample to try things on: it is gone when you leave";
    tui::run(tui::Start {
        held: Held::without_journal(&path)?,
        only_read: None,
        greeting: Some(greeting.to_owned()),
    })
}

/// Makes a workspace where there is no file, if the person says so.
fn offer(path: &Path) -> Result<()> {
    let question = format!(
        "There is no file {}. Make a workspace there, with the stages of the Loop? [y/N] ",
        path.display()
    );
    if !path.exists() && io::stdin().is_terminal() && says_yes(&question)? {
        new::make(path, Lifecycle::Loop, None)?;
    }
    Ok(())
}

fn says_yes(question: &str) -> Result<bool> {
    let mut out = io::stdout().lock();
    out.write_all(clean(question).text.as_bytes())?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "Yes"))
}
