//! What holds of every workspace and every way to write it by hand.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::Outcome;
use crate::domain::testing::{cast, workspace, workspace_of};
use crate::store::error::Mistake;
use crate::store::format::read::Unreadable;
use crate::store::format::token::{Token, Tokens};

fn written(workspace: &Workspace) -> String {
    Manuscript::default().revised(workspace).manuscript.text
}

fn reread(text: &str) -> Workspace {
    let read = read(text.to_owned()).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    assert_eq!(read.removed, 0, "a workspace is clean: {text}");
    read.workspace
}

/// What a person may put between two signs of a file.
fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        " ",
        "\n",
        "\n        ",
        "\t",
        "\r\n",
        " // a remark (\n",
        "/* [ \" */",
        "\n\n  // ]\n  ",
    ])
}

/// The same file with other blanks, remarks and last commas.
fn reformatted(text: &str, gaps: &[&str]) -> String {
    let start = text.find("\n(").expect("a workspace has brackets") + 1;
    let mut out = text[..start].to_owned();
    let mut tokens = Tokens::new(text, start);
    for place in 0.. {
        let (token, span) = tokens.next().expect("a written file");
        if token == Token::End {
            break;
        }
        let gap = gaps[place % gaps.len()];
        let is_last_comma =
            token == Token::Comma && matches!(tokens.peek(), Ok((Token::Close(_), _)));
        if !(is_last_comma && gap.len() % 2 == 1) {
            out.push_str(&text[span]);
        }
        out.push_str(gap);
    }
    out
}

/// A workspace, and a file that says it in somebody's own hand.
fn by_hand() -> impl Strategy<Value = (Workspace, String)> {
    let gaps = prop::collection::vec(gap(), 1..50);
    (workspace(), gaps).prop_map(|(workspace, gaps)| {
        let text = reformatted(&written(&workspace), &gaps);
        (workspace, text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_workspace_survives_writing_and_reading(workspace in workspace()) {
        let text = written(&workspace);
        prop_assert_eq!(reread(&text), workspace);
    }

    #[test]
    fn what_is_written_is_written_again_alike_and_ron_alone_reads_it(workspace in workspace()) {
        let text = written(&workspace);
        prop_assert_eq!(written(&reread(&text)), text.clone());
        let value: Result<ron::Value, _> = ron::from_str(&text);
        prop_assert!(value.is_ok(), "{:?}", value);
    }

    #[test]
    fn a_file_in_any_hand_is_read_and_saved_byte_for_byte((workspace, text) in by_hand()) {
        let read = read(text.clone()).expect("the same workspace");
        prop_assert_eq!(&read.workspace, &workspace);
        let revised = read.manuscript.revised(&workspace);
        prop_assert_eq!(revised.manuscript.text, text);
        prop_assert_eq!(revised.dropped_comments, 0);
    }

    #[test]
    fn any_workspace_becomes_any_other_in_any_hand(
        (old, new) in cast().prop_flat_map(|cast| (workspace_of(&cast), workspace_of(&cast))),
        gaps in prop::collection::vec(gap(), 1..50),
    ) {
        let text = reformatted(&written(&old), &gaps);
        let old = read(text).expect("a workspace");
        let revised = old.manuscript.revised(&new).manuscript;
        prop_assert_eq!(reread(revised.text()), new);
        let again = read(revised.text.clone()).expect("a workspace").manuscript;
        prop_assert_eq!(again.places(), revised.places());
    }

    #[test]
    fn an_edited_record_leaves_all_other_bytes((workspace, text) in by_hand(), which: Index) {
        prop_assume!(!workspace.outcomes().is_empty());
        let outcomes: Vec<Arc<Outcome>> = workspace.outcomes().values().cloned().collect();
        let mut outcome = Outcome::clone(&outcomes[which.index(outcomes.len())]);
        outcome.statement.push_str(" indeed");
        let read = read(text.clone()).expect("a workspace");
        let body = read.manuscript.body_of(outcome.id.as_str());
        let behind = text.len() - body.end;
        let (edited, _) = after(&text, vec![Edit::outcome(outcome)]);
        prop_assert_eq!(&edited[..body.start], &text[..body.start]);
        prop_assert_eq!(&edited[edited.len() - behind..], &text[body.end..]);
    }

    #[test]
    fn a_damaged_file_is_read_right_or_refused_and_nothing_panics(
        (_, mut text) in by_hand(),
        damages in prop::collection::vec((any::<Index>(), 0..4_u8, "[(),:\\[\\]\"\\\\/*a0. \n-]{0,3}"), 1..4),
    ) {
        for (place, kind, letters) in damages {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = *place.get(&places);
            let end = places.iter().copied().find(|p| *p > at + usize::from(kind)).unwrap_or(at);
            text.replace_range(at..end.max(at), &letters);
        }
        match read(text.clone()) {
            Err(Unreadable::Newer(_)) => {}
            Err(Unreadable::Broken(mistakes)) => {
                let unexplained = |mistake: &&Mistake| mistake.problem.contains("can't be read");
                prop_assert_eq!(mistakes.iter().find(unexplained), None, "{}", text);
            }
            Ok(read) => {
            let revised = read.manuscript.revised(&read.workspace);
            prop_assert_eq!(&revised.manuscript.text, &text);
            prop_assert_eq!(reread(&written(&read.workspace)), read.workspace);
            }
        }
    }
}

impl Manuscript {
    /// Where the outcome of an id stands.
    fn body_of(&self, id: &str) -> Range<usize> {
        let mut slots = self
            .sections
            .iter()
            .flat_map(|section| &section.content.slots);
        let is_it = |slot: &&Slot<Record>| matches!(&slot.content, Record::Outcome(outcome) if outcome.id.as_str() == id);
        let slot = slots.find(is_it);
        slot.expect("it is in the file").body.clone()
    }
}
