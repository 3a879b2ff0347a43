//! Where everything is in the workshop, by what is going on. Drawing, mouse and scrolling share it.

pub mod asking;
pub mod grid;
pub mod list;
pub mod revealed;
pub mod title;

use super::run::Step;
use super::{Ui, words};
use crate::app::geometry::Area;
use crate::app::{Cx, Mouse};
use asking::Asking;
use list::List;
use revealed::Revealed;

/// The widest that a list gets, so that the eye gets from a job to its figures.
const WIDEST_LIST: u16 = 130;

/// How many rows stand above a list where there is room: words, a gap, the head and its rule.
const ABOVE_LIST: u16 = 7;

/// How many stand there in a small terminal: a line of words, the head and its rule.
const LEAST_ABOVE_LIST: u16 = 3;

/// How many jobs are in view before anything else gets room.
const LEAST_LIST: u16 = 3;

/// Where everything is.
#[derive(Clone, Debug)]
pub enum Layout {
    /// What is settled, over the jobs to choose from.
    Planning(List),
    /// The questions about a job.
    Asking(Asking),
    /// What everybody answered.
    Revealed(Revealed),
    /// The jobs with what they came to.
    Summary(List),
}

/// What stands above everything else while a workshop goes on.
#[derive(Clone, Debug)]
pub struct Head {
    /// Where it is: `Job 3 of 10`.
    pub heading: (Area, String),
    /// The time.
    pub timer: Area,
    /// How far it is: the row, and how many of its cells are done.
    pub progress: (Area, u16),
}

/// Lays the workshop out.
pub fn layout(ui: &Ui, cx: Cx<'_>) -> Layout {
    let area = content(cx.area);
    let Some(run) = &ui.run else {
        let count = cx.workspace.jobs().len();
        return Layout::Planning(list(area, ui.first, ui.place, count));
    };
    match run.step() {
        Step::Asking(sheet) => Layout::Asking(Asking::new(run, sheet, area, cx)),
        Step::Revealed => Layout::Revealed(Revealed::new(run, area, cx)),
        Step::Summary(place) => Layout::Summary(list(area, ui.first, *place, run.jobs().len())),
    }
}

fn list(area: Area, first: usize, selected: usize, count: usize) -> List {
    List::new(area.columns(0, WIDEST_LIST), first, selected, count)
}

/// How many rows of a list fit.
pub fn rows(area: Area) -> usize {
    let area = content(area);
    area.below(above_list(area.height)).height.into()
}

/// How many rows stand above a list in so many.
fn above_list(height: u16) -> u16 {
    if height >= ABOVE_LIST + LEAST_LIST {
        ABOVE_LIST
    } else {
        LEAST_ABOVE_LIST
    }
}

/// The screen without its margins and the row in which messages stand.
fn content(area: Area) -> Area {
    area.inset(2, 0).below(1).above(1)
}

impl Head {
    fn new(run: &super::run::Run, area: Area, cx: Cx<'_>) -> Self {
        let row = area.row(0);
        let jobs = run.jobs().len().max(1);
        let done = usize::from(area.width) * run.place() / jobs;
        Self {
            heading: (row, words::heading(run, cx)),
            timer: row.right_of(row.width.saturating_sub(16)),
            progress: (area.row(1), u16::try_from(done).unwrap_or(0)),
        }
    }
}

impl Layout {
    /// The first row of the list that is in view.
    pub(super) fn first(&self) -> usize {
        match self {
            Self::Planning(list) | Self::Summary(list) => list.first,
            Self::Asking(_) | Self::Revealed(_) => 0,
        }
    }

    /// The place of the row under the mouse, and whether it is selected.
    pub(super) fn hit(&self, mouse: Mouse) -> Option<(usize, bool)> {
        match self {
            Self::Planning(list) | Self::Summary(list) => list.hit(mouse),
            Self::Asking(_) | Self::Revealed(_) => None,
        }
    }
}
