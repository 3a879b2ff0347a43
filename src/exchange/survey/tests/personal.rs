//! What could identify a person stays outside.

use super::*;

const ANSWERS: &str = "imp_log-a-call,sat_log-a-call";

#[test]
fn respondents_with_names_or_addresses_are_numbered() {
    for (head, first, second) in [
        ("Email Address", "anna@example.com", "ben@example.com"),
        ("Respondent", "Anna", "Ben"),
        ("respondent", "Anna Meier 1", "Ben 2"),
        ("Participant", "192.0.2.1", "192.0.2.2"),
        ("ID", "+49 170 1234567", "+49 170 7654321"),
    ] {
        let (told, _) = imported(&format!("{head},{ANSWERS}\n{first},5,1\n{second},4,2\n"));
        assert_eq!(told, ["r1: log-a-call 5/1", "r2: log-a-call 4/2"], "{head}");
    }
}

#[test]
fn what_a_tool_numbers_its_responses_by_stays() {
    for (head, first, second) in [
        ("#", "00001eef", "00003dde"),
        ("Response ID", "R_2xk4", "R_9ab1"),
        ("id", "17", "18"),
    ] {
        let (told, report) = imported(&format!("{head},{ANSWERS}\n{first},5,1\n{second},4,2\n"));
        let made = |raw: &str| raw.to_lowercase().replace('_', "-");
        let expected = [
            format!("{}: log-a-call 5/1", made(first)),
            format!("{}: log-a-call 4/2", made(second)),
        ];
        assert_eq!(told, expected, "{head}");
        assert!(report.personal.is_empty(), "{head}");
    }
}

#[test]
fn nothing_personal_is_in_the_plan() {
    let text = format!(
        "First Name,Last Name,E-mail,Phone,IP Address,Location Latitude,Comments,{ANSWERS}\n\
         Anna,Meier,anna@example.com,+49 170 1,192.0.2.7,52.51,Call Anna!,5,1\n\
         Anna,Meier,anna@example.com,+49 170 1,192.0.2.7,52.51,Call Anna!,4,2\n"
    );
    let plan = planned(text.as_bytes()).expect("it can be imported");
    assert_eq!(told(study_of(&plan)), ["r1: log-a-call 4/2"]);
    let everything = format!("{plan:?}").to_lowercase();
    for personal in ["anna", "meier", "+49", "192.0", "52.51"] {
        assert!(!everything.contains(personal), "{personal}");
    }
    assert_eq!(plan.report.personal.len(), 6);
}
