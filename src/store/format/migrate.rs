//! Older formats: a file in one of them is taken step by step into the format of today, in memory.
//! Nothing in here writes: the file is written at the first edit.

use super::outline::Node;

/// Takes a text from one format to the next. It keeps what stands on a line on that line, so that a
/// mistake is told where it stands in the file; the number of the format is no concern of it.
pub(crate) type Step = fn(&str) -> String;

/// Every step there is: the first leads from format 1 to format 2, and so on. Format 1 is the
/// format of today.
pub(crate) const STEPS: &[Step] = &[];

/// The format that these steps lead to.
pub(crate) const fn latest(steps: &[Step]) -> u64 {
    steps.len() as u64 + 1
}

/// A text of an older format, from 1 on, in the format that the steps lead to. `format` is where
/// the number of its format stands.
pub(crate) fn migrated(text: &str, format: &Node, from: u64, steps: &[Step]) -> String {
    let mut text = text.to_owned();
    text.replace_range(format.span.clone(), &latest(steps).to_string());
    let behind = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
    let steps = steps.iter().skip(behind);
    steps.fold(text, |text, step| step(&text))
}

#[cfg(test)]
mod tests {
    use super::super::read::{Unreadable, read_by};
    use super::*;

    /// Two made-up steps: a field of stages that got another name, and a word that did.
    const MADE_UP: &[Step] = &[
        |text| text.replace("moment: ", "purchase: "),
        |text| text.replace("purchase: During", "purchase: At"),
    ];

    const FIRST: &str = "(\n    format: 1, // the first\n    name: \"A\",\n    stages: [(id: \"a\", \
                         name: \"A\", moment: During)],\n)\n";

    #[test]
    fn an_older_file_is_read_as_the_format_of_today_and_known_as_it_stands() {
        let read = read_by(FIRST.to_owned(), MADE_UP).expect("a workspace");
        let text = read.manuscript.text();
        assert_eq!(
            text,
            FIRST
                .replace("format: 1", "format: 3")
                .replace("moment: During", "purchase: At")
        );
        assert_eq!(read.manuscript.in_the_file(), FIRST);
        let again = read_by(text.to_owned(), MADE_UP).expect("a workspace of today");
        assert_eq!(again.workspace, read.workspace);
        assert_eq!(again.manuscript.in_the_file(), text);
    }

    #[test]
    fn a_file_takes_only_the_steps_that_it_has_before_it() {
        let second = FIRST
            .replace("format: 1", "format: 2")
            .replace("moment", "purchase");
        let read = read_by(second, MADE_UP).expect("a workspace");
        assert_eq!(read.workspace.stages().len(), 1);
        let skipped = FIRST.replace("format: 1", "format: 2");
        assert!(
            read_by(skipped, MADE_UP).is_err(),
            "format 2 has no field `moment`"
        );
    }

    #[test]
    fn a_file_of_a_format_behind_the_last_step_is_newer() {
        let newer = FIRST.replace("format: 1", "format: 4");
        assert!(matches!(read_by(newer, MADE_UP), Err(Unreadable::Newer(4))));
    }

    #[test]
    fn the_first_edit_writes_the_format_of_today_over_what_was_read() {
        let read = read_by(FIRST.to_owned(), MADE_UP).expect("a workspace");
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("crm.ron");
        std::fs::write(&path, FIRST).expect("a file");
        let mut manuscript = read.manuscript;
        let saved = crate::store::save(&path, &mut manuscript, &read.workspace);
        saved.expect("it is as it was read");
        let written = std::fs::read_to_string(&path).expect("a file");
        assert!(written.contains("format: 3, // the first"), "{written}");
        assert_eq!(manuscript.in_the_file(), written);
    }
}
