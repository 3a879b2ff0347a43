//! What a change of fields is called: in the past tense, as undo and the messages say it.

use super::kpi::Draft;
use super::sheet::Sheet;
use super::{Row, Subject};
use crate::app::message::quoted;
use crate::domain::choice::Choice;
use crate::domain::wording::{counted, listed};
use crate::domain::workspace::Head;
use crate::domain::{About, Fate, Id, Job, Kpi, Number, Silenced, Workspace};

/// A label behind what was added beside: that comes first, since nobody asked for it by name.
pub(super) fn with(label: String, beside: &[String]) -> String {
    if beside.is_empty() {
        return label;
    }
    let mut letters = label.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    let label: String = first.chain(letters).collect();
    format!("Added {}, and {label}", beside.join(" and "))
}

/// What the change of a subject's record is called.
pub(super) fn of(subject: &Subject, old: &Sheet, new: &Sheet, workspace: &Workspace) -> String {
    let name = quoted(new.fields().called());
    if let Subject::Why { fate, .. } = subject {
        return format!("Decided {name}: {}", fate.word().to_lowercase());
    }
    if let Sheet::Tags(tags, outcomes) = new {
        let tags: Vec<String> = tags.tags.iter().map(|tag| quoted(tag)).collect();
        let cards = counted(outcomes.len(), "card");
        return format!("Tagged {cards} with {}", tags.join(", "));
    }
    if let (Sheet::Reading(before, ..), Sheet::Reading(after, kpi, was)) = (old, new) {
        let kpi = workspace.kpi(kpi);
        let was = was.map(|_| before);
        return kpi.map_or_else(String::new, |kpi| read(kpi, was, after));
    }
    if subject.is_new() {
        added(new, workspace)
    } else {
        changed(old, new, workspace)
    }
}

/// A reading that is added, takes the place of one of the same day, or is changed.
fn read(kpi: &Kpi, was: Option<&Draft>, reading: &Draft) -> String {
    let unit = kpi.unit.as_deref().unwrap_or_default();
    let in_unit = |value: Option<Number>| {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        format!("{value} {unit}").trim_end().to_owned()
    };
    let (name, date) = (quoted(&kpi.name), reading.date);
    let value = in_unit(reading.value);
    let there = kpi.readings.iter().find(|there| there.date == date);
    match (there, was) {
        (Some(there), _) if Some(there.value) == reading.value => {
            format!("Changed the note of the reading of {name} on {date}")
        }
        (Some(there), _) => {
            let before = in_unit(Some(there.value));
            format!("Read {name} again for {date}: {value} instead of {before}")
        }
        (None, Some(was)) => {
            let before = was.date;
            format!("Changed the reading of {name} on {before}: {value} on {date}")
        }
        (None, None) => format!("Read {name}: {value}"),
    }
}

fn added(new: &Sheet, workspace: &Workspace) -> String {
    let kind = new.fields().kind();
    let name = quoted(new.fields().called());
    let outcome = |id: &Id| workspace.outcomes().get(id).map(|o| quoted(&o.statement));
    let (what, onto) = match new {
        Sheet::Outcome(outcome, _) => {
            let stage = workspace.stage(&outcome.stage);
            (name, stage.map(|(_, stage)| stage.name.clone()))
        }
        Sheet::Initiative(_, on) => (format!("the {kind} {name}"), outcome(on)),
        Sheet::Job(halves) => {
            let on = halves.job.outcome.as_ref().and_then(outcome);
            (format!("the {kind} {name}"), on)
        }
        Sheet::Kpi(_, on) | Sheet::Escalation(_, on, _) => {
            let initiative = workspace.outcome_with(on).and_then(|o| o.initiative(on));
            let on = initiative.map(|initiative| quoted(&initiative.name));
            (format!("the {kind} {name}"), on)
        }
        Sheet::Decision(_, within) if within.settles.is_some() => {
            return format!("Decided on {name}, which was parked");
        }
        Sheet::Decision(..) => return format!("Noted the decision {name}"),
        Sheet::Parked(..) => return format!("Parked {name}"),
        Sheet::Evidence(_, need, _) => {
            let need = workspace.needs().get(need);
            (
                format!("the {kind} {name}"),
                need.map(|need| quoted(&need.statement)),
            )
        }
        Sheet::Silenced(silenced) => return hushed(silenced, workspace),
        Sheet::Head(_)
        | Sheet::Assumption(..)
        | Sheet::Segment(_)
        | Sheet::Stage(..)
        | Sheet::Statement(_)
        | Sheet::Need(_)
        | Sheet::Tags(..)
        | Sheet::Reading(..)
        | Sheet::Study(_)
        | Sheet::Filter(_)
        | Sheet::Workshop(_)
        | Sheet::Survey(_)
        | Sheet::Intake(_) => (format!("the {kind} {name}"), None),
    };
    match onto {
        Some(onto) => format!("Added {what} to {onto}"),
        None => format!("Added {what}"),
    }
}

fn changed(old: &Sheet, new: &Sheet, workspace: &Workspace) -> String {
    let (before, after) = (old.fields(), new.fields());
    let (kind, name) = (before.kind(), quoted(before.called()));
    let rows = after.rows().into_iter();
    let rows: Vec<&Row> = rows
        .filter(|row| before.get(row.name, workspace) != after.get(row.name, workspace))
        .collect();
    if let ([_], true) = (rows.as_slice(), before.called() != after.called()) {
        let renamed = quoted(after.called());
        return format!("Renamed the {kind} {name} to {renamed}");
    }
    if let Some(label) = in_own_words(&rows, new, workspace) {
        return label;
    }
    let words: Vec<String> = rows.iter().map(|row| row.word()).collect();
    match words.as_slice() {
        [] => format!("Left {name} as it was"),
        [one] => format!("Changed the {one} of {name}"),
        [one, two] => format!("Changed the {one} and {two} of {name}"),
        more => format!("Changed {} of {name}", counted(more.len(), "field")),
    }
}

/// Changes that have a word of their own.
fn in_own_words(rows: &[&Row], new: &Sheet, workspace: &Workspace) -> Option<String> {
    let name = quoted(new.fields().called());
    if let (Sheet::Outcome(outcome, _), [row]) = (new, rows) {
        return match row.name {
            "stage" => {
                let (_, stage) = workspace.stage(&outcome.stage)?;
                Some(format!("Moved {name} to {}", stage.name))
            }
            "archived" if outcome.is_active() => Some(format!("Restored {name}")),
            "archived" => Some(format!("Archived {name}")),
            _ => None,
        };
    }
    if let (Sheet::Assumption(assumption, _), [row]) = (new, rows) {
        let verdict = assumption.verdict.word().to_lowercase();
        return (row.name == "verdict").then(|| format!("Judged {name}: {verdict}"));
    }
    if let Sheet::Head(head) = new {
        return capacity(rows, head);
    }
    let Sheet::Job(halves) = new else { return None };
    let is_rating = rows.iter().all(|row| row.name.starts_with("estimate."));
    let estimate = Job::from(halves.clone()).estimate;
    let told = || match estimate {
        Some(both) => format!(
            "Rated {name}: importance {}, satisfaction {}",
            both.importance, both.satisfaction
        ),
        None => format!("Took the estimate of {name} away"),
    };
    (is_rating && !rows.is_empty()).then(told)
}

/// A change of nothing but the capacity of lanes.
fn capacity(rows: &[&Row], head: &Head) -> Option<String> {
    let lanes = rows.iter().map(|row| row.name.strip_prefix("capacity."));
    let lanes: Vec<String> = lanes
        .map(|lane| lane.map(str::to_owned))
        .collect::<Option<_>>()?;
    let room = |lane: &str| Fate::from_word(lane).and_then(|fate| head.capacity.as_ref()?.of(fate));
    match lanes.as_slice() {
        [] => None,
        [lane] => Some(match room(lane) {
            Some(room) => format!("Set the capacity of {lane} to {room}"),
            None => format!("Took the capacity of {lane} away"),
        }),
        lanes => {
            let lanes = listed(lanes);
            Some(format!("Changed the capacity of {lanes}"))
        }
    }
}

/// A finding that is silenced, by what it is about.
fn hushed(silenced: &Silenced, workspace: &Workspace) -> String {
    let what = match &silenced.about {
        About::Workspace => Some(workspace.name()),
        About::Thing(id) => workspace.name_of(id),
    };
    let what = quoted(what.unwrap_or_default());
    format!("Silenced a finding about {what}")
}
