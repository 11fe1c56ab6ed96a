//! Changes to a project's files, as files to be written. Nothing here writes.

mod adopt;
mod fix;
mod locale;
mod sync;

pub use adopt::{Adopted, adopt};
pub use fix::{Fixed, fix};
pub use locale::add_locale;
pub use sync::{Accepted, Sync, accept, sync};
