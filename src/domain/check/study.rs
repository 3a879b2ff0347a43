//! What must hold in a study. A study may have a million answers: what was found of one response is
//! not looked up again for the next, and words are made only where something is wrong.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::Finder;
use crate::domain::{Answer, Response, Study};

/// Where the scale of a study may end.
const SCALES: RangeInclusive<u8> = 2..=100;

impl Finder<'_> {
    pub(super) fn study(&mut self, study: &Study) {
        let has_scale = SCALES.contains(&study.scale);
        if !has_scale {
            self.say(
                "scale",
                format!("a scale ends at 2 to 100, not {}", study.scale),
            );
        }
        if study.top.is_some_and(|top| top == 0 || top > study.scale) {
            self.say(
                "top",
                format!("the top boxes begin at 1 to {}", study.scale),
            );
        }
        let mut respondents = HashSet::new();
        let mut sound: &[Answer] = &[];
        for (r, response) in study.responses.iter().enumerate() {
            if !respondents.insert(&response.id) {
                let problem = format!("the respondent \"{}\" is there twice", response.id);
                self.say(format!("responses.{r}.id"), problem);
            }
            if let Some(segment) = &response.segment {
                self.refer(format!("responses.{r}.segment"), segment, "segment");
            }
            let faults = self.faults.len();
            self.jobs(response, r, sound);
            if self.faults.len() == faults {
                sound = &response.answers;
            }
            if has_scale {
                self.values(response, r, study.scale);
            }
        }
    }

    /// Whether the answers are about jobs, each about another. Those of a response that is `sound`
    /// are about jobs.
    fn jobs(&mut self, response: &Response, r: usize, sound: &[Answer]) {
        let path = |a: usize| format!("responses.{r}.answers.{a}");
        let mut next = 0;
        for (a, answer) in response.answers.iter().enumerate() {
            if sound.get(next).is_some_and(|known| known.0 == answer.0) {
                next += 1;
                continue;
            }
            if self.is_missing(&answer.0, "job") {
                self.refer(path(a), &answer.0, "job");
            }
            next = sound.partition_point(|known| known.0 <= answer.0);
        }
        if response.answers.is_sorted_by(|one, next| one.0 < next.0) {
            return;
        }
        let mut jobs = HashSet::new();
        for (a, answer) in response.answers.iter().enumerate() {
            if !jobs.insert(&answer.0) {
                self.say(path(a), format!("a second answer about \"{}\"", answer.0));
            }
        }
    }

    /// Whether the answers of a response are on the scale, which must itself be right.
    fn values(&mut self, response: &Response, r: usize, scale: u8) {
        for (a, answer) in response.answers.iter().enumerate() {
            for value in [answer.1, answer.2].into_iter().flatten() {
                if value == 0 || value > scale {
                    let path = format!("responses.{r}.answers.{a}");
                    self.say(path, format!("an answer is 1 to {scale}, not {value}"));
                }
            }
        }
    }
}
