//! Which character parts the cells of a row: the one that parts the first rows most evenly.

/// What may part cells, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows are looked at, and how many bytes.
const LOOKED_AT: usize = 24;
const BYTES: usize = 1 << 16;

/// The delimiter that the first line of a file names, as Excel writes it (`sep=;`), and what
/// stands below that line.
pub(super) fn named(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let delimiter = *rest.as_bytes().first()?;
    let rest = rest.get(1..)?;
    let below = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix('\n'))?;
    DELIMITERS
        .contains(&delimiter)
        .then_some((delimiter, below))
}

/// The delimiter that parts the first rows into the most cells, and each into as many as the
/// others; a comma where none does.
pub(super) fn sniffed(text: &str) -> u8 {
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let evenness = evenness(text, delimiter);
        if evenness > best.0 {
            best = (evenness, delimiter);
        }
    }
    best.1
}

/// How many cells the rows have that have the commonest number of cells, were this the delimiter.
fn evenness(text: &str, delimiter: u8) -> usize {
    let mut reader = reader(beginning(text), delimiter);
    let mut counts = Vec::new();
    let mut record = csv::ByteRecord::new();
    while counts.len() < LOOKED_AT && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        counts.push(record.len());
    }
    let parted = counts.iter().filter(|count| **count > 1);
    let alike = parted.map(|count| count * counts.iter().filter(|other| *other == count).count());
    alike.max().unwrap_or(0)
}

/// So much of a text as is looked at.
fn beginning(text: &str) -> &str {
    let mut ends = (0..=text.len().min(BYTES)).rev();
    let end = ends.find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// A reader of rows of any length, the first one too.
pub(super) fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_parts_the_rows_evenly() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a;b;c\n1,5;2;3\n2,5;1;1\n", b';'),
            ("a\tb, or c\n1\t2\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("\"one, two; three\",b\n1,2\n", b','),
            ("How; well; are you, really?,b\n1,2\n2,2\n3,2\n", b','),
            ("alone\n1\n", b','),
            ("", b','),
        ] {
            assert_eq!(char::from(sniffed(text)), char::from(delimiter), "{text}");
        }
    }

    #[test]
    fn a_first_line_may_name_it() {
        assert_eq!(named("sep=;\r\na;b\n"), Some((b';', "a;b\n")));
        assert_eq!(named("sep=x\na\n"), None);
        assert_eq!(named("sep=é\na\n"), None);
        assert_eq!(named("sep,a\n"), None);
    }
}
