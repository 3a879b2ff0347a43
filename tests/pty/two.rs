//! Two who have a workspace at once, or one after the other: two terminals, a terminal and a command,
//! a terminal and an editor.

use std::path::Path;
use std::process::{Command, Output};

use crate::terminal::{Home, PLAN, PROGRAM, Terminal};
use crate::{assert_restored, read};

/// How many steps are taken back in the next session.
const STEPS: usize = 210;

/// How many of them are typed before the screen is looked at.
const IN_ONE_BREATH: usize = 30;

/// Opens the plan of a home, and waits for its first frame.
fn open(home: &Home) -> Terminal {
    let mut terminal = Terminal::start(home, (120, 36), &["plan.ron"]);
    terminal.shows("? more");
    terminal
}

fn ends_well(terminal: &mut Terminal) {
    assert_eq!(terminal.types("q").ends(), 0);
    assert_restored(terminal);
}

/// Runs a command on the plan of a home.
fn command(home: &Home, arguments: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env_clear().current_dir(home.path());
    let named = command
        .env("HOME", home.path())
        .env("OUTBOARD_FILE", "plan.ron");
    named.output().expect("the program runs")
}

/// The same for a command that does what it is to do; gives what it says.
#[track_caller]
fn does(home: &Home, arguments: &[&str]) -> String {
    let output = command(home, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    said
}

/// A plan with a card for each statement in its first stage, as an editor would write it.
fn plan_with(statements: &[&str]) -> String {
    let card = |(number, statement): (usize, &&str)| {
        format!(
            "(id: \"card-{number}\", stage: \"one\", rank: \"b{number}\", statement: \"{statement}\"), "
        )
    };
    let cards: String = statements.iter().enumerate().map(card).collect();
    let end = PLAN.trim_end().strip_suffix(')').expect("a bracket");
    format!("{end}    outcomes: [{cards}],\n)\n")
}

/// Writes a file as editors do that never leave half a one: another file takes its place.
fn put(file: &Path, text: &str) {
    let aside = file.with_extension("swap");
    std::fs::write(&aside, text).expect("written");
    std::fs::rename(aside, file).expect("renamed");
}

#[test]
fn a_second_one_follows_read_only_and_takes_over_when_the_first_ends() {
    for is_killed in [false, true] {
        let home = Home::empty();
        let file = home.plan();
        let mut first = open(&home);
        let mut second = open(&home);
        second.shows("read-only · open in another Outboard");
        first
            .types("aOf the first<enter>")
            .shows("Added 'Of the first'");
        second.shows("Of the first");
        second.types("a").shows("Not done");
        second.shows("open in another Outboard");
        first
            .types("aOf the end<enter>")
            .shows("Added 'Of the end'");
        if is_killed {
            first.signals("KILL").ends();
        } else {
            ends_well(&mut first);
        }
        second.shows("can change it now").hides("read-only");
        second.shows("Of the end");
        second
            .types("a<c-u>Of the second<enter>")
            .shows("Added 'Of the second'");
        ends_well(&mut second);
        let text = read(&file);
        for statement in ["Of the first", "Of the end", "Of the second"] {
            assert!(text.contains(statement), "killed: {is_killed}\n{text}");
        }
        assert!(!text.contains("Not here"), "{text}");
    }
}

#[test]
fn one_that_only_follows_never_takes_over() {
    let home = Home::empty();
    home.plan();
    let mut first = open(&home);
    let mut follower = Terminal::start(&home, (120, 36), &["follow", "-f", "plan.ron"]);
    follower.shows("read-only · it follows the file");
    first.types("aOf the first<enter>");
    follower.shows("Of the first");
    ends_well(&mut first);
    // Between two changes that it shows it has looked whether anybody has the workspace.
    for statement in ["Once it is free", "And later"] {
        does(&home, &["add", "outcome", statement, "--stage", "one"]);
        follower.shows(statement);
        assert!(follower.text().contains("read-only"), "{}", follower.text());
    }
    ends_well(&mut follower);
}

#[test]
fn what_a_command_does_appears_in_the_terminal_and_is_taken_back_there() {
    let home = Home::empty();
    let file = home.plan();
    let mut terminal = open(&home);
    terminal
        .types("aOf the terminal<enter>")
        .shows("Added 'Of the terminal'");
    does(&home, &["add", "outcome", "Of a command", "--stage", "two"]);
    terminal.shows("Of a command");
    does(&home, &["set", "of-a-command", "statement=Of two commands"]);
    terminal.shows("Of two commands");
    terminal.types("u").shows("Undid").shows("Of a command");
    terminal
        .types("u")
        .hides("Of a command")
        .shows("Of the terminal");
    ends_well(&mut terminal);
    let text = read(&file);
    assert!(
        text.contains("Of the terminal") && !text.contains("command"),
        "{text}"
    );
}

#[test]
fn a_command_takes_nothing_back_while_a_terminal_has_the_workspace() {
    let home = Home::empty();
    home.plan();
    let mut terminal = open(&home);
    terminal
        .types("aOf the terminal<enter>")
        .shows("Added 'Of the terminal'");
    for way in ["undo", "redo"] {
        let output = command(&home, &[way]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("open in another Outboard"), "{said}");
    }
    ends_well(&mut terminal);
    let said = does(&home, &["undo"]);
    assert!(
        said.contains("Undid: Added 'Of the terminal' to One"),
        "{said}"
    );
}

#[test]
fn two_hundred_steps_are_taken_back_and_made_again_in_other_sessions() {
    let home = Home::empty();
    let file = home.plan();
    let mut terminal = open(&home);
    for step in 1..=STEPS {
        terminal.types(&format!("aStep {step}<enter>"));
        if step % IN_ONE_BREATH == 0 {
            terminal.shows(&format!("Added 'Step {step}'"));
        }
    }
    ends_well(&mut terminal);
    let all = read(&file);
    assert_eq!(all.matches("statement: \"Step ").count(), STEPS);

    let said = does(&home, &["undo"]);
    assert!(
        said.contains(&format!("Undid: Added 'Step {STEPS}'")),
        "{said}"
    );
    let mut terminal = open(&home);
    terminal
        .types("U")
        .shows(&format!("Did again: Added 'Step {STEPS}'"));
    terminal
        .types(&"u".repeat(STEPS))
        .shows("Undid: Added 'Step 1' to One");
    terminal.types("u").shows("othing to undo");
    ends_well(&mut terminal);
    assert_eq!(read(&file), PLAN, "as it was before the first session");

    let mut terminal = open(&home);
    terminal
        .types("U")
        .shows("Did again: Added 'Step 1' to One");
    terminal
        .types(&"U".repeat(STEPS - 1))
        .shows(&format!("Did again: Added 'Step {STEPS}'"));
    ends_well(&mut terminal);
    assert_eq!(read(&file), all);
}

#[test]
fn what_an_editor_writes_appears_and_the_same_card_stays_selected() {
    let home = Home::empty();
    let file = home.plan();
    put(&file, &plan_with(&["Alpha", "Beta"]));
    let mut terminal = open(&home);
    terminal.types("<down>");
    std::fs::write(&file, plan_with(&["Alpha", "Beta", "Gamma"])).expect("written");
    terminal.shows("Gamma");
    let before = plan_with(&["Alpha", "Beta", "Gamma"]);
    put(&file, &before.replace("Alpha", "Alpha in other words"));
    terminal.shows("Alpha in other words");
    // It comes before the selected one.
    let earlier = "outcomes: [(id: \"early\", stage: \"one\", rank: \"a\", statement: \"Early\"), ";
    put(&file, &before.replace("outcomes: [", earlier));
    terminal
        .shows("Early")
        .types("<s-right>")
        .shows("Moved 'Beta' to Two");
    ends_well(&mut terminal);
    let text = read(&file);
    for statement in ["Early", "Alpha", "Beta", "Gamma"] {
        assert!(text.contains(statement), "{text}");
    }
}

#[test]
fn what_is_being_typed_stays_when_the_file_changes() {
    let home = Home::empty();
    let file = home.plan();
    put(&file, &plan_with(&["Alpha"]));
    let mut terminal = open(&home);
    terminal
        .types("e and half a wor")
        .shows("Alpha and half a wor");
    put(&file, &plan_with(&["Alpha", "Beta"]));
    terminal.shows("Beta");
    terminal
        .types("d<enter>")
        .shows("Renamed the outcome 'Alpha' to 'Alpha and half a word'");
    ends_well(&mut terminal);
    let text = read(&file);
    assert!(
        text.contains("\"Alpha and half a word\"") && text.contains("\"Beta\""),
        "{text}"
    );
}

#[test]
fn a_file_that_an_editor_broke_is_told_and_merged_once_it_is_whole_again() {
    let home = Home::empty();
    let file = home.plan();
    put(&file, &plan_with(&["Alpha"]));
    let mut terminal = open(&home);
    let broken = plan_with(&["Alpha"]).replace("],\n)", "");
    put(&file, &broken);
    terminal.shows("NOT SAVED").types("<esc>");
    terminal
        .types("e here")
        .shows("F1 more")
        .types("<enter>")
        .shows("? more");
    assert_eq!(read(&file), broken, "it is not written over");
    put(
        &file,
        &plan_with(&["Alpha", "Beta"]).replace("\"Plan\"", "\"Another plan\""),
    );
    terminal
        .shows("Another plan")
        .shows("Beta")
        .shows("Alpha here")
        .hides("NOT SAVED");
    ends_well(&mut terminal);
    let text = read(&file);
    for part in ["\"Another plan\"", "\"Alpha here\"", "\"Beta\""] {
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn an_older_version_that_was_put_back_counts_and_undo_goes_on_from_there() {
    let home = Home::empty();
    let file = home.plan();
    let mut terminal = open(&home);
    terminal.types("aAlpha<enter>").shows("Added 'Alpha'");
    ends_well(&mut terminal);
    let older = read(&file);
    let mut terminal = open(&home);
    terminal.types("aBeta<enter>").shows("Added 'Beta'");
    ends_well(&mut terminal);

    put(&file, &older);
    let mut terminal = open(&home);
    terminal.shows("Alpha");
    let text = terminal.text();
    assert!(
        !text.contains("Beta") && !text.contains("kept in"),
        "nothing is lost:\n{text}"
    );
    terminal.types("u").shows("Undid: Added 'Alpha'");
    terminal.types("u").shows("othing to undo");
    terminal.types("U").shows("Did again: Added 'Alpha'");
    ends_well(&mut terminal);
    assert_eq!(read(&file), older);
}
