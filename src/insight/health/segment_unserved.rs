//! A segment that nothing is meant for.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Segment;

pub(super) const RULE: Rule = Rule {
    id: "segment-unserved",
    severity: Severity::Note,
    finds: "No outcome on the board names a segment; outcomes for all customers don't count",
    why: "A segment was told apart because its customers want something else: then something is for them.",
    source: Source::Outboard,
    helps: "Name it among the segments of an outcome, or do without it",
    fix: Fix::Elsewhere,
    check: Check::Segment(check),
};

fn check(ground: &Ground<'_>, segment: &Segment) -> Option<String> {
    let is_served = ground.links.serves_segment(&segment.id);
    (!is_served).then(|| format!("No outcome is meant for the segment {}", segment.name))
}
