//! What the translations of a locale are beside their sources: as their records say, if these are of
//! what is translated now.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Original, Sources, settled};
use crate::change::{self, Change, Part};
use crate::project::{Catalog, Pairs, Resource};
use crate::record::{Record, Words};
use crate::syntax::{Pattern, address};

/// What a translation is beside its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Made from what the source says today.
    Current,
    /// Nobody recorded what it was made from.
    Unknown,
    /// The source changed since.
    Stale(Stale<'a>),
}

/// How the source of a translation changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale<'a> {
    /// The kind of change; never cosmetic.
    pub change: Change,
    /// What the translation was made from, if that is still known: what [`flatten`](crate::syntax::flatten) makes of
    /// a pattern.
    pub was: Option<&'a str>,
}

/// The translations of a locale beside their sources.
#[derive(Debug, Default)]
pub struct Standings {
    /// Those that are not current, by address.
    others: FxHashMap<usize, Other>,
    /// The numbers of resources with translations that are not recorded as they are now.
    unrecorded: FxHashSet<usize>,
}

/// A translation that is not current.
#[derive(Debug)]
struct Other {
    resource: Arc<str>,
    /// The index of its part of the source.
    part: usize,
    record: Record,
}

impl Standings {
    /// Whether a resource of the locale has translations that are not recorded as they are now.
    pub fn is_unrecorded(&self, resource: &Resource) -> bool {
        self.unrecorded.contains(&resource.number)
    }
}

impl<'a> Sources<'a> {
    /// Holds the translations of a locale against their sources and what is recorded of them. Of two
    /// of one name the first counts.
    pub fn standings(&self, source: &Catalog, catalog: &Catalog, pairs: &Pairs<'_>) -> Standings {
        let (mut standings, mut room) = (Standings::default(), Vec::new());
        for resource in &source.resources {
            let Some(own) = pairs.own_resource(resource) else { continue };
            let Some(parts) = self.resources.get(&*resource.name) else { continue };
            let recorded = catalog.records(&resource.name);
            let mut is_recorded = true;
            for (place, (name, original)) in parts.iter().enumerate() {
                let found = source.found(resource, original.entry);
                let found = found.and_then(|found| pairs.in_own(&found));
                let Some(found) = found else { continue };
                let Some(pattern) = found.pattern(original.attribute) else { continue };
                let records = match recorded.map_or(&[][..], |all| all.get_near(place, name)) {
                    [] => self.records(catalog, &resource.name, name),
                    records => records,
                };
                let words = Words::with(&mut room, pattern.span.of(own.text()));
                let record = records.iter().find(|record| record.is_of(words));
                is_recorded &= record.is_some();
                let record = match record {
                    Some(record) => Cow::Borrowed(record),
                    None => Cow::Owned(settled(records, original, Some(words))),
                };
                if !is_current(original, &record) {
                    let (resource, record) = (resource.name.clone(), record.into_owned());
                    let other = Other { resource, part: place, record };
                    standings.others.insert(address(pattern), other);
                }
            }
            if !is_recorded {
                standings.unrecorded.insert(own.number);
            }
        }
        standings
    }

    /// What a translation of the locale is beside its source.
    pub fn standing(&self, standings: &Standings, translation: &Pattern) -> Standing<'a> {
        standings.others.get(&address(translation)).map_or(Standing::Current, |it| self.told(it))
    }

    /// The translations whose source changed since, by the address of their patterns.
    pub fn stale(&self, standings: &Standings) -> impl Iterator<Item = (usize, Stale<'a>)> {
        standings.others.iter().filter_map(|(address, other)| match self.told(other) {
            Standing::Stale(stale) => Some((*address, stale)),
            Standing::Current | Standing::Unknown => None,
        })
    }

    fn told(&self, other: &Other) -> Standing<'a> {
        let parts = self.resources.get(&*other.resource);
        let original = parts.and_then(|parts| parts.get_index(other.part));
        original.map_or(Standing::Unknown, |(_, original)| self.of_record(original, &other.record))
    }

    /// What a record says of a translation.
    pub fn of_record(&self, original: &Original<'a>, record: &Record) -> Standing<'a> {
        let Some(from) = record.made.and_then(|made| made.from) else { return Standing::Unknown };
        match from.heaviest(original.now) {
            Change::Cosmetic => Standing::Current,
            heaviest => {
                let was = original.remembered.and_then(|remembered| remembered.text(from));
                let change = was.and_then(|was| self.change(original, was)).unwrap_or(heaviest);
                Standing::Stale(Stale { change, was })
            }
        }
    }

    fn change(&self, original: &Original<'_>, was: &str) -> Option<Change> {
        let Original { text, pattern, is_markdown, .. } = *original;
        let old = Part::remembered(was, is_markdown, &self.language);
        change::change(&old, &Part::new(text, pattern, is_markdown, &self.language))
    }
}

/// Whether a record says that a translation was made from what the source says today.
fn is_current(original: &Original<'_>, record: &Record) -> bool {
    let from = record.made.and_then(|made| made.from);
    from.is_some_and(|from| from.heaviest(original.now) == Change::Cosmetic)
}
