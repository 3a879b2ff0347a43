//! The ids that the records of a random workspace refer to.

use proptest::prelude::*;

use crate::domain::Id;

/// The ids of what there is in a random workspace. Initiatives and KPIs have theirs from the
/// outcome that they hang on.
#[derive(Clone, Debug)]
pub(crate) struct Cast {
    pub(crate) segments: Vec<Id>,
    pub(crate) stages: Vec<Id>,
    pub(crate) needs: Vec<Id>,
    pub(crate) outcomes: Vec<Id>,
    pub(crate) jobs: Vec<Id>,
    pub(crate) studies: Vec<Id>,
}

/// A few of everything; at least one stage.
pub(crate) fn cast() -> impl Strategy<Value = Cast> {
    let counts = (0..3_usize, 1..4_usize, 0..3_usize, 0..6_usize, 0..6_usize);
    let studies = 0..3_usize;
    (counts, studies).prop_map(
        |((segments, stages, needs, outcomes, jobs), studies)| Cast {
            segments: ids("segment", segments),
            stages: ids("stage", stages),
            needs: ids("need", needs),
            outcomes: ids("outcome", outcomes),
            jobs: ids("job", jobs),
            studies: ids("study", studies),
        },
    )
}

fn ids(kind: &str, count: usize) -> Vec<Id> {
    (0..count).map(|n| id(&format!("{kind}-{n}"))).collect()
}

/// The id that a test names.
pub(crate) fn id(text: &str) -> Id {
    Id::new(text).expect("a test names ids of the right letters")
}
