//! Which messages of a locale are counterparts of which of the source.

use super::{Catalog, Found, Resource};

/// The messages of two catalogs, paired: those of one id in one resource. Made in one pass, for
/// translations mostly keep the order of their source.
#[derive(Debug)]
pub struct Pairs<'a> {
    own: &'a Catalog,
    source: &'a Catalog,
    /// For each resource of the locale, its counterpart in the source.
    in_source: Vec<Option<Side>>,
    /// For each resource of the source, its counterpart in the locale.
    in_own: Vec<Option<Side>>,
}

/// A resource, and for each entry of its counterpart the entry of the same id in it.
#[derive(Debug)]
struct Side {
    resource: usize,
    entries: Vec<Option<u32>>,
}

impl<'a> Pairs<'a> {
    /// Pairs the messages of a locale with those of the source.
    pub fn new(own: &'a Catalog, source: &'a Catalog) -> Self {
        let mut in_source: Vec<Option<Side>> = own.resources.iter().map(|_| None).collect();
        let mut in_own: Vec<Option<Side>> = source.resources.iter().map(|_| None).collect();
        for resource in &own.resources {
            let Some(original) = source.resource(&resource.name) else { continue };
            let (there, here) = paired((own, resource), (source, original));
            in_source[resource.number] = Some(Side { resource: original.number, entries: there });
            in_own[original.number] = Some(Side { resource: resource.number, entries: here });
        }
        Self { own, source, in_source, in_own }
    }

    /// The message of the source that a message of the locale translates.
    pub fn in_source(&self, found: &Found<'_>) -> Option<Found<'a>> {
        counterpart(&self.in_source, self.source, found)
    }

    /// The message of the locale that translates a message of the source; of two the first.
    pub fn in_own(&self, source: &Found<'_>) -> Option<Found<'a>> {
        counterpart(&self.in_own, self.own, source)
    }

    /// The resource of the locale that translates a resource of the source.
    pub fn own_resource(&self, source: &Resource) -> Option<&'a Resource> {
        let side = self.in_own.get(source.number)?.as_ref()?;
        self.own.resources.get(side.resource)
    }
}

fn counterpart<'a>(
    sides: &[Option<Side>],
    catalog: &'a Catalog,
    found: &Found<'_>,
) -> Option<Found<'a>> {
    let side = sides.get(found.resource.number)?.as_ref()?;
    let entry = (*side.entries.get(found.entry)?)? as usize;
    catalog.found(catalog.resources.get(side.resource)?, entry)
}

/// For each entry of a resource its counterpart in the source's, and the other way round.
fn paired(
    own: (&Catalog, &Resource),
    source: (&Catalog, &Resource),
) -> (Vec<Option<u32>>, Vec<Option<u32>>) {
    let ((own, resource), (source, original)) = (own, source);
    let mut there = vec![None; resource.tree.entries.len()];
    let mut here = vec![None; original.tree.entries.len()];
    let mut next = original.tree.messages_from(0).peekable();
    for (entry, message) in resource.tree.messages() {
        let id = message.id.of(resource.text());
        let is_it = |&(at, other): &(usize, &crate::syntax::Message)| {
            other.is_term == message.is_term
                && other.id.of(original.text()) == id
                && !source.is_repeated(original.number, at)
        };
        let found = match next.next_if(is_it) {
            Some((at, _)) => Some(at),
            None => source.in_nth(original.number, message.is_term, id).map(|found| {
                next = original.tree.messages_from(found.entry + 1).peekable();
                found.entry
            }),
        };
        let Some(at) = found else { continue };
        there[entry] = Some(at as u32);
        here[at].get_or_insert(entry as u32);
    }
    for entry in source.repeated_in(original.number) {
        let Some(message) = original.tree.message(entry) else { continue };
        let id = message.id.of(original.text());
        let first = own.in_nth(resource.number, message.is_term, id);
        here[entry] = first.map(|first| first.entry as u32);
    }
    (there, here)
}
