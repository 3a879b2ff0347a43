//! The signs of charts, by the set that is chosen: bars, gauges, points. One cell each.

use crate::app::glyphs::Glyphs;
use crate::insight::opportunity::{Provenance, Rating};

/// Bars from the lowest to the highest.
pub fn bars(glyphs: Glyphs) -> [char; 8] {
    match glyphs {
        Glyphs::Blocks => ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
        Glyphs::Braille => ['⢀', '⣀', '⣠', '⣤', '⣴', '⣶', '⣾', '⣿'],
        Glyphs::Ascii => ['_', '.', '-', '~', '=', '+', '*', '#'],
    }
}

/// The signs of a gauge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// What is taken.
    pub full: char,
    /// What is free.
    pub free: char,
    /// What is too much.
    pub over: char,
    /// Where too much begins.
    pub limit: char,
}

/// The signs of a gauge.
pub fn gauge(glyphs: Glyphs) -> Gauge {
    let (full, free, over, limit) = match glyphs {
        Glyphs::Blocks => ('▀', '·', '▚', '│'),
        Glyphs::Braille => ('⠛', '⠂', '⠝', '⡇'),
        Glyphs::Ascii => ('#', '.', '+', '|'),
    };
    Gauge {
        full,
        free,
        over,
        limit,
    }
}

/// The sign of a figure by whose it is and how much it rests on: full where enough customers
/// answered, hollow where fewer did; squares for the team, a dotted ring for an estimate.
pub fn point(glyphs: Glyphs, rating: &Rating) -> char {
    let is_full = !rating.is_directional();
    match (glyphs, rating.source) {
        (Glyphs::Ascii, Provenance::Customers) if is_full => '*',
        (Glyphs::Ascii, Provenance::Customers) => 'o',
        (Glyphs::Ascii, Provenance::Team) => 't',
        (Glyphs::Ascii, Provenance::Estimate) => 'e',
        (Glyphs::Blocks | Glyphs::Braille, Provenance::Customers) if is_full => '◆',
        (Glyphs::Blocks | Glyphs::Braille, Provenance::Customers) => '◇',
        (Glyphs::Blocks | Glyphs::Braille, Provenance::Team) if is_full => '■',
        (Glyphs::Blocks | Glyphs::Braille, Provenance::Team) => '□',
        (Glyphs::Blocks | Glyphs::Braille, Provenance::Estimate) => '◌',
    }
}

/// The sign of where a job lies while it is supposed to lie elsewhere.
pub fn ghost(glyphs: Glyphs) -> char {
    match glyphs {
        Glyphs::Blocks | Glyphs::Braille => '○',
        Glyphs::Ascii => 'x',
    }
}
