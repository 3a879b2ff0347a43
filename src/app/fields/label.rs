//! What a change of fields is called: in the past tense, as undo and the messages say it.

use super::sheet::Sheet;
use super::{Row, Subject};
use crate::app::wrap::fit;
use crate::domain::choice::Choice;
use crate::domain::{Id, Job, Kpi, Workspace};

/// How many cells of a name a label has room for.
const NAME: usize = 40;

/// A name in quotes, as short as a label needs it.
pub(super) fn quoted(name: &str) -> String {
    format!("'{}'", fit(name, NAME))
}

/// A label with what was added beside.
pub(super) fn with(label: String, beside: &[String]) -> String {
    match beside {
        [] => label,
        _ => format!("{label}, and added {}", beside.join(" and ")),
    }
}

/// What the change of a subject's record is called.
pub(super) fn of(subject: &Subject, old: &Sheet, new: &Sheet, workspace: &Workspace) -> String {
    match (subject, new) {
        (Subject::Tags(outcomes), Sheet::Tags(tags, _)) => {
            let tags: Vec<String> = tags.tags.iter().map(|tag| quoted(tag)).collect();
            let cards = counted(outcomes.len(), "card");
            format!("Tagged {cards} with {}", tags.join(", "))
        }
        (Subject::Why { fate, .. }, _) => {
            let fate = fate.word().to_lowercase();
            format!("Decided {}: {fate}", quoted(new.fields().called()))
        }
        (_, Sheet::Reading(draft, kpi, _)) => match workspace.kpi(kpi) {
            Some(kpi) => read(kpi, old, draft),
            None => String::new(),
        },
        _ if subject.is_new() => added(new, workspace),
        _ => changed(old, new, workspace),
    }
}

fn counted(count: usize, word: &str) -> String {
    match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    }
}

fn read(kpi: &Kpi, old: &Sheet, draft: &super::kpi::Draft) -> String {
    let unit = kpi.unit.as_deref().unwrap_or_default();
    let with_unit = |value: String| format!("{value} {unit}").trim_end().to_owned();
    let name = quoted(&kpi.name);
    let value = draft.value.map(|value| with_unit(value.to_string()));
    let value = value.unwrap_or_default();
    let there = kpi.readings.iter().find(|there| there.date == draft.date);
    match (there, old) {
        (Some(there), _) => {
            let before = with_unit(there.value.to_string());
            let date = draft.date;
            format!("Read {name} again for {date}: {value} instead of {before}")
        }
        (None, Sheet::Reading(_, _, Some(was))) => {
            format!(
                "Changed the reading of {name} on {was}: {value} on {}",
                draft.date
            )
        }
        (None, _) => format!("Read {name}: {value}"),
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
        Sheet::Head(_)
        | Sheet::Segment(_)
        | Sheet::Stage(..)
        | Sheet::Need(_)
        | Sheet::Tags(..)
        | Sheet::Reading(..)
        | Sheet::Study(_)
        | Sheet::Filter(_) => (format!("the {kind} {name}"), None),
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
    match (rows, new) {
        ([row], Sheet::Outcome(outcome, _)) if row.name == "stage" => {
            let (_, stage) = workspace.stage(&outcome.stage)?;
            Some(format!("Moved {name} to {}", stage.name))
        }
        ([row], Sheet::Outcome(outcome, _)) if row.name == "archived" => {
            Some(outcome.archived.map_or_else(
                || format!("Restored {name}"),
                |_| format!("Archived {name}"),
            ))
        }
        ([first, ..], Sheet::Job(halves)) => {
            let is_estimate = |row: &&Row| row.name.starts_with("estimate.");
            if !(is_estimate(first) && rows.iter().all(is_estimate)) {
                return None;
            }
            let estimate = Job::from(halves.clone()).estimate;
            Some(estimate.map_or_else(
                || format!("Took the estimate of {name} away"),
                |both| format!("Rated {name} {} · {}", both.importance, both.satisfaction),
            ))
        }
        _ => None,
    }
}
