//! Format 1 of the workspace file: how a text becomes records, and records a text.
//!
//! A file is cut into its items, each of which `ron` reads on its own; so a mistake is told with its
//! place in the whole file, more than one at a time, and a save can leave every item that was not
//! edited as it stands. Nothing in here touches a disk.
//!
//! | module | what it is for |
//! | --- | --- |
//! | `token` | brackets, commas, texts, numbers, words |
//! | `outline` | which brackets hold what, and where; the usual slips |
//! | [`record`] | the fields of the file and the records in its lists |
//! | `border` | texts are cleaned before they become part of a workspace |
//! | [`read`] | a whole file |
//! | [`partly`] | what can be read of a file that is not sound |
//! | `frame` | the pieces of such a file, cut by its brackets alone |
//! | `migrate` | files in older formats |
//! | `explain` | what is wrong with a record that could not be read |
//! | `write` | how a value is written |
//! | `place` | lines, columns, excerpts |

pub(super) mod outline;
pub(super) mod partly;
pub(super) mod read;
pub(super) mod record;
pub(super) mod token;

mod border;
mod explain;
mod frame;
mod migrate;
pub(super) mod place;
mod write;

use ron::extensions::Extensions;

pub(crate) use write::{indentation, written};

/// How `ron` reads whatever is written by hand: a value stands for itself, without `Some( )`.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

#[cfg(test)]
mod tests;
