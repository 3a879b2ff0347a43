//! A survey before it is imported: what becomes of it, what each column is taken for, which rows are
//! skipped and why, and the ranking that follows. A person corrects what is wrong; then all of it
//! becomes one change, or nothing does.
//!
//! It reads no file and changes no workspace. What a column means, and the change, say
//! [`crate::exchange::survey`]; where everything stands, says `layout`.

mod columns;
mod file;
mod intake;
mod layout;
mod roles;
mod told;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use columns::Shown;
pub use file::{File, Found, MappingFile, beside};
pub use layout::{LEAVE, Layout, Line, Tone, figures, spread};

use super::Overlay;
use crate::app::fields::survey::Intake;
use crate::app::geometry::Area;
use crate::app::lists::Go;
use crate::app::{Access, Model, Mouse, MouseKind, Now, Out, Visit};
use crate::domain::history::Moment;
use crate::domain::{Document, Workspace};
use crate::exchange::survey::{Mapping, Options, Plan, Refused, Role, plan};
use crate::insight::opportunity::{Ranked, Scope, rank};

/// What can be done with a survey before it is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Accept,
    Correct,
    LeaveOut,
    Study,
    Source,
    Unfinished,
    Mapping,
    Write,
    NextFace,
    FaceBefore,
    Switch,
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,
    Leave,
    Help,
}

/// What a person says otherwise than it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// What a column is, by its number from 1.
    Role(usize, Role),
    /// Where the answers go, and how they are taken.
    Intake(Intake),
}

/// What the list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The columns, and what each is.
    Columns,
    /// The rows that are skipped, and what else is to be said.
    Rows,
    /// What the jobs score by these answers.
    Ranking,
}

/// The faces, from left to right.
const FACES: [Face; 3] = [Face::Columns, Face::Rows, Face::Ranking];

/// Where what the columns are comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// The program tells it from what stands in the file.
    Guess,
    /// The file beside the survey says it.
    Kept,
}

/// A survey before it is imported.
#[derive(Clone, Debug)]
pub struct Import {
    file: Arc<File>,
    /// What the program takes the columns for, all of them.
    guess: Mapping,
    mapping: Mapping,
    origin: Origin,
    /// Whether a person said which scale it is.
    is_scale_said: bool,
    options: Options,
    planned: Result<Planned, Refused>,
    face: Face,
    /// Whether the button has the keys, and not the list.
    is_at_button: bool,
    /// The number of the selected column.
    column: usize,
    /// The first line that is shown where none is selected.
    first: usize,
    /// Whether the file beside the survey was written from here.
    is_written: bool,
}

/// What an import would do.
#[derive(Clone, Debug)]
struct Planned {
    plan: Plan,
    /// The jobs that are rated by the study then, in their order.
    ranking: Vec<Ranked>,
    /// Whether anything would be otherwise than it is.
    changes_something: bool,
}

/// What is read when something is done.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Whether it can be changed here.
    pub access: &'a Access,
    /// The part of the screen that there is.
    pub area: Area,
    /// The moment.
    pub now: Now,
}

impl<'a> Around<'a> {
    /// What a model says, on a part of its screen.
    pub fn of(model: &'a Model, area: Area) -> Self {
        Self {
            workspace: model.workspace(),
            access: &model.access,
            area,
            now: model.now,
        }
    }
}

impl Import {
    /// A survey as the program takes it, or as the file beside it says.
    pub fn new(file: Arc<File>, workspace: &Workspace, now: Now) -> Self {
        let guess = Mapping::guess(&file.sheet, workspace);
        let kept = file.kept.clone().and_then(Result::ok);
        let origin = kept.as_ref().map_or(Origin::Guess, |_| Origin::Kept);
        let options = Options {
            study: None,
            name: file.study(),
            source: None,
            date: now.today,
        };
        let mut import = Self {
            mapping: kept.unwrap_or_else(|| guess.clone()),
            file,
            guess,
            origin,
            is_scale_said: false,
            options,
            planned: Err(nothing_yet()),
            face: Face::Columns,
            is_at_button: true,
            column: 1,
            first: 0,
            is_written: false,
        };
        import.send_to(&import.options.name.clone(), workspace);
        import.plan(workspace);
        let first = import.columns().next();
        import.column = first.unwrap_or(1);
        import.is_at_button = import.planned.is_ok() && !import.has_doubts();
        import
    }

    /// Whether a column has the keys.
    pub fn is_at_column(&self) -> bool {
        self.face == Face::Columns && !self.is_at_button
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, around: Around<'_>, out: &mut Out) {
        match action {
            Action::Accept => self.accept(around.workspace, out),
            Action::Correct => out.open(Overlay::Menu(self.roles(around.workspace))),
            Action::LeaveOut => self.leave_out(around.workspace),
            Action::Study => self.ask_where(around, out),
            Action::Source => self.other_source(around.workspace),
            Action::Unfinished => self.other_unfinished(around.workspace),
            Action::Mapping => self.other_mapping(around.workspace, out),
            Action::Write => self.write(out),
            Action::NextFace => self.turn(1),
            Action::FaceBefore => self.turn(-1),
            Action::Switch => self.is_at_button = !self.is_at_button,
            Action::Up => self.go(Go::Up, around),
            Action::Down => self.go(Go::Down, around),
            Action::First => self.go(Go::First, around),
            Action::Last => self.go(Go::Last, around),
            Action::PageUp => self.go(Go::PageUp, around),
            Action::PageDown => self.go(Go::PageDown, around),
            Action::Leave => leave(out),
            // Help is a list over this: the update above opens it.
            Action::Help => {}
        }
    }

    /// Takes a click on a column, a face or a button, and the wheel.
    pub fn point(&mut self, mouse: Mouse, around: Around<'_>, out: &mut Out) {
        match mouse.kind {
            MouseKind::WheelUp => self.go(Go::Up, around),
            MouseKind::WheelDown => self.go(Go::Down, around),
            MouseKind::Press => self.click(mouse, around, out),
            MouseKind::Drag | MouseKind::Release => {}
        }
    }

    fn click(&mut self, mouse: Mouse, around: Around<'_>, out: &mut Out) {
        let layout = self.layout(around);
        let is_over = |area: &Area| area.contains(mouse.x, mouse.y);
        if is_over(&layout.import) {
            self.accept(around.workspace, out);
        } else if is_over(&layout.leave) {
            leave(out);
        } else if let Some((_, face, _)) = layout.faces.iter().find(|(area, ..)| is_over(area)) {
            self.show(*face);
        } else if let Some((_, Line::Column(column))) =
            layout.lines.iter().find(|(area, _)| is_over(area))
        {
            if self.is_at_column() && self.column == column.number {
                self.update(Action::Correct, around, out);
            }
            self.column = column.number;
            self.is_at_button = false;
        }
    }

    /// Takes what a person says otherwise.
    pub fn correct(&mut self, correction: Correction, workspace: &Workspace) {
        match correction {
            Correction::Role(column, role) => self.take_for(column, role),
            Correction::Intake(intake) => self.take_in(&intake, workspace),
        }
        self.plan(workspace);
    }

    /// Works out anew what would be done.
    fn plan(&mut self, workspace: &Workspace) {
        self.planned = Planned::of(
            plan(&self.file.sheet, &self.mapping, workspace, &self.options),
            workspace,
        );
    }

    fn accept(&mut self, workspace: &Workspace, out: &mut Out) {
        // The workspace may be another than when it was last worked out.
        self.plan(workspace);
        match &self.planned {
            Err(refused) => out.refuse(format!("Nothing is imported: {}", refused.problem)),
            Ok(planned) if !planned.changes_something => {
                let name = &planned.plan.report.name;
                out.refuse(format!("All of this is in '{name}' already"));
            }
            Ok(planned) => {
                out.visit(Visit::Ranking(Scope {
                    studies: vec![planned.plan.report.study.clone()],
                    ..Scope::default()
                }));
                out.change(planned.plan.change.clone());
                out.close();
            }
        }
    }

    fn turn(&mut self, by: isize) {
        let here = FACES.iter().position(|face| *face == self.face);
        let next = here.unwrap_or(0).saturating_add_signed(by);
        self.show(FACES[next.min(FACES.len() - 1)]);
    }

    fn show(&mut self, face: Face) {
        self.face = face;
        self.first = 0;
    }

    fn go(&mut self, go: Go, around: Around<'_>) {
        if self.face != Face::Columns {
            let layout = self.layout(around);
            let starts = layout.count.saturating_sub(layout.height) + 1;
            self.first = go.from(layout.first, starts, layout.height);
            return;
        }
        let columns: Vec<usize> = self.columns().collect();
        let place = columns.iter().position(|column| *column == self.column);
        let page = self.layout(around).height;
        let next = go.from(place.unwrap_or(0), columns.len(), page);
        self.column = columns.get(next).copied().unwrap_or(1);
        self.is_at_button = false;
    }
}

impl Planned {
    fn of(plan: Result<Plan, Refused>, workspace: &Workspace) -> Result<Self, Refused> {
        let plan = plan?;
        let mut document = Document::new(workspace.clone());
        let when = Moment {
            now: 0,
            together: false,
        };
        let done = document.commit(plan.change.clone(), when);
        let done = done.map_err(|faults| Refused {
            row: 1,
            column: 1,
            problem: faults.to_string(),
        })?;
        let scope = Scope {
            studies: vec![plan.report.study.clone()],
            ..Scope::default()
        };
        let rows = rank(document.workspace(), &scope);
        let rated = rows.rows().iter().filter(|row| row.rating.is_some());
        Ok(Self {
            ranking: rated.cloned().collect(),
            changes_something: done.is_some(),
            plan,
        })
    }
}

fn nothing_yet() -> Refused {
    Refused {
        row: 1,
        column: 1,
        problem: String::new(),
    }
}

fn leave(out: &mut Out) {
    out.close();
    out.say("Nothing was imported");
}
