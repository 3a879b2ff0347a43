//! The change that an import makes, and what is to be said of it.

use std::collections::BTreeMap;

use super::columns::{Columns, Layout};
use super::gathered::{Gathered, Given};
use super::heads::folded;
use super::long::{self, Parts, Reader};
use super::mapping::Mapping;
use super::remarks::{personal, remarks, unmatched};
use super::report::{Report, Why};
use super::segments::Segments;
use super::sheet::{Refused, Sheet};
use super::wide;
use crate::domain::wording::counted;
use crate::domain::{Change, Date, Edit, Id, Response, Source, Study, Workspace};

/// Where the answers go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The study that takes them in; none makes one.
    pub study: Option<Id>,
    /// What a new study is called.
    pub name: String,
    /// Who answered; none is customers for a new study, and what it says for another.
    pub source: Option<Source>,
    /// When a new study was held.
    pub date: Date,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The study with its answers, and the segments that are made for it: one step. It changes
    /// nothing where everything was imported before.
    pub change: Change,
    /// What becomes of every row.
    pub report: Report,
}

/// Plans the import of a sheet.
///
/// # Errors
/// When the mapping fits neither the sheet nor the workspace, no row can be imported, or the answers
/// are on another scale than the study that they are to go into. Nothing is imported then.
pub fn plan(
    sheet: &Sheet,
    mapping: &Mapping,
    workspace: &Workspace,
    options: &Options,
) -> Result<Plan, Refused> {
    let columns = Columns::of(mapping, sheet, workspace)?;
    let mut gathered = gather(sheet, mapping, &columns, workspace);
    gathered.settle();
    if gathered.given.is_empty() {
        return Err(nothing(&gathered, mapping));
    }
    let study = study(mapping, workspace, options)?;
    let mut segments = Segments::of(workspace, study.study.id.clone());
    let mut report = report(&study, &gathered);
    report.warnings = remarks(sheet, mapping, workspace, &gathered);
    report.unmatched = unmatched(sheet, mapping, workspace);
    report.personal = personal(mapping, &gathered);
    let merged = merged(
        study.study.responses.clone(),
        gathered,
        &mut segments,
        &mut report,
    );
    if study.is_namesake && merged != study.study.responses {
        return Err(Refused::whole(format!(
            "the workspace already has a study “{}” with other answers; import into it by its id \
             {}, or call this one something else",
            study.study.name, study.study.id
        )));
    }
    report.segments = segments.names();
    let label = format!(
        "Imported {} into '{}'",
        counted(report.responses, "response"),
        study.study.name
    );
    let mut edits = segments.edits();
    edits.push(Edit::study(Study {
        responses: merged,
        ..study.study
    }));
    Ok(Plan {
        change: Change::new(label, edits),
        report,
    })
}

fn gather<'s>(
    sheet: &'s Sheet,
    mapping: &Mapping,
    columns: &Columns,
    workspace: &Workspace,
) -> Gathered<'s> {
    match &columns.answers {
        Layout::Wide(asked) => wide::gather(sheet, mapping, columns, asked),
        &Layout::Long {
            job,
            importance,
            satisfaction,
        } => {
            let parts = Parts {
                job,
                importance,
                satisfaction,
            };
            let mut reader = Reader::new(parts, mapping, workspace);
            long::gather(sheet, mapping, columns, &mut reader)
        }
    }
}

/// Why nothing is imported: the first row whose answers can't be read, else the first row.
fn nothing(gathered: &Gathered, mapping: &Mapping) -> Refused {
    let is_read = |why: &Why| matches!(why, Why::NoAnswerOfTheScale { .. } | Why::NoJob { .. });
    let skipped = &gathered.skipped;
    let first = skipped.iter().find(|skipped| is_read(&skipped.why));
    match first.or(skipped.first()) {
        Some(first) => Refused {
            row: first.row,
            column: first.why.column(),
            problem: format!(
                "none of {} can be imported; here, {}",
                counted(gathered.rows, "row"),
                first.why
            ),
        },
        None => Refused {
            row: mapping.header_rows as u64 + 1,
            column: 1,
            problem: "there are no answers below the head".to_owned(),
        },
    }
}

/// The study that takes the answers in, as it is before.
struct Target {
    study: Study,
    is_new: bool,
    /// Whether nobody named it: it has the name that a new one would have.
    is_namesake: bool,
}

fn study(mapping: &Mapping, workspace: &Workspace, options: &Options) -> Result<Target, Refused> {
    let scale = mapping.scale.steps();
    let named = match &options.study {
        Some(id) => Some(
            workspace
                .studies()
                .get(id)
                .ok_or_else(|| Refused::whole(format!("the workspace has no study “{id}”")))?,
        ),
        None => None,
    };
    let namesake = || {
        let mut studies = workspace.studies().values();
        studies.find(|study| folded(&study.name) == folded(&options.name))
    };
    let Some(there) = named.or_else(namesake) else {
        return Ok(Target {
            study: new_study(scale, workspace, options),
            is_new: true,
            is_namesake: false,
        });
    };
    if there.scale != scale {
        return Err(Refused::whole(format!(
            "the answers are 1 to {scale}, those of the study “{}” 1 to {}; if they are on the same \
             scale, correct that of the file",
            there.name, there.scale
        )));
    }
    if options.source.is_some_and(|source| source != there.source) {
        return Err(Refused::whole(format!(
            "the study “{}” has answers of the {}; customers' and the team's are never mixed",
            there.name,
            there.source.to_string().to_lowercase()
        )));
    }
    Ok(Target {
        study: Study::clone(there),
        is_new: false,
        is_namesake: named.is_none(),
    })
}

fn new_study(scale: u8, workspace: &Workspace, options: &Options) -> Study {
    Study {
        id: workspace.fresh_id(&options.name, "study"),
        name: options.name.clone(),
        date: options.date,
        source: options.source.unwrap_or(Source::Customers),
        scale,
        top: None,
        responses: Vec::new(),
    }
}

/// What the gathered responses come to, before they are put into the study.
fn report(target: &Target, gathered: &Gathered) -> Report {
    Report {
        study: target.study.id.clone(),
        name: target.study.name.clone(),
        is_new: target.is_new,
        source: target.study.source,
        scale: target.study.scale,
        responses: gathered.given.len(),
        replaced: 0,
        answers: gathered
            .given
            .iter()
            .map(|given| given.values().count())
            .sum(),
        jobs: gathered.jobs(),
        rows: gathered.rows,
        imported: gathered.imported(),
        skipped: gathered.skipped.clone(),
        segments: Vec::new(),
        unmatched: Vec::new(),
        personal: Vec::new(),
        warnings: Vec::new(),
    }
}

/// The responses of the study with those that were given, by id: a respondent's earlier answers are
/// replaced, and a segment that the file doesn't tell stays.
fn merged(
    before: Vec<Response>,
    gathered: Gathered,
    segments: &mut Segments,
    report: &mut Report,
) -> Vec<Response> {
    let numbers = gathered.numbers_respondents;
    let before = before
        .into_iter()
        .map(|response| (response.id.clone(), response));
    let mut by_id: BTreeMap<Id, Response> = before.collect();
    for given in gathered.given {
        let Given {
            id,
            segment,
            answers,
            ..
        } = given;
        let earlier = by_id.remove(&id);
        let segment = segments.id(segment);
        let segment = segment.or_else(|| earlier.as_ref().and_then(|old| old.segment.clone()));
        report.replaced += usize::from(earlier.is_some_and(|old| old.answers != answers));
        by_id.insert(
            id.clone(),
            Response {
                id,
                segment,
                answers,
            },
        );
    }
    if numbers && report.replaced > 0 {
        report.warnings.push(format!(
            "{} had answered before, as far as the order of the rows tells, and what they said now \
             replaces it; if they are other people, undo this and import into another study",
            counted(report.replaced, "respondent")
        ));
    }
    by_id.into_values().collect()
}
