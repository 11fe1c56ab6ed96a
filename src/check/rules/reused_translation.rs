//! Two texts of the source that say different things, translated in the same way. The page beside this file says the rest.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::super::rule::{Check, Findings, Rule, Shared};
use super::super::view::LocaleView;
use super::super::words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::evaluate::paths;
use crate::project::Found;
use crate::syntax::Pattern;

pub(super) static RULE: Rule = Rule {
    id: "reused-translation",
    summary: "two texts of the source that say different things, translated in the same way",
    severity: Some(Severity::Note),
    page: include_str!("reused_translation.md"),
    check: Check::Locale(check),
};

/// Shorter texts say the same in many ways.
const WORDS: usize = 5;
/// As many words are not written in fewer bytes.
const BYTES: usize = 12;

/// A part of a locale.
#[derive(Clone, Copy)]
struct Part<'a> {
    found: Found<'a>,
    attribute: Option<&'a str>,
    pattern: &'a Pattern,
}

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    if locale.is_source() {
        return;
    }
    let mut first: FxHashMap<&str, Part<'_>> = HashMap::default();
    for found in locale.catalog.messages().filter(|found| !found.message.is_term) {
        let text = found.resource.text();
        let attributes = found.message.attributes.iter();
        let attributes = attributes.map(|one| (Some(one.id.of(text)), &one.pattern));
        let value = found.message.value.iter().map(|value| (None, value));
        for (attribute, pattern) in value.chain(attributes) {
            let (written, part) = (pattern.span.of(text), Part { found, attribute, pattern });
            if written.len() < BYTES {
                continue;
            }
            match first.entry(written) {
                std::collections::hash_map::Entry::Vacant(entry) => {
                    entry.insert(part);
                }
                std::collections::hash_map::Entry::Occupied(entry) => {
                    compare(locale, *entry.get(), part, findings);
                }
            }
        }
    }
}

/// Looks at what two parts with the same translation say in the source.
fn compare(locale: &LocaleView<'_>, first: Part<'_>, again: Part<'_>, findings: &mut Findings<'_>) {
    let original = |part: Part<'_>| {
        let id = part.found.message.id.of(part.found.resource.text());
        let source = locale.source.in_resource(&part.found.resource.name, false, id)?;
        locale.readings.get(source.pattern(part.attribute)?)
    };
    let (Some(one), Some(other)) = (original(first), original(again)) else { return };
    let (one_text, other_text) = (one.paths.paths[0].text(), other.paths.paths[0].text());
    let own = paths(again.found.resource.text(), again.pattern);
    let is_short = |text: &str| words::count(text) < WORDS;
    if is_short(own.paths[0].text()) || is_short(one_text) || is_short(other_text) {
        return;
    }
    if are_alike(&words::plain(one_text), &words::plain(other_text)) {
        return;
    }
    let what = one.squeezed().into_owned();
    findings.push_unless_shared(other, finding(first, again), what, Shared::ByTwo);
}

/// Whether two texts share a third of their words, or have too few to tell.
fn are_alike(one: &[&str], other: &[&str]) -> bool {
    let same = |word: &str| other.iter().any(|known| known.to_lowercase() == word.to_lowercase());
    let shared = one.iter().filter(|word| same(word)).count();
    one.len().min(other.len()) < WORDS || 6 * shared >= one.len() + other.len()
}

fn finding(first: Part<'_>, again: Part<'_>) -> Diagnostic {
    let (one, other) = (name(again), name(first));
    let message =
        format!("`{one}` is translated like `{other}`, but the source says another thing");
    Diagnostic::new(RULE.id, again.found.place(again.pattern.span), message)
        .label("one of the two may have been put in the wrong place")
        .help("translate what the source says, or allow it where both say the same")
        .about(again.found.subject(again.attribute))
        .related(first.found.place(first.pattern.span), "the same text stands here")
}

fn name(part: Part<'_>) -> String {
    match part.attribute {
        Some(attribute) => format!("{}.{attribute}", part.found.name()),
        None => part.found.name().to_owned(),
    }
}
