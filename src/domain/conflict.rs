//! What two sides changed in different ways, in words to decide by, and what follows from the
//! decision: one change.

use std::sync::Arc;

use super::change::{Change, Edit, Key};
use super::difference::difference;
use super::merge::fields::Clash;
use super::merge::mend;
use super::merge::tree::{Step, put, record, tree};
use super::wording::{counted, listed};
use super::{Id, Workspace, removal};

/// Whose version is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Ours.
    Mine,
    /// Theirs.
    Theirs,
    /// Both, one after the other.
    Both,
}

/// Something that both sides changed in different ways.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The record that it is in.
    pub key: Key,
    /// What that is: `outcome 'Set up quickly'`.
    pub thing: String,
    /// Which field of it, by the names of the file: `statement`, `KPI 'Setup time': target`.
    pub field: String,
    /// What ours says; of lists, what only ours has.
    pub mine: String,
    /// What theirs says; of lists, what only theirs has.
    pub theirs: String,
    pub(super) clash: Clash,
}

/// Everything that could not be decided when two versions were merged.
#[derive(Clone, Debug)]
pub struct Conflicts {
    list: Vec<Conflict>,
    /// Ours and theirs.
    sides: Arc<[Workspace; 2]>,
}

/// What follows from a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The change, one step to undo; without edits where all stays as it is.
    pub change: Change,
    /// The places of those that stay as they are, since what was picked would not hold together:
    /// a scale that answers lie beyond.
    pub refused: Vec<usize>,
}

impl Conflict {
    /// A clash with what it is about and what the sides say.
    pub(super) fn new([thing, field, mine, theirs]: [String; 4], key: Key, clash: Clash) -> Self {
        Self {
            key,
            thing,
            field,
            mine,
            theirs,
            clash,
        }
    }

    /// Whose version the merged workspace has.
    pub fn kept(&self) -> Side {
        self.clash.kept
    }

    /// Whether both versions can be kept, one after the other.
    pub fn can_keep_both(&self) -> bool {
        self.clash.both.is_some()
    }

    /// The edits that take a side's version into a workspace; none where it has no place there.
    fn edits(&self, side: Side, now: &Workspace, source: &Workspace) -> Option<Vec<Edit>> {
        let value = match side {
            Side::Mine => self.clash.mine.clone(),
            Side::Theirs => self.clash.theirs.clone(),
            Side::Both => Some(self.clash.both.clone()?),
        };
        if value.is_none()
            && let Some(id) = self.whole()
        {
            // It may be gone already, with what it stood in.
            let removal = removal::remove(now, &id);
            return Some(removal.map_or_else(Vec::new, |change| change.edits));
        }
        let edit = match (self.clash.path.as_slice(), value) {
            ([], None) => Edit::of(&Workspace::default(), &self.key),
            ([], Some(whole)) => record(&self.key, whole)?,
            (path, value) => {
                let mut fields = tree(&Edit::of(now, &self.key))?;
                put(&mut fields, path, value);
                record(&self.key, fields)?
            }
        };
        Some(vec![in_place(edit, now, source)])
    }

    /// Whether a side's version is that the whole thing is not there.
    fn takes_away(&self, side: Side) -> bool {
        let value = match side {
            Side::Mine => &self.clash.mine,
            Side::Theirs => &self.clash.theirs,
            Side::Both => &self.clash.both,
        };
        value.is_none() && self.whole().is_some()
    }

    /// The thing that is in question as a whole, if it is one that others may refer to.
    fn whole(&self) -> Option<Id> {
        match (self.clash.path.last(), &self.key) {
            (
                None,
                Key::Segment(id)
                | Key::Stage(id)
                | Key::Need(id)
                | Key::Outcome(id)
                | Key::Job(id)
                | Key::Study(id),
            ) => Some(id.clone()),
            (None, Key::Head | Key::Review(_) | Key::Economics(_)) | (Some(Step::Field(_)), _) => {
                None
            }
            (Some(Step::Entry(id)), _) => {
                let named = self.clash.path.iter().rev().nth(1);
                let is_thing = named.is_some_and(|list| {
                    ["initiatives", "kpis"]
                        .iter()
                        .any(|name| *list == Step::Field((*name).to_owned()))
                });
                Id::new(id).ok().filter(|_| is_thing)
            }
        }
    }
}

/// An edit of a stage leaves it where it stands, or puts it where its source has it.
fn in_place(edit: Edit, now: &Workspace, source: &Workspace) -> Edit {
    let Edit::Stage(id, _, stage) = edit else {
        return edit;
    };
    let there = now.stage(&id).or_else(|| source.stage(&id));
    let place = there.map_or(usize::MAX, |(place, _)| place);
    Edit::Stage(id, place, stage)
}

impl Conflicts {
    /// What could not be decided between two workspaces.
    pub(super) fn new(list: Vec<Conflict>, ours: &Workspace, theirs: &Workspace) -> Self {
        let sides = Arc::new([ours.clone(), theirs.clone()]);
        Self { list, sides }
    }

    /// Each of them.
    pub fn list(&self) -> &[Conflict] {
        &self.list
    }

    /// Decides them as picked, one for one, in the workspace as it is now: the merged one, or what
    /// became of it. What is picked as it is kept is left alone.
    pub fn settle(&self, now: &Workspace, picks: &[Side]) -> Settled {
        let mut after = now.clone();
        let (mut taken, mut refused) = (Vec::new(), Vec::new());
        let picked = self.list.iter().zip(picks.iter().copied()).enumerate();
        // What is taken away goes last: a stage takes its cards along, and one of them may be picked to
        // stand elsewhere.
        let (last, first): (Vec<_>, Vec<_>) =
            picked.partition(|(_, (conflict, side))| conflict.takes_away(*side));
        for (n, (conflict, side)) in first.into_iter().chain(last) {
            if side == conflict.kept() {
                continue;
            }
            if self.take(conflict, side, &mut after) {
                taken.push(side);
            } else {
                refused.push(n);
            }
        }
        refused.sort_unstable();
        let change = difference(now, &after, label(&taken));
        Settled { change, refused }
    }

    /// Takes a side's version into a workspace, with what it refers to; false, and nothing is done,
    /// where it would not hold together.
    fn take(&self, conflict: &Conflict, side: Side, into: &mut Workspace) -> bool {
        let [ours, theirs] = &*self.sides;
        let source = match side {
            Side::Mine | Side::Both => ours,
            Side::Theirs => theirs,
        };
        let Some(edits) = conflict.edits(side, into, source) else {
            return false;
        };
        let mended = mend::apply(into, edits, &[source]);
        mended.is_ok_and(|mended| mended.left.is_empty())
    }
}

fn label(taken: &[Side]) -> String {
    let told = |side, words: &str| {
        let count = taken.iter().filter(|taken| **taken == side).count();
        (count > 0).then(|| format!("{words} in {}", counted(count, "field")))
    };
    let told = [
        told(Side::Theirs, "took theirs"),
        told(Side::Mine, "took mine"),
        told(Side::Both, "kept both"),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    let mut label = listed(&told);
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    label
}
