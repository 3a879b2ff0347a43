//! Links between things: which outcomes serve a need, and what speaks of a segment. A link stands in
//! the outcome or the need that names the other; here it is made and cut from either side.

use super::Ui;
use super::spot::Thing;
use crate::app::message::quoted;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::app::{Cx, Out};
use crate::domain::workspace::Home;
use crate::domain::{Change, Edit, Id, Need, Outcome};

/// Lets one choose what serves the selected need, or what speaks of the selected segment.
pub(super) fn choose(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    match ui.selected().shows() {
        Some(Thing::Need(need)) => serving(&need, cx, out),
        Some(Thing::Segment(segment)) => speaking(&segment, cx, out),
        Some(Thing::Vision | Thing::Assumption(_) | Thing::Evidence(..) | Thing::Study(_))
        | None => {
            out.refuse("Select a need or a segment first: those are linked to outcomes");
        }
    }
}

/// The change that cuts the link between a thing and what an id names; none where there is none.
pub(super) fn cut(thing: &Thing, id: &Id, cx: Cx<'_>) -> Option<Change> {
    match thing {
        Thing::Need(need) => unserve(need, cx.workspace.outcomes().get(id)?, cx),
        Thing::Segment(segment) => {
            let name = quoted(cx.workspace.name_of(segment)?);
            let edit = match cx.workspace.home(id)? {
                Home::Need => {
                    let mut need = Need::clone(cx.workspace.needs().get(id)?);
                    need.segments.retain(|there| there != segment);
                    Edit::need(need)
                }
                Home::Outcome => {
                    let mut outcome = Outcome::clone(cx.workspace.outcomes().get(id)?);
                    outcome.segments.retain(|there| there != segment);
                    Edit::outcome(outcome)
                }
                Home::Segment
                | Home::Stage
                | Home::Initiative(_)
                | Home::Kpi(_)
                | Home::Job
                | Home::Study => return None,
            };
            let other = quoted(cx.workspace.name_of(id)?);
            Some(Change::new(
                format!("Unlinked {other} from {name}"),
                vec![edit],
            ))
        }
        Thing::Vision | Thing::Assumption(_) | Thing::Evidence(..) | Thing::Study(_) => None,
    }
}

/// The change that has an outcome serve a need.
fn serve(need: &Id, outcome: &Outcome, cx: Cx<'_>) -> Option<Change> {
    let name = quoted(cx.workspace.name_of(need)?);
    let mut outcome = outcome.clone();
    outcome.needs.push(need.clone());
    let label = format!("Linked {} to {name}", quoted(&outcome.statement));
    Some(Change::new(label, vec![Edit::outcome(outcome)]))
}

/// The change that has an outcome serve a need no longer.
pub(in crate::app) fn unserve(need: &Id, outcome: &Outcome, cx: Cx<'_>) -> Option<Change> {
    let name = quoted(cx.workspace.name_of(need)?);
    let mut outcome = outcome.clone();
    outcome.needs.retain(|there| there != need);
    let label = format!("Unlinked {} from {name}", quoted(&outcome.statement));
    Some(Change::new(label, vec![Edit::outcome(outcome)]))
}

/// Lets one choose the needs that an outcome serves; those that it serves stand first, to be
/// unlinked.
pub(in crate::app) fn needs_of(outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let needs = cx.workspace.needs().values();
    let (linked, free): (Vec<_>, Vec<_>) = needs.partition(|need| outcome.needs.contains(&need.id));
    let linked = linked.into_iter().filter_map(|need| {
        let change = unserve(&need.id, outcome, cx)?;
        Some(row(&need.statement, "is served · Enter unlinks", change))
    });
    let free = free.into_iter().filter_map(|need| {
        let kind = need.kind.to_string().to_lowercase();
        Some(row(&need.statement, &kind, serve(&need.id, outcome, cx)?))
    });
    let rows: Vec<Row> = linked.chain(free).collect();
    if rows.is_empty() {
        return out.refuse("There is no need yet; the research is where needs are added");
    }
    let title = format!("Which need does {} serve?", quoted(&outcome.statement));
    out.open(Overlay::Menu(Menu::new(title, rows)));
}

/// The outcomes on the board; those that serve the need already stand first, to be unlinked.
fn serving(need: &Id, cx: Cx<'_>, out: &mut Out) {
    let Some(statement) = cx.workspace.name_of(need) else {
        return;
    };
    let outcomes = on_board(cx);
    let (linked, free): (Vec<_>, Vec<_>) = outcomes.partition(|there| there.needs.contains(need));
    let linked = linked.into_iter().filter_map(|outcome| {
        let change = unserve(need, outcome, cx)?;
        Some(row(&outcome.statement, "serves it · Enter unlinks", change))
    });
    let free = free.into_iter().filter_map(|outcome| {
        let stage = cx.workspace.stage(&outcome.stage);
        let stage = stage.map_or("", |(_, stage)| stage.name.as_str());
        Some(row(&outcome.statement, stage, serve(need, outcome, cx)?))
    });
    let rows: Vec<Row> = linked.chain(free).collect();
    if rows.is_empty() {
        return out.refuse("There is no outcome on the board yet; add one there first");
    }
    let title = format!("Which outcome serves {}?", quoted(statement));
    out.open(Overlay::Menu(Menu::new(title, rows)));
}

/// The outcomes and needs that don't speak of the segment yet.
fn speaking(segment: &Id, cx: Cx<'_>, out: &mut Out) {
    let Some(name) = cx.workspace.name_of(segment) else {
        return;
    };
    let label = |other: &str| format!("Linked {} to {}", quoted(other), quoted(name));
    let needs = cx.workspace.needs().values();
    let needs = needs.filter(|need| !need.segments.contains(segment));
    let needs = needs.map(|need| {
        let mut linked = Need::clone(need);
        linked.segments.push(segment.clone());
        let change = Change::new(label(&need.statement), vec![Edit::need(linked)]);
        row(&need.statement, "need", change)
    });
    let outcomes = on_board(cx).filter(|outcome| !outcome.segments.contains(segment));
    let outcomes = outcomes.map(|outcome| {
        let mut linked = outcome.clone();
        linked.segments.push(segment.clone());
        let change = Change::new(label(&outcome.statement), vec![Edit::outcome(linked)]);
        row(&outcome.statement, "outcome", change)
    });
    let rows: Vec<Row> = needs.chain(outcomes).collect();
    if rows.is_empty() {
        return out.refuse("Every need and every outcome speaks of it already");
    }
    let title = format!("What speaks of {}?", quoted(name));
    out.open(Overlay::Menu(Menu::new(title, rows)));
}

/// The outcomes on the board, stage by stage.
fn on_board(cx: Cx<'_>) -> impl Iterator<Item = &Outcome> {
    let stages = cx.workspace.stages().iter();
    let cards = stages.flat_map(move |stage| cx.derived.cards(&stage.id));
    let outcomes = cards.filter_map(move |id| cx.workspace.outcomes().get(id));
    outcomes.map(|outcome| &**outcome)
}

fn row(text: &str, aside: &str, change: Change) -> Row {
    Row {
        text: text.to_owned(),
        aside: aside.to_owned(),
        synonyms: String::new(),
        then: Then::Change(change),
    }
}
