//! Who answered what is asked: how many customers, and how many of the team apart.

use super::rank::Scope;
use super::rating::SMALL_SAMPLE;
use crate::domain::{Source, Workspace};

/// How many answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Respondents {
    /// Customers.
    pub customers: usize,
    /// People of the team, in the customers' place.
    pub team: usize,
}

impl Respondents {
    /// Those whose answers count.
    pub fn of(workspace: &Workspace, scope: &Scope) -> Self {
        let mut respondents = Self::default();
        let studies = workspace.studies().values();
        for study in studies.filter(|study| scope.asks(&study.id)) {
            let responses = study.responses.iter();
            let count = responses
                .filter(|response| scope.speaks_of(response.segment.as_ref()))
                .count();
            match study.source {
                Source::Customers => respondents.customers += count,
                Source::Team => respondents.team += count,
            }
        }
        respondents
    }

    /// Whether nobody answered.
    pub fn is_nobody(self) -> bool {
        self == Self::default()
    }

    /// Whether whoever answered is too few for more than a direction: fewer than [`SMALL_SAMPLE`]
    /// customers, or where no customer did, of the team.
    pub fn is_directional(self) -> bool {
        let count = if self.customers > 0 {
            self.customers
        } else {
            self.team
        };
        u32::try_from(count).is_ok_and(|count| count < SMALL_SAMPLE)
    }
}
