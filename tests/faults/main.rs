//! The real binary on a real system that fails it: killed at every call to the system, refused every
//! call, on a disk that is full, without rights, cut off from power. They need Linux, and most of
//! them root and `strace`; where these are missing, each says so and is skipped.
//!
//! The same faults, without a system, are held everywhere by the tests of `store::atomic`.

#![cfg(target_os = "linux")]

mod calls;
mod desk;
mod disks;
mod errors;
mod kills;
mod rights;
