//! A source attribute with no counterpart in the locale. The page beside this file says the rest.
//!
//! Terms are left out: their attributes belong to a language, not to the source.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use crate::diagnostic::{Diagnostic, Severity};

pub(super) static RULE: Rule = Rule {
    id: "missing-attribute",
    summary: "a source attribute with no counterpart in the locale",
    severity: Some(Severity::Error),
    page: include_str!("missing_attribute.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings<'_>) {
    let Some(source) = entry.source.filter(|source| !source.message.is_term) else { return };
    for attribute in source.attributes().flatten() {
        let is_there = entry.found.pattern(Some(attribute)).is_some();
        if is_there || entry.inherits(Some(attribute)) || entry.lost_attribute(attribute) {
            continue;
        }
        let name = format!("{}.{attribute}", entry.found.name());
        let help = match entry.locale.waiting(&source.resource.name, &name) {
            Some(rename) => format!(
                "it is translated as `{}`, its name before: run `isogloss sync --renames`",
                rename.from.name
            ),
            None => format!("add `.{attribute} = …` below the message"),
        };
        let mut finding = Diagnostic::new(
            RULE.id,
            entry.found.place(entry.found.message.name()),
            format!("the attribute `{name}` is not translated"),
        )
        .label(entry.locale.readers_get(&source, Some(attribute)))
        .help(help)
        .about(entry.found.subject(Some(attribute)));
        if let Some(original) = source.message.attribute(source.resource.text(), attribute) {
            finding = finding.relate(source.place(original.id), "the attribute in the source");
        }
        findings.push(finding);
    }
}
