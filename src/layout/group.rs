//! Telling which files of a project are loaded together, from ids that repeat and references that
//! lead from file to file.

use std::collections::{BTreeMap, BTreeSet};

use super::Layout;
use crate::config::Groups;
use crate::files::Files;
use crate::syntax::{self, Reference, walk_references};

/// What can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// `Unknown` where nothing can.
    pub groups: Groups,
    /// What was seen, for people.
    pub reason: String,
}

/// Tells how a layout's files are loaded, from those of the source.
pub fn groups(files: &dyn Files, layout: &Layout) -> Told {
    let config = layout.config();
    let globs: BTreeSet<&str> = config.paths.iter().map(|paths| paths.reference.folder()).collect();
    let walked: Vec<String> = globs.iter().flat_map(|folder| files.walk(folder).files).collect();
    let fluent = walked.iter().map(String::as_str).filter(|path| path.ends_with(".ftl"));
    let sorted = config.sort(&fluent.collect::<Vec<_>>());
    let mut seen = Seen::default();
    for (name, path) in &sorted.source {
        let text = files.text(path);
        seen.add(name, &text.unwrap_or_default());
    }
    seen.told()
}

/// Messages and references of the source.
#[derive(Default)]
struct Seen {
    /// Id → the files that define it.
    defined: BTreeMap<String, BTreeSet<String>>,
    /// File and id referred to.
    references: BTreeSet<(String, String)>,
    files: BTreeSet<String>,
}

impl Seen {
    fn add(&mut self, file: &str, text: &str) {
        self.files.insert(file.to_owned());
        let tree = syntax::parse(text);
        for (_, message) in tree.messages() {
            let files = self.defined.entry(message.name().of(text).to_owned()).or_default();
            files.insert(file.to_owned());
            let attributes = message.attributes.iter().map(|attribute| &attribute.pattern);
            for pattern in message.value.iter().chain(attributes) {
                walk_references(pattern, &mut |reference| {
                    let id = match reference {
                        Reference::Message { id, .. } => id.of(text).to_owned(),
                        Reference::Term { id, .. } => format!("-{}", id.of(text)),
                        _ => return,
                    };
                    self.references.insert((file.to_owned(), id));
                });
            }
        }
    }

    fn told(&self) -> Told {
        let unknown = |reason: String| Told { groups: Groups::Unknown, reason };
        if self.files.len() < 2 {
            return unknown("one file cannot tell what is loaded together".to_owned());
        }
        let folders: BTreeSet<&str> = self.files.iter().map(|file| folder(file)).collect();
        let repeated = self.defined.iter().find(|(_, files)| files.len() > 1);
        let across = self.across();
        match (repeated, across) {
            (None, None) => unknown("no file refers to another, and no id repeats".to_owned()),
            (None, Some((file, id, other)))
                if folders.len() == 1 || folder(file) != folder(other) =>
            {
                let reason = format!("{file} refers to `{id}` in {other}, and no id repeats");
                Told { groups: Groups::All, reason }
            }
            (None, Some(_)) => {
                unknown("files refer to others of their folder, and no id repeats".to_owned())
            }
            (Some((id, _)), None) if folders.len() == self.files.len() || !self.fits_folders() => {
                let reason = format!("`{id}` is in several files, and none refers to another");
                Told { groups: Groups::File, reason }
            }
            (Some((id, _)), None) => unknown(format!(
                "`{id}` is in several folders, so not all files are loaded together"
            )),
            (Some((id, _)), Some(_)) if self.fits_folders() => {
                let reason =
                    format!("`{id}` is in several folders, and no reference leads out of one");
                Told { groups: Groups::Folder, reason }
            }
            (Some((id, _)), Some(_)) => unknown(format!(
                "`{id}` is in several files, though references lead from file to file"
            )),
        }
    }

    /// Whether ids are unique and references resolve within each folder.
    fn fits_folders(&self) -> bool {
        let repeats = self.defined.values().any(|files| {
            let folders: BTreeSet<&str> = files.iter().map(|file| folder(file)).collect();
            folders.len() < files.len()
        });
        let leads_out = self.references.iter().any(|(file, id)| {
            let files = self.defined.get(id);
            files.is_some_and(|files| files.iter().all(|other| folder(other) != folder(file)))
        });
        !repeats && !leads_out
    }

    /// A reference that leads from one file to another, and that file; out of its folder if there
    /// is such a one.
    fn across(&self) -> Option<(&str, &str, &str)> {
        let mut across = self.references.iter().filter_map(|(file, id)| {
            let files = self.defined.get(id)?;
            let other = files.first()?;
            (!files.contains(file)).then_some((file.as_str(), id.as_str(), other.as_str()))
        });
        let first = across.next()?;
        let leaves = |(file, _, other): &(&str, &str, &str)| folder(file) != folder(other);
        match leaves(&first) {
            true => Some(first),
            false => across.find(leaves).or(Some(first)),
        }
    }
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
