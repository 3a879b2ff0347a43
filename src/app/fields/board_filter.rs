//! The fields of what narrows the board down.

use super::names::Table;
use super::outcome::tags;
use super::stage::teams;
use super::{Field, Kind, Record, field, words_of};
use crate::app::board::filter::Filter;
use crate::insight::kpi_status::KpiStatus;

impl Record for Filter {
    const KIND: &'static str = "filter";

    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(
            "text",
            Kind::Line,
            |filter, _| filter.text.clone(),
            |filter, typed, _, _| {
                typed.trim().clone_into(&mut filter.text);
                Ok(())
            },
        )
        .told("Text", "words that stand on the card"),
        field!("segment", segment, Kind::One(Table::Segments))
            .told("Segment", "customers who desire it"),
        field!("team", team, Kind::Line)
            .known(teams)
            .told("Team", "who works for it"),
        field!("tag", tag, Kind::Line)
            .known(tags)
            .told("Tag", "one of its tags"),
        field!("kpi", kpi, Kind::Choice(words_of::<KpiStatus>))
            .absent("any")
            .told("KPI", "the status of one of its KPIs"),
    ];

    fn called(&self) -> &'static str {
        "the board"
    }
}
