//! What is written is read again before it may replace a file.

use super::*;
use crate::store::format::written;

fn revised(edit: Edit) -> Revised {
    let read = read(HAND_WRITTEN.to_owned()).expect("a workspace");
    let mut document = Document::new(read.workspace);
    document
        .commit(Change::new("Edited", vec![edit]), Moment::ALONE)
        .expect("a change that holds");
    read.manuscript.revised(document.workspace())
}

fn refused(revised: Revised) -> Option<&'static str> {
    match revised.proofread(Path::new("ours.ron")) {
        Err(SaveError::Misread { word, .. }) => Some(word),
        Err(other) => panic!("refused for another reason: {other}"),
        Ok(_) => None,
    }
}

#[test]
fn what_reads_as_it_is_passes() {
    assert_eq!(
        refused(revised(Edit::segment(segment("new", "Neu \"\\ 👩‍👩‍👧")))),
        None
    );
}

/// What is cleaned away at the border stays in the file until it is edited.
#[test]
fn a_file_with_harmful_letters_passes_and_so_does_what_is_undone_in_it() {
    let text = HAND_WRITTEN
        .replace("Acme", "Ac\u{202e}me")
        .replace("Groß", "Groß\\u{1b}");
    let read = read(text.clone()).expect("a workspace");
    assert_eq!(read.removed, 2);
    let mut document = Document::new(read.workspace.clone());
    let change = Change::new("Edited", vec![Edit::segment(segment("large", "Large"))]);
    document
        .commit(change, Moment::ALONE)
        .expect("a change that holds");
    let edited = read.manuscript.revised(document.workspace());
    let undone = edited.manuscript.revised(&read.workspace);
    assert_eq!(undone.manuscript.text(), text);
    assert_eq!([refused(edited), refused(undone)], [None, None]);
}

/// A reader would clean such a letter away, so no part of the program may let it in.
#[test]
fn a_record_that_would_read_otherwise_is_not_written() {
    let harmful = segment("new", "New \u{202e}!");
    assert!(written(&harmful, 0).contains("\\u{202e}"));
    assert_eq!(refused(revised(Edit::segment(harmful))), Some("segment"));
}

#[test]
fn a_text_in_which_something_stands_elsewhere_than_noted_is_not_written() {
    let good = || revised(Edit::segment(segment("new", "New"))).manuscript;
    let text = good().text;
    let spoiled = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let mut manuscript = good();
        manuscript.text = text.replacen(from, to, 1);
        refused(Revised {
            manuscript,
            dropped_comments: 0,
            misread: None,
        })
    };
    assert_eq!(spoiled("Acme", "Acme"), None);
    let broken = [
        // Another name.
        ("\"Acme\"", "\"Acne\""),
        // An item that ends in a comment.
        ("(id: \"small\"", "//id: \"small\""),
        // An item too many, or one that is gone.
        ("// Small ones.", "(id: \"x\"), ."),
        ("// no training", ", (id: \"\")  "),
        // A field by another name.
        ("segments:", "Segments:"),
        // A bracket too few.
        (") // the end", "  // the end"),
    ];
    for (from, to) in broken {
        assert_eq!(spoiled(from, to), Some("workspace"), "{from} as {to}");
    }
}

#[test]
fn a_save_that_would_spoil_the_file_leaves_it_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ours.ron");
    std::fs::write(&path, HAND_WRITTEN).expect("a file");
    let opened = crate::store::open(&path).expect("opens");
    let mut document = Document::new(opened.workspace);
    let harmful = Edit::segment(segment("new", "New \u{202e}!"));
    document
        .commit(Change::new("Added", vec![harmful]), Moment::ALONE)
        .expect("a change that holds");
    let mut manuscript = opened.manuscript;
    let saved = crate::store::save(&path, &mut manuscript, document.workspace());
    let said = saved.expect_err("it would spoil the file").to_string();
    assert!(said.contains("a fault of the program"), "{said}");
    assert!(said.contains("nothing was written"), "{said}");
    assert_eq!(
        std::fs::read_to_string(&path).expect("a text"),
        HAND_WRITTEN
    );
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("a folder").count(),
        1
    );
    assert_eq!(manuscript.text(), HAND_WRITTEN);
}
