//! A value where the source has attributes only. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use crate::diagnostic::{Diagnostic, Severity};

pub(super) static RULE: Rule = Rule {
    id: "obsolete-value",
    summary: "a value where the source has attributes only",
    severity: Some(Severity::Warning),
    page: include_str!("obsolete_value.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings<'_>) {
    let Some(source) = entry.source else { return };
    let Some(value) = &entry.found.message.value else { return };
    if source.message.value.is_some() {
        return;
    }
    let name = entry.found.name();
    if entry.locale.follows(&source.resource.name, name).is_some() {
        // It is told where it is missing.
        return;
    }
    findings.push(
        Diagnostic::new(
            RULE.id,
            entry.found.place(value.span),
            format!("the source has no value for `{name}`, only attributes"),
        )
        .label("never shown")
        .help("remove the value; the attributes stay")
        .about(entry.found.subject(None)),
    );
}
