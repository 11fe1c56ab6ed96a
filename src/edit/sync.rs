//! `sync`: makes the source catalogs say what content says, and keeps the records true.

use std::collections::BTreeSet;

use crate::config::FILE;
use crate::content::Catalog;
use crate::diagnostic::{Diagnostic, Place};
use crate::files::Output;
use crate::load::{is_generated, may_be_replaced};
use crate::project::{Project, Resource};
use crate::record::{self, Snapshot};
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
    sync.outputs.extend(records(project));
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
    let written = parts_of(&catalog.text, &syntax::parse(&catalog.text));
    let mut findings = Vec::new();
    let items = project.content.items.iter().filter(|item| *item.resource == *catalog.resource);
    for item in items {
        for part in &item.parts {
            let count = written.iter().filter(|(id, _)| *id == part.id).count();
            if count != 1 {
                let message = format!("the text `{}` cannot be written as a message", part.id);
                let place = Place::new(&item.source, part.pattern.span());
                findings.push(Diagnostic::new(crate::content::RULE, place, message));
            }
        }
    }
    findings
}

fn parts_of(text: &str, tree: &syntax::Resource) -> Snapshot {
    let mut parts = Snapshot::new();
    for (_, message) in tree.messages() {
        let name = message.name().of(text);
        if let Some(value) = &message.value {
            parts.push((name.to_owned(), syntax::flatten(text, value)));
        }
        for attribute in &message.attributes {
            let name = format!("{name}.{}", attribute.id.of(text));
            parts.push((name, syntax::flatten(text, &attribute.pattern)));
        }
    }
    parts
}

fn records(project: &Project) -> Vec<Output> {
    let folder = &project.config.records;
    let mut outputs = Vec::new();
    if project.config.content.is_none() {
        return outputs;
    }
    let mut kept = BTreeSet::new();
    let mut snapshot = |name: &str, parts: Snapshot| {
        kept.insert(name.to_owned());
        let file = record::snapshot_path(name);
        if project.records.snapshots.get(name) != Some(&parts)
            || project.records.unmerged.contains(&file)
        {
            let path = format!("{folder}/{file}");
            outputs.push(Output::new(path, record::write_snapshot(&parts)));
        }
    };
    for catalog in &project.expected {
        snapshot(&catalog.resource, parts_of(&catalog.text, &syntax::parse(&catalog.text)));
    }
    for resource in project.source.resources.iter().filter(|resource| !may_be_replaced(resource)) {
        let parts = parts_of(resource.text(), &resource.tree);
        // Of a file with a broken message, what is remembered stays until it can be read again.
        match project.records.snapshots.get(&*resource.name).filter(|_| has_junk(resource)) {
            Some(remembered) => snapshot(&resource.name, remembered.clone()),
            None => snapshot(&resource.name, parts),
        }
    }
    let mut gone: Vec<&String> =
        project.records.snapshots.keys().filter(|name| !kept.contains(*name)).collect();
    gone.sort();
    outputs.extend(gone.into_iter().map(|name| Output {
        path: format!("{folder}/{}", record::snapshot_path(name)),
        bytes: None,
    }));
    let retired = retired(project);
    if retired != project.records.known.retired
        || project.records.unmerged.contains(record::RETIRED)
    {
        let path = format!("{folder}/{}", record::RETIRED);
        outputs.push(Output::new(path, record::write_retired(&retired)));
    }
    outputs
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
