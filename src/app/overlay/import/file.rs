//! A file with the answers of a survey, as it was found: taken apart, with the file beside it that
//! says what its columns are, if there is one. It is read by whoever knows files.

use std::path::{Path, PathBuf};

use crate::domain::text::clean_line;
use crate::exchange::survey::{Mapping, Sheet};

/// What the file beside a survey ends in that says what its columns are.
const ENDING: &str = "map.ron";

/// What was found at a path.
#[derive(Clone, Debug)]
pub struct Found {
    /// The path as it was typed.
    pub typed: String,
    /// The path of the file.
    pub path: PathBuf,
    /// What stands in it.
    pub bytes: Vec<u8>,
    /// What stands in the file beside it, where there is one.
    pub beside: Option<String>,
}

/// The answers of a survey.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, without the folder.
    pub name: String,
    /// Its folder, as it was typed.
    pub folder: String,
    /// Its rows and cells.
    pub sheet: Sheet,
    /// The path of the file beside it.
    pub beside: PathBuf,
    /// What its columns are as the file beside it says; what is wrong with that where it can't be
    /// used; nothing where there is none.
    pub kept: Option<Result<Mapping, String>>,
}

/// What the columns of a survey are, to be written into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingFile {
    /// The file.
    pub path: PathBuf,
    /// What stands in it.
    pub text: String,
    /// Whether it may take the place of one that is there.
    pub replaces: bool,
}

impl File {
    /// Takes apart what was found.
    ///
    /// # Errors
    /// In a sentence: what can't be read, where, and what to do.
    pub fn of(found: Found) -> Result<Self, String> {
        let name = name(&found.path);
        let sheet = Sheet::read(&found.bytes);
        let sheet = sheet.map_err(|refused| format!("Nothing is imported of {name}: {refused}"))?;
        let beside = beside(&found.path);
        let kept = found.beside.map(|text| kept(&text, &sheet));
        Ok(Self {
            name,
            folder: folder(&found.typed),
            sheet,
            beside,
            kept,
        })
    }

    /// What a study is called that is made of it: as the file, without its ending.
    pub fn study(&self) -> String {
        let stem = self
            .name
            .rsplit_once('.')
            .map_or(&*self.name, |(stem, _)| stem);
        if stem.trim().is_empty() {
            "Survey".to_owned()
        } else {
            stem.trim().to_owned()
        }
    }
}

/// The file beside a survey that says what its columns are: `october.map.ron` for `october.csv`.
pub fn beside(survey: &Path) -> PathBuf {
    survey.with_extension(ENDING)
}

/// The name of a file, as it may be shown.
pub(super) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    clean_line(&name.to_string_lossy()).text
}

fn kept(text: &str, sheet: &Sheet) -> Result<Mapping, String> {
    let mapping = Mapping::from_ron(text).map_err(|bad| bad.to_string())?;
    mapping.fitted(sheet).map_err(|refused| refused.problem)
}

/// What was typed up to the name of the file; nothing where a path in quotes was dropped.
fn folder(typed: &str) -> String {
    let is_quoted = typed.starts_with(['"', '\'']);
    let end = typed.rfind(std::path::is_separator).filter(|_| !is_quoted);
    end.map_or_else(String::new, |end| typed[..=end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, text: &str) -> Found {
        Found {
            typed: typed.to_owned(),
            path: typed.into(),
            bytes: text.into(),
            beside: None,
        }
    }

    #[test]
    fn a_file_is_known_by_its_name_and_its_folder() {
        let file = File::of(found("~/Surveys/October 2026.csv", "a,b\n1,2\n")).expect("a survey");
        assert_eq!(file.name, "October 2026.csv");
        assert_eq!(file.study(), "October 2026");
        assert_eq!(file.folder, "~/Surveys/");
        assert_eq!(file.beside, Path::new("~/Surveys/October 2026.map.ron"));
    }

    #[test]
    fn what_can_not_be_taken_apart_is_told_with_its_place() {
        let refused = File::of(found("open.csv", "a,b\n1,\"2\n")).expect_err("an open quote");
        assert!(
            refused.starts_with("Nothing is imported of open.csv: row 2, column 2: a quote"),
            "{refused}"
        );
    }
}
