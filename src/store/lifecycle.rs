//! What comes with the program: the lifecycles that a workspace can start with, and the sample.

use std::sync::Arc;

use serde::Deserialize;

use super::format::options;
use super::format::read::read;
use crate::domain::choice::choices;
use crate::domain::workspace::{Head, Records};
use crate::domain::{Stage, Workspace};

/// The sample workspace (Picardami's CRM case), as the text of its file.
pub const SAMPLE: &str = include_str!("../../assets/sample/crm.ron");

/// The lifecycle that a workspace starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifecycle {
    /// Picardami's: Offering to Expansion, and round again.
    Loop,
    /// The glossary's: Awareness, Consideration, Purchase, Retention, Advocacy.
    FiveStages,
    /// The customer's own view: Discover to Exit.
    Journey,
    /// No stages.
    Empty,
}

choices!(Lifecycle: Loop, FiveStages, Journey, Empty);

/// A lifecycle as its asset tells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asset {
    name: String,
    about: String,
    stages: Vec<Stage>,
}

impl Lifecycle {
    /// What people call it.
    pub fn name(self) -> String {
        self.asset()
            .map_or_else(|| "Empty".to_owned(), |asset| asset.name)
    }

    /// What it is, in half a sentence.
    pub fn about(self) -> String {
        let no_stages = || "No stages; you name your own".to_owned();
        self.asset().map_or_else(no_stages, |asset| asset.about)
    }

    /// Its stages, in order.
    pub fn stages(self) -> Vec<Stage> {
        self.asset().map_or_else(Vec::new, |asset| asset.stages)
    }

    fn asset(self) -> Option<Asset> {
        let text = match self {
            Self::Loop => include_str!("../../assets/lifecycles/loop.ron"),
            Self::FiveStages => include_str!("../../assets/lifecycles/five-stages.ron"),
            Self::Journey => include_str!("../../assets/lifecycles/journey.ron"),
            Self::Empty => return None,
        };
        let asset = options().from_str(text);
        Some(asset.expect("the assets are part of the program, and a test reads each"))
    }
}

/// The sample as a workspace, of which nothing is on a disk.
#[expect(
    clippy::missing_panics_doc,
    reason = "it never does: a test reads the sample"
)]
pub fn sample() -> Workspace {
    let read = read(SAMPLE.to_owned());
    read.expect("the sample is part of the program, and a test reads it")
        .workspace
}

/// A workspace with a name, the stages of a lifecycle, and nothing else.
pub fn new_workspace(lifecycle: Lifecycle, name: &str) -> Workspace {
    let records = Records {
        head: Head {
            name: name.to_owned(),
            ..Head::default()
        },
        stages: lifecycle.stages().into_iter().map(Arc::new).collect(),
        ..Records::default()
    };
    // The stages of an asset have ids of their own and refer to nothing, so they always make one.
    Workspace::build(records).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Purchase;
    use crate::domain::choice::Choice;

    #[test]
    fn every_lifecycle_is_whole() {
        for (lifecycle, count) in [
            (Lifecycle::Loop, 6),
            (Lifecycle::FiveStages, 5),
            (Lifecycle::Journey, 8),
        ] {
            let stages = lifecycle.stages();
            assert_eq!(stages.len(), count, "{lifecycle}");
            for stage in &stages {
                let texts = [&stage.team, &stage.mindset, &stage.enters];
                assert!(texts.iter().all(|text| text.is_some()), "{stage:?}");
            }
            let place = |stage: &Stage| match stage.purchase {
                Purchase::Before => 0,
                Purchase::At => 1,
                Purchase::After => 2,
            };
            assert!(stages.is_sorted_by_key(place), "{lifecycle}");
            let purchases = stages.iter().filter(|s| s.purchase == Purchase::At);
            assert_eq!(purchases.count(), 1, "{lifecycle}");
        }
    }

    #[test]
    fn a_workspace_starts_with_any_of_them() {
        for &lifecycle in Lifecycle::ALL {
            let workspace = new_workspace(lifecycle, "Ours");
            assert_eq!(workspace.name(), "Ours");
            assert_eq!(workspace.stages().len(), lifecycle.stages().len());
        }
    }
}
