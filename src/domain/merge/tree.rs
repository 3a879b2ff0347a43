//! A record as a tree of named fields, so that one rule merges them all and a new field needs no
//! code here. It has the field names of the file, and one field that the file has not: the `place`
//! of an outcome, which is its stage and rank together.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::change::{Edit, Key};

/// The fields that are one value: a card never has the stage of one side and the rank of another.
const PLACE: [&str; 2] = ["stage", "rank"];

/// What an entry of a list is known by, if it has such a field.
const NAMING: [&str; 2] = ["id", "kpi"];

/// The list whose entries are known by two fields: a rule, and what its finding is about.
const SILENCED: &str = "silenced";

/// The lists of plain words in which order means nothing and a word stands once.
const SETS: [&str; 4] = ["tags", "segments", "needs", "with"];

/// One step into a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Step {
    /// The field of a name.
    Field(String),
    /// The entry of a list that is known by this.
    Entry(String),
}

/// The record that an edit puts somewhere, as a tree; none where it takes one away.
pub(in crate::domain) fn tree(edit: &Edit) -> Option<Value> {
    let tree = match edit {
        Edit::Head(record) => serde_json::to_value(record.as_ref()),
        Edit::Segment(_, record) => serde_json::to_value(record.as_deref()?),
        Edit::Stage(_, _, record) => serde_json::to_value(record.as_deref()?),
        Edit::Need(_, record) => serde_json::to_value(record.as_deref()?),
        Edit::Outcome(_, record) => serde_json::to_value(record.as_deref()?),
        Edit::Job(_, record) => serde_json::to_value(record.as_deref()?),
        Edit::Study(_, record) => serde_json::to_value(record.as_deref()?),
        Edit::Review(_, record) => serde_json::to_value(record.as_deref()?),
        Edit::Economics(_, record) => serde_json::to_value(record.as_deref()?),
    };
    let mut tree = tree.ok()?;
    if let (Edit::Outcome(..), Value::Object(fields)) = (edit, &mut tree) {
        let parts = PLACE.map(|name| (name.to_owned(), fields.remove(name).unwrap_or_default()));
        fields.insert("place".to_owned(), Value::Object(Map::from_iter(parts)));
    }
    Some(tree)
}

/// The edit that puts a record where it belongs; a stage at the first place. None where the tree is
/// no such record.
pub(in crate::domain) fn record(kind: &Key, mut tree: Value) -> Option<Edit> {
    if let (Key::Outcome(_), Value::Object(fields)) = (kind, &mut tree)
        && let Some(Value::Object(place)) = fields.remove("place")
    {
        fields.extend(place);
    }
    Some(match kind {
        Key::Head => Edit::Head(Arc::new(read(tree)?)),
        Key::Segment(_) => Edit::segment(read(tree)?),
        Key::Stage(_) => Edit::stage(read(tree)?, 0),
        Key::Need(_) => Edit::need(read(tree)?),
        Key::Outcome(_) => Edit::outcome(read(tree)?),
        Key::Job(_) => Edit::job(read(tree)?),
        Key::Study(_) => Edit::study(read(tree)?),
        Key::Review(_) => Edit::review(read(tree)?),
        Key::Economics(period) => Edit::Economics(*period, Some(Arc::new(read(tree)?))),
    })
}

fn read<T: DeserializeOwned>(tree: Value) -> Option<T> {
    serde_json::from_value(tree).ok()
}

/// What an entry of the list of a name is known by; none where its place is all it has.
pub(in crate::domain) fn known_by(list: &str, entry: &Value) -> Option<String> {
    match entry {
        Value::Object(fields) if list == SILENCED => {
            let (rule, subject) = (text(fields.get("rule")?)?, text(fields.get("subject")?)?);
            Some(format!("{rule} {subject}"))
        }
        Value::Object(fields) => NAMING.iter().find_map(|name| text(fields.get(*name)?)),
        Value::Array(row) => text(row.first()?),
        Value::String(word) if SETS.contains(&list) => Some(word.clone()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// What stands at the end of a path.
pub(in crate::domain) fn get<'a>(tree: &'a Value, path: &[Step]) -> Option<&'a Value> {
    let mut there = tree;
    let mut list = "";
    for step in path {
        there = match step {
            Step::Field(name) => {
                list = name;
                there.as_object()?.get(name)?
            }
            Step::Entry(id) => &there.as_array()?[place_of(there.as_array()?, list, id)?],
        };
    }
    Some(there)
}

fn place_of(entries: &[Value], list: &str, id: &str) -> Option<usize> {
    let is_it = |entry: &Value| known_by(list, entry).is_some_and(|known| known == id);
    entries.iter().position(is_it)
}

/// Puts a value at the end of a path, in place of what is there, or takes that away. Does nothing
/// where an entry on the way is missing.
pub(in crate::domain) fn put(tree: &mut Value, path: &[Step], value: Option<Value>) {
    put_in(tree, "", path, value);
}

fn put_in(tree: &mut Value, list: &str, path: &[Step], value: Option<Value>) {
    match (path, tree) {
        ([], tree) => *tree = value.unwrap_or_default(),
        ([Step::Field(name), rest @ ..], Value::Object(fields)) => {
            put_field(fields, name, rest, value);
        }
        ([Step::Entry(id), rest @ ..], Value::Array(entries)) => {
            let place = place_of(entries, list, id);
            put_entry(entries, (list, place), rest, value);
        }
        // The record has another form by now: the way is missing.
        ([Step::Field(_) | Step::Entry(_), ..], _) => {}
    }
}

fn put_field(fields: &mut Map<String, Value>, name: &str, rest: &[Step], value: Option<Value>) {
    match (rest, value) {
        ([], Some(value)) => drop(fields.insert(name.to_owned(), value)),
        ([], None) => drop(fields.shift_remove(name)),
        ([next, ..], value) => {
            let there = fields.entry(name).or_insert_with(|| next.blank());
            put_in(there, name, rest, value);
            if *there == next.blank() {
                fields.shift_remove(name);
            }
        }
    }
}

fn put_entry(
    entries: &mut Vec<Value>,
    (list, place): (&str, Option<usize>),
    rest: &[Step],
    value: Option<Value>,
) {
    match (rest, value, place) {
        ([], Some(value), Some(place)) => entries[place] = value,
        ([], Some(value), None) => {
            entries.insert(place_for(entries, list, &value), value);
        }
        ([], None, Some(place)) => drop(entries.remove(place)),
        ([_, ..], value, Some(place)) => put_in(&mut entries[place], "", rest, value),
        (_, _, None) => {}
    }
}

/// Where a new entry goes: into the order of the list if it has one, or else behind the last.
fn place_for(entries: &[Value], list: &str, new: &Value) -> usize {
    if entries.is_sorted_by_key(|entry| known_by(list, entry)) {
        let known = known_by(list, new);
        entries.partition_point(|entry| known_by(list, entry) < known)
    } else {
        entries.len()
    }
}

impl Step {
    /// What stands where this step leads from, while nothing is there yet.
    fn blank(&self) -> Value {
        match self {
            Self::Field(_) => Value::Object(Map::new()),
            Self::Entry(_) => Value::Array(Vec::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::workspace;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_record_comes_back_from_its_tree_as_it_was(workspace in workspace()) {
            for key in workspace.keys() {
                let edit = Edit::of(&workspace, &key);
                let back = tree(&edit).and_then(|tree| record(&key, tree));
                let as_stage = match edit {
                    Edit::Stage(id, _, stage) => Edit::Stage(id, 0, stage),
                    edit => edit,
                };
                prop_assert_eq!(back, Some(as_stage));
            }
        }
    }

    fn field(name: &str) -> Step {
        Step::Field(name.to_owned())
    }

    fn entry(id: &str) -> Step {
        Step::Entry(id.to_owned())
    }

    #[test]
    fn what_is_put_somewhere_is_found_there() {
        let mut tree = serde_json::json!({"name": "A", "kpis": [{"id": "k", "readings": []}]});
        let reading = |date| vec![field("kpis"), entry("k"), field("readings"), entry(date)];
        for date in ["2026-10-31", "2026-08-31", "2026-09-30"] {
            put(
                &mut tree,
                &reading(date),
                Some(serde_json::json!([date, 1.0])),
            );
        }
        let found = get(&tree, &reading("2026-09-30"));
        assert_eq!(found, Some(&serde_json::json!(["2026-09-30", 1.0])));
        let readings = get(&tree, &reading("")[..3]).and_then(Value::as_array);
        let dates: Vec<_> = readings.into_iter().flatten().map(|row| &row[0]).collect();
        assert_eq!(dates, ["2026-08-31", "2026-09-30", "2026-10-31"]);
        put(
            &mut tree,
            &[field("story"), field("want")],
            Some("fly".into()),
        );
        assert_eq!(tree["story"]["want"], "fly");
        put(&mut tree, &[field("story"), field("want")], None);
        assert_eq!(get(&tree, &[field("story")]), None);
    }

    #[test]
    fn where_the_way_is_missing_nothing_is_put() {
        let mut tree = serde_json::json!({"name": "A", "kpis": [{"id": "k"}]});
        let before = tree.clone();
        put(
            &mut tree,
            &[field("kpis"), entry("other"), field("unit")],
            Some("days".into()),
        );
        put(
            &mut tree,
            &[field("name"), field("unit")],
            Some("days".into()),
        );
        assert_eq!(tree, before);
    }
}
