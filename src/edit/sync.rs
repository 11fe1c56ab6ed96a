//! `sync`: makes the source catalogs say what content says, and keeps the records true.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::change::Fingerprint;

use crate::config::FILE;
use crate::content::Catalog;
use crate::diagnostic::{Diagnostic, Place};
use crate::files::Output;
use crate::load::{is_generated, may_be_replaced};
use crate::project::{self, Project, Resource};
use crate::provenance::{Sources, parts_of, settled, words_of};
use crate::record::{self, Made, Record, Remembered, Snapshot, Text, Translations};
use crate::syntax;

/// What `sync` would do.
#[derive(Debug, Default)]
pub struct Sync {
    /// Files to write or remove; none if everything is in sync.
    pub outputs: Vec<Output>,
    /// What stands in the way. If there is anything, nothing may be written.
    pub findings: Vec<Diagnostic>,
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
    sync.outputs.extend(records(project, accepted, told));
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

fn records(project: &Project, accepted: Option<&Accepted>, told: Option<&Told>) -> Vec<Output> {
    let made: Vec<syntax::Resource> =
        project.expected.iter().map(|catalog| syntax::parse(&catalog.text)).collect();
    let source = source(project, &made);
    let texts = source.iter().map(|it| (it.name, it.text, it.tree)).collect();
    let sources = Sources::of(&project.origin, texts);
    let (mut outputs, mut kept) = (Vec::new(), BTreeSet::new());
    let mut needed = Needed::default();
    for resource in &source {
        for target in &project.targets {
            let path = record::translations_path(
                &project.config.records,
                &target.locale().code,
                resource.name,
            );
            if !target.config.is_asked_for(resource.name) {
                continue;
            }
            let before = target.records(resource.name);
            let code = &*target.locale().code;
            let accepted = accepted.filter(|accepted| accepted.locale == code);
            let told = told.filter(|told| told.locale == code);
            let after = translations(project, &sources, resource, target, accepted, told);
            for (name, record) in after.iter() {
                let made = record.made.iter().chain(&record.before).filter_map(|made| made.from);
                needed.extend(made.map(|from| (resource.name.to_owned(), name.to_owned(), from)));
            }
            if before.is_none_or(|before| before.is_unmerged || *before != after) {
                outputs.push(Output::new(path.as_str(), record::write_translations(&after)));
            }
            kept.insert(path);
        }
    }
    for resource in &source {
        let file = record::snapshot_path(resource.name);
        let path = format!("{}/{file}", project.config.records);
        let before = project.records.snapshots.get(resource.name);
        let after = snapshot(&sources, resource, before, &needed, told);
        if before != Some(&after) || project.records.unmerged.contains(&file) {
            outputs.push(Output::new(path.as_str(), record::write_snapshot(&after)));
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
    outputs.extend(gone.map(|path| Output { path, bytes: None }));
    if project.config.content.is_some() {
        let retired = retired(project);
        if retired != project.records.known.retired
            || project.records.unmerged.contains(record::RETIRED)
        {
            let path = format!("{}/{}", project.config.records, record::RETIRED);
            outputs.push(Output::new(path, record::write_retired(&retired)));
        }
    }
    outputs
}

/// Texts of the source that a record still speaks of: resource, name, fingerprint.
type Needed = BTreeSet<(String, String, Fingerprint)>;

/// What is to be recorded of the translations of a resource: every part of the source has its place.
fn translations(
    project: &Project,
    sources: &Sources<'_>,
    resource: &Source<'_>,
    target: &project::Catalog,
    accepted: Option<&Accepted>,
    told: Option<&Told>,
) -> Translations {
    let none = Translations::default();
    let before = target.records(resource.name).unwrap_or(&none);
    let file = target.resource(resource.name);
    let words = file.map(words_of).unwrap_or_default();
    let is_broken = file.is_some_and(has_junk);
    let mut after = Translations::default();
    let last = |name: &str| before.get(name).first().cloned();
    for (name, _) in parts_of(resource.text, resource.tree) {
        let (words, original) = (words.get(&name).copied(), sources.get(resource.name, &name));
        let record = match original {
            Some(original) if words.is_some() || !is_broken => {
                let record = settled(before.get(&name), original, words);
                let part = (resource.name.to_owned(), name.clone());
                let accepted = accepted.filter(|accepted| accepted.parts.contains(&part));
                match (accepted, told.and_then(|told| told.parts.get(&part))) {
                    (Some(accepted), _) => certified(record, original.now, &accepted.because),
                    (None, Some(made)) => certified(record, made.fingerprint, &made.because),
                    (None, None) => record,
                }
            }
            _ => last(&name).unwrap_or_default(),
        };
        after.push(&name, record);
    }
    // What the source has no more, or cannot be read in it, and what is still translated.
    let remembered = project.records.snapshots.get(resource.name);
    let is_left = |name: &str| {
        words.contains_key(name)
            || is_broken
            || (resource.has_junk
                && remembered.is_some_and(|parts| parts.iter().any(|part| part.name == name)))
    };
    for name in before.names().filter(|name| is_left(name)) {
        if after.get(name).is_empty() {
            after.push(name, last(name).unwrap_or_default());
        }
    }
    after
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
    sources: &Sources<'_>,
    resource: &Source<'_>,
    before: Option<&Snapshot>,
    needed: &Needed,
    told: Option<&Told>,
) -> Snapshot {
    let before = before.map_or(&[][..], Vec::as_slice);
    let known: HashMap<&str, &Remembered> =
        before.iter().map(|part| (part.name.as_str(), part)).collect();
    // Texts that a translation was made from and that are not those of today.
    let was = |name: &str, now: Option<Fingerprint>| {
        let is_needed = |text: &&Text| {
            text.fingerprint.is_some_and(|fingerprint| {
                Some(fingerprint) != now
                    && needed.contains(&(resource.name.to_owned(), name.to_owned(), fingerprint))
            })
        };
        let texts = known.get(name).into_iter().flat_map(|part| part.texts.iter().chain(&part.was));
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
        let was = was(name, Some(original.now));
        snapshot.push(Remembered { name: name.clone(), texts: vec![text], was });
    }
    let has = |name: &str| parts.iter().any(|(part, _)| part == name);
    for part in before.iter().filter(|part| !has(&part.name)) {
        let was = was(&part.name, None);
        match resource.has_junk {
            true => snapshot.push(part.clone()),
            false if was.is_empty() => {}
            false => snapshot.push(Remembered { name: part.name.clone(), texts: Vec::new(), was }),
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
