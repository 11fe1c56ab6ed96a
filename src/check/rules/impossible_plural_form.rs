//! A plural form that the language never uses. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::{PartView, Plural};
use crate::diagnostic::Severity;
use crate::locale::plural::{Category, Kind, category_named, keyword};
use crate::locale::written::Features;
use crate::syntax::{Key, Select};
use crate::text::listed;

pub(super) static RULE: Rule = Rule {
    id: "impossible-plural-form",
    summary: "a plural form that the language never uses",
    severity: Some(Severity::Warning),
    page: include_str!("impossible_plural_form.md"),
    check: Check::PartWith(Holds::own(Features::CHOICE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let plurals = part.plurals();
    if plurals.is_empty() || part.repeats_source() {
        return;
    }
    for (select, plural) in plurals {
        check_select(part, select, plural, findings);
    }
}

fn check_select(
    part: &PartView<'_>,
    select: &Select,
    plural: &Plural<'_>,
    findings: &mut Findings<'_>,
) {
    let text = part.text();
    let categories = part.facts().plurals.categories(plural.kind);
    for variant in select.variants.iter().filter(|variant| !variant.is_default) {
        let Key::Name(name) = variant.key else { continue };
        let Some(category) = category_named(name.of(text)) else { continue };
        if categories.contains(&category) {
            continue;
        }
        let locale = part.entry.locale.catalog.locale();
        let forms: Vec<&str> = categories.iter().map(|category| keyword(*category)).collect();
        let what = if plural.kind == Kind::Ordinal { "ordinal form" } else { "plural form" };
        let number = match category {
            Category::Zero => Some("0"),
            Category::One => Some("1"),
            Category::Two => Some("2"),
            _ => None,
        };
        let mut help = format!("`{locale}` has {}", listed(&forms));
        if let Some(number) = number {
            help = format!("{help}; write [{number}] for exactly {number}");
        }
        let message = format!("`{locale}` has no {what} [{}]", keyword(category));
        findings.push(part.finding(RULE.id, name, message).label("never shown").help(help));
    }
}
