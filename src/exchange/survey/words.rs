//! The words by which survey tools and people say what a column or an answer is. They are compared
//! as `heads::folded` puts them.

use super::mapping::{Reason, Role};

/// One of the two questions that are asked about a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Measure {
    Importance,
    Satisfaction,
}

/// What says that nothing was answered.
const NO_ANSWER: [&str; 30] = [
    "n a",
    "na",
    "none",
    "null",
    "nan",
    "nil",
    "dk",
    "no answer",
    "not answered",
    "no response",
    "no opinion",
    "not applicable",
    "does not apply",
    "doesnt apply",
    "dont know",
    "do not know",
    "i dont know",
    "i do not know",
    "dont know not applicable",
    "not sure",
    "im not sure",
    "unsure",
    "cant say",
    "cannot say",
    "prefer not to say",
    "prefer not to answer",
    "keine angabe",
    "k a",
    "weiß nicht",
    "weiss nicht",
];

/// Columns that tell respondents apart, the best first.
const RESPONDENT: [&str; 22] = [
    "respondent id",
    "respondent",
    "response id",
    "responseid",
    "respondentid",
    "recordid",
    "participant id",
    "participant",
    "participantid",
    "token",
    "response number",
    "id response id",
    "user id",
    "userid",
    "customer id",
    "account id",
    "case id",
    "teilnehmer",
    "interview",
    "nr",
    "id",
    "uuid",
];

const SEGMENT: [&str; 12] = [
    "segment",
    "segment name",
    "customer segment",
    "customer group",
    "group",
    "customer type",
    "type of customer",
    "plan",
    "tier",
    "cohort",
    "persona",
    "kundengruppe",
];

const FINISHED: [&str; 9] = [
    "finished",
    "complete",
    "completed",
    "is complete",
    "submitdate",
    "submitdate date submitted",
    "date submitted",
    "completion status",
    "abgeschlossen",
];

const STATUS: [&str; 5] = [
    "status",
    "response type",
    "status response type",
    "response status",
    "record status",
];

/// Parts of what stands above personal data.
const PERSONAL: [&str; 26] = [
    "email",
    "e mail",
    "mail address",
    "mailadresse",
    "ip address",
    "ipaddress",
    "first name",
    "firstname",
    "last name",
    "lastname",
    "full name",
    "your name",
    "surname",
    "username",
    "user name",
    "nachname",
    "vorname",
    "phone",
    "telephone",
    "telefon",
    "mobile number",
    "location latitude",
    "location longitude",
    "locationlatitude",
    "locationlongitude",
    "postal address",
];

/// What stands above personal data, whole.
const PERSONAL_WHOLE: [&str; 9] = [
    "name",
    "mail",
    "address",
    "ip",
    "network id",
    "external reference",
    "externalreference",
    "external data reference",
    "linkedin",
];

/// What stands above the columns that a tool adds by itself.
const METADATA: [&str; 46] = [
    "timestamp",
    "zeitstempel",
    "date",
    "datum",
    "start date",
    "startdate",
    "end date",
    "enddate",
    "start date utc",
    "stage date utc",
    "submit date utc",
    "submitted at",
    "submission id",
    "submission date",
    "created at",
    "started at",
    "start time",
    "completion time",
    "last modified time",
    "date created",
    "date modified",
    "date started",
    "date last action",
    "datestamp",
    "recorded date",
    "recordeddate",
    "progress",
    "duration",
    "duration in seconds",
    "total time",
    "interviewtime",
    "distribution channel",
    "distributionchannel",
    "user language",
    "userlanguage",
    "language",
    "start language",
    "startlanguage",
    "last page",
    "lastpage",
    "seed",
    "tags",
    "ending",
    "collector id",
    "referer",
    "refurl",
];

/// Words of questions about segments.
const ASKS_FOR_SEGMENT: [&str; 6] = [
    "describes you",
    "describe you",
    "which segment",
    "what type of customer",
    "which group",
    "beschreibt sie",
];

/// Whether an answer says that there is none.
pub(super) fn is_no_answer(folded: &str) -> bool {
    // Nothing but signs: `-`, `—`, `?`, `.`
    folded.is_empty() || NO_ANSWER.contains(&folded)
}

/// What a column is that is about the response and no answer.
pub(super) fn role_of(folded: &str) -> Option<Role> {
    if FINISHED.contains(&folded) {
        Some(Role::Finished)
    } else if STATUS.contains(&folded) {
        Some(Role::Status)
    } else if is_personal(folded) {
        Some(Role::LeftOut(Reason::Personal))
    } else if METADATA.contains(&folded) {
        Some(Role::LeftOut(Reason::Metadata))
    } else {
        None
    }
}

/// How well a column tells respondents apart: the less the better.
pub(super) fn respondent_place(folded: &str) -> Option<usize> {
    RESPONDENT.iter().position(|word| *word == folded)
}

/// Whether a column is called what segments are.
pub(super) fn is_segment(folded: &str) -> bool {
    SEGMENT.contains(&folded)
}

/// Whether a column asks which segment somebody belongs to.
pub(super) fn asks_for_segment(folded: &str) -> bool {
    ASKS_FOR_SEGMENT.iter().any(|words| folded.contains(words))
}

/// Whether a column has what a person could be found by.
pub(super) fn is_personal(folded: &str) -> bool {
    let is_long = folded.split(' ').count() > 6;
    PERSONAL_WHOLE.contains(&folded)
        || (!is_long && PERSONAL.iter().any(|words| folded.contains(words)))
}

/// Which of the two questions a text asks: the last that it names, as a question's own words come
/// before those of the row.
pub(super) fn measure_in(folded: &str) -> Option<Measure> {
    folded.split(' ').rev().find_map(measure_of)
}

fn measure_of(word: &str) -> Option<Measure> {
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_importance = ["importan", "unimportan", "wichtig", "unwichtig", "priorit"];
    let is_satisfaction = ["satisf", "dissatisf", "zufrieden", "unzufrieden"];
    if ["imp", "matter", "matters"].contains(&stem)
        || is_importance.iter().any(|start| word.starts_with(start))
    {
        Some(Measure::Importance)
    } else if ["sat", "happy", "unhappy", "pleased"].contains(&stem)
        || is_satisfaction.iter().any(|start| word.starts_with(start))
    {
        Some(Measure::Satisfaction)
    } else {
        None
    }
}

/// Whether what stands in a column of that kind says that the response was finished.
pub(super) fn is_finished(folded: &str) -> bool {
    const NOT: [&str; 12] = [
        "",
        "false",
        "0",
        "no",
        "n",
        "partial",
        "incomplete",
        "not finished",
        "unfinished",
        "in progress",
        "started",
        "nein",
    ];
    !NOT.contains(&folded)
}

/// Whether a status says that the response is one of those who made the survey. Qualtrics says so
/// by a number where it exports numbers.
pub(super) fn is_preview(folded: &str) -> bool {
    ["preview", "test"].iter().any(|word| folded.contains(word))
        || ["1", "2", "17"].contains(&folded)
}

/// Whether a status says that the response was not finished.
pub(super) fn is_partial(folded: &str) -> bool {
    [
        "partial",
        "incomplete",
        "in progress",
        "started",
        "unfinished",
        "abandoned",
        "draft",
    ]
    .contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_is_told_from_its_words() {
        for (words, measure) in [
            ("how important is it to you", Some(Measure::Importance)),
            ("how satisfied are you today", Some(Measure::Satisfaction)),
            (
                "how important and how satisfied importance",
                Some(Measure::Importance),
            ),
            ("imp 3", Some(Measure::Importance)),
            ("sat2", Some(Measure::Satisfaction)),
            ("wie wichtig ist ihnen", Some(Measure::Importance)),
            ("wie zufrieden sind sie", Some(Measure::Satisfaction)),
            ("import sales data on saturday", None),
            ("", None),
        ] {
            assert_eq!(measure_in(words), measure, "{words}");
        }
    }

    #[test]
    fn personal_columns_are_known_by_their_names() {
        for head in [
            "name",
            "your e mail address",
            "ip address",
            "phone number",
            "network id",
        ] {
            assert!(is_personal(head), "{head}");
        }
        for head in [
            "job name in the tool",
            "segment",
            "how important is it to you to bring e mail over",
        ] {
            assert!(!is_personal(head), "{head}");
        }
    }
}
