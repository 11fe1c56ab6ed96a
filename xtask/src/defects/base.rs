//! The project that defects are put into: a real one, with what it lacks written into source and
//! translations alike, so that defects of every class find a place.
//!
//! Real texts get attributes, links and addresses, and messages of
//! attributes alone and of plural forms stand beside them; what is added in a
//! translation is made from translations, so that nothing is wrong with it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use isogloss::locale::Locale;
use isogloss::locale::plural::{Kind, Plurals, keyword};

use super::site::Side;
use crate::Outcome;
use crate::corpus::{RELAY, fluent_files};
use crate::entries::{self, Entries};

/// All files of a project: by locale and name of the file.
pub(super) type Tree = BTreeMap<(String, String), Entries>;

/// Reads every file of a project with a folder for each locale.
pub(super) fn read(folder: &Path) -> Result<Tree, String> {
    let mut tree = Tree::new();
    for path in fluent_files(folder) {
        let inner = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
        if let Some((locale, file)) = inner.split_once('/') {
            tree.insert((locale.to_owned(), file.to_owned()), entries::read(&path)?);
        }
    }
    Ok(tree)
}

/// What is added to a message.
#[derive(Clone, Copy)]
enum Addition {
    /// `.title`, which says what another message says.
    Title,
    /// Its text becomes a link.
    Link,
    /// An address at its end.
    Address,
    /// A message beside it that has a `.label` alone.
    Field,
    /// A message beside it that shows a number, with a form for each category of the language.
    Count,
}

/// Adds to every file what real ones lack, and writes a project file that names all of them.
pub(super) fn enrich(folder: &Path) -> Outcome {
    let tree = read(folder)?;
    for ((locale, file), entries) in &tree {
        let Some(source) = tree.get(&(RELAY.source.to_owned(), file.clone())) else { continue };
        let text = enriched(source, entries, locale);
        write(&folder.join(locale).join(file), &text)?;
    }
    let mut locales: Vec<&String> = tree.keys().map(|(locale, _)| locale).collect();
    locales.dedup();
    locales.retain(|locale| *locale != RELAY.source);
    let text = format!(
        "basepath = \".\"\nlocales = {locales:?}\n\n[[paths]]\n    reference = \"{}/*.ftl\"\n    \
         l10n = \"{{locale}}/*.ftl\"\n",
        RELAY.source
    );
    write(&folder.join("l10n.toml"), &text)
}

pub(super) fn write(path: &Path, text: &str) -> Outcome {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// A translation with what its source gets, where both messages that it takes are there.
fn enriched(source: &Entries, target: &Entries, locale: &str) -> String {
    let additions = additions(source);
    let mut text = String::new();
    let mut end = 0;
    for (index, message) in target.tree.messages() {
        let name = message.name().of(&target.text);
        let Some((addition, partner)) = additions.get(name) else { continue };
        let side = Side::new(target, index).filter(Side::is_bare);
        let partner = target.index(partner).and_then(|index| Side::new(target, index));
        let (Some(side), Some(partner)) = (side, partner.filter(Side::is_bare)) else { continue };
        let start = message.name().start as usize;
        text.push_str(&target.text[end..start]);
        text.push_str(&added(name, &side, *addition, partner.value, locale));
        end = start + side.whole.len();
    }
    text.push_str(&target.text[end..]);
    text
}

/// What each message of a file gets, and which other message gives its text for it.
fn additions(source: &Entries) -> BTreeMap<&str, (Addition, &str)> {
    let bare: Vec<&str> = source
        .tree
        .messages()
        .filter(|(index, message)| {
            !message.is_term && Side::new(source, *index).is_some_and(|side| side.is_bare())
        })
        .map(|(_, message)| message.name().of(&source.text))
        .collect();
    let pairs = bare.iter().zip(bare.iter().skip(1)).enumerate();
    pairs
        .filter_map(|(place, (name, partner))| {
            let addition = match place % 8 {
                0 => Addition::Title,
                2 => Addition::Link,
                4 => Addition::Address,
                6 => Addition::Field,
                7 => Addition::Count,
                _ => return None,
            };
            Some((*name, (addition, *partner)))
        })
        .collect()
}

fn added(name: &str, side: &Side, addition: Addition, partner: &str, locale: &str) -> String {
    let whole = side.whole;
    match addition {
        Addition::Title => format!("{whole}\n    .title = {partner}"),
        Addition::Link => whole.replacen(
            side.value,
            &format!("<a href=\"https://example.org/{name}\">{}</a>", side.value),
            1,
        ),
        Addition::Address => format!("{whole} (help@example.org)"),
        Addition::Field => format!("{whole}\n{name}-field =\n    .label = {partner}"),
        Addition::Count => {
            let text = format!("{partner} ({{ $count }})");
            let form = |word| format!("        [{word}] {text}\n");
            let forms: String = forms(locale).into_iter().map(form).collect();
            format!(
                "{whole}\n{name}-count =\n    {{ $count ->\n{forms}       *[other] {text}\n    }}"
            )
        }
    }
}

/// The plural forms that whole numbers take in a locale, the last one left out.
fn forms(locale: &str) -> BTreeSet<&'static str> {
    let Some(locale) = Locale::parse(locale) else { return BTreeSet::new() };
    let plurals = Plurals::new(&locale.tag);
    let categories = plurals.counts(Kind::Cardinal).iter();
    categories.map(|category| keyword(*category)).filter(|word| *word != "other").collect()
}
