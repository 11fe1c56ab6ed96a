//! What the history of a project says of its translations: which source text each was made from.
//!
//! The commits are gone through once, parents first, and each hands on to its children what is known
//! of every translated part: the words it has, and what the source said in the commit that gave it
//! these words. A commit that leaves the words as they are changes nothing of that, however it sets
//! them; one that puts former words back gives back what they were made from. A merge takes words
//! from the parent that has them, with what that parent knows.
//!
//! Where commits come from is not known here.

mod order;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::change::{Fingerprint, Language, Part};
use crate::config::Config;
use crate::failure::Failure;
use crate::project::{Catalog, Origin, Project, Resource};
use crate::provenance::{Sources, parts_of};
use crate::record::{self, Address, Record, Text, Words};
use crate::syntax;

pub use order::settle;

/// Commits, parents before their children; the last one is where the work is.
#[derive(Debug, Default)]
pub struct History {
    /// The commits.
    pub commits: Vec<Commit>,
}

/// What a commit did to the files.
#[derive(Debug, Default)]
pub struct Commit {
    /// The indices of its parents.
    pub parents: Vec<usize>,
    /// Whether history begins here because no more of it is looked at: nobody knows what came before.
    pub is_edge: bool,
    /// How its files differ from those of its first parent.
    pub edits: Vec<Edit>,
}

/// What became of a file.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Its path, from the project.
    pub path: Arc<str>,
    /// Where it was before, if it was moved.
    pub was: Option<Arc<str>>,
    /// What it holds now, by a name that [`Blobs`] knows; `None` if it is gone.
    pub blob: Option<Arc<str>>,
}

/// Reads what files held.
pub trait Blobs: Sync {
    /// The bytes of each; `None` of what is not there.
    ///
    /// # Errors
    /// They cannot be read.
    fn read(&self, names: &[Arc<str>]) -> Result<Vec<Option<Vec<u8>>>, Failure>;
}

/// Why history does not tell what a translation was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Untold {
    /// It was there already when the history that was looked at begins.
    Edge,
    /// A merge gave it words that neither side had, and the sides differed in their source.
    Merge,
    /// The source had no such part when it was made.
    Sourceless,
    /// It is not committed, and its source has changed since the last commit too.
    Uncommitted,
}

/// What was learned of a translation that is there today.
#[derive(Debug)]
pub struct Learned {
    /// The locale's code.
    pub locale: Arc<str>,
    /// The resource.
    pub resource: Arc<str>,
    /// The part: `id`, `-id` or `id.attribute`.
    pub name: String,
    /// What it was made from, and the translation before it.
    pub record: Record,
    /// The texts of the source that the record speaks of and that are not those of today.
    pub texts: Vec<Text>,
    /// Why it is not known what it was made from.
    pub untold: Option<Untold>,
    /// The commit that gave it its words; `None` if they are not committed.
    pub made_in: Option<usize>,
}

impl Learned {
    /// The locale, and the part.
    pub fn part(&self) -> (String, Address) {
        (self.locale.to_string(), Address::new(&self.resource, &self.name))
    }
}

/// So many versions of files are held at a time.
const BATCH: usize = 4096;

/// Goes through a history. `progress` hears how many versions of files were read, and of how many.
///
/// # Errors
/// What files held cannot be read.
pub fn learn(
    project: &Project,
    history: &History,
    blobs: &dyn Blobs,
    progress: &dyn Fn(usize, usize),
) -> Result<Vec<Learned>, Failure> {
    learn_of(project, history, blobs, progress, None)
}

/// The parts of locales' translations that are asked about.
type Asked = BTreeSet<(String, Address)>;

fn learn_of(
    project: &Project,
    history: &History,
    blobs: &dyn Blobs,
    progress: &dyn Fn(usize, usize),
    asked: Option<&Asked>,
) -> Result<Vec<Learned>, Failure> {
    let mut replay = Replay::new(&project.origin, history);
    if let Some(asked) = asked {
        let resources: BTreeSet<&str> = asked.iter().map(|(_, part)| &*part.resource).collect();
        replay.roles.retain(|_, role| resources.contains(&*role.resource));
    }
    let total = replay.versions(history);
    let (mut next, mut done) = (0, 0);
    while next < history.commits.len() {
        let end = replay.batch(history, next);
        let (read, parsed) = replay.parse(&history.commits[next..end], blobs)?;
        for number in next..end {
            replay.commit(number, &history.commits[number], &parsed);
        }
        done += read;
        progress(done.min(total), total);
        next = end;
    }
    let tree = history.commits.len().checked_sub(1).and_then(|last| replay.live.remove(&last));
    replay.today(project, tree.unwrap_or_default(), blobs, asked)
}

/// How many versions of files of this project a history has.
pub fn versions(origin: &Origin, history: &History) -> usize {
    Replay::new(origin, history).versions(history)
}

/// Stands for the name of a part, as a fingerprint stands for its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Name(u64);

impl Name {
    fn of(name: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// What a file is: a resource of a locale, or of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Role {
    locale: Option<Arc<str>>,
    resource: Arc<str>,
}

/// What a version of a file holds, sorted by name.
#[derive(Debug)]
enum Parsed {
    Source(Vec<(Name, Fingerprint)>),
    Translation(Vec<(Name, Words)>),
}

/// Versions of files that were read, by what they hold and whether as a source.
type Versions = FxHashMap<(Arc<str>, bool), Arc<Parsed>>;

/// The files of a commit by path.
type Tree = FxHashMap<Arc<str>, Held>;

/// What is known of a file in a commit.
#[derive(Clone, Debug)]
enum Held {
    Source(Arc<SourceFile>),
    Translation(Arc<Vec<(Name, State)>>),
}

#[derive(Debug)]
struct SourceFile {
    blob: Arc<str>,
    parts: Arc<Parsed>,
    /// Parts that got another name, new and old.
    renamed: Vec<(Name, Name)>,
}

impl SourceFile {
    fn parts(&self) -> &[(Name, Fingerprint)] {
        match &*self.parts {
            Parsed::Source(parts) => parts,
            Parsed::Translation(_) => &[],
        }
    }

    fn get(&self, name: Name) -> Option<Fingerprint> {
        find(self.parts(), name).copied()
    }

    /// What a part was called before, the latest name first.
    fn former_names(&self, name: Name) -> Vec<Name> {
        let mut names = vec![name];
        while let Some(&(_, old)) = names
            .last()
            .and_then(|last| self.renamed.iter().rev().find(|(new, _)| new == last))
            .filter(|(_, old)| !names.contains(old))
        {
            names.push(old);
        }
        names.split_off(1)
    }
}

/// What is known of a translated part.
#[derive(Clone, Debug, Default)]
struct State {
    /// `None` where it is not translated any more.
    made: Option<Making>,
    former: Option<Arc<Former>>,
}

/// Words that a translation once had, the latest first.
#[derive(Debug)]
struct Former {
    made: Making,
    before: Option<Arc<Former>>,
}

/// How a translation came to its words.
#[derive(Clone, Debug)]
struct Making {
    words: Words,
    from: Source,
    /// The commit.
    commit: usize,
}

/// What a translation was made from.
#[derive(Clone, Debug)]
enum Source {
    /// A text of the source: what stands for it, and where it stood; nowhere if it stands there today.
    Known(Fingerprint, Option<(Arc<str>, Name)>),
    Unknown(Untold),
}

impl Source {
    fn fingerprint(&self) -> Option<Fingerprint> {
        match self {
            Self::Known(fingerprint, _) => Some(*fingerprint),
            Self::Unknown(_) => None,
        }
    }
}

impl State {
    fn has(&self, words: Words) -> bool {
        self.made.as_ref().is_some_and(|made| made.words == words)
    }

    /// The making of words that it has or had, the latest.
    fn making(&self, words: Words) -> Option<&Making> {
        self.made.iter().chain(self.formers()).find(|made| made.words == words)
    }

    fn formers(&self) -> impl Iterator<Item = &Making> {
        std::iter::successors(self.former.as_deref(), |former| former.before.as_deref())
            .map(|former| &former.made)
    }

    /// The same with other words, or none.
    fn followed_by(&self, made: Option<Making>) -> Self {
        let former = match &self.made {
            Some(last) => {
                Some(Arc::new(Former { made: last.clone(), before: self.former.clone() }))
            }
            None => self.former.clone(),
        };
        Self { made, former }
    }
}

/// Translations that a commit took out of files, by locale, name and words: they may have moved.
type Moved = FxHashMap<(Arc<str>, Name, Words), State>;

struct Replay<'a> {
    origin: &'a Origin,
    language: Language,
    roles: FxHashMap<Arc<str>, Role>,
    /// The paths that a resource of the source has had.
    sources: FxHashMap<Arc<str>, Vec<Arc<str>>>,
    /// Commits of which a child is still to come, and how many.
    waiting: Vec<usize>,
    live: FxHashMap<usize, Tree>,
}

impl<'a> Replay<'a> {
    fn new(origin: &'a Origin, history: &History) -> Self {
        let roles = roles(&origin.config, history);
        let mut sources: FxHashMap<Arc<str>, Vec<Arc<str>>> = FxHashMap::default();
        let mut seen = FxHashSet::default();
        let mut waiting = vec![0; history.commits.len()];
        for commit in &history.commits {
            for parent in &commit.parents {
                waiting[*parent] += 1;
            }
            for edit in &commit.edits {
                let Some(role) = roles.get(&edit.path).filter(|role| role.locale.is_none()) else {
                    continue;
                };
                if seen.insert(edit.path.clone()) {
                    sources.entry(role.resource.clone()).or_default().push(edit.path.clone());
                }
            }
        }
        let language = Language::new(&origin.source.locale().tag);
        Self { origin, language, roles, sources, waiting, live: FxHashMap::default() }
    }

    fn versions(&self, history: &History) -> usize {
        let edits = history.commits.iter().flat_map(|commit| &commit.edits);
        edits.filter(|edit| edit.blob.is_some() && self.roles.contains_key(&edit.path)).count()
    }

    /// The end of the commits that are read together from here.
    fn batch(&self, history: &History, start: usize) -> usize {
        let mut count = 0;
        let is_enough = |commit: &Commit| {
            count += commit.edits.len();
            count >= BATCH
        };
        let last = history.commits[start..].iter().position(is_enough);
        last.map_or(history.commits.len(), |last| start + last + 1)
    }

    /// Reads the files of some commits, each version once, and says how many of them there are.
    fn parse(&self, commits: &[Commit], blobs: &dyn Blobs) -> Result<(usize, Versions), Failure> {
        let mut wanted: FxHashSet<(Arc<str>, bool)> = FxHashSet::default();
        let mut ordered = Vec::new();
        let mut count = 0;
        for edit in commits.iter().flat_map(|commit| &commit.edits) {
            let (Some(role), Some(blob)) = (self.roles.get(&edit.path), &edit.blob) else {
                continue;
            };
            count += 1;
            let key = (blob.clone(), role.locale.is_none());
            if wanted.insert(key.clone()) {
                ordered.push(key);
            }
        }
        let names: Vec<Arc<str>> = ordered.iter().map(|(blob, _)| blob.clone()).collect();
        let read = blobs.read(&names)?;
        let parsed = ordered.into_par_iter().zip(read).filter_map(|(key, bytes)| {
            let parsed = self.parsed(&bytes?, key.1);
            Some((key, Arc::new(parsed)))
        });
        Ok((count, parsed.collect()))
    }

    fn parsed(&self, bytes: &[u8], is_source: bool) -> Parsed {
        let text = String::from_utf8_lossy(bytes);
        let tree = syntax::parse(&text);
        let parts = parts_of(&text, &tree);
        if is_source {
            let fingerprint = |name: &str, pattern| {
                let is_markdown = self.origin.is_markdown(name);
                Part::new(&text, pattern, is_markdown, &self.language).fingerprint()
            };
            let parts = parts.into_iter();
            return Parsed::Source(sorted(
                parts.map(|(name, pattern)| (Name::of(&name), fingerprint(&name, pattern))),
            ));
        }
        let words = |(name, pattern): (String, &syntax::Pattern)| {
            (Name::of(&name), Words::of(pattern.span.of(&text)))
        };
        Parsed::Translation(sorted(parts.into_iter().map(words)))
    }

    /// Works out what is known after a commit.
    fn commit(&mut self, number: usize, commit: &Commit, versions: &Versions) {
        let mut tree = commit.parents.first().map(|first| self.hand_on(*first)).unwrap_or_default();
        let others: Vec<Tree> =
            commit.parents.iter().skip(1).map(|parent| self.hand_on(*parent)).collect();
        let (moved, sides) = (Moved::default(), FxHashMap::default());
        let mut step = Step { replay: self, number, commit, versions, moved, sides };
        step.run(&mut tree, &others);
        if self.waiting[number] > 0 || number + 1 == self.waiting.len() {
            self.live.insert(number, tree);
        }
    }

    /// The files of a commit, for one of its children; the last takes them.
    fn hand_on(&mut self, number: usize) -> Tree {
        self.waiting[number] -= 1;
        let is_last = self.waiting[number] == 0 && number + 1 < self.waiting.len();
        let tree = match is_last {
            true => self.live.remove(&number),
            false => self.live.get(&number).cloned(),
        };
        tree.unwrap_or_default()
    }

    /// The file of the source that a resource is in, in a commit.
    fn source<'t>(&self, resource: &str, tree: &'t Tree) -> Option<&'t Arc<SourceFile>> {
        let paths = self.sources.get(resource)?;
        paths.iter().find_map(|path| match tree.get(path) {
            Some(Held::Source(file)) => Some(file),
            _ => None,
        })
    }

    /// What is known of the translations that are there today.
    fn today(
        &self,
        project: &Project,
        tree: Tree,
        blobs: &dyn Blobs,
        asked: Option<&Asked>,
    ) -> Result<Vec<Learned>, Failure> {
        let sources = Sources::today(&project.origin);
        let mut found: Vec<(Learned, State)> = Vec::new();
        for catalog in &project.targets {
            for resource in &catalog.resources {
                self.of_resource(catalog, resource, &sources, &tree, &mut found);
            }
        }
        found.retain(|(learned, _)| asked.is_none_or(|asked| asked.contains(&learned.part())));
        drop(tree);
        let texts = texts(&found, &sources, blobs)?;
        let with_texts = |(learned, state): (Learned, State)| {
            let text = |(fingerprint, blob, name): (Fingerprint, &Arc<str>, Name)| {
                let text = texts.get(&(blob.clone(), name))?.clone();
                Some(Text { fingerprint: Some(fingerprint), text })
            };
            let texts = places(&state).filter_map(text).collect();
            Learned { texts, ..learned }
        };
        Ok(found.into_iter().map(with_texts).collect())
    }

    fn of_resource(
        &self,
        catalog: &Catalog,
        resource: &Resource,
        sources: &Sources<'_>,
        tree: &Tree,
        found: &mut Vec<(Learned, State)>,
    ) {
        let held = match tree.get(&*resource.file.path) {
            Some(Held::Translation(parts)) => parts.as_slice(),
            _ => &[],
        };
        let committed = self.source(&resource.name, tree);
        for (name, pattern) in parts_of(resource.text(), &resource.tree) {
            let Some(original) = sources.get(&resource.name, &name) else { continue };
            let words = Words::of(pattern.span.of(resource.text()));
            let key = Name::of(&name);
            let state = find(held, key).cloned().unwrap_or_default();
            let state = match state.has(words) {
                true => state,
                false => {
                    // It is not committed yet.
                    let was = committed.and_then(|source| source.get(key));
                    let from = match was == Some(original.now) {
                        true => Source::Known(original.now, None),
                        false => Source::Unknown(Untold::Uncommitted),
                    };
                    let made = Making { words, from, commit: usize::MAX };
                    let made = state.making(words).cloned().unwrap_or(made);
                    state.followed_by(Some(made))
                }
            };
            let untold = match state.made.as_ref().map(|made| &made.from) {
                Some(Source::Unknown(untold)) => Some(*untold),
                _ => None,
            };
            let record = Record {
                made: state.made.as_ref().map(made),
                before: before(&state).map(made),
                because: String::new(),
            };
            let (locale, resource) = (catalog.locale().code.clone(), resource.name.clone());
            let texts = Vec::new();
            let made_in = state.made.as_ref().map(|made| made.commit);
            let made_in = made_in.filter(|commit| *commit != usize::MAX);
            let learned = Learned { locale, resource, name, record, texts, untold, made_in };
            found.push((learned, state));
        }
    }
}

/// Texts of the source by the file they stood in and their name.
type Texts = FxHashMap<(Arc<str>, Name), String>;

/// What the source said when translations were made, where it says something else today. It is read
/// again for that: of most versions nobody asks.
fn texts(
    found: &[(Learned, State)],
    sources: &Sources<'_>,
    blobs: &dyn Blobs,
) -> Result<Texts, Failure> {
    let mut asked: BTreeMap<Arc<str>, BTreeSet<Name>> = BTreeMap::new();
    for (learned, state) in found {
        let now = sources.get(&learned.resource, &learned.name).map(|original| original.now);
        for (_, blob, name) in places(state).filter(|(then, ..)| Some(*then) != now) {
            asked.entry(blob.clone()).or_default().insert(name);
        }
    }
    let asked: Vec<(Arc<str>, BTreeSet<Name>)> = asked.into_iter().collect();
    let mut texts = Texts::default();
    for batch in asked.chunks(BATCH) {
        let names: Vec<Arc<str>> = batch.iter().map(|(blob, _)| blob.clone()).collect();
        let read = batch.par_iter().zip(blobs.read(&names)?);
        let read = read.flat_map_iter(|((blob, asked), bytes)| {
            let bytes = bytes.unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            let tree = syntax::parse(&text);
            let parts = parts_of(&text, &tree).into_iter();
            let parts = parts.map(|(name, pattern)| (Name::of(&name), pattern));
            let parts = parts.filter(|(name, _)| asked.contains(name));
            let flat = |(name, pattern)| ((blob.clone(), name), syntax::flatten(&text, pattern));
            parts.map(flat).collect::<Vec<_>>()
        });
        texts.par_extend(read);
    }
    Ok(texts)
}

fn made(making: &Making) -> record::Made {
    record::Made { from: making.from.fingerprint(), words: making.words }
}

/// The translation before this one.
fn before(state: &State) -> Option<&Making> {
    state.formers().find(|former| !state.has(former.words))
}

/// Where the texts stand that a state's record speaks of.
fn places(state: &State) -> impl Iterator<Item = (Fingerprint, &Arc<str>, Name)> {
    state.made.iter().chain(before(state)).filter_map(|made| match &made.from {
        Source::Known(fingerprint, Some((blob, name))) => Some((*fingerprint, blob, *name)),
        _ => None,
    })
}

/// What each path of a history is: by the layout of today, or by where it was moved to.
fn roles(config: &Config, history: &History) -> FxHashMap<Arc<str>, Role> {
    let mut roles: FxHashMap<Arc<str>, Role> = FxHashMap::default();
    let mut resources: FxHashSet<Arc<str>> = FxHashSet::default();
    let mut seen = FxHashSet::default();
    for edit in history.commits.iter().rev().flat_map(|commit| commit.edits.iter().rev()) {
        for path in [Some(&edit.path), edit.was.as_ref()].into_iter().flatten() {
            if seen.insert(path.clone())
                && let Some((locale, resource)) = role(config, path)
            {
                let resource: Arc<str> = resource.into();
                resources.insert(resource.clone());
                roles.insert(path.clone(), Role { locale, resource });
            }
        }
        if let Some(was) = &edit.was
            && !roles.contains_key(was)
            && let Some(role) = roles.get(&edit.path).cloned()
        {
            roles.insert(was.clone(), role);
        }
    }
    roles
}

fn role(config: &Config, path: &str) -> Option<(Option<Arc<str>>, String)> {
    let sorted = config.sort(&[path]);
    if let Some((resource, _)) = sorted.source.into_iter().next() {
        return Some((None, resource));
    }
    let (code, files) = sorted.found.into_iter().next()?;
    let (resource, _) = files.into_iter().next()?;
    Some((Some(code.into()), resource))
}

fn sorted<T>(parts: impl Iterator<Item = (Name, T)>) -> Vec<(Name, T)> {
    let mut parts: Vec<(Name, T)> = parts.collect();
    parts.sort_unstable_by_key(|(name, _)| *name);
    parts
}

fn find<T>(parts: &[(Name, T)], name: Name) -> Option<&T> {
    let at = parts.binary_search_by_key(&name, |(name, _)| *name).ok()?;
    Some(&parts[at].1)
}

/// What one commit does.
struct Step<'r, 'a> {
    replay: &'r Replay<'a>,
    number: usize,
    commit: &'r Commit,
    versions: &'r Versions,
    moved: Moved,
    /// The source as each parent of a merge has it, by resource.
    sides: FxHashMap<Arc<str>, Vec<Arc<SourceFile>>>,
}

impl Step<'_, '_> {
    /// Takes the files of its first parent to its own.
    fn run(&mut self, tree: &mut Tree, others: &[Tree]) {
        self.note_sides(tree, others);
        // The source first: what it says in this commit is what translations in it are made from.
        let parents: Vec<Option<Held>> =
            self.commit.edits.iter().map(|edit| before_edit(tree, edit).cloned()).collect();
        for (edit, parent) in self.commit.edits.iter().zip(&parents) {
            if self.role(edit).is_some_and(|role| role.locale.is_none()) {
                self.source(edit, parent.as_ref(), tree, others);
            }
            self.note_moved(edit, parent.as_ref());
        }
        let mut edited = FxHashSet::default();
        for (edit, parent) in self.commit.edits.iter().zip(parents) {
            let Some(Role { locale: Some(locale), resource }) = self.role(edit).cloned() else {
                continue;
            };
            edited.insert(edit.path.clone());
            let words = match self.version(edit, false).as_deref() {
                Some(Parsed::Translation(words)) => words.clone(),
                _ => Vec::new(),
            };
            let others: Vec<(&Tree, Held)> = others
                .iter()
                .filter_map(|tree| Some((tree, before_edit(tree, edit).cloned()?)))
                .collect();
            let priors: Vec<&[(Name, State)]> = parent
                .iter()
                .chain(others.iter().map(|(_, held)| held))
                .filter_map(Held::translation)
                .collect();
            let source = self.replay.source(&resource, tree).cloned();
            let parts = self.translation(&locale, &resource, &words, &priors, source.as_deref());
            if edit.was.is_some() || edit.blob.is_some() || !parts.is_empty() {
                tree.insert(edit.path.clone(), Held::Translation(Arc::new(parts)));
            }
        }
        for other in others {
            self.agree(tree, other, &edited);
        }
        for edit in &self.commit.edits {
            // What was moved away has no past of its own any more.
            if let Some(was) = edit.was.as_ref().filter(|was| self.is_gone(was)) {
                tree.remove(was);
            }
        }
    }

    fn is_gone(&self, path: &Arc<str>) -> bool {
        self.commit.edits.iter().all(|edit| edit.path != *path || edit.blob.is_none())
    }

    fn role(&self, edit: &Edit) -> Option<&Role> {
        self.replay.roles.get(&edit.path)
    }

    fn version(&self, edit: &Edit, is_source: bool) -> Option<Arc<Parsed>> {
        self.versions.get(&(edit.blob.clone()?, is_source)).cloned()
    }

    fn source(&self, edit: &Edit, parent: Option<&Held>, tree: &mut Tree, others: &[Tree]) {
        let (Some(parts), Some(blob)) = (self.version(edit, true), edit.blob.clone()) else {
            tree.remove(&edit.path);
            return;
        };
        let mut file = SourceFile { blob, parts, renamed: Vec::new() };
        let held_before = others.iter().filter_map(|tree| before_edit(tree, edit));
        for before in parent.into_iter().chain(held_before).filter_map(Held::source) {
            let renamed = before.renamed.iter().copied().chain(renamed(before, &file));
            for names in renamed.collect::<Vec<_>>() {
                if !file.renamed.contains(&names) {
                    file.renamed.push(names);
                }
            }
        }
        tree.insert(edit.path.clone(), Held::Source(Arc::new(file)));
    }

    fn note_moved(&mut self, edit: &Edit, parent: Option<&Held>) {
        let Some(Role { locale: Some(locale), .. }) = self.role(edit).cloned() else { return };
        let Some(before) = parent.and_then(Held::translation) else { return };
        let after = self.version(edit, false);
        let after = match after.as_deref() {
            Some(Parsed::Translation(words)) => words.as_slice(),
            _ => &[],
        };
        for (name, state) in before {
            if let Some(made) = &state.made
                && find(after, *name).is_none()
            {
                self.moved.insert((locale.clone(), *name, made.words), state.clone());
            }
        }
    }

    /// What is known of the parts of a translation, from what its parents knew.
    fn translation(
        &self,
        locale: &Arc<str>,
        resource: &str,
        all: &[(Name, Words)],
        priors: &[&[(Name, State)]],
        source: Option<&SourceFile>,
    ) -> Vec<(Name, State)> {
        let mut parts: Vec<(Name, State)> = Vec::with_capacity(all.len());
        for &(name, words) in all {
            let mut states: Vec<&State> =
                priors.iter().filter_map(|prior| find(prior, name)).collect();
            let now = source.and_then(|source| source.get(name));
            if let Some(state) = latest(&states, words, now) {
                parts.push((name, state.clone()));
                continue;
            }
            states.extend(under_former_names(name, all, priors, source));
            let moved = || self.moved.get(&(locale.clone(), name, words)).cloned();
            let state = kept(&states, words, now).or_else(moved).unwrap_or_else(|| {
                let from = self.made_from(resource, name, source);
                followed(&states, Making { words, from, commit: self.number })
            });
            parts.push((name, state));
        }
        // And what is there no more: once it may be put back.
        for (number, prior) in priors.iter().enumerate() {
            let is_new = |name: Name| {
                let before = || priors[..number].iter().any(|prior| find(prior, name).is_some());
                find(all, name).is_none() && !before()
            };
            let gone = prior.iter().filter(|(name, _)| is_new(*name));
            parts.extend(gone.map(|(name, state)| (*name, state.followed_by(None))));
        }
        parts.sort_unstable_by_key(|(name, _)| *name);
        parts
    }

    /// What a translation was made from that this commit gave its words.
    fn made_from(&self, resource: &str, name: Name, source: Option<&SourceFile>) -> Source {
        if self.commit.is_edge {
            return Source::Unknown(Untold::Edge);
        }
        let Some((source, now)) = source.and_then(|source| Some((source, source.get(name)?)))
        else {
            return Source::Unknown(Untold::Sourceless);
        };
        let sides = self.sides.get(resource).into_iter().flatten();
        match sides.filter_map(|side| side.get(name)).all(|side| side == now) {
            true => Source::Known(now, Some((source.blob.clone(), name))),
            false => Source::Unknown(Untold::Merge),
        }
    }

    /// The source of what a merge edits, as each of its parents has it.
    fn note_sides(&mut self, tree: &Tree, others: &[Tree]) {
        if others.is_empty() {
            return;
        }
        for edit in &self.commit.edits {
            let Some(Role { locale: Some(_), resource }) = self.role(edit).cloned() else {
                continue;
            };
            let trees = std::iter::once(tree).chain(others);
            let sides = trees.filter_map(|tree| self.replay.source(&resource, tree).cloned());
            let sides = sides.collect();
            self.sides.insert(resource, sides);
        }
    }

    /// Takes from another parent what it knows better of words that both have.
    fn agree(&self, tree: &mut Tree, other: &Tree, edited: &FxHashSet<Arc<str>>) {
        let mut paths: Vec<&Arc<str>> =
            tree.keys().filter(|path| !edited.contains(*path)).collect();
        paths.retain(|path| match (tree.get(*path), other.get(*path)) {
            (Some(Held::Translation(mine)), Some(Held::Translation(theirs))) => {
                !Arc::ptr_eq(mine, theirs)
            }
            _ => false,
        });
        for path in paths.into_iter().cloned().collect::<Vec<_>>() {
            let resource = self.replay.roles.get(&path).map(|role| role.resource.clone());
            let source = resource.and_then(|resource| self.replay.source(&resource, tree).cloned());
            let theirs = other.get(&path).and_then(Held::translation).unwrap_or_default();
            let Some(Held::Translation(mine)) = tree.get_mut(&path) else { continue };
            for (name, state) in Arc::make_mut(mine) {
                let Some(made) = &state.made else { continue };
                let Some(theirs) = find(theirs, *name).filter(|it| it.has(made.words)) else {
                    continue;
                };
                let now = source.as_ref().and_then(|source| source.get(*name));
                *state = latest(&[state, theirs], made.words, now).unwrap_or(state).clone();
            }
        }
    }
}

/// What was known of a part under the names that the source gave it before. A part that is still
/// there under its old name was copied, and says nothing of the new one.
fn under_former_names<'p>(
    name: Name,
    now: &[(Name, Words)],
    priors: &[&'p [(Name, State)]],
    source: Option<&SourceFile>,
) -> Vec<&'p State> {
    let names = source.map(|source| source.former_names(name)).unwrap_or_default();
    let gone = names.into_iter().filter(|old| find(now, *old).is_none());
    gone.flat_map(|old| priors.iter().filter_map(move |prior| find(prior, old))).collect()
}

/// What is known of words that a part has, or once had.
fn kept(states: &[&State], words: Words, now: Option<Fingerprint>) -> Option<State> {
    if let Some(state) = latest(states, words, now) {
        return Some(state.clone());
    }
    let making = states.iter().find_map(|state| state.making(words))?;
    Some(followed(states, making.clone()))
}

/// What is known of a part that now has other words.
fn followed(states: &[&State], made: Making) -> State {
    let translated = states.iter().find(|state| state.made.is_some());
    match translated.or(states.first()) {
        Some(state) => state.followed_by(Some(made)),
        None => State { made: Some(made), former: None },
    }
}

/// Of the parents that have these words, the one that knows best what they were made from: what the
/// source says now, or else what was made last.
fn latest<'s>(states: &[&'s State], words: Words, now: Option<Fingerprint>) -> Option<&'s State> {
    let having = states.iter().copied().filter(|state| state.has(words));
    having.max_by_key(|state| {
        let made = state.made.as_ref();
        let from = made.and_then(|made| made.from.fingerprint());
        let commit = made.map(|made| made.commit);
        (from.is_some(), from.is_some() && from == now, commit)
    })
}

impl Held {
    fn translation(&self) -> Option<&[(Name, State)]> {
        match self {
            Self::Translation(parts) => Some(parts),
            Self::Source(_) => None,
        }
    }

    fn source(&self) -> Option<&SourceFile> {
        match self {
            Self::Source(file) => Some(file),
            Self::Translation(_) => None,
        }
    }
}

/// What was known of a file before an edit, under the name it had then.
fn before_edit<'t>(tree: &'t Tree, edit: &Edit) -> Option<&'t Held> {
    let moved = edit.was.as_ref().and_then(|was| tree.get(was));
    moved.or_else(|| tree.get(&edit.path))
}

/// Parts that have another name in a newer version of a source: one went and one came, and they mean
/// the same. Where that is true of several it is not said which became which.
fn renamed(before: &SourceFile, after: &SourceFile) -> Vec<(Name, Name)> {
    let gone = |part: &&(Name, Fingerprint)| after.get(part.0).is_none();
    let came = |part: &&(Name, Fingerprint)| before.get(part.0).is_none();
    let mut by_meaning: FxHashMap<u64, Vec<Name>> = FxHashMap::default();
    for (name, fingerprint) in before.parts().iter().filter(gone) {
        by_meaning.entry(fingerprint.meaning).or_default().push(*name);
    }
    let new: Vec<&(Name, Fingerprint)> = after.parts().iter().filter(came).collect();
    let is_alone = |meaning: u64| new.iter().filter(|(_, it)| it.meaning == meaning).count() == 1;
    let mut renamed = Vec::new();
    for (name, fingerprint) in &new {
        if let Some([old]) = by_meaning.get(&fingerprint.meaning).map(Vec::as_slice)
            && is_alone(fingerprint.meaning)
        {
            renamed.push((*name, *old));
        }
    }
    renamed
}
