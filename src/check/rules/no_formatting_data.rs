//! A locale whose numbers and dates nobody knows how to write. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::config::Target;
use crate::content::{Item, Value};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::format::{DateStyle, Day};
use crate::project::{Found, Origin};
use crate::syntax::{Reference, walk_references};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "no-formatting-data",
    summary: "a locale whose numbers and dates nobody knows how to write",
    severity: Some(Severity::Warning),
    page: include_str!("no_formatting_data.md"),
    check: Check::Locale(check),
};

fn check(view: &LocaleView<'_>, findings: &mut Findings<'_>) {
    let origin = &*view.project.origin;
    let formats = view.facts().formats();
    if formats.has_data() {
        return;
    }
    let Some(place) = in_content(origin).or_else(|| in_messages(origin)) else { return };
    let locale = view.catalog.locale();
    let example = Day::new(2022, 8, 26).map(|day| formats.date(day, DateStyle::Long));
    let message = format!("no formats for the numbers and dates of `{locale}` are known");
    findings.push(
        Diagnostic::new(RULE.id, place, message)
            .label(format!("readers see the root's, such as `{}`", example.unwrap_or_default()))
            .help(format!(
                "name a locale that writes them alike: `format-as` in `[locales.{locale}]`"
            ))
            .about(Subject { locale: Some(locale.code.clone()), ..Subject::default() }),
    );
}

/// The first item with a date or a number to be shown, if content is rendered at all.
fn in_content(origin: &Origin) -> Option<Place> {
    if !origin.config.build.targets.contains(&Target::Json) {
        return None;
    }
    let is_formatted = |item: &&Item| item.fields.iter().any(|(_, value)| has_format(value));
    let item = origin.content.items.iter().find(is_formatted)?;
    Some(Place::new(&item.source, item.span))
}

fn has_format(value: &Value) -> bool {
    match value {
        Value::Date(_) | Value::Number(_) | Value::Counts(_) => true,
        Value::List(values) => values.iter().any(has_format),
        Value::Record(fields) => fields.iter().any(|(_, value)| has_format(value)),
        _ => false,
    }
}

/// The first `DATETIME` that the source shows. `NUMBER` writes digits that anybody can read.
fn in_messages(origin: &Origin) -> Option<Place> {
    origin.source.messages().find_map(|found| Some(found.place(formatted(found)?)))
}

fn formatted(found: Found<'_>) -> Option<Span> {
    let text = found.resource.text();
    let mut first = None;
    let attributes = found.message.attributes.iter().map(|attribute| &attribute.pattern);
    let patterns = found.message.value.iter().chain(attributes);
    for pattern in patterns.filter(|pattern| !pattern.is_text()) {
        walk_references(pattern, &mut |reference| match reference {
            Reference::Function { id, is_selector: false, .. } if id.of(text) == "DATETIME" => {
                first = first.or(Some(id));
            }
            _ => {}
        });
    }
    first
}
