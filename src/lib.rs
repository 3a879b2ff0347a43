//! Outboard: a terminal workspace in which a product manager plans and steers how customers
//! succeed.
//!
//! # The map
//! | module | what it is for | knows |
//! | --- | --- | --- |
//! | [`domain`] | what the words mean, the one door for writes, history | nothing else |
//! | [`store`] | the workspace file: read, written, kept safe | `domain` |

pub mod app;
pub mod domain;
pub mod store;
