//! The research as text: the vision, the needs with their evidence and what serves them, the
//! segments, the studies, and where the chain from the vision to the KPIs breaks.

use super::Page;
use super::words::counted;
use crate::domain::wording::listed;
use crate::domain::{Evidence, Id, Need, Segment, Source, Study, Vision, Workspace};
use crate::insight::coverage::coverage;
use crate::insight::trace::{Gap, Level, Link, Trace};
use crate::insight::voices::{Voices, of_segments, serving};

/// The research of a workspace.
pub(crate) fn research(mut page: Page, workspace: &Workspace) -> String {
    page.put("", &title(workspace));
    page.gap();
    vision(&mut page, workspace.head().vision.as_ref());
    page.gap();
    heading(&mut page, workspace.needs().len(), "need");
    let serving = serving(workspace);
    for need in workspace.needs().values() {
        let serving = serving.get(&need.id).map_or(&[][..], Vec::as_slice);
        describe_need(&mut page, workspace, need, serving);
    }
    page.gap();
    heading(&mut page, workspace.segments().len(), "segment");
    let voices = of_segments(workspace);
    for segment in workspace.segments().values() {
        describe_segment(&mut page, segment, voices.get(&segment.id));
    }
    page.gap();
    heading(&mut page, workspace.studies().len(), "study");
    for study in workspace.studies().values() {
        describe_study(&mut page, workspace, study);
    }
    page.gap();
    breaks(&mut page, workspace);
    page.text
}

fn title(workspace: &Workspace) -> String {
    format!(
        "{}: the research, {}, {}, {}",
        workspace.name(),
        counted(workspace.needs().len(), "need"),
        counted(workspace.segments().len(), "segment"),
        counted(workspace.studies().len(), "study"),
    )
}

fn heading(page: &mut Page, count: usize, thing: &str) {
    match count {
        0 => page.put("", &format!("No {} yet", plural(thing))),
        _ => page.put("", &counted(count, thing)),
    }
}

/// The word for several of a thing.
fn plural(thing: &str) -> String {
    let two = counted(2, thing);
    two.trim_start_matches("2 ").to_owned()
}

fn vision(page: &mut Page, vision: Option<&Vision>) {
    let Some(vision) = vision else {
        page.put("", "No vision yet");
        return;
    };
    page.put("", "Vision");
    let parts = [
        ("Customer", &vision.customer),
        ("Need", &vision.need),
        ("Offer", &vision.offer),
        ("Impact", &vision.impact),
        ("Metric", &vision.metric),
    ];
    for (name, part) in parts {
        let part = part.as_deref().unwrap_or("not said yet");
        page.put(&format!("  {name}: "), part);
    }
    for assumption in &vision.assumptions {
        let verdict = assumption.verdict.to_string().to_lowercase();
        let note = assumption.note.as_ref().map(|note| format!(" ({note})"));
        let note = note.unwrap_or_default();
        let text = format!("{}: {verdict}{note}", assumption.text);
        page.put("  Assumption: ", &text);
    }
}

fn describe_need(page: &mut Page, workspace: &Workspace, need: &Need, serving: &[Id]) {
    page.put("  - ", &need.statement);
    page.put("    Id: ", need.id.as_str());
    let kind = need.kind.to_string().to_lowercase();
    let segments = names(workspace, &need.segments);
    let of = if segments.is_empty() {
        String::new()
    } else {
        format!(", of {}", listed(&segments))
    };
    page.put("    ", &format!("{kind}{of}"));
    for evidence in &need.evidence {
        page.put("    Evidence: ", &told(evidence));
    }
    if need.evidence.is_empty() {
        page.put("    ", "No evidence yet");
    }
    for outcome in names(workspace, serving) {
        page.put("    Served by: ", &outcome);
    }
    if serving.is_empty() {
        page.put("    ", "No outcome serves it yet");
    }
}

/// A piece of evidence in a line: `Interview 4, interview, 2026-09-14: kept the spreadsheet open`.
fn told(evidence: &Evidence) -> String {
    let method = evidence.method.to_string().to_lowercase();
    let date = evidence.date.map(|date| format!(", {date}"));
    let note = evidence.note.as_ref().map(|note| format!(": {note}"));
    format!(
        "{}, {method}{}{}",
        evidence.source,
        date.unwrap_or_default(),
        note.unwrap_or_default()
    )
}

fn describe_segment(page: &mut Page, segment: &Segment, voices: Option<&Voices>) {
    page.put("  - ", &segment.name);
    page.put("    Id: ", segment.id.as_str());
    if let Some(expects) = &segment.expects {
        page.put("    Expects: ", expects);
    }
    let Some(voices) = voices.filter(|voices| !voices.is_silent()) else {
        page.put("    ", "Nothing speaks of it yet");
        return;
    };
    let counts = [
        counted(voices.needs.len(), "need"),
        counted(voices.outcomes.len(), "outcome"),
        counted(voices.heard(), "respondent"),
    ];
    page.put("    ", &listed(&counts));
}

fn describe_study(page: &mut Page, workspace: &Workspace, study: &Study) {
    let coverage = coverage(workspace, study);
    page.put("  - ", &study.name);
    page.put("    Id: ", study.id.as_str());
    let source = match study.source {
        Source::Customers => "customers",
        Source::Team => "the team",
    };
    let directional = if coverage.is_directional() {
        ", directional: fewer than 30"
    } else {
        ""
    };
    let respondents = counted(coverage.respondents, "respondent");
    let date = study.date;
    let scale = study.scale;
    page.put(
        "    ",
        &format!("{date}, {source}, scale 1 to {scale}, {respondents}{directional}"),
    );
    let jobs = counted(coverage.jobs, "job");
    let asked = coverage.asked.len();
    let (given, possible) = (coverage.given(), coverage.possible());
    page.put(
        "    ",
        &format!("{asked} of {jobs} asked about, {given} of {possible} possible answers given"),
    );
    for (segment, count) in &coverage.segments {
        let name = segment.as_ref().and_then(|id| workspace.name_of(id));
        let name = name.unwrap_or("no segment");
        page.put(
            "    ",
            &format!("{name}: {}", counted(*count, "respondent")),
        );
    }
}

/// Every place where the chain from the vision to the KPIs breaks, once each.
fn breaks(page: &mut Page, workspace: &Workspace) {
    let breaks = all_breaks(workspace);
    if breaks.is_empty() {
        page.put("", "The chain from the vision to the KPIs has no break.");
        return;
    }
    let times = counted(breaks.len(), "time");
    let told = format!("The chain from the vision to the KPIs breaks {times}");
    page.put("", &told);
    for told in breaks {
        page.put("  - ", &told);
    }
}

fn all_breaks(workspace: &Workspace) -> Vec<String> {
    let trace = Trace::of(workspace);
    let below = trace.below(workspace, &Link::Vision);
    let links = std::iter::once(Link::Vision).chain(below.into_iter().flatten());
    let named = links.filter(|link| link.id().is_some() || *link == Link::Vision);
    let told = named.flat_map(|link| {
        let name = link.id().and_then(|id| workspace.name_of(id));
        let name = name.unwrap_or("The vision").to_owned();
        let gaps = trace.gaps(workspace, &link).into_iter();
        // What is missing for an outcome is not missing again for each of its jobs.
        let is_own = move |gap: &Gap| !matches!((&link, gap), (Link::Job(_), Gap::NoInitiative));
        let gaps = gaps.filter(is_own);
        gaps.map(move |gap| format!("{name}: {gap}"))
            .collect::<Vec<_>>()
    });
    let unfounded = trace.behind(workspace, &Link::NoNeed).into_iter();
    let unfounded = unfounded.filter(|link| link.level() == Level::Outcome && link.id().is_some());
    let unfounded = match unfounded.count() {
        0 => None,
        1 => Some("1 outcome serves no need that is written down".to_owned()),
        count => Some(format!(
            "{count} outcomes serve no need that is written down"
        )),
    };
    unfounded.into_iter().chain(told).collect()
}

fn names(workspace: &Workspace, ids: &[Id]) -> Vec<String> {
    let names = ids.iter().filter_map(|id| workspace.name_of(id));
    names.map(str::to_owned).collect()
}
