//! What became of a file: every row is either imported or skipped with a reason.

use std::fmt;

use super::mapping::Scale;
use crate::domain::{Id, Source};

/// What an import does, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The study.
    pub study: Id,
    /// What it is called.
    pub name: String,
    /// Whether the import makes it.
    pub is_new: bool,
    /// Who answered.
    pub source: Source,
    /// The study's scale: 5 means 1 to 5.
    pub scale: u8,
    /// How many respondents come into the study.
    pub responses: usize,
    /// How many of them had answered before; their answers are replaced.
    pub replaced: usize,
    /// How many answers they gave, importance and satisfaction counted apart.
    pub answers: usize,
    /// How many jobs they speak of.
    pub jobs: usize,
    /// How many rows stand below the head: those imported and those skipped.
    pub rows: usize,
    /// How many rows are imported.
    pub imported: usize,
    /// The rows that are not, in order.
    pub skipped: Vec<Skipped>,
    /// The names of the segments that the import makes.
    pub segments: Vec<String>,
    /// The columns that are not imported although they may be answers.
    pub unmatched: Vec<Unmatched>,
    /// The columns with personal data, of which nothing is kept: what stands above them.
    pub personal: Vec<String>,
    /// What else is worth knowing, a sentence each.
    pub warnings: Vec<String>,
}

/// A row that is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its number, from 1, as a spreadsheet counts.
    pub row: u64,
    /// Why.
    pub why: Why,
}

/// A column that is not imported although it may be answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// Its number, from 1.
    pub column: usize,
    /// What stands above it.
    pub head: String,
    /// The job whose name is most like it.
    pub like: Option<Id>,
}

/// Why a row is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is nothing in it.
    Blank,
    /// It has more cells than the head: a delimiter stands in a text without quotes.
    TooLong {
        /// How many it has.
        cells: usize,
        /// How many the head has.
        head: usize,
    },
    /// The response is partial or was not finished.
    Unfinished,
    /// The response is of those who made the survey.
    Preview,
    /// No question is answered.
    NoAnswer,
    /// The same respondent answers again further down.
    Again {
        /// In which row.
        row: u64,
    },
    /// A cell is no answer on the scale.
    NoAnswerOfTheScale {
        /// Its column, from 1.
        column: usize,
        /// What stands above it.
        head: String,
        /// What stands in it.
        text: String,
        /// The scale as the file has it.
        scale: Scale,
    },
    /// In a file with a row for each job: no respondent is named.
    NoRespondent,
    /// In a file with a row for each job: no job is called so.
    NoJob {
        /// The column of the job, from 1.
        column: usize,
        /// What stands there.
        text: String,
    },
}

impl Why {
    /// The column that is to blame, from 1; the first where it is the whole row.
    pub fn column(&self) -> usize {
        match self {
            Self::NoAnswerOfTheScale { column, .. } | Self::NoJob { column, .. } => *column,
            Self::TooLong { head, .. } => head + 1,
            Self::Blank
            | Self::Unfinished
            | Self::Preview
            | Self::NoAnswer
            | Self::Again { .. }
            | Self::NoRespondent => 1,
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => f.write_str("the row is blank"),
            Self::TooLong { cells, head } => write!(
                f,
                "the row has {cells} cells and the head {head}: a delimiter may stand in a text \
                 without quotes"
            ),
            Self::Unfinished => f.write_str("the response was not finished"),
            Self::Preview => f.write_str("a preview or a test of the survey"),
            Self::NoAnswer => f.write_str("nothing is answered"),
            Self::Again { row } => {
                write!(
                    f,
                    "the same respondent answers again in row {row}, which counts"
                )
            }
            Self::NoAnswerOfTheScale {
                column,
                head,
                text,
                scale,
            } => {
                let (least, most) = (scale.from.min(scale.to), scale.from.max(scale.to));
                write!(
                    f,
                    "column {column} “{head}” says “{text}”; an answer is a whole number from \
                     {least} to {most}, or words that the mapping knows"
                )
            }
            Self::NoRespondent => f.write_str("no respondent is named"),
            Self::NoJob { text, .. } => write!(f, "no job is called “{text}”"),
        }
    }
}
