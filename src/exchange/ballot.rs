//! A ballot: a sheet with a row for each job and participant, to be filled in before a workshop. The
//! answers come back as a survey does. It holds what customers are asked about and nothing that
//! could sway an answer: no rank, no score, no fate, and the jobs in the order of the board.

use std::collections::BTreeMap;

use super::spreadsheet::cell;
use crate::domain::{Id, Job, Workspace};
use crate::insight::statement::sentence;

/// A ballot as CSV, for answers from 1 to `scale`. Each participant has a row for each job.
#[expect(
    clippy::missing_panics_doc,
    reason = "it never does: memory takes everything that is written"
)]
pub fn ballot(workspace: &Workspace, participants: &[String], scale: u8) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut put = |record: [&str; 5]| {
        writer
            .write_record(record)
            .expect("memory takes every record, and all have five cells");
    };
    put([
        "respondent",
        "job",
        "what customers want to get done",
        &format!("importance (1 to {scale})"),
        &format!("satisfaction (1 to {scale})"),
    ]);
    let jobs = jobs(workspace);
    for participant in participants {
        for job in &jobs {
            put([
                &cell(participant),
                job.id.as_str(),
                &cell(&told(job)),
                "",
                "",
            ]);
        }
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The jobs in the order of the board, those that lead to no outcome last.
fn jobs(workspace: &Workspace) -> Vec<&Job> {
    let stages = workspace.stages().iter().map(|stage| &stage.id);
    let stages: BTreeMap<&Id, usize> = stages.enumerate().map(|(n, id)| (id, n)).collect();
    let place = |job: &&Job| {
        let outcome = workspace.outcomes().get(job.outcome.as_ref()?)?;
        Some((stages.get(&outcome.stage)?, &outcome.rank))
    };
    let mut jobs: Vec<&Job> = workspace.jobs().values().map(|job| &**job).collect();
    jobs.sort_by_cached_key(|job| (place(job).is_none(), place(job), &job.id));
    jobs
}

/// What the job is called, with its story where that is told.
fn told(job: &Job) -> String {
    match &job.story {
        Some(story) => format!("{} · {}", job.name, sentence(story)),
        None => job.name.clone(),
    }
}

#[cfg(test)]
mod tests;
