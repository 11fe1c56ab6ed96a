//! A file that the source no longer has. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::{counted, nearest};

pub(super) static RULE: Rule = Rule {
    id: "obsolete-resource",
    summary: "a file that the source no longer has",
    severity: Some(Severity::Warning),
    page: include_str!("obsolete_resource.md"),
    check: Check::Locale(check),
};

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    if locale.is_source() {
        return;
    }
    for resource in &locale.catalog.resources {
        let messages = resource.tree.messages().filter(|(_, message)| !message.is_term).count();
        if locale.source.resource(&resource.name).is_some() || messages == 0 {
            continue;
        }
        let follow = resource.tree.messages().filter(|(_, message)| {
            locale.follows(&resource.name, message.name().of(resource.text())).is_some()
        });
        let follow = follow.filter(|(_, message)| !message.is_term).count();
        // What can follow is told where it is missing; an overlay misses nothing.
        if follow == messages && !locale.is_overlay() {
            continue;
        }
        let names = locale.source.resources.iter().map(|resource| &*resource.name);
        let help = match follow {
            0 => {
                nearest(&resource.name, names).map(|meant| format!("was it renamed to `{meant}`?"))
            }
            _ => Some("run `isogloss sync --renames`, and remove what is left".to_owned()),
        };
        let message = format!("the source has no `{}`", resource.name);
        findings.push(
            Diagnostic::new(RULE.id, Place::file(resource.file.path.clone()), message)
                .label(format!("never shown: {}", counted(messages, "message")))
                .help_if(help.or(Some("remove the file".to_owned())))
                .about(Subject {
                    locale: Some(locale.catalog.locale().code.clone()),
                    resource: Some(resource.name.clone()),
                    ..Subject::default()
                }),
        );
    }
}
