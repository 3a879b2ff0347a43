//! The border: what is taken out of a text before it enters a workspace, so that nothing from a
//! file, a paste or an import can steer a terminal or hide in a line.

use unicode_width::UnicodeWidthChar;

/// The longest text that a workspace holds, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// How many combining marks one letter may carry.
const MARKS: usize = 4;

/// How many joiners, selectors and skin tones one letter may have: a family in colours has seven.
const JOINERS: usize = 8;

/// What joins two emoji into one letter.
const JOINER: char = '\u{200d}';

/// A text after the border, and how many characters were taken out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// What is left.
    pub text: String,
    /// How many characters were removed; replaced ones (tabs, line ends) don't count.
    pub removed: usize,
}

/// Cleans a text of one or several lines: line ends become LF, a tab a space; control characters,
/// bidi controls, U+2028/9, U+FFF9–B and tag characters go, and more than four marks on a letter or
/// more joined to it than emoji have.
pub fn clean(text: &str) -> Cleaned {
    let is_plain = |letter| is_clean(letter) && part(letter) == Part::Letter;
    if text.chars().all(is_plain) {
        return Cleaned {
            text: text.to_owned(),
            removed: 0,
        };
    }
    let mut brush = Brush::default();
    for letter in text.replace("\r\n", "\n").chars() {
        brush.take(letter);
    }
    brush.cleaned
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

/// What was cleaned so far, and what hangs on the letter that was kept last. What was taken out is
/// forgotten, so that it can't make room for more marks.
#[derive(Default)]
struct Brush {
    cleaned: Cleaned,
    marks: usize,
    joiners: usize,
}

impl Brush {
    fn take(&mut self, letter: char) {
        match letter {
            '\r' => self.keep('\n'),
            '\t' => self.keep(' '),
            _ if is_clean(letter) && self.has_room_for(part(letter)) => self.keep(letter),
            _ => self.cleaned.removed += 1,
        }
    }

    fn has_room_for(&self, part: Part) -> bool {
        match part {
            Part::Letter => true,
            Part::Mark => self.marks < MARKS,
            Part::Joiner => self.joiners < JOINERS,
        }
    }

    fn keep(&mut self, letter: char) {
        match part(letter) {
            Part::Mark => self.marks += 1,
            Part::Joiner => self.joiners += 1,
            Part::Letter => {
                self.marks = 0;
                if !self.cleaned.text.ends_with(JOINER) {
                    self.joiners = 0;
                }
            }
        }
        self.cleaned.text.push(letter);
    }
}

/// Characters that are no control characters but reorder, annotate or hide text.
fn is_refused(letter: char) -> bool {
    matches!(letter,
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// What a character is to the letter that people see.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It begins one.
    Letter,
    /// It stands over, under or in the one before.
    Mark,
    /// It joins emoji, or chooses how one looks.
    Joiner,
}

fn part(letter: char) -> Part {
    match letter {
        ' '..='~' => Part::Letter,
        '\u{200c}' | JOINER | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' => Part::Joiner,
        // Blanks without width.
        '\u{200b}' | '\u{2060}' | '\u{feff}' => Part::Letter,
        _ if letter.width() == Some(0) => Part::Mark,
        _ => Part::Letter,
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

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
            "कार्त्स्न्यं",
            "ｶﾞｷﾞｸﾞｹﾞｺﾞﾞﾞﾞﾞﾞ",
            "👩🏻‍❤️‍💋‍👩🏿👨🏿‍👩🏿‍👧🏿‍👦🏿",
            "❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️",
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

    #[test]
    fn no_more_are_joined_than_an_emoji_has() {
        let chain = ["👨"; 21].join("\u{200d}");
        let whole = ["👨"; 9].join("\u{200d}");
        let rest = ["👨"; 3].join("\u{200d}");
        assert_eq!(
            clean(&chain),
            Cleaned {
                text: format!("{whole}{whole}{rest}"),
                removed: 2
            }
        );
        assert_eq!(clean(&"\u{fe0f}".repeat(500)).removed, 492);
        assert_eq!(clean(&"🏽".repeat(500)).removed, 492);
    }

    proptest! {
        #[test]
        fn what_is_taken_out_makes_no_room_for_more(
            letters in vec(select(LETTERS.to_vec()), 0..60),
        ) {
            let text: String = letters.into_iter().collect();
            let once = clean(&text);
            let again = clean(&once.text);
            prop_assert_eq!(again, Cleaned { text: once.text, removed: 0 });
        }
    }

    const LETTERS: &[char] = &[
        'a',
        ' ',
        '\n',
        '\r',
        '\t',
        '\u{1b}',
        '\u{9b}',
        '\u{202e}',
        '\u{301}',
        '\u{336}',
        '\u{200d}',
        '\u{200c}',
        '\u{fe0f}',
        '👨',
        '🏽',
        'र',
        '\u{94d}',
        '\u{ff9e}',
        '\u{e0041}',
    ];
}
