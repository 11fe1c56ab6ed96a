//! Two messages with one id. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::Found;

pub(super) static RULE: Rule = Rule {
    id: "duplicate-message",
    summary: "two messages with one id",
    severity: Some(Severity::Error),
    page: include_str!("duplicate_message.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings<'_>) {
    let found = &entry.found;
    if !entry.locale.catalog.has_duplicates() {
        return;
    }
    let Some(shown) = entry.shown() else { return };
    if std::ptr::eq(shown.message, found.message) || is_conflict(entry, &shown) {
        return;
    }
    let what = if found.message.is_term { "term" } else { "message" };
    findings.push(
        Diagnostic::new(
            RULE.id,
            found.place(found.message.name()),
            format!("there is already a {what} `{}`", found.name()),
        )
        .label("the other one is shown, this one never")
        .help("remove one of them, or give it another id")
        .relate(shown.place(shown.message.name()), "the other one")
        .about(found.subject(None)),
    );
}

/// Whether the two are sides of a merge conflict, which is reported as such.
fn is_conflict(entry: &EntryView<'_>, shown: &Found<'_>) -> bool {
    let found = &entry.found;
    found.resource.name == shown.resource.name
        && found.resource.tree.has_conflict(shown.entry..found.entry)
}
