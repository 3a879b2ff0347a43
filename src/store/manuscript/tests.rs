//! What a save leaves as it stands and what it writes anew.

mod proof;
mod properties;

use std::sync::Arc;

use super::*;
use crate::domain::history::Moment;
use crate::domain::{Change, Document, Edit, Id, Segment};

const HAND_WRITTEN: &str = r#"/* ours */ #![enable(implicit_some)]
// Kept at the head.
Workspace(
    name: "Acme",   format: 1, // the version
    /* the board */ stages: [(id: "use", name: "Use", purchase: After)], // one line
    segments: [
        // Small ones.
        (id: "small", name: "Small"), // no training
        ( name: "Großkunden", /* roles! */ id: "large",
          expects: r"a \ contact" ),
        // Nobody yet.
    ],
) // the end
"#;

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

fn segment(id_text: &str, name: &str) -> Segment {
    Segment {
        id: id(id_text),
        name: name.to_owned(),
        expects: None,
    }
}

/// The text after a change, and how many comments were dropped.
fn after(text: &str, edits: Vec<Edit>) -> (String, usize) {
    let read = read(text.to_owned()).expect("a workspace");
    let mut document = Document::new(read.workspace);
    document
        .commit(Change::new("Edited", edits), Moment::ALONE)
        .expect("a change that holds");
    let revised = read.manuscript.revised(document.workspace());
    (revised.manuscript.text, revised.dropped_comments)
}

fn with_each_line_end() -> impl Iterator<Item = String> {
    let ends = ["\n", "\r\n", "\r"].into_iter();
    ends.map(|end| HAND_WRITTEN.replace('\n', end))
}

#[test]
fn what_is_written_has_the_line_ends_of_the_file() {
    let edits = || vec![Edit::segment(segment("large", "Large"))];
    let (unix, _) = after(HAND_WRITTEN, edits());
    for end in ["\r\n", "\r"] {
        let (written, _) = after(&HAND_WRITTEN.replace('\n', end), edits());
        assert_eq!(written, unix.replace('\n', end));
    }
}

#[test]
fn an_untouched_text_stays_byte_for_byte() {
    for text in with_each_line_end() {
        assert_eq!(after(&text, vec![]), (text, 0));
    }
}

#[test]
fn an_edited_record_is_written_anew_and_nothing_else() {
    let (text, dropped) = after(HAND_WRITTEN, vec![Edit::segment(segment("large", "Large"))]);
    let expected = HAND_WRITTEN.replace(
        r#"( name: "Großkunden", /* roles! */ id: "large",
          expects: r"a \ contact" )"#,
        "(\n            id: \"large\",\n            name: \"Large\",\n        )",
    );
    assert_eq!((text, dropped), (expected, 1));
}

#[test]
fn what_is_undone_stands_as_it_stood() {
    for text in with_each_line_end() {
        let read = read(text.clone()).expect("a workspace");
        let mut document = Document::new(read.workspace.clone());
        let mut manuscript = read.manuscript;
        for name in ["Large", "Larger"] {
            let change = Change::new("Renamed", vec![Edit::segment(segment("large", name))]);
            document
                .commit(change, Moment::ALONE)
                .expect("a change that holds");
            manuscript = manuscript.revised(document.workspace()).manuscript;
            assert!(!manuscript.text().contains("roles!"));
        }
        let undone = manuscript.revised(&read.workspace);
        assert_eq!(
            (undone.manuscript.text(), undone.dropped_comments),
            (&*text, 0)
        );
    }
}

#[test]
fn what_is_removed_and_put_back_keeps_the_comments_inside_it() {
    let read = read(HAND_WRITTEN.to_owned()).expect("a workspace");
    let mut document = Document::new(read.workspace.clone());
    let removed = Change::new("Removed", vec![Edit::Segment(id("large"), None)]);
    document
        .commit(removed, Moment::ALONE)
        .expect("a change that holds");
    let without = read.manuscript.revised(document.workspace()).manuscript;
    let back = without.revised(&read.workspace).manuscript;
    assert!(!without.text().contains("roles!"));
    assert!(back.text().contains("/* roles! */"), "{}", back.text());
}

#[test]
fn a_fresh_record_comes_before_the_first_with_a_greater_id() {
    let (text, _) = after(
        HAND_WRITTEN,
        vec![Edit::segment(segment("medium", "Medium"))],
    );
    let written =
        "\n        (\n            id: \"medium\",\n            name: \"Medium\",\n        ),";
    let expected = HAND_WRITTEN.replace(
        "[\n        // Small ones.",
        &format!("[{written}\n        // Small ones."),
    );
    assert_eq!(text, expected);
}

#[test]
fn a_removed_record_takes_its_comments_along() {
    let (text, dropped) = after(HAND_WRITTEN, vec![Edit::Segment(id("small"), None)]);
    let expected = HAND_WRITTEN.replace(
        "\n        // Small ones.\n        (id: \"small\", name: \"Small\"), // no training",
        "",
    );
    assert_eq!((text, dropped), (expected, 2));
}

#[test]
fn a_list_that_becomes_empty_goes_unless_comments_would_go_with_it() {
    let both = vec![
        Edit::Segment(id("small"), None),
        Edit::Segment(id("large"), None),
    ];
    let (text, _) = after(HAND_WRITTEN, both.clone());
    assert!(
        text.contains("segments: [\n        // Nobody yet.\n    ],"),
        "{text}"
    );
    let bare = HAND_WRITTEN.replace("\n        // Nobody yet.", "");
    let (text, _) = after(&bare, both);
    assert!(!text.contains("segments"), "{text}");
}

#[test]
fn a_list_that_was_absent_is_put_at_its_place() {
    let text = "(format: 1, name: \"A\", jobs: [(id: \"j\", name: \"J\")])";
    let (text, _) = after(text, vec![Edit::segment(segment("s", "S"))]);
    assert_eq!(
        text,
        "(format: 1, name: \"A\",\n    segments: [\n        (\n            id: \"s\",\n            \
         name: \"S\",\n        ),\n    ], jobs: [(id: \"j\", name: \"J\")])"
    );
}

#[test]
fn a_missing_comma_is_put_before_what_follows() {
    let text = "(format: 1, name: \"A\", segments: [(id: \"a\", name: \"A\")])";
    let (text, _) = after(text, vec![Edit::segment(segment("b", "B"))]);
    assert!(
        text.contains("(id: \"a\", name: \"A\"),\n        (\n"),
        "{text}"
    );
}

#[test]
fn stages_follow_the_board_and_keep_their_comments() {
    let text = "(format: 1, name: \"A\", stages: [ (id: \"a\", name: \"A\", purchase: At), // first
    /* second */ (id: \"b\", name: \"B\", purchase: After)])";
    let stage = read(text.to_owned())
        .expect("a workspace")
        .workspace
        .stages()[0]
        .clone();
    let (text, dropped) = after(
        text,
        vec![Edit::Stage(id("a"), 1, Some(Arc::clone(&stage)))],
    );
    assert_eq!(
        text,
        "(format: 1, name: \"A\", stages: [
    /* second */ (id: \"b\", name: \"B\", purchase: After), (id: \"a\", name: \"A\", purchase: At), // first
])"
    );
    assert_eq!(dropped, 0);
    assert!(read(text).is_ok());
}

#[test]
fn a_manuscript_describes_the_text_that_it_wrote() {
    let (text, _) = after(
        HAND_WRITTEN,
        vec![Edit::segment(segment("medium", "Medium"))],
    );
    let first = read(HAND_WRITTEN.to_owned()).expect("a workspace");
    let reread = read(text.clone()).expect("what is written is a workspace");
    let written = first.manuscript.revised(&reread.workspace).manuscript;
    assert_eq!(written.text, text);
    assert_eq!(written.places(), reread.manuscript.places());
}

impl Manuscript {
    /// Every place that it knows of.
    fn places(&self) -> Vec<(usize, Range<usize>, usize, bool)> {
        fn place<T>(slot: &Slot<T>) -> (usize, Range<usize>, usize, bool) {
            (slot.start, slot.body.clone(), slot.end, slot.has_comma)
        }
        let sections = self.sections.iter();
        sections
            .flat_map(|section| {
                let slots = section.content.slots.iter().map(place);
                std::iter::once(place(section)).chain(slots)
            })
            .chain([(0, self.inside.clone(), 0, false)])
            .collect()
    }
}
