//! Markup within a text: HTML, Markdown and addresses, with the places where they stand.
//!
//! Nothing here knows of Fluent or of locales' files: a text is a string, and what a program will
//! put into it is the object replacement character. What markup a translation should have is
//! `check`'s business; how content is shown is `emit`'s.

mod danger;
mod element;
mod html;
mod link;
mod markdown;
mod outline;
mod prose;

pub use danger::{Danger, danger_of};
pub use element::{is_active, is_harmless, is_html, is_text_level, only_sets_words};
pub use html::{Attribute, Entity, Tag, decoded, entities, tags};
pub use link::{Link, dangerous_scheme, emails, lead_alike, links};
pub use markdown::{Markdown, MarkdownFault};
pub use outline::{Element, End, Fault, FaultKind, Outline};
pub use prose::prose;

/// Stands for what a program puts into a text.
const INSERTED: char = '\u{FFFC}';
