//! The rules of the health check, the worst first. A rule is a file beside this one, and its row.

use super::rule::Rule;
use super::{
    initiative_without_kpi, initiative_without_team, job_never_without_reason,
    job_now_without_initiative, job_overserved_now, job_underserved_undecided, job_unrated,
    kpi_never_read, kpi_off_without_measure, kpi_stale, kpi_without_baseline, kpi_without_target,
    need_unserved, need_without_evidence, outcome_names_solution, outcome_two_in_one,
    outcome_without_direction, outcome_without_initiative, outcome_without_job,
    reactive_without_escalation, review_overdue, sales_focus, segment_unserved,
    stage_all_proactive, stage_all_reactive, stage_without_outcome, stage_without_team,
    vision_incomplete,
};

/// Every rule: problems first, then warnings, then notes.
pub const RULES: &[Rule] = &[
    kpi_off_without_measure::RULE,
    job_now_without_initiative::RULE,
    vision_incomplete::RULE,
    need_without_evidence::RULE,
    need_unserved::RULE,
    stage_without_outcome::RULE,
    stage_without_team::RULE,
    stage_all_reactive::RULE,
    sales_focus::RULE,
    outcome_without_initiative::RULE,
    outcome_without_job::RULE,
    initiative_without_kpi::RULE,
    initiative_without_team::RULE,
    reactive_without_escalation::RULE,
    kpi_without_target::RULE,
    kpi_never_read::RULE,
    kpi_stale::RULE,
    review_overdue::RULE,
    job_underserved_undecided::RULE,
    job_never_without_reason::RULE,
    job_overserved_now::RULE,
    outcome_names_solution::RULE,
    outcome_two_in_one::RULE,
    outcome_without_direction::RULE,
    segment_unserved::RULE,
    stage_all_proactive::RULE,
    kpi_without_baseline::RULE,
    job_unrated::RULE,
];

/// The rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
