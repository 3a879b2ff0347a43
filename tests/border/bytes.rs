//! The bytes that the real binary writes to a terminal: letters, and no sequence but those that
//! its own drawing is made of.

use std::fs;

use outboard::domain::text::clean;

use crate::corpus;
use crate::terminal::{Home, Terminal};

/// The sequences that set up, draw and restore the screen, without their numbers: the cursor's
/// place, styles, what is erased, modes.
const OURS: [&str; 6] = ["[H", "[m", "[J", "[K", "[?h", "[?l"];

/// The modes that are set and reset: the cursor, the mouse, the screen, pastes, whole frames, the end
/// of a row.
const MODES: [&str; 11] = [
    "7", "25", "1000", "1002", "1003", "1004", "1006", "1015", "1049", "2004", "2026",
];

/// The sequences among some bytes, each from behind its ESC on, and the control characters that
/// stand alone.
fn sequences(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).expect("it writes UTF-8");
    let mut found = Vec::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            let start = letters.as_str();
            let length = match start.strip_prefix('[') {
                Some(rest) => 2 + rest.find(|c: char| ('@'..='~').contains(&c)).unwrap_or(0),
                None => start.chars().next().map_or(0, char::len_utf8),
            };
            found.push(start[..length].to_owned());
            letters = start[length..].chars();
        } else if clean(letter.encode_utf8(&mut [0; 4])).removed > 0 {
            found.push(letter.to_string());
        }
    }
    found
}

/// Every sequence is one of ours.
#[track_caller]
fn assert_ours(terminal: &Terminal, of: &str) {
    for sequence in sequences(&terminal.bytes) {
        let is_number = |c: char| c.is_ascii_digit() || c == ';';
        let kind = sequence.replace(is_number, "");
        assert!(OURS.contains(&kind.as_str()), "{of}: {sequence:?}");
        let mode = sequence
            .strip_prefix("[?")
            .map(|mode| &mode[..mode.len() - 1]);
        assert!(
            mode.is_none_or(|mode| MODES.contains(&mode)),
            "{of}: {sequence:?}"
        );
    }
}

fn home_with(text: &str) -> Home {
    let home = Home::empty();
    fs::write(home.path().join("odd.ron"), corpus::file(text)).expect("a file");
    home
}

#[test]
fn sequences_and_lone_controls_are_found_wherever_they_stand() {
    let bytes = "a\u{1b}[1;2Hb\u{1b}]0;x\u{7}\u{1b}[?25l\u{9b}\u{1b}".as_bytes();
    assert_eq!(
        sequences(bytes),
        ["[1;2H", "]", "\u{7}", "[?25l", "\u{9b}", ""]
    );
}

#[test]
fn what_a_file_says_reaches_the_terminal_as_letters_only() {
    for size in [(60, 16), (120, 36), (200, 50)] {
        let home = home_with(&corpus::together());
        let mut terminal = Terminal::start(&home, size, &["odd.ron"]);
        terminal.shows("characters that could steer a");
        terminal.types("<enter>").shows("Card");
        terminal.types("<down><down>e").shows("Save").types("<esc>");
        terminal.hides("[ Save ]").types("2vvv").shows("Roadmap");
        terminal.types("<down>e").shows("[ Save ]").types("<esc>");
        terminal.hides("[ Save ]").types("?").shows("Everything");
        terminal.types("<esc>").hides("Everything").types("1s");
        terminal
            .types("e")
            .shows("[ Save ]")
            .types("<esc>")
            .hides("[ Save ]")
            .types("q");
        assert_eq!(terminal.ends(), 0);
        assert_ours(&terminal, &format!("{size:?}"));
    }
}

#[test]
fn what_is_pasted_and_typed_reaches_terminal_and_file_as_letters_only() {
    let home = home_with("Plain");
    let mut terminal = Terminal::start(&home, (120, 36), &["odd.ron"]);
    let text = corpus::together();
    terminal.shows("Plain").pastes(&text).shows("no field here");
    terminal.types("a").pastes(&text).pastes("the end");
    terminal
        .shows("the end")
        .types("\u{9b}\u{7f}\u{202e}more<enter>");
    terminal.shows("Added").types("q");
    assert_eq!(terminal.ends(), 0);
    assert_ours(&terminal, "typed");
    let file = fs::read_to_string(home.path().join("odd.ron")).expect("a text");
    assert_eq!(clean(&file).removed, 0);
    assert!(file.contains("more\","), "all of it is in the file");
}

#[cfg(unix)]
#[test]
fn a_name_of_a_file_and_an_argument_reach_the_terminal_as_letters_only() {
    let called = "a\u{1b}]0;title\u{7}b\u{9b}2J\u{202e}c.ron";
    let home = Home::empty();
    let mut terminal = Terminal::start(&home, (120, 36), &[called]);
    terminal
        .shows("[y/N]")
        .types("y<enter>")
        .shows("Offering")
        .types("q");
    assert_eq!(terminal.ends(), 0);
    assert_ours(&terminal, "a new file");
    fs::remove_file(home.path().join(called)).expect("it was made");
    let sample = home.sample();
    let mut terminal = Terminal::start(&home, (120, 36), &[sample.to_str().expect("a path")]);
    terminal.shows("Acme").types("q").ends();
    for arguments in [
        &["-f", called, "show"][..],
        &["show", "--screen", called],
        &["set", called],
        &["show", called],
    ] {
        let mut terminal = Terminal::start(&home, (120, 36), arguments);
        assert_ne!(terminal.ends(), 0);
        assert_ours(&terminal, &arguments.join(" "));
    }
}

#[cfg(unix)]
#[test]
fn what_is_wrong_with_a_file_reaches_the_terminal_as_letters_only() {
    let good = corpus::file(&corpus::together());
    let item = good.replacen("importance: 8.2", "importance: 8,2", 1);
    let texts = good.replacen("Untested", &format!("\"{}\"", corpus::together()), 1);
    let words = good.replacen("verdict", &corpus::together(), 1);
    let frame = good.trim_end().trim_end_matches(')').to_owned();
    for (what, text) in [
        ("a bad item", item),
        ("a bad text", texts),
        ("a bad word", words),
        ("a bad frame", frame),
    ] {
        let home = Home::empty();
        fs::write(home.path().join("odd.ron"), text).expect("a file");
        let editor = [
            ("VISUAL", ""),
            ("EDITOR", "\u{1b}]0;x\u{7}no-editor\u{9b}2J"),
        ];
        let mut terminal = Terminal::start_with(&home, (100, 30), &["odd.ron"], &editor);
        terminal
            .shows("can't be read")
            .types("e")
            .shows("could not be started");
        terminal.types("<down><down><up>q");
        assert_eq!(terminal.ends(), 2, "{what}");
        assert_ours(&terminal, what);
    }
}

#[test]
fn what_another_session_types_reaches_the_one_that_looks_on_as_letters_only() {
    let home = home_with(&corpus::together());
    let mut first = Terminal::start(&home, (120, 36), &["odd.ron"]);
    first.shows("characters that could steer a");
    let mut second = Terminal::start(&home, (120, 36), &["odd.ron"]);
    second.shows("read-only");
    first
        .types("a")
        .pastes(&format!("Seen {}", corpus::together()));
    first.types("<enter>").shows("Added");
    second.shows("Seen");
    for terminal in [&mut second, &mut first] {
        assert_eq!(terminal.types("q").ends(), 0);
        assert_ours(terminal, "two at once");
    }
}
