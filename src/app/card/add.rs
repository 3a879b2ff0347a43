//! What is added to a card: a form for it, and what it hangs on.

use super::Ui;
use super::spot::{Section, Spot, Thing};
use crate::app::editing::whole;
use crate::app::fields::Subject;
use crate::app::{Cx, Out};
use crate::domain::{Id, Outcome};

/// Adds what belongs into a section.
pub(super) fn to_section(section: &Section, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let subject = match section {
        Section::Jobs => new_job(outcome),
        Section::Initiatives => new_initiative(outcome),
        Section::Kpis(initiative) => Subject::NewKpi {
            initiative: initiative.clone(),
        },
        Section::Escalation(initiative) => Subject::NewEscalation {
            initiative: initiative.clone(),
        },
        Section::Readings(kpi) => Subject::NewReading { kpi: kpi.clone() },
    };
    whole(subject, cx, out);
}

/// Adds a job.
pub(super) fn job(outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    whole(new_job(outcome), cx, out);
}

/// Adds an initiative.
pub(super) fn initiative(outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    whole(new_initiative(outcome), cx, out);
}

/// Adds a KPI to the selected initiative, or to the only one.
pub(super) fn kpi(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    match initiative_at(ui, outcome) {
        Some(initiative) => whole(Subject::NewKpi { initiative }, cx, out),
        None => out.refuse(missing_initiative(outcome, "a KPI")),
    }
}

/// Adds an escalation step to the selected initiative, or to the only one.
pub(super) fn step(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    match initiative_at(ui, outcome) {
        Some(initiative) => whole(Subject::NewEscalation { initiative }, cx, out),
        None => out.refuse(missing_initiative(outcome, "an escalation step")),
    }
}

/// Adds a reading to the selected KPI, or to the only one of the initiative or the card.
pub(super) fn reading(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    match kpi_at(ui, outcome) {
        Some(kpi) => whole(Subject::NewReading { kpi }, cx, out),
        None if outcome.kpis().next().is_none() => {
            out.refuse("A reading belongs to a KPI, and there is none here yet");
        }
        None => out.refuse("Select the KPI that was read first"),
    }
}

fn new_job(outcome: &Outcome) -> Subject {
    Subject::NewJob {
        outcome: Some(outcome.id.clone()),
    }
}

fn new_initiative(outcome: &Outcome) -> Subject {
    Subject::NewInitiative {
        outcome: outcome.id.clone(),
    }
}

fn missing_initiative(outcome: &Outcome, what: &str) -> String {
    if outcome.initiatives.is_empty() {
        format!("Add an initiative first; {what} hangs on one")
    } else {
        format!("Select an initiative first; {what} hangs on one")
    }
}

/// The initiative in which the selected row stands, or the only one.
fn initiative_at(ui: &Ui, outcome: &Outcome) -> Option<Id> {
    let selected = match (ui.selected(), ui.selected().shows()) {
        (_, Some(Thing::Initiative(id))) => Some(id),
        (_, Some(Thing::Kpi(kpi))) => outcome
            .initiatives
            .iter()
            .find(|initiative| initiative.kpis.iter().any(|there| there.id == kpi))
            .map(|initiative| initiative.id.clone()),
        (Spot::Empty(Section::Kpis(id)), _) => Some(id.clone()),
        (Spot::Thing(_) | Spot::Field(..) | Spot::Need(_) | Spot::Score(_) | Spot::Empty(_), _) => {
            None
        }
    };
    let only = match outcome.initiatives.as_slice() {
        [only] => Some(only.id.clone()),
        _ => None,
    };
    selected.or(only)
}

/// The KPI in which the selected row stands, or the only one there.
pub(super) fn kpi_at(ui: &Ui, outcome: &Outcome) -> Option<Id> {
    if let Some(Thing::Kpi(id)) = ui.selected().shows() {
        return Some(id);
    }
    let initiative = initiative_at(ui, outcome).and_then(|id| outcome.initiative(&id));
    let mut kpis = outcome.kpis();
    let only = match (initiative.map(|there| there.kpis.as_slice()), kpis.next()) {
        (Some([only]), _) => Some(only),
        (_, Some(only)) if kpis.next().is_none() => Some(only),
        (_, Some(_) | None) => None,
    };
    only.map(|kpi| kpi.id.clone())
}
