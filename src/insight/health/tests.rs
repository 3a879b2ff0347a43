//! The rules one by one, their table, and that what is kept is what is there.

mod keeping;
mod rules;

use super::{Facts, Finding, Health, RULES, Severity, rule};
use crate::domain::Workspace;
use crate::insight::opportunity::{Scope, rank};
use crate::testing::{now, sample};

/// Every finding in a workspace as its rule's id and its sentence.
fn told(workspace: &Workspace) -> Vec<(&'static str, String)> {
    let ranking = rank(workspace, &Scope::default());
    let facts = Facts {
        workspace,
        ranking: &ranking,
        today: now(0).today,
    };
    let health = Health::of(facts);
    let tell = |finding: &Finding| (finding.rule.id, health.message(finding, facts));
    health.findings().map(tell).collect()
}

#[test]
fn rules_have_ids_of_their_own_and_say_what_they_have_to() {
    for (place, this) in RULES.iter().enumerate() {
        let id = this.id;
        assert!(crate::domain::Id::new(id).is_ok(), "{id} is no id");
        assert_eq!(RULES.iter().position(|other| other.id == id), Some(place));
        assert!(rule(id).is_some_and(|found| found.finds == this.finds));
        for phrase in [this.finds, this.helps] {
            assert!(phrase.starts_with(char::is_uppercase), "{id}: {phrase}");
            assert!(!phrase.ends_with('.'), "{id}: {phrase}");
        }
        assert!(this.why.ends_with('.'), "{id}: {}", this.why);
        assert_eq!(this.why.matches(". ").count(), 0, "{id}: one sentence");
    }
}

#[test]
fn the_worst_rules_come_first() {
    let severities: Vec<Severity> = RULES.iter().map(|rule| rule.severity).collect();
    assert!(severities.is_sorted_by(|a, b| a >= b));
}

#[test]
fn the_sample_has_these_findings_and_no_others() {
    let mut found = told(&sample());
    found.sort_by_key(|(id, _)| RULES.iter().position(|rule| rule.id == *id));
    let lines: Vec<String> = found
        .into_iter()
        .map(|(id, sentence)| format!("{id}: {sentence}"))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}
