//! The screens as text, and the workspace as JSON.

use crate::home::Home;

#[test]
fn the_board_reads_from_top_to_bottom() {
    let home = Home::with_sample();
    insta::assert_snapshot!(home.run(&["show", "--width", "80"]).done());
    let board = home
        .run(&["show", "--screen", "board", "--width", "80"])
        .done();
    assert_eq!(board, home.run(&["show", "--width", "80"]).done());
}

#[test]
fn the_roadmap_reads_from_top_to_bottom() {
    let home = Home::with_sample();
    insta::assert_snapshot!(
        home.run(&["show", "--screen", "roadmap", "--width", "80"])
            .done()
    );
}

#[test]
fn the_research_reads_from_top_to_bottom() {
    let home = Home::with_sample();
    insta::assert_snapshot!(
        home.run(&["show", "--screen", "research", "--width", "80"])
            .done()
    );
}

#[test]
fn a_card_says_everything_but_what_is_private() {
    let home = Home::with_sample();
    home.run(&[
        "set",
        "set-up-quickly",
        "private=The boss hates it",
        "notes=Ask Kim",
    ])
    .done();
    // The sample's readings are from 2026; what is stale depends on the day.
    let card = home
        .run(&["show", "--outcome", "set-up-quickly", "--width", "80"])
        .done();
    assert!(!card.contains("The boss"), "{card}");
    insta::assert_snapshot!(card.replace(", stale", ""));
}

#[test]
fn no_line_is_wider_than_it_may_be() {
    let home = Home::with_sample();
    for width in ["1", "40", "61", "500"] {
        let cells = width.parse::<usize>().expect("a number").max(30);
        for arguments in [
            &["show"][..],
            &["show", "--screen", "roadmap"],
            &["show", "--screen", "research"],
            &["show", "--outcome", "set-up-quickly"],
        ] {
            let text = home.run(&[arguments, &["--width", width]].concat()).done();
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(cells), "{width}: {widest:?}\n{text}");
        }
    }
}

#[test]
fn a_screen_that_there_is_not_is_said_in_a_sentence() {
    let home = Home::with_sample();
    for screen in ["scorecard", "bord"] {
        let said = home.run(&["show", "--screen", screen]).refused();
        assert!(
            said.contains("this version has the screens board, roadmap, research and health"),
            "{said}"
        );
    }
}

#[test]
fn an_outcome_that_there_is_not_brings_the_nearest() {
    let home = Home::with_sample();
    let said = home.run(&["show", "--outcome", "set-up-quikly"]).refused();
    assert_eq!(
        said,
        "outboard: there is no outcome \"set-up-quikly\"; did you mean set-up-quickly?\n"
    );
    let said = home.run(&["show", "--outcome", "usage"]).refused();
    assert!(
        said.contains("\"usage\" is a stage, not an outcome"),
        "{said}"
    );
    assert!(said.contains("the outcomes are be-proud-of-it"), "{said}");
}

#[test]
fn json_has_the_names_and_the_order_of_the_file() {
    let home = Home::with_sample();
    let text = home.run(&["show", "--json"]).done();
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let names: Vec<_> = json.as_object().expect("an object").keys().collect();
    assert_eq!(
        names,
        [
            "format",
            "name",
            "vision",
            "segments",
            "stages",
            "needs",
            "outcomes",
            "jobs",
            "studies",
            "reviews",
            "economics"
        ]
    );
    assert_eq!(json["format"], 1);
    assert_eq!(json["stages"][0]["id"], "offering");
    assert_eq!(json["stages"][0]["purchase"], "Before");
    let outcome = json["outcomes"]
        .as_array()
        .expect("a list")
        .last()
        .expect("an outcome");
    let names: Vec<_> = outcome.as_object().expect("an object").keys().collect();
    assert_eq!(
        names,
        [
            "id",
            "stage",
            "rank",
            "statement",
            "segments",
            "needs",
            "initiatives"
        ]
    );
    let kpi = &outcome["initiatives"][0]["kpis"][0];
    assert_eq!(kpi["id"], "setup-time");
    assert_eq!(kpi["readings"][0].as_array().map(Vec::len), Some(2));
    assert_eq!(
        json["studies"][0]["responses"][0]["answers"][0]
            .as_array()
            .map(Vec::len),
        Some(3)
    );
}

#[test]
fn json_holds_private_notes_and_letters_of_every_script() {
    let home = Home::with_sample();
    home.run(&["set", "set-up-quickly", "private=顧客 नमस्ते 👩‍👩‍👧 \"quoted\""])
        .done();
    let json = home.run(&["show", "--json"]).json();
    let outcome = &json["outcomes"].as_array().expect("a list")[6];
    assert_eq!(outcome["private"][0], "顧客 नमस्ते 👩‍👩‍👧 \"quoted\"");
    let one = home
        .run(&["show", "--outcome", "set-up-quickly", "--json"])
        .json();
    assert_eq!(one, *outcome);
}

#[test]
fn nothing_that_is_piped_has_an_escape() {
    let home = Home::with_sample();
    for arguments in [
        &[][..],
        &["show", "--screen", "roadmap"],
        &["show", "--outcome", "set-up-quickly"],
        &["rank"],
        &["keys"],
        &["--help"],
        &["rank", "--help"],
        &["doctor"],
        &["show", "--screen", "nothing"],
        &["remove", "nothing"],
    ] {
        for environment in [&[][..], &[("NO_COLOR", "1")], &[("COLORTERM", "truecolor")]] {
            let told = home.run_with(environment, arguments);
            let all = format!("{}{}", told.data, told.said);
            assert!(!all.contains('\u{1b}'), "{arguments:?}: {all:?}");
        }
    }
}
