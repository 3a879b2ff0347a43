//! What things are for, in a sentence: what the research says where nothing stands yet, and beside
//! what is selected.

use crate::app::research::spot::{Section, Thing};

/// What a vision is.
pub(super) const VISION: &str = "The vision is a hypothesis of the customer's need and of the impact \
     we want. It will be wrong, so change it as soon as you know better.";

/// What belongs into a section, and why; empty where its heading says it.
pub(super) fn of_section(section: &Section) -> &'static str {
    match section {
        Section::Vision
        | Section::NeedsOf(_)
        | Section::OutcomesOf(_)
        | Section::Heard(_)
        | Section::Respondents(_)
        | Section::Asked(_) => "",
        Section::Assumptions => "An assumption is what must hold for the vision to work.",
        Section::Needs => {
            "A need is what customers lack: they say so (expressed), or only show it (latent)."
        }
        Section::Segments => {
            "A segment is a group of customers who want the same things for the same reasons."
        }
        Section::Studies => {
            "A study is a survey in which customers, or the team, rate the jobs by importance and \
             satisfaction."
        }
        Section::Evidence(_) => {
            "Evidence is what you saw or heard: from whom, by which method, when."
        }
        Section::Serving(_) => "An outcome that serves it gives the need a place on the board.",
    }
}

/// What something in a section could be, for example; empty where that says nothing.
pub(super) fn example(section: &Section) -> &'static str {
    match section {
        Section::Assumptions => {
            "For example: “A manager will set the tool up without talking to sales.” As long as nobody \
             has tried, it is untested; then it holds, or is refuted."
        }
        Section::Needs => {
            "For example: “Managers fear losing years of contact history more than they want new \
             features.” It is latent where nobody says so, but the old spreadsheet stays open for a \
             month. What you saw is its evidence; the outcomes that serve it stand on the board."
        }
        Section::Segments => {
            "For example: “Small team: start alone, today, without training.” Needs and outcomes name \
             the segments that they are for, and the roadmap ranks the jobs by the answers of each."
        }
        Section::Studies => {
            "Each respondent says of each job how important it is and how satisfied they are today. \
             From at least 30 respondents on a score is more than a direction."
        }
        Section::Evidence(_) => {
            "For example: “Interview 4, 14 September: kept the old spreadsheet open in a second \
             window for a month.”"
        }
        Section::Vision
        | Section::Serving(_)
        | Section::NeedsOf(_)
        | Section::OutcomesOf(_)
        | Section::Heard(_)
        | Section::Respondents(_)
        | Section::Asked(_) => "",
    }
}

/// What a thing is, beside its details.
pub(super) fn of_thing(thing: &Thing) -> &'static str {
    match thing {
        Thing::Vision => VISION,
        Thing::Assumption(_) => {
            "What must hold for the vision to work. Put it to the test, then put down what you found."
        }
        Thing::Need(_) | Thing::Evidence(..) | Thing::Segment(_) | Thing::Study(_) => "",
    }
}

/// What it means that a field is empty, in a word or two.
pub(super) fn nothing_in(field: &'static str) -> &'static str {
    match field {
        "segments" => "all",
        "expects" => "not said yet",
        "top" => "above the middle",
        _ if field.starts_with("vision.") => "not said yet",
        _ => "–",
    }
}
