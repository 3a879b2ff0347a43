//! Names of things in fields: which thing is meant by what was typed, and how a thing is shown so
//! that it is found again.

use std::collections::HashMap;

use crate::domain::{Date, Edit, Id, Need, NeedKind, Segment, Workspace};

/// The tables whose things can be named in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Table {
    Segments,
    Needs,
    Stages,
    Outcomes,
}

/// What happens to a name that nothing has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strangers {
    /// It is an error.
    Refuse,
    /// A segment or a need of that name is added. Stages and outcomes need more than a name: there
    /// it is an error.
    Add,
}

/// What typed words are read against, and what reading them adds.
#[derive(Debug)]
pub struct Lookup<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Today.
    pub today: Date,
    strangers: Strangers,
    given: Vec<Id>,
    added: Vec<Stranger>,
}

/// A thing that is added because nothing had the name that was typed.
#[derive(Debug)]
struct Stranger {
    table: Table,
    id: Id,
    name: String,
    edit: Edit,
}

impl Table {
    /// The word for one of its things.
    pub fn word(self) -> &'static str {
        match self {
            Self::Segments => "segment",
            Self::Needs => "need",
            Self::Stages => "stage",
            Self::Outcomes => "outcome",
        }
    }

    /// What stands between two of its things in a field. A need is a sentence and may have commas.
    pub fn between(self) -> &'static str {
        match self {
            Self::Segments | Self::Stages => ", ",
            Self::Needs | Self::Outcomes => "; ",
        }
    }

    /// Its things as they are shown in fields.
    pub fn names(self, workspace: &Workspace) -> Vec<String> {
        let things = self.things(workspace);
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (_, name) in &things {
            *counts.entry(name.to_lowercase()).or_default() += 1;
        }
        let is_own = |name: &str| counts.get(&name.to_lowercase()) == Some(&1);
        let shown = things.iter().map(|(id, name)| {
            let is_clear = is_own(name) && self.is_clear(name, workspace);
            if is_clear {
                (*name).to_owned()
            } else {
                id.to_string()
            }
        });
        shown.collect()
    }

    /// A thing as it is shown in a field: by its name, or by its id where the name might be taken
    /// for something else.
    pub fn shown(self, id: &Id, workspace: &Workspace) -> String {
        let is_own = |name: &&str| {
            self.is_clear(name, workspace) && self.find(name, workspace) == Found::One(id.clone())
        };
        let name = self.name(id, workspace).filter(is_own);
        name.map_or_else(|| id.to_string(), str::to_owned)
    }

    /// Whether a name ends where it seems to, and is not the id of another thing.
    fn is_clear(self, name: &str, workspace: &Workspace) -> bool {
        let is_id = Id::new(name).is_ok_and(|id| self.name(&id, workspace).is_some());
        !(is_id || name.contains(self.between().trim_end()) || name.contains(';'))
    }

    /// A thing as it is shown in a field, by its name or id as somebody typed it.
    pub(super) fn as_shown(self, typed: &str, workspace: &Workspace) -> Option<String> {
        match self.find(typed, workspace) {
            Found::One(id) => Some(self.shown(&id, workspace)),
            Found::Nothing | Found::Many(_) => None,
        }
    }

    fn name<'a>(self, id: &Id, workspace: &'a Workspace) -> Option<&'a str> {
        match self {
            Self::Segments => workspace.segments().get(id).map(|s| s.name.as_str()),
            Self::Needs => workspace.needs().get(id).map(|n| n.statement.as_str()),
            Self::Stages => workspace.stage(id).map(|(_, s)| s.name.as_str()),
            Self::Outcomes => workspace.outcomes().get(id).map(|o| o.statement.as_str()),
        }
    }

    fn things(self, workspace: &Workspace) -> Vec<(&Id, &str)> {
        match self {
            Self::Segments => workspace
                .segments()
                .values()
                .map(|segment| (&segment.id, segment.name.as_str()))
                .collect(),
            Self::Needs => workspace
                .needs()
                .values()
                .map(|need| (&need.id, need.statement.as_str()))
                .collect(),
            Self::Stages => workspace
                .stages()
                .iter()
                .map(|stage| (&stage.id, stage.name.as_str()))
                .collect(),
            Self::Outcomes => workspace
                .outcomes()
                .values()
                .map(|outcome| (&outcome.id, outcome.statement.as_str()))
                .collect(),
        }
    }

    /// What is meant by a name or an id, whatever its case.
    fn find(self, typed: &str, workspace: &Workspace) -> Found {
        if let Ok(id) = Id::new(typed)
            && self.name(&id, workspace).is_some()
        {
            return Found::One(id);
        }
        let things = self.things(workspace).into_iter();
        let mut found: Vec<Id> = things
            .filter(|(_, name)| is_same_word(name, typed))
            .map(|(id, _)| id.clone())
            .collect();
        match (found.pop(), found.is_empty()) {
            (None, _) => Found::Nothing,
            (Some(id), true) => Found::One(id),
            (Some(id), false) => {
                found.push(id);
                Found::Many(found)
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    One(Id),
    Many(Vec<Id>),
}

impl<'a> Lookup<'a> {
    /// Reads against a workspace on a day.
    pub fn new(workspace: &'a Workspace, today: Date, strangers: Strangers) -> Self {
        Self {
            workspace,
            today,
            strangers,
            given: Vec::new(),
            added: Vec::new(),
        }
    }

    /// An id that no thing has or had, and that was not given before in the same reading.
    pub fn fresh_id(&mut self, words: &str, kind: &str) -> Id {
        let is_taken = |id: &Id| self.workspace.is_spent(id) || self.given.contains(id);
        let id = Id::from_words(words, kind, is_taken);
        self.given.push(id.clone());
        id
    }

    /// The one thing that is meant.
    pub(super) fn one(&mut self, table: Table, typed: &str) -> Result<Id, String> {
        match table.find(typed, self.workspace) {
            Found::One(id) => Ok(id),
            Found::Many(ids) => Err(format!(
                "there are {} {}s called '{typed}'; use one of the ids {}",
                ids.len(),
                table.word(),
                list(ids.iter().map(Id::as_str))
            )),
            Found::Nothing => self.stranger(table, typed),
        }
    }

    /// Several things, with commas or semicolons between them. Where a name has a comma in itself,
    /// the longest name that there is is meant.
    pub(super) fn several(&mut self, table: Table, typed: &str) -> Result<Vec<Id>, String> {
        let mut ids: Vec<Id> = Vec::new();
        let parts: Vec<&str> = typed.split(';').collect();
        for part in parts {
            for name in self.names_in(table, part) {
                let id = self.one(table, name)?;
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        Ok(ids)
    }

    /// Cuts a text at its commas, but not inside the names of things.
    fn names_in<'t>(&self, table: Table, text: &'t str) -> Vec<&'t str> {
        let mut names = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let ends = rest.match_indices(',').map(|(place, _)| place);
            let ends: Vec<usize> = ends.chain([rest.len()]).collect();
            let is_known = |end: &&usize| {
                let name = rest[..**end].trim();
                table.find(name, self.workspace) != Found::Nothing
            };
            // A stranger's name ends at the first comma; a sentence that nobody knows is a whole.
            let stranger = match table {
                Table::Segments | Table::Stages => ends.first(),
                Table::Needs | Table::Outcomes => ends.last(),
            };
            let end = ends.iter().rev().find(is_known).or(stranger).copied();
            let end = end.unwrap_or(rest.len());
            names.push(rest[..end].trim());
            rest = rest[end..].trim_start_matches(',').trim();
        }
        names.retain(|name| !name.is_empty());
        names
    }

    fn stranger(&mut self, table: Table, typed: &str) -> Result<Id, String> {
        let is_same = |there: &&Stranger| there.table == table && is_same_word(&there.name, typed);
        if let Some(there) = self.added.iter().find(is_same) {
            return Ok(there.id.clone());
        }
        let edit: fn(Id, String) -> Edit = match (self.strangers, table) {
            (Strangers::Add, Table::Segments) => add_segment,
            (Strangers::Add, Table::Needs) => add_need,
            (Strangers::Add, Table::Stages | Table::Outcomes) | (Strangers::Refuse, _) => {
                return Err(self.no_such(table, typed));
            }
        };
        let id = self.fresh_id(typed, table.word());
        let name = typed.to_owned();
        self.added.push(Stranger {
            table,
            edit: edit(id.clone(), name.clone()),
            id: id.clone(),
            name,
        });
        Ok(id)
    }

    fn no_such(&self, table: Table, typed: &str) -> String {
        const SHOWN: usize = 8;
        let word = table.word();
        let things = table.things(self.workspace).into_iter();
        // A sentence is too long for a list: there the ids stand for the things.
        let names: Vec<&str> = match table {
            Table::Segments | Table::Stages => things.map(|(_, name)| name).collect(),
            Table::Needs | Table::Outcomes => things.map(|(id, _)| id.as_str()).collect(),
        };
        let nearest = super::set::nearest(typed, &names);
        match (names.len(), nearest) {
            (0, _) => format!("there is no {word} '{typed}'; there are no {word}s yet"),
            (1..=SHOWN, _) => format!("there is no {word} '{typed}'; there are {}", list(names)),
            (_, Some(nearest)) => format!("there is no {word} '{typed}'; did you mean {nearest}?"),
            (_, None) => format!("there is no {word} '{typed}'"),
        }
    }

    /// The edits that add the segments and needs whose names nothing had, and what each is called:
    /// `the segment 'Enterprise'`.
    pub(super) fn added(&self) -> impl Iterator<Item = (Edit, String)> {
        self.added.iter().map(|stranger| {
            let name = crate::app::message::quoted(&stranger.name);
            let words = format!("the {} {name}", stranger.table.word());
            (stranger.edit.clone(), words)
        })
    }
}

/// Whether two names are the same but for their case.
fn is_same_word(one: &str, other: &str) -> bool {
    one.chars()
        .flat_map(char::to_lowercase)
        .eq(other.chars().flat_map(char::to_lowercase))
}

fn add_segment(id: Id, name: String) -> Edit {
    Edit::segment(Segment {
        id,
        name,
        expects: None,
    })
}

fn add_need(id: Id, statement: String) -> Edit {
    Edit::need(Need {
        id,
        kind: NeedKind::Expressed,
        statement,
        segments: Vec::new(),
        evidence: Vec::new(),
    })
}

/// Words with commas between them.
pub(super) fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().collect::<Vec<_>>().join(", ")
}
