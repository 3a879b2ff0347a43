//! What the thread that saves does: takes orders, writes, and looks at the file every now and then.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};

use jiff::Timestamp;

use super::outside::{Pending, Sight};
use super::{Begin, End, Failed, Order, Report, Saved, Way, fault};
use crate::domain::history::Deed;
use crate::domain::{Document, Workspace};
use crate::store::atomic::Destination;
use crate::store::error::SaveError;
use crate::store::fault;
use crate::store::fingerprint::Fingerprint;
use crate::store::held::{Held, Keeping};
use crate::store::journal::{Journal, Reached};
use crate::store::places::make_folder;
use crate::store::watch::{PERIOD, Stamp};
use crate::store::{Disk, Manuscript, Shelf, Written, atomic, save_anyway, save_in};

/// How often, when the program ends, what somebody else keeps writing is taken in.
const TRIES: usize = 100;

/// What the thread has at hand.
pub(super) struct Clerk {
    pub(super) path: PathBuf,
    /// A folder for what can be kept nowhere else.
    shelter: Option<PathBuf>,
    /// When the session began.
    began: Timestamp,
    tell: Box<dyn Fn(Report) + Send>,
    pub(super) keeping: Keeping,
    pub(super) replica: Document,
    /// The latest revision that the replica has, and its number in the journal.
    pub(super) revision: u64,
    pub(super) number: Option<u64>,
    /// What the file says, and how.
    pub(super) base: Workspace,
    pub(super) manuscript: Manuscript,
    pub(super) stamp: Option<Stamp>,
    /// What somebody else has written and nobody has taken in yet.
    pub(super) pending: Option<Pending>,
    /// What is still to be done so that the file has what the replica has.
    pub(super) owed: Owed,
    /// Why nothing is written while what somebody else has written waits for the user.
    pub(super) refusal: SaveError,
    /// Where that which somebody else had written is kept, if that was not told yet.
    pub(super) kept: Option<PathBuf>,
    /// What was told last of a save that failed.
    told: Option<SaveError>,
    /// Whether the file as it was before this session is among the backups.
    is_backed_up: bool,
    end: End,
    /// What takes back what the session has done that is in no file, the latest last.
    pub(super) done: Vec<Deed>,
    /// Whether something did not fit, so that the replica must not be written any more.
    lost: bool,
}

/// How far the file is behind the replica.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owed {
    Nothing,
    /// Only to say that it has: somebody else wrote just that.
    Word,
    Writing,
}

impl Clerk {
    pub(super) fn new(held: Held, begin: Begin, tell: Box<dyn Fn(Report) + Send>) -> Self {
        let Held {
            opened,
            document,
            keeping,
            ..
        } = held;
        let number = keeping.journal.as_ref().map(Journal::number);
        let refusal = SaveError::ChangedOutside(opened.path.clone());
        Self {
            shelter: begin.shelter,
            began: begin.time,
            tell,
            owed: if document.history().is_saved() {
                Owed::Nothing
            } else {
                Owed::Writing
            },
            replica: document,
            revision: begin.revision,
            number,
            base: opened.workspace,
            stamp: Stamp::of_known(&opened.path, opened.manuscript.in_the_file()),
            manuscript: opened.manuscript,
            path: opened.path,
            keeping,
            pending: None,
            refusal,
            kept: None,
            told: None,
            is_backed_up: false,
            end: begin.end,
            done: Vec::new(),
            lost: false,
        }
    }

    /// Works until the loop lets go. Gives the last report of a save.
    pub(super) fn work(&mut self, orders: &Receiver<Order>) -> Option<Report> {
        self.keeping.turn = None;
        let mut last = None;
        self.begin(&mut last);
        loop {
            let first = match orders.recv_timeout(PERIOD) {
                Ok(order) => order,
                Err(RecvTimeoutError::Timeout) => Order::Look,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            let waiting = std::iter::once(first).chain(orders.try_iter()).collect();
            self.guarded(&mut last, |clerk| clerk.carry_out(waiting));
        }
        self.guarded(&mut last, Self::end);
        last
    }

    /// Does something; where it fails by a fault of the program, that is told, and nothing more is
    /// written.
    fn guarded(
        &mut self,
        last: &mut Option<Report>,
        work: impl FnOnce(&mut Self) -> Option<Report>,
    ) {
        let done = catch_unwind(AssertUnwindSafe(|| work(self)));
        let report = done.unwrap_or_else(|_| {
            self.lost = true;
            Some(self.failed(fault(self.path.clone())))
        });
        if let Some(report) = report {
            if let Report::Failed(failed) = &report {
                self.told = Some(failed.error.clone());
            }
            (self.tell)(report.clone());
            *last = Some(report);
        }
    }

    /// Learns what earlier sessions did, and writes what was brought back.
    fn begin(&mut self, last: &mut Option<Report>) {
        self.guarded(last, |clerk| {
            if std::mem::take(&mut clerk.keeping.is_recall_due) {
                let past = clerk.keeping.past();
                // What this session has done meanwhile comes with its orders.
                let before = clerk.number.unwrap_or_default();
                let history = past.unwrap_or_default().steps_to(before).history();
                clerk.replica.adopt(history.clone());
                (clerk.tell)(Report::Recalled(history));
            }
            clerk.write(Way::Carefully)
        });
    }

    fn carry_out(&mut self, orders: Vec<Order>) -> Option<Report> {
        let mut way = None;
        let mut is_look_due = false;
        for order in orders {
            match order {
                Order::Save(deed, revision, number) => {
                    self.follow(&deed, revision, number);
                    way.get_or_insert(Way::Carefully);
                }
                Order::Write(wanted) => way = Some(wanted),
                Order::Look => is_look_due = true,
                Order::Outside(answer) => {
                    self.answered(answer);
                    way.get_or_insert(Way::Carefully);
                }
            }
        }
        if way.is_none() && is_look_due {
            return self.looked();
        }
        self.sync();
        way.and_then(|way| self.write(way))
    }

    /// Looks at the file, and tries again what could not be written. What was told already is not
    /// told again.
    fn looked(&mut self) -> Option<Report> {
        let sight = self.look();
        let report = if sight == Sight::Refused && self.owed == Owed::Nothing {
            Some(self.failed(self.refusal.clone()))
        } else {
            self.write(Way::Carefully)
        };
        match report {
            Some(Report::Failed(failed)) if self.told.as_ref() == Some(&failed.error) => None,
            report => report,
        }
    }

    /// Waits until what was done is on the disk.
    fn sync(&self) {
        let synced = self.keeping.journal.as_ref().map(Journal::sync);
        if let Some(Err(error)) = synced {
            let error = SaveError::trouble(&self.path, &error);
            self.warn(format!("The journal may not survive a power cut: {error}"));
        }
    }

    fn follow(&mut self, deed: &Deed, revision: u64, number: Option<u64>) {
        fault::trip("saver");
        self.lost |= self.replica.follow(deed).is_err();
        if number.is_none() && self.keeping.journal.is_some() {
            self.warn("The journal can't be written: what you do is only kept once it is saved");
        }
        // Marks go on with the last number: the journal tells by itself that a deed is missing.
        self.number = number.or(self.number);
        self.revision = revision;
        self.owed = Owed::Writing;
        self.done.push(match deed {
            Deed::Done(_) | Deed::Joined(_) | Deed::Redone => Deed::Undone,
            Deed::Undone => Deed::Redone,
        });
    }

    /// Writes what is not in the file; none where there is nothing to do, or nothing may be done.
    fn write(&mut self, way: Way) -> Option<Report> {
        let is_careful = matches!(way, Way::Carefully);
        let is_due =
            self.owed != Owed::Nothing || self.told.is_some() || matches!(way, Way::Into(_));
        match &self.pending {
            Some(pending) if is_careful && pending.is_refused() && is_due => {
                return Some(self.failed(self.refusal.clone()));
            }
            Some(_) if is_careful => return None,
            Some(_) | None if !is_due => return None,
            Some(_) | None => {}
        }
        match self.written(way) {
            Ok(saved) => {
                self.owed = Owed::Nothing;
                self.done.clear();
                self.told = None;
                self.pending = None;
                self.base = self.replica.workspace().clone();
                Some(Report::Saved(saved))
            }
            Err(SaveError::ChangedOutside(_)) => match self.see() {
                Sight::Told => None,
                Sight::Refused => Some(self.failed(self.refusal.clone())),
                // It says the same in other words, or is gone: now it is known.
                Sight::Known => self.write(Way::Carefully),
            },
            Err(error) => Some(self.failed(error)),
        }
    }

    fn failed(&self, error: SaveError) -> Report {
        Report::Failed(Failed {
            revision: self.revision,
            error,
            kept: None,
        })
    }

    pub(super) fn warn(&self, text: impl Into<String>) {
        (self.tell)(Report::Warning(text.into()));
    }

    pub(super) fn tell(&self, report: Report) {
        (self.tell)(report);
    }

    fn written(&mut self, way: Way) -> Result<Saved, SaveError> {
        if self.lost {
            return Err(fault(self.path.clone()));
        }
        self.back_up();
        let revised = self.manuscript.revised(self.replica.workspace());
        let revised = revised.proofread(&self.path)?;
        let print = Fingerprint::of(revised.manuscript.text().as_bytes());
        self.mark(print, Reached::NotYet);
        let destination = Destination {
            path: &self.path,
            shelf: self.keeping.shelf.as_ref().map(Shelf::folder),
        };
        let written = match way {
            Way::Carefully if self.owed == Owed::Word => Written::default(),
            Way::Carefully => save_in(&Disk, destination, &mut self.manuscript, revised)?,
            Way::Anyway => save_anyway(&Disk, destination, &mut self.manuscript, revised)?,
            Way::Into(path) => {
                atomic::create(&Disk, &path, revised.manuscript.text())?;
                self.manuscript = revised.manuscript;
                self.path = path;
                Written {
                    dropped_comments: revised.dropped_comments,
                    kept: None,
                }
            }
        };
        self.stamp = Stamp::of_known(&self.path, self.manuscript.in_the_file());
        self.mark(print, Reached::Yes);
        Ok(Saved {
            revision: self.revision,
            dropped_comments: written.dropped_comments,
            kept: written.kept.or(self.kept.take()),
        })
    }

    /// Keeps the file as it was before the first save of the session.
    fn back_up(&mut self) {
        if std::mem::replace(&mut self.is_backed_up, true) {
            return;
        }
        let before = self.manuscript.in_the_file().as_bytes();
        let backups = self.keeping.shelf.as_ref().map(Shelf::backups);
        let kept = backups.map(|ring| ring.keep(before, self.began));
        if let Some(Err(error)) = kept {
            self.warn(format!("No backup could be made: {error}"));
        }
    }

    /// Adds a mark to the journal. A mark that is missing loses nothing: at worst what is in the
    /// file is found there again and not done twice.
    fn mark(&self, print: Fingerprint, reached: Reached) {
        let (Some(journal), Some(number)) = (&self.keeping.journal, self.number) else {
            return;
        };
        let marked = journal.mark(number, print, reached);
        if reached == Reached::NotYet {
            let _ = marked.and_then(|()| journal.sync());
        }
    }

    /// The last things: a last save, a copy of what can't be saved, a journal of a bearable length.
    fn end(&mut self) -> Option<Report> {
        let mut report = None;
        for _ in 0..TRIES {
            self.take_in_alone();
            report = self.write(Way::Carefully);
            if self.pending.as_ref().is_none_or(Pending::is_refused) {
                break;
            }
        }
        if self.owed != Owed::Nothing {
            let error = match report {
                Some(Report::Failed(failed)) => failed.error,
                _ => SaveError::ChangedOutside(self.path.clone()),
            };
            return Some(Report::Failed(Failed {
                revision: self.revision,
                error,
                kept: self.given_up(),
            }));
        }
        if let Some(journal) = &self.keeping.journal {
            let print = Fingerprint::of(self.manuscript.text().as_bytes());
            // One that stays long is only slower to read.
            let _ = journal.shorten(print);
        }
        report
    }

    /// Keeps what is not in the file, or takes it back.
    fn given_up(&mut self) -> Option<PathBuf> {
        match self.end {
            End::KeepCopy => self.copy(),
            End::TakeBack => {
                while let Some(back) = self.done.pop() {
                    if self.replica.follow(&back).is_err() {
                        break;
                    }
                    let journal = self.keeping.journal.as_ref();
                    // Where the journal can't be written, it had nothing to take back.
                    journal.map(|journal| journal.append(&back));
                }
                None
            }
        }
    }

    /// Writes what is not in the file to a file of its own.
    fn copy(&self) -> Option<PathBuf> {
        let revised = self.manuscript.revised(self.replica.workspace());
        let text = revised.manuscript.text().as_bytes();
        let keep = |place: &Path| atomic::put_beside(&Disk, place, "unsaved", text).ok();
        keep(&self.path).or_else(|| {
            let shelter = self.shelter.as_ref()?;
            make_folder(shelter).ok()?;
            keep(&shelter.join(self.path.file_name()?))
        })
    }
}
