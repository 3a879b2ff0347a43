//! Files with a row for each job that a respondent answered about.

use std::collections::HashMap;

use super::answers::Answers;
use super::columns::Columns;
use super::gathered::{Gathered, Given};
use super::jobs::Jobs;
use super::mapping::Mapping;
use super::report::Why;
use super::respondents::Respondents;
use super::sheet::{Row, Sheet};
use crate::domain::{Answer, Id, Workspace};

/// Where a row for a job has its parts.
pub(super) struct Parts {
    pub(super) job: usize,
    pub(super) importance: Option<usize>,
    pub(super) satisfaction: Option<usize>,
}

/// Reads the responses of a sheet. Of two answers of the same respondent about the same job the last
/// counts.
pub(super) fn gather<'s>(
    sheet: &'s Sheet,
    mapping: &Mapping,
    columns: &Columns,
    reader: &mut Reader<'s, '_>,
) -> Gathered<'s> {
    let mut respondents = Respondents::of(sheet, mapping.header_rows, columns.respondent);
    let mut gathered = Gathered {
        numbers_respondents: !respondents.keeps_ids(),
        ..Gathered::default()
    };
    let mut open = Open::default();
    for row in sheet.rows().skip(mapping.header_rows) {
        gathered.rows += 1;
        let called = columns.respondent.map_or("", |at| row.cell(at));
        match reader.read(row, called, columns) {
            Ok(answer) => {
                if row.len() < columns.width {
                    gathered.short.push(row.number());
                }
                let place = open.place(called, &mut respondents, &mut gathered);
                let segment = columns.segment.map_or("", |at| row.cell(at));
                let given = &mut gathered.given[place];
                if !segment.is_empty() {
                    given.segment = segment;
                }
                given.row = row.number();
                given.answers.push(answer);
                open.rows[place].push(row.number());
            }
            Err(why) => gathered.skip(row.number(), why),
        }
    }
    for (place, rows) in open.rows.into_iter().enumerate() {
        put_in_order(place, rows, &mut gathered);
    }
    gathered
}

/// The respondents whose rows are being read.
#[derive(Default)]
struct Open<'s> {
    /// The respondent of the row before, and their place: their rows mostly follow each other.
    last: Option<(&'s str, usize)>,
    /// For each respondent the rows of their answers.
    rows: Vec<Vec<u64>>,
}

impl<'s> Open<'s> {
    fn place(
        &mut self,
        called: &'s str,
        respondents: &mut Respondents<'s>,
        gathered: &mut Gathered<'s>,
    ) -> usize {
        if let Some((_, place)) = self.last.filter(|(last, _)| *last == called) {
            return place;
        }
        let id = respondents.id(called, gathered.given.len() + 1);
        let next = gathered.given.len();
        let place = *gathered.places.entry(id.clone()).or_insert(next);
        if place == next {
            gathered.given.push(Given {
                id,
                segment: "",
                answers: Vec::new(),
                row: 0,
            });
            self.rows.push(Vec::new());
        }
        self.last = Some((called, place));
        place
    }
}

/// Puts the answers of a respondent in the order of the jobs' ids; an earlier answer about the same
/// job goes.
fn put_in_order(place: usize, rows: Vec<u64>, gathered: &mut Gathered) {
    let answers = &mut gathered.given[place].answers;
    if answers.is_sorted_by(|a, b| a.0 < b.0) {
        return;
    }
    let mut numbered: Vec<_> = answers.drain(..).zip(rows).collect();
    numbered.sort_by(|(a, _), (b, _)| a.0.cmp(&b.0));
    let mut kept: Vec<(Answer, u64)> = Vec::with_capacity(numbered.len());
    let mut gone = Vec::new();
    for (answer, row) in numbered {
        match kept.last_mut().filter(|(last, _)| last.0 == answer.0) {
            Some(last) => {
                gone.push((last.1, row));
                *last = (answer, row);
            }
            None => kept.push((answer, row)),
        }
    }
    *answers = kept.into_iter().map(|(answer, _)| answer).collect();
    for (earlier, row) in gone {
        gathered.skip(earlier, Why::Again { row });
    }
}

/// Reads rows. Jobs mostly come in the same order for every respondent: the next one is tried
/// before any is looked up.
pub(super) struct Reader<'s, 'w> {
    parts: Parts,
    answers: Answers<'w>,
    jobs: Jobs<'w>,
    /// The jobs that cells name, in the order in which they were met.
    met: Vec<(&'s str, Option<&'w Id>)>,
    places: HashMap<&'s str, usize>,
    next: usize,
}

impl<'s, 'w> Reader<'s, 'w> {
    pub(super) fn new(parts: Parts, mapping: &'w Mapping, workspace: &'w Workspace) -> Self {
        Self {
            parts,
            answers: Answers::of(mapping),
            jobs: Jobs::of(workspace),
            met: Vec::new(),
            places: HashMap::new(),
            next: 0,
        }
    }

    /// Reads a row of the respondent who is called so.
    fn read(&mut self, row: Row<'s>, respondent: &str, columns: &Columns) -> Result<Answer, Why> {
        if let Some(why) = columns.why_not(row) {
            return Err(why);
        }
        let called = row.cell(self.parts.job);
        if called.is_empty() && row.cells().all(str::is_empty) {
            return Err(Why::Blank);
        }
        if respondent.is_empty() {
            return Err(Why::NoRespondent);
        }
        let Some(job) = self.job(called) else {
            return Err(Why::NoJob {
                column: self.parts.job + 1,
                text: super::heads::plain(called).chars().take(80).collect(),
            });
        };
        let answer = |at: Option<usize>| match at {
            Some(at) => self.answers.read(row.cell(at), at),
            None => Ok(None),
        };
        let (importance, satisfaction) = (
            answer(self.parts.importance)?,
            answer(self.parts.satisfaction)?,
        );
        if importance.is_none() && satisfaction.is_none() {
            return Err(Why::NoAnswer);
        }
        Ok(Answer(job.clone(), importance, satisfaction))
    }

    fn job(&mut self, called: &'s str) -> Option<&'w Id> {
        let expected = self.met.get(self.next).filter(|(text, _)| *text == called);
        let place = match expected {
            Some(_) => self.next,
            None => self.place(called),
        };
        self.next = if place + 1 == self.met.len() {
            0
        } else {
            place + 1
        };
        self.met[place].1
    }

    fn place(&mut self, called: &'s str) -> usize {
        if let Some(place) = self.places.get(called) {
            return *place;
        }
        self.met.push((called, self.jobs.named(called)));
        self.places.insert(called, self.met.len() - 1);
        self.met.len() - 1
    }
}
