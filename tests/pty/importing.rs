//! A survey that is imported in the terminal: the file is found, looked at and taken in.

use std::path::{Path, PathBuf};

use crate::terminal::Home;
use crate::{SAMPLE, open, read};

/// An export of a survey in a home, in a folder whose name has a blank in it.
fn survey(home: &Home) -> PathBuf {
    let folder = home.path().join("My surveys");
    std::fs::create_dir(&folder).expect("a folder");
    let export = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/surveys/google-forms.csv");
    let path = folder.join("October.csv");
    std::fs::copy(export, &path).expect("the export is copied");
    path
}

#[test]
fn a_survey_is_imported_by_its_path_looked_at_and_undone() {
    let home = Home::empty();
    let file = home.sample();
    let survey = survey(&home);
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("i")
        .shows("Import a survey");
    // As a terminal puts it that a file is dropped onto.
    let dropped = survey.display().to_string().replace(' ', "\\ ");
    terminal.pastes(&dropped).types("<enter>");
    terminal
        .shows("36 responses from customers become the new study “October”")
        .shows("importance · Log a call")
        .hides("@example.com");
    terminal
        .types("<enter>")
        .shows("Imported 36 responses into 'October'")
        .shows("October only, Esc for all · 36 customers")
        .shows("saved");
    terminal.types("q").ends();
    let text = read(&file);
    assert!(text.contains("id: \"october\""), "{text}");
    assert!(!text.contains("@example.com"), "nothing personal is kept");
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("u")
        .shows("Undid: Imported 36 responses into 'October'");
    terminal.types("q").ends();
    assert_eq!(read(&file), SAMPLE);
}

#[test]
fn what_a_person_says_of_the_columns_is_kept_beside_the_survey_and_read_the_next_time() {
    let home = Home::empty();
    let file = home.sample();
    let survey = survey(&home);
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("i~/My surveys/October.csv<enter>");
    terminal.shows("[ Import 36 responses ]");
    terminal.types("jx").shows("Left out · 2 columns");
    terminal.types("w").shows("is kept in");
    let map = survey.with_extension("map.ron");
    assert!(read(&map).contains("LeftOut(Unwanted)"), "{}", read(&map));
    terminal.types("<esc>").hides("[ Import");
    terminal
        .types("iOctober.csv<enter>")
        .shows("Left out · 2 columns");
    terminal.types("<esc>").shows("Nothing was imported");
    assert_eq!(terminal.types("q").ends(), 0);
    assert_eq!(read(&file), SAMPLE);
}

#[test]
fn a_path_that_leads_nowhere_is_told_and_stays_to_be_corrected() {
    let home = Home::empty();
    let file = home.sample();
    survey(&home);
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("i~/My surveys/Octobre.csv<enter>");
    terminal.shows("There is no file");
    terminal
        .types("<c-u>~/My surveys<enter>")
        .shows("is a folder");
    terminal.types("/October.csv<enter>").shows("[ Import 36");
    terminal.types("<esc>").hides("[ Import").types("q").ends();
    assert_eq!(read(&file), SAMPLE);
}
