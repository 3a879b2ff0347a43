//! The border: what is taken out of a text before it enters a workspace, so that nothing from a
//! file, a paste or an import can steer a terminal or hide in a line.

use unicode_segmentation::UnicodeSegmentation;

/// The longest text that a workspace holds, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// How many combining marks one letter may carry.
const MARKS: usize = 4;

/// A text after the border, and how many characters were taken out.
#[derive(Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// What is left.
    pub text: String,
    /// How many characters were removed; replaced ones (tabs, line ends) don't count.
    pub removed: usize,
}

/// Cleans a text of one or several lines: line ends become LF, a tab a space; control characters,
/// bidi controls, U+2028/9, U+FFF9–B and tag characters go, and more than four marks on a letter.
pub fn clean(text: &str) -> Cleaned {
    if text
        .chars()
        .all(|letter| is_clean(letter) && !is_mark(letter))
    {
        return Cleaned {
            text: text.to_owned(),
            removed: 0,
        };
    }
    let mut cleaned = Cleaned {
        text: String::with_capacity(text.len()),
        removed: 0,
    };
    for grapheme in text.replace("\r\n", "\n").graphemes(true) {
        cleaned.take(grapheme);
    }
    cleaned
}

/// Cleans a text that stands on one line: as [`clean`], with a space for every line end.
pub fn clean_line(text: &str) -> Cleaned {
    let mut cleaned = clean(text.trim_end_matches(['\n', '\r']));
    cleaned.text = cleaned.text.replace('\n', " ");
    cleaned
}

/// Whether a character may stand in a workspace as it is.
pub fn is_clean(letter: char) -> bool {
    letter == '\n' || !(letter.is_control() || is_refused(letter))
}

impl Cleaned {
    fn take(&mut self, grapheme: &str) {
        let mut marks = 0;
        for letter in grapheme.chars() {
            match letter {
                '\r' | '\n' => self.text.push('\n'),
                '\t' => self.text.push(' '),
                _ if !is_clean(letter) => self.removed += 1,
                _ if is_mark(letter) && marks == MARKS => self.removed += 1,
                _ => {
                    marks += usize::from(is_mark(letter));
                    self.text.push(letter);
                }
            }
        }
    }
}

/// Characters that are no control characters but reorder, annotate or hide text.
fn is_refused(letter: char) -> bool {
    matches!(letter,
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Combining marks: what takes no cell of its own, without the joiners and selectors of emoji.
fn is_mark(letter: char) -> bool {
    !matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
        && unicode_width::UnicodeWidthChar::width(letter) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_script_stay() {
        for text in [
            "Zażółć",
            "顧客",
            "नमस्ते",
            "ไทย",
            "👨‍👩‍👧‍👦",
            "❤️",
            "שלום",
            "e\u{301}",
        ] {
            assert_eq!(
                clean(text),
                Cleaned {
                    text: text.into(),
                    removed: 0
                }
            );
        }
    }

    #[test]
    fn what_could_steer_a_terminal_goes_and_is_counted() {
        assert_eq!(
            clean("a\u{1b}[2Jb\u{9b}c\u{7f}"),
            Cleaned {
                text: "a[2Jbc".into(),
                removed: 3
            }
        );
        assert_eq!(
            clean("a\u{202e}b\u{2028}c\u{e0041}"),
            Cleaned {
                text: "abc".into(),
                removed: 3
            }
        );
    }

    #[test]
    fn tabs_and_line_ends_are_replaced() {
        assert_eq!(
            clean("a\tb\r\nc\rd"),
            Cleaned {
                text: "a b\nc\nd".into(),
                removed: 0
            }
        );
        assert_eq!(clean_line("a\r\nb\n").text, "a b");
    }

    #[test]
    fn a_letter_carries_at_most_four_marks() {
        let zalgo = format!("a{}b", "\u{301}".repeat(20));
        assert_eq!(
            clean(&zalgo),
            Cleaned {
                text: "a\u{301}\u{301}\u{301}\u{301}b".into(),
                removed: 16
            }
        );
    }
}
