//! The row that says what is shown: which studies, who answered, which segment, which formula. Each
//! part that can be chosen is a button.

use super::{Action, Ui, View};
use crate::app::Cx;
use crate::app::geometry::Area;
use crate::app::wrap::cells;
use crate::domain::choice::Choice;
use crate::insight::opportunity::{Lens, Provenance, Ranked};

/// A part of the caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub area: Area,
    /// What it says.
    pub text: String,
    /// What a click on it does, if anything.
    pub action: Option<Action>,
}

/// What stands between two parts.
pub const BETWEEN: &str = " · ";

/// What the sign behind a figure means, and the same in fewer words.
const DIRECTIONAL: (&str, &str) = ("≈ directional: fewer than 30 answers", "≈ directional");

/// What the sign behind a band means.
const DIFFERS: &str = "≠ differs by segment";

/// What the brackets mean, and the same in fewer words.
const GROUPS: (&str, &str) = ("┐┘ can't be told apart", "┐┘ not told apart");

/// What stands before everything else while figures are tried out, and the same in fewer words.
const WHAT_IF: (&str, &str) = (
    "What if · nothing of this is saved · Esc goes back to what is",
    "What if · nothing of this is saved",
);

/// What the letters are where segments stand side by side, and the same in fewer words.
const BANDS: (&str, &str) = (
    "E extreme, H high, S solid, L limited",
    "E extreme H high S solid L limited",
);
const SOURCES: &str = "t team, e estimate";

/// What a part says, the same in fewer words, and what a click on it does.
type Words = (String, String, Option<Action>);

/// The parts that fit into a row: in fewer words where they don't all fit, the last ones dropped
/// where that does not help.
pub fn parts(ui: &Ui, cx: Cx<'_>, row: Area) -> Vec<Part> {
    let words = words(ui, cx);
    let long = words.iter().map(|(long, ..)| cells(long) + cells(BETWEEN));
    let is_long = long.sum::<u16>() < row.width + cells(BETWEEN);
    let mut x = 1;
    let mut parts = Vec::new();
    for (long, short, action) in words {
        let text = if is_long { long } else { short };
        let width = cells(&text);
        if x + width > row.width {
            continue;
        }
        parts.push(Part {
            area: row.columns(x, width),
            text,
            action,
        });
        x += width + cells(BETWEEN);
    }
    parts
}

/// Everything there is to say, the most telling first.
fn words(ui: &Ui, cx: Cx<'_>) -> Vec<Words> {
    let same = |text: String, action| (text.clone(), text, action);
    let both = |(long, short): (&str, &str), action| (long.to_owned(), short.to_owned(), action);
    let lens = ui.scope.lens;
    let by_lens = (formula(lens), lens.word());
    if ui.what_if().is_some() {
        return vec![both(WHAT_IF, None), both(by_lens, None)];
    }
    let has_letters = ui.view == View::Segments && lens == Lens::Score;
    let all = [
        Some(same(studies(ui, cx), Some(Action::PickStudy))),
        respondents(ui).map(|text| same(text, None)),
        segment(ui, cx).map(|text| same(text, Some(Action::PickSegment))),
        Some(both(by_lens, Some(Action::PickLens))),
        is_directional(ui).then(|| both(DIRECTIONAL, None)),
        has_letters.then(|| both(BANDS, None)),
        has_other_sources(ui).then(|| same(SOURCES.to_owned(), None)),
        ui.shown
            .has_differing()
            .then(|| same(DIFFERS.to_owned(), Some(Action::Segments))),
        has_brackets(ui).then(|| both(GROUPS, None)),
    ];
    all.into_iter().flatten().collect()
}

/// Whether figures stand segment by segment that are not customers'.
fn has_other_sources(ui: &Ui) -> bool {
    let all = ui.shown.of_segment(None);
    let mut rows = all.into_iter().flat_map(|(ranking, _)| ranking.rows());
    let is_other = |row: &Ranked| {
        row.rating
            .is_some_and(|rating| rating.source != Provenance::Customers)
    };
    ui.view == View::Segments && rows.any(is_other)
}

/// Whether a bracket can be seen.
fn has_brackets(ui: &Ui) -> bool {
    let is_in_table = matches!(ui.view, View::Both | View::Table);
    is_in_table && ui.shown.has_brackets()
}

fn studies(ui: &Ui, cx: Cx<'_>) -> String {
    let asked: Vec<_> = cx
        .workspace
        .studies()
        .values()
        .filter(|study| ui.scope.asks(&study.id))
        .collect();
    match asked.as_slice() {
        [] => "No study, estimates only".to_owned(),
        [study] if ui.scope.studies.is_empty() || cx.workspace.studies().len() == 1 => {
            study.name.clone()
        }
        [study] => format!("{} only, Esc for all", study.name),
        all => format!("All {} studies", all.len()),
    }
}

fn respondents(ui: &Ui) -> Option<String> {
    let who = ui.shown.respondents();
    match (who.customers, who.team) {
        (0, 0) => None,
        (1, 0) => Some("1 customer".to_owned()),
        (customers, 0) => Some(format!("{customers} customers")),
        (0, team) => Some(format!("{team} of the team")),
        (customers, team) => Some(format!("{customers} customers, {team} of the team apart")),
    }
}

fn segment(ui: &Ui, cx: Cx<'_>) -> Option<String> {
    let segments = cx.workspace.segments();
    match &ui.scope.segment {
        Some(id) => segments.get(id).map(|segment| segment.name.clone()),
        None => (!segments.is_empty()).then(|| "all segments".to_owned()),
    }
}

/// Whether a figure on the screen rests on few answers.
fn is_directional(ui: &Ui) -> bool {
    let mut ratings = ui
        .shown
        .ranking()
        .rows()
        .iter()
        .filter_map(|row| row.rating);
    ratings.any(|rating| rating.is_directional())
}

/// A lens and its formula.
pub fn formula(lens: Lens) -> &'static str {
    match lens {
        Lens::Score => "score I + max(I − S, 0)",
        Lens::AsPrinted => "as printed I + (I − S)",
        Lens::Gap => "gap I − S",
        Lens::Value => "value at stake I × (10 − S) ÷ 10",
        Lens::Mean => "mean, the score's formula on the mean answers",
    }
}
