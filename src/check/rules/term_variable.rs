//! A term that shows a variable which nobody gives it. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::{Catalog, Found};
use crate::syntax::{Reference, walk_references};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "term-variable",
    summary: "a term that shows a variable which nobody gives it",
    severity: Some(Severity::Error),
    page: include_str!("term_variable.md"),
    check: Check::Locale(check),
};

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    for found in locale.catalog.messages().filter(|found| found.message.is_term) {
        for (name, span, attribute) in shown(found) {
            let calls = Calls::of(locale, found, name);
            if calls.passing > 0 || calls.all == 0 {
                continue;
            }
            let message = format!("`{}` shows `${name}`, which nobody gives it", found.name());
            findings.push(
                Diagnostic::new(RULE.id, found.place(span), message)
                    .label(format!("readers see `{{${name}}}`"))
                    .help(format!(
                        "a term sees only what it is called with: `{{ {}({name}: \"…\") }}`",
                        found.name()
                    ))
                    .about(found.subject(attribute)),
            );
        }
    }
}

/// The variables that a term shows, each once, with where and in which part. One that only selects
/// may be left out: then the default is taken.
fn shown(found: Found<'_>) -> Vec<(&str, Span, Option<&str>)> {
    let text = found.resource.text();
    let mut shown: Vec<(&str, Span, Option<&str>)> = Vec::new();
    for (attribute, pattern) in found.parts() {
        walk_references(pattern, &mut |reference| {
            let Reference::Variable { name, is_selector: false } = reference else { return };
            if !shown.iter().any(|(other, ..)| *other == name.of(text)) {
                shown.push((name.of(text), reference.name(), attribute));
            }
        });
    }
    shown
}

/// How often a term is called, and how often with a value for a variable.
#[derive(Default)]
struct Calls {
    all: usize,
    passing: usize,
}

impl Calls {
    /// Counts in every text that the locale may show: its own and those of its fallbacks, which use
    /// its terms.
    fn of(locale: &LocaleView<'_>, term: Found<'_>, variable: &str) -> Self {
        let mut calls = Self::default();
        for link in &locale.chain.links {
            calls.count(link.catalog, term, variable);
        }
        calls
    }

    fn count(&mut self, catalog: &Catalog, term: Found<'_>, variable: &str) {
        let term = term.message.id.of(term.resource.text());
        for found in catalog.messages() {
            let text = found.resource.text();
            for (_, pattern) in found.parts() {
                walk_references(pattern, &mut |reference| {
                    let Reference::Term { id, arguments, .. } = reference else { return };
                    if id.of(text) != term {
                        return;
                    }
                    let passes = arguments.named.iter().any(|(name, _)| name.of(text) == variable);
                    self.all += 1;
                    self.passing += usize::from(passes);
                });
            }
        }
    }
}
