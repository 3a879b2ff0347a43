//! The columns of a mapping, checked against the sheet and the workspace.

use std::collections::BTreeMap;

use super::heads::folded;
use super::mapping::{Column, Mapping, Role, Unfinished};
use super::report::Why;
use super::sheet::{Refused, Row, Sheet};
use super::words::{is_finished, is_partial, is_preview};
use crate::domain::{Id, Workspace};

/// Where things stand in a row; places from 0.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// How many cells the head has.
    pub(super) width: usize,
    pub(super) respondent: Option<usize>,
    pub(super) segment: Option<usize>,
    pub(super) answers: Layout,
    finished: Vec<usize>,
    status: Vec<usize>,
    takes_unfinished: bool,
}

/// Where the answers stand.
#[derive(Debug)]
pub(super) enum Layout {
    /// A row for each respondent: for each job, in the order of ids, the columns of importance and
    /// satisfaction.
    Wide(Vec<Asked>),
    /// A row for each job that a respondent answered about.
    Long {
        job: usize,
        importance: Option<usize>,
        satisfaction: Option<usize>,
    },
}

/// A job and the columns of its answers.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) job: Id,
    pub(super) importance: Option<usize>,
    pub(super) satisfaction: Option<usize>,
}

impl Default for Layout {
    fn default() -> Self {
        Self::Wide(Vec::new())
    }
}

impl Columns {
    /// # Errors
    /// When two columns are the same, a job is not there, or nothing is to be imported.
    pub(super) fn of(
        mapping: &Mapping,
        sheet: &Sheet,
        workspace: &Workspace,
    ) -> Result<Self, Refused> {
        let head = sheet.rows().take(mapping.header_rows);
        let mut columns = Self {
            width: head.map(Row::len).max().unwrap_or(0),
            takes_unfinished: mapping.unfinished == Unfinished::TakeIn,
            ..Self::default()
        };
        let mut wide = Wide::default();
        let mut long = [None; 3];
        for column @ Column(number, _, role) in &mapping.columns {
            let place = columns.place(column)?;
            let refused = |problem: &str| refused(column, problem);
            let only = |there: &mut Option<usize>| match there.replace(place) {
                None => Ok(()),
                Some(_) => Err(refused("another column is mapped to the same already")),
            };
            match role {
                Role::Respondent => only(&mut columns.respondent)?,
                Role::Segment => only(&mut columns.segment)?,
                Role::Finished => columns.finished.push(place),
                Role::Status => columns.status.push(place),
                Role::Importance(job) => only(wide.asked(job, workspace, *number)?.0)?,
                Role::Satisfaction(job) => only(wide.asked(job, workspace, *number)?.1)?,
                Role::Job => only(&mut long[0])?,
                Role::JobImportance => only(&mut long[1])?,
                Role::JobSatisfaction => only(&mut long[2])?,
                Role::LeftOut(_) => {}
            }
        }
        columns.answers = layout(wide, long)?;
        columns.must_tell_apart()?;
        Ok(columns)
    }

    /// The place of a column that is imported, from 0.
    fn place(&self, column: &Column) -> Result<usize, Refused> {
        let is_there = (1..=self.width).contains(&column.0);
        if is_there || matches!(column.2, Role::LeftOut(_)) {
            return Ok(column.0.wrapping_sub(1));
        }
        Err(refused(column, "the file has no such column"))
    }

    /// Where a respondent has several rows, something must say which are theirs.
    fn must_tell_apart(&self) -> Result<(), Refused> {
        match (&self.answers, self.respondent) {
            (Layout::Long { .. }, None) => Err(Refused::whole(
                "each row is about one job, and no column says who answered; map one to Respondent",
            )),
            (Layout::Long { .. } | Layout::Wide(_), _) => Ok(()),
        }
    }

    /// Why a row is left out before its answers are read.
    pub(super) fn why_not(&self, row: Row) -> Option<Why> {
        let finished = || self.finished.iter().map(|at| folded(row.cell(*at)));
        let status = || self.status.iter().map(|at| folded(row.cell(*at)));
        if row.len() > self.width && (self.width..row.len()).any(|at| !row.cell(at).is_empty()) {
            return Some(Why::TooLong {
                cells: row.len(),
                head: self.width,
            });
        }
        if self.takes_unfinished || (self.finished.is_empty() && self.status.is_empty()) {
            return None;
        }
        if status().any(|status| is_preview(&status)) {
            return Some(Why::Preview);
        }
        let is_partial = status().any(|status| is_partial(&status))
            || finished().any(|finished| !is_finished(&finished));
        is_partial.then_some(Why::Unfinished)
    }
}

/// The columns of a file with a row for each respondent, by job.
#[derive(Default)]
struct Wide(BTreeMap<Id, [Option<usize>; 2]>);

impl Wide {
    fn asked(
        &mut self,
        job: &Id,
        workspace: &Workspace,
        number: usize,
    ) -> Result<(&mut Option<usize>, &mut Option<usize>), Refused> {
        // The id of the workspace is shared by all answers.
        let Some((job, _)) = workspace.jobs().get_key_value(job) else {
            return Err(Refused {
                row: 1,
                column: number,
                problem: format!("the workspace has no job “{job}”; correct the mapping"),
            });
        };
        let [importance, satisfaction] = self.0.entry(job.clone()).or_default();
        Ok((importance, satisfaction))
    }
}

fn layout(wide: Wide, long: [Option<usize>; 3]) -> Result<Layout, Refused> {
    match (wide.0.is_empty(), long) {
        (false, [None, None, None]) => {
            let asked = wide.0.into_iter();
            let asked = asked.map(|(job, [importance, satisfaction])| Asked {
                job,
                importance,
                satisfaction,
            });
            Ok(Layout::Wide(asked.collect()))
        }
        (true, [Some(job), importance, satisfaction])
            if importance.is_some() || satisfaction.is_some() =>
        {
            Ok(Layout::Long {
                job,
                importance,
                satisfaction,
            })
        }
        (true, [None, None, None]) => Err(Refused::whole(
            "no column is known to be about a job: call the columns by the jobs' names or ids \
             (`imp_ID`, `sat_ID`), or say which column is which",
        )),
        (..) => Err(Refused::whole(
            "the columns are mapped to a row for each respondent and to a row for each job; a file \
             has one or the other",
        )),
    }
}

fn refused(column: &Column, problem: &str) -> Refused {
    Refused {
        row: 1,
        column: column.0,
        problem: format!("“{}”: {problem}; correct the mapping", column.1),
    }
}
