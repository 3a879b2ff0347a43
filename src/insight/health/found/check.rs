//! Lets the rules look at records: which rule looks at what, and where the thing that a finding is
//! about stands.

use super::Finding;
use crate::domain::workspace::Home;
use crate::domain::{
    About, Id, Initiative, Job, Key, Kpi, Need, Outcome, Segment, Stage, Workspace,
};
use crate::insight::health::ground::Ground;
use crate::insight::health::rule::{Check, Rule};
use crate::insight::health::table::RULES;

/// A thing that rules look at. Outcomes that are archived, and what hangs on them, are none.
#[derive(Clone, Copy)]
enum Thing<'a> {
    Workspace,
    Segment(&'a Segment),
    Stage(&'a Stage),
    Need(&'a Need),
    Outcome(&'a Outcome),
    Initiative(&'a Initiative),
    Kpi(&'a Initiative, &'a Kpi),
    Job(&'a Job),
}

/// Everything that the rules find in a record.
pub(super) fn found(key: &Key, ground: &Ground<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for thing in things(key, ground.workspace) {
        let rules = RULES
            .iter()
            .filter(|rule| thing.told(rule, ground).is_some());
        found.extend(rules.map(|rule| Finding {
            rule,
            about: thing.about(),
        }));
    }
    found
}

/// The sentence for a finding; none where it is none any more.
pub(super) fn told(finding: &Finding, ground: &Ground<'_>) -> Option<String> {
    let record = record_of(&finding.about, ground.workspace)?;
    let things = things(&record, ground.workspace);
    let thing = things
        .into_iter()
        .find(|thing| thing.about() == finding.about)?;
    thing.told(finding.rule, ground)
}

/// The record in which a thing stands; none where it is gone.
pub(super) fn record_of(about: &About, workspace: &Workspace) -> Option<Key> {
    let id = match about {
        About::Workspace => return Some(Key::Head),
        About::Thing(id) => id,
    };
    Some(match workspace.home(id)? {
        Home::Segment => Key::Segment(id.clone()),
        Home::Stage => Key::Stage(id.clone()),
        Home::Need => Key::Need(id.clone()),
        Home::Outcome => Key::Outcome(id.clone()),
        Home::Initiative(outcome) | Home::Kpi(outcome) => Key::Outcome(outcome.clone()),
        Home::Job => Key::Job(id.clone()),
        Home::Study => Key::Study(id.clone()),
    })
}

/// The stage that a record belongs to.
pub(super) fn stage_of(key: &Key, workspace: &Workspace) -> Option<Id> {
    let stage = |id: &Id| Some(workspace.outcomes().get(id)?.stage.clone());
    match key {
        Key::Stage(id) => Some(id.clone()),
        Key::Outcome(id) => stage(id),
        Key::Job(id) => stage(workspace.jobs().get(id)?.outcome.as_ref()?),
        Key::Head
        | Key::Segment(_)
        | Key::Need(_)
        | Key::Study(_)
        | Key::Review(_)
        | Key::Economics(_) => None,
    }
}

/// What of a record the rules look at.
fn things<'a>(key: &Key, workspace: &'a Workspace) -> Vec<Thing<'a>> {
    match key {
        Key::Head => vec![Thing::Workspace],
        Key::Segment(id) => one(workspace.segments().get(id), |segment| {
            Thing::Segment(segment)
        }),
        Key::Stage(id) => one(workspace.stage(id), |(_, stage)| Thing::Stage(stage)),
        Key::Need(id) => one(workspace.needs().get(id), |need| Thing::Need(need)),
        Key::Outcome(id) => {
            let outcome = workspace.outcomes().get(id);
            let on_board = outcome.filter(|outcome| outcome.is_active());
            on_board.map_or_else(Vec::new, |outcome| on_card(outcome))
        }
        Key::Job(id) => {
            let job = workspace.jobs().get(id);
            let job = job.filter(|job| !is_archived(job, workspace));
            one(job, |job| Thing::Job(job))
        }
        Key::Study(_) | Key::Review(_) | Key::Economics(_) => Vec::new(),
    }
}

fn one<'a, T>(record: Option<T>, thing: impl FnOnce(T) -> Thing<'a>) -> Vec<Thing<'a>> {
    record.map(thing).into_iter().collect()
}

/// An outcome and what hangs on it.
fn on_card(outcome: &Outcome) -> Vec<Thing<'_>> {
    let mut things = vec![Thing::Outcome(outcome)];
    for initiative in &outcome.initiatives {
        things.push(Thing::Initiative(initiative));
        things.extend(
            initiative
                .kpis
                .iter()
                .map(|kpi| Thing::Kpi(initiative, kpi)),
        );
    }
    things
}

fn is_archived(job: &Job, workspace: &Workspace) -> bool {
    let outcome = job
        .outcome
        .as_ref()
        .and_then(|id| workspace.outcomes().get(id));
    outcome.is_some_and(|outcome| !outcome.is_active())
}

impl Thing<'_> {
    /// What a finding about it is about.
    fn about(self) -> About {
        let id = match self {
            Self::Workspace => return About::Workspace,
            Self::Segment(segment) => &segment.id,
            Self::Stage(stage) => &stage.id,
            Self::Need(need) => &need.id,
            Self::Outcome(outcome) => &outcome.id,
            Self::Initiative(initiative) => &initiative.id,
            Self::Kpi(_, kpi) => &kpi.id,
            Self::Job(job) => &job.id,
        };
        About::Thing(id.clone())
    }

    /// What a rule says of it; nothing where all is well, or the rule is about other things.
    fn told(self, rule: &Rule, ground: &Ground<'_>) -> Option<String> {
        match (rule.check, self) {
            (Check::Workspace(check), Self::Workspace) => check(ground),
            (Check::Segment(check), Self::Segment(segment)) => check(ground, segment),
            (Check::Stage(check), Self::Stage(stage)) => check(ground, stage),
            (Check::Need(check), Self::Need(need)) => check(ground, need),
            (Check::Outcome(check), Self::Outcome(outcome)) => check(ground, outcome),
            (Check::Initiative(check), Self::Initiative(initiative)) => check(ground, initiative),
            (Check::Kpi(check), Self::Kpi(initiative, kpi)) => check(ground, initiative, kpi),
            (Check::Job(check), Self::Job(job)) => check(ground, job),
            (
                Check::Workspace(_)
                | Check::Segment(_)
                | Check::Stage(_)
                | Check::Need(_)
                | Check::Outcome(_)
                | Check::Initiative(_)
                | Check::Kpi(_)
                | Check::Job(_),
                _,
            ) => None,
        }
    }
}
