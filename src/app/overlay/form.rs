//! Fields to fill in: the one way in which text gets into a workspace. What is typed stays in the
//! form until it is accepted; then it becomes one change. A form that is left keeps what was typed
//! for the next time.
//!
//! What a field takes and what the change is, says [`crate::app::fields`]; where everything stands,
//! says [`layout`].

pub mod draft;
mod going;
mod hints;
pub mod input;
pub mod layout;
mod typing;
pub mod wrapped;

#[cfg(test)]
mod tests;

pub use crate::app::fields::Subject;
pub use draft::Drafts;
pub use layout::{Place, Room};

use crate::app::board::filter::Filter;
use crate::app::fields::fill::{Filled, Wrong, check, fill, rows};
use crate::app::fields::names::{Lookup, Strangers};
use crate::app::overlay::import::Correction;
use crate::app::{Effect, Mouse, MouseKind, Now, Out};
use crate::domain::{Date, Workspace};
use input::Input;
use layout::Spot;

/// What can be done in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Accept,
    Line,
    Pick,
    Take,
    ChooseBefore,
    ChooseNext,
    Next,
    Previous,
    Up,
    Down,
    Build,
    Help,
    Cancel,
}

/// What has the keys in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// A field, by its place among the fields.
    Field(usize),
    /// The button that saves.
    Save,
    /// The button that leaves.
    Leave,
}

/// What a focused field asks of the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nothing but to be typed in.
    Typing,
    /// Enter starts a line.
    Lines,
    /// Left and right choose.
    Choosing,
    /// Down picks one of the suggestions.
    Suggesting,
    /// Enter takes the suggestion that is picked.
    Picking,
}

/// Fields to fill in.
#[derive(Clone, Debug)]
pub struct Form {
    title: String,
    subject: Subject,
    inputs: Vec<Input>,
    focus: Focus,
    /// Names that may be meant by what is being typed, and which of them is picked.
    suggestions: Vec<String>,
    picked: Option<usize>,
    /// The sentence that its fields make together, where they make one.
    sentence: Option<String>,
    place: Place,
    /// The first line that is shown of those that there are.
    first: usize,
    has_draft: bool,
    /// Whether saving was refused: then every field says what is wrong with it.
    is_refused: bool,
    today: Date,
}

/// What a form reads when something is done in it.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// The part of the screen that it has.
    pub room: Room,
}

impl Form {
    /// A form with all fields of its subject, with the cursor in the first.
    pub fn for_subject(subject: Subject, workspace: &Workspace, now: Now) -> Self {
        let rows = rows(&subject, workspace, now.today).unwrap_or_default();
        let inputs = rows.into_iter();
        let mut form = Self {
            title: subject.title(workspace),
            inputs: inputs
                .map(|(row, value)| Input::new(row, value, workspace))
                .collect(),
            subject,
            focus: Focus::Field(0),
            suggestions: Vec::new(),
            picked: None,
            sentence: None,
            place: Place::Middle,
            first: 0,
            has_draft: false,
            is_refused: false,
            today: now.today,
        };
        form.judge(workspace);
        form
    }

    /// With the cursor in a field, by its name in the file.
    #[must_use]
    pub fn focused_on(mut self, field: &str) -> Self {
        if let Some(place) = self.place_of(field) {
            self.focus = Focus::Field(place);
        }
        self
    }

    /// With a single field, by its name in the file, to edit it in place.
    #[must_use]
    pub fn only(mut self, field: &str) -> Self {
        self.inputs.retain(|input| input.row.name == field);
        self
    }

    /// Drawn at a place.
    #[must_use]
    pub fn placed(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// What it is headed.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it is about.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Where it is drawn.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Its fields.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// What has the keys.
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// Names that may be meant by what is being typed.
    pub fn suggestions(&self) -> &[String] {
        &self.suggestions
    }

    /// The suggestion that is picked.
    pub fn picked(&self) -> Option<usize> {
        self.picked
    }

    /// Whether what stands in it was typed before, and left.
    pub fn has_draft(&self) -> bool {
        self.has_draft
    }

    /// What the focused field asks of the keys.
    pub fn mode(&self) -> Mode {
        match self.focused() {
            _ if self.picked.is_some() => Mode::Picking,
            _ if !self.suggestions.is_empty() => Mode::Suggesting,
            Some(input) if input.choices.is_some() => Mode::Choosing,
            Some(input) if input.editor.is_multiline() => Mode::Lines,
            Some(_) | None => Mode::Typing,
        }
    }

    /// Puts back what was typed when a form about the same was left; says whether there was any.
    pub(crate) fn recall(&mut self, drafts: &Drafts) -> bool {
        for (field, text) in drafts.of(&self.subject).into_iter().flatten() {
            let mut inputs = self.inputs.iter_mut();
            if let Some(input) = inputs.find(|input| input.row.name == *field) {
                input.replace(text);
                self.has_draft = true;
            }
        }
        self.has_draft
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, around: Around<'_>, out: &mut Out) {
        match action {
            Action::Accept if self.focus == Focus::Leave => self.leave(out),
            Action::Accept => self.accept(around, out),
            Action::Cancel if !self.suggestions.is_empty() => self.forget_suggestions(),
            Action::Cancel => self.leave(out),
            Action::Take => self.take(self.picked.unwrap_or(0), around, out),
            Action::Line => self.edit(around, out, |input| input.editor.insert_line_end()),
            Action::ChooseBefore => self.edit(around, out, |input| input.step(-1)),
            Action::ChooseNext => self.edit(around, out, |input| input.step(1)),
            Action::Next => self.go_on(1, around, out),
            Action::Previous => self.go_on(-1, around, out),
            Action::Up => self.go_up(around.room),
            Action::Pick | Action::Down => self.go_down(around.room),
            // Both lie over the form: the update above opens them.
            Action::Build | Action::Help => {}
        }
        self.follow(around);
    }

    /// Takes the mouse: a click puts the cursor or chooses, the wheel goes from field to field.
    pub fn point(&mut self, mouse: Mouse, around: Around<'_>, out: &mut Out) {
        match mouse.kind {
            MouseKind::WheelUp => self.go(-1),
            MouseKind::WheelDown => self.go(1),
            MouseKind::Press => {
                let layout = layout::layout(self, around.room);
                match layout.hit(self, mouse) {
                    Some(spot) => self.click(spot, around, out),
                    None => out.refuse("Enter saves what was typed, Esc leaves and keeps it"),
                }
            }
            MouseKind::Drag | MouseKind::Release => {}
        }
        self.follow(around);
    }

    fn click(&mut self, spot: Spot, around: Around<'_>, out: &mut Out) {
        match spot {
            Spot::Save => self.accept(around, out),
            Spot::Leave => self.leave(out),
            Spot::Suggestion(place) => self.take(place, around, out),
            Spot::Text { input, place } => {
                self.focus_on(Focus::Field(input));
                if let Some(input) = self.focused_mut() {
                    input.editor.go_to(place);
                }
            }
            Spot::Choice { input, choice } => {
                self.focus_on(Focus::Field(input));
                let choice = isize::try_from(choice).unwrap_or(0);
                self.edit(around, out, |input| input.choose(choice));
            }
            Spot::Nothing => {}
        }
    }

    /// Shows what is wrong under the fields that were changed; once saving was refused, under all.
    /// A name that is half typed is not wrong yet.
    fn check(&mut self, workspace: &Workspace) {
        let typed: Vec<(&str, &str)> = self.changed().collect();
        let wrongs = check(&self.subject, &typed, &mut self.lookup(workspace));
        let half_typed = (!self.suggestions.is_empty()).then_some(self.focus);
        for (place, input) in self.inputs.iter_mut().enumerate() {
            let mut wrongs = wrongs.iter();
            let wrong = wrongs.find(|wrong| wrong.field == input.row.name);
            let is_half_typed = half_typed == Some(Focus::Field(place));
            let is_shown = (input.is_changed() || self.is_refused) && !is_half_typed;
            let shown = wrong.filter(|_| is_shown);
            input.problem = shown.map(|wrong| wrong.problem.clone());
        }
    }

    /// What the board shows already while one searches.
    fn live(&self, workspace: &Workspace) -> Option<Filter> {
        let Subject::Search(_) = self.subject else {
            return None;
        };
        let Ok(Filled::Filter(filter)) = self.fill(workspace) else {
            return None;
        };
        Some(filter)
    }

    /// Only what was changed is filled in, so that a form reverts nothing that it did not touch.
    fn changed(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let changed = self.inputs.iter().filter(|input| input.is_changed());
        changed.map(|input| (input.row.name, input.editor.text()))
    }

    fn fill(&self, workspace: &Workspace) -> Result<Filled, Vec<Wrong>> {
        let typed: Vec<(&str, &str)> = self.changed().collect();
        fill(&self.subject, &typed, &mut self.lookup(workspace))
    }

    fn lookup<'a>(&self, workspace: &'a Workspace) -> Lookup<'a> {
        let strangers = if self.subject.is_filter() {
            // Nothing can have what is not there.
            Strangers::Refuse
        } else {
            Strangers::Add
        };
        Lookup::new(workspace, self.today, strangers)
    }

    fn accept(&mut self, around: Around<'_>, out: &mut Out) {
        match self.fill(around.workspace) {
            Ok(Filled::Change { change, added }) => {
                out.change(change);
                out.added = added;
                self.close(out);
            }
            Ok(Filled::Filter(filter)) => {
                out.filter(filter);
                self.close(out);
            }
            Ok(Filled::Text(text)) => {
                out.text = Some(text);
                self.close(out);
            }
            Ok(Filled::Workshop(plan)) => {
                out.workshop = Some(plan);
                self.close(out);
            }
            Ok(Filled::Survey(path)) => {
                // It closes once the file is read: a path that leads nowhere is corrected in it.
                out.say(format!("Reading {path}"));
                out.effect(Effect::ReadSurvey(path));
            }
            Ok(Filled::Intake(intake)) => {
                out.correct(Correction::Intake(intake));
                self.close(out);
            }
            Err(wrongs) => self.refuse(&wrongs, out),
        }
    }

    /// Goes to the first field that is wrong, and says what is.
    fn refuse(&mut self, wrongs: &[Wrong], out: &mut Out) {
        self.is_refused = true;
        let is_wrong = |input: &Input| wrongs.iter().any(|wrong| wrong.field == input.row.name);
        let place = self.inputs.iter().position(is_wrong);
        if let Some(place) = place {
            self.focus_on(Focus::Field(place));
        }
        let field = place.map_or("", |place| self.inputs[place].row.name);
        let wrong = wrongs.iter().find(|wrong| wrong.field == field);
        if let Some(wrong) = wrong.or(wrongs.first()) {
            let refused = self.subject.accepting().refused;
            out.refuse(format!("{refused}: {}", wrong.problem));
        }
    }

    /// Leaves, and keeps what was typed.
    fn leave(&mut self, out: &mut Out) {
        if let Subject::Search(before) = &self.subject {
            // The next search begins anew: its words would be typed behind the old ones.
            out.filter(before.clone());
            return self.close(out);
        }
        let inputs = self.inputs.iter();
        let draft = inputs.map(|input| {
            let typed = input.is_changed().then(|| input.editor.text().to_owned());
            (input.row.name, typed)
        });
        out.draft = Some((self.subject.clone(), draft.collect()));
        out.close();
    }

    /// Closes a form whose text is where it belongs: nothing of it is kept.
    pub(crate) fn close(&self, out: &mut Out) {
        let nothing = self.inputs.iter().map(|input| (input.row.name, None));
        out.draft = Some((self.subject.clone(), nothing.collect()));
        out.close();
    }

    /// Says what is wrong, and keeps the focus in view.
    fn follow(&mut self, around: Around<'_>) {
        self.check(around.workspace);
        self.judge(around.workspace);
        self.first = layout::layout(self, around.room).first;
    }
}
