//! The order of what stands on a card: initiatives, the KPIs of an initiative, escalation steps.

use super::Ui;
use super::spot::{Spot, Thing};
use crate::app::Out;
use crate::app::lists::Way;
use crate::app::message::quoted;
use crate::domain::{Change, Edit, Id, Outcome};

/// Moves the selected thing past its neighbour. A KPI at the edge of its initiative goes on into
/// the neighbouring one.
pub(super) fn shift(ui: &mut Ui, outcome: &Outcome, way: Way, out: &mut Out) {
    let Spot::Thing(thing) = ui.selected().clone() else {
        return out.refuse("Only initiatives, KPIs and escalation steps have an order here");
    };
    let mut changed = outcome.clone();
    let moved = match thing {
        Thing::Initiative(id) => shift_initiative(&mut changed, &id, way),
        Thing::Kpi(id) => shift_kpi(&mut changed, &id, way),
        Thing::Step(id, place) => shift_step(&mut changed, &id, place, way).map(|(name, next)| {
            ui.cursor.select(Spot::Thing(Thing::Step(id, next)));
            name
        }),
        Thing::Job(_) => return out.refuse("Jobs stand in the order of the roadmap"),
        Thing::Outcome => return out.refuse("The order of cards is changed on the board"),
        Thing::Reading(..) => return out.refuse("Readings stand in the order of their dates"),
    };
    match moved {
        Some(name) => {
            let label = format!("Moved {} {}", quoted(&name), way.word());
            out.change_together(Change::new(label, vec![Edit::outcome(changed)]));
        }
        None => out.refuse(format!("It can't go further {}", way.word())),
    }
}

fn shift_initiative(outcome: &mut Outcome, id: &Id, way: Way) -> Option<String> {
    let all = &mut outcome.initiatives;
    let place = all.iter().position(|initiative| initiative.id == *id)?;
    let next = way.from(place, all.len())?;
    all.swap(place, next);
    outcome
        .initiative(id)
        .map(|initiative| initiative.name.clone())
}

fn shift_kpi(outcome: &mut Outcome, id: &Id, way: Way) -> Option<String> {
    let name = outcome.kpi(id)?.name.clone();
    let all = &mut outcome.initiatives;
    let has = |kpis: &[crate::domain::Kpi]| kpis.iter().position(|kpi| kpi.id == *id);
    let home = all.iter().position(|there| has(&there.kpis).is_some())?;
    let place = has(&all[home].kpis)?;
    if let Some(next) = way.from(place, all[home].kpis.len()) {
        all[home].kpis.swap(place, next);
        return Some(name);
    }
    let next_home = way.from(home, all.len())?;
    let kpi = all[home].kpis.remove(place);
    match way {
        Way::Earlier => all[next_home].kpis.push(kpi),
        Way::Later => all[next_home].kpis.insert(0, kpi),
    }
    Some(name)
}

fn shift_step(outcome: &mut Outcome, id: &Id, place: usize, way: Way) -> Option<(String, usize)> {
    let steps = &mut outcome.initiative_mut(id)?.escalation;
    let next = way.from(place, steps.len())?;
    let name = steps.get(place)?.to.clone();
    steps.swap(place, next);
    Some((name, next))
}
