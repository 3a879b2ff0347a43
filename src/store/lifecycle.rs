//! What comes with the program: the lifecycles that a workspace can start with, and the sample.

use crate::domain::Workspace;
use crate::domain::choice::choices;

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

/// A workspace with a name, the stages of a lifecycle, and nothing else.
pub fn new_workspace(lifecycle: Lifecycle, name: &str) -> Workspace {
    let _ = (lifecycle, name);
    todo!()
}
