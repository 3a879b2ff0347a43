//! The real binary in a pseudo-terminal: what a person does and sees, from start to end.

#![expect(
    clippy::panic,
    reason = "a test that waits in vain fails with the screen"
)]

#[cfg(unix)]
mod broken;
#[cfg(unix)]
mod ending;
#[cfg(all(unix, debug_assertions))]
mod failing;
#[cfg(unix)]
mod importing;
#[cfg(unix)]
mod killing;
mod starting;
mod terminal;
#[cfg(unix)]
mod two;
#[cfg(unix)]
mod workshop;

use std::path::Path;

use terminal::{Home, Terminal};

const SAMPLE: &str = include_str!("../../assets/sample/crm.ron");

fn open(home: &Home, file: &Path) -> Terminal {
    Terminal::start(home, (120, 36), &[file.to_str().expect("a path")])
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).expect("the file is there")
}

#[test]
fn it_opens_shows_the_board_and_leaves_the_terminal_as_it_was() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM").shows("Usage").shows("saved");
    assert!(terminal.is_alternate());
    assert_eq!(terminal.types("q").ends(), 0);
    assert_restored(&terminal);
    assert_eq!(read(&file), SAMPLE, "opening and leaving changes no byte");
}

/// The main screen, the cursor, and no mode that the shell would stumble over.
#[track_caller]
fn assert_restored(terminal: &Terminal) {
    assert!(!terminal.is_alternate(), "the alternate screen is left on");
    assert!(!terminal.hides_cursor(), "the cursor is left hidden");
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    for mode in ["1000", "1002", "1003", "1004", "1006", "2004"] {
        let last_on = text.rfind(&format!("\x1b[?{mode}h"));
        let last_off = text.rfind(&format!("\x1b[?{mode}l"));
        assert!(last_off >= last_on, "mode {mode} is left on");
    }
    assert!(
        text.rfind("\x1b[?7h") >= text.rfind("\x1b[?7l"),
        "rows are left without wrapping"
    );
}

#[test]
fn the_first_start_shows_the_sample_and_the_next_one_what_was_done_in_it() {
    let home = Home::empty();
    let mut terminal = Terminal::start(&home, (120, 36), &[]);
    terminal
        .shows("Acme CRM")
        .shows("Usage")
        .shows("This is the sample");
    terminal
        .types("aMinimize the time to a first deal<enter>")
        .shows("to a first deal");
    terminal.types("q").ends();
    let mut terminal = Terminal::start(&home, (120, 36), &[]);
    terminal.shows("to a first deal");
    terminal.types("q").ends();
}

#[test]
fn what_is_added_moved_and_undone_is_in_the_file() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM");
    terminal
        .types("aSee a first result<enter>")
        .shows("See a first result");
    terminal
        .types("<enter>And a second<enter>")
        .shows("And a second");
    terminal.types("<s-right>").shows("Moved");
    terminal.types("u").shows("Undid");
    assert_eq!(terminal.types("q").ends(), 0);
    let text = read(&file);
    assert!(text.contains("statement: \"See a first result\""), "{text}");
    assert!(text.contains("statement: \"And a second\""), "{text}");
    assert!(
        text.starts_with("#![enable(implicit_some)]\n// A comment at the head"),
        "comments stay"
    );
    let mut terminal = open(&home, &file);
    terminal.shows("See a first result").types("q").ends();
}

#[test]
fn undoing_everything_gives_the_file_back_byte_for_byte() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM").types("<s-right>").shows("Moved");
    terminal.types("u").shows("Undid");
    terminal.types("q").ends();
    assert_eq!(read(&file), SAMPLE);
}

#[test]
fn type_ahead_arrives_whole() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.types("aTyped before the first frame was seen<enter>q");
    assert_eq!(terminal.ends(), 0);
    assert!(read(&file).contains("\"Typed before the first frame was seen\""));
}

#[test]
fn more_keys_at_once_than_a_read_takes_arrive_without_another_key() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM");
    let statement = "Minimize the time it takes to type ".repeat(60);
    terminal.types(&format!("a{statement}the end<enter>"));
    terminal.shows("Added").types("q");
    assert_eq!(terminal.ends(), 0);
    assert!(read(&file).contains("to type the end\""));
}

#[test]
fn a_paste_onto_the_board_runs_nothing_and_into_a_field_goes_in_whole() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .pastes(&"xdDq\n".repeat(2_000))
        .shows("no field here");
    let words = "Reach the goal ".repeat(600);
    terminal
        .types("a")
        .pastes(&words)
        .types("<enter>")
        .shows("Reach the goal")
        .types("q");
    assert_eq!(terminal.ends(), 0);
    assert!(
        read(&file).contains(words.trim()),
        "all of it is in the file"
    );
}

#[test]
fn another_size_is_drawn_at_once_and_a_tiny_one_says_what_is_needed() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM").resizes(80, 24).shows("? more");
    terminal.resizes(20, 5).shows("Outboard needs");
    terminal
        .resizes(200, 50)
        .shows("Expansion")
        .shows("Offering");
    assert_eq!(terminal.types("q").ends(), 0);
}

#[cfg(unix)]
#[test]
fn the_system_ends_it_with_everything_saved_and_the_terminal_restored() {
    for (signal, status) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let home = Home::empty();
        let file = home.sample();
        let mut terminal = open(&home, &file);
        terminal
            .shows("Acme CRM")
            .types("aKept to the end<enter>")
            .shows("Kept to the end");
        terminal.signals(signal);
        assert_eq!(terminal.ends(), status, "{signal}");
        assert_restored(&terminal);
        assert!(read(&file).contains("\"Kept to the end\""), "{signal}");
    }
}

#[cfg(unix)]
#[test]
fn what_can_not_be_saved_in_the_end_is_kept_and_said_so() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM");
    let theirs = "half an edit of theirs";
    std::fs::write(&file, theirs).expect("written");
    terminal
        .types("aKept to the end<enter>")
        .shows("Not saved")
        .signals("TERM");
    assert_eq!(terminal.ends(), 2);
    assert_restored(&terminal);
    let copy = home.path().join("crm.unsaved-1.ron");
    terminal.shows("kept in").shows("crm.unsaved-1.ron");
    assert!(read(&copy).contains("\"Kept to the end\""));
    assert_eq!(read(&file), theirs);
}

/// A save that takes its time is waited for, though nothing can be drawn any more.
#[cfg(unix)]
#[test]
fn a_window_that_is_closed_takes_nothing_along() {
    for round in 0..4 {
        let home = Home::empty();
        let file = home.sample();
        let comment = format!("{SAMPLE}// {}\n", "x".repeat(16 << 20));
        std::fs::write(&file, comment).expect("written");
        let mut terminal = open(&home, &file);
        terminal
            .shows("Acme CRM")
            .types("aKept to the end<enter>")
            .shows("Kept to the end")
            .closes();
        assert!(read(&file).contains("\"Kept to the end\""), "{round}");
        let left = std::fs::read_dir(home.path()).expect("a folder");
        let names = left.map(|entry| entry.expect("a file").file_name());
        let aside = names.filter(|name| name.to_string_lossy().ends_with(".tmp"));
        assert_eq!(aside.count(), 0, "{round}");
    }
}

#[cfg(unix)]
#[test]
fn suspended_and_resumed_it_gives_the_terminal_back_and_takes_it_again() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM").signals("TSTP").hides("Acme CRM");
    assert_restored(&terminal);
    terminal.stops().signals("CONT").shows("Acme CRM");
    assert!(terminal.is_alternate());
    assert_eq!(terminal.types("q").ends(), 0);
}

#[test]
fn without_colour_no_colour_is_sent_and_the_selection_still_shows() {
    let home = Home::empty();
    let file = home.sample();
    let file = file.to_str().expect("a path");
    let mut terminal = Terminal::start_with(&home, (120, 36), &[file], &[("NO_COLOR", "1")]);
    terminal.shows("Acme CRM").shows("▌");
    assert!(!terminal.has_colour());
    terminal.types("2").shows("customers");
    assert!(!terminal.has_colour());
    assert_eq!(terminal.types("q").ends(), 0);
}

#[test]
fn a_frame_is_one_synchronized_update() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("?")
        .shows("type to search")
        .types("<esc>")
        .hides("type to search")
        .types("q")
        .ends();
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    let begun = text.matches("\x1b[?2026h").count();
    assert!(begun >= 2, "frames are drawn");
    assert!(
        text.matches("\x1b[?2026l").count() >= begun,
        "each is finished"
    );
}

#[test]
fn esc_and_a_letter_typed_in_one_breath_are_two_keys() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("?")
        .shows("type to search");
    terminal
        .types("<esc>2")
        .hides("type to search")
        .shows("customers");
    assert_eq!(terminal.types("q").ends(), 0);
}

#[test]
fn what_cannot_be_saved_in_its_place_is_saved_in_another() {
    let home = Home::empty();
    let folder = home.path().join("gone");
    std::fs::create_dir(&folder).expect("a folder");
    let file = folder.join("crm.ron");
    std::fs::write(&file, SAMPLE).expect("a workspace");
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    terminal
        .types("aNot lost<enter>")
        .shows("NOT SAVED")
        .shows("What now?");
    terminal
        .types("<down><enter>")
        .shows("saved")
        .hides("NOT SAVED");
    assert_eq!(terminal.types("q").ends(), 0);
    let refuge = home.path().join(".local/share/outboard/crm.ron");
    assert!(read(&refuge).contains("\"Not lost\""));
}

#[test]
fn wide_letters_and_joined_emoji_shift_no_column_and_stand_whole_in_the_file() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    let title = "👨‍👩‍👧‍👦 日本 e\u{301} family";
    terminal
        .shows("Acme CRM")
        .types("a")
        .pastes(title)
        .types("<enter>")
        .shows("Added");
    // The other card of Usage begins in the row of the title, and goes on a row below it.
    let (row, _) = terminal.cells_of("family")[0];
    let (below, column) = terminal.cells_of("likelihood of a")[0];
    assert_eq!(below, row + 1);
    assert!(terminal.cells_of("Minimize the").contains(&(row, column)));
    assert_eq!(terminal.types("q").ends(), 0);
    assert!(read(&file).contains(title));
}

/// The terminal of these tests draws the parts of joined emoji beside each other, as many do.
#[test]
fn emoji_that_a_terminal_does_not_join_spoil_nothing_behind_them() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM");
    let neighbour = terminal.cells_of("Minimize the time");
    terminal
        .types("e<c-u>")
        .pastes(&"👨‍👩‍👧‍👦".repeat(8))
        .types("<enter>")
        .shows("👨");
    for keys in ["<down>", "<up>", "2", "1", "<right>", "<left>"] {
        terminal.types(keys);
    }
    // What is shown last shows that everything before it was drawn.
    terminal
        .types("?")
        .shows("Everything")
        .types("<esc>")
        .hides("Everything");
    assert_eq!(terminal.cells_of("Minimize the time"), neighbour);
    assert_eq!(terminal.types("q").ends(), 0);
}

#[test]
fn emoji_that_a_terminal_does_not_join_wrap_into_no_other_row() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal.shows("Acme CRM").types("<end>");
    terminal
        .types("a")
        .pastes(&"👨‍👩‍👧‍👦".repeat(40))
        .types("<enter>")
        .shows("Added");
    let text = terminal.text();
    assert!(text.starts_with(" Acme CRM"), "nothing scrolled:\n{text}");
    assert_eq!(terminal.types("q").ends(), 0);
}
