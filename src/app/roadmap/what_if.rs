//! What if a job mattered more, or satisfied less: figures are tried out, and the order and the
//! landscape show at once what would follow. Nothing of it is a change: it is neither saved nor
//! undone, and Esc takes all of it back.

use std::collections::BTreeMap;

use super::{Ui, View};
use crate::app::Out;
use crate::app::key::{Code, KeyPress};
use crate::domain::Id;
use crate::insight::opportunity::Supposed;

/// What can be done while figures are tried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Less,
    More,
    Other,
    Type,
    Truth,
    Leave,
}

/// Which of the two figures is tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// The importance.
    #[default]
    Importance,
    /// The satisfaction.
    Satisfaction,
}

/// What is tried out.
#[derive(Clone, Debug, Default)]
pub struct WhatIf {
    supposed: BTreeMap<Id, Supposed>,
    measure: Measure,
    /// The number that is being typed, and the job that it is for.
    typed: Option<(Id, String)>,
    state: u64,
}

/// The most that a figure can be.
const MOST: f64 = 10.0;

/// How many signs a number has at most: two digits behind the point are more than anybody knows.
const LONGEST: usize = 4;

/// Where the figures of a job begin that nobody rated.
const MIDDLE: Supposed = Supposed {
    importance: 5.0,
    satisfaction: 5.0,
};

/// Does what an action says.
pub fn update(ui: &mut Ui, action: Action, out: &mut Out) {
    match action {
        Action::Leave => ui.what_if = None,
        Action::Other => ui.try_other(),
        Action::Less => step(ui, Step::Less, out),
        Action::More => step(ui, Step::More, out),
        Action::Truth => take_back(ui, out),
        Action::Type => out.refuse("Type the number itself, from 0 to 10"),
    }
}

/// Takes a digit or a point of the number that is typed.
pub fn press(ui: &mut Ui, key: KeyPress, out: &mut Out) {
    let Code::Char(sign) = key.code else { return };
    let (Some(job), Some(what_if)) = (ui.selected.clone(), &mut ui.what_if) else {
        return;
    };
    let before = what_if.typed.take().filter(|(there, _)| *there == job);
    let mut typed = before.map_or_else(String::new, |(_, typed)| typed);
    typed.push(sign);
    let number = format!("0{typed}").parse::<f64>().ok();
    match number.filter(|number| *number <= MOST && typed.len() <= LONGEST) {
        Some(number) => {
            ui.suppose(number);
            if let Some(what_if) = &mut ui.what_if {
                what_if.typed = Some((job, typed));
            }
        }
        None => out.refuse(format!(
            "{} goes from 0 to 10, in steps of a hundredth",
            what_if.measure.name()
        )),
    }
}

/// In which direction a figure goes.
#[derive(Clone, Copy)]
enum Step {
    Less,
    More,
}

/// Goes to the next half below or above.
fn step(ui: &mut Ui, step: Step, out: &mut Out) {
    let (Some(figures), Some(what_if)) = (ui.figures(), &ui.what_if) else {
        return;
    };
    let measure = what_if.measure;
    let halves = measure.of(figures) * 2.0;
    // What lies on a half but for its last bits goes on to the next.
    let next = match step {
        Step::Less => (halves - 1e-6).ceil() - 1.0,
        Step::More => (halves + 1e-6).floor() + 1.0,
    };
    let next = (next / 2.0).clamp(0.0, MOST);
    if (next - measure.of(figures)).abs() < 1e-6 {
        let end = if next > 0.0 { "10" } else { "0" };
        out.refuse(format!("{} is {end}, as far as it goes", measure.name()));
        return;
    }
    ui.suppose(next);
}

/// Gives the selected job the figures back that it has.
fn take_back(ui: &mut Ui, out: &mut Out) {
    let Some(job) = ui.selected.clone() else {
        return;
    };
    let taken = ui.what_if.as_mut().and_then(|what_if| {
        what_if.change();
        what_if.supposed.remove(&job)
    });
    if taken.is_none() {
        out.refuse("Nothing else is supposed of this job");
    }
}

impl Measure {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Importance => "Importance",
            Self::Satisfaction => "Satisfaction",
        }
    }

    fn of(self, figures: Supposed) -> f64 {
        match self {
            Self::Importance => figures.importance,
            Self::Satisfaction => figures.satisfaction,
        }
    }
}

impl WhatIf {
    /// What is supposed of which jobs.
    pub fn supposed(&self) -> &BTreeMap<Id, Supposed> {
        &self.supposed
    }

    /// Which figure is tried.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// A number that grows with each change of what is supposed.
    pub fn state(&self) -> u64 {
        self.state
    }

    /// The number that is being typed for a job, as far as it is.
    pub fn typed(&self, job: &Id) -> Option<&str> {
        let typed = self.typed.as_ref().filter(|(there, _)| there == job);
        typed.map(|(_, typed)| typed.as_str())
    }

    /// Goes on with another number at the next digit.
    pub(super) fn stop_typing(&mut self) {
        self.typed = None;
    }

    fn change(&mut self) {
        self.state += 1;
        self.typed = None;
    }
}

impl Ui {
    /// What is tried out.
    pub fn what_if(&self) -> Option<&WhatIf> {
        self.what_if.as_ref()
    }

    pub(super) fn begin_what_if(&mut self, out: &mut Out) {
        if self.selected.is_none() {
            out.refuse("There is no job here yet; add one first");
            return;
        }
        if matches!(self.view, View::Lanes | View::Segments) {
            self.view = View::default();
        }
        self.what_if = Some(WhatIf::default());
    }

    fn try_other(&mut self) {
        if let Some(what_if) = &mut self.what_if {
            what_if.typed = None;
            what_if.measure = match what_if.measure {
                Measure::Importance => Measure::Satisfaction,
                Measure::Satisfaction => Measure::Importance,
            };
        }
    }

    /// The figures of the selected job, as they are or as they are supposed to be.
    fn figures(&self) -> Option<Supposed> {
        let job = self.selected.as_ref()?;
        if let Some(supposed) = self.what_if.as_ref()?.supposed.get(job) {
            return Some(*supposed);
        }
        let rating = self.shown.truth().row(job).and_then(|row| row.rating);
        Some(rating.map_or(MIDDLE, |rating| Supposed {
            importance: rating.importance,
            satisfaction: rating.satisfaction,
        }))
    }

    /// Supposes that the figure that is tried is this one.
    fn suppose(&mut self, figure: f64) {
        let (Some(job), Some(mut figures)) = (self.selected.clone(), self.figures()) else {
            return;
        };
        let Some(what_if) = &mut self.what_if else {
            return;
        };
        match what_if.measure {
            Measure::Importance => figures.importance = figure,
            Measure::Satisfaction => figures.satisfaction = figure,
        }
        what_if.supposed.insert(job, figures);
        what_if.change();
    }
}
