//! What the README says is what the program does.

use std::path::Path;
use std::process::Command;

#[test]
fn the_readme_lists_the_keys_that_the_program_has() {
    let printed = Command::new(env!("CARGO_BIN_EXE_outboard"))
        .args(["keys", "--markdown"])
        .output()
        .expect("the program runs");
    let printed = String::from_utf8(printed.stdout).expect("text");
    let readme = include_str!("../README.md");
    let start = readme.find("<!-- keys -->\n").expect("the list starts") + "<!-- keys -->\n".len();
    let end = readme.find("<!-- /keys -->").expect("the list ends");
    assert_eq!(
        readme[start..end].trim(),
        printed.trim(),
        "put what `outboard keys --markdown` prints between the marks in README.md"
    );
}

#[test]
fn the_readme_lists_the_rules_of_the_health_check() {
    let printed = Command::new(env!("CARGO_BIN_EXE_outboard"))
        .args(["check", "--rules"])
        .output()
        .expect("the program runs");
    let printed = String::from_utf8(printed.stdout).expect("text");
    let readme = include_str!("../README.md");
    let (_, behind) = readme.split_once("<!-- rules -->").expect("its start");
    let (table, _) = behind.split_once("<!-- /rules -->").expect("its end");
    assert_eq!(
        table.trim(),
        printed.trim(),
        "put what `outboard check --rules` prints between the marks in README.md"
    );
}

/// The Rust source below a folder.
fn source(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let texts = paths.map(|path| match path.extension() {
        Some(ending) if ending == "rs" => std::fs::read_to_string(path).expect("source"),
        _ if path.is_dir() => source(&path),
        _ => String::new(),
    });
    texts.collect()
}

#[test]
fn every_test_that_the_readme_names_is_there() {
    let readme = include_str!("../README.md");
    let start = readme.find("## What survives what").expect("the page");
    let (page, _) = readme[start..]
        .split_once("\n\nWhat does not")
        .expect("its end");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = source(&root.join("src")) + &source(&root.join("tests"));
    let rows = page.lines().filter(|line| line.ends_with("` |"));
    let named = rows.filter_map(|row| row.rsplit('`').nth(1));
    let missing: Vec<&str> = named
        .filter(|name| !source.contains(&format!("fn {name}(")))
        .collect();
    assert_eq!(missing, [] as [&str; 0]);
    assert!(page.matches("` |").count() > 20, "the page has its rows");
}
