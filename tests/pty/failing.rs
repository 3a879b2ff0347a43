//! A fault of the program itself, in each of its threads: the terminal is given back, and what was
//! done is kept. Only a debug build can be made to fail.

use super::terminal::{Home, Terminal};
use super::{assert_restored, read};

fn failing(home: &Home, file: &std::path::Path, place: &str) -> Terminal {
    let file = file.to_str().expect("a path");
    Terminal::start_with(home, (120, 36), &[file], &[("OUTBOARD_FAULT", place)])
}

#[test]
fn a_fault_in_the_loop_gives_the_terminal_back_and_saves_everything() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = failing(&home, &file, "loop");
    terminal
        .shows("Acme CRM")
        .types("aKept through a fault<enter>");
    assert_eq!(terminal.ends(), 2);
    assert_restored(&terminal);
    terminal
        .shows("Everything that you did is saved")
        .shows("a fault of the program")
        .shows("failures.log");
    assert!(read(&file).contains("\"Kept through a fault\""));
    let report = read(&home.path().join(".local/state/outboard/failures.log"));
    assert!(report.contains("a fault on purpose: loop"), "{report}");
}

#[test]
fn a_fault_in_the_thread_that_saves_leaves_the_program_running_and_loses_nothing() {
    let home = Home::empty();
    let file = home.sample();
    let before = read(&file);
    let mut terminal = failing(&home, &file, "saver");
    terminal
        .shows("Acme CRM")
        .types("aJournal keeps<enter>")
        .shows("Not saved")
        .types("<esc>")
        .shows("NOT SAVED")
        .types("<right>")
        .signals("TERM");
    terminal.ends();
    assert_restored(&terminal);
    assert_eq!(read(&file), before);
    let mut terminal = super::open(&home, &file);
    terminal
        .shows("1 change brought back")
        .shows("Journal keeps")
        .types("q");
    assert_eq!(terminal.ends(), 0);
    assert!(read(&file).contains("\"Journal keeps\""));
}

#[test]
fn a_fault_in_the_thread_that_measures_takes_only_the_intervals() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = failing(&home, &file, "measurer");
    terminal.shows("Acme CRM").types("2").shows("importance");
    terminal.types("1aStill here<enter>").shows("Still here");
    assert_eq!(terminal.types("q").ends(), 0);
    assert!(read(&file).contains("\"Still here\""));
}

#[test]
fn a_fault_in_the_thread_that_reads_the_keyboard_ends_the_program_and_says_so() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = failing(&home, &file, "keyboard");
    terminal.shows("Acme CRM").types("a");
    assert_eq!(terminal.ends(), 2);
    assert_restored(&terminal);
    terminal.shows("a fault of the program");
}
