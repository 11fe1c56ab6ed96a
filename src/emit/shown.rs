//! What a build shows of every part, and what it has to tell of that: the one list that bundles and
//! the manifest are made from.

use std::collections::{BTreeMap, BTreeSet};

use super::{Request, circle};
use crate::change::Change;
use crate::check;
use crate::config::Policy;
use crate::content::{Item, is_shown};
use crate::diagnostic::Diagnostic;
use crate::project::{Catalog, Found, group};
use crate::provenance::part_name;
use crate::resolve::{Chain, PartName, Source, Unsound};

/// A message or term that goes into the bundles of a locale.
pub(super) struct Message<'a> {
    /// Where its name is from.
    pub(super) found: Found<'a>,
    /// Its value and attributes.
    pub(super) parts: Vec<Part<'a>>,
}

/// A value or attribute.
pub(super) struct Part<'a> {
    pub(super) name: PartName<'a>,
    /// What readers get; `None` if there is nothing to show.
    pub(super) source: Option<Source<'a>>,
    /// Whether it is the source's since others would lead back to it.
    pub(super) is_untied: bool,
}

/// A part that could not be shown as its locale has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fallback {
    /// The resource.
    pub(super) resource: String,
    /// `id`, `-id` or `id.attribute`.
    pub(super) name: String,
    /// The locale whose text is shown; `None` if there is none to show.
    pub(super) from: Option<String>,
    pub(super) reason: Reason,
}

/// Why a part is not shown as its locale has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// It has none.
    Missing,
    /// Another part of its item falls back.
    Unit,
    /// Its source changed since, and the project does not keep it.
    Stale(Change),
    /// What would have leaked.
    Unsound(String),
}

/// A part that is shown although its source changed since.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    /// The resource.
    pub(super) resource: String,
    /// `id`, `-id` or `id.attribute`.
    pub(super) name: String,
    /// The locale whose text it is.
    pub(super) from: String,
    pub(super) change: Change,
}

/// Every message that the bundles of a locale hold, terms first: what is published of the source,
/// and the terms of the chain.
pub(super) fn messages<'a>(chain: &Chain<'a>, request: Request) -> Vec<Message<'a>> {
    let items = items_by_part(chain);
    let mut messages = Vec::new();
    for found in names(chain) {
        let id = found.message.id.of(found.resource.text());
        let item = items.get(id).filter(|item| item.resource == found.resource.name);
        if item.is_some_and(|item| !is_shown(item, request.today)) {
            continue;
        }
        let parts = attributes(chain, found).into_iter().map(|attribute| {
            let (resource, is_term) = (&*found.resource.name, found.message.is_term);
            let name = PartName { resource, is_term, id, attribute };
            let source = match item {
                Some(item) if attribute.is_none() => chain.item_part(item, id),
                _ => chain.part(name),
            };
            Part { name, source, is_untied: false }
        });
        messages.push(Message { found, parts: parts.collect() });
    }
    circle::untie(chain, &mut messages);
    messages
}

fn items_by_part<'a>(chain: &Chain<'a>) -> BTreeMap<&'a str, &'a Item> {
    let items = chain.origin.content.items.iter();
    items.flat_map(|item| item.parts.iter().map(move |part| (part.id.as_str(), item))).collect()
}

/// Every message of the source and every term of the chain, each once, in order.
fn names<'a>(chain: &Chain<'a>) -> Vec<Found<'a>> {
    let source = chain.links[chain.links.len() - 1].catalog;
    let groups = chain.origin.config.groups;
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    let terms = chain.links.iter().flat_map(|link| link.catalog.messages());
    let terms = terms.filter(|found| found.message.is_term);
    for found in source.messages().chain(terms).filter(|found| !found.resource.is_damaged) {
        // Ids are unique within what is loaded together; of two, the first counts.
        if seen.insert((group(groups, &found.resource.name), found.name())) {
            names.push(found);
        }
    }
    names.sort_by_key(|found| !found.message.is_term);
    names
}

/// The value and attributes to write: the source's, and for a term those of its own locale.
fn attributes<'a>(chain: &Chain<'a>, found: Found<'a>) -> Vec<Option<&'a str>> {
    let id = found.message.id.of(found.resource.text());
    let in_link = |catalog: &'a Catalog| catalog.in_resource(&found.resource.name, true, id);
    let declaring = match found.message.is_term {
        true => chain.links.iter().find_map(|link| in_link(link.catalog)),
        false => Some(found),
    };
    let mut names: Vec<Option<&str>> =
        declaring.into_iter().flat_map(|found| found.attributes()).collect();
    names.sort_unstable();
    names
}

/// What fell back, in order.
pub(super) fn fallbacks(chain: &Chain<'_>, messages: &[Message<'_>]) -> Vec<Fallback> {
    let parts = messages.iter().flat_map(|message| &message.parts);
    let mut fallbacks: Vec<Fallback> = parts.filter_map(|part| fallback(chain, part)).collect();
    fallbacks.sort();
    fallbacks
}

fn fallback(chain: &Chain<'_>, part: &Part<'_>) -> Option<Fallback> {
    let Part { name, source, is_untied } = part;
    let shown = source.as_ref().map_or(chain.links.len(), |source| source.link);
    let mut layer = (0..chain.links.len()).take_while(|link| *link == 0 || chain.is_base(*link));
    let own = layer.find_map(|link| chain.written(link, *name));
    let reason = match own {
        Some(own) if own.link == shown => return None,
        Some(_) if *is_untied => Reason::Unsound(Unsound::Cycle(written(*name)).to_string()),
        Some(own) => reason(chain, &own),
        // A locale need not have the terms of another.
        None if name.is_term && source.is_some() => return None,
        None => Reason::Missing,
    };
    let from = source.as_ref().map(|source| code(chain, source.link));
    let (resource, name) = (name.resource.to_owned(), written(*name));
    Some(Fallback { resource, name, from, reason })
}

/// Why a text of a locale is not shown. That its source changed may be why it leaks something.
fn reason(chain: &Chain<'_>, own: &Source<'_>) -> Reason {
    if let Some(stale) = chain.stale(own.pattern).filter(|stale| chain.is_refused(stale)) {
        return Reason::Stale(stale.change);
    }
    match chain.unsound(own.pattern) {
        Some(why) => Reason::Unsound(why.to_string()),
        None => Reason::Unit,
    }
}

/// What is shown although its source changed since, in order.
pub(super) fn kept(chain: &Chain<'_>, messages: &[Message<'_>]) -> Vec<Kept> {
    let mut kept = Vec::new();
    for part in messages.iter().flat_map(|message| &message.parts) {
        let Some(source) = part.source else { continue };
        if let Some(stale) = chain.stale(source.pattern) {
            kept.push(Kept {
                resource: part.name.resource.to_owned(),
                name: written(part.name),
                from: code(chain, source.link),
                change: stale.change,
            });
        }
    }
    kept.sort();
    kept
}

/// The translations on the way to what readers would get that are stale in a way that the project
/// does not let pass.
pub(super) fn refusals(chain: &Chain<'_>, messages: &[Message<'_>]) -> Vec<Diagnostic> {
    let policies = chain.origin.config.build.stale;
    let mut refusals = Vec::new();
    for part in messages.iter().flat_map(|message| &message.parts) {
        let shown = part.source.map_or(chain.links.len(), |source| source.link);
        let passed = (0..shown).filter_map(|link| chain.written(link, part.name));
        for source in passed {
            let Some(stale) = chain.stale(source.pattern) else { continue };
            if policies.of(stale.change) == Policy::Fail {
                let sources = chain.basis.sources.as_ref();
                refusals.push(check::refused(sources, &source.found, part.name.attribute, stale));
            }
        }
    }
    refusals
}

fn code(chain: &Chain<'_>, link: usize) -> String {
    chain.links[link].catalog.locale().code.to_string()
}

/// `id`, `-id` or `id.attribute`.
fn written(name: PartName<'_>) -> String {
    let dash = if name.is_term { "-" } else { "" };
    part_name(&format!("{dash}{}", name.id), name.attribute).into_owned()
}
