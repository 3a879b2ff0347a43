//! `outboard check`: what it says, to people and to programs, and with which exit status.

use crate::home::Home;

/// A plan with a problem, two warnings and a note, whatever the day is.
const PLAN: &str = r#"(
    format: 1,
    name: "Plan",
    vision: (customer: "Teams", need: "Sell", impact: "More"),
    segments: [(id: "schools", name: "Schools")],
    needs: [(id: "fear", kind: Latent, statement: "They fear the start")],
    jobs: [(id: "begin", name: "Begin", estimate: (importance: 5, satisfaction: 5), fate: Now)],
)"#;

/// The same with nothing worse than a warning.
fn without_problem() -> String {
    PLAN.replace(", fate: Now", "")
}

fn with(text: &str) -> Home {
    let home = Home::empty();
    home.write("plan.ron", text);
    home
}

#[test]
fn the_answer_is_no_from_the_given_severity_on() {
    let cases = [
        (PLAN.to_owned(), "problem", 1),
        (PLAN.to_owned(), "note", 1),
        (without_problem(), "problem", 0),
        (without_problem(), "warning", 1),
    ];
    for (text, deny, status) in cases {
        let told = with(&text).run(&["check", "-f", "plan.ron", "--deny", deny]);
        assert_eq!(told.status, status, "{deny}: {}{}", told.data, told.said);
    }
    let home = with(PLAN);
    assert_eq!(
        home.run(&["check", "-f", "plan.ron"]).status,
        1,
        "a problem"
    );
    assert_eq!(home.run(&["check", "-f", "none.ron"]).status, 2);
    assert_eq!(home.run(&["check", "--deny", "much"]).status, 2);
    let json = home.run(&["check", "-f", "plan.ron", "--json"]);
    assert_eq!(json.status, 1, "JSON or not");
}

#[test]
fn a_plan_without_findings_has_nothing_to_say_no_to() {
    let plan = "(format: 1, name: \"Plan\", \
                vision: (customer: \"Teams\", need: \"Sell\", impact: \"More\"))";
    let home = with(plan);
    let told = home.run(&["check", "-f", "plan.ron", "--deny", "note"]);
    assert_eq!(told.status, 0);
    assert_eq!(told.data, "Plan: the health check, no findings\n");
    let json = home.run(&["check", "-f", "plan.ron", "--json"]);
    assert_eq!(json.data.trim(), "[]");
}

#[test]
fn programs_get_the_rule_the_severity_the_subject_and_the_message() {
    let told = with(&without_problem()).run(&["check", "-f", "plan.ron", "--json"]);
    let findings = told.json();
    let rows = findings.as_array().expect("a list");
    let keys = |row: &serde_json::Value| {
        let fields = row.as_object().expect("an object");
        let mut keys: Vec<String> = fields.keys().cloned().collect();
        keys.sort();
        keys
    };
    for row in rows {
        assert_eq!(keys(row), ["message", "rule", "severity", "subject"]);
    }
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0]["rule"], "need-without-evidence");
    assert_eq!(rows[0]["severity"], "warning");
    assert_eq!(rows[0]["subject"], "fear");
    assert_eq!(
        rows[0]["message"],
        "No evidence for the need: They fear the start"
    );
    assert_eq!(rows[2]["severity"], "note");
}

#[test]
fn people_get_the_worst_first_and_what_helps() {
    let home = with(PLAN);
    let told = home.run(&["check", "-f", "plan.ron"]);
    insta::assert_snapshot!(told.data);
    let shown = home.run(&[
        "show", "--screen", "health", "-f", "plan.ron", "--width", "100",
    ]);
    assert_eq!(shown.done(), told.data);
    let narrow = home.run(&[
        "show", "--screen", "health", "-f", "plan.ron", "--width", "40",
    ]);
    let narrow = narrow.done();
    assert!(
        narrow.lines().all(|line| line.chars().count() <= 40),
        "{narrow}"
    );
}

#[test]
fn what_is_silenced_is_told_last_and_does_not_count() {
    let silenced = "silenced: [\
        (rule: \"job-now-without-initiative\", subject: \"begin\", why: \"A partner does it\"),\
        (rule: \"kpi-stale\", subject: \"gone\", why: \"Old\"),\
        (rule: \"no-such-rule\", subject: \"workspace\", why: \"Old\"),\
        (rule: \"vision-incomplete\", subject: \"workspace\", why: \"Old\"),\
        ], segments:";
    let home = with(&PLAN.replace("segments:", silenced));
    let told = home.run(&["check", "-f", "plan.ron"]);
    assert_eq!(told.status, 0, "{}", told.data);
    assert!(
        told.data
            .ends_with("  Because: A partner does it\n  job-now-without-initiative of begin\n"),
        "{}",
        told.data
    );
    assert_eq!(
        told.said.lines().collect::<Vec<_>>(),
        [
            "silenced for nothing: kpi-stale of gone; that is not there",
            "silenced for nothing: no-such-rule of workspace; there is no such rule",
            "silenced for nothing: vision-incomplete of workspace; nothing of the kind is found",
        ]
    );
    let json = home.run(&["check", "-f", "plan.ron", "--json"]).json();
    assert_eq!(json.as_array().map(Vec::len), Some(3));
}
