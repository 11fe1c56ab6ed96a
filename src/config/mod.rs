//! What a project says of itself: `isogloss.toml` as written and as resolved.
//!
//! Which files there are is `load`'s business; what the rules do is `check`'s.

mod glob;
pub mod key;
mod kind;
pub mod l10n_toml;
mod path;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::change::Change;
use crate::diagnostic::{Place, Severity};
use crate::locale::Locale;

pub use glob::{Glob, Match};
pub use kind::{Field, Kind, Role, Shape, Unit};
pub use path::{Asked, Filter, Key, Paths, ResourcePaths, Sorted, is_in, is_meant};
pub use read::{level_words, read};

/// The name of the configuration file, at the root of a project.
pub const FILE: &str = "isogloss.toml";

/// A project's configuration, complete.
#[derive(Clone, Debug)]
pub struct Config {
    /// The language content is written in.
    pub source: Locale,
    /// The targets that were declared, in the order of the file; empty means: whatever is found.
    pub locales: Vec<LocaleConfig>,
    /// The file that says so, for findings about it.
    pub file: Arc<str>,
    /// Where resources are.
    pub paths: Vec<Paths>,
    /// Where files are that are left out, though they match `paths`.
    pub excludes: Vec<Paths>,
    /// Where content is; `None` for a project of Fluent files alone.
    pub content: Option<Content>,
    /// The folder of records, outside every locale's own.
    pub records: String,
    /// Which resources are loaded together at run time.
    pub groups: Groups,
    /// Functions that the project's run time adds to `NUMBER` and `DATETIME`.
    pub functions: Vec<String>,
    /// The files of the program, in which the messages it asks for are named; empty if not said.
    pub used_in: Vec<UsedIn>,
    /// Words that the source shall not use.
    pub forbidden: Vec<Forbidden>,
    /// Levels of rules, later ones win.
    pub levels: Vec<Levels>,
    /// What `build` makes, and where.
    pub build: Build,
}

/// A target locale as declared.
#[derive(Clone, Debug)]
pub struct LocaleConfig {
    /// The locale.
    pub locale: Locale,
    /// Whether its gaps matter to CI.
    pub stage: Stage,
    /// The locale it only says differences from.
    pub overlay: Option<Arc<str>>,
    /// The least coverage a released locale may have.
    pub required: Option<Required>,
    /// The coverage at which a draft may be released, to which `status` draws attention.
    pub release_at: Option<f64>,
    /// The locales to fall back to before the source, instead of CLDR's parents.
    pub fallback: Option<Vec<Arc<str>>>,
    /// The locale whose number and date formats to use, where CLDR has none for its own.
    pub format_as: Option<Locale>,
    /// Its name in itself, where CLDR has none or another is wanted.
    pub name: Option<String>,
    /// The source's resources that nobody asks of it; known once files are sorted.
    pub unasked: BTreeSet<String>,
}

impl LocaleConfig {
    /// A locale about which nothing was said: released, with CLDR's parents.
    pub fn new(locale: Locale) -> Self {
        Self {
            locale,
            stage: Stage::Released,
            overlay: None,
            required: None,
            release_at: None,
            fallback: None,
            format_as: None,
            name: None,
            unasked: BTreeSet::new(),
        }
    }
}

/// A share that a locale must reach, and where it was asked for.
#[derive(Clone, Debug)]
pub struct Required {
    /// 0 to 1.
    pub share: f64,
    /// In the configuration.
    pub place: Place,
}

/// Whether a locale is meant for readers yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its gaps fail CI.
    Released,
    /// Its gaps are notes; it is built only with `--drafts`.
    Draft,
}

impl Stage {
    /// The word used in configuration and output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Released => "released",
            Self::Draft => "draft",
        }
    }
}

/// Where content is, and of which kinds.
#[derive(Clone, Debug)]
pub struct Content {
    /// The folder, without a closing `/`.
    pub folder: String,
    /// Kinds by name.
    pub kinds: BTreeMap<String, Kind>,
}

/// Which resources of a locale are loaded together: ids are unique in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Groups {
    /// Not said: references may resolve anywhere, ids may repeat from file to file.
    Unknown,
    /// All of a locale's resources.
    All,
    /// Those of one folder.
    Folder,
    /// Each by itself.
    File,
}

/// Files of the program, as `used-in` names them.
#[derive(Clone, Debug)]
pub struct UsedIn {
    /// Which.
    pub glob: Glob,
    /// In the configuration.
    pub place: Place,
}

/// A word, or several in a row, that the source shall not use.
#[derive(Clone, Debug)]
pub struct Forbidden {
    /// In any case.
    pub word: String,
    /// What to write instead, if there is one thing to write.
    pub instead: Option<String>,
}

/// Levels for some rules, in some locales or paths.
#[derive(Clone, Debug)]
pub struct Levels {
    /// Only for this locale.
    pub locale: Option<Arc<str>>,
    /// Only for paths that match.
    pub path: Option<Glob>,
    /// Rule id → level; `None` turns the rule off.
    pub rules: BTreeMap<String, Option<Severity>>,
}

/// What `build` makes.
#[derive(Clone, Debug)]
pub struct Build {
    /// The folder it replaces.
    pub folder: String,
    /// In the order of the file.
    pub targets: Vec<Target>,
    /// What becomes of translations whose source changed since.
    pub stale: Policies,
}

/// What a build does with stale translations, by kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policies {
    /// See [`Change::Wording`].
    pub wording: Policy,
    /// See [`Change::Rewrite`].
    pub rewrite: Policy,
    /// See [`Change::Interface`].
    pub interface: Policy,
}

/// What a build does with a stale translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Readers get it all the same.
    Keep,
    /// Readers get what they would get if the locale did not have it.
    FallBack,
    /// Nothing is built until somebody looks at it.
    Fail,
}

impl Policy {
    /// Every policy, by the word used in configuration.
    pub const ALL: [(&str, Self); 3] =
        [("keep", Self::Keep), ("fall-back", Self::FallBack), ("fail", Self::Fail)];
}

impl Policies {
    /// The policy for a kind of change. A cosmetic one makes nothing stale.
    pub fn of(&self, change: Change) -> Policy {
        match change {
            Change::Cosmetic => Policy::Keep,
            Change::Wording => self.wording,
            Change::Rewrite => self.rewrite,
            Change::Interface => self.interface,
        }
    }

    /// Whether any change makes a build fail.
    pub fn may_fail(&self) -> bool {
        Change::ALL.into_iter().any(|change| self.of(change) == Policy::Fail)
    }
}

impl Default for Policies {
    /// Words that are a little behind are better than another language; a wrong number or link is
    /// not.
    fn default() -> Self {
        Self { wording: Policy::Keep, rewrite: Policy::Keep, interface: Policy::FallBack }
    }
}

/// An output format of `build`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// Fluent bundles.
    Fluent,
    /// Rendered content.
    Json,
}

impl Target {
    /// Every target, by the word used in configuration and as the folder's name.
    pub const ALL: [(&str, Self); 2] = [("fluent", Self::Fluent), ("json", Self::Json)];

    /// The word used in configuration, and the name of its folder.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fluent => "fluent",
            Self::Json => "json",
        }
    }
}

impl Default for Build {
    fn default() -> Self {
        let targets = vec![Target::Fluent, Target::Json];
        Self { folder: "dist".to_owned(), targets, stale: Policies::default() }
    }
}

/// A locale's code as a TOML key: in quotes where it needs them.
pub fn key(code: &str) -> String {
    match code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
        true => code.to_owned(),
        false => format!("{code:?}"),
    }
}

impl Config {
    /// The configuration of a project that has none: its source and where its files are.
    pub fn new(source: Locale, mut paths: Vec<Paths>) -> Self {
        path::name_apart(&mut paths);
        Self {
            source,
            locales: Vec::new(),
            file: FILE.into(),
            paths,
            excludes: Vec::new(),
            content: None,
            records: "locales/.isogloss".to_owned(),
            groups: Groups::Unknown,
            functions: Vec::new(),
            used_in: Vec::new(),
            forbidden: Vec::new(),
            levels: Vec::new(),
            build: Build::default(),
        }
    }

    /// Whether a rule may report anything anywhere, given its own level.
    pub fn wants(&self, rule: &str, default: Option<Severity>) -> bool {
        let mut said = self.levels.iter().filter_map(|levels| levels.rules.get(rule));
        default.is_some() || said.any(Option::is_some)
    }

    /// The stage of a locale; one that is not listed is released.
    pub fn stage(&self, code: &str) -> Stage {
        let locale = self.locales.iter().find(|locale| *locale.locale.code == *code);
        locale.map_or(Stage::Released, |locale| locale.stage)
    }

    /// The level of a rule for a place: the last word said of it, else its own.
    pub fn level(
        &self,
        rule: &str,
        default: Option<Severity>,
        locale: Option<&str>,
        path: &str,
    ) -> Option<Severity> {
        let applies = |levels: &&Levels| {
            levels.locale.as_deref().is_none_or(|wanted| locale == Some(wanted))
                && levels.path.as_ref().is_none_or(|glob| glob.matches(path).is_some())
        };
        let mut said = self.levels.iter().rev().filter(applies);
        said.find_map(|levels| levels.rules.get(rule)).copied().unwrap_or(default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_level_said_wins() {
        let source = Locale::parse("en").expect("a locale");
        let mut config = Config::new(source, Vec::new());
        let rules = |level| BTreeMap::from([("spacing".to_owned(), level)]);
        config.levels = vec![
            Levels { locale: None, path: None, rules: rules(None) },
            Levels { locale: Some("fr".into()), path: None, rules: rules(Some(Severity::Note)) },
        ];
        let level = |locale| config.level("spacing", Some(Severity::Error), Some(locale), "a.ftl");
        assert_eq!(level("de"), None);
        assert_eq!(level("fr"), Some(Severity::Note));
    }
}
