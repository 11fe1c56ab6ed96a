//! A term that no text shows. The page beside this file says the rest.

use std::collections::{BTreeMap, HashSet};

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::{Catalog, Found, Origin, group};
use crate::syntax::{Reference, walk_references};

pub(super) static RULE: Rule = Rule {
    id: "unused-term",
    summary: "a term that no text shows",
    severity: Some(Severity::Warning),
    page: include_str!("unused_term.md"),
    check: Check::Locale(check),
};

/// A term by its bundle group and id: what a reference reaches.
type Name<'a> = (&'a str, &'a str);

/// A locale's own terms are looked at in the locale; the source's are told at the source, where it
/// is known what all locales refer to.
fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    let is_sources = |found: &Found<'_>| {
        let id = found.message.id.of(found.resource.text());
        !locale.is_source() && locale.source.in_group(&found.resource.name, true, id).is_some()
    };
    let terms = locale.catalog.messages().filter(|found| found.message.is_term);
    let mut own = terms.filter(|found| !is_sources(found)).peekable();
    if own.peek().is_none() {
        return;
    }
    let shown = shown(locale.catalog);
    for found in own {
        let name @ (_, id) = name(found);
        if !shown.contains(&name)
            && !locale.mentions.terms.contains(id)
            && !is_in_content(&locale.project.origin, id)
        {
            findings.push(finding(found));
        }
    }
}

/// Every term that a message shows, by itself or through other terms.
fn shown(catalog: &Catalog) -> HashSet<Name<'_>> {
    let mut within: BTreeMap<Name<'_>, Vec<Name<'_>>> = BTreeMap::new();
    let mut left = Vec::new();
    for (term, name) in references(catalog) {
        match term {
            Some(term) => within.entry(term).or_default().push(name),
            None => left.push(name),
        }
    }
    let mut shown = HashSet::new();
    while let Some(name) = left.pop() {
        if shown.insert(name) {
            left.extend(within.get(&name).into_iter().flatten());
        }
    }
    shown
}

/// The references of a catalog to terms: the term each stands in, if it stands in one, and the term.
fn references(catalog: &Catalog) -> Vec<(Option<Name<'_>>, Name<'_>)> {
    let mut references = Vec::new();
    for found in catalog.messages() {
        let text = found.resource.text();
        let within = found.message.is_term.then(|| name(found));
        let attributes = found.message.attributes.iter().map(|attribute| &attribute.pattern);
        for pattern in found.message.value.iter().chain(attributes) {
            walk_references(pattern, &mut |reference| {
                if let Reference::Term { id, .. } = reference {
                    references.push((within, (name(found).0, id.of(text))));
                }
            });
        }
    }
    references.sort_unstable();
    references.dedup();
    references
}

fn name(found: Found<'_>) -> Name<'_> {
    (
        group(found.catalog.groups(), &found.resource.name),
        found.message.id.of(found.resource.text()),
    )
}

/// Whether content shows it already and only `sync` was not run.
fn is_in_content(origin: &Origin, id: &str) -> bool {
    let reference = format!("-{id}");
    let parts = origin.content.items.iter().flat_map(|item| &item.parts);
    parts.into_iter().any(|part| part.pattern.text.contains(&reference))
}

fn finding(found: Found<'_>) -> Diagnostic {
    let message = format!("no text shows the term `{}`", found.name());
    Diagnostic::new(RULE.id, found.place(found.message.name()), message)
        .label("never shown")
        .help("remove it, or put it where its words are written out")
        .about(found.subject(None))
}
