//! `sync`: makes the source catalogs say what content says, and keeps the records true.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::Fingerprint;

use crate::config::FILE;
use crate::content::Catalog;
use crate::diagnostic::{Diagnostic, Place};
use crate::files::Output;
use crate::load::{is_generated, may_be_replaced};
use crate::project::{self, Project, Resource};
use crate::provenance::{
    Moved, Original, Rename, Sources, Unclear, is_translated, keeps_records, parts_of, settled,
    words_of,
};
use crate::record::{self, Address, Made, Record, Remembered, Snapshot, Text, Translations, Words};
use crate::syntax;

/// What `sync` would do.
#[derive(Debug, Default)]
pub struct Sync {
    /// Files to write or remove; none if everything is in sync.
    pub outputs: Vec<Output>,
    /// What stands in the way. If there is anything, nothing may be written.
    pub findings: Vec<Diagnostic>,
    /// What the source calls otherwise, or has elsewhere, and a translation waits to follow.
    pub waiting: Vec<Rename>,
    /// What may be one of several messages now, and is translated.
    pub unclear: Vec<Unclear>,
    /// Translations that became unknown because their source changed as well: locales, and parts.
    pub unsettled: BTreeSet<(String, Address)>,
}

/// Works out what has to change for the catalogs and records to follow content.
pub fn sync(project: &Project) -> Sync {
    sync_with(project, None, None)
}

/// Translations that somebody says are right beside what the source says now.
#[derive(Debug)]
pub struct Accepted {
    /// The locale's code.
    pub locale: String,
    /// Resources and names of parts: `id`, `-id` or `id.attribute`.
    pub parts: BTreeSet<(String, String)>,
    /// Why; never empty.
    pub because: String,
}

/// The same, and records that translations are still right.
pub fn accept(project: &Project, accepted: &Accepted) -> Sync {
    sync_with(project, Some(accepted), None)
}

/// Translations that were made elsewhere, or looked at, and the texts of the source they go with.
#[derive(Debug)]
pub(super) struct Told {
    /// The locale's code.
    pub(super) locale: String,
    /// By resource and name: `id`, `-id` or `id.attribute`.
    pub(super) parts: BTreeMap<(String, String), MadeFrom>,
}

/// The text of the source that a translation was made from.
#[derive(Clone, Debug)]
pub(super) struct MadeFrom {
    /// Stands for it.
    pub(super) fingerprint: Fingerprint,
    /// The text as records remember it, if it is known.
    pub(super) text: Option<String>,
    /// Why somebody says that the translation is right beside it; empty for one that is new.
    pub(super) because: String,
}

/// The same, and records what translations were made from that came from elsewhere.
pub(super) fn sync_told(project: &Project, told: &Told) -> Sync {
    sync_with(project, None, Some(told))
}

fn sync_with(project: &Project, accepted: Option<&Accepted>, told: Option<&Told>) -> Sync {
    let mut sync = Sync::default();
    let source = &project.source;
    for catalog in &project.expected {
        let existing = source.resource(&catalog.resource);
        if let Some(resource) = existing.filter(|resource| !may_be_replaced(resource)) {
            sync.findings.push(in_the_way(catalog, resource));
        }
        sync.findings.extend(unfaithful(project, catalog));
        if existing.is_none_or(|resource| !catalog.is_held_by(resource.text())) {
            match path_of(project, &catalog.resource) {
                Some(path) => sync.outputs.push(Output::new(path, catalog.text.as_str())),
                None => sync.findings.push(no_place(catalog)),
            }
        }
    }
    let left = source.resources.iter().filter(|resource| {
        is_generated(resource)
            && !project.expected.iter().any(|catalog| catalog.resource == *resource.name)
    });
    sync.outputs
        .extend(left.map(|resource| Output { path: resource.file.path.to_string(), bytes: None }));
    records(project, accepted, told, &mut sync);
    sync.outputs.sort_by(|a, b| a.path.cmp(&b.path));
    sync
}

/// Where a resource of the source catalog is written.
fn path_of(project: &Project, resource: &str) -> Option<String> {
    if let Some(existing) = project.source.resource(resource) {
        return Some(existing.file.path.to_string());
    }
    let source = &project.config.source.code;
    project.config.paths.iter().find_map(|paths| paths.source_path(resource, source))
}

fn no_place(catalog: &Catalog) -> Diagnostic {
    let message =
        format!("`paths` has no place for `{}`, made from {}", catalog.resource, catalog.content);
    Diagnostic::new("invalid-config", Place::file(FILE), message)
        .help("catalogs of content need a folder for each locale: `locales/{locale}/**/*.ftl`")
}

fn in_the_way(catalog: &Catalog, resource: &Resource) -> Diagnostic {
    let message = format!(
        "this file was not made by `isogloss sync`, but {} needs its place",
        catalog.content
    );
    Diagnostic::new("out-of-sync", Place::file(resource.file.path.clone()), message)
        .help("move its messages to another file")
}

/// Parts that would not read back as they were written.
fn unfaithful(project: &Project, catalog: &Catalog) -> Vec<Diagnostic> {
    let tree = syntax::parse(&catalog.text);
    let written: Vec<&str> =
        tree.messages().map(|(_, message)| message.name().of(&catalog.text)).collect();
    let mut findings = Vec::new();
    let items = project.content.items.iter().filter(|item| *item.resource == *catalog.resource);
    for item in items {
        for part in &item.parts {
            let count = written.iter().filter(|id| **id == part.id).count();
            if count != 1 {
                let message = format!("the text `{}` cannot be written as a message", part.id);
                let place = Place::new(&item.source, part.pattern.span());
                findings.push(Diagnostic::new(crate::content::RULE, place, message));
            }
        }
    }
    findings
}

/// A resource of the source as it will be.
struct Source<'a> {
    name: &'a str,
    text: &'a str,
    tree: &'a syntax::Resource,
    /// Whether some of it cannot be read: what is remembered of that stays until it can be.
    has_junk: bool,
}

/// The source as it will be; `made` are the trees of the catalogs that content makes, in order.
fn source<'a>(project: &'a Project, made: &'a [syntax::Resource]) -> Vec<Source<'a>> {
    let made = project.expected.iter().zip(made).map(|(catalog, tree)| Source {
        name: &catalog.resource,
        text: &catalog.text,
        tree,
        has_junk: false,
    });
    let written = project.source.resources.iter().filter(|resource| !may_be_replaced(resource));
    let written = written.map(|resource| Source {
        name: &resource.name,
        text: resource.text(),
        tree: &resource.tree,
        has_junk: has_junk(resource),
    });
    made.chain(written).collect()
}

fn records(project: &Project, accepted: Option<&Accepted>, told: Option<&Told>, sync: &mut Sync) {
    let made: Vec<syntax::Resource> =
        project.expected.iter().map(|catalog| syntax::parse(&catalog.text)).collect();
    let source = source(project, &made);
    let texts = source.iter().map(|it| (it.name, it.text, it.tree)).collect();
    let sources = Sources::of(&project.origin, texts, Some(&project.targets));
    note_renames(project, &sources, sync);
    let nothing = syntax::Resource::default();
    let vanished = vanished(project, &source, &nothing);
    let mut kept = BTreeSet::new();
    let mut needed_texts = Needed::default();
    for resource in source.iter().chain(&vanished) {
        for target in &project.targets {
            let code = &*target.locale().code;
            if !target.config.is_asked_for(resource.name) {
                continue;
            }
            let accepted = accepted.filter(|accepted| accepted.locale == code);
            let told = told.filter(|told| told.locale == code);
            let desk = Desk { project, sources: &sources, resource, target, accepted, told };
            let after = desk.translations(&mut sync.unsettled);
            if after.names().next().is_none() && sources.lacks(resource.name) {
                continue;
            }
            needed_texts.extend(needed(resource.name, &after));
            let path = record::translations_path(&project.config.records, code, resource.name);
            let before = target.records(resource.name);
            if before.is_none_or(|before| before.is_unmerged || *before != after) {
                sync.outputs.push(Output::new(path.as_str(), record::write_translations(&after)));
            }
            kept.insert(path);
        }
    }
    for resource in source.iter().chain(&vanished) {
        let file = record::snapshot_path(resource.name);
        let path = format!("{}/{file}", project.config.records);
        let before = project.records.snapshots.get(resource.name);
        let after = snapshot(project, &sources, resource, &needed_texts, told);
        if after.is_empty() && sources.lacks(resource.name) {
            continue;
        }
        if before != Some(&after) || project.records.unmerged.contains(&file) {
            sync.outputs.push(Output::new(path.as_str(), record::write_snapshot(&after)));
        }
        kept.insert(path);
    }
    let snapshots = project
        .records
        .snapshots
        .keys()
        .map(|name| format!("{}/{}", project.config.records, record::snapshot_path(name)));
    let files: BTreeSet<String> =
        snapshots.chain(project.records.translations.iter().cloned()).collect();
    let gone = files.into_iter().filter(|path| !kept.contains(path));
    sync.outputs.extend(gone.map(|path| Output { path, bytes: None }));
    if project.config.content.is_some() {
        let retired = retired(project);
        if retired != project.records.known.retired
            || project.records.unmerged.contains(record::RETIRED)
        {
            let path = format!("{}/{}", project.config.records, record::RETIRED);
            sync.outputs.push(Output::new(path, record::write_retired(&retired)));
        }
    }
}

/// Says which renames a translation waits to follow.
fn note_renames(project: &Project, sources: &Sources<'_>, sync: &mut Sync) {
    let waits = |rename: &&Rename| project.targets.iter().any(|it| rename.is_waited_for(it));
    sync.waiting = sources.renames.certain.iter().filter(waits).cloned().collect();
    let is_there = |unclear: &&Unclear| {
        let mut targets = project.targets.iter();
        targets.any(|target| is_translated(target, &unclear.from, Moved::Message))
    };
    sync.unclear = sources.renames.unclear.iter().filter(is_there).cloned().collect();
}

/// Resources that the source has no more, though something is remembered of them.
fn vanished<'a>(
    project: &'a Project,
    source: &[Source<'_>],
    nothing: &'a syntax::Resource,
) -> Vec<Source<'a>> {
    let is_there = |name: &str| source.iter().any(|resource| resource.name == name);
    let remembered: BTreeSet<&String> = project.records.snapshots.keys().collect();
    let vanished = remembered.into_iter().filter(|name| !is_there(name));
    vanished.map(|name| Source { name, text: "", tree: nothing, has_junk: false }).collect()
}

/// Texts of the source that a record still speaks of: resource, name, fingerprint.
type Needed = BTreeSet<(String, String, Fingerprint)>;

fn needed<'r>(
    resource: &'r str,
    records: &'r Translations,
) -> impl Iterator<Item = (String, String, Fingerprint)> + 'r {
    records.iter().flat_map(move |(name, record)| {
        let made = record.made.iter().chain(&record.before).filter_map(|made| made.from);
        made.map(move |from| (resource.to_owned(), name.to_owned(), from))
    })
}

/// Whether anybody translates a part, as far as that can be read.
fn is_translated_somewhere(project: &Project, part: &Address) -> bool {
    project.targets.iter().any(|target| {
        is_translated(target, part, Moved::Part)
            || target.resource(&part.resource).is_some_and(has_junk)
    })
}

/// A resource and a locale whose records are put together.
struct Desk<'a> {
    project: &'a Project,
    sources: &'a Sources<'a>,
    resource: &'a Source<'a>,
    target: &'a project::Catalog,
    accepted: Option<&'a Accepted>,
    told: Option<&'a Told>,
}

impl Desk<'_> {
    /// What is to be recorded of the translations of a resource: every part of the source has its
    /// place.
    fn translations(&self, unsettled: &mut BTreeSet<(String, Address)>) -> Translations {
        let Self { resource, target, .. } = *self;
        let none = Translations::default();
        let before = target.records(resource.name).unwrap_or(&none);
        let file = target.resource(resource.name);
        let words = file.map(words_of).unwrap_or_default();
        let is_broken = file.is_some_and(has_junk);
        let mut after = Translations::default();
        for (name, _) in parts_of(resource.text, resource.tree) {
            let words = words.get(&name).copied();
            let record = match words.is_some() || !is_broken {
                true => self.record(&name, words, unsettled),
                false => self.recorded(&name).first().cloned(),
            };
            after.push(&name, record.unwrap_or_default());
        }
        // What the source has no more, or cannot be read in it, and what is still translated.
        let remembered = self.project.records.snapshots.get(resource.name);
        let is_left = |name: &str| {
            words.contains_key(name)
                || is_broken
                || (resource.has_junk
                    && remembered.is_some_and(|parts| parts.iter().any(|part| part.name == name)))
        };
        for name in before.names().filter(|name| is_left(name)) {
            if after.get(name).is_empty() {
                after.push(name, before.get(name).first().cloned().unwrap_or_default());
            }
        }
        after
    }

    fn recorded(&self, name: &str) -> &[Record] {
        self.sources.records(self.target, self.resource.name, name)
    }

    /// The record of a part, given what its translation is now.
    fn record(
        &self,
        name: &str,
        words: Option<Words>,
        unsettled: &mut BTreeSet<(String, Address)>,
    ) -> Option<Record> {
        let original = self.sources.get(self.resource.name, name)?;
        let records = self.recorded(name);
        let record = settled(records, original, words);
        let part = (self.resource.name.to_owned(), name.to_owned());
        let accepted = self.accepted.filter(|accepted| accepted.parts.contains(&part));
        match (accepted, self.told.and_then(|told| told.parts.get(&part))) {
            (Some(accepted), _) => Some(certified(record, original.now, &accepted.because)),
            (None, Some(made)) => Some(certified(record, made.fingerprint, &made.because)),
            (None, None) => {
                if self.is_unsettled(records, original, &record) {
                    let code = self.target.locale().code.to_string();
                    unsettled.insert((code, Address::new(self.resource.name, name)));
                }
                Some(record)
            }
        }
    }

    /// Whether a record is unknown only because both sides changed since the last one. Where records
    /// are lost, or were never kept, there is more to ask for than what came after them.
    fn is_unsettled(&self, records: &[Record], original: &Original<'_>, record: &Record) -> bool {
        record.made.is_some_and(|made| made.from.is_none())
            && records.iter().all(|known| known.made != record.made)
            && (!records.is_empty() || original.remembered().is_none())
            && keeps_records(&self.project.origin)
    }
}

/// The record of a translation that somebody made from a text of the source, or says is right beside
/// it.
fn certified(record: Record, from: Fingerprint, because: &str) -> Record {
    match record.made {
        Some(made) => Record {
            made: Some(Made { from: Some(from), ..made }),
            because: because.to_owned(),
            ..record
        },
        None => record,
    }
}

/// What is to be remembered of a resource of the source.
fn snapshot(
    project: &Project,
    sources: &Sources<'_>,
    resource: &Source<'_>,
    needed: &Needed,
    told: Option<&Told>,
) -> Snapshot {
    let before = project.records.snapshots.get(resource.name).map_or(&[][..], Vec::as_slice);
    // Texts that a translation was made from and that are not those of today.
    let was = |name: &str, part: Option<&Remembered>, now: Option<Fingerprint>| {
        let is_needed = |text: &&Text| {
            text.fingerprint.is_some_and(|fingerprint| {
                let part = (resource.name.to_owned(), name.to_owned(), fingerprint);
                Some(fingerprint) != now && needed.contains(&part)
            })
        };
        let texts = part.into_iter().flat_map(|part| part.texts.iter().chain(&part.was));
        let part = (resource.name.to_owned(), name.to_owned());
        let made = told.and_then(|told| told.parts.get(&part));
        let told = made.and_then(|made| {
            Some(Text { fingerprint: Some(made.fingerprint), text: made.text.clone()? })
        });
        let mut was: Vec<Text> = Vec::new();
        for text in texts.chain(&told).filter(is_needed) {
            if was.iter().all(|known| known.fingerprint != text.fingerprint) {
                was.push(text.clone());
            }
        }
        was
    };
    let mut snapshot = Snapshot::new();
    let parts = parts_of(resource.text, resource.tree);
    for (name, _) in &parts {
        let Some(original) = sources.get(resource.name, name) else { continue };
        let text = Text { fingerprint: Some(original.now), text: original.flat() };
        let was = was(name, original.remembered(), Some(original.now));
        snapshot.push(Remembered { texts: vec![text], was, ..Remembered::new(name) });
    }
    let has = |name: &str| parts.iter().any(|(part, _)| part == name);
    for part in before.iter().filter(|part| !has(&part.name)) {
        if resource.has_junk {
            snapshot.push(part.clone());
            continue;
        }
        let mut was = was(&part.name, Some(part), None);
        // As long as it is translated, what it said last tells it under another name.
        let at = Address::new(resource.name, &part.name);
        if let Some(last) = part.last().filter(|_| is_translated_somewhere(project, &at)) {
            was.retain(|text| text != last);
            was.insert(0, last.clone());
        }
        if !was.is_empty() {
            let now = sources.renames.now(resource.name, &part.name).to_vec();
            snapshot.push(Remembered { was, now, ..Remembered::new(&part.name) });
        }
    }
    snapshot
}

fn has_junk(resource: &Resource) -> bool {
    resource.is_damaged || resource.tree.has_junk
}

/// Every id that content used once and uses no more.
fn retired(project: &Project) -> BTreeSet<String> {
    let used: BTreeSet<&str> = project
        .content
        .items
        .iter()
        .flat_map(|item| item.parts.iter().map(|part| part.id.as_str()))
        .collect();
    let committed = project.records.known.messages.values().flatten().map(|(id, _)| id);
    let once = project.records.known.retired.iter().chain(committed);
    once.filter(|id| !used.contains(id.as_str())).cloned().collect()
}
