//! What a translation was made from, and whether that is still what the source says.
//!
//! Records are compared with the files, never with a clock: no history is needed, and none is asked.
//! What cannot be known is unknown, and never taken for current. How records are written is `record`'s
//! business, when they are is `edit`'s.

mod rename;
mod standing;

use std::borrow::Cow;

use indexmap::IndexMap;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::change::{self, Fingerprint, Language, Part, Piece};
use crate::config::Groups;
use crate::diagnostic::Edit;
use crate::project::{Catalog, Origin, Resource};
use crate::record::{Address, Made, Record, Remembered, Snapshot, Words};
use crate::syntax::{self, Message, Pattern};
use rename::{Finder, Scope};

pub use rename::{Moved, Rename, Renames, Unclear, split};
pub use standing::{Stale, Standing, Standings};

/// The texts of the source, today and when they were last recorded.
#[derive(Debug)]
pub struct Sources<'a> {
    language: Language,
    groups: Groups,
    resources: Texts<'a>,
    /// What became of parts that the source has no more.
    pub renames: Renames,
}

/// The parts of the source by resource and name, those of a resource in its order.
type Texts<'a> = FxHashMap<&'a str, IndexMap<String, Original<'a>, FxBuildHasher>>;

/// A part of the source.
#[derive(Debug)]
pub struct Original<'a> {
    /// The file's text and what the part is in it.
    text: &'a str,
    entry: usize,
    attribute: Option<&'a str>,
    pattern: &'a Pattern,
    is_markdown: bool,
    /// Its fingerprint today.
    pub now: Fingerprint,
    /// What is remembered of it.
    remembered: Option<&'a Remembered>,
}

impl<'a> Sources<'a> {
    /// Reads the source of a project; `None` if it keeps no records of translations.
    pub fn new(origin: &'a Origin) -> Option<Self> {
        if !keeps_records(origin) {
            return None;
        }
        let resources = origin.source.resources.iter();
        let mut snapshots = resources.filter_map(|it| origin.records.snapshots.get(&*it.name));
        let is_its_own = snapshots.any(is_kept);
        let sources = Self::today(origin);
        // Records may be of another project, or of files that have all got other names.
        (is_its_own || !sources.renames.certain.is_empty()).then_some(sources)
    }

    /// Reads the source of a project as its files are, whether it keeps records or not.
    pub fn today(origin: &'a Origin) -> Self {
        let resources = origin.source.resources.iter();
        Self::of(origin, resources.map(|it| (&*it.name, it.text(), &it.tree)).collect(), None)
    }

    /// Reads resources of the source: their names, texts and trees. Where the targets are known, what
    /// none of them has translated is not looked for under other names.
    pub fn of(
        origin: &'a Origin,
        texts: Vec<(&'a str, &'a str, &'a syntax::Resource)>,
        targets: Option<&[Catalog]>,
    ) -> Self {
        let language = Language::new(&origin.source.locale().tag);
        let is_broken = |name, tree: &syntax::Resource| {
            tree.has_junk || origin.source.resource(name).is_some_and(|it| it.is_damaged)
        };
        let broken = texts.iter().filter(|(name, _, tree)| is_broken(name, tree));
        let broken: FxHashSet<&str> = broken.map(|(name, ..)| *name).collect();
        let resources = texts.into_par_iter().map(|(name, text, tree)| {
            let snapshot = origin.records.snapshots.get(name).map_or(&[][..], Vec::as_slice);
            let remembered: FxHashMap<&str, &Remembered> =
                snapshot.iter().map(|part| (part.name.as_str(), part)).collect();
            let mut parts = IndexMap::default();
            for (entry, attribute, pattern) in places_of(text, tree) {
                let Some(message) = tree.message(entry) else { continue };
                let name = part_name(message.name().of(text), attribute).into_owned();
                let remembered = remembered.get(name.as_str()).copied();
                let is_markdown = origin.is_markdown(&name);
                let now = fingerprint(text, pattern, is_markdown, remembered, &language);
                let original =
                    Original { text, entry, attribute, pattern, is_markdown, now, remembered };
                parts.insert(name, original);
            }
            (name, parts)
        });
        let mut resources: Texts<'_> = resources.collect();
        let is_wanted =
            |resource: &str, name: &str| targets.is_none_or(|all| is_wanted(all, resource, name));
        let finder = Finder {
            origin,
            texts: &resources,
            broken,
            language: &language,
            is_wanted: &is_wanted,
        };
        let renames = finder.find();
        remember_former(origin, &renames, &mut resources);
        Self { resources, language, groups: origin.config.groups, renames }
    }

    /// What is recorded of a translation, under the name of today or the one before.
    pub fn records<'c>(&self, catalog: &'c Catalog, resource: &str, name: &str) -> &'c [Record] {
        let of = |resource: &str, name: &str| {
            catalog.records(resource).map_or(&[][..], |recorded| recorded.get(name))
        };
        match (of(resource, name), self.renames.former(resource, name)) {
            ([], Some(former)) => of(&former.resource, &former.name),
            (records, _) => records,
        }
    }

    /// The edits that make the references of a pattern in a resource follow what was renamed.
    pub fn edits(&self, resource: &str, text: &str, pattern: &Pattern) -> Vec<Edit> {
        self.scope().edits(resource, text, pattern)
    }

    /// A remembered text of a part with its references as they are now, and what stands for it;
    /// `None` if they are as they were.
    pub fn followed(
        &self,
        resource: &str,
        original: &Original<'_>,
        was: &str,
    ) -> Option<(Fingerprint, String)> {
        let text = self.scope().followed(resource, was)?;
        let part = Part::remembered(&text, original.is_markdown, &self.language);
        Some((part.fingerprint(), text.clone()))
    }

    fn scope(&self) -> Scope<'_, 'a> {
        Scope { renames: &self.renames, groups: self.groups, texts: &self.resources }
    }

    /// Whether the source has no such resource.
    pub fn lacks(&self, resource: &str) -> bool {
        !self.resources.contains_key(resource)
    }

    /// A part of the source by its resource and name: `id`, `-id` or `id.attribute`.
    pub fn get(&self, resource: &str, name: &str) -> Option<&Original<'a>> {
        self.resources.get(resource)?.get(name)
    }

    /// How the source of a translation changed, word by word: `Every [-kid-]{+child+} counts`; `None`
    /// where its old text is lost.
    pub fn diff(&self, resource: &str, name: &str, stale: &Stale<'_>) -> Option<String> {
        let now = self.get(resource, name)?.flat();
        let pieces = change::diff(stale.was?, &now, &self.language);
        let pieces = pieces.into_iter().map(|piece| match piece {
            Piece::Same(text) => text.to_owned(),
            Piece::Removed(text) => format!("[-{text}-]"),
            Piece::Added(text) => format!("{{+{text}+}}"),
        });
        Some(pieces.collect())
    }
}

impl<'a> Original<'a> {
    /// What is remembered of it, under its name or the one before.
    pub fn remembered(&self) -> Option<&'a Remembered> {
        self.remembered
    }

    /// Whether it says what it said when `sync` last saw it.
    pub fn is_unchanged(&self) -> bool {
        match self.remembered.map(|remembered| remembered.texts.as_slice()) {
            Some([text]) => text.fingerprint == Some(self.now),
            _ => false,
        }
    }

    /// Its text as records remember it.
    pub fn flat(&self) -> String {
        syntax::flatten(self.text, self.pattern)
    }
}

/// Whether a project has records of translations.
pub fn keeps_records(origin: &Origin) -> bool {
    origin.records.snapshots.values().any(is_kept)
}

/// Whether a snapshot was made by a `sync` that recorded translations too.
fn is_kept(snapshot: &Snapshot) -> bool {
    snapshot.iter().any(|part| part.texts.iter().any(|text| text.fingerprint.is_some()))
}

/// Whether a catalog translates a message, or a part of one.
pub fn is_translated(catalog: &Catalog, at: &Address, moved: Moved) -> bool {
    let (message, attribute) = split(&at.name);
    let found = match message.strip_prefix('-') {
        Some(id) => catalog.in_resource(&at.resource, true, id),
        None => catalog.in_resource(&at.resource, false, message),
    };
    found.is_some_and(|found| moved == Moved::Message || found.pattern(attribute).is_some())
}

impl Rename {
    /// Whether a catalog has a translation under the old name and none under the new one.
    pub fn is_waited_for(&self, catalog: &Catalog) -> bool {
        is_translated(catalog, &self.from, self.moved)
            && !is_translated(catalog, &self.to, self.moved)
    }
}

/// Whether a target translates a part, or is recorded to have translated it.
fn is_wanted(targets: &[Catalog], resource: &str, name: &str) -> bool {
    let part = Address::new(resource, name);
    targets.iter().any(|catalog| {
        let recorded = catalog.records(resource).map_or(&[][..], |recorded| recorded.get(name));
        is_translated(catalog, &part, Moved::Part)
            || recorded.iter().any(|record| record.made.is_some())
    })
}

/// Lets parts that got another name remember what they were.
fn remember_former<'a>(origin: &'a Origin, renames: &Renames, texts: &mut Texts<'a>) {
    for (part, former) in &renames.former {
        let snapshot = origin.records.snapshots.get(&former.resource);
        let remembered = snapshot.into_iter().flatten().find(|it| it.name == former.name);
        let parts = texts.get_mut(part.resource.as_str());
        if let Some(original) = parts.and_then(|parts| parts.get_mut(&part.name)) {
            original.remembered = original.remembered.or(remembered);
        }
    }
}

/// A fingerprint, taken from what is remembered of the same text if that is there.
fn fingerprint(
    text: &str,
    pattern: &Pattern,
    is_markdown: bool,
    remembered: Option<&Remembered>,
    language: &Language,
) -> Fingerprint {
    let same = remembered.and_then(|remembered| {
        let flat = syntax::flatten(text, pattern);
        remembered.texts.iter().find(|text| text.text == flat)?.fingerprint
    });
    same.unwrap_or_else(|| Part::new(text, pattern, is_markdown, language).fingerprint())
}

/// The record of a translation as `sync` would write it, from what was recorded before (several in
/// the middle of a merge) and what the translation is now, if there is one.
pub fn settled(records: &[Record], original: &Original<'_>, words: Option<Words>) -> Record {
    let last = records.first().cloned().unwrap_or_default();
    let Some(words) = words else {
        return match last.made {
            None => last,
            made => Record { made: None, before: made, because: String::new() },
        };
    };
    if let Some(record) = records.iter().find(|record| record.is_of(words)) {
        return record.clone();
    }
    let before = last.made.or(last.before);
    let was_it = |record: &&Record| record.before.is_some_and(|made| made.words == words);
    if let Some(record) = records.iter().find(was_it) {
        // It was put back to what it had been.
        return Record { made: record.before, before, because: String::new() };
    }
    // It is new. Where the source did not change as well, it was made from what the source says.
    let is_known = !records.is_empty() && original.is_unchanged();
    let from = is_known.then_some(original.now);
    Record { made: Some(Made { from, words }), before, because: String::new() }
}

/// The parts of a resource that translations answer to, each once, in order: names and patterns. The
/// attributes of a term belong to its language.
pub fn parts_of<'t>(text: &'t str, tree: &'t syntax::Resource) -> Vec<(String, &'t Pattern)> {
    let named = places_of(text, tree).into_iter().filter_map(|(entry, attribute, pattern)| {
        let id = tree.message(entry)?.name().of(text);
        Some((part_name(id, attribute).into_owned(), pattern))
    });
    named.collect()
}

/// The same by entry and attribute.
fn places_of<'t>(
    text: &'t str,
    tree: &'t syntax::Resource,
) -> Vec<(usize, Option<&'t str>, &'t Pattern)> {
    let mut all = Vec::new();
    let mut seen: FxHashSet<(&str, Option<&str>)> = FxHashSet::default();
    for (entry, message) in tree.messages() {
        let id = message.name().of(text);
        let new = parts(text, message).filter(|(attribute, _)| seen.insert((id, *attribute)));
        all.extend(new.map(|(attribute, pattern)| (entry, attribute, pattern)));
    }
    all
}

/// The parts of a message that translations answer to, by attribute.
fn parts<'t>(
    text: &'t str,
    message: &'t Message,
) -> impl Iterator<Item = (Option<&'t str>, &'t Pattern)> {
    let value = message.value.iter().map(|value| (None, value));
    let attributes = message.attributes.iter().filter(|_| !message.is_term);
    let attributes = attributes.map(|attribute| (Some(attribute.id.of(text)), &attribute.pattern));
    value.chain(attributes)
}

/// The translations of a resource by the same names.
pub fn words_of(resource: &Resource) -> FxHashMap<String, Words> {
    let parts = parts_of(resource.text(), &resource.tree).into_iter();
    parts.map(|(name, pattern)| (name, Words::of(pattern.span.of(resource.text())))).collect()
}

/// `id`, `-id` or `id.attribute`.
pub fn part_name<'n>(message: &'n str, attribute: Option<&str>) -> Cow<'n, str> {
    match attribute {
        Some(attribute) => Cow::Owned(format!("{message}.{attribute}")),
        None => Cow::Borrowed(message),
    }
}
