//! Which workspace a command means, and how it is opened, changed and saved: one command, one
//! change, through the one door for writes.
//!
//! The workspace is the one that is named (`-f FILE`, or `OUTBOARD_FILE`), else the one used last.
//! Only `outboard` itself and `new` note which one was used; commands don't.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use super::answer::Answer;
use super::text::counted;
use super::typed::quoted;
use crate::domain::history::Moment;
use crate::domain::wording::harmful;
use crate::domain::{Change, Document, Workspace};
use crate::store::{self, Manuscript, Opened, Places};

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
    document: Document,
    manuscript: Manuscript,
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
        let opened = open(&path)?;
        Ok(Session {
            remarks: remarks(&opened),
            path,
            document: Document::new(opened.workspace),
            manuscript: opened.manuscript,
        })
    }
}

impl Session {
    /// The workspace as it is.
    pub(super) fn workspace(&self) -> &Workspace {
        self.document.workspace()
    }

    /// Makes a change and saves it; the answer says what was done.
    pub(super) fn commit(mut self, change: Change) -> Result<Answer> {
        let label = change.label.clone();
        commit(&mut self.document, change)?;
        let answer = Answer::default().saying_all(self.remarks);
        if self.document.history().is_saved() {
            return Ok(answer.saying("Nothing to change: it is so already"));
        }
        let saved = store::save(&self.path, &mut self.manuscript, self.document.workspace())?;
        let answer = answer.saying(format!("{label} ({})", self.path.display()));
        Ok(match saved.dropped_comments {
            0 => answer,
            count => answer.saying(format!(
                "{} inside what was edited could not be kept",
                counted(count, "comment")
            )),
        })
    }
}

/// Opens a file. Where it is not there, the way to make it is named.
pub(super) fn open(path: &Path) -> Result<Opened> {
    store::open(path).map_err(|error| match error {
        store::OpenError::Missing(_) => {
            anyhow!("{error}; `outboard new {}` makes it", quoted(path))
        }
        store::OpenError::Broken { .. } => anyhow!(
            "{error}\nNothing was changed. In a terminal, `outboard {}` shows what can still be read, \
             opens the file in your editor at this place, or goes back to a backup",
            quoted(path)
        ),
        other => other.into(),
    })
}

/// What is to be said about a file that was opened.
pub(super) fn remarks(opened: &Opened) -> Vec<String> {
    let mut remarks = opened.warnings.clone();
    if opened.removed > 0 {
        remarks.push(format!("{} left out", harmful(opened.removed)));
    }
    remarks
}

/// Makes a change, or says why it can't be made.
pub(super) fn commit(document: &mut Document, change: Change) -> Result<()> {
    let done = document.commit(change, Moment::ALONE);
    done.map(drop).map_err(|faults| {
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
