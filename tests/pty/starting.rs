//! How the program starts: which workspace it opens, and what it asks before it makes one.

use crate::terminal::{Home, Terminal};

fn start(home: &Home, arguments: &[&str]) -> Terminal {
    Terminal::start(home, (120, 36), arguments)
}

#[test]
fn a_file_that_is_not_there_is_made_when_the_person_says_so() {
    let home = Home::empty();
    let mut terminal = start(&home, &["my-plan.ron"]);
    terminal.shows("Make a workspace there").types("y<enter>");
    terminal.shows("My plan").shows("Offering");
    assert_eq!(terminal.types("q").ends(), 0);
    let mut terminal = start(&home, &[]);
    terminal.shows("My plan").types("q");
    assert_eq!(terminal.ends(), 0, "it is the one used last");
}

#[test]
fn a_file_that_is_not_there_is_not_made_when_the_person_says_no() {
    for answer in ["n<enter>", "<enter>"] {
        let home = Home::empty();
        let mut terminal = start(&home, &["plan.ron"]);
        terminal.shows("[y/N]").types(answer);
        terminal.shows("`outboard new plan.ron` makes it");
        assert_eq!(terminal.ends(), 2);
        assert!(!home.path().join("plan.ron").exists());
        assert!(!terminal.bytes.contains(&0x1b), "no screen was opened");
    }
}

#[test]
fn a_demo_leaves_nothing_behind() {
    let home = Home::empty();
    let folder = home.path().join("throw-away");
    std::fs::create_dir(&folder).expect("a folder");
    let name = folder.to_str().expect("a path");
    let mut terminal = Terminal::start_with(&home, (120, 36), &["demo"], &[("TMPDIR", name)]);
    terminal
        .shows("Acme CRM")
        .shows("it is gone when you leave");
    terminal.types("aTried out<enter>").shows("Tried out");
    assert_eq!(terminal.types("q").ends(), 0);
    let left: Vec<_> = std::fs::read_dir(home.path()).expect("the home").collect();
    assert_eq!(left.len(), 1, "only the folder itself: {left:?}");
    assert_eq!(std::fs::read_dir(&folder).expect("it is there").count(), 0);
}

#[test]
fn a_workspace_that_is_gone_is_said_so_and_the_one_before_it_opened() {
    let home = Home::empty();
    start(&home, &[&home.sample().to_string_lossy()])
        .shows("Acme CRM")
        .types("q")
        .ends();
    let mut terminal = start(&home, &["gone.ron"]);
    terminal
        .shows("[y/N]")
        .types("y<enter>")
        .shows("Gone")
        .types("q")
        .ends();
    std::fs::remove_file(home.path().join("gone.ron")).expect("it was made");
    let mut terminal = start(&home, &[]);
    terminal
        .shows("gone.ron is not there any more")
        .shows("Acme CRM");
    assert_eq!(terminal.types("q").ends(), 0);
}

#[test]
fn a_file_that_is_no_workspace_is_told_where_no_screen_can_be_drawn() {
    let home = Home::empty();
    std::fs::write(home.path().join("bad.ron"), "(format: 1,\n  nme: \"x\")\n").expect("a file");
    let dumb = [("TERM", "dumb")];
    let mut terminal = Terminal::start_with(&home, (120, 36), &["bad.ron"], &dumb);
    terminal.shows("bad.ron:2:3");
    assert_eq!(terminal.ends(), 2);
    assert!(!terminal.bytes.contains(&0x1b), "no screen was opened");
}

#[test]
fn a_terminal_that_draws_nothing_gets_the_board_as_text() {
    let home = Home::empty();
    let file = home.sample();
    let file = file.to_str().expect("a path");
    let mut terminal = Terminal::start_with(&home, (120, 36), &[file], &[("TERM", "dumb")]);
    terminal.shows("Stage 6 of 6: Expansion");
    assert_eq!(terminal.ends(), 0);
    assert!(!terminal.bytes.contains(&0x1b));
}
