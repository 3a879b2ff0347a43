//! A KPI: a number that tells whether an initiative works, and its readings over time.

use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeTupleStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::choice::choices;
use super::date::Date;
use super::id::Id;
use super::number::Number;

/// A number that is read again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kpi {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What it counts: days, %, tickets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Which way is better.
    pub better: Better,
    /// Where it stood when we began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Number>,
    /// Where it should get to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Number>,
    /// How often it is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Cadence>,
    /// How it is reckoned; travels with the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// What was read, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
}

/// Which way a KPI is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

choices!(Better: Higher, Lower);

/// How often a KPI is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cadence {
    /// Every seven days.
    Week,
    /// Every month.
    Month,
    /// Every three months.
    Quarter,
    /// Every year.
    Year,
}

choices!(Cadence: Week, Month, Quarter, Year);

/// What a KPI was on a day. In the file a row: `("2026-10-31", 6.5, "CSV import rebuilt")`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The day that it was read, or the last day that it speaks of.
    pub date: Date,
    /// The value, in the KPI's unit.
    pub value: Number,
    /// What is worth knowing about it.
    pub note: Option<String>,
}

impl Kpi {
    /// A KPI with a name and a direction, and nothing else yet.
    pub fn new(id: Id, name: impl Into<String>, better: Better) -> Self {
        Self {
            id,
            name: name.into(),
            unit: None,
            better,
            baseline: None,
            target: None,
            every: None,
            formula: None,
            readings: Vec::new(),
        }
    }

    /// The reading with the latest date.
    pub fn latest(&self) -> Option<&Reading> {
        self.readings.iter().max_by_key(|reading| reading.date)
    }

    /// Puts a reading in its place by date; one of the same date is replaced and given back.
    pub fn record(&mut self, reading: Reading) -> Option<Reading> {
        let mut readings = self.readings.iter_mut();
        if let Some(there) = readings.find(|there| there.date == reading.date) {
            return Some(std::mem::replace(there, reading));
        }
        let place = self
            .readings
            .partition_point(|there| there.date < reading.date);
        self.readings.insert(place, reading);
        None
    }
}

impl Serialize for Reading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = 2 + usize::from(self.note.is_some());
        let mut row = serializer.serialize_tuple_struct("Reading", fields)?;
        row.serialize_field(&self.date)?;
        row.serialize_field(&self.value)?;
        if let Some(note) = &self.note {
            row.serialize_field(note)?;
        }
        row.end()
    }
}

impl<'de> Deserialize<'de> for Reading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Row;
        impl<'de> Visitor<'de> for Row {
            type Value = Reading;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(
                    "a reading, such as (\"2026-10-31\", 6.5) or (\"2026-10-31\", 6.5, \"a note\")",
                )
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Reading, A::Error> {
                let missing = |place| serde::de::Error::invalid_length(place, &self);
                let date = row.next_element()?.ok_or_else(|| missing(0))?;
                let value = row.next_element()?.ok_or_else(|| missing(1))?;
                let note = row.next_element::<Option<String>>()?.flatten();
                Ok(Reading { date, value, note })
            }
        }
        deserializer.deserialize_tuple(3, Row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(date: &str, value: i32) -> Reading {
        Reading {
            date: date.parse().expect("a date"),
            value: value.into(),
            note: None,
        }
    }

    fn kpi() -> Kpi {
        let id = Id::new("setup-time").expect("an id");
        Kpi::new(id, "Setup time", Better::Lower)
    }

    #[test]
    fn readings_stand_in_the_order_of_their_dates_however_they_come() {
        let mut kpi = kpi();
        for (date, value) in [("2026-09-30", 8), ("2026-10-31", 6), ("2026-08-31", 9)] {
            assert_eq!(kpi.record(reading(date, value)), None);
        }
        let values: Vec<f64> = kpi.readings.iter().map(|r| r.value.get()).collect();
        assert_eq!(values, [9.0, 8.0, 6.0]);
        assert_eq!(kpi.latest(), Some(&reading("2026-10-31", 6)));
    }

    #[test]
    fn a_second_reading_of_a_day_replaces_the_first() {
        let mut kpi = kpi();
        kpi.record(reading("2026-10-31", 6));
        let replaced = kpi.record(reading("2026-10-31", 7));
        assert_eq!(replaced, Some(reading("2026-10-31", 6)));
        assert_eq!(kpi.readings, [reading("2026-10-31", 7)]);
    }

    #[test]
    fn a_reading_is_a_row_with_a_note_or_without() {
        let read = |text: &str| ron::from_str::<Reading>(text).ok();
        assert_eq!(read("(\"2026-10-31\", 6)"), Some(reading("2026-10-31", 6)));
        let noted = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str::<Reading>("(\"2026-10-31\", 6.0, \"import rebuilt\")");
        let noted = noted.expect("a reading with a note");
        assert_eq!(noted.note.as_deref(), Some("import rebuilt"));
        assert_eq!(read("(\"2026-10-31\")"), None);
        assert_eq!(read("(\"2026-10-31\", 6, \"a note\", 7)"), None);
    }
}
