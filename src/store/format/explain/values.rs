//! What stands in brackets, handed out value by value: the items of a list, the values of a row, the
//! fields of a record.

use serde::de::{
    self, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor, value::StrDeserializer,
};

use super::{Value, Wrong};
use crate::store::format::outline::{Group, Part, Shape, decimal_comma};

/// Values of the file one after the other.
pub(super) struct Values<'de> {
    file: &'de str,
    parts: std::slice::Iter<'de, Part>,
    before: Option<&'de Part>,
    field: Option<&'de Part>,
}

impl<'de> Values<'de> {
    pub(super) fn of(value: Value<'de>, group: &'de Group) -> Self {
        Self {
            file: value.file,
            parts: group.parts.iter(),
            before: None,
            field: None,
        }
    }

    pub(super) fn next(&mut self) -> Option<&'de Part> {
        self.parts.next()
    }

    fn read<T: DeserializeSeed<'de>>(&self, seed: T, part: &'de Part) -> Result<T::Value, Wrong> {
        let value = Value {
            file: self.file,
            node: &part.value,
        };
        seed.deserialize(value)
            .map_err(|wrong| wrong.or_at(part.value.span.start))
    }

    /// `6,5` in a row reads as two values; said where the second fits nowhere.
    fn as_decimal_comma(&self, part: &Part) -> Option<Wrong> {
        let before = self.before?;
        let is_number = |part: &Part| part.value.shape == Shape::Number;
        let touches = before.value.span.end + 1 == part.value.span.start;
        let span = before.value.span.start..part.value.span.end;
        (is_number(before) && is_number(part) && touches).then(|| {
            let slip = decimal_comma(span.start, &self.file[span]);
            Wrong::new(slip.at, slip.problem)
        })
    }
}

impl<'de> SeqAccess<'de> for &mut Values<'de> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Wrong> {
        let Some(part) = self.next() else {
            return Ok(None);
        };
        let value = self
            .read(seed, part)
            .map_err(|wrong| self.as_decimal_comma(part).unwrap_or(wrong))?;
        self.before = Some(part);
        Ok(Some(value))
    }
}

impl<'de> MapAccess<'de> for Values<'de> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        self.field = self.next();
        let Some(name) = self.field.and_then(|field| field.name.clone()) else {
            return Ok(None);
        };
        let word: StrDeserializer<'_, Wrong> = self.file[name.clone()].into_deserializer();
        seed.deserialize(word)
            .map(Some)
            .map_err(|wrong| wrong.or_at(name.start))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        match self.field {
            Some(field) => self.read(seed, field),
            None => Err(de::Error::custom("a value is missing")),
        }
    }
}

/// Where the words of an enum are read from.
pub(super) struct Word<'de>(pub(super) &'de str);

impl<'de> de::EnumAccess<'de> for Word<'de> {
    type Error = Wrong;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Wrong> {
        let word: StrDeserializer<'_, Wrong> = self.0.into_deserializer();
        Ok((seed.deserialize(word)?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Word<'de> {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Wrong> {
        Err(de::Error::custom("expected a word"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Wrong> {
        Err(de::Error::custom("expected a word"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Wrong> {
        Err(de::Error::custom("expected a word"))
    }
}
