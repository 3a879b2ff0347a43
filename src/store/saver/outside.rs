//! What somebody else writes into the file while it is open: seen, merged, and answered by the loop
//! before anything is written over it.

use super::clerk::{Clerk, Owed};
use super::{Answer, Report};
use crate::domain::Workspace;
use crate::domain::history::{Deed, Moment};
use crate::domain::merge::{Merged, merge};
use crate::store::error::SaveError;
use crate::store::watch::{Seen, Stamp, see};
use crate::store::{Disk, Manuscript, atomic};

/// What somebody else has written.
#[derive(Debug)]
pub(super) struct Pending {
    theirs: Option<Theirs>,
}

/// A workspace that somebody else has written. Where it can't be merged, there is none, and the
/// user has to choose.
#[derive(Debug)]
struct Theirs {
    workspace: Workspace,
    manuscript: Manuscript,
}

/// What came of looking at the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// What is known; or the same in other words, which are known now.
    Known,
    /// Something else: the loop was told and will answer.
    Told,
    /// Something that can't be taken in.
    Refused,
}

impl Pending {
    /// Whether the user has to choose.
    pub(super) fn is_refused(&self) -> bool {
        self.theirs.is_none()
    }
}

impl Clerk {
    /// Looks whether the file is another, and tells the loop if somebody else has written it.
    pub(super) fn look(&mut self) -> Sight {
        let is_asked = self
            .pending
            .as_ref()
            .is_some_and(|there| !there.is_refused());
        let stamp = Stamp::of(&self.path);
        if is_asked || stamp.is_none() || stamp == self.stamp {
            return Sight::Known;
        }
        self.see()
    }

    /// Reads the file, whatever its stamp is.
    pub(super) fn see(&mut self) -> Sight {
        self.stamp = Stamp::of(&self.path);
        match see(&self.path, self.manuscript.in_the_file()) {
            Seen::Same | Seen::Gone => {
                self.pending = None;
                Sight::Known
            }
            Seen::Unreadable(error) => {
                self.pending = Some(Pending { theirs: None });
                self.refusal = SaveError::Unreadable {
                    path: self.path.clone(),
                    why: error.to_string(),
                };
                Sight::Refused
            }
            Seen::Changed(theirs) if theirs.workspace == self.base => {
                self.manuscript = theirs.manuscript;
                self.pending = None;
                Sight::Known
            }
            Seen::Changed(theirs) => {
                let theirs = Some(Theirs {
                    workspace: theirs.workspace,
                    manuscript: theirs.manuscript,
                });
                self.pending = Some(Pending { theirs });
                self.merge()
            }
        }
    }

    /// Merges what somebody else has written with what was done here, and tells the loop.
    fn merge(&mut self) -> Sight {
        let Some(merged) = self.merged() else {
            return self.refuse();
        };
        self.tell(Report::Outside(self.revision, Box::new(merged)));
        Sight::Told
    }

    fn merged(&self) -> Option<Merged> {
        let theirs = self.pending.as_ref()?.theirs.as_ref()?;
        merge(&self.base, self.replica.workspace(), &theirs.workspace).ok()
    }

    fn refuse(&mut self) -> Sight {
        self.pending = Some(Pending { theirs: None });
        self.refusal = SaveError::ChangedOutside(self.path.clone());
        Sight::Refused
    }

    /// Takes in what the loop says of what somebody else has written.
    pub(super) fn answered(&mut self, answer: Answer) {
        match answer {
            Answer::Took { in_full } => self.took(in_full),
            Answer::Refused => {
                self.refuse();
            }
            Answer::MergeAgain if self.pending.is_some() => {
                self.merge();
            }
            // Both were kept meanwhile: nothing waits any more.
            Answer::MergeAgain => {}
        }
    }

    /// What somebody else has written is part of the replica. Where that is not all of it, their
    /// file is kept.
    fn took(&mut self, in_full: bool) {
        let Some(Pending {
            theirs: Some(theirs),
        }) = self.pending.take()
        else {
            return;
        };
        if !in_full {
            let text = theirs.manuscript.in_the_file().as_bytes();
            match atomic::put_beside(&Disk, &self.path, "conflict", text) {
                Ok(copy) => self.kept = Some(copy),
                Err(error) => {
                    let error = SaveError::trouble(&self.path, &error);
                    self.warn(format!("Their version could not be kept: {error}"));
                    // It must not be written over then: the user has to choose.
                    self.owed = Owed::Writing;
                    self.refuse();
                    return;
                }
            }
        }
        // What they wrote stays as it stands: an editor that has it open is not to find it changed.
        let has_all = theirs.workspace == *self.replica.workspace()
            && theirs.manuscript.text() == theirs.manuscript.in_the_file();
        self.owed = if has_all { Owed::Word } else { Owed::Writing };
        self.base = theirs.workspace;
        self.manuscript = theirs.manuscript;
    }

    /// Takes in what somebody else has written where no loop is left to do it.
    pub(super) fn take_in_alone(&mut self) {
        let Some(merged) = self.merged() else {
            return;
        };
        let Ok(deed) = self.replica.commit(merged.change, Moment::ALONE) else {
            self.refuse();
            return;
        };
        if let (Some(deed), Some(journal)) = (deed, &self.keeping.journal) {
            self.number = journal.append(&deed).ok();
            self.done.push(Deed::Undone);
        }
        self.took(merged.conflicts.list().is_empty());
    }
}
