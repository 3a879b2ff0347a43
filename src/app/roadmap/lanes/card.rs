//! What a card in a lane says, line by line: as much as there is room for. How high a card is
//! follows from it.

use crate::app::roadmap::fate;
use crate::app::roadmap::shown::Shown;
use crate::app::wrap::{cells, wrap};
use crate::insight::statement::sentence;

/// What a line of a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The job's rank and its name.
    Name,
    /// Its figures: who draws it has the words.
    Figures,
    /// That its fate goes against its rank, and that a reason is missing.
    Open,
    /// The job story.
    Story,
    /// Why it has its fate; with what its fate goes against, where it says why.
    Why,
}

/// How many lines parts of a card get at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most {
    /// The name.
    pub name: usize,
    /// The story.
    pub story: usize,
    /// The reason.
    pub why: usize,
}

/// The lines of the card of the job at a place of the ranking.
pub fn lines(shown: &Shown, place: usize, width: u16, most: Most) -> Vec<(Part, String)> {
    let Some(job) = shown.sorted().job(place) else {
        return Vec::new();
    };
    let rank = shown.ranking().rows().get(place).and_then(|row| row.rank);
    let rank = rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let mut lines = Vec::new();
    let mut put = |part, text: &str, most| {
        let wrapped = wrap(text, width.into(), most).into_iter();
        lines.extend(wrapped.map(|line| (part, line.into_owned())));
    };
    put(Part::Name, &format!("{rank} {}", job.name), most.name);
    put(Part::Figures, " ", 1);
    if let Some(story) = &job.story {
        put(Part::Story, &sentence(story), most.story);
    }
    let told = shown.sorted().override_of(place);
    let told = told.map(|found| (fate::told(found, shown), found.is_open));
    match (told, &job.why) {
        (Some((told, true)), _) => put(Part::Open, &open(&told, width), 1),
        (Some((told, false)), Some(why)) if most.why > 0 => {
            put(Part::Why, &format!("{told}: {why}"), most.why + 1);
        }
        (Some((told, false)), _) => put(Part::Why, &told, 1),
        (None, Some(why)) => put(Part::Why, why, most.why),
        (None, None) => {}
    }
    lines
}

/// What is said where a reason is missing, and the question for it where there is room.
fn open(told: &str, width: u16) -> String {
    let asking = format!("! {told}, why?");
    if cells(&asking) <= width {
        asking
    } else {
        format!("! {told}")
    }
}
