//! The segments that respondents say they belong to: those of the workspace, and new ones.

use std::collections::HashMap;

use super::heads::{folded, plain};
use super::words::is_no_answer;
use crate::domain::{Edit, Id, Segment, Workspace};

/// How long the name of a new segment is at most, in characters.
const LONGEST: usize = 120;

/// Segments by what a file calls them.
pub(super) struct Segments<'w> {
    workspace: &'w Workspace,
    /// The id that the study has or will have.
    study: Id,
    by_name: HashMap<String, Id>,
    new: Vec<Segment>,
}

impl<'w> Segments<'w> {
    pub(super) fn of(workspace: &'w Workspace, study: Id) -> Self {
        let segments = workspace.segments().values();
        let ids = segments
            .clone()
            .map(|segment| (folded(segment.id.as_str()), segment.id.clone()));
        let names = segments.map(|segment| (folded(&segment.name), segment.id.clone()));
        Self {
            workspace,
            study,
            // Where a name is another's id, the name counts.
            by_name: ids.chain(names).collect(),
            new: Vec::new(),
        }
    }

    /// The segment that is called so; one is made where there is none. None where nothing is said.
    pub(super) fn id(&mut self, called: &str) -> Option<Id> {
        let name: String = plain(called).chars().take(LONGEST).collect();
        let key = folded(&name);
        if is_no_answer(&key) {
            return None;
        }
        if let Some(id) = self.by_name.get(&key) {
            return Some(id.clone());
        }
        let id = Id::from_words(&name, "segment", |id| {
            let is_new = self.new.iter().any(|segment| segment.id == *id);
            is_new || *id == self.study || self.workspace.is_spent(id)
        });
        self.new.push(Segment {
            id: id.clone(),
            name,
            expects: None,
        });
        self.by_name.insert(key, id.clone());
        Some(id)
    }

    /// The names of the new ones.
    pub(super) fn names(&self) -> Vec<String> {
        self.new
            .iter()
            .map(|segment| segment.name.clone())
            .collect()
    }

    /// What makes the new ones.
    pub(super) fn edits(self) -> Vec<Edit> {
        self.new.into_iter().map(Edit::segment).collect()
    }
}
