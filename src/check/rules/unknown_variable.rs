//! A variable that the source does not pass. The page beside this file says the rest.

use std::collections::BTreeSet;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::{PartView, mentioned, shown_variables};
use crate::diagnostic::Severity;
use crate::evaluate::{Path, PathElement};
use crate::syntax::{Reference, walk_references};
use crate::text::{Span, listed, nearest};

pub(super) static RULE: Rule = Rule {
    id: "unknown-variable",
    summary: "a variable that the source does not pass",
    severity: Some(Severity::Error),
    page: include_str!("unknown_variable.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings) {
    if part.entry.source.is_none() || part.entry.found.message.is_term {
        return;
    }
    let mentioned = mentioned(part.pattern, part.text());
    if mentioned.is_empty() {
        return;
    }
    let passed = part.passed();
    let mut seen = BTreeSet::new();
    for (name, span) in mentioned {
        if passed.contains(name) || !seen.insert(name) {
            continue;
        }
        let mut known: Vec<&str> = passed.iter().map(String::as_str).collect();
        known.sort_unstable();
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => Some(format!("did you mean `${meant}`?")),
            None if known.is_empty() => Some("the source passes no variables here".to_owned()),
            None => {
                let known: Vec<String> = known.iter().map(|name| format!("${name}")).collect();
                Some(format!("the source passes {}", listed(&known)))
            }
        };
        let label = match is_shown(part, name) {
            true => format!("readers see `{{${name}}}`"),
            false => "the default variant is always taken".to_owned(),
        };
        let span = Span::new(span.start as usize - "$".len(), span.end as usize);
        findings.push(
            part.finding(RULE.id, span, format!("nobody passes `${name}` to `{}`", part.name()))
                .label(label)
                .help_if(help),
        );
    }
}

/// Whether the part shows a variable, and does not only choose by it.
fn is_shown(part: &PartView<'_>, wanted: &str) -> bool {
    let mut is_shown = false;
    walk_references(part.pattern, &mut |reference| {
        if let Reference::Variable { name, is_selector: false } = reference {
            is_shown |= name.of(part.text()) == wanted;
        }
    });
    is_shown
}

/// Whether a path shows a variable that nobody passes: which one was meant is told there.
pub(super) fn stands_on(part: &PartView<'_>, path: &Path<'_>) -> bool {
    if part.entry.source.is_none() || part.entry.found.message.is_term {
        return false;
    }
    let mut names = Vec::new();
    for element in &path.elements {
        if let PathElement::Placeable(expression, _) = element {
            shown_variables(expression, part.text(), &mut names);
        }
    }
    let passed = part.passed();
    names.iter().any(|name| !passed.contains(*name))
}
