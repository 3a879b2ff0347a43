//! Counts answers: one pass over the studies, from which every job's figures follow.

use std::collections::HashMap;

use super::lens::{Lens, Provenance};
use super::rank::Scope;
use super::rating::Rating;
use crate::domain::{Id, Source, Study, Workspace};

/// What the answers to one question about one job come to. An answer that was not given counts
/// nowhere (available cases).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Counted {
    /// How many answers were given.
    pub(super) answers: u32,
    /// How many of them are in the top boxes of their study.
    pub(super) top: u32,
    /// The sum of the answers, each rescaled from its study's scale to 0 to 10.
    pub(super) sum: f64,
}

/// What the answers about one job come to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) importance: Counted,
    pub(super) satisfaction: Counted,
}

/// How the answers of one study are read: studies of different scales meet in their top boxes.
#[derive(Clone, Copy)]
pub(in crate::insight) struct Measures {
    top_from: u8,
    width: f64,
}

/// The tallies of all jobs, customers' and the team's apart.
pub(super) struct Tallies<'a> {
    places: HashMap<&'a str, usize>,
    /// The jobs by place.
    jobs: Vec<&'a Id>,
    customers: Vec<Tally>,
    team: Vec<Tally>,
}

impl Measures {
    pub(in crate::insight) fn of(study: &Study) -> Self {
        Self {
            top_from: study.top_from(),
            width: f64::from(study.scale.saturating_sub(1).max(1)),
        }
    }

    /// What an answer adds to the figures of a lens, 0 to 10: everything or nothing for a share, the
    /// rescaled answer for a mean.
    pub(in crate::insight) fn read(self, answer: u8, lens: Lens) -> f64 {
        match lens {
            Lens::Mean => self.rescaled(answer),
            Lens::Score | Lens::AsPrinted | Lens::Gap | Lens::Value => {
                10.0 * f64::from(u8::from(self.is_top(answer)))
            }
        }
    }

    fn is_top(self, answer: u8) -> bool {
        answer >= self.top_from
    }

    /// An answer rescaled to 0 to 10.
    fn rescaled(self, answer: u8) -> f64 {
        10.0 * f64::from(answer.saturating_sub(1)) / self.width
    }
}

impl Counted {
    fn take(&mut self, answer: Option<u8>, measures: Measures) {
        let Some(answer) = answer else { return };
        self.answers += 1;
        self.top += u32::from(measures.is_top(answer));
        self.sum += measures.rescaled(answer);
    }

    fn share(self) -> Option<f64> {
        (self.answers > 0).then(|| 10.0 * f64::from(self.top) / f64::from(self.answers))
    }

    fn mean(self) -> Option<f64> {
        (self.answers > 0).then(|| self.sum / f64::from(self.answers))
    }
}

impl Tally {
    /// The rating that the answers make; none where one of the two questions has no answer.
    pub(super) fn rating(self, lens: Lens, source: Provenance) -> Option<Rating> {
        let (importance, satisfaction) = (self.importance.share()?, self.satisfaction.share()?);
        let value = match lens {
            Lens::Mean => lens.figure(self.importance.mean()?, self.satisfaction.mean()?),
            Lens::Score | Lens::AsPrinted | Lens::Gap | Lens::Value => {
                lens.figure(importance, satisfaction)
            }
        };
        Some(Rating {
            lens,
            value,
            importance,
            satisfaction,
            n_importance: self.importance.answers,
            n_satisfaction: self.satisfaction.answers,
            source,
        })
    }
}

impl<'a> Tallies<'a> {
    /// Counts the answers of the studies and the segment that are asked for.
    pub(super) fn of(workspace: &'a Workspace, scope: &Scope) -> Self {
        let jobs = workspace.jobs().keys().enumerate();
        let mut tallies = Self {
            places: jobs.map(|(place, id)| (id.as_str(), place)).collect(),
            jobs: workspace.jobs().keys().collect(),
            customers: vec![Tally::default(); workspace.jobs().len()],
            team: vec![Tally::default(); workspace.jobs().len()],
        };
        for study in workspace.studies().values() {
            if scope.asks(&study.id) {
                tallies.count(study, scope);
            }
        }
        tallies
    }

    fn count(&mut self, study: &Study, scope: &Scope) {
        let measures = Measures::of(study);
        let table = match study.source {
            Source::Customers => &mut self.customers,
            Source::Team => &mut self.team,
        };
        let responses = study.responses.iter();
        for response in responses.filter(|response| scope.speaks_of(response.segment.as_ref())) {
            // Answers mostly stand in the order of the jobs: the next job is tried first.
            let mut next = 0;
            for answer in &response.answers {
                let is_next = self.jobs.get(next).is_some_and(|job| **job == answer.0);
                let found = if is_next {
                    Some(&next)
                } else {
                    self.places.get(answer.0.as_str())
                };
                let Some(&place) = found else {
                    continue;
                };
                next = place + 1;
                table[place].importance.take(answer.1, measures);
                table[place].satisfaction.take(answer.2, measures);
            }
        }
    }

    /// The rating by customers; where they don't cover the job, by the team.
    pub(super) fn rating(&self, job: &Id, lens: Lens) -> Option<Rating> {
        let place = *self.places.get(job.as_str())?;
        let by_customers = self.customers[place].rating(lens, Provenance::Customers);
        by_customers.or_else(|| self.team[place].rating(lens, Provenance::Team))
    }
}
