//! When the program itself fails, by a fault of its own: the terminal is given back, what was done
//! is saved, and one sentence says so; what a developer wants to know goes into a report. A thread
//! that fails does not take the others along.

use std::any::Any;
use std::backtrace::Backtrace;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::path::PathBuf;
use std::sync::Once;
use std::thread;

use anyhow::{Result, anyhow};
use jiff::Timestamp;

use super::screen;
use crate::store::Places;

/// From now on a failure is written into the report instead of over the screen. Whoever calls this
/// first has the terminal: it is given back when that thread fails.
pub(super) fn report_failures() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let loops = thread::current().id();
        set_hook(Box::new(move |panic| {
            if thread::current().id() == loops {
                screen::leave();
            }
            // Where no report can be written, there is nobody to tell in a hook.
            let _ = report(panic);
        }));
    });
}

/// Does something that may fail by a fault of the program; the error then is a sentence that says
/// so.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|why| {
        let report = report_file().filter(|file| file.is_file());
        let where_told = report.map_or_else(String::new, |file| {
            let file = file.display();
            format!(". Please report it, with what is in {file}")
        });
        let why = words(&*why);
        anyhow!("Outboard failed; that is a fault of the program ({why}){where_told}")
    })
}

fn report(panic: &PanicHookInfo<'_>) -> Option<()> {
    let path = report_file()?;
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).ok()?;
    let (time, version) = (Timestamp::now(), env!("CARGO_PKG_VERSION"));
    let trace = Backtrace::force_capture();
    writeln!(file, "{time} outboard {version}: {panic}\n{trace}").ok()
}

fn report_file() -> Option<PathBuf> {
    let places = Places::of_user().ok()?;
    Some(places.state.join("failures.log"))
}

/// What a failure says of itself.
fn words(why: &(dyn Any + Send)) -> &str {
    why.downcast_ref::<&str>()
        .copied()
        .or_else(|| why.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a word")
}
