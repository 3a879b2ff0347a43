//! Texts that could steer a terminal, hide in a line or take more room than they seem to: in every
//! text of a workspace, through the file, every screen, every command and the keyboard. What leaves
//! the program is looked at byte by byte.

mod corpus;
mod file;
mod loading;
mod screens;
