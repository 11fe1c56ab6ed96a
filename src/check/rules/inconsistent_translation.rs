//! One text of the source, translated in several ways. The page beside this file says the rest.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::reading::{PartAt, squeezed};
use super::super::rule::{Check, Findings, Rule, Shared};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::project::Found;
use crate::syntax::Pattern;

pub(super) static RULE: Rule = Rule {
    id: "inconsistent-translation",
    summary: "one text of the source, translated in several ways",
    severity: Some(Severity::Note),
    page: include_str!("inconsistent_translation.md"),
    check: Check::Locale(check),
};

/// A label of fewer words is a heading here and a button there, and need not be the same.
const WORDS: usize = 5;

/// How many further places a finding names.
const PLACES: usize = 5;

/// One of several translations of a text.
struct Translation<'a> {
    found: Found<'a>,
    attribute: Option<&'a str>,
    pattern: &'a Pattern,
    text: Cow<'a, str>,
}

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    if locale.is_source() {
        return;
    }
    for parts in locale.readings.repeated(locale.source, WORDS) {
        let all = translations(locale, parts);
        let Some(usual) = usual(&all) else { continue };
        let Some(other) = all.iter().find(|one| one.text != usual.text) else { continue };
        let first = parts.first().and_then(|part| part.find(locale.source));
        let original = first.and_then(|(found, _, pattern)| locale.readings.get(&found, pattern));
        let Some(original) = original else { continue };
        let finding = finding(other, usual, &all);
        findings.push_unless_shared(original, finding, String::new(), Shared::ByHalf);
    }
}

/// What the locale makes of parts of one text, but for those it leaves as they are. Empty where all
/// are written alike.
fn translations<'a>(locale: &LocaleView<'a>, parts: &[PartAt]) -> Vec<Translation<'a>> {
    let written = |part: &PartAt| {
        let (source, attribute, original) = part.find(locale.source)?;
        let found = locale.translation(&source)?;
        let pattern = found.pattern(attribute)?;
        let original = original.span.of(source.resource.text());
        Some((found, attribute, pattern, pattern.span.of(found.resource.text()), original))
    };
    let mut all = parts.iter().filter_map(written);
    let Some((.., first, _)) = all.next() else { return Vec::new() };
    if all.all(|(.., text, _)| text == first) {
        return Vec::new();
    }
    let written = parts.iter().filter_map(written);
    let translations = written.map(|(found, attribute, pattern, text, original)| {
        let text = squeezed(text);
        (text != squeezed(original)).then_some(Translation { found, attribute, pattern, text })
    });
    translations.flatten().collect()
}

/// The translation that most of them have; of several the first.
fn usual<'t, 'a>(all: &'t [Translation<'a>]) -> Option<&'t Translation<'a>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in all {
        *counts.entry(&one.text).or_default() += 1;
    }
    // The last of the greatest is taken, so that the first comes last.
    all.iter().rev().max_by_key(|one| counts[&*one.text])
}

fn finding(
    other: &Translation<'_>,
    usual: &Translation<'_>,
    all: &[Translation<'_>],
) -> Diagnostic {
    let message = format!(
        "`{}` and `{}` have the same source and different translations",
        name(other),
        name(usual)
    );
    let finding = Diagnostic::new(RULE.id, place(other), message)
        .label("readers may take it for something else")
        .help("say it in the same way, or allow it where the two mean different things")
        .about(other.found.subject(other.attribute))
        .relate(place(usual), "said like this here");
    let differing = all.iter().filter(|one| one.text != usual.text);
    let more = differing.filter(|one| !std::ptr::eq(*one, other)).take(PLACES);
    more.fold(finding, |finding, one| finding.relate(place(one), "and like this here"))
}

fn place(one: &Translation<'_>) -> Place {
    one.found.place(one.pattern.span)
}

fn name(one: &Translation<'_>) -> String {
    match one.attribute {
        Some(attribute) => format!("{}.{attribute}", one.found.name()),
        None => one.found.name().to_owned(),
    }
}
