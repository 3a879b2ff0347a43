//! What stands below the landscape: what its signs mean, which jobs lie together at the selected
//! point, and what it all rests on.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::lines;
use crate::app::glyphs::Glyphs;
use crate::app::roadmap::plot::Plot;
use crate::app::roadmap::plot::basis::basis;
use crate::app::wrap::{cells, wrap};
use crate::app::{Model, Screen};
use crate::insight::opportunity::{Provenance, Rating};
use crate::view::glyphs::{ghost, point};
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// The most lines that the names of jobs that lie together get.
const MOST: usize = 3;

/// Draws the legend, the most needed lines first.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, plot: &Plot) {
    let width = plot.legend.width;
    let glyphs = canvas.glyphs();
    let paragraphs = [
        Some(signs(model, glyphs)),
        overlap(model),
        Some(basis(&model.ui.roadmap, model.cx(Screen::Roadmap))),
        points(model, glyphs, width),
    ];
    let lines = paragraphs.iter().flatten();
    let lines = lines.flat_map(|text| wrap(text, width.into(), MOST));
    let lines: Vec<Cow<'_, str>> = lines.collect();
    for (row, line) in (0..plot.legend.height).zip(lines) {
        canvas.text(plot.legend.row(row), &line, Role::Quiet);
    }
}

fn signs(model: &Model, glyphs: Glyphs) -> String {
    let ui = &model.ui.roadmap;
    let spots = &ui.shown().landscape().spots;
    if spots.is_empty() {
        return "Nobody rated a job yet".to_owned();
    }
    let (served, limit) = lines::samples(glyphs, ui.axes());
    let third = if !ui.shown().ghosts().is_empty() {
        format!("  {} as it is", ghost(glyphs))
    } else if spots.iter().any(|spot| spot.places.len() > 1) {
        "  ×2 two jobs".to_owned()
    } else {
        String::new()
    };
    format!("{served} served line  {limit} score 10{third}")
}

/// The jobs that lie where the selected one does, by rank and name.
fn overlap(model: &Model) -> Option<String> {
    let ui = &model.ui.roadmap;
    let spot = ui.shown().landscape().spot_of(ui.place())?;
    if spot.places.len() < 2 {
        return None;
    }
    let named = spot.places.iter().filter_map(|place| {
        let name = &ui.shown().sorted().job(*place)?.name;
        let rank = ui.shown().ranking().rows().get(*place)?.rank?;
        Some(format!("{rank} {name}"))
    });
    let named: Vec<String> = named.collect();
    Some(format!("×{} here: {}", spot.places.len(), named.join(", ")))
}

/// Whose figures the points are, of those that there are.
fn points(model: &Model, glyphs: Glyphs, width: u16) -> Option<String> {
    let rows = model.ui.roadmap.shown().ranking().rows().iter();
    let ratings = rows.filter_map(|row| row.rating);
    let kinds: BTreeSet<(char, &str, &str)> = ratings
        .map(|rating| {
            let (long, short) = whose(&rating);
            (point(glyphs, &rating), long, short)
        })
        .collect();
    let told = |words: fn(&(char, &str, &str)) -> String| {
        let told: Vec<String> = kinds.iter().map(words).collect();
        told.join("  ")
    };
    let long = told(|(sign, long, _)| format!("{sign} {long}"));
    let fitting = if cells(&long) <= width {
        long
    } else {
        told(|(sign, _, short)| format!("{sign} {short}"))
    };
    (!fitting.is_empty()).then_some(fitting)
}

/// Whose figures they are, with what that means, and in fewer words.
fn whose(rating: &Rating) -> (&'static str, &'static str) {
    match (rating.source, rating.is_directional()) {
        (Provenance::Customers, false) => ("customers", "customers"),
        (Provenance::Customers, true) => ("customers, fewer than 30", "customers <30"),
        (Provenance::Team, false) => ("team", "team"),
        (Provenance::Team, true) => ("team, fewer than 30", "team <30"),
        (Provenance::Estimate, _) => ("estimate", "estimate"),
    }
}
