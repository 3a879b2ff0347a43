//! What is known of a file that can't be read as a whole: what is wrong with it, and what there is
//! to go back to. Plain data, made by whoever opened the file; everything in it can be shown as it
//! is.

/// A file that can't be read as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What it is called.
    pub file: String,
    /// What is the matter with it, in a sentence or two.
    pub matter: String,
    /// Why nothing can be changed, as [`super::Access::ReadOnly`] has it.
    pub why: String,
    /// What is wrong in it, the first thing to mend first.
    pub spots: Vec<Spot>,
    /// How many records could be read; none where nothing of the file can be shown.
    pub rest: Option<usize>,
    /// What the person's own editor is called; none where none is known.
    pub editor: Option<String>,
    /// The backups of it, the latest first.
    pub backups: Vec<Kept>,
}

/// Something in the file that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What it is, in a few words.
    pub what: String,
    /// The line in the file, from 1.
    pub line: usize,
    /// What was found and what is expected.
    pub problem: String,
    /// The line, those around it and a mark below the place, as rows.
    pub around: Vec<String>,
}

/// A backup of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What names it.
    pub id: String,
    /// When the file was so.
    pub time: String,
    /// What is in it.
    pub what: String,
}

impl Damage {
    /// The line of a spot; the first line where nothing is wrong in particular.
    pub fn line_of(&self, spot: usize) -> usize {
        self.spots.get(spot).map_or(1, |spot| spot.line)
    }
}
