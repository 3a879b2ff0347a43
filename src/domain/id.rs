//! The name by which one thing refers to another: a short word, unique in the whole workspace,
//! made once from what the thing is called and never changed afterwards.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// The longest id that is made from words. Longer ones in a file are accepted.
const MADE_LENGTH: usize = 40;

/// The id by which the command line names the workspace itself (`set workspace vision.need=…`).
/// No thing can have it.
pub const WORKSPACE: &str = "workspace";

/// A short word of `a`–`z`, `0`–`9` and `-`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// Why a text is no id.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum BadId {
    /// There is nothing in it.
    #[error("an id can't be empty")]
    Empty,
    /// It has a letter that ids don't have.
    #[error("the id \"{0}\" has a {1:?}; an id is a short word of a–z, 0–9 and -")]
    Letter(String, char),
    /// It is kept for the workspace itself.
    #[error("the id \"workspace\" is kept for the workspace itself")]
    Kept,
}

impl Id {
    /// Takes a text that already is an id.
    ///
    /// # Errors
    /// When the text is empty, has another letter than `a`–`z`, `0`–`9`, `-`, or is `workspace`.
    pub fn new(text: &str) -> Result<Self, BadId> {
        if text.is_empty() {
            return Err(BadId::Empty);
        }
        if text == WORKSPACE {
            return Err(BadId::Kept);
        }
        let stranger = text
            .chars()
            .find(|&c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        match stranger {
            Some(letter) => Err(BadId::Letter(text.to_owned(), letter)),
            None => Ok(Self(text.into())),
        }
    }

    /// Makes an id from what a thing is called: its Latin letters and digits in lower case, the
    /// rest as hyphens, cut at a word's end. Where nothing is left (a name in another script) it
    /// is made from `kind`. A number is put behind it until `is_taken` says no.
    pub fn from_words(words: &str, kind: &str, is_taken: impl Fn(&Id) -> bool) -> Self {
        let slug = Some(slug(words))
            .filter(|slug| !slug.is_empty() && slug != WORKSPACE)
            .unwrap_or_else(|| slug_of_kind(kind));
        let first = Self(slug.as_str().into());
        if !is_taken(&first) {
            return first;
        }
        (2..=u32::MAX)
            .map(|n| Self(format!("{slug}-{n}").into()))
            .find(|id| !is_taken(id))
            .unwrap_or(first)
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn slug(words: &str) -> String {
    let mut slug = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        let letter = plain(letter);
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') && letter != '\'' && letter != '’' {
            slug.push('-');
        }
    }
    cut(slug.trim_end_matches('-')).to_owned()
}

fn slug_of_kind(kind: &str) -> String {
    Some(slug(kind))
        .filter(|slug| !slug.is_empty())
        .unwrap_or_else(|| "thing".to_owned())
}

/// The commonest accented Latin letters without their accents, so that "Präsentation" reads on.
fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ß' => 's',
        'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

fn cut(slug: &str) -> &str {
    if slug.len() <= MADE_LENGTH {
        return slug;
    }
    let head = &slug[..MADE_LENGTH];
    match head.rfind('-') {
        Some(end) if !slug[MADE_LENGTH..].starts_with('-') => &head[..end],
        _ => head,
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(words: &str) -> String {
        Id::from_words(words, "outcome", |_| false).to_string()
    }

    #[test]
    fn words_become_a_readable_id() {
        assert_eq!(
            made("Bring our sales data over"),
            "bring-our-sales-data-over"
        );
        assert_eq!(made("  Don't  lose (any) deals! "), "dont-lose-any-deals");
        assert_eq!(made("Präsentation für Größe"), "prasentation-fur-grose");
    }

    #[test]
    fn a_long_name_is_cut_at_a_words_end() {
        let id = made("Minimize the time and effort it takes to set up sales data");
        assert_eq!(id, "minimize-the-time-and-effort-it-takes-to");
    }

    #[test]
    fn a_name_in_another_script_falls_back_to_its_kind() {
        assert_eq!(made("顧客データを移す"), "outcome");
        assert_eq!(made("workspace"), "outcome");
    }

    #[test]
    fn a_taken_id_gets_a_number() {
        let taken = |id: &Id| ["win", "win-2"].contains(&id.as_str());
        assert_eq!(Id::from_words("Win", "job", taken).as_str(), "win-3");
    }

    #[test]
    fn what_is_no_id_is_refused_with_the_letter() {
        assert_eq!(Id::new(""), Err(BadId::Empty));
        assert_eq!(Id::new("Win"), Err(BadId::Letter("Win".into(), 'W')));
        assert_eq!(Id::new("workspace"), Err(BadId::Kept));
    }
}
