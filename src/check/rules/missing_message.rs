//! A source message with no counterpart in the locale. The page beside this file says the rest.

use std::sync::Arc;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::resolve::is_junk;

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
    let code = &locale.catalog.locale().code;
    for resource in &locale.source.resources {
        if locale.catalog.resource(&resource.name).is_none() {
            continue;
        }
        let mut help = None;
        for (_, message) in resource.tree.messages() {
            let id = message.id.of(resource.text());
            let name = message.name();
            if locale.catalog.in_resource(&resource.name, message.is_term, id).is_some()
                || is_junk(locale.catalog, &resource.name, name.of(resource.text()))
            {
                continue;
            }
            let help: &Arc<str> = help.get_or_insert_with(|| {
                format!("translate it in `{}`", locale.path_of(&resource.name)).into()
            });
            let (name, place) = (name.of(resource.text()), Place::new(&resource.file, name));
            let what = if message.is_term { "term" } else { "message" };
            let said = format!("the {what} `{name}` is not translated");
            findings.push(
                Diagnostic::new(RULE.id, place, said)
                    .label(locale.reader_gets(&resource.name, message.is_term, id, None))
                    .help(help.clone())
                    .about(Subject {
                        locale: Some(code.clone()),
                        resource: Some(resource.name.clone()),
                        message: Some(name.to_owned()),
                        attribute: None,
                    }),
            );
        }
    }
}
