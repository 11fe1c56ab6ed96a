//! Where resources are: patterns for the source and its translations, and what of them is asked
//! of which locale.
//!
//! A resource has one name in every locale: its path in a locale's own folder
//! (`stories/forest.ftl`), or, where locales have no folder of their own, its path with `{locale}`
//! in it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use regex_lite::Regex;
use rustc_hash::FxHashMap;

use super::glob::{Glob, LOCALE, Match};
use super::{Config, LocaleConfig};
use crate::locale::Locale;

/// Where resources are, in the source and in translations.
#[derive(Clone, Debug)]
pub struct Paths {
    /// Where the source's are: the same pattern, or one without `{locale}`.
    pub reference: Glob,
    /// Where the translations are; has `{locale}`, and the same wildcards as `reference`.
    pub translation: Glob,
    /// The only locales that are asked for them; `None` for all of the project.
    pub locales: Option<Arc<[Arc<str>]>>,
    /// What a locale may leave out of them; later ones win.
    pub filters: Arc<[Filter]>,
    /// Whether names leave out what stands before `{locale}/`.
    names_are_short: bool,
    /// Whether the source lies where the translations do.
    is_one_pattern: bool,
}

/// What may be left out.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Translations it is about.
    pub path: Glob,
    /// Messages it is about; `None` if it is about whole files.
    pub key: Option<Key>,
    /// How much they are asked for.
    pub asked: Asked,
}

/// The name of a message, or what names look like.
#[derive(Clone, Debug)]
pub enum Key {
    /// `id`, or `-term`.
    Name(String),
    /// Matches from the start of a name, not always to its end.
    Pattern(Regex),
}

/// How much a locale is asked for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Whether it is there concerns nobody.
    No,
    /// It is worth a warning.
    Optional,
    /// It is asked for.
    Yes,
}

/// The files of a locale: name of resource → path.
pub type ResourcePaths = BTreeMap<String, String>;

/// What a file is: a resource of a locale, or of the source.
struct Belonging<'p> {
    resource: String,
    locale: Option<Cow<'p, str>>,
}

/// So many paths are looked at in one go.
const MIN_SORTED: usize = 256;

/// Which file is what.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    /// Those of the source.
    pub source: ResourcePaths,
    /// Those of every other code that stands where a locale's does.
    pub found: BTreeMap<String, ResourcePaths>,
    /// Folders that could not be looked into, and why.
    pub unreadable: Vec<(String, String)>,
}

impl Sorted {
    /// Whether a code that nobody declared is a locale's.
    pub fn is_meant(&self, code: &str) -> bool {
        let locale = Locale::parse(code).zip(self.found.get(code));
        locale.is_some_and(|(locale, files)| is_meant(&locale, files, &self.source))
    }
}

/// Whether a locale that nobody declared is one of the project, given its files and the source's:
/// `app` is a language too, but only where there is something translated into it.
pub fn is_meant(locale: &Locale, files: &ResourcePaths, source: &ResourcePaths) -> bool {
    locale.is_well_known() || files.keys().any(|name| source.contains_key(name))
}

impl Paths {
    /// The same layout for the source and its translations.
    pub fn uniform(pattern: &str) -> Self {
        Self::apart(Glob::new(pattern), Glob::new(pattern))
    }

    /// A source that lies elsewhere than its translations.
    pub fn apart(reference: Glob, translation: Glob) -> Self {
        let names_are_short = translation.before_locale().is_some();
        let is_one_pattern = reference == translation;
        let (locales, filters) = (None, Arc::default());
        Self { reference, translation, locales, filters, names_are_short, is_one_pattern }
    }

    /// Whether the source lies where its translations do.
    pub fn is_uniform(&self) -> bool {
        self.is_one_pattern && self.locales.is_none()
    }

    /// Whether a locale is asked for these files at all.
    pub fn concerns(&self, code: &str) -> bool {
        self.locales.as_ref().is_none_or(|codes| codes.iter().any(|other| **other == *code))
    }

    /// The resource a path holds, and the locale's code in it. `None` if it is not of this layout.
    pub fn resource<'p>(&self, path: &'p str) -> Option<(String, Cow<'p, str>)> {
        let found = self.translation.matches(path)?;
        let code = found.locale(path)?;
        Some((self.name(&wildcards(&found, path)), code))
    }

    /// What a path is. `None` if it does not match, or if it is the source's among translations of a
    /// source that lies elsewhere.
    fn belonging<'p>(&self, path: &'p str, source: &str) -> Option<Belonging<'p>> {
        if !self.is_one_pattern
            && let Some(resource) = self.source_resource(path, source)
        {
            return Some(Belonging { resource, locale: None });
        }
        let found = self.translation.matches(path)?;
        let resource = self.name(&wildcards(&found, path));
        match found.locale(path) {
            Some(code) if code != source => Some(Belonging { resource, locale: Some(code) }),
            _ => self.is_one_pattern.then_some(Belonging { resource, locale: None }),
        }
    }

    /// The resource a path of the source holds.
    pub fn source_resource(&self, path: &str, source: &str) -> Option<String> {
        let found = self.reference.matches(path)?;
        match found.locale(path) {
            Some(code) if code != source => None,
            _ => Some(self.name(&wildcards(&found, path))),
        }
    }

    /// The path of a resource in a locale.
    pub fn path(&self, resource: &str, code: &str) -> String {
        let name = self.full_name(resource);
        let found = match self.translation.writes_codes() {
            true => None,
            false => self.translation.matches(&name),
        };
        match found {
            Some(found) => self.translation.fill(&wildcards(&found, &name), code),
            None => name.replace(LOCALE, code),
        }
    }

    /// The path of a resource in the source, if this layout has a place for it.
    pub fn source_path(&self, resource: &str, source: &str) -> Option<String> {
        let name = self.full_name(resource);
        let found = self.translation.matches(&name)?;
        let path = self.reference.fill(&wildcards(&found, &name), source);
        (self.source_resource(&path, source).as_deref() == Some(resource)).then_some(path)
    }

    fn name(&self, wildcards: &[&str]) -> String {
        let mut name = self.translation.fill(wildcards, LOCALE);
        if let Some(before) = self.translation.before_locale().filter(|_| self.names_are_short) {
            name.drain(..(before.len() + LOCALE.len() + 1).min(name.len()));
        }
        name
    }

    /// A name with what is left out of it.
    fn full_name(&self, resource: &str) -> String {
        format!("{}{resource}", self.before_name())
    }

    fn before_name(&self) -> String {
        match self.translation.before_locale() {
            Some(before) if self.names_are_short => format!("{before}{LOCALE}/"),
            _ => String::new(),
        }
    }

    /// How much a locale is asked for a file of its own, or for a message of it, as far as these
    /// filters say.
    fn asked(&self, path: &str, code: &str, message: Option<&str>) -> Asked {
        let applies = |filter: &&Filter| {
            let is_here = filter
                .path
                .matches(path)
                .is_some_and(|found| found.locale(path).is_none_or(|other| other == code));
            let is_this = match (&filter.key, message) {
                (None, None) => true,
                (Some(key), Some(message)) => key.matches(message),
                _ => false,
            };
            is_here && is_this
        };
        self.filters.iter().rev().find(applies).map_or(Asked::Yes, |filter| filter.asked)
    }
}

impl Key {
    fn matches(&self, name: &str) -> bool {
        match self {
            Self::Name(key) => key == name,
            Self::Pattern(pattern) => pattern.find(name).is_some_and(|found| found.start() == 0),
        }
    }
}

impl LocaleConfig {
    /// Whether the project wants a resource of the source in this locale.
    pub fn is_asked_for(&self, resource: &str) -> bool {
        !self.unasked.contains(resource)
    }
}

/// Whether a path is a folder or lies in it. What is above this folder is not in the root.
pub fn is_in(path: &str, folder: &str) -> bool {
    match folder {
        "" => !path.starts_with("..") && !path.starts_with('/'),
        _ => path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
    }
}

impl Config {
    /// The folders that Fluent files are looked for in, none of them in another.
    pub fn folders(&self) -> BTreeSet<&str> {
        let globs = self.paths.iter().flat_map(|paths| [&paths.reference, &paths.translation]);
        let all: BTreeSet<&str> = globs.map(Glob::folder).collect();
        let is_within =
            |folder: &&str| all.iter().any(|above| folder != above && is_in(folder, above));
        all.iter().copied().filter(|folder| !is_within(folder)).collect()
    }

    /// Finds out which of these files is what.
    pub fn sort(&self, paths: &[&str]) -> Sorted {
        let paths = paths.par_iter().copied().with_min_len(MIN_SORTED);
        let all: Vec<_> = paths.map(|path| (path, self.belongings(path))).collect();
        let mut source = Vec::new();
        let mut found: FxHashMap<Cow<'_, str>, Vec<(String, String)>> = FxHashMap::default();
        for (path, belongings) in all {
            for Belonging { resource, locale } in belongings {
                let files = match locale {
                    None => &mut source,
                    Some(code) => found.entry(code).or_default(),
                };
                files.push((resource, path.to_owned()));
            }
        }
        let by_name = |files: Vec<(String, String)>| files.into_iter().collect::<ResourcePaths>();
        let found = found.into_iter().map(|(code, files)| (code.into_owned(), by_name(files)));
        let mut sorted =
            Sorted { source: by_name(source), found: found.collect(), ..Sorted::default() };
        if !self.excludes.is_empty() {
            let Sorted { source, found, .. } = &mut sorted;
            for (code, files) in found {
                let original = |name: &str| source.get(name).map_or("", String::as_str);
                files.retain(|name, path| !self.excludes_file(code, original(name), path));
            }
        }
        sorted
    }

    /// What a path is, by each pattern that it matches: of the source, or else of a locale.
    fn belongings<'p>(&self, path: &'p str) -> Vec<Belonging<'p>> {
        let is_asked = |paths: &Paths, one: &Belonging<'_>| match &one.locale {
            Some(code) => paths.concerns(code) || !self.declares(code),
            None => true,
        };
        let belongs = |paths: &Paths| {
            paths.belonging(path, &self.source.code).filter(|one| is_asked(paths, one))
        };
        let mut all: Vec<Belonging<'p>> = self.paths.iter().filter_map(belongs).collect();
        if all.iter().any(|one| one.locale.is_none()) {
            all.retain(|one| one.locale.is_none());
        }
        all
    }

    fn declares(&self, code: &str) -> bool {
        self.locales.is_empty() || self.locales.iter().any(|locale| *locale.locale.code == *code)
    }

    /// The resources of the source that nobody asks of a locale: other locales' files, and those
    /// that are left out.
    pub fn unasked(&self, source: &ResourcePaths, code: &str) -> BTreeSet<String> {
        if self.excludes.is_empty() && self.paths.iter().all(|paths| paths.concerns(code)) {
            return BTreeSet::new();
        }
        let is_unasked = |(name, path): &(&String, &String)| {
            let holding = self.paths.iter().filter(|paths| {
                paths.source_resource(path, &self.source.code).as_ref() == Some(*name)
            });
            let mut concerning = holding.filter(|paths| paths.concerns(code)).peekable();
            concerning.peek().is_none()
                || concerning.any(|paths| self.excludes_file(code, path, &paths.path(name, code)))
        };
        source.iter().filter(is_unasked).map(|(name, _)| name.clone()).collect()
    }

    /// Whether a file of a locale is left out, given where the source's would be.
    pub fn excludes_file(&self, code: &str, source: &str, translation: &str) -> bool {
        self.excludes.iter().filter(|paths| paths.concerns(code)).any(|paths| {
            paths.reference.matches(source).is_some()
                || paths.resource(translation).is_some_and(|(_, other)| other == code)
        })
    }

    /// How much a locale is asked for a file of its own (`path` is where it is or would be), or
    /// for a message of it.
    pub fn asked(&self, code: &str, path: &str, message: Option<&str>) -> Asked {
        let holding = self.paths.iter().filter(|paths| {
            paths.concerns(code) && paths.resource(path).is_some_and(|(_, other)| other == code)
        });
        holding.map(|paths| paths.asked(path, code, message)).max().unwrap_or(Asked::Yes)
    }

    /// Whether some locale may leave out something that the source has.
    pub fn has_filters(&self) -> bool {
        self.paths.iter().any(|paths| !paths.filters.is_empty())
    }
}

/// Where two layouts would give different files one name, gives them their full names.
pub(super) fn name_apart(all: &mut [Paths]) {
    let before: BTreeSet<String> = all
        .iter()
        .filter_map(|paths| paths.translation.before_locale())
        .map(str::to_owned)
        .collect();
    for paths in all {
        paths.names_are_short = before.len() == 1 && paths.translation.before_locale().is_some();
    }
}

fn wildcards<'p>(found: &Match, path: &'p str) -> Vec<&'p str> {
    found.wildcards.iter().map(|range| &path[range.clone()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resource(paths: &Paths, path: &str) -> Option<(String, String)> {
        paths.resource(path).map(|(name, code)| (name, code.into_owned()))
    }

    fn named(name: &str, code: &str) -> Option<(String, String)> {
        Some((name.to_owned(), code.to_owned()))
    }

    #[test]
    fn a_resource_has_one_name_in_every_locale() {
        let folders = Paths::uniform("locales/{locale}/**/*.ftl");
        assert_eq!(resource(&folders, "locales/fr/stories/a.ftl"), named("stories/a.ftl", "fr"));
        assert_eq!(folders.path("stories/a.ftl", "de"), "locales/de/stories/a.ftl");

        let apart = Paths::uniform("src/*/{locale}/*.ftl");
        let (name, _) = apart.resource("src/ls/fr/a.ftl").expect("a resource");
        assert_eq!(apart.path(&name, "de"), "src/ls/de/a.ftl");

        let files = Paths::uniform("src/*/locales/{locale}.ftl");
        assert_eq!(
            resource(&files, "src/ls/locales/fr.ftl"),
            named("src/ls/locales/{locale}.ftl", "fr")
        );
        assert_eq!(files.path("src/ls/locales/{locale}.ftl", "de"), "src/ls/locales/de.ftl");

        let android = Paths::uniform("res/values-{android_locale}/*.ftl");
        assert_eq!(
            resource(&android, "res/values-pt-rBR/a.ftl"),
            named("res/values-{locale}/a.ftl", "pt-BR")
        );
        assert_eq!(android.path("res/values-{locale}/a.ftl", "he"), "res/values-iw/a.ftl");
    }

    #[test]
    fn a_reference_may_lie_elsewhere() {
        let paths =
            Paths::apart(Glob::new("templates/**/*.ftl"), Glob::new("l10n/{locale}/**/*.ftl"));
        assert_eq!(paths.source_resource("templates/a/b.ftl", "en").as_deref(), Some("a/b.ftl"));
        assert_eq!(resource(&paths, "l10n/fr/a/b.ftl"), named("a/b.ftl", "fr"));
        assert_eq!(paths.source_path("a/b.ftl", "en").as_deref(), Some("templates/a/b.ftl"));
        assert_eq!(Paths::uniform("src/*/{locale}/*.ftl").source_path("a.ftl", "en"), None);
    }

    #[test]
    fn files_of_two_layouts_never_share_a_name() {
        let source = Locale::parse("en").expect("a locale");
        let layouts = ["app/{locale}/*.ftl", "web/i18n/{locale}/*.ftl"];
        let config = Config::new(source, layouts.map(Paths::uniform).to_vec());
        let sorted = config.sort(&["app/en/a.ftl", "web/i18n/en/a.ftl", "web/i18n/fr/a.ftl"]);
        let names: Vec<&String> = sorted.source.keys().collect();
        assert_eq!(names, ["app/{locale}/a.ftl", "web/i18n/{locale}/a.ftl"]);
        assert!(sorted.found["fr"].contains_key("web/i18n/{locale}/a.ftl"));
    }
}
