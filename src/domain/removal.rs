//! What goes with a thing when it is removed, so that nothing is left that refers to it.
//!
//! Each function gives the change; nothing is removed here. Everything can be undone, so nothing
//! is asked; the label says what went along.

use super::change::{Change, Edit};
use super::index::Home;
use super::{Date, Id, Outcome, Review, Study, Workspace};

/// The change that removes what an id names, with all that refers to it; none when the id names
/// nothing. A stage's outcomes go with it: [`empty_stage`] moves them elsewhere first.
pub fn remove(workspace: &Workspace, id: &Id) -> Option<Change> {
    match workspace.home(id)? {
        Home::Segment => Some(segment(workspace, id)),
        Home::Stage => stage(workspace, id),
        Home::Need => Some(need(workspace, id)),
        Home::Outcome => outcomes(workspace, std::slice::from_ref(id)),
        Home::Initiative(outcome) => initiative(workspace, outcome, id),
        Home::Kpi(outcome) => kpi(workspace, outcome, id),
        Home::Job => job(workspace, id),
        Home::Study => study(workspace, id),
    }
}

/// The change that removes outcomes. Their jobs stay, without an outcome: they may hold answers.
/// What reviews said of their KPIs goes.
pub fn outcomes(workspace: &Workspace, ids: &[Id]) -> Option<Change> {
    let gone: Vec<_> = ids
        .iter()
        .filter_map(|id| workspace.outcomes().get(id))
        .collect();
    let first = gone.first()?;
    let label = match gone.len() {
        1 => format!("Deleted '{}'", first.statement),
        count => format!("Deleted {count} outcomes"),
    };
    let mut edits = Vec::new();
    for job in workspace.jobs().values() {
        if job
            .outcome
            .as_ref()
            .is_some_and(|outcome| ids.contains(outcome))
        {
            let mut job = (**job).clone();
            job.outcome = None;
            edits.push(Edit::job(job));
        }
    }
    let kpis: Vec<&Id> = gone
        .iter()
        .flat_map(|outcome| outcome.kpis())
        .map(|kpi| &kpi.id)
        .collect();
    edits.extend(without_entries(workspace, &kpis));
    edits.extend(
        gone.iter()
            .map(|outcome| Edit::Outcome(outcome.id.clone(), None)),
    );
    Some(Change::new(label, edits))
}

fn stage(workspace: &Workspace, id: &Id) -> Option<Change> {
    let (place, stage) = workspace.stage(id)?;
    let cards: Vec<Id> = workspace
        .outcomes()
        .values()
        .filter(|o| o.stage == *id)
        .map(|o| o.id.clone())
        .collect();
    let mut edits = outcomes(workspace, &cards).map_or_else(Vec::new, |change| change.edits);
    edits.push(Edit::Stage(id.clone(), place, None));
    Some(Change::new(
        format!("Deleted the stage '{}'", stage.name),
        edits,
    ))
}

/// The change that removes a stage and moves its outcomes, archived ones too, behind those of
/// another. None when either is not there or both are the same.
pub fn empty_stage(workspace: &Workspace, id: &Id, into: &Id) -> Option<Change> {
    let (place, stage) = workspace.stage(id)?;
    let (_, target) = workspace.stage(into).filter(|_| id != into)?;
    let mut cards: Vec<_> = workspace
        .outcomes()
        .values()
        .filter(|o| o.stage == *id)
        .collect();
    cards.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    let cards: Vec<Id> = cards.iter().map(|card| card.id.clone()).collect();
    let mut edits = super::placing::place(workspace, &cards, into, usize::MAX);
    edits.push(Edit::Stage(id.clone(), place, None));
    let label = format!(
        "Deleted the stage '{}', its cards moved to {}",
        stage.name, target.name
    );
    Some(Change::new(label, edits))
}

fn segment(workspace: &Workspace, id: &Id) -> Change {
    let name = workspace
        .segments()
        .get(id)
        .map_or("", |segment| &segment.name);
    let mut edits = Vec::new();
    for need in workspace
        .needs()
        .values()
        .filter(|need| need.segments.contains(id))
    {
        let mut need = (**need).clone();
        need.segments.retain(|segment| segment != id);
        edits.push(Edit::need(need));
    }
    for outcome in workspace
        .outcomes()
        .values()
        .filter(|outcome| outcome.segments.contains(id))
    {
        let mut outcome = (**outcome).clone();
        outcome.segments.retain(|segment| segment != id);
        edits.push(Edit::outcome(outcome));
    }
    let is_asked = |study: &Study| {
        study
            .responses
            .iter()
            .any(|r| r.segment.as_ref() == Some(id))
    };
    for study in workspace.studies().values().filter(|study| is_asked(study)) {
        let mut study = (**study).clone();
        for response in study
            .responses
            .iter_mut()
            .filter(|r| r.segment.as_ref() == Some(id))
        {
            response.segment = None;
        }
        edits.push(Edit::study(study));
    }
    edits.push(Edit::Segment(id.clone(), None));
    Change::new(format!("Deleted the segment '{name}'"), edits)
}

fn need(workspace: &Workspace, id: &Id) -> Change {
    let statement = workspace.needs().get(id).map_or("", |need| &need.statement);
    let mut edits = Vec::new();
    for outcome in workspace
        .outcomes()
        .values()
        .filter(|outcome| outcome.needs.contains(id))
    {
        let mut outcome = (**outcome).clone();
        outcome.needs.retain(|need| need != id);
        edits.push(Edit::outcome(outcome));
    }
    edits.push(Edit::Need(id.clone(), None));
    Change::new(format!("Deleted the need '{statement}'"), edits)
}

fn initiative(workspace: &Workspace, outcome: &Id, id: &Id) -> Option<Change> {
    let mut outcome: Outcome = (**workspace.outcomes().get(outcome)?).clone();
    let place = outcome
        .initiatives
        .iter()
        .position(|initiative| initiative.id == *id)?;
    let gone = outcome.initiatives.remove(place);
    let kpis: Vec<&Id> = gone.kpis.iter().map(|kpi| &kpi.id).collect();
    let mut edits = without_entries(workspace, &kpis);
    edits.push(Edit::outcome(outcome));
    let along = with_its(gone.kpis.len(), ["KPI", "KPIs"]);
    let label = format!("Deleted the initiative '{}'{along}", gone.name);
    Some(Change::new(label, edits))
}

fn kpi(workspace: &Workspace, outcome: &Id, id: &Id) -> Option<Change> {
    let mut outcome: Outcome = (**workspace.outcomes().get(outcome)?).clone();
    let gone = outcome.kpi(id)?;
    let along = with_its(gone.readings.len(), ["reading", "readings"]);
    let label = format!("Deleted the KPI '{}'{along}", gone.name);
    for initiative in &mut outcome.initiatives {
        initiative.kpis.retain(|kpi| kpi.id != *id);
    }
    let mut edits = without_entries(workspace, &[id]);
    edits.push(Edit::outcome(outcome));
    Some(Change::new(label, edits))
}

fn job(workspace: &Workspace, id: &Id) -> Option<Change> {
    let name = &workspace.jobs().get(id)?.name;
    let mut edits = Vec::new();
    let answers = |study: &Study| {
        let all = study.responses.iter().flat_map(|there| &there.answers);
        all.filter(|answer| answer.0 == *id).count()
    };
    let mut gone = 0;
    for study in workspace.studies().values() {
        let here = answers(study);
        if here == 0 {
            continue;
        }
        gone += here;
        let mut study = (**study).clone();
        for response in &mut study.responses {
            response.answers.retain(|answer| answer.0 != *id);
        }
        edits.push(Edit::study(study));
    }
    edits.push(Edit::Job(id.clone(), None));
    let along = with_its(gone, ["answer", "answers"]);
    Some(Change::new(
        format!("Deleted the job '{name}'{along}"),
        edits,
    ))
}

fn study(workspace: &Workspace, id: &Id) -> Option<Change> {
    let name = &workspace.studies().get(id)?.name;
    Some(Change::new(
        format!("Deleted the study '{name}'"),
        vec![Edit::Study(id.clone(), None)],
    ))
}

/// What goes along with a thing, for its label: nothing, one thing or several.
fn with_its(count: usize, [one, several]: [&str; 2]) -> String {
    match count {
        0 => String::new(),
        1 => format!(" with its {one}"),
        _ => format!(" with its {count} {several}"),
    }
}

/// The change that takes a decision out of the review of a day; none where it is not there. A review
/// of which nothing is left goes with it.
pub fn decision(workspace: &Workspace, review: Date, place: usize) -> Option<Change> {
    let mut review = Review::clone(workspace.reviews().get(&review)?);
    if place >= review.decisions.len() {
        return None;
    }
    let gone = review.decisions.remove(place);
    let label = format!("Deleted the decision '{}'", gone.text);
    Some(Change::new(label, vec![left_of(review)]))
}

/// The change that takes what was parked out of the review of a day; none where it is not there. A
/// review of which nothing is left goes with it.
pub fn parked(workspace: &Workspace, review: Date, place: usize) -> Option<Change> {
    let mut review = Review::clone(workspace.reviews().get(&review)?);
    let label = format!(
        "Deleted '{}', which was parked",
        review.parked.iter().nth(place)?
    );
    review.unpark(place);
    Some(Change::new(label, vec![left_of(review)]))
}

/// Puts a review in place of the one of its day, or nothing where nothing is left of it.
fn left_of(review: Review) -> Edit {
    if review.is_empty() {
        Edit::Review(review.date, None)
    } else {
        Edit::review(review)
    }
}

/// The edits that take KPIs out of the reviews that speak of them.
fn without_entries(workspace: &Workspace, kpis: &[&Id]) -> Vec<Edit> {
    let speaks = |review: &Review| {
        review
            .entries
            .iter()
            .any(|entry| kpis.contains(&&entry.kpi))
    };
    let reviews = workspace.reviews().values().filter(|review| speaks(review));
    reviews
        .map(|review| {
            let mut review = (**review).clone();
            review.entries.retain(|entry| !kpis.contains(&&entry.kpi));
            Edit::review(review)
        })
        .collect()
}

#[cfg(test)]
mod tests;
