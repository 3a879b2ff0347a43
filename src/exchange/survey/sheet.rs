//! A sheet: the rows and cells of a CSV file, as text. What they mean is not known here.

use csv_core::ReadRecordResult;
use thiserror::Error;

use super::delimiter::{named, reader, sniffed};
use super::encoding::{Encoding, decode};

/// The largest file that is read, in bytes: a million answers are some fifty million.
const LARGEST: usize = 1 << 30;

/// Why nothing of a file is imported, and where that stands.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("row {row}, column {column}: {problem}")]
pub struct Refused {
    /// The row, from 1, as a spreadsheet counts them: a row whose cells have several lines is one.
    pub row: u64,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong and what to do.
    pub problem: String,
}

/// The cells of a file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What stands in the cells, one after the other.
    text: String,
    /// Where each cell ends in it.
    ends: Vec<u32>,
    rows: Vec<Place>,
    delimiter: u8,
    encoding: Encoding,
}

/// How many ends of cells are taken from the reader at once.
const ENDS: usize = 1024;

/// Where the row that is being read begins: in the file, in the text of the cells, among the cells.
#[derive(Default)]
struct RowStart {
    file: usize,
    text: usize,
    cell: usize,
}

/// Where a row begins among the cells, and its number.
#[derive(Clone, Copy, Debug)]
struct Place {
    first: u32,
    number: u32,
}

/// One row of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    first: usize,
    end: usize,
    number: u32,
}

impl Refused {
    pub(super) fn whole(problem: impl Into<String>) -> Self {
        Self {
            row: 1,
            column: 1,
            problem: problem.into(),
        }
    }
}

impl Sheet {
    /// Takes a file apart.
    ///
    /// # Errors
    /// When it is no text, is larger than a gigabyte, has nothing in it, or has a quote that is
    /// never closed.
    pub fn read(bytes: &[u8]) -> Result<Self, Refused> {
        if bytes.len() > LARGEST {
            return Err(Refused::whole(
                "the file is larger than 1 GB; split it, and import the parts into one study",
            ));
        }
        let (text, encoding) = decode(bytes)?;
        let (delimiter, text, skipped) = match named(&text) {
            Some((delimiter, below)) => (delimiter, below, 1),
            None => (sniffed(&text), &*text, 0),
        };
        let mut sheet = Self {
            text: String::new(),
            ends: Vec::new(),
            rows: Vec::new(),
            delimiter,
            encoding,
        };
        sheet.take_in(text, skipped)?;
        if sheet.rows.is_empty() {
            return Err(Refused::whole("there is nothing in this file"));
        }
        Ok(sheet)
    }

    fn take_in(&mut self, text: &str, skipped: u32) -> Result<(), Refused> {
        let mut reader = csv_core::ReaderBuilder::new()
            .delimiter(self.delimiter)
            .build();
        let bytes = text.as_bytes();
        // What stands in the cells is never longer than the file.
        let mut cells = vec![0; bytes.len() + 1];
        let mut ends = [0; ENDS];
        let (mut read, mut written) = (0, 0);
        let mut row = RowStart::default();
        let mut number = skipped;
        loop {
            let (result, taken, given, ended) =
                reader.read_record(&bytes[read..], &mut cells[written..], &mut ends);
            read += taken;
            written += given;
            let ends = ends[..ended].iter();
            self.ends.extend(ends.map(|end| narrow(row.text + end)));
            match result {
                ReadRecordResult::Record => {
                    number += 1 + blank_lines(bytes, row.file);
                    let first = narrow(row.cell);
                    self.rows.push(Place { first, number });
                    if read == bytes.len() && has_open_quote(&text[row.file..], self.delimiter) {
                        return Err(self.left_open());
                    }
                    row = RowStart {
                        file: read,
                        text: written,
                        cell: self.ends.len(),
                    };
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::OutputFull | ReadRecordResult::End => break,
            }
        }
        cells.truncate(written);
        // Cells are parted at quotes and delimiters only, so that no letter is cut in two.
        self.text = String::from_utf8(cells).unwrap_or_default();
        Ok(())
    }

    fn left_open(&self) -> Refused {
        let row = self.rows().last();
        Refused {
            row: row.map_or(1, Row::number),
            column: row.map_or(1, Row::len),
            problem: "a quote is opened here and never closed, so that the rest of the file is in \
                      this cell; close it, or write it twice where it belongs to the text"
                .to_owned(),
        }
    }

    /// The rows, those of the head too.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        (0..self.rows.len()).map(|place| self.row_at(place))
    }

    /// How many rows there are, with those of the head.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// A row, from 0; none behind the last.
    pub fn row(&self, place: usize) -> Option<Row<'_>> {
        (place < self.rows.len()).then(|| self.row_at(place))
    }

    /// How it is written: `commas, UTF-8`.
    pub fn way(&self) -> String {
        let delimiter = match self.delimiter {
            b';' => "semicolons",
            b'\t' => "tabs",
            b'|' => "bars",
            _ => "commas",
        };
        format!("{delimiter}, {}", self.encoding)
    }

    /// Whether the characters were told from what the bytes look like, and may be wrong.
    pub(super) fn is_guessed_western(&self) -> bool {
        self.encoding == Encoding::Western
    }

    fn row_at(&self, place: usize) -> Row<'_> {
        let end = self.rows.get(place + 1);
        Row {
            sheet: self,
            first: self.rows[place].first as usize,
            end: end.map_or(self.ends.len(), |next| next.first as usize),
            number: self.rows[place].number,
        }
    }
}

impl<'a> Row<'a> {
    /// Its number, from 1, as a spreadsheet counts.
    pub fn number(self) -> u64 {
        self.number.into()
    }

    /// How many cells it has.
    pub fn len(self) -> usize {
        self.end - self.first
    }

    /// Whether it has no cells.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// What stands in a cell, from 0, without the blanks around it; nothing where there is none.
    pub fn cell(self, column: usize) -> &'a str {
        let at = self.first + column;
        if at >= self.end {
            return "";
        }
        let start = match at {
            0 => 0,
            at => self.sheet.ends[at - 1] as usize,
        };
        trimmed(&self.sheet.text[start..self.sheet.ends[at] as usize])
    }

    /// What stands in its cells, in order.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |column| self.cell(column))
    }
}

/// A text without the blanks around it; nearly all have none.
fn trimmed(text: &str) -> &str {
    let is_sign = |byte: &u8| byte.is_ascii_graphic();
    match text.as_bytes() {
        [] => text,
        [first, .., last] if is_sign(first) && is_sign(last) => text,
        [only] if is_sign(only) => text,
        _ => text.trim(),
    }
}

/// How many blank lines stand before a row of which the reader says that it begins at a place. It
/// leaves the line feed behind a carriage return to the next row.
fn blank_lines(text: &[u8], start: usize) -> u32 {
    let follows_return = start > 0 && text.get(start - 1) == Some(&b'\r');
    let mut rest = &text[start.min(text.len())..];
    if let [b'\n', behind @ ..] = rest
        && follows_return
    {
        rest = behind;
    }
    let mut lines = 0;
    while let [b'\r', b'\n', behind @ ..] | [b'\r' | b'\n', behind @ ..] = rest {
        rest = behind;
        lines += 1;
    }
    lines
}

/// Whether the last row of a file is in a quote when the file ends: what is put behind it then is no
/// row of its own.
fn has_open_quote(last_row: &str, delimiter: u8) -> bool {
    if !last_row.contains('"') {
        return false;
    }
    let probed = format!("{last_row}\n\0");
    let rows = reader(&probed, delimiter).into_byte_records();
    let last = rows.filter_map(Result::ok).last();
    last.is_none_or(|row| row.as_slice() != b"\0")
}

/// A place in a file of at most a gigabyte.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
        let sheet = Sheet::read(text.as_bytes()).expect("a sheet");
        let row = |row: Row| (row.number(), row.cells().map(str::to_owned).collect());
        sheet.rows().map(row).collect()
    }

    fn row(number: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (number, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let text = "a,\"two\nlines\"\r\n\n\n1, 2 \n3\n";
        let expected = [
            row(1, &["a", "two\nlines"]),
            row(4, &["1", "2"]),
            row(5, &["3"]),
        ];
        assert_eq!(cells(text), expected);
        assert_eq!(cells("sep=;\na;b\n"), [row(2, &["a", "b"])]);
        assert_eq!(
            cells("a,b\r1,2\r"),
            [row(1, &["a", "b"]), row(2, &["1", "2"])]
        );
    }

    #[test]
    fn quotes_in_a_cell_are_its_own() {
        let text = "\"say \"\"hi\"\"\",5\" pipe\n\"x\",\"\"\n";
        assert_eq!(
            cells(text),
            [row(1, &["say \"hi\"", "5\" pipe"]), row(2, &["x", ""])]
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_is_refused_where_it_opens() {
        let refused = Sheet::read(b"a,b\n1,2\n3,\"four\n5,6\n").expect_err("open");
        assert_eq!((refused.row, refused.column), (3, 2));
        assert!(Sheet::read(b"a,b\n1,\"2\"").is_ok());
        assert!(Sheet::read(b"a,b\n1,\"2\"\n\n").is_ok());
    }

    #[test]
    fn a_file_of_nothing_is_refused() {
        for nothing in ["", "\n\n", "\u{feff}"] {
            assert!(Sheet::read(nothing.as_bytes()).is_err(), "{nothing:?}");
        }
    }
}
