//! The outline of a file or of a piece of it: which brackets hold what, and where each value
//! stands. It checks how the file is put together, down to the last bracket, and tells the usual
//! slips; what the values mean is for others.

use std::ops::Range;

use super::place::{Slip, excerpt, line_and_column};
use super::token::{Bracket, LINE_END, Token, Tokens};

/// How deep a file may nest.
const DEEPEST: usize = 32;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// From its first to behind its last letter.
    pub(crate) span: Range<usize>,
    pub(crate) shape: Shape,
}

/// What a value looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text in quotes.
    Text,
    /// A number, or what starts like one.
    Number,
    /// A word.
    Word,
    /// Something in brackets.
    Group(Group),
    /// Something in brackets, too deep to be looked into.
    Unread,
}

/// What stands in a pair of brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) bracket: Bracket,
    /// The name before the bracket; empty where there is none.
    pub(crate) name: Range<usize>,
    /// What stands between the brackets.
    pub(crate) inside: Range<usize>,
    pub(crate) parts: Vec<Part>,
}

/// One field, or one value of a list or a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The field's name; none in lists and rows.
    pub(crate) name: Option<Range<usize>>,
    pub(crate) value: Node,
    /// Where the comma behind it ends.
    pub(crate) comma: Option<usize>,
}

impl Part {
    /// From the field's name, or the value where it has none, to the value's end.
    pub(crate) fn span(&self) -> Range<usize> {
        let start = self
            .name
            .as_ref()
            .map_or(self.value.span.start, |n| n.start);
        start..self.value.span.end
    }
}

impl Node {
    /// The value at a way such as `initiatives.0.kpis.1.id`, or as near to it as the text goes.
    pub(crate) fn find(&self, text: &str, path: &str) -> &Self {
        let mut node = self;
        for step in path.split('.') {
            let Shape::Group(group) = &node.shape else {
                return node;
            };
            let place: Option<usize> = step.parse().ok();
            let is_it = |(n, part): &(usize, &Part)| match &part.name {
                Some(name) => text[name.clone()] == *step,
                None => Some(*n) == place,
            };
            match group.parts.iter().enumerate().find(is_it) {
                Some((_, part)) => node = &part.value,
                None => return node,
            }
        }
        node
    }
}

/// Reads the value that begins at a place, looking into `levels` levels of brackets.
pub(crate) fn outline(text: &str, at: usize, levels: usize) -> Result<Node, Slip> {
    let mut reader = Reader {
        tokens: Tokens::new(text, at),
        depth: 0,
    };
    reader.value(levels)
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    depth: usize,
}

impl Reader<'_> {
    fn value(&mut self, levels: usize) -> Result<Node, Slip> {
        let (token, span) = self.tokens.next()?;
        let shape = match token {
            Token::Text => Shape::Text,
            Token::Number => Shape::Number,
            Token::Word => {
                let (next, open) = self.tokens.peek()?;
                if next == Token::Open(Bracket::Round) {
                    self.tokens.next()?;
                    return self.group(Bracket::Round, span.start..open.end, levels);
                }
                Shape::Word
            }
            Token::Open(bracket) => return self.group(bracket, span, levels),
            Token::Close(_) | Token::Comma | Token::Colon | Token::Stray(_) | Token::End => {
                return Err(self.unexpected(token, span.start, "a value"));
            }
        };
        Ok(Node { span, shape })
    }

    /// What follows an opened bracket, up to the one that closes it. `opening` is the bracket with
    /// the name before it.
    fn group(
        &mut self,
        bracket: Bracket,
        opening: Range<usize>,
        levels: usize,
    ) -> Result<Node, Slip> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let problem = format!("brackets are nested deeper than {DEEPEST}");
            return Err(Slip::new(opening.start, problem));
        }
        let open = opening.end - 1;
        let mut parts: Vec<Part> = Vec::new();
        let mut last: Option<Part> = None;
        let close = loop {
            let (token, span) = self.tokens.peek()?;
            if token == Token::Close(bracket) {
                break span;
            }
            if matches!(token, Token::Close(_) | Token::End) {
                return Err(self.never_closed(bracket, open, span));
            }
            let part = self.part(bracket, last.as_ref(), levels)?;
            let before = last.replace(part);
            parts.extend(before.filter(|_| levels > 0));
        };
        self.tokens.next()?;
        self.depth -= 1;
        parts.extend(last.filter(|_| levels > 0));
        let shape = if levels == 0 {
            Shape::Unread
        } else {
            Shape::Group(Group {
                bracket,
                name: opening.start..open,
                inside: open + 1..close.start,
                parts,
            })
        };
        Ok(Node {
            span: opening.start..close.end,
            shape,
        })
    }

    fn part(
        &mut self,
        bracket: Bracket,
        before: Option<&Part>,
        levels: usize,
    ) -> Result<Part, Slip> {
        let name = match bracket {
            Bracket::Round => self.name(before)?,
            Bracket::Square => None,
        };
        let value = self.value(levels.saturating_sub(1))?;
        let comma = match self.tokens.peek()? {
            (Token::Comma, span) => {
                self.tokens.next()?;
                Some(span.end)
            }
            (Token::Close(_) | Token::End, _) => None,
            (token, span) => return Err(self.no_comma(&value, token, &span)),
        };
        Ok(Part { name, value, comma })
    }

    /// The name of a field and its colon; none where a row goes on.
    fn name(&mut self, before: Option<&Part>) -> Result<Option<Range<usize>>, Slip> {
        let mut ahead = self.tokens.clone();
        let (token, span) = ahead.next()?;
        let (sign, sign_span) = ahead.next()?;
        let word = &self.tokens.text[span.clone()];
        let is_row = before.is_some_and(|part| part.name.is_none());
        if token == Token::Word && sign == Token::Colon {
            if let Some(nameless) = before.filter(|_| is_row) {
                let problem = "this value stands without the name of its field";
                return Err(Slip::new(nameless.value.span.start, problem));
            }
            self.tokens = ahead;
            return Ok(Some(span));
        }
        if token == Token::Word && sign == Token::Stray('=') {
            let field = excerpt(&format!("{word}: …"));
            let problem = format!("found `=`; a field is written with a colon: {field}");
            return Err(Slip::new(sign_span.start, problem));
        }
        if token == Token::Text && sign == Token::Colon {
            let name = word.trim_matches('"');
            let name = excerpt(&format!("{name}: …"));
            let problem = format!("the name of a field stands without quotes: {name}");
            return Err(Slip::new(span.start, problem));
        }
        match before {
            Some(before) if !is_row => Err(self.no_name(before, token, &span)),
            Some(_) | None => Ok(None),
        }
    }

    fn no_name(&self, before: &Part, token: Token, span: &Range<usize>) -> Slip {
        let is_number = before.value.shape == Shape::Number && token == Token::Number;
        if is_number && before.value.span.end + 1 == span.start {
            let number = &self.tokens.text[before.value.span.start..span.end];
            return decimal_comma(before.value.span.start, number);
        }
        self.unexpected(token, span.start, "the name of a field, then a colon")
    }

    /// What to say of a value that is followed by neither a comma nor a closing bracket.
    fn no_comma(&self, value: &Node, token: Token, span: &Range<usize>) -> Slip {
        let text = self.tokens.text;
        let (piece, next) = (&text[value.span.clone()], &text[span.clone()]);
        let both = excerpt(&text[value.span.start..span.end]);
        let is_same_line = !text[value.span.end..span.start].contains(LINE_END);
        let is_word = matches!(token, Token::Word | Token::Number);
        if token == Token::Stray('%') {
            let problem = format!("found `%`; a number stands without it: {}", excerpt(piece));
            return Slip::new(span.start, problem);
        }
        if let Token::Stray(_) = token {
            return self.unexpected(token, span.start, "a comma or a closing bracket");
        }
        let problem = if value.shape == Shape::Text && piece.contains(LINE_END) {
            "this text runs over several lines; is its second \" missing?".to_owned()
        } else if value.shape == Shape::Word && is_word {
            format!("found {both}; a text stands in quotes: `\"…\"`")
        } else if value.shape == Shape::Number && is_word && is_same_line {
            let number = excerpt(piece);
            format!("found {both}; a number stands without its unit: {number}")
        } else if token == Token::Colon {
            let name = excerpt(piece);
            format!("found {name} and `:`, a field, in a list; is a `]` missing before it?")
        } else {
            let problem = format!("a comma is missing here, before {}", excerpt(next));
            return Slip::new(value.span.end, problem);
        };
        Slip::new(value.span.start, problem)
    }

    fn never_closed(&self, bracket: Bracket, open: usize, found: Range<usize>) -> Slip {
        let (line, column) = line_and_column(self.tokens.text, open);
        let (open_sign, close_sign) = (bracket.open(), bracket.close());
        if found.is_empty() {
            let problem =
                format!("this `{open_sign}` is never closed; a `{close_sign}` is missing");
            return Slip::new(open, problem);
        }
        let found_sign = &self.tokens.text[found.clone()];
        let problem = format!(
            "found `{found_sign}`, but the `{open_sign}` of line {line}, column {column} is still open; expected `{close_sign}`"
        );
        Slip::new(found.start, problem)
    }

    /// What stands where it does not belong, with a hint where it is a usual slip.
    fn unexpected(&self, token: Token, at: usize, expected: &str) -> Slip {
        let rest = &self.tokens.text[at..];
        let problem = match token {
            Token::End => format!("the file ends here; expected {expected}"),
            Token::Stray(letter) => match stray(letter, rest) {
                Some(hint) => hint,
                None => format!("found `{}`; expected {expected}", printable(letter)),
            },
            Token::Open(_) | Token::Close(_) | Token::Comma | Token::Colon => {
                let sign = rest.chars().next().unwrap_or_default();
                format!("found `{sign}`; expected {expected}")
            }
            Token::Text | Token::Number | Token::Word => {
                let mut tokens = Tokens::new(self.tokens.text, at);
                let end = tokens.next().map_or(at, |(_, span)| span.end);
                let found = excerpt(&self.tokens.text[at..end]);
                format!("found {found}; expected {expected}")
            }
        };
        Slip::new(at, problem)
    }
}

/// What to say of `6,5` where 6.5 is meant, and of `1,000`, which may be a thousand.
pub(crate) fn decimal_comma(at: usize, number: &str) -> Slip {
    let (whole, behind) = number.split_once(',').unwrap_or((number, ""));
    let point = format!("a decimal number is written with a point: `{whole}.{behind}`");
    let problem = if behind.len() == 3 {
        format!(
            "found `{number}`; a thousand is written without a comma: `{whole}{behind}`; {point}"
        )
    } else {
        format!("found `{number}`; {point}")
    };
    Slip::new(at, problem)
}

/// What to say of the signs that git leaves where two versions of a file clash.
pub(super) fn clash(rest: &str) -> Option<&'static str> {
    let markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    let is_marker = markers.iter().any(|marker| rest.starts_with(marker));
    is_marker.then_some(
        "here git could not merge two versions; keep one of them and delete the lines with \
         <<<<<<<, ======= and >>>>>>>",
    )
}

fn stray(letter: char, rest: &str) -> Option<String> {
    if let Some(problem) = clash(rest) {
        return Some(problem.to_owned());
    }
    match letter {
        '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '\'' | '`' => Some(format!(
            "found {letter}; a text stands in straight double quotes: `\"…\"`"
        )),
        '{' | '}' => Some(format!(
            "found `{letter}`; the fields of a record stand in ( ), a list in [ ]"
        )),
        ';' => Some("found `;`; fields and values are separated by commas".to_owned()),
        '=' => Some("found `=`; a field is written with a colon: `name: …`".to_owned()),
        _ => None,
    }
}

fn printable(letter: char) -> String {
    if crate::domain::text::is_clean(letter) && !letter.is_whitespace() {
        letter.to_string()
    } else {
        format!("U+{:04X}", u32::from(letter))
    }
}
