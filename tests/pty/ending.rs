//! How the program ends when somebody else ends it, and while the disk is slow: the terminal is
//! given back, and what was done is in the file.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::terminal::{Home, Terminal};
use crate::{SAMPLE, assert_restored, open, read};

/// Signals that end a program, and its exit status then.
const SIGNALS: [(&str, u32); 3] = [("TERM", 143), ("HUP", 129), ("INT", 130)];

/// A tracer that lets the first save take this long, in microseconds, before it is durable. It is
/// started aside, so that signals go to the program.
const SLOW_DISK: [&str; 9] = [
    "strace",
    "-D",
    "-f",
    "-qq",
    "-o/dev/null",
    "-etrace=fsync,fdatasync",
    "-einject=fsync,fdatasync:delay_enter=6000000:when=1",
    "-esignal=none",
    "--",
];

/// Whether `strace` is there and may trace; says so where not.
fn has_slow_disk() -> bool {
    let traced = Command::new(SLOW_DISK[0])
        .args(["-o/dev/null", "true"])
        .output();
    let is_there = traced.is_ok_and(|traced| traced.status.success());
    if !is_there {
        println!("skipped: strace is missing, or may not trace");
    }
    is_there
}

/// The sample on a disk that is slow from here on, with the first change on its way there.
fn saving_slowly(home: &Home) -> (Terminal, PathBuf) {
    let file = home.sample();
    // What a first start notes of the file is noted before.
    open(home, &file).shows("Acme CRM").types("q").ends();
    let name = file.to_str().expect("a path");
    let mut terminal = Terminal::start_by(&SLOW_DISK, home, (120, 36), &[name]);
    terminal
        .shows("Acme CRM")
        .types("aKept to the end<enter>")
        .shows("Kept to the end")
        .shows("saving …");
    (terminal, file)
}

/// The file has what was done, and is whole.
#[track_caller]
fn assert_kept(file: &Path) {
    assert!(read(file).contains("\"Kept to the end\""));
    outboard::store::open(file).expect("a whole workspace");
}

#[test]
fn a_signal_ends_it_whatever_is_being_typed() {
    let typing = [
        ("a form", "eHalf a wor", "Half a wor"),
        ("a form over the screen", "sexyz", "[ Save ]"),
        ("the list of everything", "?mov", "Move the card"),
        ("a key on which others follow", "s", "Rename the stage"),
        ("a paste without its end", "a\x1b[200~pasted", ""),
        ("half a key", "\x1b[1;", ""),
    ];
    for ((what, keys, shown), (signal, status)) in
        typing.into_iter().zip(SIGNALS.into_iter().cycle())
    {
        let home = Home::empty();
        let file = home.sample();
        let mut terminal = open(&home, &file);
        terminal
            .shows("Acme CRM")
            .types("aKept to the end<enter>")
            .shows("Kept to the end");
        terminal.types(keys).shows(shown).signals(signal);
        assert_eq!(terminal.ends(), status, "{what}, {signal}");
        assert_restored(&terminal);
        assert_kept(&file);
        let half = read(&file).contains("Half");
        assert!(!half, "what was not accepted is no change");
    }
}

#[test]
fn a_window_that_is_closed_over_a_form_takes_nothing_along() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("aKept to the end<enter>")
        .shows("Kept to the end")
        .types("sexyz")
        .shows("[ Save ]")
        .closes();
    assert_kept(&file);
}

#[test]
fn keys_work_while_a_save_takes_its_time_and_the_end_waits_for_it() {
    if !has_slow_disk() {
        return;
    }
    let home = Home::empty();
    let (mut terminal, file) = saving_slowly(&home);
    terminal
        .types("2")
        .shows("customers")
        .types("1")
        .shows("Usage");
    let text = terminal.text();
    assert!(text.contains("saving …"), "not saved meanwhile:\n{text}");
    assert_eq!(
        read(&file),
        SAMPLE,
        "as it was until the new one is durable"
    );
    terminal.signals("TERM");
    assert_eq!(terminal.ends(), 143);
    assert_restored(&terminal);
    assert_kept(&file);
}

#[test]
fn a_window_that_is_closed_while_it_saves_takes_nothing_along() {
    if !has_slow_disk() {
        return;
    }
    let home = Home::empty();
    let (mut terminal, file) = saving_slowly(&home);
    terminal.closes();
    assert_kept(&file);
}

#[test]
fn what_is_done_while_it_saves_is_saved_after_it() {
    if !has_slow_disk() {
        return;
    }
    let home = Home::empty();
    let (mut terminal, file) = saving_slowly(&home);
    terminal
        .types("<enter>And one more<enter>")
        .shows("And one more");
    assert!(terminal.text().contains("saving …"));
    assert_eq!(terminal.types("q").ends(), 0);
    assert_kept(&file);
    assert!(read(&file).contains("\"And one more\""));
}

#[test]
fn what_it_makes_is_its_users_alone_whatever_the_umask() {
    const NO_MASK: [&str; 4] = ["sh", "-c", "umask 0; exec \"$@\"", "sh"];
    let home = Home::empty();
    let mut terminal = Terminal::start_by(&NO_MASK, &home, (120, 36), &[]);
    terminal
        .shows("Acme CRM")
        .types("aKept to the end<enter>")
        .shows("Kept to the end")
        .types("q");
    assert_eq!(terminal.ends(), 0);
    let mut found = 0;
    let mut folders = vec![home.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let about = std::fs::symlink_metadata(&path).expect("it is there");
            let mode = about.permissions().mode() & 0o7777;
            let wanted = if about.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode, wanted, "{} has {mode:o}", path.display());
            found += 1;
            folders.extend(about.is_dir().then_some(path));
        }
    }
    assert!(
        found > 4,
        "the sample, the list of recent ones, and their folders"
    );
}
