//! Bytes as text: UTF-8, UTF-16 and Windows-1252, with a byte order mark or without.

use std::borrow::Cow;

use super::sheet::Refused;

/// How many bytes are looked at to tell an encoding that is not marked.
const LOOKED_AT: usize = 4096;

/// How the characters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
    /// Windows-1252, which has Latin-1 in it.
    Western,
}

impl std::fmt::Display for Encoding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Western => "Windows-1252",
        })
    }
}

/// The text of a file, and how it was written.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), Refused> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(Refused::whole(
            "this is an Excel workbook or a zip archive; unpack it, or save the sheet as CSV, and \
             import that",
        ));
    }
    let decoded = match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => match unmarked_utf16(bytes) {
            Some(unit) => (utf16(bytes, unit), Encoding::Utf16),
            None => utf8(bytes),
        },
    };
    match decoded.0.find('\0') {
        Some(at) => Err(Refused {
            row: decoded.0[..at].matches('\n').count() as u64 + 1,
            column: 1,
            problem: "this is no text; export the answers as CSV".to_owned(),
        }),
        None => Ok(decoded),
    }
}

fn utf8(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.into(), Encoding::Utf8),
        Err(_) => (
            bytes.iter().map(|byte| western(*byte)).collect(),
            Encoding::Western,
        ),
    }
}

/// UTF-16 without a mark: nearly every other byte of a Western or Cyrillic text is then small, and
/// zero for its commas and digits.
fn unmarked_utf16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |first: usize| {
        let every_other = looked_at.iter().skip(first).step_by(2);
        every_other.filter(|byte| **byte == 0).count()
    };
    let enough = looked_at.len() / 8 + 1;
    match (zeros(0) >= enough, zeros(1) >= enough) {
        (false, true) => Some(u16::from_le_bytes),
        (true, false) => Some(u16::from_be_bytes),
        (false, false) | (true, true) => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Cow<'_, str> {
    let pairs = bytes.chunks_exact(2);
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let letters = char::decode_utf16(units);
    letters
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// A character of Windows-1252. Its five free places are as in Latin-1: controls, which the border
/// takes out.
fn western(byte: u8) -> char {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_0X80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Größe;„wichtig“ – 5 €\n";

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode(bytes).expect("text");
        (text.into_owned(), encoding)
    }

    #[test]
    fn each_encoding_says_the_same_with_a_mark_and_without() {
        let utf16 =
            |unit: fn(u16) -> [u8; 2]| -> Vec<u8> { TEXT.encode_utf16().flat_map(unit).collect() };
        let little = utf16(u16::to_le_bytes);
        let big = utf16(u16::to_be_bytes);
        let western = b"Gr\xf6\xdfe;\x84wichtig\x93 \x96 5 \x80\n".to_vec();
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), Encoding::Utf8),
            ([b"\xff\xfe", &little[..]].concat(), Encoding::Utf16),
            ([b"\xfe\xff", &big[..]].concat(), Encoding::Utf16),
            (little, Encoding::Utf16),
            (big, Encoding::Utf16),
            (western, Encoding::Western),
        ] {
            assert_eq!(decoded(&bytes), (TEXT.to_owned(), encoding), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_what_to_do() {
        let workbook = decode(b"PK\x03\x04\x14\0").expect_err("no text");
        assert!(workbook.problem.contains("save the sheet as CSV"));
        let binary = decode(b"a,b\n1,\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0").expect_err("no text");
        assert_eq!((binary.row, binary.column), (2, 1));
    }
}
