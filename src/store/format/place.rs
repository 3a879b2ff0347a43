//! Places in a file: where something is wrong, as an offset while it is read and as line and column
//! once it is told. Lines are counted only when there is something to tell.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

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
    pub(crate) fn in_file(self, lines: &Lines<'_>) -> Mistake {
        let (line, column) = lines.place(self.at);
        Mistake {
            line,
            column,
            problem: text::clean_line(&self.problem).text,
            around: around(lines, line, column),
        }
    }
}

/// Where the lines of a file begin.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let first = text.len() - text.trim_start_matches('\u{feff}').len();
        let ends = text.match_indices(LINE_END);
        // Of the two signs of CR LF the second one ends the line.
        let ends = ends.filter(|(end, _)| !text[*end..].starts_with("\r\n"));
        Self {
            text,
            starts: std::iter::once(first)
                .chain(ends.map(|(end, _)| end + 1))
                .collect(),
        }
    }

    /// The line and the column of an offset, both from 1, the column in characters.
    pub(crate) fn place(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let before = self.text[self.starts[line - 1]..].char_indices();
        let offset = at.saturating_sub(self.starts[line - 1]);
        let column = before.take_while(|(there, letter)| there + letter.len_utf8() <= offset);
        (line, column.count() + 1)
    }

    /// A line by its number, without its end; none where the file has no such line.
    fn line(&self, number: usize) -> Option<&'a str> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        let end = self.starts.get(number).copied();
        let line = &self.text[start..end.unwrap_or(self.text.len())];
        Some(line.trim_end_matches(LINE_END))
    }
}

/// The line and the column of an offset, both from 1, the column in characters.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    Lines::of(text).place(at)
}

/// How many cells of a line are shown around a mistake.
const SHOWN: usize = 70;

/// How many letters of a line are shown before a mistake.
const BEFORE: usize = 44;

/// A line with the one before and the one after it, each with its number, and a mark below the
/// column: so a mistake can be seen without opening the file. Safe for a terminal.
fn around(lines: &Lines<'_>, line: usize, column: usize) -> Vec<String> {
    let skipped = column.saturating_sub(BEFORE + 1);
    let digits = (line + 1).to_string().len();
    let mut rows = Vec::new();
    for number in line.saturating_sub(1).max(1)..=line + 1 {
        let Some(text) = lines.line(number) else {
            break;
        };
        rows.push(
            format!("{number:>digits$} │ {}", window(text, skipped))
                .trim_end()
                .to_owned(),
        );
        if number == line {
            let before: String = text.chars().take(column - 1).skip(skipped).collect();
            let cells = cells(&text::clean_line(&before).text) + usize::from(skipped > 0);
            rows.push(format!("{:digits$} │ {}^", "", " ".repeat(cells)));
        }
    }
    rows
}

/// The part of a line that is shown, with an ellipsis where something is missing.
fn window(line: &str, skipped: usize) -> String {
    let rest: String = line.chars().skip(skipped).take(2 * SHOWN).collect();
    let rest = text::clean_line(&rest).text;
    let start = if skipped > 0 { "…" } else { "" };
    let mut used = start.chars().count();
    for (at, letter) in rest.grapheme_indices(true) {
        used += letter.width();
        if used > SHOWN {
            return format!("{start}{}…", &rest[..at]);
        }
    }
    format!("{start}{rest}")
}

fn cells(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
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
    fn a_mistake_is_shown_with_the_lines_around_it_and_a_mark_below_its_place() {
        let file = "(\r\n    名: \"a\u{1b}b\" \"c\",\r\n)";
        let slip = Slip::new(file.rfind("\"c").expect("it is there"), "x");
        assert_eq!(
            slip.in_file(&Lines::of(file)).around,
            [
                "1 │ (",
                "2 │     名: \"ab\" \"c\",",
                "  │              ^",
                "3 │ )"
            ]
        );
    }

    #[test]
    fn of_a_long_line_the_part_with_the_mistake_is_shown() {
        let file = format!("{}!{}", "é".repeat(1_000), "x".repeat(1_000));
        let around = Slip::new(2_000, "x").in_file(&Lines::of(&file)).around;
        let columns: Vec<usize> = around.iter().map(|row| row.chars().count()).collect();
        assert_eq!(columns.len(), 2);
        assert!(columns[0] <= SHOWN + 5, "{around:?}");
        let mark = around[1].chars().count() - 1;
        assert_eq!(around[0].chars().nth(mark), Some('!'), "{around:?}");
    }

    #[test]
    fn an_excerpt_is_short_and_safe() {
        assert_eq!(excerpt("\"a\u{1b}[2J\""), "`\"a[2J\"`");
        assert_eq!(excerpt("(\n  id: 1)"), "`(…`");
    }
}
