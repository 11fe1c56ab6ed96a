//! Changes to a project's files, as files to be written. Nothing here writes.

mod adopt;
mod fix;
mod import;
mod insert;
mod locale;
mod overlay;
mod rename;
mod sync;

pub use adopt::{Adopted, adopt, settle};
pub use fix::{Fixed, fix};
pub use import::{Import, Request, Taken, What, import};
pub use locale::add_locale;
pub use overlay::Overlay;
pub use rename::{Renamed, rename};
pub use sync::{Accepted, Sync, accept, sync};
