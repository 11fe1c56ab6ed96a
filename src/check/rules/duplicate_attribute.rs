//! Two attributes of one name. The page beside this file says the rest.

use std::collections::HashMap;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use crate::diagnostic::{Diagnostic, Severity};
use crate::syntax::Attribute;

pub(super) static RULE: Rule = Rule {
    id: "duplicate-attribute",
    summary: "two attributes of one name",
    severity: Some(Severity::Error),
    page: include_str!("duplicate_attribute.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings<'_>) {
    let text = entry.text();
    let attributes = &entry.found.message.attributes;
    if attributes.len() < 2 {
        return;
    }
    let mut first_of: HashMap<&str, &Attribute> = HashMap::new();
    for attribute in attributes {
        let name = attribute.id.of(text);
        let first = *first_of.entry(name).or_insert(attribute);
        if std::ptr::eq(first, attribute) {
            continue;
        }
        findings.push(
            Diagnostic::new(
                RULE.id,
                entry.found.place(attribute.id),
                format!("`{}` already has an attribute `.{name}`", entry.found.name()),
            )
            .label("fluent-rs shows the first one, fluent.js the last")
            .help("remove one of them")
            .relate(entry.found.place(first.id), "the first one")
            .about(entry.found.subject(Some(name))),
        );
    }
}
