//! What holds of the difference of any two workspaces, and how it is told.

use proptest::prelude::*;

use super::*;
use crate::domain::testing::{cast, id, plain_stage, workspace, workspace_of};

/// Two workspaces of the same cast, with stages in any order.
fn two() -> impl Strategy<Value = (Workspace, Workspace)> {
    let both = cast().prop_flat_map(|cast| (workspace_of(&cast), workspace_of(&cast), Just(cast)));
    both.prop_flat_map(|(from, to, cast)| {
        let order = Just(cast.stages).prop_shuffle();
        (Just(from), Just(to), order).prop_map(|(from, mut to, order)| {
            let place = |stage: &Arc<Stage>| order.iter().position(|id| *id == stage.id);
            to.stages.sort_by_key(place);
            (from, to)
        })
    })
}

/// Lists of stages with some of a few names each.
fn stage_lists() -> impl Strategy<Value = (Vec<Arc<Stage>>, Vec<Arc<Stage>>)> {
    let names: Vec<String> = (0..8).map(|n| format!("s{n}")).collect();
    let list = || {
        let some = proptest::sample::subsequence(names.clone(), 0..=8).prop_shuffle();
        some.prop_map(|names| {
            names
                .iter()
                .map(|name| plain_stage(name))
                .collect::<Vec<_>>()
        })
    };
    (list(), list())
}

proptest! {
    #[test]
    fn it_makes_one_workspace_of_the_other_and_its_inverse_takes_that_back((from, to) in two()) {
        let mut there = from.clone();
        let back = there.apply(&difference(&from, &to, "Taken in")).expect("both hold together");
        prop_assert_eq!(&there, &to);
        there.apply(&back).expect("both hold together");
        prop_assert_eq!(&there, &from);
    }

    #[test]
    fn only_what_differs_is_touched((from, to) in two()) {
        for edit in difference(&from, &to, "").edits {
            prop_assert_ne!(Edit::of(&from, &edit.key()), Edit::of(&to, &edit.key()));
        }
        prop_assert!(difference(&to, &to.clone(), "").edits.is_empty());
    }

    #[test]
    fn stages_come_to_stand_where_they_should((from, to) in stage_lists()) {
        let mut workspace = Workspace { stages: from.clone(), ..Workspace::default() };
        let edits = stages(&from, &to);
        workspace.apply(&Change::new("", edits)).expect("nothing refers to stages");
        prop_assert_eq!(&workspace.stages, &to);
    }

    #[test]
    fn what_lists_have_in_common_is_in_both_in_order(
        from in proptest::collection::vec(0..6_u8, 0..20),
        to in proptest::collection::vec(0..6_u8, 0..20),
    ) {
        let common = in_common(&from, &to);
        prop_assert!(common.iter().all(|(a, b)| from[*a] == to[*b]));
        prop_assert!(common.is_sorted_by(|a, b| a.0 < b.0 && a.1 < b.1));
        prop_assert_eq!(in_common(&from, &from).len(), from.len());
    }

    #[test]
    fn a_copy_differs_in_nothing_even_when_no_record_is_shared(one in workspace()) {
        let mut copy = one.clone();
        for outcome in copy.outcomes.values_mut() {
            *outcome = Arc::new((**outcome).clone());
        }
        prop_assert!(difference(&one, &copy, "").edits.is_empty());
    }
}

#[test]
fn one_stage_that_moves_is_one_edit() {
    let list = |names: &[&str]| {
        names
            .iter()
            .map(|name| plain_stage(name))
            .collect::<Vec<_>>()
    };
    let edits = stages(&list(&["a", "b", "c", "d"]), &list(&["b", "c", "d", "a"]));
    assert_eq!(edits, [Edit::Stage(id("a"), 3, Some(plain_stage("a")))]);
}

#[test]
fn what_differs_is_told_by_kind() {
    let gone = |name| Edit::Outcome(id(name), None);
    let edits = vec![gone("a"), Edit::Job(id("j"), None), gone("b"), gone("a")];
    assert_eq!(summary(&Change::new("", edits)), "2 outcomes and 1 job");
    assert_eq!(summary(&Change::new("", Vec::new())), "");
    let head = Edit::Head(Arc::default());
    let study = Edit::Study(id("s"), None);
    let month = Edit::Economics("2026-09".parse().expect("a month"), None);
    let change = Change::new("", vec![head, study, month]);
    assert_eq!(
        summary(&change),
        "name, vision, capacity and silenced findings, 1 study and 1 month"
    );
}

#[test]
fn of_long_lists_that_differ_much_the_ends_are_in_common() {
    let from: Vec<usize> = (0..100_000).collect();
    let mut to: Vec<usize> = (0..100_000).rev().collect();
    (to[0], to[99_999]) = (0, 99_999);
    assert_eq!(in_common(&from, &to), [(0, 0), (99_999, 99_999)]);
}
