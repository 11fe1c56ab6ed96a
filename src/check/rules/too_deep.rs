//! Nesting, variants or references past the cap. The page beside this file says the rest.
//!
//! Nesting past the limit of the parser is found while loading.

use rustc_hash::FxHashMap;

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::{MAX_DEPTH, MAX_PATHS, MAX_PIECES};
use crate::locale::written::Features;
use crate::resolve::{Chain, Reached, target_of};
use crate::syntax::{Pattern, walk_references};

pub(super) static RULE: Rule = Rule {
    id: "too-deep",
    summary: "nesting, variants or references past the cap",
    severity: Some(Severity::Error),
    page: include_str!("too_deep.md"),
    check: Check::PartWith(Holds::own(Features::CHOICE.or(Features::REFERENCE)), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if part.own.paths.is_capped {
        let message = format!("`{}` can be shown in more than {MAX_PATHS} ways", part.name());
        findings.push(
            part.finding(RULE.id, part.pattern().span, message)
                .label("only the first of them are checked")
                .help("split it into several messages"),
        );
    }
    let chain = part.entry.locale.chain;
    let size = chain.settled(part.pattern()).unwrap_or_else(|| {
        let source = Text { resource: &part.entry.found.resource.name, text: part.text() };
        size(chain, source, part.pattern(), &mut FxHashMap::default(), 0)
    });
    if size > MAX_PIECES {
        let message =
            format!("`{}` grows past {MAX_PIECES} pieces through its references", part.name());
        findings.push(
            part.finding(RULE.id, part.pattern().span, message)
                .label("readers see it cut off")
                .help("refer to fewer messages"),
        );
    }
}

#[derive(Clone, Copy)]
struct Text<'t> {
    resource: &'t str,
    text: &'t str,
}

/// How many pieces a pattern comes to at the most, all that it refers to included.
fn size<'a>(
    chain: &Chain<'a>,
    from: Text<'_>,
    pattern: &'a Pattern,
    sizes: &mut FxHashMap<*const Pattern, usize>,
    depth: usize,
) -> usize {
    if let Some(&size) = sizes.get(&std::ptr::from_ref(pattern)) {
        return size;
    }
    // A circle is another rule's; while it is open it adds nothing.
    let mut total = pattern.elements.len();
    let mut next = Vec::new();
    walk_references(pattern, &mut |reference| {
        let Some((target, _)) = target_of(reference, from.text) else { return };
        match chain.target(0, from.resource, target) {
            Reached::Found(source) if source.pattern.is_text() => {
                total = total.saturating_add(source.pattern.elements.len());
            }
            Reached::Found(source) => next.push(source),
            Reached::NoValue | Reached::Undefined => {}
        }
    });
    if next.is_empty() {
        return total;
    }
    sizes.insert(pattern, 0);
    for source in next {
        let inner =
            Text { resource: &source.found.resource.name, text: source.found.resource.text() };
        // Every pattern has a piece at least.
        let is_settled = depth >= MAX_DEPTH || sizes.len() > MAX_PIECES;
        let inner = match is_settled {
            true => MAX_PIECES,
            false => size(chain, inner, source.pattern, sizes, depth + 1),
        };
        total = total.saturating_add(inner);
    }
    sizes.insert(pattern, total);
    total
}
