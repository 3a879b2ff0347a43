//! How much of what could be asked a study asked, and how much of that was answered.

use std::collections::BTreeMap;

use super::opportunity::SMALL_SAMPLE;
use crate::domain::{Id, Study, Workspace};

/// What a study covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many respondents it has.
    pub respondents: usize,
    /// How many of them belong to each segment; under none those who belong to no known one.
    pub segments: BTreeMap<Option<Id>, usize>,
    /// The jobs that at least one respondent was asked about, and what was answered of each.
    pub asked: BTreeMap<Id, Answered>,
    /// How many jobs the workspace has.
    pub jobs: usize,
}

/// How many answers there are about a job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// How many said how important it is to them.
    pub importance: usize,
    /// How many said how satisfied they are.
    pub satisfaction: usize,
}

/// What a study covers of a workspace. Walks over all answers.
pub fn coverage(workspace: &Workspace, study: &Study) -> Coverage {
    let mut coverage = Coverage {
        respondents: study.responses.len(),
        jobs: workspace.jobs().len(),
        ..Coverage::default()
    };
    for response in &study.responses {
        let segment = response.segment.clone();
        *coverage.segments.entry(segment).or_default() += 1;
        for answer in &response.answers {
            if !coverage.asked.contains_key(&answer.0) {
                coverage.asked.insert(answer.0.clone(), Answered::default());
            }
            if let Some(answered) = coverage.asked.get_mut(&answer.0) {
                answered.importance += usize::from(answer.1.is_some());
                answered.satisfaction += usize::from(answer.2.is_some());
            }
        }
    }
    coverage
}

impl Coverage {
    /// How many answers were given: at most one on importance and one on satisfaction for each
    /// respondent and job.
    pub fn given(&self) -> usize {
        let answered = self.asked.values();
        answered.map(|job| job.importance + job.satisfaction).sum()
    }

    /// How many answers there would be if every respondent had answered both questions about every
    /// job that was asked about.
    pub fn possible(&self) -> usize {
        2 * self.respondents * self.asked.len()
    }

    /// The part of the possible answers that was given, 0 to 1; none where nothing was asked.
    pub fn share(&self) -> Option<f64> {
        part(self.given(), self.possible())
    }

    /// The part of the workspace's jobs that was asked about, 0 to 1; none where it has no job.
    pub fn share_of_jobs(&self) -> Option<f64> {
        part(self.asked.len(), self.jobs)
    }

    /// Whether there are too few respondents for more than a direction.
    pub fn is_directional(&self) -> bool {
        self.respondents < SMALL_SAMPLE as usize
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of answers are far below 2^52"
)]
fn part(count: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| count as f64 / all as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Answer, Date, Response, Source};
    use crate::testing::{id, sample};

    fn response(name: &str, segment: Option<&str>, answers: &[(&str, u8, u8)]) -> Response {
        let given = |value: u8| (value > 0).then_some(value);
        let answers = answers.iter();
        Response {
            id: id(name),
            segment: segment.map(id),
            answers: answers
                .map(|(job, imp, sat)| Answer(id(job), given(*imp), given(*sat)))
                .collect(),
        }
    }

    fn study(responses: Vec<Response>) -> Study {
        Study {
            id: id("spring"),
            name: "Spring".to_owned(),
            date: "2026-04-01".parse::<Date>().expect("a date"),
            source: Source::Customers,
            scale: 5,
            top: None,
            responses,
        }
    }

    #[test]
    fn a_blank_was_asked_and_not_answered() {
        let workspace = sample();
        let study = study(vec![
            response("r1", Some("enterprise"), &[("get-unstuck", 5, 0)]),
            response(
                "r2",
                None,
                &[("get-unstuck", 4, 2), ("import-sales-data", 0, 0)],
            ),
        ]);
        let coverage = coverage(&workspace, &study);
        assert_eq!((coverage.given(), coverage.possible()), (3, 8));
        assert_eq!(coverage.asked.len(), 2);
        assert_eq!(coverage.share(), Some(0.375));
        assert_eq!(coverage.segments[&Some(id("enterprise"))], 1);
        assert_eq!(coverage.segments[&None], 1);
        assert!(coverage.is_directional());
    }

    #[test]
    fn without_respondents_there_is_no_share() {
        let coverage = coverage(&sample(), &study(Vec::new()));
        assert_eq!(coverage.share(), None);
        assert_eq!(coverage.share_of_jobs(), Some(0.0));
    }
}
