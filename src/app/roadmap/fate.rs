//! The fate of a job: given by one key. A reason is asked for where the fate is *never*, where it
//! goes against the rank, and where the job still has the reason of another fate.

use super::Action;
use super::shown::Shown;
use crate::app::message::quoted;
use crate::app::overlay::Overlay;
use crate::app::overlay::form::{Form, Subject};
use crate::app::{Cx, Out};
use crate::domain::choice::Choice;
use crate::domain::{Change, Edit, Fate, Job};
use crate::insight::overrides::{Against, Override};

/// A job whose fate is decided, and what is known when it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deciding<'a> {
    pub(super) job: &'a Job,
    pub(super) shown: &'a Shown,
    pub(super) cx: Cx<'a>,
}

impl Deciding<'_> {
    /// Gives the job a fate, or asks why first. Where it has that fate already, its reason is asked
    /// for.
    pub(super) fn give(self, fate: Fate, out: &mut Out) {
        let job = self.job;
        let against = self.shown.against(&job.id, fate);
        let is_there = job.fate == Some(fate);
        if let Some(found) = against.filter(|_| !is_there) {
            out.say(warning(fate, &found, self.shown));
        }
        if fate == Fate::Never || is_there || job.why.is_some() || against.is_some() {
            self.ask(fate, out);
            return;
        }
        let label = format!("Moved '{}' to {}", job.name, word(Some(fate)));
        out.change(self.set(Some(fate), label));
    }

    /// Takes the fate of the job back. Its reason stays, and is offered with the next fate.
    pub(super) fn take_back(self, out: &mut Out) {
        let name = &self.job.name;
        if self.job.fate.is_none() {
            out.refuse(format!("'{name}' has no fate to take back"));
            return;
        }
        let label = format!("Took the fate of '{name}' back");
        out.change(self.set(None, label));
    }

    /// Moves the job a lane sooner (`-1`) or later (`1`). One without a fate comes to *now*.
    pub(super) fn step(self, by: isize, out: &mut Out) {
        match (self.job.fate, by) {
            (None, 1..) => self.give(Fate::Now, out),
            (None, _) | (Some(Fate::Now), ..=0) => self.take_back(out),
            (Some(Fate::Never), 1..) => out.refuse("Never is the last lane"),
            (Some(fate), _) => self.give(fate.step(by), out),
        }
    }

    /// Puts the job into a lane.
    pub(super) fn put(self, lane: Option<Fate>, out: &mut Out) {
        match lane {
            Some(fate) => self.give(fate, out),
            None => self.take_back(out),
        }
    }

    fn ask(self, fate: Fate, out: &mut Out) {
        let why = Subject::Why {
            job: self.job.id.clone(),
            fate,
        };
        let form = Form::for_subject(why, self.cx.workspace, self.cx.now);
        out.open(Overlay::Form(form));
    }

    fn set(self, fate: Option<Fate>, label: String) -> Change {
        let job = Job {
            fate,
            ..self.job.clone()
        };
        Change::new(label, vec![Edit::job(job)])
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

/// What gives a fate, and asks why where a job has it already.
pub fn action(fate: Fate) -> Action {
    match fate {
        Fate::Now => Action::Now,
        Fate::Next => Action::Next,
        Fate::Later => Action::Later,
        Fate::Never => Action::Never,
    }
}

/// What a job's fate goes against, by the rank of the other job: `ahead of 2`.
pub fn told(found: &Override, shown: &Shown) -> String {
    let rank = |place: usize| {
        let rank = shown.ranking().rows().get(place).and_then(|row| row.rank);
        rank.map(|rank| rank.to_string()).unwrap_or_default()
    };
    match found.against {
        Against::Ahead(place) => format!("ahead of {}", rank(place)),
        Against::Behind(place) => format!("behind {}", rank(place)),
    }
}

/// The same with the name of the other job: `ahead of 2 'Bring our data over'`.
pub fn told_by_name(found: &Override, shown: &Shown) -> String {
    let (Against::Ahead(place) | Against::Behind(place)) = found.against;
    let name = shown.sorted().job(place).map_or("", |job| &job.name);
    format!("{} {}", told(found, shown), quoted(name))
}

/// What is said when a fate that goes against the rank is given.
fn warning(fate: Fate, found: &Override, shown: &Shown) -> String {
    let how = match found.against {
        Against::Ahead(_) => "better",
        Against::Behind(_) => "worse",
    };
    let told = told_by_name(found, shown);
    format!(
        "{} is {told}, which ranks {how}; say why, or leave it open",
        fate.word()
    )
}
