//! The workspace file, through the library: what is read, how it is written, and what is said of a
//! file that is wrong.

mod mistakes;
mod partly;

use std::fs;

use outboard::domain::history::Moment;
use outboard::domain::{self, Change, Document, Edit, Id, Workspace};
use outboard::store::{self, OpenError, Opened, Partly};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

const SAMPLE: &str = store::lifecycle::SAMPLE;
const EVERY_FIELD: &str = include_str!("../golden/every-field.ron");

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

    /// What is said of the file, without the folder and the lines that are shown of it.
    fn complaint(&self) -> String {
        let whole = self.whole_complaint();
        let told = whole.lines().filter(|line| !line.starts_with("    "));
        told.collect::<Vec<_>>().join("\n")
    }

    /// What is said of the file, without the folder.
    fn whole_complaint(&self) -> String {
        let error = self.open().expect_err("this must not open").to_string();
        error.replace(&format!("{}/", self.folder.path().display()), "")
    }

    fn open_what_can_be_read(&self) -> Result<Partly, OpenError> {
        store::open_what_can_be_read(&self.folder.path().join("crm.ron"))
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
    let old = SAMPLE.replace('\n', "\r");
    let bom = format!("\u{feff}{SAMPLE}");
    for text in [SAMPLE, EVERY_FIELD, &crlf, &old, &bom] {
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
        fields_of::<domain::Capacity>(),
        fields_of::<domain::Silenced>(),
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
