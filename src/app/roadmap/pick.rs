//! Lists to choose from: which segment, which study, which lens the jobs are ranked by, and a job
//! by its name.

use super::caption::formula;
use super::{Cx, Out, Ui};
use crate::app::Visit;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::domain::choice::Choice;
use crate::domain::{Id, Source, Story, Study};
use crate::insight::opportunity::{Lens, Scope};

/// Lets choose a job by words of its name and its story.
pub(super) fn job(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    let rows: Vec<_> = ui
        .shown
        .ranking()
        .rows()
        .iter()
        .filter_map(|row| {
            let job = cx.workspace.jobs().get(&row.job)?;
            Some(Row {
                text: job.name.clone(),
                aside: row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
                synonyms: job.story.as_ref().map(words).unwrap_or_default(),
                then: Then::Visit(Visit::Job(job.id.clone())),
            })
        })
        .collect();
    if rows.is_empty() {
        out.refuse("There is no job here yet; add one first");
        return;
    }
    out.open(Overlay::Menu(Menu::new("Find a job", rows)));
}

fn words(story: &Story) -> String {
    let parts = [&story.when, &story.want, &story.so];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(" ")
}

/// Lets choose the segment whose answers count.
pub(super) fn segment(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    let segments = cx.workspace.segments();
    if segments.is_empty() {
        out.refuse("There are no segments yet, so everybody's answers count");
        return;
    }
    let all = ("All segments".to_owned(), None);
    let each = segments.values();
    let each = each.map(|segment| (segment.name.clone(), Some(segment.id.clone())));
    let rows = std::iter::once(all).chain(each).map(|(text, segment)| {
        let scope = Scope {
            segment,
            ..ui.scope.clone()
        };
        row(ui, text, String::new(), scope)
    });
    let rows = rows.collect();
    out.open(Overlay::Menu(Menu::new("Rank by the answers of", rows)));
}

/// Lets choose the study whose answers count.
pub(super) fn study(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    let studies = cx.workspace.studies();
    if studies.is_empty() {
        out.refuse("There are no studies yet; jobs are ranked by their estimates");
        return;
    }
    let all = ("All studies".to_owned(), String::new(), Vec::new());
    let each = studies
        .values()
        .map(|study| (study.name.clone(), facts(study), vec![study.id.clone()]));
    let rows = std::iter::once(all)
        .chain(each)
        .map(|(text, aside, studies)| {
            let scope = Scope {
                studies,
                ..ui.scope.clone()
            };
            row(ui, text, aside, scope)
        });
    let rows = rows.collect();
    out.open(Overlay::Menu(Menu::new("Rank by the study", rows)));
}

/// Whose answers a study has, how many, and when it was held.
fn facts(study: &Study) -> String {
    let who = match study.source {
        Source::Customers => "customers",
        Source::Team => "of the team",
    };
    format!("{} {who}, {}", study.responses.len(), study.date)
}

/// Lets choose the formula.
pub(super) fn lens(ui: &Ui, out: &mut Out) {
    let rows = Lens::ALL.iter().map(|&lens| {
        let scope = Scope {
            lens,
            ..ui.scope.clone()
        };
        row(ui, formula(lens).to_owned(), String::new(), scope)
    });
    let rows = rows.collect();
    out.open(Overlay::Menu(Menu::new("Rank by the lens", rows)));
}

fn row(ui: &Ui, text: String, aside: String, scope: Scope) -> Row {
    let aside = if scope == ui.scope {
        format!("{aside} on the screen").trim_start().to_owned()
    } else {
        aside
    };
    Row {
        text,
        aside,
        synonyms: String::new(),
        then: Then::Visit(Visit::Ranking(scope)),
    }
}

/// Ranks by the segment before or behind the one that counts; all together come first.
pub(super) fn step_segment(ui: &mut Ui, by: isize, cx: Cx<'_>, out: &mut Out) {
    let segments: Vec<&Id> = cx.workspace.segments().keys().collect();
    if segments.is_empty() {
        out.refuse("There are no segments yet, so everybody's answers count");
        return;
    }
    let here = ui.scope.segment.as_ref();
    let place = here.and_then(|id| segments.iter().position(|there| *there == id));
    let place = place.map_or(0, |place| place + 1);
    let count = segments.len() + 1;
    let next = match by {
        ..0 => (place + count - 1) % count,
        _ => (place + 1) % count,
    };
    ui.scope.segment = next.checked_sub(1).map(|place| segments[place].clone());
    let name = ui.scope.segment.as_ref().and_then(|id| {
        let segment = cx.workspace.segments().get(id)?;
        Some(segment.name.as_str())
    });
    out.say(match name {
        Some(name) => format!("Ranked by what {name} answered"),
        None => "Ranked by what all segments answered".to_owned(),
    });
}
