//! `outboard undo`, `redo` and `history`: what was done in the terminal or by a command, taken back,
//! made again, and told.

use anyhow::{Result, bail};
use clap::Args;
use jiff::tz::TimeZone;

use super::answer::Answer;
use super::session::Wanted;
use crate::store::{Places, Shelf};

/// Tell what was done to the workspace and can be undone, the latest first
#[derive(Debug, Args)]
pub(super) struct History {
    /// How many steps to tell of
    #[arg(long, value_name = "N", default_value_t = 20)]
    last: usize,
}

impl History {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let Some(path) = wanted.file()? else {
            bail!("which workspace? Name it with -f FILE");
        };
        super::session::open(&path)?;
        let done = Shelf::of(&Places::of_user()?, &path).done()?;
        if done.is_empty() {
            return Ok(Answer::default().saying("Nothing was done that can be undone"));
        }
        let here = TimeZone::system();
        let lines = done.iter().take(self.last).map(|step| {
            let time = step.time.to_zoned(here.clone()).strftime("%Y-%m-%d %H:%M");
            format!("{time}  {}\n", step.what)
        });
        let told = Answer::of(lines.collect::<String>());
        Ok(match done.len().saturating_sub(self.last) {
            0 => told,
            more => told.saying(format!("{more} more: --last {}", done.len())),
        })
    }
}

/// Takes back the last step.
pub(super) fn undo(wanted: &Wanted) -> Result<Answer> {
    wanted.write()?.undo()
}

/// Makes the last step undone again.
pub(super) fn redo(wanted: &Wanted) -> Result<Answer> {
    wanted.write()?.redo()
}
