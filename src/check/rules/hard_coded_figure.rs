//! A number that stands where the source has a variable. The page beside this file says the rest.

use super::super::figure::typed;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::locale::written::Features;

pub(super) static RULE: Rule = Rule {
    id: "hard-coded-figure",
    summary: "a number that stands where the source has a variable",
    severity: Some(Severity::Warning),
    page: include_str!("hard_coded_figure.md"),
    check: Check::PartWith(Holds::original(Features::VARIABLE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    for path in part.paths() {
        let Some(typed) = typed(part, path) else { continue };
        let number = &path.text()[typed.range.clone()];
        let message = format!("`{number}` stands where the source has `${}`", typed.variable);
        let label = match typed.is_published {
            true => "it stays when the figure changes",
            false => "it is the same for every value",
        };
        let place = path.span(typed.range.clone());
        findings.push(
            part.finding(RULE.id, place, message)
                .label(label)
                .help(format!("write `{{ ${} }}`", typed.variable)),
        );
    }
}
