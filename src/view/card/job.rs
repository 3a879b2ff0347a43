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

/// What stands in place of a score that is not there.
const UNRATED: &str = "not rated";

/// The cells of a score, of a band and of a fate.
const SCORE: u16 = 5;
const BAND: u16 = 7;
const FATE: u16 = 5;

/// How a score says what it rests on, and how many cells that and the band take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    band: u16,
    basis: u16,
    words: fn(&Rating) -> String,
}

impl Columns {
    /// The columns for jobs of these ratings, in a line of `room` cells.
    pub(super) fn of(room: u16, ratings: impl Iterator<Item = Rating>) -> Self {
        let words = if room < ROOMY.1 { basis } else { provenance };
        let widest = ratings.map(|rating| cells(&words(&rating))).max();
        let band = if room < ROOMY.0 { 0 } else { BAND };
        Self {
            band,
            basis: widest
                .unwrap_or(0)
                .max(cells(UNRATED).saturating_sub(SCORE + 1 + band)),
            words,
        }
    }
}

/// Draws the line of a job.
pub(super) fn line(
    canvas: &mut Canvas<'_>,
    area: Area,
    (job, rating): (&Job, Option<&Rating>),
    (role, columns): (Role, Columns),
) {
    let widths = [SCORE, columns.band, columns.basis, FATE];
    let figures: u16 = widths
        .iter()
        .map(|cells| cells + u16::from(*cells > 0))
        .sum();
    let names = area.width.saturating_sub(figures + 1);
    canvas.text(area.columns(0, names), &job.name, role);
    let mut rest = area.right_of(names + 1);
    match rating {
        None => {
            canvas.text(rest, UNRATED, Role::Quiet);
        }
        Some(rating) => {
            canvas.text_right(rest.columns(0, SCORE), &about(rating), role);
            let band = rating
                .band()
                .map_or_else(String::new, |band| band.to_string());
            canvas.text(
                rest.right_of(SCORE + 1).columns(0, columns.band),
                &band,
                Role::Text,
            );
            let basis = figures - FATE - 1 - columns.basis;
            canvas.text(
                rest.right_of(basis - 1),
                &(columns.words)(rating),
                Role::Quiet,
            );
        }
    }
    rest = area.right_of(area.width.saturating_sub(FATE + 1));
    canvas.text(rest, &fate(job.fate), Role::Text);
}

fn fate(fate: Option<Fate>) -> String {
    fate.map_or_else(|| "–".to_owned(), |fate| fate.to_string().to_lowercase())
}

fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}
