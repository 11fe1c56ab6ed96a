//! Fluent bundles: one complete file per bundle group and locale, fallback already done.
//!
//! Patterns keep the bytes their translators wrote; only line ends are made `\n`, and plural keys
//! of text from another language become the numbers they stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use fluent::{FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Fallback, Request};
use crate::config::Groups;
use crate::content::{Item, is_shown};
use crate::failure::Failure;
use crate::locale::plural::{Kind, category_named};
use crate::project::{Catalog, Found, group};
use crate::resolve::{Chain, PartName, Source};
use crate::syntax::{Key, walk_selects};
use crate::text::Span;

/// The bundles of a locale: file name and text. What fell back is noted in `fallbacks`.
pub(super) fn bundles(
    chain: &Chain<'_>,
    request: Request,
    fallbacks: &mut Vec<Fallback>,
) -> Vec<(String, String)> {
    let origin = chain.origin;
    let items = items_by_part(chain);
    let mut bundles: BTreeMap<String, String> = BTreeMap::new();
    for found in names(chain) {
        let id = found.message.id.of(found.resource.text());
        let item = items.get(id).filter(|item| item.resource == found.resource.name);
        if item.is_some_and(|item| !is_shown(item, request.today)) {
            continue;
        }
        let mut written = Vec::new();
        for attribute in attributes(chain, found) {
            let name = PartName {
                resource: &found.resource.name,
                is_term: found.message.is_term,
                id,
                attribute: attribute.as_deref(),
            };
            let source = match item {
                Some(item) if attribute.is_none() => chain.item_part(item, id),
                _ => chain.part(name),
            };
            note_fallback(chain, name, source.as_ref(), fallbacks);
            written.extend(source.map(|source| (attribute.clone(), source)));
        }
        let bundle = bundle_name(origin.config.groups, &found.resource.name);
        let text = bundles.entry(bundle).or_default();
        write_message(chain, found.name(), &written, text);
    }
    bundles.into_iter().collect()
}

/// The file a resource's messages go to.
fn bundle_name(groups: Groups, resource: &str) -> String {
    match group(groups, resource) {
        "" => "messages.ftl".to_owned(),
        name if groups == Groups::File => name.replace("{locale}", "messages"),
        folder => format!("{folder}/messages.ftl"),
    }
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
fn attributes(chain: &Chain<'_>, found: Found<'_>) -> Vec<Option<String>> {
    let mut names: Vec<Option<String>> = Vec::new();
    let mut add = |found: Found<'_>| {
        for name in found.attributes() {
            let name = name.map(str::to_owned);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    };
    let id = found.message.id.of(found.resource.text());
    if found.message.is_term {
        let own = chain
            .links
            .iter()
            .find_map(|link| link.catalog.in_resource(&found.resource.name, true, id));
        own.into_iter().for_each(&mut add);
    } else {
        add(found);
    }
    names.sort();
    names
}

fn note_fallback(
    chain: &Chain<'_>,
    name: PartName<'_>,
    source: Option<&Source<'_>>,
    fallbacks: &mut Vec<Fallback>,
) {
    let is_own = |source: &Source<'_>| source.link == 0 || chain.is_base(source.link);
    if source.is_some_and(is_own) || name.is_term && source.is_some() {
        return;
    }
    let own = chain.links[0].catalog.in_resource(name.resource, name.is_term, name.id);
    let own = own.and_then(|found| found.pattern(name.attribute));
    let reason = match own {
        None => "missing".to_owned(),
        Some(pattern) => match chain.unsound(pattern) {
            Some(why) => why.to_string(),
            None => "unit".to_owned(),
        },
    };
    let dash = if name.is_term { "-" } else { "" };
    let attribute = name.attribute.map(|name| format!(".{name}")).unwrap_or_default();
    let from = source.map(|source| chain.links[source.link].catalog.locale().code.to_string());
    fallbacks.push(Fallback {
        resource: name.resource.to_owned(),
        name: format!("{dash}{}{attribute}", name.id),
        from,
        reason,
    });
}

fn write_message(
    chain: &Chain<'_>,
    name: &str,
    parts: &[(Option<String>, Source<'_>)],
    text: &mut String,
) {
    let is_term = name.starts_with('-');
    let has_value = parts.iter().any(|(attribute, _)| attribute.is_none());
    if parts.is_empty() || (is_term && !has_value) {
        return;
    }
    let _ = write!(text, "{name} =");
    for (attribute, source) in parts {
        if let Some(attribute) = attribute {
            let _ = write!(text, "\n    .{attribute} =");
        }
        text.push_str(&raw(chain, source));
    }
    text.push('\n');
}

/// What stands behind `=`, as it is written.
fn raw(chain: &Chain<'_>, source: &Source<'_>) -> String {
    let text = source.found.resource.text();
    let start = source.pattern.span.start as usize;
    let equals = text[..start].rfind('=').map_or(start, |equals| equals + 1);
    let mut raw = String::new();
    let mut at = equals;
    for (span, number) in numbered_keys(chain, source) {
        raw.push_str(&text[at..span.start as usize]);
        raw.push_str(&number);
        at = span.end as usize;
    }
    raw.push_str(&text[at..source.pattern.span.end as usize]);
    raw.replace("\r\n", "\n")
}

/// Plural keys of text from another language, with the one number each stands for: `[one]` of
/// English is `[1]` everywhere, but would take 21 and 31 in a Russian bundle.
fn numbered_keys(chain: &Chain<'_>, source: &Source<'_>) -> Vec<(Span, String)> {
    let (own, other) = (&chain.links[0].facts, &chain.links[source.link].facts);
    let mut keys = Vec::new();
    let (here, there) = (own.plurals.counts(Kind::Cardinal), other.plurals.counts(Kind::Cardinal));
    if source.link == 0 || here == there {
        return keys;
    }
    let text = source.found.resource.text();
    walk_selects(source.pattern, &mut |select| {
        for variant in select.variants.iter().filter(|variant| !variant.is_default) {
            let Key::Name(name) = variant.key else { continue };
            let category = category_named(name.of(text));
            let number =
                category.and_then(|category| other.plurals.only_integer(Kind::Cardinal, category));
            let stands_already = number.is_some_and(|number| {
                select
                    .variants
                    .iter()
                    .any(|variant| variant.key.span().of(text) == number.to_string())
            });
            if let Some(number) = number.filter(|_| !stands_already) {
                keys.push((name, number.to_string()));
            }
        }
    });
    keys.sort();
    keys
}

/// Loads a bundle as a run time would.
///
/// # Errors
/// The bundle has an entry that cannot be read, or two of one name.
pub(super) fn load(catalog: &Catalog, name: &str, text: &str) -> Result<(), Failure> {
    let locale = catalog.locale();
    let broken = |what: String| {
        Failure::new(format!("the bundle {name} of `{locale}` would not load: {what}"))
            .help("this is a fault of isogloss: please report it with the message it names")
    };
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        broken(errors.first().map(ToString::to_string).unwrap_or_default())
    })?;
    let tag: LanguageIdentifier = locale.tag.to_string().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    bundle
        .add_resource(resource)
        .map_err(|errors| broken(errors.first().map(ToString::to_string).unwrap_or_default()))
}
