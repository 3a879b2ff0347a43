//! The fate of a job: given by one key, with a reason where it is *never*.

use crate::app::overlay::Overlay;
use crate::app::overlay::form::{Form, Subject};
use crate::app::{Cx, Out};
use crate::domain::choice::Choice;
use crate::domain::{Change, Edit, Fate, Job};

/// Gives a job a fate. For *never*, and where it has that fate already, its reason is asked for.
pub(super) fn give(job: &Job, fate: Fate, cx: Cx<'_>, out: &mut Out) {
    if fate == Fate::Never || job.fate == Some(fate) {
        let why = Subject::Why {
            job: job.id.clone(),
            fate,
        };
        let form = Form::for_subject(why, cx.workspace, cx.now);
        out.open(Overlay::Form(form));
        return;
    }
    let label = format!("Moved '{}' to {}", job.name, word(Some(fate)));
    out.change(set(job, Some(fate), label));
}

/// Takes the fate of a job back. Its reason stays.
pub(super) fn take_back(job: &Job, out: &mut Out) {
    if job.fate.is_none() {
        out.refuse(format!("'{}' has no fate to take back", job.name));
        return;
    }
    let label = format!("Took the fate of '{}' back", job.name);
    out.change(set(job, None, label));
}

/// Moves a job a lane sooner (`-1`) or later (`1`). One without a fate comes to *now*.
pub(super) fn step(job: &Job, by: isize, cx: Cx<'_>, out: &mut Out) {
    match (job.fate, by) {
        (None, 1..) => give(job, Fate::Now, cx, out),
        (None, _) => out.refuse(format!("'{}' has no fate to take back", job.name)),
        (Some(Fate::Now), ..=0) => take_back(job, out),
        (Some(Fate::Never), 1..) => out.refuse("Never is the last lane"),
        (Some(fate), _) => give(job, fate.step(by), cx, out),
    }
}

/// Puts a job into a lane.
pub(super) fn put(job: &Job, lane: Option<Fate>, cx: Cx<'_>, out: &mut Out) {
    match lane {
        Some(fate) => give(job, fate, cx, out),
        None => take_back(job, out),
    }
}

/// What a fate is called.
pub fn word(fate: Option<Fate>) -> &'static str {
    match fate {
        Some(Fate::Now) => "now",
        Some(Fate::Next) => "next",
        Some(Fate::Later) => "later",
        Some(Fate::Never) => "never",
        None => "no fate yet",
    }
}

fn set(job: &Job, fate: Option<Fate>, label: String) -> Change {
    let job = Job {
        fate,
        ..job.clone()
    };
    Change::new(label, vec![Edit::job(job)])
}
