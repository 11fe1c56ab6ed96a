//! A function that does not exist. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::locale::written::Features;
use crate::syntax::{Reference, walk_references};
use crate::text::{listed, nearest};

pub(super) static RULE: Rule = Rule {
    id: "unknown-function",
    summary: "a function that does not exist",
    severity: Some(Severity::Error),
    page: include_str!("unknown_function.md"),
    check: Check::PartWith(Holds::own(Features::CALL), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let text = part.text();
    walk_references(part.pattern(), &mut |reference| {
        let Reference::Function { id, is_selector, .. } = reference else { return };
        let (name, functions) = (id.of(text), &part.entry.locale.chain.basis.functions);
        // What the source calls, its run time is taken to have.
        if functions.contains(name) {
            return;
        }
        let mut known: Vec<&str> = functions.iter().map(String::as_str).collect();
        known.sort_unstable();
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("there are {}; name others in `functions`", listed(&known)),
        };
        let label = match is_selector {
            true => "the default variant is always taken".to_owned(),
            false => format!("readers see `{{{name}()}}`"),
        };
        findings.push(
            part.finding(RULE.id, id, format!("there is no function `{name}`"))
                .label(label)
                .help(help),
        );
    });
}
