//! The frame of a file that is not sound: its fields and the items of its lists, cut by brackets and
//! commas alone, so that what is wrong inside an item stays inside it.
//!
//! What the frame itself is put together of must be right: where brackets don't match, nobody can
//! tell which item is which, and nothing is cut.

use std::ops::Range;

use super::outline::{Group, Node, Part as Piece, Shape, clash, outline};
use super::place::Slip;
use super::read::Spoiled;
use super::record::Part;
use super::token::{Bracket, Token, Tokens};

/// The sound pieces of a file, and those that are not.
pub(super) struct Frame {
    pub(super) root: Group,
    pub(super) spoiled: Vec<Spoiled>,
}

/// A stretch of a file between two commas.
struct Stretch {
    span: Range<usize>,
    comma: Option<usize>,
}

/// Cuts a file whose workspace begins at `start`; none where its brackets don't match, a list is
/// none, or two versions of it clash.
pub(super) fn frame(text: &str, start: usize) -> Option<Frame> {
    let mut tokens = Tokens::new(text, start);
    let (_, open) = tokens
        .next()
        .ok()
        .filter(|(token, _)| *token == Token::Open(Bracket::Round))?;
    let (stretches, close) = stretches(&mut tokens, Bracket::Round)?;
    if tokens.next().ok()?.0 != Token::End {
        return None;
    }
    let mut cut = Cut {
        text,
        parts: Vec::with_capacity(stretches.len()),
        spoiled: Vec::new(),
    };
    for stretch in stretches {
        cut.field(stretch)?;
    }
    let root = Group {
        bracket: Bracket::Round,
        name: start..start,
        inside: open.end..close.start,
        parts: cut.parts,
    };
    Some(Frame {
        root,
        spoiled: cut.spoiled,
    })
}

/// What stands between a bracket that was just opened and the one that closes it, and where that
/// stands.
fn stretches(tokens: &mut Tokens<'_>, bracket: Bracket) -> Option<(Vec<Stretch>, Range<usize>)> {
    let mut stretches = Vec::new();
    let mut open = vec![bracket];
    let mut span: Option<Range<usize>> = None;
    loop {
        let (token, place) = tokens.next().ok()?;
        match token {
            Token::End => return None,
            Token::Stray(_) if clash(&tokens.text[place.start..]).is_some() => return None,
            Token::Comma if open.len() == 1 => {
                // A comma without anything before it is a mistake that stands for itself.
                let span = span.take().unwrap_or(place.start..place.start);
                stretches.push(Stretch {
                    span,
                    comma: Some(place.end),
                });
                continue;
            }
            Token::Open(bracket) => open.push(bracket),
            Token::Close(bracket) if open.pop() != Some(bracket) => return None,
            Token::Close(_) if open.is_empty() => {
                stretches.extend(span.map(|span| Stretch { span, comma: None }));
                return Some((stretches, place));
            }
            Token::Close(_)
            | Token::Comma
            | Token::Colon
            | Token::Text
            | Token::Number
            | Token::Word
            | Token::Stray(_) => {}
        }
        span = Some(span.map_or(place.start, |span| span.start)..place.end);
    }
}

/// What was cut so far.
struct Cut<'a> {
    text: &'a str,
    parts: Vec<Piece>,
    spoiled: Vec<Spoiled>,
}

impl Cut<'_> {
    /// Takes in a field of the file. None where it has no name, or is no list although it should
    /// be: then so much is missing that the rest is no workspace.
    fn field(&mut self, stretch: Stretch) -> Option<()> {
        let mut tokens = Tokens::new(self.text, stretch.span.start);
        let (word, name) = tokens.next().ok()?;
        let (colon, _) = tokens.next().ok()?;
        if (word, colon) != (Token::Word, Token::Colon) {
            return None;
        }
        let part = Part::from_word(&self.text[name.clone()]);
        let value = if part.is_some_and(|part| Part::LISTS.contains(&part)) {
            Ok(self.list(&name, &mut tokens, stretch.span.end)?)
        } else {
            let (_, first) = tokens.next().ok()?;
            sound(self.text, first.start..stretch.span.end)
        };
        match value {
            Ok(value) => self.parts.push(Piece {
                name: Some(name),
                value,
                comma: stretch.comma,
            }),
            Err(slip) => self.spoil(&name, stretch.span, slip),
        }
        Some(())
    }

    /// A list that takes all up to `end`, with those of its items that are sound.
    fn list(&mut self, field: &Range<usize>, tokens: &mut Tokens<'_>, end: usize) -> Option<Node> {
        let (first, open) = tokens.next().ok()?;
        if first != Token::Open(Bracket::Square) {
            return None;
        }
        let (items, close) = stretches(tokens, Bracket::Square)?;
        if close.end != end {
            return None;
        }
        let mut parts = Vec::with_capacity(items.len());
        for Stretch { span, comma } in items {
            match sound(self.text, span.clone()) {
                Ok(value) => parts.push(Piece {
                    name: None,
                    value,
                    comma,
                }),
                Err(slip) => self.spoil(field, span, slip),
            }
        }
        let group = Group {
            bracket: Bracket::Square,
            name: open.start..open.start,
            inside: open.end..close.start,
            parts,
        };
        Some(Node {
            span: open.start..close.end,
            shape: Shape::Group(group),
        })
    }

    fn spoil(&mut self, field: &Range<usize>, span: Range<usize>, slip: Slip) {
        self.spoiled.push(Spoiled {
            field: field.clone(),
            span,
            slip,
        });
    }
}

/// The value that takes a whole stretch, if it is put together as a value must be.
fn sound(text: &str, span: Range<usize>) -> Result<Node, Slip> {
    let node = outline(text, span.start, 0)?;
    if node.span.end < span.end {
        let problem =
            "a comma is missing behind this, or something stands here that does not belong";
        return Err(Slip::new(node.span.end, problem));
    }
    Ok(node)
}
