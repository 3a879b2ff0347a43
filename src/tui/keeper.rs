//! Whoever keeps the workspace: the thread that saves, or, where another instance has it to itself,
//! the one that follows the file. What they tell becomes messages here.

use std::path::Path;
use std::sync::mpsc::Sender;

use jiff::Timestamp;

use super::Event;
use crate::app::{Model, Msg, NotSaved, Remedy};
use crate::store::saver::{Begin, End, Failed, Saved};
use crate::store::{Follower, Held, Places, Report, SaveError, Saver};

/// Whoever keeps the workspace.
#[derive(Debug)]
pub(super) enum Keeper {
    /// It is changed here.
    Saver(Saver),
    /// It is only looked at.
    Follower(Follower),
    /// What is shown must not be written.
    Nobody,
}

impl Keeper {
    /// Has a workspace saved as the model of it is changed from now on.
    pub(super) fn saver(held: Held, model: &mut Model, sender: Sender<Event>) -> Self {
        if held.is_recall_due() {
            model.expect_recall();
        }
        let begin = Begin {
            shelter: Places::of_user().ok().map(|places| places.data),
            time: Timestamp::now(),
            revision: model.document.revision(),
            end: End::KeepCopy,
        };
        Self::Saver(Saver::start(held, begin, move |report| {
            // The loop is gone only when the program ends: nobody is left to tell.
            let _ = sender.send(Event::Report(report));
        }))
    }

    /// Follows a file that is changed elsewhere; says so when nobody has it any more, unless it is
    /// only to be looked at.
    pub(super) fn follower(held: Held, sender: Sender<Event>) -> Self {
        let path = held.opened.path.clone();
        Self::Follower(Follower::start(held, move |told| {
            // As above.
            let _ = sender.send(Event::Followed(told, path.clone()));
        }))
    }

    /// Whether the workspace is changed elsewhere.
    pub(super) fn is_follower(&self) -> bool {
        matches!(self, Self::Follower(_))
    }

    /// Looks at the file at once.
    pub(super) fn look(&self) {
        match self {
            Self::Saver(saver) => saver.look(),
            Self::Follower(follower) => follower.look(),
            Self::Nobody => {}
        }
    }

    /// Asks something of the thread that saves; nothing where nothing is saved.
    pub(super) fn with(&self, ask: impl FnOnce(&Saver)) {
        match self {
            Self::Saver(saver) => ask(saver),
            Self::Follower(_) | Self::Nobody => {}
        }
    }

    /// Waits for the last save; gives it if it did not work.
    pub(super) fn finish(self) -> Option<Failed> {
        match self {
            Self::Saver(saver) => match saver.finish() {
                Some(Report::Failed(failed)) => Some(failed),
                Some(
                    Report::Saved(_)
                    | Report::Recalled(_)
                    | Report::Outside(..)
                    | Report::Warning(_),
                )
                | None => None,
            },
            Self::Follower(_) | Self::Nobody => None,
        }
    }
}

/// A workspace that nobody has any more, for oneself; none where somebody was faster, or it can't be
/// opened.
pub(super) fn free(path: &Path) -> Option<Held> {
    let places = Places::of_user().ok()?;
    let held = Held::open(path, &places, Timestamp::now).ok()?;
    (!held.is_taken).then_some(held)
}

/// What a report is to the model.
pub(super) fn messages(report: Report) -> Vec<Msg> {
    match report {
        Report::Recalled(history) => vec![Msg::Recalled(history)],
        Report::Saved(saved) => said(&saved)
            .into_iter()
            .map(Msg::Tell)
            .chain([Msg::Saved(saved.revision)])
            .collect(),
        Report::Failed(failed) => vec![Msg::NotSaved(not_saved(&failed.error))],
        Report::Outside(revision, merged) => vec![Msg::Outside(revision, merged)],
        Report::Warning(text) => vec![Msg::Tell(text)],
    }
}

fn said(saved: &Saved) -> Vec<String> {
    let dropped = match saved.dropped_comments {
        0 => None,
        1 => Some("A comment inside what was edited was dropped from the file".to_owned()),
        _ => Some("Comments inside what was edited were dropped from the file".to_owned()),
    };
    let kept = saved.kept.as_ref();
    let kept = kept.map(|copy| format!("Their version is kept as {}", copy.display()));
    dropped.into_iter().chain(kept).collect()
}

fn not_saved(error: &SaveError) -> NotSaved {
    let remedy = match error {
        SaveError::ChangedOutside(_) | SaveError::Unreadable { .. } => Remedy::KeepBoth,
        SaveError::Exists(_)
        | SaveError::NotAFile { .. }
        | SaveError::Misread { .. }
        | SaveError::Trouble { .. } => Remedy::TryAgain,
    };
    NotSaved {
        why: error.to_string(),
        remedy,
    }
}
