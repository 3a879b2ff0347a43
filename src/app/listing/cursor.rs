//! Where one is among rows: what is selected, and which rows are in view. It stays on something that
//! is there whatever happens to the rows.

use super::Spot;
use super::pane::{Pane, Sides};
use crate::app::lists::Go;

/// Where one is.
#[derive(Clone, Debug)]
pub struct Cursor<S> {
    selected: S,
    /// What there was, to notice what is added and what is gone.
    seen: Vec<S>,
    /// The first row in view of the list.
    pub(in crate::app) list_first: usize,
    /// The first row in view of the details.
    pub(in crate::app) detail_first: usize,
}

impl<S: Spot> Cursor<S> {
    /// At a spot, with everything from its beginning.
    pub fn at(selected: S) -> Self {
        Self {
            selected,
            seen: Vec::new(),
            list_first: 0,
            detail_first: 0,
        }
    }

    /// What is selected.
    pub fn selected(&self) -> &S {
        &self.selected
    }

    /// Selects something; the details of another thing are shown from their beginning.
    pub fn select(&mut self, spot: S) {
        let is_same = spot.line().is_some() && spot.shown() == self.selected.shown();
        if !is_same {
            self.detail_first = 0;
        }
        self.selected = spot;
    }

    /// Goes along the rows. Left and right stay: what is inside is the screen's to say.
    pub fn go<F>(&mut self, go: Go, sides: &Sides<S, F>) {
        let way = sides.way(&self.selected);
        let place = way.iter().position(|spot| *spot == self.selected);
        let page = sides.list.area.height.into();
        let place = go.from(place.unwrap_or(0), way.len(), page);
        if let Some(next) = way.get(place).cloned() {
            self.select(next);
        }
    }

    /// Goes to the first row of a section further on, or back; round at the ends. `starts` are the
    /// first rows of all sections.
    pub fn go_to_section<F>(&mut self, by: isize, starts: &[S], sides: &Sides<S, F>) {
        let whole = sides.whole();
        let place = |spot: &S| whole.iter().position(|there| there == spot);
        let line = self.selected.line().unwrap_or(self.selected.clone());
        let here = place(&line).unwrap_or(0);
        let section = starts
            .iter()
            .rposition(|start| place(start).is_some_and(|start| start <= here));
        let count = isize::try_from(starts.len()).unwrap_or(1).max(1);
        let section = isize::try_from(section.unwrap_or(0)).unwrap_or(0);
        let next = usize::try_from((section + by).rem_euclid(count)).unwrap_or(0);
        if let Some(next) = starts.get(next).cloned() {
            self.select(next);
        }
    }

    /// Shows the details from a line further up.
    pub fn read_up(&mut self) {
        self.detail_first = self.detail_first.saturating_sub(1);
    }

    /// Shows the details from a line further down.
    pub fn read_down(&mut self) {
        self.detail_first += 1;
    }

    /// Goes to what was just added; else stays where it was; else goes to a neighbour.
    pub fn settle<F>(&mut self, sides: &Sides<S, F>) {
        let there = sides.everything();
        if let Some(spot) = self.added(&there).or_else(|| self.surviving(&there)) {
            self.select(spot);
        }
    }

    /// Brings what is selected into view, and remembers what there is.
    pub fn scroll<F>(&mut self, sides: &Sides<S, F>) {
        if !self.seen.contains(&self.selected) {
            self.show_unfolded(&sides.list);
        }
        let line = match (&sides.detail, self.selected.line()) {
            (Some(_), Some(line)) => line,
            (Some(_), None) | (None, _) => self.selected.clone(),
        };
        self.list_first = sides.list.following(self.list_first, &line);
        if let Some(detail) = &sides.detail {
            self.detail_first = detail.following(self.detail_first, &self.selected);
        }
        self.seen = sides.everything();
    }

    /// A thing that is in the list and was not.
    fn added(&self, there: &[S]) -> Option<S> {
        if self.seen.is_empty() {
            return None;
        }
        let is_thing = |spot: &&S| spot.is_thing() && spot.line().is_none();
        let mut things = there.iter().filter(is_thing);
        things.find(|spot| !self.seen.contains(spot)).cloned()
    }

    /// Where to go when what was selected is gone: to its neighbour in the same details, out of
    /// them, or to its neighbour in the list. None while it is there.
    fn surviving(&self, there: &[S]) -> Option<S> {
        if there.contains(&self.selected) {
            return None;
        }
        let was = self.seen.iter().position(|spot| *spot == self.selected);
        let (before, behind) = self.seen.split_at(was.unwrap_or(0));
        let near = behind.iter().chain(before.iter().rev());
        let near: Vec<&S> = near.filter(|spot| there.contains(spot)).collect();
        let line = self.selected.line();
        let inside = near.iter().find(|spot| spot.line() == line);
        let inside = inside.map(|spot| (*spot).clone());
        inside
            .or(line.filter(|line| there.contains(line)))
            .or_else(|| near.first().map(|spot| (*spot).clone()))
            .or_else(|| there.first().cloned())
    }

    /// Brings as much into view as there is room for of what was unfolded in the list, from its
    /// line on.
    fn show_unfolded<F>(&mut self, list: &Pane<S, F>) {
        let Some(line) = self.selected.line() else {
            return;
        };
        let is_inside = |spot: &&S| spot.line().as_ref() == Some(&line);
        let end = list.spots().rev().find(is_inside);
        if let (Some(end), Some(line)) = (end, list.place_of(&line)) {
            self.list_first = list.following(self.list_first, end).min(line);
        }
    }
}
