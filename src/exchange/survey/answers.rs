//! Cells as answers on the study's scale, by what a mapping says of scale and words.

use super::cell::{Cell, read};
use super::heads::folded;
use super::mapping::Mapping;
use super::report::Why;

/// Reads the answers of a sheet.
pub(super) struct Answers<'m> {
    mapping: &'m Mapping,
    /// What each digit is on the study's scale: nearly all answers are one.
    digits: [Option<u8>; 10],
}

impl<'m> Answers<'m> {
    pub(super) fn of(mapping: &'m Mapping) -> Self {
        let digit = |digit: usize| mapping.scale.kept(u32::try_from(digit).ok()?);
        Self {
            mapping,
            digits: std::array::from_fn(digit),
        }
    }

    /// The answer in a cell of a column; none where nothing was answered.
    pub(super) fn read(&self, text: &str, column: usize) -> Result<Option<u8>, Why> {
        let answer = match text.as_bytes() {
            [] => return Ok(None),
            &[digit @ b'0'..=b'9'] => self.digits[usize::from(digit - b'0')],
            _ => match read(text) {
                Cell::Blank if !self.is_word(text) => return Ok(None),
                Cell::Number(number) | Cell::Code(number) => self.mapping.scale.kept(number),
                Cell::Labelled(number, words) => {
                    let meant = self.word(text).or_else(|| self.word(words));
                    meant.or_else(|| self.mapping.scale.kept(number))
                }
                Cell::Blank | Cell::Words(_) => self.word(text),
                Cell::Fraction => None,
            },
        };
        match answer {
            Some(answer) => Ok(Some(answer)),
            None => Err(self.wrong(text, column)),
        }
    }

    fn wrong(&self, text: &str, column: usize) -> Why {
        Why::NoAnswerOfTheScale {
            column: column + 1,
            head: self.mapping.head(column),
            text: super::heads::plain(text).chars().take(LONGEST).collect(),
            scale: self.mapping.scale,
        }
    }

    fn is_word(&self, text: &str) -> bool {
        self.mapping.words.contains_key(&folded(text))
    }

    fn word(&self, text: &str) -> Option<u8> {
        let answer = self.mapping.words.get(&folded(text))?;
        self.mapping.scale.kept(u32::from(*answer))
    }
}

/// How much of an answer that is none is told, in characters.
const LONGEST: usize = 40;
