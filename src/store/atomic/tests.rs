//! What stands in a file after any step of a save has failed.
