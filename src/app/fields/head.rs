//! The fields of the workspace itself: its name and its vision.

use super::{Field, Kind, Record, field, part};
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
    ];

    fn called(&self) -> &str {
        &self.name
    }
}
