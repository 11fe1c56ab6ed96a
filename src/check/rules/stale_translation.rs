//! A translation whose source changed since. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::change::Change;
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::Found;
use crate::provenance::{Sources, Stale, Standing, part_name};

pub(super) static RULE: Rule = Rule {
    id: "stale-translation",
    summary: "a translation whose source changed since",
    severity: Some(Severity::Error),
    page: include_str!("stale_translation.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let chain = part.entry.locale.chain;
    let Standing::Stale(stale) = chain.standing(part.pattern()) else { return };
    let severity = match stale.change {
        Change::Interface => Severity::Error,
        Change::Rewrite | Change::Wording | Change::Cosmetic => Severity::Warning,
    };
    let sources = chain.basis.sources.as_ref();
    let finding = finding(sources, &part.entry.found, part.attribute, &stale);
    let help = what_to_do(&part.entry.found, part.attribute);
    findings.push(finding.milder(severity).help(help));
}

/// The finding about a stale translation that the project lets no build pass.
pub fn refused(
    sources: Option<&Sources<'_>>,
    found: &Found<'_>,
    attribute: Option<&str>,
    stale: &Stale<'_>,
) -> Diagnostic {
    let help = format!(
        "{}; a build fails because of `stale.{} = \"fail\"` under [build]",
        what_to_do(found, attribute),
        stale.change.word()
    );
    finding(sources, found, attribute, stale).help(help)
}

fn finding(
    sources: Option<&Sources<'_>>,
    found: &Found<'_>,
    attribute: Option<&str>,
    stale: &Stale<'_>,
) -> Diagnostic {
    let name = part_name(found.name(), attribute);
    let what = match stale.change {
        Change::Interface => {
            "has another argument, reference, tag, link or number since this was translated"
        }
        Change::Rewrite => "says something else since this was translated",
        Change::Wording | Change::Cosmetic => "is worded otherwise since this was translated",
    };
    let span = found.pattern(attribute).map_or(found.message.id, |pattern| pattern.span);
    let message = format!("the source of `{name}` {what}");
    let finding = Diagnostic::new(RULE.id, found.place(span), message)
        .about(found.subject(attribute))
        .datum("change", stale.change.word());
    let diff = sources.and_then(|it| it.diff(&found.resource.name, &name, stale));
    match (diff, stale.was) {
        (Some(diff), Some(was)) => {
            finding.label(format!("in the source: {diff}")).datum("diff", diff).datum("was", was)
        }
        _ => finding.label("what it was made from is not remembered"),
    }
}

fn what_to_do(found: &Found<'_>, attribute: Option<&str>) -> String {
    let (code, name) = (&found.catalog.locale().code, part_name(found.name(), attribute));
    format!(
        "translate it anew, or if it is still right: `isogloss accept {code} {name} --because \"…\"`"
    )
}
