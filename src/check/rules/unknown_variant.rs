//! A variant for a choice that never comes. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::argument::Kind;
use crate::diagnostic::Severity;
use crate::locale::plural::{Kind as PluralKind, category_named, keyword};
use crate::locale::written::Features;
use crate::syntax::{Expression, Key, Select, walk_selects};
use crate::text::{Span, listed, nearest};

pub(super) static RULE: Rule = Rule {
    id: "unknown-variant",
    summary: "a variant for a choice that never comes",
    severity: Some(Severity::Warning),
    page: include_str!("unknown_variant.md"),
    check: Check::PartWith(Holds::own(Features::CHOICE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    walk_selects(part.pattern(), &mut |select| check_select(part, select, findings));
}

fn check_select(part: &PartView<'_>, select: &Select, findings: &mut Findings<'_>) {
    let Some(variable) = chosen_by(&select.selector) else { return };
    let text = part.text();
    let arguments = part.arguments();
    let declared = arguments.iter().find(|argument| argument.name == variable.of(text));
    let choices = match declared.map(|argument| &argument.kind) {
        Some(Kind::Choice(choices)) => choices,
        declared => {
            let is_number = declared.is_some_and(Kind::is_numeric);
            if is_number || declared.is_none() && part.source_has_category(variable.of(text)) {
                check_plural(part, select, variable, findings);
            }
            return;
        }
    };
    // The default stands for whatever else there is, and may be called so.
    for variant in select.variants.iter().filter(|variant| !variant.is_default) {
        let (Key::Name(key) | Key::Number(key)) = variant.key;
        let name = key.of(text);
        if choices.iter().any(|choice| choice == name) {
            continue;
        }
        let help = match nearest(name, choices.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean [{meant}]?"),
            None => format!("it is one of {}", listed(choices)),
        };
        let message = format!("`${}` is never `{name}`", variable.of(text));
        let finding = part.finding(RULE.id, key, message);
        findings.push(finding.label("readers never see this variant").help(help));
    }
}

/// A number is a plural form or itself, never another word.
fn check_plural(part: &PartView<'_>, select: &Select, variable: Span, findings: &mut Findings<'_>) {
    let text = part.text();
    for variant in select.variants.iter().filter(|variant| !variant.is_default) {
        let Key::Name(key) = variant.key else { continue };
        let name = key.of(text);
        if category_named(name).is_some() {
            continue;
        }
        let categories = part.facts().plurals.categories(PluralKind::Cardinal);
        let forms: Vec<&str> = categories.iter().copied().map(keyword).collect();
        let message = format!("`${}` is a number and never `{name}`", variable.of(text));
        findings.push(
            part.finding(RULE.id, key, message)
                .label("readers never see this variant")
                .help(format!("plural forms are named {}, in every language", listed(&forms))),
        );
    }
}

/// The variable that a selector is.
fn chosen_by(selector: &Expression) -> Option<Span> {
    match selector {
        Expression::Variable(name) => Some(*name),
        Expression::Placeable(inner) => chosen_by(&inner.expression),
        _ => None,
    }
}
