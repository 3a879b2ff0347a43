//! Where a finding is put right: the place that it is about, and the form in which it is fixed.

use crate::app::fields::Subject;
use crate::app::overlay::Overlay;
use crate::app::overlay::form::Form;
use crate::app::research::spot::Thing;
use crate::app::{Cx, Out, Visit};
use crate::domain::workspace::Home;
use crate::domain::{About, Id, Purchase, Workspace};
use crate::insight::health::{Finding, Fix, Part};

/// Goes to what a finding is about.
pub(super) fn visit(finding: &Finding, cx: Cx<'_>, out: &mut Out) {
    match place(finding, cx.workspace) {
        Some(visit) => out.visit(visit),
        None => mend(finding, cx, out),
    }
}

/// Where what a finding is about stands; none where that is no place.
pub fn place(finding: &Finding, workspace: &Workspace) -> Option<Visit> {
    let id = match &finding.about {
        About::Workspace => return of_whole(finding, workspace),
        About::Thing(id) => id,
    };
    Some(match workspace.home(id)? {
        Home::Stage => Visit::Stage(id.clone()),
        Home::Outcome | Home::Initiative(_) | Home::Kpi(_) => Visit::Card(id.clone()),
        Home::Job => Visit::Job(id.clone()),
        Home::Segment => Visit::Research(Thing::Segment(id.clone())),
        Home::Need => Visit::Research(Thing::Need(id.clone())),
        Home::Study => Visit::Research(Thing::Study(id.clone())),
    })
}

/// Where one sees what is said of the plan as a whole: at the vision, or on the board from the first
/// stage after the purchase on.
fn of_whole(finding: &Finding, workspace: &Workspace) -> Option<Visit> {
    match finding.rule.fix {
        Fix::Edit(_) => Some(Visit::Research(Thing::Vision)),
        Fix::Add(_) | Fix::Elsewhere => {
            let mut stages = workspace.stages().iter();
            let stage = stages.find(|stage| stage.purchase == Purchase::After)?;
            Some(Visit::Stage(stage.id.clone()))
        }
    }
}

/// Opens the form in which a finding is fixed, or says that there is no such form.
pub(super) fn mend(finding: &Finding, cx: Cx<'_>, out: &mut Out) {
    let Some(subject) = remedy(finding, cx.workspace) else {
        let helps = finding.rule.helps;
        return out.refuse(format!("No single form fixes this · {helps}"));
    };
    let form = Form::for_subject(subject, cx.workspace, cx.now);
    out.open(Overlay::Form(match finding.rule.fix {
        Fix::Edit(field) => form.focused_on(field),
        Fix::Add(_) | Fix::Elsewhere => form,
    }));
}

/// What the form is about in which a finding is fixed; none where there is none.
pub fn remedy(finding: &Finding, workspace: &Workspace) -> Option<Subject> {
    match (finding.rule.fix, &finding.about) {
        (Fix::Edit(_), About::Workspace) => Some(Subject::Workspace),
        (Fix::Edit(field), About::Thing(id)) => edited(field, id, workspace),
        (Fix::Add(part), About::Thing(id)) => Some(added(part, id.clone())),
        (Fix::Add(_), About::Workspace) | (Fix::Elsewhere, _) => None,
    }
}

fn edited(field: &str, id: &Id, workspace: &Workspace) -> Option<Subject> {
    let id = id.clone();
    Some(match workspace.home(&id)? {
        Home::Segment => Subject::Segment(id),
        Home::Stage => Subject::Stage(id),
        Home::Need => Subject::Need(id),
        Home::Outcome => Subject::Outcome(id),
        Home::Initiative(_) => Subject::Initiative(id),
        Home::Kpi(_) => Subject::Kpi(id),
        Home::Job if field.starts_with("estimate.") => Subject::Estimate(id),
        Home::Job => Subject::Job(id),
        Home::Study => Subject::Study(id),
    })
}

fn added(part: Part, to: Id) -> Subject {
    match part {
        Part::Outcome => Subject::NewOutcome {
            stage: to,
            place: usize::MAX,
        },
        Part::Job => Subject::NewJob { outcome: Some(to) },
        Part::Initiative => Subject::NewInitiative { outcome: to },
        Part::EscalationStep => Subject::NewEscalation { initiative: to },
        Part::Kpi => Subject::NewKpi { initiative: to },
        Part::Reading => Subject::NewReading { kpi: to },
        Part::Evidence => Subject::NewEvidence { need: to },
    }
}
