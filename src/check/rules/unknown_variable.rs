//! A variable that the source does not pass. The page beside this file says the rest.

use std::collections::BTreeSet;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::text::{listed, nearest};

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
    let mut seen = BTreeSet::new();
    for (name, span) in part.unpassed() {
        if !seen.insert(name) {
            continue;
        }
        let passed = part.passed();
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
        findings.push(
            part.finding(RULE.id, span, format!("nobody passes `${name}` to `{}`", part.name()))
                .label(format!("readers see `{{${name}}}`"))
                .help_if(help),
        );
    }
}
