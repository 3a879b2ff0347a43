//! The fields that a person can edit, per record: the one table that forms, the card screen and
//! `outboard set` share. A field is named as in the file, a nested one by its path.
//!
//! Nothing here changes a workspace: what is typed becomes a [`Change`](crate::domain::Change).

pub mod subject;

pub use subject::Subject;
