//! What columns, scales and words are taken for, and what is left to a person.

use super::*;

fn guessed(text: &str) -> Mapping {
    let sheet = Sheet::read(text.as_bytes()).expect("a sheet");
    Mapping::guess(&sheet, &workspace())
}

/// Importance answers about two jobs.
fn answers(first: &[&str], second: &[&str]) -> String {
    let rows = first.iter().zip(second).map(|(a, b)| format!("{a},{b}\n"));
    format!(
        "imp_log-a-call,sat_log-a-call\n{}",
        rows.collect::<String>()
    )
}

#[test]
fn the_scale_is_the_usual_one_that_has_the_answers() {
    for (highest, lowest, scale) in [
        ("5", "1", (1, 5)),
        ("4", "2", (1, 5)),
        ("7", "1", (1, 7)),
        ("6", "2", (1, 7)),
        ("10", "1", (1, 10)),
        ("8", "2", (1, 10)),
        ("10", "0", (0, 10)),
        ("9", "0", (0, 10)),
        ("11", "1", (1, 11)),
        ("4", "0", (0, 4)),
        ("6", "0", (0, 6)),
        ("5", "0", (1, 5)),
        ("87", "3", (1, 100)),
        (
            "5 - Extremely important",
            "1 - Not at all important",
            (1, 5),
        ),
        (
            "1 - Extremely important",
            "5 - Not at all important",
            (5, 1),
        ),
    ] {
        let scale_of = guessed(&answers(&[highest, highest], &[lowest, lowest])).scale;
        assert_eq!((scale_of.from, scale_of.to), scale, "{lowest} to {highest}");
    }
}

#[test]
fn a_slip_does_not_change_the_scale() {
    let mut first = vec!["4"; 60];
    first[7] = "44";
    first[8] = "6";
    let text = answers(&first, &["5"; 60]);
    assert_eq!(guessed(&text).scale, Scale { from: 1, to: 5 });
    let (_, report) = imported(&text);
    let rows: Vec<_> = report.skipped.iter().map(|skipped| skipped.row).collect();
    assert_eq!(rows, [9, 10]);
    assert!(report.skipped[0].why.to_string().contains("says “44”"));
}

#[test]
fn the_scale_that_a_question_names_counts() {
    let text = "How important, from 1 to 7: Log a call,How satisfied (1-7): Log a call\n5,4\n3,2\n";
    assert_eq!(guessed(text).scale, Scale { from: 1, to: 7 });
}

#[test]
fn a_scale_from_zero_is_kept_from_one_and_told() {
    let (told, report) = imported("id,imp_log-a-call,sat_log-a-call\nr1,10,0\nr2,7,3\n");
    assert_eq!(told, ["r1: log-a-call 11/1", "r2: log-a-call 8/4"]);
    assert_eq!(report.scale, 11);
    assert!(
        report.warnings[0].contains("kept as 1 to 11"),
        "{:?}",
        report.warnings
    );
}

#[test]
fn answers_numbered_the_other_way_round_are_turned() {
    let (told, report) = imported(
        "id,imp_log-a-call,sat_log-a-call\n\
         r1,1 = very important,2 = satisfied\n\
         r2,5 = very unimportant,5 = very dissatisfied\n",
    );
    assert_eq!(told, ["r1: log-a-call 5/4", "r2: log-a-call 1/1"]);
    assert!(
        report.warnings[0].contains("turned round"),
        "{:?}",
        report.warnings
    );
}

#[test]
fn seven_steps_in_words_are_seven() {
    let (told, report) = imported(
        "id,imp_log-a-call,sat_log-a-call\n\
         r1,Strongly agree,Extremely satisfied\n\
         r2,Somewhat agree,Slightly dissatisfied\n\
         r3,Agree,Moderately satisfied\n",
    );
    assert_eq!(
        told,
        [
            "r1: log-a-call 7/7",
            "r2: log-a-call 5/3",
            "r3: log-a-call 6/6"
        ]
    );
    assert_eq!(report.scale, 7);
}

#[test]
fn no_two_columns_are_the_same_answer() {
    let mapping = guessed(
        "How important is it to log a call?,imp_log-a-call,Importance [Log a call],x\n5,4,3,1\n",
    );
    let roles: Vec<_> = mapping.columns.iter().map(|column| &column.2).collect();
    let doubled = Role::LeftOut(Reason::Doubled);
    let importance = Role::Importance(id("log-a-call"));
    let unmatched = Role::LeftOut(Reason::Unmatched);
    assert_eq!(roles, [&doubled, &importance, &doubled, &unmatched]);
}

#[test]
fn what_does_not_say_which_question_it_answers_is_told_by_its_answers_or_left_out() {
    let mapping = guessed("Log a call,Forecast the quarter\nVery important,4\nNot important,2\n");
    assert_eq!(mapping.columns[0].2, Role::Importance(id("log-a-call")));
    assert_eq!(mapping.columns[1].2, Role::LeftOut(Reason::Unmeasured));
}

#[test]
fn a_name_cut_short_is_found_and_one_that_is_only_alike_is_suggested() {
    let (told, report) = imported(
        "id,Importance: Get the whole team wor,Importance: Bring sales data over,How old?\n\
         r1,5,4,31\n",
    );
    assert_eq!(told, ["r1: onboard-the-team 5/-"]);
    let left: Vec<_> = report
        .unmatched
        .iter()
        .map(|left| {
            (
                left.column,
                left.like.as_ref().map(crate::domain::Id::as_str),
            )
        })
        .collect();
    assert_eq!(left, [(3, Some("import-sales-data")), (4, None)]);
}

#[test]
fn the_words_of_a_job_do_not_say_which_question_is_asked() {
    let mut jobs = workspace();
    let mut document = Document::new(std::mem::take(&mut jobs));
    let job = Job::new(id("mark"), None, "Mark an important deal");
    let change = crate::domain::Change::new("Added", vec![Edit::job(job)]);
    let done = document.commit(change, crate::domain::history::Moment::ALONE);
    assert!(matches!(done, Ok(Some(_))));
    let sheet = Sheet::read(b"How satisfied are you when you mark an important deal?\n4\n");
    let mapping = Mapping::guess(&sheet.expect("a sheet"), document.workspace());
    assert_eq!(mapping.columns[0].2, Role::Satisfaction(id("mark")));
}

#[test]
fn a_mapping_is_a_file_that_reads_back() {
    let mapping = guessed(
        "E-mail,segment,\"How \"\"important\"\"? [Log a call]\",Zufriedenheit [Log a call],ไทย\n\
         a@b.c,Enterprise,Very important,Neutral,x\n",
    );
    let text = mapping.to_ron();
    assert!(text.contains("(2, \"segment\", Segment),\n"), "{text}");
    assert!(text.contains("Importance(\"log-a-call\"))"), "{text}");
    assert!(text.contains("ไทย"), "{text}");
    assert_eq!(Mapping::from_ron(&text), Ok(mapping));
}

#[test]
fn a_person_may_say_what_words_stand_for() {
    let text = "imp_log-a-call,sat_log-a-call\nMust have,Meh\nNice to have,Great\n";
    assert!(refused(text).problem.contains("Must have"));
    let mut mapping = guessed(text);
    for (word, answer) in [
        ("must have", 3),
        ("nice to have", 2),
        ("meh", 1),
        ("great", 3),
    ] {
        mapping.words.insert(word.to_owned(), answer);
    }
    mapping.scale.to = 3;
    let mapping = Mapping::from_ron(&mapping.to_ron()).expect("it reads back");
    let sheet = Sheet::read(text.as_bytes()).expect("a sheet");
    let plan = plan(&sheet, &mapping, &workspace(), &options()).expect("it can be imported");
    assert_eq!(
        told(study_of(&plan)),
        ["r1: log-a-call 3/1", "r2: log-a-call 2/3"]
    );
}

#[test]
fn a_mapping_finds_its_columns_where_they_have_moved_and_says_which_is_gone() {
    let mapping = guessed("id,imp_log-a-call,sat_log-a-call\nr1,5,4\n");
    let moved = Sheet::read(b"id,age,sat_log-a-call,imp_log-a-call\nr1,31,4,5\n").expect("read");
    let fitted = mapping.clone().fitted(&moved).expect("it fits");
    let plan = plan(&moved, &fitted, &workspace(), &options()).expect("it can be imported");
    assert_eq!(told(study_of(&plan)), ["r1: log-a-call 5/4"]);
    let gone = Sheet::read(b"id,imp_log-a-call\nr1,5\n").expect("read");
    let refused = mapping.fitted(&gone).expect_err("a column is gone");
    assert!(refused.problem.contains("sat_log-a-call"), "{refused}");
}

#[test]
fn a_mapping_that_is_wrong_is_refused_with_its_place() {
    let sheet = Sheet::read(b"id,a,b\nr1,5,4\n").expect("a sheet");
    let columns = |roles: [Role; 2]| Mapping {
        columns: vec![
            Column(2, "a".to_owned(), roles[0].clone()),
            Column(3, "b".to_owned(), roles[1].clone()),
        ],
        ..guessed("id,a,b\nr1,5,4\n")
    };
    let importance = || Role::Importance(id("log-a-call"));
    for (roles, column, problem) in [
        ([importance(), importance()], 3, "mapped to the same"),
        (
            [importance(), Role::Satisfaction(id("gone"))],
            3,
            "no job “gone”",
        ),
        ([importance(), Role::Job], 1, "one or the other"),
        ([Role::Job, Role::JobImportance], 1, "who answered"),
        ([Role::Segment, Role::Respondent], 1, "no column is known"),
    ] {
        let refused = plan(&sheet, &columns(roles), &workspace(), &options());
        let refused = refused.expect_err("it can't be so");
        assert_eq!(refused.column, column, "{refused}");
        assert!(refused.problem.contains(problem), "{refused}");
    }
    for text in [
        "",
        "(",
        "(header_rows: 1)",
        "(header_rows: -1, scale: (from: 1, to: 5), columns: [])",
    ] {
        assert!(Mapping::from_ron(text).is_err(), "{text}");
    }
    let flat = "(header_rows: 1, scale: (from: 3, to: 3), columns: [])";
    assert!(Mapping::from_ron(flat).is_err());
}
