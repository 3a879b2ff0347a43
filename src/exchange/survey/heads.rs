//! What stands above the columns, as text that can be compared: without markup, in small letters,
//! word by word.

use super::sheet::Sheet;
use crate::domain::text::clean_line;

/// What stands above a column: a part for each row of the head that says something.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    parts: Vec<String>,
}

/// What stands above each column when the head has so many rows. A question over several columns
/// stands above the first of them only: it is read on to the right.
pub(super) fn heads(sheet: &Sheet, rows: usize) -> Vec<Head> {
    let head = || sheet.rows().take(rows);
    let width = head().map(super::sheet::Row::len).max().unwrap_or(0);
    let mut heads = vec![Head::default(); width];
    for (place, row) in head().enumerate() {
        let reads_on = place + 1 < rows;
        let mut question = "";
        for (column, head) in heads.iter_mut().enumerate() {
            let cell = row.cell(column);
            if !cell.is_empty() {
                question = cell;
            }
            head.take(if reads_on { question } else { cell });
        }
    }
    heads
}

impl Head {
    fn take(&mut self, cell: &str) {
        if is_import_id(cell) {
            return;
        }
        let part = plain(cell);
        if !part.is_empty() && self.parts.last() != Some(&part) {
            self.parts.push(part);
        }
    }

    /// Its parts, the lowest first.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().rev().map(String::as_str)
    }

    /// All of it on one line, as it is told and stands in a mapping.
    pub(super) fn text(&self) -> String {
        self.parts.join(": ")
    }
}

/// Whether a cell is one of Qualtrics' third row, which says nothing to people.
pub(super) fn is_import_id(cell: &str) -> bool {
    cell.starts_with('{') && cell.contains("ImportId")
}

/// A text without markup, past the border, on one line and with single blanks.
pub(super) fn plain(text: &str) -> String {
    let is_code = |byte: u8| byte.is_ascii_graphic() && byte != b'<' && byte != b'&';
    if text.bytes().all(is_code) {
        return text.to_owned();
    }
    let text = if text.contains(['<', '&']) {
        without_markup(text).into()
    } else {
        std::borrow::Cow::Borrowed(text)
    };
    let cleaned = clean_line(&text).text;
    let words: Vec<_> = cleaned.split_whitespace().collect();
    words.join(" ")
}

/// Without tags, and with the characters that entities stand for. A `<` that opens no tag stays.
fn without_markup(text: &str) -> String {
    const ENTITIES: [(&str, &str); 6] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        bare.push_str(before);
        let opens = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let closed = tag.split_once('>').filter(|_| opens);
        bare.push(if closed.is_some() { ' ' } else { '<' });
        rest = closed.map_or(tag, |(_, behind)| behind);
    }
    bare.push_str(rest);
    ENTITIES
        .iter()
        .fold(bare, |text, (entity, letter)| text.replace(entity, letter))
}

/// A text as it is compared: its words in small letters, with one blank between them.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_apart = false;
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            if is_apart && !folded.is_empty() {
                folded.push(' ');
            }
            is_apart = false;
            folded.extend(letter.to_lowercase());
        } else if letter != '\'' && letter != '’' {
            is_apart = true;
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_line_ends_go() {
        assert_eq!(
            plain("How important: <strong>Bring&nbsp;data</strong>\n over &amp; in, if 3 < 4?"),
            "How important: Bring data over & in, if 3 < 4?"
        );
        assert_eq!(plain("<b"), "<b");
    }

    #[test]
    fn words_are_compared_in_small_letters() {
        assert_eq!(
            folded("  Don't — lose (ANY) Größe! "),
            "dont lose any größe"
        );
    }

    #[test]
    fn a_question_is_read_on_over_its_columns() {
        let sheet =
            Sheet::read(b"ID,How important?,,Name\n,One,Two,Open\n1,2,3,x\n").expect("read");
        let texts: Vec<_> = heads(&sheet, 2).iter().map(Head::text).collect();
        assert_eq!(
            texts,
            [
                "ID",
                "How important?: One",
                "How important?: Two",
                "Name: Open"
            ]
        );
    }
}
