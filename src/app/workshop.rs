//! The workshop: a room rates jobs in silence, reveals, talks, and rates again.
//!
//! What is typed before the reveal is in no frame, no message, no file and no journal: it is kept in
//! memory alone ([`answers`]). Each reveal is one change ([`keeping`]), so that a program that is
//! killed loses at most the answers about the job that is being rated. Nothing here commits a
//! change, and nothing here draws.

pub mod agenda;
pub mod answers;
pub mod keeping;
pub mod layout;
pub mod plan;
pub mod round;
pub mod run;
pub mod timer;
pub mod words;

#[cfg(test)]
mod tests;

use super::fields::Subject;
use super::key::KeyPress;
use super::lists::Go;
use super::overlay::Overlay;
use super::overlay::form::Form;
use super::{Cx, Mouse, MouseKind, Now, Out, Visit};
use crate::domain::Id;
use agenda::{Chosen, agenda};
use keeping::{Keep, usual_name};
pub use layout::layout;
use plan::{Pick, Plan, Typing};
use run::{Run, Step};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Begin,
    Mark,
    Answer,
    Erase,
    HandOn,
    Skip,
    Back,
    Pause,
    Next,
    Again,
    Finish,
    Roadmap,
    Close,
}

/// What is going on, as the keys see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It is settled what is rated, by whom and how.
    Planning,
    /// The answers come in, in silence.
    Asking,
    /// Everybody sees what everybody answered.
    Revealed,
    /// All jobs were gone through.
    Summary,
}

/// Where one is.
#[derive(Clone, Debug, Default)]
pub struct Ui {
    /// What was settled last.
    plan: Option<Plan>,
    /// The name that was proposed for the study.
    proposed: String,
    chosen: Chosen,
    /// The place of the selected job in the ranking, before a workshop begins.
    place: usize,
    /// The first row that is in view.
    first: usize,
    run: Option<Run>,
}

/// Does what an action says.
pub fn update(ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    match (&mut ui.run, action) {
        (None, Action::Begin) => ui.prepare(cx, out),
        (None, Action::Mark) => ui.mark(cx, out),
        (Some(_), Action::Close) => ui.close(out),
        (Some(run), _) => update_run(run, action, cx, out),
        (None, _) => out.refuse("No workshop is going on; begin one first"),
    }
}

fn update_run(run: &mut Run, action: Action, cx: Cx<'_>, out: &mut Out) {
    match action {
        Action::Answer => run.answer(cx, out),
        Action::Erase => run.erase(out),
        Action::HandOn => run.hand_on(cx, out),
        Action::Skip => run.skip(cx),
        Action::Back => run.back(cx, out),
        Action::Pause => run.pause(cx.now.millis, out),
        Action::Next => run.next(cx),
        Action::Again => run.again(cx, out),
        Action::Finish => run.finish(out),
        Action::Roadmap if run.rated(cx) == 0 => {
            out.refuse("No job is rated yet; there is nothing to rank by");
        }
        Action::Roadmap => out.visit(Visit::Ranking(run.scope())),
        Action::Begin | Action::Mark | Action::Close => {
            out.refuse("A workshop is going on; end it first");
        }
    }
}

/// Begins a workshop as it was settled, or says why it can't.
pub fn begin(ui: &mut Ui, plan: Plan, cx: Cx<'_>, out: &mut Out) {
    let jobs = agenda(&plan, &ui.chosen, cx).map_err(str::to_owned);
    let begun = jobs.and_then(|jobs| Ok((jobs, Keep::of(&plan, cx)?)));
    ui.plan = Some(plan.clone());
    match begun {
        Ok((jobs, keep)) => {
            let run = Run::begin(plan, keep, jobs, cx);
            if let Some(there) = words::goes_on(&run, cx) {
                out.say(there);
            }
            ui.first = 0;
            ui.run = Some(run);
        }
        Err(why) => out.refuse(why),
    }
}

/// Takes a key that types an answer; says whether it did. Such a key goes nowhere else.
pub fn press(ui: &mut Ui, key: KeyPress, out: &mut Out) -> bool {
    let Some(letter) = key.letter().filter(|letter| is_typed(*letter)) else {
        return false;
    };
    match &mut ui.run {
        Some(run) if matches!(run.step(), Step::Asking(_)) => {
            run.enter(letter.encode_utf8(&mut [0; 4]), out);
            true
        }
        // Somebody types on and did not see that the answers are in.
        Some(run) if matches!(run.step(), Step::Revealed) && letter.is_ascii_digit() => {
            out.refuse("The answers are shown; rate again, or go on to the next job");
            true
        }
        Some(_) | None => false,
    }
}

/// Takes a text that was pasted as answers; says whether it could be for that.
pub fn paste(ui: &mut Ui, text: &str, out: &mut Out) -> bool {
    match &mut ui.run {
        Some(run) if matches!(run.step(), Step::Asking(_)) => {
            run.enter(text.trim_end(), out);
            true
        }
        Some(_) | None => false,
    }
}

fn is_typed(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, ' ' | ',' | ';' | '-')
}

/// Goes somewhere else in a list.
pub fn go(ui: &mut Ui, go: Go, cx: Cx<'_>, out: &mut Out) {
    let rows = layout::rows(cx.area);
    match &mut ui.run {
        None => ui.place = go.from(ui.place, cx.workspace.jobs().len(), rows),
        Some(run) => match run.step() {
            Step::Summary(place) => run.select(go.from(*place, run.jobs().len(), rows)),
            Step::Revealed => match go {
                Go::Right => run.next(cx),
                Go::Left => run.back(cx, out),
                Go::Up | Go::Down | Go::First | Go::Last | Go::PageUp | Go::PageDown => {
                    out.refuse("There is no list here; left and right go from job to job");
                }
            },
            Step::Asking(_) => {}
        },
    }
}

/// Does what the mouse says: a click selects, a second click on the same marks or opens.
pub fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    match mouse.kind {
        MouseKind::Press => {
            let Some((place, is_selected)) = layout(ui, cx).hit(mouse) else {
                return;
            };
            match (&mut ui.run, is_selected) {
                (None, true) => ui.mark(cx, out),
                (None, false) => ui.place = place,
                (Some(run), true) => run.again(cx, out),
                (Some(run), false) => run.select(place),
            }
        }
        MouseKind::WheelUp if ui.has_list() => go(ui, Go::Up, cx, out),
        MouseKind::WheelDown if ui.has_list() => go(ui, Go::Down, cx, out),
        MouseKind::WheelUp | MouseKind::WheelDown | MouseKind::Drag | MouseKind::Release => {}
    }
}

/// Keeps cursors on something that is there and in view, and figures up to date.
pub fn follow(ui: &mut Ui, segment: Option<&Id>, cx: Cx<'_>) {
    ui.chosen.segment = segment.cloned();
    ui.chosen
        .marked
        .retain(|job| cx.workspace.jobs().contains_key(job));
    let jobs = cx.workspace.jobs().len();
    ui.place = ui.place.min(jobs.saturating_sub(1));
    let is_going_on = ui.run.as_mut().is_none_or(|run| run.follow(cx));
    if !is_going_on {
        ui.run = None;
    }
    ui.first = layout(ui, cx).first();
}

impl Ui {
    /// What is going on.
    pub fn phase(&self) -> Phase {
        match self.run.as_ref().map(Run::step) {
            None => Phase::Planning,
            Some(Step::Asking(_)) => Phase::Asking,
            Some(Step::Revealed) => Phase::Revealed,
            Some(Step::Summary(_)) => Phase::Summary,
        }
    }

    /// The workshop that is going on.
    pub fn run(&self) -> Option<&Run> {
        self.run.as_ref()
    }

    /// What is settled for the next workshop.
    pub fn plan(&self, cx: Cx<'_>) -> Plan {
        let mut plan = self.plan.clone().unwrap_or_else(|| Plan::usual(cx));
        if self.plan.is_none() || plan.name == self.proposed {
            plan.name = usual_name(&plan, cx);
        }
        plan
    }

    /// Whether an action does something now, to be offered.
    pub fn offers(&self, action: Action) -> bool {
        match action {
            Action::Again => self.phase() != Phase::Asking,
            Action::Finish => self.phase() != Phase::Summary,
            Action::Pause => self.run.as_ref().is_some_and(|run| run.timer().has_limit()),
            Action::Begin
            | Action::Mark
            | Action::Answer
            | Action::Erase
            | Action::HandOn
            | Action::Skip
            | Action::Back
            | Action::Next
            | Action::Roadmap
            | Action::Close => true,
        }
    }

    /// What the footer says of an action, where that depends on what is going on.
    pub fn hint(&self, action: Action) -> Option<&'static str> {
        let run = self.run.as_ref()?;
        let Step::Asking(sheet) = run.step() else {
            return None;
        };
        match action {
            Action::Answer if sheet.turn().is_none() => Some("reveal"),
            Action::HandOn if run.plan().typing == Typing::OneByOne => Some("all at once"),
            Action::Pause if run.timer().is_paused() => Some("go on"),
            Action::Pause => Some("pause"),
            _ => None,
        }
    }

    /// The jobs that are marked, and the roadmap's segment.
    pub fn chosen(&self) -> &Chosen {
        &self.chosen
    }

    /// The place of the selected job in the ranking, before a workshop begins.
    pub fn place(&self) -> usize {
        self.place
    }

    /// When what is shown changes without anybody doing anything, on the clock of [`Now::millis`].
    pub fn wakes_at(&self, now: Now) -> Option<u64> {
        let run = self.run.as_ref()?;
        match run.step() {
            Step::Asking(_) => run.timer().wakes_at(now.millis),
            Step::Revealed | Step::Summary(_) => None,
        }
    }

    fn has_list(&self) -> bool {
        matches!(self.phase(), Phase::Planning | Phase::Summary)
    }

    /// Asks what is rated, by whom and how.
    fn prepare(&mut self, cx: Cx<'_>, out: &mut Out) {
        if cx.workspace.jobs().is_empty() {
            return out.refuse("There is no job to rate yet; add one on the roadmap");
        }
        let plan = self.plan(cx);
        self.proposed.clone_from(&plan.name);
        let form = Form::for_subject(Subject::Workshop(plan), cx.workspace, cx.now);
        out.open(Overlay::Form(form));
    }

    /// Marks the selected job, or unmarks it; as long as some are marked, those are rated.
    fn mark(&mut self, cx: Cx<'_>, out: &mut Out) {
        let Some(row) = cx.derived.ranking().rows().get(self.place) else {
            return out.refuse("There is no job to mark yet; add one on the roadmap");
        };
        let marked = &mut self.chosen.marked;
        if !marked.remove(&row.job) {
            marked.insert(row.job.clone());
        }
        let pick = if marked.is_empty() {
            Pick::All
        } else {
            Pick::Marked
        };
        let plan = self.plan(cx);
        self.proposed.clone_from(&plan.name);
        self.plan = Some(Plan { pick, ..plan });
    }

    /// Ends the workshop; what was revealed stays in its study.
    fn close(&mut self, out: &mut Out) {
        if let Some(run) = self.run.take() {
            out.say(words::ended(&run));
        }
        self.first = 0;
    }
}
