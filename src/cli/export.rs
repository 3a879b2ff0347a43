//! `outboard export`: what others fill in or read, as a file of its own.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};

use super::answer::Answer;
use super::session::Wanted;
use super::typed::quoted;
use crate::app::workshop::plan::People;
use crate::exchange::ballot::ballot;

/// Write a ballot that a group fills in before a workshop; `import survey` reads it back
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The file to make; - for standard output
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// What to write
    #[arg(long, value_name = "WHAT", value_enum, default_value = "ballot")]
    format: Format,
    /// Who fills it in: names with commas between them, or how many there are
    #[arg(long, value_name = "NAMES", required = true)]
    participants: String,
    /// The highest answer; the lowest is 1
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(2..=100))]
    scale: u8,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A row for each job and participant, to be filled in
    Ballot,
}

impl Export {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let loaded = wanted.read()?;
        let people = People::read(&self.participants);
        let names = people
            .map_err(|problem| anyhow!("--participants: {problem}"))?
            .names();
        let text = match self.format {
            Format::Ballot => ballot(&loaded.workspace, &names, self.scale),
        };
        if self.path.as_os_str() == "-" {
            return Ok(Answer::of(text).saying_all(loaded.remarks));
        }
        let is_sheet = self.path.extension().is_some_and(|ending| ending == "csv");
        if !is_sheet {
            let path = self.path.display();
            bail!("a ballot is a sheet: name a file that ends in .csv, such as {path}.csv");
        }
        write(&self.path, &text)?;
        let path = quoted(&self.path);
        Ok(Answer::default().saying_all(loaded.remarks).saying(format!(
            "Made {path}; once it is filled in, `outboard import survey {path} --source team` takes the answers in"
        )))
    }
}

/// Writes a new file. One that is there may have been filled in: it is left alone.
fn write(path: &Path, text: &str) -> Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match file {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => bail!(
            "{} is there already and was left alone; name another file, or move it away first",
            path.display()
        ),
        file => file.with_context(|| format!("{} could not be made", path.display()))?,
    };
    let written = file.write_all(text.as_bytes());
    written.with_context(|| format!("{} could not be written", path.display()))
}
