//! Which of two sides changed last: where a translation and its source both changed since records were
//! written, commits may say what the translation was made from.
//!
//! One commit that changes both made them together. Where one change came after the other, it knew of
//! it. Changes in branches beside each other knew nothing of each other, and settle nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Asked, Blobs, History, Learned, Name, Parsed, Replay, Untold, find, learn_of};
use crate::change::Fingerprint;
use crate::failure::Failure;
use crate::project::Project;
use crate::provenance::Sources;

/// What commits say of the translations that are asked about, nothing of those that they leave open;
/// and whether older commits could not say more.
///
/// # Errors
/// What files held cannot be read.
pub fn settle(
    project: &Project,
    history: &History,
    blobs: &dyn Blobs,
    asked: &Asked,
) -> Result<(Vec<Learned>, bool), Failure> {
    let mut learned = learn_of(project, history, blobs, &|_, _| {}, Some(asked))?;
    let is_enough = learned.iter().all(|part| part.untold != Some(Untold::Edge));
    learned.retain(|part| part.untold.is_none());
    let sources = Sources::today(&project.origin);
    let now = |part: &Learned| Some(sources.get(&part.resource, &part.name)?.now);
    let from = |part: &Learned| part.record.made.and_then(|made| made.from);
    let is_older = |part: &&Learned| part.made_in.is_some() && from(part) != now(part);
    let resources: BTreeSet<Arc<str>> =
        learned.iter().filter(is_older).map(|part| part.resource.clone()).collect();
    let mut past: BTreeMap<Arc<str>, Past> = BTreeMap::new();
    for resource in resources {
        past.insert(resource.clone(), Past::read(project, history, blobs, &resource)?);
    }
    learned.retain(|part| {
        let (Some(commit), Some(now)) = (part.made_in, now(part)) else { return true };
        let Some(past) = past.get(&part.resource).filter(|_| from(part) != Some(now)) else {
            return true;
        };
        let changes = past.changes_to(history, Name::of(&part.name), now);
        // A change that is not committed comes after all that is.
        changes.is_empty() || changes.iter().any(|change| is_before(history, commit, *change))
    });
    Ok((learned, is_enough))
}

/// A resource of the source in every commit.
struct Past {
    /// Versions of it, and the one that each commit has.
    versions: Vec<Parsed>,
    held: Vec<Option<usize>>,
}

impl Past {
    fn read(
        project: &Project,
        history: &History,
        blobs: &dyn Blobs,
        resource: &str,
    ) -> Result<Self, Failure> {
        let replay = Replay::new(&project.origin, history);
        let mut names: Vec<Arc<str>> = Vec::new();
        let mut places: FxHashMap<Arc<str>, usize> = FxHashMap::default();
        let mut held: Vec<Option<usize>> = Vec::with_capacity(history.commits.len());
        for commit in &history.commits {
            let mut now = commit.parents.first().and_then(|parent| held[*parent]);
            let is_it = |path: &Arc<str>| {
                let role = replay.roles.get(path);
                role.is_some_and(|role| role.locale.is_none() && *role.resource == *resource)
            };
            for edit in commit.edits.iter().filter(|edit| is_it(&edit.path)) {
                now = edit.blob.as_ref().map(|blob| {
                    *places.entry(blob.clone()).or_insert_with(|| {
                        names.push(blob.clone());
                        names.len() - 1
                    })
                });
            }
            held.push(now);
        }
        let read = blobs.read(&names)?.into_iter();
        let parsed = |bytes: Option<Vec<u8>>| replay.parsed(&bytes.unwrap_or_default(), true);
        Ok(Self { versions: read.map(parsed).collect(), held })
    }

    fn get(&self, commit: usize, name: Name) -> Option<Fingerprint> {
        match &self.versions[self.held[commit]?] {
            Parsed::Source(parts) => find(parts, name).copied(),
            Parsed::Translation(_) => None,
        }
    }

    /// The commits that made a part say what it does now.
    fn changes_to(&self, history: &History, name: Name, now: Fingerprint) -> Vec<usize> {
        let has = |commit: usize| self.get(commit, name) == Some(now);
        let commits = history.commits.iter().enumerate();
        let changes = commits.filter(|(number, commit)| {
            has(*number) && !commit.parents.iter().any(|parent| has(*parent))
        });
        changes.map(|(number, _)| number).collect()
    }
}

/// Whether a commit is among those that another was built on.
fn is_before(history: &History, commit: usize, other: usize) -> bool {
    let mut seen = BTreeSet::from([other]);
    // Parents have smaller numbers: what is left always has less to come.
    while let Some(next) = seen.pop_last() {
        if next == commit {
            return next != other;
        }
        seen.extend(history.commits[next].parents.iter().filter(|parent| **parent >= commit));
    }
    false
}
