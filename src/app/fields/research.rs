//! The fields of what research finds: assumptions, segments, needs with their evidence, and studies.

use super::names::Table;
use super::{Field, Kind, Record, Wrong, field, words_of};
use crate::domain::{Assumption, Belief, Evidence, Method, Need, NeedKind, Segment, Source, Study};

impl Record for Assumption {
    const KIND: &'static str = "assumption";

    const FIELDS: &'static [Field<Self>] = &[
        field!("text", text, Kind::Line)
            .required()
            .told("Assumption", "what must hold for the vision to work"),
        field!("verdict", verdict, Kind::Choice(words_of::<Belief>))
            .required()
            .told("Verdict", "what was found when it was put to the test"),
        field!("note", note, Kind::Lines).told("Note", "how it was tested, or how it could be"),
    ];

    fn called(&self) -> &str {
        &self.text
    }
}

impl Record for Segment {
    const KIND: &'static str = "segment";

    const FIELDS: &'static [Field<Self>] = &[
        field!("name", name, Kind::Line)
            .required()
            .told("Name", "what this group of customers is called"),
        field!("expects", expects, Kind::Line).told("Expects", "what its customers expect of us"),
    ];

    fn called(&self) -> &str {
        &self.name
    }
}

impl Record for Need {
    const KIND: &'static str = "need";

    const FIELDS: &'static [Field<Self>] = &[
        field!("statement", statement, Kind::Line)
            .required()
            .told("Need", "what customers need, in one sentence"),
        field!("kind", kind, Kind::Choice(words_of::<NeedKind>))
            .required()
            .told(
                "Kind",
                "Expressed: customers say it; Latent: they only show it",
            ),
        field!("segments", segments, Kind::Several(Table::Segments))
            .told("Segments", "which customers have it; commas between them"),
    ];

    fn called(&self) -> &str {
        &self.statement
    }
}

impl Record for Evidence {
    const KIND: &'static str = "evidence";

    const FIELDS: &'static [Field<Self>] = &[
        field!("source", source, Kind::Line).required().told(
            "Source",
            "whom or what it comes from: Interview 4, support log",
        ),
        field!("method", method, Kind::Choice(words_of::<Method>))
            .required()
            .told("Method", "how it was found"),
        field!("date", date, Kind::Date).told("Date", "when; such as yesterday, 14 Sep, 2026-09"),
        field!("note", note, Kind::Lines)
            .told("Note", "what was seen or heard, best word for word"),
    ];

    fn called(&self) -> &str {
        &self.source
    }
}

impl Record for Study {
    const KIND: &'static str = "study";

    const FIELDS: &'static [Field<Self>] = &[
        field!("name", name, Kind::Line)
            .required()
            .told("Name", "what the survey is called"),
        field!("date", date, Kind::Date)
            .required()
            .told("Date", "when it was held"),
        field!("source", source, Kind::Choice(words_of::<Source>))
            .required()
            .told("Source", "who answered: customers, or the team for them"),
        field!("scale", scale, Kind::Number)
            .required()
            .told("Scale", "the highest answer: 5 means 1 to 5"),
        field!("top", top, Kind::Number).told(
            "Top from",
            "the lowest answer that counts as high; empty: above the middle",
        ),
    ];

    fn called(&self) -> &str {
        &self.name
    }

    fn clash(&self) -> Option<Wrong> {
        if !(2..=100).contains(&self.scale) {
            return Some(Wrong::new("scale", "a scale ends at 2 to 100"));
        }
        let highest = self
            .responses
            .iter()
            .flat_map(|response| &response.answers)
            .flat_map(|answer| [answer.1, answer.2])
            .flatten()
            .max();
        if let Some(highest) = highest.filter(|highest| *highest > self.scale) {
            let problem = format!("there is an answer of {highest}: the scale ends there or above");
            return Some(Wrong::new("scale", problem));
        }
        let is_off = self.top.is_some_and(|top| top == 0 || top > self.scale);
        let problem = format!("the top boxes begin at 1 to {}", self.scale);
        is_off.then(|| Wrong::new("top", problem))
    }
}
