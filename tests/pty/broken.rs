//! A file that can't be read: what is wrong is shown, and each way on works.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use outboard::store::{Places, Shelf};

use crate::terminal::{Home, Terminal};
use crate::{SAMPLE, assert_restored, read};

/// The sample with one bad item: a number with a decimal comma.
fn with_a_bad_item(home: &Home) -> PathBuf {
    let file = home.sample();
    let bad = SAMPLE.replacen("importance: ", "importance: 1,", 1);
    assert_ne!(bad, SAMPLE);
    std::fs::write(&file, bad).expect("written");
    file
}

/// The sample with a bracket that is never closed.
fn without_a_frame(home: &Home) -> PathBuf {
    let file = home.sample();
    let end = SAMPLE.trim_end().len() - 1;
    std::fs::write(&file, &SAMPLE[..end]).expect("written");
    file
}

fn start(home: &Home, file: &Path, environment: &[(&str, &str)]) -> Terminal {
    let file = file.to_str().expect("a path");
    Terminal::start_with(home, (80, 24), &[file], environment)
}

/// An editor: a script that notes the words it was given, a line each, and then does this.
fn editor(home: &Home, does: &str) -> PathBuf {
    let script = home.path().join("my editor.sh");
    let noted = home.path().join("words");
    let text = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\nfor file; do :; done\n{does}\n",
        noted.display()
    );
    std::fs::write(&script, text).expect("written");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).expect("a program");
    script
}

#[test]
fn a_bad_item_leaves_the_rest_to_be_looked_at_and_the_file_as_it_is() {
    let home = Home::empty();
    let file = with_a_bad_item(&home);
    let before = read(&file);
    let mut terminal = start(&home, &file, &[]);
    terminal
        .shows("crm.ron can't be read as a whole")
        .shows("decimal number")
        .shows("│");
    terminal
        .types("<enter>")
        .hides("as a whole")
        .shows("read-only");
    terminal.shows("Usage").types("<s-right>").shows("Not done");
    terminal.types("a").shows("Not done");
    terminal
        .types(":can't be read")
        .shows("What can't be read in this file");
    terminal.types("<enter>").shows("as a whole").types("<esc>");
    terminal.hides("as a whole").resizes(120, 30);
    terminal.shows("read-only · ");
    assert_eq!(terminal.types("q").ends(), 0);
    assert_restored(&terminal);
    assert_eq!(read(&file), before);
}

#[test]
fn leaving_a_file_that_can_not_be_read_says_so_and_changes_nothing() {
    for make in [with_a_bad_item, without_a_frame] {
        let home = Home::empty();
        let file = make(&home);
        let before = read(&file);
        let mut terminal = start(&home, &file, &[]);
        terminal
            .shows("can't be read")
            .shows("Leave; the file stays");
        assert!(terminal.is_alternate());
        assert_eq!(terminal.types("q").ends(), 2);
        assert_restored(&terminal);
        assert!(terminal.text().contains("crm.ron:"), "{}", terminal.text());
        assert_eq!(read(&file), before);
    }
}

#[test]
fn the_editor_gets_its_words_without_a_shell_and_the_board_appears_when_it_has_mended_the_file() {
    let home = Home::empty();
    let file = without_a_frame(&home);
    let script = editor(&home, "printf ')\\n' >> \"$file\"");
    let value = format!("\"{}\" 'a \"b\"; touch x' $HOME --wait", script.display());
    let mut terminal = start(&home, &file, &[("EDITOR", &value), ("VISUAL", "")]);
    terminal.shows("crm.ron can't be read").shows("my editor");
    assert!(
        !terminal.text().contains("Offering"),
        "nothing of it is shown"
    );
    terminal
        .types("e")
        .shows("Acme CRM")
        .shows("Usage")
        .shows("saved");
    let words = read(&home.path().join("words"));
    let path = file.to_str().expect("a path");
    let words: Vec<&str> = words.lines().collect();
    assert_eq!(words, ["a \"b\"; touch x", "$HOME", "--wait", path]);
    assert!(!home.path().join("x").exists(), "no shell ran");
    terminal
        .types("<s-right>")
        .shows("Moved")
        .types("u")
        .shows("Undid");
    assert_eq!(terminal.types("q").ends(), 0);
    assert_restored(&terminal);
}

#[test]
fn a_file_that_is_still_wrong_is_shown_again_and_an_editor_that_fails_is_told() {
    let home = Home::empty();
    let file = with_a_bad_item(&home);
    let script = editor(&home, "sed -i '1i // one line more' \"$file\"; exit 3");
    let value = format!("'{}'", script.display());
    let mut terminal = start(&home, &file, &[("VISUAL", &value), ("EDITOR", "nobody")]);
    terminal.shows("as a whole");
    let line = |terminal: &Terminal| {
        let text = terminal.text();
        let from = text.find("at line ").expect("a line") + "at line ".len();
        let number: String = text[from..]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        number.parse::<usize>().expect("a number")
    };
    let before = line(&terminal);
    terminal
        .types("e")
        .shows("ended with an error")
        .shows("as a whole");
    assert_eq!(line(&terminal), before + 1);
    assert_eq!(terminal.types("q").ends(), 2);
}

#[test]
fn what_is_typed_while_the_editor_is_open_is_its_own() {
    let home = Home::empty();
    let file = with_a_bad_item(&home);
    let typed = home.path().join("typed");
    let does = format!(
        "trap 'echo INTERRUPTED' INT; kill -TSTP 0; echo READY; until [ \"$line\" ]; do read line; done; echo \"$line\" > '{}'",
        typed.display()
    );
    let script = editor(&home, &does);
    let value = format!("'{}'", script.display());
    let mut terminal = start(&home, &file, &[("EDITOR", &value)]);
    terminal.shows("as a whole").types("e").shows("READY");
    assert!(
        !terminal.is_alternate(),
        "the editor has the terminal as it is"
    );
    terminal.sends(b"\x03").shows("INTERRUPTED");
    terminal.types("for the editor q<enter>");
    terminal.shows("as a whole");
    assert_eq!(read(&typed), "for the editor q\n");
    assert_eq!(terminal.types("q").ends(), 2);
    assert_restored(&terminal);
}

#[test]
fn a_newer_file_is_looked_at_and_the_version_it_needs_is_said() {
    let home = Home::empty();
    let file = home.sample();
    let newer = SAMPLE.replacen("format: 1", "format: 2", 1);
    std::fs::write(&file, &newer).expect("written");
    let mut terminal = start(&home, &file, &[]);
    terminal.shows("from a newer Outboard").shows("format 2");
    terminal.types("<enter>").shows("read-only");
    terminal
        .types("<s-right>")
        .shows("Not done")
        .shows("needs a newer Outboard");
    assert_eq!(terminal.types("q").ends(), 0);
    assert_eq!(read(&file), newer);
}

#[test]
fn a_backup_comes_in_its_place_and_the_broken_file_is_kept_beside_it() {
    let home = Home::empty();
    let file = without_a_frame(&home);
    let broken = read(&file);
    let folder = home.path().join(".local/state/outboard");
    let places = Places {
        data: folder.clone(),
        state: folder.clone(),
        config: folder,
    };
    let ring = Shelf::of(&places, &file).backups();
    let time: Timestamp = "2026-10-31T12:00:00Z".parse().expect("a time");
    let older = SAMPLE.replacen("Acme CRM", "Acme of October", 1);
    ring.keep(older.as_bytes(), time).expect("kept");
    let later = time + jiff::SignedDuration::from_hours(24);
    ring.keep(SAMPLE.as_bytes(), later).expect("kept");
    let mut terminal = start(&home, &file, &[("TZ", "UTC")]);
    terminal.shows("one of 2 backups; the latest is of 1 Nov 2026, 12:00");
    terminal
        .types("b")
        .shows("Go back to which?")
        .shows("31 Oct 2026, 12:00");
    terminal
        .types("<down><enter>")
        .shows("Acme of October")
        .shows("what stood there is kept");
    assert_eq!(read(&file), older);
    assert_eq!(read(&home.path().join("crm.broken-1.ron")), broken);
    assert_eq!(terminal.types("q").ends(), 0);
    assert_restored(&terminal);
}
