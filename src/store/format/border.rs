//! The border of a file: its texts are cleaned before they become part of a workspace. The file
//! itself keeps what stands in it until the record is edited.

use std::borrow::Cow;

use super::place::Slip;
use super::token::{Token, Tokens};
use crate::domain::text;

/// A piece of a file whose texts are clean, and how many characters were taken out of them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Passed<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) removed: usize,
}

/// Cleans the texts of a piece of a file. What is not in a text stays, and stays where it is: a
/// text that got shorter is followed by blanks.
pub(crate) fn pass(piece: &str) -> Result<Passed<'_>, Slip> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n') && byte != b'\\';
    if piece.len() <= text::LONGEST && piece.bytes().all(is_plain) {
        return Ok(Passed {
            text: Cow::Borrowed(piece),
            removed: 0,
        });
    }
    let piece = with_line_feeds(piece);
    let mut passed = String::new();
    let (mut kept, mut removed) = (0, 0);
    let mut tokens = Tokens::new(&piece, 0);
    loop {
        let (token, span) = tokens.next()?;
        if token == Token::End {
            break;
        }
        if token != Token::Text {
            continue;
        }
        let Some(decoded) = decode(&piece[span.clone()]) else {
            continue;
        };
        if decoded.len() > text::LONGEST {
            return Err(Slip::new(
                span.start,
                "this text is longer than 64 kB; cut it, or keep it in a file of its own",
            ));
        }
        let cleaned = text::clean(&decoded);
        if cleaned.text != decoded {
            passed.push_str(&piece[kept..span.start]);
            quote_as_long(&cleaned.text, span.len(), &mut passed);
            kept = span.end;
            removed += cleaned.removed;
        }
    }
    let text = if kept == 0 {
        piece
    } else {
        passed.push_str(&piece[kept..]);
        Cow::Owned(passed)
    };
    Ok(Passed { text, removed })
}

/// A piece with a line feed where a line ends in a carriage return alone: `ron` would not see the end
/// of a comment there.
fn with_line_feeds(piece: &str) -> Cow<'_, str> {
    if !piece.contains('\r') {
        return Cow::Borrowed(piece);
    }
    let whole: Vec<String> = piece
        .split("\r\n")
        .map(|part| part.replace('\r', "\n"))
        .collect();
    Cow::Owned(whole.join("\r\n"))
}

/// What a text in quotes says; none where its escapes are wrong.
pub(crate) fn decode(quoted: &str) -> Option<Cow<'_, str>> {
    let is_bare = quoted.starts_with('"') && !quoted.contains('\\');
    if is_bare {
        return Some(Cow::Borrowed(&quoted[1..quoted.len() - 1]));
    }
    ron::from_str::<String>(quoted).ok().map(Cow::Owned)
}

/// Puts a text in quotes and fills up with blanks. Line ends stay, so that lines can be counted.
fn quote_as_long(text: &str, length: usize, out: &mut String) {
    let start = out.len();
    out.push('"');
    out.push_str(&text.replace('\\', "\\\\").replace('"', "\\\""));
    out.push('"');
    let missing = (start + length).saturating_sub(out.len());
    out.extend(std::iter::repeat_n(' ', missing));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clean_piece_is_not_copied() {
        for piece in ["(a: \"b\")", "(a: \"顧客\", b: \"\\\"x\\\"\")"] {
            let passed = pass(piece).expect("clean");
            assert!(matches!(passed.text, Cow::Borrowed(_)), "{piece}");
        }
    }

    #[test]
    fn a_dirty_text_is_cleaned_and_the_rest_keeps_its_place() {
        let passed = pass("(\ta: \"x\u{1b}[2J\\u{202e}\\\"\", b:\t1)").expect("passes");
        assert_eq!(passed.text, "(\ta: \"x[2J\\\"\"         , b:\t1)");
        assert_eq!(passed.removed, 2);
    }

    #[test]
    fn too_long_a_text_is_refused_where_it_begins() {
        let piece = format!("(a: 1, b: \"{}\")", "é".repeat(40_000));
        assert_eq!(pass(&piece).expect_err("too long").at, 10);
    }
}
