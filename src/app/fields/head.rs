//! The fields of the workspace itself: its name, its vision and the capacity of its lanes.

use super::{Field, Kind, Record, Wrong, field, part};
use crate::domain::capacity::refusal;
use crate::domain::workspace::Head;

impl Record for Head {
    const KIND: &'static str = "workspace";

    const FIELDS: &'static [Field<Self>] = &[
        field!("name", name, Kind::Line)
            .required()
            .told("Name", "what this workspace is called"),
        part!("vision.customer", vision, customer, Kind::Line)
            .told("Customer", "the vision: whom it is for"),
        part!("vision.need", vision, need, Kind::Lines)
            .told("Need", "what we believe these customers need"),
        part!("vision.offer", vision, offer, Kind::Lines).told("Offer", "what we offer them"),
        part!("vision.impact", vision, impact, Kind::Lines)
            .told("Impact", "what is different for them when it works"),
        part!("vision.metric", vision, metric, Kind::Line)
            .told("Metric", "the number by which we would see the impact"),
        part!("capacity.now", capacity, now, Kind::Number).told(
            "Capacity now",
            "the lanes: how much effort there is room for, in your unit",
        ),
        part!("capacity.next", capacity, next, Kind::Number)
            .told("Capacity next", "how much after that"),
        part!("capacity.later", capacity, later, Kind::Number)
            .told("Capacity later", "how much in the end"),
    ];

    fn called(&self) -> &str {
        &self.name
    }

    fn clash(&self) -> Option<Wrong> {
        let capacity = self.capacity.as_ref()?;
        let lanes = [
            ("capacity.now", capacity.now),
            ("capacity.next", capacity.next),
            ("capacity.later", capacity.later),
        ];
        let mut wrongs = lanes.into_iter().filter_map(|(field, room)| {
            let problem = refusal(room?)?;
            Some(Wrong::new(field, problem))
        });
        wrongs.next()
    }
}
