//! The findings as they are listed: by how much they matter, rule by rule, what is silenced last.
//! Of each rule the first are listed and the others counted: nobody goes through hundreds of one kind
//! by hand.

use std::collections::HashMap;

use super::Spot;
use crate::app::Cx;
use crate::domain::choice::Choice;
use crate::insight::health::{Finding, Hushed, RULES, Rule, Severity};

/// How many findings of one rule are listed.
const LISTED: usize = 50;

/// What was found, in sections.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// Of which state of the workspace it speaks; none while not everything was looked at.
    revision: Option<u64>,
    sections: Vec<Section>,
    /// Rules whose word was silenced for what it does not say, or that there are not.
    needless: usize,
}

/// Findings that matter as much, or those that are silenced.
#[derive(Clone, Debug)]
pub struct Section {
    /// How much they matter; none of those that are silenced.
    pub severity: Option<Severity>,
    /// How many there are.
    pub count: usize,
    /// Those of each rule.
    pub rules: Vec<OfRule>,
}

/// What one rule found.
#[derive(Clone, Debug)]
pub struct OfRule {
    /// The findings that are listed.
    pub lines: Vec<Line>,
    /// How many more there are.
    pub more: usize,
}

/// A finding as it is told.
#[derive(Clone, Debug)]
pub struct Line {
    /// The finding.
    pub finding: Finding,
    /// Its sentence.
    pub sentence: String,
    /// Why it is silenced; none where it is not.
    pub why: Option<String>,
}

impl Listed {
    /// The sections, the worst first.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// How many silenced findings are not found any more.
    pub fn needless(&self) -> usize {
        self.needless
    }

    /// Every finding that is listed, in order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        let rules = self.sections.iter().flat_map(|section| &section.rules);
        rules.flat_map(|rule| &rule.lines)
    }

    /// The finding at a spot.
    pub fn line(&self, spot: &Spot) -> Option<&Line> {
        self.lines().find(|line| Spot::of(&line.finding) == *spot)
    }

    /// Lists anew what was found, unless nothing has changed.
    pub(super) fn refresh(&mut self, cx: Cx<'_>) {
        let health = cx.derived.health();
        let revision = Some(cx.derived.revision()).filter(|_| !health.is_behind());
        if revision.is_some() && revision == self.revision {
            return;
        }
        let hushed: Vec<Hushed> = health.hushed(cx.workspace).collect();
        let mut found: HashMap<&str, Vec<&Finding>> = HashMap::new();
        let is_hushed = |finding: &&Finding| hushed.iter().any(|h| h.finding == **finding);
        for finding in health.findings().filter(|finding| !is_hushed(finding)) {
            found.entry(finding.rule.id).or_default().push(finding);
        }
        let severities = Severity::ALL.iter().rev();
        let sections = severities.map(|severity| Section::of(*severity, &found, cx));
        let last = (!hushed.is_empty()).then(|| Section::silenced(&hushed, cx));
        *self = Self {
            revision,
            sections: sections.filter(|s| s.count > 0).chain(last).collect(),
            needless: health.needless(cx.workspace).count(),
        };
    }
}

impl Section {
    fn of(severity: Severity, found: &HashMap<&str, Vec<&Finding>>, cx: Cx<'_>) -> Self {
        let rules = RULES.iter().filter(|rule| rule.severity == severity);
        let all = |rule: &Rule| found.get(rule.id).map_or(&[][..], Vec::as_slice);
        let rules: Vec<OfRule> = rules
            .map(all)
            .filter(|findings| !findings.is_empty())
            .map(|findings| OfRule {
                lines: findings
                    .iter()
                    .take(LISTED)
                    .map(|finding| Line::of(finding, None, cx))
                    .collect(),
                more: findings.len().saturating_sub(LISTED),
            })
            .collect();
        let counts = rules.iter().map(|rule| rule.lines.len() + rule.more);
        Self {
            severity: Some(severity),
            count: counts.sum(),
            rules,
        }
    }

    fn silenced(hushed: &[Hushed], cx: Cx<'_>) -> Self {
        let lines = hushed.iter();
        let lines = lines.map(|hushed| Line::of(&hushed.finding, Some(&hushed.why), cx));
        Self {
            severity: None,
            count: hushed.len(),
            rules: vec![OfRule {
                lines: lines.collect(),
                more: 0,
            }],
        }
    }
}

impl Line {
    fn of(finding: &Finding, why: Option<&String>, cx: Cx<'_>) -> Self {
        Self {
            finding: finding.clone(),
            sentence: cx.derived.told(finding, cx.workspace, cx.now.today),
            why: why.cloned(),
        }
    }
}
