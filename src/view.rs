//! A model as a frame of cells. Drawing stores nothing and decides nothing: where things are comes
//! from the layouts in `app`, what they mean from `domain` and `insight`. Skipping a frame changes
//! nothing.

pub mod board;
pub mod card;
pub mod chrome;
mod figures;
pub mod glyphs;
pub mod health;
pub mod landscape;
mod listing;
pub mod overlay;
pub mod paint;
pub mod research;
pub mod roadmap;
pub mod sparkline;
pub mod theme;
pub mod workshop;

use ratatui::Frame;

use crate::app::chrome::SMALLEST;
use crate::app::geometry::Area;
use crate::app::{Model, Screen};
use crate::insight::opportunity::Rating;
use paint::Canvas;
use theme::Theme;

/// Draws the whole screen. The cursor is on what has the keys.
pub fn draw(frame: &mut Frame<'_>, model: &Model, theme: &Theme) {
    let area = model.area;
    let mut canvas = Canvas::new(frame.buffer_mut(), theme).with_glyphs(model.glyphs);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(&mut canvas, area);
        return;
    }
    let layout = crate::app::chrome::layout(model);
    for (screen, area) in &layout.panes {
        let focus = if *screen == model.screen {
            paint::Focus::Here
        } else {
            paint::Focus::Elsewhere
        };
        match screen {
            Screen::Board => board::draw(&mut canvas, model, *area, focus),
            Screen::Card => card::draw(&mut canvas, model, *area, focus),
            Screen::Roadmap => roadmap::draw(&mut canvas, model, *area, focus),
            Screen::Research => research::draw(&mut canvas, model, *area),
            Screen::Health => health::draw(&mut canvas, model, *area),
            Screen::Workshop => workshop::draw(&mut canvas, model, *area),
        }
    }
    chrome::draw(&mut canvas, model, &layout);
    for shown in &model.overlays {
        overlay::draw(&mut canvas, model, shown, layout.body);
    }
    canvas.send_behind_joined();
    if let Some((x, y)) = canvas.cursor() {
        frame.set_cursor_position((x, y));
    }
}

/// What a terminal shows that is too small for any screen.
fn too_small(canvas: &mut Canvas<'_>, area: Area) {
    let says = format!(
        "Outboard needs {} × {} cells; this terminal has {} × {}. Make it larger, or the font smaller.",
        SMALLEST.0, SMALLEST.1, area.width, area.height
    );
    for (row, line) in crate::app::wrap::wrap(&says, area.width.into(), area.height.into())
        .iter()
        .enumerate()
    {
        canvas.text(
            area.row(u16::try_from(row).unwrap_or(u16::MAX)),
            line,
            theme::Role::Text,
        );
    }
    canvas.put_cursor(area.x, area.y);
}

/// What a rating's lens shows, with a sign where it only points in a direction.
fn about(rating: &Rating) -> String {
    format!("{}{}", directional(rating), figure(rating.value))
}

/// The sign of a rating that only points in a direction.
fn directional(rating: &Rating) -> &'static str {
    if rating.is_directional() { "≈" } else { "" }
}

/// A figure with one decimal and a minus sign of its own width.
fn figure(figure: f64) -> String {
    // What rounds to zero has no sign.
    let rounded = (figure * 10.0).round() / 10.0 + 0.0;
    format!("{rounded:.1}").replace('-', "−")
}
