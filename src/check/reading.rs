//! A pattern as rules read it: its variant paths, and what kinds of characters it holds.

use rustc_hash::FxHashMap;

use crate::evaluate::{Features, Paths, paths};
use crate::project::Catalog;
use crate::syntax::Pattern;

/// The value or an attribute of a message, of the source or of a locale.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Counts the parts of the source; 0 in other locales.
    pub(super) number: u32,
    /// The text of its file.
    pub text: &'a str,
    /// Its pattern.
    pub pattern: &'a Pattern,
    /// What it may show, at most.
    pub features: Features,
    /// The ways through it.
    pub paths: Paths<'a>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str, pattern: &'a Pattern) -> Self {
        let features = Features::of(pattern.span.of(text));
        Self { number: 0, text, pattern, features, paths: paths(text, pattern) }
    }
}

/// Every part of the source, read once for all locales.
#[derive(Debug)]
pub struct Readings<'a>(FxHashMap<usize, Reading<'a>>);

impl<'a> Readings<'a> {
    pub(super) fn new(source: &'a Catalog) -> Self {
        let parts = source.messages().flat_map(|found| {
            let text = found.resource.text();
            found.parts().into_iter().map(move |(_, pattern)| Reading::new(text, pattern))
        });
        let parts = parts
            .zip(0..)
            .map(|(reading, number)| (address(reading.pattern), Reading { number, ..reading }));
        Self(parts.collect())
    }

    /// How many parts the source has.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The reading of a pattern of the source.
    pub fn get(&self, pattern: &Pattern) -> Option<&Reading<'a>> {
        self.0.get(&address(pattern))
    }
}

fn address(pattern: &Pattern) -> usize {
    std::ptr::from_ref(pattern) as usize
}
