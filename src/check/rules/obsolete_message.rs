//! A message that the source no longer has. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use super::duplicate_message;
use crate::diagnostic::{Diagnostic, Severity};
use crate::resolve::is_junk;
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    id: "obsolete-message",
    summary: "a message that the source no longer has",
    severity: Some(Severity::Warning),
    page: include_str!("obsolete_message.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings) {
    let resource = &entry.found.resource.name;
    if !entry.is_obsolete() || entry.locale.source.resource(resource).is_none() {
        return;
    }
    let name = entry.found.name();
    if is_junk(entry.locale.source, resource, name)
        || entry.is_referenced()
        || duplicate_message::earlier(entry).is_some()
    {
        return;
    }
    let missing = entry.locale.source_messages().filter(|source| {
        let id = source.message.id.of(source.resource.text());
        source.resource.name == *resource
            && entry.locale.catalog.in_resource(resource, source.message.is_term, id).is_none()
    });
    let renamed = nearest(name, missing.map(|source| source.name()));
    let help = match renamed {
        Some(meant) => format!("was it renamed to `{meant}`?"),
        None => "remove it".to_owned(),
    };
    findings.push(
        Diagnostic::new(
            RULE.id,
            entry.found.place(entry.found.message.name()),
            format!("the source has no message `{name}`"),
        )
        .label("never shown")
        .help(help)
        .about(entry.found.subject(None)),
    );
}
