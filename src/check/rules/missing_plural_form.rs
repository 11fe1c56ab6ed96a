//! A plural form that a number needs and the translation lacks. The page beside this file says the rest.

use std::collections::BTreeMap;

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::{PartView, Plural, path_shows, selected};
use crate::diagnostic::Severity;
use crate::locale::plural::{Category, Kind, category_named, keyword};
use crate::locale::written::Features;
use crate::syntax::{Select, walk_selects};

pub(super) static RULE: Rule = Rule {
    id: "missing-plural-form",
    summary: "a plural form that a number needs and the translation lacks",
    severity: Some(Severity::Error),
    page: include_str!("missing_plural_form.md"),
    check: Check::PartWith(Holds::own(Features::CHOICE), check),
};

/// Languages that count in the singular: a form may differ by its first letter, or not at all.
const SINGULAR: [&str; 5] = ["br", "cy", "ga", "gd", "gv"];

/// Forms that may be left out, for their numbers may take the words of `other`: Hebrew says
/// `2 אתרים` as often as the dual, and nothing in Arabic takes the form of hundreds.
const OPTIONAL: [(&str, Category); 2] = [("ar", Category::Zero), ("he", Category::Two)];

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
    let mut named = [false; 6];
    for category in Category::all() {
        named[category as usize] = Plural::has_form(select, text, category);
    }
    let is_named = |category: Category| named[category as usize];
    // A choice by numbers alone (`[0] … *[other] …`) says nothing of plurals in the language,
    // unless the source makes one at the same place.
    let has_category =
        Category::all().any(|category| category != Category::Other && is_named(category));
    if !has_category && !part.source_has_category(plural.variable) {
        return;
    }
    let default = select.default();
    let categories = part.facts().plurals.categories(plural.kind);
    let is_optional =
        |category| !plural.is_declared() && OPTIONAL.contains(&(part.language(), category));
    let is_there = |category| is_named(category) || is_optional(category);
    if categories.iter().copied().all(is_there) {
        return;
    }
    let is_always_the_same = is_always_the_same(part, select);
    if (is_always_the_same || tells_one_from_more(part, plural)) && !has_more_forms(part, select) {
        return;
    }
    let is_only_for_more = is_only_for_more(part, plural);
    let mut missing: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let plurals = &part.facts().plurals;
    let first = if is_only_for_more { 2 } else { 0 };
    for &number in plural.numbers.iter().filter(|&&number| number >= first) {
        let category = plurals.category_of(plural.kind, number);
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
    // A text is seldom shown for none.
    let is_for_none = !plural.is_declared() && missing.values().all(|examples| *examples == [0]);
    let is_unsure = is_for_none || is_always_the_same;
    let severity = if is_unsure { Severity::Note } else { Severity::Error };
    for (category, examples) in missing {
        let examples: Vec<String> = examples.iter().map(u32::to_string).collect();
        let message =
            format!("`{}` has no form [{category}] for `${}`", part.name(), plural.variable);
        findings.push(
            part.finding(RULE.id, select.selector_span, message)
                .label(format!("{} will read as [{default_key}]", examples.join(", ")))
                .help(format!("add a variant `[{category}]`"))
                .milder(severity)
                .datum("category", category)
                .datum("examples", examples.join(" ")),
        );
    }
}

/// Whether there are forms besides those for one and for all others.
fn has_more_forms(part: &PartView<'_>, select: &Select) -> bool {
    Category::all().any(|category| {
        !matches!(category, Category::One | Category::Other)
            && Plural::has_form(select, part.text(), category)
    })
}

/// Whether a choice of two only tells one thing from more of them: where no variant shows the number,
/// the words need not agree with it.
fn tells_one_from_more(part: &PartView<'_>, plural: &Plural<'_>) -> bool {
    let text = part.text();
    plural.kind == Kind::Cardinal
        && !part.paths().iter().any(|path| path_shows(path, text, plural.variable))
}

/// Whether the forms for one and for all others say the same where things are counted in the
/// singular.
fn is_always_the_same(part: &PartView<'_>, select: &Select) -> bool {
    let text = part.text();
    let one = select.variants.iter().find(|variant| variant.key.span().of(text) == "one");
    SINGULAR.contains(&part.language())
        && one.is_some_and(|one| {
            one.pattern.span.of(text).trim() == select.default().pattern.span.of(text).trim()
        })
}

/// Whether the source has no form for one thing, though it has one for more: such a text is shown
/// for several only.
fn is_only_for_more(part: &PartView<'_>, plural: &Plural<'_>) -> bool {
    let Some(original) = part.original else { return false };
    let (source, mut forms, mut is_one) = (original.text, false, false);
    walk_selects(original.pattern, &mut |select| {
        if selected(&select.selector, source).is_some_and(|(name, _)| name == plural.variable) {
            let mut keys = select.variants.iter().map(|variant| variant.key.span().of(source));
            forms |= select.default().key.span().of(source) == "other";
            is_one |= keys.any(|key| matches!(key, "0" | "1" | "one" | "zero"));
        }
    });
    forms && !is_one
}
