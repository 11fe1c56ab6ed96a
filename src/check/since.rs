//! What a change touched: only findings about it are told.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::project::Origin;
use crate::syntax::{self, Body};

/// What was touched of each file that changed.
#[derive(Debug, Default)]
pub struct Touched(BTreeMap<String, Part>);

#[derive(Debug)]
enum Part {
    /// Everything: it is new, or no Fluent.
    All,
    /// These messages, by name; a term's with `-`.
    Messages(BTreeSet<String>),
}

impl Touched {
    /// Notes a file that changed, with what it held before and holds now.
    pub fn add(&mut self, path: &str, before: Option<&str>, after: Option<&str>) {
        let part = match before {
            Some(before) if path.ends_with(".ftl") => {
                Part::Messages(differing(before, after.unwrap_or_default()))
            }
            _ => Part::All,
        };
        self.0.insert(path.to_owned(), part);
    }

    /// Whether a finding is about something that was touched: in its own file, or in the source's
    /// for the same message. A configuration that changed touches everything.
    pub fn covers(&self, finding: &Diagnostic, origin: &Origin) -> bool {
        if self.0.contains_key(crate::config::FILE) || self.holds(&finding.place.path, finding) {
            return true;
        }
        let Some(resource) = finding.resource.as_deref() else { return false };
        let source = origin.source.resource(resource).map(|resource| &*resource.file.path);
        // What the locale lost is told where the source has it.
        let own = finding.locale.as_deref();
        let own = own.map(|locale| origin.own_path(locale, resource));
        source.is_some_and(|path| self.holds(path, finding))
            || own.is_some_and(|path| self.holds(&path, finding))
    }

    fn holds(&self, path: &str, finding: &Diagnostic) -> bool {
        match (self.0.get(path), &finding.id) {
            (None, _) => false,
            (Some(Part::All), _) | (Some(_), None) => true,
            (Some(Part::Messages(names)), Some(name)) => names.contains(&**name),
        }
    }
}

/// The names of messages that two versions of a file write differently, or that one of them lacks.
fn differing(before: &str, after: &str) -> BTreeSet<String> {
    let (before, after) = (messages(before), messages(after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differs = |name: &&&String| before.get(**name) != after.get(**name);
    names.iter().filter(differs).map(|name| (*name).clone()).collect()
}

/// Entries by name, as they are written; of one name all that there are.
fn messages(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut messages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in &syntax::parse(text).entries {
        let name = match &entry.body {
            Body::Message(message) => message.name(),
            Body::Junk(junk) => match junk.id {
                Some(id) => id,
                None => continue,
            },
            Body::Comment(_) => continue,
        };
        let written = entry.core.of(text).trim_end().to_owned();
        messages.entry(name.of(text).to_owned()).or_default().push(written);
    }
    messages
}
