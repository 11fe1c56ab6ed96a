//! The model: one catalog per locale, immutable and indexed, and the content beside them.
//!
//! How it gets here is `load`'s business; nothing here judges it.

mod pairs;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::argument::{self, Argument};
use crate::config::{Asked, Config, Groups, LocaleConfig, Paths};
use crate::content::{self, Library};
use crate::diagnostic::{Place, Subject};
use crate::limit;
use crate::locale::Locale;
use crate::record::{Snapshot, Translations};
use crate::syntax::{self, Comment, Message, Pattern};
use crate::text::{SourceText, Span};
use crate::usage::Usage;

pub use pairs::Pairs;

/// A whole project, or as much of it as is looked at together: the source side and some targets.
#[derive(Debug)]
pub struct Project {
    /// What every locale is judged by.
    pub origin: Arc<Origin>,
    /// The targets, in the order of the configuration, or by code.
    pub targets: Vec<Catalog>,
}

impl Deref for Project {
    type Target = Origin;

    fn deref(&self) -> &Origin {
        &self.origin
    }
}

impl Project {
    /// A catalog by locale code, the source's included.
    pub fn catalog(&self, code: &str) -> Option<&Catalog> {
        self.catalogs().find(|catalog| &*catalog.locale().code == code)
    }

    /// The source, then the targets.
    pub fn catalogs(&self) -> impl Iterator<Item = &Catalog> {
        std::iter::once(&self.origin.source).chain(&self.targets)
    }

    /// The catalogs a locale's texts come from, nearest first: itself, its fallbacks, the source.
    pub fn chain<'a>(&'a self, catalog: &'a Catalog) -> Vec<&'a Catalog> {
        let targets: Vec<&LocaleConfig> =
            self.targets.iter().map(|target| &target.config).collect();
        let links = links(&catalog.config, &targets);
        let mut chain = vec![catalog];
        chain.extend(links.into_iter().map(|index| &self.targets[index]));
        if catalog.locale() != self.source.locale() {
            chain.push(&self.origin.source);
        }
        chain
    }
}

/// The targets that a locale falls back to before the source, nearest first.
fn links(locale: &LocaleConfig, targets: &[&LocaleConfig]) -> Vec<usize> {
    let mut links: Vec<usize> = Vec::new();
    let mut add = |is_meant: &dyn Fn(&Locale) -> bool| {
        let found = targets.iter().position(|target| is_meant(&target.locale));
        if let Some(found) = found
            && targets[found].locale != locale.locale
            && !links.contains(&found)
        {
            links.push(found);
        }
    };
    if let Some(base) = locale.overlay.as_deref() {
        add(&|target| &*target.code == base);
    }
    match &locale.fallback {
        Some(codes) => codes.iter().for_each(|code| add(&|target| *target.code == **code)),
        None => {
            locale.locale.parents().iter().for_each(|parent| add(&|target| target.means(parent)));
        }
    }
    links
}

/// Divides locales into families: a locale's fallbacks are in its own. Each is a list of indices.
pub fn families(locales: &[&LocaleConfig]) -> Vec<Vec<usize>> {
    let mut family: Vec<usize> = (0..locales.len()).collect();
    for (index, locale) in locales.iter().enumerate() {
        for link in links(locale, locales) {
            let (from, to) = (family[index].max(family[link]), family[index].min(family[link]));
            family.iter_mut().filter(|family| **family == from).for_each(|family| *family = to);
        }
    }
    let mut families: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, family) in family.into_iter().enumerate() {
        families.entry(family).or_default().push(index);
    }
    families.into_values().collect()
}

/// The source side of a project: what every locale is judged by.
#[derive(Debug)]
pub struct Origin {
    /// What the project says of itself.
    pub config: Config,
    /// Its content; empty for a project of Fluent files alone.
    pub content: Library,
    /// The source catalogs as content wants them.
    pub expected: Vec<content::Catalog>,
    /// What is recorded of the source.
    pub records: Records,
    /// What the program asks for; `None` where that is not known.
    pub usage: Option<Usage>,
    /// The source locale's resources.
    pub source: Catalog,
    declared: HashMap<String, Vec<Argument>>,
    /// Ids of messages whose text is Markdown.
    markdown: HashSet<String>,
}

/// What the records of a project say of its source.
#[derive(Debug, Default)]
pub struct Records {
    /// Ids that content used.
    pub known: content::Known,
    /// Snapshots of the source, by resource.
    pub snapshots: HashMap<String, Snapshot>,
    /// Records that a merge left in conflict, below the folder of records.
    pub unmerged: BTreeSet<String>,
    /// The files that record what translations were made from, below the project; only those of
    /// translations that are there are known to a check, which writes none.
    pub translations: BTreeSet<String>,
}

impl Origin {
    /// Puts the source side together from what was read.
    pub fn new(
        config: Config,
        content: Library,
        records: Records,
        source: Catalog,
        usage: Option<Usage>,
    ) -> Self {
        let expected = content::catalogs(&content);
        let parts = content.items.iter().flat_map(|item| &item.parts);
        let markdown = parts.clone().filter(|part| part.is_markdown).map(|part| part.id.clone());
        let markdown = markdown.collect();
        let declared = parts
            .filter(|part| !part.arguments.is_empty())
            .map(|part| (part.id.clone(), part.arguments.clone()))
            .collect();
        Self { config, content, expected, records, usage, source, declared, markdown }
    }

    /// Where a resource of a locale would be, given where the source's is.
    pub fn path_of(&self, resource: &str, source: Option<&str>, locale: &str) -> String {
        let code = &self.config.source.code;
        let holds = |paths: &&Paths| {
            source.is_some_and(|path| match paths.is_uniform() {
                true => paths.path(resource, code) == path,
                false => paths.source_resource(path, code).as_deref() == Some(resource),
            })
        };
        let paths = match self.config.paths.as_slice() {
            [only] => only,
            all => all.iter().find(holds).unwrap_or(&all[0]),
        };
        paths.path(resource, locale)
    }

    /// How much a locale is asked for a resource of its own, or for a message of it.
    pub fn asked(&self, locale: &str, resource: &str, message: Option<&str>) -> Asked {
        match self.config.has_filters() {
            true => self.config.asked(locale, &self.own_path(locale, resource), message),
            false => Asked::Yes,
        }
    }

    /// Where a resource of a locale is or would be.
    pub fn own_path(&self, locale: &str, resource: &str) -> String {
        let source = self.source.resource(resource).map(|resource| &*resource.file.path);
        self.path_of(resource, source, locale)
    }

    /// Whether the text of a message is Markdown: a block of content.
    pub fn is_markdown(&self, id: &str) -> bool {
        self.markdown.contains(id)
    }

    /// How many characters of a value or attribute of the source fit where it is shown.
    pub fn limit(found: Found<'_>, attribute: Option<&str>) -> Option<u32> {
        let text = found.resource.text();
        let lines = found.message.comment.as_ref()?.lines.iter().map(|line| line.of(text));
        limit::in_comment(lines, attribute, found.message.value.is_some())
    }

    /// What a message of the source takes: as content declares it, else as its comment does.
    pub fn arguments(&self, resource: &Resource, message: &Message) -> Vec<Argument> {
        match self.declared.get(message.id.of(resource.text())) {
            Some(arguments) => arguments.clone(),
            None => {
                let lines = message.comment.iter().flat_map(|comment| &comment.lines);
                argument::in_comment(lines.map(|line| line.of(resource.text())))
            }
        }
    }
}

/// All resources of a locale.
#[derive(Debug)]
pub struct Catalog {
    /// The locale and what the project says of it.
    pub config: LocaleConfig,
    /// Sorted by name.
    pub resources: Vec<Resource>,
    groups: Groups,
    /// Resources by name.
    names: HashTable<u32>,
    /// Messages by resource and id.
    in_resources: HashTable<Slot>,
    /// Messages whose id stands before them in their resource, in order.
    repeated: Vec<(usize, usize)>,
    /// Messages by bundle group and id, and whether a group has an id twice; made when first asked
    /// for.
    in_groups: OnceLock<(HashTable<Slot>, bool)>,
    /// What is recorded of its translations, by resource.
    records: FxHashMap<String, Translations>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    resource: u32,
    entry: u32,
}

/// One `.ftl` file of a locale.
#[derive(Debug)]
pub struct Resource {
    /// Its index in its catalog, which gives it.
    pub number: usize,
    /// The same in every locale.
    pub name: Arc<str>,
    /// The file.
    pub file: SourceText,
    /// What is in it.
    pub tree: syntax::Resource,
    /// Whether it could not be read as it is: nothing of it may be shown or changed.
    pub is_damaged: bool,
}

/// A message or term in a catalog.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The catalog it was found in.
    pub catalog: &'a Catalog,
    /// The resource it stands in.
    pub resource: &'a Resource,
    /// The index of its entry.
    pub entry: usize,
    /// The message itself.
    pub message: &'a Message,
}

impl<'a> Found<'a> {
    /// `id`, or `-id` for a term.
    pub fn name(&self) -> &'a str {
        self.message.name().of(self.resource.text())
    }

    /// The pattern of the value or of an attribute.
    pub fn pattern(&self, attribute: Option<&str>) -> Option<&'a Pattern> {
        self.message.pattern(self.resource.text(), attribute)
    }

    /// What a finding about it is about.
    pub fn subject(&self, attribute: Option<&str>) -> Subject {
        Subject {
            locale: Some(self.catalog.locale().code.clone()),
            resource: Some(self.resource.name.clone()),
            message: Some(self.name().into()),
            attribute: attribute.map(Into::into),
        }
    }

    /// The place of a span in its file.
    pub fn place(&self, span: Span) -> Place {
        Place::new(&self.resource.file, span)
    }

    /// Its value (`None`) and attributes with their patterns, each once, in order. Of two attributes
    /// the first counts.
    pub fn parts(&self) -> impl Iterator<Item = (Option<&'a str>, &'a Pattern)> + use<'a> {
        let Self { resource, message, .. } = *self;
        let mut seen = FxHashSet::default();
        let attributes = message.attributes.iter().filter_map(move |attribute| {
            let name = attribute.id.of(resource.text());
            let is_first = message.attributes.len() == 1 || seen.insert(name);
            is_first.then_some((Some(name), &attribute.pattern))
        });
        message.value.iter().map(|value| (None, value)).chain(attributes)
    }

    /// The names of its parts: its value (`None`) and attributes, each once, in order.
    pub fn attributes(&self) -> impl Iterator<Item = Option<&'a str>> + use<'a> {
        self.parts().map(|(name, _)| name)
    }
}

impl Resource {
    /// The text of the file.
    pub fn text(&self) -> &str {
        &self.file.text
    }

    /// The comment attached to an entry, or the comment the entry is.
    pub fn comment(&self, entry: usize) -> Option<&Comment> {
        match &self.tree.entries.get(entry)?.body {
            syntax::Body::Message(message) => message.comment.as_ref(),
            syntax::Body::Comment(comment) => Some(comment),
            syntax::Body::Junk(_) => None,
        }
    }
}

impl Catalog {
    /// Indexes the resources of a locale. Of two messages with one id the first counts, as at run
    /// time.
    pub fn new(config: LocaleConfig, mut resources: Vec<Resource>, groups: Groups) -> Self {
        resources.sort_by(|a, b| a.name.cmp(&b.name));
        let mut names = HashTable::with_capacity(resources.len());
        for (number, resource) in (0..).zip(&mut resources) {
            resource.number = number as usize;
            let rehash = |_: &u32| unreachable!("the table has room for every resource");
            names.insert_unique(FxBuildHasher.hash_one(&*resource.name), number, rehash);
        }
        let mut catalog = Self {
            config,
            resources,
            groups,
            names,
            in_resources: HashTable::new(),
            repeated: Vec::new(),
            in_groups: OnceLock::new(),
            records: FxHashMap::default(),
        };
        let mut repeated = Vec::new();
        catalog.in_resources = catalog.index(
            |resource| Scope::Resource(resource.number as u32),
            |slot| repeated.push((slot.resource as usize, slot.entry as usize)),
        );
        Self { repeated, ..catalog }
    }

    /// The messages of each scope by id; those whose id stands before them in it are told.
    fn index<'a>(
        &'a self,
        scope: impl Fn(&'a Resource) -> Scope<'a>,
        mut repeated: impl FnMut(Slot),
    ) -> HashTable<Slot> {
        let count = self.resources.iter().map(|resource| resource.tree.entries.len()).sum();
        let mut index: HashTable<Slot> = HashTable::with_capacity(count);
        for resource in &self.resources {
            let scope = scope(resource);
            for (entry, message) in resource.tree.messages() {
                let id = message.id.of(resource.text());
                let slot = Slot { resource: resource.number as u32, entry: entry as u32 };
                let hash = hash(scope, message.is_term, id);
                let is_it = |slot: &Slot| self.is_at(*slot, scope, message.is_term, id);
                match index.find(hash, is_it) {
                    Some(_) => repeated(slot),
                    None => {
                        let rehash = |_: &Slot| unreachable!("the table has room for every entry");
                        index.insert_unique(hash, slot, rehash);
                    }
                }
            }
        }
        index
    }

    fn in_groups(&self) -> &(HashTable<Slot>, bool) {
        self.in_groups.get_or_init(|| {
            let mut repeats = false;
            let index =
                self.index(|resource| Scope::Group(self.group(resource)), |_| repeats = true);
            (index, repeats)
        })
    }

    /// With what is recorded of its translations, by resource.
    #[must_use]
    pub fn with_records(self, records: FxHashMap<String, Translations>) -> Self {
        Self { records, ..self }
    }

    /// What is recorded of the translations of a resource; `None` if nothing is.
    pub fn records(&self, resource: &str) -> Option<&Translations> {
        self.records.get(resource)
    }

    /// The resources of whose translations something is recorded, sorted.
    pub fn recorded(&self) -> BTreeSet<&str> {
        self.records.keys().map(String::as_str).collect()
    }

    /// The locale.
    pub fn locale(&self) -> &Locale {
        &self.config.locale
    }

    /// Which of its resources are loaded together.
    pub fn groups(&self) -> Groups {
        self.groups
    }

    /// A resource by name.
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        self.position(name).map(|index| &self.resources[index])
    }

    fn position(&self, name: &str) -> Option<usize> {
        let is_it = |number: &u32| *self.resources[*number as usize].name == *name;
        self.names.find(FxBuildHasher.hash_one(name), is_it).map(|number| *number as usize)
    }

    /// A message of one resource; of two with one id the first.
    pub fn in_resource(&self, resource: &str, is_term: bool, id: &str) -> Option<Found<'_>> {
        self.in_nth(self.position(resource)?, is_term, id)
    }

    /// The same, given the number of the resource.
    fn in_nth(&self, resource: usize, is_term: bool, id: &str) -> Option<Found<'_>> {
        self.find(Scope::Resource(resource as u32), is_term, id)
    }

    /// Whether the id of a message stands before it in its resource.
    fn is_repeated(&self, resource: usize, entry: usize) -> bool {
        !self.repeated.is_empty() && self.repeated.binary_search(&(resource, entry)).is_ok()
    }

    /// The messages of a resource whose id stands before them in it.
    fn repeated_in(&self, resource: usize) -> impl Iterator<Item = usize> {
        let start = self.repeated.partition_point(|(number, _)| *number < resource);
        let of_it =
            self.repeated[start..].iter().take_while(move |(number, _)| *number == resource);
        of_it.map(|(_, entry)| *entry)
    }

    /// Whether any two messages that are loaded together, or stand in one file, have one id.
    pub fn has_duplicates(&self) -> bool {
        !self.repeated.is_empty() || (self.groups != Groups::Unknown && self.in_groups().1)
    }

    /// A message that a reference in `resource` reaches: anywhere in its bundle group.
    pub fn in_group(&self, resource: &str, is_term: bool, id: &str) -> Option<Found<'_>> {
        self.find(Scope::Group(group(self.groups, resource)), is_term, id)
    }

    fn group<'r>(&self, resource: &'r Resource) -> &'r str {
        group(self.groups, &resource.name)
    }

    /// Whether a message of this id stands at a place, and that in the scope.
    fn is_at(&self, slot: Slot, scope: Scope<'_>, is_term: bool, id: &str) -> bool {
        let resource = &self.resources[slot.resource as usize];
        let in_scope = match scope {
            Scope::Resource(number) => number == slot.resource,
            Scope::Group(group) => self.group(resource) == group,
        };
        in_scope
            && resource.tree.message(slot.entry as usize).is_some_and(|message| {
                message.is_term == is_term && message.id.of(resource.text()) == id
            })
    }

    fn find(&self, scope: Scope<'_>, is_term: bool, id: &str) -> Option<Found<'_>> {
        let is_it = |slot: &Slot| self.is_at(*slot, scope, is_term, id);
        let index = match scope {
            Scope::Resource(_) => &self.in_resources,
            Scope::Group(_) => &self.in_groups().0,
        };
        let slot = index.find(hash(scope, is_term, id), is_it)?;
        let resource = &self.resources[slot.resource as usize];
        let entry = slot.entry as usize;
        Some(Found { catalog: self, resource, entry, message: resource.tree.message(entry)? })
    }

    /// The message of an entry of one of its resources.
    pub fn found<'a>(&'a self, resource: &'a Resource, entry: usize) -> Option<Found<'a>> {
        Some(Found { catalog: self, resource, entry, message: resource.tree.message(entry)? })
    }

    /// Every message and term, in order.
    pub fn messages(&self) -> impl Iterator<Item = Found<'_>> {
        self.resources.iter().flat_map(|resource| self.messages_in(resource))
    }

    /// Those of one of its resources.
    pub fn messages_in<'a>(&'a self, resource: &'a Resource) -> impl Iterator<Item = Found<'a>> {
        let messages = resource.tree.messages();
        messages.map(move |(entry, message)| Found { catalog: self, resource, entry, message })
    }
}

/// The name of the bundle group a resource belongs to.
pub fn group(groups: Groups, resource: &str) -> &str {
    match groups {
        Groups::Unknown | Groups::All => "",
        Groups::Folder => resource.rsplit_once('/').map_or("", |(folder, _)| folder),
        Groups::File => resource,
    }
}

/// Where an id is looked up.
#[derive(Clone, Copy, Hash)]
enum Scope<'a> {
    Resource(u32),
    Group(&'a str),
}

fn hash(scope: Scope<'_>, is_term: bool, id: &str) -> u64 {
    FxBuildHasher.hash_one((scope, is_term, id))
}
