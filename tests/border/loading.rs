//! What becomes of such texts when a file is read, and what stays in the file.

use std::fs;

use outboard::domain::text::{clean, is_clean};
use outboard::domain::{Change, Document, Edit, Workspace, history::Moment};
use outboard::store::{self, Opened};

use crate::corpus;
use crate::file::File;

/// Gives a segment of a workspace another name and saves it into its file.
fn edited(file: &File, opened: Opened) -> Workspace {
    let small = &opened.workspace.segments()["small"];
    let small = outboard::domain::Segment {
        name: "Smaller".to_owned(),
        ..(**small).clone()
    };
    let mut document = Document::new(opened.workspace);
    let when = Moment {
        now: 0,
        together: false,
    };
    let edit = Edit::Segment(small.id.clone(), Some(small.into()));
    let change = Change::new("Edited", vec![edit]);
    document.commit(change, when).expect("it holds");
    let mut manuscript = opened.manuscript;
    store::save(&file.path(), &mut manuscript, document.workspace()).expect("saved");
    document.workspace().clone()
}

/// A workspace as it is written into a file of its own, which is read again.
fn written(workspace: &Workspace) -> (String, Opened) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("anew.ron");
    store::create(&path, workspace).expect("written");
    let text = fs::read_to_string(&path).expect("a text");
    (text, store::open(&path).expect("a workspace"))
}

#[test]
fn every_field_that_takes_a_text_is_tried() {
    const NO_TEXTS: &[&str] = &[
        "id", "stage", "rank", "segments", "needs", "date", "archived", "outcome", "segment",
        "kpi", "due", "period", "rule", "subject",
    ];
    let every_field = include_str!("../golden/every-field.ron");
    let fields = every_field.lines().filter_map(|line| {
        let (name, value) = line.trim().split_once(": ")?;
        value.starts_with(['"', '[']).then_some((name, value))
    });
    let tried = corpus::file("TEXT");
    for (name, value) in fields.filter(|(name, _)| !NO_TEXTS.contains(name)) {
        let holds = |start: &str| tried.contains(&format!("{name}: {start}TEXT\""));
        let is_of_records = value == "[" && tried.contains(&format!("{name}: [\n"));
        assert!(holds("\"") || holds("[\"") || is_of_records, "{name}");
    }
}

#[test]
fn what_could_do_harm_is_taken_out_and_counted() {
    for (name, text) in corpus::harmful() {
        let opened = File::of(&corpus::file(&text)).opened();
        let cleaned = clean(&text);
        assert!(cleaned.removed > 0, "{name}");
        assert_eq!(opened.removed, cleaned.removed * corpus::texts(), "{name}");
        let (left, _) = written(&opened.workspace);
        assert!(left.chars().all(is_clean), "{name}");
        assert!(
            !left.contains(r"\u{"),
            "{name}: something had to be escaped"
        );
        assert_eq!(opened.workspace.name(), cleaned.text, "{name}");
    }
}

#[test]
fn what_is_only_odd_stays() {
    for (name, text) in corpus::odd().into_iter().chain(corpus::long()) {
        let opened = File::of(&corpus::file(&text)).opened();
        assert_eq!(opened.removed, 0, "{name}");
        assert_eq!(opened.workspace.name(), text, "{name}");
    }
}

#[test]
fn escapes_in_the_file_bring_nothing_more_past_the_border() {
    let text: String = corpus::together();
    let escaped = text.escape_unicode().to_string();
    let file = corpus::file("TEXT").replace("TEXT", &escaped);
    let opened = File::of(&file).opened();
    assert_eq!(opened.workspace.name(), clean(&text).text);
}

#[test]
fn the_file_keeps_its_bytes_until_a_record_is_edited() {
    for (name, text) in corpus::all_texts() {
        let before = corpus::file(&text);
        let file = File::of(&before);
        let opened = file.opened();
        assert_eq!(file.text(), before, "{name}");
        edited(&file, opened);
        let small = |text: &str| {
            let start = text.find("id: \"small\"").expect("the segment");
            let end = text[start..].find("stages: [").expect("the next list");
            (text[..start].to_owned(), text[start + end..].to_owned())
        };
        let after = file.text();
        assert_eq!(
            small(&after),
            small(&before),
            "{name}: only one record is written anew"
        );
        assert!(after.contains("name: \"Smaller\""));
    }
}

#[test]
fn what_was_written_anew_is_read_back_as_it_was() {
    for (name, text) in corpus::all_texts() {
        let file = File::of(&corpus::file(&text));
        let opened = file.opened();
        let workspace = edited(&file, opened);
        assert!(file.opened().workspace == workspace, "{name}");
        let (_, opened) = written(&workspace);
        assert_eq!(opened.removed, 0, "{name}");
        assert!(opened.workspace == workspace, "{name}");
    }
}

#[test]
fn lines_may_end_as_they_did_on_old_machines() {
    let text = corpus::file("Plain").replace('\n', "\r");
    let file = File::of(&text);
    assert_eq!(file.opened().workspace.name(), "Plain");
    edited(&file, file.opened());
    assert!(!file.text().contains('\n'), "its line ends stay");
    let broken = text.replacen("rank", "rnak", 1);
    let line = broken[..broken.find("rnak").expect("a field")]
        .matches('\r')
        .count()
        + 1;
    let file = File::of(&broken);
    let error = store::open(&file.path())
        .expect_err("a mistake")
        .to_string();
    assert!(error.contains(&format!("odd.ron:{line}:13: ")), "{error}");
}
