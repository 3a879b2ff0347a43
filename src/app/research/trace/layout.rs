//! Where the columns of the trace are: pure geometry that drawing, the mouse and scrolling share.

use super::Ui;
use crate::app::Cx;
use crate::app::geometry::Area;
use crate::app::listing::field::lines;
use crate::app::wrap::{cells, fit};
use crate::domain::Workspace;
use crate::insight::trace::{Gap, Level, Link};

/// How wide a column is at least, and at most.
const COLUMN: (u16, u16) = (28, 44);

/// The columns that part one column from the next.
const GUTTER: u16 = 2;

/// The rows above the columns: the path, and a blank one.
const ABOVE: u16 = 2;

/// The rows of a column's head and of the rule under it.
const HEAD: u16 = 2;

/// How far the text of a link stands from the left edge, where the mark is.
pub const MARGIN: u16 = 2;

/// How many lines of a name, and of a break, are shown.
const LINES: (usize, usize) = (4, 2);

/// How many lines a link takes as a rule, with the blank one below it.
const USUAL: u16 = 5;

/// The trace on the screen.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The links from the vision to the selected one with what they are called, each where it
    /// stands above the columns.
    pub path: Vec<(Area, String)>,
    /// The columns in view.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its place among all, from 0.
    pub place: usize,
    /// What stands in it.
    pub level: Level,
    /// The row of its name.
    pub head: Area,
    /// The row of the rule under that.
    pub rule: Area,
    /// How many links it has, in view or not, without those for what is missing.
    pub count: usize,
    /// How many of them are above and below those in view.
    pub hidden: [usize; 2],
    /// Where that is said.
    pub more: Area,
    /// The links in view.
    pub entries: Vec<Entry>,
}

/// A link in view.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The link.
    pub link: Link,
    /// Its cells; the first column is for the mark.
    pub area: Area,
    /// What it is called, in lines.
    pub lines: Vec<String>,
    /// Whether a line with what is known of it stands below.
    pub has_facts: bool,
    /// Where the chain breaks at it, in lines.
    pub breaks: Vec<String>,
    /// Whether it lies on the path.
    pub is_on_path: bool,
}

impl Layout {
    /// The link at a cell, and its column.
    pub(super) fn link_at(&self, x: u16, y: u16) -> Option<(usize, Link)> {
        self.columns.iter().find_map(|column| {
            let mut entries = column.entries.iter();
            let entry = entries.find(|entry| entry.area.contains(x, y))?;
            Some((column.place, entry.link.clone()))
        })
    }
}

/// What stands between two links of the path.
pub const THEN: &str = " › ";

/// The links of the path beside each other; those far from the selected one are cut first.
fn path(ui: &Ui, row: Area, cx: Cx<'_>) -> Vec<(Area, String)> {
    let parted = cells(THEN);
    let mut rest = row;
    let mut left = u16::try_from(ui.path().len()).unwrap_or(1);
    let mut path = Vec::new();
    for link in ui.path() {
        let share = (rest.width / left.max(1)).saturating_sub(parted);
        let room = if left == 1 { rest.width } else { share };
        let name = fit(&name(cx.workspace, link), room.into()).into_owned();
        let width = cells(&name);
        path.push((rest.columns(0, width), name));
        rest = rest.right_of(width + parted);
        left = left.saturating_sub(1);
    }
    path
}

/// How many links fit into a column, as a rule.
pub(super) fn page(area: Area) -> usize {
    let rows = area.height.saturating_sub(ABOVE + HEAD + 1);
    usize::from(rows / USUAL).max(1)
}

/// Lays the trace out.
pub fn layout(ui: &Ui, cx: Cx<'_>) -> Layout {
    let area = cx.area.inset(1, 0);
    let all = Level::ALL.len();
    let fitting = usize::from((area.width + GUTTER) / (COLUMN.0 + GUTTER)).clamp(1, all);
    let shown = u16::try_from(fitting).unwrap_or(1);
    let width = ((area.width + GUTTER) / shown).saturating_sub(GUTTER);
    let width = width.min(COLUMN.1);
    // One column before the one that has the keys stays in view, where more than two fit.
    let before = ui.focused().saturating_sub(usize::from(fitting > 2));
    let first = before.min(all - fitting);
    let body = area.below(ABOVE);
    let columns = (0..shown).map(|place| {
        let area = body.columns(place * (width + GUTTER), width);
        column(ui, first + usize::from(place), area, cx)
    });
    Layout {
        path: path(ui, area.row(0), cx),
        columns: columns.collect(),
    }
}

fn column(ui: &Ui, place: usize, area: Area, cx: Cx<'_>) -> Column {
    let links = ui.column(place);
    let list = area.below(HEAD).above(1);
    let first = first_in_view(ui, place, list, cx);
    let mut entries = Vec::new();
    let mut y = 0;
    for link in &links[first.min(links.len())..] {
        let entry = entry(ui, link, place, list, cx);
        if y > 0 && y + entry.area.height > list.height {
            break;
        }
        let height = entry.area.height;
        let area = list.rows(y, height);
        entries.push(Entry { area, ..entry });
        y += height + 1;
        if y >= list.height {
            break;
        }
    }
    Column {
        place,
        level: Level::ALL[place],
        head: area.row(0),
        rule: area.row(1),
        count: links.iter().filter(|link| link.id().is_some()).count(),
        hidden: [first, links.len() - first - entries.len()],
        more: area.below(area.height.saturating_sub(1)),
        entries,
    }
}

/// The first link to show, so that the one on the path is in view as a whole.
fn first_in_view(ui: &Ui, place: usize, list: Area, cx: Cx<'_>) -> usize {
    let links = ui.column(place);
    let first = ui.first[place].min(links.len().saturating_sub(1));
    let Some(link) = ui.path().get(place) else {
        return 0;
    };
    let selected = links.iter().position(|there| there == link).unwrap_or(0);
    let first = first.min(selected);
    let mut room = list.height;
    let mut least = selected;
    for there in (first..=selected).rev() {
        let height = entry(ui, &links[there], place, list, cx).area.height;
        if height > room {
            break;
        }
        least = there;
        room = room.saturating_sub(height + 1);
    }
    least
}

/// A link at the top of a column.
fn entry(ui: &Ui, link: &Link, place: usize, list: Area, cx: Cx<'_>) -> Entry {
    let cells = list.width.saturating_sub(MARGIN);
    let name = lines(&name(cx.workspace, link), cells, LINES.0);
    let gaps = ui.trace().gaps(cx.workspace, link).into_iter();
    let gaps = gaps.filter(|gap| is_told(link, *gap));
    let breaks =
        gaps.flat_map(|gap| lines(&gap.to_string(), cells.saturating_sub(MARGIN), LINES.1));
    let breaks: Vec<String> = breaks.collect();
    let has_facts = link.id().is_some();
    let height = name.len() + breaks.len() + usize::from(has_facts);
    Entry {
        link: link.clone(),
        area: list.rows(0, u16::try_from(height).unwrap_or(u16::MAX)),
        lines: name,
        has_facts,
        breaks,
        is_on_path: ui.path().get(place) == Some(link),
    }
}

/// Whether a break is told below the name of a link: what stands for something missing says so by
/// its name already.
fn is_told(link: &Link, gap: Gap) -> bool {
    match link {
        Link::NoNeed | Link::NoOutcome => false,
        Link::NoJob(_) => gap != Gap::NoJob,
        Link::Vision
        | Link::Need(_)
        | Link::Outcome(_)
        | Link::Job(_)
        | Link::Initiative(_)
        | Link::Kpi(_) => true,
    }
}

/// What a link is called.
pub fn name(workspace: &Workspace, link: &Link) -> String {
    match link {
        Link::Vision => {
            let vision = workspace.head().vision.as_ref();
            let aim = vision.and_then(|vision| {
                let parts = [
                    &vision.impact,
                    &vision.need,
                    &vision.offer,
                    &vision.customer,
                ];
                parts.into_iter().flatten().next()
            });
            aim.map_or_else(|| workspace.name().to_owned(), Clone::clone)
        }
        Link::NoNeed => "No need: what serves none that is written down".to_owned(),
        Link::NoOutcome => "No outcome: jobs that lead to none".to_owned(),
        Link::NoJob(_) => Gap::NoJob.to_string(),
        Link::Need(id)
        | Link::Outcome(id)
        | Link::Job(id)
        | Link::Initiative(id)
        | Link::Kpi(id) => workspace.name_of(id).unwrap_or_default().to_owned(),
    }
}
