//! What narrows the board down to some of its cards.

use crate::domain::Id;
use crate::insight::kpi_status::KpiStatus;

/// What a card must have to be shown. A part that is absent lets every card through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that stand somewhere on it; empty lets every card through.
    pub text: String,
    /// A segment that desires it.
    pub segment: Option<Id>,
    /// A team that works for it.
    pub team: Option<String>,
    /// One of its tags.
    pub tag: Option<String>,
    /// The status of one of its KPIs.
    pub kpi: Option<KpiStatus>,
}
