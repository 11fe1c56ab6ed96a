//! A plural form that a number needs and the translation lacks. The page beside this file says the rest.

use std::collections::BTreeMap;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::{PartView, Plural, path_shows};
use crate::diagnostic::Severity;
use crate::locale::plural::{Category, Kind, category_named, keyword};
use crate::syntax::Select;

pub(super) static RULE: Rule = Rule {
    id: "missing-plural-form",
    summary: "a plural form that a number needs and the translation lacks",
    severity: Some(Severity::Error),
    page: include_str!("missing_plural_form.md"),
    check: Check::Part(check),
};

/// Forms that may be left out, for their numbers may take the words of `other`: Hebrew says
/// `2 אתרים` as often as the dual, and nothing in Arabic and Welsh takes another form than hundreds.
const OPTIONAL: [(&str, Category); 3] =
    [("ar", Category::Zero), ("cy", Category::Zero), ("he", Category::Two)];

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
    let is_optional = |category| OPTIONAL.contains(&(part.language(), category));
    let is_there = |category| is_named(category) || is_optional(category);
    if categories.into_iter().all(is_there) || tells_one_from_more(part, select, plural) {
        return;
    }
    let mut missing: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for &number in &*plural.numbers {
        let category = part.facts().plurals.category_of(plural.kind, number);
        if is_there(category) || plural.is_named(select, text, number) {
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

/// Whether a choice only tells one thing from more of them: where no variant shows the number, the
/// words need not agree with it.
fn tells_one_from_more(part: &PartView<'_>, select: &Select, plural: &Plural<'_>) -> bool {
    let text = part.text();
    let is_more = |category: Category| {
        !matches!(category, Category::One | Category::Other)
            && Plural::has_form(select, text, category)
    };
    plural.kind == Kind::Cardinal
        && !Category::all().any(is_more)
        && !part.paths().iter().any(|path| path_shows(path, text, plural.variable))
}
