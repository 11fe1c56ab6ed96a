//! A message or term that the source shows and the translation does not. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use super::super::words;
use crate::diagnostic::Severity;
use crate::evaluate::{Arguments, HOLE, Path, Target, paths, render};
use crate::locale::written::Features;
use crate::resolve::{ChainScope, Reached, Source};
use crate::syntax::Expression;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "changed-reference",
    summary: "a message or term that the source shows and the translation does not",
    severity: Some(Severity::Warning),
    page: include_str!("changed_reference.md"),
    check: Check::PartWith(Holds::original(Features::REFERENCE), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(original) = part.original else { return };
    // How a name is put together is a matter of its language.
    if part.entry.found.message.is_term || part.repeats_placeables() {
        return;
    }
    let own: Vec<Shown<'_>> =
        part.paths().iter().flat_map(|path| shown(path, part.text())).collect();
    let is_from_source = |target: Target<'_>| {
        let mut paths = part.original_paths().iter();
        paths.any(|path| shown(path, original.text).any(|shown| shown.target == target))
    };
    let added = own.iter().find(|shown| !is_from_source(shown.target));
    let lost = lost(part, original.text, &own);
    let Some(lost) = lost.or_else(|| rarer(part, original.text, added)) else { return };
    if own.iter().any(|shown| is_of_the_locale(part, shown.target)) || is_written_out(part, lost) {
        return;
    }
    let (place, message) = match added {
        Some(added) => {
            (added.place, format!("`{}` stands where the source shows `{lost}`", added.target))
        }
        None => (part.pattern().span, format!("`{}` does not show `{lost}`", part.name())),
    };
    let finding = part
        .finding(RULE.id, place, message)
        .label("readers do not see the name that the source gives")
        .help(format!("put `{{ {lost} }}` where it belongs"));
    // A sentence may well do without the name of who speaks (`it was blocked`), and a label that only
    // repeats another may have words of its own.
    let is_needed = added.is_some() || !lost.is_term && !repeats_another(part);
    let finding = if is_needed { finding } else { finding.milder(Severity::Note) };
    findings.push_unless_most(part, finding, format!("lack `{lost}`"));
}

/// A message or term that a path shows, and where.
struct Shown<'t> {
    target: Target<'t>,
    place: Span,
}

fn shown<'t>(path: &Path<'_>, text: &'t str) -> impl Iterator<Item = Shown<'t>> {
    let of = |span: &Span| span.of(text);
    path.placeables.iter().filter_map(move |(expression, place)| {
        let target = match expression {
            Expression::Message { id, attribute } => {
                Target { is_term: false, id: of(id), attribute: attribute.as_ref().map(of) }
            }
            Expression::Term { id, .. } => Target { is_term: true, id: of(id), attribute: None },
            _ => return None,
        };
        Some(Shown { target, place: *place })
    })
}

/// Whether the source is a reference and nothing else.
fn repeats_another(part: &PartView<'_>) -> bool {
    part.original_paths().iter().all(|path| {
        let mut shown = path.text().chars();
        shown.next() == Some(HOLE) && shown.next().is_none()
    })
}

/// The first reference that every path of the source shows and no path of the translation.
fn lost<'t>(part: &PartView<'_>, source: &'t str, own: &[Shown<'_>]) -> Option<Target<'t>> {
    let (first, rest) = part.original_paths().split_first()?;
    let targets = shown(first, source).map(|shown| shown.target);
    // What the source does not define either is told there.
    let mut lost = targets.filter(|target| {
        !own.iter().any(|shown| shown.target == *target) && !is_of_the_locale(part, *target)
    });
    lost.find(|target| {
        rest.iter().all(|path| shown(path, source).any(|shown| shown.target == *target))
    })
}

/// The first reference that the translation shows less often than the source, where it shows
/// another one instead.
fn rarer<'t>(
    part: &PartView<'_>,
    source: &'t str,
    added: Option<&Shown<'_>>,
) -> Option<Target<'t>> {
    added?;
    let ([original], [own]) = (part.original_paths(), part.paths()) else { return None };
    let count = |path: &Path<'_>, text, target| {
        shown(path, text).filter(|one| one.target == target).count()
    };
    let targets = shown(original, source).map(|shown| shown.target);
    // What the source does not define either is told there.
    let mut targets = targets.filter(|target| !is_of_the_locale(part, *target));
    targets.find(|&target| count(own, part.text(), target) < count(original, source, target))
}

/// Whether the source does not have something that the translation shows: the locale needs another
/// form of a name and has made it a term of its own, or `undefined-reference` tells of it.
fn is_of_the_locale(part: &PartView<'_>, target: Target<'_>) -> bool {
    let resource = &part.entry.found.resource.name;
    let source = part.entry.locale.source.in_group(resource, target.is_term, target.id);
    source.is_none_or(|source| source.pattern(target.attribute).is_none())
}

/// Whether the text of a reference stands in the translation itself: that is `hard-coded-term`’s
/// business.
fn is_written_out(part: &PartView<'_>, target: Target<'_>) -> bool {
    let chain = part.entry.locale.chain;
    let resource = &part.entry.found.resource.name;
    let written: Vec<String> = part.paths().iter().map(|path| path.text().to_lowercase()).collect();
    let last = chain.links.len() - 1;
    [0, last].into_iter().any(|start| {
        let Reached::Found(source) = chain.target(start, resource, target) else { return false };
        let own = source.found.resource.text();
        let mut texts: Vec<String> =
            paths(own, source.pattern).iter().map(|path| path.text().to_owned()).collect();
        texts.push(rendered(part, &source));
        texts.iter().any(|text| written.iter().any(|written| holds(written, &text.to_lowercase())))
    })
}

/// Whether a text holds all words of another one, in order and not within other words. What is put into them is not compared.
fn holds(text: &str, name: &str) -> bool {
    let mut at = 0;
    let mut stretches = name.split(HOLE).map(str::trim).filter(|stretch| !stretch.is_empty());
    let has_words = name.chars().any(char::is_alphanumeric);
    has_words
        && stretches.all(|stretch| {
            let found = words::find(&text[at..], stretch).next();
            at += found.as_ref().map_or(0, |range| range.end);
            found.is_some()
        })
}

fn rendered(part: &PartView<'_>, source: &Source<'_>) -> String {
    let chain = part.entry.locale.chain;
    render(&ChainScope(chain), chain.text(source), source.pattern, &Arguments::new()).text()
}
