//! Reads a whole file: its fields, the records in its lists, and whether they hold together.

use std::ops::Range;
use std::thread::ScopedJoinHandle;

use super::explain::unknown_field;
use super::migrate::{STEPS, Step, latest, migrated};
use super::outline::{Group, Node, Part as Piece, Shape, outline};
use super::place::{Lines, Slip};
use super::record::{Part, Read as ReadValue, Record, read_value};
use super::token::{Bracket, Token, Tokens};
use crate::domain::workspace::{Fault, Head, Records};
use crate::domain::{Capacity, Silenced, Vision, Workspace};
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

/// A piece of the file that can't be read.
#[derive(Debug)]
pub(super) struct Spoiled {
    /// The name of the field that it is, or that it stands in.
    pub(super) field: Range<usize>,
    /// Where it stands; empty for what is missing.
    pub(super) span: Range<usize>,
    pub(super) slip: Slip,
}

/// Reads the text of a file.
pub(crate) fn read(text: String) -> Result<Read, Unreadable> {
    read_by(text, STEPS)
}

/// Reads the text of a file in the format that some steps lead to, or in an older one.
pub(super) fn read_by(text: String, steps: &[Step]) -> Result<Read, Unreadable> {
    let root = root(&text).map_err(|slip| broken(&text, vec![slip]))?;
    let (format, node) = format(&text, &root).map_err(|slip| broken(&text, vec![slip]))?;
    if format > latest(steps) {
        return Err(Unreadable::Newer(format));
    }
    if format == latest(steps) {
        return read_latest(text, &root);
    }
    let migrated = migrated(&text, node, format, steps);
    let root = self::root(&migrated).map_err(|slip| broken(&migrated, vec![slip]))?;
    let mut read = read_latest(migrated, &root)?;
    read.manuscript.stands_for(text);
    Ok(read)
}

fn read_latest(text: String, root: &Group) -> Result<Read, Unreadable> {
    let mut reader = Reader::new(&text, Vec::new());
    reader.read(root);
    let Reader {
        head,
        sections,
        spoiled,
        removed,
        ..
    } = reader;
    if !spoiled.is_empty() {
        let slips = spoiled.into_iter().map(|spoiled| spoiled.slip);
        return Err(broken(&text, slips.collect()));
    }
    let workspace = Workspace::build(records(head, &sections))
        .map_err(|faults| broken(&text, located(&text, &sections, faults.0)))?;
    Ok(Read {
        manuscript: Manuscript::new(
            text,
            root.inside.clone(),
            sections,
            workspace.head().clone(),
        ),
        workspace,
        removed,
    })
}

/// The records of all lists, in the file's order.
pub(super) fn records(head: Head, sections: &[Slot<Section>]) -> Records {
    let mut records = Records {
        head,
        ..Records::default()
    };
    for slot in sections.iter().flat_map(|section| &section.content.slots) {
        slot.content.clone().put_into(&mut records);
    }
    records
}

fn broken(text: &str, mut slips: Vec<Slip>) -> Unreadable {
    slips.sort_by_key(|slip| slip.at);
    slips.dedup();
    let lines = Lines::of(text);
    let told = slips.into_iter().take(MOST);
    Unreadable::Broken(told.map(|slip| slip.in_file(&lines)).collect())
}

/// The brackets around the whole file, with the fields in them and the items of its lists.
pub(crate) fn root(text: &str) -> Result<Group, Slip> {
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
pub(super) fn start(text: &str) -> Result<usize, Slip> {
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

/// The number of the file's format, and where it stands.
pub(super) fn format<'a>(text: &str, root: &'a Group) -> Result<(u64, &'a Node), Slip> {
    let is_format = |part: &&Piece| {
        part.name
            .clone()
            .is_some_and(|name| &text[name] == "format")
    };
    let Some(Piece { value: node, .. }) = root.parts.iter().find(is_format) else {
        let problem = "the field `format` is missing; a workspace begins with `format: 1,`";
        return Err(Slip::new(root.inside.start - 1, problem));
    };
    match read_value::<u64>(text, node.span.clone())?.value {
        0 => Err(Slip::new(
            node.span.start,
            "there is no format 0; write `format: 1`",
        )),
        format => Ok((format, node)),
    }
}

/// What was read of a file so far.
pub(super) struct Reader<'a> {
    file: &'a str,
    pub(super) head: Head,
    pub(super) sections: Vec<Slot<Section>>,
    pub(super) spoiled: Vec<Spoiled>,
    pub(super) removed: usize,
}

impl<'a> Reader<'a> {
    /// A reader of a file of which some pieces are known to be spoiled.
    pub(super) fn new(file: &'a str, spoiled: Vec<Spoiled>) -> Self {
        Self {
            file,
            head: Head::default(),
            sections: Vec::new(),
            spoiled,
            removed: 0,
        }
    }

    pub(super) fn read(&mut self, root: &Group) {
        let mut before = root.inside.start;
        for piece in &root.parts {
            let slot = Slot::around(self.file, before, piece);
            before = slot.end;
            self.field(slot, piece);
        }
        let has_name = self.sections.iter().any(|s| s.content.part == Part::Name);
        if !has_name && self.spoiled.is_empty() {
            let start = root.inside.start - 1;
            let problem = "the field `name` is missing; a workspace has a name";
            self.spoil(&(start..start), start..start, Slip::new(start, problem));
        }
    }

    fn field(&mut self, slot: Slot<()>, piece: &Piece) {
        let name = slot.body.start..piece.name.as_ref().map_or(slot.body.start, |name| name.end);
        let word = &self.file[name.clone()];
        let refuse = |problem| Err(Slip::new(name.start, problem));
        let section = match Part::from_word(word) {
            None => refuse(unknown_field(word, &Part::WORDS)),
            Some(part) if self.sections.iter().any(|s| s.content.part == part) => refuse(format!(
                "the field `{word}` is there twice; keep one of them"
            )),
            Some(part) => self.section(part, &name, &piece.value),
        };
        match section {
            Ok(section) => self.sections.push(slot.holding(section)),
            Err(slip) => self.spoil(&name, slot.body, slip),
        }
    }

    fn section(&mut self, part: Part, name: &Range<usize>, value: &Node) -> Result<Section, Slip> {
        let span = value.span.clone();
        match part {
            Part::Format => {}
            Part::Name => self.head.name = self.value(&span)?,
            Part::Vision => self.head.vision = self.value::<Option<Vision>>(&span)?,
            Part::Capacity => self.head.capacity = self.value::<Option<Capacity>>(&span)?,
            Part::Silenced => self.head.silenced = self.value::<Vec<Silenced>>(&span)?,
            Part::Segments
            | Part::Stages
            | Part::Needs
            | Part::Outcomes
            | Part::Jobs
            | Part::Studies
            | Part::Reviews
            | Part::Economics => return self.list(part, name, value),
        }
        Ok(Section {
            part,
            value: span,
            slots: Vec::new(),
        })
    }

    fn value<T: serde::de::DeserializeOwned>(&mut self, span: &Range<usize>) -> Result<T, Slip> {
        let ReadValue { value, removed } = read_value(self.file, span.clone())?;
        self.removed += removed;
        Ok(value)
    }

    fn spoil(&mut self, field: &Range<usize>, span: Range<usize>, slip: Slip) {
        self.spoiled.push(Spoiled {
            field: field.clone(),
            span,
            slip,
        });
    }

    fn list(&mut self, part: Part, name: &Range<usize>, value: &Node) -> Result<Section, Slip> {
        let list = match &value.shape {
            Shape::Group(group) if group.bracket == Bracket::Square => group,
            _ => {
                let problem = format!("`{}` is a list; it stands in [ ]", part.word());
                return Err(Slip::new(value.span.start, problem));
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
        let read = each(part, self.file, &places);
        for (slot, read) in places.into_iter().zip(read) {
            match read {
                Ok(ReadValue { value, removed }) => {
                    self.removed += removed;
                    slots.push(slot.holding(value));
                }
                Err(slip) => self.spoil(name, slot.body, slip),
            }
        }
        Ok(Section {
            part,
            value: list.inside.clone(),
            slots,
        })
    }
}

/// Reads the records of a list; where there is much to read, on all the processors there are.
fn each(part: Part, file: &str, places: &[Slot<()>]) -> Vec<Result<ReadValue<Record>, Slip>> {
    let read = |places: &[Slot<()>]| -> Vec<_> {
        let spans = places.iter().map(|place| place.body.clone());
        spans.map(|span| part.read(file, span)).collect()
    };
    let size = match places {
        [first, .., last] => last.end - first.start,
        _ => 0,
    };
    if size < MUCH {
        return read(places);
    }
    // Asking the system takes longer than reading a short list.
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
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
    inside(file, at, &fault.path)
}

/// Where a value stands inside a record that begins at a place of the file.
pub(super) fn inside(file: &str, at: usize, path: &str) -> usize {
    match outline(file, at, usize::MAX) {
        Ok(node) => node.find(file, path).span.start,
        Err(_) => at,
    }
}
