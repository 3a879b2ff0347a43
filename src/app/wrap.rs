//! Text in cells: how wide it is, how it wraps, how it is cut. Measured by what people see as one
//! letter, with the widths that the screen uses.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for a text's missing end.
pub const ELLIPSIS: &str = "…";

/// More columns than any terminal has, and few enough to be added to.
pub const FAR: u16 = 10_000;

/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.graphemes(true).map(letter_width).sum()
    }
}

/// How many cells a text takes, as coordinates count them; at most [`FAR`].
pub fn cells(text: &str) -> u16 {
    u16::try_from(width(head(text, FAR.into()))).unwrap_or(FAR)
}

/// How many cells a letter takes, as the screen measures: it gives the sound marks of half-wide
/// Katakana a cell more than they need.
fn letter_width(letter: &str) -> usize {
    letter.width() + letter.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// A text cut to `cells`, with an ellipsis where something is missing.
pub fn fit(text: &str, cells: usize) -> Cow<'_, str> {
    if head(text, cells).len() == text.len() {
        return Cow::Borrowed(text);
    }
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let head = head(text, cells - 1);
    Cow::Owned(format!("{}{ELLIPSIS}", head.trim_end()))
}

/// The end of a text in `cells`, with an ellipsis where its beginning is missing.
pub fn fit_end(text: &str, cells: usize) -> Cow<'_, str> {
    if head(text, cells).len() == text.len() {
        return Cow::Borrowed(text);
    }
    let mut room = cells.saturating_sub(1);
    let mut start = text.len();
    for (place, letter) in text.grapheme_indices(true).rev() {
        let Some(left) = room.checked_sub(letter_width(letter)) else {
            break;
        };
        (room, start) = (left, place);
    }
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let end = text[start..].trim_start_matches(['…', '-', ' ']);
    Cow::Owned(format!("{ELLIPSIS}{end}"))
}

/// The longest beginning of a text that takes at most `room` cells.
pub fn head(text: &str, room: usize) -> &str {
    let near = &text.as_bytes()[..text.len().min(room + 1)];
    if near.iter().all(|byte| matches!(byte, b' '..=b'~')) {
        // Most texts: a letter is a byte and a cell.
        return &text[..text.len().min(room)];
    }
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += letter_width(grapheme);
        if used > room {
            return &text[..start];
        }
    }
    text
}

/// A text in lines of at most `cells`, broken between words, and inside a word only when it is
/// wider than a line. Line ends in the text stay. Of more than `most` lines the rest is cut and the
/// last one ends in an ellipsis.
pub fn wrap(text: &str, cells: usize, most: usize) -> Vec<Cow<'_, str>> {
    let mut lines = Vec::new();
    if cells == 0 || most == 0 {
        return lines;
    }
    for paragraph in text.split('\n') {
        let mut rest = paragraph;
        loop {
            let (line, behind) = break_line(rest, cells);
            if lines.len() + 1 == most && !(behind.is_empty() && ends_with(text, paragraph)) {
                lines.push(cut_off(line, cells));
                return lines;
            }
            lines.push(Cow::Borrowed(line));
            if behind.is_empty() {
                break;
            }
            rest = behind;
        }
    }
    lines
}

/// Whether a part is the end of the text that it was taken from.
fn ends_with(text: &str, part: &str) -> bool {
    text.as_bytes().as_ptr_range().end == part.as_bytes().as_ptr_range().end
}

fn cut_off(line: &str, cells: usize) -> Cow<'_, str> {
    let head = head(line, cells - 1).trim_end();
    Cow::Owned(format!("{head}{ELLIPSIS}"))
}

/// The first line of a paragraph and what is left of it.
fn break_line(text: &str, cells: usize) -> (&str, &str) {
    let fits = head(text, cells);
    if fits.len() == text.len() {
        return (text, "");
    }
    let behind = &text[fits.len()..];
    if behind.starts_with(' ') {
        return (fits, behind.trim_start_matches(' '));
    }
    match fits
        .rfind(' ')
        .filter(|&end| !fits[..end].trim_start().is_empty())
    {
        Some(end) => (fits[..end].trim_end_matches(' '), &text[end + 1..]),
        None if fits.is_empty() => {
            // A letter wider than the line: it goes alone, the screen clips it.
            let first = text.graphemes(true).next().map_or(text.len(), str::len);
            text.split_at(first)
        }
        None => text.split_at(fits.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, cells: usize, most: usize) -> Vec<String> {
        wrap(text, cells, most)
            .into_iter()
            .map(Cow::into_owned)
            .collect()
    }

    #[test]
    fn text_breaks_between_words() {
        assert_eq!(
            lines("Set up sales data", 8, 9),
            ["Set up", "sales", "data"]
        );
        assert_eq!(lines("a b\n\nc", 8, 9), ["a b", "", "c"]);
        assert_eq!(lines("", 8, 9), [""]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        assert_eq!(lines("onboarding", 4, 9), ["onbo", "ardi", "ng"]);
        assert_eq!(lines("顧客データ", 4, 9), ["顧客", "デー", "タ"]);
        assert_eq!(lines("顧客", 1, 9), ["顧", "客"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(lines("Set up sales data", 8, 2), ["Set up", "sales…"]);
        assert_eq!(lines("one\ntwo", 8, 1), ["one…"]);
        assert_eq!(fit("Customer Success", 9), "Customer…");
        assert_eq!(fit("Sales", 5), "Sales");
        assert_eq!(fit("Sales", 0), "");
    }

    #[test]
    fn where_the_beginning_does_not_fit_it_is_the_end_that_stays() {
        assert_eq!(
            fit_end("How important is it to … - Log a call", 13),
            "…Log a call"
        );
        assert_eq!(fit_end("Sales", 5), "Sales");
        assert_eq!(fit_end("顧客データ", 6), "…ータ");
        assert_eq!(fit_end("Sales", 0), "");
    }

    #[test]
    fn joined_emoji_are_one_letter() {
        assert_eq!(width("👨‍👩‍👧‍👦"), 2);
        assert_eq!(head("a👨‍👩‍👧‍👦b", 2), "a");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_cells(text in "\\PC{0,60}", cells in 2_usize..30) {
            for line in wrap(&text, cells, 100) {
                // A letter wider than the line stands alone.
                let is_alone = line.graphemes(true).count() == 1;
                prop_assert!(width(&line) <= cells || is_alone, "{line:?}");
            }
        }

        #[test]
        fn no_letter_is_lost(text in "[a-z 顧é👍]{0,60}", cells in 2_usize..30) {
            let solid = |text: &str| text.replace(' ', "");
            prop_assert_eq!(solid(&lines(&text, cells, 1000).concat()), solid(&text));
        }
    }
}
