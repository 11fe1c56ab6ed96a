//! A translation whose source changed since. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::change::Change;
use crate::diagnostic::Severity;
use crate::provenance::{Standing, part_name};

pub(super) static RULE: Rule = Rule {
    id: "stale-translation",
    summary: "a translation whose source changed since",
    severity: Some(Severity::Error),
    page: include_str!("stale_translation.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(source) = part.entry.source else { return };
    let chain = part.entry.locale.chain;
    let own = (part.text(), part.pattern());
    let Standing::Stale(stale) = chain.standing(source, part.attribute, own) else { return };
    let (severity, what) = match stale.change {
        Change::Interface => (
            Severity::Error,
            "another argument, reference, tag, link or number since this was translated",
        ),
        Change::Rewrite => (Severity::Warning, "says something else since this was translated"),
        Change::Wording | Change::Cosmetic => {
            (Severity::Warning, "is worded otherwise since this was translated")
        }
    };
    let what = match stale.change {
        Change::Interface => format!("the source of `{}` has {what}", part.name()),
        _ => format!("the source of `{}` {what}", part.name()),
    };
    let name = part_name(source.name(), part.attribute);
    let sources = chain.basis.sources.as_ref();
    let diff = sources.and_then(|it| it.diff(&source.resource.name, &name, &stale));
    let code = &part.entry.locale.catalog.locale().code;
    let finding = part
        .finding(RULE.id, part.pattern().span, what)
        .milder(severity)
        .help(format!(
            "translate it anew, or if it is still right: `isogloss accept {code} {name} --because \"…\"`"
        ))
        .datum("change", stale.change.word());
    findings.push(match (diff, stale.was) {
        (Some(diff), Some(was)) => {
            finding.label(format!("in the source: {diff}")).datum("diff", diff).datum("was", was)
        }
        _ => finding.label("what it was made from is not remembered"),
    });
}
