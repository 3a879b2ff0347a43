//! Things that both sides added by themselves and that came by the same id, such as a KPI
//! "retention" on two cards: theirs gets another id, so that both stay.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Value;

use super::tree::{record, tree};
use crate::domain::change::{Change, Edit, Key};
use crate::domain::{Id, Workspace, difference};

/// The fields that hold the id of a thing of the workspace.
const ONE: [&str; 5] = ["id", "stage", "outcome", "segment", "kpi"];

/// The fields that hold the ids of several.
const SEVERAL: [&str; 2] = ["segments", "needs"];

/// Their workspace, in which what they added has no id that ours has given to something else.
pub(super) fn apart<'a>(
    base: &Workspace,
    ours: &Workspace,
    theirs: &'a Workspace,
) -> Cow<'a, Workspace> {
    let added = difference(base, theirs, "").edits;
    let names = new_names(&added, base, (ours, theirs));
    if names.is_empty() {
        return Cow::Borrowed(theirs);
    }
    let renamed = added
        .iter()
        .filter_map(|edit| renamed(edit, theirs, &names));
    let renamed = Change::new("", renamed.flatten().collect());
    let mut apart = theirs.clone();
    match apart.apply(&renamed) {
        Ok(_) => Cow::Owned(apart),
        // They stay as they are, and the clash of ids is found when the sides are put together.
        Err(_) => Cow::Borrowed(theirs),
    }
}

fn new_names(
    added: &[Edit],
    base: &Workspace,
    (ours, theirs): (&Workspace, &Workspace),
) -> HashMap<String, Id> {
    let mut names: HashMap<String, Id> = HashMap::new();
    for (id, home) in added.iter().flat_map(Edit::ids) {
        let is_clash =
            base.home(&id).is_none() && ours.home(&id).is_some_and(|other| *other != home);
        if is_clash {
            let taken = |new: &Id| {
                ours.is_spent(new) || theirs.is_spent(new) || names.values().any(|name| name == new)
            };
            let new = Id::from_words(id.as_str(), home.word(), taken);
            names.insert(id.to_string(), new);
        }
    }
    names
}

/// The edits that put a record with other ids in place of one of theirs.
fn renamed(edit: &Edit, theirs: &Workspace, names: &HashMap<String, Id>) -> Option<Vec<Edit>> {
    let key = edit.key();
    let mut fields = tree(edit)?;
    rename(&mut fields, names);
    let renamed = match (record(&key, fields)?, &key) {
        (Edit::Stage(id, _, stage), Key::Stage(old)) => {
            let (place, _) = theirs.stage(old)?;
            Edit::Stage(id, place, stage)
        }
        (renamed, _) => renamed,
    };
    if renamed.key() == key {
        return Some(vec![renamed]);
    }
    let gone = Edit::of(&Workspace::default(), &key);
    Some(vec![gone, renamed])
}

/// Puts the new ids wherever the old ones stand.
fn rename(value: &mut Value, names: &HashMap<String, Id>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                rename_field(field, value, names);
            }
        }
        Value::Array(entries) => {
            for entry in entries {
                rename(entry, names);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn rename_field(field: &str, value: &mut Value, names: &HashMap<String, Id>) {
    let put = |id: &mut Value| {
        if let Some(new) = id.as_str().and_then(|id| names.get(id)) {
            *id = new.as_str().into();
        }
    };
    match value {
        Value::Array(ids) if SEVERAL.contains(&field) => ids.iter_mut().for_each(put),
        Value::Array(rows) if field == "answers" => {
            rows.iter_mut()
                .filter_map(|row| row.get_mut(0))
                .for_each(put);
        }
        Value::Array(responses) if field == "responses" => {
            for response in responses {
                // A respondent's id is the study's own.
                let id = response.get("id").cloned();
                rename(response, names);
                if let (Some(id), Some(fields)) = (id, response.as_object_mut()) {
                    fields.insert("id".to_owned(), id);
                }
            }
        }
        id if ONE.contains(&field) => put(id),
        other => rename(other, names),
    }
}
