//! The thread that saves while the program goes on. It owns a replica of the workspace, which it
//! brings up to date with the changes that it is sent; so the loop's thread never copies or writes
//! a workspace.
//!
//! What could not be written is kept, and written with whatever comes next.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::error::{SaveError, Trouble};
use super::places::make_folder;
use super::{Manuscript, Opened, atomic, save, save_anyway};
use crate::domain::Document;
use crate::domain::history::Deed;

/// The loop's end of the thread that saves.
#[derive(Debug)]
pub struct Saver {
    orders: Sender<Order>,
    thread: JoinHandle<Option<Report>>,
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Everything up to a revision is in the file and durable.
    Saved {
        /// The revision, as it was given with its change.
        revision: u64,
        /// How many comments stood inside records that were edited or removed, and are gone.
        dropped_comments: usize,
        /// Where that which somebody else had written is kept, after a save that was to be made
        /// anyway.
        kept: Option<PathBuf>,
    },
    /// Not everything is in the file; the work is kept and tried again with the next change.
    Failed {
        /// The latest revision that is not in the file.
        revision: u64,
        /// Why not.
        error: SaveError,
        /// Where the whole workspace is kept instead, once the program ends.
        kept: Option<PathBuf>,
    },
}

#[derive(Debug)]
enum Order {
    Save(Deed, u64),
    Write(Way),
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
    /// Starts the thread with a workspace as it was opened; `tell` is called on that thread. What
    /// can't be saved in the end is kept beside the file, or else in the folder `shelter`.
    pub fn start(
        opened: Opened,
        shelter: Option<PathBuf>,
        tell: impl Fn(Report) + Send + 'static,
    ) -> Self {
        let (orders, taken) = channel();
        let mut clerk = Clerk {
            path: opened.path,
            shelter,
            manuscript: opened.manuscript,
            replica: Document::new(opened.workspace),
            revision: 0,
            is_behind: false,
            lost: false,
        };
        let thread = std::thread::spawn(move || clerk.work(&taken, tell));
        Self { orders, thread }
    }

    /// Has what happened saved, with the revision that it leads to. Never blocks; what waits is
    /// written together.
    pub fn save(&self, deed: Deed, revision: u64) {
        self.order(Order::Save(deed, revision));
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

    fn order(&self, order: Order) {
        // A thread that is gone took its reason along; `finish` tells.
        let _ = self.orders.send(order);
    }

    /// Waits until everything is written, and gives what was last reported; none where nothing was
    /// ever to be saved. What failed before is tried once more, and if it fails again, kept in a
    /// file of its own.
    pub fn finish(self) -> Option<Report> {
        drop(self.orders);
        self.thread.join().unwrap_or_else(|_| {
            let trouble = Trouble::Other("the program failed while it saved".to_owned());
            let path = PathBuf::from("the workspace");
            let error = SaveError::Trouble { path, trouble };
            Some(Report::Failed {
                revision: 0,
                error,
                kept: None,
            })
        })
    }
}

/// What the thread has at hand.
struct Clerk {
    path: PathBuf,
    /// A folder for what can be kept nowhere else.
    shelter: Option<PathBuf>,
    manuscript: Manuscript,
    replica: Document,
    /// The latest revision that the replica has.
    revision: u64,
    /// Whether the replica has more than the file.
    is_behind: bool,
    /// Whether a change did not fit, so that the replica must not be written any more.
    lost: bool,
}

impl Clerk {
    fn work(&mut self, orders: &Receiver<Order>, tell: impl Fn(Report)) -> Option<Report> {
        let mut last = None;
        while let Ok(first) = orders.recv() {
            let mut way = Way::Carefully;
            for order in std::iter::once(first).chain(orders.try_iter()) {
                match order {
                    Order::Save(deed, revision) => self.follow(&deed, revision),
                    Order::Write(wanted) => way = wanted,
                }
            }
            if let Some(report) = self.write(way) {
                tell(report.clone());
                last = Some(report);
            }
        }
        self.write(Way::Carefully)
            .map(|report| self.kept(report))
            .or(last)
    }

    /// A last report; after a save that failed, with the copy that keeps the work.
    fn kept(&self, report: Report) -> Report {
        match report {
            Report::Failed {
                revision, error, ..
            } => Report::Failed {
                revision,
                error,
                kept: self.copy(),
            },
            Report::Saved { .. } => report,
        }
    }

    /// Writes what is not in the file to a file of its own.
    fn copy(&self) -> Option<PathBuf> {
        let revised = self.manuscript.revised(self.replica.workspace());
        let text = revised.manuscript.text().as_bytes();
        let keep = |place: &Path| atomic::put_beside(&super::Disk, place, "unsaved", text).ok();
        keep(&self.path).or_else(|| {
            let shelter = self.shelter.as_ref()?;
            make_folder(shelter).ok()?;
            keep(&shelter.join(self.path.file_name()?))
        })
    }

    fn follow(&mut self, deed: &Deed, revision: u64) {
        self.lost |= self.replica.follow(deed).is_err();
        self.revision = revision;
        self.is_behind = true;
    }

    /// Writes what is not in the file; none where there is nothing to do.
    fn write(&mut self, way: Way) -> Option<Report> {
        if !self.is_behind && !matches!(way, Way::Into(_)) {
            return None;
        }
        let revision = self.revision;
        Some(match self.written(way) {
            Ok((dropped_comments, kept)) => {
                self.is_behind = false;
                Report::Saved {
                    revision,
                    dropped_comments,
                    kept,
                }
            }
            Err(error) => Report::Failed {
                revision,
                error,
                kept: None,
            },
        })
    }

    /// The comments that were dropped and where somebody else's file is kept.
    fn written(&mut self, way: Way) -> Result<(usize, Option<PathBuf>), SaveError> {
        let workspace = self.replica.workspace();
        if self.lost {
            let trouble = "a change did not fit what was saved before; this is a fault of the \
                           program. Copy what you need, then open the workspace again";
            return Err(SaveError::Trouble {
                path: self.path.clone(),
                trouble: Trouble::Other(trouble.to_owned()),
            });
        }
        match way {
            Way::Carefully => {
                let saved = save(&self.path, &mut self.manuscript, workspace)?;
                Ok((saved.dropped_comments, saved.kept))
            }
            Way::Anyway => {
                let kept = save_anyway(&self.path, &mut self.manuscript, workspace)?;
                Ok((0, kept))
            }
            Way::Into(path) => {
                let revised = self.manuscript.revised(workspace).proofread(&path)?;
                atomic::create(&super::Disk, &path, revised.manuscript.text())?;
                self.manuscript = revised.manuscript;
                self.path = path;
                Ok((revised.dropped_comments, None))
            }
        }
    }
}

#[cfg(test)]
mod tests;
