//! What can be read of a file that is not sound, or in a newer format: every record that holds
//! without those that can't be read, and those, word for word.
//!
//! What comes out is there to be looked at. It has no [`crate::store::Manuscript`], so that it can't
//! be written: a file is never replaced by less than it held.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::border::decode;
use super::frame::{Frame, frame};
use super::migrate::{STEPS, latest};
use super::place::{Lines, Slip};
use super::read::{Reader, Spoiled, format, inside, records, start};
use super::record::Part;
use super::token::{Token, Tokens};
use crate::domain::text::clean_line;
use crate::domain::workspace::{Fault, Head};
use crate::domain::{Key, Workspace};
use crate::store::error::Broken;
use crate::store::manuscript::{Section, Slot};

/// What could be read of a file.
#[derive(Debug)]
pub(crate) struct Partial {
    pub(crate) workspace: Workspace,
    /// What could not, in the order of the file; first what is wrong in itself.
    pub(crate) broken: Vec<Broken>,
    /// The format of the file, where it is newer than what this program knows.
    pub(crate) newer: Option<u64>,
    /// How many characters its texts lost at the border.
    pub(crate) removed: usize,
}

/// Reads what can be read of a file; none where that is nothing that could be shown.
pub(crate) fn read_partly(text: &str) -> Option<Partial> {
    let Frame { root, spoiled } = frame(text, start(text).ok()?)?;
    let (format, _) = format(text, &root).ok()?;
    if format < latest(STEPS) {
        return None;
    }
    let mut reader = Reader::new(text, spoiled);
    reader.read(&root);
    let mut rest = Rest {
        text,
        head: reader.head,
        sections: reader.sections,
        spoiled: reader.spoiled,
        wrong_in_themselves: 0,
    };
    rest.spoiled.sort_by_key(|spoiled| spoiled.span.start);
    rest.wrong_in_themselves = rest.spoiled.len();
    let workspace = rest.settled()?;
    if workspace.stages().is_empty() && workspace.jobs().is_empty() {
        return None;
    }
    Some(Partial {
        workspace,
        broken: told(text, &rest.spoiled, rest.wrong_in_themselves),
        newer: (format > latest(STEPS)).then_some(format),
        removed: reader.removed,
    })
}

/// What is left of a file, and what is not.
struct Rest<'a> {
    text: &'a str,
    head: Head,
    sections: Vec<Slot<Section>>,
    spoiled: Vec<Spoiled>,
    /// How many of the spoiled ones are wrong although nothing else was taken out.
    wrong_in_themselves: usize,
}

impl Rest<'_> {
    /// The workspace of what holds together. What refers to something that can't be read is taken
    /// out too, and so on: each round takes out a record at least, and references don't go in
    /// circles. None where that leads nowhere.
    fn settled(&mut self) -> Option<Workspace> {
        loop {
            let faults = match Workspace::build(records(self.head.clone(), &self.sections)) {
                Ok(workspace) => return Some(workspace),
                Err(faults) => faults.0,
            };
            let before = self.spoiled.len();
            self.take_out(faults);
            if self.spoiled.len() == before {
                return None;
            }
            if before == 0 {
                self.wrong_in_themselves = self.spoiled.len();
            }
        }
    }

    /// Takes out the records that have faults, each with the first of them.
    fn take_out(&mut self, faults: Vec<Fault>) {
        let places = self.places();
        let mut gone: HashSet<Range<usize>> = HashSet::new();
        let mut spoiled = Vec::new();
        for fault in faults {
            let section = self.sections.iter();
            let mut section = section.filter(|s| s.content.part == Part::of(&fault.key));
            let Some(section) = section.next() else {
                continue;
            };
            let place = fault.place.or_else(|| places.get(&fault.key).copied());
            let Some(slot) = place.and_then(|place| section.content.slots.get(place)) else {
                continue;
            };
            if gone.insert(slot.body.clone()) {
                let at = inside(self.text, slot.body.start, &fault.path);
                let name_end = section.body.start + section.content.part.word().len();
                spoiled.push(Spoiled {
                    field: section.body.start..name_end,
                    span: slot.body.clone(),
                    slip: Slip::new(at, fault.problem),
                });
            }
        }
        for section in &mut self.sections {
            let slots = &mut section.content.slots;
            slots.retain(|slot| !gone.contains(&slot.body));
        }
        spoiled.sort_by_key(|spoiled| spoiled.span.start);
        self.spoiled.extend(spoiled);
    }

    /// The place of each record in its list.
    fn places(&self) -> HashMap<Key, usize> {
        let lists = self.sections.iter().map(|section| &section.content.slots);
        let places = lists.flat_map(|slots| slots.iter().zip(0..));
        places
            .map(|(slot, place)| (slot.content.key(), place))
            .collect()
    }
}

/// What is told of the pieces that can't be read.
fn told(text: &str, spoiled: &[Spoiled], wrong_in_themselves: usize) -> Vec<Broken> {
    let lines = Lines::of(text);
    let told = spoiled.iter().enumerate().map(|(place, spoiled)| {
        let piece = &text[spoiled.span.clone()];
        Broken {
            field: text[spoiled.field.clone()].to_owned(),
            called: called(piece),
            mistake: spoiled.slip.clone().in_file(&lines),
            text: piece.to_owned(),
            is_stranded: place >= wrong_in_themselves,
        }
    });
    told.collect()
}

/// What a piece that can't be read is about: its statement, else its name, else its id.
fn called(piece: &str) -> Option<String> {
    const FIELDS: [&str; 3] = ["statement", "name", "id"];
    let mut found: [Option<String>; 3] = [None, None, None];
    let mut tokens = Tokens::new(piece, 0);
    let (mut field, mut is_field, mut depth) = (None, false, 0_u32);
    while let Ok((token, span)) = tokens.next() {
        match token {
            Token::End => break,
            Token::Word => field = FIELDS.iter().position(|name| **name == piece[span.clone()]),
            Token::Colon => is_field = depth == 1,
            Token::Open(_) => depth += 1,
            Token::Close(_) => depth = depth.saturating_sub(1),
            Token::Text if is_field => {
                if let Some(found) = field.map(|field| &mut found[field])
                    && found.is_none()
                {
                    *found = decode(&piece[span]).map(|text| clean_line(&text).text);
                }
                is_field = false;
            }
            Token::Comma | Token::Text | Token::Number | Token::Stray(_) => is_field = false,
        }
    }
    found.into_iter().flatten().next()
}
