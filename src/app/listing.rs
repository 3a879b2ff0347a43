//! Rows to go along, with the details of the selected one beside them, or below its line where
//! there is no room: what the card and the research are made of.
//!
//! A screen says which rows there are and what each shows; [`pane`] says where they are, [`cursor`]
//! where one is among them. Nothing here knows what a row is about.

pub mod cursor;
pub mod field;
pub mod pane;

pub use cursor::Cursor;
pub use field::Value;
pub use pane::{Pane, Sides};

/// How far a row's text stands from its left edge, where the mark of the selected row is.
pub const MARGIN: u16 = 2;

/// How many cells the label of a field takes.
pub const LABEL: u16 = 15;

/// Where one can be among rows. Spots name things by what outlives a change of what stands around.
pub trait Spot: Clone + PartialEq {
    /// The line of the list in whose details this stands; none where it stands in the list itself.
    fn line(&self) -> Option<Self>;

    /// The line of the list whose details are shown while one is here; none where there are none.
    fn shown(&self) -> Option<Self>;

    /// Whether it is a thing of its own, to which one goes when it is added.
    fn is_thing(&self) -> bool;
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row<S, F> {
    /// What is selected by it; none for what is only read.
    pub spot: Option<S>,
    /// What it shows.
    pub face: F,
    /// How far it is moved in.
    pub indent: u16,
    /// How many lines it takes.
    pub height: u16,
}

impl<S, F> Row<S, F> {
    /// A row that is only read.
    pub fn read(face: F) -> Self {
        Self {
            spot: None,
            face,
            indent: 0,
            height: 1,
        }
    }

    /// A row that can be selected.
    pub fn on(spot: S, face: F) -> Self {
        Self {
            spot: Some(spot),
            ..Self::read(face)
        }
    }

    /// Moved in further.
    #[must_use]
    pub fn indented(self, indent: u16) -> Self {
        Self {
            indent: self.indent + indent,
            ..self
        }
    }

    /// As high as it has lines, at least one.
    #[must_use]
    pub fn of_height(self, lines: usize) -> Self {
        Self {
            height: u16::try_from(lines).unwrap_or(u16::MAX).max(1),
            ..self
        }
    }
}

/// Puts the details of a thing below its line; nothing where the list has no such line. `details`
/// makes them for as many cells less as they are moved in.
pub fn unfold<S: Spot, F>(
    rows: &mut Vec<Row<S, F>>,
    line: &S,
    details: impl FnOnce(u16) -> Vec<Row<S, F>>,
) {
    let Some(place) = rows.iter().position(|row| row.spot.as_ref() == Some(line)) else {
        return;
    };
    let indent = rows[place].indent + 2;
    let inside = details(indent).into_iter().map(|row| row.indented(indent));
    rows.splice(place + 1..=place, inside);
}
