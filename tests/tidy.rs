//! What must hold of the source as a whole: the layers point one way, and every module says what it
//! is for. It reads the files; nothing in here runs the program.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer, and the parts of the program that it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &["domain"]),
    ("insight", &["domain", "insight"]),
    ("exchange", &["domain", "insight", "exchange"]),
    ("app", &["domain", "insight", "exchange", "app"]),
    ("view", &["domain", "insight", "exchange", "app", "view"]),
    ("store", &["domain", "store"]),
];

/// What the pure layers may not name: terminal, files, clock, threads.
const IMPURE: &[&str] = &[
    "ratatui",
    "crossterm",
    "std::fs",
    "std::io",
    "std::env",
    "std::thread",
    "std::process",
    "std::time",
];

const PURE: &[&str] = &["domain", "insight", "exchange", "app"];

/// The longest that a source file may be; tables and tests apart.
const LONGEST: usize = 400;

/// A source file: its path below `src`, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The layer that it belongs to: the first part of its path.
    fn layer(&self) -> &str {
        self.path
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs")
    }

    fn is_test(&self) -> bool {
        let mut parts = self.path.trim_end_matches(".rs").split('/');
        parts.any(|part| part == "tests" || part == "testing")
    }

    fn is_table(&self) -> bool {
        self.path.ends_with("/table.rs")
    }

    /// The lines of code: what stands before the tests at the end of a file, without comments.
    fn code(&self) -> impl Iterator<Item = &str> {
        let end = self
            .text
            .find("#[cfg(test)]\nmod tests {")
            .unwrap_or(self.text.len());
        self.text[..end]
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
    }

    /// The lines of code that are wrong, each with the file it is in.
    fn wrong(&self, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.code().filter(|line| is_wrong(line));
        lines
            .map(|line| format!("{}: {}", self.path, line.trim()))
            .collect()
    }
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the source is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    let source = |path: PathBuf| Source {
        text: fs::read_to_string(&path).expect("the source is text"),
        path: path
            .strip_prefix(&root)
            .expect("it is below")
            .display()
            .to_string(),
    };
    found.into_iter().map(source).collect()
}

/// The source without its tests.
fn program() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| !source.is_test())
}

fn names_other_than(line: &str, allowed: &[&str]) -> bool {
    line.split("crate::").skip(1).any(|named| {
        let end = named
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(named.len());
        end > 0 && !allowed.contains(&&named[..end])
    })
}

#[test]
fn the_layers_point_one_way() {
    let mut wrong = Vec::new();
    for source in program() {
        if let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == source.layer()) {
            wrong.extend(source.wrong(|line| names_other_than(line, allowed)));
        }
    }
    assert!(
        wrong.is_empty(),
        "a layer names one that it must not know:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_pure_layers_know_no_terminal_file_clock_or_thread() {
    let pure = program().filter(|source| PURE.contains(&source.layer()));
    let wrong: Vec<_> = pure
        .flat_map(|source| source.wrong(|line| IMPURE.iter().any(|name| line.contains(name))))
        .collect();
    assert!(
        wrong.is_empty(),
        "a pure layer reaches outside:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn only_the_canvas_puts_text_into_cells() {
    let cells = [
        "set_symbol",
        "set_char",
        "cell_mut",
        "set_string",
        "frame.render",
    ];
    let others = program().filter(|s| s.layer() == "view" && s.path != "view/paint.rs");
    let wrong: Vec<_> = others
        .flat_map(|source| source.wrong(|line| cells.iter().any(|name| line.contains(name))))
        .collect();
    assert!(
        wrong.is_empty(),
        "what a file says must go through `Canvas`:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<_> = sources()
        .into_iter()
        .filter(|s| !s.text.starts_with("//!"))
        .map(|s| s.path)
        .collect();
    assert!(silent.is_empty(), "these open without `//!`: {silent:?}");
}

#[test]
fn a_file_is_one_idea() {
    let long: Vec<_> = program()
        .filter(|source| !source.is_table() && source.text.lines().count() > LONGEST)
        .map(|source| format!("{} ({})", source.path, source.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:?}");
}

#[test]
fn nothing_panics_on_what_a_person_gave_and_nothing_is_left_undone() {
    let panics = [".unwrap()", "todo!(", "unimplemented!(", "panic!("];
    let wrong: Vec<_> = program()
        .flat_map(|source| source.wrong(|line| panics.iter().any(|name| line.contains(name))))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
