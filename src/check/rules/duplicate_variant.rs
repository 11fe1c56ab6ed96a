//! Two variants with one key. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::locale::written::Features;
use crate::syntax::{Key, Select, Variant, walk_selects};

pub(super) static RULE: Rule = Rule {
    id: "duplicate-variant",
    summary: "two variants with one key",
    severity: Some(Severity::Error),
    page: include_str!("duplicate_variant.md"),
    check: Check::PartWith(Holds::own(Features::CHOICE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    walk_selects(part.pattern(), &mut |select| check_select(part, select, findings));
}

fn check_select(part: &PartView<'_>, select: &Select, findings: &mut Findings<'_>) {
    let text = part.text();
    for (index, variant) in select.variants.iter().enumerate() {
        let same = |other: &&Variant| is_same_key(variant.key, other.key, text);
        let Some(first) = select.variants[..index].iter().find(same) else { continue };
        let key = variant.key.span();
        let message = format!("the variant [{}] stands twice", key.of(text));
        findings.push(
            part.finding(RULE.id, key, message)
                .label("the first one is shown, this one never")
                .help("remove one of them")
                .relate(part.entry.found.place(first.key.span()), "the first one"),
        );
    }
}

/// Numbers are the same by value: `1` and `1.0`.
fn is_same_key(one: Key, other: Key, text: &str) -> bool {
    match (one, other) {
        (Key::Name(one), Key::Name(other)) => one.of(text) == other.of(text),
        (Key::Number(one), Key::Number(other)) => {
            one.of(text).parse::<f64>().ok() == other.of(text).parse::<f64>().ok()
        }
        _ => false,
    }
}
