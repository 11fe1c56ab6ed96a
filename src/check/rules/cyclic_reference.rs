//! References that lead in a circle. The page beside this file says the rest.

use std::collections::HashSet;

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Target;
use crate::locale::written::Features;
use crate::project::Found;
use crate::resolve::{Chain, Unsound, target_of};
use crate::syntax::{Pattern, walk_references};

pub(super) static RULE: Rule = Rule {
    id: "cyclic-reference",
    summary: "references that lead in a circle",
    severity: Some(Severity::Error),
    page: include_str!("cyclic_reference.md"),
    check: Check::PartWith(Holds::own(Features::REFERENCE), check),
};

/// How many references are followed in search of the way back.
const MAX_STEPS: usize = 200;

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(Unsound::Cycle(_)) = part.entry.locale.chain.unsound(part.pattern()) else { return };
    let name = part.name();
    let (message, next) = match circle(part) {
        // Every part of the circle sees it; the one whose name comes first reports it.
        Some(circle) if circle.iter().any(|other| *other < name) => return,
        Some(circle) => {
            let steps: Vec<String> =
                circle.iter().chain([&name]).map(|name| format!("`{name}`")).collect();
            let message = format!("these lead in a circle: {}", steps.join(" → "));
            (message, circle.into_iter().nth(1))
        }
        None => (format!("`{name}` leads back to itself through very many others"), None),
    };
    findings.push(
        part.finding(RULE.id, part.pattern().span, message)
            .label(format!("readers see `{{{}}}`", next.unwrap_or(name)))
            .help("write out one of them"),
    );
}

/// A pattern on a way from the part, and how it was come by.
struct Step<'a> {
    name: String,
    found: Found<'a>,
    pattern: &'a Pattern,
    before: usize,
}

/// The names on the shortest way from the part back to itself, the part first; `None` where it is
/// too long to be followed.
fn circle(part: &PartView<'_>) -> Option<Vec<String>> {
    let (chain, pattern) = (part.entry.locale.chain, part.pattern());
    let start = Step { name: part.name(), found: part.entry.found, pattern, before: 0 };
    let mut seen = HashSet::from([part.name()]);
    let mut steps = vec![start];
    let mut at = 0;
    while at < steps.len() {
        let Step { found, pattern, .. } = steps[at];
        let (text, resource) = (found.resource.text(), &found.resource.name);
        let mut is_closed = false;
        walk_references(pattern, &mut |reference| {
            let Some((target, _)) = target_of(reference, text) else { return };
            let Some((found, pattern)) = defined(chain, resource, target) else { return };
            let name = target.to_string();
            if std::ptr::eq(pattern, part.pattern()) {
                is_closed = true;
            } else if steps.len() < MAX_STEPS && seen.insert(name.clone()) {
                steps.push(Step { name, found, pattern, before: at });
            }
        });
        if is_closed {
            return Some(way_to(at, &steps));
        }
        at += 1;
    }
    (steps.len() < MAX_STEPS).then(|| vec![part.name()])
}

fn way_to(last: usize, steps: &[Step<'_>]) -> Vec<String> {
    let before = |at: &usize| (*at > 0).then(|| steps[*at].before);
    let mut way: Vec<String> =
        std::iter::successors(Some(last), before).map(|at| steps[at].name.clone()).collect();
    way.reverse();
    way
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
