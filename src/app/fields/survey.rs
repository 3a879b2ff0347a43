//! The fields of a survey that is to be imported: the file, and where its answers go.

use super::{Field, Kind, Record, field, words_of};
use crate::domain::text::clean_line;
use crate::domain::{Date, Source, Workspace};
use crate::exchange::survey::{Scale, Unfinished};

/// What separates the ends of a scale as it is shown.
const TO: &str = " to ";

/// A file of answers, by its path as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurveyFile {
    /// The path, perhaps in quotes or with a `~`.
    pub path: String,
}

/// Where the answers of a survey go, and how they are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// The name of the study: a new one, or one of the workspace to add to.
    pub study: String,
    /// When it was held; the day of a study that is there stays.
    pub date: Date,
    /// Who answered.
    pub source: Source,
    /// The answers that the file has.
    pub scale: Scale,
    /// What becomes of unfinished responses.
    pub unfinished: Unfinished,
}

impl Record for SurveyFile {
    const KIND: &'static str = "file";

    const FIELDS: &'static [Field<Self>] = &[Field::<Self>::new(
        "path",
        Kind::Line,
        |file, _| file.path.clone(),
        |file, typed, _, _| {
            clean_line(typed).text.trim().clone_into(&mut file.path);
            Ok(())
        },
    )
    .required()
    .told("File", "a CSV file; you can also drop it onto this window")];

    fn called(&self) -> &str {
        &self.path
    }
}

impl Record for Intake {
    const KIND: &'static str = "survey";

    const FIELDS: &'static [Field<Self>] = &[
        field!("study", study, Kind::Line)
            .required()
            .known(studies)
            .told("Study", "a new name, or a study that is there to add to it"),
        field!("date", date, Kind::Date)
            .required()
            .told("Date", "when it was held; of a new study"),
        field!("source", source, Kind::Choice(words_of::<Source>))
            .required()
            .told("Source", "who answered: customers, or the team for them"),
        Field::<Self>::new(
            "scale",
            Kind::Line,
            |intake, _| scale_shown(intake.scale),
            |intake, typed, _, _| {
                intake.scale = scale_read(typed)?;
                Ok(())
            },
        )
        .required()
        .told(
            "Scale",
            "from the least to the most: 1 to 5, 0 to 10, 5 to 1",
        ),
        field!(
            "unfinished",
            unfinished,
            Kind::Choice(words_of::<Unfinished>)
        )
        .required()
        .told(
            "Unfinished",
            "partial and unfinished responses, and previews",
        ),
    ];

    fn called(&self) -> &str {
        &self.study
    }
}

fn studies(workspace: &Workspace) -> Vec<String> {
    let studies = workspace.studies().values();
    studies.map(|study| study.name.clone()).collect()
}

/// A scale as it stands in its field: `1 to 5`.
pub fn scale_shown(scale: Scale) -> String {
    format!("{}{TO}{}", scale.from, scale.to)
}

/// Reads a scale; a single number is the highest answer of a scale from 1.
fn scale_read(typed: &str) -> Result<Scale, String> {
    let mut numbers = typed
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse::<u8>);
    let scale = match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(Ok(to)), None, _) => Scale { from: 1, to },
        (Some(Ok(from)), Some(Ok(to)), None) => Scale { from, to },
        (..) => return Err(format!("\"{}\" is no scale; write 1 to 5", typed.trim())),
    };
    if (2..=100).contains(&scale.steps()) {
        Ok(scale)
    } else {
        Err("a scale has 2 to 100 answers".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_read_as_people_write_it() {
        for (typed, from, to) in [
            ("1 to 5", 1, 5),
            ("0–10", 0, 10),
            ("5 to 1", 5, 1),
            ("7", 1, 7),
            (" 1 - 11 ", 1, 11),
        ] {
            assert_eq!(scale_read(typed), Ok(Scale { from, to }), "{typed}");
        }
        for typed in ["", "five", "3 to 3", "1 to 5 to 9", "0 to 250", "999"] {
            assert!(scale_read(typed).is_err(), "{typed}");
        }
    }
}
