//! What each column of a sheet probably is, from what stands above it and in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::heads::{Head, folded, heads, is_import_id};
use super::jobs::{Jobs, Sureness};
use super::mapping::{Column, Mapping, Reason, Role, Unfinished};
use super::scale::guess_scale;
use super::sheet::Sheet;
use super::words::{
    Measure, asks_for_segment, is_personal, is_segment, measure_in, respondent_place, role_of,
};
use crate::domain::{Id, Workspace};

/// The most rows that a head has.
const TALLEST_HEAD: usize = 4;

/// The most segments that a question offers; with more, it is no question about segments.
const MOST_SEGMENTS: usize = 12;

/// How many rows are looked at to tell which question a column answers.
const LOOKED_AT: usize = 200;

/// What stands above a file with a row for each job's answers.
const JOB: [&str; 7] = [
    "job",
    "job id",
    "job name",
    "jobid",
    "job to be done",
    "jtbd",
    "aufgabe",
];

/// A column, as far as it is known.
struct Guessed {
    head: Head,
    role: Option<Role>,
    /// The job that it speaks of.
    job: Option<Id>,
    /// What stands above it besides the job, folded.
    rest: String,
    sureness: Sureness,
}

impl Mapping {
    /// What each column probably is. A column about which nothing is known is left out as unmatched.
    pub fn guess(sheet: &Sheet, workspace: &Workspace) -> Self {
        let (header_rows, columns) = best_head(sheet, &Jobs::of(workspace));
        Self::settled(sheet, workspace, header_rows, columns)
    }

    /// The same where it is known how many rows stand above the answers.
    pub fn guess_below(sheet: &Sheet, workspace: &Workspace, header_rows: usize) -> Self {
        let columns = guessed(sheet, header_rows, &Jobs::of(workspace));
        Self::settled(sheet, workspace, header_rows, columns)
    }

    fn settled(
        sheet: &Sheet,
        workspace: &Workspace,
        header_rows: usize,
        mut columns: Vec<Guessed>,
    ) -> Self {
        measure_by_answers(sheet, header_rows, &mut columns);
        leave_out_doubles(&mut columns);
        name_the_rest(&mut columns);
        find_respondent(&mut columns);
        find_segment(sheet, header_rows, workspace, &mut columns);
        let heads = columns.iter().map(|column| column.rest.as_str());
        let hints: BTreeSet<_> = heads.filter_map(super::scale::hint_in).collect();
        let columns: Vec<_> = columns
            .into_iter()
            .enumerate()
            .map(Guessed::settled)
            .collect();
        let (scale, words) = guess_scale(sheet, header_rows, &columns, &hints);
        Self {
            header_rows,
            scale,
            unfinished: Unfinished::default(),
            words,
            columns,
        }
    }

    /// Tells anew from the answers which scale they are on, and what their words stand for: what is
    /// asked is another than before.
    pub fn scale_by(&mut self, sheet: &Sheet) {
        let heads = self.columns.iter().map(|column| folded(&column.1));
        let hints: BTreeSet<_> = heads
            .filter_map(|head| super::scale::hint_in(&head))
            .collect();
        let (scale, words) = guess_scale(sheet, self.header_rows, &self.columns, &hints);
        self.scale = scale;
        self.words = words;
    }
}

impl Guessed {
    fn of(head: Head, jobs: &Jobs) -> Self {
        match jobs.find(&head) {
            Some(found) => Self {
                head,
                role: Some(about(found.job, measure_in(&found.rest))),
                job: Some(found.job.clone()),
                rest: found.rest,
                sureness: found.sureness,
            },
            None => Self {
                role: None,
                job: None,
                rest: folded(&head.text()),
                sureness: Sureness::Beginning,
                head,
            },
        }
    }

    /// Whether a row of the head says nothing but a certain thing.
    fn is_called(&self, is_it: impl Fn(&str) -> bool) -> bool {
        self.head.parts().any(|part| is_it(&folded(part)))
    }

    fn is_answer(&self) -> bool {
        matches!(
            self.role,
            Some(
                Role::Importance(_)
                    | Role::Satisfaction(_)
                    | Role::JobImportance
                    | Role::JobSatisfaction
            )
        )
    }

    fn settled((place, guessed): (usize, Self)) -> Column {
        let role = guessed.role.unwrap_or(Role::LeftOut(Reason::Unmatched));
        Column(place + 1, guessed.head.text(), role)
    }
}

/// What a column about a job is, by the question that it answers.
fn about(job: &Id, measure: Option<Measure>) -> Role {
    match measure {
        Some(Measure::Importance) => Role::Importance(job.clone()),
        Some(Measure::Satisfaction) => Role::Satisfaction(job.clone()),
        None => Role::LeftOut(Reason::Unmeasured),
    }
}

/// The number of rows above the answers with which the most columns are about jobs, and the columns.
fn best_head(sheet: &Sheet, jobs: &Jobs) -> (usize, Vec<Guessed>) {
    let first = sheet.rows().take(TALLEST_HEAD);
    let has_ids = |row: super::sheet::Row| row.cells().any(is_import_id);
    let least = first.enumerate().rfind(|(_, row)| has_ids(*row));
    let least = least.map_or(1, |(place, _)| place + 1);
    let mut best = (0, least, Vec::new());
    for rows in least..=TALLEST_HEAD.min(sheet.height()).max(least) {
        let columns = guessed(sheet, rows, jobs);
        let found = columns.iter().filter(|column| column.is_answer()).count();
        let is_clear = found * 2 >= columns.len();
        if best.2.is_empty() || found > best.0 {
            best = (found, rows, columns);
        }
        if is_clear {
            break;
        }
    }
    (best.1, best.2)
}

fn guessed(sheet: &Sheet, rows: usize, jobs: &Jobs) -> Vec<Guessed> {
    let heads = heads(sheet, rows).into_iter();
    let mut columns: Vec<_> = heads.map(|head| Guessed::of(head, jobs)).collect();
    name_a_row_per_job(&mut columns);
    columns
}

/// A file with a row for each job's answers: it has a column for the job, and one for each question.
fn name_a_row_per_job(columns: &mut [Guessed]) {
    let only = |is_it: &dyn Fn(&Guessed) -> bool| {
        let mut found = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| is_it(column));
        let first = found.next().map(|(place, _)| place);
        first.filter(|_| found.next().is_none())
    };
    let asks = |measure| {
        only(&|column| column.role.is_none() && measure_in(&column.rest) == Some(measure))
    };
    let job = only(&|column| column.is_called(|part| JOB.contains(&part)));
    let importance = asks(Measure::Importance);
    let satisfaction = asks(Measure::Satisfaction);
    if let (Some(job), Some(importance), Some(satisfaction)) = (job, importance, satisfaction) {
        columns[job].role = Some(Role::Job);
        columns[importance].role = Some(Role::JobImportance);
        columns[satisfaction].role = Some(Role::JobSatisfaction);
    }
}

/// Where a column does not say which question it answers, its answers may: "Very important".
fn measure_by_answers(sheet: &Sheet, header_rows: usize, columns: &mut [Guessed]) {
    let unmeasured = Some(Role::LeftOut(Reason::Unmeasured));
    let columns = columns.iter_mut().enumerate();
    for (place, column) in columns.filter(|(_, column)| column.role == unmeasured) {
        let rows = sheet.rows().skip(header_rows).take(LOOKED_AT);
        let mut measures = rows.filter_map(|row| measure_in(&folded(row.cell(place))));
        let measure = measures.next();
        if let Some(job) = &column.job
            && measures.all(|other| Some(other) == measure)
        {
            column.role = Some(about(job, measure));
        }
    }
}

/// Of several columns that are the same answer, the one that is surest counts, else the first.
fn leave_out_doubles(columns: &mut [Guessed]) {
    let mut first: HashMap<Role, usize> = HashMap::new();
    for place in 0..columns.len() {
        let Some(role @ (Role::Importance(_) | Role::Satisfaction(_))) =
            columns[place].role.clone()
        else {
            continue;
        };
        let before = *first.entry(role.clone()).or_insert(place);
        if before == place {
            continue;
        }
        let is_surer = columns[place].sureness < columns[before].sureness;
        let double = if is_surer { before } else { place };
        if is_surer {
            first.insert(role, place);
        }
        columns[double].role = Some(Role::LeftOut(Reason::Doubled));
    }
}

/// The columns that the survey tool added, and those with personal data.
fn name_the_rest(columns: &mut [Guessed]) {
    for column in columns.iter_mut().filter(|column| column.role.is_none()) {
        column.role = column.head.parts().find_map(|part| role_of(&folded(part)));
    }
}

/// The column that tells respondents apart: an id, or else an address, of which nothing is kept.
fn find_respondent(columns: &mut [Guessed]) {
    let place = |column: &Guessed| {
        let parts = column.head.parts();
        let places = parts.filter_map(|part| match part {
            "#" => Some(0),
            part => respondent_place(&folded(part)),
        });
        places.min()
    };
    let personal = Some(Role::LeftOut(Reason::Personal));
    let ids = columns.iter().enumerate();
    let ids = ids.filter(|(_, column)| column.role.is_none());
    let id = ids
        .filter_map(|(at, column)| Some((place(column)?, at)))
        .min();
    let mut mails = columns.iter().enumerate().filter(|(_, column)| {
        column.role == personal
            && column
                .head
                .parts()
                .any(|part| folded(part).contains("mail"))
    });
    let at = id
        .map(|(_, at)| at)
        .or_else(|| mails.next().map(|(at, _)| at));
    if let Some(at) = at {
        columns[at].role = Some(Role::Respondent);
    }
}

/// The column that says which segment somebody belongs to: it is called so, its answers are
/// segments of the workspace, or it asks for it.
fn find_segment(sheet: &Sheet, header_rows: usize, workspace: &Workspace, columns: &mut [Guessed]) {
    let known: BTreeSet<String> = workspace
        .segments()
        .values()
        .flat_map(|segment| [folded(&segment.name), folded(segment.id.as_str())])
        .collect();
    let mut best = None;
    for (at, column) in columns.iter().enumerate() {
        if column.role.is_some() || is_personal(&column.rest) {
            continue;
        }
        let likeness = if column.is_called(is_segment) {
            3
        } else {
            likeness(&distinct(sheet, header_rows, at), &known, &column.rest)
        };
        if likeness > best.map_or(0, |(best, _)| best) {
            best = Some((likeness, at));
        }
    }
    if let Some((_, at)) = best {
        columns[at].role = Some(Role::Segment);
    }
}

fn likeness(answers: &BTreeSet<String>, known: &BTreeSet<String>, question: &str) -> u8 {
    if answers.is_empty() || answers.len() > MOST_SEGMENTS {
        return 0;
    }
    let there = answers.intersection(known).count();
    if there * 2 >= answers.len() {
        2
    } else {
        u8::from(asks_for_segment(question))
    }
}

/// The different answers in a column, one more than segments have at most.
fn distinct(sheet: &Sheet, header_rows: usize, column: usize) -> BTreeSet<String> {
    let mut seen = BTreeMap::new();
    for row in sheet.rows().skip(header_rows) {
        let cell = row.cell(column);
        if !cell.is_empty() && !seen.contains_key(cell) {
            seen.insert(cell, folded(cell));
        }
        if seen.len() > MOST_SEGMENTS {
            break;
        }
    }
    seen.into_values().collect()
}
