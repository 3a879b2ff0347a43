//! Outboard: a terminal workspace in which a product manager plans and steers how customers
//! succeed.
//!
//! # The map
//! | module | what it is for | knows |
//! | --- | --- | --- |
//! | [`domain`] | what the words mean, the one door for writes, history | nothing else |
//! | [`insight`] | what follows from the records: scores, order, statuses, how sure they are | `domain` |
//! | [`exchange`] | in and out of other formats: what survey tools export becomes a change | `domain`, `insight` |
//! | [`store`] | the workspace file: read, written, kept safe | `domain` |
//! | [`app`] | what the program does with what a person does; pure, can't fail | `domain`, `insight`, `exchange` |
//! | [`view`] | the model as a frame of cells; decides nothing | `app` and below |
//! | [`cli`] | the command line: what is typed after `outboard` | everything |
//! | [`tui`] | the terminal up and down, threads, the loop, effects | everything |

#![forbid(unsafe_code)]

pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod insight;
pub mod store;
pub mod tui;
pub mod view;

#[cfg(test)]
mod testing;
