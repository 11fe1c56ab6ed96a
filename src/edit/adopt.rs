//! `adopt`: makes records of what history says of translations.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::rename::changes;
use super::sync::{Sync, sync};
use crate::change::Change;
use crate::files::{Files, Output};
use crate::history::{Learned, Untold};
use crate::project::{Catalog, Project};
use crate::provenance::{Sources, Standing, settled, words_of};
use crate::record::{self, Record, Remembered, Snapshot, Translations};

/// What records say of the translations of a locale.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Adopted {
    /// Made from what the source says today.
    pub current: usize,
    /// Made from something else, by how that changed.
    pub stale: BTreeMap<Change, usize>,
    /// Nobody knows what from.
    pub unknown: usize,
    /// Of how many of these history does not tell, by the reason.
    pub untold: BTreeMap<Untold, usize>,
}

/// Takes what was learned into the records of a project, and says what has to be written for that and
/// what is known then, by locale. What is recorded already stays, unless it is to be replaced; what
/// somebody certified stays in any case.
pub fn adopt(
    project: &mut Project,
    learned: Vec<Learned>,
    is_replacing: bool,
) -> (Sync, Vec<(String, Adopted)>) {
    let before = written(project);
    let mut told: FxHashMap<(Arc<str>, Arc<str>), Vec<Learned>> = FxHashMap::default();
    for part in learned {
        told.entry((part.locale.clone(), part.resource.clone())).or_default().push(part);
    }
    let mut texts: Vec<(Arc<str>, String, record::Text)> = Vec::new();
    let sources = Sources::today(&project.origin);
    let mut changed: Vec<FxHashMap<String, Translations>> = Vec::new();
    for catalog in &project.targets {
        let mut records = FxHashMap::default();
        for name in catalog.recorded() {
            records.extend(catalog.records(name).map(|known| (name.to_owned(), known.clone())));
        }
        for resource in &catalog.resources {
            let key = (catalog.locale().code.clone(), resource.name.clone());
            let Some(told) = told.get(&key) else { continue };
            let after = merged(&sources, catalog, told, is_replacing, &mut texts);
            records.insert(resource.name.to_string(), after);
        }
        changed.push(records);
    }
    drop(sources);
    let targets = std::mem::take(&mut project.targets).into_iter().zip(changed);
    project.targets = targets.map(|(catalog, records)| catalog.with_records(records)).collect();
    remember(project, texts);
    let after = written(project);
    let mut sync = sync(project);
    // What `sync` leaves as it is was perhaps changed here.
    let synced: BTreeSet<String> = sync.outputs.iter().map(|output| output.path.clone()).collect();
    let changed = after.into_iter().filter(|(path, text)| before.get(path) != Some(text));
    let changed = changed.filter(|(path, _)| !synced.contains(path));
    sync.outputs.extend(changed.map(|(path, text)| Output::new(path, text)));
    // And what it puts back was perhaps so before.
    sync.outputs.retain(|output| {
        let was = before.get(&output.path).map(String::as_bytes);
        output.bytes.is_none() || was != output.bytes.as_deref()
    });
    sync.outputs.sort_by(|a, b| a.path.cmp(&b.path));
    let known = adopted(project, &told);
    (sync, known)
}

/// Takes what commits say of translations that `sync` leaves unknown, given what it would do and the
/// project as it would be then.
pub fn settle(
    files: &dyn Files,
    mut synced: Project,
    mut learned: Vec<Learned>,
    before: Sync,
) -> Sync {
    let mut unsettled = before.unsettled.clone();
    for part in &mut learned {
        unsettled.remove(&part.part());
        let catalog = synced.catalog(&part.locale);
        let records = catalog.and_then(|catalog| catalog.records(&part.resource));
        let recorded = records.and_then(|records| records.get(&part.name).first());
        // What it was before is known already.
        part.record.before = recorded.and_then(|recorded| recorded.before);
    }
    let (after, _) = adopt(&mut synced, learned, false);
    let outputs = before.outputs.iter().cloned().chain(after.outputs);
    Sync { outputs: changes(files, outputs.collect()), unsettled, ..before }
}

/// The records of a resource with what was learned of its translations.
fn merged(
    sources: &Sources<'_>,
    catalog: &Catalog,
    told: &[Learned],
    is_replacing: bool,
    texts: &mut Vec<(Arc<str>, String, record::Text)>,
) -> Translations {
    let none = Translations::default();
    let resource = told.first().map(|part| &*part.resource).unwrap_or_default();
    let known = catalog.records(resource).unwrap_or(&none);
    let learned: FxHashMap<&str, &Learned> =
        told.iter().map(|part| (part.name.as_str(), part)).collect();
    let mut after = Translations::default();
    let new = told.iter().map(|part| part.name.as_str());
    let mut seen = BTreeSet::new();
    for name in known.names().chain(new) {
        if !seen.insert(name) {
            continue;
        }
        let records = known.get(name);
        let better = learned.get(name).filter(|part| {
            let Some(original) = sources.get(&part.resource, name) else { return false };
            let words = part.record.made.map(|made| made.words);
            is_better(&settled(records, original, words), &part.record, is_replacing)
        });
        match better {
            Some(part) => {
                after.push(name, part.record.clone());
                let named =
                    |text: &record::Text| (part.resource.clone(), name.to_owned(), text.clone());
                texts.extend(part.texts.iter().map(named));
            }
            None => records.iter().for_each(|record| after.push(name, record.clone())),
        }
    }
    after
}

/// Whether what was learned takes the place of what is recorded.
fn is_better(recorded: &Record, learned: &Record, is_replacing: bool) -> bool {
    let is_known = |record: &Record| record.made.is_some_and(|made| made.from.is_some());
    is_known(learned) && recorded.because.is_empty() && (is_replacing || !is_known(recorded))
}

/// Adds texts of the source to what is remembered of them.
fn remember(project: &mut Project, texts: Vec<(Arc<str>, String, record::Text)>) {
    // The source side is shared only while it is read.
    let Some(origin) = Arc::get_mut(&mut project.origin) else { return };
    let mut by_resource: BTreeMap<Arc<str>, Vec<(String, record::Text)>> = BTreeMap::new();
    for (resource, name, text) in texts {
        by_resource.entry(resource).or_default().push((name, text));
    }
    for (resource, texts) in by_resource {
        let snapshot = origin.records.snapshots.entry(resource.to_string()).or_default();
        add(snapshot, texts);
    }
}

fn add(snapshot: &mut Snapshot, texts: Vec<(String, record::Text)>) {
    let mut places: FxHashMap<String, usize> =
        snapshot.iter().enumerate().map(|(at, part)| (part.name.clone(), at)).collect();
    for (name, text) in texts {
        let at = *places.entry(name.clone()).or_insert_with(|| {
            snapshot.push(Remembered::new(&name));
            snapshot.len() - 1
        });
        let part = &mut snapshot[at];
        let is_known = part.texts.iter().chain(&part.was);
        if !is_known.into_iter().any(|known| known.fingerprint == text.fingerprint) {
            part.was.push(text);
        }
    }
}

/// The files of records as they are, by path.
fn written(project: &Project) -> BTreeMap<String, String> {
    let folder = &project.config.records;
    let snapshots = project.records.snapshots.iter().map(|(name, snapshot)| {
        let path = format!("{folder}/{}", record::snapshot_path(name));
        (path, record::write_snapshot(snapshot))
    });
    let translations = project.targets.iter().flat_map(|catalog| {
        let of = move |name| {
            let path = record::translations_path(folder, &catalog.locale().code, name);
            Some((path, record::write_translations(catalog.records(name)?)))
        };
        catalog.recorded().into_iter().filter_map(of)
    });
    snapshots.chain(translations).collect()
}

/// What the records of a project say now, by locale.
fn adopted(
    project: &Project,
    told: &FxHashMap<(Arc<str>, Arc<str>), Vec<Learned>>,
) -> Vec<(String, Adopted)> {
    let sources = Sources::today(&project.origin);
    let of = |catalog: &Catalog| {
        let mut adopted = Adopted::default();
        for resource in &catalog.resources {
            let key = (catalog.locale().code.clone(), resource.name.clone());
            let Some(told) = told.get(&key) else { continue };
            let words = words_of(resource);
            for part in told {
                let Some(original) = sources.get(&resource.name, &part.name) else { continue };
                let records = catalog.records(&resource.name).map(|all| all.get(&part.name));
                let words = words.get(&part.name).copied();
                let record = settled(records.unwrap_or_default(), original, words);
                match sources.of_record(original, &record) {
                    Standing::Current => adopted.current += 1,
                    Standing::Stale(stale) => *adopted.stale.entry(stale.change).or_default() += 1,
                    Standing::Unknown => {
                        adopted.unknown += 1;
                        if let Some(untold) = part.untold {
                            *adopted.untold.entry(untold).or_default() += 1;
                        }
                    }
                }
            }
        }
        (catalog.locale().code.to_string(), adopted)
    };
    project.targets.iter().map(of).collect()
}
