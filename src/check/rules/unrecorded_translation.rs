//! Translations that `sync` has not seen. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};

pub(super) static RULE: Rule = Rule {
    id: "unrecorded-translation",
    summary: "translations that nobody recorded with their source",
    severity: Some(Severity::Note),
    page: include_str!("unrecorded_translation.md"),
    check: Check::Locale(check),
};

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    let code = &locale.catalog.locale().code;
    for resource in &locale.catalog.resources {
        if !locale.chain.is_unrecorded(resource) {
            continue;
        }
        let message = "translations changed since `isogloss sync` last recorded their source";
        findings.push(
            Diagnostic::new(RULE.id, Place::file(resource.file.path.clone()), message)
                .label("if the source changes as well, nobody will know what they were made from")
                .help("run `isogloss sync`, and commit what it writes")
                .about(Subject {
                    locale: Some(code.clone()),
                    resource: Some(resource.name.clone()),
                    ..Subject::default()
                }),
        );
    }
}
