//! Files with a row for each respondent and a column for each answer.

use super::answers::Answers;
use super::columns::{Asked, Columns};
use super::gathered::{Gathered, Given};
use super::mapping::Mapping;
use super::report::Why;
use super::respondents::Respondents;
use super::sheet::{Row, Sheet};
use crate::domain::Answer;

/// Reads the responses of a sheet. Of two of the same respondent the last counts.
pub(super) fn gather<'s>(
    sheet: &'s Sheet,
    mapping: &Mapping,
    columns: &Columns,
    asked: &[Asked],
) -> Gathered<'s> {
    let mut respondents = Respondents::of(sheet, mapping.header_rows, columns.respondent);
    let answers = Answers::of(mapping);
    let mut gathered = Gathered {
        numbers_respondents: !respondents.keeps_ids(),
        ..Gathered::default()
    };
    for row in sheet.rows().skip(mapping.header_rows) {
        gathered.rows += 1;
        let called = columns.respondent.map_or("", |at| row.cell(at));
        match read(row, columns, asked, &answers) {
            Ok(answers) => {
                if row.len() < columns.width {
                    gathered.short.push(row.number());
                }
                gathered.put(Given {
                    id: respondents.id(called, gathered.rows),
                    segment: columns.segment.map_or("", |at| row.cell(at)),
                    answers,
                    row: row.number(),
                });
            }
            Err(why) => gathered.skip(row.number(), why),
        }
    }
    gathered
}

fn read(
    row: Row,
    columns: &Columns,
    asked: &[Asked],
    answers: &Answers,
) -> Result<Vec<Answer>, Why> {
    if let Some(why) = columns.why_not(row) {
        return Err(why);
    }
    let answer = |at: Option<usize>| match at {
        Some(at) => answers.read(row.cell(at), at),
        None => Ok(None),
    };
    let mut given = Vec::with_capacity(asked.len());
    for asked in asked {
        let (importance, satisfaction) = (answer(asked.importance)?, answer(asked.satisfaction)?);
        if importance.is_some() || satisfaction.is_some() {
            given.push(Answer(asked.job.clone(), importance, satisfaction));
        }
    }
    if !given.is_empty() {
        return Ok(given);
    }
    let is_blank = row.cells().all(str::is_empty);
    Err(if is_blank { Why::Blank } else { Why::NoAnswer })
}

impl<'s> Gathered<'s> {
    /// Takes a response in; an earlier one of the same respondent goes.
    fn put(&mut self, given: Given<'s>) {
        if let Some(&place) = self.places.get(&given.id) {
            let row = given.row;
            let earlier = std::mem::replace(&mut self.given[place], given);
            self.skip(earlier.row, Why::Again { row });
            return;
        }
        self.places.insert(given.id.clone(), self.given.len());
        self.given.push(given);
    }
}
