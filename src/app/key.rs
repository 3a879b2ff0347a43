//! Keys as the program speaks of them, whatever the terminal library: how they are written in a
//! table or a configuration (`ctrl-s`, `shift-left`, `G`) and how they are shown (`Ctrl-S`, `Shift-←`).

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A letter, digit or sign, as typed: with Shift it is another one.
    Char(char),
    /// F1 to F12.
    F(u8),
    /// A key with a name.
    Named(Named),
}

/// A key that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Named {
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// How each named key is written, and how it is shown.
const NAMES: &[(Named, &str, &str)] = &[
    (Named::Enter, "enter", "Enter"),
    (Named::Esc, "esc", "Esc"),
    (Named::Tab, "tab", "Tab"),
    (Named::Backspace, "backspace", "Backspace"),
    (Named::Delete, "delete", "Del"),
    (Named::Insert, "insert", "Ins"),
    (Named::Up, "up", "↑"),
    (Named::Down, "down", "↓"),
    (Named::Left, "left", "←"),
    (Named::Right, "right", "→"),
    (Named::Home, "home", "Home"),
    (Named::End, "end", "End"),
    (Named::PageUp, "pageup", "PgUp"),
    (Named::PageDown, "pagedown", "PgDn"),
];

/// A key with its modifiers. Shift on a [`Code::Char`] is in the character itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyPress {
    /// The key.
    pub code: Code,
    /// Ctrl is down.
    pub ctrl: bool,
    /// Alt is down.
    pub alt: bool,
    /// Shift is down.
    pub shift: bool,
}

/// A text that names no key.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is no key; keys are written like a, G, ctrl-s, shift-left, f1, space")]
pub struct BadKey(String);

impl KeyPress {
    /// A key by itself.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The letter that it types, if it types one.
    pub fn letter(self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            Code::Char(_) | Code::F(_) | Code::Named(_) => None,
        }
    }

    /// How it is shown to people: `Ctrl-S`, `Shift-←`, `a`.
    pub fn shown(self) -> String {
        let key = match self.code {
            Code::Char(' ') => "Space".to_owned(),
            Code::Char(letter) if self.ctrl || self.alt => letter.to_uppercase().to_string(),
            Code::Char(letter) => letter.to_string(),
            Code::F(number) => format!("F{number}"),
            Code::Named(named) => name_of(named).2.to_owned(),
        };
        self.with_modifiers(&key, ["Ctrl-", "Alt-", "Shift-"])
    }

    fn with_modifiers(self, key: &str, names: [&str; 3]) -> String {
        let held = [self.ctrl, self.alt, self.shift];
        let held = names
            .iter()
            .zip(held)
            .filter(|(_, is_held)| *is_held)
            .map(|(name, _)| *name);
        held.chain([key]).collect()
    }
}

fn name_of(named: Named) -> &'static (Named, &'static str, &'static str) {
    NAMES
        .iter()
        .find(|row| row.0 == named)
        .expect("every named key has a row")
}

impl fmt::Display for KeyPress {
    /// As it is written in a table or a configuration; [`FromStr`] reads it back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = match self.code {
            Code::Char(' ') => "space".to_owned(),
            Code::Char(letter) => letter.to_string(),
            Code::F(number) => format!("f{number}"),
            Code::Named(named) => name_of(named).1.to_owned(),
        };
        f.write_str(&self.with_modifiers(&key, ["ctrl-", "alt-", "shift-"]))
    }
}

impl FromStr for KeyPress {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, BadKey> {
        let mut press = Self::plain(Code::Char(' '));
        let mut rest = text;
        loop {
            let (modifier, behind) = match rest.split_once('-') {
                Some((modifier, behind)) if !behind.is_empty() => (modifier, behind),
                _ => break,
            };
            match modifier {
                "ctrl" => press.ctrl = true,
                "alt" => press.alt = true,
                "shift" => press.shift = true,
                _ => break,
            }
            rest = behind;
        }
        press.code = code(rest).ok_or_else(|| BadKey(text.to_owned()))?;
        Ok(press)
    }
}

fn code(text: &str) -> Option<Code> {
    if text == "space" {
        return Some(Code::Char(' '));
    }
    if let Some((named, ..)) = NAMES.iter().find(|row| row.1 == text) {
        return Some(Code::Named(*named));
    }
    let mut letters = text.chars();
    match (letters.next(), letters.as_str()) {
        (Some(letter), "") => Some(Code::Char(letter)),
        (Some('f'), number) => number
            .parse()
            .ok()
            .filter(|n| (1..=12).contains(n))
            .map(Code::F),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_are_read() {
        for text in [
            "a",
            "G",
            "ctrl-s",
            "shift-left",
            "ctrl-shift-end",
            "f1",
            "space",
            "-",
            "ctrl--",
        ] {
            assert_eq!(
                text.parse::<KeyPress>().map(|key| key.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "f13", "ctrl-", "escape", "hyper-a"] {
            assert_eq!(text.parse::<KeyPress>(), Err(BadKey(text.to_owned())));
        }
    }

    #[test]
    fn keys_are_shown_as_keyboards_name_them() {
        let shown = |text: &str| text.parse::<KeyPress>().map(KeyPress::shown);
        assert_eq!(shown("shift-left"), Ok("Shift-←".to_owned()));
        assert_eq!(shown("ctrl-s"), Ok("Ctrl-S".to_owned()));
        assert_eq!(shown("space"), Ok("Space".to_owned()));
    }
}
