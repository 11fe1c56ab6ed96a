//! Two messages with one id. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use crate::config::Groups;
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::Found;

pub(super) static RULE: Rule = Rule {
    id: "duplicate-message",
    summary: "two messages with one id",
    severity: Some(Severity::Error),
    page: include_str!("duplicate_message.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings) {
    let Some(first) = earlier(entry) else { return };
    let found = &entry.found;
    let what = if found.message.is_term { "term" } else { "message" };
    findings.push(
        Diagnostic::new(
            RULE.id,
            found.place(found.message.name()),
            format!("there is already a {what} `{}`", found.name()),
        )
        .label("the first one is shown, this one never")
        .help("remove one of them, or give it another id")
        .related(first.place(first.message.name()), "the first one")
        .about(found.subject(None)),
    );
}

/// The message of the same id that is shown instead of this one.
pub(super) fn earlier<'a>(entry: &EntryView<'a>) -> Option<Found<'a>> {
    let found = &entry.found;
    let (catalog, resource) = (found.catalog, &found.resource.name);
    let id = found.message.id.of(entry.text());
    let is_term = found.message.is_term;
    // Without declared groups, files may well be loaded apart.
    let first = match entry.locale.project.config.groups {
        Groups::Unknown => catalog.in_resource(resource, is_term, id),
        _ => catalog.in_group(resource, is_term, id),
    };
    first.filter(|first| !std::ptr::eq(first.message, found.message))
}
