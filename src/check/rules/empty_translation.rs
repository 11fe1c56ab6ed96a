//! A translation that shows nothing. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;

pub(super) static RULE: Rule = Rule {
    id: "empty-translation",
    summary: "a translation that shows nothing",
    severity: Some(Severity::Error),
    page: include_str!("empty_translation.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(original) = part.original else { return };
    let text = part.text();
    let Some(empty) = part.paths().iter().find(|path| path.is_empty()) else { return };
    if original.paths.paths.iter().any(Path::is_empty) {
        return;
    }
    let message = match empty.choices.last() {
        Some(_) => format!("`{}` shows nothing for [{}]", part.name(), empty.label(text)),
        None => format!("`{}` shows nothing", part.name()),
    };
    let span = match empty.choices.last() {
        Some(choice) => choice.key().span(),
        None => part.pattern().span,
    };
    findings.push(
        part.finding(RULE.id, span, message)
            .label("readers see an empty place")
            .help("translate it, or remove it so that readers get the fallback"),
    );
}
