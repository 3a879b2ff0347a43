//! Places on the screen in cells: what layouts are made of, shared by drawing, mouse and scrolling.

/// A rectangle of cells; the cell at the top left of the screen is (0, 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// How many columns.
    pub width: u16,
    /// How many rows.
    pub height: u16,
}

impl Area {
    /// An area at the origin.
    pub const fn of_size(width: u16, height: u16) -> Self {
        Self {
            x: 0,
            y: 0,
            width,
            height,
        }
    }

    /// Whether it has no cell.
    pub const fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// The column behind its last.
    pub const fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// The row below its last.
    pub const fn bottom(self) -> u16 {
        self.y.saturating_add(self.height)
    }

    /// Whether a cell is in it.
    pub const fn contains(self, x: u16, y: u16) -> bool {
        x >= self.x && x < self.right() && y >= self.y && y < self.bottom()
    }

    /// Its `n`th row; empty where there is none.
    #[must_use]
    pub fn row(self, n: u16) -> Self {
        self.rows(n, 1)
    }

    /// `count` rows of it from the `n`th on; fewer where it ends.
    #[must_use]
    pub fn rows(self, n: u16, count: u16) -> Self {
        let skipped = n.min(self.height);
        Self {
            y: self.y + skipped,
            height: count.min(self.height - skipped),
            ..self
        }
    }

    /// `count` columns of it from the `n`th on; fewer where it ends.
    #[must_use]
    pub fn columns(self, n: u16, count: u16) -> Self {
        let skipped = n.min(self.width);
        Self {
            x: self.x + skipped,
            width: count.min(self.width - skipped),
            ..self
        }
    }

    /// What is left without `n` rows at the top.
    #[must_use]
    pub fn below(self, n: u16) -> Self {
        self.rows(n, u16::MAX)
    }

    /// What is left without `n` rows at the bottom.
    #[must_use]
    pub fn above(self, n: u16) -> Self {
        self.rows(0, self.height.saturating_sub(n))
    }

    /// What is left without `n` columns at the left.
    #[must_use]
    pub fn right_of(self, n: u16) -> Self {
        self.columns(n, u16::MAX)
    }

    /// What is left without `across` columns at each side and `down` rows at top and bottom.
    #[must_use]
    pub fn inset(self, across: u16, down: u16) -> Self {
        let inner = self.right_of(across).below(down);
        Self {
            width: inner.width.saturating_sub(across),
            height: inner.height.saturating_sub(down),
            ..inner
        }
    }

    /// An area of at most this size in its middle.
    #[must_use]
    pub fn centred(self, width: u16, height: u16) -> Self {
        let (width, height) = (width.min(self.width), height.min(self.height));
        Self {
            x: self.x + (self.width - width) / 2,
            y: self.y + (self.height - height) / 2,
            width,
            height,
        }
    }
}

/// The first of `count` rows to show in a window of `height`, so that `selected` is in it and the
/// window moves no more than it must from where it was.
pub fn scrolled(first: usize, selected: usize, height: usize, count: usize) -> usize {
    let last_start = count.saturating_sub(height);
    first
        .max((selected + 1).saturating_sub(height))
        .min(selected)
        .min(last_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_an_area_stay_within_it() {
        let area = Area {
            x: 2,
            y: 3,
            width: 10,
            height: 4,
        };
        assert_eq!(
            area.row(3),
            Area {
                x: 2,
                y: 6,
                width: 10,
                height: 1
            }
        );
        assert!(area.row(4).is_empty());
        assert_eq!(
            area.inset(1, 1),
            Area {
                x: 3,
                y: 4,
                width: 8,
                height: 2
            }
        );
        assert!(area.inset(6, 0).is_empty());
        assert_eq!(
            area.centred(4, 2),
            Area {
                x: 5,
                y: 4,
                width: 4,
                height: 2
            }
        );
        assert_eq!(area.columns(8, 5).width, 2);
    }

    #[test]
    fn scrolling_keeps_the_selected_row_in_the_window() {
        assert_eq!(scrolled(0, 3, 5, 20), 0);
        assert_eq!(scrolled(0, 7, 5, 20), 3);
        assert_eq!(scrolled(6, 2, 5, 20), 2);
        assert_eq!(scrolled(18, 19, 5, 20), 15);
        assert_eq!(scrolled(3, 0, 5, 0), 0);
    }
}
