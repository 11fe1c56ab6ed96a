//! A message that the program does not ask for. The page beside this file says the rest.

use std::collections::{BTreeMap, HashSet};

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::config::{Kind, Shape};
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::{Found, Origin};
use crate::syntax::{Reference, walk_references};

pub(super) static RULE: Rule = Rule {
    id: "unused-message",
    summary: "a message that the program does not ask for",
    severity: Some(Severity::Warning),
    page: include_str!("unused_message.md"),
    check: Check::Locale(check),
};

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    let origin = &*locale.project.origin;
    let Some(usage) = origin.usage.as_ref().filter(|_| locale.is_source()) else { return };
    let in_content = in_content(origin);
    let messages = || origin.source.messages().filter(|found| !found.message.is_term);
    // What a translation shows by reference is used wherever the translation is.
    let is_asked_for = |id: &str| {
        usage.asks_for(id) || in_content.contains(id) || locale.mentions.messages.contains(id)
    };
    let asked = messages().map(id).filter(|id| is_asked_for(id));
    let used = reached(origin, asked.collect());
    for found in messages().filter(|found| !used.contains(id(*found))) {
        let message = format!("nothing asks for the message `{}`", found.name());
        findings.push(
            Diagnostic::new(RULE.id, found.place(found.message.name()), message)
                .label("translated in vain")
                .help("remove it, or add the files that ask for it to `used-in` in isogloss.toml")
                .about(found.subject(None)),
        );
    }
}

fn id(found: Found<'_>) -> &str {
    found.message.id.of(found.resource.text())
}

/// The messages made from content, and those that name the words it chooses among.
fn in_content(origin: &Origin) -> HashSet<String> {
    let parts = origin.content.items.iter().flat_map(|item| &item.parts);
    let mut ids: HashSet<String> = parts.map(|part| part.id.clone()).collect();
    let kinds = origin.config.content.iter().flat_map(|content| content.kinds.values());
    for shape in kinds.flat_map(|kind: &Kind| &kind.fields).map(|field| &field.shape) {
        add_labels(shape, &mut ids);
    }
    ids
}

fn add_labels(shape: &Shape, ids: &mut HashSet<String>) {
    match shape {
        Shape::Choice { choices, labels: Some(prefix) } => {
            ids.extend(choices.iter().map(|choice| format!("{prefix}-{choice}")));
        }
        Shape::List(of) => add_labels(of, ids),
        Shape::Record(fields) => fields.iter().for_each(|field| add_labels(&field.shape, ids)),
        _ => {}
    }
}

/// All that messages of the source show, and what that shows.
fn reached<'a>(origin: &'a Origin, asked: Vec<&'a str>) -> HashSet<&'a str> {
    let mut shows: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut left = asked;
    for found in origin.source.messages() {
        let text = found.resource.text();
        for (_, pattern) in found.parts() {
            walk_references(pattern, &mut |reference| match reference {
                // What a term shows counts as shown: `unused-term` looks at terms.
                Reference::Message { id, .. } if found.message.is_term => left.push(id.of(text)),
                Reference::Message { id: shown, .. } => {
                    shows.entry(id(found)).or_default().push(shown.of(text));
                }
                _ => {}
            });
        }
    }
    let mut reached = HashSet::new();
    while let Some(id) = left.pop() {
        if reached.insert(id) {
            left.extend(shows.get(id).into_iter().flatten());
        }
    }
    reached
}
