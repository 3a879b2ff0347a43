//! The respondents that can be drawn, and what they said, laid out job by job: how often each was
//! drawn stands in rows of bytes, so that many draws are added up at once.

use super::draws::Draws;
use crate::domain::{Id, Source, Study, Workspace};
use crate::insight::opportunity::{Lens, Measures, Provenance, Ranking, Rating, Scope, rounded};

/// How many draws are made at once: more take more memory, fewer more time.
pub(super) const BLOCK: usize = 250;

/// A job's figure in each draw of a block, in millionths; none in a draw in which nobody answered
/// both questions about it.
pub(super) type Figures = [Option<i32>; BLOCK];

/// What one respondent said of one job: whether they answered how important it is, that answer
/// from 0 to 10, and both for the satisfaction.
type Said = [f32; 4];

/// The rated jobs, in the ranking's order, and how many respondents there are to draw.
pub(super) struct Sample {
    lens: Lens,
    jobs: Vec<Rated>,
    customers: u32,
    team: u32,
}

/// What a job's rating is made of.
enum Rated {
    /// What was said by respondents of that source, each by their number.
    Answered(Source, Vec<(u32, Said)>),
    /// An estimate, which no draw changes: its figure in millionths.
    Estimate(i32),
}

/// How often each respondent was drawn: a row for each, a byte for each draw.
type Drawn = Vec<[u8; BLOCK]>;

impl Sample {
    pub(super) fn of(workspace: &Workspace, scope: &Scope, ranking: &Ranking) -> Self {
        let ratings = ranking.rows().iter().map_while(|row| row.rating);
        let mut sample = Self {
            lens: scope.lens,
            jobs: ratings.map(Rated::of).collect(),
            customers: 0,
            team: 0,
        };
        let studies = workspace.studies().values();
        for study in studies.filter(|study| scope.asks(&study.id)) {
            sample.take_in(study, scope, |job| ranking.place(job));
        }
        sample
    }

    fn take_in(&mut self, study: &Study, scope: &Scope, place: impl Fn(&Id) -> Option<usize>) {
        let measures = Measures::of(study);
        let responses = study.responses.iter();
        for response in responses.filter(|r| scope.speaks_of(r.segment.as_ref())) {
            let who = self.another(study.source);
            for answer in &response.answers {
                let job = place(&answer.0).and_then(|place| self.jobs.get_mut(place));
                let Some(Rated::Answered(source, said)) = job else {
                    continue;
                };
                if *source == study.source {
                    let [n_i, importance] = read(answer.1, measures, scope.lens);
                    let [n_s, satisfaction] = read(answer.2, measures, scope.lens);
                    said.push((who, [n_i, importance, n_s, satisfaction]));
                }
            }
        }
    }

    /// The number of another respondent.
    fn another(&mut self, source: Source) -> u32 {
        let count = match source {
            Source::Customers => &mut self.customers,
            Source::Team => &mut self.team,
        };
        *count += 1;
        *count - 1
    }

    /// Draws as many respondents as there are, some of them several times, and that a block of
    /// times; gives the figures of every job.
    pub(super) fn draw(&self, draws: &mut Draws) -> Vec<Figures> {
        let customers = drawn(self.customers, draws);
        let team = drawn(self.team, draws);
        let jobs = self.jobs.iter();
        jobs.map(|job| match job {
            Rated::Answered(Source::Customers, said) => figures(said, &customers, self.lens),
            Rated::Answered(Source::Team, said) => figures(said, &team, self.lens),
            Rated::Estimate(figure) => [Some(*figure); BLOCK],
        })
        .collect()
    }
}

impl Rated {
    fn of(rating: Rating) -> Self {
        match rating.source {
            Provenance::Customers => Self::Answered(Source::Customers, Vec::new()),
            Provenance::Team => Self::Answered(Source::Team, Vec::new()),
            Provenance::Estimate => Self::Estimate(millionths(rating.value)),
        }
    }
}

/// Draws `count` of `count` respondents, a block of times.
fn drawn(count: u32, draws: &mut Draws) -> Drawn {
    let mut rows = vec![[0_u8; BLOCK]; count as usize];
    for n in 0..count as usize * BLOCK {
        let times = &mut rows[draws.below(count) as usize][n % BLOCK];
        *times = times.saturating_add(1);
    }
    rows
}

fn figures(said: &[(u32, Said)], drawn: &Drawn, lens: Lens) -> Figures {
    let mut sums = [[0.0_f32; BLOCK]; 4];
    for (who, said) in said {
        let times = &drawn[*who as usize];
        for (sum, said) in sums.iter_mut().zip(said) {
            if *said > 0.0 {
                add(sum, times, *said);
            }
        }
    }
    std::array::from_fn(|draw| figure(sums.map(|sum| sum[draw]), lens))
}

/// Adds what somebody said as often as they were drawn.
fn add(sums: &mut [f32; BLOCK], times: &[u8; BLOCK], said: f32) {
    for (sum, times) in sums.iter_mut().zip(times) {
        *sum += f32::from(*times) * said;
    }
}

fn figure([n_i, importance, n_s, satisfaction]: Said, lens: Lens) -> Option<i32> {
    let mean = |sum: f32, n: f32| (n > 0.0).then(|| f64::from(sum) / f64::from(n));
    let (importance, satisfaction) = (mean(importance, n_i)?, mean(satisfaction, n_s)?);
    Some(millionths(lens.figure(importance, satisfaction)))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "0 to 10 is held precisely enough for an interval"
)]
fn read(answer: Option<u8>, measures: Measures, lens: Lens) -> [f32; 2] {
    answer.map_or([0.0, 0.0], |answer| {
        [1.0, measures.read(answer, lens) as f32]
    })
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "every lens stays within ±20, and so within ±20 million"
)]
fn millionths(figure: f64) -> i32 {
    (rounded(figure) * 1e6).round() as i32
}
