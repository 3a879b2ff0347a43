//! What is said of a file that is wrong: where, what was found, what is expected.

use std::fs;

use outboard::domain::{self, Id};
use outboard::store::{self, OpenError};

use crate::{EVERY_FIELD, File, SAMPLE};

#[test]
fn a_newer_format_is_told_with_what_it_needs() {
    let newer = SAMPLE.replace("format: 1", "format: 2, colour: Red");
    assert_eq!(
        File::of(newer).complaint(),
        "crm.ron is written in format 2; this program reads format 1. A newer Outboard opens it"
    );
}

#[test]
fn a_first_line_that_is_none_of_ours_is_told_even_where_it_is_never_closed() {
    let expected = "crm.ron:1:1: expected `#![enable(implicit_some)]`, or nothing, before the \
                    workspace";
    for first in [
        "#![enable(implicit_some",
        "# Our workspace",
        "#![enable(all)]",
    ] {
        let text = format!("{first}\n(format: 1, name: \"A\")");
        assert_eq!(File::of(text).complaint(), expected, "{first}");
    }
}

#[test]
fn what_is_no_file_is_not_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = store::open(folder.path()).expect_err("a folder");
    assert!(matches!(
        error,
        OpenError::NotAFile {
            found: "a folder",
            ..
        }
    ));
    let error = store::open(&folder.path().join("no.ron")).expect_err("nothing");
    assert!(matches!(error, OpenError::Missing(_)));
}

#[test]
fn a_very_large_file_is_warned_about_and_a_larger_one_refused() {
    let of_size = |size: usize| {
        let remark = "x".repeat(size - SAMPLE.len() - "// \n".len());
        File::of(format!("// {remark}\n{SAMPLE}"))
    };
    assert!(of_size((64 << 20) - 1).opened().warnings.is_empty());
    let large = of_size(64 << 20);
    let warning = "this workspace is very large (64 MB); from 1 GB on it can't be opened";
    assert_eq!(large.opened().warnings, [warning]);
    let larger = File::of("");
    let path = larger.folder.path().join("crm.ron");
    let file = fs::File::options().write(true).open(&path).expect("a file");
    file.set_len(1 << 30).expect("a file of that size");
    assert!(matches!(larger.open(), Err(OpenError::TooLarge(_))));
}

#[test]
fn no_byte_of_a_broken_file_can_steer_a_terminal() {
    let steering = "\u{1b}[2J\u{202e}\u{9b}";
    for text in [
        format!("(format: 1, name: \"A\" \"{steering}\")"),
        format!("(format: 1, \"{steering}\": 1)"),
        format!("(format: 1, name: \"A\", segments: [(id: \"{steering}A\", name: \"\")])"),
        format!("(format: 1, name: {steering})"),
        format!("(format: 1, name: \"A\", segments: [\"{steering}\": 1])"),
        format!("(format: 1, name: \"A\", stages: \"{steering}\")"),
    ] {
        let complaint = File::of(text).complaint();
        assert!(
            complaint.chars().all(domain::text::is_clean),
            "{complaint:?}"
        );
    }
}

#[test]
fn a_long_list_is_read_in_order_and_its_mistakes_are_told_with_their_lines() {
    let segment = |n: usize| format!("(id: \"s{n:05}\", name: \"{}\"),\n", "x".repeat(300));
    let segments: String = (0..5_000).map(segment).collect();
    let text = format!("(format: 1, name: \"A\", segments: [\n{segments}])");
    let opened = File::of(&text).opened();
    let names = opened.workspace.segments().keys().map(Id::to_string);
    assert!(names.eq((0..5_000).map(|n| format!("s{n:05}"))));
    assert_eq!(opened.manuscript.text(), text);
    let broken = text
        .replace("id: \"s00003\"", "id: 3")
        .replace("id: \"s04999\"", "id: 4");
    let complaint = File::of(broken).complaint();
    let places: Vec<&str> = complaint.lines().map(|line| &line[..16]).collect();
    assert_eq!(places, ["crm.ron:5:6: exp", "crm.ron:5001:6: "]);
}

#[test]
fn more_than_one_mistake_is_told_at_a_time() {
    let text = EVERY_FIELD
        .replace("name: \"Cafés\"", "nam: \"Cafés\"")
        .replace("purchase: At,", "purchase: Att,")
        .replace("date: \"2026-02-28\"", "date: \"2026-02-30\"");
    assert_eq!(File::of(text).complaint().lines().count(), 3);
}

/// What goes wrong in the golden file, and how: a text of it, and what stands there instead.
pub(crate) const MISTAKES: &[(&str, &str)] = &[
    // How a file is put together.
    ("    segments: [\n", "    segments = [\n"),
    ("name: \"Buy\",", "name: \"Buy\""),
    ("name: \"Buy\",", "name: \"Buy,"),
    ("name: \"Buy\",", "name: “Buy”,"),
    ("name: \"Buy\",", "name: 'Buy',"),
    ("name: \"Buy\",", "name: Buy,"),
    ("name: \"Buy\",", "name: Buy now,"),
    ("name: \"Buy\",", "\"name\": \"Buy\","),
    ("name: \"Buy\",", "name: \"Buy\";"),
    ("name: \"Buy\",", "name: ,"),
    ("name: \"Buy\",", "\"Buy\","),
    (
        "tags: [\"frisch\", \"新鮮\"],",
        "tags: [\"frisch\" \"新鮮\"],",
    ),
    (
        "tags: [\"frisch\", \"新鮮\"],",
        "tags: [\"frisch\", \"新鮮\",\n",
    ),
    (
        "tags: [\"frisch\", \"新鮮\"],",
        "tags: [\"frisch\", \"新鮮\"),",
    ),
    ("tags: [\"frisch\", \"新鮮\"],", "tags: {\"frisch\"},"),
    ("tags: [\"frisch\", \"新鮮\"],", "tags: \"frisch\","),
    ("        ),\n    ],\n)", "        ),\n    ],\n"),
    ("        ),\n    ],\n)", "        ),\n    ],\n))"),
    (
        "    jobs: [\n",
        "<<<<<<< HEAD\n    jobs: [\n=======\n    jobs: [\n>>>>>>> theirs\n",
    ),
    ("    jobs: [\n", "    /* jobs\n    jobs: [\n"),
    // Fields.
    ("statement: \"Minimize", "statment: \"Minimize"),
    ("statement: \"Minimize", "colour: \"Minimize"),
    ("    segments: [\n", "    segmnets: [\n"),
    ("    segments: [\n", "    stages: [],\n    segments: [\n"),
    ("            purchase: At,\n", ""),
    (
        "owner: \"Żaneta\",\n            tags",
        "owner: \"Żaneta\",\n            owner: \"Ich\",\n            tags",
    ),
    ("format: 1,", ""),
    ("format: 1,", "format: 0,"),
    ("format: 1,", "format: \"1\","),
    ("name: \"Käse & Brot 🧀\",", ""),
    (
        "story: (\n                when: \"I close the shop\",",
        "story: (\n                \"I close the shop\",",
    ),
    ("evidence: [", "evidence: (("),
    ("vision: (", "vision: \"More bread\", segments: ("),
    // Numbers.
    ("now: 8,", "now: -8,"),
    ("now: 8,", "now: \"8\","),
    ("now: 8,", "never: 8,"),
    ("baseline: 1.8,", "baseline: 1,8,"),
    ("baseline: 1.8,", "baseline: 1,800,"),
    ("baseline: 1.8,", "baseline: \"1,8\","),
    ("baseline: 1.8,", "baseline: 35%,"),
    ("baseline: 1.8,", "baseline: NaN,"),
    ("baseline: 1.8,", "baseline: inf,"),
    ("baseline: 1.8,", "baseline: 1e400,"),
    ("baseline: 1.8,", "baseline: 1e16,"),
    ("baseline: 1.8,", "baseline: 12 days,"),
    ("baseline: 1.8,", "baseline: 1.8.2,"),
    ("(\"2026-08-31\", 18)", "(\"2026-08-31\", 18,5)"),
    ("(\"2026-08-31\", 18)", "(\"2026-08-31\")"),
    ("(\"2026-08-31\", 18)", "[\"2026-08-31\", 18]"),
    ("(\"order-ahead\", 7, None)", "(\"order-ahead\", 7, 6, 5)"),
    ("(\"order-ahead\", 7, None)", "(\"order-ahead\", 6.5, None)"),
    ("scale: 7,", "scale: 300,"),
    // Words, dates, ids.
    ("purchase: At,", "purchase: Befor,"),
    ("purchase: At,", "purchase: \"Before\","),
    ("purchase: At,", "purchase: Somewhere,"),
    ("date: \"2026-02-28\"", "date: \"2026-02-30\""),
    ("date: \"2026-02-28\"", "date: \"28.2.2026\""),
    ("date: \"2026-02-28\"", "date: 2026-02-28"),
    ("date: \"2026-02-28\"", "date: \"1826-02-28\""),
    ("period: \"2026-09\"", "period: \"September\""),
    ("id: \"cafes\"", "id: \"Cafés\""),
    ("id: \"cafes\"", "id: \"\""),
    ("rank: \"a\"", "rank: \"\""),
    ("name: \"Buy\",", "name: \"C:\\Users\","),
    // What records say of each other.
    ("id: \"households\"", "id: \"cafes\""),
    ("id: \"returns\"", "id: \"october\""),
    ("id: \"p02\"", "id: \"p01\""),
    ("stage: \"again\"", "stage: \"agian\""),
    (
        "segments: [\"cafes\", \"households\"]",
        "segments: [\"cafes\", \"hotels\"]",
    ),
    ("kpi: \"returns\"", "kpi: \"never-stale\""),
    ("(\"order-ahead\", 7, None)", "(\"order-ahead\", 8, None)"),
    ("(\"order-ahead\", 7, None)", "(\"order-behind\", 7, None)"),
    ("importance: 8.2,", "importance: 82,"),
    ("(\"2026-09-30\", -0.25", "(\"2026-08-31\", -0.25"),
];

#[test]
fn every_mistake_is_told_with_its_place_in_the_products_words() {
    let mut told = String::new();
    for (text, instead) in MISTAKES {
        assert!(EVERY_FIELD.contains(text), "{text}");
        let broken = EVERY_FIELD.replacen(text, instead, 1);
        let complaint = File::of(broken).complaint();
        let (old, new) = (shown(text), shown(instead));
        told.extend(["- ", &old, "\n+ ", &new, "\n", &complaint, "\n\n"]);
    }
    insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("mistakes", told);
    });
}

/// A piece of a file on one line.
fn shown(piece: &str) -> String {
    let lines: Vec<_> = piece.lines().map(str::trim).collect();
    lines.join(" ⏎ ")
}

#[test]
fn what_is_no_workspace_at_all_is_told() {
    let mut told = String::new();
    let deep = format!(
        "(format: 1, name: {}\"x\"{})",
        "(".repeat(40),
        ")".repeat(40)
    );
    let long = format!("(format: 1, name: \"{}\")", "x".repeat(70_000));
    let files: [(&str, &[u8]); 9] = [
        ("an empty file", b""),
        ("only comments", b"// nothing here\n"),
        ("JSON", b"{\"format\": 1}"),
        ("a list", b"[1, 2]"),
        ("prose", b"Dear all,\nsee you on Monday."),
        ("Latin-1", b"(format: 1,\n name: \"Caf\xe9\")"),
        (
            "another attribute",
            b"#![enable(magic)]\n(format: 1, name: \"A\")",
        ),
        ("deep brackets", deep.as_bytes()),
        ("a very long text", long.as_bytes()),
    ];
    for (name, bytes) in files {
        told.extend([name, "\n    ", &File::of(bytes).complaint(), "\n\n"]);
    }
    insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("no-workspace", told);
    });
}
