//! Putting text into cells: clipped to its area, measured as people see letters, with a style by
//! role. Text of a file never reaches a cell by another way.

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;

use unicode_width::UnicodeWidthChar;

use super::theme::{Role, Theme};
use crate::app::geometry::Area;
use crate::app::glyphs::Glyphs;
use crate::app::wrap::{cells, fit};

/// How many cells a letter takes at most: one of half-wide Katakana with all the marks that the
/// border lets it have, or an emoji that is not joined.
const WIDEST: u16 = 16;

/// Whether what is drawn has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// It has.
    Here,
    /// Something else has.
    Elsewhere,
}

/// The cells of a frame, and the theme.
#[derive(Debug)]
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    glyphs: Glyphs,
    cursor: Option<(u16, u16)>,
}

impl<'a> Canvas<'a> {
    /// A canvas over the cells of a frame.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self {
            buffer,
            theme,
            glyphs: Glyphs::default(),
            cursor: None,
        }
    }

    /// With the signs that charts are drawn with.
    #[must_use]
    pub fn with_glyphs(self, glyphs: Glyphs) -> Self {
        Self { glyphs, ..self }
    }

    /// The signs that charts are drawn with.
    pub fn glyphs(&self) -> Glyphs {
        self.glyphs
    }

    /// Puts a text into the first row of an area, cut with an ellipsis where it does not fit. Gives
    /// the column behind it.
    pub fn text(&mut self, area: Area, text: &str, role: Role) -> u16 {
        self.styled(area, text, self.theme.style(role))
    }

    /// Puts a text at the right end of the first row of an area.
    pub fn text_right(&mut self, area: Area, text: &str, role: Role) {
        let text = fit(text, area.width.into());
        let missing = area.width.saturating_sub(cells(&text));
        self.text(area.right_of(missing), &text, role);
    }

    /// Puts a text with a style of its own, such as one that mixes roles.
    pub fn styled(&mut self, area: Area, text: &str, style: Style) -> u16 {
        let area = self.clip(area);
        if area.is_empty() {
            return area.x;
        }
        self.part_letters(area.row(0));
        let mut text = fit(text, area.width.into());
        if text.contains('\n') {
            // It would vanish and glue two words together.
            text = text.replace('\n', " ").into();
        }
        let (x, _) = self
            .buffer
            .set_stringn(area.x, area.y, text, area.width.into(), style);
        x
    }

    /// Fills an area with one sign of a single cell.
    pub fn fill(&mut self, area: Area, sign: char, role: Role) {
        let area = self.clip(area);
        self.part_letters(area);
        let style = self.theme.style(role);
        for y in area.y..area.bottom() {
            for x in area.x..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.set_char(sign).set_style(style);
                }
            }
        }
    }

    /// Empties an area, so that something can be laid over it.
    pub fn clear(&mut self, area: Area) {
        let area = self.clip(area);
        self.part_letters(area);
        for y in area.y..area.bottom() {
            for x in area.x..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Adds a role's style to what stands in an area already.
    pub fn tint(&mut self, area: Area, role: Role) {
        let area = self.clip(area);
        let rect = Rect::new(area.x, area.y, area.width, area.height);
        self.buffer.set_style(rect, self.theme.style(role));
    }

    /// Draws a border along the edge of an area, empties what is inside, and writes a title on it.
    pub fn frame(&mut self, area: Area, title: &str) {
        self.clear(area);
        if area.width < 2 || area.height < 2 {
            return;
        }
        let (right, bottom) = (area.width - 1, area.height - 1);
        self.fill(area.row(0), '─', Role::Border);
        self.fill(area.row(bottom), '─', Role::Border);
        self.fill(area.columns(0, 1), '│', Role::Border);
        self.fill(area.columns(right, 1), '│', Role::Border);
        let corners = [
            (0, 0, '╭'),
            (right, 0, '╮'),
            (0, bottom, '╰'),
            (right, bottom, '╯'),
        ];
        for (x, y, sign) in corners {
            self.fill(area.columns(x, 1).row(y), sign, Role::Border);
        }
        let title_area = area.row(0).inset(2, 0);
        if !title.is_empty() {
            let title = format!(
                " {} ",
                fit(title, usize::from(title_area.width).saturating_sub(2))
            );
            self.text(title_area, &title, Role::Title);
        }
    }

    /// Has the cells behind emoji that are joined of others sent with every frame: a terminal that
    /// does not join them draws all of them, over what stands behind.
    pub fn send_behind_joined(&mut self) {
        let columns = usize::from(self.buffer.area.width).max(1);
        for row in self.buffer.content.chunks_mut(columns) {
            for place in 0..row.len() {
                let cell = &row[place];
                let end = place + unjoined(cell.symbol());
                let behind = place + usize::from(cell.cell_width());
                for behind in row.iter_mut().take(end).skip(behind) {
                    behind.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
    }

    /// Puts the terminal's cursor on a cell.
    pub fn put_cursor(&mut self, x: u16, y: u16) {
        self.cursor = Some((x, y));
    }

    /// Where the terminal's cursor goes.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let area = self.buffer.area;
        self.cursor.map(|(x, y)| {
            (
                x.min(area.right().saturating_sub(1)),
                y.min(area.bottom().saturating_sub(1)),
            )
        })
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Takes away the letters that stand across the left edge of an area: a terminal would draw them
    /// over what is put there.
    fn part_letters(&mut self, area: Area) {
        for y in area.y..area.bottom() {
            let is_blank = |x: &u16| self.buffer[(*x, y)].symbol() == " ";
            let reach = area.x.saturating_sub(WIDEST).max(self.buffer.area.x);
            let Some(x) = (reach..area.x).rev().find(|x| !is_blank(x)) else {
                continue;
            };
            let cell = &mut self.buffer[(x, y)];
            if x + cell.cell_width() > area.x {
                cell.set_symbol(" ");
            }
        }
    }

    fn clip(&self, area: Area) -> Area {
        let all = self.buffer.area;
        let x = area.x.min(all.right());
        let y = area.y.min(all.bottom());
        Area {
            x,
            y,
            width: area.right().min(all.right()).saturating_sub(x),
            height: area.bottom().min(all.bottom()).saturating_sub(y),
        }
    }
}

/// How many cells a letter takes where its parts are drawn beside each other; none where it has few.
fn unjoined(letter: &str) -> usize {
    if letter.len() <= 4 {
        return 0;
    }
    letter.chars().filter_map(UnicodeWidthChar::width).sum()
}

#[cfg(test)]
mod tests;
