//! Commands that write: one change each, saved, told in words; or none at all.

use serde_json::{Value, json};

use crate::home::Home;

fn workspace(home: &Home) -> Value {
    home.run(&["show", "--json"]).json()
}

/// The record of a list by its id.
fn record(home: &Home, list: &str, id: &str) -> Value {
    let workspace = workspace(home);
    let records = workspace[list].as_array().expect("a list");
    let found = records.iter().find(|record| record["id"] == id);
    found.cloned().unwrap_or_default()
}

fn add(home: &Home, arguments: &[&str]) -> String {
    let id = home.run(&[&["add"], arguments].concat()).done();
    id.strip_suffix('\n').expect("a line").to_owned()
}

/// The statements of a stage's cards, in the board's order.
fn column(home: &Home, stage: &str) -> Vec<String> {
    let workspace = workspace(home);
    let outcomes = workspace["outcomes"].as_array().expect("a list");
    let mut cards: Vec<_> = outcomes
        .iter()
        .filter(|outcome| outcome["stage"] == stage)
        .collect();
    cards.sort_by_key(|outcome| outcome["rank"].to_string());
    let ids = cards.iter().filter_map(|outcome| outcome["id"].as_str());
    ids.map(str::to_owned).collect()
}

#[test]
fn add_prints_the_id_and_says_what_was_done() {
    let home = Home::with_sample();
    let told = home.run(&["add", "outcome", "Minimize the wait", "--stage", "usage"]);
    assert_eq!(told.data, "minimize-the-wait\n");
    assert_eq!(told.said.lines().count(), 1);
    assert!(
        told.said.contains("Added 'Minimize the wait' to Usage"),
        "{}",
        told.said
    );
    assert!(told.said.contains("crm.ron"), "{}", told.said);
    assert_eq!(
        record(&home, "outcomes", "minimize-the-wait")["statement"],
        "Minimize the wait"
    );
}

#[test]
fn a_wording_to_think_about_is_hinted_at_and_saved_all_the_same() {
    let home = Home::with_sample();
    let told = home.run(&["add", "outcome", "Open the dashboard", "--stage", "usage"]);
    let hint = "Hint: 'dashboard' is a solution: say what customers gain by it\n";
    assert_eq!(
        (told.data.as_str(), told.status),
        ("open-the-dashboard\n", 0)
    );
    assert!(told.said.contains(hint), "{}", told.said);
    let told = home.run(&["set", "log-a-call", "story.so=note the result", "effort=2"]);
    assert_eq!(told.status, 0);
    assert!(told.said.contains("Hint: This says again"), "{}", told.said);
    let told = home.run(&["set", "open-the-dashboard", "owner=Ada"]);
    assert!(
        !told.said.contains("Hint"),
        "only what is set is looked at: {}",
        told.said
    );
}

#[test]
fn a_card_is_added_with_all_that_hangs_on_it() {
    let home = Home::empty();
    home.run(&["new", "own.ron", "--lifecycle", "empty"]).done();
    let stage = add(
        &home,
        &["stage", "Use", "--purchase", "after", "--team", "Success"],
    );
    let outcome = add(&home, &["outcome", "Win more deals", "--stage", &stage]);
    let initiative = add(
        &home,
        &[
            "initiative",
            "Help desk",
            "--outcome",
            &outcome,
            "--touch",
            "reactive",
            "--team",
            "Support",
        ],
    );
    let kpi = add(
        &home,
        &[
            "kpi",
            "Wait",
            "--initiative",
            &initiative,
            "--unit",
            "h",
            "--baseline",
            "8",
            "--target",
            "2,5",
            "--every",
            "week",
        ],
    );
    let made = record(&home, "outcomes", &outcome);
    assert_eq!(
        made["initiatives"],
        json!([{
            "id": "help-desk", "name": "Help desk", "touch": "Reactive", "status": "Idea",
            "team": "Support",
            "kpis": [{
                "id": "wait", "name": "Wait", "unit": "h", "better": "Lower", "baseline": 8.0,
                "target": 2.5, "every": "Week",
            }],
        }])
    );
    assert_eq!(
        [&*stage, &outcome, &initiative, &kpi],
        ["use", "win-more-deals", "help-desk", "wait"]
    );
    assert_eq!(record(&home, "stages", &stage)["purchase"], "After");
}

#[test]
fn jobs_needs_and_segments_can_be_added() {
    let home = Home::with_sample();
    let job = add(&home, &["job", "Log a mail", "--outcome", "set-up-quickly"]);
    let loose = add(&home, &["job", "Log a mail"]);
    let need = add(&home, &["need", "To be heard", "--kind", "latent"]);
    let segment = add(&home, &["segment", "Sellers", "--expects", "Speed"]);
    assert_eq!([&*job, &loose], ["log-a-mail", "log-a-mail-2"]);
    assert_eq!([&*need, &segment], ["to-be-heard", "sellers"]);
    assert_eq!(record(&home, "jobs", &job)["outcome"], "set-up-quickly");
    assert_eq!(record(&home, "jobs", &loose)["outcome"], Value::Null);
    assert_eq!(record(&home, "needs", &need)["kind"], "Latent");
    assert_eq!(record(&home, "segments", &segment)["expects"], "Speed");
}

#[test]
fn a_job_is_added_with_its_story_its_estimate_and_its_fate() {
    let home = Home::with_sample();
    let job = add(
        &home,
        &[
            "job",
            "Log a mail",
            "--when",
            "I have sent it",
            "--so",
            "nobody asks twice",
            "--importance",
            "7",
            "--satisfaction",
            "2,5",
            "--fate",
            "later",
            "--why",
            "No hands",
        ],
    );
    let record = record(&home, "jobs", &job);
    assert_eq!(record["story"]["when"], "I have sent it");
    assert_eq!(
        record["estimate"],
        json!({"importance": 7.0, "satisfaction": 2.5})
    );
    assert_eq!(
        (&record["fate"], &record["why"]),
        (&json!("Later"), &json!("No hands"))
    );
    let half = ["add", "job", "Half", "--importance", "7"];
    let said = home.run(&half).refused();
    assert!(said.contains("both numbers"), "{said}");
}

#[test]
fn a_need_is_added_with_its_segments_and_its_evidence() {
    let home = Home::with_sample();
    let need = add(
        &home,
        &[
            "need",
            "To be heard",
            "--segments",
            "Enterprise, small-team",
        ],
    );
    let evidence = [
        "add",
        "evidence",
        &need,
        "--source",
        "Diary 3",
        "--method",
        "focus-group",
        "--date",
        "14 Sep 2026",
        "--note",
        "Wrote twice",
    ];
    let told = home.run(&evidence);
    assert!(
        told.said
            .contains("Added the evidence 'Diary 3' to 'To be heard'"),
        "{}",
        told.said
    );
    let record = record(&home, "needs", &need);
    assert_eq!(record["segments"], json!(["enterprise", "small-team"]));
    let expected = json!({
        "source": "Diary 3", "method": "FocusGroup", "date": "2026-09-14", "note": "Wrote twice"
    });
    assert_eq!(record["evidence"][0], expected);
    let said = home
        .run(&["add", "evidence", "usage", "--source", "x"])
        .refused();
    assert!(said.contains("is a stage, not a need"), "{said}");
}

#[test]
fn an_assumption_is_added_behind_the_others() {
    let home = Home::with_sample();
    home.run(&["add", "assumption", "They will pay", "--verdict", "refuted"])
        .done();
    let vision = &workspace(&home)["vision"]["assumptions"];
    assert_eq!(
        vision[2],
        json!({"text": "They will pay", "verdict": "Refuted"})
    );
}

#[test]
fn what_can_t_be_added_leaves_the_file_as_it_was() {
    let home = Home::with_sample();
    let before = home.read("crm.ron");
    for (arguments, said) in [
        (
            &["outcome", "X", "--stage", "usge"][..],
            "there is no stage \"usge\"; did you mean usage?",
        ),
        (
            &["outcome", "  ", "--stage", "usage"],
            "outcome can't be empty",
        ),
        (
            &["initiative", "X", "--outcome", "usage"],
            "is a stage, not an outcome",
        ),
        (
            &["kpi", "X", "--initiative", "nothing"],
            "there is no initiative",
        ),
        (
            &[
                "kpi",
                "X",
                "--initiative",
                "pricing-desk",
                "--target",
                "six",
            ],
            "\"six\" is no number",
        ),
        (&["need", "X", "--kind", "hidden"], "expressed, latent"),
        (&["outcome", "X"], "--stage"),
    ] {
        let told = home.run(&[&["add"], arguments].concat()).refused();
        assert!(told.contains(said), "{arguments:?}: {told}");
        assert_eq!(home.read("crm.ron"), before);
    }
}

#[test]
fn set_takes_the_names_of_the_file() {
    let home = Home::with_sample();
    let run = |arguments: &[&str]| home.run(&[&["set"], arguments].concat());
    run(&["set-up-quickly", "owner=Ann", "tags=a, b", "notes=One"]).done();
    run(&[
        "set-up-quickly",
        "tags+=c",
        "tags-=a",
        "segments+=enterprise",
    ])
    .done();
    let outcome = record(&home, "outcomes", "set-up-quickly");
    assert_eq!(outcome["owner"], "Ann");
    assert_eq!(outcome["tags"], json!(["b", "c"]));
    assert_eq!(outcome["segments"], json!(["small-team", "enterprise"]));
    run(&["set-up-quickly", "owner="]).done();
    assert_eq!(
        record(&home, "outcomes", "set-up-quickly")["owner"],
        Value::Null
    );
    run(&[
        "log-a-call",
        "story.when=the phone rings",
        "fate=later",
        "effort=3",
    ])
    .done();
    let job = record(&home, "jobs", "log-a-call");
    assert_eq!(
        (&job["story"]["when"], &job["fate"]),
        (&json!("the phone rings"), &json!("Later"))
    );
    run(&["workspace", "name=Ours", "vision.need=To sell"]).done();
    let workspace = workspace(&home);
    assert_eq!(
        (&workspace["name"], &workspace["vision"]["need"]),
        (&json!("Ours"), &json!("To sell"))
    );
}

#[test]
fn a_card_is_archived_and_restored_by_its_field() {
    let home = Home::with_sample();
    let told = home.run(&["set", "be-understood", "archived=2026-10-31"]);
    assert!(told.said.starts_with("Archived 'Increase"), "{told:?}");
    let board = home.run(&["show"]).done();
    assert!(board.contains("6 outcomes, and 1 archived"), "{board}");
    assert!(!board.contains("be-understood"), "{board}");
    let told = home.run(&["set", "be-understood", "archived="]);
    assert!(told.said.starts_with("Restored 'Increase"), "{told:?}");
    assert!(home.run(&["show"]).done().contains("be-understood"));
}

#[test]
fn set_sets_all_fields_or_none() {
    let home = Home::with_sample();
    let before = home.read("crm.ron");
    for (arguments, said) in [
        (
            &["setup-time", "unit=h", "target=soon"][..],
            "\"soon\" is no number",
        ),
        (
            &["setup-time", "unit=h", "colour=red"],
            "\"colour\" is no field of this KPI",
        ),
        (&["setup-time", "unit"], "sets nothing"),
        (&["setup-tme", "unit=h"], "did you mean setup-time?"),
        (&["setup-time", "name="], "name can't be empty"),
        (&["setup-time"], "FIELD=VALUE"),
    ] {
        let told = home.run(&[&["set"], arguments].concat()).refused();
        assert!(told.contains(said), "{arguments:?}: {told}");
        assert_eq!(home.read("crm.ron"), before);
    }
}

#[test]
fn what_is_so_already_is_said_and_not_written() {
    let home = Home::with_sample();
    let before = home.read("crm.ron");
    let told = home.run(&["set", "setup-time", "unit=days"]);
    assert!(told.said.contains("Nothing to change"), "{told:?}");
    assert_eq!(told.status, 0);
    assert_eq!(home.read("crm.ron"), before);
}

#[test]
fn move_puts_a_card_where_it_is_told() {
    let home = Home::with_sample();
    assert_eq!(
        column(&home, "usage"),
        ["set-up-quickly", "know-where-we-stand"]
    );
    home.run(&["move", "be-understood", "--stage", "usage"])
        .done();
    assert_eq!(
        column(&home, "usage"),
        ["set-up-quickly", "know-where-we-stand", "be-understood"]
    );
    home.run(&[
        "move",
        "be-understood",
        "--stage",
        "usage",
        "--before",
        "know-where-we-stand",
    ])
    .done();
    assert_eq!(
        column(&home, "usage"),
        ["set-up-quickly", "be-understood", "know-where-we-stand"]
    );
    home.run(&[
        "move",
        "set-up-quickly",
        "--stage",
        "usage",
        "--before",
        "know-where-we-stand",
    ])
    .done();
    assert_eq!(
        column(&home, "usage"),
        ["be-understood", "set-up-quickly", "know-where-we-stand"]
    );
    let told = home.run(&["move", "set-up-quickly", "--stage", "offering"]);
    assert!(told.said.contains("to Offering"), "{told:?}");
    assert_eq!(column(&home, "offering"), ["set-up-quickly"]);
    let said = home
        .run(&[
            "move",
            "set-up-quickly",
            "--stage",
            "offering",
            "--before",
            "be-understood",
        ])
        .refused();
    assert!(
        said.contains("\"be-understood\" is not on the board in Offering"),
        "{said}"
    );
}

#[test]
fn remove_takes_along_what_refers_to_a_thing() {
    let home = Home::with_sample();
    home.run(&["remove", "setup-time"]).done();
    home.run(&["remove", "small-team"]).done();
    let outcome = record(&home, "outcomes", "set-up-quickly");
    assert_eq!(outcome["initiatives"][0].get("kpis"), None);
    assert_eq!(outcome.get("segments"), None);
    let told = home.run(&["remove", "set-up-quickly"]);
    assert!(told.said.contains("Deleted"), "{told:?}");
    assert_eq!(
        record(&home, "jobs", "import-sales-data").get("outcome"),
        None
    );
    let said = home.run(&["remove", "set-up-quickly"]).refused();
    assert!(
        said.contains("nothing has the id \"set-up-quickly\""),
        "{said}"
    );
}

#[test]
fn outcomes_are_not_lost_with_their_stage() {
    let home = Home::with_sample();
    let before = home.read("crm.ron");
    let said = home.run(&["remove", "usage"]).refused();
    assert!(
        said.contains("has 2 outcomes; say where they go: --into STAGE"),
        "{said}"
    );
    assert!(
        home.run(&["remove", "usage", "--into", "usage"])
            .refused()
            .contains("name another stage")
    );
    assert!(
        home.run(&["remove", "log-a-call", "--into", "usage"])
            .refused()
            .contains("is a job")
    );
    assert_eq!(home.read("crm.ron"), before);
    home.run(&["remove", "usage", "--into", "advocacy"]).done();
    assert_eq!(
        column(&home, "advocacy"),
        ["be-proud-of-it", "set-up-quickly", "know-where-we-stand"]
    );
    assert_eq!(record(&home, "stages", "usage"), Value::Null);
}

#[test]
fn a_reading_takes_its_place_by_date() {
    let home = Home::with_sample();
    let run = |arguments: &[&str]| home.run(&[&["record", "forecast-error"], arguments].concat());
    run(&["-4.5", "--date", "2026-10-31", "--note", "Below zero"]).done();
    run(&["12", "--date", "2026-09-30"]).done();
    run(&["13", "--date", "2026-09-30"]).done();
    let outcome = record(&home, "outcomes", "know-where-we-stand");
    assert_eq!(
        outcome["initiatives"][0]["kpis"][0]["readings"],
        json!([["2026-09-30", 13.0], ["2026-10-31", -4.5, "Below zero"]])
    );
    run(&["7"]).done();
    let outcome = record(&home, "outcomes", "know-where-we-stand");
    assert_eq!(
        outcome["initiatives"][0]["kpis"][0]["readings"]
            .as_array()
            .map(Vec::len),
        Some(3)
    );
}

#[test]
fn a_reading_that_is_none_is_refused() {
    let home = Home::with_sample();
    for (arguments, said) in [
        (&["forecast-error", "lots"][..], "\"lots\" is no number"),
        (
            &["forecast-error", "1", "--date", "2026-02-30"],
            "is no date",
        ),
        (&["forecast-eror", "1"], "did you mean forecast-error?"),
        (&["set-up-quickly", "1"], "is an outcome, not a KPI"),
    ] {
        let told = home.run(&[&["record"], arguments].concat()).refused();
        assert!(told.contains(said), "{arguments:?}: {told}");
    }
}

#[test]
fn what_was_not_edited_stays_byte_for_byte() {
    let home = Home::with_sample();
    let before = home.read("crm.ron");
    home.run(&["set", "log-a-call", "effort=2"]).done();
    let after = home.read("crm.ron");
    let around = |text: &str| {
        let (head, tail) = text.split_once("id: \"log-a-call\"").expect("the job");
        let (_, tail) = tail
            .split_once("id: \"onboard-the-team\"")
            .expect("the next");
        (head.to_owned(), tail.to_owned())
    };
    assert_ne!(after, before);
    assert_eq!(around(&after), around(&before));
}
