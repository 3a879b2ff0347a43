//! Conflicts, each with its versions; the one that is picked has a filled mark.

use crate::app::geometry::Area;
use crate::app::overlay::conflicts::{BEFORE_TEXT, Chooser, Line, layout};
use crate::domain::conflict::Side;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// Draws conflicts over an area.
pub fn draw(canvas: &mut Canvas<'_>, chooser: &Chooser, area: Area) {
    let layout = layout(chooser, area);
    let count = chooser.rows().len();
    let title = format!(
        "Changed on both sides · {} of {count}",
        chooser.selected() + 1
    );
    canvas.frame(layout.frame, &title);
    for (area, text) in &layout.intro {
        canvas.text(*area, text, Role::Quiet);
    }
    let picks: Vec<Side> = chooser.rows().map(|(_, pick)| pick).collect();
    for (area, line) in &layout.lines {
        let is_selected = line.place() == chooser.selected();
        match line {
            Line::Thing { text, .. } => thing(canvas, *area, text, is_selected),
            Line::Version {
                side,
                is_first,
                text,
                place,
            } => {
                let version = Version {
                    side: *side,
                    is_picked: picks[*place] == *side,
                };
                if *is_first {
                    version.draw_mark(canvas, area.right_of(2));
                }
                canvas.text(area.right_of(BEFORE_TEXT), text, version.role());
            }
            Line::Blank(_) => {}
        }
        if is_selected && !matches!(line, Line::Blank(_)) {
            canvas.text(area.columns(0, 1), "▌", Role::Focus);
        }
    }
    if let Some((area, _)) = layout
        .lines
        .iter()
        .find(|(_, line)| line.place() == chooser.selected())
    {
        canvas.put_cursor(area.x, area.y);
    }
}

fn thing(canvas: &mut Canvas<'_>, area: Area, text: &str, is_selected: bool) {
    let role = if is_selected {
        Role::Strong
    } else {
        Role::Text
    };
    canvas.text(area.right_of(2), text, role);
}

/// A version of something.
struct Version {
    side: Side,
    is_picked: bool,
}

impl Version {
    fn draw_mark(&self, canvas: &mut Canvas<'_>, area: Area) {
        let mark = if self.is_picked { "●" } else { "○" };
        canvas.text(area, mark, self.role());
        let whose = match self.side {
            Side::Mine => "mine",
            Side::Theirs => "theirs",
            Side::Both => "both",
        };
        canvas.text(area.right_of(2), whose, self.role());
    }

    fn role(&self) -> Role {
        if self.is_picked {
            Role::Text
        } else {
            Role::Quiet
        }
    }
}

#[cfg(test)]
mod tests;
