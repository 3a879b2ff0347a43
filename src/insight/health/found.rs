//! What the rules found, record by record, and what has to be looked at again after a change.
//!
//! A workspace is looked through in stretches, so that nobody waits for a large one; what a change
//! touches is looked at again at once.

mod behind;
mod check;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::ground::{Facts, Ground};
use super::links::Links;
use super::rule::{Rule, Severity};
use crate::domain::choice::Choice;
use crate::domain::workspace::Head;
use crate::domain::{About, Date, Id, Key, Silenced, Workspace};
use behind::Behind;

/// Something that a rule found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// What it is about.
    pub about: About,
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.rule.id == other.rule.id && self.about == other.about
    }
}

impl Eq for Finding {}

/// A finding that was silenced, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hushed {
    /// The finding.
    pub finding: Finding,
    /// Why nothing is to be done about it.
    pub why: String,
}

/// What the rules found in a workspace.
#[derive(Clone, Debug, Default)]
pub struct Health {
    links: Links,
    /// The head as it was looked at.
    head: Arc<Head>,
    /// The day of the check.
    today: Option<Date>,
    behind: Behind,
    records: BTreeMap<Key, Found>,
    counts: [usize; Severity::ALL.len()],
    stages: HashMap<Id, usize>,
}

/// What was found in one record.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    /// The stage on whose head it is counted.
    stage: Option<Id>,
    findings: Vec<Finding>,
}

impl Health {
    /// The health of a workspace, looked through as a whole.
    pub fn of(facts: Facts<'_>) -> Self {
        let mut health = Self::begin(facts);
        health.catch_up(facts, usize::MAX);
        health
    }

    /// The health of a workspace of which nothing was looked at yet.
    pub fn begin(facts: Facts<'_>) -> Self {
        Self {
            head: facts.workspace.head().clone(),
            today: Some(facts.today),
            behind: Behind::everything(),
            ..Self::default()
        }
    }

    /// Whether something was not looked at yet, or has to be again: then the counts are not known.
    pub fn is_behind(&self) -> bool {
        !self.behind.is_done()
    }

    /// Looks at what is behind, at most so many records of it.
    pub fn catch_up(&mut self, facts: Facts<'_>, most: usize) {
        for key in self.behind.next(facts.workspace, most) {
            self.link(&key, facts.workspace);
            self.look_at(key, facts);
        }
    }

    /// Looks again at what changes of these records touch. `is_reranked` says whether jobs may be
    /// rated otherwise than before.
    pub fn take_in(&mut self, keys: &[Key], facts: Facts<'_>, is_reranked: bool) {
        let mut touched = BTreeSet::from([Key::Head]);
        for key in keys {
            self.touch(key, &mut touched);
            self.link(key, facts.workspace);
            self.touch(key, &mut touched);
        }
        if is_reranked {
            self.behind.jobs_again();
        }
        for key in touched {
            self.look_at(key, facts);
        }
    }

    /// Looks at everything again on another day.
    pub fn turn_to(&mut self, today: Date) {
        if self.today.replace(today) != Some(today) {
            self.behind = Behind::everything();
        }
    }

    /// Every finding, silenced or not: record by record in the order of the rules.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.records.values().flat_map(|found| &found.findings)
    }

    /// How many findings of a severity are not silenced.
    pub fn count(&self, severity: Severity, workspace: &Workspace) -> usize {
        let hushed = self.hushed(workspace);
        let hushed = hushed.filter(|hushed| hushed.finding.rule.severity == severity);
        self.counts[severity as usize].saturating_sub(hushed.count())
    }

    /// How many findings are not silenced.
    pub fn total(&self, workspace: &Workspace) -> usize {
        let total: usize = self.counts.iter().sum();
        total.saturating_sub(self.hushed(workspace).count())
    }

    /// How many findings in a stage, in its cards and in the jobs that lead to them are not
    /// silenced.
    pub fn count_in(&self, stage: &Id, workspace: &Workspace) -> usize {
        let all = self.stages.get(stage).copied().unwrap_or(0);
        if all == 0 {
            return 0;
        }
        let is_there = |hushed: &Hushed| {
            let record = self.record_of(&hushed.finding.about, workspace);
            record.is_some_and(|found| found.stage.as_ref() == Some(stage))
        };
        all.saturating_sub(self.hushed(workspace).filter(is_there).count())
    }

    /// The findings that are silenced, in the order in which the file has them.
    pub fn hushed<'a>(&'a self, workspace: &'a Workspace) -> impl Iterator<Item = Hushed> + 'a {
        let silenced = &workspace.head().silenced;
        let first = |place: usize| {
            let this = &silenced[place];
            silenced[..place]
                .iter()
                .all(|other| !other.is_of(this.rule.as_str(), &this.about))
        };
        let places = (0..silenced.len()).filter(move |place| first(*place));
        places.filter_map(|place| {
            let Silenced { about, why, .. } = &silenced[place];
            let finding = self.finding(&silenced[place], workspace)?;
            debug_assert_eq!(finding.about, *about, "it is found by what it is about");
            Some(Hushed {
                finding: finding.clone(),
                why: why.clone(),
            })
        })
    }

    /// What is silenced and was not found: the rule does not say so, or there is no such rule.
    pub fn needless<'a>(&'a self, workspace: &'a Workspace) -> impl Iterator<Item = &'a Silenced> {
        let silenced = workspace.head().silenced.iter();
        silenced.filter(|silenced| self.finding(silenced, workspace).is_none())
    }

    /// The sentence for a finding, without a full stop; what its rule finds where it does not any
    /// more.
    pub fn message(&self, finding: &Finding, facts: Facts<'_>) -> String {
        let ground = self.ground(facts);
        check::told(finding, &ground).unwrap_or_else(|| finding.rule.finds.to_owned())
    }

    fn finding(&self, silenced: &Silenced, workspace: &Workspace) -> Option<&Finding> {
        let found = self.record_of(&silenced.about, workspace)?;
        let mut findings = found.findings.iter();
        findings.find(|finding| silenced.is_of(finding.rule.id, &finding.about))
    }

    fn record_of(&self, about: &About, workspace: &Workspace) -> Option<&Found> {
        self.records.get(&check::record_of(about, workspace)?)
    }

    fn ground<'a>(&'a self, facts: Facts<'a>) -> Ground<'a> {
        Ground {
            workspace: facts.workspace,
            ranking: facts.ranking,
            today: facts.today,
            links: &self.links,
        }
    }

    /// Adds the records at which a change of one makes it necessary to look again, as they are
    /// linked now.
    fn touch(&self, key: &Key, touched: &mut BTreeSet<Key>) {
        touched.insert(key.clone());
        match key {
            Key::Outcome(id) => {
                let jobs = self.links.jobs_of(id).cloned();
                touched.extend(jobs.map(Key::Job));
                let Some(outcome) = self.links.outcome(id) else {
                    return;
                };
                touched.insert(Key::Stage(outcome.stage.clone()));
                touched.extend(outcome.needs.iter().cloned().map(Key::Need));
                touched.extend(outcome.segments.iter().cloned().map(Key::Segment));
            }
            Key::Job(id) => {
                let job = self.links.job(id);
                let outcome = job.and_then(|job| job.outcome.clone());
                touched.extend(outcome.map(Key::Outcome));
            }
            Key::Head
            | Key::Segment(_)
            | Key::Stage(_)
            | Key::Need(_)
            | Key::Study(_)
            | Key::Review(_)
            | Key::Economics(_) => {}
        }
    }

    /// Takes in what a record brings to the counts.
    fn link(&mut self, key: &Key, workspace: &Workspace) {
        match key {
            Key::Outcome(id) => {
                let outcome = workspace.outcomes().get(id);
                let on_board = outcome.filter(|outcome| outcome.is_active());
                self.links.take_outcome(id, on_board);
            }
            Key::Job(id) => self.links.take_job(id, workspace.jobs().get(id)),
            Key::Head => {
                let before = std::mem::replace(&mut self.head, workspace.head().clone());
                if means(&before) != means(&self.head) {
                    self.behind.outcomes_again();
                }
            }
            Key::Review(_) => self.behind.outcomes_again(),
            Key::Segment(_) | Key::Stage(_) | Key::Need(_) | Key::Study(_) | Key::Economics(_) => {}
        }
    }

    /// Lets the rules look at a record, and keeps what they find in place of what they found.
    fn look_at(&mut self, key: Key, facts: Facts<'_>) {
        let findings = check::found(&key, &self.ground(facts));
        if let Some(before) = self.records.remove(&key) {
            for finding in &before.findings {
                self.counts[finding.rule.severity as usize] -= 1;
            }
            self.count_on(before.stage.as_ref(), |count| {
                count.saturating_sub(before.findings.len())
            });
        }
        if findings.is_empty() {
            return;
        }
        for finding in &findings {
            self.counts[finding.rule.severity as usize] += 1;
        }
        let stage = check::stage_of(&key, facts.workspace);
        self.count_on(stage.as_ref(), |count| count + findings.len());
        self.records.insert(key, Found { stage, findings });
    }

    fn count_on(&mut self, stage: Option<&Id>, count: impl FnOnce(usize) -> usize) {
        if let Some(stage) = stage {
            let there = self.stages.entry(stage.clone()).or_default();
            *there = count(*there);
        }
    }
}

/// What of the head the rules on wording look at: how we call ourselves and what we offer.
fn means(head: &Head) -> (&str, Option<&str>) {
    let vision = head.vision.as_ref();
    (
        &head.name,
        vision.and_then(|vision| vision.offer.as_deref()),
    )
}
