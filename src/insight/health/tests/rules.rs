//! For each rule a smallest workspace of which it says something, and one of which it does not.

use super::told;
use crate::insight::health::RULES;
use crate::testing::workspace;

/// A stage with what else is said of it.
macro_rules! stage {
    ($more:literal) => {
        concat!("(id: \"s\", name: \"Use\", purchase: After, ", $more, ")")
    };
}

/// The list of outcomes: one at the stage, with what else is said of it.
macro_rules! outcome {
    ($statement:literal, $more:literal) => {
        concat!(
            "stages: [(id: \"s\", name: \"Use\", purchase: After)], outcomes: [(id: \"o\", \
             stage: \"s\", rank: \"a\", statement: \"",
            $statement,
            "\", ",
            $more,
            ")]"
        )
    };
    ($more:literal) => {
        outcome!("Minimize the time it takes to start", $more)
    };
}

/// An outcome with one initiative.
macro_rules! initiative {
    ($touch:literal, $more:literal) => {
        concat!(
            "stages: [(id: \"s\", name: \"Use\", purchase: After)], outcomes: [(id: \"o\", \
             stage: \"s\", rank: \"a\", statement: \"Minimize the time it takes to start\", \
             initiatives: [(id: \"i\", name: \"Guide\", touch: ",
            $touch,
            ", ",
            $more,
            ")])]"
        )
    };
}

/// An outcome with an active initiative that has one KPI, of which more is better.
macro_rules! kpi {
    ($more:literal) => {
        concat!(
            "stages: [(id: \"s\", name: \"Use\", purchase: After)], outcomes: [(id: \"o\", \
             stage: \"s\", rank: \"a\", statement: \"Minimize the time it takes to start\", \
             initiatives: [(id: \"i\", name: \"Guide\", touch: Proactive, status: Active, \
             kpis: [(id: \"k\", name: \"Readers\", better: Higher, ",
            $more,
            ")])])]"
        )
    };
}

/// A KPI that is off its target, and a review of some day with an entry.
macro_rules! off {
    ($entry:literal) => {
        concat!(
            kpi!("target: 10, readings: [(\"2026-10-01\", 3), (\"2026-11-01\", 4)]"),
            ", reviews: [(date: \"2026-11-02\", name: \"R\", entries: [",
            $entry,
            "])]"
        )
    };
}

/// A job, and what else is said of it.
macro_rules! job {
    ($more:literal) => {
        concat!("jobs: [(id: \"j\", name: \"Start\", ", $more, ")]")
    };
}

/// A rule, a workspace with what it says of it, and one of which it says nothing.
type Case = (&'static str, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    (
        "kpi-off-without-measure",
        kpi!("target: 10, readings: [(\"2026-11-01\", 4)]"),
        "Off its target, and never reviewed: Readers",
        kpi!("target: 10, readings: [(\"2026-11-01\", 10)]"),
    ),
    (
        "kpi-off-without-measure",
        off!("(kpi: \"k\", verdict: Fix)"),
        "Off its target, and no action since the review of 2 Nov 2026: Readers",
        off!("(kpi: \"k\", verdict: Fix, action: \"Write it anew\")"),
    ),
    (
        "job-now-without-initiative",
        job!("fate: Now"),
        "To be served now, but it leads to no outcome: Start",
        job!("fate: Next"),
    ),
    (
        "job-now-without-initiative",
        concat!(
            initiative!("Proactive", "status: Planned"),
            ", jobs: [(id: \"j\", name: \"Start\", outcome: \"o\", fate: Now)]"
        ),
        "To be served now, but no initiative is active: Start",
        concat!(
            initiative!("Proactive", "status: Active"),
            ", jobs: [(id: \"j\", name: \"Start\", outcome: \"o\", fate: Now)]"
        ),
    ),
    (
        "vision-incomplete",
        "vision: (need: \"Sell\")",
        "The vision does not say who the customer is and which impact we want",
        "vision: (customer: \"Teams\", need: \"Sell\", impact: \"More\")",
    ),
    (
        "vision-incomplete",
        "",
        "There is no vision yet",
        "vision: (customer: \"Teams\", need: \"Sell\", impact: \"More\")",
    ),
    (
        "need-without-evidence",
        "needs: [(id: \"n\", kind: Latent, statement: \"They are afraid\")]",
        "No evidence for the need: They are afraid",
        "needs: [(id: \"n\", kind: Latent, statement: \"They are afraid\", \
         evidence: [(source: \"Interview 1\", method: Interview)])]",
    ),
    (
        "need-unserved",
        "needs: [(id: \"n\", kind: Latent, statement: \"They are afraid\")]",
        "No outcome serves the need: They are afraid",
        concat!(
            "needs: [(id: \"n\", kind: Latent, statement: \"They are afraid\")], ",
            outcome!("needs: [\"n\"]")
        ),
    ),
    (
        "stage-without-outcome",
        concat!("stages: [", stage!(""), "]"),
        "No outcome in the stage Use",
        outcome!(""),
    ),
    (
        "stage-without-outcome",
        outcome!("archived: \"2026-11-01\""),
        "No outcome in the stage Use",
        outcome!(""),
    ),
    (
        "stage-without-team",
        concat!("stages: [", stage!(""), "]"),
        "No team for the stage Use",
        concat!("stages: [", stage!("team: \"Support\""), "]"),
    ),
    (
        "stage-all-reactive",
        initiative!("Reactive", "status: Active"),
        "Only reactive initiatives in the stage Use",
        initiative!("Proactive", "status: Active"),
    ),
    (
        "sales-focus",
        "stages: [(id: \"s\", name: \"Buy\", purchase: At)], outcomes: [(id: \"o\", stage: \"s\", \
         rank: \"a\", statement: \"Minimize the time it takes to buy\", initiatives: [\
         (id: \"i\", name: \"A\", touch: Proactive, status: Active), \
         (id: \"k\", name: \"B\", touch: Proactive, status: Idea)])]",
        "Heavy sales focus: 0 of 2 initiatives are after the purchase",
        "stages: [(id: \"s\", name: \"Buy\", purchase: At), (id: \"u\", name: \"Use\", purchase: \
         After)], outcomes: [(id: \"o\", stage: \"s\", rank: \"a\", statement: \"Minimize the time \
         it takes to buy\", initiatives: [(id: \"i\", name: \"A\", touch: Proactive, status: \
         Active)]), (id: \"p\", stage: \"u\", rank: \"a\", statement: \"Minimize the time it takes \
         to start\", initiatives: [(id: \"k\", name: \"B\", touch: Proactive, status: Idea)])]",
    ),
    (
        "outcome-without-initiative",
        outcome!(""),
        "No initiative for: Minimize the time it takes to start",
        initiative!("Proactive", "status: Idea"),
    ),
    (
        "outcome-without-job",
        outcome!(""),
        "No job leads to: Minimize the time it takes to start",
        concat!(
            outcome!(""),
            ", jobs: [(id: \"j\", name: \"Start\", outcome: \"o\")]"
        ),
    ),
    (
        "initiative-without-kpi",
        initiative!("Proactive", "status: Idea"),
        "No KPI for the initiative Guide",
        kpi!(""),
    ),
    (
        "initiative-without-team",
        initiative!("Proactive", "status: Idea"),
        "No team for the initiative Guide",
        initiative!("Proactive", "status: Idea, team: \"Docs\""),
    ),
    (
        "reactive-without-escalation",
        initiative!("Reactive", "status: Idea"),
        "No escalation for the reactive initiative Guide",
        initiative!(
            "Reactive",
            "status: Idea, escalation: [(to: \"Engineering\")]"
        ),
    ),
    (
        "kpi-without-target",
        kpi!("baseline: 1"),
        "No target for the KPI Readers",
        kpi!("target: 1"),
    ),
    (
        "kpi-never-read",
        kpi!("target: 1"),
        "Never read: the KPI Readers",
        initiative!(
            "Proactive",
            "status: Planned, kpis: [(id: \"k\", name: \"Readers\", better: Higher)]"
        ),
    ),
    (
        "kpi-stale",
        kpi!("every: Month, readings: [(\"2026-10-07\", 4)]"),
        "Last read on 7 Oct 2026: the KPI Readers",
        kpi!("every: Month, readings: [(\"2026-10-08\", 4)]"),
    ),
    (
        "review-overdue",
        kpi!("readings: [(\"2026-10-01\", 3), (\"2026-11-01\", 4)]"),
        "KPIs are read, but no review was held yet",
        kpi!("readings: [(\"2026-11-01\", 4)]"),
    ),
    (
        "review-overdue",
        concat!(
            kpi!("every: Week"),
            ", reviews: [(date: \"2026-11-11\", name: \"R\", entries: [(kpi: \"k\", verdict: \
             Keep)])]"
        ),
        "Review overdue: the last was 11 days ago",
        concat!(
            kpi!("every: Month"),
            ", reviews: [(date: \"2026-11-11\", name: \"R\", entries: [(kpi: \"k\", verdict: \
             Keep)])]"
        ),
    ),
    (
        "job-underserved-undecided",
        job!("estimate: (importance: 9, satisfaction: 2)"),
        "Underserved and undecided, score about 16.0, estimated: Start",
        job!("estimate: (importance: 9, satisfaction: 2), fate: Later"),
    ),
    (
        "job-never-without-reason",
        job!("estimate: (importance: 9, satisfaction: 2), fate: Never"),
        "Underserved, never, and no reason, score about 16.0, estimated: Start",
        job!("estimate: (importance: 9, satisfaction: 2), fate: Never, why: \"Others do\""),
    ),
    (
        "job-overserved-now",
        job!("estimate: (importance: 2, satisfaction: 9), fate: Now"),
        "Overserved, but to be served now, score about 2.0, estimated: Start",
        job!("estimate: (importance: 2, satisfaction: 9), fate: Later"),
    ),
    (
        "outcome-names-solution",
        outcome!("Increase the use of the dashboard", ""),
        "Worded as a solution, by 'dashboard': Increase the use of the dashboard",
        outcome!(""),
    ),
    (
        "outcome-two-in-one",
        outcome!(
            "Minimize the time it takes to start and increase the quality of the data",
            ""
        ),
        "Two outcomes in one: Minimize the time it takes to start and increase the quality of the \
         data",
        outcome!("Minimize the time and the effort it takes to start", ""),
    ),
    (
        "outcome-without-direction",
        outcome!("The team is set up when it has just signed up", ""),
        "No direction: The team is set up when it has just signed up",
        outcome!(""),
    ),
    (
        "segment-unserved",
        "segments: [(id: \"g\", name: \"Schools\")]",
        "No outcome is meant for the segment Schools",
        concat!(
            "segments: [(id: \"g\", name: \"Schools\")], ",
            outcome!("segments: [\"g\"]")
        ),
    ),
    (
        "stage-all-proactive",
        outcome!(
            "initiatives: [(id: \"i\", name: \"A\", touch: Proactive, status: Active), \
             (id: \"k\", name: \"B\", touch: Proactive, status: Active)]"
        ),
        "Only proactive initiatives in the stage Use",
        initiative!("Proactive", "status: Active"),
    ),
    (
        "kpi-without-baseline",
        kpi!("target: 1"),
        "No baseline for the KPI Readers",
        kpi!("baseline: 1"),
    ),
    (
        "job-unrated",
        job!(""),
        "Nobody has rated the job Start",
        job!("estimate: (importance: 9, satisfaction: 2)"),
    ),
];

fn said(rule: &str, text: &str) -> Vec<String> {
    let workspace = workspace(&format!("(name: \"Plan\", {text})"));
    let all = told(&workspace).into_iter();
    let of_rule = all.filter(|(id, _)| *id == rule);
    of_rule.map(|(_, sentence)| sentence).collect()
}

#[test]
fn a_rule_finds_what_is_wrong_and_leaves_alone_what_is_well() {
    for (rule, wrong, sentence, well) in CASES {
        assert_eq!(said(rule, wrong), [*sentence], "{rule}: {wrong}");
        assert_eq!(said(rule, well), [""; 0], "{rule}: {well}");
    }
}

#[test]
fn every_rule_is_shown_at_work() {
    for rule in RULES {
        let mut cases = CASES.iter();
        assert!(
            cases.any(|case| case.0 == rule.id),
            "{} has no case",
            rule.id
        );
    }
}

#[test]
fn a_kpi_that_is_off_is_dealt_with_by_a_measure_or_by_being_kept_on_its_way() {
    let is_found = |entry: &str, latest: i32| {
        let workspace = off!("").replace("entries: []", &format!("entries: [{entry}]"));
        let workspace = workspace.replace(
            "(\"2026-11-01\", 4)",
            &format!("(\"2026-11-01\", {latest})"),
        );
        !said("kpi-off-without-measure", &workspace).is_empty()
    };
    for (entry, latest, expected) in [
        ("(kpi: \"k\", verdict: Keep)", 4, false),
        ("(kpi: \"k\", verdict: Keep)", 2, true),
        ("(kpi: \"k\", verdict: Keep, action: \"Wait\")", 2, false),
        ("(kpi: \"k\", verdict: Fix)", 4, true),
        ("(kpi: \"k\", verdict: Stop)", 2, false),
    ] {
        assert_eq!(is_found(entry, latest), expected, "{entry}, then {latest}");
    }
}

#[test]
fn what_is_archived_is_found_nowhere() {
    let text = "(name: \"Plan\", stages: [(id: \"s\", name: \"Use\", purchase: After)], outcomes: [(id: \"o\", stage: \"s\", rank: \"a\", statement: \"Add a report\", archived: \"2026-11-01\", initiatives: [(id: \"i\", name: \"A\", touch: Reactive, status: Active)])], jobs: [(id: \"j\", name: \"Start\", outcome: \"o\", fate: Now)])";
    let found = told(&workspace(text));
    let rules: Vec<&str> = found.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(
        rules,
        [
            "vision-incomplete",
            "stage-without-outcome",
            "stage-without-team"
        ]
    );
}
