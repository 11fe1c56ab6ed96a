//! A source file with no counterpart in the locale. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::counted;

pub(super) static RULE: Rule = Rule {
    id: "missing-resource",
    summary: "a source file with no counterpart in the locale",
    severity: Some(Severity::Error),
    page: include_str!("missing_resource.md"),
    check: Check::Locale(check),
};

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    if locale.is_source() || locale.is_overlay() {
        return;
    }
    for resource in &locale.source.resources {
        let is_asked = locale.catalog.config.is_asked_for(&resource.name);
        if !is_asked || locale.catalog.resource(&resource.name).is_some() {
            continue;
        }
        let parts = resource.tree.messages().count();
        if parts == 0 {
            continue;
        }
        let message =
            format!("`{}` is not translated: {}", resource.name, counted(parts, "message"));
        let place = Place::file(resource.file.path.clone());
        let elsewhere = resource.tree.messages().filter_map(|(_, message)| {
            locale.waiting(&resource.name, message.name().of(resource.text()))
        });
        let help = match elsewhere.count() {
            0 => format!("add `{}`", locale.path_of(&resource.name)),
            count => {
                let messages = counted(count, "message");
                format!("{messages} can follow from elsewhere: run `isogloss sync --renames`")
            }
        };
        findings.push(
            Diagnostic::new(RULE.id, place, message)
                .label(locale.gap())
                .help(help)
                .about(Subject {
                    locale: Some(locale.catalog.locale().code.clone()),
                    resource: Some(resource.name.clone()),
                    ..Subject::default()
                })
                .datum("parts", parts.to_string()),
        );
    }
}
