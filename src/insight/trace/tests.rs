//! The chains of the sample, and what breaks in them.

use std::collections::HashSet;

use super::*;
use crate::domain::workspace::Records;
use crate::testing::{id, sample};

fn behind(workspace: &Workspace, link: &Link) -> Vec<Link> {
    Trace::of(workspace).behind(workspace, link)
}

fn gaps(workspace: &Workspace, link: &Link) -> Vec<Gap> {
    Trace::of(workspace).gaps(workspace, link)
}

fn path(workspace: &Workspace, id: &Id) -> Vec<Link> {
    Trace::of(workspace).path(workspace, id)
}

fn need(name: &str) -> Link {
    Link::Need(id(name))
}

#[test]
fn a_kpi_is_reached_from_the_vision_link_by_link() {
    let workspace = sample();
    let path = path(&workspace, &id("setup-time"));
    let expected = [
        Link::Vision,
        need("afraid-of-losing-history"),
        Link::Outcome(id("set-up-quickly")),
        Link::Job(id("get-unstuck")),
        Link::Initiative(id("self-service-onboarding")),
        Link::Kpi(id("setup-time")),
    ];
    assert_eq!(path, expected);
    for pair in path.windows(2) {
        assert!(behind(&workspace, &pair[0]).contains(&pair[1]), "{pair:?}");
    }
}

#[test]
fn every_step_of_a_path_is_one_level_further() {
    let workspace = sample();
    let outcomes = workspace.outcomes().keys();
    let ids = outcomes
        .chain(workspace.jobs().keys())
        .chain(workspace.needs().keys());
    for id in ids {
        let path = path(&workspace, id);
        let levels: Vec<Level> = path.iter().map(Link::level).collect();
        assert_eq!(levels, Level::ALL[..levels.len()], "{id}");
        assert_eq!(path.last().and_then(Link::id), Some(id));
    }
}

#[test]
fn everything_on_the_board_and_every_job_hangs_on_the_vision() {
    let workspace = sample();
    let below = Trace::of(&workspace).below(&workspace, &Link::Vision);
    let links = below.iter().flatten();
    let reached: HashSet<Id> = links.filter_map(|link| link.id().cloned()).collect();
    let outcomes = workspace.outcomes().values();
    let kpis = outcomes.clone().flat_map(|outcome| outcome.kpis());
    let kpis = kpis.map(|kpi| &kpi.id);
    let all = outcomes
        .map(|outcome| &outcome.id)
        .chain(workspace.jobs().keys());
    for id in all.chain(kpis) {
        assert!(reached.contains(id), "{id}");
    }
}

#[test]
fn what_hangs_on_a_link_is_there_once_and_there_is_a_way_to_it() {
    let workspace = sample();
    let trace = Trace::of(&workspace);
    let from = need("afraid-of-losing-history");
    let below = trace.below(&workspace, &from);
    let counts: Vec<usize> = below.iter().map(Vec::len).collect();
    // Both initiatives hang on each of the three jobs.
    assert_eq!(counts, [1, 3, 2, 2]);
    for link in below.iter().flatten() {
        let way = trace.way(&workspace, &from, link);
        assert_eq!(way.as_ref().and_then(|way| way.last()), Some(link));
    }
    let other = Link::Kpi(id("nps"));
    assert_eq!(trace.way(&workspace, &from, &other), None);
}

#[test]
fn what_is_missing_is_a_link_of_its_own() {
    let workspace = sample();
    assert_eq!(
        behind(&workspace, &Link::Vision).last(),
        Some(&Link::NoNeed)
    );
    let unfounded = behind(&workspace, &Link::NoNeed);
    assert_eq!(unfounded.last(), Some(&Link::NoOutcome));
    assert_eq!(
        behind(&workspace, &Link::NoOutcome),
        [Link::Job(id("leave-cleanly"))]
    );
    let outcome = Link::Outcome(id("be-understood"));
    assert_eq!(
        behind(&workspace, &outcome),
        [Link::NoJob(id("be-understood"))]
    );
    let initiatives = behind(&workspace, &Link::NoJob(id("be-understood")));
    assert_eq!(initiatives, [Link::Initiative(id("discovery-interviews"))]);
}

#[test]
fn breaks_are_told_in_words() {
    let workspace = sample();
    let told = |link: &Link| -> Vec<String> {
        let gaps = gaps(&workspace, link).into_iter();
        gaps.map(|gap| gap.to_string()).collect()
    };
    let no_kpi = "No KPI tells whether this initiative works";
    assert_eq!(told(&Link::Initiative(id("pricing-desk"))), [no_kpi]);
    let no_initiative = "No initiative serves the outcome";
    assert_eq!(
        told(&Link::Outcome(id("roll-out-further"))),
        [no_initiative]
    );
    assert_eq!(
        told(&Link::Job(id("leave-cleanly"))),
        ["Leads to no outcome"]
    );
    let unread = "Nobody has read this KPI yet";
    assert_eq!(told(&Link::Kpi(id("forecast-error"))), [unread]);
    assert_eq!(told(&need("afraid-of-losing-history")), [""; 0]);
}

#[test]
fn an_empty_workspace_says_that_the_chain_has_not_begun() {
    let workspace = Workspace::build(Records::default()).expect("it holds together");
    assert_eq!(
        gaps(&workspace, &Link::Vision),
        [Gap::NoVision, Gap::NoNeed]
    );
    assert_eq!(behind(&workspace, &Link::Vision), []);
}
