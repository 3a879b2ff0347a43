//! The fields of what a meeting keeps: a decision, and what is parked for another day. Both stand in
//! the review of the day on which they were put down.

use std::collections::BTreeMap;

use super::outcome::sorted;
use super::stage::teams;
use super::{Field, Kind, Record, field};
use crate::domain::{Date, Decision, Edit, Review, Workspace};

/// What the review of a day is called that began with a decision, or with something parked.
const MEETING: &str = "Meeting";

impl Record for Decision {
    const KIND: &'static str = "decision";

    const FIELDS: &'static [Field<Self>] = &[
        field!("text", text, Kind::Line)
            .required()
            .told("What", "what was decided"),
        field!("why", why, Kind::Line).told("Why", "what spoke for it"),
        field!("owner", owner, Kind::Line)
            .known(owners)
            .told("Who", "who carries it out"),
        field!("date", date, Kind::Date).told("When", "when it was decided"),
    ];

    fn called(&self) -> &str {
        &self.text
    }
}

/// Something that is left for another day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parked {
    pub(super) text: String,
}

impl Record for Parked {
    const KIND: &'static str = "parked line";

    const FIELDS: &'static [Field<Self>] = &[field!("text", text, Kind::Line)
        .required()
        .told("Park", "what is left for another day")];

    fn called(&self) -> &str {
        &self.text
    }
}

/// Where a decision or what is parked stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Within {
    /// The day of the review.
    pub(super) review: Date,
    /// Its place there, from 0; behind the others where it is new.
    pub(super) place: Option<usize>,
    /// What was parked and is decided now: the day of its review, and its place there.
    pub(super) settles: Option<(Date, usize)>,
}

impl Within {
    /// Behind the others in the review of a day.
    pub(super) fn new(review: Date) -> Self {
        Self {
            review,
            place: None,
            settles: None,
        }
    }

    /// At a place of the review of a day.
    pub(super) fn at(review: Date, place: usize) -> Self {
        Self {
            place: Some(place),
            ..Self::new(review)
        }
    }

    /// The edits that put a decision there.
    pub(super) fn decide(self, workspace: &Workspace, decision: Decision) -> Vec<Edit> {
        let mut reviews = BTreeMap::new();
        if let Some((day, place)) = self.settles {
            let mut review = review(workspace, day);
            review.unpark(place);
            reviews.insert(day, review);
        }
        let review = reviews
            .entry(self.review)
            .or_insert_with(|| review(workspace, self.review));
        let there = self.place.and_then(|place| review.decisions.get_mut(place));
        match there {
            Some(there) => *there = decision,
            None => review.decisions.push(decision),
        }
        reviews.into_values().map(Edit::review).collect()
    }

    /// The edit that puts there what is parked.
    pub(super) fn park(&self, workspace: &Workspace, parked: Parked) -> Edit {
        let mut review = review(workspace, self.review);
        let mut lines: Vec<String> = review.parked.iter().map(str::to_owned).collect();
        match self.place.and_then(|place| lines.get_mut(place)) {
            Some(there) => *there = parked.text,
            None => lines.push(parked.text),
        }
        review.parked = lines.into_iter().collect();
        Edit::review(review)
    }
}

/// A copy of the review of a day, or a new one.
fn review(workspace: &Workspace, day: Date) -> Review {
    let there = workspace.reviews().get(&day);
    there.map_or_else(|| Review::new(day, MEETING), |review| Review::clone(review))
}

/// Everybody who carries something out.
fn owners(workspace: &Workspace) -> Vec<String> {
    let reviews = workspace.reviews().values();
    let decisions = reviews.flat_map(|review| &review.decisions);
    let named = decisions.filter_map(|decision| decision.owner.clone());
    sorted(named.chain(teams(workspace)))
}
