//! A variable that the source shows and the translation does not. The page beside this file says the rest.

use super::super::figure::is_typed;
use super::super::reading::selects_by;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::{PartView, path_shows};
use crate::diagnostic::{Diagnostic, Severity};
use crate::evaluate::{Choice, Path};
use crate::locale::plural::{Category, category_named};
use crate::locale::written::Features;
use crate::syntax::Key;

pub(super) static RULE: Rule = Rule {
    id: "missing-variable",
    summary: "a variable that the source shows and the translation does not",
    severity: Some(Severity::Error),
    page: include_str!("missing_variable.md"),
    check: Check::PartWith(Holds::original(Features::VARIABLE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(original) = part.original else { return };
    if part.entry.found.message.is_term || part.repeats_placeables() {
        return;
    }
    let text = part.text();
    for &name in &original.always_shown {
        let without = part.paths().iter().find(|path| {
            !path_shows(path, text, name)
                && !path.is_empty()
                && !path.choices.iter().any(|choice| {
                    is_settled(part, choice, name) || is_for_none(part, choice)
                })
                // Readers see today's value: `hard-coded-figure` tells of it.
                && !is_typed(part, path, name)
        });
        if let Some(path) = without.filter(|_| !part.is_misspelt(name)) {
            findings.push(finding(part, path, name));
        }
    }
}

fn finding(part: &PartView<'_>, path: &Path<'_>, name: &str) -> Diagnostic {
    let text = part.text();
    let (span, message) = match path.choices.last() {
        Some(choice) => (
            choice.key().span(),
            format!("`{}` does not show `${name}` for [{}]", part.name(), path.label(text)),
        ),
        None => (part.pattern().span, format!("`{}` does not show `${name}`", part.name())),
    };
    part.finding(RULE.id, span, message)
        .label("readers miss what the source tells them")
        .help(format!("put `{{ ${name} }}` where it belongs"))
}

/// Whether a choice is for a number of none: `no match` has no first one. Where `[zero]` is chosen
/// for other numbers too (Latvian), it says nothing.
fn is_for_none(part: &PartView<'_>, choice: &Choice<'_>) -> bool {
    let Some(plural) = part.plural(choice.select) else { return false };
    match choice.key() {
        Key::Number(key) => key.of(part.text()) == "0",
        Key::Name(key) => {
            let zero = part.facts().plurals.only_integer(plural.kind, Category::Zero);
            key.of(part.text()) == "zero" && zero == Some(0)
        }
    }
}

/// Whether a choice by the variable says what it is, or is left to `number-lost-in-form`.
fn is_settled(part: &PartView<'_>, choice: &Choice<'_>, name: &str) -> bool {
    if !selects_by(choice, part.text(), name) {
        return false;
    }
    match choice.key() {
        Key::Number(_) => true,
        Key::Name(key) => {
            let is_category = category_named(key.of(part.text())).is_some();
            !choice.is_default() || (is_category && part.plural(choice.select).is_some())
        }
    }
}
