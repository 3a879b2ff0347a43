//! What an id on the command line names. An id that names nothing, or the wrong kind of thing, is
//! answered with what there is.

use std::sync::Arc;

use anyhow::{Result, anyhow};

use crate::domain::workspace::Home;
use crate::domain::{Id, Initiative, Kpi, Need, Outcome, Segment, Stage, Study, Workspace};

/// How alike a word must be to what was typed to be offered, 0 to 1.
const ALIKE: f64 = 0.75;

/// How many ids an answer names at most.
const SHOWN: usize = 6;

/// A kind of thing that ids name.
#[derive(Debug)]
struct Kind {
    word: &'static str,
    plural: &'static str,
    /// Every id of this kind, in the file's order.
    ids: fn(&Workspace) -> Vec<&Id>,
}

const SEGMENT: Kind = Kind {
    word: "segment",
    plural: "segments",
    ids: |workspace| workspace.segments().keys().collect(),
};
const STAGE: Kind = Kind {
    word: "stage",
    plural: "stages",
    ids: |workspace| workspace.stages().iter().map(|stage| &stage.id).collect(),
};
const NEED: Kind = Kind {
    word: "need",
    plural: "needs",
    ids: |workspace| workspace.needs().keys().collect(),
};
const OUTCOME: Kind = Kind {
    word: "outcome",
    plural: "outcomes",
    ids: |workspace| workspace.outcomes().keys().collect(),
};
const INITIATIVE: Kind = Kind {
    word: "initiative",
    plural: "initiatives",
    ids: |workspace| initiatives(workspace).map(|own| &own.id).collect(),
};
const KPI: Kind = Kind {
    word: "KPI",
    plural: "KPIs",
    ids: |workspace| {
        let kpis = initiatives(workspace).flat_map(|own| &own.kpis);
        kpis.map(|kpi| &kpi.id).collect()
    },
};
const JOB: Kind = Kind {
    word: "job",
    plural: "jobs",
    ids: |workspace| workspace.jobs().keys().collect(),
};
const STUDY: Kind = Kind {
    word: "study",
    plural: "studies",
    ids: |workspace| workspace.studies().keys().collect(),
};

const KINDS: [&Kind; 8] = [
    &SEGMENT,
    &STAGE,
    &NEED,
    &OUTCOME,
    &INITIATIVE,
    &KPI,
    &JOB,
    &STUDY,
];

/// A segment by its id.
pub(super) fn segment<'a>(workspace: &'a Workspace, text: &str) -> Result<&'a Arc<Segment>> {
    find(workspace, &SEGMENT, text, |id| workspace.segments().get(id))
}

/// A stage by its id, and its place on the board.
pub(super) fn stage<'a>(workspace: &'a Workspace, text: &str) -> Result<(usize, &'a Arc<Stage>)> {
    find(workspace, &STAGE, text, |id| workspace.stage(id))
}

/// A need by its id.
pub(super) fn need<'a>(workspace: &'a Workspace, text: &str) -> Result<&'a Arc<Need>> {
    find(workspace, &NEED, text, |id| workspace.needs().get(id))
}

/// An outcome by its id.
pub(super) fn outcome<'a>(workspace: &'a Workspace, text: &str) -> Result<&'a Arc<Outcome>> {
    find(workspace, &OUTCOME, text, |id| workspace.outcomes().get(id))
}

/// The place of a card in its column, from 0, by the outcome's id. It must stand in that stage.
pub(super) fn place_in(workspace: &Workspace, stage: &Stage, text: &str) -> Result<usize> {
    let before = outcome(workspace, text)?;
    let cards = workspace.cards(&stage.id);
    let place = cards.iter().position(|card| card.id == before.id);
    place.ok_or_else(|| {
        anyhow!(
            "the outcome \"{text}\" is not on the board in {}",
            stage.name
        )
    })
}

/// An initiative by its id.
pub(super) fn initiative<'a>(workspace: &'a Workspace, text: &str) -> Result<&'a Initiative> {
    find(workspace, &INITIATIVE, text, |id| {
        workspace.outcome_with(id)?.initiative(id)
    })
}

/// A KPI by its id.
pub(super) fn kpi<'a>(workspace: &'a Workspace, text: &str) -> Result<&'a Kpi> {
    find(workspace, &KPI, text, |id| workspace.kpi(id))
}

/// A study by its id.
pub(super) fn study<'a>(workspace: &'a Workspace, text: &str) -> Result<&'a Arc<Study>> {
    find(workspace, &STUDY, text, |id| workspace.studies().get(id))
}

/// The id that a text names, whatever it is, and what it is.
pub(super) fn anything<'a>(workspace: &'a Workspace, text: &str) -> Result<(Id, &'a Home)> {
    let named = Id::new(text).ok();
    let found = named.and_then(|id| workspace.home(&id).map(|home| (id.clone(), home)));
    found.ok_or_else(|| {
        let ids: Vec<&Id> = KINDS
            .iter()
            .flat_map(|kind| (kind.ids)(workspace))
            .collect();
        let way_on = match nearest(text, ids.iter().map(|id| id.as_str())) {
            near if near.is_empty() => "`outboard show` prints the ids".to_owned(),
            near => format!("did you mean {}?", near.join(" or ")),
        };
        anyhow!("nothing has the id \"{text}\"; {way_on}")
    })
}

fn initiatives(workspace: &Workspace) -> impl Iterator<Item = &Initiative> {
    let outcomes = workspace.outcomes().values();
    outcomes.flat_map(|outcome| &outcome.initiatives)
}

fn find<T>(
    workspace: &Workspace,
    kind: &Kind,
    text: &str,
    get: impl Fn(&Id) -> Option<T>,
) -> Result<T> {
    let id = Id::new(text).ok();
    id.as_ref()
        .and_then(get)
        .ok_or_else(|| match id.and_then(|id| workspace.home(&id)) {
            Some(home) => anyhow!(
                "\"{text}\" is {}, not {}; {}",
                one(home.word()),
                one(kind.word),
                way_on(workspace, kind, text)
            ),
            None => anyhow!(
                "there is no {} \"{text}\"; {}",
                kind.word,
                way_on(workspace, kind, text)
            ),
        })
}

/// A word with its article: `an outcome`, `a KPI`.
pub(super) fn one(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {word}")
}

/// What the person may have meant: the ids most alike, else some of that kind.
fn way_on(workspace: &Workspace, kind: &Kind, text: &str) -> String {
    let ids = (kind.ids)(workspace);
    let near = nearest(text, ids.iter().map(|id| id.as_str()));
    if !near.is_empty() {
        return format!("did you mean {}?", near.join(" or "));
    }
    if ids.is_empty() {
        return format!("there are no {} yet", kind.plural);
    }
    let shown: Vec<_> = ids.iter().take(SHOWN).map(|id| id.as_str()).collect();
    let rest = match ids.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("the {} are {}{rest}", kind.plural, shown.join(", "))
}

/// The words most like a text, the most alike first.
pub(super) fn nearest<'a>(text: &str, words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let text = text.to_lowercase();
    let mut near: Vec<_> = words
        .map(|word| (strsim::jaro_winkler(&text, word), word))
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(3).map(|(_, word)| word).collect()
}
