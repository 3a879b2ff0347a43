//! Jobs in one line each: name, score, band, what the score rests on, fate.

use crate::app::geometry::Area;
use crate::app::wrap::width;
use crate::domain::{Fate, Job};
use crate::insight::opportunity::Rating;
use crate::view::about;
use crate::view::figures::{basis, provenance};
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// From how many cells on a line has the band of the score, and from how many on says in full what
/// the score rests on.
const ROOMY: (u16, u16) = (50, 92);

/// What stands where there is no score.
const UNRATED: &str = "not rated";

/// The cells of a score, of a band and of a fate.
const SCORE: usize = 5;
const BAND: usize = 7;
const FATE: usize = 5;

/// The space before each column.
const GAP: usize = 2;

/// How many cells the columns take, and how a score says what it rests on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    name: usize,
    band: usize,
    basis: usize,
    words: fn(&Rating) -> String,
}

impl Columns {
    /// The columns for jobs and what is known of each, in a line of `room` cells.
    pub(super) fn of<'a>(room: u16, jobs: impl Iterator<Item = (&'a Job, Option<Rating>)>) -> Self {
        let mut columns = Self {
            name: 0,
            band: if room < ROOMY.0 { 0 } else { BAND },
            basis: 0,
            words: if room < ROOMY.1 { basis } else { provenance },
        };
        for (job, rating) in jobs {
            let basis = rating.map_or_else(|| UNRATED.to_owned(), |there| (columns.words)(&there));
            columns.basis = columns.basis.max(width(&basis));
            columns.name = columns.name.max(width(&job.name));
        }
        columns
    }
}

/// Draws the line of a job.
pub(super) fn line(
    canvas: &mut Canvas<'_>,
    area: Area,
    (job, rating): (&Job, Option<&Rating>),
    (role, columns): (Role, Columns),
) {
    let (value, band, basis) = match rating {
        None => (String::new(), String::new(), UNRATED.to_owned()),
        Some(rating) => {
            let band = rating.band().map(|band| band.to_string());
            let basis = (columns.words)(rating);
            (about(rating), band.unwrap_or_default(), basis)
        }
    };
    let facts = [
        (format!("{value:>SCORE$}"), SCORE, role),
        (band, columns.band, Role::Text),
        (basis, columns.basis, Role::Quiet),
        (fate(job.fate), FATE, Role::Text),
    ];
    let facts = facts.iter().filter(|(_, cells, _)| *cells > 0);
    let all: usize = facts.clone().map(|(_, cells, _)| cells + GAP).sum();
    let names = columns
        .name
        .min(usize::from(area.width).saturating_sub(all));
    canvas.text(area.columns(0, cells(names)), &job.name, role);
    let mut x = names + GAP;
    for (text, width, role) in facts {
        canvas.text(area.columns(cells(x), cells(*width)), text, *role);
        x += width + GAP;
    }
}

fn fate(fate: Option<Fate>) -> String {
    fate.map_or_else(|| "–".to_owned(), |fate| fate.to_string().to_lowercase())
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
