//! The fields of a stage.

use super::{Field, Kind, Record, field, words_of};
use crate::domain::{Purchase, Stage, Workspace};

impl Record for Stage {
    const KIND: &'static str = "stage";

    const FIELDS: &'static [Field<Self>] = &[
        field!("name", name, Kind::Line)
            .required()
            .told("Name", "what the column is called, such as Usage"),
        field!("purchase", purchase, Kind::Choice(words_of::<Purchase>))
            .required()
            .told(
                "Purchase",
                "where it lies: before, at or after the purchase",
            ),
        field!("team", team, Kind::Line)
            .known(teams)
            .told("Team", "who must deliver here"),
        field!("mindset", mindset, Kind::Line)
            .told("Mindset", "what customers think here, in their own words"),
        field!("enters", enters, Kind::Line)
            .told("Enters when", "the event that brings a customer here"),
    ];

    fn called(&self) -> &str {
        &self.name
    }
}

/// Every team that is named anywhere.
pub(super) fn teams(workspace: &Workspace) -> Vec<String> {
    let teams = workspace.teams();
    teams.into_iter().map(str::to_owned).collect()
}
