//! What a ballot asks, and what it keeps to itself.

use super::ballot;
use crate::store::sample;

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn each_participant_has_a_row_for_each_job_in_the_order_of_the_board() {
    let workspace = sample();
    let rows = rows(&ballot(
        &workspace,
        &["Ana".to_owned(), "Ben".to_owned()],
        5,
    ));
    assert_eq!(rows.len(), 1 + 2 * workspace.jobs().len());
    assert_eq!(rows[0][3], "importance (1 to 5)");
    assert_eq!(rows[1][0], "Ana");
    let stage = |row: &[String]| {
        let (_, job) = workspace
            .jobs()
            .iter()
            .find(|(id, _)| id.as_str() == row[1])?;
        let outcome = workspace.outcomes().get(job.outcome.as_ref()?)?;
        workspace.stage(&outcome.stage).map(|(place, _)| place)
    };
    let stages: Vec<_> = rows[1..=workspace.jobs().len()]
        .iter()
        .map(|row| stage(row))
        .collect();
    let mut sorted: Vec<_> = stages.iter().copied().flatten().collect();
    assert!(sorted.is_sorted());
    sorted.dedup();
    assert!(sorted.len() > 2, "the sample's jobs are at several stages");
}

#[test]
fn nothing_in_it_could_sway_an_answer() {
    let workspace = sample();
    let text = ballot(&workspace, &["1".to_owned()], 7);
    for row in &rows(&text)[1..] {
        assert!(row[3].is_empty() && row[4].is_empty(), "{row:?}");
        assert_eq!(row.len(), 5);
    }
    let why = workspace.jobs().values().find_map(|job| job.why.clone());
    assert!(!text.contains(&why.expect("a job with a reason")));
}
