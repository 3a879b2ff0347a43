//! Random workspaces and their records, valid by construction, for the property tests of every
//! layer.
//!
//! The records refer to the things of a [`Cast`]: those of two random workspaces with the same cast
//! can be put in each other's place.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

pub(crate) use cast::{Cast, cast, id};
pub(crate) use edits::work;
pub(crate) use values::{any_of, date, line, lines, number, one_of, period, some_of};

use super::workspace::Records;
use super::*;

mod cast;
mod edits;
mod values;

/// Every id that names something in a workspace.
pub(crate) fn ids_in(workspace: &Workspace) -> Vec<Id> {
    let keys = workspace.keys();
    keys.flat_map(|key| index::ids_of(workspace, &key))
        .map(|(id, _)| id)
        .collect()
}

/// The same workspace, put together from its records.
pub(crate) fn rebuilt(w: &Workspace) -> Result<Workspace, workspace::Faults> {
    Workspace::build(Records {
        head: Head::clone(w.head()),
        segments: w.segments().values().cloned().collect(),
        stages: w.stages().to_vec(),
        needs: w.needs().values().cloned().collect(),
        outcomes: w.outcomes().values().cloned().collect(),
        jobs: w.jobs().values().cloned().collect(),
        studies: w.studies().values().cloned().collect(),
        reviews: w.reviews().values().cloned().collect(),
        economics: w.economics().values().cloned().collect(),
    })
}

/// A stage with an id that is its name, and nothing else.
pub(crate) fn plain_stage(name: &str) -> Arc<Stage> {
    Arc::new(Stage {
        id: id(name),
        name: name.to_owned(),
        purchase: Purchase::After,
        team: None,
        mindset: None,
        enters: None,
    })
}

/// A workspace.
pub(crate) fn workspace() -> impl Strategy<Value = Workspace> {
    cast().prop_flat_map(|cast| workspace_of(&cast))
}

/// A workspace of a given cast.
pub(crate) fn workspace_of(cast: &Cast) -> BoxedStrategy<Workspace> {
    let records = (
        head(),
        each(&cast.segments, |id| segment(id.clone())),
        each(&cast.stages, |id| stage(id.clone())),
        each(&cast.needs, |id| need(id.clone(), cast)),
        each(&cast.outcomes, |id| outcome(id.clone(), cast)),
        each(&cast.jobs, |id| job(id.clone(), cast)),
        each(&cast.studies, |id| study(id.clone(), cast)),
        btree_map(date(), (review(), vec(entry(), 0..3)), 0..3),
        btree_map(period(), economics(), 0..3),
    );
    records.prop_map(assemble).boxed()
}

type Parts = (
    Head,
    Vec<Arc<Segment>>,
    Vec<Arc<Stage>>,
    Vec<Arc<Need>>,
    Vec<Arc<Outcome>>,
    Vec<Arc<Job>>,
    Vec<Arc<Study>>,
    BTreeMap<Date, (Review, Vec<(Index, Entry)>)>,
    BTreeMap<Period, Economics>,
);

fn assemble(parts: Parts) -> Workspace {
    let (head, segments, stages, needs, outcomes, jobs, studies, reviews, economics) = parts;
    let kpis: Vec<Id> = outcomes
        .iter()
        .flat_map(|outcome| outcome.kpis())
        .map(|kpi| kpi.id.clone())
        .collect();
    let about = |(which, entry): (Index, Entry)| {
        let kpi = (!kpis.is_empty()).then(|| which.get(&kpis).clone())?;
        Some(Entry { kpi, ..entry })
    };
    let reviews = reviews.into_iter().map(|(date, (review, entries))| {
        let entries = entries.into_iter().filter_map(about).collect();
        Arc::new(Review {
            date,
            entries,
            ..review
        })
    });
    let economics = economics
        .into_iter()
        .map(|(period, figures)| Arc::new(Economics { period, ..figures }));
    Workspace::build(Records {
        head,
        segments,
        stages,
        needs,
        reviews: reviews.collect(),
        outcomes,
        jobs,
        studies,
        economics: economics.collect(),
    })
    .expect("the records refer to things of the cast and keep their ranges")
}

/// One record for each id.
fn each<T: Debug + 'static, S: Strategy<Value = T> + 'static>(
    ids: &[Id],
    record: impl Fn(&Id) -> S,
) -> BoxedStrategy<Vec<Arc<T>>> {
    let records: Vec<S> = ids.iter().map(record).collect();
    records
        .prop_map(|records| records.into_iter().map(Arc::new).collect())
        .boxed()
}

fn head() -> impl Strategy<Value = Head> {
    let assumption = (line(), any_of::<Belief>(), of(line()));
    let assumption = assumption.prop_map(|(text, verdict, note)| Assumption {
        text,
        verdict,
        note,
    });
    let vision = (
        (of(line()), of(line()), of(line()), of(line()), of(line())),
        vec(assumption, 0..3),
    );
    let vision = vision.prop_map(|(parts, assumptions)| Vision {
        customer: parts.0,
        need: parts.1,
        offer: parts.2,
        impact: parts.3,
        metric: parts.4,
        assumptions,
    });
    let room = || of((0..40).prop_map(Number::from));
    let capacity = (room(), room(), room());
    let capacity = capacity.prop_map(|(now, next, later)| Capacity { now, next, later });
    let parts = (line(), of(vision), of(capacity), vec(silenced(), 0..3));
    parts.prop_map(|(name, vision, capacity, silenced)| Head {
        name,
        vision,
        capacity,
        silenced,
    })
}

fn silenced() -> impl Strategy<Value = Silenced> {
    let word = || select(vec!["kpi-stale", "no-such-rule", "gone"]);
    (word(), of(word()), line()).prop_map(|(rule, about, why)| Silenced {
        rule: id(rule),
        about: about.map_or(About::Workspace, |about| About::Thing(id(about))),
        why,
    })
}

fn segment(id: Id) -> impl Strategy<Value = Segment> {
    (line(), of(line())).prop_map(move |(name, expects)| Segment {
        id: id.clone(),
        name,
        expects,
    })
}

fn stage(id: Id) -> impl Strategy<Value = Stage> {
    let parts = (line(), any_of(), of(line()), of(line()), of(line()));
    parts.prop_map(move |(name, purchase, team, mindset, enters)| Stage {
        id: id.clone(),
        name,
        purchase,
        team,
        mindset,
        enters,
    })
}

fn need(id: Id, cast: &Cast) -> impl Strategy<Value = Need> + use<> {
    let evidence = (line(), any_of(), of(date()), of(line()));
    let evidence = evidence.prop_map(|(source, method, date, note)| Evidence {
        source,
        method,
        date,
        note,
    });
    let parts = (
        any_of(),
        line(),
        some_of(&cast.segments),
        vec(evidence, 0..3),
    );
    parts.prop_map(move |(kind, statement, segments, evidence)| Need {
        id: id.clone(),
        kind,
        statement,
        segments,
        evidence,
    })
}

/// An outcome; its rank may be another's too, as people write them by hand.
pub(crate) fn outcome(id: Id, cast: &Cast) -> impl Strategy<Value = Outcome> + use<> {
    let place = (select(cast.stages.clone()), "[a-c0-1z]{1,3}");
    let refers = (some_of(&cast.segments), some_of(&cast.needs));
    let about = (line(), of(line()), vec(line(), 0..3), lines(), lines());
    let initiatives = vec(initiative(), 0..3);
    (place, refers, about, initiatives, of(date())).prop_map(
        move |(place, refers, about, initiatives, archived)| Outcome {
            id: id.clone(),
            stage: place.0,
            rank: Rank::new(&place.1).expect("a short text"),
            statement: about.0,
            segments: refers.0,
            needs: refers.1,
            owner: about.1,
            tags: about.2,
            notes: about.3,
            private: about.4,
            initiatives: named_after(&id, initiatives),
            archived,
        },
    )
}

/// Gives initiatives and KPIs ids that are their outcome's own.
fn named_after(outcome: &Id, mut initiatives: Vec<Initiative>) -> Vec<Initiative> {
    for (n, initiative) in initiatives.iter_mut().enumerate() {
        initiative.id = id(&format!("{outcome}-initiative-{n}"));
        for (k, kpi) in initiative.kpis.iter_mut().enumerate() {
            kpi.id = id(&format!("{outcome}-kpi-{n}-{k}"));
        }
    }
    initiatives
}

fn initiative() -> impl Strategy<Value = Initiative> {
    let step = (line(), of(line()), of(line()));
    let step = step.prop_map(|(to, within, when)| EscalationStep { to, within, when });
    let about = (line(), any_of(), any_of(), of(line()), of(line()));
    (about, vec(step, 0..3), vec(kpi(), 0..3)).prop_map(|(about, escalation, kpis)| Initiative {
        id: id("unnamed"),
        name: about.0,
        touch: about.1,
        status: about.2,
        team: about.3,
        channel: about.4,
        escalation,
        kpis,
    })
}

/// A KPI with readings in the order of their dates.
pub(crate) fn kpi() -> impl Strategy<Value = Kpi> {
    let about = (line(), of(line()), any_of(), of(any_of()), of(line()));
    let readings = btree_map(date(), (number(), of(line())), 0..4);
    (about, of(number()), of(number()), readings).prop_map(|(about, baseline, target, readings)| {
        let readings = readings.into_iter();
        let readings = readings.map(|(date, (value, note))| Reading { date, value, note });
        Kpi {
            id: id("unnamed"),
            name: about.0,
            unit: about.1,
            better: about.2,
            baseline,
            target,
            every: about.3,
            formula: about.4,
            readings: readings.collect(),
        }
    })
}

fn job(id: Id, cast: &Cast) -> impl Strategy<Value = Job> + use<> {
    let story = (of(line()), of(line()), of(line()));
    let story = story.prop_map(|(when, want, so)| Story { when, want, so });
    let tenths = || (0..=100).prop_map(|n| Number::new(f64::from(n) / 10.0).expect("a number"));
    let estimate = (tenths(), tenths()).prop_map(|(importance, satisfaction)| Estimate {
        importance,
        satisfaction,
    });
    let about = (line(), of(story), of(any_of()), of(any_of()), of(number()));
    let judged = (of(estimate), of(any_of()), of(line()));
    (one_of(&cast.outcomes), about, judged).prop_map(move |(outcome, about, judged)| Job {
        id: id.clone(),
        outcome,
        name: about.0,
        story: about.1,
        step: about.2,
        kind: about.3,
        effort: about.4,
        estimate: judged.0,
        fate: judged.1,
        why: judged.2,
    })
}

/// A study whose respondents answered about some of the jobs.
pub(crate) fn study(id: Id, cast: &Cast) -> impl Strategy<Value = Study> + use<> {
    let cast = cast.clone();
    let scale = prop_oneof![Just(5_u8), Just(7), Just(10), 2..=100_u8];
    let responses = move |scale: u8| {
        let answer = move || of(1..=scale);
        let answers = subsequence(cast.jobs.clone(), 0..=cast.jobs.len())
            .prop_flat_map(move |jobs| {
                let count = jobs.len();
                (Just(jobs), vec((answer(), answer()), count))
            })
            .prop_map(|(jobs, answers)| {
                let answers = jobs.into_iter().zip(answers);
                answers.map(|(job, (i, s))| Answer(job, i, s)).collect()
            });
        let response = (one_of(&cast.segments), answers);
        (Just(scale), of(1..=scale), vec(response, 0..5))
    };
    let about = (line(), date(), any_of());
    (about, scale.prop_flat_map(responses)).prop_map(
        move |((name, date, source), (scale, top, responses))| Study {
            id: id.clone(),
            name,
            date,
            source,
            scale,
            top,
            responses: respondents(responses),
        },
    )
}

fn respondents(responses: Vec<(Option<Id>, Vec<Answer>)>) -> Vec<Response> {
    let responses = responses.into_iter().enumerate();
    responses
        .map(|(n, (segment, answers))| Response {
            id: id(&format!("r{n}")),
            segment,
            answers,
        })
        .collect()
}

/// A review of no date and without entries.
fn review() -> impl Strategy<Value = Review> {
    let decision = (line(), of(line()), of(line()), of(date()));
    let decision = decision.prop_map(|(text, why, owner, date)| Decision {
        text,
        why,
        owner,
        date,
    });
    let parts = (
        line(),
        vec(line(), 0..3),
        of(line()),
        vec(decision, 0..2),
        lines(),
    );
    parts.prop_map(|(name, with, note, decisions, parked)| Review {
        date: Date::new(2000, 1, 1).expect("a day of the calendar"),
        name,
        with,
        entries: Vec::new(),
        note,
        decisions,
        parked,
    })
}

/// What is said of a KPI that is yet to be named, and which one.
fn entry() -> impl Strategy<Value = (Index, Entry)> {
    let about = (of(number()), any_of(), of(line()), of(line()), of(date()));
    (any::<Index>(), about).prop_map(|(which, (value, verdict, action, owner, due))| {
        let entry = Entry {
            kpi: id("unnamed"),
            value,
            verdict,
            action,
            owner,
            due,
        };
        (which, entry)
    })
}

fn economics() -> impl Strategy<Value = Economics> {
    vec(of(number()), 9).prop_map(|figures| Economics {
        period: "2000-01".parse().expect("a month of the calendar"),
        acquisition_cost: figures[0],
        new_customers: figures[1],
        customers: figures[2],
        lost_customers: figures[3],
        revenue: figures[4],
        gross_margin: figures[5],
        expansion: figures[6],
        contraction: figures[7],
        churned: figures[8],
    })
}
