//! Why one side has what the other has not: rules, each checked in the project's own files.

use std::fmt;

use isogloss::locale::Locale;
use isogloss::locale::plural::{Kind as Numbers, Plurals, category_named};

use super::Comparison;
use super::point::{Kind, Point};
use crate::corpus::fluent_files;
use crate::entries;

/// Who has a finding that the other has not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    List,
    Isogloss,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::List => "listed",
            Self::Isogloss => "Isogloss",
        })
    }
}

/// A reason for a difference.
pub(super) struct Reason {
    pub(super) side: Side,
    pub(super) because: &'static str,
    pub(super) right: &'static str,
    pub(super) holds: fn(&Comparison, &Point) -> bool,
}

/// The first that holds is the one that counts.
pub(super) const REASONS: [Reason; 6] = [
    Reason {
        side: Side::List,
        because: "The lists were made of every source file and every folder of a locale; the project’s own \
                  `l10n.toml` does not name this file for this locale.",
        right: "both, each for its question. `unknown-locale-folder` tells of folders that `l10n.toml` does not name.",
        holds: is_not_in_l10n_toml,
    },
    Reason {
        side: Side::List,
        because: "Nothing in the locale defines it, but the source does, and Isogloss reports the term itself \
                  as missing in the locale.",
        right: "Isogloss where bundles carry the source’s term, as its own do: readers see that term, and one \
                defect is told once. Where a program loads the locale’s files alone, the list.",
        holds: is_told_as_missing,
    },
    Reason {
        side: Side::List,
        because: "The variants name the only integer of this category by its number (`[1]`), which \
                  compare-locales does not take for the category.",
        right: "Isogloss: no number reads wrong.",
        holds: is_told_by_number,
    },
    Reason {
        side: Side::List,
        because: "The default variant has a key that is no plural category (a translated keyword), so all \
                  numbers of `other` show it.",
        right: "Isogloss as to what readers see: every number reads right. compare-locales as to the key, \
                which should be `other`.",
        holds: is_shown_by_default,
    },
    Reason {
        side: Side::Isogloss,
        because: "It stands in the source, which the list leaves out; nothing in the source defines it.",
        right: "Isogloss.",
        holds: is_in_source,
    },
    Reason {
        side: Side::Isogloss,
        because: "Nobody made such a list of this project. The translation uses the variable, and the \
                  source of the message does not.",
        right: "Isogloss.",
        holds: is_unlisted_variable,
    },
];

fn is_not_in_l10n_toml(comparison: &Comparison, point: &Point) -> bool {
    let Some(document) = &comparison.l10n_toml else { return false };
    let names_locale = |table: &toml::Table| {
        let locales = table.get("locales").and_then(toml::Value::as_array);
        locales.is_none_or(|codes| codes.iter().any(|code| code.as_str() == Some(&point.locale)))
    };
    let paths = document.get("paths").and_then(toml::Value::as_array).into_iter().flatten();
    let mut rules = paths.filter_map(toml::Value::as_table).filter(|path| {
        let pattern = path.get("l10n").and_then(toml::Value::as_str).unwrap_or_default();
        pattern.replace("{locale}", &point.locale) == point.file
    });
    !names_locale(document) || !rules.any(names_locale)
}

fn is_told_as_missing(comparison: &Comparison, point: &Point) -> bool {
    let is_missing = |other: &Point| {
        other.kind == Kind::Missing && other.locale == point.locale && other.id == point.what
    };
    point.kind == Kind::Undefined
        && comparison.found.iter().any(is_missing)
        && is_defined(comparison, comparison.corpus.source, &point.what)
}

/// Whether a file of the locale defines a message, a term or an attribute of one.
fn is_defined(comparison: &Comparison, locale: &str, name: &str) -> bool {
    let of_locale = |path: &std::path::Path| {
        let path = path.strip_prefix(&comparison.folder).unwrap_or(path);
        path.components().any(|part| part.as_os_str() == locale)
            || path.file_stem().is_some_and(|stem| stem == locale)
    };
    let files = fluent_files(&comparison.folder).into_iter().filter(|path| of_locale(path));
    files.filter_map(|file| entries::read(&file).ok()).any(|entries| entries.defines(name))
}

fn is_told_by_number(comparison: &Comparison, point: &Point) -> bool {
    let (Kind::Plural, Some(locale)) = (point.kind, Locale::parse(&point.locale)) else {
        return false;
    };
    let only = category_named(&point.what)
        .and_then(|category| Plurals::new(&locale.tag).only_integer(Numbers::Cardinal, category));
    let keys = keys(comparison, point);
    only.is_some_and(|only| keys.iter().any(|(key, _)| *key == only.to_string()))
}

fn is_shown_by_default(comparison: &Comparison, point: &Point) -> bool {
    let is_no_category = |key: &str| category_named(key).is_none() && key.parse::<f64>().is_err();
    point.kind == Kind::Plural
        && point.what == "other"
        && keys(comparison, point)
            .iter()
            .any(|(key, is_default)| *is_default && is_no_category(key))
}

/// The keys of the message's variants, and which is the default.
fn keys(comparison: &Comparison, point: &Point) -> Vec<(String, bool)> {
    let entries = entries::read(&comparison.folder.join(&point.file));
    entries.map(|entries| entries.keys(&point.id)).unwrap_or_default()
}

fn is_in_source(comparison: &Comparison, point: &Point) -> bool {
    let source = comparison.corpus.source;
    point.kind == Kind::Undefined
        && point.locale == source
        && !is_defined(comparison, source, &point.what)
}

fn is_unlisted_variable(comparison: &Comparison, point: &Point) -> bool {
    let uses = |file: &str| {
        let entries = entries::read(&comparison.folder.join(file));
        entries.is_ok_and(|entries| entries.variables(&point.id).contains(&point.what))
    };
    let source = comparison.corpus.source_of(&point.file, &point.locale);
    !comparison.kinds.contains(&point.kind)
        && point.kind == Kind::UnknownVariable
        && uses(&point.file)
        && !uses(&source)
}
