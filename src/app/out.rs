//! What an update asks for: a change, something to say, somewhere to go. It only holds the wishes;
//! `settle` (in [`super::update`]) carries them out.

use super::fields::Subject;
use super::overlay::Overlay;
use super::overlay::form::draft::Typed;
use super::overlay::import::Correction;
use super::research::spot::Thing;
use super::workshop::plan::Plan;
use super::{Effect, board, health};
use crate::domain::{Change, Id};
use crate::insight::opportunity::Scope;

/// What an update wants to happen. Only `settle` makes it happen.
#[derive(Debug, Default)]
pub struct Out {
    pub(crate) change: Option<(Change, Pace)>,
    pub(crate) travel: Option<Travel>,
    pub(crate) say: Option<String>,
    pub(crate) refuse: Option<String>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) open: Option<Overlay>,
    pub(crate) visit: Option<Visit>,
    /// What the board shows from now on.
    pub(crate) filter: Option<board::filter::Filter>,
    /// The workshop that begins.
    pub(crate) workshop: Option<Plan>,
    /// What the change adds, to go there.
    pub(crate) added: Option<Id>,
    /// Whether the change is what somebody else wrote, and whether all of that is in it.
    pub(crate) outside: Option<bool>,
    /// A text for the field that has the cursor in the form below.
    pub(crate) text: Option<String>,
    /// What is corrected in the survey that is about to be imported.
    pub(crate) correction: Option<Correction>,
    /// What was typed in a form that is left, and what it is about.
    pub(crate) draft: Option<(Subject, Typed)>,
    /// Whether the topmost overlay is done.
    pub(crate) close: bool,
}

/// Whether a change may run together with the one before into one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    Alone,
    Together,
}

/// Through the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Travel {
    Undo,
    Redo,
}

/// Somewhere to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visit {
    /// The card of an outcome; where the id is another's, with that selected.
    Card(Id),
    /// A job on the roadmap.
    Job(Id),
    /// The roadmap as these answers, and this lens, rank the jobs.
    Ranking(Scope),
    /// A stage on the board.
    Stage(Id),
    /// A finding of the health check.
    Finding(health::Spot),
    /// A thing in the research.
    Research(Thing),
    /// The trace from the vision to what an id names; to the vision where none is given.
    Trace(Option<Id>),
    /// Back to where one was before a link was followed.
    Back,
}

impl Out {
    /// Asks for a change as a step of its own.
    pub fn change(&mut self, change: Change) {
        self.change = Some((change, Pace::Alone));
    }

    /// Asks for a change that is one step with like ones just before, as the parts of a move are.
    pub fn change_together(&mut self, change: Change) {
        self.change = Some((change, Pace::Together));
    }

    /// Tells the person something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.say = Some(text.into());
    }

    /// Tells the person why what they asked for can't be done.
    pub fn refuse(&mut self, text: impl Into<String>) {
        self.refuse = Some(text.into());
    }

    /// Asks for an effect.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Lays something over the screen.
    pub fn open(&mut self, overlay: Overlay) {
        self.open = Some(overlay);
    }

    /// Takes the topmost overlay away.
    pub fn close(&mut self) {
        self.close = true;
    }

    /// Goes somewhere.
    pub fn visit(&mut self, visit: Visit) {
        self.visit = Some(visit);
    }

    /// Narrows the board down.
    pub fn filter(&mut self, filter: board::filter::Filter) {
        self.filter = Some(filter);
    }

    /// Corrects how the survey is read that is about to be imported.
    pub fn correct(&mut self, correction: Correction) {
        self.correction = Some(correction);
    }

    /// Takes back the last step.
    pub fn undo(&mut self) {
        self.travel = Some(Travel::Undo);
    }

    /// Makes the last step undone again.
    pub fn redo(&mut self) {
        self.travel = Some(Travel::Redo);
    }
}
