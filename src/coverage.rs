//! The state of every part in a locale, and the counts that `status` shows and CI asks for.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use crate::change::Change;
use crate::config::Asked;
use crate::project::{Catalog, Found, Resource};
use crate::provenance::Standing;
use crate::resolve::{Chain, PartName, is_junk};
use crate::syntax::{Element, Expression, Pattern};

/// What a part is in a locale. Exactly one holds for every part of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Translated from today's source.
    Current,
    /// Translated, but nobody recorded from what.
    Unknown,
    /// Translated from a source that changed since, and how.
    Stale(Change),
    /// The same text as the source, rightly so or not: the rule `identical-to-source` says where it
    /// is likely to have been forgotten.
    Identical,
    /// An overlay leaves it to its base.
    Inherited,
    /// Not translated.
    Missing,
    /// Translated, but broken: readers get the next of the chain.
    Invalid,
}

impl State {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Unknown => "unknown",
            Self::Stale(_) => "stale",
            Self::Identical => "identical",
            Self::Inherited => "inherited",
            Self::Missing => "missing",
            Self::Invalid => "invalid",
        }
    }

    /// Whether readers get the locale's own text.
    pub fn is_covered(self) -> bool {
        matches!(self, Self::Current | Self::Unknown | Self::Identical | Self::Inherited)
    }
}

/// One part of the source and its state in a locale.
#[derive(Clone, Copy, Debug)]
pub struct PartState<'a> {
    /// The part in the source.
    pub source: Found<'a>,
    /// The attribute, or the value.
    pub attribute: Option<&'a str>,
    /// Its state.
    pub state: State,
    /// How many words the source has.
    pub words: usize,
}

/// Counts of parts by state, and of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Parts by state.
    pub current: usize,
    /// See [`State::Unknown`].
    pub unknown: usize,
    /// See [`State::Stale`]; by kind of change.
    pub stale: Staleness,
    /// See [`State::Identical`].
    pub identical: usize,
    /// See [`State::Inherited`].
    pub inherited: usize,
    /// See [`State::Missing`].
    pub missing: usize,
    /// See [`State::Invalid`].
    pub invalid: usize,
    /// Parts that the source does not have; outside the total.
    pub obsolete: usize,
    /// Words of the source.
    pub words: usize,
    /// Words of covered parts.
    pub covered_words: usize,
}

/// Translations of a source that changed since, by kind of change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Staleness {
    /// See [`Change::Wording`].
    pub wording: usize,
    /// See [`Change::Rewrite`].
    pub rewrite: usize,
    /// See [`Change::Interface`].
    pub interface: usize,
}

impl Staleness {
    /// All of them.
    pub fn total(&self) -> usize {
        self.wording + self.rewrite + self.interface
    }

    fn of(&mut self, change: Change) -> &mut usize {
        match change {
            Change::Cosmetic | Change::Wording => &mut self.wording,
            Change::Rewrite => &mut self.rewrite,
            Change::Interface => &mut self.interface,
        }
    }
}

impl Counts {
    /// Parts of the source: all states but obsolete.
    pub fn total(&self) -> usize {
        self.current
            + self.unknown
            + self.stale.total()
            + self.identical
            + self.inherited
            + self.missing
            + self.invalid
    }

    /// Parts for which readers get the locale's own text.
    pub fn covered(&self) -> usize {
        self.current + self.unknown + self.identical + self.inherited
    }

    /// The covered share, 0 to 1; 1 where there is nothing to cover.
    pub fn coverage(&self) -> f64 {
        share(self.covered(), self.total())
    }

    /// The share known to be up to date, 0 to 1.
    pub fn fresh(&self) -> f64 {
        share(self.current + self.identical + self.inherited, self.total())
    }

    fn add(&mut self, state: State, words: usize) {
        let count = match state {
            State::Current => &mut self.current,
            State::Unknown => &mut self.unknown,
            State::Stale(change) => self.stale.of(change),
            State::Identical => &mut self.identical,
            State::Inherited => &mut self.inherited,
            State::Missing => &mut self.missing,
            State::Invalid => &mut self.invalid,
        };
        *count += 1;
        self.words += words;
        if state.is_covered() {
            self.covered_words += words;
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.current += other.current;
        self.unknown += other.unknown;
        self.stale.wording += other.stale.wording;
        self.stale.rewrite += other.stale.rewrite;
        self.stale.interface += other.stale.interface;
        self.identical += other.identical;
        self.inherited += other.inherited;
        self.missing += other.missing;
        self.invalid += other.invalid;
        self.obsolete += other.obsolete;
        self.words += other.words;
        self.covered_words += other.covered_words;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The state of every part of the source in the locale a chain starts with, in source order.
pub fn states<'a>(chain: &Chain<'a>) -> Vec<PartState<'a>> {
    let source = chain.links[chain.links.len() - 1].catalog;
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut states = Vec::new();
    let own = chain.links[0].catalog;
    let is_asked = |found: &Found<'_>| own.config.is_asked_for(&found.resource.name);
    for found in source.messages().filter(|found| is_first(source, found) && is_asked(found)) {
        // The attributes of a term belong to its language, not to the source.
        let is_own = |attribute: Option<&str>| found.message.is_term && attribute.is_some();
        for (attribute, pattern) in found.parts().filter(|(name, _)| !is_own(*name)) {
            let text = found.resource.text();
            let words = words(&segmenter, text, pattern);
            let state = state(chain, found, attribute);
            if state == State::Missing && may_be_missing(chain, found) {
                continue;
            }
            states.push(PartState { source: found, attribute, state, words });
        }
    }
    states
}

/// Whether the project lets the locale do without a message.
fn may_be_missing(chain: &Chain<'_>, source: Found<'_>) -> bool {
    let own = chain.links[0].catalog;
    let resource = &source.resource.name;
    let id = source.message.id.of(source.resource.text());
    if own.in_resource(resource, source.message.is_term, id).is_some() {
        return false;
    }
    let message = own.resource(resource).is_some().then(|| source.name());
    chain.origin.asked(&own.locale().code, resource, message) < Asked::Yes
}

/// Counts by resource, in order of name; every resource of the source is there.
pub fn by_resource(chain: &Chain<'_>) -> BTreeMap<String, Counts> {
    let source = chain.links[chain.links.len() - 1].catalog;
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    let own = chain.links[0].catalog;
    let asked = |resource: &&Resource| own.config.is_asked_for(&resource.name);
    for resource in source.resources.iter().filter(asked) {
        counts.entry(resource.name.to_string()).or_default();
    }
    for part in states(chain) {
        let entry = counts.entry(part.source.resource.name.to_string()).or_default();
        entry.add(part.state, part.words);
    }
    for found in own.messages() {
        let id = found.message.id.of(found.resource.text());
        let original = source.in_resource(&found.resource.name, found.message.is_term, id);
        let gone = found.attributes().filter(|attribute| match original {
            Some(_) if found.message.is_term => false,
            Some(original) => original.pattern(*attribute).is_none(),
            None => !found.message.is_term,
        });
        let obsolete = gone.count();
        if obsolete > 0 {
            counts.entry(found.resource.name.to_string()).or_default().obsolete += obsolete;
        }
    }
    counts
}

/// The sum over all resources.
pub fn total(chain: &Chain<'_>) -> Counts {
    let mut sum = Counts::default();
    by_resource(chain).into_values().for_each(|counts| sum += counts);
    sum
}

fn is_first(catalog: &Catalog, found: &Found<'_>) -> bool {
    let id = found.message.id.of(found.resource.text());
    catalog
        .in_resource(&found.resource.name, found.message.is_term, id)
        .is_some_and(|first| first.entry == found.entry)
}

fn state(chain: &Chain<'_>, source: Found<'_>, attribute: Option<&str>) -> State {
    if chain.links.len() == 1 {
        // The source is its own text.
        return State::Current;
    }
    let own = chain.links[0].catalog;
    let resource = &*source.resource.name;
    let id = source.message.id.of(source.resource.text());
    let name = PartName { resource, is_term: source.message.is_term, id, attribute };
    if let Some(found) = own.in_resource(resource, name.is_term, id)
        && let Some(pattern) = found.pattern(attribute)
    {
        return match source.pattern(attribute) {
            _ if found.resource.is_damaged || chain.unsound(pattern).is_some() => State::Invalid,
            Some(original)
                if is_same(source.resource.text(), original, found.resource.text(), pattern)
                    && has_words(original, source.resource.text()) =>
            {
                State::Identical
            }
            _ => match chain.standing(pattern) {
                Standing::Current => State::Current,
                Standing::Unknown => State::Unknown,
                Standing::Stale(stale) => State::Stale(stale.change),
            },
        };
    }
    if is_junk(own, resource, source.name()) {
        return State::Invalid;
    }
    let inherits = chain.part(name).is_some_and(|source| chain.is_base(source.link));
    if inherits { State::Inherited } else { State::Missing }
}

/// Whether two patterns are written the same, element by element.
fn is_same(text: &str, pattern: &Pattern, other_text: &str, other: &Pattern) -> bool {
    pattern.elements.len() == other.elements.len()
        && pattern
            .elements
            .iter()
            .zip(&other.elements)
            .all(|(one, two)| one.span().of(text) == two.span().of(other_text))
}

/// Whether there is anything to translate in it.
fn has_words(pattern: &Pattern, text: &str) -> bool {
    pattern.elements.iter().any(|element| match element {
        Element::Text(span) => span.of(text).chars().any(char::is_alphabetic),
        Element::Placeable(placeable) => match &placeable.expression {
            Expression::Select(select) => {
                select.variants.iter().any(|variant| has_words(&variant.pattern, text))
            }
            _ => false,
        },
    })
}

/// Words of a pattern: of the text around placeables, and of the default variants.
fn words(
    segmenter: &icu_segmenter::WordSegmenterBorrowed<'static>,
    text: &str,
    pattern: &Pattern,
) -> usize {
    let count = |element: &'_ Element| match element {
        Element::Text(span) => {
            let text = span.of(text);
            match text.is_ascii() {
                true => text
                    .split_whitespace()
                    .filter(|word| word.contains(|c: char| c.is_ascii_alphanumeric()))
                    .count(),
                false => segmenter
                    .segment_str(text)
                    .iter_with_word_type()
                    .filter(|(_, kind)| kind.is_word_like())
                    .count(),
            }
        }
        Element::Placeable(placeable) => match &placeable.expression {
            Expression::Select(select) => words(segmenter, text, &select.default().pattern),
            _ => 0,
        },
    };
    pattern.elements.iter().map(count).sum()
}
