//! Records to be added, with nothing but what they must have. The id is the word for their kind
//! until they have a name.

use super::{Draft, Sheet, Within};
use crate::domain::workspace::Home;
use crate::domain::{
    Assumption, Belief, Better, Date, Decision, EscalationStep, Evidence, Id, Initiative, Job, Kpi,
    Method, Need, NeedKind, Outcome, Purchase, Rank, Segment, Stage, Touch, Workspace,
};

fn id(kind: &str) -> Id {
    Id::from_words("", kind, |_| false)
}

pub(super) fn assumption(workspace: &Workspace) -> Sheet {
    let vision = workspace.head().vision.as_ref();
    let place = vision.map_or(0, |vision| vision.assumptions.len());
    let assumption = Assumption {
        text: String::new(),
        verdict: Belief::Untested,
        note: None,
    };
    Sheet::Assumption(assumption, place)
}

pub(super) fn evidence(workspace: &Workspace, need: &Id) -> Option<Sheet> {
    let place = workspace.needs().get(need)?.evidence.len();
    let evidence = Evidence {
        source: String::new(),
        method: Method::Interview,
        date: None,
        note: None,
    };
    Some(Sheet::Evidence(evidence, need.clone(), place))
}

pub(super) fn segment() -> Sheet {
    Sheet::Segment(Segment {
        id: id("segment"),
        name: String::new(),
        expects: None,
    })
}

/// A stage that lies towards the purchase as the one before it does.
pub(super) fn stage(workspace: &Workspace, place: usize) -> Sheet {
    let before = workspace.stages().iter().take(place).next_back();
    let purchase = match before.map(|stage| stage.purchase) {
        None | Some(Purchase::Before) => Purchase::Before,
        Some(Purchase::At | Purchase::After) => Purchase::After,
    };
    let stage = Stage {
        id: id("stage"),
        name: String::new(),
        purchase,
        team: None,
        mindset: None,
        enters: None,
    };
    Sheet::Stage(stage, place)
}

pub(super) fn need() -> Sheet {
    Sheet::Need(Need {
        id: id("need"),
        kind: NeedKind::Expressed,
        statement: String::new(),
        segments: Vec::new(),
        evidence: Vec::new(),
    })
}

pub(super) fn outcome(workspace: &Workspace, stage: &Id, place: usize) -> Option<Sheet> {
    workspace.stage(stage)?;
    // The rank is made when it is put at its place.
    let rank = Rank::between(None, None)?;
    let outcome = Outcome::new(id("outcome"), stage.clone(), rank, "");
    Some(Sheet::Outcome(outcome, Some(place)))
}

pub(super) fn initiative(workspace: &Workspace, outcome: &Id) -> Option<Sheet> {
    workspace.outcomes().get(outcome)?;
    let initiative = Initiative::new(id("initiative"), "", Touch::Proactive);
    Some(Sheet::Initiative(initiative, outcome.clone()))
}

pub(super) fn escalation(workspace: &Workspace, initiative: &Id) -> Option<Sheet> {
    let outcome = workspace.outcome_with(initiative)?;
    let steps = outcome.initiative(initiative)?.escalation.len();
    let step = EscalationStep {
        to: String::new(),
        within: None,
        when: None,
    };
    Some(Sheet::Escalation(step, initiative.clone(), steps))
}

pub(super) fn kpi(workspace: &Workspace, initiative: &Id) -> Option<Sheet> {
    let is_there = matches!(workspace.home(initiative), Some(Home::Initiative(_)));
    let kpi = Kpi::new(id("kpi"), "", Better::Higher);
    is_there.then(|| Sheet::Kpi(kpi, initiative.clone()))
}

pub(super) fn reading(workspace: &Workspace, kpi: &Id, today: Date) -> Option<Sheet> {
    workspace.kpi(kpi)?;
    let draft = Draft {
        value: None,
        date: today,
        note: None,
    };
    Some(Sheet::Reading(draft, kpi.clone(), None))
}

/// A decision of today.
pub(super) fn decision(today: Date) -> Sheet {
    let decision = Decision {
        text: String::new(),
        why: None,
        owner: None,
        date: Some(today),
    };
    Sheet::Decision(decision, Within::new(today))
}

pub(super) fn job(outcome: Option<Id>) -> Sheet {
    Sheet::Job(Job::new(id("job"), outcome, "").into())
}
