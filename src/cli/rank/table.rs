//! The ranking as a table that people read.

use crate::cli::text::{aligned, tenths};
use crate::domain::{Id, Workspace};
use crate::insight::opportunity::{self, Provenance, Ranked, Ranking, Rating, Respondents, Scope};
use crate::insight::uncertainty::{Interval, intervals};

/// What stands where there is nothing to say.
const NOTHING: &str = "-";

/// One ranking: a line for each job.
pub(super) fn of(workspace: &Workspace, scope: &Scope) -> String {
    let ranking = opportunity::rank(workspace, scope);
    let intervals = intervals(workspace, scope);
    let lens = scope.lens.to_string();
    let head = [
        "rank", "90 %", "group", &lens, "90 %", "band", "zone", "I", "S", "gap", "n", "source",
        "fate", "id", "job",
    ];
    let mut lines = vec![head.map(str::to_owned).to_vec()];
    let rows = ranking.rows().iter();
    lines.extend(rows.map(|row| line(workspace, row, intervals.get(&row.job))));
    aligned(&lines)
}

/// The rankings of the segments beside each other, in the order of all respondents together.
pub(super) fn by_segment(workspace: &Workspace, scope: &Scope) -> String {
    let overall = opportunity::rank(workspace, scope);
    let rankings = opportunity::rank_by_segment(workspace, scope);
    let differing = opportunity::differing(rankings.values());
    let segments = rankings
        .keys()
        .map(|segment| head(workspace, segment, scope));
    let mut lines = vec![cells("id", segments, ["bands", "job"])];
    for job in overall.rows().iter().map(|row| &row.job) {
        let bands = if differing.contains(job) {
            "differ"
        } else {
            NOTHING
        };
        let job_of = workspace.jobs().get(job);
        let name = job_of.map_or_else(String::new, |job| job.name.replace('\n', " "));
        let figures = rankings.values().map(|ranking| in_segment(ranking, job));
        lines.push(cells(job.as_str(), figures, [bands, &name]));
    }
    aligned(&lines)
}

fn cells(first: &str, middle: impl Iterator<Item = String>, last: [&str; 2]) -> Vec<String> {
    let first = std::iter::once(first.to_owned());
    first.chain(middle).chain(last.map(str::to_owned)).collect()
}

/// A segment, and how many of it answered: `enterprise, 9 directional`.
fn head(workspace: &Workspace, segment: &Id, scope: &Scope) -> String {
    let who = Respondents::of(workspace, &scope.of_segment(segment));
    let directional = if who.is_directional() {
        " directional"
    } else {
        ""
    };
    let count = match (who.customers, who.team) {
        (customers, 0) => customers.to_string(),
        (0, team) => format!("team {team}"),
        (customers, team) => format!("{customers} and team {team}"),
    };
    format!("{segment}, {count}{directional}")
}

/// How many answers a rating rests on, and whether that only points in a direction.
fn answers(rating: &Rating) -> String {
    let directional = if rating.is_directional() {
        " directional"
    } else {
        ""
    };
    format!("{}{directional}", rating.n())
}

/// A job's figure in a segment, with its rank.
fn in_segment(ranking: &Ranking, job: &Id) -> String {
    let row = ranking.row(job);
    match row.and_then(|row| row.rating.as_ref().zip(row.rank)) {
        Some((rating, rank)) => {
            let band = rating
                .band()
                .map(|band| format!(" {band}"))
                .unwrap_or_default();
            let team = match rating.source {
                Provenance::Team => ", team",
                Provenance::Customers | Provenance::Estimate => "",
            };
            format!("{}{band} (rank {rank}{team})", tenths(rating.value))
        }
        None => NOTHING.to_owned(),
    }
}

fn line(workspace: &Workspace, row: &Ranked, interval: Option<&Interval>) -> Vec<String> {
    let job = workspace.jobs().get(&row.job);
    let rating = row.rating.as_ref();
    let shown = |value: Option<String>| value.unwrap_or_else(|| NOTHING.to_owned());
    let figure = |get: fn(&Rating) -> f64| shown(rating.map(|rating| tenths(get(rating))));
    let rank = row.rank.map(|rank| {
        if row.is_tied {
            format!("={rank}")
        } else {
            rank.to_string()
        }
    });
    vec![
        shown(rank),
        shown(interval.map(|i| format!("{} to {}", i.rank.0, i.rank.1))),
        shown(interval.map(|i| i.group.to_string())),
        figure(|rating| rating.value),
        shown(interval.map(|i| format!("{} to {}", tenths(i.value.0), tenths(i.value.1)))),
        shown(rating.and_then(Rating::band).map(|band| band.to_string())),
        shown(rating.map(|rating| rating.zone().to_string())),
        figure(|rating| rating.importance),
        figure(|rating| rating.satisfaction),
        figure(Rating::gap),
        shown(rating.map(answers)),
        shown(rating.map(|rating| rating.source.to_string())),
        shown(
            job.and_then(|job| job.fate)
                .map(|fate| fate.to_string().to_lowercase()),
        ),
        row.job.to_string(),
        job.map(|job| job.name.replace('\n', " "))
            .unwrap_or_default(),
    ]
}
