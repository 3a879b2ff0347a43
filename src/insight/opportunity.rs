//! Which jobs are worth serving: importance and satisfaction from answers, the score made of them,
//! and the order of the jobs.
//!
//! The score is Ulwick's (*What Customers Want*, 2005): importance + max(importance − satisfaction,
//! 0), taken per job. Customers' answers, team ratings and estimates are never put together in one
//! figure.
//!
//! [`rank()`] is the way in; a [`Scope`] says what is asked, a [`Ranking`] answers.

mod lens;
mod rank;
mod rating;
mod respondents;
mod suppose;
mod tally;

pub use lens::{Band, Lens, Provenance, Zone};
pub use rank::{Ranked, Ranking, Scope, best_by_outcome, differing, rank, rank_by_segment};
pub use rating::{Rating, SMALL_SAMPLE};
pub use respondents::Respondents;
pub use suppose::{Supposed, suppose};

pub(super) use lens::rounded;
pub(super) use tally::Measures;

#[cfg(test)]
mod tests;
