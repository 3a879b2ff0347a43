//! KPIs that one side moved into another initiative of the same outcome, while the other side
//! edited them: entry by entry they would stand in both initiatives.

use serde_json::Value;

use super::fields::{Merger, Versions};
use super::tree::{Step, get, put};

/// A KPI and the initiative that it stands in.
type Spot = (String, String);

/// Puts every KPI that stands in two initiatives of a merged outcome back together, in the
/// initiative that it was moved to.
pub(super) fn unite(merger: &mut Merger, versions: Versions<'_>, outcome: &mut Value) {
    let spots = spots(outcome);
    let is_again = |(n, spot): &(usize, &Spot)| spots[..*n].iter().any(|other| other.1 == spot.1);
    let twice: Vec<&Spot> = spots
        .iter()
        .enumerate()
        .filter(is_again)
        .map(|(_, spot)| spot)
        .collect();
    for (_, kpi) in twice {
        let Some(home) = home(versions, kpi) else {
            continue;
        };
        merger
            .clashes
            .retain(|clash| clash.path.get(3) != Some(&Step::Entry(kpi.clone())));
        let own = |version| spot_of(version, kpi).and_then(|spot| get(version, &path(&spot)));
        merger.path = path(&home);
        let value = merger.value(versions.part(own));
        merger.path.clear();
        for spot in spots.iter().filter(|spot| spot.1 == *kpi) {
            put(outcome, &path(spot), None);
        }
        put(outcome, &path(&home), value);
    }
}

/// Where a KPI stands of which one side says another initiative than the version that both come
/// from: there. Where both say another: where ours has it.
fn home(versions: Versions<'_>, kpi: &str) -> Option<Spot> {
    let spot = |version: Option<&Value>| version.and_then(|version| spot_of(version, kpi));
    let (base, ours, theirs) = (
        spot(versions.base),
        spot(versions.ours),
        spot(versions.theirs),
    );
    if ours == base { theirs } else { ours }
}

fn spot_of(outcome: &Value, kpi: &str) -> Option<Spot> {
    spots(outcome).into_iter().find(|spot| spot.1 == kpi)
}

fn spots(outcome: &Value) -> Vec<Spot> {
    let list = |of: &Value, name: &str| {
        of.get(name)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let id = |of: &Value| {
        of.get("id")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let mut spots = Vec::new();
    for initiative in list(outcome, "initiatives") {
        let kpis = list(&initiative, "kpis");
        spots.extend(kpis.iter().map(|kpi| (id(&initiative), id(kpi))));
    }
    spots
}

fn path((initiative, kpi): &Spot) -> Vec<Step> {
    vec![
        Step::Field("initiatives".to_owned()),
        Step::Entry(initiative.clone()),
        Step::Field("kpis".to_owned()),
        Step::Entry(kpi.clone()),
    ]
}
