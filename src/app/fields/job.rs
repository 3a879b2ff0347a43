//! The fields of a job.

use super::names::Table;
use super::{Field, Kind, Record, Wrong, field, part, words_of};
use crate::domain::{Estimate, Fate, Job, JobKind, Number, Step, Workspace};
use crate::insight::statement::{Hint, Names, Told, of_story, sentence};

/// A job whose estimate is in two halves, since they are typed one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Halves {
    pub(super) job: Job,
    importance: Option<Number>,
    satisfaction: Option<Number>,
}

impl From<Job> for Halves {
    fn from(job: Job) -> Self {
        Self {
            importance: job.estimate.map(|estimate| estimate.importance),
            satisfaction: job.estimate.map(|estimate| estimate.satisfaction),
            job,
        }
    }
}

impl From<Halves> for Job {
    /// The job with its estimate, which is there when both halves are.
    fn from(halves: Halves) -> Self {
        let both = halves.importance.zip(halves.satisfaction);
        let estimate = both.map(|(importance, satisfaction)| Estimate {
            importance,
            satisfaction,
        });
        Self {
            estimate,
            ..halves.job
        }
    }
}

impl Record for Halves {
    const KIND: &'static str = "job";

    const FIELDS: &'static [Field<Self>] = &[
        field!("name", job.name, Kind::Line)
            .required()
            .told("Name", "what customers must get done"),
        part!("story.when", job.story, when, Kind::Line)
            .told("When", "the story: the situation they are in"),
        part!("story.want", job.story, want, Kind::Line)
            .hinted(|job, workspace| hints(job, Told::Want, workspace))
            .told("I want to", "the story: what they want to do then"),
        part!("story.so", job.story, so, Kind::Line)
            .hinted(|job, workspace| hints(job, Told::So, workspace))
            .told("So I can", "the story: what they gain by it"),
        field!("outcome", job.outcome, Kind::One(Table::Outcomes))
            .told("Outcome", "the outcome that it leads to"),
        field!("step", job.step, Kind::Choice(words_of::<Step>))
            .told("Step", "where in the job map it belongs"),
        field!("kind", job.kind, Kind::Choice(words_of::<JobKind>))
            .told("Kind", "getting something done, feeling, being seen …"),
        field!("effort", job.effort, Kind::Number)
            .told("Effort", "what it would cost you, in a unit of your own"),
        field!("estimate.importance", importance, Kind::Rating).told(
            "Importance",
            "your estimate, 0 to 10: how much it matters to customers",
        ),
        field!("estimate.satisfaction", satisfaction, Kind::Rating).told(
            "Satisfaction",
            "your estimate, 0 to 10: how well they get it done today",
        ),
        field!("fate", job.fate, Kind::Choice(words_of::<Fate>))
            .told("Fate", "when you serve it: now, next, later or never"),
        field!("why", job.why, Kind::Line).told("Why", "why it has that fate"),
    ];

    fn called(&self) -> &str {
        &self.job.name
    }

    fn clash(&self) -> Option<Wrong> {
        if let Some(effort) = self.job.effort.filter(|effort| *effort < Number::ZERO) {
            let problem = format!("an effort is zero or more, not {effort}");
            return Some(Wrong::new("effort", problem));
        }
        let problem = "an estimate is both numbers, importance and satisfaction, or none";
        match (self.importance, self.satisfaction) {
            (Some(_), None) => Some(Wrong::new("estimate.satisfaction", problem)),
            (None, Some(_)) => Some(Wrong::new("estimate.importance", problem)),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }

    fn sentence(&self) -> Option<String> {
        self.job.story.as_ref().map(sentence)
    }
}

/// The hints at a part of the story.
fn hints(halves: &Halves, part: Told, workspace: &Workspace) -> Vec<Hint> {
    let story = halves.job.story.as_ref();
    let hints = story.map(|story| of_story(story, &Names::of(workspace)));
    let hints = hints
        .into_iter()
        .flatten()
        .filter(|(told, _)| *told == part);
    hints.map(|(_, hint)| hint).collect()
}
