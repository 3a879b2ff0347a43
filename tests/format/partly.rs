//! What can be read of a file that is wrong, and what is kept of what can't.

use std::sync::Arc;

use outboard::domain::{self, Workspace};
use outboard::store::{Broken, Partly};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::mistakes::MISTAKES;
use crate::{EVERY_FIELD, File, SAMPLE};

/// What can be read of the golden file with a mistake in it; none where that is nothing.
fn partly(text: &str, instead: &str) -> Option<Partly> {
    File::of(EVERY_FIELD.replacen(text, instead, 1))
        .open_what_can_be_read()
        .ok()
}

/// Every record of a workspace, with what it is and its id, as text.
fn records(workspace: &Workspace) -> Vec<String> {
    fn all<'a, T: std::fmt::Debug + 'a>(list: impl IntoIterator<Item = &'a Arc<T>>) -> Vec<String> {
        list.into_iter()
            .map(|record| format!("{record:?}"))
            .collect()
    }
    [
        all(workspace.segments().values()),
        all(workspace.stages()),
        all(workspace.needs().values()),
        all(workspace.outcomes().values()),
        all(workspace.jobs().values()),
        all(workspace.studies().values()),
        all(workspace.reviews().values()),
        all(workspace.economics().values()),
    ]
    .concat()
}

fn labels(broken: &[Broken]) -> Vec<String> {
    let label = |broken: &Broken| {
        let called = broken.called.as_deref().unwrap_or("?");
        let stranded = if broken.is_stranded { ", stranded" } else { "" };
        format!("{} {called:?}{stranded}", broken.field)
    };
    broken.iter().map(label).collect()
}

#[test]
fn every_mistake_leaves_the_rest_readable_or_the_frame_broken() {
    let whole = records(&File::of(EVERY_FIELD).opened().workspace);
    let mut told = String::new();
    for (text, instead) in MISTAKES {
        let one_line = |piece: &str| piece.lines().map(str::trim).collect::<Vec<_>>().join(" ⏎ ");
        told.extend(["- ", &one_line(text), "\n+ ", &one_line(instead), "\n"]);
        let Some(partly) = partly(text, instead) else {
            told.push_str("nothing can be read\n\n");
            continue;
        };
        assert!(
            !partly.broken.is_empty(),
            "what is refused is told: {instead}"
        );
        let read = records(&partly.workspace);
        // Of two with the same id nobody can tell which one is meant: the first stays.
        let is_double = |broken: &Broken| broken.mistake.problem.contains("there twice");
        let is_known = |record: &String| whole.contains(record);
        assert!(
            read.iter().all(is_known) || partly.broken.iter().any(is_double),
            "what is read is as it was: {instead}"
        );
        let file = EVERY_FIELD.replacen(text, instead, 1);
        assert!(
            partly
                .broken
                .iter()
                .all(|broken| file.contains(&broken.text))
        );
        let count = format!("{} of {} records\n", read.len(), whole.len());
        told.extend([&count, &labels(&partly.broken).join("\n"), "\n\n"]);
    }
    insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("partly", told);
    });
}

#[test]
fn a_bad_item_is_kept_word_for_word_with_its_place_and_its_name() {
    let partly = partly("importance: 8.2,", "importance: 8,2, // eight").expect("the rest");
    let [broken] = &partly.broken[..1] else {
        unreachable!("one is taken")
    };
    assert_eq!((broken.field.as_str(), broken.is_stranded), ("jobs", false));
    assert!(broken.text.starts_with("(\n") && broken.text.ends_with(')'));
    assert!(
        broken.text.contains("importance: 8,2, // eight"),
        "{}",
        broken.text
    );
    assert!(broken.called.is_some());
    assert!(
        broken.mistake.problem.contains("decimal"),
        "{:?}",
        broken.mistake
    );
    let shown = broken.mistake.around.join("\n");
    assert!(
        shown.contains("importance: 8,2") && shown.contains('^'),
        "{shown}"
    );
}

#[test]
fn a_bad_vision_leaves_every_record() {
    let partly = partly("customer: ", "custmer: ").expect("the rest");
    let whole = File::of(EVERY_FIELD).opened().workspace;
    assert_eq!(labels(&partly.broken), ["vision \"?\""]);
    assert_eq!(records(&partly.workspace), records(&whole));
    assert_eq!(partly.workspace.head().vision, None);
}

#[test]
fn what_refers_to_a_bad_item_is_told_as_stranded_and_the_rest_holds_together() {
    let partly = partly("id: \"cafes\"", "id: \"Cafés\"").expect("the rest");
    let own: Vec<_> = partly
        .broken
        .iter()
        .filter(|broken| !broken.is_stranded)
        .collect();
    assert_eq!(own.len(), 1, "{:?}", labels(&partly.broken));
    assert_eq!(own[0].field, "segments");
    assert!(partly.broken.len() > 1);
    let needs = partly.workspace.needs().values();
    assert!(
        needs
            .flat_map(|need| &need.segments)
            .all(|id| id.as_str() != "cafes")
    );
}

#[test]
fn a_newer_file_is_read_without_what_this_version_does_not_understand() {
    let newer = SAMPLE.replacen("format: 1", "format: 7,\n    palette: {1: 2}", 1);
    let partly = File::of(newer).open_what_can_be_read().expect("the rest");
    assert_eq!(partly.newer, Some(7));
    assert_eq!(labels(&partly.broken), ["palette \"?\""]);
    assert_eq!(partly.workspace, File::of(SAMPLE).opened().workspace);
}

#[test]
fn a_sound_file_is_read_whole() {
    let partly = File::of(SAMPLE).open_what_can_be_read().expect("all of it");
    assert!(partly.broken.is_empty() && partly.newer.is_none());
    assert_eq!(partly.workspace, File::of(SAMPLE).opened().workspace);
}

#[test]
fn of_a_file_without_a_frame_nothing_is_read_and_it_is_said_why() {
    let clash = SAMPLE.replacen(
        "    jobs: [",
        "<<<<<<< HEAD\n    jobs: [\n=======\n    jobs: [",
        1,
    );
    let cut = &SAMPLE[..SAMPLE.len() / 2];
    let files: [&[u8]; 6] = [
        b"",
        b"Dear all",
        b"[1, 2]",
        b"(format: 1, name: \"Caf\xe9\")",
        cut.as_bytes(),
        clash.as_bytes(),
    ];
    for bytes in files {
        let file = File::of(bytes);
        let error = file.open_what_can_be_read().expect_err("nothing");
        assert_eq!(error, file.open().expect_err("nothing"));
    }
}

#[test]
fn no_empty_workspace_stands_in_for_a_file_that_can_not_be_read() {
    for text in [
        "(format: 1, name: \"A\", stages: [(id: 1)])",
        "(format: 1, name: Broken)",
        "(format: 2)",
    ] {
        assert!(File::of(text).open_what_can_be_read().is_err(), "{text}");
    }
}

#[test]
fn a_stage_that_can_not_be_read_strands_thousands_of_cards_at_once() {
    let card =
        |n: usize| format!("(id: \"c{n}\", stage: \"lost\", rank: \"a\", statement: \"S{n}\"),\n");
    let stages = "(id: \"lost\", name: 1), (id: \"there\", name: \"There\", purchase: At)";
    let cards: String = (0..20_000).map(card).collect();
    let text = format!("(format: 1, name: \"A\", stages: [{stages}], outcomes: [\n{cards}])");
    let partly = File::of(text)
        .open_what_can_be_read()
        .expect("the other stage");
    assert_eq!(partly.broken.len(), 20_001);
    let places = partly.broken[1..].iter().map(|broken| broken.mistake.line);
    assert!(places.eq(2..20_002));
}

#[test]
fn the_lines_around_a_mistake_are_shown_in_the_message() {
    let text = "(\n    format: 1,\n    name: \"A\",\n    stages: [\n        (id: \"a\", name: Buy, purchase: At),\n    ],\n)";
    assert_eq!(
        File::of(text).whole_complaint(),
        "crm.ron:5:25: expected a text in quotes, found `Buy`; write `\"Buy\"`\n    \
         4 │     stages: [\n    \
         5 │         (id: \"a\", name: Buy, purchase: At),\n      \
         │                         ^\n    \
         6 │     ],"
    );
}

/// Where the items of a list of the golden file begin and end: lines of eight blanks and a bracket.
fn items(list: &str) -> Vec<std::ops::Range<usize>> {
    let start = EVERY_FIELD
        .find(&format!("\n    {list}: [\n"))
        .expect("a list");
    let end = start + EVERY_FIELD[start..].find("\n    ],").expect("its end");
    let mut items = Vec::new();
    let mut at = start;
    while let Some(open) = EVERY_FIELD[at..end].find("\n        (\n") {
        let open = at + open + "\n        ".len();
        let close = open + EVERY_FIELD[open..].find("\n        ),").expect("its end");
        at = close + "\n        )".len();
        items.push(open..at);
    }
    items
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn an_item_that_is_mutilated_leaves_all_that_does_not_depend_on_it(
        list in prop::sample::select(vec!["segments", "stages", "needs", "outcomes", "jobs", "studies", "reviews"]),
        which: Index,
        place: Index,
        letters in "[a-z0-9,:=%{}. <>é\u{1b}-]{0,6};",
    ) {
        let items = items(list);
        let item = items[which.index(items.len())].clone();
        let inside = item.start + 1..item.end - 1;
        let places: Vec<usize> = EVERY_FIELD[inside.clone()].char_indices().map(|(at, _)| inside.start + at).collect();
        let at = places[place.index(places.len())];
        let mut text = EVERY_FIELD.to_owned();
        text.insert_str(at, &letters);
        let whole = File::of(EVERY_FIELD).opened().workspace;
        let file = File::of(&text);
        prop_assume!(file.open().is_err());
        let partly = file.open_what_can_be_read().expect("the frame is whole");
        let own: Vec<_> = partly.broken.iter().filter(|broken| !broken.is_stranded).collect();
        let mutilated = &text[item.start..item.end + letters.len()];
        prop_assert!(own.iter().any(|broken| mutilated == broken.text) , "{:?}", partly.broken);
        let known = records(&whole);
        for record in records(&partly.workspace) {
            prop_assert!(known.contains(&record), "{record}");
        }
        prop_assert_eq!(records(&partly.workspace).len() + partly.broken.len(), known.len());
        for broken in &partly.broken {
            prop_assert!(broken.mistake.problem.chars().all(domain::text::is_clean));
            prop_assert!(broken.mistake.around.iter().all(|row| row.chars().all(domain::text::is_clean)));
        }
    }
}
