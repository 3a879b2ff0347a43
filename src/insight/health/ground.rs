//! What a rule may look at beside the thing that it is about.

use super::links::Links;
use crate::domain::{Date, Job, Outcome, Review, Workspace};
use crate::insight::opportunity::{Ranking, Rating};
use crate::insight::statement::{Kind, Names, of_outcome};

/// What a health check is made of.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// All its jobs, ranked by everybody's answers.
    pub ranking: &'a Ranking,
    /// The day of the check.
    pub today: Date,
}

/// The facts, with what was counted over all records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) ranking: &'a Ranking,
    pub(super) today: Date,
    pub(super) links: &'a Links,
}

impl<'a> Ground<'a> {
    /// What is known of a job.
    pub(super) fn rating(&self, job: &Job) -> Option<Rating> {
        self.ranking.row(&job.id)?.rating
    }

    /// The outcome that a job leads to.
    pub(super) fn outcome_of(&self, job: &Job) -> Option<&'a Outcome> {
        let outcome = self.workspace.outcomes().get(job.outcome.as_ref()?)?;
        Some(outcome)
    }

    /// The last day on which KPIs were reviewed. A meeting that only decided something is none.
    pub(super) fn last_review(&self) -> Option<&'a Review> {
        last_review(self.workspace)
    }
}

/// The last review that has an entry.
pub(super) fn last_review(workspace: &Workspace) -> Option<&Review> {
    let reviews = workspace.reviews().values().rev();
    let mut held = reviews.filter(|review| !review.entries.is_empty());
    held.next().map(AsRef::as_ref)
}

/// What a job's rating rests on, behind its score: `11.9`, `≈11.9 of 24 answers`.
pub(super) fn score(rating: &Rating) -> String {
    let score = rating.score();
    match rating.n() {
        0 => format!("score about {score:.1}, estimated"),
        n if rating.is_directional() => {
            format!("score about {score:.1}, of only {n} answers")
        }
        n => format!("score {score:.1} of {n} answers"),
    }
}

/// The words at which a hint at an outcome's wording is, where there is one of a kind.
pub(super) fn hint<'a>(ground: &Ground<'_>, outcome: &'a Outcome, kind: Kind) -> Option<&'a str> {
    let names = Names::of_outcome(ground.workspace, outcome);
    let hints = of_outcome(&outcome.statement, &names);
    let hint = hints.into_iter().find(|hint| hint.kind == kind)?;
    outcome.statement.get(hint.words)
}
