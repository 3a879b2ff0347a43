//! What the head of a lane says of its effort and its capacity, in words that fit.

use crate::app::wrap::cells;
use crate::insight::load::{Load, Room};

/// The words about a load, in one row where they fit, else in two, in fewer words where they must.
pub fn words(load: &Load, width: u16) -> Vec<String> {
    if load.is_silent() {
        return Vec::new();
    }
    let (borne, missing) = (borne(load), missing(load));
    let row: Vec<&str> = borne
        .iter()
        .take(1)
        .chain(missing.first())
        .map(String::as_str)
        .collect();
    let row = row.join(" · ");
    if cells(&row) <= width {
        return vec![row];
    }
    let fitting = |ways: Vec<String>| {
        let shortest = ways.last().cloned();
        let mut fitting = ways.into_iter().filter(|way| cells(way) <= width);
        fitting.next().or(shortest)
    };
    [borne, missing].into_iter().filter_map(fitting).collect()
}

/// How much effort there is, and how that compares with the capacity, in fewer and fewer words.
fn borne(load: &Load) -> Vec<String> {
    let effort = load.effort;
    let (Some(capacity), Some(room)) = (load.capacity, load.room()) else {
        return vec![format!("effort {effort}")];
    };
    let of = format!("{effort} of {capacity}");
    match room {
        Room::Free(free) => vec![
            format!("effort {of} · {free} free"),
            format!("{of}, {free} free"),
            of,
        ],
        Room::Full => vec![format!("effort {of} · full"), format!("{of}, full"), of],
        Room::Over(over) => vec![
            format!("effort {of} · over by {over}"),
            format!("{of}, over by {over}"),
            format!("{of}, over {over}"),
            format!("over by {over}"),
        ],
    }
}

/// How many jobs have no effort yet, in fewer and fewer words.
fn missing(load: &Load) -> Vec<String> {
    match load.unsized_jobs {
        0 => Vec::new(),
        count => vec![
            format!("{count} without effort"),
            format!("{count} unknown"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Number;

    fn load(effort: f64, unsized_jobs: usize, capacity: Option<i32>) -> Load {
        Load {
            effort,
            sized: 1,
            unsized_jobs,
            capacity: capacity.map(Number::from),
        }
    }

    #[test]
    fn what_is_too_much_is_said_in_words() {
        let over = load(9.0, 0, Some(8));
        assert_eq!(words(&over, 40), ["effort 9 of 8 · over by 1"]);
        assert_eq!(words(&over, 14), ["9 of 8, over 1"]);
        assert_eq!(words(&over, 10), ["over by 1"]);
        assert_eq!(words(&load(8.0, 0, Some(8)), 40), ["effort 8 of 8 · full"]);
        assert_eq!(
            words(&load(2.5, 0, Some(8)), 40),
            ["effort 2.5 of 8 · 5.5 free"]
        );
        assert_eq!(words(&load(2.5, 0, None), 40), ["effort 2.5"]);
    }

    #[test]
    fn jobs_without_an_effort_are_counted() {
        let some = load(5.0, 2, Some(8));
        assert_eq!(
            words(&some, 44),
            ["effort 5 of 8 · 3 free · 2 without effort"]
        );
        assert_eq!(
            words(&some, 26),
            ["effort 5 of 8 · 3 free", "2 without effort"]
        );
        assert_eq!(words(&some, 14), ["5 of 8, 3 free", "2 unknown"]);
        assert!(words(&Load::default(), 40).is_empty());
    }
}
