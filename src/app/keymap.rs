//! From typed keys to an action: looks them up in the contexts that hold, and knows which keys may
//! follow. No time-outs: a sequence waits until it is finished or taken back.

use std::collections::HashMap;

use super::command::{self, Action, Context};
use super::key::KeyPress;

/// Which keys do what, in which context.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: HashMap<(Context, Vec<KeyPress>), Action>,
    /// In the table's order, for those who show keys.
    keys: Vec<(Action, Vec<KeyPress>)>,
}

/// What typed keys mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// They run an action.
    Run(Action),
    /// They begin something: more keys must follow.
    Prefix,
    /// They mean nothing here.
    Nothing,
}

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        let mut keymap = Self {
            bindings: HashMap::new(),
            keys: Vec::new(),
        };
        for (group, command) in command::all() {
            for keys in command::written_keys(command) {
                keymap
                    .bindings
                    .insert((group.context, keys.clone()), command.action);
                keymap.keys.push((command.action, keys));
            }
        }
        keymap
    }
}

impl Keymap {
    /// What the keys typed so far mean where these contexts hold.
    pub fn look_up(&self, contexts: &[Context], typed: &[KeyPress]) -> Meaning {
        for context in contexts {
            if let Some(action) = self.bindings.get(&(*context, typed.to_vec())) {
                return Meaning::Run(*action);
            }
            if self.continuations(*context, typed).next().is_some() {
                return Meaning::Prefix;
            }
        }
        Meaning::Nothing
    }

    /// What may follow on the keys typed so far: the next key, and what the whole does, in the
    /// table's order.
    pub fn following(&self, contexts: &[Context], typed: &[KeyPress]) -> Vec<(KeyPress, Action)> {
        let mut following: Vec<(KeyPress, Action)> = Vec::new();
        for (action, keys) in &self.keys {
            let is_here = contexts
                .iter()
                .any(|context| self.bindings.get(&(*context, keys.clone())) == Some(action));
            if is_here && keys.len() > typed.len() && keys.starts_with(typed) {
                following.push((keys[typed.len()], *action));
            }
        }
        following
    }

    /// The keys of an action, the one to show first.
    pub fn keys_of(&self, action: Action) -> impl Iterator<Item = &[KeyPress]> {
        self.keys
            .iter()
            .filter(move |(there, _)| *there == action)
            .map(|(_, keys)| keys.as_slice())
    }

    fn continuations(
        &self,
        context: Context,
        typed: &[KeyPress],
    ) -> impl Iterator<Item = &Vec<KeyPress>> {
        self.bindings
            .keys()
            .filter(move |(there, _)| *there == context)
            .map(|(_, keys)| keys)
            .filter(move |keys| keys.len() > typed.len() && keys.starts_with(typed))
    }
}

/// Several presses as they are shown: `s a`, `Shift-←`.
pub fn shown(keys: &[KeyPress]) -> String {
    keys.iter()
        .map(|key| key.shown())
        .collect::<Vec<_>>()
        .join(" ")
}
