//! A message with attributes only, where the source has a value. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use crate::diagnostic::{Diagnostic, Severity};

pub(super) static RULE: Rule = Rule {
    id: "missing-value",
    summary: "a message with attributes only, where the source has a value",
    severity: Some(Severity::Error),
    page: include_str!("missing_value.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings<'_>) {
    let Some(source) = entry.source else { return };
    let Some(original) = &source.message.value else { return };
    if entry.found.message.value.is_some() || entry.inherits(None) {
        return;
    }
    let help = match entry.locale.waiting(&source.resource.name, source.name()) {
        Some(rename) => format!(
            "it is translated as `{}`, its name before: run `isogloss sync --renames`",
            rename.from.name
        ),
        None => format!("write the value behind `{} =`", entry.found.name()),
    };
    findings.push(
        Diagnostic::new(
            RULE.id,
            entry.found.place(entry.found.message.name()),
            format!("`{}` has no value", entry.found.name()),
        )
        .label(entry.locale.readers_get(&source, None))
        .help(help)
        .relate(source.place(original.span), "the value in the source")
        .about(entry.found.subject(None)),
    );
}
