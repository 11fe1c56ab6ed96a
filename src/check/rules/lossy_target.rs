//! What `content.json` cannot show of content. The page beside this file says the rest.
//!
//! A Fluent bundle holds every text as it was written; `content.json` holds texts that are finished,
//! so that whatever only a program could fill in is lost in it.

use std::collections::BTreeSet;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::config::Target;
use crate::content::{Item, Part, Value};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::project::Found;
use crate::syntax::{Arguments, Expression, Reference, walk_references};
use crate::text::{Span, listed};

pub(super) static RULE: Rule = Rule {
    id: "lossy-target",
    summary: "what a configured output format cannot express",
    severity: Some(Severity::Warning),
    page: include_str!("lossy_target.md"),
    check: Check::Locale(check),
};

/// Options of `NUMBER` in ECMA-402 that the tool does not know how to show.
const NOT_SHOWN: [&str; 14] = [
    "compactDisplay",
    "currency",
    "currencyDisplay",
    "currencySign",
    "minimumSignificantDigits",
    "notation",
    "numberingSystem",
    "roundingIncrement",
    "roundingMode",
    "roundingPriority",
    "signDisplay",
    "trailingZeroDisplay",
    "unit",
    "unitDisplay",
];

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    let project = locale.project;
    if !project.config.build.targets.contains(&Target::Json) {
        return;
    }
    for item in &project.content.items {
        for part in &item.parts {
            if let Some(found) = locale.catalog.in_resource(&item.resource, false, &part.id) {
                check_part(locale, item, part, found, findings);
            }
        }
        if locale.is_source() {
            let mut labels = BTreeSet::new();
            for (_, value) in &item.fields {
                check_value(value, item, &mut labels, findings);
            }
            labels.into_iter().for_each(|label| check_label(locale, label, findings));
        }
    }
}

/// What a text loses: calls in every language, variables where they come from.
fn check_part(
    locale: &LocaleView<'_>,
    item: &Item,
    part: &Part,
    found: Found<'_>,
    findings: &mut Findings<'_>,
) {
    let Some(pattern) = found.pattern(None).filter(|pattern| !pattern.is_text()) else { return };
    let text = found.resource.text();
    let mut shown = BTreeSet::new();
    walk_references(pattern, &mut |reference| match reference {
        Reference::Function { id, arguments, is_selector } => {
            if let Some((message, label)) = lost_call(id.of(text), arguments, text, is_selector) {
                let place = match locale.is_source() {
                    true => in_content(item, part, id.of(text)),
                    false => found.place(id),
                };
                findings.push(
                    Diagnostic::new(RULE.id, place, message)
                        .label(label)
                        .help("write it out, or leave `json` out of `targets` in `[build]`")
                        .about(found.subject(None)),
                );
            }
        }
        Reference::Variable { name, is_selector: false } => {
            shown.insert(name.of(text));
        }
        _ => {}
    });
    if !locale.is_source() {
        return;
    }
    for name in unfilled(locale, found, part) {
        let is_selector = part.pattern.text.contains(&format!("${name}")) && !shown.contains(name);
        let place = in_content(item, part, &format!("${name}"));
        findings.push(no_value(place, name, is_selector).about(found.subject(None)));
    }
}

/// What becomes of a call that cannot be made as it is written, and what readers get.
fn lost_call(
    name: &str,
    arguments: &Arguments,
    text: &str,
    is_selector: bool,
) -> Option<(String, String)> {
    if name == "DATETIME" {
        return None;
    }
    if name != "NUMBER" {
        let label = match is_selector {
            true => "readers always get the default form".to_owned(),
            false => format!("readers see `{{{name}()}}`"),
        };
        return Some((format!("content.json cannot call `{name}`"), label));
    }
    let is_lost = |(option, value): &&(Span, Expression)| match option.of(text) {
        "style" => {
            matches!(value, Expression::String(word) if matches!(word.of(text), "currency" | "unit"))
        }
        option => NOT_SHOWN.contains(&option),
    };
    let lost: Vec<&str> =
        arguments.named.iter().filter(is_lost).map(|(option, _)| option.of(text)).collect();
    let message = format!("content.json shows a number without {}", listed(&lost));
    (!lost.is_empty()).then(|| (message, "readers see a plain number".to_owned()))
}

/// The variables of a text, through what it refers to as well, that content gives no value for.
fn unfilled<'l>(locale: &'l LocaleView<'_>, found: Found<'_>, part: &Part) -> Vec<&'l str> {
    let given = |name: &str| part.arguments.iter().any(|argument| argument.name == name);
    let variables = locale.chain.variables(found).iter().map(String::as_str);
    let mut names: Vec<&str> = variables.filter(|name| !given(name)).collect();
    names.sort_unstable();
    names
}

fn no_value(place: Place, name: &str, is_selector: bool) -> Diagnostic {
    let label = match is_selector {
        true => "readers always get the default form".to_owned(),
        false => format!("readers see `{{${name}}}`"),
    };
    Diagnostic::new(RULE.id, place, format!("content.json has no value for `${name}`"))
        .label(label)
        .help("write the value out, or leave `json` out of `targets` in `[build]`")
}

/// Where something stands in the content that a part is made from; else the part itself.
fn in_content(item: &Item, part: &Part, written: &str) -> Place {
    let at = part.pattern.text.find(written);
    let span = at.map(|at| part.pattern.slice(at..at + written.len()).span());
    Place::new(&item.source, span.unwrap_or_else(|| part.pattern.span()))
}

/// Breakdowns that are left out, and the messages that name choices.
fn check_value<'i>(
    value: &'i Value,
    item: &Item,
    labels: &mut BTreeSet<&'i str>,
    findings: &mut Findings<'_>,
) {
    match value {
        Value::Choice { label: Some(label), .. } => {
            labels.insert(label);
        }
        Value::List(values) => {
            values.iter().for_each(|value| check_value(value, item, labels, findings));
        }
        Value::Record(fields) => {
            if value.get("suppress-below").is_some() {
                findings.push(left_out(value, item));
            }
            fields.iter().for_each(|(_, value)| check_value(value, item, labels, findings));
        }
        _ => {}
    }
}

fn left_out(breakdown: &Value, item: &Item) -> Diagnostic {
    let span = match breakdown.get("dimension") {
        Some(Value::Plain(dimension)) => dimension.span(),
        _ => item.span,
    };
    let message = "content.json leaves out the cells of this breakdown";
    Diagnostic::new(RULE.id, Place::new(&item.source, span), message)
        .label("readers see none of them: small cells are not hidden one by one")
        .help("take `suppress-below` away where every cell may be shown")
        .about(Subject { resource: Some(item.resource.clone()), ..Subject::default() })
}

/// The name of a choice is shown by itself.
fn check_label(locale: &LocaleView<'_>, label: &str, findings: &mut Findings<'_>) {
    let Some(found) = locale.source.in_group("", false, label) else { return };
    let mut names: Vec<&String> = locale.chain.variables(found).iter().collect();
    names.sort();
    for name in names {
        let place = found.place(found.message.name());
        findings.push(no_value(place, name, false).about(found.subject(None)));
    }
}
