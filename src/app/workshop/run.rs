//! A workshop that is going on: for each job silence, the reveal, perhaps another round, and at the
//! end the summary. It goes on where it was after another screen was visited.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::Sheet;
use super::keeping::Keep;
use super::plan::Plan;
use super::round::Round;
use super::timer::Timer;
use crate::app::{Cx, Out};
use crate::domain::{Id, Job};
use crate::insight::opportunity::{Ranking, Rating, Scope, rank};

/// A workshop that is going on.
#[derive(Clone, Debug)]
pub struct Run {
    plan: Plan,
    names: Vec<String>,
    keep: Keep,
    jobs: Vec<Id>,
    /// The place of the job that is rated.
    place: usize,
    step: Step,
    timer: Timer,
    skipped: BTreeSet<Id>,
    /// What was typed for jobs that were left before the reveal.
    left: BTreeMap<Id, Sheet>,
    /// What was revealed of each job, round by round.
    rounds: BTreeMap<Id, Vec<Round>>,
    ranking: Ranking,
    ranked: Option<u64>,
}

/// What is going on.
#[derive(Clone, Debug)]
pub enum Step {
    /// The answers come in, in silence.
    Asking(Sheet),
    /// Everybody sees what everybody answered.
    Revealed,
    /// All jobs were gone through; the place of the selected one in [`Run::summed_up`].
    Summary(usize),
}

/// What is revealed of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revealed {
    /// The rounds, the last one behind.
    pub rounds: Vec<Round>,
    /// Whether the last one is in the study: not after it was undone.
    pub is_kept: bool,
}

impl Run {
    /// A workshop about some jobs, on the first that its study does not have yet; on the summary
    /// where it has all.
    pub fn begin(plan: Plan, keep: Keep, jobs: Vec<Id>, cx: Cx<'_>) -> Self {
        let kept = keep.jobs(cx);
        let first = jobs.iter().position(|job| !kept.contains(job));
        let mut run = Self {
            names: plan.people.names(),
            plan,
            keep,
            place: first.unwrap_or(0),
            jobs,
            step: Step::Summary(0),
            timer: Timer::default(),
            skipped: BTreeSet::new(),
            left: BTreeMap::new(),
            rounds: BTreeMap::new(),
            ranking: Ranking::default(),
            ranked: None,
        };
        if let Some(first) = first {
            run.show(first, cx);
        }
        run
    }

    /// What was settled before it began.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What the participants are called.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The study that keeps it.
    pub fn study(&self) -> &Id {
        &self.keep.study
    }

    /// The jobs, in the order in which they are asked about.
    pub fn jobs(&self) -> &[Id] {
        &self.jobs
    }

    /// The place of the job that is rated.
    pub fn place(&self) -> usize {
        self.place
    }

    /// The job that is rated.
    pub fn job<'a>(&self, cx: Cx<'a>) -> Option<&'a Job> {
        let job = cx.workspace.jobs().get(self.jobs.get(self.place)?)?;
        Some(job)
    }

    /// What is going on.
    pub fn step(&self) -> &Step {
        &self.step
    }

    /// The time for the job.
    pub fn timer(&self) -> Timer {
        self.timer
    }

    /// Whether a job was skipped.
    pub fn is_skipped(&self, job: &Id) -> bool {
        self.skipped.contains(job)
    }

    /// What the answers that are kept come to for a job.
    pub fn rating(&self, job: &Id) -> Option<Rating> {
        self.ranking.row(job)?.rating
    }

    /// How many jobs the study has.
    pub fn rated(&self, cx: Cx<'_>) -> usize {
        let kept = self.keep.jobs(cx);
        let jobs = self.jobs.iter();
        jobs.filter(|job| kept.contains(job)).count()
    }

    /// What is revealed of a job; none before that.
    pub fn revealed(&self, job: &Id, cx: Cx<'_>) -> Option<Revealed> {
        let mut rounds = self.rounds.get(job).cloned().unwrap_or_default();
        let kept = self.keep.kept(job, cx);
        if let Some(kept) = kept {
            // A round that was undone is none any more; what somebody else put there is one.
            match rounds.iter().rposition(|round| *round == kept) {
                Some(last) => rounds.truncate(last + 1),
                None => rounds = vec![kept],
            }
            return Some(Revealed {
                rounds,
                is_kept: true,
            });
        }
        rounds.truncate(1);
        (!rounds.is_empty()).then_some(Revealed {
            rounds,
            is_kept: false,
        })
    }

    /// The jobs as the summary has them, each with its place among [`Run::jobs`]: those that are
    /// rated by their score, behind them the others in the order in which they were asked about.
    pub fn summed_up(&self) -> Vec<(usize, &Id)> {
        let mut jobs: Vec<_> = self.jobs.iter().enumerate().collect();
        jobs.sort_by_key(|(_, job)| {
            let rated = self.rating(job).and_then(|_| self.ranking.place(job));
            rated.unwrap_or(usize::MAX)
        });
        jobs
    }

    /// Types answers.
    pub fn enter(&mut self, letters: &str, out: &mut Out) {
        if let Step::Asking(sheet) = &mut self.step
            && let Err(wrong) = sheet.enter(letters)
        {
            out.refuse(wrong);
        }
    }

    /// Takes the last answer back.
    pub fn erase(&mut self, out: &mut Out) {
        if let Step::Asking(sheet) = &mut self.step
            && !sheet.erase()
        {
            out.refuse("No answer is typed yet");
        }
    }

    /// Ends a turn; once everybody has answered, reveals.
    pub fn answer(&mut self, cx: Cx<'_>, out: &mut Out) {
        let Step::Asking(sheet) = &mut self.step else {
            return;
        };
        if sheet.turn().is_none() {
            self.reveal(cx, out);
        } else if let Err(missing) = sheet.accept() {
            out.refuse(missing);
        }
    }

    /// Shows everybody what everybody answered, and keeps it.
    fn reveal(&mut self, cx: Cx<'_>, out: &mut Out) {
        let (Step::Asking(sheet), Some(job)) = (&self.step, self.job(cx)) else {
            return;
        };
        let round = sheet.reveal(self.names.len());
        if round.is_empty() {
            out.refuse("Nobody gave an answer; skip the job, or take the answers back");
            return;
        }
        out.change(self.keep.change(&self.plan, job, &round, cx));
        let mut rounds = self
            .revealed(&job.id, cx)
            .map_or_else(Vec::new, |r| r.rounds);
        rounds.push(round);
        self.rounds.insert(job.id.clone(), rounds);
        self.skipped.remove(&job.id);
        self.step = Step::Revealed;
    }

    /// Asks about the job once more.
    pub fn again(&mut self, cx: Cx<'_>, out: &mut Out) {
        match self.step {
            Step::Asking(_) => out.refuse("The job is being rated; the reveal comes first"),
            Step::Revealed => self.ask(cx),
            Step::Summary(selected) => {
                let chosen = self.summed_up().get(selected).map(|(place, _)| *place);
                self.place = chosen.unwrap_or(self.place);
                self.ask(cx);
            }
        }
    }

    /// Leaves the job without a rating.
    pub fn skip(&mut self, cx: Cx<'_>) {
        if let Some(job) = self.jobs.get(self.place)
            && self.revealed(job, cx).is_none()
        {
            self.skipped.insert(job.clone());
        }
        self.next(cx);
    }

    /// Goes to the next job, or, behind the last, to the summary.
    pub fn next(&mut self, cx: Cx<'_>) {
        if self.place + 1 < self.jobs.len() {
            self.show(self.place + 1, cx);
        } else {
            self.sum_up();
        }
    }

    /// Goes a step back: out of another round, to the job before, out of the summary.
    pub fn back(&mut self, cx: Cx<'_>, out: &mut Out) {
        let is_revealed =
            (self.jobs.get(self.place)).is_some_and(|j| self.revealed(j, cx).is_some());
        match self.step {
            Step::Asking(_) if is_revealed => self.show(self.place, cx),
            Step::Summary(_) => self.show(self.place, cx),
            Step::Asking(_) | Step::Revealed if self.place == 0 => {
                out.refuse("This is the first job");
            }
            Step::Asking(_) | Step::Revealed => self.show(self.place - 1, cx),
        }
    }

    /// Goes to the summary.
    pub fn finish(&mut self, out: &mut Out) {
        match self.step {
            Step::Asking(_) | Step::Revealed => self.sum_up(),
            Step::Summary(_) => out.refuse("This is the summary"),
        }
    }

    fn sum_up(&mut self) {
        self.put_aside();
        self.step = Step::Summary(0);
    }

    /// Selects a job of the summary.
    pub fn select(&mut self, place: usize) {
        if let Step::Summary(selected) = &mut self.step {
            *selected = place.min(self.jobs.len().saturating_sub(1));
        }
    }

    /// Lets everybody type their own answers, or somebody those of all.
    pub fn hand_on(&mut self, cx: Cx<'_>, out: &mut Out) {
        use crate::domain::choice::Choice;
        let Step::Asking(sheet) = &self.step else {
            return;
        };
        if !sheet.is_empty() {
            out.refuse("Answers are typed already; take them out first");
            return;
        }
        self.plan.typing = self.plan.typing.step(1);
        let timer = self.timer;
        self.ask(cx);
        self.timer = timer;
    }

    /// Stops the timer, or lets it go on.
    pub fn pause(&mut self, now: u64, out: &mut Out) {
        if self.timer.has_limit() {
            self.timer.turn(now);
        } else {
            out.refuse("This workshop has no timer");
        }
    }

    /// Leaves out jobs that are not there any more, and brings the figures up to date. Says whether
    /// there is still something to rate.
    pub fn follow(&mut self, cx: Cx<'_>) -> bool {
        let current = self.jobs.get(self.place).cloned();
        let is_there = |job: &Id| cx.workspace.jobs().contains_key(job);
        let before = self.jobs.iter().take(self.place);
        let place = before.filter(|job| is_there(job)).count();
        self.jobs.retain(is_there);
        self.place = place.min(self.jobs.len().saturating_sub(1));
        let is_summary = matches!(self.step, Step::Summary(_));
        if !self.jobs.is_empty() && self.jobs.get(self.place) != current.as_ref() && !is_summary {
            // What was typed was about a job that is gone.
            self.step = Step::Revealed;
            self.show(self.place, cx);
        }
        let selected = if let Step::Summary(place) = self.step {
            place
        } else {
            0
        };
        self.select(selected);
        self.rank(cx);
        !self.jobs.is_empty()
    }

    fn rank(&mut self, cx: Cx<'_>) {
        let ranked = Some(cx.derived.ranked());
        if self.ranked == ranked {
            return;
        }
        self.ranked = ranked;
        self.ranking = rank(cx.workspace, &self.scope());
    }

    /// What the roadmap ranks by to show this workshop.
    pub fn scope(&self) -> Scope {
        Scope {
            studies: vec![self.keep.study.clone()],
            ..Scope::default()
        }
    }

    /// Shows a job: what is revealed of it, or the questions.
    fn show(&mut self, place: usize, cx: Cx<'_>) {
        self.put_aside();
        self.place = place;
        let is_revealed = self
            .jobs
            .get(place)
            .is_some_and(|j| self.revealed(j, cx).is_some());
        if is_revealed {
            self.step = Step::Revealed;
        } else {
            self.ask(cx);
        }
    }

    fn ask(&mut self, cx: Cx<'_>) {
        let left = self
            .jobs
            .get(self.place)
            .and_then(|job| self.left.remove(job));
        let people = self.names.len();
        let (typing, scale) = (self.plan.typing, self.plan.scale);
        self.step = Step::Asking(left.unwrap_or_else(|| Sheet::new(typing, people, scale)));
        self.timer = Timer::started(self.plan.seconds, cx.now.millis);
    }

    /// Keeps what is typed for when the job is shown again.
    fn put_aside(&mut self) {
        if let (Step::Asking(sheet), Some(job)) = (&self.step, self.jobs.get(self.place))
            && !sheet.is_empty()
        {
            self.left.insert(job.clone(), sheet.clone());
        }
    }
}
