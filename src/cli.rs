//! The command line: what is typed after `outboard`, done and answered.
//!
//! Every command is a file in here: its arguments, and a `run` that gives an `Answer`.
//! Data goes to standard output, everything else to standard error; nothing that a file or an
//! argument says reaches a terminal as a control character. One command makes one change. What the
//! product means stands in `domain` and `insight`; nothing is reckoned here.
//!
//! | module | what it is for |
//! | --- | --- |
//! | `start` | `outboard` itself and `demo`: the workspace in the terminal |
//! | `mend` | a file that can't be read, until it can |
//! | `session` | which file is meant; opened, changed, saved |
//! | `fill` | typed fields become a change |
//! | `names` | what an id on the command line names, and the nearest when it names nothing |
//! | `typed` | the words and texts that arguments take |
//! | `json` | the workspace as JSON |
//! | `screen` | what standard output is |
//! | `text` | the screens as plain text |

mod add;
mod answer;
mod backups;
mod check;
mod completions;
mod doctor;
mod edit;
mod export;
mod fill;
mod history;
mod import;
mod json;
mod keys;
mod man;
mod mend;
mod names;
mod new;
mod rank;
mod record;
mod screen;
mod session;
mod set;
mod show;
mod start;
mod text;
mod typed;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::domain::text::clean;
use answer::Answer;
use session::Wanted;

/// What was typed after `outboard`.
#[derive(Debug, Parser)]
#[command(
    name = "outboard",
    version,
    about = "Plan and steer how customers succeed, stage by stage",
    long_about = "A terminal workspace in which a product manager plans and steers how customers \
                  succeed, stage by stage.\n\n\
                  `outboard` opens the workspace used last; the first time, a filled sample. \
                  `outboard FILE` opens a workspace; where FILE is not there, it is offered to be \
                  made. Where standard output is no terminal, the board is printed as text.",
    max_term_width = 100
)]
pub struct Arguments {
    /// The workspace to open
    #[arg(value_name = "FILE", conflicts_with = "file")]
    opened: Option<PathBuf>,
    /// The workspace; else the file that the variable OUTBOARD_FILE names, else the one used last
    #[arg(short, long, value_name = "FILE", global = true)]
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Open a throw-away copy of the sample; nothing of yours is touched
    Demo,
    New(new::New),
    Show(show::Show),
    Rank(rank::Rank),
    Check(check::Check),
    /// Add an outcome, a job, an initiative, a KPI, a need, evidence, an assumption, a stage or a
    /// segment; its id is printed, where it has one
    #[command(subcommand)]
    Add(add::Add),
    Set(set::Set),
    Move(edit::Move),
    Remove(edit::Remove),
    Record(record::Record),
    /// Take in what other programs have: the answers of a survey
    #[command(subcommand)]
    Import(import::Import),
    Export(export::Export),
    Backups(backups::Backups),
    /// Take back the last step, whether the terminal or a command made it
    Undo,
    /// Make the last step undone again
    Redo,
    History(history::History),
    /// Open the workspace in the terminal to look at, and keep up with the file
    Follow,
    Keys(keys::Keys),
    /// Tell where files are kept, what the terminal says, and whether the workspace opens
    Doctor,
    Completions(completions::Completions),
    /// Print the manual page
    Man,
}

impl Arguments {
    /// The arguments of this process. Ends it after `--help`, `--version` and a mistake.
    pub fn of_process() -> Self {
        let parsed = tree()
            .try_get_matches()
            .and_then(|matches| Self::from_arg_matches(&matches));
        parsed.unwrap_or_else(|error| refuse(&error))
    }
}

/// Ends the process with what is wrong with its arguments, or with the help that they ask for. The
/// message quotes them: what they say must not reach the terminal as it stands.
fn refuse(error: &clap::Error) -> ! {
    let is_clean = |argument: OsString| clean(&argument.to_string_lossy()).removed == 0;
    if std::env::args_os().all(is_clean) {
        error.exit();
    }
    answer::say(error.render().to_string().trim_end());
    std::process::exit(error.exit_code());
}

/// The whole tree of commands, with what only this machine knows in its help.
fn tree() -> clap::Command {
    Arguments::command().after_help(doctor::places())
}

/// Does what was typed, and gives the exit status: 0 done, 1 the answer is no, 2 it could not be
/// done.
pub fn run(arguments: Arguments) -> ExitCode {
    answer(arguments).unwrap_or_else(|error| answer::complain(&error))
}

fn answer(arguments: Arguments) -> Result<ExitCode> {
    let wanted = Wanted::new(arguments.opened.or(arguments.file));
    let answer = match arguments.command {
        None => return start::open(&wanted),
        Some(Command::Demo) => return start::demo(),
        Some(Command::New(new)) => new.run(),
        Some(Command::Show(show)) => show.run(&wanted),
        Some(Command::Rank(rank)) => rank.run(&wanted),
        Some(Command::Check(check)) => check.run(&wanted),
        Some(Command::Add(add)) => add.run(&wanted),
        Some(Command::Set(set)) => set.run(&wanted),
        Some(Command::Move(this)) => this.run(&wanted),
        Some(Command::Remove(remove)) => remove.run(&wanted),
        Some(Command::Record(record)) => record.run(&wanted),
        Some(Command::Import(import)) => import.run(&wanted),
        Some(Command::Export(export)) => export.run(&wanted),
        Some(Command::Backups(backups)) => backups.run(&wanted),
        Some(Command::Undo) => history::undo(&wanted),
        Some(Command::Redo) => history::redo(&wanted),
        Some(Command::History(history)) => history.run(&wanted),
        Some(Command::Follow) => return start::follow(&wanted),
        Some(Command::Keys(keys)) => Ok(keys.run()),
        Some(Command::Doctor) => Ok(doctor::run(&wanted)),
        Some(Command::Completions(shell)) => Ok(shell.run()),
        Some(Command::Man) => man::run(),
    };
    answer.and_then(Answer::give)
}
