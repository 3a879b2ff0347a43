//! The name of the job that everybody thinks about: in large letters where there is room.

use crate::app::geometry::Area;
use crate::app::large::{self, ROWS, Width};
use crate::app::listing::field::lines;

/// The most lines of large letters.
const LINES: usize = 3;

/// The name of a job, in rows of cells.
#[derive(Clone, Debug, Default)]
pub struct Title {
    /// Where each row stands, and what stands in it.
    pub rows: Vec<(Area, String)>,
}

impl Title {
    /// A name in at most `height` rows at the top of an area.
    pub(super) fn new(name: &str, area: Area, height: u16) -> Self {
        let most = usize::from((height + 1) / (ROWS + 1)).min(LINES);
        let large = |width| large::lines(name, width, area.width, most);
        let rows = match large(Width::Wide).or_else(|| large(Width::Narrow)) {
            Some(lines) => lines.join(&String::new()),
            None => lines(name, area.width, height.min(2).into()),
        };
        let rows = (0..).zip(rows);
        Self {
            rows: rows.map(|(row, text)| (area.row(row), text)).collect(),
        }
    }

    /// How many rows it takes.
    pub(super) fn height(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }
}
