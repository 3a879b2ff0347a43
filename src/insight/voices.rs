//! What speaks of what in the research: the outcomes that serve a need, and the needs, outcomes and
//! respondents that speak of a segment.

use std::collections::BTreeMap;

use crate::domain::{Id, Workspace};

/// What speaks of a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// The needs that it has, by id.
    pub needs: Vec<Id>,
    /// The outcomes on the board that name it, by id. One that names no segment is for all and
    /// speaks of none.
    pub outcomes: Vec<Id>,
    /// The studies with respondents of it, and how many each has.
    pub respondents: Vec<(Id, usize)>,
}

impl Voices {
    /// How many respondents belong to it, in all studies together.
    pub fn heard(&self) -> usize {
        self.respondents.iter().map(|(_, count)| count).sum()
    }

    /// Whether nothing speaks of it.
    pub fn is_silent(&self) -> bool {
        self.needs.is_empty() && self.outcomes.is_empty() && self.respondents.is_empty()
    }
}

/// The outcomes on the board that serve each need, by id; needs that none serves are left out.
pub fn serving(workspace: &Workspace) -> BTreeMap<Id, Vec<Id>> {
    let mut serving: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    let outcomes = workspace.outcomes().values();
    for outcome in outcomes.filter(|outcome| outcome.is_active()) {
        for need in &outcome.needs {
            let there = serving.entry(need.clone()).or_default();
            there.push(outcome.id.clone());
        }
    }
    serving
}

/// What speaks of each segment; every segment has an entry.
pub fn of_segments(workspace: &Workspace) -> BTreeMap<Id, Voices> {
    let segments = workspace.segments().keys();
    let mut voices: BTreeMap<Id, Voices> = segments
        .map(|segment| (segment.clone(), Voices::default()))
        .collect();
    for need in workspace.needs().values() {
        for segment in &need.segments {
            if let Some(voices) = voices.get_mut(segment) {
                voices.needs.push(need.id.clone());
            }
        }
    }
    let outcomes = workspace.outcomes().values();
    for outcome in outcomes.filter(|outcome| outcome.is_active()) {
        for segment in &outcome.segments {
            if let Some(voices) = voices.get_mut(segment) {
                voices.outcomes.push(outcome.id.clone());
            }
        }
    }
    for study in workspace.studies().values() {
        let segments = study.responses.iter();
        let mut counts: BTreeMap<&Id, usize> = BTreeMap::new();
        for segment in segments.filter_map(|response| response.segment.as_ref()) {
            *counts.entry(segment).or_default() += 1;
        }
        for (segment, count) in counts {
            if let Some(voices) = voices.get_mut(segment) {
                voices.respondents.push((study.id.clone(), count));
            }
        }
    }
    voices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{id, sample};

    #[test]
    fn a_need_knows_the_outcomes_that_serve_it() {
        let serving = serving(&sample());
        let need = id("afraid-of-losing-history");
        assert_eq!(serving[&need], [id("set-up-quickly")]);
    }

    #[test]
    fn a_segment_knows_its_needs_outcomes_and_respondents() {
        let workspace = sample();
        let voices = &of_segments(&workspace)[&id("enterprise")];
        assert_eq!(voices.needs, [id("needs-a-reason-for-the-board")]);
        assert!(voices.outcomes.contains(&id("decide-with-confidence")));
        let asked = workspace.studies().values();
        let of_segment = asked.flat_map(|study| &study.responses);
        let of_segment = of_segment.filter(|there| there.segment == Some(id("enterprise")));
        assert_eq!(voices.heard(), of_segment.count());
    }
}
