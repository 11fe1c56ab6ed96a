//! A term's text where the source has the term. The page beside this file says the rest.

use std::ops::Range;

use super::super::reading::Reading;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::{PartView, selected};
use super::super::words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::evaluate::{HOLE, Path, Target, paths};
use crate::locale::written::Features;
use crate::resolve::{Reached, Source};
use crate::syntax::Expression;

pub(super) static RULE: Rule = Rule {
    id: "hard-coded-term",
    summary: "a term's text where the source has the term",
    severity: Some(Severity::Warning),
    page: include_str!("hard_coded_term.md"),
    check: Check::PartWith(Holds::original(Features::REFERENCE), check),
};

/// Shorter texts stand in other words by chance.
const LETTERS: usize = 3;

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(original) = part.original else { return };
    if part.entry.found.message.is_term || part.repeats_placeables() {
        return;
    }
    for id in shown_terms(original) {
        let without = part.paths().iter().filter(|path| !refers(path, part.text(), id));
        for path in without {
            if let Some(written) = written_out(part, path, id) {
                findings.push(finding(part, path, id, &written));
            }
        }
    }
}

/// The terms that a part shows on some path, each once.
fn shown_terms<'s>(reading: &Reading<'s>) -> Vec<&'s str> {
    let mut ids = Vec::new();
    for (expression, _) in reading.paths.iter().flat_map(|path| &path.placeables) {
        if let Expression::Term { id, .. } = expression
            && !ids.contains(&id.of(reading.text))
        {
            ids.push(id.of(reading.text));
        }
    }
    ids
}

/// Whether a path shows the term, or a message, which may show it.
fn refers(path: &Path<'_>, text: &str, term: &str) -> bool {
    path.placeables.iter().any(|(expression, _)| match expression {
        Expression::Term { id, .. } => id.of(text) == term,
        Expression::Message { .. } => true,
        _ => false,
    })
}

/// A term's text as it was found in a path.
struct Written {
    range: Range<usize>,
    /// How the term is called to give just this text: `-brand(case: "genitive")`.
    call: String,
    /// Whether it gives nothing else.
    is_exact: bool,
}

/// Where a path holds one of the texts that a term has in its locale, or else in the source.
fn written_out(part: &PartView<'_>, path: &Path<'_>, id: &str) -> Option<Written> {
    let chain = part.entry.locale.chain;
    let target = Target { is_term: true, id, attribute: None };
    let resource = &part.entry.found.resource.name;
    [0, chain.links.len() - 1].into_iter().find_map(|link| {
        let Reached::Found(source) = chain.target(link, resource, target) else { return None };
        let written = written_form(path, &source, id)?;
        // The name that the source has is not what the term would show here.
        Some(Written { is_exact: written.is_exact && link == 0, ..written })
    })
}

/// The longest of a term's texts that a path holds.
fn written_form(path: &Path<'_>, source: &Source<'_>, id: &str) -> Option<Written> {
    let forms = paths(source.found.resource.text(), source.pattern);
    let found = || forms.iter().filter_map(|form| find(path, form, source, id));
    let longest = found().max_by_key(|written| written.range.len())?;
    let is_one = found().all(|other| other.range != longest.range || other.call == longest.call);
    // Where several forms have this text, which one fits is for a person to say.
    let call = if is_one { longest.call } else { format!("-{id}(…)") };
    let is_exact = longest.is_exact && forms.len() == 1;
    Some(Written { call, is_exact, ..longest })
}

fn find(path: &Path<'_>, form: &Path<'_>, source: &Source<'_>, id: &str) -> Option<Written> {
    let (text, wanted) = (path.text(), form.text().trim());
    if wanted.contains(HOLE) || wanted.chars().filter(|c| c.is_alphabetic()).count() < LETTERS {
        return None;
    }
    let outside = |range: &Range<usize>| !words::is_in_code(text, range);
    let exact = words::find(text, wanted).find(outside);
    let is_exact = exact.is_some();
    let range = exact.or_else(|| words::find(text, &capitalised(wanted)).find(outside))?;
    Some(Written { range, call: call(form, source, id), is_exact })
}

/// With a capital, as at the start of a sentence.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// The term with the parameters that choose a form of it.
fn call(form: &Path<'_>, source: &Source<'_>, id: &str) -> String {
    let text = source.found.resource.text();
    let parameters = form.choices.iter().filter(|choice| !choice.is_default());
    let parameters: Vec<String> = parameters
        .filter_map(|choice| {
            let (name, _) = selected(&choice.select.selector, text)?;
            Some(format!("{name}: \"{}\"", choice.key().span().of(text)))
        })
        .collect();
    match parameters.is_empty() {
        true => format!("-{id}"),
        false => format!("-{id}({})", parameters.join(", ")),
    }
}

fn finding(part: &PartView<'_>, path: &Path<'_>, id: &str, written: &Written) -> Diagnostic {
    let span = path.span(written.range.clone());
    let shown = &path.text()[written.range.clone()];
    let finding = part
        .finding(RULE.id, span, format!("`{}` writes out the term `-{id}`", part.name()))
        .label(format!("stays “{shown}” when the name changes"))
        .help(format!("write `{{ {} }}`", written.call))
        .datum("term", format!("-{id}"));
    let is_as_written = span.of(part.text()) == shown;
    match written.is_exact && is_as_written {
        true => finding.fix(span, format!("{{ {} }}", written.call)),
        false => finding,
    }
}
