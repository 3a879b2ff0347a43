//! What is kept is what is there, whatever changes; and what is silenced is not counted.

use proptest::prelude::*;

use crate::domain::choice::Choice;
use crate::domain::history::Moment;
use crate::domain::testing::{cast, work, workspace_of};
use crate::domain::workspace::Head;
use crate::domain::{About, Change, Document, Edit, Id, Silenced, Workspace, difference, silenced};
use crate::insight::health::{Facts, Health, Severity};
use crate::insight::opportunity::{Ranking, Scope, rank};
use crate::testing::{id, now, sample};

fn facts<'a>(workspace: &'a Workspace, ranking: &'a Ranking) -> Facts<'a> {
    Facts {
        workspace,
        ranking,
        today: now(0).today,
    }
}

/// Everything that is known of a workspace's health.
fn known(health: &Health, workspace: &Workspace) -> (Vec<String>, Vec<usize>) {
    let findings = health.findings();
    let findings = findings.map(|finding| format!("{} {}", finding.rule.id, finding.about));
    let counts = Severity::ALL
        .iter()
        .map(|severity| health.count(*severity, workspace));
    let stages = workspace.stages().iter();
    let of_stages = stages.map(|stage| health.count_in(&stage.id, workspace));
    (findings.collect(), counts.chain(of_stages).collect())
}

fn of_whole(workspace: &Workspace) -> Health {
    Health::of(facts(workspace, &rank(workspace, &Scope::default())))
}

/// The sample with something silenced, and its health.
fn hushed(rule: &str, about: About) -> (Workspace, Health) {
    let mut document = Document::new(sample());
    let this = Silenced {
        rule: id(rule),
        about,
        why: "It is meant so".to_owned(),
    };
    let head = Head {
        silenced: silenced::with(&[], this),
        ..Head::clone(document.workspace().head())
    };
    let change = Change::new("Silenced", vec![Edit::Head(head.into())]);
    document.commit(change, Moment::ALONE).expect("it fits");
    let workspace = document.workspace().clone();
    let health = of_whole(&workspace);
    (workspace, health)
}

#[test]
fn what_is_silenced_is_kept_and_not_counted() {
    let plain = of_whole(&sample());
    let (workspace, health) = hushed("kpi-off-without-measure", About::Thing(id("sales-cycle")));
    let before = plain.count(Severity::Problem, &sample());
    assert_eq!(health.count(Severity::Problem, &workspace), before - 1);
    assert_eq!(health.total(&workspace), plain.total(&sample()) - 1);
    let stage: Id = id("purchase");
    assert_eq!(
        health.count_in(&stage, &workspace),
        plain.count_in(&stage, &sample()) - 1
    );
    assert_eq!(health.findings().count(), plain.findings().count());
    let whys: Vec<String> = health.hushed(&workspace).map(|hushed| hushed.why).collect();
    assert_eq!(whys, ["It is meant so"]);
    assert_eq!(health.needless(&workspace).count(), 0);
}

#[test]
fn what_is_silenced_for_nothing_is_known_and_does_no_harm() {
    for (rule, about) in [
        ("no-such-rule", About::Workspace),
        ("kpi-stale", About::Thing(id("gone"))),
        ("kpi-stale", About::Thing(id("nps"))),
    ] {
        let (workspace, health) = hushed(rule, about);
        assert_eq!(health.needless(&workspace).count(), 1, "{rule}");
        assert_eq!(
            health.total(&workspace),
            of_whole(&sample()).total(&sample())
        );
    }
}

#[test]
fn what_is_looked_at_in_stretches_is_the_same_in_the_end() {
    let workspace = sample();
    let ranking = rank(&workspace, &Scope::default());
    let mut health = Health::begin(facts(&workspace, &ranking));
    let mut stretches = 0;
    while health.is_behind() {
        health.catch_up(facts(&workspace, &ranking), 3);
        stretches += 1;
    }
    assert!(stretches > 5, "{stretches}");
    assert_eq!(
        known(&health, &workspace),
        known(&of_whole(&workspace), &workspace)
    );
}

#[test]
fn another_day_is_another_check() {
    let workspace = sample();
    let ranking = rank(&workspace, &Scope::default());
    let mut health = of_whole(&workspace);
    let later = Facts {
        today: "2027-06-01".parse().expect("a day"),
        ..facts(&workspace, &ranking)
    };
    health.turn_to(later.today);
    assert!(health.is_behind());
    health.catch_up(later, usize::MAX);
    let stale = health
        .findings()
        .filter(|finding| finding.rule.id == "kpi-stale");
    assert_eq!(stale.count(), 6);
}

proptest! {
    #[test]
    fn what_is_kept_over_changes_is_what_is_found_anew(
        (before, works) in cast().prop_flat_map(|cast| {
            (workspace_of(&cast), prop::collection::vec(work(&cast), 1..4))
        })
    ) {
        let mut health = of_whole(&before);
        let mut before = before;
        for work in works {
            let after = work.done_to(&before);
            let keys = difference(&before, &after, "Worked").keys();
            let ranking = rank(&after, &Scope::default());
            let facts = facts(&after, &ranking);
            health.take_in(&keys, facts, true);
            health.catch_up(facts, usize::MAX);
            prop_assert_eq!(known(&health, &after), known(&of_whole(&after), &after));
            before = after;
        }
    }
}
