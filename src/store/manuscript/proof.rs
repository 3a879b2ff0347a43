//! Reads the proof of a manuscript before it is written to a disk: whether a reader finds in it what
//! the workspace says. It trusts what stood in the file and was only copied, and reads again
//! whatever was written anew; so it costs little more than a look at where everything stands.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::{Manuscript, Section, Slot};
use crate::domain::Key;
use crate::store::format::outline::{Group, Part as Piece, Shape};
use crate::store::format::read::root;
use crate::store::format::record::{Part, Record, read_value};

/// Whether a record that ends a text reads as it is.
pub(super) fn ends_with(text: &str, start: usize, record: &Record) -> bool {
    let read = Part::of(&record.key()).read(text, start..text.len());
    read.is_ok_and(|read| read.value.says_as(record))
}

/// Whether name, vision, capacity and what is silenced read as they are, and everything stands where it is noted.
pub(super) fn misread(manuscript: &Manuscript) -> Option<Key> {
    let is_whole = root(&manuscript.text).is_ok_and(|root| is_as_noted(manuscript, &root));
    (!is_whole || !says_its_head(manuscript)).then_some(Key::Head)
}

fn says_its_head(manuscript: &Manuscript) -> bool {
    let value = |part| {
        let mut sections = manuscript.sections.iter().map(|slot| &slot.content);
        sections
            .find(|section| section.part == part)
            .map(|section| section.value.clone())
    };
    let head = &manuscript.head;
    value(Part::Name).is_some_and(|at| reads_as(&manuscript.text, at, &head.name))
        && says(&manuscript.text, value(Part::Vision), head.vision.as_ref())
        && says(
            &manuscript.text,
            value(Part::Capacity),
            head.capacity.as_ref(),
        )
        && match value(Part::Silenced) {
            Some(at) => reads_as(&manuscript.text, at, &head.silenced),
            None => head.silenced.is_empty(),
        }
}

/// Whether what may be missing reads as it is.
fn says<T: DeserializeOwned + PartialEq>(
    text: &str,
    at: Option<Range<usize>>,
    value: Option<&T>,
) -> bool {
    match at {
        Some(at) => {
            read_value::<Option<T>>(text, at).is_ok_and(|read| read.value.as_ref() == value)
        }
        None => value.is_none(),
    }
}

fn reads_as<T: DeserializeOwned + PartialEq>(text: &str, at: Range<usize>, value: &T) -> bool {
    read_value::<T>(text, at).is_ok_and(|read| read.value == *value)
}

fn is_as_noted(manuscript: &Manuscript, root: &Group) -> bool {
    root.inside == manuscript.inside
        && same(&root.parts, &manuscript.sections, |piece, section| {
            is_named(&manuscript.text, piece, section) && holds_its_items(piece, section)
        })
}

fn is_named(text: &str, piece: &Piece, section: &Section) -> bool {
    let name = piece.name.clone().map(|name| &text[name]);
    name == Some(section.part.word())
}

fn holds_its_items(piece: &Piece, section: &Section) -> bool {
    if !Part::LISTS.contains(&section.part) {
        return piece.value.span == section.value;
    }
    match &piece.value.shape {
        Shape::Group(list) => {
            list.inside == section.value && same(&list.parts, &section.slots, |_, _| true)
        }
        Shape::Text | Shape::Number | Shape::Word | Shape::Unread => false,
    }
}

/// Whether pieces of a text stand where they are noted, and agree in what else is asked.
fn same<T>(pieces: &[Piece], slots: &[Slot<T>], agree: impl Fn(&Piece, &T) -> bool) -> bool {
    pieces.len() == slots.len()
        && pieces
            .iter()
            .zip(slots)
            .all(|(piece, slot)| piece.span() == slot.body && agree(piece, &slot.content))
}
