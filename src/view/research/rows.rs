//! One row of the research: what each kind of row looks like.

use crate::app::command::Action;
use crate::app::geometry::Area;
use crate::app::listing::LABEL;
use crate::app::research::Action as Research;
use crate::app::research::rows::{Face, Row, SIGN, VERDICT};
use crate::app::research::spot::Section;
use crate::app::wrap::cells;
use crate::app::{Model, global};
use crate::domain::wording::{counted, listed};
use crate::domain::{
    Assumption, Belief, Date, Evidence, Id, Need, Outcome, Segment, Source, Study,
};
use crate::insight::coverage::{Answered, Coverage};
use crate::insight::voices::Voices;
use crate::view::about;
use crate::view::figures::{basis, need_sign};
use crate::view::listing::{field, text};
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// The figures of a segment, with the cells that each takes.
const VOICES: [(&str, u16); 3] = [("needs", 5), ("outcomes", 8), ("respondents", 11)];

/// The answers about a job, with the cells that each takes.
const ASKED: [(&str, u16); 2] = [("importance", 10), ("satisfaction", 12)];

/// The cells that part one column from the next.
const PARTED: u16 = 2;

/// How many cells a part of a whole is drawn in.
const BAR: u16 = 12;

/// What rows are drawn from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen<'a> {
    pub(super) model: &'a Model,
}

impl Pen<'_> {
    /// Draws a row into its area, without its margin.
    pub(super) fn row(self, canvas: &mut Canvas<'_>, area: Area, row: &Row<'_>, is_selected: bool) {
        let role = if is_selected {
            Role::Strong
        } else {
            Role::Text
        };
        match &row.face {
            Face::Gap => {}
            Face::Heading(section, count) => heading(canvas, area, section, *count),
            Face::Title(lines) => text(canvas, area, lines, Role::Title),
            Face::Words(lines) => text(canvas, area, lines, Role::Text),
            Face::Field(label, value) => field(canvas, area, (label, value), role),
            Face::Figure(label, figure) => {
                canvas.text(area.columns(0, LABEL - 1), label, Role::Quiet);
                canvas.text(area.right_of(LABEL), figure, Role::Text);
            }
            Face::Share(label, share, words) => part(canvas, area, label, (*share, words)),
            Face::Assumption(assumption, lines) => {
                assumption_lines(canvas, area, (assumption, lines), role);
            }
            Face::Need(need, lines, served) => {
                self.need(canvas, area, (need, lines, *served), role);
            }
            Face::Evidence(evidence, note) => evidence_lines(canvas, area, (evidence, note), role),
            Face::Segment(segment, expects, voices) => {
                segment_lines(canvas, area, (segment, expects, voices), role);
            }
            Face::Study(study, coverage) => study_lines(canvas, area, (study, coverage), role),
            Face::Outcome(outcome, lines) => self.outcome(canvas, area, (outcome, lines), role),
            Face::Respondents(name, count, all) => {
                canvas.text(area, name, role);
                let figure = format!("{count} of {all}");
                canvas.text_right(area, &figure, role);
            }
            Face::Asked(job, answered) => {
                asked_line(canvas, area, (&job.name, *answered), role);
            }
            Face::Empty(section, lines) => self.empty(canvas, area, (section, lines), role),
        }
    }

    /// A need with its segments, its evidence and the outcomes that serve it.
    fn need(
        self,
        canvas: &mut Canvas<'_>,
        area: Area,
        (need, lines, served): (&Need, &[String], usize),
        role: Role,
    ) {
        canvas.text(area, need_sign(need.kind), Role::Strong);
        let area = area.right_of(SIGN);
        text(canvas, area, lines, role);
        let row = area.below(u16::try_from(lines.len()).unwrap_or(1));
        let kind = need.kind.to_string().to_lowercase();
        let names = self.names(&need.segments);
        let known = [Some(kind), (!names.is_empty()).then(|| listed(&names))];
        let evidence = need.evidence.len();
        let evidence = (
            evidence > 0,
            format!("evidence {evidence}"),
            "no evidence yet",
        );
        let served = (
            served > 0,
            counted(served, "outcome"),
            "no outcome serves it",
        );
        let facts = known.into_iter().flatten().map(|fact| (fact, Role::Quiet));
        let standing = [evidence, served]
            .into_iter()
            .map(|(is_there, count, none)| {
                if is_there {
                    (count, Role::Quiet)
                } else {
                    (none.to_owned(), Role::Text)
                }
            });
        parts(canvas, row, facts.chain(standing));
    }

    /// An outcome with its stage and its best job's score.
    fn outcome(
        self,
        canvas: &mut Canvas<'_>,
        area: Area,
        (outcome, lines): (&Outcome, &[String]),
        role: Role,
    ) {
        text(canvas, area, lines, role);
        let row = area.below(u16::try_from(lines.len()).unwrap_or(1));
        let stage = self.model.workspace().stage(&outcome.stage);
        let stage = stage.map(|(_, stage)| stage.name.clone());
        let score = self.model.derived.best(&outcome.id);
        let score = score.map(|rating| format!("best score {} · {}", about(rating), basis(rating)));
        let facts = stage.into_iter().chain(score);
        parts(canvas, row, facts.map(|fact| (fact, Role::Quiet)));
    }

    fn names(self, ids: &[Id]) -> Vec<String> {
        let workspace = self.model.workspace();
        let names = ids.iter().filter_map(|id| workspace.name_of(id));
        names.map(str::to_owned).collect()
    }

    /// That nothing stands here yet, the key that changes it, and what belongs here.
    fn empty(
        self,
        canvas: &mut Canvas<'_>,
        area: Area,
        (section, lines): (&Section, &[String]),
        role: Role,
    ) {
        text(canvas, area.below(1), lines, Role::Quiet);
        let importing = Action::Global(global::Action::Import);
        let add = Action::Research;
        let (what, way, does) = match section {
            Section::Assumptions => (
                "No assumption yet",
                add(Research::AddAssumption),
                "adds one",
            ),
            Section::Needs => ("No need yet", add(Research::AddNeed), "adds one"),
            Section::Segments => ("No segment yet", add(Research::AddSegment), "adds one"),
            Section::Evidence(_) => ("No evidence yet", add(Research::AddEvidence), "adds some"),
            Section::Serving(_) => (
                "No outcome serves it yet",
                add(Research::Link),
                "chooses one",
            ),
            Section::NeedsOf(_) => ("No need names it yet", add(Research::Link), "chooses one"),
            Section::OutcomesOf(_) => (
                "No outcome names it yet",
                add(Research::Link),
                "chooses one",
            ),
            Section::Studies => ("No study yet", importing, "imports a survey"),
            Section::Vision | Section::Heard(_) | Section::Respondents(_) | Section::Asked(_) => {
                canvas.text(area, "Nobody was asked yet", role);
                return;
            }
        };
        if !self.model.allows(way) {
            canvas.text(area, what, role);
            return;
        }
        let rest = canvas.text(area, &format!("{what} · "), role) - area.x;
        let key = self.model.key(way);
        let behind = canvas.text(area.right_of(rest), &key, Role::Key) - area.x;
        canvas.text(area.right_of(behind + 1), does, Role::Text);
    }
}

/// The name of a section with the number of its things, and a rule behind it.
fn heading(canvas: &mut Canvas<'_>, area: Area, section: &Section, count: usize) {
    let name = match section {
        Section::Vision => "Vision",
        Section::Assumptions => "Assumptions",
        Section::Needs | Section::NeedsOf(_) => "Needs",
        Section::Segments => "Segments",
        Section::Studies => "Studies",
        Section::Evidence(_) => "Evidence",
        Section::Serving(_) => "Outcomes that serve it",
        Section::OutcomesOf(_) => "Outcomes",
        Section::Heard(_) => "Respondents by study",
        Section::Respondents(_) => "Respondents by segment",
        Section::Asked(_) => "Answers by job",
    };
    let mut behind = canvas.text(area, name, Role::Title) - area.x;
    if count > 0 {
        behind = canvas.text(area.right_of(behind), &format!(" {count}"), Role::Quiet) - area.x;
    }
    let rule = area.right_of(behind + 1);
    canvas.fill(rule, '─', Role::Border);
    match section {
        Section::Segments if count > 0 => heads(canvas, rule, &VOICES),
        Section::Asked(_) => heads(canvas, rule, &ASKED),
        _ => {}
    }
}

/// The heads of columns at the right end of a heading's rule.
fn heads(canvas: &mut Canvas<'_>, rule: Area, columns: &[(&str, u16)]) {
    for (area, (name, _)) in columns_of(rule, columns).zip(columns) {
        let width = usize::from(area.width);
        canvas.text(area, &format!("{name:>width$}"), Role::Quiet);
    }
}

/// The areas of columns at the right end of a row; each begins with what parts it from the one
/// before.
fn columns_of(area: Area, columns: &[(&str, u16)]) -> impl Iterator<Item = Area> {
    let all: u16 = columns.iter().map(|(_, width)| width + PARTED).sum();
    let mut x = area.width.saturating_sub(all);
    columns.iter().map(move |(_, width)| {
        let column = area.columns(x, width + PARTED);
        x += width + PARTED;
        column
    })
}

/// Facts one after the other, each with its role.
fn parts(canvas: &mut Canvas<'_>, area: Area, facts: impl Iterator<Item = (String, Role)>) {
    let mut behind = 0;
    for (fact, role) in facts {
        if behind > 0 {
            behind = canvas.text(area.right_of(behind), " · ", Role::Quiet) - area.x;
        }
        behind = canvas.text(area.right_of(behind), &fact, role) - area.x;
    }
}

/// A label, a part of a whole as a bar, and what it is in words.
fn part(canvas: &mut Canvas<'_>, area: Area, label: &str, (share, words): (f64, &str)) {
    canvas.text(area.columns(0, LABEL - 1), label, Role::Quiet);
    let area = area.right_of(LABEL);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share is 0 to 1"
    )]
    let full = (share * f64::from(BAR)).round() as u16;
    let bar = area.columns(0, BAR);
    canvas.fill(bar, '░', Role::Border);
    canvas.fill(bar.columns(0, full), '█', Role::Text);
    let figure = format!("{:>3.0} %  {words}", share * 100.0);
    canvas.text(area.right_of(BAR + 1), &figure, Role::Text);
}

/// An assumption with its verdict, by sign and word.
fn assumption_lines(
    canvas: &mut Canvas<'_>,
    area: Area,
    (assumption, lines): (&Assumption, &[String]),
    role: Role,
) {
    let (sign, tone) = match assumption.verdict {
        Belief::Untested => ("?", Role::Fair),
        Belief::Holds => ("✓", Role::Good),
        Belief::Refuted => ("✗", Role::Bad),
    };
    canvas.text(area, sign, tone);
    let area = area.right_of(SIGN);
    let room = area.width.saturating_sub(VERDICT);
    text(canvas, area.columns(0, room), lines, role);
    let verdict = assumption.verdict.to_string().to_lowercase();
    canvas.text_right(area, &verdict, role);
}

/// A piece of evidence: how it was found, where and when, and below that what was seen or heard.
fn evidence_lines(
    canvas: &mut Canvas<'_>,
    area: Area,
    (evidence, note): (&Evidence, &[String]),
    role: Role,
) {
    let method = evidence.method.to_string().to_lowercase();
    let date = evidence.date.map(Date::in_words);
    let behind = canvas.text(area, &evidence.source, role) - area.x;
    let facts = [Some(method), date].into_iter().flatten();
    let facts: Vec<String> = facts.collect();
    let facts = format!(" · {}", facts.join(" · "));
    canvas.text(area.right_of(behind), &facts, Role::Quiet);
    text(canvas, area.below(1).right_of(2), note, Role::Text);
}

/// A segment with the number of what speaks of it, and below that what it expects.
fn segment_lines(
    canvas: &mut Canvas<'_>,
    area: Area,
    (segment, expects, voices): (&Segment, &[String], &Voices),
    role: Role,
) {
    let counts = [voices.needs.len(), voices.outcomes.len(), voices.heard()];
    let columns = counted_columns(canvas, area, &VOICES, &counts);
    canvas.text(area.columns(0, columns), &segment.name, role);
    text(canvas, area.below(1).right_of(SIGN), expects, Role::Quiet);
}

/// Numbers in columns at the right end of a row; gives the cells that are left before them.
fn counted_columns(
    canvas: &mut Canvas<'_>,
    area: Area,
    columns: &[(&str, u16)],
    counts: &[usize],
) -> u16 {
    let row = area.row(0);
    for (column, count) in columns_of(row, columns).zip(counts) {
        let (figure, role) = match count {
            0 => ("–".to_owned(), Role::Quiet),
            count => (count.to_string(), Role::Text),
        };
        canvas.text_right(column, &figure, role);
    }
    let all: u16 = columns.iter().map(|(_, width)| width + PARTED).sum();
    area.width.saturating_sub(all)
}

/// A study with the number of its respondents, and below that what it covers.
fn study_lines(
    canvas: &mut Canvas<'_>,
    area: Area,
    (study, coverage): (&Study, &Coverage),
    role: Role,
) {
    let row = area.row(0);
    let count = counted(coverage.respondents, "respondent");
    let directional = if coverage.is_directional() {
        " · directional"
    } else {
        ""
    };
    canvas.text_right(row, directional, Role::Quiet);
    let room = row.columns(0, row.width.saturating_sub(cells(directional)));
    canvas.text_right(room, &count, Role::Text);
    let room = room.columns(0, room.width.saturating_sub(cells(&count) + PARTED));
    canvas.text(room, &study.name, role);
    let source = match study.source {
        Source::Customers => "customers",
        Source::Team => "the team",
    };
    let asked = format!(
        "{} of {}",
        coverage.asked.len(),
        counted(coverage.jobs, "job")
    );
    let given = coverage
        .share()
        .map(|share| format!("{:.0} % answered", share * 100.0));
    let facts = [
        Some(study.date.in_words()),
        Some(source.to_owned()),
        Some(format!("1 to {}", study.scale)),
        Some(asked),
        given,
    ];
    let facts = facts.into_iter().flatten();
    parts(canvas, area.row(1), facts.map(|fact| (fact, Role::Quiet)));
}

/// A job and how many answers there are about it.
fn asked_line(canvas: &mut Canvas<'_>, area: Area, (name, answered): (&str, Answered), role: Role) {
    let counts = [answered.importance, answered.satisfaction];
    let room = counted_columns(canvas, area, &ASKED, &counts);
    canvas.text(area.columns(0, room), name, role);
}
