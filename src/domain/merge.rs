//! Two versions of a workspace made one, field by field, against the version that both come from:
//! what one side changed is taken, and what both changed in different ways is kept as ours has it
//! and told as a [`Conflict`].
//!
//! | what | how it is merged |
//! | --- | --- |
//! | records, initiatives, KPIs, respondents | by id, each by itself |
//! | a field | as a whole |
//! | stage and rank of a card | together: a card has its place from one side |
//! | readings, answers, entries of a review | by date, job, KPI |
//! | tags, segments, needs, who took part | as sets |
//! | notes, evidence, assumptions, decisions, escalation | line by line; what both add stays, ours first |
//! | stages, and lists of things with ids | in our order, with what they moved or added |
//! | edited here and deleted there | stays as it was edited, and is told |
//! | deleted here and referred to there | comes back, and is told |
//!
//! A new field is merged without a line here: the few that need a rule of their own are named at the
//! head of `tree`, `fields` and `apart`. Where to go next: `fields` for the rules, `mend` for what is
//! done so that the result holds together.

use std::collections::BTreeMap;
use std::sync::Arc;

use thiserror::Error;

use super::change::{Change, Edit, Key};
use super::conflict::{Conflict, Conflicts, Side};
use super::difference::{self, difference};
use super::workspace::Faults;
use super::{Id, Stage, Workspace};
use fields::{Clash, Merger, Versions};
use mend::where_it_stands;

mod apart;
pub(super) mod fields;
mod kpis;
mod lists;
pub(super) mod mend;
pub(super) mod tree;
mod words;

/// What came of a merge.
#[derive(Clone, Debug)]
pub struct Merged {
    /// Both sides in one.
    pub workspace: Workspace,
    /// What makes it out of ours, as one step; without edits where ours has everything already.
    pub change: Change,
    /// What could not be decided.
    pub conflicts: Conflicts,
}

/// Why two versions can't be made one: both must be kept.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("The two versions can't be put together: {0}")]
pub struct Unmergeable(#[source] pub Faults);

/// Makes one workspace of two that both come from `base`.
///
/// # Errors
/// When the sides don't hold together even after what they refer to was brought back, as when a
/// thing was moved by hand to another card on one side and edited on the other.
pub fn merge(
    base: &Workspace,
    ours: &Workspace,
    theirs: &Workspace,
) -> Result<Merged, Unmergeable> {
    let theirs = &*apart::apart(base, ours, theirs);
    let mut joining = Joining {
        base,
        ours,
        theirs,
        edits: Vec::new(),
        clashes: Vec::new(),
    };
    for key in difference(base, theirs, "").keys() {
        joining.join(key);
    }
    joining.order_stages();
    joining.finish()
}

/// A merge that is under way.
struct Joining<'a> {
    base: &'a Workspace,
    ours: &'a Workspace,
    theirs: &'a Workspace,
    /// What is done to ours.
    edits: Vec<Edit>,
    clashes: Vec<(Key, Clash)>,
}

impl Joining<'_> {
    /// Merges a record that they have changed.
    fn join(&mut self, key: Key) {
        let at = |workspace| match Edit::of(workspace, &key) {
            Edit::Stage(id, _, stage) => Edit::Stage(id, 0, stage),
            edit => edit,
        };
        let [base, ours, theirs] = [self.base, self.ours, self.theirs].map(at);
        if theirs == base || theirs == ours {
            return;
        }
        if ours == base {
            return self.edits.push(theirs);
        }
        let trees = [&base, &ours, &theirs].map(tree::tree);
        let versions = Versions::of(&trees);
        let mut merger = Merger::default();
        let mut fields = merger.value(versions);
        if let Some(fields) = &mut fields {
            kpis::unite(&mut merger, versions, fields);
        }
        match fields.and_then(|fields| tree::record(&key, fields)) {
            Some(edit) => {
                self.edits.push(edit);
                let clashes = merger.clashes.into_iter();
                self.clashes
                    .extend(clashes.map(|clash| (key.clone(), clash)));
            }
            None => self.clashes.push((key, versions.clash(&[], Side::Mine))),
        }
    }

    /// Puts the merged stages in the order of the sides.
    fn order_stages(&mut self) {
        let ours = self.ours.stages().iter();
        let mut merged: BTreeMap<Id, Arc<Stage>> = ours
            .map(|stage| (stage.id.clone(), stage.clone()))
            .collect();
        for edit in &self.edits {
            match edit {
                Edit::Stage(id, _, Some(stage)) => drop(merged.insert(id.clone(), stage.clone())),
                Edit::Stage(id, _, None) => drop(merged.remove(id)),
                Edit::Head(_)
                | Edit::Segment(..)
                | Edit::Need(..)
                | Edit::Outcome(..)
                | Edit::Job(..)
                | Edit::Study(..)
                | Edit::Review(..)
                | Edit::Economics(..) => {}
            }
        }
        self.edits.retain(|edit| !matches!(edit, Edit::Stage(..)));
        let ids = |side: &Workspace| -> Vec<Id> {
            side.stages().iter().map(|stage| stage.id.clone()).collect()
        };
        let [base, ours, theirs] = [self.base, self.ours, self.theirs].map(ids);
        let order = lists::order(&base, &ours, &theirs, |id| merged.contains_key(id));
        let merged: Vec<_> = order.iter().filter_map(|id| merged.remove(id)).collect();
        self.edits
            .extend(difference::stages(self.ours.stages(), &merged));
    }

    /// Makes the edits, and those that they need to hold together.
    fn finish(mut self) -> Result<Merged, Unmergeable> {
        let mut workspace = self.ours.clone();
        let sources = [self.ours, self.theirs, self.base];
        let edits = std::mem::take(&mut self.edits);
        let mended = mend::apply(&mut workspace, edits, &sources).map_err(Unmergeable)?;
        for id in mended.restored {
            self.tell_restored(&id);
        }
        for key in mended.left {
            self.tell_left(key);
        }
        let mut change = difference(self.ours, &workspace, "");
        change.label = format!("Took in {} from outside", difference::summary(&change));
        Ok(Merged {
            workspace,
            change,
            conflicts: self.conflicts(),
        })
    }

    /// Says that a thing was brought back that one side has deleted.
    fn tell_restored(&mut self, id: &Id) {
        let (source, kept) = match self.ours.home(id) {
            Some(_) => (self.ours, Side::Mine),
            None => (self.theirs, Side::Theirs),
        };
        let Some((key, paths)) = where_it_stands(id, source) else {
            return;
        };
        let path = paths.into_iter().next().unwrap_or_default();
        let there = tree::tree(&Edit::of(source, &key));
        let there = there.and_then(|there| tree::get(&there, &path).cloned());
        let (mine, theirs) = match kept {
            Side::Mine | Side::Both => (there.clone(), None),
            Side::Theirs => (None, there.clone()),
        };
        let clash = Clash {
            path,
            base: there,
            mine,
            theirs,
            both: None,
            kept,
        };
        self.clashes.push((key, clash));
    }

    /// Says that a record was left as ours has it, since with their values it holds no longer.
    fn tell_left(&mut self, key: Key) {
        self.clashes.retain(|(other, _)| *other != key);
        let trees =
            [self.base, self.ours, self.theirs].map(|side| tree::tree(&Edit::of(side, &key)));
        let clash = Versions::of(&trees).clash(&[], Side::Mine);
        self.clashes.push((key, clash));
    }

    fn conflicts(self) -> Conflicts {
        let (ours, theirs) = (self.ours, self.theirs);
        let told = |(key, clash)| words::told(key, clash, [ours, theirs]);
        let list: Vec<Conflict> = self.clashes.into_iter().map(told).collect();
        Conflicts::new(list, ours, theirs)
    }
}

#[cfg(test)]
mod tests;
