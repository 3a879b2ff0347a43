//! Writes the text of a manuscript anew: copies what stays, writes what is edited or new, and notes
//! where everything stands in the text that comes of it.

use std::ops::Range;
use std::sync::Arc;

use super::plan::{self, Field, Plan, Planned};
use super::proof;
use super::{Manuscript, Original, Originals, Revised, Section, Slot};
use crate::domain::{Key, Workspace};
use crate::store::format::indentation;
use crate::store::format::record::Record;
use crate::store::format::token::{LINE_END, comments_in};

/// How deep the fields of the file stand.
const FIELDS: usize = 1;

/// How deep the items of its lists stand.
const ITEMS: usize = 2;

/// Brings a manuscript up to date with a workspace.
pub(super) fn revise(manuscript: &Manuscript, workspace: &Workspace) -> Revised {
    let old = manuscript.text.as_str();
    let mut quill = Quill {
        old,
        out: String::with_capacity(old.len() + 1024),
        line_end: line_end(old),
        is_in_comment: false,
        dropped_comments: 0,
        originals: manuscript.originals.clone(),
        misread: None,
    };
    quill.copy(0..manuscript.inside.start);
    let fields = plan::fields(manuscript, workspace);
    let (inside, sections) = quill.brackets(FIELDS, &manuscript.inside, fields, Quill::field);
    quill.copy(manuscript.inside.end..old.len());
    let head = workspace.head().clone();
    Revised {
        dropped_comments: quill.dropped_comments,
        misread: quill.misread,
        manuscript: Manuscript {
            originals: quill.originals,
            ..Manuscript::new(quill.out, inside, sections, head)
        },
    }
}

/// How the lines of a text end.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") {
        "\r\n"
    } else if text.contains('\n') || !text.contains('\r') {
        "\n"
    } else {
        "\r"
    }
}

/// Whether a comma must stand behind what is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comma {
    /// Something follows.
    Needed,
    /// Nothing follows: one stays if it was there, and what is fresh has one.
    AsBefore,
}

struct Quill<'a> {
    old: &'a str,
    out: String,
    line_end: &'static str,
    /// Whether what was written last ends in a comment that takes the rest of its line.
    is_in_comment: bool,
    dropped_comments: usize,
    originals: Originals,
    /// A record that does not read as it is.
    misread: Option<Key>,
}

impl Quill<'_> {
    fn copy(&mut self, piece: Range<usize>) {
        let piece = &self.old[piece];
        if piece.is_empty() {
            return;
        }
        if !piece.starts_with(LINE_END) {
            self.end_comment();
        }
        self.is_in_comment = false;
        self.out.push_str(piece);
    }

    /// Ends the line of a comment that would swallow what comes next.
    fn end_comment(&mut self) {
        if std::mem::take(&mut self.is_in_comment) {
            self.out.push_str(self.line_end);
        }
    }

    fn write(&mut self, text: &str) {
        self.is_in_comment = false;
        if self.line_end == "\n" {
            self.out.push_str(text);
        } else {
            self.out.push_str(&text.replace('\n', self.line_end));
        }
    }

    fn line(&mut self, level: usize) {
        self.write(&format!("\n{}", indentation(level)));
    }

    fn drop_comments(&mut self, piece: Range<usize>) {
        self.dropped_comments += comments_in(&self.old[piece]);
    }

    /// Writes what stands between two brackets, which themselves are not written. `body` writes a
    /// single field or item and says what it wrote.
    fn brackets<T, P>(
        &mut self,
        level: usize,
        inside: &Range<usize>,
        plan: Plan<'_, T, P>,
        body: impl Fn(&mut Self, Option<&Slot<T>>, P) -> T,
    ) -> (Range<usize>, Vec<Slot<T>>) {
        let start = self.out.len();
        for gone in &plan.gone {
            self.drop_comments(gone.start..gone.end);
        }
        let rest = plan.end_of_old().unwrap_or(inside.start)..inside.end;
        let ends_fresh = plan.planned.last().is_some_and(Planned::is_fresh);
        let mut planned = plan.planned.into_iter().peekable();
        let mut slots = Vec::with_capacity(planned.len());
        while let Some(next) = planned.next() {
            let comma = match planned.peek() {
                Some(_) => Comma::Needed,
                None => Comma::AsBefore,
            };
            slots.push(self.slot(level, next, comma, &body));
        }
        if ends_fresh && !self.old[rest.clone()].contains(LINE_END) {
            self.line(level - 1);
        }
        self.copy(rest);
        self.end_comment();
        (start..self.out.len(), slots)
    }

    fn slot<T, P>(
        &mut self,
        level: usize,
        planned: Planned<'_, T, P>,
        comma: Comma,
        body: &impl Fn(&mut Self, Option<&Slot<T>>, P) -> T,
    ) -> Slot<T> {
        let start = self.out.len();
        match planned.old {
            Some(old) => self.copy(old.start..old.body.start),
            None => self.line(level),
        }
        self.end_comment();
        let body_start = self.out.len();
        let content = body(self, planned.old, planned.new);
        let body = body_start..self.out.len();
        let has_one = planned.old.is_some_and(|old| old.has_comma);
        let needs_one = planned.old.is_none() || comma == Comma::Needed;
        if needs_one && !has_one {
            self.out.push(',');
        }
        if let Some(old) = planned.old {
            self.copy(old.body.end..old.end);
            let line = self.old[old.body.end..old.end].rsplit(LINE_END).next();
            self.is_in_comment = line.is_some_and(|line| line.contains("//"));
        }
        Slot {
            start,
            body,
            end: self.out.len(),
            has_comma: has_one || needs_one,
            content,
        }
    }

    fn item(&mut self, old: Option<&Slot<Record>>, record: Record) -> Record {
        match old {
            Some(old) if old.content.says_as(&record) => self.copy(old.body.clone()),
            Some(old) => {
                self.drop_comments(old.body.clone());
                self.remember(old);
                self.record(&record);
            }
            None => self.record(&record),
        }
        record
    }

    /// Keeps how a record stands, unless it was edited before and stood otherwise at first.
    fn remember(&mut self, slot: &Slot<Record>) {
        let (record, text) = (slot.content.clone(), &self.old[slot.body.clone()]);
        let key = record.key();
        self.originals.entry(key).or_insert_with(|| {
            let text = text.to_owned();
            Arc::new(Original { record, text })
        });
    }

    /// Writes a record as it once stood, if it says the same again; otherwise anew.
    fn record(&mut self, record: &Record) {
        let start = self.out.len();
        match self.originals.get(&record.key()).cloned() {
            Some(original) if original.record.says_as(record) => {
                self.is_in_comment = false;
                self.out.push_str(&original.text);
            }
            Some(_) | None => self.write(&record.written(ITEMS)),
        }
        if !proof::ends_with(&self.out, start, record) {
            self.misread = Some(record.key());
        }
    }

    fn field(&mut self, old: Option<&Slot<Section>>, new: Field) -> Section {
        match old {
            Some(old) => {
                let value = &old.content.value;
                self.copy(old.body.start..value.start);
                let section = self.value(&old.content, new);
                self.copy(value.end..old.body.end);
                section
            }
            None => self.fresh_field(new),
        }
    }

    fn fresh_field(&mut self, new: Field) -> Section {
        let part = new.part();
        let blank = Section {
            part,
            value: 0..0,
            slots: Vec::new(),
        };
        self.write(&format!("{}: ", part.word()));
        if let Field::List(..) = new {
            self.write("[");
            let section = self.value(&blank, new);
            self.write("]");
            return section;
        }
        self.value(&blank, new)
    }

    /// Writes the value of a field, of a list what stands between its brackets.
    fn value(&mut self, old: &Section, new: Field) -> Section {
        let start = self.out.len();
        let part = new.part();
        let (value, slots) = match new {
            Field::AsItIs(_) => {
                self.copy(old.value.clone());
                (start..self.out.len(), Vec::new())
            }
            Field::Value(_, value) => {
                self.drop_comments(old.value.clone());
                self.write(&value);
                (start..self.out.len(), Vec::new())
            }
            Field::List(_, records) => {
                let plan = plan::items(part, &old.slots, records);
                for gone in &plan.gone {
                    self.remember(gone);
                }
                self.brackets(ITEMS, &old.value, plan, Self::item)
            }
        };
        Section { part, value, slots }
    }
}
