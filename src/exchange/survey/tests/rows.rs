//! What becomes of rows that are not as the others.

use super::*;

const HEAD: &str = "id,segment,imp_log-a-call,sat_log-a-call";

/// The rows that are skipped, with the reason.
fn skipped(report: &Report) -> Vec<(u64, String)> {
    let skipped = report.skipped.iter();
    skipped
        .map(|skipped| (skipped.row, skipped.why.to_string()))
        .collect()
}

#[test]
fn the_last_answer_of_a_respondent_counts() {
    let (told, report) = imported(&format!("{HEAD}\nr1,,5,1\nr2,,4,4\nr1,,2,3\n"));
    assert_eq!(told, ["r1: log-a-call 2/3", "r2: log-a-call 4/4"]);
    let again = "the same respondent answers again in row 4, which counts".to_owned();
    assert_eq!(skipped(&report), [(2, again.clone())]);
    let (told, report) = imported(
        "respondent,job,importance,satisfaction\n\
         r1,log-a-call,5,1\nr1,import-sales-data,4,4\nr1,Log a call,2,3\n",
    );
    assert_eq!(told, ["r1: import-sales-data 4/4, log-a-call 2/3"]);
    assert_eq!(skipped(&report), [(2, again)]);
}

#[test]
fn whoever_answers_three_times_is_told_the_row_that_counts() {
    let (told, report) = imported(&format!("{HEAD}\nr1,,5,1\nr1,,4,4\nr1,,2,3\n"));
    assert_eq!(told, ["r1: log-a-call 2/3"]);
    let again = "the same respondent answers again in row 4, which counts";
    assert_eq!(
        skipped(&report),
        [(2, again.to_owned()), (3, again.to_owned())]
    );
}

#[test]
fn a_row_about_no_job_or_by_nobody_is_skipped() {
    let (told, report) = imported(
        "respondent,job,importance,satisfaction\n\
         r1,log-a-call,5,1\nr1,fly to the moon,5,1\n,log-a-call,5,1\nr2,log-a-call,,-\n,,,\n",
    );
    assert_eq!(told, ["r1: log-a-call 5/1"]);
    let reasons = [
        (3, "no job is called “fly to the moon”"),
        (4, "no respondent is named"),
        (5, "nothing is answered"),
        (6, "the row is blank"),
    ];
    let reasons = reasons.map(|(row, reason)| (row, reason.to_owned()));
    assert_eq!(skipped(&report), reasons);
}

#[test]
fn a_row_of_another_length_is_told() {
    let (told, report) = imported(&format!("{HEAD}\nr1,,5\nr2,,4,4,oops\nr3,,3,3,,\n"));
    assert_eq!(told, ["r1: log-a-call 5/-", "r3: log-a-call 3/3"]);
    let (row, reason) = &skipped(&report)[0];
    assert_eq!(*row, 3);
    assert!(reason.contains("5 cells and the head 4"), "{reason}");
    assert!(
        report
            .warnings
            .iter()
            .any(|told| told.starts_with("Row 2 has fewer cells"))
    );
}

#[test]
fn no_answer_is_never_a_number() {
    for none in ["", "-", "n/a", "N/A", "Don't know", "\"  \"", "-99", "?"] {
        let (told, _) = imported(&format!("{HEAD}\nr1,,5,{none}\nr2,,3,5\n"));
        assert_eq!(told[0], "r1: log-a-call 5/-", "{none}");
        let (told, report) = imported(&format!("{HEAD}\nr1,,{none},{none}\nr2,,3,5\n"));
        assert_eq!(told, ["r2: log-a-call 3/5"], "{none}");
        assert_eq!(
            skipped(&report),
            [(2, "nothing is answered".to_owned())],
            "{none}"
        );
    }
}

#[test]
fn an_answer_that_is_none_keeps_its_row_out() {
    for wrong in ["4.5", "\"4,5\"", "0", "-2", "6", "55", "purple", "'5"] {
        let rows = "r2,,3,5\n".replace("r2", "rN");
        let many: String = (3..90)
            .map(|n| rows.replace("rN", &format!("r{n}")))
            .collect();
        let (told, report) = imported(&format!("{HEAD}\nr1,,{wrong},5\n{many}"));
        assert_eq!(told.len(), 87, "{wrong}");
        let (row, reason) = &skipped(&report)[0];
        assert_eq!(*row, 2);
        assert!(
            reason.starts_with("column 3 “imp_log-a-call” says “"),
            "{wrong}: {reason}"
        );
    }
}

#[test]
fn partial_and_unfinished_ones_and_previews_are_left_out_or_taken_in() {
    for (column, unfinished, finished) in [
        ("Finished", "False", "True"),
        ("Finished", "0", "1"),
        ("Response Type", "partial", "completed"),
        ("Status", "Survey Preview", "IP Address"),
        ("Status", "Survey Test", "IP Address"),
        ("Status", "1", "0"),
        ("submitdate", "", "2026-10-01 10:00:00"),
        ("Completed", "no", "yes"),
    ] {
        let text = format!("{column},{HEAD}\n{unfinished},r1,,5,1\n{finished},r2,,4,2\n");
        let (told, report) = imported(&text);
        assert_eq!(told, ["r2: log-a-call 4/2"], "{column} {unfinished}");
        assert_eq!(report.skipped.len(), 1);
        let sheet = Sheet::read(text.as_bytes()).expect("a sheet");
        let mut mapping = Mapping::guess(&sheet, &workspace());
        mapping.unfinished = Unfinished::TakeIn;
        let plan = plan(&sheet, &mapping, &workspace(), &options()).expect("it can be imported");
        assert_eq!(plan.report.responses, 2, "{column} {unfinished}");
    }
}

#[test]
fn the_same_answer_to_everything_is_kept_and_told() {
    let head = "id,imp_log-a-call,sat_log-a-call,imp_import-sales-data,sat_import-sales-data,\
                imp_forecast-the-quarter,sat_forecast-the-quarter";
    let (told, report) = imported(&format!("{head}\nr1,3,3,3,3,3,3\nr2,5,1,4,2,3,3\n"));
    assert_eq!(told.len(), 2);
    let straight = "Row 2 gives the same answer to everything; kept, but look at it";
    assert!(
        report.warnings.iter().any(|told| told == straight),
        "{:?}",
        report.warnings
    );
}

#[test]
fn segments_are_found_by_name_and_id_and_made_once() {
    let rows =
        "r1,ENTERPRISE,5,1\nr2,enterprise,5,1\nr3,Small team,5,1\nr4,small TEAM,5,1\nr5,n/a,5,1\n";
    let (told, report) = imported(&format!("{HEAD}\n{rows}"));
    let expected = [
        "r1 enterprise: log-a-call 5/1",
        "r2 enterprise: log-a-call 5/1",
        "r3 small-team: log-a-call 5/1",
        "r4 small-team: log-a-call 5/1",
        "r5: log-a-call 5/1",
    ];
    assert_eq!(told, expected);
    assert_eq!(report.segments, ["Small team"]);
}

#[test]
fn a_study_of_another_scale_or_source_takes_nothing_in() {
    let mut document = Document::new(workspace());
    let plan = planned(format!("{HEAD}\nr1,,5,1\n").as_bytes()).expect("it can be imported");
    let done = document.commit(plan.change, crate::domain::history::Moment::ALONE);
    assert!(matches!(done, Ok(Some(_))));
    let into = |text: &str, source| {
        let sheet = Sheet::read(text.as_bytes()).expect("a sheet");
        let mapping = Mapping::guess(&sheet, document.workspace());
        let options = Options {
            study: Some(id("survey")),
            source,
            ..options()
        };
        super::plan(&sheet, &mapping, document.workspace(), &options)
    };
    let seven = into(&format!("{HEAD}\nr1,,7,1\n"), None).expect_err("another scale");
    assert!(seven.problem.contains("1 to 7"), "{seven}");
    let team = Some(crate::domain::Source::Team);
    let team = into(&format!("{HEAD}\nr1,,5,1\n"), team).expect_err("another source");
    assert!(team.problem.contains("never mixed"), "{team}");
    let more = into(&format!("{HEAD}\nr2,,5,1\nr1,,2,2\n"), None).expect("more answers");
    assert_eq!(
        told(study_of(&more)),
        ["r1: log-a-call 2/2", "r2: log-a-call 5/1"]
    );
    assert_eq!((more.report.replaced, more.report.is_new), (1, false));
}

#[test]
fn texts_are_cleaned_at_the_border() {
    let (_, report) = imported(&format!("{HEAD}\nr1,\"Big\u{1b}[2J\n one\u{202e}\",5,1\n"));
    assert_eq!(report.segments, ["Big[2J one"]);
}
