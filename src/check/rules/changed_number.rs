//! A number that is not the source's. The page beside this file says the rest.

use super::super::figure::{Difference, difference, lacks_variable, may_differ, typed};
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::quantity::{Quantity, Value};
use crate::locale::written::Features;

pub(super) static RULE: Rule = Rule {
    id: "changed-number",
    summary: "a number that is not the source’s",
    severity: Some(Severity::Warning),
    page: include_str!("changed_number.md"),
    check: Check::PartWith(Holds::either(Features::DIGIT), check),
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

/// A source of so many words is a label.
const LABEL: usize = 3;
/// Numbers up to this one name a place in a row.
const PLACES: u64 = 10;

/// Whether a label without numbers has one in its translation that may only say what it means:
/// `Legal` is a size of paper, and who is third plays for `place 3`.
fn may_be_meant(part: &PartView<'_>, path: &Path<'_>, added: &Quantity) -> bool {
    let is_label = part.original_paths().iter().all(|original| {
        let text = original.text();
        !text.contains(char::is_numeric) && text.split_whitespace().count() <= LABEL
    });
    is_label
        && ((0..=PLACES).any(|place| added.may_be(Value::from(place)))
            || path.text()[..added.range.start].contains(['(', '（']))
}

fn tell(
    part: &PartView<'_>,
    path: &Path<'_>,
    lost: Option<&String>,
    added: Option<&Quantity>,
    findings: &mut Findings<'_>,
) {
    let written = |added: &Quantity| path.text()[added.range.clone()].to_owned();
    let is_doubtful = lost.is_none() && added.is_some_and(|added| may_be_meant(part, path, added));
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
    let finding = if is_doubtful { finding.milder(Severity::Note) } else { finding };
    findings.push_unless_most(part, finding, what);
}
