//! The roadmap as text: the jobs in their order, each with its figures in words, then by fate.

use super::Page;
use super::words::{counted, fate, score, tenths};
use crate::app::roadmap::lanes::LANES;
use crate::app::roadmap::lanes::head::words;
use crate::app::roadmap::lanes::sorted::Sorted;
use crate::domain::choice::Choice;
use crate::domain::{Fate, Job, Workspace};
use crate::insight::opportunity::{self, Ranked, Ranking, Rating, Scope};
use crate::insight::overrides::{Against, Override};
use crate::insight::uncertainty::{Interval, intervals};

/// The roadmap of a workspace.
pub(crate) fn roadmap(mut page: Page, workspace: &Workspace) -> String {
    let scope = Scope::default();
    let ranking = opportunity::rank(workspace, &scope);
    let sorted = Sorted::of(&ranking, workspace);
    let intervals = intervals(workspace, &scope);
    let jobs = counted(workspace.jobs().len(), "job");
    page.put("", &format!("{}: the roadmap, {jobs}", workspace.name()));
    for (at, row) in ranking.rows().iter().enumerate() {
        if let Some(job) = workspace.jobs().get(&row.job) {
            page.gap();
            describe(&mut page, row, job);
            if let Some(interval) = intervals.get(&row.job) {
                page.put("   In nine of ten draws: ", &drawn(interval));
            }
            place(&mut page, workspace, job);
            if let Some(found) = sorted.override_of(at) {
                page.put("   Against its rank: ", &against(found, &ranking, &sorted));
            }
        }
    }
    page.gap();
    for (lane, places) in sorted.places().iter().enumerate() {
        let load = words(&sorted.loads()[lane], u16::MAX).concat();
        let names = places.iter().filter_map(|place| sorted.job(*place));
        let names: Vec<&str> = names.map(|job| job.name.as_str()).collect();
        put_lane(&mut page, LANES[lane], &load, &names);
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
    let range = |(low, high): (f64, f64)| format!("{} to {}", tenths(low), tenths(high));
    let (best, worst) = interval.rank;
    format!(
        "score {}, rank {best} to {worst}, importance {}, satisfaction {}; \
         in group {} of jobs that can't be told apart",
        range(interval.value),
        range(interval.importance),
        range(interval.satisfaction),
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

/// What a fate goes against, and whether a reason is missing.
fn against(found: &Override, ranking: &Ranking, sorted: &Sorted) -> String {
    let (word, place) = match found.against {
        Against::Ahead(place) => ("ahead of", place),
        Against::Behind(place) => ("behind", place),
    };
    let rank = ranking.rows().get(place).and_then(|row| row.rank);
    let rank = rank.map_or_else(String::new, |rank| format!("{rank}. "));
    let name = sorted.job(place).map_or("", |job| &job.name);
    let open = if found.is_open {
        "; no reason is given"
    } else {
        ""
    };
    format!("{word} {rank}{name}{open}")
}

/// The jobs of one fate, in the order of their ranks, and what they take.
fn put_lane(page: &mut Page, lane: Option<Fate>, load: &str, names: &[&str]) {
    let title = lane.map_or("Undecided", |fate| fate.word());
    let load = if load.is_empty() {
        String::new()
    } else {
        format!(" ({load})")
    };
    let names = match names {
        [] => "nothing".to_owned(),
        names => names.join("; "),
    };
    page.put(&format!("{title}{load}: "), &names);
}
