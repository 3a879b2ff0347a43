//! Each rule by an example.

use std::sync::Arc;

use crate::domain::conflict::Side;
use crate::domain::merge::{Merged, merge};
use crate::domain::testing::{id, plain_stage};
use crate::domain::workspace::Records;
use crate::domain::{
    About, Answer, Better, Capacity, Change, Edit, Entry, Head, Initiative, Job, Kpi, Lines,
    Number, Outcome, Rank, Reading, Response, Review, Segment, Silenced, Source, Study, Touch,
    Verdict, Workspace, removal,
};

/// A board of three stages; a card with an initiative and a KPI, a job, a segment and a study.
fn base() -> Workspace {
    let mut kpi = Kpi::new(id("setup-time"), "Setup time", Better::Lower);
    kpi.record(reading("2026-09-30", 8));
    let mut initiative = Initiative::new(id("calls"), "Onboarding calls", Touch::Proactive);
    initiative.kpis.push(kpi);
    let other = Initiative::new(id("guide"), "Guide", Touch::Reactive);
    let mut card = Outcome::new(id("set-up"), id("a"), rank("h"), "Set up quickly");
    card.initiatives = vec![initiative, other];
    card.notes = Lines::from_text("one\ntwo\nthree");
    card.tags = vec!["early".to_owned()];
    let segment = Segment {
        id: id("small"),
        name: "Small".to_owned(),
        expects: None,
    };
    let study = Study {
        id: id("survey"),
        name: "Survey".to_owned(),
        date: "2026-06-01".parse().expect("a date"),
        source: Source::Customers,
        scale: 10,
        top: None,
        responses: Vec::new(),
    };
    let records = Records {
        stages: ["a", "b", "c"].map(plain_stage).to_vec(),
        segments: vec![Arc::new(segment)],
        outcomes: vec![Arc::new(card)],
        jobs: vec![Arc::new(Job::new(id("import"), None, "Bring data over"))],
        studies: vec![Arc::new(study)],
        ..Records::default()
    };
    Workspace::build(records).expect("it holds together")
}

fn rank(text: &str) -> Rank {
    Rank::new(text).expect("a rank")
}

fn reading(date: &str, value: i32) -> Reading {
    let date = date.parse().expect("a date");
    Reading {
        date,
        value: value.into(),
        note: None,
    }
}

fn with(workspace: &Workspace, edits: Vec<Edit>) -> Workspace {
    let mut after = workspace.clone();
    after
        .apply(&Change::new("", edits))
        .expect("it holds together");
    after
}

/// The workspace with another card in place of the one there is.
fn card(change: impl Fn(&mut Outcome)) -> Workspace {
    let base = base();
    let mut card = (*base.outcomes()[&id("set-up")]).clone();
    change(&mut card);
    with(&base, vec![Edit::outcome(card)])
}

fn without(thing: &str) -> Workspace {
    let base = base();
    let gone = removal::remove(&base, &id(thing)).expect("it is there");
    with(&base, gone.edits)
}

fn merged(ours: &Workspace, theirs: &Workspace) -> Merged {
    merge(&base(), ours, theirs).expect("they can be put together")
}

fn the_card(workspace: &Workspace) -> &Outcome {
    &workspace.outcomes()[&id("set-up")]
}

/// The conflicts as lines: what, mine, theirs, and which is kept.
fn told(merged: &Merged) -> Vec<String> {
    let list = merged.conflicts.list().iter();
    list.map(|c| {
        format!(
            "{} · {}: {} | {} ({:?})",
            c.thing,
            c.field,
            c.mine,
            c.theirs,
            c.kept()
        )
    })
    .collect()
}

/// The merged workspace after the same pick in every conflict.
fn settled(merged: &Merged, side: Side) -> Workspace {
    let picks = vec![side; merged.conflicts.list().len()];
    let settled = merged.conflicts.settle(&merged.workspace, &picks);
    assert_eq!(settled.refused, Vec::<usize>::new());
    with(&merged.workspace, settled.change.edits)
}

#[test]
fn different_fields_of_a_card_are_both_taken() {
    let ours = card(|card| card.owner = Some("Ada".to_owned()));
    let theirs = card(|card| card.statement = "Set up in an hour".to_owned());
    let merged = merged(&ours, &theirs);
    assert_eq!(told(&merged), Vec::<String>::new());
    assert_eq!(the_card(&merged.workspace).owner.as_deref(), Some("Ada"));
    assert_eq!(the_card(&merged.workspace).statement, "Set up in an hour");
    assert_eq!(merged.change.label, "Took in 1 outcome from outside");
}

#[test]
fn the_capacities_of_different_lanes_are_both_taken() {
    let room = |now: Option<i32>, next: Option<i32>| {
        let head = Head {
            capacity: Some(Capacity {
                now: now.map(Number::from),
                next: next.map(Number::from),
                later: None,
            }),
            ..Head::clone(base().head())
        };
        with(&base(), vec![Edit::Head(head.into())])
    };
    let merged = merged(&room(Some(8), None), &room(None, Some(13)));
    assert!(told(&merged).is_empty());
    assert_eq!(merged.workspace, room(Some(8), Some(13)));
}

#[test]
fn what_both_silenced_is_silenced_and_a_finding_once() {
    let with_silenced = |silenced: &[(&str, &str)]| {
        let silenced = silenced.iter().map(|(about, why)| Silenced {
            rule: id("need-unserved"),
            about: About::Thing(id(about)),
            why: (*why).to_owned(),
        });
        let head = Head {
            silenced: silenced.collect(),
            ..Head::clone(base().head())
        };
        with(&base(), vec![Edit::Head(head.into())])
    };
    let (ours, theirs) = (
        [("a", "Ours"), ("c", "Same")],
        [("b", "Theirs"), ("c", "Same")],
    );
    let merged = merged(&with_silenced(&ours), &with_silenced(&theirs));
    assert!(told(&merged).is_empty());
    let all = [("a", "Ours"), ("b", "Theirs"), ("c", "Same")];
    assert_eq!(merged.workspace, with_silenced(&all));
}

#[test]
fn a_field_that_both_changed_stays_ours_until_theirs_is_taken() {
    let ours = card(|card| card.statement = "Set up in a day".to_owned());
    let theirs = card(|card| card.statement = "Set up in an hour".to_owned());
    let merged = merged(&ours, &theirs);
    assert_eq!(
        told(&merged),
        ["outcome 'Set up in a day' · statement: Set up in a day | Set up in an hour (Mine)"]
    );
    assert_eq!(the_card(&merged.workspace).statement, "Set up in a day");
    let theirs = settled(&merged, Side::Theirs);
    assert_eq!(the_card(&theirs).statement, "Set up in an hour");
}

#[test]
fn a_card_that_both_moved_has_its_whole_place_from_one_side() {
    let moved = |stage: &'static str, to: &'static str| {
        card(move |card| (card.stage, card.rank) = (id(stage), rank(to)))
    };
    let merged = merged(&moved("b", "h"), &moved("a", "x"));
    assert_eq!(
        told(&merged),
        ["outcome 'Set up quickly' · place: 'b' | 'a' (Mine)"]
    );
    let place = |workspace: &Workspace| {
        let card = the_card(workspace);
        (card.stage.clone(), card.rank.clone())
    };
    assert_eq!(place(&merged.workspace), (id("b"), rank("h")));
    assert_eq!(place(&settled(&merged, Side::Theirs)), (id("a"), rank("x")));
}

#[test]
fn a_card_stays_where_theirs_put_it_although_they_took_away_the_stage_that_ours_put_it_into() {
    let ours = card(|card| (card.stage, card.rank) = (id("b"), rank("h")));
    let mut renamed = (**ours.stage(&id("b")).expect("the stage").1).clone();
    renamed.name = "Better".to_owned();
    let ours = with(&ours, vec![Edit::stage(renamed, 1)]);
    let theirs = card(|card| card.rank = rank("x"));
    let theirs = with(&theirs, vec![Edit::Stage(id("b"), 1, None)]);
    let settled = settled(&merged(&ours, &theirs), Side::Theirs);
    assert!(settled.stage(&id("b")).is_none());
    let card = the_card(&settled);
    assert_eq!((&card.stage, &card.rank), (&id("a"), &rank("x")));
}

#[test]
fn several_conflicts_in_a_card_are_settled_together() {
    let made = |owner: &'static str, rank_: &'static str| {
        card(move |card| {
            card.owner = Some(owner.to_owned());
            card.rank = rank(rank_);
        })
    };
    let merged = merged(&made("Ada", "b"), &made("Bob", "c"));
    let picks = [Side::Theirs, Side::Theirs];
    let settled = merged.conflicts.settle(&merged.workspace, &picks);
    assert_eq!(settled.change.label, "Took theirs in 2 fields");
    let after = with(&merged.workspace, settled.change.edits);
    assert_eq!(the_card(&after).owner.as_deref(), Some("Bob"));
    assert_eq!(the_card(&after).rank, rank("c"));
}

#[test]
fn readings_of_both_sides_stand_by_date_and_one_day_can_have_but_one() {
    let read = |readings: &'static [(&'static str, i32)]| {
        card(move |card| {
            let kpi = card.kpi_mut(&id("setup-time")).expect("it is there");
            for (date, value) in readings {
                kpi.record(reading(date, *value));
            }
        })
    };
    let ours = read(&[("2026-08-31", 9), ("2026-11-30", 5)]);
    let theirs = read(&[("2026-10-31", 6), ("2026-11-30", 4)]);
    let merged = merged(&ours, &theirs);
    assert_eq!(
        told(&merged),
        ["outcome 'Set up quickly' · KPI 'Setup time': reading of 2026-11-30: 5 | 4 (Mine)"]
    );
    let values = |workspace: &Workspace| -> Vec<f64> {
        let kpi = workspace.kpi(&id("setup-time")).expect("it is there");
        kpi.readings
            .iter()
            .map(|reading| reading.value.get())
            .collect()
    };
    assert_eq!(values(&merged.workspace), [9.0, 8.0, 6.0, 5.0]);
    assert_eq!(
        values(&settled(&merged, Side::Theirs)),
        [9.0, 8.0, 6.0, 4.0]
    );
}

#[test]
fn lines_that_both_added_are_both_there() {
    let ours = card(|card| card.notes = Lines::from_text("one\ntwo\nthree\nours"));
    let theirs = card(|card| card.notes = Lines::from_text("zero\none\ntwo\nthree\ntheirs"));
    let merged = merged(&ours, &theirs);
    assert_eq!(told(&merged), Vec::<String>::new());
    let notes = the_card(&merged.workspace).notes.to_string();
    assert_eq!(notes, "zero\none\ntwo\nthree\nours\ntheirs");
}

#[test]
fn a_line_that_both_rewrote_can_be_kept_in_both_versions() {
    let ours = card(|card| card.notes = Lines::from_text("one\n2\nthree"));
    let theirs = card(|card| card.notes = Lines::from_text("one\nII\nthree\nfour"));
    let merged = merged(&ours, &theirs);
    assert_eq!(
        told(&merged),
        ["outcome 'Set up quickly' · notes: 2 | II (Mine)"]
    );
    assert!(merged.conflicts.list()[0].can_keep_both());
    let notes = |workspace: &Workspace| the_card(workspace).notes.to_string();
    assert_eq!(notes(&merged.workspace), "one\n2\nthree\nfour");
    assert_eq!(
        notes(&settled(&merged, Side::Theirs)),
        "one\nII\nthree\nfour"
    );
    assert_eq!(
        notes(&settled(&merged, Side::Both)),
        "one\n2\nII\nthree\nfour"
    );
}

#[test]
fn tags_are_a_set() {
    let ours = card(|card| card.tags = vec!["early".to_owned(), "import".to_owned()]);
    let theirs = card(|card| card.tags = vec!["import".to_owned(), "sales".to_owned()]);
    let merged = merged(&ours, &theirs);
    assert_eq!(told(&merged), Vec::<String>::new());
    assert_eq!(the_card(&merged.workspace).tags, ["import", "sales"]);
}

#[test]
fn what_is_edited_here_and_deleted_there_stays_and_is_told() {
    let edited = card(|card| card.owner = Some("Ada".to_owned()));
    let deleted = without("set-up");
    let here = merged(&edited, &deleted);
    let there = merged(&deleted, &edited);
    let what = "outcome 'Set up quickly' · as a whole";
    assert_eq!(
        told(&here),
        [format!("{what}: edited: owner | deleted (Mine)")]
    );
    assert_eq!(
        told(&there),
        [format!("{what}: deleted | edited: owner (Theirs)")]
    );
    assert_eq!(here.workspace, edited);
    assert_eq!(there.workspace, edited);
    assert!(settled(&here, Side::Theirs).outcomes().is_empty());
    assert!(settled(&there, Side::Mine).outcomes().is_empty());
}

#[test]
fn what_is_deleted_here_and_referred_to_there_comes_back_and_is_told() {
    let uses = card(|card| card.segments = vec![id("small")]);
    for (ours, theirs, line) in [
        (
            &uses,
            &without("small"),
            "kept, since something refers to it | deleted (Mine)",
        ),
        (
            &without("small"),
            &uses,
            "deleted | kept, since something refers to it (Theirs)",
        ),
    ] {
        let merged = merged(ours, theirs);
        assert_eq!(
            told(&merged),
            [format!("segment 'Small' · as a whole: {line}")]
        );
        assert_eq!(merged.workspace, uses);
        let other = if merged.conflicts.list()[0].kept() == Side::Mine {
            Side::Theirs
        } else {
            Side::Mine
        };
        let after = settled(&merged, other);
        assert!(after.segments().is_empty());
        assert!(the_card(&after).segments.is_empty());
    }
}

#[test]
fn a_kpi_that_a_review_speaks_of_comes_back_into_its_initiative() {
    let review = Review {
        date: "2026-11-01".parse().expect("a date"),
        name: "Autumn".to_owned(),
        with: Vec::new(),
        entries: vec![Entry {
            kpi: id("setup-time"),
            value: None,
            verdict: Verdict::Keep,
            action: None,
            owner: None,
            due: None,
        }],
        note: None,
        decisions: Vec::new(),
        parked: Lines::default(),
    };
    let reviewed = with(&base(), vec![Edit::review(review)]);
    for gone in ["setup-time", "calls", "set-up"] {
        let merged = merged(&without(gone), &reviewed);
        assert_eq!(merged.conflicts.list().len(), 1, "{:?}", told(&merged));
        let initiative = the_card(&merged.workspace).initiative(&id("calls"));
        let kpi = initiative.and_then(|calls| calls.kpis.first());
        assert_eq!(kpi.map(|kpi| kpi.readings.len()), Some(1), "{gone}");
        assert!(
            settled(&merged, Side::Mine)
                .kpi(&id("setup-time"))
                .is_none()
        );
    }
}

#[test]
fn a_kpi_moved_to_another_initiative_keeps_what_the_other_side_read() {
    let moved = card(|card| {
        let kpi = card.initiatives[0].kpis.remove(0);
        card.initiatives[1].kpis.push(kpi);
    });
    let read = card(|card| {
        let kpi = card.kpi_mut(&id("setup-time")).expect("it is there");
        kpi.record(reading("2026-10-31", 6));
    });
    for (ours, theirs) in [(&moved, &read), (&read, &moved)] {
        let merged = merged(ours, theirs);
        assert_eq!(told(&merged), Vec::<String>::new());
        let card = the_card(&merged.workspace);
        assert_eq!(card.initiatives[0].kpis, []);
        assert_eq!(card.initiatives[1].kpis[0].readings.len(), 2);
    }
}

#[test]
fn things_that_came_by_the_same_id_both_stay() {
    let kpi = |name: &str| Kpi::new(id("retention"), name, Better::Higher);
    let ours = card(|card| card.initiatives[0].kpis.push(kpi("Retention")));
    let mut added = Outcome::new(id("stay"), id("b"), rank("h"), "Stay longer");
    let mut initiative = Initiative::new(id("letters"), "Letters", Touch::Proactive);
    initiative.kpis.push(kpi("Retention of teams"));
    added.initiatives.push(initiative);
    let theirs = with(&base(), vec![Edit::outcome(added)]);
    let merged = merged(&ours, &theirs);
    assert_eq!(told(&merged), Vec::<String>::new());
    let name = |kpi: &str| merged.workspace.kpi(&id(kpi)).map(|kpi| kpi.name.clone());
    assert_eq!(name("retention").as_deref(), Some("Retention"));
    assert_eq!(name("retention-2").as_deref(), Some("Retention of teams"));
}

#[test]
fn stages_stand_in_our_order_with_what_they_moved_and_added() {
    let ours = with(
        &base(),
        vec![Edit::Stage(id("ours"), 1, Some(plain_stage("ours")))],
    );
    let moved = Edit::Stage(id("a"), 2, Some(plain_stage("a")));
    let added = Edit::Stage(id("theirs"), 1, Some(plain_stage("theirs")));
    let theirs = with(&base(), vec![moved, added]);
    let merged = merged(&ours, &theirs);
    let order: Vec<_> = merged
        .workspace
        .stages()
        .iter()
        .map(|stage| stage.id.as_str())
        .collect();
    assert_eq!(order, ["ours", "b", "theirs", "c", "a"]);
    assert_eq!(told(&merged), Vec::<String>::new());
}

#[test]
fn a_scale_that_answers_lie_beyond_is_left_and_told() {
    let study = |change: fn(&mut Study)| {
        let base = base();
        let mut study = (*base.studies()[&id("survey")]).clone();
        change(&mut study);
        with(&base, vec![Edit::study(study)])
    };
    let answered = study(|study| {
        study.responses.push(Response {
            id: id("r1"),
            segment: None,
            answers: vec![Answer(id("import"), Some(9), Some(2))],
        });
    });
    let rescaled = study(|study| study.scale = 5);
    let merged = merged(&answered, &rescaled);
    assert_eq!(
        told(&merged),
        ["study 'Survey' · as a whole: edited: responses | edited: scale (Mine)"]
    );
    assert_eq!(merged.workspace, answered);
    let theirs = settled(&merged, Side::Theirs);
    assert_eq!(theirs.studies(), rescaled.studies());
}

#[test]
fn what_was_moved_to_a_card_of_its_own_on_each_side_stands_where_ours_has_it() {
    let there = |name: &str| {
        let mut card = (*base().outcomes()[&id("set-up")]).clone();
        let mut other = Outcome::new(id(name), id("b"), rank("h"), name);
        other.initiatives = std::mem::take(&mut card.initiatives);
        with(&base(), vec![Edit::outcome(card), Edit::outcome(other)])
    };
    let merged = merged(&there("x"), &there("y"));
    assert_eq!(merged.workspace, there("x"));
    assert_eq!(merged.conflicts.list().len(), 1, "{:?}", told(&merged));
    assert!(told(&merged)[0].starts_with("outcome 'y' · as a whole: not there | edited"));
    let settled = merged.conflicts.settle(&merged.workspace, &[Side::Theirs]);
    assert_eq!(settled.refused, [0]);
}
