//! Texts that could steer a terminal, hide in a line or take more room than they seem to: in every
//! text of a workspace, through the file, every screen, every command and the keyboard. What leaves
//! the program is looked at byte by byte.

mod bytes;
mod commands;
mod corpus;
mod file;
#[path = "../cli/home.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line")]
mod home;
mod loading;
mod screens;
#[path = "../pty/terminal.rs"]
#[allow(
    dead_code,
    clippy::panic,
    reason = "shared with the tests in a pseudo-terminal"
)]
mod terminal;
