//! Fields set by name.

use super::{Assignment, How, set};
use crate::domain::history::Moment;
use crate::domain::{Document, Workspace};
use crate::testing::{now, sample};

/// Sets fields one command after the other and gives what is there then.
fn set_all(commands: &[(&str, &[&str])]) -> Result<Workspace, String> {
    let mut document = Document::new(sample());
    for (thing, assignments) in commands {
        let assignments: Vec<Assignment> = assignments
            .iter()
            .map(|text| text.parse())
            .collect::<Result<_, _>>()?;
        let change = set(document.workspace(), thing, &assignments, now(0).today)?;
        let when = Moment {
            now: 0,
            together: false,
        };
        let done = document.commit(change, when);
        done.map_err(|faults| faults.to_string())?;
    }
    Ok(document.workspace().clone())
}

/// What stands in a field after some assignments to the same thing.
fn after(thing: &str, field: &str, assignments: &[&str]) -> Result<String, String> {
    let workspace = set_all(&[(thing, assignments)])?;
    let subject = super::subject(&workspace, thing)?;
    let rows =
        crate::app::fields::fill::rows(&subject, &workspace, now(0).today).unwrap_or_default();
    let value = rows.into_iter().find(|(row, _)| row.name == field);
    Ok(value.map(|(_, value)| value).unwrap_or_default())
}

#[test]
fn an_assignment_says_how_its_value_gets_into_the_field() {
    let parsed = |text: &str| text.parse::<Assignment>();
    let made = |field: &str, how, value: &str| {
        Ok(Assignment {
            field: field.to_owned(),
            how,
            value: value.to_owned(),
        })
    };
    assert_eq!(parsed("name=a=b"), made("name", How::Put, "a=b"));
    assert_eq!(parsed("tags+=x"), made("tags", How::Add, "x"));
    assert_eq!(parsed("tags-=x"), made("tags", How::TakeOut, "x"));
    assert_eq!(parsed("team="), made("team", How::Put, ""));
    assert!(parsed("name").is_err());
}

#[test]
fn values_are_put_added_and_taken_out() {
    let card = "be-proud-of-it";
    for (thing, field, assignments, expected) in [
        ("workspace", "name", &["name=Beta"][..], "Beta"),
        ("workspace", "vision.need", &["vision.need=Peace"], "Peace"),
        ("usage", "team", &["team="], ""),
        ("nps", "target", &["target=1 200,5"], "1200.5"),
        ("nps", "every", &["every=week"], "Week"),
        ("pricing-desk", "status", &["status=done"], "Done"),
        (
            "leave-cleanly",
            "story.when",
            &["story.when=We part"],
            "We part",
        ),
        (
            "leave-cleanly",
            "estimate.satisfaction",
            &["estimate.importance=8", "estimate.satisfaction=3"],
            "3",
        ),
        (card, "tags", &["tags=a, b ,a"], "a, b"),
        (card, "tags", &["tags=a,b", "tags+=c", "tags-=a"], "b, c"),
        (card, "tags", &["tags+=a,b", "tags+=b"], "a, b"),
        (card, "segments", &["segments+=small-team"], "Small team"),
        (
            card,
            "segments",
            &["segments=enterprise,small-team", "segments-=Enterprise"],
            "Small team",
        ),
        (
            card,
            "needs",
            &[
                "needs=needs-a-reason-for-the-board,afraid-of-losing-history",
                "needs-=needs-a-reason-for-the-board",
            ],
            "Managers fear losing years of contact history more than they want new features",
        ),
        (card, "notes", &["notes=one", "notes+=two"], "one\ntwo"),
        (card, "stage", &["stage=Usage"], "Usage"),
        ("october-survey", "date", &["date=31.10.2026"], "2026-10-31"),
    ] {
        let value = after(thing, field, assignments);
        assert_eq!(value.as_deref(), Ok(expected), "{thing} {assignments:?}");
    }
}

#[test]
fn what_can_not_be_set_is_said() {
    for (thing, assignments, problem) in [
        (
            "nothing",
            &["name=x"][..],
            "there is nothing with the id \"nothing\"",
        ),
        ("Not An Id", &["name=x"], "the id \"Not An Id\" has a"),
        (
            "nps",
            &["name+=x"],
            "name holds one value; write name=VALUE",
        ),
        (
            "nps",
            &["taget=5"],
            "\"taget\" is no field of this KPI; did you mean target? There are name, unit, ",
        ),
        (
            "nps",
            &["readings=5"],
            "\"readings\" is no field of this KPI; ",
        ),
        (
            "be-proud-of-it",
            &["tags=a,b", "tags-=c"],
            "'c' is not among the tags; there are: a, b",
        ),
        (
            "be-proud-of-it",
            &["segments+=Schools"],
            "there is no segment 'Schools'; there are Enterprise, Small team",
        ),
        (
            "leave-cleanly",
            &["estimate.importance=", "estimate.satisfaction=3"],
            "an estimate is both numbers, importance and satisfaction, or none",
        ),
        (
            "nps",
            &["target=x", "name="],
            "\"x\" is no number; name can't be empty",
        ),
    ] {
        let said = set_all(&[(thing, assignments)]).expect_err(thing);
        assert!(said.starts_with(problem), "{thing} {assignments:?}: {said}");
    }
}

#[test]
fn what_is_set_is_told_in_the_past_tense() {
    let assignments = ["target=5".parse().expect("an assignment")];
    let change = set(&sample(), "nps", &assignments, now(0).today).expect("a target");
    assert_eq!(change.label, "Changed the target of 'Net promoter score'");
}

#[test]
fn an_effort_is_never_negative() {
    let effort = |value: &str| after("log-a-call", "effort", &[value]);
    assert_eq!(effort("effort=0"), Ok("0".to_owned()));
    assert_eq!(
        effort("effort=-1"),
        Err("an effort is zero or more, not -1".to_owned())
    );
}

#[test]
fn the_capacity_of_a_lane_is_set_by_its_name_and_is_never_negative() {
    let capacity = |assignments: &[&str]| after("workspace", "capacity.now", assignments);
    assert_eq!(capacity(&["capacity.now=8"]), Ok("8".to_owned()));
    assert_eq!(
        capacity(&["capacity.now=8", "capacity.now="]),
        Ok(String::new())
    );
    assert_eq!(
        capacity(&["capacity.now=-3"]),
        Err("a capacity is zero or more, not -3".to_owned())
    );
    let told = |assignments: &[&str]| {
        let assignments = assignments.iter().map(|text| text.parse());
        let assignments: Result<Vec<Assignment>, String> = assignments.collect();
        let change = assignments.and_then(|all| set(&sample(), "workspace", &all, now(0).today));
        change.expect("it can be set").label
    };
    assert_eq!(
        told(&["capacity.next=13"]),
        "Set the capacity of next to 13"
    );
    assert_eq!(
        told(&["capacity.now=8", "capacity.later=20"]),
        "Changed the capacity of now and later"
    );
}
