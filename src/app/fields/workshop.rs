//! The fields of what is settled before a workshop begins.

use super::{Field, Kind, Record, Wrong, field, words_of};
use crate::app::workshop::plan::{LONGEST, Order, People, Pick, Plan, Typing};

impl Record for Plan {
    const KIND: &'static str = "workshop";

    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(
            "people",
            Kind::Line,
            |plan, _| plan.people.typed(),
            |plan, typed, _, _| {
                plan.people = People::read(typed)?;
                Ok(())
            },
        )
        .required()
        .told(
            "Participants",
            "names with commas between them, or just how many",
        ),
        field!("pick", pick, Kind::Choice(words_of::<Pick>))
            .required()
            .told(
                "Jobs",
                "all, those nobody rated, the roadmap's segment, marked ones",
            ),
        field!("order", order, Kind::Choice(words_of::<Order>))
            .required()
            .told("Order", "by rank, or those first that need it most"),
        field!("typing", typing, Kind::Choice(words_of::<Typing>))
            .required()
            .told("Answers", "one of you types all, or everybody their own"),
        field!("scale", scale, Kind::Number)
            .required()
            .told("Scale", "the highest answer: 5 means 1 to 5"),
        Field::<Self>::new(
            "seconds",
            Kind::Number,
            |plan, _| plan.seconds.to_string(),
            |plan, typed, _, _| {
                plan.seconds = seconds(typed)?;
                Ok(())
            },
        )
        .told("Seconds per job", "the timer stops nothing; 0 for none"),
        field!("name", name, Kind::Line).required().told(
            "Study",
            "what it is kept as; the name of one goes on with it",
        ),
    ];

    fn called(&self) -> &str {
        &self.name
    }

    fn clash(&self) -> Option<Wrong> {
        let is_scale = (2..=100).contains(&self.scale);
        (!is_scale).then(|| Wrong::new("scale", "a scale ends at 2 to 100"))
    }
}

fn seconds(typed: &str) -> Result<u16, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    let seconds = typed.parse().ok().filter(|seconds| *seconds <= LONGEST);
    seconds.ok_or_else(|| format!("whole seconds up to {LONGEST}, or 0 for no timer"))
}
