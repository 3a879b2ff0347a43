//! What was decided and parked, the newest review first.

use crate::app::geometry::Area;
use crate::app::overlay::decisions::{BEFORE_TEXT, Decisions, Kept, Part, layout};
use crate::domain::Workspace;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// Draws it over an area.
pub fn draw(canvas: &mut Canvas<'_>, decisions: &Decisions, workspace: &Workspace, area: Area) {
    let layout = layout(decisions, workspace, area);
    canvas.frame(layout.frame, "Decisions and parking lot");
    let selected = decisions.selected(layout.count);
    for (area, line) in &layout.lines {
        let is_selected = line.place == Some(selected);
        let text = area.right_of(BEFORE_TEXT);
        match line.part {
            Part::Review => _ = canvas.text(*area, &line.text, Role::Quiet),
            Part::Begin(kept) => {
                canvas.text(area.right_of(2), word(kept), Role::Quiet);
                canvas.text(text, &line.text, weight(is_selected));
            }
            Part::Rest => _ = canvas.text(text, &line.text, weight(is_selected)),
            Part::About if line.place.is_none() => _ = canvas.text(*area, &line.text, Role::Text),
            Part::About => _ = canvas.text(text, &line.text, Role::Quiet),
            Part::Blank => {}
        }
        if is_selected {
            canvas.text(area.columns(0, 1), "▌", Role::Focus);
        }
        if is_selected && matches!(line.part, Part::Begin(_)) {
            canvas.put_cursor(area.x, area.y);
        }
    }
    if layout.count == 0 {
        canvas.put_cursor(layout.frame.x + 2, layout.frame.y + 1);
    }
}

fn word(kept: Kept) -> &'static str {
    match kept {
        Kept::Decision(..) => "decided",
        Kept::Parked(..) => "parked",
    }
}

fn weight(is_selected: bool) -> Role {
    if is_selected {
        Role::Strong
    } else {
        Role::Text
    }
}
