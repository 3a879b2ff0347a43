//! What stands in a cell where an answer is expected: a number, words, both, or nothing.

use super::heads::folded;
use super::words::is_no_answer;

/// A cell of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    /// Nothing was answered: a blank, `n/a`, `don't know`.
    Blank,
    /// A whole number.
    Number(u32),
    /// A whole number with words: `5 - Very important`.
    Labelled(u32, &'a str),
    /// A code that ends in a number, as `LimeSurvey` has them: `A5`.
    Code(u32),
    /// A number that is not whole, or is negative.
    Fraction,
    /// Words.
    Words(&'a str),
}

/// What a cell without blanks around it says.
pub(super) fn read(text: &str) -> Cell<'_> {
    if let &[digit @ b'0'..=b'9'] = text.as_bytes() {
        return Cell::Number(u32::from(digit - b'0'));
    }
    if text.is_empty() {
        return Cell::Blank;
    }
    let number = text.strip_prefix('+').unwrap_or(text);
    match number
        .parse::<f64>()
        .or_else(|_| number.replace(',', ".").parse())
    {
        Ok(value) if number.starts_with(|c: char| c.is_ascii_digit() || "-.,".contains(c)) => {
            return of_number(value);
        }
        _ => {}
    }
    if let Some(cell) = labelled(text) {
        return cell;
    }
    if let Some(code) = code(text) {
        return Cell::Code(code);
    }
    if is_no_answer(&folded(text)) {
        return Cell::Blank;
    }
    Cell::Words(text)
}

/// A number as spreadsheets write it, `4.0` too. Qualtrics writes -99 where a question was seen and
/// not answered.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number that is checked to fit"
)]
fn of_number(value: f64) -> Cell<'static> {
    if (value + 99.0).abs() < f64::EPSILON {
        return Cell::Blank;
    }
    let is_whole = value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value);
    if is_whole {
        Cell::Number(value as u32)
    } else {
        Cell::Fraction
    }
}

/// A number before words, or behind them: `5 - Very important`, `Very important (5)`.
fn labelled(text: &str) -> Option<Cell<'_>> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let words = text[digits..].trim_start_matches(|c: char| " -–—:.=)(/".contains(c));
        let words = words.trim_end_matches(')');
        let is_words = words.starts_with(char::is_alphabetic);
        return Some(Cell::Labelled(text[..digits].parse().ok()?, words)).filter(|_| is_words);
    }
    let (words, number) = match text.strip_suffix(')') {
        Some(open) => open.rsplit_once('(')?,
        None => text.rsplit_once('=').or_else(|| text.rsplit_once(" - "))?,
    };
    Some(Cell::Labelled(number.trim().parse().ok()?, words.trim()))
}

fn code(text: &str) -> Option<u32> {
    let start = ["AO", "A", "L"]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let digits = start?;
    let is_short = (1..=3).contains(&digits.len());
    (is_short && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_a_number_words_both_or_nothing() {
        for (text, cell) in [
            ("5", Cell::Number(5)),
            ("0", Cell::Number(0)),
            ("10", Cell::Number(10)),
            ("4.0", Cell::Number(4)),
            ("4,0", Cell::Number(4)),
            ("4.5", Cell::Fraction),
            ("4,5", Cell::Fraction),
            ("-1", Cell::Fraction),
            (".5", Cell::Fraction),
            ("1e999", Cell::Fraction),
            ("5 - Very important", Cell::Labelled(5, "Very important")),
            ("5 (very important)", Cell::Labelled(5, "very important")),
            ("5: very", Cell::Labelled(5, "very")),
            ("Very important (5)", Cell::Labelled(5, "Very important")),
            ("very = 5", Cell::Labelled(5, "very")),
            ("A5", Cell::Code(5)),
            ("AO03", Cell::Code(3)),
            ("", Cell::Blank),
            ("-99", Cell::Blank),
            ("-", Cell::Blank),
            ("—", Cell::Blank),
            ("?", Cell::Blank),
            ("n/a", Cell::Blank),
            ("N.A.", Cell::Blank),
            ("NaN", Cell::Blank),
            ("Don't know", Cell::Blank),
            ("Don’t know / not applicable", Cell::Blank),
            ("weiß nicht", Cell::Blank),
            ("Agree", Cell::Words("Agree")),
            ("infinity", Cell::Words("infinity")),
        ] {
            assert_eq!(read(text), cell, "{text}");
        }
    }
}
