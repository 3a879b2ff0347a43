//! The jobs of the ranking sorted into the lanes: which stand where, what each lane has to bear, and
//! whose fate goes against its rank.

use std::sync::Arc;

use super::LANES;
use crate::domain::{Fate, Id, Job, Workspace};
use crate::insight::load::Load;
use crate::insight::opportunity::{Ranked, Ranking};
use crate::insight::overrides::{Decided, Override, overrides};

/// The jobs in their lanes.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    /// The jobs by their places in the ranking; none for one that is gone.
    jobs: Vec<Option<Arc<Job>>>,
    places: [Vec<usize>; LANES.len()],
    loads: [Load; LANES.len()],
    overrides: Vec<Override>,
}

impl Sorted {
    /// Sorts the jobs of a ranking.
    pub fn of(ranking: &Ranking, workspace: &Workspace) -> Self {
        let job = |row: &Ranked| workspace.jobs().get(&row.job).cloned();
        let jobs: Vec<_> = ranking.rows().iter().map(job).collect();
        let mut places: [Vec<usize>; LANES.len()] = Default::default();
        for (place, job) in jobs.iter().enumerate() {
            let fate = job.as_ref().and_then(|job| job.fate);
            if let Some(lane) = LANES.iter().position(|lane| *lane == fate) {
                places[lane].push(place);
            }
        }
        let capacity = workspace.head().capacity.as_ref();
        let mut loads = [Load::default(); LANES.len()];
        for ((load, lane), places) in loads.iter_mut().zip(LANES).zip(&places) {
            let there = places.iter().filter_map(|place| jobs[*place].as_deref());
            *load = Load::of(there, lane.and_then(|fate| capacity?.of(fate)));
        }
        let decided = ranking.rows().iter().zip(&jobs).enumerate();
        let decided: Vec<Decided> = decided
            .filter_map(|(place, (row, job))| decided_as(place, row, job.as_deref()?))
            .collect();
        Self {
            overrides: overrides(&decided),
            jobs,
            places,
            loads,
        }
    }

    /// The places of the jobs of each of [`LANES`], the best first.
    pub fn places(&self) -> &[Vec<usize>; LANES.len()] {
        &self.places
    }

    /// The job at a place of the ranking.
    pub fn job(&self, place: usize) -> Option<&Job> {
        self.jobs.get(place)?.as_deref()
    }

    /// What each of [`LANES`] has to bear.
    pub fn loads(&self) -> &[Load; LANES.len()] {
        &self.loads
    }

    /// How the fate of the job at a place goes against its rank, if it does.
    pub fn override_of(&self, place: usize) -> Option<&Override> {
        let found = self.overrides.binary_search_by_key(&place, |o| o.place);
        found.ok().map(|at| &self.overrides[at])
    }

    /// How a fate would go against the rank of a job that says nothing about it, if it would.
    pub(in crate::app::roadmap) fn if_given(
        &self,
        job: &Id,
        fate: Fate,
        ranking: &Ranking,
    ) -> Option<Override> {
        let place = ranking.place(job)?;
        let rows = ranking.rows().iter().zip(&self.jobs).enumerate();
        let decided: Vec<Decided> = rows
            .filter_map(|(at, (row, job))| {
                let job = job.as_deref()?;
                let given = Job {
                    fate: Some(fate),
                    why: None,
                    ..Job::new(job.id.clone(), None, "")
                };
                decided_as(at, row, if at == place { &given } else { job })
            })
            .collect();
        let mut found = overrides(&decided).into_iter();
        found.find(|found| found.place == place && found.is_open)
    }
}

fn decided_as(place: usize, row: &Ranked, job: &Job) -> Option<Decided> {
    Some(Decided {
        place,
        rank: row.rank?,
        fate: job.fate?,
        is_explained: job.why.is_some(),
    })
}
