//! The sample workspace after two people changed the same things in it.

use crate::domain::history::Moment;
use crate::domain::merge::{Merged, merge};
use crate::domain::{Change, Document, Edit, Lines, Outcome, Reading, Workspace, removal};

use super::{id, sample};

/// What one of them has, and both in one. Both did: a statement, the first line of some notes, a reading. One deleted a job that the other
/// rated.
pub(crate) fn contested() -> (Workspace, Merged) {
    let base = with(&sample(), |sample| {
        let mut card = (*sample.outcomes()[&id("set-up-quickly")]).clone();
        card.notes = Lines::from_text("Ask whom?\nThen write it down");
        vec![Edit::outcome(card)]
    });
    let ours = with(&base, |sample| {
        let gone = removal::remove(sample, &id("log-a-call")).expect("a job");
        let card = card(sample, "Set up in a day", "Ask Ada first", 5);
        [gone.edits, vec![Edit::outcome(card)]].concat()
    });
    let theirs = with(&base, |sample| {
        let mut job = (*sample.jobs()[&id("log-a-call")]).clone();
        job.why = Some("Every team asks for it".to_owned());
        let statement = "Minimize the time between signing the contract and the first forecast that \
                         the whole sales team trusts";
        let card = card(sample, statement, "Ask Bob first, then Ada", 4);
        vec![Edit::job(job), Edit::outcome(card)]
    });
    let merged = merge(&base, &ours, &theirs).expect("they can be put together");
    (ours, merged)
}

fn with(base: &Workspace, edits: impl Fn(&Workspace) -> Vec<Edit>) -> Workspace {
    let mut document = Document::new(base.clone());
    let when = Moment {
        now: 0,
        together: false,
    };
    let change = Change::new("Edited", edits(document.workspace()));
    document.commit(change, when).expect("it holds together");
    document.workspace().clone()
}

fn card(sample: &Workspace, statement: &str, note: &str, read: i32) -> Outcome {
    let mut card = (*sample.outcomes()[&id("set-up-quickly")]).clone();
    statement.clone_into(&mut card.statement);
    let notes = card.notes.to_string();
    let others = notes.lines().skip(1);
    let notes: Vec<&str> = std::iter::once(note).chain(others).collect();
    card.notes = Lines::from_text(&notes.join("\n"));
    let kpi = card.kpi_mut(&id("setup-time")).expect("a KPI of the card");
    let date = "2026-11-30".parse().expect("a date");
    kpi.record(Reading {
        date,
        value: read.into(),
        note: None,
    });
    card
}
