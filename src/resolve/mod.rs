//! What every locale will show, and where each text comes from.
//!
//! A locale's texts come from its chain: itself, its fallbacks, the source. Interface text follows
//! the chain part by part, content unit by unit (see `config::Unit`). A part that would leak
//! something broken to a reader is passed over for the next of the chain; in a build, so is a stale
//! one that the project does not keep.

mod soundness;

use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::config::{Policy, Unit};
use crate::content::Item;
use crate::evaluate::{Facts, Lookup, Scope, Target, Text};
use crate::project::{Catalog, Found, Origin, Pairs, Project, Resource};
use crate::provenance::{Sources, Stale, Standing, Standings};
use crate::syntax::{Pattern, Reference, address, walk_references};

/// What every chain of a project ends in: the source, and what it asks of translations.
#[derive(Debug)]
pub struct Basis<'a> {
    /// The source side.
    pub origin: &'a Origin,
    /// The language of the source.
    pub facts: Arc<Facts>,
    /// Functions that may be called: Fluent's own, those configured, those the source uses.
    pub functions: FxHashSet<String>,
    /// By address of a message of the source: every variable it is passed. Without those that are
    /// passed none.
    variables: FxHashMap<usize, FxHashSet<String>>,
    /// Patterns of the source that must not be shown, and why.
    unsound: FxHashMap<usize, Unsound>,
    none: FxHashSet<String>,
    /// What translations may have been made from; `None` in a project that keeps no records.
    pub sources: Option<Sources<'a>>,
}

/// A locale's chain with all that is needed to show a text from it.
#[derive(Debug)]
pub struct Chain<'a> {
    /// What it ends in.
    pub basis: Arc<Basis<'a>>,
    /// The source side.
    pub origin: &'a Origin,
    /// The locale's catalog, its fallbacks, the source.
    pub links: Vec<Link<'a>>,
    /// The locale's messages and the source's; `None` for the source itself.
    pub pairs: Option<Pairs<'a>>,
    /// What its own translations are beside their sources; found when first asked for.
    standings: OnceLock<Standings>,
    /// Patterns that must not be shown, and why.
    unsound: FxHashMap<usize, Unsound>,
    /// Patterns of the locale that refer to text and nothing else, and how many pieces they come to.
    settled: FxHashMap<usize, usize>,
    /// Patterns whose source changed since. Empty but for a build, which alone asks for them.
    stale: FxHashMap<usize, Stale<'a>>,
}

/// One locale of a chain.
#[derive(Debug)]
pub struct Link<'a> {
    /// Its catalog.
    pub catalog: &'a Catalog,
    /// Its language.
    pub facts: Arc<Facts>,
}

/// Why a pattern must not be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// It refers to something that nothing defines.
    Undefined(String),
    /// It leads back to itself.
    Cycle(String),
    /// It shows an argument that the source does not pass.
    UnknownVariable(String),
    /// It calls a function that does not exist.
    UnknownFunction(String),
}

impl std::fmt::Display for Unsound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Undefined(name) => write!(f, "nothing defines `{name}`"),
            Self::Cycle(name) => write!(f, "`{name}` leads back to itself"),
            Self::UnknownVariable(name) => write!(f, "nobody passes `${name}`"),
            Self::UnknownFunction(name) => write!(f, "there is no function `{name}`"),
        }
    }
}

/// A text of a chain and where it was found.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Which link of the chain it is from; 0 is the locale itself.
    pub link: usize,
    /// The message.
    pub found: Found<'a>,
    /// The pattern of its value or attribute.
    pub pattern: &'a Pattern,
}

/// A part's name: where it belongs, and what of the message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartName<'n> {
    /// The resource.
    pub resource: &'n str,
    /// Whether it is a term.
    pub is_term: bool,
    /// The id.
    pub id: &'n str,
    /// The attribute, or the value.
    pub attribute: Option<&'n str>,
}

impl<'a> Basis<'a> {
    /// Finds out about the source once, for all locales.
    pub fn new(origin: &'a Origin) -> Arc<Self> {
        let link = Link::new(&origin.source);
        let mut basis = Self {
            origin,
            facts: link.facts.clone(),
            functions: functions_of(origin),
            variables: FxHashMap::default(),
            unsound: FxHashMap::default(),
            none: FxHashSet::default(),
            sources: Sources::new(origin),
        };
        for found in origin.source.messages() {
            let variables = variables_of(origin, found);
            if !variables.is_empty() {
                basis.variables.insert(address(found.message), variables);
            }
        }
        let mut basis = Arc::new(basis);
        // The source's own soundness rests on nothing else.
        let links = vec![link];
        let unsound = soundness::judged(Chain::bare(basis.clone(), links)).unsound;
        if let Some(basis) = Arc::get_mut(&mut basis) {
            basis.unsound = unsound;
        }
        basis
    }

    /// The chain of a locale of a project, with everything unsound in it found out.
    pub fn chain<'p>(basis: &Arc<Self>, project: &'p Project, catalog: &'p Catalog) -> Chain<'p>
    where
        'a: 'p,
    {
        if std::ptr::eq(catalog, &basis.origin.source) {
            // It was judged with the basis.
            let link = Link { catalog, facts: basis.facts.clone() };
            return Chain::bare(basis.clone(), vec![link]);
        }
        let link = |catalog: &'p Catalog| match std::ptr::eq(catalog, &basis.origin.source) {
            true => Link { catalog, facts: basis.facts.clone() },
            false => Link::new(catalog),
        };
        let links = project.chain(catalog).into_iter().map(link).collect();
        soundness::judged(Chain::bare(basis.clone(), links))
    }
}

impl<'a> Link<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        let facts = Facts::new(catalog.locale(), catalog.config.format_as.as_ref());
        Self { catalog, facts: Arc::new(facts) }
    }
}

impl<'a> Chain<'a> {
    /// The chain of one locale by itself.
    pub fn new(project: &'a Project, catalog: &'a Catalog) -> Self {
        Basis::chain(&Basis::new(project), project, catalog)
    }

    /// A chain in which nothing has been judged but the source.
    fn bare(basis: Arc<Basis<'a>>, links: Vec<Link<'a>>) -> Self {
        let origin = basis.origin;
        let pairs = match links.as_slice() {
            [own, .., source] => Some(Pairs::new(own.catalog, source.catalog)),
            _ => None,
        };
        Self {
            basis,
            origin,
            links,
            pairs,
            standings: OnceLock::new(),
            unsound: FxHashMap::default(),
            settled: FxHashMap::default(),
            stale: FxHashMap::default(),
        }
    }

    /// The chain as a build follows it: what is stale and not to be kept is passed over, in every
    /// link, as if that locale did not have it.
    #[must_use]
    pub fn published(mut self) -> Self {
        self.stale = self.found_stale();
        let is_followed_as_it_is = !self.stale.values().any(|stale| self.is_refused(stale));
        if is_followed_as_it_is {
            return self;
        }
        // References lead elsewhere now.
        (self.unsound, self.settled) = (FxHashMap::default(), FxHashMap::default());
        soundness::judged(self)
    }

    /// The stale patterns of every link but the source, by address.
    fn found_stale(&self) -> FxHashMap<usize, Stale<'a>> {
        let Some(sources) = &self.basis.sources else { return FxHashMap::default() };
        let Some((source, links)) = self.links.split_last() else { return FxHashMap::default() };
        let mut stale = FxHashMap::default();
        for Link { catalog, .. } in links {
            let pairs = Pairs::new(catalog, source.catalog);
            let standings = sources.standings(source.catalog, catalog, &pairs);
            stale.extend(sources.stale(&standings));
        }
        stale
    }

    /// The part as the first sound link has it.
    pub fn part(&self, name: PartName<'_>) -> Option<Source<'a>> {
        self.part_from(0, name)
    }

    /// A part of the source as the first sound link has it.
    pub fn translation(&self, source: &Found<'a>, attribute: Option<&str>) -> Option<Source<'a>> {
        let own = self.pairs.as_ref().and_then(|pairs| pairs.in_own(source));
        let own = own.and_then(|own| self.sound_part(0, own, attribute));
        own.or_else(|| self.fallback(source, attribute))
    }

    /// The same, but for what the locale itself has.
    pub fn fallback(&self, source: &Found<'a>, attribute: Option<&str>) -> Option<Source<'a>> {
        let last = self.links.len() - 1;
        let found = |link: usize| match link == last {
            true => Some(*source),
            false => {
                let id = source.message.id.of(source.resource.text());
                let catalog = self.links[link].catalog;
                catalog.in_resource(&source.resource.name, source.message.is_term, id)
            }
        };
        (1.min(last)..=last).find_map(|link| self.sound_part(link, found(link)?, attribute))
    }

    /// What a translation of the locale is beside its source, and beside what is recorded of it.
    pub fn standing(&self, translation: &Pattern) -> Standing<'a> {
        let standing =
            |(sources, standings): (&Sources<'a>, _)| sources.standing(standings, translation);
        self.standings().map_or(Standing::Unknown, standing)
    }

    /// Whether a resource of the locale has translations that are not recorded as they are now.
    pub fn is_unrecorded(&self, resource: &Resource) -> bool {
        self.standings().is_some_and(|(_, standings)| standings.is_unrecorded(resource))
    }

    /// `None` in a project that keeps no records, and in the source.
    fn standings(&self) -> Option<(&Sources<'a>, &Standings)> {
        let (sources, pairs) = self.basis.sources.as_ref().zip(self.pairs.as_ref())?;
        let (source, own) = (&self.origin.source, self.links[0].catalog);
        Some((sources, self.standings.get_or_init(|| sources.standings(source, own, pairs))))
    }

    /// How many pieces a pattern of the locale comes to, if it refers to something, and all of that is
    /// text and nothing else: then nothing can be wrong with its references. `None` says nothing.
    pub fn settled(&self, pattern: &Pattern) -> Option<usize> {
        self.settled.get(&address(pattern)).copied()
    }

    /// Why a pattern must not be shown, if it must not.
    pub fn unsound(&self, pattern: &Pattern) -> Option<&Unsound> {
        let address = address(pattern);
        self.unsound.get(&address).or_else(|| self.basis.unsound.get(&address))
    }

    /// How the source of a pattern changed since, in a chain as a build follows it.
    pub fn stale(&self, pattern: &Pattern) -> Option<&Stale<'a>> {
        self.stale.get(&address(pattern))
    }

    /// Whether a build passes a stale translation over. One that makes it fail falls back where it
    /// is made to go on.
    pub fn is_refused(&self, stale: &Stale<'_>) -> bool {
        self.origin.config.build.stale.of(stale.change) != Policy::Keep
    }

    /// Whether readers may get a pattern.
    fn may_show(&self, pattern: &Pattern) -> bool {
        self.unsound(pattern).is_none()
            && !self.stale(pattern).is_some_and(|stale| self.is_refused(stale))
    }

    /// The link that holds all parts of an item, or of the nearest layer that does.
    ///
    /// An overlay and its base are one layer: what the overlay leaves to its base is not missing.
    pub fn unit_link(&self, item: &Item) -> usize {
        let has_all = |layer: std::ops::Range<usize>| {
            item.parts.iter().all(|part| {
                let name = part_name(item, &part.id);
                layer.clone().any(|link| self.sound(link, name).is_some())
            })
        };
        let mut start = 0;
        while start < self.links.len() {
            let layer = start..start + self.layer(start);
            if has_all(layer.clone()) {
                return start;
            }
            start = layer.end;
        }
        self.links.len() - 1
    }

    /// How an item's parts fall back.
    pub fn unit(&self, item: &Item) -> Unit {
        let kinds = self.origin.config.content.as_ref().map(|content| &content.kinds);
        kinds.and_then(|kinds| kinds.get(&item.kind)).map_or(Unit::Part, |kind| kind.unit)
    }

    /// A part of an item as the locale shows it: from the item's own link on.
    pub fn item_part(&self, item: &Item, id: &str) -> Option<Source<'a>> {
        let start = match self.unit(item) {
            Unit::Item => self.unit_link(item),
            Unit::Part => 0,
        };
        self.part_from(start, part_name(item, id))
    }

    /// Whether a link is the base that the locale is an overlay of: the two speak as one.
    pub fn is_base(&self, link: usize) -> bool {
        link == 1 && self.layer(0) == 2
    }

    /// The link at which references from a link are looked up: a base's texts take an overlay's
    /// names.
    fn layer_start(&self, link: usize) -> usize {
        if self.is_base(link) { 0 } else { link }
    }

    /// How many links from `start` on speak as one: an overlay and its base.
    fn layer(&self, start: usize) -> usize {
        let base = self.links[start].catalog.config.overlay.as_deref();
        let next = self.links.get(start + 1).map(|link| &*link.catalog.locale().code);
        if base.is_some() && base == next { 2 } else { 1 }
    }

    fn part_from(&self, start: usize, name: PartName<'_>) -> Option<Source<'a>> {
        (start..self.links.len()).find_map(|link| self.sound(link, name))
    }

    fn sound(&self, link: usize, name: PartName<'_>) -> Option<Source<'a>> {
        self.written(link, name).filter(|source| self.is_sound(source))
    }

    /// A part as the source has it, if it may be shown.
    pub fn original(&self, name: PartName<'_>) -> Option<Source<'a>> {
        self.sound(self.links.len() - 1, name)
    }

    /// A part as a link has it, whether it may be shown or not.
    pub fn written(&self, link: usize, name: PartName<'_>) -> Option<Source<'a>> {
        let catalog = self.links[link].catalog;
        let found = catalog.in_resource(name.resource, name.is_term, name.id)?;
        Some(Source { link, found, pattern: found.pattern(name.attribute)? })
    }

    fn is_sound(&self, source: &Source<'_>) -> bool {
        !source.found.resource.is_damaged && self.may_show(source.pattern)
    }

    /// A part of a message of a link, if it may be shown.
    fn sound_part(
        &self,
        link: usize,
        found: Found<'a>,
        attribute: Option<&str>,
    ) -> Option<Source<'a>> {
        let source = Source { link, found, pattern: found.pattern(attribute)? };
        self.is_sound(&source).then_some(source)
    }

    /// The text a source stands in, for evaluating it.
    pub fn text(&self, source: &Source<'a>) -> Text<'_> {
        self.link_text(source.link, source.found)
    }

    fn link_text(&self, link: usize, found: Found<'a>) -> Text<'_> {
        Text {
            source: found.resource.text(),
            resource: &found.resource.name,
            facts: &self.links[link].facts,
        }
    }

    /// The locale's translation of what a reference in a resource reaches in the source. Nearly always
    /// there is one, and no index of the locale's own groups is needed.
    fn own(&self, resource: &str, target: Target<'_>) -> Option<Found<'a>> {
        let pairs = self.pairs.as_ref()?;
        let source = self.origin.source.in_group(resource, target.is_term, target.id)?;
        pairs.in_own(&source)
    }

    /// What a reference in a resource reaches from a link on: in the locale itself rather what the
    /// source has under this id than another message of the group that has it too.
    pub fn target(&self, start: usize, resource: &str, target: Target<'_>) -> Reached<'a> {
        let mut has_message = false;
        for (offset, link) in self.links[start..].iter().enumerate() {
            let translated = if start + offset == 0 { self.own(resource, target) } else { None };
            let in_group = || link.catalog.in_group(resource, target.is_term, target.id);
            let Some(found) = translated.or_else(in_group) else { continue };
            if found.resource.is_damaged {
                continue;
            }
            has_message = true;
            match found.pattern(target.attribute) {
                Some(pattern) if self.may_show(pattern) => {
                    return Reached::Found(Source { link: start + offset, found, pattern });
                }
                _ => {}
            }
        }
        match has_message && target.attribute.is_none() {
            true => Reached::NoValue,
            false => Reached::Undefined,
        }
    }

    /// Every variable that a message of the source is passed, also through what it refers to, and
    /// those that are declared for it.
    pub fn variables(&self, original: Found<'_>) -> &FxHashSet<String> {
        self.basis.variables.get(&address(original.message)).unwrap_or(&self.basis.none)
    }
}

/// What a reference reaches.
#[derive(Clone, Copy, Debug)]
pub enum Reached<'a> {
    /// A pattern.
    Found(Source<'a>),
    /// A message that has only attributes.
    NoValue,
    /// Nothing.
    Undefined,
}

/// A chain seen by the evaluator: references are followed from the link their text stands in.
#[derive(Debug)]
pub struct ChainScope<'c, 'a>(pub &'c Chain<'a>);

impl<'c> Scope<'c> for ChainScope<'c, '_> {
    fn find(&self, from: &Text<'c>, target: Target<'_>) -> Lookup<'c> {
        let same = |link: &Link<'_>| link.facts.code == from.facts.code;
        let link = self.0.links.iter().position(same).unwrap_or(0);
        match self.0.target(self.0.layer_start(link), from.resource, target) {
            Reached::Found(source) => Lookup::Found(self.0.text(&source), source.pattern),
            Reached::NoValue => Lookup::NoValue,
            Reached::Undefined => Lookup::Undefined,
        }
    }
}

/// What a reference to a message or term names, and whether it only selects.
pub fn target_of<'t>(reference: Reference<'_>, text: &'t str) -> Option<(Target<'t>, bool)> {
    match reference {
        Reference::Message { id, attribute } => {
            let attribute = attribute.map(|attribute| attribute.of(text));
            Some((Target { is_term: false, id: id.of(text), attribute }, false))
        }
        Reference::Term { id, attribute, .. } => {
            // A term's attribute can only be a selector, which does without it.
            let attribute = attribute.map(|attribute| attribute.of(text));
            Some((Target { is_term: true, id: id.of(text), attribute }, attribute.is_some()))
        }
        _ => None,
    }
}

fn part_name<'n>(item: &'n Item, id: &'n str) -> PartName<'n> {
    PartName { resource: &item.resource, is_term: false, id, attribute: None }
}

/// How many patterns a message is taken to refer to, in turn. Far fewer can be shown.
const MAX_REACHED: usize = 200;

fn variables_of(origin: &Origin, original: Found<'_>) -> FxHashSet<String> {
    let declared = origin.arguments(original.resource, original.message);
    let mut names: FxHashSet<String> = declared.into_iter().map(|argument| argument.name).collect();
    let mut seen = FxHashSet::default();
    let mut left = vec![(original, None)];
    while let Some((found, attribute)) = left.pop().filter(|_| seen.len() < MAX_REACHED) {
        let attributes = match attribute {
            None if address(found.message) == address(original.message) => {
                found.attributes().collect()
            }
            attribute => vec![attribute],
        };
        for pattern in attributes.into_iter().filter_map(|name| found.pattern(name)) {
            if pattern.is_text() || !seen.insert(address(pattern)) {
                continue;
            }
            let text = found.resource.text();
            walk_references(pattern, &mut |reference| match reference {
                Reference::Variable { name, .. } => {
                    names.insert(name.of(text).to_owned());
                }
                Reference::Message { id, attribute } => {
                    let next = origin.source.in_group(&found.resource.name, false, id.of(text));
                    let attribute = attribute.map(|attribute| attribute.of(text));
                    left.extend(next.map(|next| (next, attribute)));
                }
                _ => {}
            });
        }
    }
    names
}

fn functions_of(origin: &Origin) -> FxHashSet<String> {
    let mut functions = FxHashSet::from_iter(["NUMBER", "DATETIME"].map(str::to_owned));
    functions.extend(origin.config.functions.iter().cloned());
    for found in origin.source.messages() {
        let text = found.resource.text();
        for (_, pattern) in found.parts() {
            walk_references(pattern, &mut |reference| {
                if let Reference::Function { id, .. } = reference {
                    functions.insert(id.of(text).to_owned());
                }
            });
        }
    }
    functions
}

/// Whether a resource holds an entry that could not be read but begins like this message.
pub fn is_junk(catalog: &Catalog, resource: &str, name: &str) -> bool {
    let Some(resource) = catalog.resource(resource) else { return false };
    resource.is_damaged || resource.tree.is_broken(resource.text(), name)
}
