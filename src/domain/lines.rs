//! Notes: a text of several lines that stands in the file as a list, one line a line, so that two
//! people's additions merge.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// The lines of a note. A line has no line end in it. Its name tells a writer to give each a line of
/// its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Lines(Vec<String>);

impl Lines {
    /// Cuts a text into its lines; trailing empty lines are dropped.
    pub fn from_text(text: &str) -> Self {
        let text = text.trim_end();
        if text.is_empty() {
            Self::default()
        } else {
            Self(text.lines().map(str::to_owned).collect())
        }
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl FromIterator<String> for Lines {
    /// Takes lines as they are.
    fn from_iter<T: IntoIterator<Item = String>>(lines: T) -> Self {
        Self(lines.into_iter().collect())
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl<'de> Deserialize<'de> for Lines {
    /// Takes a list of lines, and a single text too, as people write it by hand.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Lines;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of lines, each in quotes")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Lines, E> {
                Ok(Lines::from_text(text))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Lines, A::Error> {
                let mut lines = Vec::new();
                while let Some(text) = list.next_element::<String>()? {
                    if text.is_empty() {
                        lines.push(text);
                    } else {
                        lines.extend(text.lines().map(str::to_owned));
                    }
                }
                Ok(Lines(lines))
            }
        }
        deserializer.deserialize_any(Either)
    }
}
