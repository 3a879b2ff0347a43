//! How a workshop is kept: as a study of the team, to which every reveal adds the answers about one
//! job. What is not revealed is kept nowhere: when the program is killed, at most the answers about
//! the job that is being rated are lost.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::plan::{People, Plan};
use super::round::Round;
use crate::app::Cx;
use crate::app::message::quoted;
use crate::domain::{Change, Edit, Id, Job, Source, Study};

/// Where the answers go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// The study that has them, or will.
    pub study: Id,
    /// The respondents, in the order of the participants.
    pub people: Vec<Id>,
}

impl Keep {
    /// Where a workshop keeps its answers: in the team's study of that name, or in a new one.
    ///
    /// # Errors
    /// In words, why the study of that name can't have them.
    pub fn of(plan: &Plan, cx: Cx<'_>) -> Result<Self, String> {
        let studies = cx.workspace.studies().values();
        let there = studies.into_iter().find(|study| study.name == plan.name);
        if let Some(study) = there {
            fits(study, plan)?;
        }
        let study = there.map_or_else(
            || cx.workspace.fresh_id(&plan.name, "study"),
            |study| study.id.clone(),
        );
        Ok(Self {
            study,
            people: respondents(&plan.people),
        })
    }

    /// What is kept of a job.
    pub fn kept(&self, job: &Id, cx: Cx<'_>) -> Option<Round> {
        Round::kept(self.study(cx)?, job, &self.people)
    }

    /// The jobs of which something is kept.
    pub fn jobs<'a>(&self, cx: Cx<'a>) -> BTreeSet<&'a Id> {
        let responses = self
            .study(cx)
            .into_iter()
            .flat_map(|study| &study.responses);
        let responses = responses.filter(|there| self.people.contains(&there.id));
        let answers = responses.flat_map(|there| &there.answers);
        let given = answers.filter(|answer| answer.1.is_some() || answer.2.is_some());
        given.map(|answer| &answer.0).collect()
    }

    /// The study, once something is kept.
    pub fn study<'a>(&self, cx: Cx<'a>) -> Option<&'a Arc<Study>> {
        cx.workspace.studies().get(&self.study)
    }

    /// The change that keeps what is revealed.
    pub fn change(&self, plan: &Plan, job: &Job, round: &Round, cx: Cx<'_>) -> Change {
        let there = self.study(cx);
        let mut study = there.map_or_else(|| self.blank(plan, cx), |study| Study::clone(study));
        round.put_into(&mut study, &job.id, &self.people);
        let again = if self.kept(&job.id, cx).is_some() {
            " again"
        } else {
            ""
        };
        let label = format!("Rated {}{again}", quoted(&job.name));
        Change::new(label, vec![Edit::study(study)])
    }

    fn blank(&self, plan: &Plan, cx: Cx<'_>) -> Study {
        Study {
            id: self.study.clone(),
            name: plan.name.clone(),
            date: cx.now.today,
            source: Source::Team,
            scale: plan.scale,
            top: None,
            responses: Vec::new(),
        }
    }
}

fn fits(study: &Study, plan: &Plan) -> Result<(), String> {
    let name = quoted(&study.name);
    match study.source {
        Source::Customers => Err(format!(
            "{name} is a study of customers; give this one another name"
        )),
        Source::Team if study.scale != plan.scale => Err(format!(
            "{name} has answers from 1 to {}; take that scale or another name",
            study.scale
        )),
        Source::Team => Ok(()),
    }
}

/// An id for each participant, made from the name, or `p1`, `p2` … where there are none.
fn respondents(people: &People) -> Vec<Id> {
    let mut ids: Vec<Id> = Vec::new();
    for name in people.names() {
        let words = match people {
            People::Count(_) => format!("p{name}"),
            People::Named(_) => name,
        };
        let id = Id::from_words(&words, "participant", |id| ids.contains(id));
        ids.push(id);
    }
    ids
}

/// A name for the study of today that has room for another job: one that is complete is left as it
/// is.
pub fn usual_name(plan: &Plan, cx: Cx<'_>) -> String {
    let first = Plan::usual(cx).name;
    let has_room = |name: &String| {
        let mut studies = cx.workspace.studies().values();
        let there = studies.find(|study| study.name == *name);
        there.is_none_or(|study| fits(study, plan).is_ok() && !is_complete(study, cx))
    };
    let mut names = (1..).map(|n| match n {
        1 => first.clone(),
        n => format!("{first} ({n})"),
    });
    names.find(has_room).unwrap_or_default()
}

/// Whether a study has an answer about every job.
fn is_complete(study: &Study, cx: Cx<'_>) -> bool {
    let answers = study.responses.iter().flat_map(|there| &there.answers);
    let jobs: BTreeSet<&Id> = answers.map(|answer| &answer.0).collect();
    cx.workspace.jobs().keys().all(|job| jobs.contains(job))
}
