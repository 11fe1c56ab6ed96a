//! Parts of the source that got another id, or went to another file.
//!
//! Snapshots remember what the source had. What went and what came are paired where they say the same,
//! and only where nothing else could be meant: two that went, or two that came, with one text are
//! unclear. What a snapshot remembers of that is believed, whatever the new part says by now.
//!
//! Moving translations is `edit`'s business.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Texts, part_name};
use crate::change::{Fingerprint, Language, Part};
use crate::config::Groups;
use crate::diagnostic::Edit;
use crate::project::{Origin, group};
use crate::record::{Address, Remembered};
use crate::syntax::{self, Pattern, Reference, walk_references};
use crate::text::Span;

/// What became of parts that the source has no more.
#[derive(Debug, Default)]
pub struct Renames {
    /// Where it is certain.
    pub certain: Vec<Rename>,
    /// Messages that may have become this or that, or that several may have become.
    pub unclear: Vec<Unclear>,
    /// What a part was before.
    pub(super) former: BTreeMap<Address, Address>,
    /// What a part is now, or may be.
    now: BTreeMap<Address, Vec<Address>>,
    /// Indices of what is certain by the name that a message had.
    by_name: FxHashMap<String, Vec<usize>>,
    /// And by where the message or part is now.
    by_place: FxHashMap<Address, usize>,
}

/// A message, or a part of one, that stands elsewhere now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rename {
    /// Where it stood: with the name of a message, or of a part.
    pub from: Address,
    /// Where it stands.
    pub to: Address,
    /// How much of a message it is.
    pub moved: Moved,
}

/// How much of a message a rename is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// All of it.
    Message,
    /// Its value or an attribute.
    Part,
}

/// A message that may be one of several now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// Where it stood.
    pub from: Address,
    /// What it may be now. A single one is claimed by others too.
    pub to: Vec<Address>,
}

impl Renames {
    /// What a part of the source was before.
    pub fn former(&self, resource: &str, name: &str) -> Option<&Address> {
        if self.former.is_empty() {
            return None;
        }
        self.former.get(&Address::new(resource, name))
    }

    /// What a part that the source has no more is now, or may be.
    pub fn now(&self, resource: &str, name: &str) -> &[Address] {
        self.now.get(&Address::new(resource, name)).map_or(&[], Vec::as_slice)
    }

    /// The certain rename of a message or a part, by what it was.
    pub fn from(&self, resource: &str, name: &str) -> Option<&Rename> {
        let named = self.by_name.get(split(name).0)?.iter().map(|index| &self.certain[*index]);
        let mut named = named.filter(|rename| rename.from.name == name);
        named.find(|rename| rename.from.resource == resource)
    }

    /// The same, by what it is.
    pub fn to(&self, resource: &str, name: &str) -> Option<&Rename> {
        if self.by_place.is_empty() {
            return None;
        }
        let index = self.by_place.get(&Address::new(resource, name))?;
        Some(&self.certain[*index])
    }

    /// What a message of the source may be now, where that is not certain.
    pub fn unclear(&self, resource: &str, name: &str) -> Option<&Unclear> {
        let is_it = |it: &&Unclear| it.from.name == name && it.from.resource == resource;
        self.unclear.iter().find(is_it)
    }

    fn push(&mut self, rename: Rename) {
        let name = split(&rename.from.name).0.to_owned();
        self.by_name.entry(name).or_default().push(self.certain.len());
        self.by_place.insert(rename.to.clone(), self.certain.len());
        self.certain.push(rename);
    }
}

/// `id` or `-id`, and the attribute.
pub fn split(name: &str) -> (&str, Option<&str>) {
    match name.split_once('.') {
        Some((message, attribute)) => (message, Some(attribute)),
        None => (name, None),
    }
}

/// The source that names are looked up in.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s, 'a> {
    pub(super) renames: &'s Renames,
    pub(super) groups: Groups,
    pub(super) texts: &'s Texts<'a>,
}

impl Scope<'_, '_> {
    /// What a reference in a resource becomes: `id`, `-id` or `id.attribute`; `None` if it stays.
    pub(super) fn reference(
        &self,
        resource: &str,
        name: &str,
        attribute: Option<&str>,
    ) -> Option<String> {
        let whole = part_name(name, attribute);
        let named = self.renames.by_name.get(name)?.iter();
        let becomes = named.filter_map(|index| {
            let rename = &self.renames.certain[*index];
            let new = match rename.moved {
                Moved::Message => part_name(&rename.to.name, attribute).into_owned(),
                Moved::Part if rename.from.name == whole => rename.to.name.clone(),
                Moved::Part => return None,
            };
            (new != whole).then_some((rename, new))
        });
        let becomes: Vec<(&Rename, String)> = becomes.collect();
        let is_own =
            |rename: &Rename| rename.from.resource == resource || rename.to.resource == resource;
        if let Some((_, new)) = becomes.iter().find(|(rename, _)| is_own(rename)) {
            return Some(new.clone());
        }
        let here = group(self.groups, resource);
        let is_here = |rename: &Rename| {
            [&rename.from, &rename.to].iter().all(|it| group(self.groups, &it.resource) == here)
        };
        let mut new: Vec<&String> =
            becomes.iter().filter(|(rename, _)| is_here(rename)).map(|(_, new)| new).collect();
        new.dedup();
        let mut others = self.texts.iter().filter(|(other, _)| group(self.groups, other) == here);
        match new[..] {
            [new] if !others.any(|(_, parts)| parts.contains_key(&*whole)) => Some(new.clone()),
            _ => None,
        }
    }

    /// The edits that make the references of a pattern follow.
    pub(super) fn edits(&self, resource: &str, text: &str, pattern: &Pattern) -> Vec<Edit> {
        let mut edits = Vec::new();
        walk_references(pattern, &mut |reference| {
            let (name, attribute) = match reference {
                Reference::Message { id, attribute } => (id, attribute),
                Reference::Term { .. } => (reference.name(), None),
                _ => return,
            };
            let new = self.reference(resource, name.of(text), attribute.map(|it| it.of(text)));
            let end = attribute.map_or(name.end, |attribute| attribute.end);
            let edit = |replacement| Edit { span: Span { start: name.start, end }, replacement };
            edits.extend(new.map(edit));
        });
        edits
    }

    /// A text as records remember it with its references as they are now; `None` if they are.
    pub(super) fn followed(&self, resource: &str, flat: &str) -> Option<String> {
        if self.renames.certain.is_empty() || !flat.contains('{') {
            return None;
        }
        let mut alone = syntax::alone(flat).ok()?;
        let edits = self.edits(resource, &alone, syntax::parse(&alone).message(0)?.value.as_ref()?);
        if edits.is_empty() {
            return None;
        }
        for edit in edits.iter().rev() {
            alone.replace_range(edit.span.range(), &edit.replacement);
        }
        let tree = syntax::parse(&alone);
        Some(syntax::flatten(&alone, tree.message(0)?.value.as_ref()?))
    }
}

/// A message that the source has no more, or no more in full.
struct Gone<'f> {
    at: Address,
    /// What is remembered of its parts, by attribute.
    parts: Vec<(Option<&'f str>, &'f Remembered)>,
    is_whole: bool,
}

/// A message that the source did not have, or not in full.
struct Came<'f> {
    at: Address,
    /// Its new parts, by attribute.
    parts: Vec<(Option<&'f str>, Fingerprint)>,
    is_whole: bool,
}

/// A message by what it says: whether it is a term, and its parts in order.
type Said<'f> = (bool, Vec<(Option<&'f str>, Fingerprint)>);

/// What messages are paired by: their id, if it counts, and what they say.
type Key<'f> = (Option<String>, Said<'f>);

/// All that what went and what came is looked for with.
pub(super) struct Finder<'f, 'a> {
    pub(super) origin: &'a Origin,
    pub(super) texts: &'f Texts<'a>,
    /// Resources of the source that cannot be read in full: nobody knows what is gone from them.
    pub(super) broken: FxHashSet<&'a str>,
    pub(super) language: &'f Language,
    /// Whether anybody translates a part, or is recorded to have translated it.
    pub(super) is_wanted: &'f dyn Fn(&str, &str) -> bool,
}

impl<'f, 'a: 'f> Finder<'f, 'a> {
    pub(super) fn find(&self) -> Renames {
        let mut renames = Renames::default();
        let mut gone = self.gone();
        if gone.is_empty() {
            return renames;
        }
        self.remembered(&mut gone, &mut renames);
        let mut came = self.came();
        if gone.is_empty() || came.is_empty() {
            return renames;
        }
        // A message that refers to a renamed one is only known by that when the other is.
        loop {
            let known = renames.certain.len();
            self.match_messages(&mut gone, &mut came, &mut renames);
            if renames.certain.len() == known {
                break;
            }
        }
        self.match_parts(&gone, &came, &mut renames);
        self.note_unclear(&gone, &came, &mut renames);
        renames
    }

    fn gone(&self) -> Vec<Gone<'f>> {
        let snapshots = &self.origin.records.snapshots;
        let resources: BTreeSet<&String> = snapshots.keys().collect();
        let mut all = Vec::new();
        for resource in resources {
            let texts = self.texts.get(resource.as_str());
            let is_gone = |part: &&Remembered| texts.is_none_or(|it| !it.contains_key(&part.name));
            let parts: Vec<&Remembered> = snapshots[resource].iter().filter(is_gone).collect();
            if parts.is_empty() || self.broken.contains(resource.as_str()) {
                continue;
            }
            let left: FxHashSet<&str> =
                texts.into_iter().flatten().map(|(name, _)| split(name).0).collect();
            let mut messages: Vec<Gone<'_>> = Vec::new();
            let mut places: FxHashMap<&str, usize> = FxHashMap::default();
            for part in parts {
                let (message, attribute) = split(&part.name);
                let place = *places.entry(message).or_insert_with(|| {
                    let (at, parts) = (Address::new(resource, message), Vec::new());
                    messages.push(Gone { at, parts, is_whole: !left.contains(message) });
                    messages.len() - 1
                });
                messages[place].parts.push((attribute, part));
            }
            all.extend(messages.into_iter().filter(|it| self.is_wanted(it)));
        }
        all
    }

    fn is_wanted(&self, gone: &Gone<'_>) -> bool {
        gone.parts.iter().any(|(_, part)| (self.is_wanted)(&gone.at.resource, &part.name))
    }

    fn came(&self) -> Vec<Came<'f>> {
        let resources: BTreeMap<&str, _> =
            self.texts.iter().map(|(name, it)| (*name, it)).collect();
        let mut all = Vec::new();
        for (resource, texts) in resources {
            let snapshot = self.origin.records.snapshots.get(resource);
            let known: FxHashSet<&str> =
                snapshot.into_iter().flatten().map(|part| part.name.as_str()).collect();
            let messages: FxHashSet<&str> = known.iter().map(|name| split(name).0).collect();
            let mut came: BTreeMap<&str, Came<'_>> = BTreeMap::new();
            for (name, original) in texts.iter().filter(|(name, _)| !known.contains(name.as_str()))
            {
                let (message, attribute) = split(name);
                let came = came.entry(message).or_insert_with(|| {
                    let (at, parts) = (Address::new(resource, message), Vec::new());
                    Came { at, parts, is_whole: !messages.contains(message) }
                });
                came.parts.push((attribute, original.now));
            }
            all.extend(came.into_values());
        }
        all.iter_mut().for_each(|it| it.parts.sort());
        all
    }

    /// Takes what snapshots remember of what became of parts.
    fn remembered(&self, gone: &mut Vec<Gone<'f>>, renames: &mut Renames) {
        let is_there = |it: &Address| {
            self.texts.get(it.resource.as_str()).is_some_and(|it_| it_.contains_key(&it.name))
        };
        let mut messages: Vec<(Gone<'_>, BTreeSet<Address>)> = Vec::new();
        let mut claims: FxHashMap<Address, usize> = FxHashMap::default();
        let mut left = Vec::new();
        for message in gone.drain(..) {
            let (mut whole, mut parts) = (BTreeSet::new(), Vec::new());
            for (attribute, part) in &message.parts {
                for now in part.now.iter().filter(|now| is_there(now)) {
                    match split(&now.name) {
                        (name, its) if its == *attribute && message.is_whole => {
                            whole.insert(Address::new(&now.resource, name));
                        }
                        _ => parts.push((Address::new(&message.at.resource, &part.name), now)),
                    }
                }
            }
            for now in &whole {
                *claims.entry(now.clone()).or_default() += 1;
            }
            for (from, now) in &parts {
                self.add_part(from.clone(), (*now).clone(), renames);
            }
            match (whole.is_empty(), parts.is_empty()) {
                (false, _) => messages.push((message, whole)),
                (true, true) => left.push(message),
                (true, false) => {}
            }
        }
        *gone = left;
        for (message, now) in messages {
            let now: Vec<Address> = now.into_iter().collect();
            match &now[..] {
                [only] if claims[only] == 1 => self.add(&message, only, renames),
                _ => self.add_unclear(&message, now, renames),
            }
        }
    }

    fn add(&self, gone: &Gone<'_>, to: &Address, renames: &mut Renames) {
        self.note_parts(gone, std::slice::from_ref(to), renames);
        for (attribute, part) in &gone.parts {
            let now = Address::new(&to.resource, &part_name(&to.name, *attribute));
            if self.has(&now) {
                renames.former.insert(now, Address::new(&gone.at.resource, &part.name));
            }
        }
        let (from, to) = (gone.at.clone(), to.clone());
        renames.push(Rename { from, to, moved: Moved::Message });
    }

    fn add_unclear(&self, gone: &Gone<'_>, to: Vec<Address>, renames: &mut Renames) {
        self.note_parts(gone, &to, renames);
        renames.unclear.push(Unclear { from: gone.at.clone(), to });
    }

    fn add_part(&self, from: Address, to: Address, renames: &mut Renames) {
        renames.now.insert(from.clone(), vec![to.clone()]);
        renames.former.insert(to.clone(), from.clone());
        renames.push(Rename { from, to, moved: Moved::Part });
    }

    fn note_parts(&self, gone: &Gone<'_>, to: &[Address], renames: &mut Renames) {
        for (attribute, part) in &gone.parts {
            let now =
                to.iter().map(|to| Address::new(&to.resource, &part_name(&to.name, *attribute)));
            let now: Vec<Address> = now.filter(|now| self.has(now)).collect();
            if !now.is_empty() {
                renames.now.insert(Address::new(&gone.at.resource, &part.name), now);
            }
        }
    }

    fn has(&self, part: &Address) -> bool {
        let texts = self.texts.get(part.resource.as_str());
        texts.is_some_and(|texts| texts.contains_key(&part.name))
    }

    /// What a part said last, with its references as they are now.
    fn fingerprint(
        &self,
        resource: &str,
        part: &Remembered,
        renames: &Renames,
    ) -> Option<Fingerprint> {
        let last = part.last()?;
        let (groups, texts) = (self.origin.config.groups, self.texts);
        let followed = Scope { renames, groups, texts }.followed(resource, &last.text);
        if let (None, Some(fingerprint)) = (&followed, last.fingerprint) {
            return Some(fingerprint);
        }
        let text = followed.as_deref().unwrap_or(&last.text);
        let is_markdown = self.origin.is_markdown(&part.name);
        Some(Part::remembered(text, is_markdown, self.language).fingerprint())
    }

    fn said(&self, gone: &Gone<'f>, renames: &Renames) -> Option<Said<'f>> {
        let fingerprint = |part| self.fingerprint(&gone.at.resource, part, renames);
        let parts = gone.parts.iter().map(|(name, part)| Some((*name, fingerprint(part)?)));
        let mut parts: Vec<_> = parts.collect::<Option<_>>()?;
        parts.sort();
        Some((is_term(&gone.at), parts))
    }

    /// Pairs messages: those that kept their id first, then those that say the same, then what is
    /// left of a file that went elsewhere, then those with the same value.
    fn match_messages(
        &self,
        gone: &mut Vec<Gone<'f>>,
        came: &mut Vec<Came<'f>>,
        renames: &mut Renames,
    ) {
        self.take_pairs(gone, came, renames, &|at, said| Some((Some(at.name.clone()), said)));
        self.take_pairs(gone, came, renames, &|_, said| Some((None, said)));
        self.take_rest_of_files(gone, came, renames);
        self.take_pairs(gone, came, renames, &|_, said| {
            let value = said.1.into_iter().find(|(attribute, _)| attribute.is_none())?;
            Some((None, (said.0, vec![value])))
        });
    }

    fn take_pairs(
        &self,
        gone: &mut Vec<Gone<'f>>,
        came: &mut Vec<Came<'f>>,
        renames: &mut Renames,
        key: &dyn Fn(&Address, Said<'f>) -> Option<Key<'f>>,
    ) {
        let mut pairs: BTreeMap<_, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (index, message) in gone.iter().enumerate().filter(|(_, it)| it.is_whole) {
            let said = self.said(message, renames);
            if let Some(key) = said.and_then(|said| key(&message.at, said)) {
                pairs.entry(key).or_default().0.push(index);
            }
        }
        for (index, message) in came.iter().enumerate().filter(|(_, it)| it.is_whole) {
            let said = (is_term(&message.at), message.parts.clone());
            if let Some(key) = key(&message.at, said) {
                pairs.entry(key).or_default().1.push(index);
            }
        }
        let certain = pairs.into_values().filter_map(|pair| match (&pair.0[..], &pair.1[..]) {
            ([gone], [came]) => Some((*gone, *came)),
            _ => None,
        });
        self.take(certain.collect(), gone, came, renames);
    }

    /// Of a file that went elsewhere as a whole, messages go along that changed on the way.
    fn take_rest_of_files(
        &self,
        gone: &mut Vec<Gone<'f>>,
        came: &mut Vec<Came<'f>>,
        renames: &mut Renames,
    ) {
        let mut files: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for rename in renames.certain.iter().filter(|it| it.moved == Moved::Message) {
            files.entry(&rename.from.resource).or_default().insert(&rename.to.resource);
        }
        let is_new = |resource: &str| !self.origin.records.snapshots.contains_key(resource);
        let mut certain = Vec::new();
        for (index, message) in gone.iter().enumerate().filter(|(_, it)| it.is_whole) {
            let from = message.at.resource.as_str();
            let to: Vec<&str> = files.get(from).into_iter().flatten().copied().collect();
            let [to] = to[..] else { continue };
            if self.texts.contains_key(from) || !is_new(to) {
                continue;
            }
            let same = |it: &Came<'_>| it.at.resource == to && it.at.name == message.at.name;
            certain.extend(came.iter().position(same).map(|came| (index, came)));
        }
        self.take(certain, gone, came, renames);
    }

    fn take(
        &self,
        mut certain: Vec<(usize, usize)>,
        gone: &mut Vec<Gone<'f>>,
        came: &mut Vec<Came<'f>>,
        renames: &mut Renames,
    ) {
        // In the order of the old source, whatever made them certain.
        certain.sort_unstable();
        for (old, new) in &certain {
            self.add(&gone[*old], &came[*new].at, renames);
        }
        let (old, new): (FxHashSet<usize>, FxHashSet<usize>) = certain.into_iter().unzip();
        remove(gone, &old);
        remove(came, &new);
    }

    /// Pairs parts that changed their place within a message, or that were a value and are an
    /// attribute, or the other way round.
    fn match_parts(&self, gone: &[Gone<'f>], came: &[Came<'f>], renames: &mut Renames) {
        let mut pairs: BTreeMap<_, (Vec<_>, Vec<_>)> = BTreeMap::new();
        for message in gone.iter().filter(|it| !is_term(&it.at)) {
            for (attribute, part) in &message.parts {
                let fingerprint = self.fingerprint(&message.at.resource, part, renames);
                let key = (message.at.resource.as_str(), fingerprint);
                pairs.entry(key).or_default().0.push((&message.at, *attribute));
            }
        }
        for message in came.iter().filter(|it| !is_term(&it.at)) {
            for (attribute, fingerprint) in &message.parts {
                let key = (message.at.resource.as_str(), Some(*fingerprint));
                pairs.entry(key).or_default().1.push((&message.at, *attribute));
            }
        }
        for (old, new) in pairs.into_values() {
            let ([(from, was)], [(to, is)]) = (&old[..], &new[..]) else { continue };
            if from == to || was.is_none() != is.is_none() {
                let part = |at: &Address, attribute: Option<&str>| {
                    Address::new(&at.resource, &part_name(&at.name, attribute))
                };
                self.add_part(part(from, *was), part(to, *is), renames);
            }
        }
    }

    fn note_unclear(&self, gone: &[Gone<'f>], came: &[Came<'f>], renames: &mut Renames) {
        let mut unclear = Vec::new();
        for message in gone.iter().filter(|it| it.is_whole) {
            let Some((is_a_term, parts)) = self.said(message, renames) else { continue };
            let value = |parts: &[(Option<&str>, Fingerprint)]| {
                parts.iter().find(|(attribute, _)| attribute.is_none()).map(|(_, it)| *it)
            };
            let is_alike = |it: &&Came<'_>| match value(&parts) {
                Some(said) => value(&it.parts) == Some(said),
                None => it.parts == parts,
            };
            let alike = came.iter().filter(|it| it.is_whole && is_term(&it.at) == is_a_term);
            let to: Vec<Address> = alike.filter(is_alike).map(|it| it.at.clone()).collect();
            unclear.push((message, to));
        }
        for (message, to) in unclear.into_iter().filter(|(_, to)| !to.is_empty()) {
            self.add_unclear(message, to, renames);
        }
    }
}

fn is_term(message: &Address) -> bool {
    message.name.starts_with('-')
}

fn remove<T>(list: &mut Vec<T>, indices: &FxHashSet<usize>) {
    let mut index = 0;
    list.retain(|_| {
        index += 1;
        !indices.contains(&(index - 1))
    });
}
