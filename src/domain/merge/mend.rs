//! What is done so that edits of two sides hold together: what is referred to comes back, and a
//! record whose values no longer fit each other is left as it was.

use super::tree::{Step, get, put, record, tree};
use crate::domain::change::{Change, Edit, Key};
use crate::domain::workspace::{Fault, Faults, Home};
use crate::domain::{Id, Kpi, Workspace};

/// What was done besides the edits.
#[derive(Debug, Default)]
pub(in crate::domain) struct Mended {
    /// The things that came back since something refers to them.
    pub(in crate::domain) restored: Vec<Id>,
    /// The records that were left as they were.
    pub(in crate::domain) left: Vec<Key>,
}

/// Makes edits and what they need to hold together. What is referred to and not there is taken from
/// the first of the sources that has it.
///
/// # Errors
/// What would not hold for all that. The workspace is then as before.
pub(in crate::domain) fn apply(
    workspace: &mut Workspace,
    mut edits: Vec<Edit>,
    sources: &[&Workspace],
) -> Result<Mended, Faults> {
    let mut mended = Mended::default();
    loop {
        let Err(faults) = workspace.apply(&Change::new("", edits.clone())) else {
            return Ok(mended);
        };
        let before = edits.len();
        for fault in &faults.0 {
            edits.extend(mended.mend(fault, (workspace, &edits), sources));
        }
        if edits.len() == before {
            return Err(faults);
        }
    }
}

impl Mended {
    /// The edit that takes a fault away, if there is one that was not made yet.
    fn mend(
        &mut self,
        fault: &Fault,
        (before, edits): (&Workspace, &[Edit]),
        sources: &[&Workspace],
    ) -> Option<Edit> {
        let Some(id) = &fault.missing else {
            return self.leave(&fault.key, before);
        };
        if self.restored.contains(id) {
            return None;
        }
        let source = sources.iter().find(|source| source.home(id).is_some())?;
        let edit = restoring(id, source, |key| latest(key, before, edits))?;
        self.restored.push(id.clone());
        Some(edit)
    }

    fn leave(&mut self, key: &Key, before: &Workspace) -> Option<Edit> {
        if self.left.contains(key) {
            return None;
        }
        self.left.push(key.clone());
        Some(Edit::of(before, key))
    }
}

/// The record of a key after edits.
fn latest(key: &Key, before: &Workspace, edits: &[Edit]) -> Edit {
    let edit = edits.iter().rfind(|edit| edit.key() == *key);
    edit.cloned().unwrap_or_else(|| Edit::of(before, key))
}

/// The edit that brings back what an id names in a source; a KPI or an initiative into its outcome
/// if that is there.
fn restoring(id: &Id, source: &Workspace, latest: impl Fn(&Key) -> Edit) -> Option<Edit> {
    let (key, paths) = where_it_stands(id, source)?;
    let whole = Edit::of(source, &key);
    let Some(mut outcome) = tree(&latest(&key)).filter(|_| !paths.is_empty()) else {
        return Some(whole);
    };
    let there = tree(&whole)?;
    // The innermost that has a place to stand in: the KPI, or its initiative with all it has.
    for path in paths {
        let value = get(&there, &path).cloned();
        put(&mut outcome, &path, value);
        if get(&outcome, &path).is_some() {
            break;
        }
    }
    record(&key, outcome)
}

/// The record that an id names or that what it names stands in, and in there the ways to the thing
/// and to what it stands in.
pub(in crate::domain) fn where_it_stands(
    id: &Id,
    workspace: &Workspace,
) -> Option<(Key, Vec<Vec<Step>>)> {
    let own = |key: fn(Id) -> Key| Some((key(id.clone()), Vec::new()));
    let initiative = |id: &Id| {
        let list = Step::Field("initiatives".to_owned());
        vec![list, Step::Entry(id.to_string())]
    };
    match workspace.home(id)? {
        Home::Segment => own(Key::Segment),
        Home::Stage => own(Key::Stage),
        Home::Need => own(Key::Need),
        Home::Outcome => own(Key::Outcome),
        Home::Job => own(Key::Job),
        Home::Study => own(Key::Study),
        Home::Initiative(outcome) => Some((Key::Outcome(outcome.clone()), vec![initiative(id)])),
        Home::Kpi(outcome) => {
            let initiatives = &workspace.outcomes().get(outcome)?.initiatives;
            let has_it = |kpis: &[Kpi]| kpis.iter().any(|kpi| kpi.id == *id);
            let around = initiatives.iter().find(|there| has_it(&there.kpis))?;
            let around = initiative(&around.id);
            let mut kpi = around.clone();
            kpi.extend([Step::Field("kpis".to_owned()), Step::Entry(id.to_string())]);
            Some((Key::Outcome(outcome.clone()), vec![kpi, around]))
        }
    }
}
