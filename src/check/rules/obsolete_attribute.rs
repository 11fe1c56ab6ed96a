//! An attribute that the source no longer has. The page beside this file says the rest.
//!
//! Terms are left out: a locale gives its terms the attributes its grammar needs.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use crate::diagnostic::{Diagnostic, Severity};
use crate::syntax::Attribute;
use crate::text::{Span, nearest};

pub(super) static RULE: Rule = Rule {
    id: "obsolete-attribute",
    summary: "an attribute that the source no longer has",
    severity: Some(Severity::Warning),
    page: include_str!("obsolete_attribute.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings<'_>) {
    let Some(source) = entry.source.filter(|source| !source.message.is_term) else { return };
    if entry.found.message.attributes.is_empty() {
        return;
    }
    let text = entry.text();
    let missing: Vec<&str> = source
        .attributes()
        .flatten()
        .filter(|name| entry.found.pattern(Some(name)).is_none())
        .collect();
    for attribute in &entry.found.message.attributes {
        let name = attribute.id.of(text);
        let part = format!("{}.{name}", entry.found.name());
        // What can follow is told where it is missing.
        let follows = entry.locale.follows(&source.resource.name, &part).is_some();
        if source.pattern(Some(name)).is_some() || (follows && !entry.locale.is_overlay()) {
            continue;
        }
        let finding = Diagnostic::new(
            RULE.id,
            entry.found.place(attribute.id),
            format!("the source has no attribute `{part}`"),
        )
        .label("never shown")
        .about(entry.found.subject(Some(name)));
        findings.push(match nearest(name, missing.iter().copied()) {
            _ if follows => finding.help("run `isogloss sync --renames`"),
            Some(meant) => finding.help(format!("did you mean `.{meant}`?")),
            None => finding.help("remove it").fix(whole(attribute, text), ""),
        });
    }
}

/// An attribute with the line break and the indentation before its dot.
fn whole(attribute: &Attribute, text: &str) -> Span {
    let before = &text[..attribute.id.start as usize];
    let line = before.trim_end_matches('.').trim_end_matches([' ', '\r', '\n']);
    Span { start: line.len() as u32, end: attribute.pattern.span.end }
}
