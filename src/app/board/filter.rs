//! What narrows the board down to some of its cards.

use crate::domain::{Id, Outcome, Workspace};
use crate::insight::kpi_status::{KpiStatus, status};

/// What a card must have to be shown. A part that is absent lets every card through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that all stand somewhere on it, whatever their case: in its statement, tags, notes, or
    /// in the names of its initiatives and KPIs. Empty lets every card through.
    pub text: String,
    /// A segment that desires it; a card without segments is desired by all.
    pub segment: Option<Id>,
    /// A team that works for it: that delivers at its stage or does one of its initiatives.
    pub team: Option<String>,
    /// One of its tags.
    pub tag: Option<String>,
    /// The status of one of its KPIs.
    pub kpi: Option<KpiStatus>,
}

/// What a filter asks for, made ready to look at many cards.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    filter: &'a Filter,
    /// In lower case.
    words: Vec<String>,
    workspace: &'a Workspace,
}

impl Filter {
    /// Whether it lets every card through.
    pub fn is_empty(&self) -> bool {
        self.words().next().is_none() && !self.has_choices()
    }

    /// What is asked for, made ready to look at many cards.
    pub(super) fn asked<'a>(&'a self, workspace: &'a Workspace) -> Asked<'a> {
        Asked {
            filter: self,
            words: self.words().map(str::to_lowercase).collect(),
            workspace,
        }
    }

    /// Whether every card that this one lets through passes the other one too.
    pub(super) fn is_part_of(&self, other: &Self) -> bool {
        let rest = |filter: &Self| Self {
            text: String::new(),
            ..filter.clone()
        };
        self.text.starts_with(&other.text) && rest(self) == rest(other)
    }

    /// What is asked for, in words: `'win' · Small team · KPI off`.
    pub fn described(&self, workspace: &Workspace) -> String {
        let segment = self.segment.as_ref().map(|id| {
            let segment = workspace.segments().get(id);
            segment.map_or(id.as_str(), |segment| segment.name.as_str())
        });
        let text = self.text.trim();
        let parts = [
            (!text.is_empty()).then(|| format!("'{text}'")),
            segment.map(|name| format!("segment {name}")),
            self.team.as_ref().map(|team| format!("team {team}")),
            self.tag.as_ref().map(|tag| format!("tag {tag}")),
            self.kpi.map(|status| format!("KPI {status}")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split_whitespace()
    }

    fn has_choices(&self) -> bool {
        self.segment.is_some() || self.team.is_some() || self.tag.is_some() || self.kpi.is_some()
    }
}

impl Asked<'_> {
    /// Whether a card has what is asked for. `text` is everything that the card says, in lower case
    /// (see [`lowered`]).
    pub(super) fn lets_through(&self, outcome: &Outcome, text: &str) -> bool {
        self.words.iter().all(|word| text.contains(word.as_str()))
            && self.is_desired(outcome)
            && self.is_worked_for(outcome)
            && self.is_tagged(outcome)
            && self.has_kpi(outcome)
    }

    fn is_desired(&self, outcome: &Outcome) -> bool {
        self.filter
            .segment
            .as_ref()
            .is_none_or(|segment| outcome.segments.is_empty() || outcome.segments.contains(segment))
    }

    fn is_worked_for(&self, outcome: &Outcome) -> bool {
        let Some(team) = &self.filter.team else {
            return true;
        };
        let stage = self.workspace.stage(&outcome.stage);
        let of_stage = stage.and_then(|(_, stage)| stage.team.as_ref());
        let mut initiatives = outcome.initiatives.iter();
        of_stage == Some(team) || initiatives.any(|one| one.team.as_ref() == Some(team))
    }

    fn is_tagged(&self, outcome: &Outcome) -> bool {
        let mut tags = outcome.tags.iter();
        self.filter
            .tag
            .as_ref()
            .is_none_or(|tag| tags.any(|there| there.to_lowercase() == tag.to_lowercase()))
    }

    fn has_kpi(&self, outcome: &Outcome) -> bool {
        self.filter
            .kpi
            .is_none_or(|asked| outcome.kpis().any(|kpi| status(kpi) == asked))
    }
}

/// Everything that a card says and everybody may see, in lower case, each text on a line.
pub(super) fn lowered(outcome: &Outcome) -> String {
    let mut text = String::with_capacity(outcome.statement.len() + 64);
    let mut put = |part: &str| {
        let start = text.len();
        if part.is_ascii() {
            text.push_str(part);
            text[start..].make_ascii_lowercase();
        } else {
            text.push_str(&part.to_lowercase());
        }
        text.push('\n');
    };
    put(&outcome.statement);
    outcome.tags.iter().for_each(|tag| put(tag));
    outcome.notes.iter().for_each(&mut put);
    for initiative in &outcome.initiatives {
        put(&initiative.name);
        initiative.kpis.iter().for_each(|kpi| put(&kpi.name));
    }
    text
}
