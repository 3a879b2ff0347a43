//! Which jobs have a fate that their rank speaks against: they are served before a job that ranks
//! better, or after one that ranks worse.
//!
//! Where two jobs stand the wrong way round, one of them may be the odd one out. A job counts as
//! such when the others could be in the order of their ranks without it: it is missing from at
//! least one of the longest runs of jobs whose fates go with their ranks. So a single job that is
//! put off marks itself and not all the others, and of two that changed places both are marked.
//! Jobs without a fate or without a rank say nothing, and jobs of the same rank have no order.

use crate::domain::Fate;
use crate::domain::choice::Choice;

/// A job that has a rank and a fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Its place in the ranking, from 0.
    pub place: usize,
    /// Its rank, from 1; several may share one.
    pub rank: usize,
    /// Its fate.
    pub fate: Fate,
    /// Whether it says why it has that fate.
    pub is_explained: bool,
}

/// A fate that the rank speaks against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Override {
    /// The place in the ranking of the job that it goes against.
    pub place: usize,
    /// Which job that is.
    pub against: Against,
    /// Whether a reason is missing: neither this job nor one that it stands the wrong way round
    /// with says why.
    pub is_open: bool,
}

/// Which other job stands the wrong way round with one, by that one's place in the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// It is served before this one, the best of those that rank better.
    Ahead(usize),
    /// It is served after this one, the last of those that rank worse.
    Behind(usize),
}

/// The overrides among jobs, in the order of their places. Of two jobs that stand the wrong way
/// round it is enough that one says why: then only that one is an override.
pub fn overrides(jobs: &[Decided]) -> Vec<Override> {
    let mut jobs = jobs.to_vec();
    // Within a rank any order is as good as the one that fits.
    jobs.sort_by_key(|job| (job.rank, job.fate, job.place));
    let all = Ends::of(jobs.iter());
    let unexplained = Ends::of(jobs.iter().filter(|job| !job.is_explained));
    let odd = jobs.iter().zip(odd_ones_out(&jobs));
    let odd = odd.filter_map(|(job, is_odd)| is_odd.then_some(job));
    let found = odd.filter_map(|job| {
        let is_open = !job.is_explained && unexplained.against(job).is_some();
        let is_told = job.is_explained || is_open;
        Some(Override {
            place: job.place,
            against: all.against(job).filter(|_| is_told)?,
            is_open,
        })
    });
    let mut found: Vec<Override> = found.collect();
    found.sort_by_key(|found| found.place);
    found
}

/// For each job whether the longest runs in order can do without it.
fn odd_ones_out(jobs: &[Decided]) -> Vec<bool> {
    let up_to = longest_runs(jobs.iter().map(|job| job.fate as usize));
    let from = longest_runs(jobs.iter().rev().map(|job| LANES - 1 - job.fate as usize));
    let runs = up_to.into_iter().zip(from.into_iter().rev());
    // How long the longest run through each job is, and the job's place in it.
    let runs: Vec<(usize, usize)> = runs.map(|(to, from)| (to + from - 1, to)).collect();
    let longest = runs.iter().map(|(length, _)| *length).max().unwrap_or(0);
    let mut holders = vec![0_usize; longest + 1];
    for (_, place) in runs.iter().filter(|(length, _)| *length == longest) {
        holders[*place] += 1;
    }
    let is_odd = |(length, place): (usize, usize)| length < longest || holders[place] > 1;
    runs.into_iter().map(is_odd).collect()
}

/// How many lanes there are for fates.
const LANES: usize = Fate::ALL.len();

/// How long the longest run is that ends at each lane of a sequence and never goes to a lane before.
fn longest_runs(lanes: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut longest = [0; LANES];
    let runs = lanes.map(|lane| {
        let before = longest[..=lane].iter().copied().max().unwrap_or(0);
        longest[lane] = before + 1;
        before + 1
    });
    runs.collect()
}

/// The best and the worst ranked job of each fate, where there is one.
struct Ends([Option<(Decided, Decided)>; LANES]);

impl Ends {
    /// The ends of some jobs in the order of their ranks.
    fn of<'a>(jobs: impl Iterator<Item = &'a Decided>) -> Self {
        let mut ends = [None; LANES];
        for job in jobs {
            let end = &mut ends[job.fate as usize];
            *end = Some((end.map_or(*job, |(best, _)| best), *job));
        }
        Self(ends)
    }

    /// Which of the jobs stands the wrong way round with one.
    fn against(&self, job: &Decided) -> Option<Against> {
        let (earlier, rest) = self.0.split_at(job.fate as usize);
        let later = rest[1..].iter().flatten();
        let ahead = later.map(|(best, _)| best).min_by_key(|other| other.rank);
        let behind = earlier.iter().flatten().map(|(_, worst)| worst);
        let behind = behind.max_by_key(|other| other.rank);
        let ahead = ahead.filter(|other| other.rank < job.rank);
        let behind = behind.filter(|other| other.rank > job.rank);
        let ahead = ahead.map(|other| Against::Ahead(other.place));
        ahead.or(behind.map(|other| Against::Behind(other.place)))
    }
}

#[cfg(test)]
mod tests;
