//! Whatever a file says: it imports with an account of every row, or is refused with a place.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::domain::history::Moment;

/// What stands above columns, in all shapes at once.
const HEADS: &[&str] = &[
    "id",
    "#",
    "Email",
    "segment",
    "Status",
    "Finished",
    "job",
    "importance",
    "satisfaction",
    "imp_log-a-call",
    "sat_log-a-call",
    "sat_import-sales-data",
    "How important … [Log a call]",
    "How satisfied: <b>Forecast the quarter</b>?",
    "{\"ImportId\":\"x\"}",
    "",
    "Age",
];

/// What stands in cells, answers mostly.
const CELLS: &[&str] = &[
    "",
    "1",
    "2",
    "3",
    "4",
    "5",
    "5",
    "4",
    "7",
    "0",
    "10",
    "4.5",
    "n/a",
    "Very important",
    "Not at all satisfied",
    "5 - Very important",
    "log-a-call",
    "Forecast the quarter",
    "r1",
    "r2",
    "R_2",
    "a@b.c",
    "Enterprise",
    "Small team",
    "True",
    "False",
    "partial",
    "two\nlines",
    "say \"hi\"",
    "a;b",
    "\t",
    "é",
    "\u{1b}[2J",
];

fn quoted(cell: &str, delimiter: char) -> String {
    if cell.contains(['"', '\n', '\r', delimiter]) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A file of some head and some rows, ragged or not.
fn csv() -> impl Strategy<Value = String> {
    let head = vec(select(HEADS.to_vec()), 1..8);
    let rows = vec(vec(select(CELLS.to_vec()), 0..9), 0..12);
    let delimiter = select(vec![',', ';', '\t']);
    (head, rows, delimiter).prop_map(|(head, rows, delimiter)| {
        let line = |cells: &Vec<&str>| {
            let cells: Vec<_> = cells.iter().map(|cell| quoted(cell, delimiter)).collect();
            cells.join(&delimiter.to_string()) + "\n"
        };
        std::iter::once(&head).chain(&rows).map(line).collect()
    })
}

/// It imports with a full account and as one step that can be taken back, or is refused.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(plan) = planned(bytes) else {
        return Ok(());
    };
    let report = &plan.report;
    prop_assert_eq!(report.imported + report.skipped.len(), report.rows);
    prop_assert!(report.skipped.is_sorted_by(|a, b| a.row < b.row));
    prop_assert!(report.responses > 0 && report.responses <= report.imported);
    let study = study_of(&plan);
    prop_assert_eq!(study.responses.len(), report.responses);
    prop_assert!(study.responses.is_sorted_by(|a, b| a.id < b.id));
    let mut document = Document::new(workspace());
    let before = document.workspace().clone();
    let done = document.commit(plan.change.clone(), Moment::ALONE);
    prop_assert!(matches!(done, Ok(Some(_))), "{:?}", done);
    let sheet = Sheet::read(bytes).expect("it was read before");
    let mapping = Mapping::guess(&sheet, document.workspace());
    let again = super::plan(&sheet, &mapping, document.workspace(), &options());
    let again = again.expect("it was imported before").change;
    prop_assert_eq!(document.commit(again, Moment::ALONE), Ok(None));
    document.undo();
    prop_assert_eq!(document.workspace(), &before);
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_import_or_are_refused(bytes in vec(any::<u8>(), 0..400)) {
        holds(&bytes)?;
    }

    #[test]
    fn any_csv_imports_with_a_full_account_or_is_refused(text in csv()) {
        holds(text.as_bytes())?;
    }

    #[test]
    fn any_cut_and_any_flipped_byte_of_a_survey_too(
        name in select(vec!["google-forms", "typeform", "qualtrics", "wide", "long"]),
        cut in 0..4000_usize,
        flips in vec((0..4000_usize, any::<u8>()), 0..6),
    ) {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/surveys/");
        let path = format!("{folder}{name}.csv");
        let mut bytes = std::fs::read(path).expect("the survey is there");
        bytes.truncate(bytes.len().saturating_sub(cut));
        for (place, byte) in flips {
            if let Some(there) = bytes.get_mut(place) {
                *there = byte;
            }
        }
        holds(&bytes)?;
    }

    #[test]
    fn any_mapping_reads_back(text in csv()) {
        let Ok(sheet) = Sheet::read(text.as_bytes()) else { return Ok(()) };
        let mapping = Mapping::guess(&sheet, &workspace());
        let read = Mapping::from_ron(&mapping.to_ron());
        prop_assert_eq!(read.as_ref(), Ok(&mapping));
        prop_assert_eq!(mapping.clone().fitted(&sheet), Ok(mapping));
    }
}
