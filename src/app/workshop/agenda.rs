//! Which jobs a workshop rates, and in which order.

use std::collections::BTreeSet;

use super::plan::{Order, Pick, Plan};
use crate::app::Cx;
use crate::domain::{Id, Source};
use crate::insight::opportunity::{Provenance, Ranked, Ranking, Scope, rank};

/// What is chosen outside of the plan.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// The jobs that are marked.
    pub marked: BTreeSet<Id>,
    /// The segment by which the roadmap ranks.
    pub segment: Option<Id>,
}

/// The jobs in the order in which they are asked about.
///
/// # Errors
/// In words, why there is none, and what to do.
pub fn agenda(plan: &Plan, chosen: &Chosen, cx: Cx<'_>) -> Result<Vec<Id>, &'static str> {
    if plan.pick == Pick::Segment && chosen.segment.is_none() {
        return Err("The roadmap ranks by everybody's answers; choose a segment there first");
    }
    let rows = cx.derived.ranking().rows().iter();
    let mut rows: Vec<&Ranked> = rows
        .filter(|row| is_picked(row, plan, chosen, cx))
        .collect();
    if rows.is_empty() {
        return Err(why_none(plan.pick, cx));
    }
    match plan.order {
        Order::Rank => {}
        Order::Unrated => rows.sort_by_key(|row| !is_unrated(row)),
        Order::Differing => {
            let team = by_the_team(cx);
            let differs = |row: &Ranked| -difference(row, &team).unwrap_or(-1.0);
            rows.sort_by(|a, b| differs(a).total_cmp(&differs(b)));
        }
    }
    Ok(rows.into_iter().map(|row| row.job.clone()).collect())
}

fn is_picked(row: &Ranked, plan: &Plan, chosen: &Chosen, cx: Cx<'_>) -> bool {
    match plan.pick {
        Pick::All => true,
        Pick::Unrated => is_unrated(row),
        Pick::Segment => chosen.segment.as_ref().is_some_and(|s| desires(s, row, cx)),
        Pick::Marked => chosen.marked.contains(&row.job),
    }
}

fn why_none(pick: Pick, cx: Cx<'_>) -> &'static str {
    if cx.workspace.jobs().is_empty() {
        return "There is no job to rate yet; add one on the roadmap";
    }
    match pick {
        Pick::All => "There is no job to rate yet; add one on the roadmap",
        Pick::Unrated => "Every job is rated already; choose all of them, or mark some",
        Pick::Segment => "No outcome is desired by the roadmap's segment; choose other jobs",
        Pick::Marked => "No job is marked; mark some with Space, or choose all",
    }
}

/// Whether nobody was asked about a job: an estimate asked nobody.
fn is_unrated(row: &Ranked) -> bool {
    let source = row.rating.map(|rating| rating.source);
    matches!(source, None | Some(Provenance::Estimate))
}

/// Whether a segment desires the outcome that a job leads to. An outcome without segments is
/// desired by all.
fn desires(segment: &Id, row: &Ranked, cx: Cx<'_>) -> bool {
    let job = cx.workspace.jobs().get(&row.job);
    let outcome = job.and_then(|job| cx.workspace.outcomes().get(job.outcome.as_ref()?));
    outcome.is_some_and(|o| o.segments.is_empty() || o.segments.contains(segment))
}

/// The ranking by all that the team ever rated.
fn by_the_team(cx: Cx<'_>) -> Ranking {
    let studies = cx.workspace.studies().values();
    let of_team = studies.filter(|study| study.source == Source::Team);
    let studies: Vec<Id> = of_team.map(|study| study.id.clone()).collect();
    if studies.is_empty() {
        return Ranking::default();
    }
    let scope = Scope {
        studies,
        ..Scope::default()
    };
    rank(cx.workspace, &scope)
}

/// How far the team's score is from the customers'; none where one of them rated nothing.
fn difference(row: &Ranked, team: &Ranking) -> Option<f64> {
    let customers = row.rating.filter(|r| r.source == Provenance::Customers)?;
    let team = team.row(&row.job)?.rating?;
    Some((customers.score() - team.score()).abs())
}

#[cfg(test)]
mod tests;
