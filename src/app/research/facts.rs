//! What follows from the workspace for this screen: kept while the workspace does not change, so that
//! a frame does not count all answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::app::Cx;
use crate::domain::{Id, Study};
use crate::insight::coverage::{Coverage, coverage};
use crate::insight::voices::{Voices, of_segments, serving};

/// What is known of the research.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Of which state of the workspace this speaks.
    revision: Option<u64>,
    serving: BTreeMap<Id, Vec<Id>>,
    voices: BTreeMap<Id, Voices>,
    studies: BTreeMap<Id, (Arc<Study>, Coverage)>,
    jobs: usize,
}

impl Facts {
    /// The outcomes that serve a need, by id.
    pub fn serving(&self, need: &Id) -> &[Id] {
        self.serving.get(need).map_or(&[], Vec::as_slice)
    }

    /// What speaks of a segment.
    pub fn voices(&self, segment: &Id) -> Option<&Voices> {
        self.voices.get(segment)
    }

    /// What a study covers.
    pub fn coverage(&self, study: &Id) -> Option<&Coverage> {
        self.studies.get(study).map(|(_, coverage)| coverage)
    }

    /// Brings everything up to date; a study that stayed the same is not counted again.
    pub(super) fn refresh(&mut self, cx: Cx<'_>) {
        if self.revision == Some(cx.derived.revision()) {
            return;
        }
        let workspace = cx.workspace;
        let has_other_jobs = self.jobs != workspace.jobs().len();
        let studies = workspace.studies().iter();
        let studies = studies.map(|(id, study)| {
            let known = self.studies.remove(id);
            let known = known.filter(|(there, _)| Arc::ptr_eq(there, study) && !has_other_jobs);
            let counted = || (study.clone(), coverage(workspace, study));
            (id.clone(), known.unwrap_or_else(counted))
        });
        self.studies = studies.collect();
        self.serving = serving(workspace);
        self.voices = of_segments(workspace);
        self.jobs = workspace.jobs().len();
        self.revision = Some(cx.derived.revision());
    }
}
