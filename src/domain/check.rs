//! What must hold between records: ids are unique, references lead somewhere, values are in range.
//!
//! The same rules check a whole file when it is read and the records that a change touches. They
//! say what is wrong, not where it stands: `store` finds the line.

mod study;

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use super::change::{Change, Edit, Key};
use super::index::{Home, ids_of, of_outcome};
use super::workspace::Records;
use super::{Id, Job, Kpi, Number, Outcome, Review, Workspace};

/// Something that must not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The record it is in.
    pub key: Key,
    /// Which one in its list, from 0, where several have the same key.
    pub place: Option<usize>,
    /// The way to the value inside the record: `initiatives.0.kpis.1.id`; empty for the record.
    pub path: String,
    /// What is wrong, and what is expected, in the product's words.
    pub problem: String,
    /// What the value refers to and is not there.
    pub missing: Option<Id>,
}

impl Fault {
    /// A fault of the only record of a key.
    fn new(key: &Key, path: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            key: key.clone(),
            place: None,
            path: path.into(),
            problem: problem.into(),
            missing: None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

/// Collects the faults of one record.
struct Finder<'a> {
    workspace: &'a Workspace,
    key: Key,
    faults: Vec<Fault>,
}

/// The ids, dates and periods that stand in the lists more than once.
pub(super) fn doubles(records: &Records) -> Vec<Fault> {
    let mut doubles = Doubles {
        seen: HashSet::new(),
        faults: Vec::new(),
    };
    doubles.meet_all(&records.segments, |segment| &segment.id, Key::Segment);
    doubles.meet_all(&records.stages, |stage| &stage.id, Key::Stage);
    doubles.meet_all(&records.needs, |need| &need.id, Key::Need);
    for (place, record) in records.outcomes.iter().enumerate() {
        doubles.meet_outcome(record, place);
    }
    doubles.meet_all(&records.jobs, |job| &job.id, Key::Job);
    doubles.meet_all(&records.studies, |study| &study.id, Key::Study);
    let reviews = records
        .reviews
        .iter()
        .map(|r| (Key::Review(r.date), r.date.to_string()));
    let months = records
        .economics
        .iter()
        .map(|r| (Key::Economics(r.period), r.period.to_string()));
    doubles.meet_days(reviews.enumerate(), "date", "review");
    doubles.meet_days(months.enumerate(), "period", "list of figures");
    doubles.faults
}

struct Doubles<'a> {
    seen: HashSet<&'a Id>,
    faults: Vec<Fault>,
}

impl<'a> Doubles<'a> {
    fn meet_all<T>(&mut self, list: &'a [Arc<T>], id: fn(&T) -> &Id, key: fn(Id) -> Key) {
        for (place, record) in list.iter().enumerate() {
            let id = id(record);
            self.meet(id, || (key(id.clone()), place, "id".to_owned()));
        }
    }

    /// Takes in an id; `at` says where it stands: its record, that one's place, and the path.
    fn meet(&mut self, id: &'a Id, at: impl FnOnce() -> (Key, usize, String)) {
        if !self.seen.insert(id) {
            let (key, place, path) = at();
            self.faults.push(Fault {
                place: Some(place),
                ..Fault::new(&key, path, twice(id))
            });
        }
    }

    fn meet_outcome(&mut self, outcome: &'a Outcome, place: usize) {
        let at = |path: String| (Key::Outcome(outcome.id.clone()), place, path);
        self.meet(&outcome.id, || at("id".to_owned()));
        for (i, initiative) in outcome.initiatives.iter().enumerate() {
            self.meet(&initiative.id, || at(format!("initiatives.{i}.id")));
            for (k, kpi) in initiative.kpis.iter().enumerate() {
                self.meet(&kpi.id, || at(format!("initiatives.{i}.kpis.{k}.id")));
            }
        }
    }

    fn meet_days(
        &mut self,
        days: impl Iterator<Item = (usize, (Key, String))>,
        field: &str,
        word: &str,
    ) {
        let mut seen = HashSet::new();
        for (place, (key, day)) in days {
            if !seen.insert(day.clone()) {
                let problem = format!("there is a second {word} of {day}");
                self.faults.push(Fault {
                    place: Some(place),
                    ..Fault::new(&key, field, problem)
                });
            }
        }
    }
}

fn twice(id: &Id) -> String {
    format!("the id \"{id}\" is there twice; ids are unique in the whole workspace")
}

/// Every fault of a workspace whose ids are unique.
pub(super) fn whole(workspace: &Workspace) -> Vec<Fault> {
    workspace
        .keys()
        .flat_map(|key| of_record(workspace, &key))
        .collect()
}

/// The faults that a change has brought in; `back` is the change that takes it back.
pub(super) fn after(workspace: &Workspace, back: &Change) -> Vec<Fault> {
    let keys = back.keys();
    let clashes = keys.iter().flat_map(|key| clashes(workspace, key));
    let inside = keys.iter().flat_map(|key| of_record(workspace, key));
    let mut faults: Vec<Fault> = clashes.chain(inside).collect();
    let gone = gone(workspace, back);
    if !gone.is_empty() {
        let touched: HashSet<&Key> = keys.iter().collect();
        let may_refer = |key: &Key| gone.iter().any(|home| may_refer(key, home));
        let others = workspace.keys();
        let others = others.filter(|key| !touched.contains(key) && may_refer(key));
        faults.extend(others.flat_map(|key| of_record(workspace, &key)));
    }
    faults
}

/// What kinds of things are no longer there after a change, or are now of another kind.
fn gone(workspace: &Workspace, back: &Change) -> Vec<Home> {
    let mut gone: Vec<Home> = Vec::new();
    for (id, home) in back.edits.iter().flat_map(Edit::ids) {
        let mut homes = workspace.index.homes(&id).iter();
        let is_there = homes.any(|there| there.word() == home.word());
        if !is_there && gone.iter().all(|known| known.word() != home.word()) {
            gone.push(home);
        }
    }
    gone
}

/// Whether records of a kind may refer to things of a kind.
fn may_refer(key: &Key, home: &Home) -> bool {
    match home {
        Home::Segment => matches!(key, Key::Need(_) | Key::Outcome(_) | Key::Study(_)),
        Home::Stage | Home::Need => matches!(key, Key::Outcome(_)),
        Home::Outcome => matches!(key, Key::Job(_)),
        Home::Kpi(_) => matches!(key, Key::Review(_)),
        Home::Job => matches!(key, Key::Study(_)),
        Home::Initiative(_) | Home::Study => false,
    }
}

fn clashes(workspace: &Workspace, key: &Key) -> Vec<Fault> {
    let ids = ids_of(workspace, key).into_iter();
    ids.filter(|(id, _)| workspace.index.homes(id).len() > 1)
        .map(|(id, _)| Fault::new(key, "id", twice(&id)))
        .collect()
}

fn of_record(workspace: &Workspace, key: &Key) -> Vec<Fault> {
    let mut finder = Finder {
        workspace,
        key: key.clone(),
        faults: Vec::new(),
    };
    match key {
        Key::Head | Key::Segment(_) | Key::Stage(_) | Key::Economics(_) => {}
        Key::Need(id) => {
            if let Some(need) = workspace.needs.get(id) {
                finder.segments(&need.segments);
            }
        }
        Key::Outcome(id) => {
            if let Some(outcome) = workspace.outcomes.get(id) {
                finder.outcome(outcome);
            }
        }
        Key::Job(id) => {
            if let Some(job) = workspace.jobs.get(id) {
                finder.job(job);
            }
        }
        Key::Study(id) => {
            if let Some(study) = workspace.studies.get(id) {
                finder.study(study);
            }
        }
        Key::Review(date) => {
            if let Some(review) = workspace.reviews.get(date) {
                finder.review(review);
            }
        }
    }
    finder.faults
}

impl Finder<'_> {
    fn say(&mut self, path: impl Into<String>, problem: impl Into<String>) {
        self.faults.push(Fault::new(&self.key, path, problem));
    }

    fn is_missing(&self, id: &Id, word: &str) -> bool {
        let home = self.workspace.home(id);
        home.is_none_or(|home| home.word() != word)
    }

    fn refer(&mut self, path: impl Into<String>, id: &Id, word: &str) {
        if self.is_missing(id, word) {
            let problem = format!("there is no {word} \"{id}\"");
            self.faults.push(Fault {
                missing: Some(id.clone()),
                ..Fault::new(&self.key, path, problem)
            });
        }
    }

    fn segments(&mut self, segments: &[Id]) {
        for (i, segment) in segments.iter().enumerate() {
            self.refer(format!("segments.{i}"), segment, "segment");
        }
    }

    fn outcome(&mut self, outcome: &Outcome) {
        self.refer("stage", &outcome.stage, "stage");
        self.segments(&outcome.segments);
        for (i, need) in outcome.needs.iter().enumerate() {
            self.refer(format!("needs.{i}"), need, "need");
        }
        for (i, initiative) in outcome.initiatives.iter().enumerate() {
            for (k, kpi) in initiative.kpis.iter().enumerate() {
                self.kpi(kpi, &format!("initiatives.{i}.kpis.{k}"));
            }
        }
    }

    fn kpi(&mut self, kpi: &Kpi, path: &str) {
        let mut days = HashSet::new();
        for (i, reading) in kpi.readings.iter().enumerate() {
            if !days.insert(reading.date) {
                let problem = format!("\"{}\" has a second reading of {}", kpi.name, reading.date);
                self.say(format!("{path}.readings.{i}"), problem);
            }
        }
    }

    fn job(&mut self, job: &Job) {
        if let Some(outcome) = &job.outcome {
            self.refer("outcome", outcome, "outcome");
        }
        let Some(estimate) = job.estimate else { return };
        let parts = [
            ("importance", estimate.importance),
            ("satisfaction", estimate.satisfaction),
        ];
        for (name, value) in parts {
            if value < Number::ZERO || value > Number::from(10) {
                self.say(
                    format!("estimate.{name}"),
                    format!("{name} is 0 to 10, not {value}"),
                );
            }
        }
    }

    fn review(&mut self, review: &Review) {
        for (i, entry) in review.entries.iter().enumerate() {
            self.refer(format!("entries.{i}.kpi"), &entry.kpi, "KPI");
        }
    }
}

impl Edit {
    /// The ids that the record it puts in place brings with it.
    pub(super) fn ids(&self) -> Vec<(Id, Home)> {
        match self {
            Self::Outcome(_, Some(outcome)) => of_outcome(outcome),
            Self::Segment(id, Some(_)) => vec![(id.clone(), Home::Segment)],
            Self::Stage(id, _, Some(_)) => vec![(id.clone(), Home::Stage)],
            Self::Need(id, Some(_)) => vec![(id.clone(), Home::Need)],
            Self::Job(id, Some(_)) => vec![(id.clone(), Home::Job)],
            Self::Study(id, Some(_)) => vec![(id.clone(), Home::Study)],
            Self::Head(_)
            | Self::Segment(_, None)
            | Self::Stage(_, _, None)
            | Self::Need(_, None)
            | Self::Outcome(_, None)
            | Self::Job(_, None)
            | Self::Study(_, None)
            | Self::Review(..)
            | Self::Economics(..) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
