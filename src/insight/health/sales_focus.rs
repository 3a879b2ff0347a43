//! A plan that cares for buyers more than for customers.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Purchase;

pub(super) const RULE: Rule = Rule {
    id: "sales-focus",
    severity: Severity::Warning,
    finds: "Of two or more initiatives that are not done, less than half are in stages after the purchase",
    why: "Most of what a customer is worth comes after the purchase: a plan that ends there wins customers and loses them.",
    source: Source::Picardami,
    helps: "Plan for the stages after the purchase",
    fix: Fix::Elsewhere,
    check: Check::Workspace(check),
};

fn check(ground: &Ground<'_>) -> Option<String> {
    let mut all = 0;
    let mut after = 0;
    for stage in ground.workspace.stages() {
        let initiatives = ground.links.load(&stage.id).initiatives();
        all += initiatives;
        after += match stage.purchase {
            Purchase::Before | Purchase::At => 0,
            Purchase::After => initiatives,
        };
    }
    let is_heavy = all > 1 && after * 2 < all;
    is_heavy
        .then(|| format!("Heavy sales focus: {after} of {all} initiatives are after the purchase"))
}
