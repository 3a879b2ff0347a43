//! What research finds, added from the command line: needs, their evidence, segments, and the
//! assumptions behind the vision.

use anyhow::Result;
use clap::Args;

use super::super::names;
use super::super::typed::words;
use super::Typed;
use crate::app::fields::Subject;
use crate::domain::{Belief, Method, NeedKind, Workspace};

/// Add a need
#[derive(Debug, Args)]
pub(in crate::cli) struct AddNeed {
    /// The need in one sentence
    statement: String,
    /// Whether customers say it or only show it
    #[arg(long, default_value = "expressed", value_parser = words::<NeedKind>(), ignore_case = true)]
    kind: NeedKind,
    /// The segments that have it, by id or name, with commas between them
    #[arg(long, value_name = "SEGMENTS")]
    segments: Option<String>,
}

/// Add evidence for a need: what was seen or heard
#[derive(Debug, Args)]
pub(in crate::cli) struct AddEvidence {
    /// The id of the need
    need: String,
    /// Whom or what it comes from: "Interview 4", "support log"
    #[arg(long)]
    source: String,
    /// How it was found
    #[arg(long, default_value = "interview", value_parser = words::<Method>(), ignore_case = true)]
    method: Method,
    /// When: 2026-09-14, "14 Sep", yesterday
    #[arg(long)]
    date: Option<String>,
    /// What was seen or heard, best word for word
    #[arg(long)]
    note: Option<String>,
}

/// Add an assumption behind the vision
#[derive(Debug, Args)]
pub(in crate::cli) struct AddAssumption {
    /// What must hold for the vision to work
    text: String,
    /// What was found when it was put to the test
    #[arg(long, default_value = "untested", value_parser = words::<Belief>(), ignore_case = true)]
    verdict: Belief,
    /// How it was tested, or how it could be
    #[arg(long)]
    note: Option<String>,
}

/// Add a segment: customers who want the same things for the same reasons
#[derive(Debug, Args)]
pub(in crate::cli) struct AddSegment {
    /// What it is called
    name: String,
    /// What its customers expect
    #[arg(long)]
    expects: Option<String>,
}

impl AddNeed {
    pub(super) fn typed(&self) -> Typed {
        vec![
            ("statement", Some(self.statement.clone())),
            ("kind", Some(self.kind.to_string())),
            ("segments", self.segments.clone()),
        ]
    }
}

impl AddEvidence {
    pub(super) fn asked(&self, workspace: &Workspace) -> Result<(Subject, Typed)> {
        let need = names::need(workspace, &self.need)?.id.clone();
        let typed = vec![
            ("source", Some(self.source.clone())),
            ("method", Some(self.method.to_string())),
            ("date", self.date.clone()),
            ("note", self.note.clone()),
        ];
        Ok((Subject::NewEvidence { need }, typed))
    }
}

impl AddAssumption {
    pub(super) fn typed(&self) -> Typed {
        vec![
            ("text", Some(self.text.clone())),
            ("verdict", Some(self.verdict.to_string())),
            ("note", self.note.clone()),
        ]
    }
}

impl AddSegment {
    pub(super) fn typed(&self) -> Typed {
        vec![
            ("name", Some(self.name.clone())),
            ("expects", self.expects.clone()),
        ]
    }
}
