//! What each column of a sheet is: guessed by the program, corrected by a person, and kept as a
//! small file that fits the next export of the same survey.

use std::collections::BTreeMap;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::heads::{folded, heads};
use super::sheet::{Refused, Sheet};
use crate::domain::Id;
use crate::domain::choice::choices;

/// The highest that a scale may have steps, as a study's.
const MOST_STEPS: u16 = 100;

/// What a file of a mapping begins with.
const HEADER: &str = "\
// What each column of a survey is. `outboard import survey … --map` reads this file.
// A column is Importance(\"ID OF A JOB\"), Satisfaction(\"ID OF A JOB\"), Respondent, Segment, Finished,
// Status, or LeftOut(Unwanted); in a file with a row for each answer Job, JobImportance and
// JobSatisfaction. `words` says what answers in words stand for on the scale.
";

/// How a sheet is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// How many rows stand above the answers.
    pub header_rows: usize,
    /// The scale as the file has it.
    pub scale: Scale,
    /// What becomes of responses that were not finished.
    #[serde(default)]
    pub unfinished: Unfinished,
    /// What answers in words stand for on the file's scale; written in any case, compared word by
    /// word.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, u8>,
    /// The columns, in the file's order. One that is not here is left out.
    pub columns: Vec<Column>,
}

/// The answers that a file has: `from` is the least, `to` the most, also where they are numbered
/// the other way round (5 to 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// What stands for not at all important, or not at all satisfied.
    pub from: u8,
    /// What stands for the most important, or the most satisfied.
    pub to: u8,
}

/// What becomes of partial and unfinished responses and of previews.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unfinished {
    /// They are left out and counted.
    #[default]
    LeaveOut,
    /// They are taken in like the others.
    TakeIn,
}

/// A column: its number from 1, what stands above it, and what it is. In the file a row:
/// `(4, "How important … [Log a call]", Importance("log-a-call"))`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column(
    /// Its number, from 1.
    pub usize,
    /// What stands above it.
    pub String,
    /// What it is.
    pub Role,
);

/// What a column is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// It tells respondents apart. What could identify a person is not kept.
    Respondent,
    /// The segment that the respondent belongs to.
    Segment,
    /// Whether the response was finished.
    Finished,
    /// Whether the response is partial, or a preview of those who made the survey.
    Status,
    /// How important a job is.
    Importance(Id),
    /// How satisfied the respondent is with how they get a job done.
    Satisfaction(Id),
    /// Where each row is about one job: which one.
    Job,
    /// Where each row is about one job: how important it is.
    JobImportance,
    /// Where each row is about one job: how satisfied the respondent is.
    JobSatisfaction,
    /// It is not imported.
    LeftOut(Reason),
}

/// Why a column is not imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// It has personal data.
    Personal,
    /// The survey tool added it.
    Metadata,
    /// No job is known by what stands above it.
    Unmatched,
    /// A job is, but not whether it is about importance or satisfaction.
    Unmeasured,
    /// Another column is already the same answer.
    Doubled,
    /// A person does not want it.
    Unwanted,
}

/// Why a file is no mapping, and where.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("line {line}, column {column}: {problem}")]
pub struct BadMapping {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
}

choices!(Unfinished: LeaveOut = "Leave out", TakeIn = "Take in");

impl Scale {
    /// How many answers there are to choose from: the scale of the study.
    pub fn steps(self) -> u8 {
        self.from.abs_diff(self.to).saturating_add(1)
    }

    /// An answer as the study keeps it, from 1 on; none where it is outside the scale.
    pub fn kept(self, answer: u32) -> Option<u8> {
        let answer = u8::try_from(answer).ok()?;
        let is_inside = (self.from.min(self.to)..=self.from.max(self.to)).contains(&answer);
        is_inside.then(|| answer.abs_diff(self.from) + 1)
    }
}

impl Mapping {
    /// The mapping as a file that a person can edit.
    pub fn to_ron(&self) -> String {
        let style = PrettyConfig::new()
            .depth_limit(2)
            .escape_strings(false)
            .extensions(Extensions::IMPLICIT_SOME)
            .new_line("\n");
        let body = ron::ser::to_string_pretty(self, style).unwrap_or_default();
        format!("{HEADER}{body}\n")
    }

    /// Reads a file of a mapping.
    ///
    /// # Errors
    /// When it is none, with the place and what is expected.
    pub fn from_ron(text: &str) -> Result<Self, BadMapping> {
        let options = ron::Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME)
            .with_recursion_limit(16);
        let text = text.trim_start_matches('\u{feff}');
        let mapping: Self = options.from_str(text).map_err(|error| BadMapping {
            line: error.span.start.line,
            column: error.span.start.col,
            problem: error.code.to_string(),
        })?;
        mapping.sound()
    }

    fn sound(mut self) -> Result<Self, BadMapping> {
        let Scale { from, to } = self.scale;
        let steps = u16::from(from.abs_diff(to)) + 1;
        let bad = |problem: String| BadMapping {
            line: 1,
            column: 1,
            problem,
        };
        if !(2..=MOST_STEPS).contains(&steps) {
            return Err(bad(format!(
                "a scale has 2 to {MOST_STEPS} answers; from {from} to {to} has {steps}"
            )));
        }
        let words = std::mem::take(&mut self.words).into_iter();
        self.words = words
            .map(|(word, answer)| (folded(&word), answer))
            .collect();
        let outside = self
            .words
            .iter()
            .find(|(_, answer)| self.scale.kept(u32::from(**answer)).is_none());
        match outside {
            Some((word, answer)) => Err(bad(format!(
                "“{word}” stands for {answer}, which the scale from {from} to {to} doesn't have"
            ))),
            None => Ok(self),
        }
    }

    /// What stands above a column, from 0.
    pub(super) fn head(&self, place: usize) -> String {
        let column = self.columns.iter().find(|column| column.0 == place + 1);
        column.map_or_else(String::new, |column| column.1.clone())
    }

    /// The mapping for another export of the same survey: each column is found by what stands above
    /// it, also where it has moved.
    ///
    /// # Errors
    /// When a column that is imported is not in the sheet.
    pub fn fitted(mut self, sheet: &Sheet) -> Result<Self, Refused> {
        let there: Vec<_> = heads(sheet, self.header_rows)
            .iter()
            .map(super::heads::Head::text)
            .collect();
        for Column(number, head, role) in &mut self.columns {
            let is_at = |place: usize| there.get(place).is_some_and(|text| text == head);
            if is_at(number.wrapping_sub(1)) {
                continue;
            }
            let mut places = there.iter().enumerate().filter(|(_, text)| *text == head);
            match (places.next(), places.next(), &role) {
                (Some((place, _)), None, _) => *number = place + 1,
                (_, _, Role::LeftOut(_)) => {}
                (None | Some(_), ..) => {
                    return Err(Refused {
                        row: 1,
                        column: *number,
                        problem: format!(
                            "the mapping speaks of a column “{head}”, which this file doesn't \
                             have here; correct the mapping, or import without it"
                        ),
                    });
                }
            }
        }
        Ok(self)
    }
}
