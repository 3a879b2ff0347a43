//! What follows from the records of a workspace: scores and their order, statuses, and where a job
//! lies in the landscape.
//!
//! Everything here is a pure function of what it is given. Nothing reads a file, a clock or a
//! terminal, nothing is kept between two calls, and nothing knows how it will be drawn.
//!
//! Start at [`opportunity`], from which the roadmap is made.

pub mod coverage;
pub mod distribution;
pub mod forecast;
pub mod health;
pub mod kpi_status;
pub mod landscape;
pub mod load;
pub mod opportunity;
pub mod overrides;
pub mod statement;
pub mod trace;
pub mod uncertainty;
pub mod voices;
