//! A text being typed in rows of a field: where each row begins and ends, and which place in the
//! text is at which cell. No letter is left out, so that the cursor can be anywhere.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::app::wrap::{head, width};

/// The rows of a text in a field of so many cells: the bytes that each shows. Rows break behind
/// spaces, and inside a word only when it is wider than the field. There is always one row.
pub fn rows(text: &str, cells: usize) -> Vec<Range<usize>> {
    // One cell is left for a cursor behind the last letter.
    let cells = cells.saturating_sub(1).max(1);
    let mut rows = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let end = start + paragraph.len();
        loop {
            let length = row_length(&text[start..end], cells);
            rows.push(start..start + length);
            start += length;
            if start == end {
                break;
            }
        }
        start = end + 1;
    }
    rows
}

fn row_length(text: &str, cells: usize) -> usize {
    let fits = head(text, cells).len();
    if fits == text.len() {
        return fits;
    }
    let spaces = text[fits..].len() - text[fits..].trim_start_matches(' ').len();
    if spaces > 0 {
        return fits + spaces;
    }
    if let Some(space) = text[..fits].rfind(' ') {
        return space + 1;
    }
    // A letter wider than the field stands alone; the screen clips it.
    let first = text.graphemes(true).next().map_or(text.len(), str::len);
    fits.max(first)
}

/// The row and the column of a place in a text.
pub fn cell_of(text: &str, rows: &[Range<usize>], place: usize) -> (usize, usize) {
    let row = rows.partition_point(|row| row.start <= place).max(1) - 1;
    let start = rows.get(row).map_or(0, |row| row.start);
    (row, width(&text[start..place]))
}

/// The place in a text that is nearest to a column of a row, which is the last where there are
/// fewer.
pub fn place_at(text: &str, rows: &[Range<usize>], row: usize, column: usize) -> usize {
    let last = rows.len().saturating_sub(1);
    let Some(range) = rows.get(row.min(last)) else {
        return 0;
    };
    let place = range.start + head(&text[range.clone()], column).len();
    let is_broken = rows.get(row + 1).is_some_and(|next| next.start == place);
    if is_broken && place > range.start {
        // Behind the last letter of a broken row the next row begins.
        let mut letters = text[range.start..place].grapheme_indices(true);
        return range.start + letters.next_back().map_or(0, |(start, _)| start);
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, cells: usize) -> Vec<&str> {
        let rows = rows(text, cells).into_iter();
        rows.map(|row| &text[row]).collect()
    }

    #[test]
    fn rows_break_behind_spaces_and_at_line_ends() {
        assert_eq!(shown("Set up sales data", 9), ["Set up ", "sales ", "data"]);
        assert_eq!(shown("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(shown("", 9), [""]);
        assert_eq!(shown("onboarding", 5), ["onbo", "ardi", "ng"]);
    }

    #[test]
    fn every_place_has_a_cell_and_every_cell_a_place() {
        let text = "Set up sales\ndata 顧客";
        let rows = rows(text, 9);
        assert_eq!(cell_of(text, &rows, 7), (1, 0));
        assert_eq!(cell_of(text, &rows, 12), (1, 5));
        assert_eq!(cell_of(text, &rows, 13), (2, 0));
        assert_eq!(cell_of(text, &rows, text.len()), (3, 4));
        assert_eq!(place_at(text, &rows, 3, 2), text.len() - 3);
        assert_eq!(place_at(text, &rows, 0, 99), 6);
        assert_eq!(place_at(text, &rows, 99, 99), text.len());
    }

    proptest! {
        #[test]
        fn rows_hold_the_whole_text(text in "[a-z 顧é👍\n]{0,80}", cells in 1_usize..20) {
            let solid = text.replace('\n', "");
            prop_assert_eq!(shown(&text, cells).concat(), solid);
        }

        #[test]
        fn a_cell_leads_back_to_its_place(text in "[a-z 顧é👍\n]{0,80}", cells in 3_usize..20) {
            let rows = rows(&text, cells);
            for (place, _) in text.grapheme_indices(true) {
                let (row, column) = cell_of(&text, &rows, place);
                prop_assert_eq!(place_at(&text, &rows, row, column), place);
            }
        }
    }
}
