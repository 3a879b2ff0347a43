//! A clash told so that a person can decide it: what it is about, and what each side says.

use std::collections::HashSet;

use serde_json::Value;

use super::fields::Clash;
use super::tree::Step;
use crate::domain::change::Key;
use crate::domain::conflict::{Conflict, Side};
use crate::domain::{Id, Workspace};

/// The fields whose value is the id of a thing, which is told by its name.
const REFERENCES: [&str; 3] = ["outcome", "segment", "stage"];

/// The two workspaces that names are looked up in.
type Sides<'a> = [&'a Workspace; 2];

/// A clash in words.
pub(super) fn told(key: Key, clash: Clash, sides: Sides<'_>) -> Conflict {
    let tell = |side| {
        Teller {
            key: &key,
            clash: &clash,
            sides,
            side,
        }
        .tell()
    };
    let (mine, theirs) = (tell(Side::Mine), tell(Side::Theirs));
    Conflict::new(
        [thing(&key, sides), field(&clash.path, sides), mine, theirs],
        key,
        clash,
    )
}

fn thing(key: &Key, sides: Sides<'_>) -> String {
    match key {
        Key::Head => "the workspace".to_owned(),
        Key::Segment(id)
        | Key::Stage(id)
        | Key::Need(id)
        | Key::Outcome(id)
        | Key::Job(id)
        | Key::Study(id) => format!("{} {}", key.word(), called(id.as_str(), sides)),
        Key::Review(date) => format!("review of {date}"),
        Key::Economics(period) => format!("figures of {period}"),
    }
}

/// What an id names, in quotes; the id where it names nothing.
fn called(id: &str, sides: Sides<'_>) -> String {
    let name = Id::new(id).ok();
    let name = name.and_then(|id| sides.iter().find_map(|side| side.name_of(&id)));
    name.map_or_else(|| id.to_owned(), |name| format!("'{name}'"))
}

/// The way to a field in words: `KPI 'Setup time': target`.
fn field(path: &[Step], sides: Sides<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut list = "";
    for step in path {
        match step {
            Step::Field(name) if name == "kpis" => {
                // A KPI is known without the initiative that it stands in.
                parts.clear();
                list = name;
            }
            Step::Field(name) => {
                parts.push(name.clone());
                list = name;
            }
            Step::Entry(id) => {
                if parts.last().is_some_and(|part| part == list) {
                    parts.pop();
                }
                parts.push(entry(list, id, sides));
            }
        }
    }
    if parts.is_empty() {
        return "as a whole".to_owned();
    }
    parts.join(": ")
}

fn entry(list: &str, id: &str, sides: Sides<'_>) -> String {
    let called = called(id, sides);
    match list {
        "initiatives" => format!("initiative {called}"),
        "kpis" => format!("KPI {called}"),
        "readings" => format!("reading of {id}"),
        "responses" => format!("respondent {id}"),
        "answers" => format!("answer about {called}"),
        "entries" => format!("entry about {called}"),
        other => format!("{other} {called}"),
    }
}

/// Tells what one side says.
struct Teller<'a> {
    key: &'a Key,
    clash: &'a Clash,
    sides: Sides<'a>,
    side: Side,
}

impl Teller<'_> {
    fn tell(&self) -> String {
        let (own, other) = match self.side {
            Side::Mine | Side::Both => (&self.clash.mine, &self.clash.theirs),
            Side::Theirs => (&self.clash.theirs, &self.clash.mine),
        };
        let is_thing = !matches!(self.clash.path.last(), Some(Step::Field(_)));
        match (own, other) {
            (None, _) if is_thing => self.deleted().to_owned(),
            (None, _) => "nothing".to_owned(),
            (Some(Value::Object(fields)), _) if is_thing => self.edited(fields),
            (Some(Value::Array(row)), _) if is_thing => {
                self.list(row.get(1..).unwrap_or_default(), " · ")
            }
            (Some(Value::Array(own)), Some(Value::Array(other))) => {
                let other: HashSet<&Value> = other.iter().collect();
                let only = own.iter().filter(|entry| !other.contains(entry));
                let only: Vec<Value> = only.cloned().collect();
                if only.is_empty() {
                    "removed".to_owned()
                } else {
                    self.list(&only, "\n")
                }
            }
            (Some(Value::Object(place)), Some(other)) if self.is_at("place") => {
                self.place(place, other)
            }
            (Some(Value::String(id)), _) if REFERENCES.iter().any(|name| self.is_at(name)) => {
                called(id, self.sides)
            }
            (Some(value), _) => self.value(value),
        }
    }

    fn is_at(&self, name: &str) -> bool {
        matches!(self.clash.path.last(), Some(Step::Field(field)) if field == name)
    }

    fn deleted(&self) -> &'static str {
        match (&self.clash.base, self.key, self.clash.path.as_slice()) {
            (None, ..) => "not there",
            (Some(_), Key::Stage(_), []) => "deleted, with the cards that stand there",
            (Some(_), ..) => "deleted",
        }
    }

    /// A thing that is in question as a whole, by the fields that the side has edited.
    fn edited(&self, fields: &serde_json::Map<String, Value>) -> String {
        let base = self.clash.base.as_ref();
        let changed = fields
            .iter()
            .filter(|(name, value)| base.and_then(|base| base.get(*name)) != Some(value));
        let mut changed: Vec<&str> = changed.map(|(name, _)| name.as_str()).collect();
        let old = base.and_then(Value::as_object).into_iter().flatten();
        changed.extend(
            old.map(|(name, _)| name.as_str())
                .filter(|name| !fields.contains_key(*name)),
        );
        if changed.is_empty() {
            return "kept, since something refers to it".to_owned();
        }
        changed.sort_unstable();
        format!("edited: {}", changed.join(", "))
    }

    /// A place on the board; the number of the card where both sides have it in the same stage.
    fn place(&self, place: &serde_json::Map<String, Value>, other: &Value) -> String {
        let stage = place
            .get("stage")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let own = match self.side {
            Side::Mine | Side::Both => self.sides[0],
            Side::Theirs => self.sides[1],
        };
        let name = called(stage, self.sides);
        let (Key::Outcome(card), Ok(id)) = (self.key, Id::new(stage)) else {
            return name;
        };
        let cards = own.cards(&id);
        match cards.iter().position(|there| there.id == *card) {
            Some(n) if other.get("stage").and_then(Value::as_str) == Some(stage) => {
                format!("{name}, card {}", n + 1)
            }
            Some(_) | None => name,
        }
    }

    fn list(&self, values: &[Value], between: &str) -> String {
        let told: Vec<String> = values.iter().map(|value| self.value(value)).collect();
        told.join(between)
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Null => "–".to_owned(),
            Value::Bool(is_so) => is_so.to_string(),
            Value::Number(number) => number.as_f64().map_or_else(String::new, |n| n.to_string()),
            Value::String(text) => text.clone(),
            Value::Array(entries) => self.list(entries, " · "),
            Value::Object(fields) => {
                let told = fields
                    .iter()
                    .map(|(name, value)| format!("{name}: {}", self.value(value)));
                told.collect::<Vec<_>>().join(" · ")
            }
        }
    }
}
