//! The findings of the health check as text: the worst first, each with what helps; what is silenced
//! last.

use super::Page;
use super::words::counted;
use crate::cli::check::Checked;
use crate::domain::choice::Choice;
use crate::domain::wording::listed;
use crate::insight::health::{Finding, Severity};

/// The findings in a workspace.
pub(crate) fn health(mut page: Page, checked: &Checked<'_>) -> String {
    let workspace = checked.workspace;
    let severities = || Severity::ALL.iter().rev();
    let counts: Vec<String> = severities()
        .map(|severity| (checked.health.count(*severity, workspace), severity))
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| counted(count, severity.word()))
        .collect();
    let found = if counts.is_empty() {
        "no findings".to_owned()
    } else {
        listed(&counts)
    };
    page.put(
        "",
        &format!("{}: the health check, {found}", workspace.name()),
    );
    for severity in severities() {
        let of_it = |finding: &&Finding| finding.rule.severity == *severity;
        for finding in checked.worst_first().filter(of_it) {
            tell(&mut page, finding, &checked.message(finding));
        }
    }
    silenced(&mut page, checked);
    page.text
}

fn tell(page: &mut Page, finding: &Finding, message: &str) {
    page.gap();
    let word = finding.rule.severity.word();
    page.put(&format!("{}: ", capital(word)), message);
    page.put("  Helps: ", finding.rule.helps);
    let (rule, about) = (finding.rule.id, &finding.about);
    page.put("  ", &format!("{rule} of {about}"));
}

fn silenced(page: &mut Page, checked: &Checked<'_>) {
    for hushed in checked.health.hushed(checked.workspace) {
        page.gap();
        page.put("Silenced: ", &checked.message(&hushed.finding));
        page.put("  Because: ", &hushed.why);
        let (rule, about) = (hushed.finding.rule.id, &hushed.finding.about);
        page.put("  ", &format!("{rule} of {about}"));
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
