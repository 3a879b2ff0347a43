//! Text in large letters, to be read from the back of a room: made of halves of cells, or, where
//! that is too wide, of quarters. What has no large letter is left to be shown in small ones.

use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts};

/// How many rows of cells a line of large letters takes.
pub const ROWS: u16 = 4;

/// How many dots part one letter from the next.
const GAP: usize = 1;

/// How many dots wide a blank is.
const BLANK: usize = 4;

/// How many dots high a letter is, and at most wide.
const SIZE: usize = 8;

/// The sign of a cell by its quarters: 1 is top left, 2 top right, 4 and 8 are below.
const QUARTERS: [char; 16] = [
    ' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
];

/// A line of large letters as rows of cells.
pub type Line = [String; ROWS as usize];

/// How wide large letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A cell is a dot wide: as square as letters are.
    Wide,
    /// A cell is two dots wide.
    Narrow,
}

/// A text in at most `most` lines of large letters, each at most `cells` wide, broken between words
/// so that the lines are about as long as each other. None where it does not fit, or one of its
/// letters has no large one.
pub fn lines(text: &str, width: Width, cells: u16, most: usize) -> Option<Vec<Line>> {
    let words: Option<Vec<Vec<u8>>> = text.split_whitespace().map(columns).collect();
    let (words, dots) = (words?, width.dots());
    let room = usize::from(cells) * dots;
    let least = words.iter().map(Vec::len).max().unwrap_or(0);
    let count = broken(&words, room).len();
    if least > room || count > most {
        return None;
    }
    let even = (least..=room).find(|room| broken(&words, *room).len() == count)?;
    let lines = broken(&words, even);
    Some(lines.iter().map(|line| rows(line, dots)).collect())
}

/// Words in lines of so many dots.
fn broken(words: &[Vec<u8>], room: usize) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.len() + BLANK + word.len() <= room => {
                line.resize(line.len() + BLANK, 0);
                line.extend(word);
            }
            Some(_) | None => lines.push(word.clone()),
        }
    }
    lines
}

impl Width {
    /// How many dots a cell is wide.
    fn dots(self) -> usize {
        match self {
            Self::Wide => 1,
            Self::Narrow => 2,
        }
    }
}

/// A word in columns of eight dots, the highest in the lowest bit.
fn columns(word: &str) -> Option<Vec<u8>> {
    let mut columns = Vec::new();
    for letter in word.chars() {
        let shape = BASIC_FONTS
            .get(letter)
            .or_else(|| LATIN_FONTS.get(letter))?;
        let turned = (0..SIZE).map(|x| column(shape, x));
        let shape: Vec<u8> = turned.skip_while(|column| *column == 0).collect();
        let end = shape.iter().rposition(|column| *column != 0)?;
        if !columns.is_empty() {
            columns.resize(columns.len() + GAP, 0);
        }
        columns.extend(&shape[..=end]);
    }
    Some(columns)
}

/// A column of a shape that is given in rows, the leftmost dot in the lowest bit.
fn column(shape: [u8; SIZE], x: usize) -> u8 {
    let bits = shape.iter().enumerate();
    bits.fold(0, |column, (y, row)| column | ((row >> x) & 1) << y)
}

/// Columns of dots as rows of cells, each of two rows of dots.
fn rows(columns: &[u8], dots: usize) -> Line {
    std::array::from_fn(|row| {
        let cells = columns.chunks(dots).map(|cell| {
            let two = |column: &u8| (column >> (2 * row)) & 3;
            let left = cell.first().map_or(0, two);
            // A column that fills its cell is its left and its right half.
            let right = if dots == 1 {
                left
            } else {
                cell.get(1).map_or(0, two)
            };
            let sign = (left & 1) | (right & 1) << 1 | (left & 2) << 1 | (right & 2) << 2;
            QUARTERS[usize::from(sign)]
        });
        cells.collect::<String>().trim_end().to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::wrap::width;

    const TEXT: &str = "Get the whole team working in it";

    #[test]
    fn letters_are_drawn_in_halves_or_quarters_of_cells() {
        insta::assert_snapshot!(drawn("Hi!", Width::Wide));
        insta::assert_snapshot!(drawn("Get KPIs, 2 × für Größe", Width::Narrow));
    }

    fn drawn(text: &str, width: Width) -> String {
        let lines = lines(text, width, 200, 1).expect("it fits");
        lines.concat().join("\n")
    }

    #[test]
    fn a_text_is_broken_between_words_and_never_wider_than_its_room() {
        for (size, cells) in [(Width::Narrow, 76), (Width::Wide, 110)] {
            let drawn = lines(TEXT, size, cells, 3).expect("it fits");
            assert!(drawn.len() > 1);
            let is_within = |row: &String| width(row) <= cells.into();
            assert!(drawn.iter().flatten().all(is_within));
            assert_eq!(lines(TEXT, size, cells, 1), None, "not in one line");
        }
        let long = "incomprehensibilities";
        assert_eq!(lines(long, Width::Narrow, 30, 3), None, "a word too wide");
    }

    #[test]
    fn what_has_no_large_letter_is_not_drawn_in_part() {
        assert_eq!(lines("顧客 data", Width::Narrow, 200, 3), None);
    }
}
