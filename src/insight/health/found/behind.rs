//! What has still to be looked at: a place in each table from which on nothing was.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::domain::{Id, Key, Workspace};

/// What is behind. Jobs come before outcomes and outcomes before all others: what is said of one
/// rests on what those before it bring.
#[derive(Clone, Debug, Default)]
pub(super) struct Behind {
    jobs: Walk,
    outcomes: Walk,
    needs: Walk,
    segments: Walk,
    /// The stages and the workspace itself.
    few: bool,
}

/// How far a table was walked through.
#[derive(Clone, Debug, Default)]
enum Walk {
    /// To its end.
    #[default]
    Done,
    /// To this record; none of it was.
    Behind(Option<Id>),
}

impl Behind {
    /// Nothing was looked at yet.
    pub(super) fn everything() -> Self {
        let begin = || Walk::Behind(None);
        Self {
            jobs: begin(),
            outcomes: begin(),
            needs: begin(),
            segments: begin(),
            few: true,
        }
    }

    /// All jobs have to be looked at again.
    pub(super) fn jobs_again(&mut self) {
        self.jobs = Walk::Behind(None);
    }

    /// All outcomes have to be looked at again.
    pub(super) fn outcomes_again(&mut self) {
        self.outcomes = Walk::Behind(None);
    }

    /// Whether nothing is behind.
    pub(super) fn is_done(&self) -> bool {
        let walks = [&self.jobs, &self.outcomes, &self.needs, &self.segments];
        !self.few && walks.into_iter().all(|walk| matches!(walk, Walk::Done))
    }

    /// The next records to look at: about so many, and no longer behind.
    pub(super) fn next(&mut self, workspace: &Workspace, most: usize) -> Vec<Key> {
        let mut keys = Vec::new();
        self.jobs.on(workspace.jobs(), Key::Job, most, &mut keys);
        let outcomes = workspace.outcomes();
        self.outcomes.on(outcomes, Key::Outcome, most, &mut keys);
        self.needs.on(workspace.needs(), Key::Need, most, &mut keys);
        let segments = workspace.segments();
        self.segments.on(segments, Key::Segment, most, &mut keys);
        if keys.len() < most && std::mem::take(&mut self.few) {
            let stages = workspace.stages().iter();
            keys.extend(stages.map(|stage| Key::Stage(stage.id.clone())));
            keys.push(Key::Head);
        }
        keys
    }
}

impl Walk {
    /// Goes on through a table until there are so many keys.
    fn on<T>(
        &mut self,
        table: &BTreeMap<Id, T>,
        key: impl Fn(Id) -> Key,
        most: usize,
        keys: &mut Vec<Key>,
    ) {
        let Self::Behind(after) = self else { return };
        let from = after.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let mut left = table.range::<Id, _>((from, Bound::Unbounded));
        let room = most.saturating_sub(keys.len());
        let ids: Vec<Id> = left.by_ref().take(room).map(|(id, _)| id.clone()).collect();
        *self = match (left.next(), ids.last()) {
            (None, _) => Self::Done,
            (Some(_), Some(last)) => Self::Behind(Some(last.clone())),
            (Some(_), None) => return,
        };
        keys.extend(ids.into_iter().map(key));
    }
}
