//! What the saving thread writes and reports.
