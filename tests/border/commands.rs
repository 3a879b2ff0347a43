//! Every command over such texts: what it prints, what it says, and what it writes.

use std::fs;

use outboard::domain::text::{clean, is_clean};

use crate::corpus;
use crate::file::File;
use crate::home::{Home, Told};

/// Commands that read the workspace `odd.ron`.
const READING: [&[&str]; 18] = [
    &["show"],
    &["show", "--width", "30"],
    &["show", "--screen", "roadmap"],
    &["show", "--outcome", "first"],
    &["show", "--outcome", "first", "--json"],
    &["show", "--outcome", "archived"],
    &["show", "--json"],
    &["rank"],
    &["rank", "--csv"],
    &["rank", "--json"],
    &["rank", "--by-segment"],
    &["rank", "--by-segment", "--csv"],
    &["rank", "--segment", "large"],
    &["backups"],
    &["history"],
    &["doctor"],
    &["keys"],
    &["man"],
];

/// What was printed and said may go to any terminal.
#[track_caller]
fn assert_harmless(told: &Told, of: &str) {
    for text in [&told.data, &told.said] {
        let found = text.chars().find(|letter| !is_clean(*letter));
        assert_eq!(found, None, "{of}: {told:?}");
        assert_eq!(clean(text).removed, 0, "{of}: {told:?}");
    }
}

fn home_with(text: &str) -> Home {
    let home = Home::empty();
    home.write("odd.ron", corpus::file(text));
    home
}

/// Runs a command on the workspace.
fn run(home: &Home, arguments: &[&str]) -> Told {
    home.run(&[&["-f", "odd.ron"], arguments].concat())
}

#[test]
fn what_commands_print_of_a_file_steers_no_terminal() {
    let home = home_with(&corpus::together());
    for arguments in READING {
        let told = run(&home, arguments);
        assert_harmless(&told, &arguments.join(" "));
        assert_eq!(told.status, 0, "{arguments:?}: {}", told.said);
    }
    let told = run(&home, &["show"]);
    assert!(told.said.contains("characters that could steer a terminal"));
}

#[test]
fn json_and_csv_say_the_texts_as_they_are_in_the_workspace() {
    let text = corpus::together();
    let home = home_with(&text);
    let json = run(&home, &["show", "--json"]).json();
    assert_eq!(json["name"], clean(&text).text);
    let sheet = run(&home, &["rank", "--csv"]).done();
    let mut rows = csv::Reader::from_reader(sheet.as_bytes());
    let has_it = |row: csv::StringRecord| row.iter().any(|cell| *cell == clean(&text).text);
    assert!(rows.records().all(|row| has_it(row.expect("a row"))));
}

#[test]
fn a_table_has_a_line_a_job_whatever_its_name() {
    let home = home_with("one\ntwo\r\nthree");
    let table = run(&home, &["rank"]).done();
    assert_eq!(table.lines().count(), 3, "{table}");
    let table = run(&home, &["rank", "--by-segment"]).done();
    assert_eq!(table.lines().count(), 3, "{table}");
}

#[test]
fn what_is_typed_behind_a_command_is_cleaned_before_it_is_kept_and_told() {
    for (name, text) in corpus::harmful().into_iter().chain(corpus::odd()) {
        if text.contains('\0') || text.trim().is_empty() {
            // No argument can hold the one, and the other is no text.
            continue;
        }
        let home = home_with("Plain");
        let value = format!("statement={text}");
        for arguments in [
            &["set", "first", &value][..],
            &[
                "set",
                "second",
                &value,
                "tags+=a",
                &format!("private={text}"),
            ],
            &["add", "job", &text],
            &["record", "kpi", "7", "--note", &text],
            &["move", "first", "--stage", "usage"],
            &["remove", "first"],
            &["history"],
            &["undo"],
            &["redo"],
        ] {
            let told = run(&home, arguments);
            assert_harmless(&told, name);
            assert_eq!(told.status, 0, "{name}, {arguments:?}: {}", told.said);
        }
        assert!(home.read("odd.ron").chars().all(is_clean), "{name}");
    }
}

#[test]
fn what_is_wrong_is_quoted_without_control_characters() {
    for (name, text) in corpus::harmful() {
        if text.contains('\0') {
            // No argument can hold it.
            continue;
        }
        let home = home_with("Plain");
        let field = format!("{text}=x");
        let file = format!("{}.ron", text.replace('/', "-"));
        for arguments in [
            &["show", "--outcome", &text][..],
            &["show", "--screen", &text],
            &["show", &text],
            &["show", "--width", &text],
            &["set", &text, "name=x"],
            &["set", "first", &field],
            &["set", "first", &format!("stage={text}")],
            &["set", "first", &text],
            &["move", "first", "--stage", &text],
            &["remove", &text],
            &["record", "kpi", &text],
            &["record", "kpi", "7", "--date", &text],
            &["rank", "--study", &text],
            &[&text],
            &["--file", &file],
            &[&format!("--{text}")],
        ] {
            let told = run(&home, arguments);
            assert_harmless(&told, name);
            assert_ne!(told.status, 0, "{name}: {arguments:?}");
        }
    }
}

#[test]
fn a_file_that_is_wrong_is_told_without_what_could_do_harm() {
    let good = corpus::file("Plain");
    for (name, text) in corpus::harmful() {
        let quoted = text.replace('\\', "\\\\");
        for broken in [
            good.replacen("\"Plain\"", &text, 1),
            good.replacen("\"Plain\"", &format!("\"{quoted}"), 1),
            good.replacen("vision", &text, 1),
            good.replacen("customer", &text, 1),
            good.replacen("Untested", &format!("\"{quoted}\""), 1),
            good.replacen("2026-02-28", &quoted, 1),
            good.replacen("stage: \"usage\"", &format!("stage: \"{quoted}\""), 1),
            good.replacen("id: \"need\"", &format!("id: \"{quoted}\""), 1),
            good.replacen("baseline: 18", &format!("baseline: {text}"), 1),
            good.replacen("format: 1", &format!("format: \"{quoted}\""), 1),
            good.replacen(")\n", &format!(") {text}\n"), 1),
            format!("{text}{good}"),
            format!("{good}{text}"),
            text.clone(),
        ] {
            let file = File::of(&broken);
            let Err(error) = outboard::store::open(&file.path()) else {
                continue;
            };
            let told = error.to_string();
            assert!(told.chars().all(is_clean), "{name}: {told:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_may_be_called_anything() {
    let called = "a\u{1b}]0;title\u{7}b\u{202e}c\nd.ron";
    let home = Home::empty();
    for arguments in [
        &["new", called][..],
        &["-f", called, "show"],
        &["-f", called, "set", "workspace", "name=Other"],
        &["-f", called, "doctor"],
        &["doctor"],
        &["new", called],
        &["--help"],
    ] {
        assert_harmless(&home.run(arguments), &arguments.join(" "));
    }
    assert!(home.read(called).contains("Other"));
    fs::remove_file(home.file(called)).expect("it is there");
    assert_harmless(&home.run(&["-f", called, "show"]), "gone");
}
