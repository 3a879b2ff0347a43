//! Places in a file: where something is wrong, as an offset while it is read and as line and column
//! once it is told. Lines are counted only when there is something to tell.

use super::token::LINE_END;
use crate::domain::text;
use crate::store::error::Mistake;

/// Something wrong at an offset of the file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slip {
    pub(crate) at: usize,
    pub(crate) problem: String,
}

impl Slip {
    pub(crate) fn new(at: usize, problem: impl Into<String>) -> Self {
        Self {
            at,
            problem: problem.into(),
        }
    }

    /// The same, told by line and column. What it quotes of the file is made safe for a terminal.
    pub(crate) fn in_file(self, file: &str) -> Mistake {
        let (line, column) = line_and_column(file, self.at);
        Mistake {
            line,
            column,
            problem: text::clean_line(&self.problem).text,
        }
    }
}

/// The line and the column of an offset, both from 1, the column in characters.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let at = (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let before = text[..at.unwrap_or(0)].trim_start_matches('\u{feff}');
    let before = before.replace("\r\n", "\n");
    let line = before.matches(LINE_END).count() + 1;
    let on_line = before.rsplit(LINE_END).next().unwrap_or_default();
    let column = on_line.chars().count() + 1;
    (line, column)
}

/// A piece of the file to be shown in a message: on one line, safe for a terminal, not too long.
pub(crate) fn excerpt(piece: &str) -> String {
    const LONGEST: usize = 40;
    let first_line = piece.split(LINE_END).next().unwrap_or_default();
    let shown = text::clean_line(first_line).text;
    let is_whole = shown.chars().count() <= LONGEST && first_line.len() == piece.len();
    if is_whole {
        return format!("`{shown}`");
    }
    let start: String = shown.chars().take(LONGEST).collect();
    format!("`{}…`", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_from_one_and_in_characters() {
        assert_eq!(line_and_column("\u{feff}(a", 3), (1, 1));
        assert_eq!(line_and_column("é: 1,\r\nnäme: x", 14), (2, 6));
        assert_eq!(line_and_column("é: 1,\rnäme: x", 13), (2, 6));
        assert_eq!(line_and_column("a", 99), (1, 2));
    }

    #[test]
    fn an_excerpt_is_short_and_safe() {
        assert_eq!(excerpt("\"a\u{1b}[2J\""), "`\"a[2J\"`");
        assert_eq!(excerpt("(\n  id: 1)"), "`(…`");
    }
}
