//! `sync --renames`: translations follow messages that got another id, or went to another file.
//!
//! A message moves as it is written, with its comment and attributes, in every locale at once; its
//! record goes with it, and references to it follow. What a locale has under the new id already is
//! never replaced. Which messages were renamed is not decided here.

use std::collections::{BTreeMap, BTreeSet};

use super::fix::apply;
use super::insert::{Translation, insert, place};
use super::overlay::Overlay;
use super::sync::{Sync, sync};
use crate::change::Fingerprint;
use crate::diagnostic::Edit;
use crate::files::{Files, Output};
use crate::load::load;
use crate::project::{Catalog, Project, Resource};
use crate::provenance::{Moved, Rename, Sources, part_name, parts_of, split};
use crate::record::{self, Address, Made, Record, Text, Translations, Words};
use crate::syntax::{self, Body, Entry};
use crate::text::{SourceText, Span};

/// What following renames comes to.
#[derive(Debug, Default)]
pub struct Renamed {
    /// Files to write or remove, of `sync` too, and what still waits then.
    pub sync: Sync,
    /// What moves, and in which locales.
    pub moved: Vec<(Rename, Vec<String>)>,
}

/// Works out how translations follow what was renamed, given what `sync` would do anyway.
pub fn rename(files: &dyn Files, project: &Project, before: Sync) -> Renamed {
    if !before.findings.is_empty() {
        return Renamed { sync: before, moved: Vec::new() };
    }
    let mut outputs = before.outputs.clone();
    let overlay = Overlay::new(files, outputs.clone());
    let (synced, _) = load(&overlay, project.config.clone());
    let sources = Sources::today(&synced.origin);
    if sources.renames.certain.is_empty() {
        return Renamed { sync: before, moved: Vec::new() };
    }
    let follow = follow(&synced, &sources);
    let mut moved: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for catalog in &synced.targets {
        let mut shelf = Shelf::new(&synced, catalog, &sources);
        shelf.move_messages();
        shelf.move_parts();
        shelf.turn_references();
        for index in &shelf.moved {
            moved.entry(*index).or_default().push(catalog.locale().code.to_string());
        }
        outputs.extend(shelf.outputs());
        outputs.extend(shelf.records(&follow));
    }
    outputs.extend(snapshots(&synced, &follow));
    let overlay = Overlay::new(files, outputs.clone());
    let (renamed, _) = load(&overlay, project.config.clone());
    let after = sync(&renamed);
    outputs.extend(after.outputs);
    let moved = moved.into_iter();
    let moved = moved.map(|(index, codes)| (sources.renames.certain[index].clone(), codes));
    Renamed {
        moved: moved.collect(),
        sync: Sync {
            outputs: changes(files, outputs),
            findings: after.findings,
            waiting: after.waiting,
            unclear: after.unclear,
            unsettled: before.unsettled,
        },
    }
}

/// What differs from the files as they are. Of several outputs for one path the last counts.
pub(super) fn changes(files: &dyn Files, outputs: Vec<Output>) -> Vec<Output> {
    let last: BTreeMap<String, Option<Vec<u8>>> =
        outputs.into_iter().map(|output| (output.path, output.bytes)).collect();
    let differs = |(path, bytes): &(String, Option<Vec<u8>>)| files.read(path).ok() != *bytes;
    last.into_iter().filter(differs).map(|(path, bytes)| Output { path, bytes }).collect()
}

/// Texts of the source that differ from those of today by the names they refer to: how they read
/// with the names of today, by part and by what stood for them.
type Follow = BTreeMap<Address, BTreeMap<Fingerprint, (Fingerprint, String)>>;

fn follow(project: &Project, sources: &Sources<'_>) -> Follow {
    let mut follow = Follow::new();
    for resource in &project.source.resources {
        for (name, _) in parts_of(resource.text(), &resource.tree) {
            let Some(original) = sources.get(&resource.name, &name) else { continue };
            let Some(remembered) = original.remembered() else { continue };
            for text in remembered.texts.iter().chain(&remembered.was) {
                let followed = sources.followed(&resource.name, original, &text.text);
                if let (Some(fingerprint), Some(followed)) = (text.fingerprint, followed) {
                    let part = Address::new(&resource.name, &name);
                    follow.entry(part).or_default().insert(fingerprint, followed);
                }
            }
        }
    }
    follow
}

/// Snapshots that remember the texts with the names of today too.
fn snapshots(project: &Project, follow: &Follow) -> Vec<Output> {
    let resources: BTreeSet<&String> = follow.keys().map(|part| &part.resource).collect();
    let mut outputs = Vec::new();
    for resource in resources {
        let Some(snapshot) = project.records.snapshots.get(resource) else { continue };
        let mut snapshot = snapshot.clone();
        for part in &mut snapshot {
            let followed = follow.get(&Address::new(resource, &part.name));
            let texts = followed.into_iter().flat_map(|texts| texts.values());
            part.was.extend(texts.map(|(fingerprint, text)| Text {
                fingerprint: Some(*fingerprint),
                text: text.clone(),
            }));
        }
        let path = format!("{}/{}", project.config.records, record::snapshot_path(resource));
        outputs.push(Output::new(path, record::write_snapshot(&snapshot)));
    }
    outputs
}

/// The files of a locale while translations are moved in them.
struct Shelf<'a> {
    project: &'a Project,
    catalog: &'a Catalog,
    sources: &'a Sources<'a>,
    /// Files that change, by resource; `None` for those that go.
    texts: BTreeMap<String, Option<String>>,
    /// Which of the renames move something here.
    moved: BTreeSet<usize>,
    /// Parts that moved: the new ones, the old, and what stands for their words.
    parts: BTreeMap<Address, (Address, Words)>,
    /// Parts that refer to something else now.
    words: BTreeMap<Address, Turned>,
}

/// What stood for the words of a translation, and what does.
type Turned = (Words, Words);

/// A message that moves.
struct Move<'a> {
    index: usize,
    rename: &'a Rename,
}

impl<'a> Shelf<'a> {
    fn new(project: &'a Project, catalog: &'a Catalog, sources: &'a Sources<'a>) -> Self {
        let (texts, moved) = (BTreeMap::new(), BTreeSet::new());
        let (parts, words) = (BTreeMap::new(), BTreeMap::new());
        Self { project, catalog, sources, texts, moved, parts, words }
    }

    /// A resource as it is by now.
    fn resource(&self, name: &str) -> Option<Resource> {
        let own = self.catalog.resource(name);
        let text = match self.texts.get(name) {
            Some(text) => text.clone()?,
            None => own.filter(|own| !own.is_damaged)?.text().to_owned(),
        };
        let path = own.map_or_else(|| self.path(name), |own| own.file.path.to_string());
        let tree = syntax::parse(&text);
        let (file, name) = (SourceText::new(path, text), name.into());
        Some(Resource { number: 0, name, file, tree, is_damaged: false })
    }

    fn path(&self, resource: &str) -> String {
        match self.catalog.resource(resource) {
            Some(own) => own.file.path.to_string(),
            None => self.project.own_path(&self.catalog.locale().code, resource),
        }
    }

    /// Renames that are about messages of this locale, and leave alone what it has already.
    fn moves(&self) -> Vec<Move<'a>> {
        let all = self.sources.renames.certain.iter().enumerate();
        let all = all.map(|(index, rename)| Move { index, rename });
        let may_move = |it: &Move<'_>| {
            let (from, to) = (&it.rename.from, &it.rename.to);
            let there = self.catalog.resource(&to.resource);
            it.rename.moved == Moved::Message
                && it.rename.is_waited_for(self.catalog)
                && self.catalog.resource(&from.resource).is_some_and(|own| !own.is_damaged)
                && there
                    .is_none_or(|own| !own.is_damaged && !own.tree.is_broken(own.text(), &to.name))
        };
        all.filter(may_move).collect()
    }

    fn move_messages(&mut self) {
        let mut by_file: BTreeMap<&str, Vec<Move<'_>>> = BTreeMap::new();
        for it in self.moves() {
            by_file.entry(&it.rename.from.resource).or_default().push(it);
        }
        for (from, moves) in by_file {
            let Some(own) = self.catalog.resource(from) else { continue };
            let to: BTreeSet<&str> = moves.iter().map(|it| &*it.rename.to.resource).collect();
            let only = to.iter().next().filter(|_| to.len() == 1).copied();
            let is_new =
                |to: &&str| self.catalog.resource(to).is_none() && !self.texts.contains_key(*to);
            match only.filter(is_new).filter(|_| self.sources.lacks(from)) {
                // The file as a whole, with all else that stands in it.
                Some(to) => {
                    let text = edited(own.text(), moves.iter().flat_map(|it| new_ids(own, it)));
                    self.texts.insert(to.to_owned(), Some(text));
                    self.texts.insert(from.to_owned(), None);
                }
                None => self.move_one_by_one(own, &moves),
            }
            for it in moves {
                self.moved.insert(it.index);
                self.note_parts(own, it.rename);
            }
        }
    }

    fn note_parts(&mut self, own: &Resource, rename: &Rename) {
        for (name, pattern) in parts_of(own.text(), &own.tree) {
            let (message, attribute) = split(&name);
            if message == rename.from.name {
                let to = part_name(&rename.to.name, attribute);
                let to = Address::new(&rename.to.resource, &to);
                let words = Words::of(pattern.span.of(own.text()));
                self.parts.insert(to, (Address::new(&own.name, &name), words));
            }
        }
    }

    fn move_one_by_one(&mut self, own: &Resource, moves: &[Move<'_>]) {
        let mut edits: Vec<Edit> = Vec::new();
        let mut leaving: Vec<usize> = Vec::new();
        let mut blocks: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
        for it in moves {
            let Rename { from, to, .. } = it.rename;
            for entry in entries_of(own, &from.name) {
                if from.resource == to.resource && self.is_in_order(own, entry, moves, &to.name) {
                    edits.extend(new_id(own, entry, &to.name));
                    continue;
                }
                leaving.push(entry);
                let block = block(own, entry, &to.name);
                blocks.entry(&to.resource).or_default().push((&to.name, block));
            }
        }
        edits.extend(removals(own, leaving));
        let text = edited(own.text(), edits);
        let is_left = !is_empty(&text, self.sources.lacks(&own.name));
        self.texts.insert(own.name.to_string(), is_left.then_some(text));
        for (to, blocks) in blocks {
            let Some(source) = self.project.source.resource(to) else { continue };
            let text = place(source, self.resource(to).as_ref(), &blocks);
            self.texts.insert(to.to_owned(), Some(text));
        }
    }

    /// Whether a message stands between its neighbours as the source has it under its new name.
    fn is_in_order(&self, own: &Resource, entry: usize, moves: &[Move<'_>], new: &str) -> bool {
        let Some(source) = self.project.source.resource(&own.name) else { return false };
        let position = |name: &str| {
            source.tree.messages().position(|(_, it)| it.name().of(source.text()) == name)
        };
        // What is renamed beside it stands where it will.
        let today = |name: &str| {
            let mut moves = moves.iter().map(|it| it.rename);
            let moved = moves.find(|it| it.from.name == name && it.to.resource == *own.name);
            position(moved.map_or(name, |rename| &rename.to.name))
        };
        let neighbour = |entry: usize| {
            let message = own.tree.message(entry)?;
            today(message.name().of(own.text()))
        };
        let Some(here) = position(new) else { return false };
        let before = (0..entry).rev().find_map(neighbour);
        let behind = (entry + 1..own.tree.entries.len()).find_map(neighbour);
        before.is_none_or(|before| before < here) && behind.is_none_or(|behind| here < behind)
    }

    /// Moves values and attributes to where the source has them.
    fn move_parts(&mut self) {
        let sources = self.sources;
        for (index, rename) in sources.renames.certain.iter().enumerate() {
            let Rename { from, to, moved } = rename;
            if *moved == Moved::Part
                && rename.is_waited_for(self.catalog)
                && let Some(words) = self.move_part(from, to)
            {
                self.moved.insert(index);
                self.parts.insert(to.clone(), (from.clone(), words));
            }
        }
    }

    /// What stands for the words that were moved; `None` if they cannot be.
    fn move_part(&mut self, from: &Address, to: &Address) -> Option<Words> {
        let own = self.resource(&from.resource)?;
        let source = self.project.source.resource(&to.resource)?;
        let (old, attribute) = split(&from.name);
        let entry = *entries_of(&own, old).first()?;
        let pattern = own.tree.message(entry)?.pattern(own.text(), attribute)?;
        let words = Words::of(pattern.span.of(own.text()));
        let pattern = syntax::editable(own.text(), pattern);
        let (message, new_attribute) = split(&to.name);
        let translation = Translation { message, attribute: new_attribute, pattern: &pattern };
        let with = insert(source, Some(&own), &[translation]).ok()?;
        self.texts.insert(from.resource.clone(), Some(with));
        let own = self.resource(&from.resource)?;
        let entry = *entries_of(&own, old).first()?;
        let without = edited(own.text(), without_part(&own, entry, attribute)?);
        self.texts.insert(from.resource.clone(), Some(without));
        Some(words)
    }

    /// Makes references follow, wherever the locale has them.
    fn turn_references(&mut self) {
        let names = self.catalog.resources.iter().map(|own| own.name.to_string());
        let names: BTreeSet<String> = names.chain(self.texts.keys().cloned()).collect();
        for name in names {
            let changed;
            let own = match self.texts.contains_key(&name) {
                true => {
                    changed = self.resource(&name);
                    changed.as_ref()
                }
                false => self.catalog.resource(&name).filter(|own| !own.is_damaged),
            };
            if let Some((text, words)) = own.and_then(|own| self.turned(own)) {
                self.texts.insert(name, Some(text));
                self.words.extend(words);
            }
        }
    }

    /// A file with its references as they are now, and the parts that this changes; `None` if they
    /// are.
    fn turned(&self, own: &Resource) -> Option<(String, BTreeMap<Address, Turned>)> {
        let patterns = own.tree.messages().flat_map(|(_, message)| {
            let attributes = message.attributes.iter().map(|attribute| &attribute.pattern);
            message.value.iter().chain(attributes)
        });
        let edits: Vec<Edit> = patterns
            .flat_map(|pattern| self.sources.edits(&own.name, own.text(), pattern))
            .collect();
        if edits.is_empty() {
            return None;
        }
        let text = edited(own.text(), edits);
        let tree = syntax::parse(&text);
        let old = parts_of(own.text(), &own.tree).into_iter();
        let words = old.zip(parts_of(&text, &tree)).map(|((name, old), (_, new))| {
            let words = |text: &str, pattern: &syntax::Pattern| Words::of(pattern.span.of(text));
            (Address::new(&own.name, &name), (words(own.text(), old), words(&text, new)))
        });
        let words = words.filter(|(_, (old, new))| old != new).collect();
        Some((text, words))
    }

    fn outputs(&self) -> Vec<Output> {
        let output = |(name, text): (&String, &Option<String>)| Output {
            path: self.path(name),
            bytes: text.as_ref().map(|text| text.clone().into_bytes()),
        };
        self.texts.iter().map(output).collect()
    }

    /// The records of the locale, where they follow.
    fn records(&self, follow: &Follow) -> Vec<Output> {
        let mut records: BTreeMap<&str, Translations> = BTreeMap::new();
        for name in self.catalog.recorded() {
            records.extend(self.catalog.records(name).map(|known| (name, known.clone())));
        }
        for (to, (from, words)) in &self.parts {
            let taken = records.get_mut(&*from.resource).map(|old| old.take(&from.name));
            // Where nothing is known of the old one, the new one is not to look as if it were new.
            let unknown =
                Record { made: Some(Made { from: None, words: *words }), ..Record::default() };
            let record = taken.unwrap_or_default().into_iter().next().unwrap_or(unknown);
            records.entry(&to.resource).or_default().set(&to.name, record);
        }
        let parts: BTreeSet<&Address> = follow.keys().chain(self.words.keys()).collect();
        for part in parts {
            let Some(records) = records.get_mut(&*part.resource) else { continue };
            if let Some(record) = records.get(&part.name).first() {
                let record = self.followed(part, record, follow);
                records.set(&part.name, record);
            }
        }
        let folder = &self.project.config.records;
        let output = |(name, records): (&str, Translations)| {
            let path = record::translations_path(folder, &self.catalog.locale().code, name);
            Output::new(path, record::write_translations(&records))
        };
        records.into_iter().map(output).collect()
    }

    /// A record of a part whose source, or whose translation, refers to the names of today.
    fn followed(&self, part: &Address, record: &Record, follow: &Follow) -> Record {
        let (words, texts) = (self.words.get(part), follow.get(part));
        let made = |made: Made| {
            let from = made.from.map(|from| {
                texts.and_then(|texts| texts.get(&from)).map_or(from, |followed| followed.0)
            });
            let words = words.filter(|(old, _)| *old == made.words).map(|(_, new)| *new);
            Made { from, words: words.unwrap_or(made.words) }
        };
        Record {
            made: record.made.map(made),
            before: record.before.map(made),
            because: record.because.clone(),
        }
    }
}

/// The entries of a message; several if its id stands twice.
fn entries_of(own: &Resource, name: &str) -> Vec<usize> {
    let messages = own.tree.messages();
    let named = messages.filter(|(_, message)| message.name().of(own.text()) == name);
    named.map(|(entry, _)| entry).collect()
}

fn new_ids(own: &Resource, it: &Move<'_>) -> Vec<Edit> {
    let entries = entries_of(own, &it.rename.from.name).into_iter();
    entries.filter_map(|entry| new_id(own, entry, &it.rename.to.name)).collect()
}

fn new_id(own: &Resource, entry: usize, new: &str) -> Option<Edit> {
    let span = own.tree.message(entry)?.name();
    Some(Edit { span, replacement: new.to_owned() })
}

/// A message as it is written, with its comment, under another name.
fn block(own: &Resource, entry: usize, new: &str) -> String {
    let core = own.tree.entries[entry].core;
    let mut block = core.of(own.text()).to_owned();
    if let Some(Edit { span, .. }) = new_id(own, entry, new) {
        let start = (span.start - core.start) as usize;
        block.replace_range(start..start + span.range().len(), new);
    }
    block.replace("\r\n", "\n")
}

/// What takes entries out of a file. Of the blank lines around those that follow each other, the
/// larger gap stays.
fn removals(own: &Resource, mut leaving: Vec<usize>) -> Vec<Edit> {
    leaving.sort_unstable();
    leaving.dedup();
    let entries = &own.tree.entries;
    let mut edits = Vec::new();
    for run in leaving.chunk_by(|one, next| one + 1 == *next) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let (first, last, is_last) = (*first, &entries[*last], *last + 1 == entries.len());
        let before: Option<&Entry> = first.checked_sub(1).and_then(|before| entries.get(before));
        let lines = |gap: Span| gap.of(own.text()).matches('\n').count();
        let behind = Span { start: last.core.end, end: last.span.end };
        let gap = before.map(|it| Span { start: it.core.end, end: it.span.end });
        let span = match gap {
            Some(gap) if is_last || lines(behind) > lines(gap) => {
                Span { start: gap.start, end: last.core.end }
            }
            _ => Span { start: entries[first].span.start, end: last.span.end },
        };
        edits.push(Edit { span, replacement: String::new() });
    }
    edits
}

/// What takes a part out of a message; all of it if nothing else is left.
fn without_part(own: &Resource, entry: usize, attribute: Option<&str>) -> Option<Vec<Edit>> {
    let (text, message) = (own.text(), own.tree.message(entry)?);
    let count = message.attributes.len() + usize::from(message.value.is_some());
    if count == 1 {
        return Some(removals(own, vec![entry]));
    }
    let end = message.pattern(text, attribute)?.span.end;
    let start = match attribute {
        Some(name) => {
            let id = message.attribute(text, name)?.id;
            text[..id.start as usize - 1].trim_end().len()
        }
        None => {
            let id = message.name().end as usize;
            id + text[id..].find('=')? + 1
        }
    };
    Some(vec![Edit { span: Span { start: start as u32, end }, replacement: String::new() }])
}

/// Whether nothing is left of a file: no message, nothing unreadable, and no comment that the locale
/// keeps for a file that the source still has.
fn is_empty(text: &str, is_gone: bool) -> bool {
    let tree = syntax::parse(text);
    let is_comment = |entry: &Entry| matches!(entry.body, Body::Comment(_));
    tree.entries.is_empty() || (is_gone && tree.entries.iter().all(is_comment))
}

fn edited(text: &str, edits: impl IntoIterator<Item = Edit>) -> String {
    let mut edits: Vec<Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let edits: Vec<&Edit> = edits.iter().collect();
    apply(text, &edits).unwrap_or_else(|| text.to_owned())
}
