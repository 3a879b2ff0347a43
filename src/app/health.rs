//! The health screen: what the rules found, the worst first, each with the way to where it is put
//! right. What is found is `insight`'s to say; a finding is silenced here, and nothing else is kept.

pub mod layout;
mod listed;
mod mending;
#[cfg(test)]
mod tests;

use super::fields::Subject;
use super::listing::{self, Cursor};
use super::lists::Go;
use super::message::quoted;
use super::overlay::Overlay;
use super::overlay::form::Form;
use super::overlay::menu::{Menu, Row, Then};
use super::{Cx, Mouse, MouseKind, Out, Visit};
use crate::domain::workspace::Head;
use crate::domain::{About, Change, Edit, silenced};
use crate::insight::health::Finding;
use listed::Listed;

pub use listed::{Line, Section};
pub use mending::{place, remedy};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Visit,
    Mend,
    Silence,
    Find,
}

/// Where one can be: at a finding, by what outlives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The rule that says so.
    pub rule: &'static str,
    /// What it says it of.
    pub about: About,
}

impl Spot {
    /// The spot of a finding.
    pub fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.id,
            about: finding.about.clone(),
        }
    }
}

impl listing::Spot for Spot {
    fn line(&self) -> Option<Self> {
        None
    }

    fn shown(&self) -> Option<Self> {
        Some(self.clone())
    }

    // What is found anew does not draw the eye away from what is being put right.
    fn is_thing(&self) -> bool {
        false
    }
}

/// Where one is.
#[derive(Clone, Debug)]
pub struct Ui {
    cursor: Cursor<Spot>,
    listed: Listed,
}

impl Default for Ui {
    fn default() -> Self {
        Self {
            cursor: Cursor::at(Spot {
                rule: "",
                about: About::Workspace,
            }),
            listed: Listed::default(),
        }
    }
}

impl Ui {
    /// What is selected; no finding where there is none.
    pub fn selected(&self) -> &Spot {
        self.cursor.selected()
    }

    /// Selects a finding.
    pub fn select(&mut self, spot: Spot) {
        self.cursor.select(spot);
    }

    /// The selected finding with its sentence; none where there is none.
    pub fn line(&self) -> Option<&Line> {
        self.listed.line(self.selected())
    }

    /// What is shown.
    pub fn listed(&self) -> &Listed {
        &self.listed
    }
}

/// Does what an action says.
pub fn update(ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    match action {
        Action::Find => find(ui, out),
        Action::Visit | Action::Mend | Action::Silence => match ui.line() {
            None => out.refuse("There is no finding to do something about"),
            Some(line) => act(line, action, cx, out),
        },
    }
}

/// Does something about a finding.
fn act(line: &Line, action: Action, cx: Cx<'_>, out: &mut Out) {
    match action {
        Action::Mend => mending::mend(&line.finding, cx, out),
        Action::Silence if line.why.is_some() => speak(line, cx, out),
        Action::Silence => {
            let subject = Subject::Silence {
                rule: line.finding.rule.id,
                about: line.finding.about.clone(),
            };
            let form = Form::for_subject(subject, cx.workspace, cx.now);
            out.open(Overlay::Form(form));
        }
        Action::Visit | Action::Find => mending::visit(&line.finding, cx, out),
    }
}

/// Lets a finding that was silenced count again.
fn speak(line: &Line, cx: Cx<'_>, out: &mut Out) {
    let Finding { rule, about } = &line.finding;
    let head = Head {
        silenced: silenced::without(&cx.workspace.head().silenced, rule.id, about),
        ..Head::clone(cx.workspace.head())
    };
    let label = format!("No longer silenced: {}", quoted(&line.sentence));
    out.change(Change::new(label, vec![Edit::Head(head.into())]));
}

/// Lets one look for a finding by its words.
fn find(ui: &Ui, out: &mut Out) {
    let row = |line: &Line| Row {
        text: line.sentence.clone(),
        aside: line.finding.rule.severity.to_string(),
        synonyms: format!("{} {}", line.finding.rule.id, line.finding.about),
        then: Then::Visit(Visit::Finding(Spot::of(&line.finding))),
    };
    let rows: Vec<Row> = ui.listed.lines().map(row).collect();
    if rows.is_empty() {
        return out.refuse("There is no finding to look for");
    }
    out.open(Overlay::Menu(Menu::new("Find a finding", rows)));
}

/// Goes along the findings.
pub fn go(ui: &mut Ui, go: Go, cx: Cx<'_>) {
    let layout = layout::of(&ui.listed, &ui.cursor, cx);
    ui.cursor.go(go, &layout.sides);
}

/// Takes the mouse: a click selects, a click on what is selected goes there, the wheel goes along
/// the findings.
pub fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    match mouse.kind {
        MouseKind::Press => {
            let layout = layout::of(&ui.listed, &ui.cursor, cx);
            let Some(spot) = layout.sides.list.spot_at(mouse.x, mouse.y).cloned() else {
                return;
            };
            if spot == *ui.selected() {
                update(ui, Action::Visit, cx, out);
            } else {
                ui.cursor.select(spot);
            }
        }
        MouseKind::WheelUp => go(ui, Go::Up, cx),
        MouseKind::WheelDown => go(ui, Go::Down, cx),
        MouseKind::Drag | MouseKind::Release => {}
    }
}

/// Lists what was found anew where that changed, and keeps the cursor on something that is there.
pub fn follow(ui: &mut Ui, cx: Cx<'_>) {
    ui.listed.refresh(cx);
    let before = layout::of(&ui.listed, &ui.cursor, cx);
    ui.cursor.settle(&before.sides);
    let layout = layout::of(&ui.listed, &ui.cursor, cx);
    ui.cursor.scroll(&layout.sides);
}
