//! Two texts of the source that say different things, translated in the same way. The page beside this file says the rest.

use std::collections::HashSet;
use std::hash::BuildHasher;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxBuildHasher;

use super::super::reading::{PartAt, Reading, is_same_text, parts};
use super::super::rule::{Check, Findings, Rule, Shared};
use super::super::view::{LocaleView, is_setting};
use super::super::words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::{Catalog, Found};
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
const BYTES: usize = 16;

/// A part of a locale.
#[derive(Clone, Copy)]
struct Part<'a> {
    found: Found<'a>,
    attribute: Option<&'a str>,
    pattern: &'a Pattern,
}

impl<'a> Part<'a> {
    fn at(at: PartAt, catalog: &'a Catalog) -> Option<Self> {
        let (found, attribute, pattern) = at.find(catalog)?;
        Some(Self { found, attribute, pattern })
    }

    /// Whether it is part of a term, or a setting of a program.
    fn is_no_text(&self) -> bool {
        self.found.message.is_term || self.attribute.is_some_and(is_setting)
    }

    fn written(&self) -> &'a str {
        self.pattern.span.of(self.found.resource.text())
    }
}

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    if locale.is_source() {
        return;
    }
    let catalog = locale.catalog;
    let entries = catalog.resources.iter().map(|resource| resource.tree.entries.len());
    let mut first: HashTable<PartAt> = HashTable::with_capacity(entries.sum());
    let written = |at: &PartAt| Part::at(*at, catalog).map_or("", |part| part.written());
    for at in parts(catalog) {
        let Some(part) = Part::at(at, catalog) else { continue };
        let own = part.written();
        if own.len() < BYTES || part.is_no_text() {
            continue;
        }
        match first.entry(hash(own), |known| written(known) == own, |known| hash(written(known))) {
            Entry::Vacant(entry) => drop(entry.insert(at)),
            Entry::Occupied(entry) => {
                if let Some(known) = Part::at(*entry.get(), catalog) {
                    compare(locale, known, part, findings);
                }
            }
        }
    }
}

/// By its length and its ends: texts that are not the same are hardly alike in all three.
fn hash(text: &str) -> u64 {
    let (start, end) = (text.len().min(BYTES), text.len().saturating_sub(BYTES));
    FxBuildHasher.hash_one((text.len(), &text.as_bytes()[..start], &text.as_bytes()[end..]))
}

/// Looks at what two parts with the same translation say in the source.
fn compare(locale: &LocaleView<'_>, first: Part<'_>, again: Part<'_>, findings: &mut Findings<'_>) {
    let original = |part: Part<'_>| {
        let id = part.found.message.id.of(part.found.resource.text());
        let source = locale.source.in_resource(&part.found.resource.name, false, id)?;
        locale.readings.part(&source, part.attribute)
    };
    let (Some(one), Some(other)) = (original(first), original(again)) else { return };
    let is_long = |text: &str| words::count(text) >= WORDS;
    let long = |original: &Reading<'_>| is_long(original.paths[0].text());
    if is_same_text(one.written(), other.written())
        || !long(one)
        || !long(other)
        || !is_long(again.written())
    {
        return;
    }
    if !are_alike(one, other) {
        let finding = finding(first, again);
        findings.push_unless_shared(other, finding, one.squeezed().into_owned(), Shared::ByTwo);
    }
}

/// Whether two texts of the source share a third of their words, or have too few to tell.
fn are_alike(one: &Reading<'_>, other: &Reading<'_>) -> bool {
    let words = |reading: &Reading<'_>| -> HashSet<String> {
        let words = words::plain(reading.paths[0].text());
        words.into_iter().map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
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
        .relate(first.found.place(first.pattern.span), "the same text stands here")
}

fn name(part: Part<'_>) -> String {
    match part.attribute {
        Some(attribute) => format!("{}.{attribute}", part.found.name()),
        None => part.found.name().to_owned(),
    }
}
