//! Says what is wrong with a record that could not be read: which value, what was found, what is
//! expected. `ron` knows only how far it got; this reads the record again along its outline, slowly,
//! and only when there is something to tell.

mod hints;
mod values;

use std::fmt::{self, Display};
use std::ops::Range;

use serde::Deserialize;
use serde::de::{self, Deserializer, Unexpected, Visitor};

use super::border::decode;
use super::outline::{Group, Node, Shape};
use super::place::{Slip, excerpt};
use super::token::Bracket;
use crate::domain::text;
pub(crate) use hints::unknown_field;
use hints::{Wanted, in_words, one_of, record_word};
use values::{Values, Word};

/// What is wrong with a value that should be a `T`; none where it is one.
pub(crate) fn explain<'de, T: Deserialize<'de>>(file: &'de str, node: &'de Node) -> Option<Slip> {
    let wrong = T::deserialize(Value { file, node }).err()?;
    Some(wrong.at(node.span.start))
}

/// A problem, and where it is once that is known.
#[derive(Debug)]
struct Wrong {
    at: Option<usize>,
    problem: String,
}

impl Wrong {
    fn new(at: usize, problem: impl Into<String>) -> Self {
        Self {
            at: Some(at),
            problem: problem.into(),
        }
    }

    /// The problem at its own place, or where it has none, at this one.
    fn at(self, place: usize) -> Slip {
        Slip::new(self.at.unwrap_or(place), self.problem)
    }

    fn or_at(self, place: usize) -> Self {
        Self {
            at: self.at.or(Some(place)),
            ..self
        }
    }
}

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: Display>(message: T) -> Self {
        Self {
            at: None,
            problem: message.to_string(),
        }
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::custom(format_args!("expected {expected}"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::custom(format_args!("expected {expected}"))
    }

    fn invalid_length(_: usize, expected: &dyn de::Expected) -> Self {
        Self::custom(format_args!("a value is missing; expected {expected}"))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::custom(hints::unknown_field(field, expected))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::custom(format_args!("the field `{field}` is missing"))
    }
}

/// A value of the file.
#[derive(Clone, Copy)]
struct Value<'de> {
    file: &'de str,
    node: &'de Node,
}

impl<'de> Value<'de> {
    fn piece(self) -> &'de str {
        &self.file[self.node.span.clone()]
    }

    fn wrong(self, wanted: Wanted<'_>) -> Wrong {
        let hint = wanted.hint(self.piece(), &self.node.shape);
        let hint = hint.map_or_else(String::new, |hint| format!("; {hint}"));
        let found = excerpt(self.piece());
        let problem = format!("expected {wanted}, found {found}{hint}");
        Wrong::new(self.node.span.start, problem)
    }

    fn group(self, bracket: Bracket) -> Option<&'de Group> {
        match &self.node.shape {
            Shape::Group(group) if group.bracket == bracket => Some(group),
            Shape::Group(_) | Shape::Text | Shape::Number | Shape::Word | Shape::Unread => None,
        }
    }

    fn text(self) -> Result<String, Wrong> {
        if self.node.shape != Shape::Text {
            return Err(self.wrong(Wanted::Text));
        }
        match decode(self.piece()) {
            Some(decoded) => Ok(text::clean(&decoded).text),
            None => Err(Wrong::new(
                self.node.span.start,
                "there is a \\ in this text that means nothing; write \\\\ for a \\, \\\" for a \"",
            )),
        }
    }

    fn number<T: de::DeserializeOwned>(self, wanted: Wanted<'_>) -> Result<T, Wrong> {
        ron::from_str(self.piece()).map_err(|_| self.wrong(wanted))
    }

    fn row<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let expected = in_words(&visitor);
        let Some(group) = self.group(Bracket::Round) else {
            return Err(self.wrong(Wanted::Words(&expected)));
        };
        let mut values = Values::of(self, group);
        let value = visitor.visit_seq(&mut values)?;
        match values.next() {
            None => Ok(value),
            Some(more) => Err(Wrong::new(
                more.span().start,
                format!(
                    "here is one value too many; expected {expected}. A decimal number has a point, no comma"
                ),
            )),
        }
    }
}

/// The second field of the same name.
fn double(file: &str, group: &Group) -> Option<Range<usize>> {
    let mut seen = std::collections::HashSet::new();
    let names = group.parts.iter().filter_map(|part| part.name.clone());
    names
        .into_iter()
        .find(|name| !seen.insert(&file[name.clone()]))
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let expected = in_words(&visitor);
        match &self.node.shape {
            Shape::Text => visitor.visit_string(self.text()?),
            Shape::Group(group) if group.bracket == Bracket::Square => {
                visitor.visit_seq(&mut Values::of(self, group))
            }
            Shape::Number | Shape::Word | Shape::Group(_) | Shape::Unread => {
                Err(self.wrong(Wanted::Words(&expected)))
            }
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_string(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let number = self.number(Wanted::Number)?;
        if f64::is_finite(number) {
            return visitor.visit_f64(number);
        }
        let problem = format!(
            "{} is no number that can be reckoned with",
            excerpt(self.piece())
        );
        Err(Wrong::new(self.node.span.start, problem))
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_u8(self.number(Wanted::UpTo(u8::MAX))?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_u64(self.number(Wanted::Whole)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.piece() == "None" {
            return visitor.visit_none();
        }
        match self.group(Bracket::Round) {
            Some(group) if &self.file[group.name.clone()] == "Some" && group.parts.len() == 1 => {
                let node = &group.parts[0].value;
                visitor.visit_some(Self { node, ..self })
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.group(Bracket::Square) {
            Some(group) => visitor.visit_seq(&mut Values::of(self, group)),
            None => Err(self.wrong(Wanted::List)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.row(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.row(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let word = record_word(name);
        let is_record = |group: &&Group| {
            let is_named = group.parts.iter().all(|part| part.name.is_some());
            is_named && [name, ""].contains(&&self.file[group.name.clone()])
        };
        let Some(group) = self.group(Bracket::Round).filter(is_record) else {
            return Err(self.wrong(Wanted::Words(&format!("the fields of the {word} in ( )"))));
        };
        if let Some(second) = double(self.file, group) {
            let field = &self.file[second.clone()];
            return Err(Wrong::new(
                second.start,
                format!("the field `{field}` is there twice; keep one of them"),
            ));
        }
        visitor
            .visit_map(Values::of(self, group))
            .map_err(|wrong| match wrong.at {
                None => Wrong::new(
                    self.node.span.start,
                    format!("{} in this {word}", wrong.problem),
                ),
                Some(_) => wrong,
            })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        if self.node.shape == Shape::Word && words.contains(&self.piece()) {
            return visitor.visit_enum(Word(self.piece()));
        }
        Err(Wrong::new(
            self.node.span.start,
            one_of(self.piece(), words),
        ))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_str(self.piece())
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u16 u32 u128 f32 char bytes byte_buf unit unit_struct map
    }
}
