//! A pattern as rules read it: its variant paths, and what kinds of characters it holds.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::prose::{Ending, endings};
use super::view::{is_setting, outlines, path_shows, selected, shown_variables};
use super::words;
use crate::diagnostic::Claim;
use crate::evaluate::{Choice, Path, Paths, features, paths};
use crate::locale::quantity::Numbers;
use crate::locale::written::{Features, Written};
use crate::markup::unmarked;
use crate::project::{Catalog, Found, Origin, group};
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
    /// What of its paths is masked where people read them as language, once that was asked for.
    pub(super) masked: OnceLock<Vec<Option<String>>>,
    /// How its paths end, likewise.
    endings: OnceLock<Option<Vec<Ending>>>,
    /// The numbers of its paths, likewise.
    numbers: OnceLock<Vec<Numbers<'static>>>,
    /// Whether nothing is wrong with its markup, likewise.
    has_sound_markup: OnceLock<bool>,
    /// The variables that every path shows, but for paths whose key pins the value. Only found in
    /// the source.
    pub(super) always_shown: Vec<&'a str>,
    /// How many characters fit where it is shown, as its comment declares; likewise.
    pub(super) limit: Option<u32>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str, pattern: &'a Pattern) -> Self {
        let features = features(text, pattern);
        let paths = paths(text, pattern);
        Self {
            number: 0,
            text,
            pattern,
            features,
            paths,
            masked: OnceLock::new(),
            endings: OnceLock::new(),
            numbers: OnceLock::new(),
            has_sound_markup: OnceLock::new(),
            always_shown: Vec::new(),
            limit: None,
        }
    }

    /// As it is written in its file.
    pub fn written(&self) -> &'a str {
        self.pattern.span.of(self.text)
    }

    /// How its paths end, in a language that is written so; `None` if that is not known of all.
    pub(super) fn endings(&self, written: &Written) -> Option<&[Ending]> {
        self.endings.get_or_init(|| endings(self, written)).as_deref()
    }

    /// The numbers of its paths, markup left aside.
    pub(super) fn numbers(&self, is_markdown: bool) -> &[Numbers<'static>] {
        self.numbers.get_or_init(|| {
            let paths = self.paths.iter();
            let texts = paths.map(|path| unmarked(path.text(), is_markdown).into_owned());
            texts.map(Numbers::new).collect()
        })
    }

    /// Whether nothing is wrong with its HTML.
    pub(super) fn has_sound_markup(&self) -> bool {
        *self.has_sound_markup.get_or_init(|| {
            let outlines = outlines(&self.paths);
            outlines.iter().all(|outline| outline.fault(&outlines).is_none())
        })
    }

    /// As it is written, each run of white space a single space: what makes two texts the same.
    pub fn squeezed(&self) -> Cow<'a, str> {
        squeezed(self.written())
    }
}

fn always_shown<'a>(text: &'a str, paths: &[Path<'a>]) -> Vec<&'a str> {
    let mut names = Vec::new();
    for (expression, _) in paths.iter().flat_map(|path| &path.placeables) {
        shown_variables(expression, text, &mut names);
    }
    names.sort_unstable();
    names.dedup();
    names.retain(|name| {
        paths.iter().all(|path| {
            path_shows(path, text, name)
                || path.choices.iter().any(|choice| selects_by(choice, text, name))
        })
    });
    names
}

/// Whether a choice is made by a variable.
pub(super) fn selects_by(choice: &Choice<'_>, text: &str, name: &str) -> bool {
    selected(&choice.select.selector, text).is_some_and(|(variable, _)| variable == name)
}

/// Whether two texts are the same but for how their white space runs.
pub(super) fn is_same_text(one: &str, other: &str) -> bool {
    one == other
        || (may_begin_alike(one.bytes(), other.bytes())
            && may_begin_alike(one.bytes().rev(), other.bytes().rev())
            && one.split_whitespace().eq(other.split_whitespace()))
}

/// Whether the first bytes, from either end, are the same or part of white space.
fn may_begin_alike(mut one: impl Iterator<Item = u8>, mut other: impl Iterator<Item = u8>) -> bool {
    let (one, other) = (one.next(), other.next());
    // White space beyond ASCII is made of bytes that letters have too.
    let is_graphic = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_graphic());
    one == other || !is_graphic(one) || !is_graphic(other)
}

/// A text, each run of white space a single space.
pub(super) fn squeezed(text: &str) -> Cow<'_, str> {
    let mut before = b'a';
    let is_plain = |byte: u8| match std::mem::replace(&mut before, byte) {
        b' ' => byte.is_ascii_graphic(),
        _ => byte == b' ' || byte.is_ascii_graphic(),
    };
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    Cow::Owned(squeezed)
}

/// Every part of the source, read once for all locales.
#[derive(Debug)]
pub struct Readings<'a> {
    /// In the order of the source, in which translations mostly are.
    all: Vec<Reading<'a>>,
    /// The number of the first part of each entry, by resource.
    first: Vec<Vec<u32>>,
    /// Found when first asked for.
    repeated: OnceLock<Vec<Vec<PartAt>>>,
    /// Likewise.
    measured: OnceLock<Vec<(PartAt, usize)>>,
    source: &'a Catalog,
    /// By resource and entry, those of a resource likewise.
    lacking: Vec<OnceLock<Vec<Option<Arc<Claim>>>>>,
}

/// A part, by where it stands in its catalog.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartAt {
    resource: u32,
    entry: u32,
    /// The index of its attribute; `None` for the value. There are never so many.
    attribute: Option<u16>,
}

impl PartAt {
    /// The message, its attribute and its pattern.
    pub(super) fn find<'c>(
        self,
        catalog: &'c Catalog,
    ) -> Option<(Found<'c>, Option<&'c str>, &'c Pattern)> {
        let resource = &catalog.resources[self.resource as usize];
        let entry = self.entry as usize;
        let message = resource.tree.message(entry)?;
        let found = Found { catalog, resource, entry, message };
        match self.attribute {
            None => Some((found, None, message.value.as_ref()?)),
            Some(index) => {
                let attribute = message.attributes.get(usize::from(index))?;
                Some((found, Some(attribute.id.of(resource.text())), &attribute.pattern))
            }
        }
    }
}

impl<'a> Readings<'a> {
    pub(super) fn new(source: &'a Catalog) -> Self {
        let of_source = |found: Found<'a>, attribute, pattern| {
            let text = found.resource.text();
            let reading = Reading::new(text, pattern);
            let holds_www = reading.written().contains("www.");
            let features =
                if holds_www { reading.features | Features::WWW } else { reading.features };
            let always_shown = always_shown(text, &reading.paths);
            Reading { features, always_shown, limit: Origin::limit(found, attribute), ..reading }
        };
        let parts = source.resources.par_iter().flat_map_iter(|resource| {
            source.messages_in(resource).flat_map(|found| {
                found.parts().map(move |(attribute, pattern)| of_source(found, attribute, pattern))
            })
        });
        let mut all: Vec<Reading<'a>> = parts.collect();
        for (reading, number) in all.iter_mut().zip(0..) {
            reading.number = number;
        }
        let mut number = 0;
        let first = source.resources.iter().map(|resource| {
            let mut first = Vec::with_capacity(resource.tree.entries.len());
            for entry in 0..resource.tree.entries.len() {
                first.push(number);
                let found = source.found(resource, entry);
                number += found.map_or(0, |found| found.parts().count()) as u32;
            }
            first
        });
        let first = first.collect();
        let lacking = source.resources.iter().map(|_| OnceLock::new()).collect();
        let (repeated, measured) = (OnceLock::new(), OnceLock::new());
        Self { all, first, repeated, measured, source, lacking }
    }

    /// How many parts the source has.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The reading of a pattern of a message of the source.
    pub fn get(&self, source: &Found<'_>, pattern: &Pattern) -> Option<&Reading<'a>> {
        let first = *self.first.get(source.resource.number)?.get(source.entry)?;
        let parts =
            self.all.get(first as usize..)?.iter().take(1 + source.message.attributes.len());
        parts.into_iter().find(|reading| std::ptr::eq(reading.pattern, pattern))
    }

    /// The reading of the value of a message of the source, or of an attribute.
    pub fn part(&self, source: &Found<'_>, attribute: Option<&str>) -> Option<&Reading<'a>> {
        self.get(source, source.pattern(attribute)?)
    }

    /// The parts of the source whose translations are held against their length, and that.
    pub(super) fn measured(
        &self,
        length: impl Fn(&Pattern, &str) -> Option<usize>,
    ) -> &[(PartAt, usize)] {
        self.measured.get_or_init(|| {
            let measured = parts(self.source).filter_map(|part| {
                let (found, _, pattern) = part.find(self.source)?;
                Some((part, length(pattern, found.resource.text())?))
            });
            measured.collect()
        })
    }

    /// What is said of a message of the source in every locale that lacks it. `claim` makes it.
    pub(super) fn lacking(
        &self,
        source: &Found<'_>,
        claim: impl Fn(&Found<'_>) -> Claim,
    ) -> Option<&Arc<Claim>> {
        let claims = self.lacking.get(source.resource.number)?.get_or_init(|| {
            let of = |entry| Some(claim(&self.source.found(source.resource, entry)?).into());
            (0..source.resource.tree.entries.len()).map(of).collect()
        });
        claims.get(source.entry)?.as_ref()
    }

    /// The parts of the source that say the same in the same place: each group is of one text of at
    /// least so many words, one bundle group, and values or attributes of one name.
    pub(super) fn repeated(&self, source: &Catalog, words: usize) -> &[Vec<PartAt>] {
        self.repeated.get_or_init(|| {
            let mut groups: IndexMap<_, (&str, Vec<PartAt>), FxBuildHasher> = IndexMap::default();
            for part in parts(source) {
                let Some((found, attribute, pattern)) = part.find(source) else { continue };
                let Some(reading) = self.get(&found, pattern) else { continue };
                if attribute.is_some_and(is_setting) {
                    continue;
                }
                if !found.message.is_term {
                    let group = group(source.groups(), &found.resource.name);
                    let key = (reading.squeezed(), group, attribute);
                    let text = reading.paths[0].text();
                    groups.entry(key).or_insert((text, Vec::new())).1.push(part);
                }
            }
            let repeated = groups
                .into_values()
                .filter(|(text, parts)| parts.len() > 1 && words::count(text) >= words);
            repeated.map(|(_, parts)| parts).collect()
        })
    }
}

/// Where the parts of a catalog may stand, in order.
pub(super) fn parts(catalog: &Catalog) -> impl Iterator<Item = PartAt> {
    (0..).zip(&catalog.resources).flat_map(|(resource, file)| {
        file.tree.messages().flat_map(move |(entry, message)| {
            let attributes = (0..).zip(&message.attributes).map(|(index, _)| Some(index));
            let entry = entry as u32;
            let part = move |attribute| PartAt { resource, entry, attribute };
            std::iter::once(None).chain(attributes).map(part)
        })
    })
}
