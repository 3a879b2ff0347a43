//! The journal of a workspace: everything that was done to it, line by line, kept before it is seen
//! on a screen. It brings back what no save has reached, and it is what undo and redo go by in the
//! next session and on the command line.
//!
//! It is only ever added to; what is too much goes when a session ends, by a whole new file put in
//! its place. It never says what is in a workspace, only how one became another: the file of the
//! workspace stays the truth.
//!
//! # How it is written
//! A line is the checksum of what follows, a blank, and a [`Line`] in JSON. The first says whose
//! journal it is. A deed is counted by its number. Before a save, a mark says which deeds the file
//! will have, and its fingerprint; after it, a second mark says that it has. So however a session
//! ends, the file is found among the marks.
//!
//! # How it is read ([`past`])
//! | case | rule |
//! | --- | --- |
//! | the last line is torn | it was never seen: it is cut off |
//! | a line before is damaged, or a deed is missing | what came before can't be undone any more; what comes after counts from the next mark on |
//! | the file has the last mark that was reached, or a later one | the deeds after that mark are done to it anew |
//! | the file has an earlier mark | somebody put it back: it counts as it is, and undo goes on from there; deeds that no save had reached are kept in a copy beside it |
//! | the file has none of the marks | somebody else wrote it: deeds that no save had reached are merged with it, and undo begins anew |
//! | it is another workspace's, of a later version, or no journal | it is put aside and a new one begun |

mod line;
pub(super) mod past;

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::atomic;
use super::fingerprint::Fingerprint;
use super::fs::Disk;
use crate::domain::history::Deed;
use line::{Line, Owner, written};
use past::{Past, Place, Steps};

/// How much longer than needed a journal may grow before it is written anew, in bytes.
const MUCH: u64 = 8 << 20;

/// How many steps a journal keeps when it is written anew.
const KEPT: usize = 500;

/// How a journal gets the time.
pub type Clock = fn() -> Timestamp;

/// A journal and the workspace that it is of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    /// The journal's file.
    pub(super) journal: &'a Path,
    /// The workspace's file.
    pub(super) workspace: &'a Path,
}

/// A journal that is added to. Copies of it write to the same file; the loop and the thread that
/// saves have one each.
#[derive(Clone, Debug)]
pub(super) struct Journal {
    path: PathBuf,
    /// The workspace whose journal it is.
    owner: PathBuf,
    clock: Clock,
    end: Arc<Mutex<End>>,
}

/// Where a journal is added to.
#[derive(Debug)]
struct End {
    file: File,
    /// How many deeds there were.
    number: u64,
    /// Whether the file ends in a line that was not written to its end.
    is_torn: bool,
}

/// Whether the file is known to have what a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reached {
    NotYet,
    Yes,
}

impl Journal {
    /// Begins a journal, or goes on with one of which the past is known.
    pub(super) fn open(source: Source<'_>, at: Place, clock: Clock) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(source.journal)?;
        if file.metadata()?.len() != at.whole {
            file.set_len(at.whole)?;
        }
        let end = End {
            file,
            number: at.number,
            is_torn: false,
        };
        let journal = Self {
            path: source.journal.to_owned(),
            owner: source.workspace.to_owned(),
            clock,
            end: Arc::new(Mutex::new(end)),
        };
        if at.whole == 0 {
            journal
                .end()
                .add(&Line::Journal(Owner::of(source.workspace)))?;
        }
        Ok(journal)
    }

    /// Adds what happened and gives its number. It is kept when the program is killed, and after
    /// [`Journal::sync`] also when the power fails.
    pub(super) fn append(&self, deed: &Deed) -> io::Result<u64> {
        let mut end = self.end();
        // A deed that can't be written is missed by its number.
        end.number += 1;
        let number = end.number;
        let time = (self.clock)().as_second();
        end.add(&Line::Deed(line::Numbered {
            number,
            time,
            deed: deed.clone(),
        }))?;
        Ok(number)
    }

    /// Adds that the file has every deed up to a number, or will have after the save that begins.
    pub(super) fn mark(&self, number: u64, file: Fingerprint, reached: Reached) -> io::Result<()> {
        let mut end = self.end();
        let mark = line::Mark {
            number,
            last: end.number,
            file: file.to_string(),
            reached: reached == Reached::Yes,
        };
        end.add(&Line::Mark(mark))
    }

    /// Waits until all that was added is on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        let file = self.end().file.try_clone()?;
        file.sync_data()
    }

    /// The number of the last deed.
    pub(super) fn number(&self) -> u64 {
        self.end().number
    }

    /// Writes the journal anew where it has grown long: the last steps, and that the file has them.
    /// Nothing may be added meanwhile.
    pub(super) fn shorten(&self, file: Fingerprint) -> io::Result<()> {
        if self.end().file.metadata()?.len() <= MUCH {
            return Ok(());
        }
        let steps = self.past()?.steps().latest(KEPT);
        write_anew(self.source(), &steps, file, None)
    }

    /// What it tells of the past.
    pub(super) fn past(&self) -> io::Result<Past> {
        Past::read(self.source())
    }

    fn source(&self) -> Source<'_> {
        Source {
            journal: &self.path,
            workspace: &self.owner,
        }
    }

    fn end(&self) -> MutexGuard<'_, End> {
        // A line is added whole or marked as torn: a thread that died meanwhile spoils nothing.
        self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl End {
    fn add(&mut self, line: &Line) -> io::Result<()> {
        let mut text = written(line)?;
        if self.is_torn {
            text.insert(0, '\n');
        }
        self.is_torn = true;
        self.file.write_all(text.as_bytes())?;
        self.is_torn = false;
        Ok(())
    }
}

/// Puts a journal in place of another, in one piece: steps that a file has, and, with its time in
/// seconds since 1970, a deed that it has not.
pub(super) fn write_anew(
    source: Source<'_>,
    steps: &Steps,
    file: Fingerprint,
    missing: Option<(i64, Deed)>,
) -> io::Result<()> {
    let mut text = written(&Line::Journal(Owner::of(source.workspace)))?;
    let mut last = 0;
    for ((time, deed), number) in steps.deeds().zip(1..) {
        let numbered = line::Numbered { number, time, deed };
        text += &written(&Line::Deed(numbered))?;
        last = number;
    }
    text += &written(&Line::Mark(line::Mark {
        number: last,
        last,
        file: file.to_string(),
        reached: true,
    }))?;
    if let Some((time, deed)) = missing {
        let number = last + 1;
        text += &written(&Line::Deed(line::Numbered { number, time, deed }))?;
    }
    atomic::put(&Disk, source.journal, &text).map_err(io::Error::other)
}

#[cfg(test)]
mod tests;
