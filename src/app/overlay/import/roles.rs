//! What a column may be: the list to choose from when a person corrects it.

use super::columns::words;
use super::{Correction, Import, Role};
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::domain::{Id, Workspace};
use crate::exchange::survey::Reason;

impl Import {
    /// Everything that the selected column may be, the likeliest first.
    pub(super) fn roles(&self, workspace: &Workspace) -> Menu {
        let jobs = self.jobs(workspace);
        let about = jobs.iter().flat_map(|job| {
            [
                Role::Importance(job.clone()),
                Role::Satisfaction(job.clone()),
            ]
        });
        let others = [
            Role::LeftOut(Reason::Unwanted),
            Role::Segment,
            Role::Respondent,
            Role::Finished,
            Role::Status,
            Role::Job,
            Role::JobImportance,
            Role::JobSatisfaction,
        ];
        let roles: Vec<Role> = if self.has_a_row_per_job() {
            others.into_iter().rev().chain(about).collect()
        } else {
            about.chain(others).collect()
        };
        let rows = roles.into_iter().map(|role| self.row(role, workspace));
        let head = self.shown(self.column, workspace).head;
        let title = format!("Column {} is … · {head}", self.column);
        Menu::new(title, rows.collect())
    }

    fn row(&self, role: Role, workspace: &Workspace) -> Row {
        Row {
            text: words(&role, workspace),
            aside: self.taken(&role),
            synonyms: synonyms(&role).to_owned(),
            then: Then::Correct(Correction::Role(self.column, role)),
        }
    }

    /// Which column is that already.
    fn taken(&self, role: &Role) -> String {
        let mut columns = self.mapping.columns.iter();
        let column = columns
            .find(|column| column.2 == *role)
            .map(|column| column.0);
        match (column, role) {
            (Some(number), _) if number == self.column => "now".to_owned(),
            (None, _) | (_, Role::LeftOut(_)) => String::new(),
            (Some(number), _) => format!("column {number}"),
        }
    }

    fn has_a_row_per_job(&self) -> bool {
        self.mapping
            .columns
            .iter()
            .any(|column| column.2 == Role::Job)
    }

    /// All jobs, the one that is most like what stands above the column first.
    fn jobs(&self, workspace: &Workspace) -> Vec<Id> {
        let like = self.like(self.column);
        let mut jobs: Vec<Id> = workspace.jobs().keys().cloned().collect();
        jobs.sort_by_key(|job| Some(job) != like);
        jobs
    }
}

/// Other words by which people look for it.
fn synonyms(role: &Role) -> &'static str {
    match role {
        Role::Importance(_) | Role::JobImportance => "important matters imp",
        Role::Satisfaction(_) | Role::JobSatisfaction => "satisfied happy sat",
        Role::Job => "long row per job",
        Role::Respondent => "id email person who",
        Role::Segment => "group kind of customer",
        Role::Finished | Role::Status => "partial complete preview progress",
        Role::LeftOut(_) => "ignore skip nothing remove",
    }
}
