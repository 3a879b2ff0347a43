//! How many stages stand side by side, how wide each is, and what hints at those that don't fit.

use crate::app::geometry::Area;

/// The least width of a column, with the cell for the bar at its left and the gap at its right.
const NARROWEST: u16 = 20;

/// The width that a column does not grow beyond: 48 cells of text, the bar and the gap.
const WIDEST: u16 = 50;

/// From this width on the selected card's detail stands beside the stages, and columns grow only
/// where it has room enough.
const WIDE: u16 = 168;

/// The least and the most cells kept beside the stages on a wide board, the gap included.
const BESIDE: (u16, u16) = (44, 72);

/// The width of a column that is easy to read, which the detail takes nothing from.
const EASY: u16 = 26;

/// The width of the strip that names the hidden stages of one side.
const STRIP: u16 = 10;

/// Below this width a board has no strips: its columns need the room.
const NARROW: u16 = 60;

/// The least width of a column on a board without strips.
const NARROWEST_ALONE: u16 = 26;

/// Which stages are shown, and how wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// The first stage that is shown.
    pub(super) first: usize,
    /// How many are shown.
    pub(super) count: usize,
    stages: usize,
    /// Where the first column starts.
    left: u16,
    /// The width of a column; the first `wider` have one cell more.
    width: u16,
    wider: usize,
    has_strips: bool,
}

/// The stages hidden at one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// Where it says how many there are.
    pub count: Area,
    /// Where their names stand, a row each; empty where there is no room for names.
    pub names: Area,
    /// The place on the board of the first of them, from 0.
    pub from: usize,
    /// The place behind the last of them.
    pub to: usize,
}

/// How many stages fit on a board of this width.
fn fitting(width: u16, stages: usize) -> usize {
    if stages <= usize::from(width / NARROWEST) {
        return stages;
    }
    let beside_strips = if width >= NARROW {
        (width - 2 * STRIP) / NARROWEST
    } else {
        width / NARROWEST_ALONE
    };
    usize::from(beside_strips).clamp(1, stages)
}

/// How many cells a wide board keeps beside its stages for the selected card's detail.
fn kept_beside(width: u16, stages: u16) -> u16 {
    if width < WIDE {
        return 0;
    }
    let (least, most) = BESIDE;
    let kept = width
        .saturating_sub(stages.saturating_mul(EASY))
        .clamp(least, most);
    let has_room = stages.saturating_mul(NARROWEST).saturating_add(kept) <= width;
    if has_room { kept } else { 0 }
}

/// The first stage to show so that the focused one is in view, its neighbours too where there is
/// room, and the board moves no more than it must from where it was.
pub(in crate::app::board) fn window(
    width: u16,
    stages: usize,
    first: usize,
    focused: usize,
) -> usize {
    let count = fitting(width, stages);
    let neighbour = usize::from(count >= 3);
    let lowest = (focused + neighbour + 1).saturating_sub(count);
    let highest = focused.saturating_sub(neighbour);
    let last = stages.saturating_sub(count);
    first.max(lowest).min(highest).min(last)
}

/// Shares the width of a board among its stages, of which there is at least one, from `first` on.
pub(super) fn grid(width: u16, stages: usize, first: usize) -> Grid {
    let count = fitting(width, stages);
    let first = first.min(stages - count);
    let has_strips = count < stages && width >= NARROW;
    let strip = |is_there: bool| if is_there { STRIP } else { 0 };
    let left = strip(has_strips && first > 0);
    let right = strip(has_strips && first + count < stages);
    let columns = u16::try_from(count).unwrap_or(u16::MAX).max(1);
    let beside = if count == stages {
        kept_beside(width, columns)
    } else {
        0
    };
    let room = width.saturating_sub(left + right + beside);
    let share = room / columns;
    Grid {
        first,
        count,
        stages,
        left,
        width: share.min(WIDEST),
        wider: if share < WIDEST {
            usize::from(room % columns)
        } else {
            0
        },
        has_strips,
    }
}

impl Grid {
    /// Where the column of a stage that is shown starts, and its width.
    pub(super) fn column(&self, place: usize) -> (u16, u16) {
        let n = place - self.first;
        let start = usize::from(self.left) + n * usize::from(self.width) + n.min(self.wider);
        (
            u16::try_from(start).unwrap_or(u16::MAX),
            self.width_of(place),
        )
    }

    /// The width that the column of a stage has, or would have if it were shown.
    pub(super) fn width_of(&self, place: usize) -> u16 {
        let n = place.checked_sub(self.first);
        self.width + u16::from(n.is_some_and(|n| n < self.wider))
    }

    /// Behind the last column.
    pub(super) fn right_end(&self) -> u16 {
        let (start, width) = self.column(self.first + self.count.max(1) - 1);
        start.saturating_add(width)
    }

    /// What hints at the stages that are hidden at the left and at the right. Where there are no
    /// strips the hints lie on the rule under the heads.
    pub(super) fn strips(&self, area: Area, head_rows: u16) -> [Option<Strip>; 2] {
        let half = area.width / 2;
        let sides = if self.has_strips {
            [
                area.columns(1, STRIP - 2),
                area.right_of(area.width - STRIP).columns(0, STRIP - 1),
            ]
        } else {
            let side = half.saturating_sub(1);
            [area.columns(1, side), area.columns(half, side)]
        };
        let strip = |side: Area, from: usize, to: usize| {
            let (row, names) = if self.has_strips {
                (0, side.below(head_rows))
            } else {
                (head_rows - 1, Area::default())
            };
            let count = side.row(row);
            (from < to).then_some(Strip {
                count,
                names,
                from,
                to,
            })
        };
        [
            strip(sides[0], 0, self.first),
            strip(sides[1], self.first + self.count, self.stages),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many stages are shown, and the width of their columns.
    fn shown(width: u16, stages: usize, first: usize) -> (usize, u16) {
        let grid = grid(width, stages, first);
        (grid.count, grid.width)
    }

    #[test]
    fn as_many_columns_stand_side_by_side_as_fit() {
        assert_eq!(shown(120, 6, 0), (6, 20));
        assert_eq!(shown(160, 6, 0), (6, 26));
        assert_eq!(shown(119, 6, 0), (4, 27));
        assert_eq!(shown(80, 6, 2), (3, 20));
        assert_eq!(shown(40, 6, 0), (1, 40));
        assert_eq!(shown(56, 6, 0), (2, 28));
    }

    #[test]
    fn columns_stop_growing() {
        assert_eq!(shown(400, 6, 0), (6, WIDEST));
        assert_eq!(shown(400, 1, 0), (1, WIDEST));
    }

    #[test]
    fn a_wide_board_keeps_room_for_the_detail_before_columns_grow() {
        let beside = |width, stages| {
            let grid = grid(width, stages, 0);
            (grid.width, width - grid.right_end())
        };
        assert_eq!(beside(168, 6), (20, 44));
        assert_eq!(beside(200, 6), (26, 44));
        assert_eq!(beside(220, 6), (26, 64));
        assert_eq!(beside(300, 6), (38, 72));
        // Stages come before the detail.
        assert_eq!(beside(200, 8), (25, 0));
        assert_eq!(shown(200, 12, 0).0, 9);
    }

    #[test]
    fn columns_fill_the_width_without_gaps() {
        for width in 20..300 {
            for stages in 1..9 {
                let grid = grid(width, stages, 1);
                let mut x = grid.left;
                for place in grid.first..grid.first + grid.count {
                    let (start, cells) = grid.column(place);
                    assert_eq!(start, x, "{width} cells, {stages} stages");
                    x += cells;
                }
                assert!(x <= width, "{width} cells, {stages} stages");
            }
        }
    }

    #[test]
    fn the_focused_stage_is_shown_with_its_neighbours() {
        assert_eq!(window(80, 6, 0, 0), 0);
        assert_eq!(window(80, 6, 0, 1), 0);
        assert_eq!(window(80, 6, 0, 2), 1);
        assert_eq!(window(80, 6, 0, 5), 3);
        assert_eq!(window(80, 6, 3, 3), 2);
        assert_eq!(window(40, 6, 0, 4), 4);
        assert_eq!(window(200, 6, 3, 4), 0);
    }
}
