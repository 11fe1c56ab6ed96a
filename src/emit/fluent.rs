//! Fluent bundles: one complete file per bundle group and locale, fallback already done.
//!
//! Patterns keep the bytes their translators wrote; only line ends are made `\n`, and plural keys
//! of text from another language become the numbers they stand for.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use fluent::{FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use super::shown::Message;
use crate::config::Groups;
use crate::failure::Failure;
use crate::locale::plural::{Kind, category_named};
use crate::project::{Catalog, group};
use crate::resolve::{Chain, Source};
use crate::syntax::{Key, walk_selects};
use crate::text::Span;

/// The bundles of a locale: file name and text.
pub(super) fn bundles(chain: &Chain<'_>, messages: &[Message<'_>]) -> Vec<(String, String)> {
    let mut bundles: BTreeMap<String, String> = BTreeMap::new();
    for message in messages {
        let bundle = bundle_name(chain.origin.config.groups, &message.found.resource.name);
        write_message(chain, message, bundles.entry(bundle).or_default());
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

fn write_message(chain: &Chain<'_>, message: &Message<'_>, text: &mut String) {
    let parts = message.parts.iter();
    let parts: Vec<_> =
        parts.filter_map(|part| Some((part.name.attribute, part.source?))).collect();
    let has_value = parts.iter().any(|(attribute, _)| attribute.is_none());
    if parts.is_empty() || (message.found.message.is_term && !has_value) {
        return;
    }
    let _ = write!(text, "{} =", message.found.name());
    for (attribute, source) in &parts {
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
