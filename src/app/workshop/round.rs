//! What everybody answered about one job, once it is revealed.

use super::answers::Measure;
use crate::domain::{Answer, Id, Response, Study};

/// The answers about a job, by the places of the participants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    importance: Vec<Option<u8>>,
    satisfaction: Vec<Option<u8>>,
}

impl Round {
    /// A round of so many people in which nobody answered.
    pub fn empty(people: usize) -> Self {
        Self {
            importance: vec![None; people],
            satisfaction: vec![None; people],
        }
    }

    /// What a study has of a job; none where none of these people answered about it.
    pub fn kept(study: &Study, job: &Id, people: &[Id]) -> Option<Self> {
        let mut round = Self::empty(people.len());
        for response in &study.responses {
            let person = people.iter().position(|person| *person == response.id);
            let answer = response.answers.iter().find(|answer| answer.0 == *job);
            if let (Some(person), Some(answer)) = (person, answer) {
                round.importance[person] = answer.1;
                round.satisfaction[person] = answer.2;
            }
        }
        (!round.is_empty()).then_some(round)
    }

    /// The answers to one question.
    pub fn of(&self, measure: Measure) -> &[Option<u8>] {
        match measure {
            Measure::Importance => &self.importance,
            Measure::Satisfaction => &self.satisfaction,
        }
    }

    pub(super) fn of_mut(&mut self, measure: Measure) -> &mut [Option<u8>] {
        match measure {
            Measure::Importance => &mut self.importance,
            Measure::Satisfaction => &mut self.satisfaction,
        }
    }

    /// Whether nobody answered anything.
    pub fn is_empty(&self) -> bool {
        let mut all = self.importance.iter().chain(&self.satisfaction);
        all.all(Option::is_none)
    }

    /// Puts the answers about a job into a study, in place of what these people answered before.
    pub(super) fn put_into(&self, study: &mut Study, job: &Id, people: &[Id]) {
        for (place, person) in people.iter().enumerate() {
            let answer = Answer(
                job.clone(),
                self.importance[place],
                self.satisfaction[place],
            );
            let answers = &mut response_of(study, person).answers;
            answers.retain(|there| there.0 != *job);
            if answer.1.is_some() || answer.2.is_some() {
                answers.push(answer);
            }
        }
    }
}

fn response_of<'a>(study: &'a mut Study, person: &Id) -> &'a mut Response {
    let found = study.responses.iter().position(|there| there.id == *person);
    let place = found.unwrap_or_else(|| {
        study.responses.push(Response {
            id: person.clone(),
            segment: None,
            answers: Vec::new(),
        });
        study.responses.len() - 1
    });
    &mut study.responses[place]
}
