//! The respondents that can be drawn, and what they said, laid out job by job.
//!
//! Of each question about a job stands who gave which answer. The answer that most gave is not
//! listed: as many are drawn as there are, so it has those who are left.

use super::block::{BLOCK, Block, Row};
use super::draws::Apart;
use crate::domain::{Id, Source, Study, Workspace};
use crate::insight::opportunity::{Lens, Measures, Provenance, Ranking, Rating, Scope};

/// The figure of a job in a draw in which nobody answered.
pub(super) const NOBODY: i32 = i32::MIN;

/// The figures of a job in each draw of a block, in millionths.
pub(super) struct Figures {
    /// What the lens shows.
    pub(super) value: Row<i32>,
    pub(super) importance: Row<i32>,
    pub(super) satisfaction: Row<i32>,
}

/// The rated jobs, in the ranking's order, and how many respondents there are to draw.
pub(super) struct Sample {
    lens: Lens,
    jobs: Vec<Rated>,
    customers: u32,
    team: u32,
}

/// What a job's rating is made of.
enum Rated {
    /// What was said by respondents of that source: how important it is, and how satisfied they are.
    Answered(Source, [Question; 2]),
    /// An estimate, which no draw changes.
    Estimate(Rating),
}

/// Who gave which answer to a question about a job.
#[derive(Default)]
struct Question {
    given: Vec<(Voice, Vec<u32>)>,
    /// What those said who are not listed.
    others: Option<Voice>,
}

/// What an answer counts for.
#[derive(Clone, Copy, Default, PartialEq)]
struct Voice {
    /// One, or nothing where no answer was given.
    answers: f64,
    /// What it adds to the share of the top boxes, 0 to 10.
    share: f64,
    /// What it adds to the figure that the lens goes by: to that share, or to the mean.
    value: f64,
}

/// What the answers to a question come to in each draw.
struct Sums {
    answers: Row<f64>,
    share: Row<f64>,
    value: Row<f64>,
}

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
        sample.leave_most_out();
        sample
    }

    fn take_in(&mut self, study: &Study, scope: &Scope, place: impl Fn(&Id) -> Option<usize>) {
        let measures = Measures::of(study);
        let voice = |answer: u8| Voice {
            answers: 1.0,
            share: measures.read(answer, Lens::Score),
            value: measures.read(answer, scope.lens),
        };
        let responses = study.responses.iter();
        for response in responses.filter(|r| scope.speaks_of(r.segment.as_ref())) {
            let who = self.another(study.source);
            for answer in &response.answers {
                let job = place(&answer.0).and_then(|place| self.jobs.get_mut(place));
                let Some(Rated::Answered(source, [importance, satisfaction])) = job else {
                    continue;
                };
                if *source == study.source {
                    importance.take(answer.1.map(voice), who);
                    satisfaction.take(answer.2.map(voice), who);
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

    fn leave_most_out(&mut self) {
        for job in &mut self.jobs {
            if let Rated::Answered(source, questions) = job {
                let count = match source {
                    Source::Customers => self.customers,
                    Source::Team => self.team,
                };
                for question in questions {
                    question.leave_most_out(count);
                }
            }
        }
    }

    /// Draws the respondents a block of times, and gives the figures of every job.
    pub(super) fn draw(&self, draws: &mut Apart) -> Vec<Figures> {
        let customers = Block::of(self.customers, &mut draws.customers);
        let team = Block::of(self.team, &mut draws.team);
        let jobs = self.jobs.iter();
        jobs.map(|job| match job {
            Rated::Answered(Source::Customers, questions) => {
                Figures::of(questions, (&customers, self.customers), self.lens)
            }
            Rated::Answered(Source::Team, questions) => {
                Figures::of(questions, (&team, self.team), self.lens)
            }
            Rated::Estimate(rating) => Figures::always(rating),
        })
        .collect()
    }
}

impl Rated {
    fn of(rating: Rating) -> Self {
        match rating.source {
            Provenance::Customers => Self::Answered(Source::Customers, Default::default()),
            Provenance::Team => Self::Answered(Source::Team, Default::default()),
            Provenance::Estimate => Self::Estimate(rating),
        }
    }
}

impl Question {
    fn take(&mut self, voice: Option<Voice>, who: u32) {
        let Some(voice) = voice else { return };
        match self.given.iter_mut().find(|(there, _)| *there == voice) {
            Some((_, all)) => all.push(who),
            None => self.given.push((voice, vec![who])),
        }
    }

    /// Leaves the list out that is longest: of those who gave an answer, or of those of `count`
    /// respondents who gave none.
    fn leave_most_out(&mut self, count: u32) {
        let lengths = self.given.iter().map(|(_, all)| all.len());
        let answered: usize = lengths.clone().sum();
        let silent = (count as usize).saturating_sub(answered);
        let longest = lengths.enumerate().max_by_key(|(_, length)| *length);
        let Some((place, _)) = longest.filter(|(_, length)| *length > silent) else {
            return;
        };
        let mut is_silent = vec![true; count as usize];
        for who in self.given.iter().flat_map(|(_, all)| all) {
            is_silent[*who as usize] = false;
        }
        self.others = Some(self.given.swap_remove(place).0);
        if silent > 0 {
            let all = (0..count).filter(|who| is_silent[*who as usize]);
            self.given.push((Voice::default(), all.collect()));
        }
    }

    fn sums(&self, (drawn, count): (&Block, u32)) -> Sums {
        let mut sums = Sums::NONE;
        let mut left = [count; BLOCK];
        for (voice, all) in &self.given {
            let times = drawn.times(all);
            for (left, times) in left.iter_mut().zip(&times) {
                *left = left.saturating_sub(*times);
            }
            sums.add(*voice, &times);
        }
        if let Some(voice) = self.others {
            sums.add(voice, &left);
        }
        sums
    }
}

impl Sums {
    const NONE: Self = Self {
        answers: [0.0; BLOCK],
        share: [0.0; BLOCK],
        value: [0.0; BLOCK],
    };

    /// The mean of an answer in a draw; none where nobody answered.
    fn mean(&self, sums: &Row<f64>, draw: usize) -> Option<f64> {
        let answers = self.answers[draw];
        (answers > 0.0).then(|| sums[draw] / answers)
    }

    /// Adds what a voice counts for as often as it was drawn.
    fn add(&mut self, voice: Voice, times: &Row<u32>) {
        for (sums, voice) in [
            (&mut self.answers, voice.answers),
            (&mut self.share, voice.share),
            (&mut self.value, voice.value),
        ] {
            for (sum, times) in sums.iter_mut().zip(times) {
                *sum += voice * f64::from(*times);
            }
        }
    }
}

impl Figures {
    /// The figures of a job by the answers to its two questions.
    fn of(questions: &[Question; 2], drawn: (&Block, u32), lens: Lens) -> Self {
        let [importance, satisfaction] = questions.each_ref().map(|question| question.sums(drawn));
        let value = |draw| {
            let importance = importance.mean(&importance.value, draw)?;
            let satisfaction = satisfaction.mean(&satisfaction.value, draw)?;
            Some(lens.figure(importance, satisfaction))
        };
        let share = |sums: &Sums, draw| sums.mean(&sums.share, draw);
        Self {
            value: std::array::from_fn(|draw| millionths(value(draw))),
            importance: std::array::from_fn(|draw| millionths(share(&importance, draw))),
            satisfaction: std::array::from_fn(|draw| millionths(share(&satisfaction, draw))),
        }
    }

    /// The figures of a job that no draw changes.
    fn always(rating: &Rating) -> Self {
        let figures = [rating.value, rating.importance, rating.satisfaction];
        let [value, importance, satisfaction] =
            figures.map(|figure| [millionths(Some(figure)); BLOCK]);
        Self {
            value,
            importance,
            satisfaction,
        }
    }
}

/// A figure in whole millionths, so that those that only differ in their last bits are equal.
#[expect(
    clippy::cast_possible_truncation,
    reason = "every lens stays within ±20, and so within ±20 million"
)]
fn millionths(figure: Option<f64>) -> i32 {
    // Half away from zero, as `round` has it, but without a call for each of millions of figures.
    figure.map_or(NOBODY, |figure| {
        (figure * 1e6 + 0.5_f64.copysign(figure)) as i32
    })
}
