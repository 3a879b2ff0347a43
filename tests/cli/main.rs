//! The real binary, run as a script runs it: what it prints, what it says, its exit status, and
//! what is in the file afterwards. What it prints is a contract.

mod about;
mod backups;
mod ballot;
mod checking;
mod edits;
mod files;
mod home;
mod importing;
mod limits;
mod ranking;
#[cfg(unix)]
mod rights;
mod showing;
