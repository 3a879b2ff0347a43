//! What the landscape rests on: how many answered about a job, and when they were asked.

use crate::app::Cx;
use crate::app::roadmap::Ui;
use crate::domain::Date;

/// How many answers the figures rest on, and the days of the studies: `n 21 to 24 · 2026-10-12`.
pub fn basis(ui: &Ui, cx: Cx<'_>) -> String {
    let rows = ui.shown().ranking().rows().iter();
    let counts = rows.filter_map(|row| row.rating).map(|rating| rating.n());
    let counts: Vec<u32> = counts.filter(|n| *n > 0).collect();
    let (Some(fewest), Some(most)) = (counts.iter().min(), counts.iter().max()) else {
        return "Estimates alone: nobody was asked".to_owned();
    };
    let n = range(fewest, most);
    let studies = cx.workspace.studies().values();
    let asked = studies.filter(|study| ui.scope().asks(&study.id));
    let days: Vec<Date> = asked.map(|study| study.date).collect();
    match (days.iter().min(), days.iter().max()) {
        (Some(earliest), Some(latest)) => {
            format!("n {n} a job · asked {}", range(earliest, latest))
        }
        (None, _) | (_, None) => format!("n {n} a job"),
    }
}

fn range<T: std::fmt::Display + PartialEq>(first: &T, last: &T) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first} to {last}")
    }
}
