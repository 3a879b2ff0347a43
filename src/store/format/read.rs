//! Reads a whole file: its fields, the records in its lists, and whether they hold together.

use std::ops::Range;
use std::thread::ScopedJoinHandle;

use super::FORMAT;
use super::explain::unknown_field;
use super::outline::{Group, Node, Part as Piece, Shape, outline};
use super::place::Slip;
use super::record::{Part, Read as ReadValue, Record, read_value};
use super::token::{Bracket, Token, Tokens};
use crate::domain::workspace::{Fault, Records};
use crate::domain::{Vision, Workspace};
use crate::store::error::Mistake;
use crate::store::manuscript::{Manuscript, Section, Slot};

/// How many mistakes are told at once.
const MOST: usize = 20;

/// From this size on, in bytes, a list is read by several threads.
const MUCH: usize = 1 << 20;

/// A file as it was read.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) workspace: Workspace,
    pub(crate) manuscript: Manuscript,
    /// How many characters its texts lost at the border.
    pub(crate) removed: usize,
}

/// Why a text is no workspace.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// It is in a later format than this program knows.
    Newer(u64),
    /// What is wrong with it, in the file's order.
    Broken(Vec<Mistake>),
}

/// Reads the text of a file.
pub(crate) fn read(text: String) -> Result<Read, Unreadable> {
    let root = root(&text).map_err(|slip| broken(&text, vec![slip]))?;
    check_format(&text, &root)?;
    let mut reader = Reader {
        file: &text,
        records: Records::default(),
        sections: Vec::new(),
        slips: Vec::new(),
        removed: 0,
    };
    reader.read(&root);
    let Reader {
        records,
        sections,
        slips,
        removed,
        ..
    } = reader;
    if !slips.is_empty() {
        return Err(broken(&text, slips));
    }
    let workspace = Workspace::build(records)
        .map_err(|faults| broken(&text, located(&text, &sections, faults.0)))?;
    Ok(Read {
        manuscript: Manuscript::new(text, root.inside, sections, workspace.head().clone()),
        workspace,
        removed,
    })
}

fn broken(text: &str, mut slips: Vec<Slip>) -> Unreadable {
    slips.sort_by_key(|slip| slip.at);
    slips.dedup();
    let told = slips.into_iter().take(MOST);
    Unreadable::Broken(told.map(|slip| slip.in_file(text)).collect())
}

/// The brackets around the whole file, with the fields in them and the items of its lists.
fn root(text: &str) -> Result<Group, Slip> {
    const EXPECTED: &str = "a workspace stands in round brackets: ( format: 1, name: \"…\", … )";
    let start = start(text)?;
    if Tokens::new(text, start).next()?.0 == Token::End {
        return Err(Slip::new(start, format!("the file is empty; {EXPECTED}")));
    }
    let node = outline(text, start, 2)?;
    let mut rest = Tokens::new(text, node.span.end);
    let Node {
        shape: Shape::Group(root),
        ..
    } = node
    else {
        return Err(Slip::new(start, EXPECTED));
    };
    if root.bracket == Bracket::Square {
        return Err(Slip::new(start, EXPECTED));
    }
    if let Some(nameless) = root.parts.iter().find(|part| part.name.is_none()) {
        let problem = "expected the name of a field, then a colon";
        return Err(Slip::new(nameless.value.span.start, problem));
    }
    match rest.next()? {
        (Token::End, _) => Ok(root),
        (_, span) => Err(Slip::new(
            span.start,
            "the workspace ends before this; is there a bracket too many?",
        )),
    }
}

/// Where the workspace begins, behind the byte order mark and `#![enable(…)]`.
fn start(text: &str) -> Result<usize, Slip> {
    let bom = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut tokens = Tokens::new(text, bom);
    loop {
        tokens.skip_between()?;
        let at = tokens.at();
        if !text[at..].starts_with('#') {
            return Ok(at);
        }
        let line = text[at..].find(']').map(|end| &text[at..=at + end]);
        let is_known = |line: &&str| ron::from_str::<()>(&format!("{line}()")).is_ok();
        let Some(line) = line.filter(is_known) else {
            let problem = "expected `#![enable(implicit_some)]`, or nothing, before the workspace";
            return Err(Slip::new(at, problem));
        };
        tokens = Tokens::new(text, at + line.len());
    }
}

fn check_format(text: &str, root: &Group) -> Result<(), Unreadable> {
    let tell = |at, problem: &str| Err(broken(text, vec![Slip::new(at, problem)]));
    let is_format = |part: &&Piece| {
        part.name
            .clone()
            .is_some_and(|name| &text[name] == "format")
    };
    let Some(format) = root.parts.iter().find(is_format) else {
        let problem = "the field `format` is missing; a workspace begins with `format: 1,`";
        return tell(root.inside.start - 1, problem);
    };
    match read_value::<u64>(text, format.value.span.clone()) {
        Err(slip) => Err(broken(text, vec![slip])),
        Ok(ReadValue { value: 0, .. }) => tell(
            format.value.span.start,
            "there is no format 0; write `format: 1`",
        ),
        Ok(ReadValue { value, .. }) if value > FORMAT => Err(Unreadable::Newer(value)),
        Ok(_) => Ok(()),
    }
}

/// What was read of a file so far.
struct Reader<'a> {
    file: &'a str,
    records: Records,
    sections: Vec<Slot<Section>>,
    slips: Vec<Slip>,
    removed: usize,
}

impl Reader<'_> {
    fn read(&mut self, root: &Group) {
        let mut before = root.inside.start;
        for piece in &root.parts {
            let slot = Slot::around(self.file, before, piece);
            before = slot.end;
            self.field(slot, piece);
        }
        let has_name = self.sections.iter().any(|s| s.content.part == Part::Name);
        if !has_name && self.slips.is_empty() {
            let problem = "the field `name` is missing; a workspace has a name";
            self.slips.push(Slip::new(root.inside.start - 1, problem));
        }
    }

    fn field(&mut self, slot: Slot<()>, piece: &Piece) {
        let name = slot.body.start..piece.name.as_ref().map_or(slot.body.start, |name| name.end);
        let word = &self.file[name.clone()];
        let Some(part) = Part::from_word(word) else {
            let problem = unknown_field(word, &Part::WORDS);
            return self.slips.push(Slip::new(name.start, problem));
        };
        if self.sections.iter().any(|s| s.content.part == part) {
            let problem = format!("the field `{word}` is there twice; keep one of them");
            return self.slips.push(Slip::new(name.start, problem));
        }
        let section = self.section(part, &piece.value);
        self.sections
            .extend(section.map(|section| slot.holding(section)));
    }

    fn section(&mut self, part: Part, value: &Node) -> Option<Section> {
        let span = value.span.clone();
        match part {
            Part::Format => {}
            Part::Name => self.records.head.name = self.value(&span)?,
            Part::Vision => self.records.head.vision = self.value::<Option<Vision>>(&span)?,
            Part::Segments
            | Part::Stages
            | Part::Needs
            | Part::Outcomes
            | Part::Jobs
            | Part::Studies
            | Part::Reviews
            | Part::Economics => return self.list(part, value),
        }
        Some(Section {
            part,
            value: span,
            slots: Vec::new(),
        })
    }

    fn value<T: serde::de::DeserializeOwned>(&mut self, span: &Range<usize>) -> Option<T> {
        let read = read_value(self.file, span.clone());
        self.take(read)
    }

    /// What was read, or none when it is a mistake, which is kept to be told.
    fn take<T>(&mut self, read: Result<ReadValue<T>, Slip>) -> Option<T> {
        match read {
            Ok(ReadValue { value, removed }) => {
                self.removed += removed;
                Some(value)
            }
            Err(slip) => {
                self.slips.push(slip);
                None
            }
        }
    }

    fn list(&mut self, part: Part, value: &Node) -> Option<Section> {
        let list = match &value.shape {
            Shape::Group(group) if group.bracket == Bracket::Square => group,
            _ => {
                let problem = format!("`{}` is a list; it stands in [ ]", part.word());
                self.slips.push(Slip::new(value.span.start, problem));
                return None;
            }
        };
        let mut before = list.inside.start;
        let places = list.parts.iter().map(|piece| {
            let slot = Slot::around(self.file, before, piece);
            before = slot.end;
            slot
        });
        let places: Vec<Slot<()>> = places.collect();
        let mut slots = Vec::with_capacity(places.len());
        let read = records(part, self.file, &places);
        for (slot, read) in places.into_iter().zip(read) {
            if let Some(record) = self.take(read) {
                record.clone().put_into(&mut self.records);
                slots.push(slot.holding(record));
            }
        }
        Some(Section {
            part,
            value: list.inside.clone(),
            slots,
        })
    }
}

/// Reads the records of a list; where there is much to read, on all the processors there are.
fn records(part: Part, file: &str, places: &[Slot<()>]) -> Vec<Result<ReadValue<Record>, Slip>> {
    let read = |places: &[Slot<()>]| -> Vec<_> {
        let spans = places.iter().map(|place| place.body.clone());
        spans.map(|span| part.read(file, span)).collect()
    };
    let size = match places {
        [first, .., last] => last.end - first.start,
        _ => 0,
    };
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    if size < MUCH || hands == 1 {
        return read(places);
    }
    std::thread::scope(|scope| {
        let shares = places.chunks(places.len().div_ceil(hands));
        let hands: Vec<_> = shares.map(|share| scope.spawn(|| read(share))).collect();
        let done = hands.into_iter().map(ScopedJoinHandle::join);
        done.flat_map(|read| read.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// Where the faults stand in the file.
fn located(file: &str, sections: &[Slot<Section>], faults: Vec<Fault>) -> Vec<Slip> {
    let told = faults.into_iter().take(MOST);
    told.map(|fault| Slip::new(place(file, sections, &fault), fault.problem))
        .collect()
}

fn place(file: &str, sections: &[Slot<Section>], fault: &Fault) -> usize {
    let part = Part::of(&fault.key);
    let section = sections.iter().find(|s| s.content.part == part);
    let Some(section) = section else { return 0 };
    let slots = &section.content.slots;
    let slot = match fault.place {
        Some(place) => slots.get(place),
        None => slots.iter().find(|slot| slot.content.key() == fault.key),
    };
    let at = slot.map_or(section.body.start, |slot| slot.body.start);
    match outline(file, at, usize::MAX) {
        Ok(node) => node.find(file, &fault.path).span.start,
        Err(_) => at,
    }
}
