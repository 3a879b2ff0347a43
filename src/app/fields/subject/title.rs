//! What a form is headed, by what it is about.

use super::Subject;
use crate::domain::choice::Choice;
use crate::domain::{Fate, Id, Job, Workspace};

impl Subject {
    /// What a form about it is headed.
    pub fn title(&self, workspace: &Workspace) -> String {
        let of = |what: &str, id: &Id| {
            let name = workspace.name_of(id).unwrap_or_default();
            format!("{what} · {name}")
        };
        match self {
            Self::Workspace => "Workspace and vision".to_owned(),
            Self::Capacity => "Capacity of the lanes, in the unit of your efforts".to_owned(),
            Self::Assumption(_) => "Assumption".to_owned(),
            Self::NewAssumption => "Add an assumption".to_owned(),
            Self::Segment(_) => "Segment".to_owned(),
            Self::NewSegment => "Add a segment".to_owned(),
            Self::Stage(_) => "Stage".to_owned(),
            Self::NewStage { .. } => "Add a stage".to_owned(),
            Self::Need(_) => "Need".to_owned(),
            Self::NewNeed => "Add a need".to_owned(),
            Self::Evidence { need, .. } => of("Evidence", need),
            Self::NewEvidence { need } => of("Add evidence", need),
            Self::Outcome(_) => "Outcome".to_owned(),
            Self::NewOutcome { stage, .. } => of("Add an outcome", stage),
            Self::Statement { .. } => "The outcome from its parts".to_owned(),
            Self::Tags(outcomes) if outcomes.len() == 1 => "Tag the card".to_owned(),
            Self::Tags(outcomes) => format!("Tag {} cards", outcomes.len()),
            Self::Initiative(_) => "Initiative".to_owned(),
            Self::NewInitiative { outcome } => of("Add an initiative", outcome),
            Self::Escalation { initiative, .. } => of("Escalation step", initiative),
            Self::NewEscalation { initiative } => of("Add an escalation step", initiative),
            Self::Kpi(_) => "KPI".to_owned(),
            Self::NewKpi { initiative } => of("Add a KPI", initiative),
            Self::Reading { kpi, .. } => of("Reading", kpi),
            Self::NewReading { kpi } => {
                let unit = workspace.kpi(kpi).and_then(|kpi| kpi.unit.as_deref());
                let unit = unit.map_or_else(String::new, |unit| format!(", in {unit}"));
                of("Add a reading", kpi) + &unit
            }
            Self::Job(_) => "Job".to_owned(),
            Self::NewJob { .. } => "Add a job".to_owned(),
            Self::Story(job) => of("Job story", job),
            Self::Estimate(job) => of("Your estimate, 0 to 10", job),
            Self::Why { job, fate } => of(
                &why(workspace.jobs().get(job).map(|job| &**job), *fate),
                job,
            ),
            Self::Study(_) => "Study".to_owned(),
            Self::Decision { .. } => "Decision".to_owned(),
            Self::NewDecision => "Note a decision".to_owned(),
            Self::Parked { .. } => "Parked".to_owned(),
            Self::NewParked => "Park for another day".to_owned(),
            Self::Settled { .. } => "Decide on what was parked".to_owned(),
            Self::Silence { .. } => "Silence this finding".to_owned(),
            Self::Search(_) => "Search the board".to_owned(),
            Self::Filter(_) => "Show only cards with …".to_owned(),
            Self::Workshop(_) => "Rate jobs together".to_owned(),
            Self::Survey(_) => "Import a survey".to_owned(),
            Self::Intake(_) => "Where the answers go".to_owned(),
        }
    }
}

/// The question for a reason. Where the job has one already that is another fate's, it says so:
/// that reason stands in the field, to be kept, changed or emptied.
fn why(job: Option<&Job>, fate: Fate) -> String {
    let asked = fate.word().to_lowercase();
    let other = job.filter(|job| job.why.is_some() && job.fate != Some(fate));
    match other.and_then(|job| job.fate) {
        Some(other) => {
            let other = other.word().to_lowercase();
            format!("Why {asked}, no longer {other}?")
        }
        None => format!("Why {asked}?"),
    }
}
