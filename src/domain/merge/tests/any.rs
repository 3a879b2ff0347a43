//! What holds whatever the two sides did.

use proptest::prelude::*;
use serde_json::Value;

use crate::domain::conflict::{Conflict, Side};
use crate::domain::merge::tree::{get, tree};
use crate::domain::merge::{Merged, merge};
use crate::domain::testing::{cast, ids_in, rebuilt, work, workspace_of};
use crate::domain::{Edit, Key, Workspace, difference};

/// A workspace and what two people made of it.
fn sides() -> impl Strategy<Value = [Workspace; 3]> {
    cast().prop_flat_map(|cast| {
        let works = (workspace_of(&cast), work(&cast), work(&cast));
        works.prop_map(|(base, ours, theirs)| {
            let (ours, theirs) = (ours.done_to(&base), theirs.done_to(&base));
            [base, ours, theirs]
        })
    })
}

fn merged(base: &Workspace, ours: &Workspace, theirs: &Workspace) -> Merged {
    merge(base, ours, theirs).expect("nobody moves a thing to another card by hand")
}

/// What is the same of a value in whichever order its lists stand.
fn unordered(value: &mut Value) {
    match value {
        Value::Array(entries) => {
            entries.iter_mut().for_each(unordered);
            entries.sort_by_key(Value::to_string);
        }
        Value::Object(fields) => {
            fields.values_mut().for_each(unordered);
            fields.sort_keys();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn in_any_order(workspace: &Workspace) -> Vec<(Key, Option<Value>)> {
    let keys = workspace.keys();
    let mut all: Vec<_> = keys
        .map(|key| {
            let mut fields = tree(&Edit::of(workspace, &key));
            fields.iter_mut().for_each(unordered);
            (key, fields)
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn where_one_side_did_nothing_the_other_is_the_result([base, ours, theirs] in sides()) {
        for (mine, other, all) in [(&ours, &base, &ours), (&base, &theirs, &theirs), (&ours, &ours, &ours)] {
            let merged = merged(&base, mine, other);
            prop_assert_eq!(&merged.workspace, all);
            prop_assert!(merged.conflicts.list().is_empty());
            prop_assert_eq!(merged.change.edits, difference(mine, all, "").edits);
        }
    }

    #[test]
    fn the_result_holds_together_and_is_ours_after_the_change([base, ours, theirs] in sides()) {
        let merged = merged(&base, &ours, &theirs);
        prop_assert_eq!(rebuilt(&merged.workspace), Ok(merged.workspace.clone()));
        let mut after = ours;
        after.apply(&merged.change).expect("the result holds together");
        prop_assert_eq!(after, merged.workspace);
    }

    #[test]
    fn what_either_side_added_is_there([base, ours, theirs] in sides()) {
        let merged = merged(&base, &ours, &theirs);
        let told: Vec<&Key> = merged.conflicts.list().iter().map(|conflict| &conflict.key).collect();
        for side in [&ours, &theirs] {
            for id in ids_in(side).iter().filter(|id| base.home(id).is_none()) {
                prop_assert!(merged.workspace.home(id).is_some(), "{} is lost; told: {:?}", id, told);
            }
        }
    }

    #[test]
    fn what_only_one_side_touched_is_as_that_side_has_it([base, ours, theirs] in sides()) {
        let merged = merged(&base, &ours, &theirs);
        let touched = |side| difference(&base, side, "").keys();
        let (by_us, by_them) = (touched(&ours), touched(&theirs));
        let told: Vec<&Key> = merged.conflicts.list().iter().map(|conflict| &conflict.key).collect();
        let is_told = |key: &Key| told.contains(&key) || matches!(key, Key::Stage(_));
        for (keys, others, side) in [(&by_us, &by_them, &ours), (&by_them, &by_us, &theirs)] {
            for key in keys.iter().filter(|key| !others.contains(key) && !is_told(key)) {
                prop_assert_eq!(Edit::of(&merged.workspace, key), Edit::of(side, key));
            }
        }
    }

    #[test]
    fn whose_side_it_is_done_from_decides_conflicts_alone([base, ours, theirs] in sides()) {
        let here = merged(&base, &ours, &theirs);
        let there = merged(&base, &theirs, &ours);
        prop_assert_eq!(here.conflicts.list().is_empty(), there.conflicts.list().is_empty());
        if here.conflicts.list().is_empty() {
            prop_assert_eq!(in_any_order(&here.workspace), in_any_order(&there.workspace));
        }
    }

    #[test]
    fn taking_theirs_everywhere_gives_what_they_have([base, ours, theirs] in sides()) {
        let merged = merged(&base, &ours, &theirs);
        let list = merged.conflicts.list();
        let picks = vec![Side::Theirs; list.len()];
        let settled = merged.conflicts.settle(&merged.workspace, &picks);
        let mut after = merged.workspace.clone();
        after.apply(&settled.change).expect("what is taken holds together");
        for refused in &settled.refused {
            prop_assert!(matches!(list[*refused].key, Key::Study(_)), "{:?}", list[*refused]);
        }
        prop_assert_eq!(rebuilt(&after), Ok(after.clone()));
        let is_plain = |(n, conflict): &(usize, &Conflict)| {
            !settled.refused.contains(n) && !conflict.can_keep_both()
        };
        for (_, conflict) in list.iter().enumerate().filter(is_plain) {
            let path = &conflict.clash.path;
            let value = |workspace| {
                let fields = tree(&Edit::of(workspace, &conflict.key));
                fields.and_then(|fields| get(&fields, path).cloned())
            };
            prop_assert_eq!(value(&after), value(&theirs), "{:?}", conflict);
        }
    }

    #[test]
    fn what_is_picked_as_it_is_changes_nothing([base, ours, theirs] in sides()) {
        let merged = merged(&base, &ours, &theirs);
        let kept: Vec<Side> = merged.conflicts.list().iter().map(Conflict::kept).collect();
        let settled = merged.conflicts.settle(&merged.workspace, &kept);
        prop_assert!(settled.change.edits.is_empty() && settled.refused.is_empty());
    }
}
