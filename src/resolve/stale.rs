//! What of a chain was translated from a source that changed since.
//!
//! What becomes of it is the project's to say: see `config::Policies`.

use rustc_hash::FxHashMap;

use super::{Chain, Link, address};
use crate::provenance::{Sources, Stale, Standing};
use crate::record::Words;

/// The stale patterns of every link but the source, by address.
pub(super) fn found<'a>(chain: &Chain<'a>) -> FxHashMap<usize, Stale<'a>> {
    let mut stale = FxHashMap::default();
    if let (Some(sources), Some((last, links))) = (&chain.basis.sources, chain.links.split_last()) {
        links.iter().for_each(|link| note(sources, link, last, &mut stale));
    }
    stale
}

fn note<'a>(
    sources: &Sources<'a>,
    link: &Link<'a>,
    last: &Link<'a>,
    stale: &mut FxHashMap<usize, Stale<'a>>,
) {
    for found in link.catalog.messages().filter(|found| !found.resource.is_damaged) {
        let text = found.resource.text();
        let id = found.message.id.of(text);
        let source = last.catalog.in_resource(&found.resource.name, found.message.is_term, id);
        let Some(source) = source else { continue };
        for (attribute, pattern) in found.parts() {
            let words = || Words::of(pattern.span.of(text));
            let standing = sources.standing(link.catalog, source, attribute, words);
            if let Standing::Stale(how) = standing {
                stale.insert(address(pattern), how);
            }
        }
    }
}
