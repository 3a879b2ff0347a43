//! In and out of other formats: what other programs export becomes a change of a workspace.
//!
//! Everything here is pure: bytes and a workspace in, a plan out. Nothing reads a file, a clock or
//! a terminal, and nothing changes a workspace: whoever asked for the plan commits its change,
//! through the one door.
//!
//! Start at [`survey`], which reads what survey tools export.

pub mod survey;
