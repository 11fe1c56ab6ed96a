//! A source message with no counterpart in the locale. The page beside this file says the rest.

use std::sync::Arc;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Claim, Diagnostic, Severity};
use crate::project::{Found, Resource};

pub(super) static RULE: Rule = Rule {
    id: "missing-message",
    summary: "a source message with no counterpart in the locale",
    severity: Some(Severity::Error),
    page: include_str!("missing_message.md"),
    check: Check::Locale(check),
};

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    if locale.is_source() || locale.is_overlay() {
        return;
    }
    for resource in &locale.source.resources {
        if let Some(own) = locale.own_resource(resource).filter(|own| !own.is_damaged) {
            check_resource(locale, resource, own, findings);
        }
    }
}

fn check_resource(
    locale: &LocaleView<'_>,
    resource: &Resource,
    own: &Resource,
    findings: &mut Findings<'_>,
) {
    let mut help: Option<Arc<str>> = None;
    for (entry, message) in resource.tree.messages() {
        let source = Found { catalog: locale.source, resource, entry, message };
        if locale.translation(&source).is_some() {
            continue;
        }
        let name = source.name();
        if own.tree.is_broken(own.text(), name) {
            continue;
        }
        let help: Arc<str> = match locale.waiting(&resource.name, name) {
            Some(rename) => renamed(&rename.from.name),
            None => help
                .get_or_insert_with(|| format!("translate it in `{}`", own.file.path).into())
                .clone(),
        };
        let Some(claim) = locale.readings.lacking(&source, claim) else { continue };
        findings.push(
            Diagnostic::of(claim.clone())
                .of_locale(locale.catalog.locale().code.clone())
                .label(locale.readers_get_instead(&source))
                .help(help),
        );
    }
}

/// What is said of a message in every locale that lacks it.
fn claim(source: &Found<'_>) -> Claim {
    let what = if source.message.is_term { "term" } else { "message" };
    let message = format!("the {what} `{}` is not translated", source.name());
    Claim {
        resource: Some(source.resource.name.clone()),
        id: Some(source.name().into()),
        ..Claim::new(RULE.id, source.place(source.message.name()), message)
    }
}

fn renamed(old: &str) -> Arc<str> {
    format!("it is translated as `{old}`, its name before: run `isogloss sync --renames`").into()
}
