//! JSON: the whole workspace in the field names and the order of its file.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::domain::{
    Capacity, Economics, Job, Need, Outcome, Review, Segment, Silenced, Stage, Study, Vision,
    Workspace,
};

/// The format that the field names are those of.
const FORMAT: u32 = 1;

/// A workspace as its file has it; lists without records are there, and empty.
#[derive(Debug, Serialize)]
pub(super) struct File<'a> {
    format: u32,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    vision: Option<&'a Vision>,
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<&'a Capacity>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    silenced: &'a [Silenced],
    segments: Vec<&'a Segment>,
    stages: Vec<&'a Stage>,
    needs: Vec<&'a Need>,
    outcomes: Vec<&'a Outcome>,
    jobs: Vec<&'a Job>,
    studies: Vec<&'a Study>,
    reviews: Vec<&'a Review>,
    economics: Vec<&'a Economics>,
}

impl<'a> File<'a> {
    pub(super) fn of(workspace: &'a Workspace) -> Self {
        Self {
            format: FORMAT,
            name: workspace.name(),
            vision: workspace.head().vision.as_ref(),
            capacity: workspace.head().capacity.as_ref(),
            silenced: &workspace.head().silenced,
            segments: list(workspace.segments()),
            stages: workspace.stages().iter().map(|stage| &**stage).collect(),
            needs: list(workspace.needs()),
            outcomes: list(workspace.outcomes()),
            jobs: list(workspace.jobs()),
            studies: list(workspace.studies()),
            reviews: list(workspace.reviews()),
            economics: list(workspace.economics()),
        }
    }
}

fn list<K, T>(table: &BTreeMap<K, Arc<T>>) -> Vec<&T> {
    table.values().map(|record| &**record).collect()
}

/// A value as JSON that people can read, with a line end behind it.
pub(super) fn pretty(value: &impl Serialize) -> Result<String> {
    let text = serde_json::to_string_pretty(value).context("this can't be put as JSON")?;
    Ok(text + "\n")
}
