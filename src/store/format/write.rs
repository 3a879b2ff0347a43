//! How a value is written: four spaces, one field a line, rows and lists of words on one line, every
//! letter as itself. It goes through the records' own derives, so a further field needs no code here.

use std::fmt::{Display, Write};

use serde::ser::{self, Impossible, Serialize};

use crate::domain::text;

/// The spaces of one level.
const STEP: &str = "    ";

/// Writes a value whose first line stands `level` levels deep. The first line is not indented, and
/// no line end follows the last.
pub(crate) fn written(value: &impl Serialize, level: usize) -> String {
    let mut writer = Writer {
        out: String::new(),
        level,
        row: Row::None,
    };
    let done = value.serialize(&mut writer);
    debug_assert!(done.is_ok(), "records are made of what a file can hold");
    writer.out
}

/// Indentation for a line at a level.
pub(crate) fn indentation(level: usize) -> String {
    STEP.repeat(level)
}

/// Puts a text in quotes. Escaped are what ends a text, line ends, and what the border refuses.
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            _ if text::is_clean(letter) => out.push(letter),
            _ => out.extend(letter.escape_unicode()),
        }
    }
    out.push('"');
}

/// How the values of the bracket that is being written are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// Nothing has been written yet.
    None,
    /// All on one line.
    Line,
    /// Each on its own line.
    Lines,
}

struct Writer {
    out: String,
    level: usize,
    /// How the next list is laid out, where that is not left to its first value.
    row: Row,
}

/// A record, a row or a list that is being written.
struct Brackets<'a> {
    writer: &'a mut Writer,
    row: Row,
    close: char,
}

/// Records hold nothing that a file cannot.
#[derive(Debug)]
struct Unwritable(String);

impl Display for Unwritable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

type Done = Result<(), Unwritable>;

impl Writer {
    fn put(&mut self, value: impl Display) -> Done {
        write!(self.out, "{value}").map_err(ser::Error::custom)
    }

    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.level {
            self.out.push_str(STEP);
        }
    }

    fn open(&mut self, open: char, close: char, row: Row) -> Brackets<'_> {
        self.out.push(open);
        self.level += 1;
        Brackets {
            writer: self,
            row,
            close,
        }
    }
}

impl Brackets<'_> {
    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        match self.row {
            Row::None => return self.first_of_list(value),
            Row::Line if self.writer.out.ends_with(['(', '[']) => {}
            Row::Line => self.writer.out.push_str(", "),
            Row::Lines => self.writer.line(),
        }
        value.serialize(&mut *self.writer)?;
        if self.row == Row::Lines {
            self.writer.out.push(',');
        }
        Ok(())
    }

    /// A list of words stands on one line, any other on several.
    fn first_of_list<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        let start = self.writer.out.len();
        value.serialize(&mut *self.writer)?;
        if self.writer.out[start..].starts_with('"') {
            self.row = Row::Line;
            return Ok(());
        }
        self.row = Row::Lines;
        let line = format!("\n{}", indentation(self.writer.level));
        self.writer.out.insert_str(start, &line);
        self.writer.out.push(',');
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Done {
        self.writer.line();
        self.writer.put(format_args!("{name}: "))?;
        value.serialize(&mut *self.writer)?;
        self.row = Row::Lines;
        self.writer.out.push(',');
        Ok(())
    }

    fn close(self) {
        self.writer.level -= 1;
        if self.row == Row::Lines && self.writer.out.ends_with(',') {
            self.writer.line();
        }
        self.writer.out.push(self.close);
    }
}

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Brackets<'a>;
    type SerializeTuple = Brackets<'a>;
    type SerializeTupleStruct = Brackets<'a>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Impossible<(), Unwritable>;
    type SerializeStruct = Brackets<'a>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    fn serialize_bool(self, value: bool) -> Done {
        self.put(value)
    }
    fn serialize_i8(self, value: i8) -> Done {
        self.put(value)
    }
    fn serialize_i16(self, value: i16) -> Done {
        self.put(value)
    }
    fn serialize_i32(self, value: i32) -> Done {
        self.put(value)
    }
    fn serialize_i64(self, value: i64) -> Done {
        self.put(value)
    }
    fn serialize_u8(self, value: u8) -> Done {
        self.put(value)
    }
    fn serialize_u16(self, value: u16) -> Done {
        self.put(value)
    }
    fn serialize_u32(self, value: u32) -> Done {
        self.put(value)
    }
    fn serialize_u64(self, value: u64) -> Done {
        self.put(value)
    }
    fn serialize_f32(self, value: f32) -> Done {
        self.put(value)
    }
    fn serialize_f64(self, value: f64) -> Done {
        self.put(value)
    }
    fn serialize_char(self, value: char) -> Done {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Done {
        quote(value, &mut self.out);
        Ok(())
    }
    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(ser::Error::custom("bytes"))
    }
    fn serialize_none(self) -> Done {
        self.put("None")
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Done {
        self.put("()")
    }
    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.put("()")
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Done {
        self.put(word)
    }
    /// A list with a name of its own is a text of several lines.
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        self.row = Row::Lines;
        let done = value.serialize(&mut *self);
        self.row = Row::None;
        done
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        _: &T,
    ) -> Done {
        Err(ser::Error::custom(word))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Brackets<'a>, Unwritable> {
        let row = std::mem::replace(&mut self.row, Row::None);
        Ok(self.open('[', ']', row))
    }
    fn serialize_tuple(self, _: usize) -> Result<Brackets<'a>, Unwritable> {
        Ok(self.open('(', ')', Row::Line))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Brackets<'a>, Unwritable> {
        Ok(self.open('(', ')', Row::Line))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(ser::Error::custom(word))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unwritable> {
        Err(ser::Error::custom("a map"))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Brackets<'a>, Unwritable> {
        Ok(self.open('(', ')', Row::None))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(ser::Error::custom(word))
    }
}

impl ser::SerializeSeq for Brackets<'_> {
    type Ok = ();
    type Error = Unwritable;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.value(value)
    }
    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTuple for Brackets<'_> {
    type Ok = ();
    type Error = Unwritable;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.value(value)
    }
    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTupleStruct for Brackets<'_> {
    type Ok = ();
    type Error = Unwritable;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.value(value)
    }
    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Brackets<'_> {
    type Ok = ();
    type Error = Unwritable;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
        self.field(name, value)
    }
    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}
