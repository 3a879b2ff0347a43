//! Finding something in the research by its words: of everything that stands there.

use super::Ui;
use super::spot::Thing;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::app::{Cx, Out, Visit};
use crate::domain::{Evidence, Need};

/// Lets one choose among everything that is known.
pub(super) fn find(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    let rows: Vec<Row> = assumptions(cx)
        .chain(needs(cx))
        .chain(segments(cx))
        .chain(studies(ui, cx))
        .collect();
    if rows.is_empty() {
        return out.refuse("There is nothing to find here yet; add a need first");
    }
    out.open(Overlay::Menu(Menu::new("Find in the research", rows)));
}

fn row(text: &str, aside: impl Into<String>, words: impl Into<String>, thing: Thing) -> Row {
    Row {
        text: text.to_owned(),
        aside: aside.into(),
        synonyms: words.into(),
        then: Then::Visit(Visit::Research(thing)),
    }
}

fn assumptions(cx: Cx<'_>) -> impl Iterator<Item = Row> {
    let vision = cx.workspace.head().vision.iter();
    let all = vision.flat_map(|vision| &vision.assumptions).enumerate();
    all.map(|(place, assumption)| {
        let aside = format!("assumption · {}", assumption.verdict).to_lowercase();
        let note = assumption.note.clone().unwrap_or_default();
        row(&assumption.text, aside, note, Thing::Assumption(place))
    })
}

/// The needs, and behind each its evidence.
fn needs(cx: Cx<'_>) -> impl Iterator<Item = Row> {
    cx.workspace.needs().values().flat_map(|need| {
        let aside = format!("{} need", need.kind).to_lowercase();
        let whole = row(&need.statement, aside, "", Thing::Need(need.id.clone()));
        std::iter::once(whole).chain(evidence(need))
    })
}

fn evidence(need: &Need) -> impl Iterator<Item = Row> {
    let all = need.evidence.iter().enumerate();
    all.map(
        |(
            place,
            Evidence {
                source,
                method,
                note,
                ..
            },
        )| {
            let text = match note {
                Some(note) => format!("{source}: {}", note.replace('\n', " ")),
                None => source.clone(),
            };
            let aside = method.to_string().to_lowercase();
            row(
                &text,
                aside,
                "evidence",
                Thing::Evidence(need.id.clone(), place),
            )
        },
    )
}

fn segments(cx: Cx<'_>) -> impl Iterator<Item = Row> {
    cx.workspace.segments().values().map(|segment| {
        let expects = segment.expects.clone().unwrap_or_default();
        row(
            &segment.name,
            "segment",
            expects,
            Thing::Segment(segment.id.clone()),
        )
    })
}

fn studies(ui: &Ui, cx: Cx<'_>) -> impl Iterator<Item = Row> {
    cx.workspace.studies().values().map(|study| {
        let coverage = ui.facts.coverage(&study.id);
        let respondents = coverage.map_or(0, |coverage| coverage.respondents);
        let aside = format!("study · {respondents} respondents · {}", study.date);
        row(&study.name, aside, "survey", Thing::Study(study.id.clone()))
    })
}
