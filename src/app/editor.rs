//! A text being typed: letters, a cursor that steps over what people see as one letter, words, and
//! lines where the text may have several. What is typed or pasted passes the border first.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, KeyPress, Named};
use crate::domain::text;

/// A text and the place in it where typing goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    text: String,
    /// In bytes, always at the edge of a letter.
    cursor: usize,
    is_multiline: bool,
}

/// What did not go into a text that should have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// How many characters the border took out.
    pub removed: usize,
    /// Whether there was no room for the end.
    pub is_cut: bool,
}

impl Editor {
    /// A text of one line, with the cursor behind it.
    pub fn line(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            cursor: text.len(),
            text,
            is_multiline: false,
        }
    }

    /// A text of several lines, with the cursor behind it.
    pub fn lines(text: impl Into<String>) -> Self {
        Self {
            is_multiline: true,
            ..Self::line(text)
        }
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether Enter may be a line end in it.
    pub fn is_multiline(&self) -> bool {
        self.is_multiline
    }

    /// Takes a key; says whether it was one for a text.
    pub fn press(&mut self, key: KeyPress) -> bool {
        if let Some(letter) = key.letter() {
            self.insert(letter.encode_utf8(&mut [0; 4]));
            return true;
        }
        let by_word = key.ctrl || key.alt;
        match key.code {
            Code::Named(named) => self.press_named(named, by_word),
            Code::Char(letter) if key.ctrl => self.press_control(letter),
            Code::Char(_) | Code::F(_) => false,
        }
    }

    fn press_named(&mut self, key: Named, by_word: bool) -> bool {
        match key {
            Named::Left => self.cursor = self.before(by_word),
            Named::Right => self.cursor = self.behind(by_word),
            Named::Home => self.cursor = self.line_start(),
            Named::End => self.cursor = self.line_end(),
            Named::Backspace => self.delete(self.before(by_word), self.cursor),
            Named::Delete => self.delete(self.cursor, self.behind(by_word)),
            Named::Up if self.is_multiline => self.cursor = self.line_above(),
            Named::Down if self.is_multiline => self.cursor = self.line_below(),
            Named::Enter
            | Named::Esc
            | Named::Tab
            | Named::Insert
            | Named::Up
            | Named::Down
            | Named::PageUp
            | Named::PageDown => return false,
        }
        true
    }

    /// The habits of shells: to the line's ends, and what stands before the cursor out.
    fn press_control(&mut self, letter: char) -> bool {
        match letter {
            'a' => self.cursor = self.line_start(),
            'e' => self.cursor = self.line_end(),
            'w' => self.delete(self.before(true), self.cursor),
            'u' => self.delete(self.line_start(), self.cursor),
            'k' => self.delete(self.cursor, self.line_end()),
            _ => return false,
        }
        true
    }

    /// Puts a text in at the cursor, cleaned, and as much of it as a text may hold. Gives what was
    /// left out.
    pub fn insert(&mut self, typed: &str) -> LeftOut {
        let typed = if self.is_multiline {
            text::clean(typed)
        } else {
            text::clean_line(typed)
        };
        let room = text::LONGEST.saturating_sub(self.text.len());
        let mut end = typed.text.len().min(room);
        while !typed.text.is_char_boundary(end) {
            end -= 1;
        }
        // Marks that are typed one by one are too many as well.
        let before = &self.text[..self.cursor];
        let head = text::clean(&format!("{before}{}", &typed.text[..end]));
        self.text.replace_range(..self.cursor, &head.text);
        self.cursor = head.text.len();
        // A combining mark joins the letter before it: the cursor goes behind the whole.
        self.cursor = self.edge_from(self.cursor);
        LeftOut {
            removed: typed.removed + head.removed,
            is_cut: end < typed.text.len(),
        }
    }

    /// Whether one more letter fits into it.
    pub fn has_room_for(&self, letter: char) -> bool {
        self.text.len() + letter.len_utf8() <= text::LONGEST
    }

    /// Starts a line at the cursor.
    pub fn insert_line_end(&mut self) {
        self.insert("\n");
    }

    /// Puts the cursor at a place in the text, in bytes; behind the letter that it is inside of.
    pub fn go_to(&mut self, place: usize) {
        self.cursor = self.edge_from(place);
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
    }

    fn edge_from(&self, place: usize) -> usize {
        let mut edges = self.text.grapheme_indices(true).map(|(start, _)| start);
        edges
            .find(|&start| start >= place)
            .unwrap_or(self.text.len())
    }

    fn before(&self, by_word: bool) -> usize {
        let head = &self.text[..self.cursor];
        if by_word {
            let words = head.split_word_bound_indices().rev();
            let mut words = words.filter(|(_, word)| !word.trim().is_empty());
            return words.next().map_or(0, |(start, _)| start);
        }
        head.grapheme_indices(true)
            .next_back()
            .map_or(0, |(start, _)| start)
    }

    fn behind(&self, by_word: bool) -> usize {
        let tail = &self.text[self.cursor..];
        let step = if by_word {
            let mut words = tail.split_word_bound_indices();
            let word = words.find(|(_, word)| !word.trim().is_empty());
            word.map_or(tail.len(), |(start, word)| start + word.len())
        } else {
            tail.graphemes(true).next().map_or(0, str::len)
        };
        self.cursor + step
    }

    fn line_start(&self) -> usize {
        self.text[..self.cursor]
            .rfind('\n')
            .map_or(0, |end| end + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.cursor..]
            .find('\n')
            .map_or(self.text.len(), |end| self.cursor + end)
    }

    fn line_above(&self) -> usize {
        let start = self.line_start();
        let Some(end_above) = start.checked_sub(1) else {
            return 0;
        };
        let start_above = self.text[..end_above].rfind('\n').map_or(0, |end| end + 1);
        self.same_column(start, start_above, end_above)
    }

    fn line_below(&self) -> usize {
        let end = self.line_end();
        if end == self.text.len() {
            return end;
        }
        let end_below = self.text[end + 1..]
            .find('\n')
            .map_or(self.text.len(), |n| end + 1 + n);
        self.same_column(self.line_start(), end + 1, end_below)
    }

    fn same_column(&self, start: usize, other_start: usize, other_end: usize) -> usize {
        let column = super::wrap::width(&self.text[start..self.cursor]);
        other_start + super::wrap::head(&self.text[other_start..other_end], column).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(editor: Editor, keys: &str) -> Editor {
        let mut editor = editor;
        for key in keys.split_whitespace() {
            assert!(editor.press(key.parse().expect("a key")), "{key}");
        }
        editor
    }

    #[test]
    fn letters_go_in_at_the_cursor() {
        let editor = typed(Editor::line("Wn"), "left i home space");
        assert_eq!(editor.text(), " Win");
    }

    #[test]
    fn a_family_of_emoji_is_one_letter() {
        let editor = typed(Editor::line("a👨‍👩‍👧‍👦b"), "left backspace");
        assert_eq!(editor.text(), "ab");
        let editor = typed(Editor::line("e\u{301}x"), "home delete");
        assert_eq!(editor.text(), "x");
    }

    #[test]
    fn words_are_stepped_over_and_deleted() {
        let editor = typed(
            Editor::line("set up sales data"),
            "ctrl-left ctrl-backspace",
        );
        assert_eq!(editor.text(), "set up data");
        assert_eq!(typed(editor, "home ctrl-delete").text(), " up data");
    }

    #[test]
    fn up_and_down_keep_the_column_in_several_lines() {
        let mut editor = typed(Editor::lines("first\nab\nthird"), "up");
        assert_eq!(editor.cursor(), "first\nab".len());
        editor = typed(editor, "up left left");
        assert_eq!(editor.cursor(), 0);
        assert_eq!(typed(editor, "end down").cursor(), "first\nab".len());
    }

    #[test]
    fn one_line_has_no_line_ends_and_no_control_characters() {
        let mut editor = Editor::line("");
        editor.insert("a\r\nb\u{1b}[2Jc\t");
        assert_eq!(editor.text(), "a b[2Jc ");
        assert!(!editor.press("up".parse().expect("a key")));
    }

    #[test]
    fn marks_that_are_typed_one_by_one_are_counted() {
        let mut editor = Editor::line("e");
        let left_out = (0..9).map(|_| editor.insert("\u{301}").removed);
        assert_eq!(left_out.sum::<usize>(), 5);
        assert_eq!(editor.text(), "e\u{301}\u{301}\u{301}\u{301}");
        assert_eq!(editor.cursor(), editor.text().len());
    }

    #[test]
    fn a_text_holds_no_more_than_the_file_does() {
        let mut editor = Editor::lines("");
        let left_out = editor.insert(&"é".repeat(40_000));
        assert_eq!(editor.text().len(), text::LONGEST);
        assert!(left_out.is_cut);
    }
}
