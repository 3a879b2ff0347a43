//! Surveys: a CSV file of answers, as a survey tool exports it, becomes a study.
//!
//! It goes in three steps, each a pure function of the one before:
//!
//! 1. [`Sheet::read`] takes the bytes apart into rows and cells, whatever their encoding and
//!    delimiter.
//! 2. [`Mapping::guess`] says what each column is. A person may correct it, on screen or in a file.
//! 3. [`plan()`] makes the change, and a [`Report`] that accounts for every row.
//!
//! Personal data gets no further than the sheet: neither plan nor report has a name, an address or
//! a number of a person. A file either imports with an account of all its rows or is [`Refused`].
//!
//! | module | what it is for |
//! | --- | --- |
//! | `sheet`, `encoding`, `delimiter` | bytes as rows and cells |
//! | `mapping` | what each column is, and as a file |
//! | `guess`, `heads`, `jobs`, `words` | how that is told from what stands in the sheet |
//! | `scale`, `ladder` | which scale the answers are on, and answers in words |
//! | `columns`, `wide`, `long` | where answers stand in a row, by respondent or by job |
//! | `cell`, `answers`, `respondents`, `segments` | what the cells of a row say |
//! | `gathered`, `plan` | the responses that were read, and the change that they make |
//! | `report`, `remarks` | what became of every row, and what else there is to say |

mod answers;
mod cell;
mod columns;
mod delimiter;
mod encoding;
mod gathered;
mod guess;
mod heads;
mod jobs;
mod ladder;
mod long;
mod mapping;
mod plan;
mod remarks;
mod report;
mod respondents;
mod scale;
mod segments;
mod sheet;
mod wide;
mod words;

pub use mapping::{BadMapping, Column, Mapping, Reason, Role, Scale, Unfinished};
pub use plan::{Options, Plan, plan};
pub use report::{Report, Skipped, Unmatched, Why};
pub use sheet::{Refused, Row, Sheet};

#[cfg(test)]
mod tests;
