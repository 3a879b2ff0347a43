//! `outboard backups`: the copies that are kept of a workspace as it was, and one of them back.
//!
//! A workspace that opens becomes as it was by a change, so that undo takes it back. Where the file
//! can't be read, it is kept beside the backup that comes in its place.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::{Args, Subcommand};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::answer::Answer;
use super::names::nearest;
use super::session::Wanted;
use super::text::{aligned, counted};
use super::typed::quoted;
use crate::domain::difference;
use crate::store::{self, Backup, Contents, OpenError, Opened, Places, Ring, Shelf};

/// List the backups of a workspace, or restore one
#[derive(Debug, Args)]
#[command(
    long_about = "List the backups of a workspace, the latest first, or restore one.\n\n\
                  The first save of a session keeps what was there before. Of the last ten sessions \
                  all stay, then the last of a day for fourteen days and of a month for twelve \
                  months."
)]
pub(super) struct Backups {
    #[command(subcommand)]
    deed: Option<Deed>,
}

#[derive(Debug, Subcommand)]
enum Deed {
    Restore(Restore),
}

/// Bring a backup back: in place, or into a file of its own
#[derive(Debug, Args)]
#[command(long_about = "Bring a backup back.\n\n\
                  The workspace becomes as it was, as one step that undo takes back. Where its file \
                  can't be read, the backup takes its place, and the file is kept beside it.")]
struct Restore {
    /// The id of the backup, or its beginning where no other id begins so
    id: String,
    /// Make this file of it instead, byte for byte as it was
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// A workspace's file and its backups.
struct Kept {
    path: PathBuf,
    ring: Ring,
    /// The latest first.
    backups: Vec<Backup>,
}

impl Backups {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let kept = Kept::of(wanted)?;
        match &self.deed {
            None => kept.listed(),
            Some(Deed::Restore(restore)) => restore.run(&kept, wanted),
        }
    }
}

impl Restore {
    fn run(&self, kept: &Kept, wanted: &Wanted) -> Result<Answer> {
        let backup = kept.named(&self.id)?;
        match &self.output {
            Some(output) => kept.restore_into(backup, output),
            None => kept.restore_in_place(backup, wanted),
        }
    }
}

impl Kept {
    fn of(wanted: &Wanted) -> Result<Self> {
        let Some(path) = wanted.file()? else {
            bail!("the backups of which workspace? Name it with -f FILE");
        };
        let ring = Shelf::of(&Places::of_user()?, &path).backups();
        let backups = ring.list()?;
        Ok(Self {
            path,
            ring,
            backups,
        })
    }

    fn listed(&self) -> Result<Answer> {
        if self.backups.is_empty() {
            return Ok(Answer::default().saying(self.nothing()?));
        }
        let mut lines = vec![
            ["when", "id", "size", "what is in it"]
                .map(str::to_owned)
                .to_vec(),
        ];
        for backup in &self.backups {
            lines.push(vec![
                local(backup.time, "%F %T"),
                backup.id.clone(),
                size(backup.size),
                self.what_is_in(backup),
            ]);
        }
        Ok(Answer::of(aligned(&lines)))
    }

    /// What is in a backup; of one that can't be read, why not: the others are told all the same.
    fn what_is_in(&self, backup: &Backup) -> String {
        match self.ring.contents(backup) {
            Ok(contents) => told(&contents),
            Err(error) => error.to_string(),
        }
    }

    /// What to say where there are no backups.
    ///
    /// # Errors
    /// When there is no workspace either.
    fn nothing(&self) -> Result<String> {
        let path = quoted(&self.path);
        if !self.path.exists() {
            bail!(
                "there is no file {path}, and there are no backups of it; was it called otherwise?"
            );
        }
        Ok(format!(
            "There are no backups of {path} yet; the first save of a session makes one"
        ))
    }

    /// The backup whose id begins so.
    fn named(&self, beginning: &str) -> Result<&Backup> {
        let beginning = beginning.to_lowercase();
        let begins_so = |backup: &&Backup| backup.id.starts_with(&beginning);
        let Some(first) = self.backups.iter().find(begins_so) else {
            return Err(self.no_such(&beginning));
        };
        let ids: BTreeSet<_> = self
            .backups
            .iter()
            .filter(begins_so)
            .map(|one| &*one.id)
            .collect();
        if ids.len() > 1 {
            let ids = Vec::from_iter(ids).join(", ");
            bail!(
                "several backups begin with \"{beginning}\": {ids}; type more of the one you mean"
            );
        }
        Ok(first)
    }

    fn no_such(&self, beginning: &str) -> anyhow::Error {
        if self.backups.is_empty() {
            return self
                .nothing()
                .map_or_else(|error| error, |told| anyhow!(told));
        }
        let way_on = match nearest(beginning, self.backups.iter().map(|backup| &*backup.id)) {
            near if near.is_empty() => "`outboard backups` lists them".to_owned(),
            near => format!("did you mean {}?", near.join(" or ")),
        };
        anyhow!("no backup begins with \"{beginning}\"; {way_on}")
    }

    fn restore_into(&self, backup: &Backup, output: &Path) -> Result<Answer> {
        store::restore_into(output, &self.ring.read(backup)?)?;
        let (when, output) = (in_words(backup), quoted(output));
        Ok(Answer::default().saying(format!("Wrote the backup of {when} to {output}")))
    }

    fn restore_in_place(&self, backup: &Backup, wanted: &Wanted) -> Result<Answer> {
        let restored = self.opened(backup)?;
        let label = format!("Restored the backup of {}", in_words(backup));
        match store::open(&self.path) {
            Ok(present) => {
                let trouble = self.keep(&present);
                let session = wanted.write()?;
                let change = difference(session.workspace(), &restored.workspace, label);
                Ok(session.commit(change)?.saying_all(trouble))
            }
            Err(OpenError::Missing(_) | OpenError::Broken { .. }) => {
                let content = restored.manuscript.in_the_file().as_bytes();
                let kept = store::restore_over(&self.path, content)?;
                let kept = kept
                    .iter()
                    .map(|copy| format!("What was there is {}", quoted(copy)));
                let done = format!("{label} ({})", self.path.display());
                Ok(Answer::default().saying(done).saying_all(kept))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The backup as a workspace.
    fn opened(&self, backup: &Backup) -> Result<Opened> {
        let why_not = match self.ring.contents(backup)? {
            Contents::Workspace { .. } => return Ok(self.ring.open(backup)?),
            Contents::Unreadable => "can't be read as a workspace",
            Contents::Damaged => "is damaged",
        };
        let id = &backup.id;
        bail!(
            "the backup {id} {why_not}; `outboard backups restore {id} -o FILE` makes a file of it"
        )
    }

    /// Keeps what is there, and says why it could not.
    fn keep(&self, present: &Opened) -> Option<String> {
        let content = present.manuscript.in_the_file().as_bytes();
        let error = self.ring.keep(content, Timestamp::now()).err()?;
        Some(format!("What was there is not among the backups: {error}"))
    }
}

/// What is in a backup, in a few words.
pub(super) fn told(contents: &Contents) -> String {
    match contents {
        Contents::Workspace {
            name,
            outcomes,
            jobs,
        } => {
            let (outcomes, jobs) = (counted(*outcomes, "outcome"), counted(*jobs, "job"));
            format!("{}: {outcomes}, {jobs}", name.replace('\n', " "))
        }
        Contents::Unreadable => "can't be read as a workspace".to_owned(),
        Contents::Damaged => "damaged: not what was kept".to_owned(),
    }
}

/// When a backup was made, where the person is: `22 Nov 2026, 15:05`.
pub(super) fn in_words(backup: &Backup) -> String {
    local(backup.time, "%-d %b %Y, %H:%M")
}

fn local(time: Timestamp, format: &str) -> String {
    time.to_zoned(TimeZone::system())
        .strftime(format)
        .to_string()
}

/// A size as people read it: `34 kB`.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
