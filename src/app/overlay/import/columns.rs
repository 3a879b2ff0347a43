//! The columns of a survey as a person goes through them: those first about which there is a doubt,
//! then the answers, then who answered, then what is left out.

use super::{Import, Origin, Role};
use crate::domain::text::clean_line;
use crate::domain::wording::counted;
use crate::domain::{Id, Workspace};
use crate::exchange::survey::{Column, Reason};

/// How many different values of a column are shown.
const EXAMPLES: usize = 3;

/// How many rows are looked through for them.
const LOOKED_AT: usize = 200;

/// What stands in place of the values of a column with personal data.
const PERSONAL: &str = "personal, not kept";

/// What columns have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Doubtful,
    Answers,
    Respondents,
    LeftOut,
}

/// The groups, in the order in which they stand.
pub(super) const GROUPS: [Group; 4] = [
    Group::Doubtful,
    Group::Answers,
    Group::Respondents,
    Group::LeftOut,
];

/// A column as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its number, from 1.
    pub number: usize,
    /// What stands above it.
    pub head: String,
    /// Some of its values, or why none is shown.
    pub examples: String,
    /// What it is.
    pub role: String,
    /// Whether it may be something else than it is taken for.
    pub is_doubtful: bool,
}

impl Group {
    pub(super) fn of(role: &Role) -> Self {
        match role {
            Role::Importance(_)
            | Role::Satisfaction(_)
            | Role::Job
            | Role::JobImportance
            | Role::JobSatisfaction => Self::Answers,
            Role::Respondent | Role::Segment | Role::Finished | Role::Status => Self::Respondents,
            Role::LeftOut(Reason::Unmatched | Reason::Unmeasured | Reason::Doubled) => {
                Self::Doubtful
            }
            Role::LeftOut(Reason::Personal | Reason::Metadata | Reason::Unwanted) => Self::LeftOut,
        }
    }

    /// What stands above so many columns.
    pub(super) fn heading(self, count: usize) -> String {
        let columns = counted(count, "column");
        match self {
            Self::Doubtful => format!("Not imported, but perhaps answers · {columns}"),
            Self::Answers => format!("Answers · {columns}"),
            Self::Respondents => format!("Who answered · {columns}"),
            Self::LeftOut => format!("Left out · {columns}"),
        }
    }
}

impl Import {
    /// The numbers of all columns, in the order in which they are shown.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        GROUPS.iter().flat_map(|group| self.columns_in(*group))
    }

    /// The numbers of the columns of a group.
    pub(super) fn columns_in(&self, group: Group) -> impl Iterator<Item = usize> {
        let columns = self.guess.columns.iter().map(|column| column.0);
        columns.filter(move |column| Group::of(self.role(*column)) == group)
    }

    /// Whether a column is not imported that may be answers.
    pub(super) fn has_doubts(&self) -> bool {
        self.columns_in(Group::Doubtful).next().is_some()
    }

    /// What a column is taken for.
    pub(super) fn role(&self, number: usize) -> &Role {
        let columns = &self.mapping.columns;
        let column = columns.iter().find(|column| column.0 == number);
        column.map_or(&Role::LeftOut(Reason::Unwanted), |column| &column.2)
    }

    /// A column as it is shown.
    pub(super) fn shown(&self, number: usize, workspace: &Workspace) -> Shown {
        let role = self.role(number);
        Shown {
            number,
            head: self.head(number),
            examples: self.examples(number),
            role: self
                .perhaps(number, workspace)
                .unwrap_or_else(|| words(role, workspace)),
            is_doubtful: Group::of(role) == Group::Doubtful,
        }
    }

    /// The job that a column may be about that is not known to be about any.
    fn perhaps(&self, number: usize, workspace: &Workspace) -> Option<String> {
        let job = workspace.jobs().get(self.like(number)?)?;
        Some(format!("? perhaps {}", job.name))
    }

    /// The job whose name is most like what stands above a column that is not imported.
    pub(super) fn like(&self, number: usize) -> Option<&Id> {
        let report = &self.planned.as_ref().ok()?.plan.report;
        let mut unmatched = report.unmatched.iter();
        unmatched.find(|it| it.column == number)?.like.as_ref()
    }

    /// What stands above a column.
    fn head(&self, number: usize) -> String {
        let column = self.guess.columns.iter().find(|column| column.0 == number);
        let head = column.map_or("", |column| column.1.as_str());
        if head.is_empty() {
            "(nothing stands above it)".to_owned()
        } else {
            clean_line(head).text
        }
    }

    /// Some different values of a column. Personal data is not shown, nor what only may be.
    fn examples(&self, number: usize) -> String {
        if self.is_personal(number) {
            return PERSONAL.to_owned();
        }
        let mut examples: Vec<String> = Vec::new();
        let rows = self.file.sheet.rows().skip(self.mapping.header_rows);
        for row in rows.take(LOOKED_AT) {
            let value = clean_line(row.cell(number - 1)).text;
            if value.contains('@') {
                return PERSONAL.to_owned();
            }
            if !value.is_empty() && !examples.contains(&value) && examples.len() < EXAMPLES {
                examples.push(value);
            }
        }
        examples.join(", ")
    }

    /// Whether a column is, or was taken to be, personal data. Respondents are told apart by what
    /// may be: only of what is kept of them it is known that it is not.
    fn is_personal(&self, number: usize) -> bool {
        let guessed = self.guess.columns.iter().find(|column| column.0 == number);
        let Some(Column(_, head, guessed)) = guessed else {
            return false;
        };
        let roles = [guessed, self.role(number)];
        let is_kept = *roles[1] == Role::Respondent
            && matches!(&self.planned, Ok(planned) if !planned.plan.report.personal.contains(head));
        roles.contains(&&Role::LeftOut(Reason::Personal))
            || roles.contains(&&Role::Respondent) && !is_kept
    }

    /// Takes a column for something else. What only one column can be, another gives up for it.
    pub(super) fn take_for(&mut self, number: usize, role: Role) {
        let head = self.guess.columns.iter().find(|column| column.0 == number);
        let head = head.map_or_else(String::new, |column| column.1.clone());
        self.mapping.columns.retain(|column| column.0 != number);
        if is_one(&role) {
            for other in self
                .mapping
                .columns
                .iter_mut()
                .filter(|other| other.2 == role)
            {
                other.2 = Role::LeftOut(Reason::Doubled);
            }
        }
        self.mapping.columns.push(Column(number, head, role));
        self.mapping.columns.sort_by_key(|column| column.0);
        if self.origin == Origin::Guess && !self.is_scale_said {
            self.mapping.scale_by(&self.file.sheet);
        }
    }

    /// Leaves the selected column out.
    pub(super) fn leave_out(&mut self, workspace: &Workspace) {
        self.take_for(self.column, Role::LeftOut(Reason::Unwanted));
        self.plan(workspace);
    }
}

/// Whether only one column of a survey can be this.
fn is_one(role: &Role) -> bool {
    match role {
        Role::Respondent
        | Role::Segment
        | Role::Importance(_)
        | Role::Satisfaction(_)
        | Role::Job
        | Role::JobImportance
        | Role::JobSatisfaction => true,
        Role::Finished | Role::Status | Role::LeftOut(_) => false,
    }
}

/// What a column is, in words.
pub(super) fn words(role: &Role, workspace: &Workspace) -> String {
    let name = |job: &Id| workspace.name_of(job).unwrap_or(job.as_str()).to_owned();
    match role {
        Role::Importance(job) => format!("importance · {}", name(job)),
        Role::Satisfaction(job) => format!("satisfaction · {}", name(job)),
        Role::Job => "which job the row is about".to_owned(),
        Role::JobImportance => "importance of that job".to_owned(),
        Role::JobSatisfaction => "satisfaction with that job".to_owned(),
        Role::Respondent => "tells respondents apart".to_owned(),
        Role::Segment => "the segment".to_owned(),
        Role::Finished => "whether it was finished".to_owned(),
        Role::Status => "partial, preview or complete".to_owned(),
        Role::LeftOut(reason) => match reason {
            Reason::Unmatched => "? no job is called so",
            Reason::Unmeasured => "? importance or satisfaction",
            Reason::Doubled => "? the same as another column",
            Reason::Personal => "left out: personal data",
            Reason::Metadata => "left out: of the survey tool",
            Reason::Unwanted => "left out",
        }
        .to_owned(),
    }
}
