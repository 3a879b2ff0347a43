//! What a card in a lane says, line by line: as much as there is room for. How high a card is
//! follows from it.

use crate::app::roadmap::fate;
use crate::app::roadmap::shown::Shown;
use crate::app::wrap::{cells, wrap};

/// What a line of a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The job's rank and its name.
    Name,
    /// Its figures: who draws it has the words.
    Figures,
    /// That its fate goes against its rank, and whether a reason is missing.
    Override {
        /// Whether it is.
        is_open: bool,
    },
    /// Why it has its fate.
    Why,
}

/// How many lines parts of a card get at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most {
    /// The name.
    pub name: usize,
    /// The reason.
    pub why: usize,
}

/// The lines of the card of the job at a place of the ranking.
pub fn lines(shown: &Shown, place: usize, width: u16, most: Most) -> Vec<(Part, String)> {
    let Some(job) = shown.sorted().job(place) else {
        return Vec::new();
    };
    let room = usize::from(width);
    let wrapped = |text: &str, most, part| {
        let lines = wrap(text, room, most).into_iter();
        lines.map(move |line| (part, line.into_owned())).collect()
    };
    let rank = shown.ranking().rows().get(place).and_then(|row| row.rank);
    let rank = rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let mut lines: Vec<_> = wrapped(&format!("{rank} {}", job.name), most.name, Part::Name);
    lines.push((Part::Figures, String::new()));
    if let Some(found) = shown.sorted().override_of(place) {
        let is_open = found.is_open;
        let told = fate::told(found, shown);
        let long = format!("! {told}, why?");
        let text = match (is_open, cells(&long) <= width) {
            (true, true) => long,
            (true, false) => format!("! {told}"),
            (false, _) => told,
        };
        lines.push((Part::Override { is_open }, text));
    }
    let why = job.why.as_deref().unwrap_or_default();
    if !why.is_empty() {
        lines.extend::<Vec<_>>(wrapped(why, most.why, Part::Why));
    }
    lines
}
