//! A translation that shows nothing. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::{Path, PathElement, paths};
use crate::syntax::{Expression, unescape};

pub(super) static RULE: Rule = Rule {
    id: "empty-translation",
    summary: "a translation that shows nothing",
    severity: Some(Severity::Error),
    page: include_str!("empty_translation.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings) {
    let text = part.text();
    let empty = part.paths().paths.iter().find(|path| shows_nothing(part, path));
    let Some(empty) = empty else { return };
    let message = match empty.choices.last() {
        Some(_) => format!("`{}` shows nothing for [{}]", part.name(), empty.label(text)),
        None => format!("`{}` shows nothing", part.name()),
    };
    let span = match empty.choices.last() {
        Some(choice) => choice.key().span(),
        None => part.pattern.span,
    };
    findings.push(
        part.finding(RULE.id, span, message)
            .label("readers see an empty place")
            .help("translate it, or remove it so that readers get the fallback"),
    );
}

/// Whether a path shows nothing although every path of the source shows something.
pub(super) fn shows_nothing(part: &PartView<'_>, path: &Path<'_>) -> bool {
    is_empty(path, part.text())
        && part.original().is_some_and(|(source, original)| {
            !paths(source, original).paths.iter().any(|path| is_empty(path, source))
        })
}

/// Whether a path shows nothing but white space.
fn is_empty(path: &Path<'_>, text: &str) -> bool {
    path.elements.iter().all(|element| match element {
        PathElement::Text(span) => span.of(text).trim().is_empty(),
        PathElement::Placeable(Expression::String(span), _) => {
            unescape(span.of(text)).trim().is_empty()
        }
        PathElement::Placeable(..) => false,
    })
}
