//! The roadmap: all jobs in their order beside the landscape, and the same jobs as lanes by fate.
//!
//! What is on the screen is kept in [`Shown`] and made anew only when answers, fates or what is
//! asked change. Where things are comes from [`layout()`], which drawing, mouse and scrolling share.
//! Nothing here commits a change.

mod brackets;
pub mod caption;
pub mod columns;
pub mod fate;
pub mod lanes;
pub mod layout;
mod pick;
pub mod plot;
mod pointing;
pub mod segments;
pub mod shown;
#[cfg(test)]
mod tests;
pub mod what_if;

use super::lists::Go;
use super::overlay::Overlay;
use super::overlay::form::{Form, Subject};
use super::{Cx, Effect, Out, Visit};
use crate::domain::{Fate, Id, Job, removal};
use crate::insight::landscape::Axes;
use crate::insight::opportunity::{Provenance, Scope};
pub use brackets::Bracket;
use fate::Deciding;
pub use layout::{View, layout};
pub use pointing::{Drag, point};
use shown::{Measured, Shown};
use what_if::WhatIf;

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Now,
    Next,
    Later,
    Never,
    NoFate,
    Sooner,
    Postpone,
    Rate,
    Effort,
    Open,
    Add,
    Edit,
    Delete,
    Find,
    NextView,
    Lanes,
    Capacity,
    SwapAxes,
    Segments,
    WhatIf,
    PickSegment,
    PickStudy,
    PickLens,
}

/// Where one is.
#[derive(Clone, Debug, Default)]
pub struct Ui {
    selected: Option<Id>,
    /// The place of the selected job in the order, to stay near it when it goes.
    place: usize,
    scope: Scope,
    view: View,
    axes: Axes,
    /// The first row of the table that is in view.
    first: usize,
    lanes: lanes::Scrolled,
    drag: Option<Drag>,
    what_if: Option<WhatIf>,
    /// The first segment in view where they stand side by side.
    first_segment: usize,
    shown: Shown,
}

/// Does what an action says.
pub fn update(ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    if ui.what_if.is_some() && !action.goes_with_what_if() {
        out.refuse("Nothing is saved while you try what if; Esc goes back to what is");
        return;
    }
    match action {
        Action::Add => open_form(Subject::NewJob { outcome: None }, cx, out),
        Action::Find => pick::job(ui, cx, out),
        Action::PickSegment => pick::segment(ui, cx, out),
        Action::PickStudy => pick::study(ui, cx, out),
        Action::PickLens => pick::lens(ui, out),
        Action::NextView => ui.next_view(cx),
        Action::Lanes => ui.toggle(View::Lanes),
        Action::Capacity => open_form(Subject::Capacity, cx, out),
        Action::Segments => ui.compare_segments(cx, out),
        Action::WhatIf => ui.begin_what_if(out),
        Action::SwapAxes => ui.swap_axes(cx, out),
        Action::Now
        | Action::Next
        | Action::Later
        | Action::Never
        | Action::NoFate
        | Action::Sooner
        | Action::Postpone
        | Action::Rate
        | Action::Effort
        | Action::Open
        | Action::Edit
        | Action::Delete => match ui.job(cx) {
            Some(job) => {
                let shown = &ui.shown;
                update_job(Deciding { job, shown, cx }, action, out);
            }
            None => out.refuse("There is no job here yet; add one first"),
        },
    }
}

/// What is done with the selected job.
fn update_job(deciding: Deciding<'_>, action: Action, out: &mut Out) {
    let Deciding { job, cx, .. } = deciding;
    match action {
        Action::Now => deciding.give(Fate::Now, out),
        Action::Next => deciding.give(Fate::Next, out),
        Action::Later => deciding.give(Fate::Later, out),
        Action::Never => deciding.give(Fate::Never, out),
        Action::NoFate => deciding.take_back(out),
        Action::Sooner => deciding.step(-1, out),
        Action::Postpone => deciding.step(1, out),
        Action::Rate => estimate(job, cx, out),
        Action::Effort => size(job, cx, out),
        Action::Open => open(job, out),
        Action::Edit => open_form(Subject::Job(job.id.clone()), cx, out),
        Action::Delete => delete(job, cx, out),
        Action::Add
        | Action::Find
        | Action::PickSegment
        | Action::PickStudy
        | Action::PickLens
        | Action::NextView
        | Action::Lanes
        | Action::Capacity
        | Action::Segments
        | Action::WhatIf
        | Action::SwapAxes => {}
    }
}

/// Goes somewhere else: in the table and the landscape up and down the order, left and right
/// through the segments; in the lanes from card to card.
pub fn go(ui: &mut Ui, go: Go, cx: Cx<'_>, out: &mut Out) {
    if ui.count() == 0 {
        out.refuse("There is no job here yet; add one first");
        return;
    }
    if let Some(what_if) = &mut ui.what_if {
        what_if.stop_typing();
    }
    let is_lanes = ui.view == View::Lanes;
    let place = match go {
        Go::Left if !is_lanes => return pick::step_segment(ui, -1, cx, out),
        Go::Right if !is_lanes => return pick::step_segment(ui, 1, cx, out),
        go if is_lanes => lanes::from(ui, go, cx.area),
        go => go.from(ui.place, ui.count(), ui.page(cx)),
    };
    if place == ui.place {
        out.refuse(end_of(go, is_lanes));
    }
    ui.select_place(place);
}

/// What is said where it goes no further.
fn end_of(go: Go, is_lanes: bool) -> &'static str {
    match go {
        Go::Up | Go::First | Go::PageUp if is_lanes => "This is the first job of the lane",
        Go::Down | Go::Last | Go::PageDown if is_lanes => "This is the last job of the lane",
        Go::Up | Go::First | Go::PageUp => "This is the first job",
        Go::Down | Go::Last | Go::PageDown => "This is the last job",
        Go::Left | Go::Right => "There is no job in the lanes on that side",
    }
}

/// Keeps the cursor on a job that is there, and what is shown up to date.
pub fn follow(ui: &mut Ui, cx: Cx<'_>) {
    ui.forget_what_is_gone(cx);
    ui.shown.follow(&ui.scope, ui.what_if.as_ref(), cx);
    let ranking = ui.shown.ranking();
    let found = ui.selected.as_ref().and_then(|job| ranking.place(job));
    ui.select_place(found.unwrap_or(ui.place));
    let layout = layout(ui, cx.area);
    if let Some(plot) = layout.plot() {
        ui.shown.lay_out(plot.grid, ui.axes);
    }
    if let Some(table) = layout.table() {
        ui.first = table.first;
    }
    if let Some(lanes) = layout.lanes() {
        ui.lanes = lanes.scrolled;
    }
    if let Some(segments) = layout.segments() {
        ui.first_segment = segments.first;
    }
}

fn open(job: &Job, out: &mut Out) {
    if job.outcome.is_some() {
        out.visit(Visit::Card(job.id.clone()));
    } else {
        out.refuse(format!(
            "'{}' leads to no outcome yet; edit it to say which",
            job.name
        ));
    }
}

fn estimate(job: &Job, cx: Cx<'_>, out: &mut Out) {
    let rating = cx.derived.ranking().row(&job.id).and_then(|row| row.rating);
    match rating.map(|rating| rating.source) {
        Some(Provenance::Customers) => {
            out.say("Customers answered about this job; their answers count before an estimate");
        }
        Some(Provenance::Team) => {
            out.say("The team rated this job; its ratings count before an estimate");
        }
        Some(Provenance::Estimate) | None => {}
    }
    open_form(Subject::Estimate(job.id.clone()), cx, out);
}

fn size(job: &Job, cx: Cx<'_>, out: &mut Out) {
    let subject = Subject::Job(job.id.clone());
    let form = Form::for_subject(subject, cx.workspace, cx.now).only("effort");
    out.open(Overlay::Form(form));
}

fn delete(job: &Job, cx: Cx<'_>, out: &mut Out) {
    if let Some(change) = removal::remove(cx.workspace, &job.id) {
        out.change(change);
    }
}

fn open_form(subject: Subject, cx: Cx<'_>, out: &mut Out) {
    let form = Form::for_subject(subject, cx.workspace, cx.now);
    out.open(Overlay::Form(form));
}

impl Action {
    /// Whether it only looks, so that it can be done while figures are tried out.
    pub(in crate::app) fn goes_with_what_if(self) -> bool {
        matches!(
            self,
            Self::Find | Self::NextView | Self::SwapAxes | Self::WhatIf
        )
    }
}

impl Ui {
    /// Selects a job.
    pub fn select(&mut self, job: Id) {
        self.selected = Some(job);
    }

    /// The selected job.
    pub fn selected(&self) -> Option<&Id> {
        self.selected.as_ref()
    }

    /// The place of the selected job in the order, from 0.
    pub fn place(&self) -> usize {
        self.place
    }

    /// Ranks the jobs by other answers or another lens.
    pub fn ask(&mut self, scope: Scope) {
        self.scope = scope;
    }

    /// What the jobs are ranked by.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Which measure goes across in the landscape.
    pub fn axes(&self) -> Axes {
        self.axes
    }

    /// Takes in how sure the ranking is.
    pub fn take_in(&mut self, measured: Measured) {
        self.shown.take_in(measured);
    }

    /// Asks, once for each ranking, how sure it is.
    pub fn measure(&mut self) -> Option<Effect> {
        self.shown.measure().map(Effect::Measure)
    }

    /// What is on the screen.
    pub fn shown(&self) -> &Shown {
        &self.shown
    }

    /// The card that is being dragged, once it has moved.
    pub fn drag(&self) -> Option<&Drag> {
        self.drag.as_ref().filter(|drag| drag.at.is_some())
    }

    /// Takes back what narrows the view: a drag, a view other than the first, what is asked. Says
    /// whether there was anything.
    pub fn step_out(&mut self) -> bool {
        if self.drag.take().is_some() || self.what_if.take().is_some() {
            return true;
        }
        if self.view != View::default() {
            self.view = View::default();
            return true;
        }
        std::mem::take(&mut self.scope) != Scope::default()
    }

    fn count(&self) -> usize {
        self.shown.ranking().rows().len()
    }

    fn job<'a>(&self, cx: Cx<'a>) -> Option<&'a Job> {
        let job = cx.workspace.jobs().get(self.selected.as_ref()?)?;
        Some(job)
    }

    fn page(&self, cx: Cx<'_>) -> usize {
        let layout = layout(self, cx.area);
        layout.table().map_or(10, |table| table.rows.len())
    }

    fn select_place(&mut self, place: usize) {
        let rows = self.shown.ranking().rows();
        self.place = place.min(rows.len().saturating_sub(1));
        self.selected = rows.get(self.place).map(|row| row.job.clone());
    }

    fn toggle(&mut self, view: View) {
        self.view = if self.view == view {
            View::default()
        } else {
            view
        };
    }

    /// The view that follows; where figures are tried out, of those that rank.
    fn next_view(&mut self, cx: Cx<'_>) {
        self.view = self.view.next(cx.area, self.count());
        if self.view == View::Lanes && self.what_if.is_some() {
            self.view = self.view.next(cx.area, self.count());
        }
    }

    fn compare_segments(&mut self, cx: Cx<'_>, out: &mut Out) {
        if cx.workspace.segments().is_empty() {
            out.refuse("There are no segments yet to put side by side");
            return;
        }
        self.toggle(View::Segments);
    }

    fn swap_axes(&mut self, cx: Cx<'_>, out: &mut Out) {
        if layout(self, cx.area).plot().is_none() {
            out.refuse("The landscape is not on the screen; another view shows it");
            return;
        }
        self.axes = match self.axes {
            Axes::ImportanceAcross => Axes::SatisfactionAcross,
            Axes::SatisfactionAcross => Axes::ImportanceAcross,
        };
    }

    /// Asks no longer for a study or a segment that is not there any more.
    fn forget_what_is_gone(&mut self, cx: Cx<'_>) {
        let workspace = cx.workspace;
        self.scope
            .studies
            .retain(|study| workspace.studies().contains_key(study));
        self.scope
            .segment
            .take_if(|segment| !workspace.segments().contains_key(segment));
        self.drag
            .take_if(|drag| !workspace.jobs().contains_key(&drag.job));
    }
}
