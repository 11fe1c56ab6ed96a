//! A number that is not the source's. The page beside this file says the rest.

use super::super::figure::{Difference, difference, lacks_variable, may_differ, typed};
use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::quantity::Quantity;

pub(super) static RULE: Rule = Rule {
    id: "changed-number",
    summary: "a number that is not the source’s",
    severity: Some(Severity::Warning),
    page: include_str!("changed_number.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !may_differ(part) {
        return;
    }
    for path in part.paths().iter().filter(|path| !path.is_empty()) {
        let Some(Difference { lost, added }) = difference(part, path) else { continue };
        // A number where a variable is missing is no change of another number.
        let is_explained = typed(part, path).is_some() || lacks_variable(part, path);
        let added = added.first().filter(|_| !is_explained);
        tell(part, path, lost.first(), added, findings);
    }
}

fn tell(
    part: &PartView<'_>,
    path: &Path<'_>,
    lost: Option<&String>,
    added: Option<&Quantity>,
    findings: &mut Findings<'_>,
) {
    let written = |added: &Quantity| path.text()[added.range.clone()].to_owned();
    let place = added.map_or(part.place_of(path), |added| path.span(added.range.clone()));
    let (message, label, help, what) = match (lost, added.map(written)) {
        (None, None) => return,
        (Some(lost), Some(added)) => (
            format!("`{added}` stands where the source has `{lost}`"),
            "readers learn another number",
            format!("write `{lost}` as the language writes it"),
            format!("lack {lost}"),
        ),
        (Some(lost), None) => (
            format!("`{}` does not say `{lost}`", part.name()),
            "readers miss a number that the source gives",
            format!("say `{lost}`, in figures or in words"),
            format!("lack {lost}"),
        ),
        (None, Some(added)) => (
            format!("the source does not say `{added}`"),
            "readers learn a number that the source does not give",
            "take it out, or add it to the source".to_owned(),
            format!("say {added}"),
        ),
    };
    let finding = part.finding(RULE.id, place, message).label(label).help(help);
    findings.push_unless_most(part, finding, what);
}
