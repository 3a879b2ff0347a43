//! What must hold of the table as a whole.

use std::collections::HashSet;

use super::{Context, GROUPS, PREFIXES, all, hints, prefix, written_keys};
use crate::app::keymap::{Keymap, Meaning};

#[test]
fn ids_are_unique() {
    let mut seen = HashSet::new();
    for (_, command) in all() {
        assert!(seen.insert(command.id), "{} is there twice", command.id);
    }
}

#[test]
fn every_key_of_the_table_is_one() {
    for (_, command) in all() {
        assert_eq!(
            written_keys(command).count(),
            command.keys.len(),
            "{}",
            command.id
        );
    }
}

#[test]
fn no_key_does_two_things_in_one_context() {
    for group in GROUPS {
        let mut seen = HashSet::new();
        for keys in group.commands.iter().flat_map(written_keys) {
            assert!(
                seen.insert(keys.clone()),
                "{keys:?} is there twice in {:?}",
                group.context
            );
            for shorter in 1..keys.len() {
                assert!(
                    !seen.contains(&keys[..shorter]),
                    "{keys:?} can't be reached"
                );
            }
        }
    }
}

#[test]
fn every_key_leads_to_its_action() {
    let keymap = Keymap::default();
    for (group, command) in all() {
        for keys in written_keys(command) {
            let meaning = keymap.look_up(&[group.context], &keys);
            assert_eq!(meaning, Meaning::Run(command.action), "{}", command.id);
        }
    }
}

#[test]
fn what_is_said_of_a_beginning_is_said_of_keys_that_there_are() {
    let keymap = Keymap::default();
    for (context, key, words) in PREFIXES {
        let key = key.parse().expect("a key");
        assert_eq!(keymap.look_up(&[*context], &[key]), Meaning::Prefix);
        assert_eq!(prefix(&[*context], key), Some(*words));
    }
}

#[test]
fn keys_with_a_common_beginning_have_one_hint() {
    let hints = hints(&[Context::Card], &Keymap::default());
    let adding: Vec<_> = hints.iter().filter(|hint| hint.words == "add").collect();
    assert_eq!(adding.len(), 1);
    assert_eq!(adding[0].key, "a");
}

#[test]
fn every_context_has_a_way_out() {
    let keymap = Keymap::default();
    let esc = ["esc".parse().expect("a key")];
    for context in [
        Context::Global,
        Context::Form,
        Context::Menu,
        Context::Confirm,
        Context::Broken,
        Context::Conflicts,
    ] {
        assert!(
            matches!(keymap.look_up(&[context], &esc), Meaning::Run(_)),
            "{context:?}"
        );
    }
}
