//! The thread that saves while the program goes on, and sees when somebody else writes the file. It
//! owns a replica of the workspace, which it brings up to date with what it is told; so the loop's
//! thread never copies or writes a workspace.
//!
//! What is done is in the journal before [`Saver::save`] returns, and so before it is seen. What
//! could not be written is kept, and written with whatever comes next.

mod clerk;
mod outside;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

use jiff::Timestamp;

use super::Held;
use super::error::{SaveError, Trouble};
use super::journal::Journal;
use crate::domain::history::{Deed, History};
use crate::domain::merge::Merged;
use clerk::Clerk;

/// The loop's end of the thread that saves.
#[derive(Debug)]
pub struct Saver {
    orders: Sender<Order>,
    journal: Option<Journal>,
    thread: JoinHandle<Option<Report>>,
}

/// What a session begins with.
#[derive(Clone, Debug)]
pub struct Begin {
    /// The folder in which that is kept which can be saved neither in the file nor beside it.
    pub shelter: Option<PathBuf>,
    /// When it is.
    pub time: Timestamp,
    /// The revision of the workspace as it was opened.
    pub revision: u64,
    /// What becomes of that which can't be saved when the session ends.
    pub end: End,
}

/// What becomes of that which can't be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is kept in a file of its own, and brought back when the workspace is opened again.
    KeepCopy,
    /// It counts as not done: whoever asked for it is told, and asks again.
    TakeBack,
}

/// What the thread has to tell.
#[derive(Clone, Debug)]
pub enum Report {
    /// The steps of earlier sessions, which this one's come after.
    Recalled(History),
    /// Everything up to a revision is in the file and durable.
    Saved(Saved),
    /// Not everything is in the file; the work is kept and tried again with the next change.
    Failed(Failed),
    /// Somebody else has written the file: theirs merged with what was done here up to a revision.
    /// [`Saver::took`] or [`Saver::refused`] has to answer; until then nothing is written. Where more
    /// was done since, it has to be merged again: [`Saver::merge_again`].
    Outside(u64, Box<Merged>),
    /// Something that can't be kept as it should, but is not lost as long as saving works.
    Warning(String),
}

/// A save that worked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The revision, as it was given with what happened.
    pub revision: u64,
    /// How many comments stood inside records that were edited or removed, and are gone.
    pub dropped_comments: usize,
    /// Where that which somebody else had written is kept.
    pub kept: Option<PathBuf>,
}

/// A save that did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The latest revision that is not in the file.
    pub revision: u64,
    /// Why not.
    pub error: SaveError,
    /// Where the whole workspace is kept instead, once the program ends.
    pub kept: Option<PathBuf>,
}

#[derive(Debug)]
enum Order {
    /// What happened, the revision it leads to, and its number in the journal.
    Save(Deed, u64, Option<u64>),
    Write(Way),
    /// See whether somebody else has written the file.
    Look,
    Outside(Answer),
}

/// What became of that which somebody else had written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// It was taken in; where it says so, not all of it.
    Took { in_full: bool },
    /// It could not be taken in.
    Refused,
    /// More was done meanwhile.
    MergeAgain,
}

/// How a save is to be made.
#[derive(Debug)]
enum Way {
    /// Only over what was read or written last.
    Carefully,
    /// Over whatever is there, which is kept.
    Anyway,
    /// Into another file.
    Into(PathBuf),
}

impl Saver {
    /// Starts the thread with a workspace as it was opened; `tell` is called on that thread.
    pub fn start(held: Held, begin: Begin, tell: impl Fn(Report) + Send + 'static) -> Self {
        let (orders, taken) = channel();
        let journal = held.keeping.journal.clone();
        let mut clerk = Clerk::new(held, begin, Box::new(tell));
        let thread = std::thread::spawn(move || clerk.work(&taken));
        Self {
            orders,
            journal,
            thread,
        }
    }

    /// Keeps what happened in the journal, then has it saved, with the revision that it leads to.
    /// Never waits for a disk; what waits is written together.
    pub fn save(&self, deed: Deed, revision: u64) {
        let kept = self.journal.as_ref().map(|journal| journal.append(&deed));
        let number = kept.and_then(Result::ok);
        self.order(Order::Save(deed, revision, number));
    }

    /// Waits until all that was done is on the disk, in the journal if not yet in the file: then a
    /// power cut takes nothing.
    ///
    /// # Errors
    /// When the journal can't be written.
    pub fn sync(&self) -> io::Result<()> {
        self.journal.as_ref().map_or(Ok(()), Journal::sync)
    }

    /// Has what could not be saved tried again.
    pub fn retry(&self) {
        self.order(Order::Write(Way::Carefully));
    }

    /// Has the file written although somebody else has changed it; theirs is kept beside it.
    pub fn save_anyway(&self) {
        self.order(Order::Write(Way::Anyway));
    }

    /// Has everything written into another file, which must not be there yet, and all that follows.
    pub fn save_as(&self, path: PathBuf) {
        self.order(Order::Write(Way::Into(path)));
    }

    /// Has it looked at once whether somebody else has written the file.
    pub fn look(&self) {
        self.order(Order::Look);
    }

    /// Answers that what somebody else had written was taken in; where that was not all of it, their
    /// file is kept as well.
    pub fn took(&self, in_full: bool) {
        self.order(Order::Outside(Answer::Took { in_full }));
    }

    /// Answers that what somebody else had written could not be taken in.
    pub fn refused(&self) {
        self.order(Order::Outside(Answer::Refused));
    }

    /// Has what somebody else wrote merged again, with everything that was done until now.
    pub fn merge_again(&self) {
        self.order(Order::Outside(Answer::MergeAgain));
    }

    fn order(&self, order: Order) {
        // A thread that is gone took its reason along; `finish` tells.
        let _ = self.orders.send(order);
    }

    /// Waits until everything is written, and gives what was last reported of a save; none where
    /// nothing was ever to be saved. What failed before is tried once more, and if it fails again,
    /// kept in a file of its own.
    pub fn finish(self) -> Option<Report> {
        drop(self.orders);
        self.thread.join().unwrap_or_else(|_| {
            Some(Report::Failed(Failed {
                revision: 0,
                error: fault(PathBuf::from("the workspace")),
                kept: None,
            }))
        })
    }
}

/// A failure that is the program's own fault.
fn fault(path: PathBuf) -> SaveError {
    let why = "the program failed while it saved. What you did is in the journal: open the \
               workspace again to bring it back";
    let trouble = Trouble::Other(why.to_owned());
    SaveError::Trouble { path, trouble }
}

#[cfg(test)]
mod tests;
