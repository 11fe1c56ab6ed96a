//! A reference to something that nothing defines. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Target;
use crate::locale::written::Features;
use crate::resolve::{Reached, is_junk, target_of};
use crate::syntax::walk_references;
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    id: "undefined-reference",
    summary: "a reference to something that nothing defines",
    severity: Some(Severity::Error),
    page: include_str!("undefined_reference.md"),
    check: Check::PartWith(Holds::own(Features::REFERENCE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let text = part.text();
    let chain = part.entry.locale.chain;
    if chain.settled(part.pattern()).is_some() {
        return;
    }
    let resource = &part.entry.found.resource.name;
    walk_references(part.pattern(), &mut |reference| {
        let Some((target, is_selector)) = target_of(reference, text) else { return };
        let reached = chain.target(0, resource, target);
        let (message, label) = match reached {
            Reached::Found(_) => return,
            _ if is_known(part, target) => return,
            Reached::NoValue => (
                format!("`{target}` has only attributes, no value to show"),
                format!("readers see `{{{target}}}`"),
            ),
            Reached::Undefined if is_selector => (
                format!("nothing defines `{target}`"),
                "the default variant is always taken".to_owned(),
            ),
            Reached::Undefined => {
                (format!("nothing defines `{target}`"), format!("readers see `{{{target}}}`"))
            }
        };
        let finding = part.finding(RULE.id, reference.name(), message).label(label);
        findings.push(match is_in_source(part, target) {
            // Then the fault is the source's, which is told of it.
            true => finding.milder(Severity::Note),
            false => finding.help_if(guess(part, target)),
        });
    });
}

/// Whether the source refers to the same: the chain ends in it, so nothing defines it there either.
fn is_in_source(part: &PartView<'_>, target: Target<'_>) -> bool {
    let Some(original) = part.original else { return false };
    let mut is_there = false;
    walk_references(original.pattern, &mut |reference| {
        is_there |= target_of(reference, original.text).is_some_and(|(theirs, _)| theirs == target);
    });
    is_there
}

/// Defined, but broken: that is reported where it stands.
fn is_known(part: &PartView<'_>, target: Target<'_>) -> bool {
    let resource = &part.entry.found.resource.name;
    part.entry.locale.chain.links.iter().any(|link| {
        let name = if target.is_term { format!("-{}", target.id) } else { target.id.to_owned() };
        is_junk(link.catalog, resource, &name)
            || link
                .catalog
                .in_group(resource, target.is_term, target.id)
                .is_some_and(|found| found.pattern(target.attribute).is_some())
    })
}

fn guess(part: &PartView<'_>, target: Target<'_>) -> Option<String> {
    let chain = part.entry.locale.chain;
    let same_kind = chain
        .links
        .iter()
        .flat_map(|link| link.catalog.messages())
        .filter(|found| found.message.is_term == target.is_term);
    let names = same_kind.map(|found| found.message.id.of(found.resource.text()));
    let dash = if target.is_term { "-" } else { "" };
    nearest(target.id, names).map(|meant| format!("did you mean `{dash}{meant}`?"))
}
