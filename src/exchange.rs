//! In and out of other formats: what other programs export becomes a change of a workspace, and what
//! others are to fill in becomes a file.
//!
//! Everything here is pure: bytes and a workspace in, a plan or a text out. Nothing reads a file, a clock or
//! a terminal, and nothing changes a workspace: whoever asked for the plan commits its change,
//! through the one door.
//!
//! Start at [`survey`], which reads what survey tools export, a filled-in [`ballot`] among it.

pub mod ballot;
pub mod spreadsheet;
pub mod survey;
