//! `outboard check`: what the plan lacks, as text or JSON, and whether any of it matters enough to
//! say no.

use std::fmt::Write as _;

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use super::answer::Answer;
use super::json;
use super::screen;
use super::session::Wanted;
use super::text::{self, Page};
use super::typed::{today, words};
use crate::domain::{About, Date, Workspace};
use crate::insight::health::{Facts, Finding, Health, RULES, Rule, Severity};
use crate::insight::opportunity::{Ranking, Scope, rank};

/// How wide the text is where there is no terminal to go by.
const WIDTH: u16 = 100;

/// Check the health of the plan: what it lacks, and whether that matters
///
/// The exit status is 1 if anything at or above the severity given with --deny was found. What was
/// silenced does not count.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// From which severity on the answer is no
    #[arg(long, value_name = "SEVERITY", default_value = "problem", value_parser = words::<Severity>(), ignore_case = true)]
    deny: Severity,
    /// As JSON
    #[arg(long)]
    json: bool,
    /// The rules themselves, as a Markdown table
    #[arg(long, conflicts_with_all = ["json", "deny"])]
    rules: bool,
}

/// A workspace that was looked through.
pub(super) struct Checked<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) health: Health,
    ranking: Ranking,
    today: Date,
}

/// A finding as it stands in JSON.
#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    severity: String,
    subject: &'a str,
    message: String,
}

impl Check {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        if self.rules {
            return Ok(Answer::of(rules()));
        }
        let loaded = wanted.read()?;
        let checked = Checked::of(&loaded.workspace, today()?);
        let data = if self.json {
            let rows: Vec<Row<'_>> = checked.worst_first().map(|f| checked.row(f)).collect();
            json::pretty(&rows)?
        } else {
            let width = screen::size().map_or(WIDTH, |(width, _)| width);
            text::health(Page::new(width), &checked)
        };
        let answer = Answer::of(data).saying_all(loaded.remarks);
        let answer = answer.saying_all(checked.needless());
        let mut found = checked.worst_first();
        let is_denied = found.any(|finding| finding.rule.severity >= self.deny);
        Ok(if is_denied { answer.no() } else { answer })
    }
}

impl<'a> Checked<'a> {
    /// Looks a workspace through as it is on a day.
    pub(super) fn of(workspace: &'a Workspace, today: Date) -> Self {
        let ranking = rank(workspace, &Scope::default());
        let health = Health::of(Facts {
            workspace,
            ranking: &ranking,
            today,
        });
        Self {
            workspace,
            health,
            ranking,
            today,
        }
    }

    /// What was found and is not silenced, in the order of the rules.
    pub(super) fn worst_first(&self) -> impl Iterator<Item = &Finding> {
        let hushed: Vec<Finding> = self
            .health
            .hushed(self.workspace)
            .map(|hushed| hushed.finding)
            .collect();
        let mut found: Vec<&Finding> = self
            .health
            .findings()
            .filter(|finding| !hushed.contains(finding))
            .collect();
        found.sort_by_key(|finding| RULES.iter().position(|rule| rule.id == finding.rule.id));
        found.into_iter()
    }

    /// The sentence for a finding.
    pub(super) fn message(&self, finding: &Finding) -> String {
        let facts = Facts {
            workspace: self.workspace,
            ranking: &self.ranking,
            today: self.today,
        };
        self.health.message(finding, facts)
    }

    fn row<'b>(&self, finding: &'b Finding) -> Row<'b> {
        Row {
            rule: finding.rule.id,
            severity: finding.rule.severity.to_string(),
            subject: finding.about.as_str(),
            message: self.message(finding),
        }
    }

    /// What is silenced for nothing.
    fn needless(&self) -> Vec<String> {
        let needless = self.health.needless(self.workspace);
        let told = needless.map(|silenced| {
            let (rule, about) = (&silenced.rule, &silenced.about);
            let why = match about {
                About::Thing(id) if self.workspace.home(id).is_none() => "that is not there",
                _ if crate::insight::health::rule(rule.as_str()).is_none() => {
                    "there is no such rule"
                }
                About::Thing(_) | About::Workspace => "nothing of the kind is found",
            };
            format!("silenced for nothing: {rule} of {about}; {why}")
        });
        told.collect()
    }
}

/// The rules as a Markdown table.
fn rules() -> String {
    let mut text = "| rule | severity | what it finds | why that matters | source |\n\
                    | --- | --- | --- | --- | --- |\n"
        .to_owned();
    for rule in RULES {
        let Rule {
            id,
            severity,
            finds,
            why,
            source,
            ..
        } = rule;
        let source = source.told();
        let _ = writeln!(text, "| `{id}` | {severity} | {finds} | {why} | {source} |");
    }
    text
}
