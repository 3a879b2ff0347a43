//! The respondents that can be drawn, laid out so that a draw is additions only.

use super::draws::Draws;
use crate::domain::{Id, Response, Source, Workspace};
use crate::insight::opportunity::{Lens, Measures, Provenance, Ranking, Rating, Scope, rounded};

/// What one respondent said of one job: whether they answered how important it is, that answer
/// from 0 to 10, and both for the satisfaction.
type Said = [f32; 4];

/// The respondents of the studies that are asked for. The jobs are those rated, by their place in
/// the ranking.
pub(super) struct Sample {
    lens: Lens,
    customers: Respondents,
    team: Respondents,
    /// The estimates, which no draw changes.
    fixed: Vec<Option<i32>>,
}

/// What respondents said, one behind the other.
#[derive(Default)]
struct Respondents {
    said: Vec<(usize, Said)>,
    /// Where in `said` each respondent ends.
    ends: Vec<usize>,
}

impl Sample {
    pub(super) fn of(workspace: &Workspace, scope: &Scope, ranking: &Ranking) -> Self {
        let ratings = ranking.rows().iter().map_while(|row| row.rating);
        let mut sample = Self {
            lens: scope.lens,
            customers: Respondents::default(),
            team: Respondents::default(),
            fixed: ratings.map(estimated).collect(),
        };
        let studies = workspace.studies().values();
        for study in studies.filter(|study| scope.asks(&study.id)) {
            let measures = Measures::of(study);
            let place = |job: &Id| rated_by(study.source, ranking, job);
            let respondents = match study.source {
                Source::Customers => &mut sample.customers,
                Source::Team => &mut sample.team,
            };
            let responses = study.responses.iter();
            for response in responses.filter(|r| scope.speaks_of(r.segment.as_ref())) {
                respondents.add(response, place, |answer| measures.read(answer, scope.lens));
            }
        }
        sample
    }

    /// Draws as many respondents as there are, some of them several times, and gives every job's
    /// figure in millionths; none where nobody drawn answered both questions about it.
    pub(super) fn draw(&self, draws: &mut Draws) -> Vec<Option<i32>> {
        let mut sums = vec![Said::default(); self.fixed.len()];
        self.customers.draw(draws, &mut sums);
        self.team.draw(draws, &mut sums);
        let figures = self.fixed.iter().zip(sums);
        figures
            .map(|(fixed, sums)| fixed.or_else(|| self.figure(sums)))
            .collect()
    }

    fn figure(&self, [n_i, importance, n_s, satisfaction]: Said) -> Option<i32> {
        let mean = |sum: f32, n: f32| (n > 0.0).then(|| f64::from(sum) / f64::from(n));
        let (importance, satisfaction) = (mean(importance, n_i)?, mean(satisfaction, n_s)?);
        Some(millionths(self.lens.figure(importance, satisfaction)))
    }
}

impl Respondents {
    fn add(
        &mut self,
        response: &Response,
        place: impl Fn(&Id) -> Option<usize>,
        read: impl Fn(u8) -> f64,
    ) {
        for answer in &response.answers {
            if let Some(place) = place(&answer.0) {
                let [n_i, importance] = said(answer.1, &read);
                let [n_s, satisfaction] = said(answer.2, &read);
                self.said
                    .push((place, [n_i, importance, n_s, satisfaction]));
            }
        }
        self.ends.push(self.said.len());
    }

    fn draw(&self, draws: &mut Draws, sums: &mut [Said]) {
        let count = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        for _ in 0..count {
            let who = draws.below(count) as usize;
            let start = who.checked_sub(1).map_or(0, |before| self.ends[before]);
            for (place, said) in &self.said[start..self.ends[who]] {
                for (sum, said) in sums[*place].iter_mut().zip(said) {
                    *sum += said;
                }
            }
        }
    }
}

/// Where a job stands that is rated by such a study; none for one that is rated by others.
fn rated_by(source: Source, ranking: &Ranking, job: &Id) -> Option<usize> {
    let provenance = match source {
        Source::Customers => Provenance::Customers,
        Source::Team => Provenance::Team,
    };
    let place = ranking.place(job)?;
    let rating = ranking.rows()[place].rating?;
    (rating.source == provenance).then_some(place)
}

fn estimated(rating: Rating) -> Option<i32> {
    (rating.source == Provenance::Estimate).then(|| millionths(rating.value))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "0 to 10 is held precisely enough for an interval"
)]
fn said(answer: Option<u8>, read: impl Fn(u8) -> f64) -> [f32; 2] {
    answer.map_or([0.0, 0.0], |answer| [1.0, read(answer) as f32])
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "every lens stays within ±20, and so within ±20 million"
)]
fn millionths(figure: f64) -> i32 {
    (rounded(figure) * 1e6).round() as i32
}
