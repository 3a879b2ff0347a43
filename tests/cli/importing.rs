//! `outboard import survey`: what five survey tools export of the same survey, through the program
//! and back.

use std::path::PathBuf;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::home::Home;

/// A job, and what its answers come to: importance and satisfaction, each with the number of
/// answers, and the score.
type Expected = (&'static str, f64, u64, f64, u64, f64);

/// What each file comes to, by available cases and top two boxes, over all segments.
const FILES: [(&str, u64, [Expected; 4]); 5] = [
    (
        "google-forms",
        36,
        [
            ("import-sales-data", 9.44, 36, 1.82, 33, 17.07),
            ("onboard-the-team", 8.61, 36, 3.24, 34, 13.99),
            ("forecast-the-quarter", 5.83, 36, 5.00, 34, 6.67),
            ("log-a-call", 5.83, 36, 7.94, 34, 5.83),
        ],
    ),
    (
        "typeform",
        32,
        [
            ("import-sales-data", 9.38, 32, 1.88, 32, 16.88),
            ("onboard-the-team", 8.75, 32, 3.12, 32, 14.38),
            ("forecast-the-quarter", 5.31, 32, 5.00, 32, 5.62),
            ("log-a-call", 5.62, 32, 7.81, 32, 5.62),
        ],
    ),
    (
        "qualtrics",
        32,
        [
            ("import-sales-data", 9.38, 32, 1.56, 32, 17.19),
            ("onboard-the-team", 8.44, 32, 3.12, 32, 13.75),
            ("forecast-the-quarter", 5.62, 32, 5.00, 32, 6.25),
            ("log-a-call", 5.31, 32, 7.81, 32, 5.31),
        ],
    ),
    ("wide", 36, AS_CODES),
    ("long", 36, AS_CODES),
];

const AS_CODES: [Expected; 4] = [
    ("import-sales-data", 9.44, 36, 1.82, 33, 17.07),
    ("onboard-the-team", 8.61, 36, 2.65, 34, 14.58),
    ("forecast-the-quarter", 5.83, 36, 5.29, 34, 6.37),
    ("log-a-call", 5.83, 36, 7.65, 34, 5.83),
];

/// A survey of the five.
fn survey(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/surveys");
    let path = folder.join(name).with_extension("csv");
    path.to_str().expect("a path").to_owned()
}

fn import(home: &Home, name: &str, options: &[&str]) -> Value {
    let path = survey(name);
    home.run(&[&["import", "survey", &path, "--json"], options].concat())
        .json()
}

fn is_near(found: &Value, expected: f64) -> bool {
    found
        .as_f64()
        .is_some_and(|found| (found - expected).abs() <= 0.005 + 1e-9)
}

#[test]
fn the_same_survey_from_five_tools_has_the_expected_scores() {
    for (name, responses, jobs) in FILES {
        let home = Home::with_sample();
        let report = import(&home, name, &[]);
        assert_eq!(report["responses"], responses, "{name}: {report}");
        let ranking = home.run(&["rank", "--study", name, "--json"]).json();
        for (place, (job, importance, n_i, satisfaction, n_s, score)) in
            jobs.into_iter().enumerate()
        {
            let row = &ranking["jobs"][place];
            assert_eq!(row["job"], job, "{name}");
            assert!(is_near(&row["importance"], importance), "{name}: {row}");
            assert!(is_near(&row["satisfaction"], satisfaction), "{name}: {row}");
            assert!(is_near(&row["score"], score), "{name}: {row}");
            let n = (&row["n_importance"], &row["n_satisfaction"]);
            assert_eq!(n, (&json!(n_i), &json!(n_s)), "{name}: {job}");
        }
        assert_eq!(ranking["jobs"][4]["score"], Value::Null, "{name}");
    }
}

#[test]
fn every_row_is_imported_or_skipped_with_its_reason() {
    for (name, responses, _) in FILES {
        let report = import(&Home::with_sample(), name, &["--dry-run"]);
        let skipped = report["skipped"].as_array().expect("a list");
        let rows = if name == "long" { 144 } else { 36 };
        let imported = if name == "long" { 144 } else { responses };
        assert_eq!(report["rows"], rows, "{name}");
        assert_eq!(report["imported"], imported, "{name}");
        assert_eq!(skipped.len() as u64, rows - imported, "{name}");
        assert_eq!(report["unmatched"], json!([]), "{name}");
    }
    let report = import(&Home::with_sample(), "qualtrics", &["--dry-run"]);
    let unfinished = "the response was not finished";
    let expected = json!([
        {"row": 4, "reason": "a preview or a test of the survey"},
        {"row": 14, "reason": unfinished},
        {"row": 24, "reason": unfinished},
        {"row": 34, "reason": unfinished},
    ]);
    assert_eq!(report["skipped"], expected);
}

#[test]
fn unfinished_responses_are_taken_in_when_asked_for() {
    for name in ["typeform", "qualtrics"] {
        let report = import(&Home::with_sample(), name, &["--unfinished"]);
        assert_eq!(report["responses"], 36, "{name}");
        assert_eq!(report["skipped"], json!([]), "{name}");
    }
}

#[test]
fn nothing_personal_reaches_the_file_or_what_is_said() {
    for name in ["google-forms", "qualtrics"] {
        let home = Home::with_sample();
        let told = home.run(&["import", "survey", &survey(name)]);
        assert_eq!(told.status, 0, "{told:?}");
        let everything = format!("{}{}{}", told.data, told.said, home.read("crm.ron"));
        for personal in ["example.com", "person7", "192.0.2."] {
            assert!(!everything.contains(personal), "{name}: {personal}");
        }
    }
}

#[test]
fn an_import_is_one_step_that_undo_takes_back_to_the_byte() {
    for (name, ..) in FILES {
        let home = Home::with_sample();
        let before = home.read("crm.ron");
        import(&home, name, &[]);
        let after = home.read("crm.ron");
        assert_ne!(before, after, "{name}");
        home.run(&["undo"]).done();
        assert_eq!(home.read("crm.ron"), before, "{name}");
        home.run(&["redo"]).done();
        assert_eq!(home.read("crm.ron"), after, "{name}");
    }
}

#[test]
fn importing_twice_changes_nothing_the_second_time() {
    for (name, ..) in FILES {
        let home = Home::with_sample();
        import(&home, name, &[]);
        let once = home.read("crm.ron");
        import(&home, name, &[]);
        assert_eq!(home.read("crm.ron"), once, "{name}");
        import(&home, name, &["--study", name]);
        assert_eq!(home.read("crm.ron"), once, "{name}, into its study");
    }
}

#[test]
fn a_dry_run_says_the_same_and_changes_nothing() {
    let home = Home::with_sample();
    let before = home.read("crm.ron");
    let dry = import(&home, "typeform", &["--dry-run"]);
    assert_eq!(home.read("crm.ron"), before);
    assert_eq!(import(&home, "typeform", &[]), dry);
}

#[test]
fn a_mapping_that_was_written_imports_the_same() {
    for (name, ..) in FILES {
        let (guessed, mapped) = (Home::with_sample(), Home::with_sample());
        import(&guessed, name, &[]);
        let path = survey(name);
        let written = mapped.run(&["import", "survey", &path, "--write-map", "map.ron"]);
        assert_eq!(written.status, 0, "{written:?}");
        import(&mapped, name, &["--map", "map.ron"]);
        assert_eq!(mapped.read("crm.ron"), guessed.read("crm.ron"), "{name}");
    }
}

#[test]
fn a_mapping_never_replaces_a_file_and_says_where_it_is_wrong() {
    let home = Home::with_sample();
    home.write(
        "map.ron",
        "(header_rows: 1,\n scale: (from: 1, to: 5), columns: [(1, \"a\", Job(2))])",
    );
    let path = survey("wide");
    let said = home
        .run(&["import", "survey", &path, "--write-map", "map.ron"])
        .refused();
    assert!(said.contains("map.ron is there already"), "{said}");
    let said = home
        .run(&["import", "survey", &path, "--map", "map.ron"])
        .refused();
    assert!(said.contains("map.ron: line 2, column "), "{said}");
}

#[test]
fn answers_go_into_a_study_in_place_of_what_was_said_before() {
    let home = Home::with_sample();
    home.write(
        "more.csv",
        "respondent,segment,imp_log-a-call,sat_log-a-call\np01,,1,2\np99,Partner,5,5\n",
    );
    let report = home
        .run(&[
            "import",
            "survey",
            "more.csv",
            "--study",
            "october-survey",
            "--json",
        ])
        .json();
    assert_eq!(
        (&report["responses"], &report["replaced"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(report["segments"], json!(["Partner"]));
    let workspace = home.run(&["show", "--json"]).json();
    let responses = workspace["studies"][0]["responses"]
        .as_array()
        .expect("a list");
    let first = responses.first().expect("a response");
    let last = responses.last().expect("a response");
    assert_eq!(first["answers"], json!([["log-a-call", 1, 2]]));
    assert_eq!(first["segment"], "small-team");
    assert_eq!(
        (&last["id"], &last["segment"]),
        (&json!("p99"), &json!("partner"))
    );
    let again = home
        .run(&["import", "survey", "more.csv", "--study", "nowhere"])
        .refused();
    assert!(again.contains("october-survey"), "{again}");
}

#[test]
fn what_can_not_be_imported_is_refused_with_row_and_column_and_changes_nothing() {
    let home = Home::with_sample();
    let file = home.read("crm.ron");
    for (text, place) in [
        ("imp_log-a-call,sat_log-a-call\n4.5,1\n", "row 2, column 1"),
        ("imp_log-a-call,sat_log-a-call\n4,\"1\n", "row 2, column 2"),
        ("imp_log-a-call,sat_log-a-call\n", "row 2, column 1"),
        ("a,b\n1,2\n", "row 1, column 1"),
        ("", "row 1, column 1"),
    ] {
        home.write("bad.csv", text);
        let said = home.run(&["import", "survey", "bad.csv"]).refused();
        assert!(said.contains(place), "{text:?}: {said}");
        assert_eq!(home.read("crm.ron"), file);
    }
    let missing = home.run(&["import", "survey", "missing.csv"]).refused();
    assert!(missing.contains("missing.csv can't be read"), "{missing}");
}

#[test]
fn another_file_of_the_same_name_does_not_replace_anybodys_answers() {
    let home = Home::with_sample();
    home.write("survey.csv", "id,imp_log-a-call\nr1,5\nr2,4\n");
    home.run(&["import", "survey", "survey.csv"]).done();
    let once = home.read("crm.ron");
    home.write("survey.csv", "id,imp_log-a-call\nr1,1\n");
    let said = home.run(&["import", "survey", "survey.csv"]).refused();
    assert!(said.contains("already has a study “survey”"), "{said}");
    assert_eq!(home.read("crm.ron"), once);
}

#[test]
fn the_report_reads_well() {
    let home = Home::with_sample();
    home.write(
        "odd.csv",
        "E-mail,Segment,Age,imp_log-a-call,sat_log-a-call,imp_get-unstuck,sat_get-unstuck,How satisfied: see if it fit,Importance: show results [1]\n\
         a@b.c,Enterprise,31,5,1,4,2,3,5\n\
         d@e.f,Partners,32,3,n/a,4,2,3,5\n\
         a@b.c,Enterprise,31,4,4,4,4,4,4\n\
         ,,,,,,,,\n\
         g@h.i,Enterprise,33,-,,,?,3,5\n\
         j@k.l,Enterprise,34,6,5,4,4,3,5\n",
    );
    insta::assert_snapshot!(home.run(&["import", "survey", "odd.csv"]).done());
}

#[test]
fn standard_input_is_read_where_the_file_is_a_dash() {
    use std::io::Write;

    let home = Home::with_sample();
    let mut command = home.command();
    command.args(["import", "survey", "-", "--json"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    input
        .write_all(b"id,imp_log-a-call\nr1,5\n")
        .expect("it is read");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(
        (&report["study"], &report["responses"]),
        (&json!("survey"), &json!(1))
    );
}
