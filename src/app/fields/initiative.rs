//! The fields of an initiative and of its escalation steps.

use super::outcome::sorted;
use super::stage::teams;
use super::{Field, Kind, Record, field, words_of};
use crate::domain::{EscalationStep, Initiative, Status, Touch, Workspace};

impl Record for Initiative {
    const KIND: &'static str = "initiative";

    const FIELDS: &'static [Field<Self>] = &[
        field!("name", name, Kind::Line)
            .required()
            .told("Name", "what is done for the outcome"),
        field!("touch", touch, Kind::Choice(words_of::<Touch>))
            .required()
            .told(
                "Touch",
                "Proactive: we take the first step; Reactive: the customer does",
            ),
        field!("status", status, Kind::Choice(words_of::<Status>))
            .required()
            .told("Status", "how far it is"),
        field!("team", team, Kind::Line)
            .known(teams)
            .told("Team", "who does it"),
        field!("channel", channel, Kind::Line).known(channels).told(
            "Channel",
            "where it meets the customer: e-mail, in the product …",
        ),
    ];

    fn called(&self) -> &str {
        &self.name
    }
}

impl Record for EscalationStep {
    const KIND: &'static str = "escalation step";

    const FIELDS: &'static [Field<Self>] = &[
        field!("to", to, Kind::Line)
            .required()
            .known(teams)
            .told("To", "who takes over when it does not help"),
        field!("within", within, Kind::Line).told("Within", "how soon, such as 4h or 2 days"),
        field!("when", when, Kind::Line).told("When", "in which case"),
    ];

    fn called(&self) -> &str {
        &self.to
    }
}

fn channels(workspace: &Workspace) -> Vec<String> {
    let outcomes = workspace.outcomes().values();
    let initiatives = outcomes.flat_map(|outcome| &outcome.initiatives);
    sorted(initiatives.filter_map(|initiative| initiative.channel.clone()))
}
