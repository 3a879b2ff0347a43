//! Cuts the text of a workspace file into brackets, commas, texts, numbers and words, so that the
//! rest of `format` never looks at single letters. It decides nothing about what they mean, except
//! for letters that no workspace has outside its texts: those are usual slips, and are told.

use std::ops::Range;

use super::place::Slip;

/// Where a line ends. Files of old have CR alone, others both.
pub(crate) const LINE_END: [char; 2] = ['\n', '\r'];

/// One word of the file, or one of its signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// `(` or `[`.
    Open(Bracket),
    /// `)` or `]`.
    Close(Bracket),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A text in quotes, raw ones too.
    Text,
    /// Whatever starts with a digit, a sign or a point.
    Number,
    /// A name, or one of the words to choose from.
    Word,
    /// A letter that has no place outside a text.
    Stray(char),
    /// The end of the file.
    End,
}

/// The two kinds of bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bracket {
    /// `( )`, around the fields of a record and the values of a row.
    Round,
    /// `[ ]`, around a list.
    Square,
}

/// The tokens of a text, from some place on.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'a> {
    pub(crate) text: &'a str,
    at: usize,
    comments: usize,
    /// The next token, where it was looked at already.
    ahead: Option<(Token, Range<usize>)>,
}

impl Bracket {
    pub(crate) fn open(self) -> char {
        match self {
            Self::Round => '(',
            Self::Square => '[',
        }
    }

    pub(crate) fn close(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
        }
    }
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Self {
            text,
            at,
            comments: 0,
            ahead: None,
        }
    }

    /// How far it has come.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The next token and where it stands; what stands between two tokens is passed over.
    pub(crate) fn next(&mut self) -> Result<(Token, Range<usize>), Slip> {
        if let Some(ahead) = self.ahead.take() {
            return Ok(ahead);
        }
        self.skip_between()?;
        let start = self.at;
        let token = self.token()?;
        Ok((token, start..self.at))
    }

    /// The next token, left where it is.
    pub(crate) fn peek(&mut self) -> Result<(Token, Range<usize>), Slip> {
        let next = self.next()?;
        self.ahead = Some(next.clone());
        Ok(next)
    }

    /// Passes over blanks and comments.
    pub(crate) fn skip_between(&mut self) -> Result<(), Slip> {
        let bytes = self.text.as_bytes();
        loop {
            self.at += run(&bytes[self.at..], |byte| byte == b' ' || byte == b'\n');
            let rest = &self.text[self.at..];
            let Some(letter) = rest.chars().next() else {
                return Ok(());
            };
            if is_blank(letter) {
                self.at += letter.len_utf8();
            } else if rest.starts_with("//") {
                self.comments += 1;
                self.at += rest.find(LINE_END).unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.comments += 1;
                self.at += block_comment(rest).ok_or_else(|| {
                    Slip::new(self.at, "this comment is never closed; `*/` is missing")
                })?;
            } else {
                return Ok(());
            }
        }
    }

    fn token(&mut self) -> Result<Token, Slip> {
        let rest = &self.text.as_bytes()[self.at..];
        let Some(&first) = rest.first() else {
            return Ok(Token::End);
        };
        let (token, length) = match first {
            b'(' => (Token::Open(Bracket::Round), 1),
            b')' => (Token::Close(Bracket::Round), 1),
            b'[' => (Token::Open(Bracket::Square), 1),
            b']' => (Token::Close(Bracket::Square), 1),
            b',' => (Token::Comma, 1),
            b':' => (Token::Colon, 1),
            b'"' => (Token::Text, self.length_of(quoted(rest))?),
            b'r' if is_raw_text(rest) => (Token::Text, self.length_of(raw(rest))?),
            b'0'..=b'9' | b'+' | b'-' | b'.' => (Token::Number, run(rest, is_in_number)),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => (Token::Word, run(rest, is_in_word)),
            _ => {
                let letter = self.text[self.at..].chars().next().unwrap_or_default();
                (Token::Stray(letter), letter.len_utf8())
            }
        };
        self.at += length;
        Ok(token)
    }

    fn length_of(&self, length: Option<usize>) -> Result<usize, Slip> {
        length.ok_or_else(|| {
            Slip::new(
                self.at,
                "this text is never closed; its second \" is missing",
            )
        })
    }
}

/// How many comments stand in a piece of a file that was read before.
pub(crate) fn comments_in(piece: &str) -> usize {
    let mut tokens = Tokens::new(piece, 0);
    while let Ok((token, _)) = tokens.next() {
        if token == Token::End {
            break;
        }
    }
    tokens.comments
}

/// Where the line that holds a place of a file ends, if a comment and nothing else follows on it;
/// otherwise the place itself.
pub(crate) fn end_of_line(text: &str, at: usize) -> usize {
    let mut tokens = Tokens::new(text, at);
    if tokens.skip_between().is_err() {
        return at;
    }
    let between = &text[at..tokens.at()];
    let line = between.find(LINE_END).unwrap_or(between.len());
    let ends_line = line < between.len() || tokens.at() == text.len();
    let mut on_line = Tokens::new(&between[..line], 0);
    if ends_line && on_line.skip_between().is_ok() && on_line.comments > 0 {
        at + line
    } else {
        at
    }
}

/// What `ron` passes over between two tokens.
fn is_blank(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Dates without quotes are taken whole, so that they can be told as what they are.
fn is_in_number(byte: u8) -> bool {
    is_in_word(byte) || matches!(byte, b'+' | b'-' | b'.')
}

fn run(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| belongs(**byte)).count()
}

/// The length of a text in quotes, both included.
fn quoted(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

fn is_raw_text(bytes: &[u8]) -> bool {
    let hashes = run(&bytes[1..], |byte| byte == b'#');
    bytes.get(1 + hashes) == Some(&b'"')
}

/// The length of a raw text, `r#"…"#`.
fn raw(bytes: &[u8]) -> Option<usize> {
    let hashes = run(&bytes[1..], |byte| byte == b'#');
    let mut at = 2 + hashes;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')? + 1;
        if run(&bytes[at..], |byte| byte == b'#') >= hashes {
            return Some(at + hashes);
        }
    }
}

/// The length of a block comment; such comments nest.
fn block_comment(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (2, 1);
    while depth > 0 {
        match (bytes.get(at)?, bytes.get(at + 1)) {
            (b'*', Some(b'/')) => (at, depth) = (at + 2, depth - 1),
            (b'/', Some(b'*')) => (at, depth) = (at + 2, depth + 1),
            _ => at += 1,
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<(Token, &str)> {
        let mut tokens = Tokens::new(text, 0);
        let mut found = Vec::new();
        loop {
            match tokens.next().expect("tokens") {
                (Token::End, _) => return found,
                (token, span) => found.push((token, &text[span])),
            }
        }
    }

    #[test]
    fn signs_inside_texts_and_comments_are_no_signs() {
        let text = r##"/* ( /* " */ */ r#"a"]"# // "(
            "\")\\" rest"##;
        assert_eq!(
            tokens(text),
            [
                (Token::Text, r##"r#"a"]"#"##),
                (Token::Text, r#""\")\\""#),
                (Token::Word, "rest"),
            ]
        );
    }

    #[test]
    fn a_date_without_quotes_is_one_token() {
        assert_eq!(
            tokens("2026-10-31, -1.5e+3"),
            [
                (Token::Number, "2026-10-31"),
                (Token::Comma, ","),
                (Token::Number, "-1.5e+3"),
            ]
        );
    }

    #[test]
    fn what_is_never_closed_is_told_where_it_begins() {
        for text in ["  \"abc", "  r#\"abc\"", "  /* /* */", "  \"abc\\"] {
            let slip = Tokens::new(text, 0).next().expect_err(text);
            assert_eq!(slip.at, 2, "{text}");
        }
    }

    #[test]
    fn comments_are_counted() {
        assert_eq!(comments_in("( // one\n a: \"// no\", /* two */ )"), 2);
        assert_eq!(comments_in("( // one\r a: 1, // two\r )"), 2);
    }

    #[test]
    fn only_a_comment_makes_the_rest_of_a_line_belong_to_what_stands_before() {
        assert_eq!(end_of_line("a, // why\nb", 2), 9);
        assert_eq!(end_of_line("a,  \nb", 2), 2);
        assert_eq!(end_of_line("a, b // why", 2), 2);
        assert_eq!(end_of_line("a, /* 1\n2 */ b", 2), 2);
    }
}
