//! Measures how sure rankings are on a thread of its own, since it draws respondents thousands of
//! times. Of several requests that wait only the last is measured: the others are out of date.

use std::sync::mpsc::{Sender, channel};

use anyhow::{Context, Result};

use super::failure::guarded;
use crate::app::roadmap::shown::{Asked, Measured};
use crate::domain::Workspace;
use crate::store::fault;

/// The thread that measures.
#[derive(Debug)]
pub(super) struct Measurer {
    requests: Sender<(Workspace, Asked)>,
}

impl Measurer {
    /// Starts the thread. `report` gets each result; it runs there.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub(super) fn start(report: impl Fn(Measured) + Send + 'static) -> Result<Self> {
        let (requests, waiting) = channel::<(Workspace, Asked)>();
        let work = move || {
            while let Ok(first) = waiting.recv() {
                let (workspace, asked) = waiting.try_iter().last().unwrap_or(first);
                let measured = guarded(|| {
                    fault::trip("measurer");
                    Measured::of(&workspace, asked)
                });
                // Without intervals a ranking is still a ranking.
                if let Ok(measured) = measured {
                    report(measured);
                }
            }
        };
        std::thread::Builder::new()
            .name("measure".to_owned())
            .spawn(work)
            .context("The system gives no thread to measure with")?;
        Ok(Self { requests })
    }

    /// Measures a ranking of a workspace, unless another request follows before it begins.
    pub(super) fn measure(&self, workspace: Workspace, asked: Asked) {
        // Without the thread there are no intervals, and everything else goes on.
        let _ = self.requests.send((workspace, asked));
    }
}
