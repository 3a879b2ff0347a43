//! The fields of the file, in the order in which they are written, and the records in its lists.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::border;
use super::explain::explain;
use super::options;
use super::outline::outline;
use super::place::Slip;
use super::write::written;
use crate::domain::workspace::Records;
use crate::domain::{Economics, Job, Key, Need, Outcome, Review, Segment, Stage, Study, Workspace};

/// A field of the file. Their order is the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    Format,
    Name,
    Vision,
    Capacity,
    Silenced,
    Segments,
    Stages,
    Needs,
    Outcomes,
    Jobs,
    Studies,
    Reviews,
    Economics,
}

/// A record that stands in one of the lists.
#[derive(Clone, Debug)]
pub(crate) enum Record {
    Segment(Arc<Segment>),
    Stage(Arc<Stage>),
    Need(Arc<Need>),
    Outcome(Arc<Outcome>),
    Job(Arc<Job>),
    Study(Arc<Study>),
    Review(Arc<Review>),
    Economics(Arc<Economics>),
}

/// Something read from a piece of a file, and how many characters its texts lost at the border.
#[derive(Debug)]
pub(crate) struct Read<T> {
    pub(crate) value: T,
    pub(crate) removed: usize,
}

impl Part {
    /// The words of all fields, in order.
    pub(crate) const WORDS: [&'static str; 13] = [
        "format",
        "name",
        "vision",
        "capacity",
        "silenced",
        "segments",
        "stages",
        "needs",
        "outcomes",
        "jobs",
        "studies",
        "reviews",
        "economics",
    ];

    /// The fields that are about the workspace itself.
    pub(crate) const HEAD: [Self; 5] = [
        Self::Format,
        Self::Name,
        Self::Vision,
        Self::Capacity,
        Self::Silenced,
    ];

    /// The fields that hold lists of records.
    pub(crate) const LISTS: [Self; 8] = [
        Self::Segments,
        Self::Stages,
        Self::Needs,
        Self::Outcomes,
        Self::Jobs,
        Self::Studies,
        Self::Reviews,
        Self::Economics,
    ];

    /// The field's name in the file.
    pub(crate) fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The field of a name.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        let mut all = Self::HEAD.into_iter().chain(Self::LISTS);
        all.find(|part| part.word() == word)
    }

    /// The list that the record of a key stands in; the name for what is no list.
    pub(crate) fn of(key: &Key) -> Self {
        match key {
            Key::Head => Self::Name,
            Key::Segment(_) => Self::Segments,
            Key::Stage(_) => Self::Stages,
            Key::Need(_) => Self::Needs,
            Key::Outcome(_) => Self::Outcomes,
            Key::Job(_) => Self::Jobs,
            Key::Study(_) => Self::Studies,
            Key::Review(_) => Self::Reviews,
            Key::Economics(_) => Self::Economics,
        }
    }

    /// The records of a workspace that belong into this list, in order; none where it is no list.
    pub(crate) fn records(self, workspace: &Workspace) -> Vec<Record> {
        fn all<'a, T: 'a>(
            records: impl IntoIterator<Item = &'a Arc<T>>,
            as_record: impl Fn(Arc<T>) -> Record,
        ) -> Vec<Record> {
            records.into_iter().cloned().map(as_record).collect()
        }
        match self {
            Self::Format | Self::Name | Self::Vision | Self::Capacity | Self::Silenced => {
                Vec::new()
            }
            Self::Segments => all(workspace.segments().values(), Record::Segment),
            Self::Stages => all(workspace.stages(), Record::Stage),
            Self::Needs => all(workspace.needs().values(), Record::Need),
            Self::Outcomes => all(workspace.outcomes().values(), Record::Outcome),
            Self::Jobs => all(workspace.jobs().values(), Record::Job),
            Self::Studies => all(workspace.studies().values(), Record::Study),
            Self::Reviews => all(workspace.reviews().values(), Record::Review),
            Self::Economics => all(workspace.economics().values(), Record::Economics),
        }
    }

    /// Reads a record of this list. What is no list has no records: that is for the caller to know.
    pub(crate) fn read(self, file: &str, span: Range<usize>) -> Result<Read<Record>, Slip> {
        fn one<T: DeserializeOwned>(
            (file, span): (&str, Range<usize>),
            as_record: impl Fn(Arc<T>) -> Record,
        ) -> Result<Read<Record>, Slip> {
            let Read { value, removed } = read_value(file, span)?;
            let value = as_record(Arc::new(value));
            Ok(Read { value, removed })
        }
        let place = (file, span);
        match self {
            Self::Format | Self::Name | Self::Vision | Self::Capacity | Self::Silenced => {
                Err(Slip::new(place.1.start, "this is no list"))
            }
            Self::Segments => one(place, Record::Segment),
            Self::Stages => one(place, Record::Stage),
            Self::Needs => one(place, Record::Need),
            Self::Outcomes => one(place, Record::Outcome),
            Self::Jobs => one(place, Record::Job),
            Self::Studies => one(place, Record::Study),
            Self::Reviews => one(place, Record::Review),
            Self::Economics => one(place, Record::Economics),
        }
    }
}

impl Record {
    /// What names it.
    pub(crate) fn key(&self) -> Key {
        match self {
            Self::Segment(record) => Key::Segment(record.id.clone()),
            Self::Stage(record) => Key::Stage(record.id.clone()),
            Self::Need(record) => Key::Need(record.id.clone()),
            Self::Outcome(record) => Key::Outcome(record.id.clone()),
            Self::Job(record) => Key::Job(record.id.clone()),
            Self::Study(record) => Key::Study(record.id.clone()),
            Self::Review(record) => Key::Review(record.date),
            Self::Economics(record) => Key::Economics(record.period),
        }
    }

    /// Whether it says the same as another.
    pub(crate) fn says_as(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(a: &Arc<T>, b: &Arc<T>) -> bool {
            Arc::ptr_eq(a, b) || a == b
        }
        match self {
            Self::Segment(a) => matches!(other, Self::Segment(b) if same(a, b)),
            Self::Stage(a) => matches!(other, Self::Stage(b) if same(a, b)),
            Self::Need(a) => matches!(other, Self::Need(b) if same(a, b)),
            Self::Outcome(a) => matches!(other, Self::Outcome(b) if same(a, b)),
            Self::Job(a) => matches!(other, Self::Job(b) if same(a, b)),
            Self::Study(a) => matches!(other, Self::Study(b) if same(a, b)),
            Self::Review(a) => matches!(other, Self::Review(b) if same(a, b)),
            Self::Economics(a) => matches!(other, Self::Economics(b) if same(a, b)),
        }
    }

    /// The record as it is written, its first line `level` levels deep.
    pub(crate) fn written(&self, level: usize) -> String {
        match self {
            Self::Segment(record) => written(record.as_ref(), level),
            Self::Stage(record) => written(record.as_ref(), level),
            Self::Need(record) => written(record.as_ref(), level),
            Self::Outcome(record) => written(record.as_ref(), level),
            Self::Job(record) => written(record.as_ref(), level),
            Self::Study(record) => written(record.as_ref(), level),
            Self::Review(record) => written(record.as_ref(), level),
            Self::Economics(record) => written(record.as_ref(), level),
        }
    }

    /// Puts it behind the others of its list.
    pub(crate) fn put_into(self, records: &mut Records) {
        match self {
            Self::Segment(record) => records.segments.push(record),
            Self::Stage(record) => records.stages.push(record),
            Self::Need(record) => records.needs.push(record),
            Self::Outcome(record) => records.outcomes.push(record),
            Self::Job(record) => records.jobs.push(record),
            Self::Study(record) => records.studies.push(record),
            Self::Review(record) => records.reviews.push(record),
            Self::Economics(record) => records.economics.push(record),
        }
    }
}

/// Reads the value that stands at a place of the file.
pub(crate) fn read_value<T: DeserializeOwned>(
    file: &str,
    span: Range<usize>,
) -> Result<Read<T>, Slip> {
    let start = span.start;
    let passed =
        border::pass(&file[span]).map_err(|slip| Slip::new(start + slip.at, slip.problem))?;
    match options().from_str(&passed.text) {
        Ok(value) => Ok(Read {
            value,
            removed: passed.removed,
        }),
        Err(error) => Err(why_not::<T>(file, start, &error)),
    }
}

fn why_not<T: DeserializeOwned>(
    file: &str,
    start: usize,
    error: &ron::error::SpannedError,
) -> Slip {
    let node = match outline(file, start, usize::MAX) {
        Ok(node) => node,
        Err(slip) => return slip,
    };
    explain::<T>(file, &node)
        .unwrap_or_else(|| Slip::new(start, format!("this can't be read: {}", error.code)))
}
