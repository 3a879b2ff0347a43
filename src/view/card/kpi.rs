//! KPIs in one line each, their figures in columns: status, name, first reading, bars, latest
//! reading, target.

use crate::app::geometry::Area;
use crate::app::glyphs::Glyphs;
use crate::app::wrap::cells;
use crate::domain::{Date, Kpi, Outcome};
use crate::insight::kpi_status::{is_stale, status};
use crate::view::figures::{sign, with_unit};
use crate::view::paint::Canvas;
use crate::view::sparkline::{Scale, bars, periods};
use crate::view::theme::Role;

/// From how many cells on a line has bars.
const ROOMY: u16 = 52;

/// The fewest and the most cells of the bars.
const BARS: (u16, u16) = (6, 24);

/// The narrowest that a name becomes for the sake of the bars.
const NAME: u16 = 22;

/// What stands at the end of the line of a KPI that nobody read lately.
const STALE: &str = " stale";

/// How many cells each column takes.
#[derive(Clone, Copy, Debug)]
struct Columns {
    name: u16,
    first: u16,
    bars: u16,
    last: u16,
}

impl Columns {
    /// The columns for the KPIs of an outcome in a line of `width` cells.
    fn of(outcome: &Outcome, room: u16, today: Date) -> Self {
        let widest = |figure: fn(&Kpi) -> String| {
            let widths = outcome.kpis().map(|kpi| cells(&figure(kpi)));
            widths.max().unwrap_or(0)
        };
        let last = widest(latest);
        let stale = outcome.kpis().any(|kpi| is_stale(kpi, today));
        let end =
            widest(|kpi| target(kpi, Glyphs::default())) + if stale { cells(STALE) } else { 0 };
        let left = room.saturating_sub(2 + last + 1 + end);
        let first = widest(first);
        let names = widest(|kpi| kpi.name.clone()).saturating_add(2);
        let most = left.saturating_sub(NAME + first + 3).clamp(BARS.0, BARS.1);
        let periods = outcome.kpis().map(|kpi| periods(kpi, most.into()).len());
        let bars = u16::try_from(periods.max().unwrap_or(0)).map_or(most, |bars| bars.min(most));
        if room < ROOMY || first == 0 {
            return Self {
                name: names.min(left),
                first: 0,
                bars: 0,
                last,
            };
        }
        Self {
            name: names.min(left.saturating_sub(first + bars + 3)),
            first,
            bars,
            last,
        }
    }
}

/// Draws the line of a KPI.
pub(super) fn line(
    canvas: &mut Canvas<'_>,
    area: Area,
    (outcome, kpi): (&Outcome, &Kpi),
    (role, today): (Role, Date),
) {
    let columns = Columns::of(outcome, area.width, today);
    let (sign, sign_role) = sign(status(kpi));
    canvas.text(area, sign, sign_role);
    let mut rest = area.right_of(2);
    canvas.text(
        rest.columns(0, columns.name.saturating_sub(1)),
        &kpi.name,
        role,
    );
    rest = rest.right_of(columns.name);
    if columns.bars > 0 {
        canvas.text_right(rest.columns(0, columns.first), &first(kpi), Role::Quiet);
        rest = rest.right_of(columns.first + 1);
        draw_bars(canvas, rest.columns(0, columns.bars), kpi, sign_role);
        rest = rest.right_of(columns.bars + 1);
    }
    canvas.text_right(rest.columns(0, columns.last), &latest(kpi), role);
    rest = rest.right_of(columns.last + 1);
    let behind = canvas.text(rest, &target(kpi, canvas.glyphs()), Role::Text);
    if is_stale(kpi, today) {
        canvas.text(rest.right_of(behind - rest.x), STALE, Role::Fair);
    }
}

/// The bars, the latest in the colour of the status.
fn draw_bars(canvas: &mut Canvas<'_>, area: Area, kpi: &Kpi, role: Role) {
    let mut before = bars(kpi, area.width.into(), canvas.glyphs());
    let latest = before.pop().map(String::from).unwrap_or_default();
    let last = area.width.saturating_sub(1);
    canvas.text_right(area.columns(0, last), &before, Role::Quiet);
    canvas.text(area.right_of(last), &latest, role);
}

fn first(kpi: &Kpi) -> String {
    let first = kpi.readings.iter().min_by_key(|reading| reading.date);
    first.map_or_else(String::new, |reading| reading.value.to_string())
}

fn latest(kpi: &Kpi) -> String {
    let latest = kpi.latest();
    latest.map_or_else(|| "unread".to_owned(), |reading| reading.value.to_string())
}

/// The target with its height among the bars, and the unit.
fn target(kpi: &Kpi, glyphs: Glyphs) -> String {
    match (kpi.target, Scale::of(kpi)) {
        (Some(target), Some(scale)) => {
            format!(
                "→ {} {}",
                scale.bar(target.get(), glyphs),
                with_unit(target, kpi)
            )
        }
        (Some(target), None) => format!("→   {}", with_unit(target, kpi)),
        (None, _) => kpi.unit.clone().unwrap_or_default(),
    }
}
