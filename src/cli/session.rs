//! Which workspace a command means, and how it is opened, changed and saved: one command, one
//! change, through the one door for writes.
//!
//! The workspace is the one that is named (`-f FILE`, or `OUTBOARD_FILE`), else the one used last.
//! Only `outboard` itself and `new` note which one was used; commands don't.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use jiff::Timestamp;

use super::answer::Answer;
use super::text::counted;
use super::typed::quoted;
use crate::domain::history::{Deed, Moment};
use crate::domain::wording::harmful;
use crate::domain::{Change, Document, Workspace};
use crate::store::saver::{Begin, End, Saved};
use crate::store::{self, Held, OpenError, Opened, Places, Report, Saver};

/// The variable that names a workspace where `-f` doesn't.
const VARIABLE: &str = "OUTBOARD_FILE";

/// Which workspace is asked for.
#[derive(Debug)]
pub(super) struct Wanted {
    named: Option<PathBuf>,
}

/// A workspace to read, and what is to be said about its file.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) workspace: Workspace,
    pub(super) remarks: Vec<String>,
}

/// A workspace to change, once.
#[derive(Debug)]
pub(super) struct Session {
    path: PathBuf,
    held: Held,
    remarks: Vec<String>,
}

impl Wanted {
    /// The workspace of the arguments, or else of the environment.
    pub(super) fn new(argument: Option<PathBuf>) -> Self {
        let variable = || std::env::var_os(VARIABLE).filter(|name| !name.is_empty());
        Self {
            named: argument.or_else(|| variable().map(PathBuf::from)),
        }
    }

    /// The file that is named, if any.
    pub(super) fn named(&self) -> Option<&Path> {
        self.named.as_deref()
    }

    /// The file that is named, else the one used last; none where there is neither.
    pub(super) fn file(&self) -> Result<Option<PathBuf>> {
        match &self.named {
            Some(path) => Ok(Some(path.clone())),
            None => Ok(Places::of_user()?.last_used()),
        }
    }

    /// The workspace to read. Where none is named and none was ever used, it is the sample, of
    /// which nothing is written.
    pub(super) fn read(&self) -> Result<Loaded> {
        match self.file()? {
            Some(path) => {
                let opened = open(&path)?;
                Ok(Loaded {
                    remarks: remarks(&opened),
                    workspace: opened.workspace,
                })
            }
            None => Ok(Loaded {
                workspace: store::sample(),
                remarks: vec!["This is the sample; name a workspace with -f FILE".to_owned()],
            }),
        }
    }

    /// The workspace to change.
    pub(super) fn write(&self) -> Result<Session> {
        let Some(path) = self.file()? else {
            bail!("which workspace? Name it with -f FILE; `outboard new FILE` makes one");
        };
        let held = hold(&path)?;
        Ok(Session {
            remarks: remarks(&held.opened),
            path,
            held,
        })
    }
}

impl Session {
    /// The workspace as it is.
    pub(super) fn workspace(&self) -> &Workspace {
        self.held.document.workspace()
    }

    /// Makes a change and saves it; the answer says what was done.
    pub(super) fn commit(self, change: Change) -> Result<Answer> {
        let label = change.label.clone();
        let mut document = self.held.document.clone();
        match commit(&mut document, change)? {
            Some(deed) => self.save(Some(deed), &label),
            // What was brought back is to reach the file although nothing follows it.
            None if !document.history().is_saved() => self.save(None, "It is so already"),
            None => Ok(self.answer().saying("Nothing to change: it is so already")),
        }
    }

    /// Takes back the last step, of the terminal or of a command, and saves that.
    pub(super) fn undo(mut self) -> Result<Answer> {
        let mut document = self.recalled()?;
        match document.undo() {
            Some(step) => self.save(Some(Deed::Undone), &format!("Undid: {}", step.label())),
            None => Ok(self.answer().saying("There is nothing to undo").no()),
        }
    }

    /// Makes the last step undone again, and saves that.
    pub(super) fn redo(mut self) -> Result<Answer> {
        let mut document = self.recalled()?;
        match document.redo() {
            Some(step) => self.save(Some(Deed::Redone), &format!("Did again: {}", step.label())),
            None => Ok(self.answer().saying("There is nothing to redo").no()),
        }
    }

    /// What there is to say besides what is done.
    pub(super) fn answer(self) -> Answer {
        Answer::default().saying_all(self.remarks.into_iter().chain(self.held.remarks))
    }

    /// The workspace with the steps of earlier sessions.
    fn recalled(&mut self) -> Result<Document> {
        if self.held.is_taken {
            let path = self.path.display();
            bail!("{path} is open in another Outboard: undo and redo there, or close it first");
        }
        self.held.recall();
        Ok(self.held.document.clone())
    }

    fn save(self, deed: Option<Deed>, label: &str) -> Result<Answer> {
        let Self {
            path,
            mut held,
            remarks,
        } = self;
        let brought_back = std::mem::take(&mut held.remarks);
        let Saved {
            dropped_comments,
            kept,
            ..
        } = saved(held, deed)?;
        let kept = kept.map(|copy| {
            let copy = copy.display();
            format!("It was changed by somebody else meanwhile; their version is kept as {copy}")
        });
        let dropped = (dropped_comments > 0).then(|| {
            let comments = counted(dropped_comments, "comment");
            format!("{comments} inside what was edited could not be kept")
        });
        Ok(Answer::default()
            .saying_all(remarks.into_iter().chain(brought_back))
            .saying(format!("{label} ({})", path.display()))
            .saying_all(kept.into_iter().chain(dropped)))
    }
}

/// Saves what was brought back and what was done to a workspace. What can't be saved counts as not
/// done.
fn saved(held: Held, deed: Option<Deed>) -> Result<Saved> {
    let begin = Begin {
        shelter: None,
        time: Timestamp::now(),
        revision: 0,
        end: End::TakeBack,
    };
    let saver = Saver::start(held, begin, |_| {});
    if let Some(deed) = deed {
        saver.save(deed, 1);
    }
    match saver.finish() {
        Some(Report::Saved(done)) => Ok(done),
        Some(Report::Failed(failed)) => Err(failed.error.into()),
        Some(Report::Recalled(_) | Report::Outside(..) | Report::Warning(_)) | None => {
            bail!("nothing was saved; this is a fault of the program")
        }
    }
}

/// Opens a file to change it. Where there is no place for a journal, there is none.
pub(super) fn hold(path: &Path) -> Result<Held> {
    let held = match Places::of_user() {
        Ok(places) => Held::open(path, &places, Timestamp::now),
        Err(_) => Held::without_journal(path),
    };
    held.map_err(|error| unopened(path, error))
}

/// Opens a file to look at only.
pub(super) fn look_at(path: &Path) -> Result<Held> {
    Held::without_journal(path).map_err(|error| unopened(path, error))
}

/// Opens a file. Where it is not there, the way to make it is named.
pub(super) fn open(path: &Path) -> Result<Opened> {
    store::open(path).map_err(|error| unopened(path, error))
}

fn unopened(path: &Path, error: OpenError) -> anyhow::Error {
    match error {
        store::OpenError::Missing(_) => {
            anyhow!("{error}; `outboard new {}` makes it", quoted(path))
        }
        store::OpenError::Broken { .. } | store::OpenError::Newer { .. } => anyhow!(
            "{error}\nNothing was changed. In a terminal, `outboard {}` shows what can still be read, \
             opens the file in your editor at this place, or goes back to a backup",
            quoted(path)
        ),
        other => other.into(),
    }
}

/// What is to be said about a file that was opened.
pub(super) fn remarks(opened: &Opened) -> Vec<String> {
    let mut remarks = opened.warnings.clone();
    if opened.removed > 0 {
        remarks.push(format!("{} left out", harmful(opened.removed)));
    }
    remarks
}

/// Makes a change, or says why it can't be made. None where it changes nothing.
pub(super) fn commit(document: &mut Document, change: Change) -> Result<Option<Deed>> {
    let done = document.commit(change, Moment::ALONE);
    done.map_err(|faults| {
        let faults: Vec<_> = faults.0.iter().map(ToString::to_string).collect();
        anyhow!("nothing was changed: {}", faults.join("; "))
    })
}

/// Notes that a workspace is used, so that it is the one used last.
pub(super) fn remember(path: &Path) -> Result<()> {
    let path = std::path::absolute(path).context("where this is can't be told")?;
    Places::of_user()?.remember(&path)?;
    Ok(())
}
