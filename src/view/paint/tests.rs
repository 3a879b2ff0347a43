//! Text in cells: nothing wider than its area, nothing that a wide letter hides.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;

use super::Canvas;
use crate::app::geometry::Area;
use crate::app::wrap::width;
use crate::view::theme::{Role, Theme};

const ROW: Area = Area::of_size(12, 1);

/// The cells after something was drawn into them.
fn drawn(draw: impl FnOnce(&mut Canvas<'_>)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 4));
    draw(&mut Canvas::new(&mut buffer, &Theme::terminal()));
    buffer
}

/// A row as a terminal shows it: what stands behind a wide letter is not seen.
fn row(buffer: &Buffer, y: u16) -> String {
    let mut shown = String::new();
    let mut x = 0;
    while x < 12 {
        let cell = &buffer[(x, y)];
        shown.push_str(cell.symbol());
        x += cell.cell_width().max(1);
    }
    shown.trim_end().to_owned()
}

#[test]
fn a_text_takes_as_many_cells_as_it_was_measured_to_take() {
    for text in [
        "Sales",
        "顧客",
        "👨‍👩‍👧‍👦 a",
        "❤️",
        "e\u{301}",
        "ｶﾞｷﾞ",
        "שלום",
        "क्ष",
        "a\u{200b}b",
    ] {
        let mut behind = 0;
        drawn(|canvas| behind = canvas.text(ROW, text, Role::Text));
        assert_eq!(usize::from(behind), width(text), "{text:?}");
    }
}

#[test]
fn a_line_end_parts_words_in_a_row() {
    let buffer = drawn(|canvas| {
        canvas.text(ROW, "one\ntwo", Role::Text);
    });
    assert_eq!(row(&buffer, 0), "one two");
}

#[test]
fn a_wide_letter_that_a_border_cuts_leaves_a_blank() {
    let buffer = drawn(|canvas| {
        for y in 0..4 {
            let line = Area { y, ..ROW };
            canvas.text(line, "顧客顧客顧客", Role::Text);
        }
        canvas.frame(
            Area {
                x: 3,
                y: 1,
                width: 6,
                height: 2,
            },
            "",
        );
    });
    assert_eq!(row(&buffer, 0), "顧客顧客顧客");
    assert_eq!(row(&buffer, 1), "顧 ╭────╮ 客");
    assert_eq!(row(&buffer, 2), "顧 ╰────╯ 客");
}

#[test]
fn a_wide_letter_without_room_is_left_out() {
    let buffer = drawn(|canvas| {
        let behind = canvas.text(ROW.columns(0, 4), "a顧客", Role::Text);
        canvas.text(ROW.columns(4, 1), "│", Role::Border);
        assert!(behind <= 4);
    });
    assert_eq!(row(&buffer, 0), "a顧…│");
}
