//! References that lead in a circle. The page beside this file says the rest.

use std::collections::BTreeSet;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Target;
use crate::project::Found;
use crate::resolve::{Chain, Unsound, target_of};
use crate::syntax::{Pattern, walk_references};

pub(super) static RULE: Rule = Rule {
    id: "cyclic-reference",
    summary: "references that lead in a circle",
    severity: Some(Severity::Error),
    page: include_str!("cyclic_reference.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(Unsound::Cycle(_)) = part.entry.locale.chain.unsound(part.pattern()) else { return };
    let circle = circle(part);
    // Every part of the circle sees it; the one whose name comes first reports it.
    if circle.iter().min() != Some(&part.name()) {
        return;
    }
    let mut steps: Vec<String> = circle.iter().map(|name| format!("`{name}`")).collect();
    steps.push(format!("`{}`", part.name()));
    let message = format!("these lead in a circle: {}", steps.join(" → "));
    findings.push(
        part.finding(RULE.id, part.pattern().span, message)
            .label(format!("readers see `{{{}}}`", circle.get(1).unwrap_or(&part.name())))
            .help("write out one of them"),
    );
}

/// The names on the shortest way from the part back to itself, the part first.
fn circle(part: &PartView<'_>) -> Vec<String> {
    let mut seen = BTreeSet::from([part.name()]);
    let mut next =
        vec![(part.text(), &*part.entry.found.resource.name, part.pattern(), vec![part.name()])];
    let chain = part.entry.locale.chain;
    while !next.is_empty() {
        let mut further = Vec::new();
        for (text, resource, pattern, way) in next {
            let mut closed = false;
            walk_references(pattern, &mut |reference| {
                let Some((target, _)) = target_of(reference, text) else { return };
                let Some(found) = defined(chain, resource, target) else { return };
                let name = target.to_string();
                if std::ptr::eq(found.1, part.pattern()) {
                    closed = true;
                } else if seen.insert(name.clone()) {
                    let mut way = way.clone();
                    way.push(name);
                    further.push((found.0.resource.text(), &*found.0.resource.name, found.1, way));
                }
            });
            if closed {
                return way;
            }
        }
        next = further;
    }
    vec![part.name()]
}

/// What a reference names, sound or not.
fn defined<'a>(
    chain: &Chain<'a>,
    resource: &str,
    target: Target<'_>,
) -> Option<(Found<'a>, &'a Pattern)> {
    chain.links.iter().find_map(|link| {
        let found = link.catalog.in_group(resource, target.is_term, target.id)?;
        Some((found, found.pattern(target.attribute)?))
    })
}
