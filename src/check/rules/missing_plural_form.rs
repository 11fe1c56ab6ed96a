//! A plural form that a number needs and the translation lacks. The page beside this file says the rest.

use std::collections::BTreeMap;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::{PartView, Plural};
use crate::diagnostic::Severity;
use crate::locale::plural::{Category, category_named, keyword};
use crate::syntax::Select;

pub(super) static RULE: Rule = Rule {
    id: "missing-plural-form",
    summary: "a plural form that a number needs and the translation lacks",
    severity: Some(Severity::Error),
    page: include_str!("missing_plural_form.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    for (select, plural) in part.plurals() {
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
    let is_named = |category: Category| Plural::has_form(select, text, category);
    // A choice by numbers alone (`[0] … *[other] …`) says nothing of plurals in the language,
    // unless the source makes one at the same place.
    let has_category =
        Category::all().any(|category| category != Category::Other && is_named(category));
    if !has_category && !part.source_has_category(plural.variable) {
        return;
    }
    let default = select.default();
    let categories = part.facts().plurals.categories(plural.kind);
    if categories.into_iter().all(is_named) {
        return;
    }
    let mut missing: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for &number in &*plural.numbers {
        let category = part.facts().plurals.category_of(plural.kind, number);
        if is_named(category) || plural.is_named(select, text, number) {
            continue;
        }
        let examples = missing.entry(keyword(category)).or_default();
        if examples.len() < 3 && !examples.contains(&number) {
            examples.push(number);
        }
    }
    // A default that is a number or a word of its own stands for `other`.
    let default_key = default.key.span().of(text);
    if category_named(default_key).is_none() {
        missing.remove(keyword(Category::Other));
    }
    for (category, examples) in missing {
        let examples: Vec<String> = examples.iter().map(u32::to_string).collect();
        let message =
            format!("`{}` has no form [{category}] for `${}`", part.name(), plural.variable);
        findings.push(
            part.finding(RULE.id, select.selector_span, message)
                .label(format!("{} will read as [{default_key}]", examples.join(", ")))
                .help(format!("add a variant `[{category}]`"))
                .datum("category", category)
                .datum("examples", examples.join(" ")),
        );
    }
}
