//! A Fluent file as a chore looks at it: its messages and terms by name, and what they use.

use std::collections::BTreeSet;
use std::path::Path;

use isogloss::syntax::{self, Message, Pattern, Reference, Resource};

/// A file's text and its tree.
pub(crate) struct Entries {
    pub(crate) text: String,
    pub(crate) tree: Resource,
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<Entries, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Entries::new(text))
}

impl Entries {
    pub(crate) fn new(text: String) -> Self {
        let tree = syntax::parse(&text);
        Self { text, tree }
    }

    /// The names of messages and terms, the latter with `-`, in the order of the file; each once.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let names = self.tree.messages().map(|(_, message)| message.name().of(&self.text));
        names.filter(|name| seen.insert(*name)).map(str::to_owned).collect()
    }

    /// The place of a message or term among the entries.
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        let mut messages = self.tree.messages();
        messages.find(|(_, message)| message.name().of(&self.text) == name).map(|(index, _)| index)
    }

    /// A message or term by its name.
    pub(crate) fn message(&self, name: &str) -> Option<&Message> {
        self.tree.message(self.index(name)?)
    }

    /// Whether there is such a message, term (`-term`) or attribute of one (`-term.attribute`).
    pub(crate) fn defines(&self, name: &str) -> bool {
        let (name, attribute) = name.split_once('.').map_or((name, None), |(n, a)| (n, Some(a)));
        self.message(name).is_some_and(|message| {
            attribute.is_none_or(|attribute| message.attribute(&self.text, attribute).is_some())
        })
    }

    /// The names of the variables that a message or term uses, its attributes included.
    pub(crate) fn variables(&self, name: &str) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let patterns = self.message(name).into_iter().flat_map(patterns);
        for pattern in patterns {
            syntax::walk_references(pattern, &mut |reference| {
                if let Reference::Variable { name, .. } = reference {
                    names.insert(name.of(&self.text).to_owned());
                }
            });
        }
        names
    }

    /// The keys of all variants of a message or term, and whether each is a default.
    pub(crate) fn keys(&self, name: &str) -> Vec<(String, bool)> {
        let mut keys = Vec::new();
        for pattern in self.message(name).into_iter().flat_map(patterns) {
            syntax::walk_selects(pattern, &mut |select| {
                keys.extend(select.variants.iter().map(|variant| {
                    (variant.key.span().of(&self.text).to_owned(), variant.is_default)
                }));
            });
        }
        keys
    }
}

fn patterns(message: &Message) -> impl Iterator<Item = &Pattern> {
    message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.pattern))
}
