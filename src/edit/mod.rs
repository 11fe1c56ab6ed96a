//! Changes to a project's files, as files to be written. Nothing here writes.

mod sync;

pub use sync::{Sync, sync};
