//! Which workspace is meant, how one is made, and what is said of a file that can't be used.

use crate::home::Home;

const MINE: &str = "(format: 1, name: \"Mine\")\n";
const OTHER: &str = "(format: 1, name: \"Other\")\n";

#[test]
fn in_an_empty_home_what_reads_reads_the_sample_and_writes_nothing() {
    let home = Home::empty();
    for arguments in [&[][..], &["show"], &["rank"], &["demo"]] {
        let told = home.run(arguments);
        assert!(told.done().contains("Bring our sales data") || arguments != ["rank"]);
    }
    assert!(home.run(&[]).done().starts_with("Acme CRM: the board"));
    assert!(home.run(&["show"]).said.contains("sample"));
    assert_eq!(home.contents(), [] as [std::path::PathBuf; 0]);
}

#[test]
fn in_an_empty_home_what_writes_asks_for_a_file() {
    let home = Home::empty();
    let said = home.run(&["add", "need", "To be heard"]).refused();
    assert!(said.contains("-f FILE"), "{said}");
    assert!(said.contains("outboard new FILE"), "{said}");
}

#[test]
fn a_file_is_named_before_or_behind_the_command_or_by_the_environment() {
    let home = Home::empty();
    home.write("mine.ron", MINE);
    home.write("other.ron", OTHER);
    let board = |told: crate::home::Told| told.done().lines().next().map(str::to_owned);
    let mine = Some("Mine: the board, 0 stages, 0 outcomes".to_owned());
    assert_eq!(board(home.run(&["-f", "mine.ron", "show"])), mine);
    assert_eq!(board(home.run(&["show", "--file", "mine.ron"])), mine);
    assert_eq!(board(home.run(&["mine.ron"])), mine);
    let variable = [("OUTBOARD_FILE", "mine.ron")];
    assert_eq!(board(home.run_with(&variable, &["show"])), mine);
    assert_eq!(board(home.run_with(&variable, &[])), mine);
    let told = home.run_with(&variable, &["show", "-f", "other.ron"]);
    assert!(told.done().starts_with("Other"));
    assert!(
        home.run_with(&variable, &["other.ron"])
            .done()
            .starts_with("Other")
    );
}

#[test]
fn one_file_can_t_be_named_in_two_ways() {
    let home = Home::empty();
    let said = home.run(&["mine.ron", "-f", "other.ron"]).refused();
    assert!(said.contains("cannot be used with"), "{said}");
}

#[test]
fn new_notes_what_is_used_and_commands_don_t() {
    let home = Home::empty();
    home.run(&["new", "mine.ron"]).done();
    home.write("other.ron", OTHER);
    assert!(
        home.run(&["show", "-f", "other.ron"])
            .done()
            .starts_with("Other")
    );
    home.run(&["set", "workspace", "name=Else", "-f", "other.ron"])
        .done();
    assert!(home.run(&["show"]).done().starts_with("Mine"));
}

#[test]
fn new_makes_the_stages_of_a_lifecycle() {
    let home = Home::empty();
    for (lifecycle, first, count) in [
        ("loop", "Offering", 6),
        ("five-stages", "Awareness", 5),
        ("journey", "Discover", 8),
    ] {
        let file = format!("{lifecycle}.ron");
        home.run(&["new", &file, "--lifecycle", lifecycle]).done();
        let json = home.run(&["show", "-f", &file, "--json"]).json();
        assert_eq!(json["stages"].as_array().map(Vec::len), Some(count));
        assert_eq!(json["stages"][0]["name"], first);
    }
    home.run(&["new", "none.ron", "--lifecycle", "empty"])
        .done();
    let json = home.run(&["show", "--json"]).json();
    assert_eq!(json["stages"], serde_json::json!([]));
}

#[test]
fn new_calls_a_workspace_after_its_file_or_as_it_is_told() {
    let home = Home::empty();
    home.run(&["new", "my-first_product.ron"]).done();
    assert_eq!(
        home.run(&["show", "--json"]).json()["name"],
        "My first product"
    );
    home.run(&["new", "b.ron", "--name", "Beta"]).done();
    assert_eq!(home.run(&["show", "--json"]).json()["name"], "Beta");
    home.run(&["new", "c.ron", "--sample", "--name", "Ours"])
        .done();
    let json = home.run(&["show", "--json"]).json();
    assert_eq!(json["name"], "Ours");
    assert_eq!(json["outcomes"].as_array().map(Vec::len), Some(7));
}

#[test]
fn new_never_writes_over_a_file() {
    let home = Home::empty();
    home.write("mine.ron", MINE);
    for arguments in [&["new", "mine.ron"][..], &["new", "mine.ron", "--sample"]] {
        let said = home.run(arguments).refused();
        assert!(said.contains("mine.ron is there already"), "{said}");
        assert_eq!(home.read("mine.ron"), MINE);
    }
}

#[test]
fn a_file_that_is_not_there_is_never_made_in_silence() {
    let home = Home::empty();
    for arguments in [
        &["plan.ron"][..],
        &["show", "-f", "plan.ron"],
        &["remove", "a", "-f", "plan.ron"],
    ] {
        let said = home.run(arguments).refused();
        assert!(said.contains("`outboard new plan.ron` makes it"), "{said}");
    }
    assert!(!home.file("plan.ron").exists());
}

#[test]
fn a_path_in_an_advice_can_be_typed_as_it_stands() {
    let home = Home::empty();
    let said = home.run(&["Kim's plan.ron"]).refused();
    assert!(
        said.contains(r"`outboard new 'Kim'\''s plan.ron'`"),
        "{said}"
    );
    let told = home.run(&["new", "our plan.ron"]);
    assert!(
        told.said.contains("`outboard 'our plan.ron'` opens it"),
        "{told:?}"
    );
}

#[test]
fn a_slip_in_a_command_is_no_file() {
    let said = Home::empty().run(&["rnak"]).refused();
    assert!(said.contains("did you mean `outboard rank`?"), "{said}");
    let said = Home::empty().run(&["rank.ron"]).refused();
    assert!(!said.contains("did you mean"), "{said}");
}

#[test]
fn every_mistake_of_a_file_is_told_with_its_line_and_column() {
    let home = Home::empty();
    home.write("bad.ron", "(\n    format: 1,\n    name: \"Bad\",\n    stages: [(id: \"a\", name: \"A\", purchase: Never)],\n)\n");
    for arguments in [
        &["bad.ron"][..],
        &["rank", "-f", "bad.ron"],
        &["remove", "a", "-f", "bad.ron"],
    ] {
        let said = home.run(arguments).refused();
        assert!(said.starts_with("outboard: bad.ron:4:"), "{said}");
        let told = said.lines().filter(|line| !line.starts_with(' '));
        assert_eq!(told.count(), 2, "the mistake and the way on: {said}");
        assert!(said.contains("    4 │     stages: [(id: \"a\""), "{said}");
        assert!(
            said.contains("`outboard bad.ron` shows what can still be read"),
            "{said}"
        );
    }
}

#[test]
fn what_is_no_workspace_is_said_so() {
    let home = Home::empty();
    home.write("photo.png", b"\x89PNG\r\n\x1a\n\x1b[2J\xff");
    let said = home.run(&["show", "-f", "photo.png"]).refused();
    assert!(said.contains("photo.png:1:1"), "{said}");
    std::fs::create_dir(home.file("folder")).expect("a folder");
    let said = home.run(&["show", "-f", "folder"]).refused();
    assert!(said.contains("folder is a folder"), "{said}");
}

#[test]
fn no_control_character_reaches_the_terminal() {
    let home = Home::empty();
    home.write(
        "dirty.ron",
        "(format: 1, name: \"a\\u{1b}[2Jb\\u{9b}c\\u{202e}d\")\n",
    );
    let told = home.run(&["show", "-f", "dirty.ron"]);
    assert!(told.data.starts_with("a[2Jbcd"), "{told:?}");
    assert!(told.said.contains("3 characters"), "{told:?}");
    let said = home.run(&["show", "-f", "no\u{1b}]0;x\u{7}such"]).refused();
    assert!(
        said.chars().all(|c| c == '\n' || !c.is_control()),
        "{said:?}"
    );
}

#[test]
fn a_reader_who_has_enough_is_no_error() {
    use std::io::Read;
    let home = Home::with_sample();
    let mut command = home.command();
    let command = command.args(["show", "--json"]);
    let command = command.stdout(std::process::Stdio::piped());
    let command = command.stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    drop(child.stdout.take());
    let mut said = String::new();
    let mut stderr = child.stderr.take().expect("it is piped");
    stderr.read_to_string(&mut said).expect("text");
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert_eq!(said, "");
}
