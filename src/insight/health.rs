//! The health check: what a plan lacks, told by rules that know what its words mean.
//!
//! A rule is a file in here and a row of the [`RULES`]: it looks at one kind of thing and gives the
//! sentence for what is wrong with it, or nothing. [`Health`] keeps what the rules found and looks
//! again only at what a change touches. What is archived counts for nothing.
//!
//! Nothing here is kept in a file, and nothing forbids anything: a finding that a person means to
//! leave is [silenced](crate::domain::Silenced) with a reason.

mod found;
mod ground;
mod links;
mod rule;
mod table;

mod initiative_without_kpi;
mod initiative_without_team;
mod job_never_without_reason;
mod job_now_without_initiative;
mod job_overserved_now;
mod job_underserved_undecided;
mod job_unrated;
mod kpi_never_read;
mod kpi_off_without_measure;
mod kpi_stale;
mod kpi_without_baseline;
mod kpi_without_target;
mod need_unserved;
mod need_without_evidence;
mod outcome_names_solution;
mod outcome_two_in_one;
mod outcome_without_direction;
mod outcome_without_initiative;
mod outcome_without_job;
mod reactive_without_escalation;
mod review_overdue;
mod sales_focus;
mod segment_unserved;
mod stage_all_proactive;
mod stage_all_reactive;
mod stage_without_outcome;
mod stage_without_team;
mod vision_incomplete;

pub use found::{Finding, Health, Hushed};
pub use ground::Facts;
pub use rule::{Fix, Part, Rule, Severity, Source};
pub use table::{RULES, rule};

#[cfg(test)]
mod tests;
