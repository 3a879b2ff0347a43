//! The workspace file, through the library: what is read, how it is written, and what is said of a
//! file that is wrong.

use std::fs;

use outboard::domain::history::Moment;
use outboard::domain::{self, Change, Document, Edit, Id, Workspace};
use outboard::store::{self, OpenError, Opened};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

const SAMPLE: &str = store::lifecycle::SAMPLE;
const EVERY_FIELD: &str = include_str!("golden/every-field.ron");

/// A file with a text in it; it is gone when this is dropped.
struct File {
    folder: tempfile::TempDir,
}

impl File {
    fn of(bytes: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("crm.ron"), bytes).expect("a file");
        Self { folder }
    }

    fn open(&self) -> Result<Opened, OpenError> {
        store::open(&self.folder.path().join("crm.ron"))
    }

    fn opened(&self) -> Opened {
        self.open().expect("a workspace")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.folder.path().join("crm.ron")).expect("a text")
    }

    /// What is said of the file, without the folder.
    fn complaint(&self) -> String {
        let error = self.open().expect_err("this must not open").to_string();
        error.replace(&format!("{}/", self.folder.path().display()), "")
    }
}

fn changed(workspace: Workspace, edit: Edit) -> Workspace {
    let mut document = Document::new(workspace);
    let when = Moment {
        now: 0,
        together: false,
    };
    let change = Change::new("Edited", vec![edit]);
    document.commit(change, when).expect("an edit that holds");
    document.workspace().clone()
}

#[test]
fn opening_and_saving_an_untouched_file_changes_no_byte() {
    let crlf = SAMPLE.replace('\n', "\r\n");
    let bom = format!("\u{feff}{SAMPLE}");
    for text in [SAMPLE, EVERY_FIELD, &crlf, &bom] {
        let file = File::of(text);
        let mut opened = file.opened();
        store::save(&opened.path, &mut opened.manuscript, &opened.workspace).expect("saves");
        assert_eq!(file.text(), text);
    }
}

#[test]
fn every_field_is_read_and_written_as_it_stands_in_the_golden_file() {
    let opened = File::of(EVERY_FIELD).opened();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("written.ron");
    store::create(&path, &opened.workspace).expect("writes");
    assert_eq!(fs::read_to_string(path).expect("a text"), EVERY_FIELD);
}

#[test]
fn the_golden_file_shows_every_field_there_is() {
    let records = [
        fields_of::<domain::Vision>(),
        fields_of::<domain::Assumption>(),
        fields_of::<domain::Segment>(),
        fields_of::<domain::Stage>(),
        fields_of::<domain::Need>(),
        fields_of::<domain::Evidence>(),
        fields_of::<domain::Outcome>(),
        fields_of::<domain::Initiative>(),
        fields_of::<domain::EscalationStep>(),
        fields_of::<domain::Kpi>(),
        fields_of::<domain::Job>(),
        fields_of::<domain::Story>(),
        fields_of::<domain::Estimate>(),
        fields_of::<domain::Study>(),
        fields_of::<domain::Response>(),
        fields_of::<domain::Review>(),
        fields_of::<domain::Entry>(),
        fields_of::<domain::Decision>(),
        fields_of::<domain::Economics>(),
    ];
    for field in records.concat() {
        assert!(
            EVERY_FIELD.contains(&format!(" {field}: ")),
            "put `{field}` into tests/golden/every-field.ron"
        );
    }
}

/// The names of a record's fields, as its reader knows them.
fn fields_of<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    struct Names<'a>(&'a mut Vec<&'static str>);
    impl<'de> Deserializer<'de> for Names<'_> {
        type Error = serde::de::value::Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
            Err(Error::custom("only the names are wanted"))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Self::Error> {
            self.0.extend(fields);
            self.deserialize_any(visitor)
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
            option unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier
            ignored_any
        }
    }
    let mut names = Vec::new();
    let read = T::deserialize(Names(&mut names));
    assert!(read.is_err() && !names.is_empty(), "this is no record");
    names
}

#[test]
fn ron_alone_reads_what_is_written() {
    for text in [SAMPLE, EVERY_FIELD] {
        let value: ron::Value = ron::from_str(text).expect("RON");
        assert!(matches!(value, ron::Value::Map(fields) if fields.len() > 5));
    }
}

#[test]
fn an_edit_changes_the_bytes_of_its_record_only() {
    let file = File::of(SAMPLE);
    let mut opened = file.opened();
    let id = Id::new("roll-out-further").expect("an id");
    let mut outcome = domain::Outcome::clone(&opened.workspace.outcomes()[&id]);
    outcome.owner = Some("Ines".to_owned());
    let workspace = changed(opened.workspace, Edit::outcome(outcome));
    store::save(&opened.path, &mut opened.manuscript, &workspace).expect("saves");
    let old = "            segments: [\"enterprise\"],\n            statement: \"Minimize the effort \
               it takes to bring a second team on board\",\n";
    let new = "            statement: \"Minimize the effort it takes to bring a second team on \
               board\",\n            segments: [\"enterprise\"],\n            owner: \"Ines\",\n";
    assert!(SAMPLE.contains(old));
    assert_eq!(file.text(), SAMPLE.replace(old, new));
    assert_eq!(file.opened().workspace, workspace);
}

#[test]
fn texts_are_cleaned_at_the_border_and_the_file_keeps_them_until_they_are_edited() {
    let dirty = "(format: 1, name: \"A\u{1b}[2J\\u{202e}\\tB\")";
    let file = File::of(dirty);
    let mut opened = file.opened();
    assert_eq!(opened.workspace.name(), "A[2J B");
    assert_eq!(opened.removed, 2);
    store::save(&opened.path, &mut opened.manuscript, &opened.workspace).expect("saves");
    assert_eq!(file.text(), dirty);
}

#[test]
fn a_newer_format_is_told_with_what_it_needs() {
    let newer = SAMPLE.replace("format: 1", "format: 2, colour: Red");
    assert_eq!(
        File::of(newer).complaint(),
        "crm.ron is written in format 2; this program reads format 1. A newer Outboard opens it"
    );
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
    assert!(File::of(SAMPLE).opened().warnings.is_empty());
    let large = File::of(format!("// {}\n{SAMPLE}", "x".repeat(64 << 20)));
    let warning = "this workspace is very large (64 MB); from 1 GB on it can't be opened";
    assert_eq!(large.opened().warnings, [warning]);
    let larger = File::of("");
    let path = larger.folder.path().join("crm.ron");
    let file = fs::File::options().write(true).open(&path).expect("a file");
    file.set_len(1 << 30).expect("a file of that size");
    assert!(matches!(larger.open(), Err(OpenError::TooLarge(_))));
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
const MISTAKES: &[(&str, &str)] = &[
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
    ("baseline: 1.8,", "baseline: 1,8,"),
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
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
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
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("no-workspace", told);
    });
}
