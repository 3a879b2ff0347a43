//! The mouse on the board: a press selects, a second one opens, the wheel scrolls what is under it,
//! a drag moves a card. A drag changes nothing until the button comes up over a stage.

use super::layout::{Column, Layout};
use super::moving::{self, Target};
use super::{Ui, going};
use crate::app::geometry::Area;
use crate::app::{Cx, Mouse, MouseKind, Out, Visit};
use crate::domain::Id;

/// A card under the pressed button.
#[derive(Clone, Debug)]
pub struct Drag {
    /// The card.
    pub card: Id,
    /// Where the mouse is.
    pub at: (u16, u16),
    /// Where the card goes when the button comes up here; none outside of the stages.
    pub target: Option<Target>,
    from: (u16, u16),
    /// Whether the card was selected before: then a mere click opens it.
    was_selected: bool,
}

impl Drag {
    /// Whether the mouse left the cell in which the button went down.
    pub fn is_moving(&self) -> bool {
        self.at != self.from
    }
}

/// Takes the mouse.
pub fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    ui.has_just_captured = false;
    match mouse.kind {
        MouseKind::Press => press(ui, mouse, cx),
        MouseKind::Drag => drag(ui, mouse),
        MouseKind::Release => release(ui, mouse, cx, out),
        MouseKind::WheelUp => wheel(ui, mouse, -1, cx),
        MouseKind::WheelDown => wheel(ui, mouse, 1, cx),
    }
}

fn press(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>) {
    ui.drag = None;
    if let Some(place) = strip_at(&ui.layout, mouse) {
        going::focus(ui, place, cx);
        return;
    }
    let Some(column) = column_at(&ui.layout, mouse) else {
        return;
    };
    let (place, list, hidden) = (column.place, column.list, column.hidden);
    let card = column
        .cards
        .iter()
        .find(|card| card.area.contains(mouse.x, mouse.y));
    if let Some(card) = card.map(|card| card.id.clone()) {
        let was_selected = ui.card.as_ref() == Some(&card);
        ui.select(card.clone());
        let at = (mouse.x, mouse.y);
        ui.drag = Some(Drag {
            card,
            at,
            target: None,
            from: at,
            was_selected,
        });
        return;
    }
    if hidden[0] > 0 && mouse.y == list.y {
        page(ui, place, -1, cx);
    } else if hidden[1] > 0 && mouse.y + 1 == list.bottom() {
        page(ui, place, 1, cx);
    } else if place != ui.stage_place {
        going::focus(ui, place, cx);
    }
}

fn drag(ui: &mut Ui, mouse: Mouse) {
    let Some(drag) = ui.drag.take() else { return };
    let target = target(ui, mouse);
    ui.drag = Some(Drag {
        at: (mouse.x, mouse.y),
        target,
        ..drag
    });
}

/// Moves the card, and the marked ones with it if it is one of them; or opens it.
fn release(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    let Some(drag) = ui.drag.take() else { return };
    if !drag.is_moving() {
        if drag.was_selected {
            out.visit(Visit::Card(drag.card));
        }
        return;
    }
    let Some(target) = target(ui, mouse) else {
        return;
    };
    let cards = if ui.marks.contains(&drag.card) {
        ui.chosen(cx)
    } else {
        vec![drag.card]
    };
    // The place was pointed at with the moved cards still there.
    let shown = ui.shown_cards(target.stage, cx);
    let above = shown.iter().take(target.place);
    let place = above.filter(|id| !cards.contains(id)).count();
    out.change(moving::to(ui, &cards, &Target { place, ..target }, cx));
}

/// Where a card goes that is dropped here, counted with the dragged card still in its place: between
/// the cards of a stage that is shown, at the end of a hidden one.
fn target(ui: &Ui, mouse: Mouse) -> Option<Target> {
    if let Some(stage) = strip_at(&ui.layout, mouse) {
        let place = usize::MAX;
        return Some(Target { stage, place });
    }
    let column = column_at(&ui.layout, mouse)?;
    let mut cards = column.cards.iter();
    let below = cards.find(|card| mouse.y < middle(card.area));
    let behind = column.cards.last().map_or(0, |card| card.place + 1);
    Some(Target {
        stage: column.place,
        place: below.map_or(behind, |card| card.place),
    })
}

fn middle(area: Area) -> u16 {
    area.y + area.height.div_ceil(2)
}

/// Scrolls a column by a card. The selected card stays in view: another one is selected when it
/// would leave.
fn wheel(ui: &mut Ui, mouse: Mouse, by: isize, cx: Cx<'_>) {
    let Some(place) = column_at(&ui.layout, mouse).map(|column| column.place) else {
        return;
    };
    scroll(ui, place, by, cx);
}

/// Scrolls a column by as many cards as are in view.
fn page(ui: &mut Ui, place: usize, way: isize, cx: Cx<'_>) {
    let column = ui.layout.column(place);
    let cards = column.map_or(1, |column| column.cards.len().max(1));
    scroll(ui, place, way * isize::try_from(cards).unwrap_or(1), cx);
}

fn scroll(ui: &mut Ui, place: usize, by: isize, cx: Cx<'_>) {
    let list = ui.list(place, cx);
    let before = ui.first_card(place, cx);
    let first = before.saturating_add_signed(by).min(list.last_first());
    let Some(stage) = cx.workspace.stages().get(place) else {
        return;
    };
    if place == ui.stage_place {
        let kept = list.nearest_in_view(first, ui.card_place);
        ui.card = ui.shown_cards(place, cx).get(kept).cloned();
        ui.card_place = kept;
    }
    ui.first_cards.insert(stage.id.clone(), first);
}

fn column_at(layout: &Layout, mouse: Mouse) -> Option<&Column> {
    let mut columns = layout.columns.iter();
    columns.find(|column| column.area.contains(mouse.x, mouse.y))
}

/// The hidden stage whose name is under the mouse; the nearest one where their number is.
fn strip_at(layout: &Layout, mouse: Mouse) -> Option<usize> {
    let [left, right] = &layout.strips;
    let nearest = [
        left.as_ref().map(|strip| (strip, strip.to - 1)),
        right.as_ref().map(|strip| (strip, strip.from)),
    ];
    nearest.into_iter().flatten().find_map(|(strip, nearest)| {
        if strip.count.contains(mouse.x, mouse.y) {
            return Some(nearest);
        }
        let place = strip.from + usize::from(mouse.y.checked_sub(strip.names.y)?);
        let is_name = strip.names.contains(mouse.x, mouse.y) && place < strip.to;
        is_name.then_some(place)
    })
}
