//! The roadmap as text: the jobs in their order, each with its figures in words, then by fate.

use super::Page;
use super::words::{counted, fate, score, tenths};
use crate::domain::choice::Choice;
use crate::domain::{Fate, Job, Workspace};
use crate::insight::opportunity::{self, Ranked, Ranking, Rating, Scope};
use crate::insight::uncertainty::{Interval, intervals};

/// The roadmap of a workspace.
pub(crate) fn roadmap(mut page: Page, workspace: &Workspace) -> String {
    let scope = Scope::default();
    let ranking = opportunity::rank(workspace, &scope);
    let intervals = intervals(workspace, &scope);
    let jobs = counted(workspace.jobs().len(), "job");
    page.put("", &format!("{}: the roadmap, {jobs}", workspace.name()));
    for row in ranking.rows() {
        if let Some(job) = workspace.jobs().get(&row.job) {
            page.gap();
            describe(&mut page, row, job);
            if let Some(interval) = intervals.get(&row.job) {
                page.put("   In nine of ten draws: ", &drawn(interval));
            }
            place(&mut page, workspace, job);
        }
    }
    page.gap();
    for fate in Fate::ALL.iter().copied().map(Some).chain([None]) {
        lane(&mut page, workspace, &ranking, fate);
    }
    page.text
}

fn describe(page: &mut Page, row: &Ranked, job: &Job) {
    let rank = match row.rank {
        Some(rank) => format!("{rank}. "),
        None => "Not rated: ".to_owned(),
    };
    let tied = if row.is_tied { " (tied)" } else { "" };
    page.put(&rank, &format!("{}{tied}", job.name));
    page.put("   Id: ", job.id.as_str());
    if let Some(rating) = &row.rating {
        page.put("   Score: ", &score(rating));
        page.put("   ", &figures(rating));
    }
}

fn place(page: &mut Page, workspace: &Workspace, job: &Job) {
    page.put("   Outcome: ", &outcome(workspace, job));
    if let Some(fate) = fate(job) {
        page.put("   Fate: ", &fate);
    }
}

fn figures(rating: &Rating) -> String {
    let stakes = if rating.is_table_stakes() {
        ", table stakes"
    } else {
        ""
    };
    format!(
        "Importance {}, satisfaction {}, gap {}: {}{stakes}",
        tenths(rating.importance),
        tenths(rating.satisfaction),
        tenths(rating.gap()),
        rating.zone(),
    )
}

fn drawn(interval: &Interval) -> String {
    let (low, high) = interval.value;
    let (best, worst) = interval.rank;
    format!(
        "score {} to {}, rank {best} to {worst}; in group {} of jobs that can't be told apart",
        tenths(low),
        tenths(high),
        interval.group,
    )
}

/// The outcome that a job leads to, and its stage.
fn outcome(workspace: &Workspace, job: &Job) -> String {
    let outcome = job
        .outcome
        .as_ref()
        .and_then(|id| workspace.outcomes().get(id));
    let Some(outcome) = outcome else {
        return "none".to_owned();
    };
    match workspace.stage(&outcome.stage) {
        Some((_, stage)) => format!("{} ({})", outcome.statement, stage.name),
        None => outcome.statement.clone(),
    }
}

/// The jobs of one fate, in the order of their ranks.
fn lane(page: &mut Page, workspace: &Workspace, ranking: &Ranking, fate: Option<Fate>) {
    let jobs = ranking
        .rows()
        .iter()
        .filter_map(|row| workspace.jobs().get(&row.job));
    let names: Vec<_> = jobs
        .filter(|job| job.fate == fate)
        .map(|job| job.name.as_str())
        .collect();
    let title = fate.map_or("Undecided", Choice::word);
    let names = match names.as_slice() {
        [] => "nothing".to_owned(),
        names => names.join("; "),
    };
    page.put(&format!("{title}: "), &names);
}
