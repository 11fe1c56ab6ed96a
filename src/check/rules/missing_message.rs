//! A source message with no counterpart in the locale. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Severity};
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
    for source in locale.source_messages() {
        let resource = &source.resource.name;
        let id = source.message.id.of(source.resource.text());
        let is_term = source.message.is_term;
        if locale.catalog.resource(resource).is_none()
            || locale.catalog.in_resource(resource, is_term, id).is_some()
            || is_junk(locale.catalog, resource, source.name())
        {
            continue;
        }
        let what = if is_term { "term" } else { "message" };
        let message = format!("the {what} `{}` is not translated", source.name());
        let mut subject = source.subject(None);
        subject.locale = Some(locale.catalog.locale().code.clone());
        findings.push(
            Diagnostic::new(RULE.id, source.place(source.message.name()), message)
                .label(locale.reader_gets(resource, is_term, id, None))
                .help(format!("translate it in `{}`", locale.path_of(resource)))
                .about(subject),
        );
    }
}
