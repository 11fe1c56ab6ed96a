//! A variable that the source does not pass. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::locale::written::Features;
use crate::syntax::{Reference, walk_references};
use crate::text::{listed, nearest};

pub(super) static RULE: Rule = Rule {
    id: "unknown-variable",
    summary: "a variable that the source does not pass",
    severity: Some(Severity::Error),
    page: include_str!("unknown_variable.md"),
    check: Check::PartWith(Holds::own(Features::VARIABLE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    for &(name, span) in part.unknown_variables() {
        let passed = part.passed();
        let mut known: Vec<&str> = passed.iter().map(String::as_str).collect();
        known.sort_unstable();
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `${meant}`?"),
            None if known.is_empty() => "the source passes no variables here".to_owned(),
            None => {
                let known: Vec<String> = known.iter().map(|name| format!("${name}")).collect();
                format!("the source passes {}", listed(&known))
            }
        };
        let label = match is_shown(part, name) {
            true => format!("readers see `{{${name}}}`"),
            false => "the default variant is always taken".to_owned(),
        };
        findings.push(
            part.finding(RULE.id, span, format!("nobody passes `${name}` to `{}`", part.name()))
                .label(label)
                .help(help),
        );
    }
}

/// Whether the part shows a variable, and does not only choose by it.
fn is_shown(part: &PartView<'_>, wanted: &str) -> bool {
    let mut is_shown = false;
    walk_references(part.pattern(), &mut |reference| {
        if let Reference::Variable { name, is_selector: false } = reference {
            is_shown |= name.of(part.text()) == wanted;
        }
    });
    is_shown
}
