//! What the program says of itself.

use crate::home::Home;

#[test]
fn the_version_and_the_help_need_no_workspace() {
    let home = Home::empty();
    home.write("bad.ron", "nonsense");
    let version = home.run(&["--version"]).done();
    assert_eq!(
        version,
        concat!("outboard ", env!("CARGO_PKG_VERSION"), "\n")
    );
    for command in COMMANDS {
        home.run(&[&["-f", "bad.ron"], *command, &["--help"]].concat())
            .done();
    }
}

/// Every command there is.
const COMMANDS: &[&[&str]] = &[
    &[],
    &["demo"],
    &["new"],
    &["show"],
    &["rank"],
    &["add"],
    &["add", "outcome"],
    &["add", "job"],
    &["add", "initiative"],
    &["add", "kpi"],
    &["add", "need"],
    &["add", "stage"],
    &["add", "segment"],
    &["set"],
    &["move"],
    &["remove"],
    &["record"],
    &["import"],
    &["import", "survey"],
    &["export"],
    &["backups"],
    &["backups", "restore"],
    &["keys"],
    &["doctor"],
    &["completions"],
    &["man"],
];

#[test]
fn the_help_of_every_command_is_as_it_was_agreed() {
    let home = Home::empty();
    for command in COMMANDS {
        let help = home.run(&[*command, &["--help"]].concat()).done();
        // Where files are kept is another place in every home.
        let (help, _) = help
            .split_once("Where files are kept")
            .unwrap_or((&help, ""));
        let name = format!("help-{}", command.join("-"));
        insta::assert_snapshot!(name.trim_end_matches('-'), help);
    }
}

#[test]
fn the_help_says_where_files_are_kept() {
    let home = Home::empty();
    let help = home.run(&["--help"]).done();
    let (_, places) = help.split_once("Where files are kept").expect("it says so");
    let folder = home.path().to_str().expect("a path");
    assert!(places.matches(folder).count() >= 2, "{places}");
    assert!(places.contains("sample.ron"), "{places}");
}

#[test]
fn commands_of_another_day_are_not_offered() {
    let home = Home::with_sample();
    for command in ["diff", "merge"] {
        let said = home.run(&[command]).refused();
        assert!(said.contains("there is no file"), "{said}");
    }
}

#[test]
fn the_keys_are_those_of_the_table_of_actions() {
    let home = Home::empty();
    let keys = home.run(&["keys"]).done();
    for (group, row) in outboard::app::command::all() {
        assert!(keys.contains(group.title), "{}", group.title);
        assert!(keys.contains(row.title), "{}", row.title);
    }
    let markdown = home.run(&["keys", "--markdown"]).done();
    assert!(markdown.contains("### Board\n\n| keys | what they do |\n| --- | --- |\n"));
    assert!(markdown.contains("| `u`, `Ctrl-Z` | Undo |"), "{markdown}");
}

#[test]
fn the_doctor_says_no_where_the_workspace_does_not_open() {
    let home = Home::with_sample();
    let told = home.run(&["doctor"]);
    assert_eq!(told.status, 0);
    assert!(told.data.contains("crm.ron opens"), "{told:?}");
    assert!(told.data.contains("TERM: xterm-256color"), "{told:?}");
    home.write("bad.ron", "nonsense");
    let told = home.run(&["doctor", "-f", "bad.ron"]);
    assert_eq!(told.status, 1);
    assert!(told.said.contains("bad.ron:1:1"), "{told:?}");
}

#[test]
fn a_shell_is_told_every_command() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = home.run(&["completions", shell]).done();
        assert!(
            script.contains("outboard") && script.contains("completions"),
            "{shell}"
        );
    }
    assert!(
        home.run(&["completions", "cobol"])
            .refused()
            .contains("bash")
    );
}

#[test]
fn the_manual_has_every_command_and_every_key() {
    let page = Home::empty().run(&["man"]).done();
    for command in COMMANDS
        .iter()
        .skip(1)
        .filter(|command| ![&["add"][..], &["import"]].contains(command))
    {
        let heading = format!(".SS \"outboard {}", command.join(" "));
        let has_it = page.lines().any(|line| line.starts_with(&heading));
        assert!(has_it, "{heading}\n{page}");
    }
    for (_, row) in outboard::app::command::all() {
        // Hyphens and apostrophes are escaped in a manual.
        assert!(
            page.replace("\\-", "-")
                .replace("\\*(Aq", "'")
                .contains(row.title),
            "{}",
            row.title
        );
    }
}
