//! What holds whatever the two sides did.

use proptest::prelude::*;
use serde_json::Value;

use crate::domain::conflict::{Conflict, Side};
use crate::domain::merge::tree::{Step, get, put, record, tree};
use crate::domain::merge::{Merged, merge};
use crate::domain::testing::{cast, ids_in, rebuilt, work, workspace_of};
use crate::domain::{Change, Edit, Key, Workspace, difference};

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

/// The change that puts a record where the one of its key stands.
fn in_place(workspace: &Workspace, key: &Key, fields: Value) -> Change {
    let edit = match (record(key, fields).expect("a record"), key) {
        (Edit::Stage(id, _, stage), Key::Stage(old)) => {
            let (place, _) = workspace.stage(old).expect("a stage");
            Edit::Stage(id, place, stage)
        }
        (edit, _) => edit,
    };
    Change::new("", vec![edit])
}

/// A workspace, and two others with the same things in them.
fn three() -> impl Strategy<Value = [Workspace; 3]> {
    cast().prop_flat_map(|cast| {
        [
            workspace_of(&cast),
            workspace_of(&cast),
            workspace_of(&cast),
        ]
    })
}

/// The fields of a record that anybody may change without regard to others.
fn free_fields(key: &Key, records: &[&Value]) -> Vec<String> {
    if matches!(key, Key::Study(_) | Key::Review(_) | Key::Economics(_)) {
        return Vec::new();
    }
    let records = records.iter().filter_map(|record| record.as_object());
    let mut names: Vec<String> = records.flat_map(|fields| fields.keys().cloned()).collect();
    names.retain(|name| name != "initiatives");
    names.sort();
    names.dedup();
    names
}

/// A record with some of its fields as another has them.
fn with_fields(record: &Value, other: &Value, names: &[&String]) -> Value {
    let mut record = record.clone();
    for name in names {
        put(
            &mut record,
            &[Step::Field((*name).clone())],
            other.get(*name).cloned(),
        );
    }
    record
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn edits_of_different_fields_are_both_there_and_no_conflict(
        [base, ours, theirs] in three(),
        whose in proptest::collection::vec(any::<bool>(), 16),
    ) {
        let (mut mine, mut other) = (base.clone(), base.clone());
        let mut expected = Vec::new();
        for key in base.keys() {
            let trees = [&base, &ours, &theirs].map(|side| tree(&Edit::of(side, &key)));
            let [Some(before), Some(our), Some(their)] = trees else { continue };
            let names = free_fields(&key, &[&before, &our, &their]);
            let (for_us, for_them): (Vec<_>, Vec<_>) =
                names.iter().enumerate().partition(|(n, _)| whose[*n]);
            let names = |list: Vec<(usize, _)>| list.into_iter().map(|(_, name)| name).collect();
            let (for_us, for_them): (Vec<&String>, Vec<&String>) = (names(for_us), names(for_them));
            let our_record = with_fields(&before, &our, &for_us);
            expected.push((key.clone(), with_fields(&our_record, &their, &for_them)));
            let their_record = with_fields(&before, &their, &for_them);
            for (side, record) in [(&mut mine, our_record), (&mut other, their_record)] {
                side.apply(&in_place(side, &key, record)).expect("the cast is the same");
            }
        }
        let merged = merged(&base, &mine, &other);
        prop_assert!(merged.conflicts.list().is_empty(), "{:?}", merged.conflicts.list());
        for (key, record) in expected {
            prop_assert_eq!(tree(&Edit::of(&merged.workspace, &key)), Some(record));
        }
    }

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
