//! What texts refer to, told across locales: a term of the source may be shown by one language only.

use rustc_hash::FxHashSet;

use crate::project::Catalog;
use crate::syntax::{Reference, walk_references};

/// Ids that texts refer to.
#[derive(Debug, Default)]
pub struct Mentions {
    /// Of messages.
    pub messages: FxHashSet<Box<str>>,
    /// Of terms, without `-`.
    pub terms: FxHashSet<Box<str>>,
}

impl Mentions {
    /// What the texts of a locale refer to.
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut mentions = Self::default();
        for found in catalog.messages() {
            let text = found.resource.text();
            let attributes = found.message.attributes.iter().map(|attribute| &attribute.pattern);
            let patterns = found.message.value.iter().chain(attributes);
            for pattern in patterns.filter(|pattern| !pattern.is_text()) {
                walk_references(pattern, &mut |reference| match reference {
                    Reference::Message { id, .. } => insert(&mut mentions.messages, id.of(text)),
                    Reference::Term { id, .. } => insert(&mut mentions.terms, id.of(text)),
                    _ => {}
                });
            }
        }
        mentions
    }

    pub(super) fn extend(&mut self, other: Self) {
        self.messages.extend(other.messages);
        self.terms.extend(other.terms);
    }
}

fn insert(ids: &mut FxHashSet<Box<str>>, id: &str) {
    if !ids.contains(id) {
        ids.insert(id.into());
    }
}
