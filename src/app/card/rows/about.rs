//! What things are for, in a sentence or two: what a card says where nothing stands yet, and beside
//! what is selected.

use crate::app::card::spot::Section;
use crate::app::fields::Subject;

/// What an outcome is, and how it is worded.
pub(super) const OUTCOME: &str = "An outcome is what customers want to achieve here. It begins with \
     a direction, names a measure, and says nothing of a solution: “Minimize the time it takes to \
     …”, “Increase the likelihood that …”.";

/// What it means that a field is empty, in a word or two.
pub(super) fn nothing_in(subject: &Subject, field: &str) -> &'static str {
    match (subject, field) {
        (Subject::Outcome(_), "segments") => "all",
        (Subject::Outcome(_), "tags") => "none",
        (Subject::Outcome(_), "needs") => "none named",
        (Subject::Outcome(_), "notes") => "for everybody",
        (Subject::Outcome(_), "private") => "for you alone",
        (_, "owner" | "team") => "nobody yet",
        (_, "estimate.importance" | "estimate.satisfaction") => "not estimated",
        (_, "target" | "baseline") => "not set",
        (_, "every") => "whenever",
        (_, "fate") => "open",
        _ => "–",
    }
}

/// What belongs into a section, and why.
pub(super) fn of_section(section: &Section) -> &'static str {
    match section {
        Section::Jobs => {
            "A job is what customers must get done to reach the outcome, told as a story: when …, I \
             want to …, so I can …. The roadmap ranks jobs by how important they are to customers \
             and how satisfied customers are."
        }
        Section::Initiatives => {
            "An initiative is what a team does so that customers reach the outcome: proactive ▲ \
             where we take the first step, reactive ▼ where the customer does."
        }
        Section::Kpis(_) => {
            "A KPI is a number that tells whether the initiative works: where it stood, where it \
             should get to, and what it was each time somebody looked."
        }
        Section::Escalation(_) => {
            "Escalation steps say who takes over, and how soon, when the initiative does not help."
        }
        Section::Readings(_) => "A reading is what the KPI was on a day.",
    }
}
